"""`careers define`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.reading import ReadingRequest, define
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="term", help="A term, as you would write it; none lists all.", autocompletion=completing.term
        ),
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Explain a term in one or two plain sentences.

    Examples:
      careers define alternance
      careers define "fine-tuning" --lang fr
    """
    runtime: Runtime = ctx.obj
    request = ReadingRequest(lang=runtime.lang, country=runtime.country, name=" ".join(name) if name else None)
    write_report(runtime, define(runtime.catalogue, request), form, json=json, width=width, pager=not no_pager)
