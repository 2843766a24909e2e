"""`careers salary`."""

import math
from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.core.compare import section_of
from careercli.core.model import PayBand, Rating
from careercli.core.occupation import Occupation, OccupationCard
from careercli.core.reports import PayReport, SalaryReport, SalarySheet
from careercli.errors import UsageError
from careercli.runtime import Runtime

MOST = 8
NEAREST = 6


class Country(StrEnum):
    US = "US"
    FR = "FR"


class Period(StrEnum):
    year = "year"
    month = "month"
    hour = "hour"


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str] | None, typer.Argument(help="Careers: guides or occupations.", autocompletion=o.complete_career)
    ] = None,
    pay: Annotated[float | None, typer.Option("--pay", help="Where this pay stands among all employees.")] = None,
    country: Annotated[Country, typer.Option("--country", help="Whose employees, with --pay.")] = Country.US,
    period: Annotated[Period, typer.Option("--period", help="What the pay is for, with --pay.")] = Period.year,
    net: Annotated[bool, typer.Option("--net/--gross", help="Whether the pay is net, with --pay.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Show what careers pay, with every source; or where a pay stands among all employees.

    Examples:
      careers salary data-scientist electricians
      careers salary --pay 3000 --country FR --period month
    """
    runtime: Runtime = ctx.obj
    if (pay is None) == (not careers):
        raise UsageError("`salary` takes careers or `--pay`, not both", "Write `careers salary data-scientist`.")
    if pay is not None:
        tax = "net" if net else "gross"
        o.put(runtime, make_pay_report(runtime, pay, country.value, period.value, tax), form, json=json, width=width)
        return
    report = make_report(runtime, careers or [])
    o.put(runtime, report, form, json=json, width=width, pager=not no_pager)


def make_report(runtime: Runtime, names: list[str]) -> SalaryReport:
    """What some careers pay."""
    catalogue = runtime.catalogue
    found, notes = o.resolve_careers(runtime, names, MOST)
    sheets = tuple(
        _occupation_sheet(catalogue.get_occupation(one.id, runtime.lang))
        if one.kind == "occupation"
        else _role_sheet(runtime, one.id)
        for one in found
    )
    cited = [band.source for sheet in sheets for band in sheet.bands if band.source]
    cited += [id_ for sheet in sheets for rating in sheet.ratings for id_ in _cites(rating.text)]
    return SalaryReport(
        command="salary",
        language=runtime.lang,
        sheets=sheets,
        sources=catalogue.numbered_sources(cited),
        notes=notes,
    )


def _cites(text: str) -> list[str]:
    from careercli.pages.words import cited

    return cited(text)


def _role_sheet(runtime: Runtime, id_: str) -> SalarySheet:
    role = runtime.catalogue.get_role(id_, runtime.lang)
    pay = section_of(role, "pay")
    official = next((b for b in pay.bands if b.basis == "official" and b.country == "US" and b.occupation), None)
    return SalarySheet(id=role.id, kind="role", name=role.name, bands=pay.bands, ratings=pay.ratings, official=official)


def _occupation_sheet(one: Occupation) -> SalarySheet:
    from careercli.core.pay import LEVEL_POINTS

    wage = one.pay
    if wage is None:
        return SalarySheet(id=one.id, kind="occupation", name=one.name, bands=(), ratings=())
    band = PayBand(
        id=wage.code,
        label=wage.code_title if wage.group else "",
        country=wage.country,
        currency=wage.currency,
        period=wage.period,
        tax=wage.tax,
        basis="official",
        reference=wage.reference,
        source=wage.source,
        occupation=one.id,
        p10=wage.p10,
        p25=wage.p25,
        p50=wage.p50,
        p75=wage.p75,
        p90=wage.p90,
        mean=wage.mean,
    )
    ratings = tuple(
        Rating(
            level=level,
            stars=one.stars[point],
            basis="measured",
            percentile=one.percentiles[point],
            amount=getattr(wage, point),
        )
        for level, point in LEVEL_POINTS.items()
        if point in one.stars
    )
    return SalarySheet(id=one.id, kind="occupation", name=one.name, bands=(band,), ratings=ratings, official=band)


def make_pay_report(runtime: Runtime, amount: float, country: str, period: str, tax: str) -> PayReport:
    """Where a pay stands among all employees of a country."""
    from careercli.core.pay import STAR_BOUNDS, in_terms_of, stars_of

    if not (math.isfinite(amount) and 0 < amount < 1e12):
        raise UsageError("`--pay {amount}` is no pay", "Give an amount above zero.", amount=amount)
    everybody = runtime.catalogue.all_employees(country)
    if everybody is None:
        raise UsageError("there are no figures of all employees for {country}", "Use `US` or `FR`.", country=country)
    if tax == "net" and everybody.tax == "gross":
        raise UsageError("the figures of {country} are gross", "Give the gross pay.", country=country)
    compared = in_terms_of(everybody, amount, period, tax)
    share = everybody.distribution.share_below(compared)
    stars = stars_of(share)
    return PayReport(
        command="salary",
        language=runtime.lang,
        pay=amount,
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
        nearest=_nearest(runtime, compared) if country == "US" else (),
        sources=runtime.catalogue.numbered_sources([everybody.source]),
    )


def _nearest(runtime: Runtime, amount: float) -> tuple[OccupationCard, ...]:
    """The occupations whose US median is nearest, one of those that share a wage."""
    ranked = sorted(
        (abs(math.log(card.median / amount)), card.id, card)
        for card in runtime.catalogue.occupation_cards(runtime.lang)
        if card.median
    )
    kept: dict[str, OccupationCard] = {}
    for _, id_, card in ranked:
        kept.setdefault(id_[:7], card)
        if len(kept) == NEAREST:
            break
    return tuple(kept.values())
