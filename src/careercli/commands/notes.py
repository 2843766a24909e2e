"""`careers notes`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.person import NotesRequest, list_notes
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    career: Annotated[
        list[str] | None, typer.Argument(help="The career; without one, all notes.", autocompletion=completing.career)
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Show your notes, or those on one career.

    Examples:
      careers notes
      careers notes ai-engineer --json
    """
    runtime: Runtime = ctx.obj
    request = NotesRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        career=" ".join(career) if career else None,
    )
    report = list_notes(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)
