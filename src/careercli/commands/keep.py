"""`careers keep`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.naming import read_names
from careercli.commands.writing import write_report
from careercli.usecases.person import ChangeRequest, keep
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str], typer.Argument(help="Names, ids or codes of careers.", autocompletion=completing.career)
    ],
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Put careers on a list of your own; `careers mine` shows it.

    Examples:
      careers keep ai-engineer "registered nurses"
      careers keep electricians --person ann
    """
    runtime: Runtime = ctx.obj
    request = ChangeRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        careers=tuple(read_names(runtime, "keep", careers, asking=False)),
        now=runtime.now(),
    )
    write_report(runtime, keep(runtime.catalogue, request, runtime.tell), form, json=json, width=width)
