"""Print the lock file with the lowest versions that pyproject.toml allows to the program's own requirements."""

import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent


def lowest(requirements: list[str]) -> dict[str, str]:
    """The version after `>=` of each requirement, by name. Each must have one."""
    versions: dict[str, str] = {}
    for requirement in map(Requirement, requirements):
        [versions[canonicalize_name(requirement.name)]] = [
            specifier.version for specifier in requirement.specifier if specifier.operator == ">="
        ]
    return versions


def main() -> None:
    """Print it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = lowest(project["dependencies"])
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        name, equals, locked = line.partition("==")
        print(f"{name}=={versions.get(canonicalize_name(name), locked)}" if equals else line)


if __name__ == "__main__":
    main()
