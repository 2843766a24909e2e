"""What occupations pay where somebody lives."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from careercli.core.careers.measures import Measures
from careercli.core.careers.model import Group, PayBand
from careercli.core.careers.occupation import Occupation, OccupationCard, OfficialPay
from careercli.core.careers.places import LocalRank, Place, PlacePay, PlaceRank, PlaceWage, share_among
from careercli.core.pay.distribution import stars_of
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.library.places import Places
from careercli.locale import Say

#: Places that are named where an occupation pays best, and where most do it.
RANKED = 5
#: Other places of a name that are told.
NAMED = 3


class Placing:
    """Pay in a place: that of the place itself, else of the state that it lies in; never that of the whole country.

    Raises NotFoundError where no place, or several, are called so.
    """

    def __init__(self, library: Catalogue, name: str, lang: Lang) -> None:
        self._places = library.places
        self._name = name
        self.place = self._places.resolve(name, lang)
        self.source = library.source_of("place-wages")
        state = self._places.state_of(self.place, lang)
        self._looked_in = [place for place in (self.place, state) if place]

    def notes(self, say: Say) -> tuple[str, ...]:
        """Which of several places of one name it is, and how another is named."""
        return name_note(self._places, self._name, self.place, say)

    @cached_property
    def _wages(self) -> list[tuple[Place, dict[str, PlaceWage]]]:
        return [(place, self._places.wages(place)) for place in self._looked_in]

    @cached_property
    def _everybody(self) -> dict[str, PlaceWage | None]:
        return {place.id: self._places.wage(place) for place in self._looked_in}

    def find(self, code: str) -> "Placed | None":
        """What a wage code pays there; None where neither the place nor its state has a figure."""
        for there, wages in self._wages:
            if (wage := wages.get(code)) and wage.p50 is not None:
                everybody = self._everybody[there.id]
                share, at_least = (everybody and share_among(everybody, wage.p50)) or (None, False)
                return Placed(there, there != self.place, wage, share, at_least)
        return None

    def rank(self, amount: float) -> LocalRank | None:
        """Where a pay a year stands among all who are employed there, else in its state."""
        for place in self._looked_in:
            everybody = self._everybody[place.id]
            if everybody and (ranked := share_among(everybody, amount)):
                share, at_least = ranked
                return LocalRank(
                    place=place, percentile=share, stars=stars_of(share), at_least=at_least, source=self.source or ""
                )
        return None

    def pay(self, national: OfficialPay) -> PlacePay | None:
        """What an occupation pays there, with its stars among those who are employed there."""
        return self._pay(national.code, national.of, national)

    def band_pay(self, national: PayBand) -> PlacePay | None:
        """What those pay there whom an official band of the whole country counts."""
        return self._pay(national.of.code, national.of, national) if national.of else None

    def _pay(self, code: str, of: Group, national: OfficialPay | PayBand) -> PlacePay | None:
        placed = self.find(code)
        if placed is None:
            return None
        return PlacePay(
            place=self.place,
            wider=placed.place if placed.is_wider else None,
            of=of,
            currency=national.currency,
            reference=national.reference,
            source=self.source or national.source or "",
            stars=placed.stars,
            at_least=placed.at_least,
            **{name: getattr(placed.wage, name) for name in placed.wage.__struct_fields__},
        )


def name_note(places: Places, name: str, place: Place, say: Say) -> tuple[str, ...]:
    """Which of several places of one name is meant, and how another is named; nothing where there is one alone."""
    others = [other.name for other in places.namesakes(name, place, say.lang)]
    if not others:
        return ()
    said = say("Several places are called `{name}`; this is {place}.", name=name, place=place.name)
    if place.kind == "state":
        said = say("Several places are called `{name}`; this is the state, {place}.", name=name, place=place.name)
    named = " / ".join(f"`{other}`" for other in others[:NAMED])
    return (f"{said} " + say("Name another one in full: {others}.", others=named),)


class Placed(NamedTuple):
    """What a wage code pays in a `place`, or in the wider one that it lies in, where `is_wider`.

    `share` of those employed there earn less than the median, or at least so many.
    """

    place: Place
    is_wider: bool
    wage: PlaceWage
    share: float | None
    at_least: bool

    @property
    def stars(self) -> int | None:
        """The stars of the median among those who are employed there."""
        return None if self.share is None else stars_of(self.share)


def place_cards(cards: Iterable[OccupationCard], placing: Placing) -> list[OccupationCard]:
    """The occupations with their pay in a place, and with that place; without one where it has none."""
    return [_place_card(card, placing) for card in cards]


def _place_card(card: OccupationCard, placing: Placing) -> OccupationCard:
    placed = placing.find(card.of.code) if card.of else None
    if placed is None:
        return replace(card, median=None, stars=None, stars_basis=None)
    return replace(
        card,
        median=placed.wage.p50,
        stars=placed.stars,
        stars_basis=None if placed.stars is None else "measured",
        place=placed.place,
        at_least=placed.at_least and placed.stars is not None,
        thin=placed.wage.thin,
    )


def place_measures(measures: Iterable[Measures], cards: Iterable[OccupationCard], placing: Placing) -> list[Measures]:
    """The occupations in numbers with their pay in a place; `cards` say by which wage code each is counted."""
    codes = {card.id: card.of.code for card in cards if card.of}
    return [place_pay(career, placing.find(codes[career.id]) if career.id in codes else None) for career in measures]


def place_pay(career: Measures, placed: Placed | None) -> Measures:
    """A career in numbers with what it pays in a place."""
    if placed is None:
        return replace(career, pay=None, pay_rank=None, stars=None)
    return replace(career, pay=placed.wage.p50, pay_rank=placed.share, stars=placed.stars)


def pay_in_place(library: Catalogue, occupation: Occupation, place: str) -> tuple[Placing, PlacePay | None]:
    """A place, and what an occupation pays there; else in its state, which is then named; None where neither has it."""
    placing = Placing(library, place, occupation.lang)
    return placing, placing.pay(occupation.pay) if occupation.pay else None


def best_places(library: Catalogue, occupation: Occupation) -> tuple[tuple[PlaceRank, ...], tuple[PlaceRank, ...]]:
    """The areas where an occupation pays best, and those where most do it."""
    if occupation.pay is None:
        return (), ()
    code, lang = occupation.pay.code, occupation.lang
    ranked = library.places.ranked
    return ranked(code, "p50", lang, RANKED), ranked(code, "employment", lang, RANKED)
