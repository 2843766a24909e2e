"""Which careers a list keeps, and in what order."""

import math
from collections.abc import Iterable

from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.reports import Card
from careercli.core.text.ids import fold

_HARDNESS = {"easy": 0, "medium": 1, "hard": 2}


def filter_cards(
    cards: Iterable[Card],
    *,
    family: str | None = None,
    min_stars: int | None = None,
    skills: Iterable[str] = (),
    remote: bool = False,
    entry: str | None = None,
) -> list[Card]:
    """The cards that meet all conditions. One without stars meets no `min_stars`; `entry` is the hardest allowed."""
    wanted = set(skills)
    return [
        card
        for card in cards
        if (family is None or card.family == family)
        and (min_stars is None or (card.stars is not None and card.stars >= min_stars))
        and wanted <= set(card.skills)
        and (not remote or card.remote == "often")
        and (entry is None or _HARDNESS[card.entry] <= _HARDNESS[entry])
    ]


def sort_cards(cards: Iterable[Card], by: str) -> tuple[Card, ...]:
    """The cards by name, by stars (best first, none last), by entry (easiest first) or by family; then by name."""

    def rank(card: Card) -> int | str:
        if by == "stars":
            return -(card.stars or 0)
        if by == "entry":
            return _HARDNESS[card.entry]
        return _letters(card.family_name) if by == "family" else 0

    return tuple(sorted(cards, key=lambda card: (rank(card), _letters(card.name), card.id)))


def _letters(name: str) -> str:
    """What a name is sorted by."""
    return name.lower() if name.isascii() else fold(name)


def filter_occupations(
    cards: Iterable[OccupationCard],
    *,
    family: str | None = None,
    min_stars: int | None = None,
    min_pay: float | None = None,
    skills: Iterable[frozenset[str]] = (),
    job_zone: int | None = None,
    min_growth: float | None = None,
    interest: str | None = None,
) -> list[OccupationCard]:
    """The occupations that meet all conditions; what is not known meets none.

    `min_pay` is of the US median, dollars a year; `min_growth` percent over the projection; `interest` one or more
    letters of RIASEC that must be among the top ones, as many as are given; `job_zone` is the highest allowed; of each
    set of `skills` one must be there.
    """
    wanted = list(skills)
    letters = (interest or "").upper()
    return [
        card
        for card in cards
        if (family is None or card.family == family)
        and (min_stars is None or (card.stars is not None and card.stars >= min_stars))
        and (min_pay is None or (card.median is not None and card.median >= min_pay))
        and (job_zone is None or (card.job_zone is not None and card.job_zone <= job_zone))
        and (min_growth is None or (card.growth_percent is not None and card.growth_percent >= min_growth))
        and set(letters) <= set(card.interests[: max(len(letters), 1)])
        and not any(names.isdisjoint(card.skills) for names in wanted)
    ]


def sort_occupations(cards: Iterable[OccupationCard], by: str) -> tuple[OccupationCard, ...]:
    """By name, or by stars, pay, growth or size, largest first and the unknown last; by job zone, lowest first."""

    def rank(card: OccupationCard) -> float:
        value = {"stars": card.stars, "pay": card.median, "growth": card.growth_percent, "size": card.employment}.get(
            by
        )
        if by in ("zone", "entry"):
            return card.job_zone or 9
        return 0.0 if by in ("name", "family") else math.inf if value is None else -value

    def group(card: OccupationCard) -> str:
        return _letters(card.family_name) if by == "family" else ""

    return tuple(sorted(cards, key=lambda card: (rank(card), group(card), _letters(card.name), card.id)))
