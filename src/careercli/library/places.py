"""Pay by place: finding a place by any of its names, and what an occupation pays there."""

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

import msgspec

from careercli.compiler.locate import Locations
from careercli.compiler.place_file import open_places
from careercli.core.careers.places import Place, PlaceRank, PlaceWage, as_number
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.core.text.spelling import count_slips
from careercli.errors import NotFoundError
from careercli.library.beginnings import AFTER, Beginning, go_on

#: The number of the code of everybody employed.
EVERYBODY = 0
#: How many times as many people the largest of the places of a name must employ to be meant.
CLEARLY_LARGER = 4
#: How an area is called: by its whole name (0), by its first city, by another of its cities.
FIRST_CITY = 1
#: Fewer people than this make no rank among places.
ENOUGH = 50
#: Places that are offered to a shell at most: as many as there are states and territories, and a few.
MOST_STATES = 60
#: Letters from which on a name may have two slips, and how many that may be meant are told.
LONG, NAMED = 8, 3
_ID = re.compile("[0-9]{7}")
_WAGE = "employment, p10, p25, p50, p75, p90, thin"
_NOISE = ("metropolitan area", "metro area", "metro", "area", "greater", "region", "state of", "city of", "state")


class Places:
    """The open file of pay by place."""

    def __init__(self, where: Locations) -> None:
        self._connection: sqlite3.Connection = open_places(where)

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        return self._connection.execute(query, values).fetchall()

    def resolve(self, name: str, lang: Lang) -> Place:
        """The place that a name, or an id, means.

        Raises NotFoundError: with the places of that name where none is clearly the largest, or with near names.
        """
        if _ID.fullmatch(name) and self._rows("SELECT 1 FROM area WHERE id = ?", (int(name),)):
            return self.get(int(name), lang)
        rows = self._meant(name)
        if not rows:
            ids = [self._named(key)[0][0] for key in self._misspelt(fold(name))]
            near = list(dict.fromkeys(self.get(id_, lang).name for id_ in ids))
            raise NotFoundError("place", name, near, countries=self.countries)
        rank, kind = max(rows[0][1], FIRST_CITY), rows[0][2]
        alike = [row for row in rows if row[1] <= rank and row[2] == kind]
        alike.sort(key=lambda row: -(row[3] or 0))
        if len(alike) > 1 and (alike[0][3] or 0) < CLEARLY_LARGER * (alike[1][3] or 0):
            raise NotFoundError("several-places", name, [self.get(row[0], lang).name for row in alike])
        return self.get(alike[0][0], lang)

    def find_whole(self, name: str, lang: Lang) -> Place | None:
        """The largest place of a name that is its own or that of its first city; None where there is none."""
        rows = [row for row in self._named(fold(name)) if row[1] <= FIRST_CITY]
        return self.get(rows[0][0], lang) if rows else None

    def namesakes(self, name: str, place: Place, lang: Lang) -> list[Place]:
        """The other places that are called by the name which means a place, those first that bear it as their own.

        Beside a state they are those whose name begins with it, but for a city that only adds that it is one.
        """
        others = [row for row in self._meant(name) if row[0] != int(place.id)]
        if place.kind == "state":
            others = [row for row in others if row[1] <= FIRST_CITY]
        called = [self.get(row[0], lang) for row in others]
        return [other for other in called if not fold(other.name).startswith(f"{fold(name)} city")]

    def _meant(self, name: str) -> list[tuple[int, int, str, int | None]]:
        key = fold(name)
        return self._named(key) or self._named(_without_noise(key))

    def _named(self, key: str) -> list[tuple[int, int, str, int | None]]:
        query = """
            SELECT area.id, rank, kind, wage.employment
            FROM area_name JOIN area USING (id) LEFT JOIN wage ON wage.area = area.id AND wage.code = ?
            WHERE key = ? ORDER BY 2, kind DESC, 4 DESC"""
        return self._rows(query, (EVERYBODY, key))

    @property
    def countries(self) -> list[str]:
        """Those whose places are known."""
        return [country for (country,) in self._rows("SELECT DISTINCT country FROM area ORDER BY 1", ())]

    def _misspelt(self, name: str) -> list[str]:
        """The names that a misspelt one may be: a town of another country that is only like one of ours is none."""
        most = 1 if len(name) < LONG else 2
        keys = [key for (key,) in self._rows("SELECT DISTINCT key FROM area_name WHERE key LIKE ?", (f"{name[:1]}%",))]
        slips = {key: count_slips(name, key, most) for key in keys if len(key) > 2}
        return sorted((key for key, count in slips.items() if count <= most), key=slips.__getitem__)[:NAMED]

    def find_beginnings(self, typed: str, lang: Lang) -> list[Beginning]:
        """The places that have a name which begins so, those where most are employed first; nothing typed: states."""
        begun, meant = fold(typed), []
        for id_, key in self._begun(begun).items():
            name = self.get(id_, lang).name
            whole = fold(name.partition(",")[0])
            meant.append(Beginning(go_on(typed, whole if whole.startswith(begun) else key), name))
        return sorted(meant)[:MOST_STATES]

    def find(self, typed: str, lang: Lang, most: int) -> list[Place]:
        """The places that have a name which begins so, those first where most are employed."""
        return [self.get(id_, lang) for id_ in list(self._begun(fold(typed)))[:most]]

    def _begun(self, begun: str) -> dict[int, str]:
        """The numbers of places by a name that begins so, their own names and the largest first."""
        query = """
            SELECT key, area.id FROM area_name JOIN area USING (id) LEFT JOIN wage ON wage.area = area.id AND code = ?
            WHERE key >= ? AND key < ? AND (? <> '' OR kind = 'state') ORDER BY rank, employment DESC, length(key)"""
        keys: dict[int, str] = {}
        for key, id_ in self._rows(query, (EVERYBODY, begun, begun + AFTER, begun)):
            keys.setdefault(id_, key)
        return keys

    def get(self, id_: int, lang: Lang) -> Place:
        """A place by its number, under its name in a language."""
        ((country, kind, name, names),) = self._rows("SELECT country, kind, name, names FROM area WHERE id = ?", (id_,))
        spoken = msgspec.json.decode(names, type=dict[str, str]).get(lang, name)
        return Place(id=f"{id_:07d}", kind=kind, name=spoken, country=country)

    def state_of(self, place: Place, lang: Lang) -> Place | None:
        """The state that a place lies in, or begins in; None for a state."""
        ((state,),) = self._rows("SELECT state FROM area WHERE id = ?", (int(place.id),))
        return None if state == int(place.id) else self.get(state, lang)

    def wage(self, place: Place, code: str | None = None) -> PlaceWage | None:
        """What is published of a wage code in a place, or of everybody employed there."""
        number = EVERYBODY if code is None else as_number(code)
        rows = self._rows(f"SELECT {_WAGE} FROM wage WHERE area = ? AND code = ?", (int(place.id), number))
        return _wage(rows[0]) if rows else None

    def wages(self, place: Place) -> dict[str, PlaceWage]:
        """What is published of every wage code that has a median in a place."""
        query = f"SELECT code, {_WAGE} FROM wage WHERE area = ? AND p50 IS NOT NULL"
        rows = self._rows(query, (int(place.id),))
        return {f"{code // 10000:02d}-{code % 10000:04d}": _wage(row) for code, *row in rows if code != EVERYBODY}

    def ranked(self, code: str, by: str, lang: Lang, limit: int = 5) -> tuple[PlaceRank, ...]:
        """The metropolitan areas where an occupation pays best (`p50`), or where most do it (`employment`)."""
        assert by in ("p50", "employment")
        query = f"""
            SELECT area, p50, employment, thin FROM wage
            WHERE area IN (SELECT id FROM area WHERE kind = 'area') AND code = ? AND employment >= ?
                AND {by} IS NOT NULL AND thin IS NULL
            ORDER BY {by} DESC LIMIT ?"""
        rows = self._rows(query, (as_number(code), ENOUGH, limit))
        return tuple(
            PlaceRank(place=self.get(area, lang), median=median, employment=employment, thin=bool(thin))
            for area, median, employment, thin in rows
        )


def _wage(row: Sequence[Any]) -> PlaceWage:
    *amounts, thin = row
    return PlaceWage(**dict(zip(PlaceWage.__struct_fields__, amounts, strict=False)), thin=bool(thin))


def _without_noise(key: str) -> str:
    for noise in _NOISE:
        key = key.removeprefix(f"{noise} ").removesuffix(f" {noise}")
    return key
