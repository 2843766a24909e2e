"""The user's own database of imported data sets: one SQLite file, readable by its owner only.

A change is one transaction, in SQLite's write-ahead log: at any moment, even after a kill, the file with its log is
as before or as after, and who reads meanwhile sees what was before.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from careercli.core.datasets import InstalledSet
from careercli.core.occupation import Extra
from careercli.errors import DataError, ImportFailedError

VERSION = 1
Connection = sqlite3.Connection

_JSON = ("parts", "skipped", "missing")
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
_SPACE = "Nothing was changed. Make room, or see who may write there, and try again."


@contextlib.contextmanager
def change(path: Path | None) -> Iterator[Connection]:
    """A transaction on the database: all that is done in it, or nothing. None gives one that vanishes afterwards.

    Raises ImportFailedError where the file cannot be written.
    """
    if path is None:
        with contextlib.closing(sqlite3.connect("", isolation_level=None)) as connection:
            _create_tables(connection)
            yield connection
        return
    with _told(path), _one_writer(path):
        created = _create_file(path)
        try:
            with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as connection:
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
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        path.chmod(0o600)
        return False
    return True


def _remove_file(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.unlink(f"{path}{suffix}")


def _create_tables(connection: Connection) -> None:
    """Make what is missing. Raises ImportFailedError for a database of another version of the program."""
    ((version,),) = connection.execute("PRAGMA user_version")
    if version == VERSION:
        return
    if version or _tables(connection):
        raise ImportFailedError(
            "the database of imports is of another version of careers ({version})", _MOVE, version=version
        )
    for name, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({columns}) WITHOUT ROWID")
    connection.execute(f"PRAGMA user_version={VERSION}")


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of the database into our words."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):  # a fault of ours, not of the disk
        raise
    except sqlite3.Error as error:
        if "not a database" in str(error) or "malformed" in str(error):
            raise ImportFailedError("{path} is damaged: {why}", _MOVE, path=path, why=error) from None
        raise ImportFailedError("{path} cannot be written: {why}", _SPACE, path=path, why=error) from None
    except OSError as error:
        why = error.strerror or error
        raise ImportFailedError("{path} cannot be written: {why}", _SPACE, path=path, why=why) from None


@contextlib.contextmanager
def _one_writer(path: Path) -> Iterator[None]:
    """Refuse a second import while one is running. The lock is on the folder: it leaves no file behind."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # Windows: SQLite's own lock must do
        yield
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ImportFailedError("another import is running", "Wait for its end and try again.") from None
        yield
    finally:
        os.close(folder)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[Connection | None]:
    """The database to read from; None where there is none. Raises DataError where it is damaged or foreign."""
    if not path.is_file():
        yield None
        return
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only=1")
        ((version,),) = connection.execute("PRAGMA user_version")
    except sqlite3.OperationalError:  # a folder that cannot be written has no room for SQLite's lock
        connection.close()
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
        ((version,),) = connection.execute("PRAGMA user_version")
    with contextlib.closing(connection):
        if version != VERSION and (version or _tables(connection)):
            raise DataError("{path} is of another version of careers, or not of careers", _MOVE, path=path)
        yield connection if version else None


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
    try:
        with _reading(path) as connection:
            if connection is None:
                return ()
            rows = connection.execute(f"SELECT {', '.join(_FIELDS)} FROM data_set ORDER BY name").fetchall()
            return tuple(_parse_set(dict(zip(_FIELDS, row, strict=True))) for row in rows)
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise DataError("{path} is damaged: {why}", _MOVE, path=path, why=error) from None


def _parse_set(values: dict[str, object]) -> InstalledSet:
    parsed = {name: msgspec.json.decode(str(values[name])) for name in _JSON}
    return msgspec.convert(values | parsed, InstalledSet)


def remove_set(path: Path, name: str, tables: tuple[str, ...]) -> None:
    """Take a data set out of the database and give its room back. Raises ImportFailedError."""
    with change(path) as connection:
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
    try:
        with _reading(path) as connection:
            if connection is None:
                return None
            found = connection.execute(
                "SELECT title, release, licence, attribution, styles FROM data_set WHERE name = 'onet'"
            ).fetchone()
            return _extra(connection, code, *found) if found else None
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise DataError("{path} is damaged: {why}", _MOVE, path=path, why=error) from None


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
    extra = msgspec.convert(found, Extra)  # a column of SQLite holds whatever was put into it
    return extra if extra.tasks or extra.technology or extra.styles else None
