"""Who works in a country by fields and groups of its own statistics: `trades_fr.csv` and `trade_fields_fr.csv`."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from careercli.compiler.figures import read_table, to_number
from careercli.core.careers.worldmap import Trade
from careercli.core.text.languages import SOURCE
from careercli.locale import languages

TABLE = """
CREATE TABLE trade (country TEXT, lang TEXT, field TEXT, code TEXT, body BLOB NOT NULL,
    PRIMARY KEY (country, lang, field, code)) WITHOUT ROWID"""
#: How well a group says what an occupation earns, best first.
_MATCHES = ("exact", "part", "rough")


def put_trades(
    connection: sqlite3.Connection, folder: Path, countries: Iterable[str], people: Mapping[str, float]
) -> None:
    """Put the fields and groups of each country in that has them.

    A group opens the occupation that it says most of, the one with most `people` of several.
    """
    for country in countries:
        place = country.lower()
        if not (folder / f"trades_{place}.csv").is_file():
            continue
        fields = {row["code"]: row for row in read_table(folder / f"trade_fields_{place}.csv")}
        pages: dict[str, tuple[int, float, str]] = {}
        for link in read_table(folder / f"groups_{place}.csv"):
            rank = (_MATCHES.index(link["match"]), -people.get(link["code"], 0.0), link["code"])
            pages[link["group"]] = min(rank, pages.get(link["group"], rank))
        for row in read_table(folder / f"trades_{place}.csv"):
            code, field = row["code"], fields.get(row["code"])
            page = pages[code][-1] if code in pages else ""
            for lang in languages():
                trade = Trade(
                    code=code,
                    name=field.get(lang, field[SOURCE]) if field else row["title"],
                    short=field.get(f"short_{lang}", field[f"short_{SOURCE}"]) if field else "",
                    people=int(row["people"]),
                    counted=(row["before"], row["counted"]),
                    change=to_number(row["change"]),
                    pay=to_number(row["p50"]),
                    paid=row["paid"],
                    page=page,
                )
                values = (country, lang, "" if field else code[0], code, msgspec.json.encode(trade))
                connection.execute("INSERT INTO trade VALUES (?, ?, ?, ?, ?)", values)
