"""What careers pay, and where a pay stands among all employees of a country."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from careercli.core.careers.model import Rating
from careercli.core.careers.names import Resolved
from careercli.core.careers.occupation import Occupation, OccupationCard
from careercli.core.careers.pay_here import find_pay_here
from careercli.core.careers.reports import Action
from careercli.core.comparing.compare import occupation_band, official_band, section_of
from careercli.core.pay.bands import official_wages
from careercli.core.pay.reports import PayReport, SalaryReport, SalarySheet
from careercli.core.text.citations import find_citations
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.criteria_words import typed_name
from careercli.usecases.names import resolve_careers
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.core.pay.distribution import AllEmployees
    from careercli.usecases.places import Placing

Period = Literal["year", "month", "hour"]
#: From the longest to the shortest.
PERIODS: tuple[Period, ...] = ("year", "month", "hour")
MAX_CAREERS = 8
#: Occupations that are named beside a pay.
NEAREST = 6
#: What the medians of occupations are.
YEARLY = ("year", "gross")


class SalaryRequest(Request, frozen=True, kw_only=True):
    """Careers by any of their names; `place` is where the pay is to be, by any of its names; `full`: each figure."""

    careers: tuple[str, ...]
    place: str | None = None
    full: bool = False


class RankRequest(Request, frozen=True, kw_only=True):
    """A pay, in the currency of the country that is asked for; without a `period` the likeliest is meant."""

    pay: float
    period: Period | None
    tax: Literal["gross", "net"]


def show_salaries(library: Catalogue, request: SalaryRequest) -> SalaryReport:
    """What some careers pay. Raises NotFoundError, SeveralNotFoundError, UsageError."""
    say = library.say(request.lang)
    careers, notes = resolve_careers(library, request.careers, say, MAX_CAREERS)
    placing = _placing(library, request) if request.place else None
    sheets = tuple(
        _occupation_sheet(library.get_occupation(career.id, request.lang, request.country), placing)
        if career.kind == "occupation"
        else _guide_sheet(library, career.id, request, placing)
        for career in careers
    )
    cited = [band.source for sheet in sheets for band in sheet.bands if band.source]
    cited += [id_ for sheet in sheets for rating in sheet.ratings for id_ in find_citations(rating.text)]
    cited += [pay.source for sheet in sheets for pay in sheet.places]
    return SalaryReport(
        command="salary",
        language=request.lang,
        sheets=sheets,
        sources=library.numbered_sources(cited),
        notes=(*notes, *(placing.notes(say) if placing else ()), *_without_pay(sheets, placing, say)),
        actions=_actions(library, request, careers, say),
        country=request.country,
        place=placing.place if placing else None,
        full=request.full,
    )


def _actions(library: Catalogue, request: SalaryRequest, careers: Sequence[Resolved], say: Say) -> tuple[Action, ...]:
    """All figures, the careers side by side, the pay where one lives."""
    names = [career.id for career in careers]
    place = ("--place", request.place) if request.place else ()
    whole = Action(id="full", label=say("All figures"), command=("salary", *names, *place, "--full"))
    found = [] if request.full else [whole]
    beside = say("Compare with neighbors") if len(names) == 1 else say("Side by side")
    if len(names) > 1 or _has_neighbours(library, careers[0], request):
        found.append(Action(id="compare", label=beside, command=("compare", *names, *place)))
    local = library.data_set_of("place-wages", request.country)
    if request.place is None and local and local.country == request.country:
        found.append(Action(id="set-place", label=say("Say where you live"), command=("me", "set", "place")))
    return tuple(found)


def _has_neighbours(library: Catalogue, career: Resolved, request: SalaryRequest) -> bool:
    """Whether a career alone can be compared."""
    if career.kind == "occupation":
        return bool(library.get_occupation(career.id, request.lang, request.country).related)
    return any(section.related for section in library.get_role(career.id, request.lang).sections)


def _placing(library: Catalogue, request: SalaryRequest) -> "Placing":
    from careercli.usecases.places import Placing  # only where a place is asked for

    return Placing(library, request.place or "", request.lang)


def _without_pay(sheets: Sequence[SalarySheet], placing: "Placing | None", say: Say) -> list[str]:
    """Of whom no pay is published where it is asked for."""
    lacking = [sheet.name for sheet in sheets if not sheet.places]
    if not placing or not lacking:
        return []
    names = say.joined(lacking)
    return [say("Neither {place} nor its state publishes pay for {names}.", place=placing.place.name, names=names)]


def _guide_sheet(library: Catalogue, id_: str, request: SalaryRequest, placing: "Placing | None") -> SalarySheet:
    role = library.get_role(id_, request.lang)
    pay = section_of(role, "pay")
    counted = official_wages(pay.bands, library.shown_country(request.country)) if placing else ()
    return SalarySheet(
        id=role.id,
        kind="role",
        name=role.name,
        bands=pay.bands,
        ratings=pay.ratings,
        expected_pay=role.expected_pay,
        official=official_band(role, library.shown_country(request.country)),
        neighbours=pay.neighbours,
        places=tuple(local for band in counted if placing and (local := placing.band_pay(band))),
        here=find_pay_here(pay.ratings, role.expected_pay, request.country),
    )


def _occupation_sheet(occupation: Occupation, placing: "Placing | None") -> SalarySheet:
    from careercli.core.pay.distribution import LEVEL_POINTS

    wage = occupation.pay
    if wage is None:
        return SalarySheet(id=occupation.id, kind="occupation", name=occupation.name, bands=(), ratings=())
    band = occupation_band(occupation.id, wage)
    ratings = tuple(
        Rating(
            level=level,
            stars=occupation.stars[point],
            basis="measured",
            percentile=occupation.percentiles[point],
            amount=getattr(wage, point),
            currency=wage.currency,
            country=wage.country,
            of=wage.of,
        )
        for level, point in LEVEL_POINTS.items()
        if point in occupation.stars
    )
    local = placing.pay(wage) if placing else None
    return SalarySheet(
        id=occupation.id,
        kind="occupation",
        name=occupation.name,
        bands=(band,),
        ratings=ratings,
        official=band,
        places=(local,) if local else (),
    )


def rank_pay(library: Catalogue, request: RankRequest) -> PayReport:
    """Where a pay stands among all employees of a country. Raises UsageError for a pay that is none."""
    from careercli.core.pay.distribution import STAR_BOUNDS, in_terms_of, stars_of

    amount, country, tax = request.pay, request.country, request.tax
    if not (math.isfinite(amount) and 0 < amount < 1e12):
        raise UsageError("`--pay {amount}` is no pay", "Give an amount above zero.", amount=amount)
    everybody = library.all_employees(country)
    if everybody is None:
        known = ", ".join(f"`{code}`" for code in library.currencies.values())
        raise UsageError(
            "there are no figures of all employees for {country}", "Use {known}.", country=country, known=known
        )
    if tax == "net" and everybody.tax == "gross":
        raise UsageError("the figures of {country} are gross", "Give the gross pay.", country=country)
    period = request.period or _likely_period(everybody, amount, tax)
    compared = in_terms_of(everybody, amount, period, tax)
    share = everybody.distribution.share_below(compared)
    stars = stars_of(share)
    return PayReport(
        command="salary",
        language=request.lang,
        pay=amount,
        notes=() if request.period else _read_as(period, library.say(request.lang)),
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
        next_stars=everybody.distribution.amount_at(STAR_BOUNDS[stars - 1]) if stars < 10 else None,
        nearest=_nearest(library, request, share, compared),
        nearest_in=library.shown_country(country),
        means=_means(everybody),
        actions=_from_pay(library, request, stars, compared),
        sources=library.numbered_sources([everybody.source]),
    )


def _likely_period(everybody: "AllEmployees", amount: float, tax: str) -> Period:
    """For how long a pay is that does not say so: that by which it is nearest to what half of all earn."""
    from careercli.core.pay.distribution import in_terms_of

    middle = everybody.distribution.amount_at(0.5)
    return min(PERIODS, key=lambda period: abs(math.log(in_terms_of(everybody, amount, period, tax) / middle)))


def _read_as(period: Period, say: Say) -> tuple[str, ...]:
    return {
        "year": (),
        "month": (say("Read as pay by the month; `--period year` says otherwise."),),
        "hour": (say("Read as pay by the hour; `--period year` says otherwise."),),
    }[period]


def _means(everybody: "AllEmployees") -> tuple[float, float] | None:
    """The net and the gross mean by which gross pay is taken to net, where it is."""
    totals = everybody.totals
    return (totals["net_mean"], totals["gross_mean"]) if {"net_mean", "gross_mean"} <= set(totals) else None


def _from_pay(library: Catalogue, request: RankRequest, stars: int, compared: float) -> tuple[Action, ...]:
    """Who earns as much or more, and what is left of it; by stars where occupations have no figures of the country."""
    say = library.say(request.lang)
    limit = f"{typed_name('stars', say)}>={stars}"
    if library.shown_country(request.country) == request.country:
        limit = f"{typed_name('pay', say)}>={compared:.0f}"
    listed = ("list", "--all", "--limit", limit)
    short = (*listed, "--limit", f"{typed_name('years', say)}<=2", "--sort", typed_name("growth", say))
    return (
        Action(id="short", label=say("As much after two years of study at most, by growth"), command=short),
        Action(
            id="list", label=say("All that pay so much or more"), command=(*listed, "--sort", typed_name("pay", say))
        ),
        Action(id="net", label=say("What you take home of it"), command=("topic", say.label("topic", "gross-and-net"))),
    )


def _nearest(library: Catalogue, request: RankRequest, share: float, compared: float) -> tuple[OccupationCard, ...]:
    """The occupations whose median is nearest, of those that have one of their own.

    Where the country has no medians, those that stand as high among all employees of the country that is shown for it.
    """
    amount: float | None = compared
    if (shown := library.shown_country(request.country)) != request.country:
        there = library.all_employees(shown)
        amount = there.distribution.amount_at(share) if there and (there.period, there.tax) == YEARLY else None
    if amount is None:
        return ()
    ranked = sorted(
        (abs(math.log(card.median / amount)), card.id, card)
        for card in library.occupation_cards(request.lang, request.country)
        if card.median and card.of and card.of.own
    )
    return tuple(card for _, _, card in ranked[:NEAREST])
