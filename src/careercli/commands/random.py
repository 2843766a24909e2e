"""`careers random`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.drawing import DrawRequest, draw
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    field: Annotated[
        str | None, typer.Option("--field", help="Draw from this field of work.", autocompletion=completing.family)
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Show a career drawn by lot, guide or occupation, on one screen.

    Examples:
      careers random
      careers random --field health-practice
    """
    runtime: Runtime = ctx.obj
    lot = runtime.now().isoformat()
    request = DrawRequest(lang=runtime.lang, country=runtime.country, lot=lot, family=field, folder=runtime.person_dir)
    write_report(runtime, draw(runtime.catalogue, request), form, json=json, width=width, pager=not no_pager)
