"""`careers search`."""

from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.core.reports import SearchReport
from careercli.errors import UsageError
from careercli.runtime import Runtime


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
    words = " ".join(text).strip()
    if not words:
        raise UsageError("there is nothing to look for", "Give a word: `careers search python`.")
    hits, taken = runtime.catalogue.search(words, runtime.lang, limit)
    notes = tuple(runtime.say("No text has `{word}`: looked for `{near}`.", word=w, near=n) for w, n in taken.items())
    report = SearchReport(command="search", language=runtime.lang, notes=notes, text=words, hits=tuple(hits))
    o.put(runtime, report, form, json=json, width=width, pager=not no_pager)
