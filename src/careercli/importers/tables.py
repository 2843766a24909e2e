"""The table of a BLS file, whatever its form: CSV, .xlsx, or an .xlsx in the .zip that BLS gives."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from careercli.errors import ImportFailedError
from careercli.importers.base import AGAIN, Column, FileLine, Progress, match_columns
from careercli.importers.files import Archive, digest, open_file, read_commas, reading
from careercli.importers.workbook import Workbook, is_workbook

#: A line of titles stands within so many rows.
HEAD = 20
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class Table(NamedTuple):
    """A table whose first row is its titles; `rows` tells `progress` of the bytes read."""

    sha256: str
    size: int
    header: list[str]
    rows: Iterator[list[str]]
    at: FileLine
    name: str
    counter: "Counter"


class Counter:
    """A progress that can be put in later than its reader."""

    def __init__(self) -> None:
        self.progress: Progress = lambda _: None

    def __call__(self, size: int) -> None:
        """Tell of so many bytes more."""
        self.progress(size)


@contextlib.contextmanager
def open_table(path: Path, columns: tuple[Column, ...]) -> Iterator[Table]:
    """The table of a file that has the columns. Raises ImportFailedError where none has."""
    with contextlib.ExitStack() as stack:
        file = stack.enter_context(open_file(path))
        with reading(path):
            sha256, magic = digest(file), file.read(4)
            file.seek(0)
        if magic == _OLD_EXCEL:
            hint = "Save it as .xlsx or .csv and give that."
            raise ImportFailedError("{path} is a workbook of before 2007", hint, path=path)
        if magic.startswith(b"PK"):
            yield _from_workbook(_open_workbook(file, path, stack), path, columns, sha256)
        else:
            yield _from_text(file, path, columns, sha256)


def _open_workbook(file: BinaryIO, path: Path, stack: contextlib.ExitStack) -> Workbook:
    """A workbook, or the only one in an archive, unpacked to a file that vanishes."""
    archive = Archive(file, str(path))
    if is_workbook(archive):
        return Workbook(archive)
    inside = [name for name in archive.names if name.lower().endswith(".xlsx") and "description" not in name.lower()]
    if len(inside) != 1:
        hint = "Unpack it and give the workbook."
        raise ImportFailedError("{path} holds {n} workbooks, not one", hint, path=path, n=len(inside))
    copy = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  (the stack closes it)
    with reading(path), archive.open(inside[0]) as member:
        while piece := member.read(1 << 16):
            copy.write(piece)
    copy.seek(0)
    return Workbook(Archive(copy, f"{path}: {inside[0]}"))


def _from_workbook(book: Workbook, path: Path, columns: tuple[Column, ...], sha256: str) -> Table:
    for sheet in book.sheets:
        at, counter = FileLine(f"{path.name} ({sheet})"), Counter()
        rows = book.read(sheet, at, counter)
        for header in islice(rows, HEAD):
            if _fits(header, columns):
                return Table(sha256, book.size(sheet), header, _even(rows, len(header)), at, sheet, counter)
    raise _no_table(path, columns)


def _even(rows: Iterator[list[str]], width: int) -> Iterator[list[str]]:
    """Rows as long as the line of titles; those without any text are passed over."""
    for row in rows:
        if any(row):
            yield (row + [""] * (width - len(row)))[:width]


def _from_text(file: BinaryIO, path: Path, columns: tuple[Column, ...], sha256: str) -> Table:
    at, counter = FileLine(path.name), Counter()
    rows = read_commas(file, at, counter)
    header = next(rows, [])
    if not _fits(header, columns):
        raise _no_table(path, columns, header, at)
    return Table(sha256, os.fstat(file.fileno()).st_size, header, rows, at, "", counter)


def _fits(header: list[str], columns: tuple[Column, ...]) -> bool:
    found = match_columns(header, columns)
    return all(index is not None or column.optional for column, index in zip(columns, found, strict=True))


def _no_table(
    path: Path, columns: tuple[Column, ...], header: list[str] | None = None, at: FileLine | None = None
) -> ImportFailedError:
    if header and at:
        found = match_columns(header, columns)
        missing = next(c.name for c, index in zip(columns, found, strict=True) if index is None and not c.optional)
        return ImportFailedError("{at}: there is no column `{name}`", AGAIN, at=at, name=missing)
    names = ", ".join(column.name for column in columns if not column.optional)
    return ImportFailedError("{path} has no table with the columns {names}", AGAIN, path=path, names=names)


def with_titles(table: Table) -> Iterator[list[str]]:
    """The rows of a table, its line of titles first."""
    return chain([table.header], table.rows)
