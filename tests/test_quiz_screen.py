"""A question of the quiz on a screen: every key, at two widths and in both languages, whatever happens meanwhile."""

import io
import os
import pty
import re
import signal
import sys
from pathlib import Path

import pytest

from careercli.core.text.plaintext import measure
from careercli.locale import Say
from careercli.prompts.keyboard import DOWN, ENTER, ESCAPE, LEFT, RIGHT, UP
from careercli.prompts.pick import draw_choices
from careercli.prompts.rate import Marks, act, draw_statement
from careercli.usecases.asking import Move, Statement, StepBackError
from tests.conftest import COMMAND, ROOT, Run, make_runtime
from tests.terminal import Screen
from tests.test_quiz import items, saved
from tests.test_signals import Shell

sys.path.append(str(ROOT / "benchmarks"))
import ratios

pytestmark = [
    pytest.mark.waiting,
    pytest.mark.skipif(not hasattr(signal, "SIGTSTP"), reason="there are no such terminals here"),
]

PASTE = "\x1b[200~5\r55q\x1b[201~"
STATEMENT = Statement(
    "A statement of some length that a narrow screen has to break at a word",
    ("not at all like me", "rather not", "so-so", "rather", "very much like me"),
    7,
    20,
    (Move.BACK, Move.SKIP, Move.QUIT),
)


def bare(lines: list[str]) -> list[str]:
    return [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]


# what keys do


@pytest.mark.parametrize(
    ("key", "pointed", "outcome"),
    [
        ("1", None, 1),
        ("5", 2, 5),
        ("b", None, Move.BACK),
        ("S", None, Move.SKIP),
        ("q", 3, Move.QUIT),
        (RIGHT, None, Marks(3)),
        (LEFT, None, Marks(3)),
        (RIGHT, 3, Marks(4)),
        (UP, 5, Marks(5)),
        (DOWN, 1, Marks(1)),
        (LEFT, 3, Marks(2)),
        (ENTER, 2, 2),
        (ENTER, None, Marks(wrong="Nothing is chosen yet.")),
        ("?", 4, Marks(4, explained=True)),
        ("6", None, Marks(wrong="That key does nothing here.")),
        ("0", None, Marks(wrong="That key does nothing here.")),
        ("²", None, Marks(wrong="That key does nothing here.")),
        ("", 4, Marks(4, wrong="That key does nothing here.")),
    ],
)
def test_a_key_answers_moves_or_says_that_it_does_nothing(
    key: str, pointed: int | None, outcome: int | Move | Marks
) -> None:
    assert act(key, STATEMENT, Marks(pointed), Say("en")) == outcome


def test_nothing_comes_before_the_first_and_escape_is_for_who_asked() -> None:
    first = STATEMENT._replace(moves=(Move.SKIP, Move.QUIT))
    assert act("b", first, Marks(), Say("en")) == Marks(wrong="Nothing comes before this.")
    with pytest.raises(StepBackError):
        act(ESCAPE, first, Marks(), Say("en"))


# how it is drawn


def test_the_benchmark_waits_for_what_the_first_question_says(env: dict[str, str]) -> None:
    lines = bare(draw_statement(make_runtime(env, terminal=True), STATEMENT._replace(number=1), Marks()))
    assert any(ratios.FIRST.decode() in line for line in lines), "or `make bench` ends without a figure"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [20, 40, 100, 200])
@pytest.mark.parametrize("marks", [Marks(), Marks(2, explained=True), Marks(wrong="That key does nothing here.")])
def test_a_statement_keeps_within_the_screen(env: dict[str, str], lang: str, width: int, marks: Marks) -> None:
    world = make_runtime(env | {"COLUMNS": str(width), "CAREERS_LANG": lang}, terminal=True)
    lines = bare(draw_statement(world, STATEMENT, marks))
    assert max(map(measure, lines)) < width
    assert len(lines) <= 20 or width == 20
    assert {"en": "7 of 20", "fr": "7 sur 20"}[lang] in lines[1]
    text = " ".join(" ".join(lines).split())
    assert ("[2]" in text) == (marks.pointed == 2)
    assert text.count("[") == (1 if marks.pointed else 0)
    assert ("rather not" in text) == marks.explained, "in the middle figures stand for words"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("more", [1, 12])
def test_no_line_of_a_statement_is_broken_by_the_terminal(env: dict[str, str], lang: str, more: int) -> None:
    for width in range(20, 40):
        world = make_runtime(env | {"COLUMNS": str(width), "CAREERS_LANG": lang}, terminal=True)
        assert max(map(measure, bare(draw_statement(world, STATEMENT._replace(more=more), Marks())))) < width


def test_the_bar_of_progress_grows_and_the_ends_of_the_scale_stand_under_its_figures(env: dict[str, str]) -> None:
    world = make_runtime(env | {"COLUMNS": "100"}, terminal=True)
    bars = [bare(draw_statement(world, STATEMENT._replace(number=n), Marks()))[1] for n in (1, 11, 20)]
    assert [bar.count("━") for bar in bars] == [0, 15, 28]
    lines = bare(draw_statement(world, STATEMENT, Marks()))
    scale, ends = next((line, lines[n + 1]) for n, line in enumerate(lines) if line.startswith(" 1 "))
    assert (scale.index("1"), scale.index("5")) == (ends.index("not"), len(ends) - 1)


def test_a_terminal_without_lines_and_colours_gets_plain_ones(env: dict[str, str]) -> None:
    world = make_runtime(env | {"COLUMNS": "100", "NO_COLOR": "1"}, terminal=True)
    assert isinstance(world.stderr, io.TextIOWrapper)
    world.stderr.reconfigure(encoding="ascii")
    text = "\n".join(draw_statement(world, STATEMENT, Marks(4)))
    assert text.isascii()
    assert "\x1b" not in text
    assert "[4]" in text


def test_more_choices_than_lines_move_with_what_is_pointed_at(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_runtime(env | {"COLUMNS": "40"}, terminal=True)
    choices = [(str(n), f"choice {n}") for n in range(1, 31)]
    monkeypatch.setattr(type(world), "height", 12)
    for at in (0, 14, 29):
        lines = bare(draw_choices(world, "Which?", choices, at))
        assert len(lines) <= 12
        assert any(line.startswith(">") and line.endswith(f"choice {at + 1}") for line in lines)
    assert not any("10  choice 10" in line for line in bare(draw_choices(world, "Which?", choices, 9)))


# on a terminal


def seen(shell: Screen, text: str) -> str:
    """The screen, once a text stands on it and the keys under it are drawn."""
    shell.read_until(text)
    return "\n".join(shell.screen.display)


@pytest.mark.parametrize(("lang", "width"), [("en", 100), ("fr", 100), ("en", 40), ("fr", 40)])
def test_every_key_with_a_resize_a_paste_and_a_stop_between(
    careers: Run, env: dict[str, str], home: Path, tmp_path: Path, lang: str, width: int
) -> None:
    ids = [item["id"] for item in items(careers, "ai-engineer")]
    say = Say(lang)

    def number(n: int) -> str:
        return say("{n} of {count}", n=n, count=12)

    (tmp_path / "inputrc").write_text("set enable-bracketed-paste off\n")
    with Shell(env | {"CAREERS_LANG": lang, "INPUTRC": str(tmp_path / "inputrc")}, tmp_path, width) as shell:
        shell.run("quiz", "ai-engineer")
        assert "[" not in seen(shell, number(1)).partition(number(1))[2], "nothing is chosen before"
        for key, said in (
            ("\r", say("Nothing is chosen yet.")),
            ("b", say("Nothing comes before this.")),
            ("\x1b[C", "[3]"),
            ("\x1bOD", "[2]"),
            ("\x1b[A", "[3]"),
            ("\x1b[B", "[2]"),
            ("\r", number(2)),
            ("b", "[2]"),
            ("\r", number(2)),
            ("5", number(3)),
            ("s", number(4)),
            ("\x1b", number(3)),
            ("s", number(4)),
            ("?", f"  2  {say('rather not me')}"),
            ("w", say("That key does nothing here.")),
        ):
            shell.type(key)
            seen(shell, said)
        shell.child.setwinsize(30, width - 8)
        shell.screen.resize(30, width - 8)
        shell.type("\x1b[C")
        assert seen(shell, "[3]").count(number(4)) == 1, "drawn again in its place"
        shell.type(PASTE)
        assert number(4) in seen(shell, say("That key does nothing here."))
        shell.type("\x1a")
        shell.read_until("Stopped")
        assert shell.is_sane
        shell.ask("echo BACK; fg", "BACK\n")
        shell.read_until_last(number(4), after="BACK\n")
        shell.type("4")
        seen(shell, number(5))
        shell.type("Q")
        shell.read_until_last("READY>", after=say("Go on with `careers quiz {id} --resume`.", id="ai-engineer")[:20])
        shell.type("echo CODE $?\n")
        shell.read_until("CODE 130")
        assert shell.is_sane
    assert saved(home)["ai-engineer"] == dict(zip((ids[0], ids[1], ids[3]), (2, 5, 4), strict=True))


def test_digits_typed_ahead_answer_the_next_questions_and_are_not_echoed(
    env: dict[str, str], home: Path, tmp_path: Path
) -> None:
    with Screen(["quiz", "ai-engineer"], env, tmp_path, width=100) as screen:
        screen.read_until("1 of 12")
        screen.type("12345")
        screen.read_until("6 of 12")
        assert "2345" not in screen.text()
        screen.type("\x04")
        assert screen.read_all() == 130
    assert list(saved(home)["ai-engineer"].values()) == [1, 2, 3, 4, 5]
    assert screen.raw.count(b"\x1b[?2004h") == screen.raw.count(b"\x1b[?2004l")


def test_a_digit_too_many_answers_no_question_of_another_kind_and_opens_nothing(
    env: dict[str, str], tmp_path: Path
) -> None:
    with Screen([], env, tmp_path, width=100, height=50) as screen:
        for key, said in (
            ("3", "How long"),
            ("2", "1 of 12"),
            ("53423412345", "12 of 12"),
            ("22", "Are there limits"),
            ("111", "careers quiz --history 20"),
            (" ", "c side by side"),
        ):
            screen.type(key)
            screen.read_until(said)
        assert "pay below which" not in screen.text()
        assert "› Which careers fit me? ──" in screen.text()
        screen.type("q")
        assert screen.read_all() == 0


def test_escape_leads_back_from_question_to_question_and_from_the_limits(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["quiz", "--no-save"], env, tmp_path, width=100) as screen:
        screen.read_until("What would you like")
        for key, said in (
            ("2", "How long may it take?"),
            ("\x1b", "What would you like"),
            ("2", "How long may it take?"),
            ("2", "1 of 12"),
            ("\x1b", "What would you like"),
            ("2", "How long may it take?"),
            ("2", "1 of 12"),
            ("53423412345", "12 of 12"),
            ("4", "Are there limits"),
            ("\x1b", "12 of 12"),
            ("3", "Are there limits"),
            ("2", "Below what pay"),
            ("\r", "studied after school already"),
            ("1", "At most how many years"),
            ("2", "possible from home"),  # two years, not the second choice
            ("\x1b", "At most how many years"),
            ("\x1b", "studied after school already"),
            ("\x1b", "Below what pay"),
            ("\x1b", "Are there limits"),
        ):
            screen.type(key)
            screen.read_until(said, now=True)
        screen.type("\x1b\x1b[A")
        screen.type("\x03")
        assert screen.read_all() == 130


def test_a_terminal_that_goes_away_ends_it_with_the_answers_kept(
    env: dict[str, str], home: Path, tmp_path: Path
) -> None:
    pid, terminal = pty.fork()
    if not pid:
        os.chdir(tmp_path)
        os.execve(COMMAND[0], [COMMAND[0], "quiz", "ai-engineer"], env)
    read = b""
    for keys, said in ((b"", b"1 of 12"), (b"4", b"2 of 12")):
        os.write(terminal, keys)
        while said not in read:
            read += os.read(terminal, 65536)
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 129
    assert list(saved(home)["ai-engineer"].values()) == [4]


def test_one_enter_begins_the_questionnaire_that_asks_as_many_as_it_takes(
    env: dict[str, str], home: Path, tmp_path: Path
) -> None:
    with Screen(["quiz"], env, tmp_path, width=100) as screen:
        screen.read_until("Which careers fit me? 25 activities or so")
        screen.type("\r")
        screen.read_until("1 of 30 at most")
        screen.type("4")
        screen.read_until("2 of 30 at most")
        screen.type("\x03")
        assert screen.read_all() == 130
    assert "length: adaptive" in (home / "data/careers/me.yaml").read_text("utf-8")


def test_a_result_is_leafed_through_like_other_pages_after_questions_too(
    env: dict[str, str], home: Path, tmp_path: Path
) -> None:
    paged = env | {"PAGER": "less"}
    with Screen(["quiz", "--length", "short"], paged, tmp_path, height=24) as screen:
        for n, answer in enumerate("514253415251", 1):
            screen.read_until(f"{n} of 12")
            screen.type(answer)
        screen.read_until("Are there limits")
        screen.type("1")
        seen = screen.read_until("Space for more, b for back, q to leave")
        assert "Which careers fit you?" in seen
        screen.type("q")
        assert screen.read_all() == 0
    for arguments in (["--history", "1"], ["--history", "1", "--explain"]):
        with Screen(["quiz", *arguments], paged, tmp_path, height=24) as screen:
            assert "Which careers fit you?" in screen.read_until("Space for more, b for back, q to leave")
            screen.type("q")
            assert screen.read_all() == 0
    with Screen(["quiz", "--history", "1", "--no-pager"], paged, tmp_path, height=24) as screen:
        assert screen.read_all() == 0
        assert "Space for more" not in screen.text()
