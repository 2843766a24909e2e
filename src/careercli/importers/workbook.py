"""Reads the tables of an .xlsx workbook, row by row, whatever their size. Standard library only.

It is parsed by expat itself: nothing is kept of a sheet but the row at hand, and a document that would make expat
keep much (a DTD, tags without end, names without number, depth) is refused.
"""

import re
import sys
from collections.abc import Callable, Iterator
from xml.parsers import expat

from careercli.errors import ImportFailedError
from careercli.importers.base import AGAIN, FileLine, Progress
from careercli.importers.files import LONGEST_LINE, Archive

MOST_COLUMNS = 256  # what stands further to the right is not read
MOST_SHEETS = 1_000
MOST_NAMES = 1_000  # different ones, of elements and attributes
DEEPEST = 64  # elements within one another
LARGEST_LIST = 1 << 20  # bytes of a member that lists the sheets
LARGEST_STRINGS = 1 << 25  # bytes of memory of all shared texts
LONGEST_TEXT = 1 << 16  # characters of a shared text
LONGEST_TAG = 1 << 17  # bytes
_STEP = 1 << 16
_ENCODINGS = ("utf-8", "utf-16")  # those of the standard, ECMA-376
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Values = dict[str, str]
Start = Callable[[str, Values], None]
End = Callable[[str], None]


def is_workbook(archive: Archive) -> bool:
    """Whether a zip archive is a workbook."""
    return "xl/workbook.xml" in archive.names


class Workbook:
    """A workbook; its shared texts are read when it is opened."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.sheets = self._find_sheets()
        self._texts = self._read_texts()

    def size(self, sheet: str) -> int:
        """Bytes of a sheet, unpacked."""
        return self._archive.size(self.sheets[sheet])

    def read(self, sheet: str, at: FileLine, progress: Progress) -> Iterator[list[str]]:
        """The cells of each row of a sheet as texts, as many as the row has, empty ones as empty texts."""
        rows = _Rows(self._texts, at)
        for size in self._parse(self.sheets[sheet], at, rows.start, rows.end, rows.add):
            progress(size)
            yield from rows.pop_whole()

    def _find_sheets(self) -> dict[str, str]:
        """The members that hold the sheets, by the names of these, in the workbook's order; each member once."""
        relations = self._read_list("xl/_rels/workbook.xml.rels", "Relationship")
        targets = {values.get("Id", ""): values.get("Target", "") for values in relations}
        sheets: dict[str, str] = {}
        for values in self._read_list("xl/workbook.xml", "sheet"):
            relation = next((value for name, value in values.items() if _local(name) == "id"), "")
            target = targets.get(relation, "")
            member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if member in self._archive.names and member not in sheets.values():
                sheets[values.get("name", "")] = member
        return sheets

    def _read_list(self, member: str, wanted: str) -> list[Values]:
        """The attributes of each element of a name."""
        at = FileLine(f"{self._archive.where}: {member}")
        found: list[Values] = []

        def start(name: str, values: Values) -> None:
            if name == wanted:
                found.append(values)
                if len(found) > MOST_SHEETS:
                    raise _no_workbook(at)

        if member in self._archive.names:
            if self._archive.size(member) > LARGEST_LIST:
                raise _no_workbook(at)
            for _ in self._parse(member, at, start):
                pass
        return found

    def _read_texts(self) -> list[str]:
        member = "xl/sharedStrings.xml"
        texts = _Texts(FileLine(f"{self._archive.where}: {member}"))
        if member in self._archive.names:
            for _ in self._parse(member, texts.at, texts.start, texts.end, texts.add):
                pass
        return texts.texts

    def _parse(
        self, member: str, at: FileLine, start: Start, end: End | None = None, add: End | None = None
    ) -> Iterator[int]:
        """Parse a member piece by piece; yields the size of each. Names come without their namespace."""
        names: dict[str, str] = {}  # expat keeps for good each name that it meets
        parser = expat.ParserCreate(intern=names)
        _bound(parser, at, start, end)
        parser.buffer_text = True
        if add:
            parser.CharacterDataHandler = add
        given = 0
        with self._archive.open(member) as file:
            while piece := file.read(_STEP):
                _feed(parser, piece, at)
                given += len(piece)
                if len(names) > MOST_NAMES or given - parser.CurrentByteIndex > LONGEST_TAG:
                    raise _no_workbook(at)
                yield len(piece)
            _feed(parser, b"", at, last=True)


def _bound(parser: expat.XMLParserType, at: FileLine, start: Start, end: End | None) -> None:
    """Have a parser tell of elements, and refuse what would make it keep much."""
    depth = 0

    def deeper(name: str, values: Values) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _no_workbook(at)
        start(_local(name), values)

    def back(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(_local(name))

    def declare(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            said = "{path} is in the encoding `{name}`, neither in UTF-8 nor in UTF-16"
            raise ImportFailedError(said, AGAIN, path=at.file, name=encoding[:60])

    def refuse_dtd(*_: object) -> None:
        raise _damaged(at, "DTD")

    parser.StartElementHandler = deeper
    parser.EndElementHandler = back
    parser.XmlDeclHandler = declare
    parser.StartDoctypeDeclHandler = refuse_dtd


def _feed(parser: expat.XMLParserType, piece: bytes, at: FileLine, *, last: bool = False) -> None:
    try:
        parser.Parse(piece, last)
    except (expat.ExpatError, UnicodeError) as error:
        raise _damaged(at, error) from None


def _damaged(at: FileLine, why: object) -> ImportFailedError:
    return ImportFailedError("{path} is damaged or cut off: {why}", AGAIN, path=at.file, why=why)


def _no_workbook(at: FileLine) -> ImportFailedError:
    return ImportFailedError("{path} is not a part of a workbook as BLS gives it", AGAIN, path=at.file)


def _local(name: str) -> str:
    """A name without the prefix of its namespace."""
    return name.rpartition(":")[2]


class _Texts:
    """Puts together the shared texts from what expat tells."""

    def __init__(self, at: FileLine) -> None:
        self.at = at
        self.texts: list[str] = []
        self._room = LARGEST_STRINGS
        self._kept = False
        self._parts: list[str] = []
        self._length = 0

    def start(self, name: str, _: Values) -> None:
        self._kept = name == "t"
        if name == "si":
            self._parts.clear()
            self._length = 0

    def add(self, text: str) -> None:
        if self._kept:
            self._parts.append(text)
            self._length += len(text)
            if self._length > LONGEST_TEXT:
                raise self._too_much()

    def end(self, name: str) -> None:
        self._kept = False
        if name == "si":
            text = "".join(self._parts)
            self.texts.append(text)
            self._room -= sys.getsizeof(text)
            if self._room < 0:
                raise self._too_much()

    def _too_much(self) -> ImportFailedError:
        return ImportFailedError("{path} holds more text than a table has", AGAIN, path=self.at.file)


class _Rows:
    """Puts together rows from what expat tells."""

    def __init__(self, texts: list[str], at: FileLine) -> None:
        self._texts = texts
        self._at = at
        self._rows: list[tuple[int, list[str]]] = []
        self._row: list[str] = []
        self._number = 0
        self._column = 0
        self._type = ""
        self._kept = False
        self._parts: list[str] = []
        self._length = 0  # of the texts of the row

    def pop_whole(self) -> Iterator[list[str]]:
        """The rows that have come to their end, each once; the place is set to the row."""
        rows, self._rows = self._rows, []
        for self._at.line, row in rows:
            yield row

    def start(self, name: str, values: Values) -> None:
        if name == "c":
            found = _REFERENCE.fullmatch(values.get("r", ""))
            self._column = _column_number(found[1]) if found else self._column + 1
            self._type = values.get("t", "n")
            self._parts.clear()
        elif name == "row":
            number = values.get("r", "")
            self._number = int(number) if number.isdecimal() and len(number) < 9 else self._number + 1
            self._row, self._column, self._length = [], 0, 0
        self._kept = name in ("v", "t")

    def add(self, text: str) -> None:
        if self._kept and self._column <= MOST_COLUMNS:
            self._parts.append(text)
            self._grow(text)

    def end(self, name: str) -> None:
        self._kept = False
        if name == "c" and self._parts and self._column <= MOST_COLUMNS:
            self._row.extend([""] * (self._column - len(self._row)))
            self._row[self._column - 1] = self._value("".join(self._parts))
        elif name == "row":
            self._rows.append((self._number, self._row))

    def _grow(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_LINE:
            self._at.line = self._number
            raise ImportFailedError("{at}: a row holds more text than a table has", AGAIN, at=self._at)

    def _value(self, text: str) -> str:
        if self._type == "s":
            if not text.isdecimal() or len(text) > 9 or int(text) >= len(self._texts):
                self._at.line = self._number
                raise ImportFailedError("{at}: a cell refers to a text that is not there", AGAIN, at=self._at)
            shared = self._texts[int(text)]
            self._grow(shared)
            return shared
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
