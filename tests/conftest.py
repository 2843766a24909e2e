"""The command as users run it, with a home of its own: in this process, or in one of its own where that matters."""

import contextlib
import functools
import gc
import io
import itertools
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import msgspec
import pytest
import yaml
from hypothesis import settings

from careercli.cli import main
from careercli.compiler.cache import _digest, _open_cached
from careercli.compiler.locate import Locations, Stamps, locate, stamp_data
from careercli.compiler.place_file import open_places
from careercli.core.comparing.criteria import Words
from careercli.files.lock import FileLock
from careercli.files.strict_yaml import Document, load_bytes, parse_yaml
from careercli.library.catalogue import Catalogue
from careercli.prompts.scripted import ScriptedPrompter
from careercli.world.options import Folders
from careercli.world.runtime import Runtime

if hasattr(signal, "SIGHUP"):  # where whoever started the tests ignores it, so would all that they start
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

ROOT = Path(__file__).resolve().parent.parent
#: The day on which the tests run, wherever one is asked for.
TODAY = datetime.fromisoformat("2026-11-28T12:00")
#: Occupations of the small catalogue that tests name.
NAMED = {"23-1011.00", "29-1141.00", "47-2111.00"}
COMMAND = [str(Path(sys.executable).with_name("careers"))]

#: So many open files are few enough for `select`, which knows 1,024.
MANY_FILES = 300

# A slow machine is no fault of ours, so no property has a deadline. `--hypothesis-profile=soak` looks longer.
settings.register_profile("usual", deadline=None, max_examples=40)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile("usual")


def pytest_collection_finish() -> None:
    """Look rarely for what nobody refers to, and never among what was imported: the program does not look at all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


#: Counts the tests of this process.
COUNT = itertools.count(1)


def pytest_runtest_teardown() -> None:
    """Close what thousands of runs in one process left open: catalogues that only the garbage collector finds."""
    if next(COUNT) % 20 == 0 and sum(1 for _ in os.scandir("/dev/fd")) > MANY_FILES:
        gc.collect()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests, so that none is left to one worker when the others are done.

    Those that mostly wait for a terminal come one after the other, first in the share of the last worker: the others
    meanwhile work without a pause. `--dist worksteal` begins with equal shares, and steals from their ends.
    """
    if workers := int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "0")):
        waiting = [item for item in items if item.get_closest_marker("waiting")]
        working = [item for item in items if not item.get_closest_marker("waiting")]
        working.sort(key=lambda item: item.get_closest_marker("long") is None)
        last = min(len(items) * (workers - 1) // workers, len(working))
        items[:] = [*working[:last], *waiting, *working[last:]]


class Done(NamedTuple):
    """How a run of the command ended. On a terminal `out` and `err` are the same screen."""

    code: int
    out: str
    err: str
    #: What a script of answers was asked.
    asked: tuple[str, ...] = ()
    #: The titles that it could choose from, question by question.
    offered: tuple[tuple[str, ...], ...] = ()

    @property
    def screen(self) -> str:
        """What is read on the screen, without the codes of its colours."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.out)

    @property
    def document(self) -> Any:
        """The JSON that was written."""
        return json.loads(self.out)

    @property
    def data(self) -> Any:
        """The data in the JSON of a command that has done what it should."""
        assert self.code == 0, self.err
        return self.document["data"]


def measured() -> dict[str, str]:
    """What a process of its own needs in its environment for `make coverage` to measure it too."""
    return {name: value for name, value in os.environ.items() if name == "COVERAGE_PROCESS_CONFIG"}


@pytest.fixture(scope="session", autouse=True)
def stamped_once() -> Iterator[None]:
    """Look at the times of the bundled files once for thousands of runs in a process: no test changes them."""
    bundled = ROOT / "data"
    seen = functools.cache(lambda: stamp_data(bundled))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "careercli.compiler.cache.stamp_data", lambda data: seen() if data == bundled else stamp_data(data)
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """Parse the same bytes once for all who compile them: what is parsed is never changed."""
    parsed = functools.lru_cache(300)(lambda content, _libyaml: parse_yaml(content))

    def load(path: Path) -> Document:
        return parsed(load_bytes(path), hasattr(yaml, "CSafeLoader"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercli.compiler.load.load_yaml", load)
        yield


@pytest.fixture(scope="session", autouse=True)
def decoded_once() -> Iterator[None]:
    """Decode the same bytes once for thousands of runs in a process: what is decoded is never changed."""
    remembered = functools.lru_cache(50_000)(lambda kind, row: msgspec.json.decode(row, type=kind))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercli.library.database.decoder", lambda kind: functools.partial(remembered, kind))
        yield


class Shared(sqlite3.Connection):
    """A connection that others go on with."""

    def close(self) -> None:
        pass


@pytest.fixture(scope="session", autouse=True)
def opened_once() -> Iterator[None]:
    """Open an unchanged file once for thousands of runs in a process: what is asked of it changes nothing."""
    opened: dict[tuple[Any, ...], sqlite3.Connection] = {}

    def open_once(file: Path, wanted: Stamps) -> sqlite3.Connection | None:
        if not file.parent.parent.name.startswith("compiled"):
            return _open_cached(file, wanted)
        if not file.is_file():
            return None
        seen = file.stat()
        key = (os.getpid(), threading.get_ident(), file, seen.st_ino, seen.st_mtime_ns, _digest(wanted))
        if key not in opened and (connection := _open_cached(file, wanted)):
            connection.close()
            opened[key] = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, factory=Shared)
        return opened.get(key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercli.compiler.cache._open_cached", open_once)
        yield


@contextlib.contextmanager
def shared(tmp_path_factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder of all workers, while no other worker makes what is in it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)  # an installed wheel compiles nothing
    with FileLock(folder.with_suffix(".lock"), patience=600).hold():
        yield folder


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the bundled catalogue alone, compiled once for all workers; to be copied, not changed."""
    with shared(tmp_path_factory, "compiled") as folder:
        where = locate(folder / "no-config", folder / "careers")
        Catalogue(where)
        open_places(where)
    return folder


@pytest.fixture(scope="session")
def cache(compiled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that all tests of a worker share."""
    return shutil.copytree(compiled, tmp_path_factory.mktemp("cache") / "compiled")


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
    """A world of our own, with streams in memory; a `terminal` is a screen and a keyboard that types `stdin`."""
    stream = Terminal if terminal else io.TextIOWrapper
    stdout = stream(io.BytesIO(), "utf-8")
    stderr = stdout if terminal else io.TextIOWrapper(io.BytesIO(), "utf-8")
    return Runtime(
        env=env,
        stdin=stream(io.BytesIO(stdin), "utf-8"),
        stdout=stdout,
        stderr=stderr,
        folders=folders_of(env),
        **{"now": lambda: TODAY, **given},
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
    script = runtime.prompter if isinstance(runtime.prompter, ScriptedPrompter) else ScriptedPrompter(())
    offered = tuple(map(tuple, script.offered))
    done = Done(code, written(runtime.stdout), written(runtime.stderr), tuple(script.asked), offered)
    assert code != 70, done.err
    return done


class Forked(NamedTuple):
    """A process that began as a copy of this one, with the program imported, and has a pipe's streams as files."""

    pid: int
    folder: Path

    def wait(self) -> tuple[bytes, bytes, int]:
        """What it wrote, its errors, and the exit code, negative for a signal."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return (self.folder / "out").read_bytes(), (self.folder / "err").read_bytes(), code


def fork_main(arguments: Sequence[str], env: Mapping[str, str], folder: Path) -> Forked:
    """Run a command line in a process of its own, without the fifth of a second in which one starts and imports."""
    folder.mkdir()
    pid = os.fork()
    if pid:
        return Forked(pid, folder)
    code = 1
    try:
        runtime = make_runtime(env)
        code = main(arguments, runtime)
        (folder / "out").write_text(written(runtime.stdout), "utf-8")
        (folder / "err").write_text(written(runtime.stderr), "utf-8")
    finally:
        os._exit(code)  # nothing of the tests is tidied up twice


def changed(env: Mapping[str, str], lang: str | None, width: int | None, changes: Mapping[str, str]) -> dict[str, str]:
    """An environment with another language, width and variables; those that are empty are taken out."""
    asked = {"CAREERS_LANG": lang or "", "COLUMNS": str(width or "")}
    given = {name: value for name, value in asked.items() if value}
    return {name: value for name, value in {**env, **given, **changes}.items() if value}


@pytest.fixture
def careers(env: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `careers` in this process: any command line, in a pipe or on a terminal, in one call.

    `width` and `lang` are what the environment says; other keywords are variables of it. A `terminal` is typed at by
    `stdin`, or is one where `answers` are given by a ScriptedPrompter, or by a prompter of the test's own.
    """
    monkeypatch.chdir(tmp_path)

    def run(
        *arguments: str,
        stdin: bytes | str = b"",
        terminal: bool = False,
        answers: Iterable[str] | ScriptedPrompter | None = None,
        width: int | None = None,
        lang: str | None = None,
        **changes: str,
    ) -> Done:
        prompter = answers if answers is None or isinstance(answers, ScriptedPrompter) else ScriptedPrompter(answers)
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        terminal = terminal or prompter is not None
        if terminal:
            changes = {"PAGER": "cat", **changes}  # a pager would write on the screen of the tests
        world = changed(env, lang, width, changes)
        return run_main(arguments, make_runtime(world, typed, terminal=terminal, prompter=prompter))

    return run


@pytest.fixture
def careers_process(env: dict[str, str], tmp_path: Path) -> Run:
    """Run `careers` in a pipe, in a process of its own."""

    def run(
        *arguments: str, stdin: bytes = b"", width: int | None = None, lang: str | None = None, **changes: str
    ) -> Done:
        done = subprocess.run(
            [*COMMAND, *arguments],
            env={**changed(env, lang, width, changes), **measured()},
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
def own_roles(home: Path, small_data: None) -> Path:
    """The folder of the user's own roles."""
    folder = home / "config" / "careers" / "roles"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Catalogue:
    """The bundled catalogue, opened in this process, from the cache that the commands use."""
    return Catalogue(locate(tmp_path_factory.mktemp("config"), cache / "careers"))


@pytest.fixture(scope="session")
def words(catalogue: Catalogue) -> Words:
    """What criteria and conditions are called, in all languages."""
    return catalogue.words


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data with every fortieth occupation, those of the guides and NAMED: a tenth of the work to compile.

    Made once for all workers; to be copied, not changed.
    """
    with shared(tmp_path_factory, "small") as folder:
        if not (folder / "data").exists():
            _thin_out(shutil.copytree(ROOT / "data", folder / "whole")).rename(folder / "data")
    return folder / "data"


def _thin_out(data: Path) -> Path:
    texts = [path.read_text("utf-8") for path in data.glob("roles/*/facts.yaml")]
    codes = {code for text in texts for code in re.findall(r"\d\d-\d{4}\.\d\d", text)}
    lines = (data / "occupations/occupations.csv").read_text("utf-8").splitlines()[1::40]
    codes |= {line.split(",")[0] for line in lines} | NAMED
    for name in ("occupations", "titles", "labels_fr", "skills_onet"):
        header, *rows = (data / f"occupations/{name}.csv").read_text("utf-8").splitlines()
        kept = [row for row in rows if row.split(",")[0] in codes]
        assert 20 <= len(kept) < len(rows) / 10
        (data / f"occupations/{name}.csv").write_text("\n".join([header, *kept]) + "\n", "utf-8")
    (data / "occupations/related.csv").write_text("code,related\n")
    for name in ("synonyms", "tasks"):  # an entry is a line with its code, and indented ones
        text = (data / f"{name}.yaml").read_text("utf-8")
        text = re.sub(
            r"^(\d\d-\d{4}\.\d\d):.*\n(?: .*\n)*", lambda m: m[0] if m[1] in codes else "", text, flags=re.MULTILINE
        )
        (data / f"{name}.yaml").write_text(text, "utf-8")
    return data


@pytest.fixture(scope="session")
def small_cache(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the small catalogue, for those who have `small_data`; to be copied, not changed."""
    with shared(tmp_path_factory, "small-cache") as folder:
        Catalogue(Locations(None, small, folder / "no-config/roles", folder / "careers"))
    return folder


@pytest.fixture
def small_data(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands in this process have a small catalogue, where one is compiled again and again."""
    monkeypatch.setattr(
        "careercli.compiler.locate.locate", lambda own, cached: Locations(None, small, own / "roles", cached)
    )
