"""`careers search`."""

from enum import StrEnum
from typing import Annotated

import typer
from msgspec.structs import replace

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.core.careers.reports import Kind
from careercli.core.careers.search_report import SearchReport
from careercli.errors import NeedsAnswersError
from careercli.usecases.search import SearchRequest, search
from careercli.world.runtime import Runtime


class KindChoice(StrEnum):
    guide = "guide"
    occupation = "occupation"


_KINDS: dict[KindChoice, Kind] = {KindChoice.guide: "role", KindChoice.occupation: "occupation"}


def run(
    ctx: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(help="Words to look for, in either language; none searches while you type.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="Finds to show.")] = 10,
    kind: Annotated[KindChoice | None, typer.Option("--kind", help="Only guides, or only occupations.")] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Search careers by name, by what you like, by task or by tool, in both languages. Accents and typos are forgiven.

    Examples:
      careers search "truck driver" --limit 5
      careers search "work with animals"
    """
    runtime: Runtime = ctx.obj
    if not text:
        if not (runtime.can_ask and runtime.is_terminal):
            raise NeedsAnswersError("`careers search` needs a word", "Give a word: `careers search python`.")
        from careercli.commands.naming import pick_name  # only where nothing is named

        _open(runtime, pick_name(runtime, "search"))
        return
    request = SearchRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        text=" ".join(text).strip(),
        count=limit,
        kind=_KINDS[kind] if kind else None,
    )
    report = search(runtime.catalogue, request)
    asking = runtime.can_ask and runtime.is_terminal and form is None and not json and runtime.listener is None
    asking = asking and bool(report.hits)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager, hinting=not asking, numbered=asking)
    if asking:
        _offer_all(runtime, request, report, width, pager=not no_pager)


def _offer_all(
    runtime: Runtime, request: SearchRequest, report: SearchReport, width: int | None, *, pager: bool
) -> None:
    """Open one of the careers, after all that were found are shown where the person asks for them."""
    from careercli.usecases.asking import MORE  # only for who is asked

    while (chosen := _offer(runtime, report)) == MORE:
        report = search(runtime.catalogue, replace(request, count=report.total))
        write_report(runtime, report, None, width=width, pager=pager, hinting=False, numbered=True)
    if chosen:
        _open(runtime, chosen)


def _offer(runtime: Runtime, report: SearchReport) -> str:
    """One of the careers, or all of them, if the person wants to; leaving is no error, for the answer is there."""
    from careercli.prompts.make import make_prompter

    say, left = runtime.say, len(report.hits) < report.total
    more = say("all {n}", n=say.number(report.total)) if left else ""
    try:
        return make_prompter(runtime).open_row(say("Open one?"), [(hit.id, hit.name) for hit in report.hits], more)
    except KeyboardInterrupt:
        return ""


def _open(runtime: Runtime, id_: str) -> None:
    from careercli.usecases.show import ShowRequest, show

    request = ShowRequest(lang=runtime.lang, country=runtime.country, career=id_)
    write_report(runtime, show(runtime.catalogue, request), None, pager=True)
