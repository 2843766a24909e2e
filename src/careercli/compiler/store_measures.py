"""Puts every career into the catalogue in numbers, so that all can be scaled, limited and matched at once."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from careercli.compiler.build_role import make_bands
from careercli.compiler.name_groups import Statistics
from careercli.compiler.schema import RoleFacts
from careercli.core.careers.measures import REMOTE_SHARES, STUDY_YEARS, Measures, make_scales
from careercli.core.careers.model import Match
from careercli.core.careers.occupation import Occupation
from careercli.core.pay.bands import find_neighbour_pay, first_official
from careercli.core.pay.distribution import share_below
from careercli.core.text.languages import SOURCE, Lang

#: BLS skills that are kept of an occupation, the leading ones first.
LEADING_SKILLS = 6
_MATCHES = ("exact", "close", "broad")


def measure_occupation(one: Occupation, skills: Mapping[str, str] | None) -> Measures:
    """An occupation in numbers; `skills` are its seventeen BLS skills with their ranks, in the order of the table."""
    wage = one.pay
    ranks = [float(value or 0) for value in (skills or {}).values()]
    leading = sorted(range(len(ranks)), key=lambda n: (-ranks[n], n))[:LEADING_SKILLS]
    return Measures(
        id=one.id,
        kind="occupation",
        pay=wage.p50 if wage and wage.period == "year" else None,
        pay_rank=one.percentiles.get("p50"),
        years=STUDY_YEARS.get(one.education or ""),
        zone=one.job_zone,
        growth=one.outlook.growth_percent if one.outlook else None,
        openings=one.outlook.openings_per_year if one.outlook else None,
        freelance=one.self_employed_percent,
        leaving=one.leaving.exit_percent + one.leaving.transfer_percent if one.leaving else None,
        ai=next((measure.value for measure in one.ai if measure.measure == "tasks_people"), None),
        interests=msgspec.structs.astuple(one.interests) if one.interests else None,
        skills=tuple(leading),
    )


def put_measures(
    connection: sqlite3.Connection,
    measures: Sequence[tuple[str, Measures]],
    skills: Sequence[Mapping[Lang, str]],
) -> None:
    """Put all occupations in by country, the scales that they make there, and the names of the ranked skills."""
    rows = [(one.id, country, None, msgspec.json.encode(one)) for country, one in measures]
    connection.executemany("INSERT INTO measure VALUES (?, ?, ?, ?)", rows)
    countries = dict.fromkeys(country for country, _ in measures)
    scales = {c: make_scales(one for country, one in measures if country == c) for c in countries}
    put_meta = "INSERT INTO meta VALUES (?, ?)"
    connection.execute(put_meta, ("scales", msgspec.json.encode(scales).decode()))
    connection.execute(put_meta, ("countries", msgspec.json.encode(list(countries)).decode()))
    names = [("bls-skill", f"{n:02}", lang, name) for n, names in enumerate(skills) for lang, name in names.items()]
    connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", names)


def put_role_measures(connection: sqlite3.Connection, num: int, facts: RoleFacts, statistics: Statistics) -> None:
    """Put a guide in: its own figures, and what it may take from the occupation that is nearest to it.

    Preparation, interests and skills are of the nearest; outlook and size only of one that matches exactly. Pay is the
    middle of the neighbours' where no statistics count the career.
    """
    found = connection.execute("SELECT value FROM meta WHERE key = 'countries'").fetchone()
    bands = make_bands(facts, {}, SOURCE, statistics)
    for country in json.loads(found[0]) if found else [""]:
        base, stand_in, match = _nearest(connection, country, facts)
        own, near = first_official(bands, country), find_neighbour_pay(bands, country)
        pay = own.p50 if own else near.middle if near else None
        employees = statistics.everybody.get(country)
        measures = msgspec.structs.replace(
            base,
            id=facts.id,
            kind="role",
            pay=pay,
            pay_rank=share_below(employees, pay, "year", "gross") if employees and pay else None,
            years=float(facts.study_years[0]),
            remote=REMOTE_SHARES[facts.remote],
            stand_in=stand_in,
            match=match,
        )
        if match != "exact":
            measures = msgspec.structs.replace(
                measures, growth=None, openings=None, freelance=None, leaving=None, ai=None
            )
        row = (facts.id, country, num, msgspec.json.encode(measures))
        connection.execute("INSERT OR REPLACE INTO measure VALUES (?, ?, ?, ?)", row)


def _nearest(
    connection: sqlite3.Connection, country: str, facts: RoleFacts
) -> tuple[Measures, str | None, Match | None]:
    """The figures of the occupation that is nearest to a guide, its code, and how near it is."""
    query = "SELECT body FROM measure WHERE id = ? AND country = ? AND num IS NULL"
    for link in sorted(facts.occupations, key=lambda link: _MATCHES.index(link.match)):
        if found := connection.execute(query, (link.code, country)).fetchone():
            return msgspec.json.decode(found[0], type=Measures), link.code, link.match
    return Measures(id=facts.id, kind="role"), None, None
