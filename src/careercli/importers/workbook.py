"""Reads the tables of an .xlsx workbook, row by row, whatever their size. Standard library only.

It is parsed by expat itself: nothing is kept of a sheet but the row at hand, and a document with a DTD, by which a
small file could grow without end, is refused.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from careercli.errors import ImportFailedError
from careercli.importers.base import AGAIN, Place, Progress
from careercli.importers.files import Archive, told

MOST_COLUMNS = 256  # what stands further to the right is not read
LONGEST_TEXT = 1 << 16
LARGEST_STRINGS = 1 << 26  # characters of all shared texts
_STEP = 1 << 16
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def is_workbook(archive: Archive) -> bool:
    """Whether a zip archive is a workbook."""
    return "xl/workbook.xml" in archive.names


class Workbook:
    """A workbook; its shared texts are read when it is opened."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.sheets = dict(self._find_sheets())
        self._texts = self._read_texts()

    def size(self, sheet: str) -> int:
        """Bytes of a sheet, unpacked."""
        return self._archive.size(self.sheets[sheet])

    def read(self, sheet: str, at: Place, progress: Progress) -> Iterator[list[str]]:
        """The cells of each row of a sheet as texts, as many as the row has, empty ones as empty texts."""
        reader = _Rows(self._texts, at)
        for size in self._parse(self.sheets[sheet], at, reader.start, reader.end, reader.add):
            progress(size)
            yield from reader.take()

    def _find_sheets(self) -> Iterator[tuple[str, str]]:
        """The names of the sheets and the members that hold them, in the workbook's order."""
        targets, names = {}, []
        for element, values in self._elements("xl/_rels/workbook.xml.rels"):
            if element == "Relationship":
                targets[values.get("Id", "")] = values.get("Target", "")
        for element, values in self._elements("xl/workbook.xml"):
            if element == "sheet":
                names.append((values.get("name", ""), values.get(_RELATION, "")))
        for name, relation in names:
            target = targets.get(relation, "")
            member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if member in self._archive.names:
                yield name, member

    def _elements(self, member: str) -> list[tuple[str, dict[str, str]]]:
        found: list[tuple[str, dict[str, str]]] = []
        if member in self._archive.names:
            at = Place(f"{self._archive.where}: {member}")
            for _ in self._parse(member, at, lambda name, values: found.append((name, values))):
                pass
        return found

    def _read_texts(self) -> list[str]:
        texts: list[str] = []
        parts: list[str] = []
        kept = [False]
        room = [LARGEST_STRINGS]
        member = "xl/sharedStrings.xml"
        at = Place(f"{self._archive.where}: {member}")

        def start(name: str, _: dict[str, str]) -> None:
            kept[0] = name == "t"
            if name == "si":
                parts.clear()

        def end(name: str) -> None:
            kept[0] = False
            if name == "si":
                texts.append("".join(parts))

        def add(text: str) -> None:
            if kept[0]:
                parts.append(text)
                room[0] -= len(text)
                if room[0] < 0:
                    raise ImportFailedError("{path} holds more text than a table has", AGAIN, path=self._archive.where)

        if member in self._archive.names:
            for _ in self._parse(member, at, start, end, add):
                pass
        return texts

    def _parse(
        self, member: str, at: Place, start: Start, end: End | None = None, add: End | None = None
    ) -> Iterator[int]:
        """Parse a member piece by piece; yields the size of each. Names come without their namespace."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = lambda *_: _refuse_dtd(at)
        parser.StartElementHandler = lambda name, values: start(name.rpartition(" ")[2], values)
        if end and add:
            parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
            parser.CharacterDataHandler = add
        with told(at.file), self._archive.open(member) as file:
            while piece := file.read(_STEP):
                _feed(parser, piece, at)
                yield len(piece)
            _feed(parser, b"", at, last=True)


def _feed(parser: Any, piece: bytes, at: Place, *, last: bool = False) -> None:
    try:
        parser.Parse(piece, last)
    except expat.ExpatError as error:
        raise ImportFailedError("{path} is damaged or cut off: {why}", AGAIN, path=at.file, why=error) from None


def _refuse_dtd(at: Place) -> None:
    raise ImportFailedError("{path} is damaged or cut off: {why}", AGAIN, path=at.file, why="DTD")


class _Rows:
    """Puts together rows from what expat tells."""

    def __init__(self, texts: list[str], at: Place) -> None:
        self._texts = texts
        self._at = at
        self._rows: list[tuple[int, list[str]]] = []
        self._row: list[str] = []
        self._number = 0
        self._column = 0
        self._type = ""
        self._kept = False
        self._parts: list[str] = []
        self._length = 0

    def take(self) -> Iterator[list[str]]:
        """The rows that have come to their end, each once; the place is set to the row."""
        rows, self._rows = self._rows, []
        for self._at.line, row in rows:
            yield row

    def start(self, name: str, values: dict[str, str]) -> None:
        if name == "c":
            found = _REFERENCE.fullmatch(values.get("r", ""))
            self._column = _column_number(found[1]) if found else self._column + 1
            self._type = values.get("t", "n")
            self._parts.clear()
            self._length = 0
        elif name == "row":
            number = values.get("r", "")
            self._number = int(number) if number.isdecimal() and len(number) < 9 else self._number + 1
            self._row, self._column = [], 0
        self._kept = name in ("v", "t")

    def add(self, text: str) -> None:
        if self._kept and self._column <= MOST_COLUMNS:
            self._parts.append(text)
            self._length += len(text)
            if self._length > LONGEST_TEXT:
                self._at.line = self._number
                raise ImportFailedError("{at}: a cell holds more text than a table has", AGAIN, at=self._at)

    def end(self, name: str) -> None:
        self._kept = False
        if name == "c" and self._parts and self._column <= MOST_COLUMNS:
            self._row.extend([""] * (self._column - len(self._row)))
            self._row[self._column - 1] = self._value("".join(self._parts))
        elif name == "row":
            self._rows.append((self._number, self._row))

    def _value(self, text: str) -> str:
        if self._type == "s":
            if not text.isdecimal() or len(text) > 9 or int(text) >= len(self._texts):
                self._at.line = self._number
                raise ImportFailedError("{at}: a cell refers to a text that is not there", AGAIN, at=self._at)
            return self._texts[int(text)]
        if self._type == "n":
            try:
                return f"{float(text):.15g}"  # as a spreadsheet shows it: 8.2, not 8.1999999999999993
            except ValueError:
                return text
        return text


def _column_number(letters: str) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
