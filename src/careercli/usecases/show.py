"""What is this career like: a guide, or the fact sheet of an occupation."""

import msgspec

from careercli.core.careers.model import Role, Source
from careercli.core.careers.names import Resolved
from careercli.core.careers.occupation import Extra
from careercli.core.careers.reports import Action, OccupationReport, Report, ShowReport
from careercli.errors import CareersError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.names import notes_on_name, skipped_guides
from careercli.usecases.request import Request


class ShowRequest(Request, frozen=True, kw_only=True):
    """A career by any of its names; some sections of a guide, in that order; one screen; no list cut."""

    career: str
    sections: tuple[str, ...] = ()
    brief: bool = False
    whole: bool = False


def show(library: Catalogue, request: ShowRequest) -> Report:
    """The report of a career. Raises NotFoundError."""
    career = library.resolve_career(request.career, request.lang)
    if career.kind == "occupation":
        return _show_occupation(library, career, request)
    return _show_guide(library, career.id, request)


def _show_occupation(library: Catalogue, career: Resolved, request: ShowRequest) -> OccupationReport:
    """The report of an occupation. It has no sections: what is asked of them is said."""
    say = library.say(request.lang)
    occupation = library.get_occupation(career.id, request.lang, request.country)
    notes = list(notes_on_name(library, career, say))
    if request.sections:
        notes.append(say("An occupation of the atlas has no sections: here is its whole fact sheet."))
    extra, damage = _imported(library, career.id, say)
    cited = [occupation.pay.source] if occupation.pay else []
    cited += [occupation.outlook.source] if occupation.outlook else []
    cited += [occupation.skills_source] if occupation.skills_source else []
    return OccupationReport(
        command="show",
        language=request.lang,
        notes=(*notes, *damage),
        actions=tuple(
            Action(id=f"guide-{guide.id}", label=say("The guide: {name}", name=guide.name), command=("show", guide.id))
            for guide in occupation.guides
        ),
        occupation=occupation,
        classified_in=library.classified_in,
        reader_country=request.country,
        nearest_to=career.nearest_to,
        extra=extra,
        brief=request.brief,
        whole=request.whole,
        sources=library.numbered_sources([*cited, library.source_of("occupations")]),
    )


def _imported(library: Catalogue, code: str, say: Say) -> tuple[Extra | None, list[str]]:
    """What the person's own O*NET release adds, or a note where it cannot be read."""
    try:
        return library.find_extra(code), []
    except CareersError as error:
        why, hint = say(error.message, **error.values), say(error.hint)
        return None, [say("What you have imported is left out: {why}. {hint}", why=why, hint=hint)]
    except OSError as error:
        why = error.strerror or str(error)
        return None, [say("What you have imported is left out: {why}.", why=why)]


def _show_guide(library: Catalogue, id_: str, request: ShowRequest) -> ShowReport:
    """The report of a guide, or of some of its sections in the order asked for."""
    say = library.say(request.lang)
    role = library.get_role(id_, request.lang)
    notes = [note for folder, note in skipped_guides(library, say) if folder == id_]
    if role.lang != request.lang:
        notes.append(say("`{id}` has no text in this language: here is the other one.", id=id_))
    if library.origin(id_) == ("own", True):
        notes.append(say("`{id}` is your own guide, in place of the bundled one.", id=id_))
    sources = role.sections[-1].sources if role.sections and role.sections[-1].id == "sources" else ()
    actions: tuple[Action, ...] = ()
    if request.sections:
        wanted = list(dict.fromkeys(library.resolve_label("section", name) for name in request.sections))
        have = {section.id: section for section in role.sections}
        notes += [say("`{id}` has no section `{section}` yet.", id=id_, section=w) for w in wanted if w not in have]
        role = msgspec.structs.replace(role, sections=tuple(have[name] for name in wanted if name in have))
        sources = _cited(role, sources)
    else:
        actions = (
            Action(id="quiz", label=say("Is it right for me?"), command=("quiz", id_)),
            Action(id="compare", label=say("Compare it with its neighbours"), command=("compare", id_)),
            *_sheets(library, role, say),
        )
    return ShowReport(
        command="show",
        language=request.lang,
        notes=tuple(notes),
        sources=sources,
        actions=actions,
        role=role,
        brief=request.brief,
        partial=bool(request.sections),
    )


def _sheets(library: Catalogue, role: Role, say: Say) -> tuple[Action, ...]:
    """The official sheets of the occupations that a guide corresponds to."""
    names = library.entries([link.code for link in role.occupations], say.lang)
    return tuple(
        Action(
            id=f"occupation-{code}",
            label=say("The official figures: {name}", name=entry.name),
            command=("show", code),
        )
        for code, entry in names.items()
    )


def _cited(role: Role, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources that the sections of a role cite; all if it shows them itself."""
    text = msgspec.json.encode(role.sections).decode()
    return tuple(source for source in sources if source.id in text)
