"""The user's own database of imported data sets: one SQLite file, readable by its owner only.

A change is one transaction, in SQLite's write-ahead log: at any moment, even after a kill, the file with its log is
as before or as after, and who reads meanwhile sees what was before.
"""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from careercli.core.careers.datasets import InstalledSet
from careercli.core.careers.occupation import Extra
from careercli.errors import DataError, ImportFailedError, why_refused
from careercli.files.folders import make_private
from careercli.files.lock import FileLock, Tell, say_nothing

VERSION = 1
Connection = sqlite3.Connection

#: What stands as JSON in a column, and what it is.
_JSON: dict[str, type] = {"parts": dict[str, int], "skipped": dict[str, int], "missing": tuple[str, ...]}
_FIELDS = InstalledSet.__struct_fields__
_TABLES = {
    "data_set": ", ".join(f"{name} TEXT PRIMARY KEY" if name == "name" else name for name in _FIELDS),
    "onet_occupation": "code TEXT PRIMARY KEY, title TEXT, description TEXT",
    "onet_interest": "code TEXT, letter TEXT, value REAL, PRIMARY KEY (code, letter)",
    "onet_zone": "code TEXT PRIMARY KEY, zone INTEGER",
    "onet_title": "code TEXT, kind TEXT, title TEXT, short TEXT, PRIMARY KEY (code, kind, title)",
    "onet_related": "code TEXT, rank INTEGER, related TEXT, PRIMARY KEY (code, rank)",
    "onet_task": "code TEXT, id INTEGER, text TEXT, kind TEXT, PRIMARY KEY (code, id)",
    "onet_technology": "code TEXT, name TEXT, category TEXT, hot INTEGER, in_demand INTEGER,"
    " PRIMARY KEY (code, name, category)",
    "onet_style": "code TEXT, element TEXT, name TEXT, scale TEXT, value REAL, PRIMARY KEY (code, element, scale)",
    "onet_skill": "code TEXT, kind TEXT, element TEXT, name TEXT, scale TEXT, value REAL,"
    " PRIMARY KEY (code, kind, element, scale)",
    "onet_education": "code TEXT, category INTEGER, percent REAL, PRIMARY KEY (code, category)",
    "oews": "code TEXT PRIMARY KEY, title TEXT, level TEXT, employment INTEGER,"
    " hourly_mean REAL, hourly_p10 REAL, hourly_p25 REAL, hourly_p50 REAL, hourly_p75 REAL, hourly_p90 REAL,"
    " annual_mean REAL, annual_p10 REAL, annual_p25 REAL, annual_p50 REAL, annual_p75 REAL, annual_p90 REAL,"
    " only TEXT, at_least TEXT",
    "projection": "code TEXT PRIMARY KEY, title TEXT, kind TEXT, year_from INTEGER, year_to INTEGER,"
    " employment_from REAL, employment_to REAL, growth_percent REAL, openings REAL, self_employed_percent REAL,"
    " median_pay REAL, pay_at_least INTEGER, education TEXT, experience TEXT, training TEXT",
}
_MOVE = "Move it away and import again."
#: What SQLite says where the system refuses, and not where the database is odd.
_SYSTEM = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
_SPACE = "Nothing was changed. Make room, or see who may write there, and try again."


@contextlib.contextmanager
def change(path: Path | None, tell: Tell = say_nothing) -> Iterator[Connection]:
    """A transaction on the database: all that is done in it, or nothing. None gives one that vanishes afterwards.

    Raises ImportFailedError where the file cannot be written, DataError where it is none of ours.
    """
    if path is None:
        with contextlib.closing(sqlite3.connect("", isolation_level=None)) as connection:
            _create_tables(connection)
            yield connection
        return
    _is_there(path)
    with _writing(path), _one_writer(path, tell):
        created = _create_file(path)
        try:
            with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as connection:
                _check_version(connection)
                path.chmod(0o600)
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA cache_size=-16000")
                connection.execute("BEGIN IMMEDIATE")
                try:
                    _create_tables(connection)
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    connection.rollback()
                    raise
        except BaseException:
            if created:
                _remove_file(path)
            raise


def _create_file(path: Path) -> bool:
    """Make the file if there is none, for its owner's eyes only; SQLite gives its log the same permissions."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def _remove_file(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.unlink(f"{path}{suffix}")


def _is_there(path: Path) -> bool:
    """Whether there is a database. Raises DataError where it, or a log of it, is no file but a link or a device."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        name = f"{path}{suffix}"
        try:
            mode = os.lstat(name).st_mode
        except (FileNotFoundError, NotADirectoryError):
            continue
        if not stat.S_ISREG(mode):
            raise DataError("{path} is not a file of careers, but a link, a folder or a device", _MOVE, path=name)
    return path.is_file()


def _check_version(connection: Connection) -> int:
    """The version of a database, 0 of an empty one. Raises ImportFailedError where it is not one of ours."""
    ((version,),) = connection.execute("PRAGMA user_version")
    if version != VERSION and (version or _tables(connection)):
        raise ImportFailedError(
            "the database of imports is of another version of careers ({version})", _MOVE, version=version
        )
    return int(version)


def _create_tables(connection: Connection) -> None:
    """Make the tables in an empty database. Raises ImportFailedError where it is not one of ours."""
    if _check_version(connection) == VERSION:
        return
    for name, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({columns}) WITHOUT ROWID")
    connection.execute(f"PRAGMA user_version={VERSION}")


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of the database into our words."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):  # a fault of ours, not of the disk
        raise
    except (sqlite3.Error, UnicodeError) as error:  # the latter where SQLite quotes from a damaged file
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _SYSTEM:
            raise ImportFailedError("{path} cannot be written: {why}", _SPACE, path=path, why=error) from None
        raise ImportFailedError("{path} is damaged: {why}", _MOVE, path=path, why=error) from None
    except OSError as error:
        why = why_refused(error)
        raise ImportFailedError("{path} cannot be written: {why}", _SPACE, path=path, why=why) from None


@contextlib.contextmanager
def _one_writer(path: Path, tell: Tell) -> Iterator[None]:
    """Let one import run at a time. The lock is on the folder: it leaves no file behind."""
    make_private(path.parent)
    with FileLock(path.parent, tell).hold():
        yield


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[Connection | None]:
    """The database to read from; None where there is none. Raises DataError where it is damaged or foreign."""
    if not _is_there(path):
        yield None
        return
    try:
        with contextlib.closing(_connect_to_read(path)) as connection:
            ((version,),) = connection.execute("PRAGMA user_version")
            if version != VERSION and (version or _tables(connection)):
                raise DataError("{path} is of another version of careers, or not of careers", _MOVE, path=path)
            yield connection if version else None
    except (sqlite3.Error, msgspec.MsgspecError, UnicodeError) as error:  # a column holds whatever was put into it
        raise DataError("{path} is damaged: {why}", _MOVE, path=path, why=error) from None


def _connect_to_read(path: Path) -> Connection:
    address = path.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=rw", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only=1")
        connection.execute("PRAGMA user_version")
    except sqlite3.OperationalError:  # a folder that cannot be written has no room for SQLite's lock
        connection.close()
        return sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _tables(connection: Connection) -> int:
    ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_master")
    return int(tables)


def save_set(connection: Connection, installed: InstalledSet) -> None:
    """Note where a data set is from, in place of what was noted."""
    values = msgspec.to_builtins(installed)
    values |= {name: msgspec.json.encode(values[name]).decode() for name in _JSON}
    marks = ", ".join(f":{name}" for name in _FIELDS)
    connection.execute(f"INSERT OR REPLACE INTO data_set VALUES ({marks})", values)


def list_sets(path: Path) -> tuple[InstalledSet, ...]:
    """The data sets that are installed, by name. Raises DataError where the database is damaged."""
    with _reading(path) as connection:
        if connection is None:
            return ()
        rows = connection.execute(f"SELECT {', '.join(_FIELDS)} FROM data_set ORDER BY name").fetchall()
        return tuple(_parse_set(dict(zip(_FIELDS, row, strict=True))) for row in rows)


def _parse_set(values: dict[str, object]) -> InstalledSet:
    parsed: dict[str, object] = {
        name: msgspec.json.decode(str(values[name]), type=kind) for name, kind in _JSON.items()
    }
    return msgspec.convert(values | parsed, InstalledSet)


def remove_set(path: Path, name: str, tables: tuple[str, ...], tell: Tell = say_nothing) -> None:
    """Take a data set out of the database and give its room back. Raises ImportFailedError."""
    with change(path, tell) as connection:
        for table in tables:
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM data_set WHERE name = ?", (name,))
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")


def load_extra(path: Path, code: str) -> Extra | None:
    """What an imported O*NET release adds to an occupation, with its attribution.

    None where there is no such import, or where it knows nothing of the code. Raises DataError where the database is
    damaged.
    """
    with _reading(path) as connection:
        if connection is None:
            return None
        found = connection.execute(
            "SELECT title, release, licence, attribution, styles FROM data_set WHERE name = 'onet'"
        ).fetchone()
        return _extra(connection, code, *found) if found else None


def _extra(
    connection: Connection, code: str, title: str, release: str, licence: str, attribution: str, generation: str | None
) -> Extra | None:
    tasks = connection.execute(
        "SELECT text, kind FROM onet_task WHERE code = ?"
        " ORDER BY CASE kind WHEN 'core' THEN 0 WHEN 'supplemental' THEN 1 ELSE 2 END, id",
        (code,),
    )
    technology = connection.execute(
        "SELECT name, category, hot, in_demand FROM onet_technology WHERE code = ?"
        " ORDER BY hot + in_demand DESC, hot DESC, name COLLATE NOCASE, category",
        (code,),
    )
    styles = connection.execute(
        "SELECT name, value FROM onet_style WHERE code = ? AND scale = ? ORDER BY value DESC, name",
        (code, "IM" if generation == "old" else "WI"),
    )
    found = {
        "tasks": [{"text": text, "kind": kind} for text, kind in tasks],
        "technology": [
            {"name": name, "category": category, "hot": bool(hot), "in_demand": bool(asked)}
            for name, category, hot, asked in technology
        ],
        "styles": [{"name": name, "score": score} for name, score in styles],
        "style_scale": None if generation is None else "IM" if generation == "old" else "WI",
        "title": title,
        "release": release,
        "licence": licence,
        "attribution": attribution,
    }
    extra = msgspec.convert(found, Extra)
    return extra if extra.tasks or extra.technology or extra.styles else None
