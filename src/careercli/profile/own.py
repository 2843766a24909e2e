"""Changes of the person's list, of what is not for them and of their notes: each gives another file, within bounds."""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careercli.errors import UsageError
from careercli.profile.where import find_file

if TYPE_CHECKING:
    from careercli.core.person.model import Hidden, Listed, Note, SavedStudy
    from careercli.profile.saved import Saved

#: Gives another file for what is in it.
Change = Callable[["Saved"], "Saved"]
#: Careers on the list, careers that are not for the person, notes; and bytes of all of them, as JSON.
MAX_LISTED, MAX_HIDDEN, MAX_NOTES = 100, 500, 500
MAX_OWN_BYTES = 200_000
#: Bytes of a file that are looked at: more than it may have.
_LOOKED_AT = 1_000_001
#: Characters of a note or a reason.
MAX_TEXT = 2_000


def add_listed(saved: "Saved", careers: Iterable["Listed"]) -> "Saved":
    """The file with careers at the end of the list; one that is there stays in its place, none of them is hidden."""
    new = list(careers)
    there = {career.id for career in saved.listed}
    listed = (*saved.listed, *(career for career in new if career.id not in there))
    hidden = tuple(career for career in saved.hidden if career.id not in {career.id for career in new})
    return check_bounds(msgspec.structs.replace(saved, listed=listed, hidden=hidden))


def drop_listed(saved: "Saved", ids: Collection[str]) -> "Saved":
    """The file without careers on the list; notes on them stay."""
    return msgspec.structs.replace(saved, listed=tuple(career for career in saved.listed if career.id not in ids))


def put_first(saved: "Saved", ids: Sequence[str]) -> "Saved":
    """The file with careers of the list before the others, in the order given."""
    listed = sorted(saved.listed, key=lambda career: ids.index(career.id) if career.id in ids else len(ids))
    return msgspec.structs.replace(saved, listed=tuple(listed))


def hide(saved: "Saved", careers: Iterable["Hidden"]) -> "Saved":
    """The file with careers that are not for the person: they leave the list. The latest reason counts."""
    new = {career.id: career for career in careers}
    hidden = (*(career for career in saved.hidden if career.id not in new), *new.values())
    return check_bounds(msgspec.structs.replace(drop_listed(saved, new), hidden=hidden))


def unhide(saved: "Saved", ids: Collection[str]) -> "Saved":
    """The file where careers may be for the person again."""
    return msgspec.structs.replace(saved, hidden=tuple(career for career in saved.hidden if career.id not in ids))


def add_note(saved: "Saved", note: "Note") -> "Saved":
    """The file with a note after the others; one that says the same of the same career is not repeated."""
    if any((old.id, old.text) == (note.id, note.text) for old in saved.notes):
        return saved
    return check_bounds(msgspec.structs.replace(saved, notes=(*saved.notes, note)))


def remove_notes(saved: "Saved", notes: Collection["Note"]) -> "Saved":
    """The file without some notes."""
    return msgspec.structs.replace(saved, notes=tuple(note for note in saved.notes if note not in notes))


def check_bounds(saved: "Saved") -> "Saved":
    """Raises UsageError where there is no room: what a person wrote makes no room for the next by itself."""
    hint = "Take something out first: `careers mine` and `careers notes` show what there is."
    for parts, most in ((saved.listed, MAX_LISTED), (saved.hidden, MAX_HIDDEN), (saved.notes, MAX_NOTES)):
        if len(parts) > most:
            raise UsageError("no more than {most} of a kind are kept", hint, most=most)
    if len(msgspec.json.encode((saved.listed, saved.hidden, saved.notes))) > MAX_OWN_BYTES:
        raise UsageError("your list and notes are full", hint)
    return saved


def find_hidden(folder: Path) -> "tuple[dict[str, Hidden], frozenset[str]]":
    """The careers and fields that are not for the person, by id, and what is on their list.

    Raises DataError where the file is damaged. One that hides nothing is not parsed: that would bring PyYAML to every
    list.
    """
    saved = _load_where(folder, b"hidden")
    if saved is None:
        return {}, frozenset()
    return {entry.id: entry for entry in saved.hidden}, frozenset(career.id for career in saved.listed)


def find_place(folder: Path) -> str:
    """Where the person lives, empty where it is not said. Raises as `find_hidden` does."""
    saved = _load_where(folder, b"place")
    return saved.place if saved else ""


def find_studied(folder: Path) -> "SavedStudy":
    """What the person has studied to, empty where it is not said. Raises as `find_hidden` does."""
    saved = _load_where(folder, b"study")
    return saved.study if saved else ""


def _load_where(folder: Path, word: bytes) -> "Saved | None":
    """What the file holds if the word is anywhere in it."""
    try:
        with find_file(folder).open("rb") as file:
            if word not in file.read(_LOOKED_AT):
                return None
    except OSError:  # there is none, or it is told by who reads it for itself
        return None
    from careercli.profile.saved import load_saved

    return load_saved(folder)
