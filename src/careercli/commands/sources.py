"""`careers sources`."""

from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.sources import SourcesRequest, list_sources
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    weak: Annotated[
        bool, typer.Option("--weak", help="Only law, statistics and studies that we read on a page that retells them.")
    ] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Print the bibliography: where every figure comes from, and whose data we carry.

    Examples:
      careers sources --weak
      careers sources --format csv
    """
    runtime: Runtime = ctx.obj
    request = SourcesRequest(lang=runtime.lang, country=runtime.country, weak=weak)
    report = list_sources(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)
