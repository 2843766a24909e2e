"""`careers note`."""

import shlex
from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.errors import UsageError
from careercli.usecases.names import split_name
from careercli.usecases.person import NoteRequest, note
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    career: Annotated[str, typer.Argument(help="The career.", autocompletion=completing.career)],
    text: Annotated[list[str] | None, typer.Argument(help="What you want to remember.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove your notes on it.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Write a note on a career; `careers notes` shows them.

    Examples:
      careers note ai-engineer "Ask Sam how the days are"
      careers note ai-engineer --remove
    """
    runtime: Runtime = ctx.obj
    name, said = split_name(runtime.catalogue, [career, *(text or ())])
    if not said and not remove:
        typed = shlex.quote(name)
        raise UsageError("there is nothing to note", 'Write it so: `careers note {career} "…"`.', career=typed)
    if said and remove:
        raise UsageError("`--remove` takes no text", "Write a note or remove those on a career.")
    request = NoteRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        careers=(name,),
        now=runtime.now(),
        text=" ".join(said),
        remove=remove,
    )
    write_report(runtime, note(runtime.catalogue, request, runtime.tell), form, json=json, width=width)
