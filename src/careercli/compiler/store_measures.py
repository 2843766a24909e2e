"""Puts every career into the catalogue in numbers, so that all can be scaled, limited and matched at once."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from careercli.compiler.build_role import make_bands
from careercli.compiler.descriptions import Diploma
from careercli.compiler.name_groups import Statistics
from careercli.compiler.schema import RoleFacts
from careercli.core.careers.measures import ENTRY_STEPS, REMOTE_SHARES, Measures
from careercli.core.careers.model import Match, StartingPoint
from careercli.core.careers.occupation import Occupation
from careercli.core.careers.pay_here import find_pay_here
from careercli.core.careers.reports import Card
from careercli.core.careers.study import Study
from careercli.core.careers.study_of import study_of
from careercli.core.comparing.criteria import make_scales
from careercli.core.pay.bands import find_neighbour_pay, first_official
from careercli.core.pay.distribution import share_below
from careercli.core.text.languages import SOURCE, Lang

#: BLS skills that are kept of an occupation, the leading ones first: so many at most, none that more than half of all
#: occupations ask more of.
LEADING_SKILLS, MIDDLE_RANK = 6, 50
_MATCHES = ("exact", "close", "broad")
_DEGREES = ("bachelor", "master", "doctorate")
#: What only an occupation that is exactly the career lends to a guide.
_OF_EXACT = (
    "growth",
    "openings",
    "employment",
    "freelance",
    "leaving",
    "stopping",
    "changing",
    "degree",
    "ai",
    "ai_model",
    "ai_use",
    "ai_talk",
    "conditions",
    "maybe",
    "unsaid",
)


def measure_occupation(
    occupation: Occupation, skills: Mapping[str, str] | None, level: Diploma | None = None
) -> Measures:
    """An occupation in numbers; `skills` are its seventeen BLS skills with their ranks, in the order of the table.

    `level` is that of the diploma by which one gets in, where that is told of any country.
    """
    study = study_of(occupation)
    wage, outlook, leaving = occupation.pay, occupation.outlook, occupation.leaving
    ranks = [float(value or 0) for value in (skills or {}).values()]
    leading = [n for n in sorted(range(len(ranks)), key=lambda n: (-ranks[n], n)) if ranks[n] >= MIDDLE_RANK]
    ai = {measure.measure: measure.value for measure in occupation.ai}
    return Measures(
        id=occupation.id,
        kind="occupation",
        pay=wage.p50 if wage and wage.period == "year" else None,
        pay_hour=wage.p50 if wage and wage.period == "hour" else None,
        pay_rank=occupation.percentiles.get("p50"),
        stars=occupation.stars.get("p50"),
        years=study.years if study else None,
        study=study,
        zone=occupation.job_zone,
        level=level.level if level else None,
        level_in=level.country if level else "",
        level_years=level.years if level else None,
        growth=outlook.growth_percent if outlook else None,
        openings=outlook.openings_per_year if outlook else None,
        employment=occupation.employment,
        freelance=occupation.self_employed_percent,
        leaving=leaving.exit_percent + leaving.transfer_percent if leaving else None,
        stopping=leaving.exit_percent if leaving else None,
        changing=leaving.transfer_percent if leaving else None,
        degree=_degree(occupation),
        ai=ai.get("tasks_people"),
        ai_model=ai.get("tasks_model"),
        ai_use=ai.get("applicability"),
        ai_talk=ai.get("conversations_percent"),
        conditions=tuple(condition.id for condition in occupation.conditions) or None,
        interests=msgspec.structs.astuple(occupation.interests) if occupation.interests else None,
        skills=tuple(leading[:LEADING_SKILLS]),
    )


def _degree(occupation: Occupation) -> float | None:
    """The percent of those in an occupation who have studied to a bachelor's degree or further."""
    held = occupation.education_held
    return round(sum(held.shares.get(level, 0.0) for level in _DEGREES), 1) if held else None


def put_measures(
    connection: sqlite3.Connection,
    measures: Sequence[tuple[str, Measures]],
    shown: Sequence[str],
    skills: Sequence[Mapping[Lang, str]],
) -> None:
    """Put all occupations in by country, the scales that they make there, and the names of the ranked skills.

    `shown` are the countries whose statistics know them; others have but their pay.
    """
    rows = [(one.id, country, None, msgspec.json.encode(one)) for country, one in measures]
    connection.executemany("INSERT INTO measure VALUES (?, ?, ?, ?)", rows)
    countries = dict.fromkeys(country for country, _ in measures)
    scales = {c: make_scales(one for country, one in measures if country == c) for c in countries}
    put_meta = "INSERT INTO meta VALUES (?, ?)"
    connection.execute(put_meta, ("scales", msgspec.json.encode(scales).decode()))
    connection.execute(put_meta, ("countries", msgspec.json.encode(shown).decode()))
    connection.execute(put_meta, ("paid in", msgspec.json.encode(list(countries)).decode()))
    names = [("bls-skill", f"{n:02}", lang, name) for n, names in enumerate(skills) for lang, name in names.items()]
    connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", names)


def put_role_measures(
    connection: sqlite3.Connection, num: int, facts: RoleFacts, statistics: Statistics, card: Card
) -> None:
    """Put a guide in: its own figures, and what it may take from the occupation that is nearest to it.

    Preparation, interests and skills are of the nearest; outlook and size only of one that matches exactly. Pay is the
    middle of the neighbours' where no statistics count the career.
    """
    found = connection.execute("SELECT value FROM meta WHERE key = 'paid in'").fetchone()
    bands = make_bands(facts, {}, SOURCE, statistics)
    for country in json.loads(found[0]) if found else [""]:
        base, stand_in, match = _nearest(connection, country, facts)
        study = _study(base, facts)
        own, near = first_official(bands, country), find_neighbour_pay(bands, country)
        here = find_pay_here(card.ratings, card.expected_pay, country)
        told = here.middle if here and here.country == country and here.basis != "editorial" else None
        pay = own.p50 if own else near.middle if near else told
        employees = statistics.everybody.get(country)
        measures = msgspec.structs.replace(
            base,
            id=facts.id,
            kind="role",
            pay=pay,
            pay_rank=share_below(employees, pay, "year", "gross") if employees and pay else None,
            stars=card.judged_stars,
            stars_in=_stars_in(card, statistics),
            years=study.years,
            study=study,
            time=_longest(facts, "school"),
            time_after_study=_longest(facts, "elsewhere"),
            hired_in=_hired_in(facts),
            entry=ENTRY_STEPS[facts.entry],
            remote=REMOTE_SHARES[facts.remote],
            stand_in=stand_in,
            match=match,
        )
        if match != "exact":
            measures = msgspec.structs.replace(measures, **dict.fromkeys(_OF_EXACT))
        row = (facts.id, country, num, msgspec.json.encode(measures))
        connection.execute("INSERT OR REPLACE INTO measure VALUES (?, ?, ?, ?)", row)


def _study(nearest: Measures, facts: RoleFacts) -> Study:
    """What one studies for a guide: what its nearest occupation asks for, between the years that the guide gives."""
    least, most = map(float, facts.study_years)
    return msgspec.structs.replace(nearest.study or Study(), then=None, least=least, most=most)


def _stars_in(card: Card, statistics: Statistics) -> tuple[tuple[str, int], ...]:
    """The stars of a guide by country, as its card has them there."""
    paid = {country: find_pay_here(card.ratings, card.expected_pay, country) for country in statistics.everybody}
    return tuple((country, pay.stars) for country, pay in paid.items() if pay and pay.stars)


def _hired_in(facts: RoleFacts) -> tuple[float, float] | None:
    """The months that it takes at least and at most to be hired from school."""
    return next(((time.low, time.high) for time in facts.time_to_enter if time.start == "school"), None)


def _longest(facts: RoleFacts, start: StartingPoint) -> float | None:
    """The months that it takes at most to be hired from a starting point."""
    return next((time.high for time in facts.time_to_enter if time.start == start), None)


def _nearest(
    connection: sqlite3.Connection, country: str, facts: RoleFacts
) -> tuple[Measures, str | None, Match | None]:
    """The figures of the occupation that is nearest to a guide, its code, and how near it is."""
    query = "SELECT body FROM measure WHERE id = ? AND country = ? AND num IS NULL"
    for link in sorted(facts.occupations, key=lambda link: _MATCHES.index(link.match)):
        if found := connection.execute(query, (link.code, country)).fetchone():
            return msgspec.json.decode(found[0], type=Measures), link.code, link.match
    return Measures(id=facts.id, kind="role"), None, None
