"""What a person keeps of careers: on their list, as not for them, in notes."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from careercli.core.careers.reports import Action
from careercli.core.person.model import Hidden, Listed, Note
from careercli.core.person.reports import ChangeData, ChangeReport, Done, NamedCareer, NotesData, NotesReport
from careercli.core.text.ids import fold
from careercli.errors import UsageError, message
from careercli.files.lock import Tell, say_nothing
from careercli.library.catalogue import Catalogue
from careercli.library.fields import careers_of, field_names, find_field
from careercli.locale import Say
from careercli.profile import own
from careercli.profile.answers import AnswerBook, Saved
from careercli.profile.saved import load_saved
from careercli.profile.where import find_file
from careercli.usecases.names import resolve_careers
from careercli.usecases.request import Request

Entry = Listed | Hidden | Note
#: Careers that actions open: as many as there are digits.
MOST_ACTIONS = 9
#: Careers that `compare` takes at once.
COMPARED = 8
_NOT_LISTED = message("{name} is not on your list").text
_NOT_HIDDEN = message("{name} is not among what is not for you").text
_SEE_KEPT = "`careers mine` and `careers notes` show what there is."
_NOT_NOTED = message("there is no note on {name}").text


class PersonRequest(Request, frozen=True, kw_only=True):
    """Whose file is meant, by its folder."""

    folder: Path


class ChangeRequest(PersonRequest, frozen=True, kw_only=True):
    """Careers by any of their names, and when it is asked."""

    careers: tuple[str, ...]
    now: datetime


class HideRequest(ChangeRequest, frozen=True, kw_only=True):
    """Careers or fields that are not for the person, and why; or `undo`: that may be for them again."""

    because: str = ""
    undo: bool = False


class NoteRequest(ChangeRequest, frozen=True, kw_only=True):
    """A note on one career; or `remove` all that are on it."""

    text: str = ""
    remove: bool = False


class NotesRequest(PersonRequest, frozen=True, kw_only=True):
    """All notes, or those on a career."""

    career: str | None = None


def keep(library: Catalogue, request: ChangeRequest, tell: Tell = say_nothing) -> ChangeReport:
    """Put careers on the list. Raises NotFoundError, SeveralNotFoundError, UsageError, and what AnswerBook does."""
    say = library.say(request.lang)
    careers, notes = _resolve(library, request, say)
    new = [Listed(id=career.id, name=career.name, since=_day(request)) for career in careers]
    before, after = _change(request, lambda saved: own.add_listed(saved, new), tell)
    there, hidden = {career.id for career in before.listed}, {career.id for career in before.hidden}
    told = [
        say("{name} is on your list already.", name=career.name)
        if career.id in there
        else say("{name} is on your list, and no longer among what is not for you.", name=career.name)
        if career.id in hidden
        else say("{name} is on your list.", name=career.name)
        for career in careers
    ]
    return _report(
        "keep", "kept", request, careers, told, after=after, notes=notes, actions=_after_keeping(careers, after, say)
    )


def drop(library: Catalogue, request: ChangeRequest, tell: Tell = say_nothing) -> ChangeReport:
    """Take careers off the list. Raises UsageError for one that is not on it, and what AnswerBook does."""
    say, saved = library.say(request.lang), load_saved(request.folder)
    careers = [_find(library, saved.listed, name, say, _NOT_LISTED) for name in request.careers]
    ids = {career.id for career in careers}
    _, after = _change(request, lambda saved: own.drop_listed(saved, ids), tell)
    told = [say("{name} is off your list.", name=career.name) for career in careers]
    return _report("mine", "dropped", request, careers, told, after=after, actions=(see_list(say),))


def put_first(library: Catalogue, request: ChangeRequest, tell: Tell = say_nothing) -> ChangeReport:
    """Put careers of the list before the others, in the order given. Raises as `drop` does."""
    say, saved = library.say(request.lang), load_saved(request.folder)
    careers = [_find(library, saved.listed, name, say, _NOT_LISTED) for name in request.careers]
    ids = [career.id for career in careers]
    _, after = _change(request, lambda saved: own.put_first(saved, ids), tell)
    told = [say("First on your list: {names}.", names=say.joined([career.name for career in careers]))]
    return _report("mine", "moved", request, careers, told, after=after, actions=(see_list(say),))


def hide(library: Catalogue, request: HideRequest, tell: Tell = say_nothing) -> ChangeReport:
    """Say of careers, or of whole fields, that they are not for the person, or `undo` that. Raises as `keep` does."""
    say = library.say(request.lang)
    if request.undo:
        return _unhide(library, request, tell, say)
    fields, names = _split(library, request)
    careers, notes = _resolve(library, replace(request, careers=names), say) if names else ((), ())
    because = clean_text(request.because, "--because", empty=True)
    new = [
        Hidden(id=one.id, name=one.name, because=because, since=_day(request))
        for one in dict.fromkeys((*careers, *fields))
    ]
    before, after = _change(request, lambda saved: own.hide(saved, new), tell)
    there = {career.id for career in before.listed}
    told = [
        say("{name} is not for you, and is off your list.", name=career.name)
        if career.id in there
        else say("{name} is not for you: no quiz proposes it any more.", name=career.name)
        for career in careers
    ]
    told += [
        say("Not for you: {name}. No quiz proposes a career of the field any more.", name=field.name)
        for field in fields
    ]
    undo = Action(id="unhide", label=say("Take it back"), command=("hide", "--undo", *(one.id for one in new)))
    actions = (undo, see_list(say))
    report = _report("hide", "hidden", request, careers, told, after=after, notes=notes, actions=actions)
    return _with_fields(report, fields)


def note(library: Catalogue, request: NoteRequest, tell: Tell = say_nothing) -> ChangeReport:
    """Write a note on a career, or `remove` those on it. Raises as `keep` does."""
    say = library.say(request.lang)
    if request.remove:
        return _remove_notes(library, request, tell, say)
    text = clean_text(request.text, "text")
    careers, notes = _resolve(library, request, say)
    new = [Note(id=career.id, name=career.name, text=text, date=_day(request)) for career in careers]
    _, after = _change(request, lambda saved: own.add_note(saved, new[0]), tell)
    told = [say("Noted on {name}.", name=career.name) for career in careers]
    see = Action(id="notes", label=say("Your notes on it"), command=("notes", careers[0].id))
    listed = {career.id for career in after.listed}
    more = () if careers[0].id in listed else (keep_action(careers[0].id, say),)
    return _report("note", "noted", request, careers, told, after=after, notes=notes, actions=(see, *more))


def list_notes(library: Catalogue, request: NotesRequest) -> NotesReport:
    """The notes, those on one career together. Raises NotFoundError, DataError."""
    say, saved = library.say(request.lang), load_saved(request.folder)
    notes = saved.notes
    if request.career is not None:
        of = _find(library, notes, request.career, say, "")
        notes = tuple(note for note in notes if note.id == of.id)
    order = list(dict.fromkeys(note.id for note in notes))
    names = names_today(library, notes, request)
    named = [replace(note, name=names.get(note.id, note.name or note.id)) for note in notes]
    actions = [
        Action(id=f"show-{id_}", label=say("All about {name}", name=names[id_]), command=("show", id_))
        for id_ in order
        if id_ in names
    ]
    return NotesReport(
        command="notes",
        language=request.lang,
        notes=() if notes else (say('There is no note yet: `careers note CAREER "…"` writes one.'),),
        actions=tuple(actions[:MOST_ACTIONS]),
        data=NotesData(
            file=str(find_file(request.folder)), notes=tuple(sorted(named, key=lambda note: order.index(note.id)))
        ),
    )


def see_list(say: Say) -> Action:
    """To look at the list."""
    return Action(id="mine", label=say("Your list"), command=("mine",))


def keep_action(id_: str, say: Say) -> Action:
    """To put a career on the list."""
    return Action(id="keep", label=say("Put it on your list"), command=("keep", id_))


def names_today(library: Catalogue, entries: Sequence[Entry], request: Request) -> dict[str, str]:
    """The names that careers and fields have today, in the present language; one that is gone is left out."""
    ids = dict.fromkeys(entry.id for entry in entries)
    names = {id_: card.name for id_, card in library.entries(ids, request.lang).items()}
    if names.keys() == ids.keys():
        return names
    return {id_: name for id_, name in field_names(library, request.lang).items() if id_ in ids} | names


def clean_text(text: str, option: str, *, empty: bool = False) -> str:
    """What a person wrote, in one line, of characters that a file may hold. Raises UsageError."""
    line = " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
    if not line and not empty:
        raise UsageError("`{option}` is empty", "Write something between the quotation marks.", option=option)
    if len(line) > own.MAX_TEXT:
        said = "`{option}` has {count} characters"
        raise UsageError(said, "At most {most} are kept.", option=option, count=len(line), most=own.MAX_TEXT)
    return line


def _unhide(library: Catalogue, request: HideRequest, tell: Tell, say: Say) -> ChangeReport:
    saved = load_saved(request.folder)
    fields, names = _split(library, request)
    for field in fields:
        if all(entry.id != field.id for entry in saved.hidden):
            raise UsageError(_NOT_HIDDEN, _SEE_KEPT, name=field.name)
    careers = [_find_hidden(library, saved.hidden, name, say) for name in names]
    ids = {one.id for one in (*careers, *fields)}
    _, after = _change(request, lambda saved: own.unhide(saved, ids), tell)
    told = [say("{name} may be for you again.", name=career.name) for career in careers]
    told += [say("It may be for you again: {name}.", name=field.name) for field in fields]
    actions = (keep_action(careers[0].id, say),) if careers else ()
    return _with_fields(_report("hide", "shown", request, careers, told, after=after, actions=actions), fields)


def _with_fields(report: ChangeReport, fields: tuple[NamedCareer, ...]) -> ChangeReport:
    return replace(report, data=replace(report.data, fields=fields))


def _split(library: Catalogue, request: HideRequest) -> tuple[tuple[NamedCareer, ...], tuple[str, ...]]:
    """The fields among what is named, and the names of careers; several words may be the name of one field."""
    called = field_names(library, request.lang)
    if (whole := find_field(library, " ".join(request.careers))) is not None:
        return (NamedCareer(id=whole, name=called[whole]),), ()
    found = {name: find_field(library, name) for name in request.careers}
    ids = dict.fromkeys(id_ for id_ in found.values() if id_ is not None)
    names = tuple(name for name in request.careers if found[name] is None)
    return tuple(NamedCareer(id=id_, name=called[id_]) for id_ in ids), names


def _find_hidden(library: Catalogue, entries: Sequence[Hidden], name: str, say: Say) -> NamedCareer:
    """A career that is not for the person. Raises UsageError as `_find` does, and where only its field is not."""
    try:
        return _find(library, entries, name, say, _NOT_HIDDEN)
    except UsageError:
        (career,), _ = resolve_careers(library, [name], say, most=1)
        called = field_names(library, say.lang)
        field = next((e.id for e in entries if e.id in called and career.id in careers_of(library, [e.id])), None)
        if field is None:
            raise
        shown = library.entries([career.id], say.lang)[career.id].name
        raise UsageError(
            "{name} is not for you because its field is not: {field}",
            "Take the field back, `careers hide --undo {id}`, or put the career on your list, `careers keep {career}`.",
            name=shown,
            field=called[field],
            id=field,
            career=career.id,
        ) from None


def _remove_notes(library: Catalogue, request: NoteRequest, tell: Tell, say: Say) -> ChangeReport:
    saved = load_saved(request.folder)
    careers = [_find(library, saved.notes, name, say, _NOT_NOTED) for name in request.careers]
    ids = {career.id for career in careers}
    _, after = _change(
        request, lambda saved: own.remove_notes(saved, [note for note in saved.notes if note.id in ids]), tell
    )
    told = [say("The notes on {name} are gone.", name=career.name) for career in careers]
    return _report("note", "removed", request, careers, told, after=after, actions=(see_list(say),))


def _resolve(library: Catalogue, request: ChangeRequest, say: Say) -> tuple[tuple[NamedCareer, ...], tuple[str, ...]]:
    """What the names mean, with today's names, and the notes on them."""
    careers, notes = resolve_careers(library, request.careers, say, most=len(request.careers))
    cards = library.entries([career.id for career in careers], request.lang)
    return tuple(NamedCareer(id=career.id, name=cards[career.id].name) for career in careers), notes


def _find(library: Catalogue, entries: Sequence[Entry], name: str, say: Say, missing: str) -> NamedCareer:
    """The career of an entry by its id, by the name in the file, or by any name of the career.

    One that is gone from the catalogue is found so too. Raises UsageError with `missing` where none is meant, if
    there is such a sentence; NotFoundError for an unknown name.
    """
    for entry in entries:
        if fold(name) in (fold(entry.id), fold(entry.name)):
            found = library.entries([entry.id], say.lang)
            return NamedCareer(id=entry.id, name=found[entry.id].name if found else entry.name or entry.id)
    (career,), _ = resolve_careers(library, [name], say, most=1)
    shown = library.entries([career.id], say.lang)[career.id].name
    if missing and all(entry.id != career.id for entry in entries):
        raise UsageError(missing, _SEE_KEPT, name=shown)
    return NamedCareer(id=career.id, name=shown)


def _change(request: PersonRequest, make: "own.Change", tell: Tell) -> tuple[Saved, Saved]:
    """The file before and after a change."""
    book = AnswerBook(request.folder, tell)
    before = book.change(make)
    return before, book.saved


def _day(request: ChangeRequest) -> str:
    return request.now.strftime("%Y-%m-%d")


def _after_keeping(careers: Sequence[NamedCareer], saved: Saved, say: Say) -> tuple[Action, ...]:
    ids = [career.id for career in saved.listed]
    show = Action(id="show", label=say("All about {name}", name=careers[0].name), command=("show", careers[0].id))
    compare = compare_list(ids, say)
    return (see_list(say), *compare, show)


def compare_list(ids: Sequence[str], say: Say) -> tuple[Action, ...]:
    """To put the careers of a list side by side, as many as can be."""
    some = tuple(ids[:COMPARED])
    if len(some) < 2:
        return ()
    return (Action(id="compare", label=say("Your list side by side"), command=("compare", *some)),)


def _report(
    command: str,
    done: Done,
    request: PersonRequest,
    careers: Sequence[NamedCareer],
    told: Sequence[str],
    *,
    after: Saved,
    notes: tuple[str, ...] = (),
    actions: tuple[Action, ...],
) -> ChangeReport:
    return ChangeReport(
        command=command,
        language=request.lang,
        notes=notes,
        actions=actions,
        told=tuple(told),
        data=ChangeData(
            file=str(find_file(request.folder)),
            done=done,
            careers=tuple(careers),
            list=tuple(career.id for career in after.listed),
        ),
    )
