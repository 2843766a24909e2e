"""The only place that finds data: in the wheel, in a checkout, in the user's own folder."""

import os
from pathlib import Path
from typing import NamedTuple

from careercli.errors import DataError

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


def stamp(path: str) -> str | None:
    """What changes when a file does, or None where it cannot be seen."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"


ROLE_FILES = ("facts.yaml", "en.yaml", "fr.yaml", "sources.yaml")


def stamp_roles(roles: Path) -> dict[str, tuple[str, str]]:
    """The files of the role folders below a folder: path -> (stamp, name of the role folder)."""
    found: dict[str, tuple[str, str]] = {}
    try:
        with os.scandir(roles) as entries:
            names = sorted(e.name for e in entries if not e.name.startswith(".") and e.is_dir())
    except OSError:
        return found
    for name in names:
        for file in ROLE_FILES:
            path = f"{roles}/{name}/{file}"
            if seen := stamp(path):
                found[path] = seen, name
        if not any(f"{roles}/{name}/{file}" in found for file in ROLE_FILES):
            found[f"{roles}/{name}"] = stamp(f"{roles}/{name}") or "", name
    return found


def stamp_data(data: Path) -> dict[str, tuple[str, str]]:
    """The vocabularies of a checkout and the code that compiles them: path -> (stamp, "")."""
    paths = [*data.glob("*.yaml"), *data.glob("quiz/*.yaml")]
    paths += [*(_PACKAGE / "catalogue").glob("*.py"), *(_PACKAGE / "core").glob("*.py")]
    return {str(path): (stamp(str(path)) or "", "") for path in paths}
