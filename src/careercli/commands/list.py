"""careers list"""

from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.core.listing import filter_cards, sort_cards
from careercli.core.reports import ListReport
from careercli.runtime import Runtime


class EntryChoice(StrEnum):
    easy = "easy"
    medium = "medium"
    hard = "hard"


class SortChoice(StrEnum):
    name = "name"
    stars = "stars"
    entry = "entry"
    family = "family"


def run(
    ctx: typer.Context,
    family: Annotated[str | None, typer.Option("--family", help="Field of work: data, software.")] = None,
    min_stars: Annotated[int | None, typer.Option("--min-stars", min=1, max=10, help="Stars of pay, 1 to 10.")] = None,
    skill: Annotated[list[str] | None, typer.Option("--skill", help="Needs this skill; may be repeated.")] = None,
    remote: Annotated[bool, typer.Option("--remote", help="Often done from afar.")] = False,
    entry: Annotated[EntryChoice | None, typer.Option("--entry", help="At most this hard to enter.")] = None,
    sort: Annotated[SortChoice, typer.Option("--sort", help="Order; stars are best first.")] = SortChoice.name,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """List the careers, filtered and sorted.

    Examples:
      careers list --sort stars
      careers list --skill python --min-stars 7 --entry medium
    """
    runtime: Runtime = ctx.obj
    catalogue = runtime.catalogue
    cards = catalogue.cards(runtime.lang)
    kept = filter_cards(
        cards,
        family=catalogue.resolve_label("family", family) if family else None,
        min_stars=min_stars,
        skills=[catalogue.resolve_label("skill", name) for name in skill or []],
        remote=remote,
        entry=entry.value if entry else None,
    )
    report = ListReport(
        command="list",
        language=runtime.lang,
        notes=o.left_out(runtime),
        cards=sort_cards(kept, sort.value),
        total=len(cards),
    )
    o.put(runtime, report, form, json=json, width=width)
    if kept:
        runtime.hint(runtime.say("Next: `careers show {id}`", id=report.cards[0].id))
