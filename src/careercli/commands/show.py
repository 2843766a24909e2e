"""`careers show`."""

from typing import Annotated

import msgspec
import typer

from careercli.catalogue.repository import Resolved
from careercli.commands import options as o
from careercli.core.model import Role, Source
from careercli.core.occupation import Extra
from careercli.core.reports import OccupationReport, ShowReport
from careercli.errors import CareersError
from careercli.runtime import Runtime


def run(
    ctx: typer.Context,
    career: Annotated[
        str,
        typer.Argument(help="Name, other name, code or id of a career.", autocompletion=o.complete_career),
    ],
    section: Annotated[
        list[str] | None,
        typer.Option("--section", "-s", help="Only this section; may be repeated.", autocompletion=o.complete_section),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", "-b", help="One screen.")] = False,
    whole: Annotated[bool, typer.Option("--all", "-a", help="Cut no list of imported tasks and technology.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Show a career in full: the work, the pay, the way in.

    Examples:
      careers show ai-specialist
      careers show "ingénieur IA" --lang fr --section pay --section myths
    """
    runtime: Runtime = ctx.obj
    found = runtime.catalogue.resolve_career(career, runtime.lang)
    if found.kind == "occupation":
        sheet = make_sheet(runtime, found, section or [], brief=brief, whole=whole)
        o.put(runtime, sheet, form, json=json, width=width, pager=not no_pager)
        return
    report = make_report(runtime, found.id, section or [], brief=brief)
    o.put(runtime, report, form, json=json, width=width, pager=not no_pager)
    if not section:
        runtime.hint(runtime.say("Next: `careers quiz {id}` or `careers compare {id}`", id=report.role.id))


def make_sheet(
    runtime: Runtime, found: Resolved, wanted: list[str], *, brief: bool, whole: bool = False
) -> OccupationReport:
    """The report of an occupation. It has no sections: what is asked of them is said."""
    catalogue, say = runtime.catalogue, runtime.say
    occupation = catalogue.get_occupation(found.id, runtime.lang)
    notes = list(o.shared_title(runtime, found))
    if wanted:
        notes.append(say("An occupation of the atlas has no sections: here is its whole fact sheet."))
    extra, damage = _imported(runtime, found.id)
    notes += damage
    ids = [occupation.pay.source] if occupation.pay else []
    ids += [occupation.outlook.source] if occupation.outlook else []
    ids += [occupation.skills_source] if occupation.skills_source else []
    return OccupationReport(
        command="show",
        language=runtime.lang,
        notes=tuple(notes),
        occupation=occupation,
        extra=extra,
        brief=brief,
        whole=whole,
        sources=catalogue.numbered_sources([*ids, "onet-30-1"]),
    )


def _imported(runtime: Runtime, code: str) -> tuple[Extra | None, list[str]]:
    """What the user's own O*NET release adds, or a note where it cannot be read."""
    try:
        if not runtime.imported.is_file():
            return None, []
        from careercli.importers.store import load_extra  # only for those who have imported something

        return load_extra(runtime.imported, code), []
    except CareersError as error:
        why = runtime.say(error.message, **error.values)
        hint = runtime.say(error.hint)
        return None, [runtime.say("What you have imported is left out: {why}. {hint}", why=why, hint=hint)]
    except OSError as error:
        why = error.strerror or str(error)
        return None, [runtime.say("What you have imported is left out: {why}.", why=why)]


def make_report(runtime: Runtime, id_: str, wanted: list[str], *, brief: bool) -> ShowReport:
    """The report of a guide, or of some of its sections in the order asked for."""
    catalogue, say = runtime.catalogue, runtime.say
    role = catalogue.get_role(id_, runtime.lang)
    notes = [note for id_of, note in o.left_out_of(runtime) if id_of == id_]
    if role.lang != runtime.lang:
        notes.append(say("`{id}` has no text in this language: here is the other one.", id=id_))
    if catalogue.origin(id_) == ("own", True):
        notes.append(say("`{id}` is your own guide, in place of the bundled one.", id=id_))
    sources = role.sections[-1].sources if role.sections and role.sections[-1].id == "sources" else ()
    if wanted:
        ids = list(dict.fromkeys(catalogue.resolve_label("section", name) for name in wanted))
        have = {part.id: part for part in role.sections}
        notes += [
            say("`{id}` has no section `{section}` yet.", id=id_, section=name) for name in ids if name not in have
        ]
        role = msgspec.structs.replace(role, sections=tuple(have[name] for name in ids if name in have))
        sources = _cited(role, sources)
    return ShowReport(
        command="show",
        language=runtime.lang,
        notes=tuple(notes),
        sources=sources,
        role=role,
        brief=brief,
        partial=bool(wanted),
    )


def _cited(role: Role, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources that the sections of a role cite; all if it shows them itself."""
    text = msgspec.json.encode(role.sections).decode()
    return tuple(source for source in sources if source.id in text)
