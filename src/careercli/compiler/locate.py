"""The only place that finds data: in the wheel, in a checkout, in the user's own folder."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from careercli.errors import DataError, message, why_refused
from careercli.files.lock import Tell, say_nothing
from careercli.locale import languages

#: Bytes of a file name that are no text: such a folder cannot be the id of a role.
_UNREADABLE = "[\ud800-\udfff]"
_PACKAGE = Path(__file__).resolve().parent.parent


class Locations(NamedTuple):
    """Where the data is: either a compiled file (wheel) or a `data/` folder (checkout), and own roles."""

    compiled: Path | None
    data: Path | None
    own_roles: Path
    cache: Path


def locate(config_dir: Path, cache_dir: Path) -> Locations:
    """Find the data. Raises DataError where the installation lacks it."""
    own, checkout = config_dir / "roles", _PACKAGE.parent.parent / "data"
    if (checkout / "sections.yaml").is_file() and _PACKAGE.parent.name == "src":
        return Locations(None, checkout, own, cache_dir)
    compiled = _PACKAGE / "catalogue.sqlite"
    if compiled.is_file():
        return Locations(compiled, None, own, cache_dir)
    raise DataError("the program's data is missing from `{path}`", "Install `careercli` again.", path=_PACKAGE)


#: What changes when a file or its permissions do: times of change, size, inode.
Stamp = tuple[int, int, int, int]
#: Path of a file -> its stamp, and the role folder that it belongs to (empty for a vocabulary).
Stamps = dict[str, tuple[Stamp, str]]


def stamp(path: str) -> Stamp | None:
    """The stamp of a file, or None where it cannot be seen."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def as_text(path: object) -> str:
    r"""A path that any file can hold: bytes in it that are no text become `\udcff`."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def role_names(roles: Path, warn: Tell = say_nothing) -> list[str]:
    """The names of the folders below a folder, in order; none where it cannot be read, which `warn` hears."""
    try:
        with os.scandir(roles) as entries:
            readable = (e for e in entries if e.name[0] != "." and not re.search(_UNREADABLE, e.name))
            return sorted(e.name for e in readable if _is_dir(e))
    except FileNotFoundError:
        return []
    except OSError as error:
        said = "Your own guides in {path} cannot be read ({why}) and are left out: see that it is a folder of yours."
        warn(message(said, path=str(roles), why=why_refused(error)))
        return []


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def stamp_roles(roles: Path, origin: str, warn: Tell = say_nothing) -> Stamps:
    """The files of the role folders below a folder; a folder without files stands for itself.

    `warn` hears that the folder cannot be read.
    """
    found: Stamps = {}
    stat, base = os.stat, str(roles)
    files = ("facts.yaml", *(f"{lang}.yaml" for lang in languages()), "sources.yaml")
    for name in role_names(roles, warn):
        count = len(found)
        for file in files:
            path = f"{base}/{name}/{file}"
            try:
                status = stat(path)
            except OSError:
                continue
            found[path] = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino), f"{origin}/{name}"
        if len(found) == count:
            found[f"{base}/{name}"] = stamp(f"{base}/{name}") or (0, 0, 0, 0), f"{origin}/{name}"
    return found


def stamp_files(paths: Iterable[Path]) -> Stamps:
    """The stamps of files that all roles depend on."""
    return {str(path): (stamp(str(path)) or (0, 0, 0, 0), "") for path in paths}


def stamp_data(data: Path) -> Stamps:
    """The vocabularies of a checkout and the code that compiles them."""
    paths = [
        path for files in ("*.yaml", "quiz/*.yaml", "topics/*/*.yaml", "occupations/*.csv") for path in data.glob(files)
    ]
    code = ("compiler/*.py", "core/*/*.py", "locale/*.py", "locale/*/LC_MESSAGES/*")
    return stamp_files([*paths, *(path for files in code for path in _PACKAGE.glob(files))])
