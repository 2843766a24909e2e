"""What is this career like: a guide, or the fact sheet of an occupation."""

from collections.abc import Mapping, Sequence

import msgspec

from careercli.core.careers.model import Role, Source
from careercli.core.careers.names import Resolved
from careercli.core.careers.occupation import Difference, Extra, Occupation
from careercli.core.careers.places import PlaceRank
from careercli.core.careers.reports import Action, OccupationReport, Report, ShowReport
from careercli.core.careers.sheet import SHEET_SECTIONS, SheetSection, sections_of
from careercli.core.text.ids import find_near, fold
from careercli.errors import CareersError, NotFoundError, why_refused
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages
from careercli.locale.sheet_words import sheet_titles
from careercli.usecases.names import resolve_noted, skipped_guides
from careercli.usecases.request import Request

#: What sections of guides are called on the sheet of an occupation.
_LIKE: dict[str, SheetSection] = {
    "description": "work",
    "daily-tasks": "work",
    "fit": "interests",
    "how-to-become": "preparation",
    "education": "preparation",
    "hard-skills": "skills",
    "soft-skills": "skills",
    "pay": "pay",
    "outlook": "outlook",
    "related": "related",
    "sources": "sources",
}


class ShowRequest(Request, frozen=True, kw_only=True):
    """A career by any of its names; some sections of a guide, in that order; one screen; no list cut.

    `place` is where the person lives, by any of its names.
    """

    career: str
    place: str | None = None
    sections: tuple[str, ...] = ()
    brief: bool = False
    whole: bool = False


def show(library: Catalogue, request: ShowRequest) -> Report:
    """The report of a career. Raises NotFoundError."""
    career, notes = resolve_noted(library, request.career, library.say(request.lang))
    if career.kind == "occupation":
        return _show_occupation(library, career, notes, request)
    return _show_guide(library, career.id, request)


def _show_occupation(
    library: Catalogue, career: Resolved, notes: tuple[str, ...], request: ShowRequest
) -> OccupationReport:
    """The report of an occupation. It has no sections: what is asked of them is said."""
    say = library.say(request.lang)
    occupation = library.get_occupation(career.id, request.lang, request.country)
    extra, damage = _imported(library, career.id, say)
    median = occupation.medians.get(request.country)
    cited = [median.source, *median.today_sources] if median else []
    cited += [occupation.pay.source] if occupation.pay else []
    cited += [occupation.outlook.source] if occupation.outlook else []
    cited += [occupation.skills_source] if occupation.skills_source else []
    figures = (occupation.leaving, occupation.education_held, occupation.apprenticeship, *occupation.ai)
    cited += [figure.source for figure in (*figures, occupation.license) if figure and figure.source]
    there = None
    best: tuple[PlaceRank, ...] = ()
    most: tuple[PlaceRank, ...] = ()
    if request.place:
        from careercli.usecases.places import best_places, pay_in_place  # only where a place is asked for

        placing, there = pay_in_place(library, occupation, request.place)
        best, most = best_places(library, occupation)
        notes = (*notes, *placing.notes(say))
        if there is None:
            notes = (*notes, say("Neither {place} nor its state publishes pay for it.", place=placing.place.name))
    contents = sections_of(occupation, place=there is not None, extra=extra)
    wanted, absent = _sheet_sections(library, request, contents)
    told = "related" in (wanted or contents) and not request.brief
    differences = _differences(library, occupation, request) if told else ()
    ranked_by = library.source_of("skill-ranks") if differences else None
    titles: dict[str, str] = {id_: title for id_, title in sheet_titles(say).items() if id_ in contents}
    return OccupationReport(
        command="show",
        language=request.lang,
        notes=(*notes, *damage, *absent),
        actions=(*_next_section(career.id, wanted, titles, say), *_from_sheet(occupation, request, say)),
        occupation=occupation,
        contents=contents,
        sections=wanted,
        classified_in=library.classified_in,
        reader_country=request.country,
        nearest_to=career.nearest_to,
        topics=_ways_in(library, request, wanted or contents),
        differences=differences,
        skills_ranked_by=ranked_by,
        place=there,
        best_places=best,
        most_places=most,
        extra=extra,
        brief=request.brief,
        whole=request.whole,
        sources=library.numbered_sources(
            [*cited, there.source if there else None, library.source_of("occupations"), ranked_by]
        ),
    )


#: The pages on what is the same for every way in: after school, beside work, in another life.
WAYS_IN = ("applying", "apprenticeship", "paying-for-a-change")


def _ways_in(library: Catalogue, request: ShowRequest, shown: Sequence[str]) -> dict[str, str]:
    if request.brief or "preparation" not in shown:
        return {}
    from careercli.usecases.reading import find_titles  # only where they are told

    return find_titles(library, WAYS_IN, request)


def _differences(library: Catalogue, occupation: Occupation, request: ShowRequest) -> tuple[Difference, ...]:
    from careercli.usecases.differences import find_differences  # only where they are told

    return find_differences(library, occupation, request.lang, request.country)


def _from_sheet(occupation: Occupation, request: ShowRequest, say: Say) -> list[Action]:
    """Where one goes from a sheet: its guides, the whole of it from one screen."""
    actions = [
        Action(id=f"guide-{guide.id}", label=say("The guide: {name}", name=guide.name), command=("show", guide.id))
        for guide in occupation.guides
    ]
    if request.brief:
        actions.append(Action(id="whole", label=say("All about it"), command=("show", occupation.id)))
    return actions


def _sheet_sections(
    library: Catalogue, request: ShowRequest, contents: tuple[SheetSection, ...]
) -> tuple[tuple[SheetSection, ...], list[str]]:
    """The sections of a sheet that were asked for by number, id or title, and what to say of those it lacks.

    Raises NotFoundError for what no sheet has.
    """
    titles = {fold(id_): id_ for id_ in SHEET_SECTIONS}
    for lang in languages():
        titles |= {fold(title): id_ for id_, title in sheet_titles(Say(lang)).items()}
    wanted: dict[SheetSection, None] = {}
    notes = []
    for name in request.sections:
        section = contents[int(name) - 1] if _is_number_of(name, contents) else titles.get(fold(name))
        if section is None:
            section = _LIKE.get(library.find_section(name) or "")
        if section is None:
            kind = "guide-section" if library.find_section(name) else "section"
            called = sheet_titles(library.say(request.lang))
            raise _unknown_section(kind, name, find_near(name, dict(titles)), {id_: called[id_] for id_ in contents})
        if section in contents:
            wanted[section] = None
        else:
            say = Say(request.lang)
            title = sheet_titles(say)[section]
            notes.append(say("Nothing is known of it under {title}.", title=say.quoted(title)))
    return tuple(wanted), notes


def _guide_section(library: Catalogue, name: str, titles: Mapping[str, str]) -> str:
    """The section of a guide that a number or a name means. Raises NotFoundError for what no guide has."""
    if _is_number_of(name, list(titles)):
        return list(titles)[int(name) - 1]
    if section := library.find_section(name):
        return section
    raise _unknown_section("section", name, library.near("section", name), titles)


def _unknown_section(kind: str, name: str, near: Sequence[str], titles: Mapping[str, str]) -> NotFoundError:
    """That there is no such section, and by their numbers those that there are, first those that may be meant."""
    numbers = {id_: str(number) for number, id_ in enumerate(titles, 1)}
    labels = {numbers[id_]: title for id_, title in titles.items()}
    return NotFoundError(kind, name, [numbers[id_] for id_ in near if id_ in numbers], labels)


def _is_number_of(name: str, contents: Sequence[str]) -> bool:
    return name.isascii() and name.isdigit() and 1 <= int(name[:9]) <= len(contents)


def _next_section(id_: str, shown: Sequence[str], contents: Mapping[str, str], say: Say) -> list[Action]:
    """The section that follows the last of those shown; `contents` are all of them with their titles."""
    following = list(contents).index(shown[-1]) + 1 if shown else len(contents)
    if following == len(contents):
        return []
    label = say("Read on: {title}", title=list(contents.values())[following])
    return [Action(id="next-section", label=label, command=("show", id_, "--section", str(following + 1)))]


def _imported(library: Catalogue, code: str, say: Say) -> tuple[Extra | None, list[str]]:
    """What the person's own O*NET release adds, or a note where it cannot be read."""
    try:
        return library.find_extra(code), []
    except CareersError as error:
        why, hint = say(error.message, **error.values), say(error.hint)
        return None, [say("What you have imported is left out: {why}. {hint}", why=why, hint=hint)]
    except OSError as error:
        return None, [say("What you have imported is left out: {why}.", why=why_refused(error))]


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
    titles = {section.id: section.title for section in role.sections}
    actions: tuple[Action, ...] = ()
    if request.sections:
        wanted = list(dict.fromkeys(_guide_section(library, name, titles) for name in request.sections))
        have = {section.id: section for section in role.sections}
        notes += [say("`{id}` has no section `{section}` yet.", id=id_, section=w) for w in wanted if w not in have]
        role = msgspec.structs.replace(role, sections=tuple(have[name] for name in wanted if name in have))
        sources = _cited(role, sources)
        actions = tuple(_next_section(id_, [section.id for section in role.sections], titles, say))
    else:
        beside = Action(id="compare", label=say("Compare with neighbors"), command=("compare", id_))
        actions = (
            *([Action(id="whole", label=say("All about it"), command=("show", id_))] if request.brief else []),
            Action(id="quiz", label=say("Is it right for me?"), command=("quiz", id_)),
            *([beside] if any(section.related for section in role.sections) else []),
            *_sheets(library, role, say),
        )
    from careercli.usecases.reading import find_titles  # only for guides

    topics = [topic for section in role.sections for topic in section.topics]
    measured = _measured(library, role, request)
    if measured and measured.outlook:  # which the card draws
        also = library.numbered_sources([measured.outlook.source])
        sources += tuple(source for source in also if source.id not in {known.id for known in sources})
    return ShowReport(
        command="show",
        language=request.lang,
        notes=tuple(notes),
        sources=sources,
        actions=actions,
        role=role,
        contents=tuple(titles),
        measured=measured,
        country=request.country,
        brief=request.brief,
        partial=bool(request.sections),
        topics={} if request.brief else find_titles(library, topics, request),
    )


def _measured(library: Catalogue, role: Role, request: ShowRequest) -> Occupation | None:
    """The occupation that a career is exactly; None where there is none, or where only sections are shown."""
    if request.sections:
        return None
    exact = next((link.code for link in role.occupations if link.match == "exact"), None)
    return library.get_occupation(exact, request.lang, request.country) if exact else None


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
