"""`careers salary`."""

from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.naming import read_names
from careercli.commands.writing import write_report
from careercli.errors import UsageError
from careercli.usecases.salary import RankRequest, SalaryRequest, rank_pay, show_salaries
from careercli.world.runtime import Runtime


class Period(StrEnum):
    year = "year"
    month = "month"
    hour = "hour"


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str] | None, typer.Argument(help="Careers: guides or occupations.", autocompletion=completing.career)
    ] = None,
    pay: Annotated[float | None, typer.Option("--pay", help="Where this pay stands among all employees.")] = None,
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
        rank = RankRequest(
            lang=runtime.lang, country=runtime.country, pay=pay, period=period.value, tax="net" if net else "gross"
        )
        write_report(runtime, rank_pay(runtime.catalogue, rank), form, json=json, width=width)
        return
    names = read_names(runtime, "salary", careers or [], asking=form is None and not json)
    request = SalaryRequest(lang=runtime.lang, country=runtime.country, careers=tuple(names))
    report = show_salaries(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)
