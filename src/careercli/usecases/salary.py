"""What careers pay."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercli.core.careers.model import Rating
from careercli.core.careers.names import Resolved
from careercli.core.careers.occupation import Occupation
from careercli.core.careers.pay_here import find_pay_here
from careercli.core.careers.reports import Action
from careercli.core.comparing.compare import occupation_band, official_band, section_of
from careercli.core.pay.bands import official_wages
from careercli.core.pay.reports import SalaryReport, SalarySheet
from careercli.core.text.citations import find_citations
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.names import resolve_careers
from careercli.usecases.preferences import place_option
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.usecases.places import Placing

MAX_CAREERS = 8


class SalaryRequest(Request, frozen=True, kw_only=True):
    """Careers by any of their names; `place` is where the pay is to be, by any of its names; `full`: each figure."""

    careers: tuple[str, ...]
    place: str | None = None
    full: bool = False


def show_salaries(library: Catalogue, request: SalaryRequest) -> SalaryReport:
    """What some careers pay. Raises NotFoundError, SeveralNotFoundError, UsageError."""
    say = library.say(request.lang)
    careers, notes = resolve_careers(library, request.careers, say, MAX_CAREERS)
    placing = _placing(library, request) if request.place else None
    sheets = tuple(
        _occupation_sheet(library.get_occupation(career.id, request.lang, request.country), request.country, placing)
        if career.kind == "occupation"
        else _guide_sheet(library, career.id, request, placing)
        for career in careers
    )
    everybody = library.all_employees(request.country)
    wages, told = library.data_set_of("wages", request.country), library.pay_data_set(request.country)
    cited = [id_ for sheet in sheets if (its := sheet.median) for id_ in (its.source, *its.today_sources)]
    cited += [band.source for sheet in sheets for band in sheet.bands if band.source]
    cited += [id_ for sheet in sheets for rating in sheet.ratings for id_ in find_citations(rating.text)]
    cited += [pay.source for sheet in sheets for pay in sheet.places]
    cited += [sheet.self_employed.source for sheet in sheets if sheet.self_employed and sheet.self_employed.source]
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
        told_by="month" if everybody and everybody.period == "month" else "hour",
        counts=wages.counts.get(request.lang, "") if wages else "",
        median_counts=told.counts.get(request.lang, "") if told and "medians" in told.gives else "",
    )


def _actions(library: Catalogue, request: SalaryRequest, careers: Sequence[Resolved], say: Say) -> tuple[Action, ...]:
    """All figures, the careers side by side, the pay where one lives."""
    names = [career.id for career in careers]
    place = place_option(request.place)
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
    official = official_band(role, library.shown_country(request.country))
    exact = next((link.code for link in role.occupations if link.match == "exact"), None) if official else None
    occupation = library.find_occupation(exact, request.lang, request.country) if exact else None
    counted = official_wages(pay.bands, library.shown_country(request.country)) if placing else ()
    return SalarySheet(
        id=role.id,
        kind="role",
        name=role.name,
        bands=pay.bands,
        ratings=pay.ratings,
        expected_pay=role.expected_pay,
        official=official,
        neighbours=pay.neighbours,
        places=tuple(local for band in counted if placing and (local := placing.band_pay(band))),
        here=find_pay_here(pay.ratings, role.expected_pay, request.country),
        self_employed=occupation.many_self_employed if occupation else None,
    )


def _occupation_sheet(occupation: Occupation, country: str, placing: "Placing | None") -> SalarySheet:
    from careercli.core.pay.distribution import LEVEL_POINTS

    wage, median = occupation.pay, occupation.median_in(country) if placing is None else None
    if wage is None:
        return SalarySheet(
            id=occupation.id, kind="occupation", name=occupation.name, bands=(), ratings=(), median=median
        )
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
        median=median,
        self_employed=occupation.many_self_employed,
    )
