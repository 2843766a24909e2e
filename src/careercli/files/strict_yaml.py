"""YAML without its traps, with the line of every value. The only module that imports PyYAML.

Accepted: mappings with text keys, lists, text, whole and decimal numbers, `true`, `false`, `null`.
Refused, with the line: duplicate keys, aliases, tags, more than one document, plain words that YAML 1.1
takes for something else (`NO`, `0110`, `2023-04-01`, `12:30`), and files that are too large or too deep.
libyaml's composer crashes on deep files, so values are built here from its events, which are safe.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from careercli.errors import Message, message
from careercli.files import MAX_BYTES

MAX_DEPTH = 64
MAX_EVENTS = 200_000

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
YamlPath = tuple[str | int, ...]

_TOO_DEEP = message("is nested more than {most} levels deep", most=MAX_DEPTH)
_MAX_DIGITS = 18
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
#: With an exponent only in the form that all readers take for a number; our first edition wrote small ones so.
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:e[-+][0-9]+)?\Z")
_TRAP = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null)\Z"  # words that YAML 1.1 takes for truth values
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?\Z|[-+]?\.[0-9_]+\Z"  # 0110, +1, 1_000, 1., .5, 1e3
    r"|[-+]?0[xob][0-9a-f_]+\Z|[-+]?[0-9]+(?::[0-9]{1,2})+(?:\.[0-9]*)?\Z"  # 0x1f, 12:30
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ][0-9:.zt+-]+)?\Z|[-+]?\.(?:inf|nan)\Z|<<\Z|=\Z",  # dates, .inf, <<
    re.IGNORECASE,
)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
#: Halves of a character, which only an escape can bring: no file or stream takes them.
_SURROGATE = re.compile("[\ud800-\udfff]")


class YamlError(Exception):
    """What is wrong with a file, and on which line (1 is the first)."""

    def __init__(self, wrong: Message, line: int) -> None:
        super().__init__(str(wrong))
        self.message = wrong
        self.line = line


class Document(NamedTuple):
    """A parsed file: its value, and the line of each place in it (a path of keys and indexes)."""

    value: Value
    lines: dict[YamlPath, int]

    def line_of(self, place: YamlPath) -> int:
        """The line of a place, or of the nearest place that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def load_yaml(path: Path) -> Document:
    """Read and parse a file. Raises YamlError, or OSError where it cannot be read."""
    return parse_yaml(load_bytes(path))


def load_bytes(path: Path) -> bytes:
    """The bytes of a file, or the first of one that is too large. Raises YamlError, OSError where it cannot be read."""
    if path.exists() and not path.is_file():  # a pipe or a device could block for ever
        raise YamlError(message("is not a regular file"), 1)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def parse_yaml(content: bytes) -> Document:
    """Parse the bytes of a file. Raises YamlError."""
    if len(content) > MAX_BYTES:
        raise YamlError(message("is larger than a megabyte"), 1)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise YamlError(message("is not UTF-8 text"), line) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if bad := _UNWANTED.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise YamlError(message("has the control character {code}", code=f"U+{ord(bad[0]):04X}"), line)
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(text, fast)
    except _ReadAheadError:
        return _build(text, yaml.SafeLoader)


def _build(text: str, loader: Any) -> Document:
    builder = _Builder(text, loader)
    try:
        return builder.build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and loader is not yaml.SafeLoader and builder.may_be_deep(mark.index):
            raise _ReadAheadError from None
        raise YamlError(_not_yaml(text, error), mark.line + 1 if mark else builder.line) from None
    except (yaml.YAMLError, ValueError):  # ValueError: an escape beyond the last character, without libyaml
        raise YamlError(message("has a character or an escape that YAML does not know"), builder.line) from None


class _ReadAheadError(Exception):
    """libyaml gave up far ahead of the last event that it gave, perhaps at nesting."""


def _not_yaml(text: str, error: yaml.MarkedYAMLError) -> Message:
    """What is wrong, by where the parser stopped: its words differ from release to release."""
    opened, stopped = error.context_mark, error.problem_mark
    if opened and (sign := text[opened.index : opened.index + 1]) in ('"', "'", "[", "{"):
        return message("is not YAML: see to what `{sign}` opens on line {line}", sign=sign, line=opened.line + 1)
    sign = text[stopped.index : stopped.index + 1] if stopped else ""
    if sign == "	":
        return message("is indented by a tab: use spaces")
    if sign in (":", "@", "`", "%"):
        return message(
            "has `{sign}` where YAML misreads it: put the text in quotes, or see to the line above", sign=sign
        )
    return message("is not YAML here: see to quotes, colons, brackets and indentation")


def dump_yaml(value: Value, *, compact: bool = False) -> str:
    """The text of a value as a person would write it; `parse_yaml` reads the same value back.

    `compact` writes lists and mappings of single values in a line. Raises ValueError for a value that `parse_yaml` has
    no words for: infinity, a whole number of more than 18 digits, half a character, a nesting that is too deep.
    """
    _check_depth(value, 0)
    style = None if compact else False
    return str(
        yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, default_flow_style=style)
    )


def _check_depth(value: Value, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ValueError(f"nested more than {MAX_DEPTH} levels deep")
    if isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            _check_depth(inner, depth + 1)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes only what this module reads: no aliases, no plain words and numbers that it refuses."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: Any, text: str) -> yaml.ScalarNode:
    text.encode()  # half a character has no place in a file
    quoted = _TRAP.match(text) or not text.isprintable()  # only between double quotes are characters escaped
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if quoted else None)  # type: ignore[no-any-return]


def _represent_integer(dumper: Any, number: int) -> yaml.ScalarNode:
    if len(text := str(number)) > _MAX_DIGITS:
        raise ValueError(f"a whole number of more than {_MAX_DIGITS} digits")
    return dumper.represent_scalar("tag:yaml.org,2002:int", text)  # type: ignore[no-any-return]


def _represent_decimal(dumper: Any, number: float) -> yaml.ScalarNode:
    if not math.isfinite(number):
        raise ValueError(f"{number} is not a number to keep")
    text = repr(number)
    if "e" in text:
        from decimal import Decimal  # for the very small and the very large alone

        text = f"{Decimal(text):f}"
        text = text if "." in text else f"{text}.0"
    return dumper.represent_scalar("tag:yaml.org,2002:float", text)  # type: ignore[no-any-return]


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(int, _represent_integer)
_Dumper.add_representer(float, _represent_decimal)


class _Builder:
    """Builds the value from the parser's events, one level a call."""

    def __init__(self, text: str, loader: Any) -> None:
        self.text = text
        self.events: Iterator[Any] = yaml.parse(text, Loader=loader)
        self.lines: dict[YamlPath, int] = {}
        self.count = 0
        self.start: Any = None

    @property
    def line(self) -> int:
        """The line of the last event."""
        return self.start.line + 1 if self.start else 1

    def may_be_deep(self, end: int) -> bool:
        """Whether brackets enough for too deep a nesting stand between the last event and an index of the text."""
        ahead = self.text[self.start.index if self.start else 0 : end + 1]
        return ahead.count("[") + ahead.count("{") + len(self.lines) > MAX_DEPTH

    def next(self) -> Any:
        self.count += 1
        event = next(self.events)
        self.start = event.start_mark
        if self.count > MAX_EVENTS:
            raise YamlError(message("holds too many values"), event.start_mark.line + 1)
        return event

    def build(self) -> Document:
        self.next()  # the start of the stream
        if isinstance(self.next(), yaml.StreamEndEvent):
            raise YamlError(message("is empty"), 1)
        value = self.value(self.next(), ())
        self.next()  # the end of the document
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise YamlError(message("holds more than one document"), after.start_mark.line + 1)
        return Document(value, self.lines)

    def value(self, event: Any, place: YamlPath) -> Value:
        line = event.start_mark.line + 1
        self.lines[place] = line
        if len(place) > MAX_DEPTH:
            raise YamlError(_TOO_DEEP, line)
        if isinstance(event, yaml.AliasEvent):
            raise YamlError(message("uses the alias `*{name}`: write the value out", name=event.anchor or ""), line)
        if event.tag is not None and event.tag != "!":
            raise YamlError(message("uses the tag `{name}`: leave it out", name=event.tag), line)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place)
        return self.mapping(place)

    def sequence(self, place: YamlPath) -> list[Value]:
        found: list[Value] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            found.append(self.value(event, (*place, len(found))))
        return found

    def mapping(self, place: YamlPath) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlError(message("has a key that is not text"), line)
            key = event.value
            if not key.isascii() and _SURROGATE.search(key):
                raise YamlError(message("has an escape that is half a character"), line)
            if event.implicit[0] and (_TRAP.match(key) or _INTEGER.match(key) or key in ("", "~")):
                raise YamlError(message("has the key `{key}`, which YAML misreads: put it in quotes", key=key), line)
            if key in found:
                raise YamlError(message("has the key `{key}` twice", key=key), line)
            found[key] = self.value(self.next(), (*place, key))
            self.lines[(*place, key)] = line
        return found


def _scalar(event: Any, line: int) -> Value:
    text: str = event.value
    if not text.isascii() and _SURROGATE.search(text):
        raise YamlError(message("has an escape that is half a character"), line)
    if not event.implicit[0]:  # quoted, or a block: always text
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        if len(text) > _MAX_DIGITS:
            raise _too_long(text, line)
        return int(text)
    if _DECIMAL.match(text):
        if math.isinf(number := float(text)):
            raise _too_long(text, line)
        return number
    if _TRAP.match(text):
        raise YamlError(message("has the plain word `{text}`, which YAML misreads: put it in quotes", text=text), line)
    return text


def _too_long(text: str, line: int) -> YamlError:
    return YamlError(message("has the number `{text}`, which is too long", text=text[:_MAX_DIGITS]), line)
