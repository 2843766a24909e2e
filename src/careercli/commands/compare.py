"""`careers compare`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.naming import pick_names, read_names
from careercli.commands.reading import refuse_empty
from careercli.commands.writing import write_report
from careercli.usecases.compare import MAX_CAREERS, CompareRequest, compare
from careercli.world.runtime import Runtime

#: What is compared where nobody can be asked.
DEFAULT = "ai-specialist"


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str] | None,
        typer.Argument(
            help="Guides or occupations; the first is the one compared with.", autocompletion=completing.career
        ),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option(
            "--weight",
            "-w",
            metavar="CRITERION=N",
            help="Rank by pay, entry, years, growth, openings, remote, outdoors and others; may be repeated.",
            autocompletion=completing.weight,
        ),
    ] = None,
    limit: o.LimitOption = None,
    have: o.HaveOption = None,
    place: o.PlaceOption = None,
    rows: Annotated[
        str | None, typer.Option("--rows", metavar="ROW,…", help="Rows to show, in this order: pay,entry,outlook.")
    ] = None,
    only_differences: Annotated[
        bool, typer.Option("--only-differences", help="Leave out rows in which all are alike.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Cut no text of the table.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Compare careers side by side, and rank them by your own weights. With one, its neighbours; with none, you choose.

    Examples:
      careers compare ai-specialist --limit "years<=4" --have bac+2
      careers compare nurse "dental hygienist" --place texas --weight pay=2 --weight entry=1
    """
    runtime: Runtime = ctx.obj
    refuse_empty(ctx, place=place, have=have)
    if limit or weight:
        from careercli.usecases.compare_criteria import check_criteria

        check_criteria(runtime.catalogue, limit or [], weight or [], runtime.country)  # before anything is asked
    names = read_names(runtime, "compare", careers or [], asking=form is None and not json)
    if not names:
        asking = runtime.can_ask and runtime.is_terminal and not json and form is None
        names = list(pick_names(runtime, MAX_CAREERS)) if asking else [DEFAULT]
    request = CompareRequest(
        lang=runtime.lang,
        country=runtime.country,
        careers=tuple(names),
        weights=tuple(weight or ()),
        limits=tuple(limit or ()),
        rows=rows,
        only_differences=only_differences,
        have=have,
        place=place,
        folder=runtime.person_dir,
        full=full,
    )
    report = compare(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)
