"""Which careers a list keeps, and in what order."""

import math
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.pay_here import find_pay_here
from careercli.core.careers.reports import Card
from careercli.core.text.ids import fold

#: Orders that are no criterion.
BY_NAME, BY_FAMILY = "name", "family"
Listed = TypeVar("Listed", Card, OccupationCard)


def paid_in(card: Card, country: str) -> Card:
    """A guide with what it pays in a country, and the stars of that."""
    pay = find_pay_here(card.ratings, card.expected_pay, country)
    if pay is None or pay.stars is None:
        return replace(card, pay=pay)
    return replace(card, pay=pay, stars=pay.stars, stars_basis=pay.basis)


def filter_cards(
    cards: Iterable[Card], *, families: Collection[str] | None = None, skills: Iterable[str] = ()
) -> list[Card]:
    """The guides of some fields that need all of some skills."""
    wanted = set(skills)
    return [card for card in cards if (families is None or card.family in families) and wanted <= set(card.skills)]


def filter_occupations(
    cards: Iterable[OccupationCard],
    *,
    families: Collection[str] | None = None,
    skills: Iterable[frozenset[str]] = (),
    interest: str | None = None,
) -> list[OccupationCard]:
    """The occupations of some fields; of each set of `skills` one must be there.

    `interest`: one or more letters of RIASEC that must be among the top ones, as many as are given.
    """
    wanted = list(skills)
    letters = (interest or "").upper()
    return [
        card
        for card in cards
        if (families is None or card.family in families)
        and set(letters) <= set(card.interests[: max(len(letters), 1)])
        and not any(names.isdisjoint(card.skills) for names in wanted)
    ]


def sort_listed(
    cards: Iterable[Listed], by: str, values: Mapping[str, float | None], *, rising: bool = False
) -> tuple[Listed, ...]:
    """The cards by name, by field, or by a value of each, the largest first unless `rising`, the unknown last.

    Of equal values those come first that count the career itself.
    """
    named = by in (BY_NAME, BY_FAMILY)

    def key(card: Listed) -> tuple[float, bool, str, str, str]:
        value = values.get(card.id)
        rank = math.inf if value is None and not named else (value or 0.0) * (1 if rising else -1)
        wider = not named and isinstance(card, OccupationCard) and not card.own
        return rank, wider, _letters(card.family_name) if by == BY_FAMILY else "", _letters(card.name), card.id

    return tuple(sorted(cards, key=key))


def fold_groups(cards: Iterable[OccupationCard]) -> tuple[OccupationCard, ...]:
    """The cards, those that have a group's figures alone under the first that has them, best one that it counts itself.

    For lists in the order of a figure: what shares it would fill them. Who may not keep a limit stands by itself.
    """
    cards = tuple(cards)
    heads: dict[str, str] = {}
    for card in sorted(cards, key=lambda card: not card.own):
        if card.of and not card.unknown:
            heads.setdefault(card.of.code, card.id)
    kin: dict[str, list[str]] = {}
    for card in cards:
        if card.of and not card.own and not card.unknown and heads[card.of.code] != card.id:
            kin.setdefault(heads[card.of.code], []).append(card.id)
    folded = {id_ for ids in kin.values() for id_ in ids}
    return tuple(replace(card, kin=tuple(kin.get(card.id, ()))) for card in cards if card.id not in folded)


def _letters(name: str) -> str:
    """What a name is sorted by."""
    return name.lower() if name.isascii() else fold(name)
