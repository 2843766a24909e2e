"""`careers salary`."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.naming import read_names, tell_read
from careercli.commands.reading import refuse_empty
from careercli.commands.writing import is_one_screen, write_report
from careercli.core.text.ids import fold, is_code
from careercli.errors import NeedsAnswersError, UsageError
from careercli.usecases.preferences import place_of
from careercli.usecases.salary import SalaryRequest, show_salaries
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.usecases.rank_pay import RankRequest


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str] | None, typer.Argument(help="Careers: guides or occupations.", autocompletion=completing.career)
    ] = None,
    pay: Annotated[
        str | None,
        typer.Option("--pay", metavar="PAY", help="Where this pay stands among all employees: 80k, $40/h, 1900 € net."),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="year|month|hour", help="What the pay is for, with --pay.")
    ] = None,
    net: Annotated[
        bool | None, typer.Option("--net/--gross", help="Whether the pay is net, with --pay.", show_default=False)
    ] = None,
    place: o.PlaceOption = None,
    full: Annotated[bool, typer.Option("--full", help="Show each figure with its source and date.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Show what careers pay, at the start and later; or where a pay stands among all employees.

    Examples:
      careers salary data-scientist electricians --place "San Francisco"
      careers salary --pay "1900 € net a month"
    """
    runtime: Runtime = ctx.obj
    refuse_empty(ctx, place=place)
    asking = form is None and not json
    if pay is not None and careers:
        raise UsageError("`salary` takes careers or `--pay`, not both", "Leave one of them out.")
    if pay is None and not careers:
        if not (asking and runtime.can_ask):
            raise NeedsAnswersError(
                "`salary` needs a career, or a pay",
                "Write `careers salary nurse`, or where a pay stands: `careers salary --pay 30000`.",
            )
        careers, pay = _ask(runtime)
    if careers and pay is None and _is_amount(runtime, text := " ".join(careers)):
        tell_read(runtime, "salary", ["--pay", text])
        pay = text
    if pay is not None:
        from careercli.usecases.rank_pay import rank_pay  # careers need none of it

        rank = _rank_request(ctx, pay, period, net=net, place=place)
        write_report(runtime, rank_pay(runtime.catalogue, rank), form, json=json, width=width, pager=not no_pager)
        return
    names = read_names(runtime, "salary", careers or [], asking=asking)
    place = place or place_of(runtime.catalogue, runtime.person_dir, runtime.lang)
    request = SalaryRequest(
        lang=runtime.lang,
        country=runtime.country,
        careers=tuple(names),
        place=place,
        full=full or not is_one_screen(runtime, form, json=json),
    )
    report = show_salaries(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)


def _is_amount(runtime: Runtime, text: str) -> bool:
    """Whether what stands in place of a career is a pay: a number, whose units are all known, and no code."""
    if text[:1].isalpha() or is_code(text) or is_code(f"{text}.00"):
        return False
    from careercli.core.text.amounts import read_amount

    amount = read_amount(text, runtime.catalogue.words.units)
    return amount is not None and not amount.unknown


def _rank_request(
    ctx: typer.Context, text: str, period: str | None, *, net: bool | None, place: str | None
) -> "RankRequest":
    """A pay as it is written, with what the options say of it. Raises UsageError where they say another thing."""
    from careercli.commands.reading import read_number, refuse_value  # a pay needs them, careers do not
    from careercli.usecases.rank_pay import PERIODS, RankRequest

    runtime: Runtime = ctx.obj
    units = runtime.catalogue.words.units
    amount = read_number(ctx, "--pay", text, units)
    named = units.get(fold(period), "") if period else ""
    if period and named not in PERIODS:
        raise refuse_value(ctx, "--period", period, PERIODS)
    tax = "" if net is None else "net" if net else "gross"
    for option, said, given in (("--period", amount.period, named), ("--net", amount.tax, tax)):
        if said and given and said != given:
            hint = "Leave one of them out."
            raise UsageError("`--pay {text}` and `{option}` say different things", hint, text=text, option=option)
    country = _country(runtime, text, amount.currencies)
    if place is None and runtime.catalogue.shown_country(country) == country:
        place = place_of(runtime.catalogue, runtime.person_dir, runtime.lang)
    return RankRequest(
        lang=runtime.lang,
        country=country,
        place=place,
        folder=runtime.person_dir,
        pay=amount.number,
        period=next((unit for unit in PERIODS if unit in (amount.period, named)), None),
        tax="net" if "net" in (amount.tax, tax) else "gross",
    )


def _country(runtime: Runtime, text: str, currencies: tuple[str, ...]) -> str:
    """The country whose employees a pay is held against: that of its currency, where one is written."""
    if not currencies:
        return runtime.country
    known = runtime.catalogue.currencies
    countries = {known.get(currency, "") for currency in currencies}
    country = countries.pop()
    if not country or countries or (runtime.options.country and runtime.country != country):
        raise UsageError(
            "`--pay {text}`: there are no figures in {currency} for {country}",
            "Use {known}, or leave out `--country`.",
            text=text,
            currency=", ".join(currencies),
            country=runtime.say.country_name(runtime.country),
            known=", ".join(f"`{currency}`" for currency in known),
        )
    return country


def _ask(runtime: Runtime) -> tuple[list[str], str | None]:
    """Careers, or a pay, from somebody who named neither."""
    from careercli.prompts.make import make_prompter

    say, prompter = runtime.say, make_prompter(runtime)
    ways = [("career", say("what a career pays")), ("pay", say("where a pay stands among all employees"))]

    def wrong(text: str) -> str:
        return "" if text.strip(" ,") else say("Type something, such as “nurse” or “30000”.")

    if prompter.choose(say("What would you like to know?"), ways) == "pay":
        return [], prompter.write(say("Which pay? Such as 80k, $40/h or 1900 € net a month."), wrong)
    names = prompter.write(say("Which career? Several with commas between."), wrong).split(",")
    return [name.strip() for name in names if name.strip()], None
