"""Opens the file of pay by place; it is compiled where a table changed."""

import contextlib
import os
import sqlite3
import tempfile
from pathlib import Path

from careercli.compiler.locate import Locations, as_text, stamp_files
from careercli.errors import SystemRefusedError
from careercli.files.folders import make_private


def open_places(where: Locations) -> sqlite3.Connection:
    """The file of pay by place: that of the wheel, or of the cache, made anew where a table changed."""
    if where.compiled:
        return sqlite3.connect(f"{where.compiled.with_name('places.sqlite').as_uri()}?mode=ro&immutable=1", uri=True)
    assert where.data
    import zlib

    stamps = stamp_files(
        sorted([*(where.data / "places").iterdir(), Path(__file__), Path(__file__).with_name("places.py")])
    )
    digest = f"{zlib.crc32(as_text(repr(sorted(stamps.items()))).encode()):08x}"
    file = where.cache / f"places-{digest}.sqlite"
    if not file.is_file():
        try:
            _make_file(file, where.data)
        except (OSError, SystemRefusedError, sqlite3.Error):
            from careercli.compiler.places import put_places

            connection = sqlite3.connect(":memory:", isolation_level=None)
            put_places(connection, where.data)
            return connection
    return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)


def _make_file(file: Path, data: Path) -> None:
    """Make the cached file in one step, and remove those of earlier tables."""
    from careercli.compiler.places import put_places  # brings PyYAML

    make_private(file.parent)
    descriptor, name = tempfile.mkstemp(prefix="places", suffix=".new", dir=file.parent)
    os.close(descriptor)
    try:
        with contextlib.closing(sqlite3.connect(name, isolation_level=None)) as connection:
            connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF")
            put_places(connection, data)
        for other in file.parent.glob("places-*.sqlite"):
            other.unlink(missing_ok=True)
        os.replace(name, file)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)
