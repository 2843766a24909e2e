"""Streams that are closed, full or gone, pagers that fail: the answer comes, and the exit code tells the truth."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.cli import main
from careercli.errors import ExitCode
from careercli.world.pager import pager_env, parse_pager
from tests.conftest import COMMAND, ROOT, Run, make_runtime, written
from tests.terminal import Screen


class Broken(io.TextIOWrapper):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__(io.BytesIO(), "utf-8", write_through=True)
        self.error = error

    def write(self, text: str) -> int:
        raise self.error

    def flush(self) -> None:
        if not self.closed:
            raise self.error


FULL = OSError(28, "No space left on device")
GONE = BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize("error", [FULL, GONE], ids=["full", "gone"])
@pytest.mark.parametrize(
    ("arguments", "code"), [(["list"], 0), (["show", "nobody"], 3), (["show", "dancers", "--json"], 0)]
)
def test_a_standard_error_that_takes_nothing_changes_neither_answer_nor_code(
    env: dict[str, str], careers: Run, arguments: list[str], code: int, error: OSError
) -> None:
    runtime = make_runtime(env)
    runtime.stderr = Broken(error)
    assert main(arguments, runtime) == code
    assert written(runtime.stdout) == careers(*arguments).out


@pytest.mark.parametrize(("error", "code"), [(FULL, 7), (GONE, 141)], ids=["full", "gone"])
@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["--help"], ["--version"], ["show", "-h"], []])
@pytest.mark.parametrize("stderr_too", [False, True])
def test_a_standard_output_that_takes_nothing_decides_the_code(
    env: dict[str, str], arguments: list[str], error: OSError, code: int, stderr_too: bool
) -> None:
    runtime = make_runtime(env)
    runtime.stdout = Broken(error)
    if stderr_too:
        runtime.stderr = Broken(error)
    assert main(arguments, runtime) == code
    if not stderr_too:
        assert ("cannot be written: the disk is full" in written(runtime.stderr)) == (error is FULL)


@pytest.mark.parametrize("arguments", ["list", "--help", "--version", "show -h", "--show-completion bash"])
def test_a_process_whose_streams_are_gone_ends_as_documented(env: dict[str, str], arguments: str) -> None:
    shell = f"{COMMAND[0]} {arguments}"
    for streams, codes in (
        (">&-", (0,)),
        ("| true; exit ${PIPESTATUS[0]}", (0, 141)),
        ("2> /dev/full", (0,)),
        ("2> >(exec true)", (0,)),
        ("> /dev/full", (7,)),
        ("> /dev/full 2>&1", (7,)),
    ):
        done = subprocess.run(["bash", "-c", f"{shell} {streams}"], env=env, capture_output=True, check=False)
        assert done.returncode in codes, streams
        assert b"Traceback" not in done.stderr


def test_the_reference_names_every_exit_code() -> None:
    table = (ROOT / "docs/reference/exit-codes.md").read_text("utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)] == sorted(ExitCode)


@pytest.mark.parametrize("end", [lambda *_: 1, lambda *_: sys.exit(1)], ids=["returned", "raised"])
def test_an_exit_code_that_is_not_documented_cannot_leave(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch, end: Callable[..., int]
) -> None:
    monkeypatch.setattr("careercli.cli.app._run", end)
    assert main(["list"], make_runtime(env)) == 70


# the pager


def script(folder: Path, name: str, body: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("pager", ["false", "/nowhere/less", "sh -c 'kill -SEGV $$'", "/"])
def test_a_pager_that_fails_loses_no_page(env: dict[str, str], tmp_path: Path, pager: str) -> None:
    with Screen(["show", "ai-engineer"], env | {"PAGER": pager}, tmp_path) as screen:
        assert screen.read_all() == 0
        assert "Sources" in screen.text()
        assert f"The pager `{pager.split(maxsplit=1)[0]}` failed" in screen.text()


def test_a_pager_that_has_read_enough_is_no_failure(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["show", "ai-engineer"], env | {"PAGER": "head -n 3"}, tmp_path) as screen:
        assert screen.read_all() == 0
        assert "Sources" not in screen.text()


@pytest.mark.parametrize("less", ["less", "{less}", "less -i", "{named}"])
@pytest.mark.parametrize("options", ["", "-i", "-X", "iM", "-j5$-x4"])
def test_less_shows_colours_and_letters_however_it_is_named(
    env: dict[str, str], tmp_path: Path, less: str, options: str
) -> None:
    path = subprocess.run(["which", "less"], capture_output=True, text=True, check=True).stdout.strip()
    pager = less.format(less=path, named=script(tmp_path, "my-pager", 'exec less "$@"'))
    changed = env | {"PAGER": pager, "LC_ALL": "C"} | ({"LESS": options} if options else {})
    with Screen(["show", "ai-engineer"], changed, tmp_path) as screen:
        screen.type("q") if "M" in options else screen.read_until("Space for more, b for back, q to leave")
        text = screen.read_until("AI engineer")
        assert "ESC" not in text
        assert "<E2>" not in text
        screen.type("q")
        assert screen.read_all() == 0


@pytest.mark.parametrize("asked", [["--help"], ["compare", "-h"]])
def test_help_that_is_longer_than_the_screen_is_leafed_through(
    env: dict[str, str], tmp_path: Path, asked: list[str]
) -> None:
    prompt = "Space for more, b for back, q to leave"
    with Screen(asked, env, tmp_path, height=24) as screen:
        assert "Usage: careers" in screen.read_until(prompt)
        screen.type("q")
        assert screen.read_all() == 0
    for more, height in ((["--no-pager"], 24), ([], 200)):
        with Screen([*asked, *more], env, tmp_path, height=height) as screen:
            assert screen.read_all() == 0
            assert prompt not in screen.text()
            assert screen.text().rstrip().count("\n") > 24


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_prompt_of_the_pager_fits_a_narrow_screen(env: dict[str, str], tmp_path: Path, lang: str) -> None:
    prompt = {"en": "Space for more, b for back, q to leave", "fr": "Espace suite, b retour, q quitter"}[lang]
    with Screen(["show", "ai-engineer", "--lang", lang], env, tmp_path, width=40) as screen:
        screen.read_until(prompt)
        screen.type("q")
        assert screen.read_all() == 0


def test_the_users_own_options_of_less_win() -> None:
    assert pager_env({"LESS": "-i -Pmine"}, "ours", "utf-8")["LESS"] == "-R -Psours$-i -Pmine"
    assert pager_env({"LESSCHARSET": "latin1"}, "", "utf-8")["LESSCHARSET"] == "latin1"
    assert "LESSCHARSET" not in pager_env({}, "", "latin-1")
    assert pager_env({}, "", "utf-8")["LESSSECURE"] == "1"  # what is typed for the shell writes no file
    assert pager_env({"LESSSECURE": "0"}, "", "utf-8")["LESSSECURE"] == "0"
    assert pager_env({}, "50% $ a?b:c.", "utf-8")["LESS"] == "-FIKRX -Ps50  abc$"
    assert pager_env({}, "more", "utf-8", end="the: end")["LESS"] == "-FIKRX -Ps?ethe end:more.$"


@pytest.mark.parametrize(
    ("named", "windows", "words"),
    [
        ("less -R", False, ["less", "-R"]),
        (r'"C:\Program Files\Git\less.exe" -R', True, [r"C:\Program Files\Git\less.exe", "-R"]),
        (r"C:\bin\less.exe", True, [r"C:\bin\less.exe"]),
        ("'less", False, []),
        ("cat", False, []),
        ("  ", False, []),
    ],
)
def test_the_command_of_a_pager(named: str, windows: bool, words: list[str]) -> None:
    assert parse_pager(named, windows=windows) == words


@pytest.mark.parametrize("columns", ["9" * 5000, "0", "-5", "8²", "abc", "1", "", "100000"])
def test_odd_widths_are_borne(env: dict[str, str], careers: Run, columns: str) -> None:
    for arguments in (["list"], ["show", "ai-engineer", "-s", "pay", "--format", "table"], ["--help"]):
        done = careers(*arguments, COLUMNS=columns, LINES=columns)
        assert done.code == 0
        assert max(map(len, done.out.splitlines())) <= max(1000, 300)


#: Command lines with a byte that is no UTF-8, wherever a word can stand.
ODD_LINES = [
    line.replace("?", "\udcff")
    for line in (
        "list", "search ? --json", "search ?", "show ?", "show ? --json", "?", "-?", "--x=?", "show ai-engineer -s ?",
        "list --family ?", "list --lang ?", "list --skill ?", "quiz --answers ?", "quiz --scores ?", "quiz --limit ?",
        "validate ?", "new ?", "data import onet ?", "data path", "data remove ?", "compare ?", "salary ?",
    )
]  # fmt: skip


@pytest.mark.parametrize("line", ODD_LINES)
def test_bytes_that_are_no_text_are_borne_anywhere(careers: Run, line: str) -> None:
    assert careers(*line.split()).code in set(ExitCode) - {70}


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
@pytest.mark.parametrize("line", ["list", "search \udcff --json", "new \udcff", "data path", "quiz --history"])
def test_a_home_whose_name_is_no_text_is_borne(env: dict[str, str], tmp_path: Path, line: str) -> None:
    odd = tmp_path / os.fsdecode(b"\xff")
    odd.mkdir()
    away = {"HOME": str(odd), "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
    arguments = [*COMMAND, *line.split()]
    done = subprocess.run(arguments, env=env | away, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode in set(ExitCode) - {70}, (line, done.stderr)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "where", ["/dev/null/x", "/proc/nothing", "{tmp}/" + "a" * 300, "{tmp}/loop", "{tmp}/" + "a/" * 3000]
)
@pytest.mark.parametrize("line", ["new falconer", "list", "data list", "quiz --history", "validate {where}", "--help"])
def test_a_folder_that_the_system_refuses_is_told_and_never_an_internal_error(
    careers: Run, tmp_path: Path, where: str, line: str
) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    where = where.format(tmp=tmp_path)
    done = careers(*line.format(where=where).split(), XDG_CONFIG_HOME=where, XDG_DATA_HOME=where)
    assert done.code in (0, 4, 7)
    if line.startswith("new"):
        assert done.code == 7
        assert where in done.err


@pytest.mark.usefixtures("small_data")  # a catalogue is compiled, in a folder that nobody has used
def test_a_system_without_a_home_is_told(env: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_config_dir", fail)
    for kind in ("cache", "data"):
        monkeypatch.setattr(f"platformdirs.user_{kind}_dir", lambda *_, kind=kind: str(tmp_path / kind))
    runtime = make_runtime(env)
    runtime._folders = None
    assert main(["list"], runtime) in set(ExitCode) - {70}
