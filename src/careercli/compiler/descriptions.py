"""Reads what each occupation is like: our descriptions, conditions of work, and the way in, by language."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from careercli.compiler.figures import Row, read_table
from careercli.core.careers.access import Access, License
from careercli.core.careers.occupation import Condition
from careercli.core.text.languages import Lang
from careercli.locale import Say, languages

#: What stands between the duties of a description, and between conditions.
BETWEEN = "|"


class Description(NamedTuple):
    """What an occupation is like, in one language; empty where nothing is written yet."""

    summary: str = ""
    duties: tuple[str, ...] = ()
    setting: str = ""
    hard: str = ""
    likes: str = ""


class Diploma(NamedTuple):
    """The level of a diploma, 3 to 8, in the framework of a country, and the years to it where these are others."""

    level: int
    years: int | None
    country: str


class Descriptions:
    """The tables of `data/occupations` that hold words of ours."""

    def __init__(self, folder: Path, condition_names: dict[str, dict[Lang, str]]) -> None:
        self._texts = {lang: _by_code(folder / f"descriptions_{lang}.csv") for lang in languages()}
        self._access = {lang: _by_code(folder / f"access_{lang}.csv") for lang in languages()}
        self._licenses = {lang: _by_code(folder / f"licenses_{lang}.csv") for lang in languages()}
        self._conditions = _by_code(folder / "conditions.csv")
        self._names = condition_names

    def description(self, code: str, lang: Lang) -> Description:
        """The description of an occupation."""
        row = self._texts[lang].get(code)
        if row is None:
            return Description()
        duties = tuple(duty for duty in row["duties"].split(BETWEEN) if duty)
        return Description(row["summary"], duties, row["setting"], row["hard"], row["likes"])

    def conditions(self, code: str, lang: Lang) -> tuple[Condition, ...]:
        """The conditions of an occupation, the most telling first."""
        ids = self._conditions.get(code, {}).get("conditions", "").split(BETWEEN)
        return tuple(Condition(id=id_, name=self._names[id_][lang]) for id_ in ids if id_)

    def access(self, code: str, lang: Lang) -> Access | None:
        """The way in where the language is spoken; None where it is not told."""
        row = self._access[lang].get(code)
        if row is None:
            return None
        regulated = row["regulated"] == "yes"
        level, years = int(row["level"]), int(row["years"]) if row["years"] else None
        return Access(level=level, years=years, text=row["text"], regulated=regulated, source=row["source"] or None)

    def license(self, code: str, lang: Lang) -> License | None:
        """The license that is needed where the language is spoken; None where none is, or it is told of the way in."""
        row = self._licenses[lang].get(code)
        if row is None:
            return None
        return msgspec.convert({key: row[key] or None for key in ("need", "text", "source", "law")}, License)

    def level(self, code: str) -> Diploma | None:
        """The diploma by which one gets in, in the country of the first language in which that is told."""
        told = ((self.access(code, lang), lang) for lang in languages())
        return next((Diploma(access.level, access.years, Say(lang).country) for access, lang in told if access), None)


def _by_code(path: Path) -> dict[str, Row]:
    return {row["code"]: row for row in read_table(path)} if path.is_file() else {}
