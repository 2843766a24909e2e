"""Replaces a file in one step: at any moment it is the old one or the new one, whole."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_SUFFIX = ".new"
#: Seconds between attempts to replace a file that somebody is reading: Windows refuses for as long.
_PAUSES = (0.01, 0.03, 0.1, 0.3, 0.6)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file, for its owner's eyes only, in a way that a loss of power does not undo. A link stays a link.

    Raises OSError, which names the file, and then the old one is as it was.
    """
    path = Path(os.path.realpath(path))
    with naming(path):
        _write(path, content)


@contextlib.contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let an OSError name the file that is meant: a full disk names none, and a temporary file means nothing."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _write(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=_prefix(path), suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(path.parent)


def sweep(path: Path) -> None:
    """Remove what writers of a file left that were killed. Only for who holds the file's lock: nobody writes it now."""
    path = Path(os.path.realpath(path))
    for left in path.parent.iterdir():
        if left.name.startswith(_prefix(path)) and left.name.endswith(_SUFFIX):
            with contextlib.suppress(OSError):
                left.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _replace(name: str, path: Path) -> None:
    for pause in _PAUSES:
        try:
            os.replace(name, path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(name, path)


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name is on the disk; not every system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
