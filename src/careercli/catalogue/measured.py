"""Puts every career into the catalogue in numbers, so that all can be scaled, limited and matched at once."""

import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from careercli.catalogue.schema import RoleFacts
from careercli.core.measures import REMOTE_SHARES, STUDY_YEARS, Measures, make_scales
from careercli.core.occupation import Occupation
from careercli.core.pay import AllEmployees

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
        interests=msgspec.structs.astuple(one.interests) if one.interests else None,
        skills=tuple(leading),
    )


def put_measures(connection: sqlite3.Connection, measures: Sequence[Measures], skills: Mapping[str, str]) -> None:
    """Put all occupations in, the scales that they make, and the names of the BLS skills (English: French)."""
    rows = [(one.id, None, msgspec.json.encode(one)) for one in measures]
    connection.executemany("INSERT INTO measure VALUES (?, ?, ?)", rows)
    scales = msgspec.json.encode(make_scales(measures)).decode()
    connection.execute("INSERT INTO meta VALUES ('scales', ?)", (scales,))
    names = [("bls-skill", f"{n:02}", en, fr) for n, (en, fr) in enumerate(skills.items())]
    connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", names)


def put_role_measures(
    connection: sqlite3.Connection, num: int, facts: RoleFacts, everybody: AllEmployees | None
) -> None:
    """Put a guide in: its own figures, and those of the occupation that is nearest to it for the rest."""
    links = sorted(facts.occupations, key=lambda link: _MATCHES.index(link.match))
    query = "SELECT body FROM measure WHERE id = ? AND num IS NULL"
    for link in links:
        found = connection.execute(query, (link.code,)).fetchone()
        if found:
            base = msgspec.json.decode(found[0], type=Measures)
            stand_in, match = link.code, link.match
            break
    else:
        base, stand_in, match = Measures(id=facts.id, kind="role"), None, None
    medians = (b.p50 for b in facts.bands if (b.country, b.basis, b.period) == ("US", "official", "year") and b.p50)
    median = next(medians, None)
    measures = msgspec.structs.replace(
        base,
        id=facts.id,
        kind="role",
        pay=median,
        pay_rank=everybody.distribution.share_below(median) if everybody and median else None,
        years=float(facts.study_years[0]),
        remote=REMOTE_SHARES[facts.remote],
        stand_in=stand_in,
        match=match,
    )
    connection.execute(
        "INSERT OR REPLACE INTO measure VALUES (?, ?, ?)", (facts.id, num, msgspec.json.encode(measures))
    )
