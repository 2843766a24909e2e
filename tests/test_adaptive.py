"""The questionnaire that chooses its next activity, and stops when it is sure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.core.quiz.adaptive import AHEAD, Adaptive
from careercli.core.quiz.questions import LEAST, MOST, USUAL
from careercli.library.catalogue import Catalogue
from careercli.prompts.scripted import ScriptedPrompter
from careercli.usecases.asking import Move, Statement
from careercli.usecases.quiz.match_rows import limit_careers
from tests.conftest import ROOT, Run
from tests.test_quiz_kept import kept

SHEETS: dict[str, Any] = yaml.safe_load((ROOT / "tests/sheets.yaml").read_text())


@pytest.fixture(scope="module")
def adaptive(catalogue: Catalogue) -> Adaptive:
    careers = limit_careers(catalogue, (), "US")
    return Adaptive(catalogue.statements.interests("en"), careers.atlas, careers.candidates)


class Answerer(ScriptedPrompter):
    """Answers by statement, whichever is asked; then the menus."""

    def __init__(
        self, by_text: Mapping[str, int], menus: Iterable[str] = ("no",), leave_after: int | None = None
    ) -> None:
        super().__init__(menus)
        self.by_text, self.leave_after = by_text, leave_after
        self.statements: list[Statement] = []

    def rate(self, statement: Statement) -> int | Move:
        if self.leave_after is not None and len(self.statements) == self.leave_after:
            return Move.QUIT
        self.statements.append(statement)
        return self.by_text[statement.text]


def run_through(adaptive: Adaptive, answers: Mapping[str, int]) -> list[str]:
    asked: list[str] = []
    while item := adaptive.next_item(asked, {id_: answers[id_] for id_ in asked if id_ in answers}):
        assert item.id not in asked
        assert len(asked) < MOST
        assert 1 <= adaptive.left(asked, answers) <= USUAL
        asked.append(item.id)
    return asked


@given(st.data())
@settings(max_examples=settings().max_examples // 8)
def test_nothing_is_asked_twice_and_no_type_runs_ahead(adaptive: Adaptive, data: st.DataObject) -> None:
    ids = [item.id for item in adaptive.items]
    skipped = data.draw(st.sets(st.sampled_from(ids), max_size=6))
    answers = {id_: data.draw(st.integers(1, 5)) for id_ in ids if id_ not in skipped}
    asked = run_through(adaptive, answers)
    assert LEAST <= len(asked) <= MOST
    assert asked[:12] == [item.id for item in adaptive.items if item.length == "short"]
    counts = Counter(id_[0] for id_ in asked)
    assert max(counts.values()) - min(counts[letter] for letter in "riasec") <= AHEAD + 1


@pytest.mark.parametrize("name", SHEETS)
def test_who_knows_what_they_like_is_asked_less_and_sent_to_the_same_field(adaptive: Adaptive, name: str) -> None:
    answers = SHEETS[name]["answers"]
    asked = run_through(adaptive, answers)
    given_ = {id_: answers[id_] for id_ in asked}
    first = [field for field, _ in adaptive.leading(asked, given_)[:5]]
    wanted = {code[:4] for code in SHEETS[name]["codes"]}
    assert wanted & set(first), (name, len(asked), first)


def test_sure_people_are_asked_less_than_the_most(adaptive: Adaptive) -> None:
    lengths = [len(run_through(adaptive, sheet["answers"])) for sheet in SHEETS.values()]
    assert min(lengths) < USUAL
    assert sum(lengths) < MOST * len(lengths)


def test_it_is_asked_to_the_end_and_kept(careers: Run, catalogue: Catalogue, home: Path) -> None:
    answers = SHEETS["nurse"]["answers"]
    texts = {item.text: answers[item.id] for item in catalogue.statements.interests("en")}
    script = Answerer(texts)
    done = careers("quiz", "--length", "adaptive", answers=script)
    assert done.code == 0, done.err
    count = len(script.statements)
    assert LEAST <= count < MOST
    assert "That is enough" in done.out
    assert "7 fields to look into, a career of each" in done.out
    assert [statement.number for statement in script.statements] == list(range(1, count + 1))
    assert script.statements[0].more == USUAL
    assert script.statements[-1].more is not None
    assert all(statement.total >= statement.number for statement in script.statements)
    (result,) = kept(home)["results"]
    assert result["length"] == "adaptive"
    assert len(result["answers"]) == count
    again = careers("quiz", "--history", "1", "--json").data
    assert again["length"] == "adaptive"
    assert len(again["matches"]) == 7


def test_it_goes_on_where_it_was_left(careers: Run, catalogue: Catalogue, home: Path) -> None:
    answers = SHEETS["electrician"]["answers"]
    texts = {item.text: answers[item.id] for item in catalogue.statements.interests("en")}
    first = Answerer(texts, leave_after=16)
    assert careers("quiz", "--length", "adaptive", answers=first).code == 130
    assert len(kept(home)["interests"]) == 16
    assert "16 of 30 answered" in careers("quiz", "--history").out
    second = Answerer(texts)
    assert careers("quiz", "--resume", answers=second).code == 0
    seen = [statement.text for statement in (*first.statements, *second.statements)]
    assert len(seen) == len(set(seen)), "nothing is asked twice"
    assert LEAST <= len(seen) <= MOST


@pytest.mark.parametrize("menus", [["match"], ["length", "adaptive"]])
def test_it_is_asked_where_nobody_says_how_long_and_offered_among_the_lengths(careers: Run, menus: list[str]) -> None:
    script = ScriptedPrompter([*menus, "4", "quit"])
    done = careers("quiz", answers=script)
    assert done.code == 130
    assert "one answer is kept" in done.out
    assert [question.split()[0] for question in done.asked if "/" in question] == ["1/about", "2/about"]


def test_it_is_not_for_a_career(careers: Run) -> None:
    done = careers("quiz", "nurse", "--length", "adaptive")
    assert done.code == 2
    assert "is for finding careers" in done.err
    assert "métier" in careers("quiz", "nurse", "--length", "adaptive", "--lang", "fr").err


def test_a_file_of_some_answers_is_what_was_asked(careers: Run, tmp_path: Path) -> None:
    answers = dict(list(SHEETS["sociologist"]["answers"].items())[:20])
    file = tmp_path / "answers.yaml"
    file.write_text(yaml.safe_dump({"version": 1, "answers": answers}))
    data = careers("quiz", "--answers", str(file), "--length", "adaptive", "--json", "--no-save").data
    assert data["length"] == "adaptive"
    assert len(data["matches"]) == 7


def test_the_answers_that_it_asked_for_are_enough_for_a_verdict(careers: Run, catalogue: Catalogue, home: Path) -> None:
    answered_adaptively(careers, catalogue)
    own_file = str(home / "data/careers/me.yaml")
    assert len(kept(home)["interests"]) < len(catalogue.statements.interests("en"))
    verdict = careers("quiz", "29-1141.00", "--answers", own_file, "--json", "--no-save").data
    assert verdict["band"] == "strong"
    assert verdict["rank"] < verdict["ranked"] // 10


def answered_adaptively(careers: Run, catalogue: Catalogue, name: str = "nurse") -> Answerer:
    """Somebody who has answered the adaptive questionnaire, and has a list."""
    answers = SHEETS[name]["answers"]
    script = Answerer({item.text: answers[item.id] for item in catalogue.statements.interests("en")})
    done = careers("quiz", "--length", "adaptive", answers=script)
    assert done.code == 0, done.err
    return script


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_another_answer_and_a_limit_are_judged_by_the_form_that_was_asked(
    careers: Run, catalogue: Catalogue, home: Path, lang: str
) -> None:
    answered_adaptively(careers, catalogue)
    given = kept(home)["results"][-1]["answers"]
    changed = careers("quiz", "--what-if", f"{next(iter(given))}=5", "--json", lang=lang)
    assert changed.data["length"] == "adaptive"
    assert len(changed.data["what_if"]["matches"]) == 7
    limited = careers("quiz", "--resume", "--limit", "years<=2", "--json", lang=lang)
    assert limited.data["limits"][0]["removed"] > 0
    assert len(limited.data["matches"]) == 7
    own_file = careers("quiz", "--answers", str(home / "data/careers/me.yaml"), "--json", lang=lang)
    assert len(own_file.data["matches"]) == 7


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_all_that_follows_an_adaptive_list_in_the_explorer(careers: Run, catalogue: Catalogue, lang: str) -> None:
    answers = SHEETS["nurse"]["answers"]
    script = Walker({item.text: answers[item.id] for item in catalogue.statements.interests(lang)})
    done = careers("--lang", lang, answers=script)
    assert done.code == 0, done.screen
    for refused in ("Too few", "No list can be given", "Trop peu", "Aucune liste"):
        assert refused not in done.screen
    assert "take out no career" not in done.screen


class Walker(Answerer):
    """Answers the questionnaire of the front door, then tries all that its list offers."""

    def __init__(self, by_text: Mapping[str, int]) -> None:
        walk = [
            "3",
            "adaptive",
            "no",
            "x",
            "",
            "z",
            "",
            "i",
            "years",
            "4",
            "b",
            "v",
            "s-listen-worried-person",
            "1",
            "b",
            "w",
            "b",
            "j",
            "q",
        ]
        super().__init__(by_text, walk)
