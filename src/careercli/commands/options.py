"""Options that several verbs share, and how a report leaves."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.core.reports import Report
from careercli.errors import UsageError
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
    except Exception:  # a TAB must never print an error
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
        (id_, runtime.say.count(
            "`{id}` is left out: {path}:{line}: {field}{message}",
            "`{id}` is left out: {path}:{line}: {field}{message}; {n} problems in all, see `careers validate`",
            len(all_), id=id_, path=all_[0].path, line=all_[0].line, message=all_[0].message,
            field=f"`{all_[0].field}` " if all_[0].field else "",
        ))
        for id_, all_ in found.items()
    ]  # fmt: skip


def shared_title(runtime: Runtime, found: "Resolved") -> tuple[str, ...]:
    """A note where what a career was called by is a title of other occupations too."""
    if not found.others:
        return ()
    also = ", ".join(found.others)
    return (runtime.say("This title is also that of {codes}; here is {code}.", codes=also, code=found.id),)


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
