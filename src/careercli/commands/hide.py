"""`careers hide`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.naming import read_names
from careercli.commands.writing import write_report
from careercli.usecases.person import HideRequest, hide
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str],
        typer.Argument(
            help="Names, ids or codes of careers, or of fields as results name them.",
            autocompletion=completing.hideable,
        ),
    ],
    because: Annotated[str, typer.Option("--because", help="Why, in your words.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="They may be for you again.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Say what is not for you, and why, a career or a whole field: no quiz proposes it any more, and lists mark it.

    Examples:
      careers hide data-engineer --because "too much on call"
      careers hide "school teaching" --because "I like it quiet"
    """
    runtime: Runtime = ctx.obj
    request = HideRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        careers=tuple(read_names(runtime, "hide", careers, asking=False)),
        now=runtime.now(),
        because=because,
        undo=undo,
    )
    write_report(runtime, hide(runtime.catalogue, request, runtime.tell), form, json=json, width=width)
