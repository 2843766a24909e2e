"""Signals at any moment: the documented exit code, the terminal as it was, and all that was answered kept."""

import ctypes
import os
import signal
import subprocess
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from careercli.__main__ import _run
from careercli.errors import ExitCode, TerminatedError
from careercli.profile.answers import FILE, AnswerBook
from tests.conftest import COMMAND, Run
from tests.terminal import Screen

pytestmark = [
    pytest.mark.waiting,
    pytest.mark.skipif(not hasattr(signal, "SIGTSTP"), reason="there are no such signals here"),
]

CODES = {"SIGHUP": 129, "SIGINT": 130, "SIGTERM": 143}


class Shell(Screen):
    """A shell with job control, in which the command runs as people run it."""

    def __init__(self, env: dict[str, str], cwd: Path, width: int = 100) -> None:
        super().__init__(["--norc", "--noprofile", "-i"], env | {"PS1": "READY> "}, cwd, width=width, command="bash")
        self.pid_file = cwd / "pid"
        self.read_until("READY>")

    def run(self, *arguments: str) -> None:
        self.type(f"clear; sh -c 'echo $$ > pid; exec \"$@\"' - {COMMAND[0]} {' '.join(arguments)}; echo CODE $?\n")

    def send(self, name: str) -> None:
        os.kill(int(self.pid_file.read_text()), getattr(signal, name))

    def ask(self, command: str, until: str) -> str:
        """What the shell says of something."""
        self.type(f"clear; {command}\n")
        return self.read_until(until)

    def read_until_last(self, text: str, *, after: str) -> None:
        """Read until a text stands below another one."""
        self.read_until(after)
        while text not in self.text().rpartition(after)[2]:
            self._feed(self.child.read_nonblocking(65536, timeout=30))

    @property
    def is_sane(self) -> bool:
        """Whether the keyboard echoes, gives lines and hears Ctrl-C, and whether pasting is left alone."""
        modes = self.ask("stty -a; echo END", "END")
        switched = self.raw.rfind(b"\x1b[?2004h") <= self.raw.rfind(b"\x1b[?2004l")
        return switched and not {"-echo", "-icanon", "-isig", "-icrnl"} & set(modes.replace(";", " ").split())


@pytest.mark.parametrize("name", CODES)
def test_a_signal_that_python_swallows_in_a_callback_of_its_own_is_heard_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    class Module:
        """Anything that can be referred to weakly, as the lock of a module that is imported."""

    def in_callback(_: object) -> None:
        os.kill(os.getpid(), getattr(signal, name))
        for _ in range(1000):
            pass

    def work(*_: object) -> ExitCode:
        lock = Module()
        reference = weakref.ref(lock, in_callback)
        del lock
        assert reference() is None
        time.sleep(20)
        return ExitCode.DONE

    monkeypatch.setattr("careercli.__main__.main", work)
    begun = time.monotonic()
    assert _run([]) == CODES[name]
    assert time.monotonic() - begun < 20
    assert "Traceback" not in capfd.readouterr().err


@pytest.fixture
def shell(env: dict[str, str], tmp_path: Path) -> Iterator[Shell]:
    # a shell that switches bracketed paste by itself would hide who left it on
    (tmp_path / "inputrc").write_text("set enable-bracketed-paste off\n")
    with Shell(env | {"INPUTRC": str(tmp_path / "inputrc")}, tmp_path) as opened:
        yield opened


@pytest.fixture
def slow_questionary(env: dict[str, str], tmp_path: Path) -> None:
    """Questionary takes so long to come that the first question is still the early one."""
    (tmp_path / "site/questionary").mkdir(parents=True)
    (tmp_path / "site/questionary/__init__.py").write_text("import time\ntime.sleep(60)\n")
    env["PYTHONPATH"] = str(tmp_path / "site")


def kept(home: Path) -> list[int]:
    return list(yaml.safe_load((home / "data/careers/me.yaml").read_text())["careers"]["ai-engineer"].values())


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize("options", [[], ["--accessible"]], ids=["drawn", "accessible"])
def test_a_signal_at_a_prompt_restores_the_terminal_and_keeps_the_answers(
    shell: Shell, home: Path, options: list[str], name: str
) -> None:
    shell.run("quiz", "ai-engineer", *options)
    shell.read_until("1 of 12")
    shell.type("4\r")
    shell.read_until("2 of 12")
    shell.send(name)
    shell.read_until(f"CODE {CODES[name]}")
    assert shell.is_sane
    assert kept(home) == [4]


@pytest.mark.usefixtures("slow_questionary")
@pytest.mark.parametrize("name", CODES)
def test_a_signal_at_the_first_question_restores_the_terminal(shell: Shell, name: str) -> None:
    shell.run("quiz", "ai-engineer")
    shell.read_until("leave and keep")
    shell.send(name)
    shell.read_until(f"CODE {CODES[name]}")
    assert shell.is_sane


@pytest.mark.parametrize("how", ["SIGTSTP", "SIGSTOP", "Ctrl-Z"])
@pytest.mark.parametrize("options", [[], ["--accessible"]], ids=["drawn", "accessible"])
def test_a_question_is_drawn_again_after_a_stop(shell: Shell, home: Path, options: list[str], how: str) -> None:
    shell.run("quiz", "ai-engineer", *options)
    shell.read_until("1 of 12")
    shell.type("4\r")
    shell.read_until("2 of 12")
    shell.type("\x1a") if how == "Ctrl-Z" else shell.send(how)
    shell.read_until("Stopped")
    if how != "SIGSTOP":  # who is stopped so has no time to put things in order
        assert shell.is_sane
    shell.ask("echo BACK; fg", "BACK\n")
    shell.read_until_last("2 of 12", after="BACK\n")
    shell.type("5\r")
    shell.read_until("3 of 12")
    assert kept(home) == [4, 5]
    shell.type("\x03")
    shell.read_until("READY>")
    assert shell.is_sane


@pytest.mark.usefixtures("slow_questionary")
def test_the_first_question_is_drawn_again_after_a_stop(shell: Shell) -> None:
    shell.run("quiz", "ai-engineer")
    shell.read_until("leave and keep")
    shell.send("SIGTSTP")
    shell.read_until("Stopped")
    assert shell.is_sane
    shell.ask("echo BACK; fg", "BACK\n")
    shell.read_until_last("1 of 12", after="BACK\n")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_while_the_pager_runs_restores_the_terminal(shell: Shell, name: str) -> None:
    shell.run("show", "ai-engineer")
    shell.read_until("q to leave")
    shell.send(name)
    shell.read_until(f"CODE {CODES[name]}")
    assert shell.is_sane


def test_ctrl_c_belongs_to_the_pager(shell: Shell) -> None:
    shell.run("show", "ai-engineer")
    shell.read_until("q to leave")
    shell.type("\x03")
    shell.type("q")
    shell.read_until("CODE 0")
    assert shell.is_sane


def test_a_signal_that_is_ignored_from_outside_stays_ignored(env: dict[str, str], tmp_path: Path) -> None:
    pager = "kill -HUP $PPID; sleep 0.2; kill -TERM $PPID; cat"
    (tmp_path / "pager").write_text(f"#!/bin/sh\n{pager}\n")
    (tmp_path / "pager").chmod(0o755)
    command = f"trap '' HUP; {COMMAND[0]} show ai-engineer -s pay"
    with Screen(["-c", command], env | {"PAGER": str(tmp_path / "pager")}, tmp_path, command="bash") as screen:
        assert screen.read_all() == 143


def test_ctrl_c_during_start_up_is_silent(env: dict[str, str], careers: Run, tmp_path: Path) -> None:
    """At any import after the first lines of ours, which are the first that can listen."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(
        "import builtins, os, signal\n"
        "real, count = builtins.__import__, [0]\n"
        "def counted(name, *rest):\n"
        "    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:\n"
        "        count[0] += 1\n"
        "        if count[0] == int(os.environ['INTERRUPT_AT']):\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = counted\n"
    )
    careers("list")  # the catalogue is compiled
    for place in (1, 2, 3, 10, 50, 200, 500):
        changed = env | {"PYTHONPATH": str(tmp_path / "site"), "INTERRUPT_AT": str(place)}
        done = subprocess.run([*COMMAND, "list"], env=changed, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (130, b""), place


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_answers_that_are_being_written_when_the_end_comes_are_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def end(*_: object) -> None:
        raise TerminatedError(ExitCode.TERMINATED)

    book = AnswerBook(tmp_path)
    book.put_answers("ai-engineer", "", {"calls": 4})
    before = (tmp_path / FILE).read_bytes()
    monkeypatch.setattr(step, end)
    with pytest.raises(TerminatedError):
        book.put_answers("ai-engineer", "", {"calls": 5})
    assert (tmp_path / FILE).read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} <= {FILE, "me.lock"}


@pytest.mark.parametrize(
    ("ended", "code"),
    [
        (KeyboardInterrupt(), ExitCode.CANCELLED),
        (TerminatedError(ExitCode.TERMINATED), ExitCode.TERMINATED),
        (TerminatedError(ExitCode.HUNG_UP), ExitCode.HUNG_UP),
    ],
)
def test_a_signal_that_comes_while_a_class_is_made_is_no_internal_error(
    careers: Run, monkeypatch: pytest.MonkeyPatch, ended: BaseException, code: ExitCode
) -> None:
    """Python 3.11 tells of it as of an error of the class that was being made."""

    def interrupted(*_: object) -> int:
        raise RuntimeError("Error calling __set_name__") from ended

    monkeypatch.setattr("careercli.cli.app._run", interrupted)
    done = careers("list")
    assert done.code == code
    assert "internal" not in done.err


def test_a_signal_that_comes_while_the_failure_of_an_import_is_worded_is_no_internal_error(
    careers: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python loses what the handler raised: its own function for such failures says so of a message that is none."""
    import_failed = ctypes.pythonapi.PyErr_SetImportErrorSubclass
    import_failed.argtypes, import_failed.restype = [ctypes.py_object, *(ctypes.c_void_p,) * 3], ctypes.py_object
    said = []
    try:
        import_failed(ImportError, None, None, None)
    except TypeError as error:
        said.append(error)

    def interrupted(*_: object) -> int:
        raise said[0]

    monkeypatch.setattr("careercli.cli.app._run", interrupted)
    done = careers("list")
    assert done.code == ExitCode.CANCELLED
    assert "internal" not in done.err
