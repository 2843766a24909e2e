"""Compiles pay by place into a file of its own, so that nothing else slows: `data/places/*.csv`, by country."""

import contextlib
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from careercli.compiler import entries
from careercli.compiler.figures import Row, read_table
from careercli.compiler.load import load_file
from careercli.compiler.locate import Locations, as_text, stamp_files
from careercli.core.text.ids import fold
from careercli.errors import SystemRefusedError
from careercli.files.folders import make_private

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE area (id INTEGER PRIMARY KEY, country TEXT, kind TEXT, state INTEGER, name TEXT, names TEXT);
CREATE TABLE area_name (key TEXT, rank INTEGER, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE wage (
    area INTEGER, code INTEGER, employment INTEGER, p10 INTEGER, p25 INTEGER, p50 INTEGER, p75 INTEGER, p90 INTEGER,
    thin INTEGER, PRIMARY KEY (area, code)) WITHOUT ROWID;
"""
_COLUMNS = ("employment", "p10", "p25", "p50", "p75", "p90", "thin")
#: What parts the cities of a metropolitan area, before the states that it reaches into.
_BETWEEN_CITIES = re.compile(r"--?|/")


def open_places(where: Locations) -> sqlite3.Connection:
    """The file of pay by place: that of the wheel, or of the cache, made anew where a table changed."""
    if where.compiled:
        return sqlite3.connect(f"{where.compiled.with_name('places.sqlite').as_uri()}?mode=ro&immutable=1", uri=True)
    assert where.data
    import zlib

    stamps = stamp_files(sorted([*(where.data / "places").iterdir(), Path(__file__)]))
    digest = f"{zlib.crc32(as_text(repr(sorted(stamps.items()))).encode()):08x}"
    file = where.cache / f"places-{digest}.sqlite"
    if not file.is_file():
        try:
            _make_file(file, where.data)
        except (OSError, SystemRefusedError, sqlite3.Error):
            connection = sqlite3.connect(":memory:", isolation_level=None)
            put_places(connection, where.data)
            return connection
    return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)


def _make_file(file: Path, data: Path) -> None:
    """Make the cached file in one step, and remove those of earlier tables."""
    make_private(file.parent)
    descriptor, name = tempfile.mkstemp(prefix="places", suffix=".new", dir=file.parent)
    os.close(descriptor)
    try:
        with contextlib.closing(sqlite3.connect(name, isolation_level=None)) as connection:
            connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF")
            put_places(connection, data)
        for other in file.parent.glob("places-*.sqlite"):
            other.unlink(missing_ok=True)
        os.replace(name, file)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)


def put_places(connection: sqlite3.Connection, data: Path) -> None:
    """Fill an empty database with the places of every country that has some."""
    for statement in _TABLES.strip().split(";\n"):
        connection.execute(statement)
    folder = data / "places"
    said, _, problems = load_file(folder / "names.yaml", dict[entries.AreaCode, entries.PlaceNames])
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    connection.execute("BEGIN")
    for path in sorted(folder.glob("areas_*.csv")):
        country = path.stem.removeprefix("areas_")
        areas = list(read_table(path))
        _put_areas(connection, country.upper(), areas, said or {})
        for size in ("wide", "narrow"):
            rows = read_table(folder / f"wages_{size}_{country}.csv")
            connection.executemany("INSERT INTO wage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_wage, rows))
    connection.execute("COMMIT")


def _wage(row: Row) -> tuple[int | None, ...]:
    cells = (int(float(cell)) if (cell := row.get(column)) else None for column in _COLUMNS)
    return int(row["area"]), as_number(row["code"]), *cells


def as_number(code: str) -> int:
    """The number that stands for a seven-character code: 15-1252 gives 151252."""
    return int(code[:7].replace("-", ""))


def _put_areas(
    connection: sqlite3.Connection, country: str, areas: list[Row], said: dict[str, entries.PlaceNames]
) -> None:
    import msgspec

    official = {row["area"]: row["name"] for row in areas}
    states = {entry.postal: official[area] for area, entry in said.items() if entry.postal and area in official}
    for row in areas:
        more = said.get(row["area"], entries.PlaceNames())
        names = msgspec.json.encode(more.names).decode()
        values = (int(row["area"]), country, row["kind"], int(row["state"]), row["name"], names)
        connection.execute("INSERT INTO area VALUES (?, ?, ?, ?, ?, ?)", values)
        ranked = [*_names(row, states), *((name, 0) for name in (*more.names.values(), *more.also))]
        ranked += [(more.postal, 1)] if more.postal else []
        best: dict[str, int] = {}
        for name, rank in ranked:
            if key := fold(name):
                best[key] = min(rank, best.get(key, rank))
        rows = [(key, rank, int(row["area"])) for key, rank in best.items()]
        connection.executemany("INSERT INTO area_name VALUES (?, ?, ?)", rows)


def _names(row: Row, states: dict[str, str]) -> Iterator[tuple[str, int]]:
    """The names of an area and how telling they are: 0 its whole name, 1 its first city, 2 another of its cities."""
    name = row["name"]
    yield name, 0
    cities, _, reach = name.partition(", ")
    if row["kind"] == "state" or not reach:
        return
    yield cities, 0
    within = [part for short in reach.split("-") for part in (short, states.get(short, short))]
    for place, city in enumerate(part for part in _BETWEEN_CITIES.split(cities) if part):
        rank = 1 if place == 0 else 2
        plain = city.replace("St.", "Saint")
        for spelt in {city, plain, city.removesuffix(" City"), city.removesuffix(" Town")}:
            yield spelt, rank
            yield from ((f"{spelt} {state}", rank) for state in within)
