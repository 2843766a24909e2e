"""`careers quiz` keeps what it can, tells the truth about the rest, and what it keeps it can read again."""

import errno
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from careercli.core.comparing.criteria import Words
from careercli.core.comparing.dialect import MAX_LENGTH, parse_limit
from careercli.core.quiz.questions import Question, Questionnaire
from careercli.errors import UsageError
from careercli.files import atomic
from careercli.files.lock import FileLock
from careercli.profile import answers as profile
from careercli.profile.answers import Saved, load_saved
from careercli.prompts.scripted import ScriptedPrompter
from careercli.usecases.asking import Move, Person, Prompter, Statement
from careercli.usecases.quiz.keeping import Keeper
from careercli.usecases.quiz.session import Answered, Back, Left, ask_questionnaire
from careercli.world.runtime import Runtime
from tests.conftest import ROOT, Run, make_runtime, written
from tests.kept import check_kept
from tests.test_quiz_kept import FILE, result
from tests.test_quiz_match import SCORES

FAULTS = ROOT.parent / "shared/faults"
ASKED = Questionnaire("x", None, tuple(Question(id_, id_, ("1", "2", "3", "4", "5")) for id_ in "abcdef"))

Fail = Callable[[Sequence[int]], None]


@pytest.fixture
def runtime(env: dict[str, str]) -> Runtime:
    return make_runtime(env)


def said(runtime: Runtime) -> str:
    return written(runtime.stderr)


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """Let writes fail: the first is 1."""
    write = atomic.write_atomically
    count = 0

    def fail(which: Sequence[int]) -> None:
        def sometimes(path: Path, content: bytes) -> None:
            nonlocal count
            count += 1
            if count in which:
                raise OSError(errno.ENOSPC, "No space left on device")
            write(path, content)

        monkeypatch.setattr(profile, "write_atomically", sometimes)

    return fail


def ask(runtime: Runtime, *answers: str, resume: bool | None = None, **how: Any) -> Answered | Left | Back:
    """What comes of it when someone answers so, and leaves where there are no answers left."""
    return ask_with(runtime, ScriptedPrompter(answers), resume=resume, **how)


def ask_with(
    runtime: Runtime, prompter: Prompter, questionnaire: Questionnaire = ASKED, *, resume: bool | None, **how: Any
) -> Answered | Left | Back:
    keeper = Keeper(runtime.data_dir, runtime.tell, wanted=True)
    return ask_questionnaire(questionnaire, Person(prompter, runtime.say, runtime.tell), keeper, resume=resume, **how)


def test_a_save_that_failed_is_tried_again_with_the_next_answer(runtime: Runtime, fail: Fail) -> None:
    fail([2, 3])
    assert ask(runtime, "1", "2", "3", "4", "5") == Left(5)
    assert check_kept(runtime.data_dir).careers == {"x": {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}}
    assert said(runtime).count("cannot be kept (the disk is full)") == 1
    assert said(runtime).count("are kept again") == 1


def test_who_leaves_is_told_what_is_on_the_disk_and_no_more(runtime: Runtime, fail: Fail) -> None:
    fail([3, 4, 5, 6])
    assert ask(runtime, "1", "2", "3", "4", "5") == Left(2)
    assert check_kept(runtime.data_dir).careers == {"x": {"a": 1, "b": 2}}


def test_who_leaves_after_a_failed_save_has_it_tried_once_more(runtime: Runtime, fail: Fail) -> None:
    fail([2])
    assert ask(runtime, "1", "2") == Left(2)
    assert check_kept(runtime.data_dir).careers == {"x": {"a": 1, "b": 2}}


def test_where_nothing_could_be_kept_it_is_said(runtime: Runtime, fail: Fail) -> None:
    fail(range(100))
    assert ask(runtime, "1", "2") == Left(0)
    assert load_saved(runtime.data_dir) == Saved()


def test_what_could_not_be_kept_is_tried_again_before_another_questionnaire(runtime: Runtime, fail: Fail) -> None:
    fail([1])
    keeper = Keeper(runtime.data_dir, runtime.tell, wanted=True)
    person = Person(ScriptedPrompter(["4", "back", "back"]), runtime.say, runtime.tell)
    assert ask_questionnaire(ASKED, person, keeper, resume=None, can_go_back=True) == Back()
    assert load_saved(runtime.data_dir) == Saved()
    other = ASKED._replace(career="y")
    assert ask_questionnaire(other, person, keeper, resume=None) == Left(0)
    assert check_kept(runtime.data_dir).careers == {"x": {"a": 4}}


def test_a_file_that_is_broken_meanwhile_does_not_end_the_questions(runtime: Runtime) -> None:
    path = runtime.data_dir / "me.yaml"

    class Breaking(ScriptedPrompter):
        def rate(self, statement: Statement) -> int | Move:
            if statement.number == 2:
                path.write_text("version: [")
            if statement.number == 4:
                assert path.read_text() == "version: ["
                path.write_text("version: 2\n")
            return super().rate(statement)

    answers = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 5}
    assert ask_with(runtime, Breaking("123455"), resume=None) == Answered(answers)
    assert "me.yaml:2" in said(runtime)
    assert load_saved(runtime.data_dir).careers == {"x": answers}


def test_a_result_that_has_to_wait_too_long_is_told_of_and_not_lost(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile, "FileLock", lambda path, tell: FileLock(path, tell, patience=0.0))
    folder = runtime.data_dir
    folder.mkdir(parents=True)
    keeper = Keeper(folder, runtime.with_options(lang="fr").tell, wanted=True)
    with FileLock(folder / "me.lock").hold():
        assert not keeper.keep_result(result("2026-01-01", answers={"a": 1}), None, "file")
    why = f"un autre `careers` écrit encore dans {folder}"
    assert said(runtime) == f"Le résultat ne peut pas être conservé ({why}). Attendez sa fin et recommencez.\n"
    assert keeper.keep_result(result("2026-01-01", answers={"a": 1}), None, "file")


# what is kept is read again


@pytest.mark.parametrize(
    ("career", "answers"),
    [("13-1022.00", "opposite.yaml"), ("11-1011.00", "anti.yaml")],
)
def test_a_verdict_near_nothing_is_kept_and_listed(careers: Run, home: Path, career: str, answers: str) -> None:
    if not (FAULTS / answers).is_file():
        pytest.skip("the shared inputs are not here")
    assert careers("quiz", career, "--answers", str(FAULTS / answers)).code == 0
    assert check_kept(home / "data/careers").results
    assert careers("quiz", "--history").code == 0


def test_a_limit_with_a_line_separator_is_kept_and_listed(careers: Run, home: Path) -> None:
    limit = "pay>=60\u2028000\u2029"
    assert careers("quiz", "--scores", SCORES, "--limit", limit).code == 0
    (one,) = check_kept(home / "data/careers").results
    assert one.limits == ("pay>=60 000",)
    assert careers("quiz", "--history").code == 0


def copy_guide(own_roles: Path, id_: str, name: str) -> None:
    folder = own_roles / id_
    shutil.copytree(ROOT / "data/roles/ai-engineer", folder)
    for file, old, new in (
        ("facts.yaml", "id: ai-engineer", f"id: {id_}"),
        ("en.yaml", "name: AI engineer", f"name: {json.dumps(name)}"),
    ):
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), "utf-8")


def test_a_guide_whose_id_begins_with_a_digit_is_listed_when_left_half_way(
    careers: Run, home: Path, own_roles: Path
) -> None:
    copy_guide(own_roles, "3d-artist", "Artist of three dimensions")
    statement = json.loads(careers("quiz", "3d-artist", "--items", "--json").out)["data"]["items"][0]["id"]
    path = home / FILE
    path.parent.mkdir(parents=True)
    path.write_text(
        yaml.safe_dump({"version": 2, "left": {"career": "3d-artist"}, "careers": {"3d-artist": {statement: 4}}})
    )
    done = careers("quiz", "--history")
    assert done.code == 0
    assert 'careers quiz "Artist of three dimensions" --resume' in done.out


@pytest.mark.parametrize("text", ["pay>=" + "0" * 120_000 + "60000", "years<=" + "1" * 200])
def test_a_limit_is_as_long_as_it_need_be(text: str, words: Words) -> None:
    with pytest.raises(UsageError, match="longer"):
        parse_limit(text, words)
    assert parse_limit("pay>=" + "60000".rjust(MAX_LENGTH - 5), words).bound == 60000


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv"])
def test_that_nothing_is_kept_yet_is_said_once(careers: Run, form: str) -> None:
    done = careers("quiz", "--history", "--format", form)
    assert done.code == 0
    assert (done.out + done.err).count("No result is kept yet") == 1
    assert "No result is kept yet" in done.err
