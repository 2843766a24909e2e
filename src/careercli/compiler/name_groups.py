"""Says of the official figures of a guide whom they count: the occupation that they are of, or its wider group."""

import sqlite3

import msgspec

from careercli.core.careers.model import Group, PayBand, Rating, Role
from careercli.core.careers.occupation import Occupation


def name_groups(connection: sqlite3.Connection, role: Role) -> Role:
    """The same guide, its official pay and its measured stars each with whom they count.

    They count the career itself only where the occupation is the same (`exact`), and has figures of its own.
    """
    exact = {link.code for link in role.occupations if link.match == "exact"}

    def find_group(band: PayBand) -> Group | None:
        query = "SELECT body FROM occupation WHERE code = ? AND lang = ? AND country = ?"
        row = connection.execute(query, (band.occupation, role.lang, band.country)).fetchone()
        wage = msgspec.json.decode(row[0], type=Occupation).pay if row else None
        return None if wage is None else msgspec.structs.replace(wage.of, own=wage.of.own and band.occupation in exact)

    def rated(rating: Rating, bands: tuple[PayBand, ...]) -> Rating:
        of = next((b.of for b in bands if b.of and (b.country, b.period) == (rating.country, "year")), None)
        return msgspec.structs.replace(rating, of=of) if rating.basis == "measured" and not rating.of else rating

    sections = []
    for section in role.sections:
        bands = tuple(msgspec.structs.replace(b, of=find_group(b)) if b.occupation else b for b in section.bands)
        ratings = tuple(rated(rating, bands) for rating in section.ratings)
        sections.append(msgspec.structs.replace(section, bands=bands, ratings=ratings))
    return msgspec.structs.replace(role, sections=tuple(sections))
