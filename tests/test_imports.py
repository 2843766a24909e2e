"""What a command must not import, since importing is most of what it costs."""

import subprocess
import sys
from pathlib import Path

import pytest
import shellingham  # type: ignore[import-untyped]

from tests.conftest import COMMAND, Run

PROBE = """
import os, sys
from careercli.cli import main
from careercli.world.runtime import Runtime
code = main({arguments!r}, Runtime())
print("MODULES", *sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def modules(env: dict[str, str], *arguments: str) -> set[str]:
    """The modules that a command has imported by its end."""
    run = [sys.executable, "-c", PROBE.format(arguments=list(arguments))]
    subprocess.run(run, env=env, capture_output=True, check=True)  # a first run may compile the catalogue
    done = subprocess.run(run, env=env, capture_output=True, check=True, text=True)
    return set(done.stderr.split("MODULES", 1)[1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "ai-specialist", "--json"],
        ["list", "--json"],
        ["search", "python", "--json"],
        ["compare", "--json"],
        ["quiz", "ai-engineer", "--items", "--json"],
        ["--help"],
        ["--version"],
    ],
)
def test_json_and_help_need_neither_rich_nor_yaml(env: dict[str, str], arguments: list[str]) -> None:
    assert not {"rich", "questionary", "prompt_toolkit", "yaml", "pydantic"} & modules(env, *arguments)


@pytest.mark.parametrize("form", ["table", "plain", "markdown"])
def test_show_needs_neither_questionary_nor_yaml(env: dict[str, str], form: str) -> None:
    found = modules(env, "show", "ai-specialist", "--format", form)
    assert not {"questionary", "prompt_toolkit", "yaml", "pydantic"} & found
    assert ("rich" in found) == (form == "table")


def test_an_exact_name_needs_no_search(env: dict[str, str]) -> None:
    assert "careercli.library.search" not in modules(env, "show", "nurse", "--json")
    assert "careercli.library.search" in modules(env, "search", "nurse", "--json")


def test_the_version_needs_no_catalogue(env: dict[str, str]) -> None:
    assert not {"sqlite3", "msgspec", "platformdirs"} & modules(env, "--version")


def complete(env: dict[str, str], shell: str, line: str) -> str:
    words = line.split(" ")
    changed = env | {
        "_CAREERS_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = subprocess.run(COMMAND, env=changed, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_verbs_careers_and_sections(env: dict[str, str], shell: str) -> None:
    assert "show" in complete(env, shell, "careers sh")
    careers = complete(env, shell, "careers show ai-")
    assert "ai-specialist" in careers
    assert "data-analyst" not in careers
    assert "myths" in complete(env, shell, "careers show ai-engineer --section my")
    assert "--section" in complete(env, shell, "careers show --sec")


def test_completion_imports_neither_rich_nor_yaml(env: dict[str, str]) -> None:
    changed = env | {"_CAREERS_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "careers show ai-"}
    probe = (
        "import atexit, os, sys\n"
        "end = os._exit\n"
        "os._exit = lambda code: (print(*sorted(sys.modules), file=sys.stderr), end(code))\n"
        "sys.argv = ['careers']\nfrom careercli.__main__ import run_process\nrun_process()"
    )
    complete(env, "zsh", "careers show ai-")  # may compile the catalogue
    done = subprocess.run([sys.executable, "-c", probe], env=changed, capture_output=True, text=True, check=True)
    assert "ai-specialist" in done.stdout
    assert not {"rich", "yaml", "questionary"} & set(done.stderr.split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_shown_and_installed(
    careers: Run, home: Path, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, f"/bin/{shell}"))
    monkeypatch.setenv("HOME", str(home))
    shown = careers("--show-completion")
    assert "_CAREERS_COMPLETE" in shown.out
    done = careers("--install-completion", "--lang", "fr")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(f"La complétion pour {shell} est installée dans {home}")


def test_a_shell_that_cannot_complete_is_told(careers: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr("shellingham.detect_shell", fail)
    assert careers("--show-completion", SHELL="/bin/bash").code == 0
    done = careers("--install-completion", SHELL="/bin/ed")
    assert (done.code, done.out) == (2, "")
    assert "no completion for the shell `ed`" in done.err
