"""careers sources"""

import typer

from careercli.commands import options as o
from careercli.core.reports import SourcesReport
from careercli.runtime import Runtime


def run(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Print the bibliography: where every figure comes from.

    Examples:
      careers sources
      careers sources --format csv
    """
    runtime: Runtime = ctx.obj
    sources = tuple(runtime.catalogue.sources())
    report = SourcesReport(command="sources", language=runtime.lang, sources=sources)
    o.put(runtime, report, form, json=json, width=width, pager=not no_pager)
