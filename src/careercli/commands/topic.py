"""`careers topic`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.reading import ReadingRequest, read_topic
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="name", help="A topic; none lists all.", autocompletion=completing.topic),
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Read what is the same for every career: applying, who pays, gross and net.

    Examples:
      careers topic
      careers topic apprenticeship --country FR
    """
    runtime: Runtime = ctx.obj
    request = ReadingRequest(lang=runtime.lang, country=runtime.country, name=" ".join(name) if name else None)
    write_report(runtime, read_topic(runtime.catalogue, request), form, json=json, width=width, pager=not no_pager)
