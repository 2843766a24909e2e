"""`careers search`."""

from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.search import SearchRequest, search
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    text: Annotated[list[str], typer.Argument(help="Words to look for, in either language.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="Finds to show.")] = 10,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Search the guides and the titles of all occupations, in both languages. Accents and typos are forgiven.

    Examples:
      careers search "fine-tuning"
      careers search "truck driver" --limit 5
    """
    runtime: Runtime = ctx.obj
    request = SearchRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        text=" ".join(text).strip(),
        count=limit,
    )
    write_report(runtime, search(runtime.catalogue, request), form, json=json, width=width, pager=not no_pager)
