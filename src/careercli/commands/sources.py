"""`careers sources`."""

import typer

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.runtime import Runtime
from careercli.usecases.sources import SourcesRequest, list_sources


def run(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Print the bibliography: where every figure comes from, and whose data we carry.

    Examples:
      careers sources
      careers sources --format csv
    """
    runtime: Runtime = ctx.obj
    report = list_sources(runtime.catalogue, SourcesRequest(lang=runtime.lang))
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)
