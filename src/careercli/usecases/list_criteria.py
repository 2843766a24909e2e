"""What limits and an order do to a list: apart, for a list without them needs none of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple

from msgspec.structs import replace

from careercli.core.careers.listing import BY_FAMILY, BY_NAME, Listed, sort_listed
from careercli.core.careers.measures import Measures
from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.reports import Card
from careercli.core.comparing.criteria import CONDITIONS, CRITERIA, value_of
from careercli.core.comparing.limits import Limit, unknown_of
from careercli.library.catalogue import Catalogue
from careercli.usecases.dialect import (
    Limited,
    checked_notes,
    limit_measures,
    limit_sayer,
    rank_notes,
    read_limits,
    read_order,
    study_notes,
    with_study,
)
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.usecases.places import Placing

#: Criteria that the lists show in columns of their own, and one that is the same for all that keep to it.
SHOWN = ("pay", "stars", "growth", "entry", "ease", "remote", "apprenticeship")


class Asked(NamedTuple):
    """What is asked of a list: its limits, the orders that are called so, what the person has studied, and by whom.

    Of the orders one may be of guides and another of occupations.
    """

    limits: tuple[Limit, ...]
    orders: tuple[str, ...]
    have: str | None
    request: Request

    @property
    def is_of_atlas(self) -> bool:
        """Whether it asks for what only occupations have."""
        limited = any(limit.criterion == CONDITIONS or CRITERIA[limit.criterion].atlas for limit in self.limits)
        return limited or (bool(self.orders) and all(_is_of_atlas(order) for order in self.orders))

    def order(self, *, atlas: bool) -> str:
        """The order of a list of guides or of occupations; empty where none is asked for."""
        fitting = (order for order in self.orders if (order != "ease" if atlas else not _is_of_atlas(order)))
        return next(fitting, "")

    @property
    def usual_order(self) -> str:
        """The order of a list that is asked for in none: what is limited by pay is read by pay."""
        return "pay" if any(limit.criterion == "pay" for limit in self.limits) else ""

    def columns(self, order: str) -> tuple[str, ...]:
        """The criteria that were asked for and that the list has no column of its own for."""
        return tuple(id_ for id_ in self._named(order) if id_ not in SHOWN)

    def kept(self, order: str) -> tuple[str, ...]:
        """The criteria that were asked for and that the list has a column of its own for."""
        return tuple(id_ for id_ in self._named(order) if id_ in SHOWN)

    def _named(self, order: str) -> list[str]:
        asked = dict.fromkeys([order, *(limit.criterion for limit in self.limits)])
        return [id_ for id_ in asked if id_ in CRITERIA]


class Applied(NamedTuple, Generic[Listed]):
    """What is left of a list, in order; what is to be said of it, and of those of which something is not known."""

    cards: list[Listed]
    notes: list[str]
    unsure: list[str]


def _is_of_atlas(order: str) -> bool:
    return order in CRITERIA and CRITERIA[order].atlas


def read_asked(
    library: Catalogue, request: Request, limits: Sequence[str], sort: str | None, have: str | None
) -> Asked:
    """Limits and an order as they are written. Raises UsageError."""
    orders = read_order(library, sort) if sort else ()
    return Asked(read_limits(library, limits, request.country), orders, have, request)


def apply_asked(
    library: Catalogue,
    cards: Sequence[Listed],
    asked: Asked,
    order: str,
    placing: "Placing | None" = None,
) -> Applied[Listed]:
    """The cards within all limits, in order, with what is not known of each and what was asked for; what is to be said.

    Without an order they stay in that in which they come. Those that may not keep the limits come last.
    """
    measures = _measures(library, cards, asked, placing)
    limited, notes, unsure = _limit(library, measures, asked)
    unknown, columns = unknown_of(limited.removed), asked.columns(order)
    within, known = {career.id for career in limited.kept}, {career.id: career for career in measures}
    kept = [
        replace(
            card,
            unknown=unknown.get(card.id, ()),
            values=_values(known[card.id], columns),
            study=known[card.id].study if "years" in columns else None,
            **({"hired_in": known[card.id].hired_in} if isinstance(card, Card) and "time" in columns else {}),
        )
        if unknown or columns
        else card
        for card in cards
        if card.id in within
    ]
    ordered = _sort(kept, order, measures) if order else kept
    return Applied(sorted(ordered, key=lambda card: bool(card.unknown)), notes, unsure)


def _measures(
    library: Catalogue, cards: Sequence[Card | OccupationCard], asked: Asked, placing: "Placing | None"
) -> list[Measures]:
    """The careers of some cards in numbers, with the pay of a place where one is asked for."""
    ids = {card.id for card in cards}
    measures = [career for career in library.measures(asked.request.country) if career.id in ids]
    if placing is None:
        return measures
    from careercli.usecases.places import place_measures

    return place_measures(measures, [card for card in cards if isinstance(card, OccupationCard)], placing)


def _limit(library: Catalogue, measures: Sequence[Measures], asked: Asked) -> tuple[Limited, list[str], list[str]]:
    """The careers within the limits, what is to be said of that, and of how many it is not known."""
    country, say = asked.request.country, library.say(asked.request.lang)
    studied, study = study_notes(library, asked.have, asked.limits, say)
    limited = limit_measures(library, with_study(measures, studied), asked.limits, country)
    said = limit_sayer(library, country, say, asked.have)
    ranked = rank_notes(library, limited, country, said, say)
    return limited, [*study, *ranked], checked_notes(limited, said, say)


def _values(career: Measures, columns: Sequence[str]) -> dict[str, float]:
    return {id_: value for id_ in columns if (value := value_of(career, id_)) is not None}


def _sort(cards: Sequence[Listed], order: str, measures: Sequence[Measures]) -> list[Listed]:
    if order in (BY_NAME, BY_FAMILY):
        return list(sort_listed(cards, order, {}))
    values = {career.id: value_of(career, order) for career in measures}
    return list(sort_listed(cards, order, values, rising=CRITERIA[order].better == "less"))
