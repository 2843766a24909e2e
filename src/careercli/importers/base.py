"""What an importer is: a kind of data set, its parts, how a row is judged, and the one transaction it all goes in."""

import math
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, Protocol

from careercli.core.careers.datasets import DataSetName, ImportResult, InstalledSet, Naming, Styles
from careercli.errors import ImportFailedError, UsageError
from careercli.files.lock import Tell, say_nothing
from careercli.importers import store

#: A row for the database.
Row = tuple[str | int | float | None, ...]
#: A row, or the reason why it is not taken.
Parsed = Row | str
Progress = Callable[[int], None]

AGAIN = "Nothing was changed. Download the file again and give it as it is."
NOT_AVAILABLE = frozenset(("", "n/a", "*", "**", "-", "–", "—", "~"))
_RELEASE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}")
_SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
_ONET = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")


class FileLine:
    """Where a reader is: a file and its line, counted from 1."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.line = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Column(NamedTuple):
    """A column that a part needs: its name, and a pattern where it has had several."""

    name: str
    pattern: str = ""
    optional: bool = False


class Part(NamedTuple):
    """A part of a data set: the columns it is read from, the table it goes to, and what judges a row."""

    name: str
    table: str
    columns: tuple[Column, ...]
    parse: Callable[[Sequence[str], FileLine], Parsed]


class DataSetSpec(NamedTuple):
    """A kind of data set. `tables` are emptied before a new one is put in; `attribution` awaits `release`."""

    name: DataSetName
    title: str
    licence: str
    attribution: str
    tables: tuple[str, ...]
    open: Callable[[Path], AbstractContextManager["OpenedRelease"]]


class Findings(NamedTuple):
    """What is found out about a release besides its rows: see `InstalledSet`."""

    missing: tuple[str, ...] = ()
    naming: Naming | None = None
    styles: Styles | None = None


class OpenedRelease(Protocol):
    """An opened file or folder. `size` is what `load` will tell of to its `progress`, in bytes."""

    @property
    def sha256(self) -> str:
        """Of the file, or of the files of a folder."""

    @property
    def release(self) -> str | None:
        """As the file says it."""

    @property
    def named(self) -> str | None:
        """The release that the name of the file carries, which a user may know better."""

    @property
    def size(self) -> int:
        """Bytes."""

    def load(self, writer: "Writer", progress: Progress) -> Findings:
        """Read all parts. Raises ImportFailedError."""


class Writer:
    """Puts rows into the tables of a data set and counts them."""

    #: Rows that are kept before they are put in: of the longest lines, some 64 MB.
    BATCH = 1_000
    #: Rows of one statement: a third quicker than one by one, and few enough for the variables that SQLite allows.
    TOGETHER = 20

    def __init__(self, connection: store.Connection) -> None:
        self.connection = connection
        self.parts: dict[str, int] = {}
        self.skipped: dict[str, int] = {}

    def write_part(
        self, part: Part, rows: Iterator[list[str]], at: FileLine, known: frozenset[str] | None = None
    ) -> None:
        """Put in the rows of a part, the first of them its titles. Rows of codes that are not `known` are skipped."""
        header = next(rows, None)
        if header is None:
            raise ImportFailedError("{file} is empty", AGAIN, file=at.file)
        pick = find_columns(header, part.columns, at)
        self.parts.setdefault(part.name, 0)
        batch: list[Row] = []
        lines: list[int] = []
        width, parse = len(header), part.parse
        for cells in rows:
            if len(cells) != width:
                raise _wrong_width(at, len(cells), width)
            picked = pick(cells)
            if known is not None and picked[0] not in known:
                parse_onet_code(picked[0], at)
                row: Parsed = "unknown-occupation"
            else:
                row = parse(picked, at)
            if isinstance(row, str):
                self.skip(row)
                continue
            batch.append(row)
            lines.append(at.line)
            if len(batch) >= self.BATCH:
                self._insert(part, batch, lines, at)
                batch, lines = [], []
        self._insert(part, batch, lines, at)

    def skip(self, reason: str, count: int = 1) -> None:
        """Count rows that are not taken."""
        self.skipped[reason] = self.skipped.get(reason, 0) + count

    def leave_out(self, part: str, reason: str, count: int) -> None:
        """Count rows of a part that were taken, and are out again."""
        self.parts[part] -= count
        self.skip(reason, count)

    def _insert(self, part: Part, batch: list[Row], lines: list[int], at: FileLine) -> None:
        if not batch:
            return
        marks = f"({', '.join('?' * len(batch[0]))})"
        put = f"INSERT OR IGNORE INTO {part.table} VALUES "
        before = self.connection.total_changes
        step, whole = self.TOGETHER, len(batch) // self.TOGETHER * self.TOGETHER
        together = (tuple(chain.from_iterable(batch[n : n + step])) for n in range(0, whole, step))
        self.connection.executemany(put + ", ".join([marks] * step), together)
        self.connection.executemany(put + marks, batch[whole:])
        taken = self.connection.total_changes - before
        self.parts[part.name] += taken
        if taken != len(batch):
            self._refuse_contradictions(part.table, batch, lines, at)
            self.skip("repeated", len(batch) - taken)

    def _refuse_contradictions(self, table: str, batch: list[Row], lines: list[int], at: FileLine) -> None:
        """A row may repeat an earlier one word for word, but not say something else of the same thing."""
        columns = [column for _, column, *_ in self.connection.execute(f"PRAGMA table_info({table})")]
        same = f"SELECT 1 FROM {table} WHERE " + " AND ".join(f"{column} IS ?" for column in columns)
        for at.line, row in zip(lines, batch, strict=True):
            if not self.connection.execute(same, row).fetchone():
                raise ImportFailedError("{at}: this row contradicts an earlier one on the same thing", AGAIN, at=at)


def import_set(
    spec: DataSetSpec,
    path: Path,
    database: Path,
    *,
    release: str | None,
    today: str,
    dry_run: bool = False,
    watch: Callable[[int], AbstractContextManager[Progress]],
    tell: Tell = say_nothing,
) -> ImportResult:
    """Replace the data set of a kind by that of a file, in one transaction.

    `today` is the date of import, `watch` makes a progress of a size in bytes, `tell` hears what is waited for.
    Raises ImportFailedError, or DataError where the database is damaged, and then nothing has changed.
    """
    with spec.open(path) as opened:
        before = next((each for each in store.list_sets(database) if each.name == spec.name), None)
        used = _release(opened, release)
        if before and before.sha256 == opened.sha256 and before.release == (used or before.release):
            return ImportResult(installed=before, unchanged=True)
        if not used:
            raise UsageError(
                "{path} does not say its release", "Give it by `--release`, as in `--release 30.1`.", path=path
            )
        with store.change(None if dry_run else database, tell) as connection, watch(opened.size) as progress:
            for table in spec.tables:
                connection.execute(f"DELETE FROM {table}")
            writer = Writer(connection)
            findings = opened.load(writer, progress)
            installed = InstalledSet(
                name=spec.name,
                title=spec.title,
                release=used,
                licence=spec.licence,
                attribution=spec.attribution.format(release=used),
                sha256=opened.sha256,
                imported=today,
                file=os.fsencode(path.name or path).decode("utf-8", "replace"),
                rows=sum(writer.parts.values()),
                parts=writer.parts,
                skipped=dict(sorted(writer.skipped.items())),
                missing=findings.missing,
                naming=findings.naming,
                styles=findings.styles,
            )
            store.save_set(connection, installed)
    return ImportResult(
        installed=installed,
        replaced=before.release if before else None,
        named=opened.named if opened.named != used else None,
        dry_run=dry_run,
    )


def _release(opened: OpenedRelease, given: str | None) -> str | None:
    """The release as the file says it, as the user gives it, or as the name of the file has it."""
    if given and not _RELEASE.fullmatch(given):
        raise UsageError("`{given}` is not a release", "Give one such as 30.1 or 2025-05.", given=given[:60])
    if given and opened.release and given != opened.release:
        said = "the file says that it is release {found}, not {given}"
        raise UsageError(said, "Leave out `--release`.", found=opened.release, given=given)
    return opened.release or given or opened.named


def find_columns(header: list[str], columns: Iterable[Column], at: FileLine) -> Callable[[list[str]], Sequence[str]]:
    """What picks the columns of a part out of a row, in their order. Raises ImportFailedError where one is missing."""
    indexes = match_columns(header, columns)
    for column, index in zip(columns, indexes, strict=True):
        if index is None and not column.optional:
            raise ImportFailedError("{at}: there is no column `{name}`", AGAIN, at=at, name=column.name)
    if None not in indexes:
        return itemgetter(*[index for index in indexes if index is not None])
    return lambda cells: tuple("" if index is None else cells[index] for index in indexes)


def match_columns(header: list[str], columns: Iterable[Column]) -> list[int | None]:
    """The index of each column in a line of titles; None where it is missing."""
    titles = [" ".join(re.sub(r"\[\d+\]", "", title).split()) for title in header]
    found: list[int | None] = []
    for column in columns:
        pattern = re.compile(column.pattern or re.escape(column.name), re.IGNORECASE)
        found.append(next((n for n, title in enumerate(titles) if pattern.fullmatch(title)), None))
    return found


def _wrong_width(at: FileLine, found: int, wanted: int) -> ImportFailedError:
    said = "{at}: this line has {found} fields and the first has {wanted}"
    return ImportFailedError(said, AGAIN, at=at, found=found, wanted=wanted)


def parse_onet_code(text: str, at: FileLine) -> str:
    """A code such as 15-2051.00. Raises ImportFailedError."""
    if not _ONET.fullmatch(text):
        raise ImportFailedError("{at}: `{text}` is not a code such as 15-2051.00", AGAIN, at=at, text=text[:60])
    return text


def parse_soc_code(text: str, at: FileLine) -> str:
    """A code such as 15-2051. Raises ImportFailedError."""
    text = text.strip()
    if not _SOC.fullmatch(text):
        raise ImportFailedError("{at}: `{text}` is not a code such as 15-2051", AGAIN, at=at, text=text[:60])
    return text


def parse_number(text: str, low: float, high: float, at: FileLine) -> float:
    """A number from `low` to `high`. Raises ImportFailedError."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high or "_" in text:
        said = "{at}: `{text}` is not a number from {low} to {high}"
        raise ImportFailedError(said, AGAIN, at=at, text=text[:60], low=f"{low:g}", high=f"{high:g}")
    return value


def parse_figure(text: str, at: FileLine, high: float = 1e12) -> float | None:
    """A figure as BLS writes it, with or without commas; None for its marks of what is not available."""
    text = text.strip()
    if text in NOT_AVAILABLE:
        return None
    return parse_number(text.replace(",", "").removeprefix("$"), -high, high, at)


def parse_text(text: str, at: FileLine) -> str:
    """A text that says something. Raises ImportFailedError."""
    text = " ".join(text.split())
    if not text:
        raise ImportFailedError("{at}: a text is missing", AGAIN, at=at)
    return text
