"""The session of a questionnaire: what comes next, that nothing is lost, what is read once, what may be done after."""

import ast
import json
import random
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.commands.quiz_options import QuizOptions
from careercli.core.careers.reports import command_line
from careercli.core.quiz.interests import LENGTHS, asked_at
from careercli.core.quiz.questions import USUAL, Progress, Question, begin
from careercli.core.text.languages import Lang
from careercli.files import strict_yaml
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.profile import saved as profile
from careercli.profile.answers import load_saved
from careercli.prompts.scripted import ScriptedPrompter
from careercli.usecases.asking import Move, Person, Statement
from careercli.usecases.names import in_names
from careercli.usecases.quiz.career import VerdictRequest, judge_career, open_career
from careercli.usecases.quiz.interests import MatchRequest, match_interests
from careercli.usecases.quiz.keeping import Keeper
from careercli.usecases.quiz.session import Back, Left, ask_questionnaire
from tests.conftest import ROOT, Run
from tests.kept import check_kept
from tests.test_quiz_kept import FILE, kept, statements
from tests.test_quiz_match import SCORES, answer_file, answers_of, items, matched
from tests.test_quiz_saving import ASKED, ask, runtime

__all__ = ["runtime"]

QUESTIONS = tuple(Question(id_, id_, ("1", "2", "3", "4", "5")) for id_ in "abcdefgh")
moves = st.lists(st.integers(1, 5) | st.sampled_from(["skip", "back"]), max_size=40)


# what comes next


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5)), moves)
def test_the_next_question_is_a_pure_choice(before: dict[str, int], steps: list[int | str]) -> None:
    progress: Progress = begin(QUESTIONS, before)
    answers = dict(before)
    for step in steps:
        question = progress.question
        if question is None:
            break
        assert progress.earlier == answers.get(question.id)
        earlier = progress
        if step == "back":
            went_back = progress.go_back()
            assert (went_back is None) == (progress.place == 0)
            progress = went_back or progress
        elif step == "skip":
            progress = progress.skip()
        else:
            answers[question.id] = int(step)
            progress = progress.answer(int(step))
        if step != "back":
            assert progress.place > earlier.place
            passed = {question.id for question in QUESTIONS[earlier.place + 1 : progress.place]}
            assert passed <= before.keys()
        assert progress.answers == answers
        assert progress.question is None or step == "back" or progress.question.id not in before
    assert before.items() <= {**answers, **before}.items()


def test_options_are_not_changed_by_asking() -> None:
    with pytest.raises(AttributeError):
        QuizOptions().length = "full"  # type: ignore[misc]
    assert QuizOptions.__struct_config__.frozen


# answered, left, back


def test_who_goes_back_before_the_first_question_is_given_back(runtime: Any) -> None:
    assert ask(runtime, "4", "back", "back", can_go_back=True) == Back()
    assert load_saved(runtime.data_dir).careers == {"x": {"a": 4}}


def test_nobody_can_go_back_where_nothing_was_asked_before(runtime: Any) -> None:
    with pytest.raises(AssertionError, match="back"):
        ask(runtime, "back")


def test_who_leaves_at_once_is_told_that_earlier_answers_stay(runtime: Any) -> None:
    assert ask(runtime) == Left(0)
    ask(runtime, *"123451")
    assert ask(runtime) == Left(0, earlier=True)
    assert ask(runtime, "5") == Left(1)
    assert ask(runtime, resume=True) == Left(1)
    assert load_saved(runtime.data_dir).careers == {"x": dict(zip("abcdef", (5, 2, 3, 4, 5, 1), strict=True))}


def test_back_from_the_first_statement_leads_to_the_menu(careers: Run, home: Path) -> None:
    script = ["length", "short", "4", "back", "back", "career", "ai-engineer", "back", "resume"]
    done = careers("quiz", answers=script)
    assert done.code == 130
    menus = [question for question in done.asked if "/" not in question]
    assert menus.count("What would you like to find out?") == 3
    assert [question.split()[0] for question in done.asked if "/" in question] == [
        "1/12",
        "2/12",
        "1/12",
        "1/12",
        "2/12",
    ]
    assert len(kept(home)["interests"]) == 1


def test_who_leaves_at_the_menu_after_some_answers_is_told_that_they_are_kept(careers: Run) -> None:
    assert "no question was asked" in careers("quiz", answers=[]).out
    done = careers("quiz", answers=["length", "short", "4", "back", "back"])
    assert "one answer is kept" in done.out
    assert "careers quiz --resume" in done.out


def test_a_flag_leaves_no_menu_to_go_back_to(careers: Run) -> None:
    script = ScriptedPrompter(["4"])
    careers("quiz", "--length", "short", answers=script)
    assert "back" not in script.offered[0]
    assert "back" in script.offered[1]


# nothing answered is ever lost


def test_a_second_quiz_left_early_keeps_the_answers_of_the_first(careers: Run, home: Path, tmp_path: Path) -> None:
    first = answers_of(items(careers))
    matched(careers, "--answers", answer_file(tmp_path, first))
    done = careers("quiz", "--length", "short", "--restart", answers=["1", "1", "1"])
    assert "3 answers are kept" in done.out
    ids = list(first)
    assert kept(home)["interests"] == first | dict.fromkeys(ids[:3], 1)
    assert "3 of 12 answered" in careers("quiz", "--history").out
    (more,) = careers("quiz", "--resume", "--length", "full", answers=[]).asked
    assert more.startswith("13/60")
    (rest,) = careers("quiz", "--resume", answers=[]).asked
    assert rest.startswith("4/12")
    done = careers("quiz", "--resume", answers=["5"] * 9 + ["no"])
    assert done.code == 0
    assert kept(home)["interests"] == dict.fromkeys(ids[:3], 1) | dict.fromkeys(ids[3:], 5)
    assert "left" not in kept(home)


def test_what_was_left_before_another_quiz_is_gone_on_with_when_that_is_done(careers: Run, home: Path) -> None:
    careers("quiz", "--length", "full", answers=["4", "5", "2"])
    asked = careers("quiz", "nurse", "--items", "--json").data["items"]
    given = random.Random(4).choices("1122455", k=len(asked))
    done = careers("quiz", "nurse", "--restart", answers=given)
    assert done.code == 0, done.screen
    assert kept(home)["left"] == {"length": "full"}
    (rest,) = careers("quiz", "--resume", answers=[]).asked
    assert rest.startswith("4/60")


def test_who_leaves_at_once_what_they_took_up_can_go_on_with_it(careers: Run, home: Path) -> None:
    careers("quiz", "--length", "full", answers=["4", "5", "2"])
    file = home / "data/careers/me.yaml"
    text = file.read_text()
    file.write_text(re.sub(r"^left:\n(?:  .*\n)+", "", text, flags=re.MULTILINE))
    done = careers("quiz", "--length", "full", "--resume", answers=[])
    assert "3 answers are kept" in done.screen
    assert kept(home)["left"] == {"length": "full"}


def test_shorter_answers_of_a_file_do_not_push_out_longer_ones(careers: Run, home: Path, tmp_path: Path) -> None:
    full = answers_of(items(careers, "full"))
    matched(careers, "--answers", answer_file(tmp_path, full))
    short = {id_: 6 - full[id_] for id_ in answers_of(items(careers))}
    matched(careers, "--answers", answer_file(tmp_path, short, "b.json"))
    assert kept(home)["interests"] == full | short
    done = careers("quiz", "--what-if", f"{next(iter(short))}={full[next(iter(short))]}", "--json")
    assert done.data["length"] == "short"  # of the last list, not of all that was ever answered


@pytest.mark.parametrize("how", ["scores", "flat scores", "what if", "a career", "flat answers in a file"])
def test_what_was_left_half_way_stays_so(careers: Run, home: Path, tmp_path: Path, how: str) -> None:
    matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers))))
    careers("quiz", "--length", "standard", "--restart", answers=["4", "5"])
    before = kept(home)
    guide = {item["id"]: 1 + n % 5 for n, item in enumerate(statements(careers))}
    arguments = {
        "scores": ["--scores", SCORES],
        "flat scores": ["--scores", "R=20,I=20,A=20,S=20,E=20,C=20"],
        "what if": ["--what-if", f"{next(iter(before['interests']))}=1", "--limit", "years<=3"],
        "a career": ["ai-engineer", "--answers", answer_file(tmp_path, guide, "b.json")],
        "flat answers in a file": [
            "ai-engineer",
            "--answers",
            answer_file(tmp_path, dict.fromkeys(guide, 3), "b.json"),
        ],
    }[how]
    assert careers("quiz", *arguments).code == 0
    after = kept(home)
    assert (after["left"], after["interests"]) == (before["left"], before["interests"])
    assert careers("quiz", "--resume", answers=[]).asked[0].startswith("3/30")


answers_given = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 5), max_size=4)
run_of_one = st.tuples(st.booleans() | st.none(), st.lists(st.sampled_from(["1", "3", "5", "skip", "back", "quit"])))


@given(st.lists(run_of_one, min_size=1, max_size=5))
def test_whatever_is_pressed_no_answer_is_lost(
    tmp_path_factory: pytest.TempPathFactory, runs: list[tuple[bool | None, list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("home")
    latest: dict[str, int] = {}

    class Noting(ScriptedPrompter):
        def choose(
            self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None, *, leaves: bool = False
        ) -> str:
            return "go-on"

        def rate(self, statement: Statement) -> int | Move:
            answer = str(next(self.answers, "quit"))
            if not answer.isdigit():
                return Move(answer) if answer in statement.moves else Move.SKIP
            latest[statement.text] = int(answer)
            return latest[statement.text]

    for resume, pressed in runs:
        told: list[object] = []
        keeper = Keeper(folder, told.append, wanted=True)
        person = Person(Noting(pressed), Say("en"), told.append)
        ask_questionnaire(ASKED, person, keeper, resume=resume)
        assert check_kept(folder).careers.get("x", {}) == latest
        assert told == []


# the file is read once


@pytest.mark.parametrize(
    ("arguments", "script"),
    [
        (["--resume"], [*["4"] * 9, "no"]),
        ([], ["resume", *["4"] * 9, "no"]),
        (["--length", "short", "--restart"], [*["4", "2", "5"] * 4, "no"]),
        (["--what-if", "r-fix-broken-object=1"], None),
        (["--history"], None),
        (["--scores", SCORES], None),
    ],
)
def test_the_answers_file_is_read_once_in_a_quiz(
    careers: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], script: Any
) -> None:
    matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers))))
    careers("quiz", "--length", "short", "--restart", answers=["4"] * 3)
    read: list[Path] = []
    load = strict_yaml.load_bytes

    def noting(path: Path) -> bytes:
        read.append(path)
        return load(path)

    monkeypatch.setattr(strict_yaml, "load_bytes", noting)
    assert careers("quiz", *arguments, answers=script).code == 0
    assert read.count(home / FILE) == 1


@pytest.mark.parametrize("name", ["29-1141.00", "15-2051.01", "ai-engineer", "registered nurses", "infirmière"])
def test_an_exact_name_never_pays_for_a_near_one(careers: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def refuse(*looked: object, **how: object) -> None:
        raise AssertionError(looked)

    monkeypatch.setattr("careercli.library.names.resolve_by_search", refuse)
    monkeypatch.setattr("careercli.library.catalogue.find_near", refuse)
    assert careers("quiz", name, "--items", "--json").code == 0


# actions


def actions_of(careers: Run, *arguments: str) -> dict[str, list[str]]:
    """The commands of what to do next, by their ids."""
    done = careers("quiz", *arguments, "--json")
    assert done.code == 0, done.err
    listed = done.document["actions"]
    actions = {action["id"]: shlex.split(action["command"]) for action in listed}
    assert len(actions) == len(listed)
    assert all(action["label"] and "`" not in action["label"] for action in listed)
    return actions


def test_what_to_do_next_is_data_and_runs(careers: Run, home: Path, tmp_path: Path) -> None:
    short = answers_of(items(careers))
    whole, few = answer_file(tmp_path, short), answer_file(tmp_path, dict(list(short.items())[:4]), "few.json")
    flat = answer_file(tmp_path, dict.fromkeys(short, 3), "flat.json")
    guide = {item["id"]: 1 + n % 5 for n, item in enumerate(statements(careers))}
    about = answer_file(tmp_path, guide, "guide.json")
    nurse = ["29-1141.00", "--answers", whole]
    seen: list[list[str]] = []
    for arguments, ids in (
        (["--history"], ["quiz"]),
        (["--answers", few], ["resume", "list"]),
        (["--answers", few, "--no-save"], ["restart", "list"]),
        (["--answers", flat], ["restart", "list"]),
        (["--answers", whole, "--no-save"], ["longer", "show", "compare", "quiz", "hide"]),  # few fit clearly
        (["--answers", whole], ["longer", "show", "compare", "quiz", "hide", "history"]),
        (
            ["--answers", whole, "--limit", "zone<=1", "--limit", "growth>=900", "--no-save"],
            ["longer", "restart", "list"],
        ),
        (["--scores", SCORES], ["show", "compare", "quiz", "hide"]),
        (["--scores", "R=20,I=20,A=20,S=20,E=20,C=20"], ["quiz", "list"]),
        (nurse, ["show", "quiz", "history"]),
        (["ai-engineer", "--answers", about], None),
        (["ai-engineer", "--answers", answer_file(tmp_path, dict.fromkeys(guide, 4), "same.json")], ["restart"]),
        (["--history"], ["again"]),
        (["--answers", answer_file(tmp_path, short | dict.fromkeys(list(short)[:3], 5), "b.json")], None),
        (["--history"], ["again", "diff"]),
        (["--history", "1"], ["show", "compare", "quiz", "hide"]),
        (["ai-engineer", "--history"], ["again"]),
    ):
        actions = actions_of(careers, *arguments)
        assert ids is None or list(actions) == ids, arguments
        seen += actions.values()
    assert ["careers", "quiz", "--length", "standard", "--resume"] in seen
    assert ["careers", "quiz", "ai-engineer", "--restart"] in seen
    for program, *rest in seen:
        assert program == "careers"
        assert careers(*rest).code in (0, 6), rest  # a pipe cannot be asked


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_page_lists_what_to_do_next_and_nobody_is_told_twice(
    careers: Run, catalogue: Catalogue, tmp_path: Path, lang: Lang
) -> None:
    def said(action: dict[str, str]) -> str:
        """As it is told to a reader: by the names of careers."""
        return command_line(*in_names(catalogue, shlex.split(action["command"])[1:], lang))

    file = answer_file(tmp_path, answers_of(items(careers)))
    done = careers("quiz", "--answers", file, "--lang", lang, "--explain", terminal=True, width=140)
    screen = " ".join(done.screen.split())
    actions = careers("quiz", "--answers", file, "--lang", lang, "--json").document["actions"]
    assert len(actions) == 6
    for action in actions:
        assert said(action) in screen or action["command"] in screen
        assert screen.count(" ".join(action["label"].split())) == 1
    assert screen.endswith(actions[-1]["label"])  # no hint follows
    short = careers("quiz", "--answers", file, "--lang", lang, terminal=True, width=140)
    told = " ".join(short.screen.split())
    assert [told.count(said(action)) for action in actions] == [1, 1, 1, 0, 0, 1]
    assert told.count("careers quiz --history 1 --explain") == 1  # the last stands within this line alone
    assert told.count({"en": "Next ", "fr": "Ensuite"}[lang]) == 1


def test_no_sentence_of_the_quiz_has_a_command_in_it() -> None:
    source = ROOT / "src/careercli"
    modules = [*source.glob("pages/quiz*.py"), *source.glob("usecases/quiz/*.py"), source / "locale/quiz_words.py"]
    assert len(modules) > 10
    for module in modules:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("say", "count", "message"):
                texts = [str(part.value) for part in ast.walk(node) if isinstance(part, ast.Constant)]
                assert [text for text in texts if "`careers" in text] == [], module


# requests in, reports out


def test_a_use_case_needs_no_command(catalogue: Catalogue, careers: Run, tmp_path: Path) -> None:
    answers = answers_of(items(careers))
    request = MatchRequest(lang="en", country="US", answers=answers, limits=("years<=4",))
    report = match_interests(catalogue, request)
    assert match_interests(catalogue, request) == report
    shown = matched(careers, "--answers", answer_file(tmp_path, answers), "--limit", "years<=4", "--no-save")["data"]
    assert json.loads(msgspec.json.encode(report.data)) == shown
    guide = {item["id"]: 1 + n % 5 for n, item in enumerate(statements(careers))}
    for name, said in (("AI engineer", guide), ("29-1141.00", answers)):
        judged = VerdictRequest(lang="fr", country="FR", career=name, answers=said)
        verdict = judge_career(catalogue, judged)
        assert verdict.data.fit is not None
        assert sum(verdict.data.parts.values()) == pytest.approx(verdict.data.fit, abs=1e-5)
        questionnaire = open_career(catalogue, judged)
        assert {question.id for question in questionnaire.questions} >= said.keys()
        with pytest.raises(AttributeError):
            judged.career = "another"  # type: ignore[misc]


def test_the_note_on_a_shared_title_is_that_of_other_verbs(careers: Run) -> None:
    (note,) = careers("salary", "3d artist", "--json").document["notes"]
    assert careers("quiz", "3d artist", "--items", "--json").document["notes"] == [note]
    script = ScriptedPrompter([])
    careers("quiz", "3d artist", answers=script)
    assert script.told.count(note) == 1


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_said_of_lengths_is_true(careers: Run, catalogue: Catalogue, lang: str) -> None:
    counts = [len(asked_at(catalogue.statements.interests(lang), length)) for length in LENGTHS]
    help_ = " ".join(careers("quiz", "--help", "--lang", lang).out.split())
    assert "{}, {} {} {}".format(*counts[:2], {"en": "or", "fr": "ou"}[lang], counts[2]) in help_
    script = ScriptedPrompter(["length"])
    careers("quiz", answers=script, lang=lang)
    at_once, by_number, _ = script.offered[0]
    assert str(USUAL) in at_once
    assert [count for count in counts if str(count) not in by_number] == []
    adaptive, *fixed = script.offered[1]
    assert str(USUAL) in adaptive
    assert [text for count, text in zip(counts, fixed, strict=True) if str(count) not in text] == []
    for length, count in zip(LENGTHS, counts, strict=True):
        assert len(items(careers, length)) == count


def test_what_is_kept_is_frozen() -> None:
    for kind in (profile.Saved, profile.Unfinished):
        assert msgspec.structs.fields(kind)
        assert kind.__struct_config__.frozen
    assert json.loads(msgspec.json.encode(profile.Saved(unfinished=profile.Unfinished("x")))) == {
        "left": {"career": "x"}
    }
