"""Which careers a list keeps, and in what order."""

from collections.abc import Iterable

from careercli.core.ids import fold
from careercli.core.reports import Card

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
