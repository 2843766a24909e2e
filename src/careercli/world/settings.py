"""The person's settings, `config.toml`. Imported only where there is such a file."""

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from careercli.errors import CareersError, DataError, Message, SystemRefusedError, message
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
        raise SystemRefusedError(said, "Check the path.", path=path, why=error.strerror or error) from None
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
