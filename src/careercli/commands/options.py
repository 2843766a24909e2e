"""Options that several verbs share, and how a report leaves."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.core.reports import Report
from careercli.errors import NotFoundError, SeveralNotFoundError, UsageError
from careercli.runtime import Runtime

if TYPE_CHECKING:
    from careercli.catalogue.repository import OwnProblem, Resolved


class Format(StrEnum):
    """The forms in which a report can be had."""

    table = "table"
    plain = "plain"
    json = "json"
    markdown = "markdown"
    csv = "csv"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", help="Form of the output; a terminal gets a table, a pipe plain lines.", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for `--format json`.")]
WidthOption = Annotated[int | None, typer.Option("--width", min=20, max=1000, help="Columns to write in.")]
NoPagerOption = Annotated[bool, typer.Option("--no-pager", help="Write at once, without the pager.")]


def complete_career(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of careers that begin so."""
    try:
        return [id_ for id_, _ in Runtime().catalogue.career_names() if id_.startswith(incomplete.lower())]
    except Exception:  # noqa: BLE001 - a TAB must never print an error
        return []


def complete_section(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of sections that begin so."""
    from careercli.core.model import SECTIONS

    return [id_ for id_ in SECTIONS if id_.startswith(incomplete.lower())]


def left_out(runtime: Runtime) -> tuple[str, ...]:
    """A note for each own role that could not be taken in."""
    return tuple(note for _, note in left_out_of(runtime))


def left_out_of(runtime: Runtime) -> list[tuple[str, str]]:
    """The folder of each role that was left out, and a note: its first problem, and how many there are."""
    found: dict[str, list[OwnProblem]] = {}
    for problem in runtime.catalogue.problems():
        found.setdefault(problem.id, []).append(problem)
    return [
        (
            id_,
            runtime.say.count(
                "`{id}` is left out: {path}:{line}: {field}{message}",
                "`{id}` is left out: {path}:{line}: {field}{message}; {n} problems in all, see `careers validate`",
                len(all_),
                id=id_,
                path=all_[0].path,
                line=all_[0].line,
                message=all_[0].message,
                field=f"`{all_[0].field}` " if all_[0].field else "",
            ),
        )
        for id_, all_ in found.items()
    ]


def shared_title(runtime: Runtime, found: "Resolved") -> tuple[str, ...]:
    """A note where what a career was called by is a title of other occupations too."""
    if not found.others:
        return ()
    also = ", ".join(found.others)
    return (runtime.say("This title is also that of {codes}; here is {code}.", codes=also, code=found.id),)


def resolve_careers(runtime: Runtime, names: Sequence[str], most: int) -> tuple["list[Resolved]", tuple[str, ...]]:
    """What some names mean, each once and at most so many, and the notes on them. Tells all unknown names at once."""
    found: list[Resolved] = []
    unknown: list[NotFoundError] = []
    for name in names:
        try:
            found.append(runtime.catalogue.resolve_career(name, runtime.lang))
        except NotFoundError as error:
            unknown.append(error)
    if unknown:
        raise unknown[0] if len(unknown) == 1 else SeveralNotFoundError(unknown)
    ids = [one.id for one in found]
    if len(set(ids)) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise UsageError("`{id}` is named twice", "Name each career once.", id=twice)
    if len(ids) > most:
        raise UsageError("{count} careers are too many", "Compare at most {most}.", count=len(ids), most=most)
    return found, tuple(note for one in found for note in shared_title(runtime, one))


def put(
    runtime: Runtime,
    report: Report,
    form: Format | None,
    *,
    json: bool = False,
    width: int | None = None,
    pager: bool = False,
) -> None:
    """Write a report to standard output in the form asked for; its notes go to standard error."""
    if json and form not in (None, Format.json):
        raise UsageError("`--json` and `--format {form}` exclude each other", "Give one of them.", form=form.value)
    if json:
        form = Format.json
    elif form is None:
        form = Format.table if runtime.is_terminal and not runtime.accessible else Format.plain
    if form is Format.json:
        from careercli.export.json import export_json

        runtime.write(export_json(report, runtime.encoding, pretty=runtime.is_terminal))
        return
    for note in report.notes:
        runtime.tell(note)
    text = _text(runtime, report, form, runtime.width(width) if width or form is Format.table else None)
    runtime.write_paged(text, pager=pager and form in (Format.table, Format.plain))


def _text(runtime: Runtime, report: Report, form: Format, width: int | None) -> str:
    from careercli.core.page import map_texts
    from careercli.core.plaintext import fits, make_harmless, make_plainer
    from careercli.pages import lay_out

    encoding = runtime.encoding
    marks = {} if form is Format.table else {ord("⟦"): None, ord("⟧"): None}  # found words are set off by colour
    laid_out = lay_out(report, runtime.say)
    page = map_texts(laid_out, lambda text: make_plainer(make_harmless(text.translate(marks)), encoding))
    if form is Format.csv:
        from careercli.export.csv import export_csv

        return make_harmless(export_csv(report, page))
    if form is Format.markdown:
        from careercli.export.markdown import export_markdown

        return export_markdown(page)
    if form is Format.plain:
        from careercli.export.plain import export_plain

        return export_plain(page, aligned=not runtime.accessible)
    from careercli.render.terminal import render_page

    boxes = fits("─━", encoding) and not runtime.accessible
    return render_page(page, width=width or 80, colour=runtime.colour, boxes=boxes)
