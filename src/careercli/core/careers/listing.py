"""Which careers a list keeps, and in what order."""

import math
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from careercli.core.careers.model import Group
from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.pay_here import PayHere, find_pay_here
from careercli.core.careers.reports import Card
from careercli.core.text.ids import fold

#: Orders that are no criterion.
BY_NAME, BY_FAMILY = "name", "family"
#: Orders by pay.
PAID = ("pay", "stars")
Listed = TypeVar("Listed", Card, OccupationCard)


def paid_in(card: Card, country: str) -> Card:
    """A guide with what it pays in a country, and the stars of that."""
    pay = find_pay_here(card.ratings, card.expected_pay, country)
    if pay is None or pay.stars is None:
        return replace(card, pay=pay)
    return replace(card, pay=pay, stars=pay.stars, stars_basis=pay.basis)


def card_pay(card: OccupationCard) -> PayHere:
    """The median of an occupation."""
    return PayHere(
        basis="reckoned" if card.reckoned else "measured",
        stars=card.stars,
        low=card.median,
        high=card.median,
        currency=card.currency,
        country=card.pay_country,
        period=card.period,
        tax=card.tax,
        reference=card.reckoned,
    )


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


def fold_groups(cards: Iterable[OccupationCard], by: str) -> tuple[OccupationCard, ...]:
    """The cards, those that have a group's figure alone under the first that has it, best one that it counts itself.

    For lists in the order of a figure, `by` which: what shares it would fill them. Who may not keep a limit stands by
    itself.
    """
    cards = tuple(cards)
    heads: dict[str, str] = {}
    groups = {card.id: _counted_with(card, by) for card in cards if not card.unknown}
    for card in sorted(cards, key=lambda card: not _is_own(card, by)):
        if group := groups.get(card.id):
            heads.setdefault(group.code, card.id)
    kin: dict[str, list[str]] = {}
    for card in cards:
        group = groups.get(card.id)
        if group and not _is_own(card, by) and heads[group.code] != card.id:
            kin.setdefault(heads[group.code], []).append(card.id)
    folded = {id_ for ids in kin.values() for id_ in ids}
    return tuple(replace(card, kin=tuple(kin.get(card.id, ()))) for card in cards if card.id not in folded)


def _counted_with(card: OccupationCard, by: str) -> Group | None:
    """Whom the figure of an order counts: of pay those who are paid so, else those who are counted at work."""
    return card.of if by in PAID else card.employment_of


def _is_own(card: OccupationCard, by: str) -> bool:
    """Whether a figure counts the occupation itself."""
    groups = (card.of,) if by in PAID else (card.employment_of, card.outlook_of)
    return all(group is None or group.own for group in groups)


def _letters(name: str) -> str:
    """What a name is sorted by."""
    return name.lower() if name.isascii() else fold(name)
