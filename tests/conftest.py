"""The command as users run it, with a home of its own: in this process, or in one of its own where that matters."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pytest

from careercli.catalogue.locate import locate
from careercli.catalogue.repository import Catalogue
from careercli.cli import main
from careercli.runtime import Folders, Runtime

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [str(Path(sys.executable).with_name("careers"))]


class Done(NamedTuple):
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def measured() -> dict[str, str]:
    """What a process of its own needs in its environment for `make coverage` to measure it too."""
    return {name: value for name, value in os.environ.items() if name == "COVERAGE_PROCESS_CONFIG"}


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


class Terminal(io.TextIOWrapper):
    """A stream of our own that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def folders_of(env: Mapping[str, str]) -> Folders:
    """The folders that a system with such an environment has."""
    return Folders(*(Path(env[f"XDG_{kind}_HOME"]) / "careers" for kind in ("CONFIG", "DATA", "CACHE")))


def make_runtime(env: Mapping[str, str], stdin: bytes = b"", *, terminal: bool = False, **given: Any) -> Runtime:
    """A world of our own, with streams in memory; on a `terminal` both are the same screen."""
    stream = Terminal if terminal else io.TextIOWrapper
    stdout = stream(io.BytesIO(), "utf-8")
    stderr = stdout if terminal else io.TextIOWrapper(io.BytesIO(), "utf-8")
    return Runtime(
        env=env,
        stdin=io.TextIOWrapper(io.BytesIO(stdin), "utf-8"),
        stdout=stdout,
        stderr=stderr,
        folders=folders_of(env),
        **given,
    )


def written(stream: TextIO | None) -> str:
    """What a stream in memory has got."""
    assert isinstance(stream, io.TextIOWrapper)
    stream.flush()
    binary = stream.buffer
    assert isinstance(binary, io.BytesIO)
    return binary.getvalue().decode(stream.encoding)


def run_main(arguments: Sequence[str], runtime: Runtime) -> Done:
    """Run a command line in this process, in a world of our own."""
    code = main(arguments, runtime)
    done = Done(code, written(runtime.stdout), written(runtime.stderr))
    assert code != 70, done.err
    return done


@pytest.fixture
def careers(env: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `careers` in a pipe, in this process."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"", **changes: str) -> Done:
        changed = {name: value for name, value in (env | changes).items() if value != ""}
        return run_main(arguments, make_runtime(changed, stdin))

    return run


@pytest.fixture
def careers_process(env: dict[str, str], tmp_path: Path) -> Run:
    """Run `careers` in a pipe, in a process of its own."""

    def run(*arguments: str, stdin: bytes = b"", **changes: str) -> Done:
        changed = {name: value for name, value in (env | changes).items() if value != ""}
        done = subprocess.run(
            [*COMMAND, *arguments],
            env=changed | measured(),
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            timeout=120,
            check=False,
        )
        err = done.stderr.decode("utf-8")
        assert "Traceback" not in err, err
        return Done(done.returncode, done.stdout.decode("utf-8"), err)

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
