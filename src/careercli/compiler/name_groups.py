"""Whom the official figures of a guide count: the occupation that they are of, or its wider group."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from careercli.compiler.schema import RoleFacts
from careercli.core.careers.model import Group
from careercli.core.careers.occupation import Occupation
from careercli.core.pay.distribution import AllEmployees
from careercli.core.text.languages import Lang


class Statistics(NamedTuple):
    """What official statistics say of a role, in a language.

    `everybody` is the pay of all employees by country. `titles` are those of its occupations by code. `groups` is whom
    the wages of an occupation count, by code and country: `own` only where that is the career itself.
    """

    everybody: Mapping[str, AllEmployees]
    titles: Mapping[str, str] = {}
    groups: Mapping[tuple[str, str], Group] = {}


def load_employees(connection: sqlite3.Connection) -> dict[str, AllEmployees]:
    """The pay of all employees, by country."""
    rows = connection.execute("SELECT country, body FROM distribution ORDER BY num")
    return {country: msgspec.json.decode(body, type=AllEmployees) for country, body in rows}


def load_statistics(
    connection: sqlite3.Connection, facts: RoleFacts, lang: Lang, everybody: Mapping[str, AllEmployees]
) -> Statistics:
    """What the statistics say of the occupations of a role.

    They count the career itself only where the occupation is the same (`exact`), and has figures of its own.
    """
    titles: dict[str, str] = {}
    groups: dict[tuple[str, str], Group] = {}
    for link in facts.occupations:
        query = "SELECT country, body FROM occupation WHERE code = ? AND lang = ?"
        for country, body in connection.execute(query, (link.code, lang)):
            occupation = msgspec.json.decode(body, type=Occupation)
            titles[link.code] = occupation.name
            if occupation.pay:
                of = occupation.pay.of
                groups[link.code, country] = msgspec.structs.replace(of, own=of.own and link.match == "exact")
    return Statistics(everybody, titles, groups)
