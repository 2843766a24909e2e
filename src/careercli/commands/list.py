"""`careers list`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.core.ids import make_slug
from careercli.core.listing import filter_cards, filter_occupations, sort_cards, sort_occupations
from careercli.core.reports import AtlasReport, ListReport
from careercli.errors import UsageError
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
    pay = "pay"
    growth = "growth"
    size = "size"


def run(
    ctx: typer.Context,
    family: Annotated[str | None, typer.Option("--family", help="Field of work: data, software.")] = None,
    min_stars: Annotated[int | None, typer.Option("--min-stars", min=1, max=10, help="Stars of pay, 1 to 10.")] = None,
    skill: Annotated[list[str] | None, typer.Option("--skill", help="Needs this skill; may be repeated.")] = None,
    remote: Annotated[bool, typer.Option("--remote", help="Often done from afar.")] = False,
    entry: Annotated[EntryChoice | None, typer.Option("--entry", help="At most this hard to enter.")] = None,
    sort: Annotated[SortChoice, typer.Option("--sort", help="Order; stars are best first.")] = SortChoice.name,
    everything: Annotated[bool, typer.Option("--all", "-a", help="The atlas: every occupation.")] = False,
    min_pay: Annotated[float | None, typer.Option("--min-pay", help="US median a year, with --all.")] = None,
    zone: Annotated[int | None, typer.Option("--zone", min=1, max=5, help="At most this job zone, with --all.")] = None,
    min_growth: Annotated[float | None, typer.Option("--min-growth", help="Percent to 2034, with --all.")] = None,
    interest: Annotated[str | None, typer.Option("--interest", help="Letters of RIASEC, with --all.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Rows to show.")] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """List the careers, filtered and sorted; with --all every occupation of the atlas.

    Examples:
      careers list --skill python --min-stars 7 --entry medium
      careers list --all --min-stars 8 --sort growth
    """
    runtime: Runtime = ctx.obj
    catalogue = runtime.catalogue
    only_all = {"--min-pay": min_pay, "--zone": zone, "--min-growth": min_growth, "--interest": interest}
    if everything:
        _refuse(
            {"--remote": remote or None, "--entry": entry},
            "`{option}` is of guides, not of the atlas",
            "Leave out `--all`.",
        )
        letters = _letters(interest)
        cards_of = catalogue.occupation_cards(runtime.lang)
        found = filter_occupations(
            cards_of,
            family=catalogue.resolve_label("family", family) if family else None,
            min_stars=min_stars,
            min_pay=min_pay,
            skills=[catalogue.find_occupation_skills(name, runtime.lang) for name in skill or []],
            job_zone=zone,
            min_growth=min_growth,
            interest=letters,
        )
        atlas = AtlasReport(
            command="list",
            language=runtime.lang,
            cards=sort_occupations(found, sort.value)[:limit],
            fitting=len(found),
            total=len(cards_of),
        )
        o.put(runtime, atlas, form, json=json, width=width, pager=True)
        return
    _refuse(only_all, "`{option}` is of the atlas", "Add `--all`.")
    if sort.value in ("pay", "growth", "size"):
        raise UsageError("`--sort {sort}` is of the atlas", "Add `--all`.", sort=sort.value)
    cards = catalogue.cards(runtime.lang)
    own_families = {card.family for card in cards if card.origin == "own"}
    own_family = make_slug(family or "") in own_families
    kept = filter_cards(
        cards,
        family=make_slug(family or "") if own_family else catalogue.resolve_label("family", family) if family else None,
        min_stars=min_stars,
        skills=[catalogue.resolve_label("skill", name) for name in skill or []],
        remote=remote,
        entry=entry.value if entry else None,
    )
    report = ListReport(
        command="list",
        language=runtime.lang,
        notes=o.left_out(runtime),
        cards=sort_cards(kept, sort.value)[:limit],
        fitting=len(kept),
        total=len(cards),
    )
    o.put(runtime, report, form, json=json, width=width)
    if kept:
        runtime.hint(runtime.say("Next: `careers show {id}`", id=report.cards[0].id))


def _refuse(options: Mapping[str, object], message: str, hint: str) -> None:
    for option, value in options.items():
        if value is not None:
            raise UsageError(message, hint, option=option)


def _letters(interest: str | None) -> str | None:
    """Letters of RIASEC, each once."""
    if interest is None:
        return None
    letters = interest.strip().upper()
    if not letters or len(letters) > 3 or set(letters) - set("RIASEC") or len(set(letters)) < len(letters):
        raise UsageError("`{letters}` are not letters of RIASEC", "Give one to three, such as `IR`.", letters=interest)
    return letters
