"""A hint is for a person at a terminal: said there, and nowhere else."""

import io
import re
import shlex
from collections.abc import Sequence

import pytest

from careercli.core.text.page import Page, Prose
from careercli.prompts.scripted import ScriptedPrompter
from careercli.render.terminal import render_page
from careercli.usecases.asking import Move, Statement
from careercli.world.options import Options
from careercli.world.runtime import Runtime
from tests.conftest import Run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stdout", "stderr", "said"),
    [
        (Terminal(), Terminal(), True),
        (io.StringIO(), Terminal(), False),
        (Terminal(), io.StringIO(), False),
        (io.StringIO(), io.StringIO(), False),
    ],
)
def test_a_hint_is_said_to_a_person_only(stdout: io.StringIO, stderr: io.StringIO, said: bool) -> None:
    env = {"CAREERS_LANG": "en", "COLUMNS": "80", "NO_COLOR": "1"}
    Runtime(env=env, stdout=stdout, stderr=stderr).hint("Next: `careers list`")
    assert stderr.getvalue() == ("Next: `careers list`\n" if said else "")
    assert stdout.getvalue() == ""


@pytest.mark.parametrize("palette", ["auto", "contrast", "mono"])
def test_a_command_of_a_hint_is_set_off_as_on_a_page(palette: str) -> None:
    stderr = Terminal()
    on_page = render_page(Page((Prose("`careers list`"),)), width=80, colour=True, boxes=True, palette=palette)
    env = {"CAREERS_LANG": "en", "COLUMNS": "80"}
    options = Options(palette=palette)
    Runtime(env=env, stdout=Terminal(), stderr=stderr, options=options).hint("Next: `careers list`")
    assert re.fullmatch(r"\x1b\[[0-9;]+mcareers list\x1b\[0m", on_page.strip())
    assert stderr.getvalue() == f"Next: {on_page.strip()}\n"


@pytest.mark.parametrize(
    ("arguments", "corrected"),
    [
        (["show", "nurze", "--json"], "careers show 29-1141.00  Registered Nurses"),
        (
            ["show", "--format", "json", "nurze", "--section", "pay"],
            "careers show 29-1141.00 --section pay  Registered",
        ),
        (["salary", "nurze", "--format=csv", "--width", "60", "--no-pager"], "careers salary 29-1141.00  Registered"),
        (["salary", "data-analist", "--json"], "careers salary data-analyst  Data analyst"),
        (["compare", "nurze", "ai-enginer", "--json"], "`careers compare 29-1141.00 ai-engineer`"),
    ],
)
def test_a_corrected_command_is_for_a_reader_whatever_form_was_asked_for(
    careers: Run, arguments: list[str], corrected: str
) -> None:
    done = careers(*arguments)
    assert done.code == 3
    assert corrected in done.err
    if "--json" in arguments:
        assert corrected in done.document["error"]["hint"]


def test_a_guide_that_one_letter_misses_comes_before_what_its_words_find(careers: Run) -> None:
    """`DAT` is in a title of another trade."""
    for name in ("dat-analyst", "dat analyst"):
        hint = careers("show", name).err.partition("hint: ")[2].splitlines()
        assert hint[1].split() == ["careers", "show", "data-analyst", "Data", "analyst"]


class Answering(ScriptedPrompter):
    """A person who takes the middle of each scale, and the first of what is offered."""

    def __init__(self) -> None:
        super().__init__(())

    def rate(self, statement: Statement) -> int | Move:
        return (statement.number % len(statement.steps)) + 1

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None, *, leaves: bool = False
    ) -> str:
        return choices[0][0]


SCORES = "R=27,I=13,A=23,S=25,E=14,C=14"
#: Command lines of every verb, those that change something before those that tell it.
LINES = (
    ["keep", "nurse", "ai-engineer"],
    ["note", "nurse", "ask for a day on a ward"],
    ["hide", "plumber"],
    ["me", "set", "place", "Texas"],
    ["me"],
    ["mine"],
    ["notes"],
    ["map"],
    ["map", "--by", "growth"],
    ["map", "--in", "production"],
    ["show", "nurse", "--brief"],
    ["show", "ai-engineer", "--brief"],
    ["show", "ai-engineer", "--section", "pay"],
    ["show", "29-1141.00", "--section", "pay"],
    ["list"],
    ["list", "--all"],
    ["list", "--family", "law"],
    ["search", "animals"],
    ["search", "qwxzzy"],
    ["salary", "nurse"],
    ["salary", "ai-engineer", "plumber"],
    ["salary", "--pay", "80k"],
    ["compare", "nurse", "plumber"],
    ["compare", "nurse"],
    ["random"],
    ["define", "riasec"],
    ["topic"],
    ["topic", "applying"],
    ["sources"],
    ["data", "list"],
    ["config"],
    ["validate"],
    ["doctor"],
    ["help"],
    ["quiz", "--scores", SCORES],
    ["quiz", "nurse"],
    ["quiz", "ai-engineer"],
    ["quiz", "--history"],
)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_next_can_be_run_as_it_stands_and_names_careers(careers: Run, lang: str) -> None:
    verbs = {line[0] for line in LINES} | {"completion", "new"}
    assert set(careers("--help", lang=lang).out.split()) & {"show", "map", "quiz"} <= verbs
    foot = re.compile(r"^(?:Next|Ensuite)  .*`\n(?: +.*`\n)*", re.MULTILINE)
    said: set[str] = set()
    for line in LINES:
        done = careers(*line, "--no-color", answers=Answering(), width=900, lang=lang)
        said |= {command for told in foot.findall(done.screen) for command in re.findall("`([^`]+)`", told)}
    assert len(said) > 15
    for command in sorted(said):
        done = careers(*shlex.split(command)[1:], answers=Answering(), width=900, lang=lang)
        assert done.code == 0, (command, done.screen)
        assert not re.search(r"\d\d-\d{4}\.\d\d", command), command
