"""`careers map`."""

from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.worldmap import MapRequest, map_work
from careercli.world.runtime import Runtime


class By(StrEnum):
    """What the map can be shaded by."""

    pay = "pay"
    growth = "growth"
    ai = "ai"
    years = "years"
    leaving = "leaving"


def run(
    ctx: typer.Context,
    within: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="FIELD",
            help="Only the occupations of a field, by its name or the number of its box.",
            autocompletion=completing.area,
        ),
    ] = None,
    by: Annotated[By, typer.Option("--by", help="What the areas are shaded by.")] = By.pay,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Draw the world of work: areas as large as the people employed.

    Examples:
      careers map --by growth
      careers map --in "health professions"
    """
    runtime: Runtime = ctx.obj
    request = MapRequest(lang=runtime.lang, country=runtime.country, by=by.value, within=within)
    report = map_work(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)
