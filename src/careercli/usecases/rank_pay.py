"""Where a pay stands among all employees of a country, and which careers lead further."""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.places import LocalRank
from careercli.core.careers.reports import Action
from careercli.core.careers.study import WORKED
from careercli.core.pay.distribution import STAR_BOUNDS, AllEmployees, in_terms_of, stars_of
from careercli.core.pay.reports import PayReport
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.criteria_words import typed_name
from careercli.locale.pay_words import terms_words
from careercli.usecases.preferences import place_option, study_of_person
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.core.careers.measures import Measures

Period = Literal["year", "month", "hour"]
#: From the longest to the shortest.
PERIODS: tuple[Period, ...] = ("year", "month", "hour")
#: Occupations that are named beside a pay, and careers that lead further.
NEAREST = FURTHER = 6
#: Years of study that a career may ask of somebody who says nothing of their own.
SHORT = 2.0
#: What the medians of occupations are.
YEARLY = ("year", "gross")


class RankRequest(Request, frozen=True, kw_only=True):
    """A pay, in the currency of the country that is asked for; without a `period` the likeliest is meant.

    `place`: among whom it is set too. What the person has studied stands in their file in the `folder`.
    """

    pay: float
    period: Period | None
    tax: Literal["gross", "net"]
    place: str | None = None
    folder: Path | None = None


def rank_pay(library: Catalogue, request: RankRequest) -> PayReport:
    """Where a pay stands among all employees of a country. Raises UsageError for a pay that is none."""
    amount, country, tax, say = request.pay, request.country, request.tax, library.say(request.lang)
    everybody = _everybody(library, request)
    period = request.period or _likely_period(everybody, amount, tax)
    compared = in_terms_of(everybody, amount, period, tax)
    share = everybody.distribution.share_below(compared)
    stars = stars_of(share)
    above = STAR_BOUNDS[stars - 1] if stars < 10 else share
    years = max(SHORT, study_of_person(library, request.folder, country))
    local, notes = _local(library, request, everybody, period)
    cited = [everybody.source, everybody.least.source if everybody.least and tax == "gross" else None]
    return PayReport(
        command="salary",
        language=request.lang,
        pay=amount,
        notes=(_read_as(request, everybody, period, say), *_below_least(request, everybody, period, say), *notes),
        period=period,
        tax=tax,
        currency=everybody.currency,
        country=country,
        percentile=share,
        stars=stars,
        reference=everybody.reference,
        compared=compared,
        compared_period=everybody.period,
        compared_tax=everybody.tax,
        next_stars=everybody.distribution.amount_at(above) if stars < 10 else None,
        nearest=_nearest(library, request, share, compared),
        nearest_in=library.pay_country(country),
        means=_means(everybody),
        least=(everybody.least.net, everybody.least.gross) if everybody.least else None,
        hours_a_year=everybody.hours_a_year,
        further=_further(library, request, above, years),
        years=years,
        local=local,
        actions=_actions(library, request, (stars, above), years),
        sources=library.numbered_sources([*cited, local.source if local else None]),
    )


def _everybody(library: Catalogue, request: RankRequest) -> AllEmployees:
    """All employees of the country. Raises UsageError where nobody counts them, and for a pay that is none."""
    amount, country = request.pay, request.country
    if not (math.isfinite(amount) and 0 < amount < 1e12):
        raise UsageError("`--pay {amount}` is no pay", "Give an amount above zero.", amount=amount)
    everybody = library.all_employees(country)
    if everybody is None:
        known = ", ".join(f"`{code}`" for code in library.currencies.values())
        raise UsageError(
            "there are no figures of all employees for {country}", "Use {known}.", country=country, known=known
        )
    if request.tax == "net" and everybody.tax == "gross":
        raise UsageError("the figures of {country} are gross", "Give the gross pay.", country=country)
    return everybody


def _likely_period(everybody: AllEmployees, amount: float, tax: str) -> Period:
    """For how long a pay is that does not say so: that by which it is nearest to what half of all earn."""
    middle = everybody.distribution.amount_at(0.5)
    return min(PERIODS, key=lambda period: abs(math.log(in_terms_of(everybody, amount, period, tax) / middle)))


def _read_as(request: RankRequest, everybody: AllEmployees, period: Period, say: Say) -> str:
    """What a pay is taken for, and where it does not say for how long it is how to say otherwise."""
    amount = f"{say.money(request.pay, everybody.currency)} {terms_words(request.tax, period, say)}"
    if request.period:
        return say("Understood as {amount}.", amount=amount)
    if (request.tax, everybody.tax) == ("gross", "net"):  # gross is what is taken for granted
        return say("Understood as {amount}; if it is not, say so with `--period` or `--net`.", amount=amount)
    return say("Understood as {amount}; if it is not, say so with `--period`.", amount=amount)


def _below_least(request: RankRequest, everybody: AllEmployees, period: Period, say: Say) -> tuple[str, ...]:
    """That a pay is below what the law lets pay for full-time work, and what it may be instead."""
    if everybody.least is None:
        return ()
    least = everybody.least.gross if request.tax == "gross" else everybody.least.net
    parts = {"year": 1 / 12, "month": 1.0, "hour": everybody.hours_a_year / 12}
    if request.pay * parts[period] >= round(least):
        return ()
    said = {
        "least": f"{say.money(round(least), everybody.currency)} {terms_words(request.tax, 'month', say)}",
        "date": say.date(everybody.reference),
    }
    if request.tax == "net":
        return (say("That is less than the minimum wage, {least} full-time ({date}): is it part time?", **said),)
    text = say(
        "That is less than the minimum wage, {least} full-time ({date}): is it net (`--net`), or part time?", **said
    )
    return (text,)


def _means(everybody: AllEmployees) -> tuple[float, float] | None:
    """The net and the gross mean by which gross pay is taken to net, where it is."""
    totals = everybody.totals
    return (totals["net_mean"], totals["gross_mean"]) if {"net_mean", "gross_mean"} <= set(totals) else None


def _local(
    library: Catalogue, request: RankRequest, everybody: AllEmployees, period: Period
) -> tuple[LocalRank | None, tuple[str, ...]]:
    """Where the pay stands in a place, and what is to be said of that: where places have no figures, so much."""
    if request.place is None:
        return None, ()
    from careercli.usecases.places import Placing  # only where a place is asked for

    say, placing = library.say(request.lang), Placing(library, request.place, request.lang)
    if placing.place.country != everybody.country or (everybody.period, everybody.tax) != YEARLY:
        text = say("Pay by place is of another country, so {place} is left out.", place=placing.place.name)
        return None, (text,)
    local = placing.rank(in_terms_of(everybody, request.pay, period, request.tax))
    if local is None:
        return None, (say("{place} publishes no pay of all who are employed there.", place=placing.place.name),)
    return local, placing.notes(say)


def _further(library: Catalogue, request: RankRequest, above: float, years: float) -> tuple[OccupationCard, ...]:
    """The occupations with the most openings whose median is above the pay of a share, and that ask for no more study.

    Only those that are counted themselves, that one need not have worked in, and that the reader's country has. None
    where its own statistics have no medians: what pays more elsewhere may not pay more there.
    """
    amount = _amount_at(library, request.country, above)
    if amount is None or library.shown_country(request.country) != request.country:
        return ()
    measures = {one.id: one for one in library.measures(request.country) if _leads(one, amount, years)}
    cards = [
        replace(card, values={"openings": measures[card.id].openings or 0.0}, study=measures[card.id].study)
        for card in library.occupation_cards(request.lang, request.country)
        if card.id in measures and card.own and not card.nearest_here
    ]
    return tuple(sorted(cards, key=lambda card: (-card.values["openings"], card.id))[:FURTHER])


def _leads(career: "Measures", amount: float, years: float) -> bool:
    """Whether a career pays so much after so many years of study, and has openings."""
    known = career.pay is not None and career.years is not None and career.openings is not None
    worked = career.study is not None and career.study.then in WORKED
    return known and not worked and (career.pay or 0.0) >= amount and (career.years or 0.0) <= years


def _amount_at(library: Catalogue, country: str, share: float) -> float | None:
    """The pay that a share of all employees stays below, in the country whose medians are shown to readers of one."""
    there = library.all_employees(library.shown_country(country))
    return there.distribution.amount_at(share) if there and (there.period, there.tax) == YEARLY else None


def _actions(library: Catalogue, request: RankRequest, bound: tuple[int, float], years: float) -> tuple[Action, ...]:
    """All who lead further, all who earn more, and what is left of it; by stars where the country has no medians.

    `bound`: the stars of the pay, and the share of employees below the next star.
    """
    say, (stars, share) = library.say(request.lang), bound
    limit = f"{typed_name('stars', say)}>={min(stars + 1, 10)}"
    if library.shown_country(request.country) == request.country:
        amount = _amount_at(library, request.country, share) or 0.0
        limit = f"{typed_name('pay', say)}>={math.ceil(amount / 100) * 100}"
    place = place_option(request.place)
    listed = ("list", "--all", "--limit", limit)
    short = (*listed, "--limit", f"{typed_name('years', say)}<={years:.0f}", "--sort", typed_name("openings", say))
    paid = (*listed, "--sort", typed_name("pay", say), *place)
    return (
        Action(id="short", label=say("All of these"), command=(*short, *place)),
        Action(id="list", label=say("Whatever the study, by pay"), command=paid),
        Action(id="net", label=say("What you take home of it"), command=("topic", say.label("topic", "gross-and-net"))),
    )


def _nearest(library: Catalogue, request: RankRequest, share: float, compared: float) -> tuple[OccupationCard, ...]:
    """The occupations whose median is nearest, of those that have one of their own.

    Where the country has no medians, those that stand as high among all employees of the country that is shown for it.
    """
    own = library.pay_country(request.country) == request.country
    amount = compared if own else _amount_at(library, request.country, share)
    if amount is None:
        return ()
    ranked = sorted(
        (abs(math.log(card.median / amount)), card.id, card)
        for card in library.occupation_cards(request.lang, request.country)
        if card.median and card.of and card.of.own
    )
    return tuple(card for _, _, card in ranked[:NEAREST])
