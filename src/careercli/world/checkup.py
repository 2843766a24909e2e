"""What may be wrong on this computer, looked at without changing anything: each check says what to do."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from careercli import __version__
from careercli.core.program.reports import Check
from careercli.core.text.dates import is_old
from careercli.core.text.plaintext import fits
from careercli.errors import CareersError
from careercli.files.folders import NOWHERE
from careercli.library.database import SQLITE
from careercli.world.runtime import Runtime


def look_around(runtime: Runtime) -> tuple[Check, ...]:
    """All checks, in the order in which a person would ask."""
    return (
        *_versions(runtime),
        *_figures(runtime),
        *_files(runtime),
        *_folders(runtime),
        *_terminal(runtime),
    )


def _versions(runtime: Runtime) -> Iterator[Check]:
    say = runtime.say
    python = ".".join(map(str, sys.version_info[:3]))
    said = f"careers {__version__}, Python {python}, SQLite {SQLITE}"
    yield Check(id="versions", state="good", title=say("Versions"), said=said)
    try:
        indexed = runtime.catalogue.is_indexed
    except CareersError as error:
        why = say(error.message, **error.values)
        hint = say(error.hint, **error.values)
        yield Check(id="catalogue", state="broken", title=say("Catalog"), said=why, hint=hint)
        return
    yield Check(id="catalogue", state="good", title=say("Catalog"), said=say("It opens."))
    if not indexed:
        said = say("The SQLite of this Python has no full-text search: typos in words are not forgiven.")
        hint = say("Another Python, such as that of python.org, has it.")
        yield Check(id="search", state="note", title=say("Search"), said=said, hint=hint)


def _figures(runtime: Runtime) -> Iterator[Check]:
    say, today = runtime.say, runtime.now().date().isoformat()
    try:
        sets = runtime.catalogue.data_sets()
    except CareersError:
        return
    dates = {id_: entry.date for id_, entry in sets.items() if entry.date}
    if not dates:
        return
    newest, oldest = max(dates.values()), min(dates.values())
    said = say("From {oldest} to {newest}.", oldest=say.date(oldest), newest=say.date(newest))
    aged = is_old(newest, today)
    hint = say("A newer release of the program has newer figures; `careers data import` takes some of your own.")
    yield Check(
        id="figures", state="note" if aged else "good", title=say("Figures"), said=said, hint=hint if aged else ""
    )


def _wrong_country(runtime: Runtime) -> CareersError | None:
    """What is wrong with the country that is set: a code that no country has."""
    try:
        runtime.country  # noqa: B018
    except CareersError as error:
        return error
    return None


def _files(runtime: Runtime) -> Iterator[Check]:
    from careercli.profile.saved import load_saved
    from careercli.profile.where import find_file

    say, problem = runtime.say, runtime.settings_problem or _wrong_country(runtime)
    title, file = say("Settings"), runtime.config_file
    if problem:
        said, hint = say(problem.message, **problem.values), say(problem.hint, **problem.values)
        yield Check(id="settings", state="broken", title=title, said=said, hint=hint)
    else:
        said = str(file) if file.exists() else say("There are none: all is as the program does by itself.")
        yield Check(id="settings", state="good", title=title, said=said)
    title, own = say("Your file"), find_file(runtime.person_dir)
    try:
        load_saved(runtime.person_dir)
    except CareersError as error:
        said, hint = say(error.message, **error.values), say(error.hint, **error.values)
        yield Check(id="person", state="broken", title=title, said=said, hint=hint)
        return
    said = str(own) if own.exists() else say("Nothing is kept of you yet.")
    yield Check(id="person", state="good", title=title, said=said)
    if own.exists() and os.name == "posix" and stat.S_IMODE(own.stat().st_mode) & 0o077:
        said = say("Others can read {path}.", path=str(own))
        yield Check(id="permissions", state="note", title=title, said=said, hint=f"chmod 600 {own}")


def _folders(runtime: Runtime) -> Iterator[Check]:
    say = runtime.say
    titles = {"config": say("Settings folder"), "data": say("Data folder"), "cache": say("Cache folder")}
    for kind, folder in zip(titles, runtime.folders, strict=True):
        title = titles[kind]
        if folder == NOWHERE:
            said, hint = say("There is no home folder, so nothing is kept."), say("Set HOME to a folder of yours.")
            yield Check(id=kind, state="note", title=title, said=said, hint=hint)
        elif not _can_write(folder):
            said = say("{path} cannot be written.", path=str(folder))
            hint = say("See whose it is and whether the disk is read-only: `ls -ld {path}`.", path=str(folder))
            yield Check(id=kind, state="note" if kind == "cache" else "broken", title=title, said=said, hint=hint)
        else:
            yield Check(id=kind, state="good", title=title, said=str(folder))


def _can_write(folder: Path) -> bool:
    """Whether a folder can be written, or made where there is none."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _terminal(runtime: Runtime) -> Iterator[Check]:
    say = runtime.say
    kind = runtime.env.get("TERM", "–")
    columns = say("{count} columns", count=say.number(runtime.width()))
    seen = say("a terminal") if runtime.is_terminal else say("a pipe or a file")
    colour = say("colour") if runtime.colour else say("no color")
    parts = [seen, f"TERM={kind}", columns, colour]
    if runtime.accessible:
        parts.append(say("for screen readers"))
    yield Check(id="terminal", state="good", title=say("Output"), said=", ".join(parts))
    locale = next((runtime.env[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if runtime.env.get(name)), "–")
    said = f"{runtime.encoding}, {locale}, {say.language}"
    whole = fits("é─★≈", runtime.encoding)
    hint = say("Set a UTF-8 locale, such as LANG=C.UTF-8: accents and bars are written plainly without it.")
    yield Check(
        id="encoding",
        state="good" if whole else "note",
        title=say("Encoding and language"),
        said=said,
        hint="" if whole else hint,
    )
    yield _pager(runtime)


def _pager(runtime: Runtime) -> Check:
    say, command = runtime.say, runtime.pager_command
    title = say("Pager")
    if not command:
        return Check(id="pager", state="good", title=title, said=say("None: pages are written at once."))
    if shutil.which(command[0], path=runtime.env.get("PATH")):
        return Check(id="pager", state="good", title=title, said=" ".join(command))
    said = say("`{name}` is not installed: pages are written without it.", name=command[0])
    hint = say("Install it, or name another: `careers config set pager more`.")
    return Check(id="pager", state="note", title=title, said=said, hint=hint)
