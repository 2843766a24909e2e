"""`careers list`."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.reading import read_count, read_number, refuse_below, refuse_empty, refuse_value
from careercli.commands.writing import is_one_screen, write_report
from careercli.core.careers.measures import ENTRY_STEPS
from careercli.core.comparing.criteria import CRITERIA
from careercli.core.text.ids import fold
from careercli.errors import UsageError
from careercli.usecases.list import ListRequest, list_careers
from careercli.world.runtime import Runtime

#: Diplomas by which one gets in, as they are asked for.
LEVELS = ("bac", "bac+2", "bac+3", "bac+5", "bac+8")

if TYPE_CHECKING:
    from careercli.core.comparing.criteria import Words
    from careercli.usecases.list_words import Worded


def run(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="words",
            help="Conditions, a field, or what you care for, without an option.",
            autocompletion=completing.limit,
        ),
    ] = None,
    family: Annotated[
        str | None,
        typer.Option("--family", help="Field of work: data, software.", autocompletion=completing.family),
    ] = None,
    min_stars: Annotated[int | None, typer.Option("--min-stars", min=1, max=10, help="Stars of pay, 1 to 10.")] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option("--skill", help="Needs this skill; may be repeated.", autocompletion=completing.skill),
    ] = None,
    remote: Annotated[bool, typer.Option("--remote", help="Often done from afar; guides only.")] = False,
    entry: Annotated[
        str | None,
        typer.Option(
            "--entry", metavar="easy|medium|hard", help="At most this hard to enter.", autocompletion=completing.ease
        ),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about",
            help="Occupations about what you care for: animals, cooking.",
            autocompletion=completing.subject,
        ),
    ] = None,
    limit: o.LimitOption = None,
    have: o.HaveOption = None,
    level: Annotated[
        str | None,
        typer.Option(
            "--level", metavar="DIPLOMA", help="At most this diploma to get in: bac+2.", autocompletion=completing.level
        ),
    ] = None,
    place: o.PlaceOption = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="CRITERION",
            help="Order: name, family, stars, pay, growth, or any other criterion.",
            autocompletion=completing.order,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", "-a", help="The atlas: every occupation.")] = False,
    min_pay: Annotated[
        str | None, typer.Option("--min-pay", metavar="PAY", help="At least this median a year: 60k.")
    ] = None,
    zone: Annotated[int | None, typer.Option("--zone", min=1, max=5, help="At most this job zone.")] = None,
    min_growth: Annotated[
        str | None, typer.Option("--min-growth", metavar="PERCENT", help="Projected growth in percent.")
    ] = None,
    interest: Annotated[str | None, typer.Option("--interest", help="Letters of RIASEC.")] = None,
    count: Annotated[int | None, typer.Option("--count", "-n", min=1, help="Rows to show.")] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """List the careers, filtered and sorted; with --all, or by what only occupations have, the whole atlas.

    Examples:
      careers list --skill python --min-stars 7 --entry medium
      careers list --about animals --limit "no nights" --sort growth
    """
    runtime: Runtime = ctx.obj
    refuse_empty(ctx, have=have, sort=sort, place=place, family=family, about=about)
    worded = _read_words(runtime, words) if words else None
    if worded:
        family, about = _together(family, worded.families), _together(about, worded.about)
        sort = sort or next(iter(worded.sorts), None)
    counts = {text: read_count(ctx, "--limit", text) for text in limit or ()}
    rows = [number for number in (count, *counts.values()) if number]
    if (remote or entry) and (everything or about):
        option = "--remote" if remote else "--entry"
        raise UsageError("`{option}` is of guides, not of the atlas", "Leave out `--all`.", option=option)
    limits = list(worded.limits) if worded else []
    limits += [text for text, number in counts.items() if number is None]
    limits += _numbers(ctx, {"pay": ("--min-pay", min_pay), "growth": ("--min-growth", min_growth)})
    limits += [_ease(ctx, entry)] if entry else []
    limits += [_typed(ctx, "remote")] if remote else []
    limits += [f"{_typed(ctx, 'stars')}>={min_stars}"] if min_stars else []
    limits += [f"zone<={zone}"] if zone else []
    limits += [_level(ctx, level)] if level is not None else []
    request = ListRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        everything=everything,
        about=about,
        family=family,
        skills=tuple(skill or ()),
        interest=interest,
        limits=tuple(limits),
        have=have,
        place=place,
        sort=sort,
        count=min(rows) if rows else None,
        folding=is_one_screen(runtime, form, json=json),
        by_field=not json and form not in (o.Format.json, o.Format.csv),
    )
    try:
        report = list_careers(runtime.catalogue, request)
    except UsageError as error:
        raise _of_option(ctx, error, {"pay": ("--min-pay", min_pay), "growth": ("--min-growth", min_growth)}) from None
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)


def _read_words(runtime: Runtime, words: list[str]) -> "Worded":
    from careercli.usecases.list_words import read_words  # only where there are words
    from careercli.usecases.request import Request

    return read_words(runtime.catalogue, words, Request(lang=runtime.lang, country=runtime.country))


def _together(option: str | None, words: tuple[str, ...]) -> str | None:
    """What an option asks for and what words do."""
    return " ".join(filter(None, (option, *words))) or None


def _level(ctx: typer.Context, text: str) -> str:
    """A limit on the diploma by which one gets in. Raises UsageError for what is none, by the names that there are."""
    from careercli.core.comparing.dialect import parse_limit

    limit = f"{_typed(ctx, 'level')}<={text}"
    try:
        parse_limit(limit, _words(ctx))
    except UsageError:
        raise refuse_value(ctx, "--level", text, LEVELS) from None
    return limit


def _numbers(ctx: typer.Context, given: dict[str, tuple[str, str | None]]) -> list[str]:
    """Limits from options that are a number at least, by criterion. Raises UsageError."""
    limits = []
    for criterion, (option, value) in given.items():
        if value is not None:
            amount = read_number(ctx, option, value, _words(ctx).units)
            refuse_below(ctx, option, value, amount.number, CRITERIA[criterion].low)
            limits.append(f"{_typed(ctx, criterion)}>={value}")
    return limits


def _of_option(ctx: typer.Context, error: UsageError, given: dict[str, tuple[str, str | None]]) -> UsageError:
    """What is wrong with a limit, by the option that it was given by."""
    for criterion, (option, value) in given.items():
        written = f"{_typed(ctx, criterion)}>={value}"
        if value is not None and "unit" in error.values and error.values.get("text") == written:
            said = "`{option} {value}`: the unit `{unit}` is not known"
            example = f"{option} {str(error.values['example']).rpartition('=')[2]}"
            unit = error.values["unit"]
            return UsageError(said, "Write it so: `{example}`.", option=option, value=value, unit=unit, example=example)
    return error


def _ease(ctx: typer.Context, value: str) -> str:
    """The limit that `--entry` is. Raises UsageError."""
    from careercli.locale.words import entry_word

    if fold(value) not in _words(ctx).choices["ease"]:
        known = tuple(entry_word(step, ctx.obj.say) for step in ENTRY_STEPS)
        raise refuse_value(ctx, "--entry", value, known)
    return f"{_typed(ctx, 'ease')}<={value}"


def _typed(ctx: typer.Context, criterion: str) -> str:
    """How a reader calls a criterion when they type it."""
    from careercli.locale.criteria_words import typed_name  # only where a limit is asked for

    return typed_name(criterion, ctx.obj.say)


def _words(ctx: typer.Context) -> "Words":
    runtime: Runtime = ctx.obj
    return runtime.catalogue.words
