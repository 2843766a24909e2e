"""`careers mine`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.core.careers.reports import Report
from careercli.errors import UsageError
from careercli.usecases.mine import MineRequest, list_mine
from careercli.usecases.person import ChangeRequest, drop, put_first
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    rank: Annotated[bool, typer.Option("--rank", help="The best fit first, by your answers on interests.")] = False,
    drop_: Annotated[
        list[str] | None,
        typer.Option(
            "--drop", metavar="CAREER", help="Take it off the list; may be repeated.", autocompletion=completing.kept
        ),
    ] = None,
    first: Annotated[
        list[str] | None,
        typer.Option(
            "--first",
            metavar="CAREER",
            help="Put it first on the list; may be repeated.",
            autocompletion=completing.kept,
        ),
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Show your list: what each career pays, how it fits your answers, what you noted.

    Examples:
      careers mine
      careers mine --rank --format csv
    """
    runtime: Runtime = ctx.obj
    asked = [option for option, given in (("--rank", rank), ("--drop", drop_), ("--first", first)) if given]
    if len(asked) > 1:
        raise UsageError("`{one}` and `{other}` exclude each other", "Give one of them.", one=asked[0], other=asked[1])
    write_report(
        runtime, _answer(runtime, rank=rank, drop_=drop_, first=first), form, json=json, width=width, pager=not no_pager
    )


def _answer(runtime: Runtime, *, rank: bool, drop_: list[str] | None, first: list[str] | None) -> Report:
    if not drop_ and not first:
        request = MineRequest(lang=runtime.lang, country=runtime.country, folder=runtime.person_dir, ranked=rank)
        return list_mine(runtime.catalogue, request)
    change = ChangeRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        careers=tuple(drop_ or first or ()),
        now=runtime.now(),
    )
    return (drop if drop_ else put_first)(runtime.catalogue, change, runtime.tell)
