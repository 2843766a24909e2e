"""What a command must not import, since importing is most of what it costs."""

import subprocess
import sys
from pathlib import Path

import pytest

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


def test_answers_in_json_need_no_yaml(env: dict[str, str], tmp_path: Path) -> None:
    file, lines = tmp_path / "answers.json", tmp_path / "answers.yaml"
    file.write_text('{"version": 1, "answers": {"r-bake-bread": 5}}')
    lines.write_text("version: 1\nanswers: {r-bake-bread: 5}\n")
    assert "yaml" not in modules(env, "quiz", "--answers", str(file), "--no-save", "--json")
    assert "yaml" in modules(env, "quiz", "--answers", str(lines), "--no-save", "--json")


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
