"""Opens the compiled catalogue, and makes it again where a source file changed.

Installed without own roles: the file of the wheel, as it is. Otherwise a copy in the cache folder, kept up to
date role by role and replaced in one step. A cache that is corrupt, foreign or cannot be written is no
hindrance: the catalogue is then made in memory.
"""

import contextlib
import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from careercli.compiler.locate import Locations, Stamps, as_text, stamp_data, stamp_files, stamp_roles
from careercli.errors import SystemRefusedError, message
from careercli.files.folders import make_private
from careercli.files.lock import FileLock, Tell, say_nothing

#: Seconds after which a catalogue that nobody opened is removed: thirty days. It can be made again.
UNUSED = 30 * 24 * 3600
#: Steps of SQLite from one sign of life to the next.
STEPS = 1_000


def open_catalogue(
    where: Locations, tell: Tell = say_nothing, warn: Tell = say_nothing, *, fresh: bool = False
) -> sqlite3.Connection:
    """A connection to an up-to-date catalogue. `fresh` distrusts what is cached.

    `tell` hears what is waited for, `warn` that own guides cannot be read.
    """
    own = stamp_roles(where.own_roles, "own", warn)
    if where.compiled and not own:
        return sqlite3.connect(f"{where.compiled.as_uri()}?mode=ro&immutable=1", uri=True)
    wanted = _wanted(where, own)
    file = where.cache / f"catalogue-{_key(where, own)}.sqlite"
    if not fresh and (connection := _open_cached(file, wanted)):
        return connection
    try:
        if file.is_dir():  # nothing can take its place
            raise IsADirectoryError
        make_private(where.cache)
        lock = FileLock(file.with_suffix(".lock"), tell)
        with lock.hold():
            if not fresh and (connection := _open_cached(file, wanted)):
                return connection
            _sweep(file)
            _remake(file, where, wanted, lock.beat, tell, fresh=fresh)
            if connection := _open_cached(file, wanted):
                return connection
    except (OSError, SystemRefusedError, sqlite3.Error):
        pass
    return _make_in_memory(where, wanted)


def _key(where: Locations, own: Stamps) -> str:
    import zlib  # one word of the file's name, so that two checkouts do not share a cache

    whose = str(where.own_roles) if own else ""
    return f"{zlib.crc32(as_text(f'{where.compiled or where.data}|{whose}').encode()):08x}"


def _wanted(where: Locations, own: Stamps) -> Stamps:
    """The stamps of all files that the catalogue is made of."""
    found = stamp_files([where.compiled]) if where.compiled else {}
    if where.data:
        found |= stamp_data(where.data) | stamp_roles(where.data / "roles", "bundled")
    return found | own


def _rows(wanted: Stamps) -> set[tuple[str, str, str]]:
    """Stamps as they stand in the table `file`."""
    return {(as_text(path), "-".join(map(str, seen)), folder) for path, (seen, folder) in wanted.items()}


def _digest(wanted: Stamps) -> str:
    """A short word for all stamps, quicker to compare than a thousand rows."""
    import zlib
    from array import array

    numbers = array("q", [number for seen, _ in wanted.values() for number in seen]).tobytes()
    return (
        f"{zlib.crc32(numbers):08x}{zlib.adler32(numbers):08x}{zlib.crc32(as_text(chr(0).join(wanted)).encode()):08x}"
    )


def _open_cached(file: Path, wanted: Stamps) -> sqlite3.Connection | None:
    try:
        if not file.is_file():
            return None
        connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
        ((digest,),) = connection.execute("SELECT value FROM meta WHERE key = 'stamps'").fetchall() or (("",),)
        if digest == _digest(wanted):
            return connection
        connection.close()
    except (OSError, sqlite3.Error):
        pass
    return None


def _sweep(file: Path) -> None:
    """Remove what nobody will use: files of writers that were killed, and the catalogues of installations long gone."""
    for left in file.parent.glob(f"{file.stem}*.new"):  # we hold the lock
        left.unlink(missing_ok=True)
    oldest = time.time() - UNUSED
    for other in file.parent.glob("catalogue-*.*"):
        with contextlib.suppress(OSError):  # another process sweeps too
            seen = other.lstat()
            if other.stem != file.stem and max(seen.st_atime, seen.st_mtime) < oldest:
                other.unlink()


def _remake(file: Path, where: Locations, wanted: Stamps, beat: Callable[[], None], tell: Tell, *, fresh: bool) -> None:
    """Replace the cached file by one that is up to date: what changed if that is possible, else all of it.

    `beat` is called as the work goes on, so that on a slow machine those who wait do not all begin it too.
    """
    import tempfile  # with what it imports a fiftieth of a search, which writes nothing

    for make in (_build,) if fresh else (_update, _build):
        if make is _build and where.data:
            tell(message("The guides and the occupations are read from their files, once: that takes some seconds."))
        descriptor, name = tempfile.mkstemp(prefix=file.stem, suffix=".new", dir=file.parent)
        os.close(descriptor)
        try:
            if make is _update and file.is_file():
                shutil.copyfile(file, name)
            with contextlib.closing(sqlite3.connect(name, isolation_level=None)) as connection:
                connection.set_progress_handler(beat, STEPS)
                done = _is_database(connection) and make(connection, where, wanted)
            if done:
                os.replace(name, file)
                return
        finally:
            with contextlib.suppress(OSError):
                os.unlink(name)


def _is_database(connection: sqlite3.Connection) -> bool:
    """Whether the file can be worked on; what is damaged cannot be brought up to date."""
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF")
    except sqlite3.DatabaseError:
        return False
    return True


def _update(connection: sqlite3.Connection, where: Locations, wanted: Stamps) -> bool:
    """Put in again only the roles that changed; False where all must be made."""
    try:
        had = set(connection.execute("SELECT path, stamp, folder FROM file"))
        changed = {folder for _, _, folder in had ^ _rows(wanted)}
        overriding = {f"own/{id_}" for (id_,) in connection.execute("SELECT id FROM role WHERE overrides")}
        if "" in changed or changed & overriding:
            return False
        here = {folder for _, folder in wanted.values()}
        came_or_went = {folder for _, _, folder in had} ^ here
        _put_changed(connection, where, wanted, changed | (_depending(connection, came_or_went) & here))
    except sqlite3.DatabaseError:
        return False
    return True


def _depending(connection: sqlite3.Connection, changed: set[str]) -> set[str]:
    """The folders of roles to look at again since others came or went: the broken ones, and those that name them."""
    broken = connection.execute("SELECT DISTINCT id FROM problem").fetchall()
    found = {f"{origin}/{id_}" for (id_,) in broken for origin in ("bundled", "own")}
    for folder in changed:
        name = folder.partition("/")[2]
        query = "SELECT role.origin, role.id FROM role JOIN page USING (num) WHERE instr(page.body, ?)"
        found |= {f"{origin}/{id_}" for origin, id_ in connection.execute(query, (f'{{"id":"{name}","name":""',))}
    return found


def _build(connection: sqlite3.Connection, where: Locations, wanted: Stamps) -> bool:
    """Make the whole catalogue: own roles on top of the file of the wheel, or of the checkout's own catalogue."""
    from careercli.compiler import compile as compiler

    own = any(folder.startswith("own/") for _, folder in wanted.values())
    if own and where.data:
        alone = where._replace(own_roles=where.cache / "no-own-roles")
        with contextlib.closing(open_catalogue(alone)) as bundled:
            bundled.backup(connection)
    elif where.compiled:
        with contextlib.closing(sqlite3.connect(f"{where.compiled.as_uri()}?mode=ro", uri=True)) as bundled:
            bundled.backup(connection)
    elif where.data:
        connection.execute("BEGIN")
        compiler.create_catalogue(connection, where.data)
        connection.execute("COMMIT")
    folders = {folder for _, folder in wanted.values()}
    _put_changed(connection, where, wanted, {folder for folder in folders if folder.startswith("own/")})
    return True


def _put_changed(connection: sqlite3.Connection, where: Locations, wanted: Stamps, changed: set[str]) -> None:
    from careercli.compiler import compile as compiler
    from careercli.compiler.plain_search import has_index, replace_index

    if not has_index(connection):
        replace_index(connection)
    here = {folder for _, folder in wanted.values()}
    vocabulary = compiler.stored_vocabulary(connection)
    connection.execute("BEGIN")
    roots: dict[compiler.Origin, Path] = {"own": where.own_roles}
    if where.data:
        roots = {"bundled": where.data / "roles", **roots}
    for origin, root in roots.items():
        names = sorted(folder.partition("/")[2] for folder in changed if folder.startswith(f"{origin}/"))
        for name in names:
            if f"{origin}/{name}" not in here:
                compiler.drop_role(connection, name, origin)
        there = [root / name for name in names if f"{origin}/{name}" in here]
        compiler.put_roles(connection, there, vocabulary, origin)
    connection.execute("DELETE FROM file")
    connection.executemany("INSERT INTO file VALUES (?, ?, ?)", sorted(_rows(wanted)))
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('stamps', ?)", (_digest(wanted),))
    connection.execute("COMMIT")


def _make_in_memory(where: Locations, wanted: Stamps) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _build(connection, where, wanted)
    return connection
