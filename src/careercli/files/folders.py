"""The user's own folders: where they are, and how they are made."""

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import Literal

from careercli.errors import Message, SystemRefusedError, message

APP = "careers"
#: Variables of the environment that name the folders around ours.
CONFIG, DATA, CACHE = "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"
#: Stands for a folder where there is no home: nothing is found in it, and it cannot be made.
NOWHERE = Path(os.devnull, APP)
_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}


def find_folder(kind: Literal["config", "cache", "data"]) -> Path:
    """The user's own folder of a kind; `NOWHERE` without a home: no HOME, and no entry among the users (containers)."""
    try:
        folder = (_find_xdg(kind) if sys.platform == "linux" else None) or _find_by_library(kind)
    except RuntimeError:
        return NOWHERE
    return folder if folder.is_absolute() else NOWHERE  # older releases of platformdirs give `~/.config`


def _find_xdg(kind: str) -> Path | None:
    """As platformdirs finds it on Linux, a twentieth of a start sooner; None where HOME is not as usual."""
    variable, usual = {"config": (CONFIG, ".config"), "cache": (CACHE, ".cache"), "data": (DATA, ".local/share")}[kind]
    if (named := Path(os.environ.get(variable, ""))).is_absolute():
        return named / APP
    home = Path(os.environ.get("HOME", ""))
    return home / usual / APP if home.is_absolute() else None


def _find_by_library(kind: str) -> Path:
    """Where any system keeps it. Raises RuntimeError without a home."""
    import platformdirs

    find = {
        "config": platformdirs.user_config_dir,
        "cache": platformdirs.user_cache_dir,
        "data": platformdirs.user_data_dir,
    }[kind]
    return Path(find(APP))


def what_next(error: OSError, variable: str = "") -> Message:
    """What to do about what the system refuses; `variable` names the folder of it."""
    if error.errno in _FULL:
        if variable:
            return message("Free some space, or name a folder on another disk by `{variable}`.", variable=variable)
        return message("Free some space and try again.")
    if error.errno in _CLOSED:
        if variable:
            return message("Make it yours to write, or name another folder by `{variable}`.", variable=variable)
        return message("Make it yours to write, or take another place.")
    return message("`careers doctor` looks at folders and permissions.")


def check_home(folder: Path) -> None:
    """Raises SystemRefusedError for a folder that stands for none."""
    if folder == NOWHERE:
        raise SystemRefusedError("there is no home folder to keep anything in", "Set HOME to a folder of yours.")


def make_private(folder: Path) -> None:
    """Make a folder for its owner's eyes only, or make it so; those made on the way are private too, as XDG asks.

    Raises OSError, SystemRefusedError without a home.
    """
    check_home(folder)
    for missing in reversed([parent for parent in folder.parents if not parent.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    with contextlib.suppress(OSError):  # a file system without permissions, or another's folder
        mode = os.lstat(folder).st_mode
        if stat.S_ISDIR(mode) and mode & 0o077:
            folder.chmod(stat.S_IMODE(mode) & ~0o077)
