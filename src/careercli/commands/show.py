"""`careers show`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.naming import pick_name, read_name, tell_read
from careercli.commands.reading import refuse_empty
from careercli.commands.writing import suggest, write_report
from careercli.core.careers.reports import Action, ShowReport
from careercli.usecases.preferences import place_of
from careercli.usecases.show import ShowRequest, show
from careercli.world.options import BARE
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    career: Annotated[
        list[str] | None,
        typer.Argument(
            help="Name, other name, code or id of a career; none lets you pick one.", autocompletion=completing.career
        ),
    ] = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            help="Only this section, by number or name; may be repeated.",
            autocompletion=completing.section,
        ),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", "-b", help="One screen.")] = False,
    whole: Annotated[bool, typer.Option("--all", "-a", help="Cut no list of imported tasks and technology.")] = False,
    place: o.PlaceOption = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Show a career in full: the work, the pay, the way in.

    Examples:
      careers show "registered nurse" --place ohio
      careers show "ingénieur IA" --lang fr --section pay --section myths
    """
    runtime: Runtime = ctx.obj
    refuse_empty(ctx, place=place)
    long = not (brief or section or json or (form and form not in (o.Format.table, o.Format.plain)))
    brief = brief or (long and runtime.is_dumb and not no_pager)
    request = ShowRequest(
        lang=runtime.lang,
        country=runtime.country,
        career=read_name(runtime, career, asking=form is None and not json) if career else pick_name(runtime, "show"),
        sections=tuple(section or ()),
        brief=brief,
        whole=whole,
        place=place or place_of(runtime.catalogue, runtime.person_dir, runtime.lang),
    )
    report = show(runtime.catalogue, request)
    if place and isinstance(report, ShowReport):
        runtime.tell(
            runtime.say("A guide tells the pay of countries: the sheet of its occupation has that of a place.")
        )
    if BARE in ctx.meta or len(career or ()) > 1:
        tell_read(runtime, "show", [request.career])
    scrolls = long and (no_pager or not runtime.has_pager)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager, hinting=not scrolls)
    if scrolls:
        say, again = runtime.say, ("show", request.career)
        part = Action(id="part", label=say("In parts"), command=(*again, "--section", "4"))
        card = Action(id="card", label=say("On one screen"), command=(*again, "--brief"))
        suggest(runtime, [part, card, *report.actions[:1]])
