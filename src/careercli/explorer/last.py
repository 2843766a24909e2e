"""What was open last, in the cache folder: it may vanish."""

import contextlib
from pathlib import Path

import msgspec

from careercli.errors import CareersError
from careercli.files.atomic import write_atomically
from careercli.files.folders import make_private

FILE = "last.json"
#: Bytes beyond which the file is not ours.
MOST = 10_000


class Last(msgspec.Struct, frozen=True):
    """A career that was open, by its id."""

    id: str


def load_last(folder: Path) -> Last | None:
    """What was open last, as far as that can be known."""
    try:
        with (folder / FILE).open("rb") as file:
            return msgspec.json.decode(file.read(MOST), type=Last)
    except (OSError, ValueError):
        return None


def save_last(folder: Path, last: Last | None) -> None:
    """Note what is open; where it cannot be written, it is not."""
    if last is None or last == load_last(folder):
        return
    with contextlib.suppress(OSError, CareersError):
        make_private(folder)
        write_atomically(folder / FILE, msgspec.json.encode(last))
