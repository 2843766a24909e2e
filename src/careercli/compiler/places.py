"""Compiles pay by place into a file of its own, so that nothing else slows: `data/places/*.csv`, by country."""

import csv
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from careercli.compiler import entries
from careercli.compiler.figures import Row, read_table
from careercli.compiler.load import load_file
from careercli.core.text.ids import fold

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE area (id INTEGER PRIMARY KEY, country TEXT, kind TEXT, state INTEGER, name TEXT, names TEXT);
CREATE TABLE area_name (key TEXT, rank INTEGER, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE wage (
    area INTEGER, code INTEGER, employment INTEGER, p10 INTEGER, p25 INTEGER, p50 INTEGER, p75 INTEGER, p90 INTEGER,
    thin INTEGER, PRIMARY KEY (area, code)) WITHOUT ROWID;
"""
#: What parts the cities of a metropolitan area, before the states that it reaches into.
_BETWEEN_CITIES = re.compile(r"--?|/")


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
            _put_wages(connection, folder / f"wages_{size}_{country}.csv")
    connection.execute("COMMIT")


def _put_wages(connection: sqlite3.Connection, path: Path) -> None:
    """Put in a table of a quarter of a million rows; SQLite makes whole numbers of the cells, four times as fast."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        titles = next(rows)
        cells = ", ".join("replace(?, '-', '')" if title == "code" else "nullif(?, '')" for title in titles)
        connection.executemany(f"INSERT INTO wage ({', '.join(titles)}) VALUES ({cells})", filter(None, rows))


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
