"""The statements of the questionnaires: rules that hold for ours, and that a bad file breaks."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from careercli.compiler.load import VOCABULARY_FILES, load_vocabulary
from careercli.compiler.questionnaires import INTERESTS, PREPARATION, load_questionnaires
from careercli.core.quiz.preparation import PreparationItem, score_zone, willing
from careercli.core.quiz.reasons import strongest
from careercli.core.quiz.reports import Reason
from careercli.locale.words import round_to_sum
from tests.conftest import ROOT

Change = Callable[[Any], None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data/quiz", tmp_path / "quiz")
    return tmp_path


def change(data: Path, file: str, how: Change) -> list[str]:
    path = data / file
    content = yaml.safe_load(path.read_text())
    how(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
    return [str(problem) for problem in load_questionnaires(data).problems]


def test_our_statements_break_no_rule(data: Path) -> None:
    assert load_questionnaires(data).problems == []


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lambda c: c["items"].pop(), "not as many for each scale at the length `full`"),
        (lambda c: c["items"][0].update(length="standard"), "not as many for each scale at the length `short`"),
        (lambda c: c["items"][0]["text"].update(en="x" * 91), "at most 90 characters"),
        (lambda c: c["items"][0]["text"].update(en="a " * 17), "17 words"),
        (lambda c: c["items"][0]["text"].update(en="Interdepartmentally organised"), "`Interdepartmentally`"),
        (lambda c: c["items"][0]["text"].update(en="Administering institutional regulations"), "write it more simply"),
        (lambda c: c["items"][1]["text"].update(en=c["items"][0]["text"]["en"] + " now"), "too much like"),
        (lambda c: c["items"][1]["text"].update(fr=c["items"][0]["text"]["fr"]), "too much like"),
        (lambda c: c["items"][1].update(id=c["items"][0]["id"]), "twice"),
        (lambda c: c["items"][0].update(id="x-fix"), "must begin with its scale"),
        (lambda c: c["items"][0]["text"].update(fr="Réparer quelque chose ?"), "narrow no-break space"),
        (lambda c: c["items"][0]["text"].update(en="Mend a thing…"), "kept for cuts"),
        (lambda c: c["items"][0].update(scale="Z"), "must be one of"),
        (lambda c: c["items"][0].update(colour="red"), "not a known field"),
        (lambda c: c["items"][0]["text"].pop("fr"), "lacks `fr`"),
        (lambda c: c["items"].insert(0, c["items"].pop(6)), "take turns"),
        (lambda c: c.update(items=[]), "at least 1 entries"),
    ],
)
def test_a_bad_item_is_found_with_its_line(data: Path, how: Change, said: str) -> None:
    problems = change(data, INTERESTS, how)
    assert any(said in problem for problem in problems), problems
    assert all(problem.startswith(f"{data / INTERESTS}:") for problem in problems)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lambda c: c["statements"][0].update(rules_out=[1]), "names job zone 1, which `fits` names too"),
        (lambda c: c["statements"][0].update(fits=[9]), "must be 5 or less"),
        (lambda c: c.update(statements=c["statements"][2:]), "none that fits job zone 1"),
    ],
)
def test_a_bad_statement_on_preparation_is_found(data: Path, how: Change, said: str) -> None:
    assert any(said in problem for problem in change(data, PREPARATION, how))


def test_a_trait_names_a_section_that_there_is(data: Path) -> None:
    traits = VOCABULARY_FILES["traits"][0]
    change(data, traits, lambda c: c["maths"].update(read="nowhere"))
    problems = [str(problem) for problem in load_vocabulary(data)[1] if problem.path == data / traits]
    assert len(problems) == 1
    assert "`maths.read` is not a section" in problems[0]


# pure parts


def test_a_job_zone_is_scored_by_what_the_statements_say_of_it() -> None:
    items = (
        PreparationItem(id="now", fits=(1, 2), rules_out=(4, 5), text=""),
        PreparationItem(id="study", fits=(4, 5), text=""),
    )
    assert score_zone(items, {"now": 5, "study": 1}, 4) == 0
    assert score_zone(items, {"now": 1, "study": 5}, 4) == 1
    assert score_zone(items, {"now": 5}, 1) == 1
    assert score_zone(items, {"now": 5, "study": 5}, 3) is None
    assert score_zone(items, {"now": 1, "study": 4}, 2) == 0.75  # who would rather learn for years is no less willing
    assert [willing(score) for score in (0.0, 0.39, 0.4, 0.59, 0.6, 1.0)] == [
        "no",
        "no",
        "unsure",
        "unsure",
        "yes",
        "yes",
    ]


def test_each_type_speaks_once_before_any_speaks_twice_and_likes_come_first() -> None:
    def reason(id_: str, answer: int, weight: float) -> Reason:
        return Reason(id=id_, text=id_, answer=answer, weight=weight)

    reasons = [
        reason("i-a", 5, 0.2),
        reason("i-b", 5, 0.19),
        reason("a-a", 4, 0.15),
        reason("r-a", 1, 0.5),
        reason("s-a", 3, 0.6),
        reason("e-a", 5, -0.1),
    ]
    assert [r.id for r in strongest(reasons, 5, 1)] == ["i-a", "a-a", "r-a", "i-b", "s-a"]
    assert [r.id for r in strongest(reasons, 3, -1)] == ["e-a"]


@pytest.mark.parametrize("values", [[0.571659, 0.125], [0.1, 0.2, 0.3], [0.005, 0.005], [1.0], [0.0, 0.0]])
def test_rounded_parts_add_up(values: list[float]) -> None:
    total = round(sum(values), 2)
    assert sum(round_to_sum(values, total, 2)) == pytest.approx(total)
