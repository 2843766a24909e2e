"""The real command, run as users run it, with a home of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from careercli.catalogue.locate import locate
from careercli.catalogue.repository import Catalogue

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [str(Path(sys.executable).with_name("careers"))]


class Done(NamedTuple):
    """How a run of the command ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that all tests of a worker share, so that the catalogue is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def env(home: Path, cache: Path) -> dict[str, str]:
    """An environment without the user's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(cache),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }


Run = Callable[..., Done]


@pytest.fixture
def careers(env: dict[str, str], tmp_path: Path) -> Run:
    """Run `careers` in a pipe."""

    def run(*arguments: str, stdin: bytes = b"", **changes: str) -> Done:
        changed = {name: value for name, value in (env | changes).items() if value != ""}
        done = subprocess.run(
            [*COMMAND, *arguments],
            env=changed,
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            timeout=120,
            check=False,
        )
        encoding = "utf-8"
        err = done.stderr.decode(encoding)
        assert "Traceback" not in err, err
        return Done(done.returncode, done.stdout.decode(encoding), err)

    return run


@pytest.fixture
def own_roles(home: Path) -> Path:
    """The folder of the user's own roles."""
    folder = home / "config" / "careers" / "roles"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The bundled catalogue, opened in this process."""
    base = tmp_path_factory.mktemp("catalogue")
    return Catalogue(locate(base / "config", base / "cache"))
