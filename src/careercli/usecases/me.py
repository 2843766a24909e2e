"""What is kept of a person as a whole: to see it, say where they live, hand it over, take it in, forget it."""

from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from careercli.core.careers.reports import Action
from careercli.core.comparing.criteria import Study
from careercli.core.comparing.dialect import find_study
from careercli.core.person.reports import (
    HandoutData,
    HandoutReport,
    LastResult,
    MeData,
    MeReport,
    NamedVerdict,
    ToldReport,
)
from careercli.core.text.languages import SOURCE
from careercli.errors import UsageError
from careercli.files.lock import Tell
from careercli.library.catalogue import Catalogue
from careercli.library.fields import field_names
from careercli.locale.person_words import study_words
from careercli.profile import whole
from careercli.profile.answers import AnswerBook, Saved
from careercli.profile.saved import load_saved
from careercli.profile.where import FILE, PEOPLE, find_file
from careercli.usecases.mine import MineRequest, last_interests, last_verdict, list_mine
from careercli.usecases.person import PersonRequest, names_today, see_list
from careercli.usecases.preferences import has_places

#: What can be set.
KEYS = ("place", "study")


class MeRequest(PersonRequest, frozen=True, kw_only=True):
    """`person` is what they are called by; `shared` is the folder in which the files of all persons are."""

    person: str = ""
    shared: Path | None = None


class SetRequest(PersonRequest, frozen=True, kw_only=True):
    """`place` or `study`, and what it is to be; nothing where the value is empty."""

    key: str
    value: str


class TakeInRequest(PersonRequest, frozen=True, kw_only=True):
    """The content of a file that is called by a name."""

    content: bytes
    name: str


class HandoutRequest(MeRequest, frozen=True, kw_only=True):
    """When it is made."""

    now: datetime


def show_me(library: Catalogue, request: MeRequest) -> MeReport:
    """What is known of a person and where it lies. Raises DataError."""
    say, saved = library.say(request.lang), load_saved(request.folder)
    fields = field_names(library, request.lang) if saved.hidden else {}
    files = [path for path in whole.list_files(request.folder) if path.suffix != ".lock"]
    set_place = Action(id="set-place", label=say("Say where you live"), command=("me", "set", "place"))
    set_study = Action(id="set-study", label=say("Say what you studied to"), command=("me", "set", "study"))
    actions = [see_list(say)]
    if saved.results:
        actions.append(Action(id="history", label=say("Your results"), command=("quiz", "--history")))
    else:
        actions.append(Action(id="quiz", label=say("Which careers fit me?"), command=("quiz",)))
    if saved.notes:
        actions.append(Action(id="notes", label=say("Your notes"), command=("notes",)))
    placed = saved.place or not has_places(library, request.country)
    actions += [action for action, known in ((set_place, placed), (set_study, saved.study)) if not known]
    if files:
        actions.append(Action(id="handout", label=say("All of it for a counselor"), command=("me", "handout")))
        actions.append(Action(id="forget", label=say("Forget all of it"), command=("me", "forget")))
    return MeReport(
        command="me",
        language=request.lang,
        notes=() if files else (say("Nothing is kept of you yet."),),
        actions=tuple(actions),
        data=MeData(
            person=request.person,
            file=str(find_file(request.folder)),
            files=tuple(str(path) for path in files),
            place=saved.place,
            study=saved.study,
            listed=len(saved.listed),
            hidden=len(saved.hidden),
            hidden_fields=sum(entry.id in fields for entry in saved.hidden),
            notes=len(saved.notes),
            answers=len(saved.interests) + sum(len(answers) for answers in saved.careers.values()),
            results=len(saved.results),
            half_way=saved.unfinished.career if saved.unfinished else None,
            last=_last(library, saved, request),
            people=_people(request.shared),
        ),
    )


def set_value(library: Catalogue, request: SetRequest, tell: Tell) -> ToldReport:
    """Say where the person lives, or what they have studied to. Raises UsageError, NotFoundError, and as AnswerBook."""
    say = library.say(request.lang)
    if request.key not in KEYS:
        known = ", ".join(f"`{key}`" for key in KEYS)
        raise UsageError("`{key}` cannot be set", "Use {known}.", key=request.key, known=known)
    noted: tuple[str, ...] = ()
    if request.key == "place":
        value, shown, noted = _place(library, request)
        AnswerBook(request.folder, tell).change(lambda saved: replace(saved, place=value))
    else:
        study = _study(library, request.value)
        value, shown = study or "", study_words(say)[study] if study else ""
        AnswerBook(request.folder, tell).change(lambda saved: replace(saved, study=value))
    if not value:
        told = say("That is forgotten.")
    elif request.key == "place":
        told = say("You live here: {place}. The fact sheets of occupations tell the pay there.", place=shown)
    else:
        told = say("You have: {study}.", study=shown)
    return _told(request, (told,), {request.key: value or None}, noted)


def take_in(library: Catalogue, request: TakeInRequest, tell: Tell) -> ToldReport:
    """Put what a file holds in place of what is kept, which is set aside. Raises as `profile.whole.take_in`."""
    say = library.say(request.lang)
    aside = whole.take_in(request.folder, request.content, request.name, tell)
    saved = load_saved(request.folder)
    told = [
        say(
            "Taken in: {listed} on the list, {notes} of your notes, {results} of your results.",
            listed=say.number(len(saved.listed)),
            notes=say.number(len(saved.notes)),
            results=say.number(len(saved.results)),
        )
    ]
    if aside:
        told.append(say("What was kept before is in {path}.", path=str(aside)))
    return _told(request, tuple(told), {"replaced": str(aside) if aside else None})


def repair(library: Catalogue, request: PersonRequest, tell: Tell) -> ToldReport:
    """Set a damaged file aside. Raises OSError, SystemRefusedError."""
    say, aside = library.say(request.lang), whole.repair(request.folder, tell)
    if aside is None:
        told = say("Nothing is wrong with {path}.", path=str(find_file(request.folder)))
    else:
        told = say("The damaged file is kept as {path}; a new one begins with what you keep next.", path=str(aside))
    return _told(request, (told,), {"damaged": str(aside) if aside else None})


def forget(library: Catalogue, request: PersonRequest, tell: Tell) -> ToldReport:
    """Remove all that is kept of the person. Raises OSError, SystemRefusedError."""
    say, gone = library.say(request.lang), whole.forget(request.folder, tell)
    told = [say("All that was kept of you is gone: {files}.", files=", ".join(path.name for path in gone))]
    if not gone:
        told = [say("Nothing is kept of you yet.")]
    told.append(say("Your settings, your own guides and imported data sets are as they were."))
    return _told(request, tuple(told), {"removed": [str(path) for path in gone]})


def make_handout(library: Catalogue, request: HandoutRequest) -> HandoutReport:
    """The person's result, list and notes. Raises DataError."""
    saved = load_saved(request.folder)
    listed = list_mine(
        library, MineRequest(lang=request.lang, country=request.country, folder=request.folder, ranked=False)
    ).data
    on_list = {row.id for row in listed.list}
    careers = list(dict.fromkeys(result.career for result in saved.results if result.kind == "career"))
    cards = library.entries(careers, request.lang)
    names = names_today(library, saved.notes, request)
    verdicts = [(id_, last_verdict(saved, id_)) for id_ in careers]
    return HandoutReport(
        command="me",
        language=request.lang,
        notes=()
        if saved != Saved(version=saved.version)
        else (library.say(request.lang)("Nothing is kept of you yet."),),
        data=HandoutData(
            person=request.person,
            date=request.now.strftime("%Y-%m-%d"),
            place=saved.place,
            study=saved.study,
            last=_last(library, saved, request),
            verdicts=tuple(
                NamedVerdict(name=cards[id_].name if id_ in cards else id_, verdict=verdict)
                for id_, verdict in verdicts
                if verdict
            ),
            country=listed.country,
            list=listed.list,
            hidden=listed.hidden,
            notes=tuple(
                replace(note, name=names.get(note.id, note.name or note.id))
                for note in saved.notes
                if note.id not in on_list
            ),
        ),
    )


def _last(library: Catalogue, saved: Saved, request: PersonRequest) -> LastResult | None:
    result = last_interests(saved)
    if result is None:
        return None
    cards = library.entries([match.id for match in result.matches], request.lang)
    names = [cards[match.id].name if match.id in cards else match.name for match in result.matches]
    return LastResult(
        date=result.date, letters=result.letters, scores=result.scores, errors=result.errors, careers=tuple(names)
    )


def _people(shared: Path | None) -> tuple[str, ...]:
    """The other persons who have a file here."""
    if shared is None or not (shared / PEOPLE).is_dir():
        return ()
    return tuple(sorted(path.parent.name for path in (shared / PEOPLE).glob(f"*/{FILE}")))


def _place(library: Catalogue, request: SetRequest) -> tuple[str, str, tuple[str, ...]]:
    """A place as it is written into the file, as it is told, and which of its name it is. Raises NotFoundError."""
    if not request.value.strip():
        return "", "", ()
    from careercli.usecases.places import name_note  # only where a place is named

    place = library.places.resolve(request.value, request.lang)
    written, say = library.places.get(int(place.id), SOURCE).name, library.say(request.lang)
    abroad = "" if place.country == request.country else f" ({say.country_name(place.country)})"
    return written, place.name + abroad, name_note(library.places, request.value, place, say)


def _study(library: Catalogue, value: str) -> Study | None:
    """What a diploma is, by any name that `--have` takes; None where it is empty. Raises UsageError."""
    if not value.strip():
        return None
    if studied := find_study(value, library.words):
        return studied.study
    raise UsageError(
        "`{value}` is no level of study",
        "Use `none`, `high school`, `vocational`, `associate`, `bachelor`, `master` or `doctorate`.",
        value=value,
    )


def _told(
    request: PersonRequest, told: tuple[str, ...], data: dict[str, object], notes: tuple[str, ...] = ()
) -> ToldReport:
    said = {"file": str(request.folder / FILE), **data}
    return ToldReport(command="me", language=request.lang, notes=notes, told=told, data=said)
