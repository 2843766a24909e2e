"""The person's own file as a whole: taken in from elsewhere, set aside where it is damaged, forgotten."""

import contextlib
import os
import re
from pathlib import Path

from careercli.errors import DataError, message
from careercli.files.atomic import sweep, write_atomically
from careercli.files.folders import make_private
from careercli.files.lock import Tell
from careercli.profile.answers import AnswerBook, free_name, lock_of, set_aside
from careercli.profile.own import check_bounds
from careercli.profile.saved import Saved, load_saved, parse_saved
from careercli.profile.where import FILE, PEOPLE, find_file

#: The names that the program gives to what it keeps of a person.
_OURS = re.compile(r"(me|answers)(\.(old|damaged|replaced)[0-9]*)?\.yaml|me\.lock|answers\.lock")
_FORM = message("`careers me export` writes such a file.")


def read_bytes(folder: Path) -> bytes:
    """The file as it stands; empty where there is none. Raises DataError where it is damaged."""
    load_saved(folder)
    path = find_file(folder)
    return path.read_bytes() if path.exists() else b""


def take_in(folder: Path, content: bytes, name: str, tell: Tell) -> Path | None:
    """Put what a file holds in place of what is kept; where that went, if there was anything.

    Raises DataError for a file that is no such file, UsageError for one that holds too much, and what AnswerBook does.
    """
    given, _ = parse_saved(content, Path(name), _FORM)
    check_bounds(given)
    put_aside: list[Path] = []

    def replace(saved: Saved) -> Saved:
        path = find_file(folder)
        if path.exists() and saved != given:
            aside = free_name(folder / FILE, "replaced")
            write_atomically(aside, path.read_bytes())
            put_aside.append(aside)
        return given

    AnswerBook(folder, tell).change(replace)
    return put_aside[0] if put_aside else None


def repair(folder: Path, tell: Tell) -> Path | None:
    """Set a damaged file aside; its new path, None where the file is whole or there is none. Raises OSError."""
    make_private(folder)
    with lock_of(folder, tell).hold():
        try:
            load_saved(folder)
        except DataError:
            return set_aside(find_file(folder), "damaged")
    return None


def list_files(folder: Path) -> list[Path]:
    """All files that are kept of a person: the file, what was set aside, the lock."""
    with contextlib.suppress(OSError):
        return sorted(path for path in folder.iterdir() if _OURS.fullmatch(path.name))
    return []


def forget(folder: Path, tell: Tell) -> tuple[Path, ...]:
    """Remove all that is kept of a person; what was removed. Raises OSError, SystemRefusedError."""
    if not list_files(folder):
        return ()
    lock = lock_of(folder, tell)
    with lock.hold() as held:
        if held:
            sweep(folder / FILE)
        gone = [path for path in list_files(folder) if path.suffix != ".lock"]
        for path in gone:
            with contextlib.suppress(FileNotFoundError):
                Path(os.path.realpath(path)).unlink()
            path.unlink(missing_ok=True)
    for path in (lock.path, *list_files(folder)):
        path.unlink(missing_ok=True)
    if folder.parent.name == PEOPLE:
        with contextlib.suppress(OSError):
            folder.rmdir()
    return tuple(gone)
