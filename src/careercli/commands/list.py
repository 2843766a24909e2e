"""`careers list`."""

from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.list import ListRequest, list_careers
from careercli.world.runtime import Runtime


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
    about: Annotated[
        str | None, typer.Option("--about", help="Occupations about what you care for: animals, cooking.")
    ] = None,
    sort: Annotated[SortChoice | None, typer.Option("--sort", help="Order; by name, or stars best first.")] = None,
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
      careers list --about animals --min-stars 5 --sort growth
    """
    runtime: Runtime = ctx.obj
    request = ListRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        everything=everything,
        about=about,
        family=family,
        min_stars=min_stars,
        skills=tuple(skill or ()),
        remote=remote,
        entry=entry.value if entry else None,
        min_pay=min_pay,
        zone=zone,
        min_growth=min_growth,
        interest=interest,
        sort=sort.value if sort else None,
        count=limit,
    )
    write_report(
        runtime,
        list_careers(runtime.catalogue, request),
        form,
        json=json,
        width=width,
        pager=everything or about is not None,
    )
