"""The person's settings, `config.toml`. Imported only where there is such a file."""

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from careercli.errors import CareersError, DataError, Message, SystemRefusedError, UsageError, message, why_refused
from careercli.locale import languages

MAX_BYTES = 64_000
#: A dotted key takes time by the square of its length.
MAX_LINE = 1_000


_COUNTRY = re.compile("[A-Za-z]{2}")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person may set; None is what the program does by itself. `pager` is a command, or false for none."""

    lang: str | None = None
    country: str | None = None
    color: bool | None = None
    pager: bool | str | None = None
    accessible: bool | None = None
    palette: Literal["auto", "contrast", "mono"] | None = None


#: What is told of a person, and kept in their own file.
PERSONAL = ("place", "study")
_TRUTH = message("must be true or false")
_MUST = {
    "lang": message("must be one of {known}, in quotes", known=", ".join(f"`{lang}`" for lang in languages())),
    "country": message("must be the code of a country in quotes, such as `FR`"),
    "color": _TRUTH,
    "pager": message("must be true, false or a command in quotes"),
    "accessible": _TRUTH,
    "palette": message("must be one of {known}, in quotes", known="`auto`, `contrast`, `mono`"),
}


class Loaded(NamedTuple):
    """The settings, or none at all and the first thing that is wrong with their file."""

    settings: Settings
    problem: CareersError | None


def load_settings(path: Path) -> Loaded:
    """Read a settings file. Whatever is wrong with it, the program can go on with its defaults and tell it later."""
    try:
        return Loaded(_parse(_read(path)), None)
    except SystemRefusedError as refused:
        return Loaded(Settings(), refused)
    except _WrongError as wrong:
        said = "{path}:{line}: {wrong}"
        hint = "Mend the file or remove it. It may hold: {known}."
        values = {"path": path, "line": wrong.line, "wrong": wrong.message, "known": ", ".join(_MUST)}
        return Loaded(Settings(), DataError(said, hint, **values))


class _WrongError(Exception):
    def __init__(self, wrong: Message, line: int = 1) -> None:
        self.message = wrong
        self.line = line


def _read(path: Path) -> str:
    try:
        if not path.is_file():  # a pipe or a device could block for ever
            raise _WrongError(message("is not a regular file"))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        said = "{path} cannot be read: {why}"
        raise SystemRefusedError(said, "Check the path.", path=path, why=why_refused(error)) from None
    if len(content) > MAX_BYTES:
        raise _WrongError(message("is larger than {most} bytes", most=MAX_BYTES))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _WrongError(message("is not UTF-8 text"), content.count(b"\n", 0, error.start) + 1) from None


def _parse(text: str) -> Settings:
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise _WrongError(message("has a line of more than {most} characters", most=MAX_LINE), number)
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise _WrongError(message("is nested too deeply")) from None
    except ValueError as error:
        at = re.search(r"line ([0-9]+)", str(error))
        number = int(at[1]) if at else len(text.rstrip("\n").split("\n"))
        raise _WrongError(message('is not TOML: write `key = true` or `key = "text"`, each key once'), number) from None
    for key, value in table.items():
        if wrong := _wrong(key, value):
            raise _WrongError(wrong, _line_of(key, lines))
    if table.get("pager") is True:
        del table["pager"]
    return msgspec.convert(table, Settings)


def _wrong(key: str, value: Any) -> Message | None:
    if key not in _MUST:
        near = get_close_matches(key, _MUST, 1, 0.5)
        if near:
            return message("`{key}` is not a known setting: did you mean `{near}`?", key=key[:60], near=near[0])
        return message("`{key}` is not a known setting", key=key[:60])
    try:
        msgspec.convert({key: value}, Settings)
    except msgspec.ValidationError:
        return message("`{key}` {must}", key=key, must=_MUST[key])
    if (key == "lang" and value not in languages()) or (key == "country" and not _COUNTRY.fullmatch(value)):
        return message("`{key}` {must}", key=key, must=_MUST[key])
    return None


def _line_of(key: str, lines: list[str]) -> int:
    """The line of a key of the first level, or of a table that is called so."""
    named = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
    return next((number for number, line in enumerate(lines, 1) if named.match(line)), 1)


def write_setting(path: Path, key: str, typed: str | None) -> None:
    """Set a key to what a person typed, or take it out for None; the other lines stay as they are.

    Raises UsageError for a key or a value that is none, DataError for a file that is broken before, OSError and
    SystemRefusedError where it cannot be written.
    """
    from careercli.files.atomic import write_atomically
    from careercli.files.folders import make_private

    if key not in _MUST:
        raise unknown_setting(key)
    value = None if typed is None else _read_value(key, typed)
    if path.exists() and (problem := load_settings(path).problem):
        raise problem
    lines = _read(path).split("\n") if path.exists() else []
    make_private(path.parent)
    write_atomically(path, "\n".join(_with_key(lines, key, value)).encode())


def unknown_setting(key: str) -> UsageError:
    """That no setting is called so: what is told of a person is kept elsewhere."""
    if key in PERSONAL:
        return UsageError("`{key}` is no setting, it is about you", "Write `careers me set {key} …`.", key=key)
    near = get_close_matches(key, _MUST, 1, 0.5)
    hint = "did you mean `{near}`?" if near else "Settings: {known}."
    values = {"near": near[0] if near else "", "known": ", ".join(_MUST)}
    return UsageError("`{key}` is not a known setting", hint, key=key, **values)


def _read_value(key: str, typed: str) -> str | bool:
    """A value as it was typed on a command line. Raises UsageError."""
    value: str | bool = {"true": True, "false": False}.get(typed, typed) if key != "lang" else typed
    if wrong := _wrong(key, value):
        raise UsageError("`{value}`: {wrong}", "`careers help config` explains the settings.", value=typed, wrong=wrong)
    return value


def _with_key(lines: list[str], key: str, value: Any) -> list[str]:
    """The lines of a file with a key in its place, at the end where it is new; such a file has no tables."""
    import json

    named = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    new = [] if value is None else [f"{key} = {json.dumps(value, ensure_ascii=False)}"]
    at = next((number for number, line in enumerate(lines) if named.match(line)), None)
    if at is not None:
        return [*lines[:at], *new, *lines[at + 1 :]]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return [*lines, *new, ""]
