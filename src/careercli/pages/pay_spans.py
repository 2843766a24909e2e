"""What a career pays where the reader is, as bars that share an axis: those who do it, then level by level."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.core.careers.model import ExpectedPay, Group, Level, PayBand, Rating
from careercli.core.careers.places import PlacePay, PlaceWage
from careercli.core.pay.bands import LEVELS
from careercli.core.pay.reports import SalarySheet
from careercli.core.text.page import Span
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say, words
from careercli.pages.levels import (
    Reader,
    level_word,
    pay_of_stars,
    rated_pay,
    rounded,
    span_of_time,
    stage_span,
    stars_word,
)

POINTS = ("p10", "p25", "p50", "p75", "p90")
#: Careers whose bars are all drawn; of more each has one.
FEW = 3
#: How far beyond its lower end a bar without an upper one goes.
OPEN = 1.1


class Axis(NamedTuple):
    """What may share an axis: pay in a currency for a period, in a country."""

    country: str
    currency: str
    period: str = "year"
    tax: str = "gross"

    def title(self, say: Say) -> str:
        """United States, gross a year."""
        tax = say("gross") if self.tax == "gross" else say("net")
        return f"{say.country_name(self.country)}, {tax} {span_of_time(self.period, say)}"

    def scale(self, most: float, say: Say) -> tuple[str, str]:
        """$0 and $296,000: the ends of an axis."""
        return say.money(0, self.currency), say.money(most, self.currency)


class Drawn(NamedTuple):
    """A bar, its axis, what it rests on, and its source and date."""

    span: Span
    axis: Axis
    basis: str
    source: str | None = None
    reference: str = ""
    #: Whom it counts, where that is not the career itself, and the level of it that it is.
    group: Group | None = None
    level: Level | None = None


def drawn_of(sheet: SalarySheet, reader: Reader, careers: int = 1) -> list[Drawn]:
    """The bars of a career in the reader's country; where nothing is known of that, those of others.

    One of several careers has no bar of a place, nor of neighbours where its levels are known; of many it has one bar.
    """
    levels = _levels(sheet, reader)
    if sheet.official:
        drawn = [*_counted(sheet, sheet.official, reader.say, placed=careers == 1), *levels]
    else:
        drawn = [*levels, *(_neighbours(sheet, reader.say) if careers == 1 or not levels else [])]
    drawn = [one for one in drawn if one.axis.country == reader.country] or drawn
    return drawn if careers <= FEW else [one for one in drawn if one.level in (None, "middle")][:1] or drawn[:1]


def _counted(sheet: SalarySheet, official: PayBand, say: Say, *, placed: bool) -> list[Drawn]:
    """All who do it, in the place that is asked for and in the whole country."""
    here = sheet.places[0] if placed and sheet.places else None
    label = say("Whole country") if here else say("Employees")
    whole = _band(label, official, stars_at(sheet, "middle"), say)
    return [*([_place(here, say)] if here else []), *([whole] if whole else [])]


def _neighbours(sheet: SalarySheet, say: Say) -> list[Drawn]:
    """All who do what is nearest of what is counted."""
    national = {band.occupation: band for band in sheet.bands if band.basis == "official" and band.place is None}
    bands = [(wage.of.title, national.get(wage.occupation)) for pay in sheet.neighbours for wage in pay.occupations]
    return [one for title, band in bands if band and (one := _band(title, band, None, say))]


def _band(label: str, band: PayBand, stars: int | None, say: Say) -> Drawn | None:
    group = None if band.of is None or band.of.own else band.of
    span = _percentiles(label, band, band.currency, group, stars_word(stars), say)
    axis = Axis(band.country, band.currency, band.period, band.tax)
    return Drawn(span, axis, band.basis, band.source, band.reference, group) if span else None


def _place(pay: PlacePay, say: Say) -> Drawn:
    """All who do it in a place, or their median where nothing more is published."""
    there = pay.wider or pay.place
    group = None if pay.of.own else pay.of
    stars = stars_word(pay.stars) + ("+" if pay.at_least else "")
    label = words.short_place(there.name)
    span = _percentiles(label, pay, pay.currency, group, stars, say)
    if span is None:
        median = words.marked(say("median {amount}", amount=say.money(pay.p50 or 0, pay.currency)), group)
        text = f"{median}, {stars}" if stars else median
        amount = words.marked(say.money(pay.p50 or 0, pay.currency), group)
        span = Span(label, text, (pay.p50 or 0,), (amount, ""), aside=stars)
    return Drawn(span, Axis(there.country, pay.currency), "official", pay.source, pay.reference, group)


def _percentiles(
    label: str, wage: PayBand | PlaceWage, currency: str, group: Group | None, stars: str, say: Say
) -> Span | None:
    """From the lowest to the best tenth with the median named; None where not all five points are known."""
    points = tuple(float(value) for point in POINTS if (value := getattr(wage, point)))
    if len(points) < len(POINTS):
        return None
    low, middle, high = (say.money(points[n], currency) for n in (0, 2, 4))
    low, median = words.marked(low, group), say("median {amount}", amount=middle)
    text = ", ".join([f"{say('{low} to {high}', low=low, high=high)}", median, *([stars] if stars else [])])
    return Span(label, text, points, (low, high), median, stars)


def _levels(sheet: SalarySheet, reader: Reader) -> list[Drawn]:
    """What a level earns in the reader's country: what we expect, else what is told of it; else our stars, anywhere."""
    found = [one for level in LEVELS if (one := _level(level, sheet.ratings, reader))]
    if found:
        bridge = reader.bridge()  # below every level, so it stands with the lowest
        return [*([_expected(bridge, "junior", reader.say)] if bridge else []), *found]
    judged = [rating for rating in sheet.ratings if rating.basis == "editorial"]
    return [_rated(rating, reader) for rating in judged]


def _level(level: Level, ratings: Iterable[Rating], reader: Reader) -> Drawn | None:
    say = reader.say
    if pay := reader.expected_at(level):
        return _expected(pay, level, say)
    here = {rating.basis: rating for rating in ratings if (rating.level, rating.country) == (level, reader.country)}
    rating = here.get("records") if reader.expected_at("middle") is None else None
    rating = rating or here.get("editorial")
    return _rated(rating, reader) if rating else None


def _expected(pay: ExpectedPay, level: Level, say: Say) -> Drawn:
    """The bar of what one may expect at a stage."""
    return Drawn(stage_span(pay, say), Axis(pay.country, pay.currency), pay.basis, pay.source, level=level)


def _rated(rating: Rating, reader: Reader) -> Drawn:
    """The bar of a rating: of ours what so many stars stand for, of others the amount or its range."""
    say = reader.say
    judged, currency = rating.basis == "editorial", rating.currency or ""
    told = pay_of_stars(rating, say) if judged else rated_pay(rating, say)
    low, high = (rating.low, rating.high) if rating.amount is None else (rating.amount, rating.amount)
    if judged:
        low, high = (end and rounded(end) for end in (low, high))
    points: tuple[float, ...] = ()
    ends = ("", told)
    if low and high:
        points = (low, high)
        ends = (say.money(low, currency), say.money(high, currency)) if low != high else ends
    elif low or high:
        points = (low or 0, high or (low or 0) * OPEN)
    stars = stars_word(rating.stars)
    told_of = [*([rating.place] if rating.place else []), *reader.how_many(rating.respondents)]
    label = ", ".join([capitalized(level_word(rating.level, say)), *told_of])
    span = Span(label, ", ".join([*([told] if told else []), stars]), points, ends, aside=stars)
    axis = Axis(rating.country or "", currency, rating.period)
    return Drawn(span, axis, rating.basis, rating.source, rating.reference or "", level=rating.level)


def end_of(spans: Sequence[Span]) -> float:
    """Where an axis that holds some bars ends."""
    return max((span.points[-1] for span in spans if span.points), default=1.0)


def stars_at(sheet: SalarySheet, level: str) -> int | None:
    """The measured stars of a level of all who do it."""
    return next((rating.stars for rating in sheet.ratings if (rating.basis, rating.level) == ("measured", level)), None)


def is_placed(sheet: SalarySheet) -> bool:
    """Whether a bar tells the pay of a career in the place that is asked for."""
    return bool(sheet.official and sheet.places)
