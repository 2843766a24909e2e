"""The verdict on one career: what is asked first, what speaks for it in plain words, what decides alone."""

from pathlib import Path
from typing import Any

import pytest

from careercli.core.quiz.conditions import ConditionItem, conditions_asked, score_conditions, weigh_conditions
from careercli.core.quiz.interests import LENGTHS
from careercli.library.catalogue import Catalogue
from careercli.locale import languages
from careercli.locale.quiz_words import answer_words, liking_words, living_words
from careercli.prompts.scripted import ScriptedPrompter
from tests.conftest import Run
from tests.test_quiz_match import answer_file

NURSE = "29-1141.00"
HARD = {"cond-shifts": 2, "cond-bodies": 5, "cond-distress": 4, "cond-lifting": 1}


def items_of(careers: Run, career: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = careers("quiz", career, "--items", "--length", LENGTHS[0], "--json").data["items"]
    return found


def nurse_answers(careers: Run, **others: int) -> dict[str, int]:
    """Somebody who likes to help and to find out, not to make or to lead."""
    likes = {"R": 3, "I": 4, "A": 1, "S": 5, "E": 5, "C": 3}
    liked = {item["id"]: likes[item["scale"]] for item in items_of(careers, NURSE) if "scale" in item}
    return {**liked, "prep-study-years": 5, "prep-start-now": 1, **HARD, **others}


def page_of(careers: Run, folder: Path, career: str, answers: dict[str, int], *options: str, lang: str = "en") -> str:
    done = careers(
        "quiz", career, "--answers", answer_file(folder, answers), "--no-save", *options, lang=lang, width=400
    )
    assert done.code == 0, done.err
    return " ".join(done.out.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_each_condition_of_work_can_be_asked_about_in_each_language(catalogue: Catalogue) -> None:
    for lang in languages():
        asked = {item.condition: item.text for item in catalogue.statements.conditions(lang)}
        assert asked.keys() == catalogue.labels("condition", lang).keys()
        assert len(set(asked.values())) == len(asked)


def test_what_one_condition_covers_is_not_asked_again_and_four_are_asked_at_most() -> None:
    nights = ConditionItem(id="n", condition="nights", text="N")
    shifts = ConditionItem(id="s", condition="shifts", covers=("nights",), text="S")
    others = [ConditionItem(id=letter, condition=letter, text=letter) for letter in "abcd"]
    assert [item.id for item in conditions_asked([nights, shifts, *others], ["nights", "shifts", "b"])] == ["s", "b"]
    assert [item.id for item in conditions_asked([nights, *others], ["d", "nights", "c", "b", "a"])] == list("dncb")
    assert score_conditions([nights], {}) is None
    assert score_conditions([nights, shifts], {"n": 1, "s": 5}) == 0.5
    assert [reason.id for reason in weigh_conditions([nights, shifts], {"n": 4, "s": 1}, 0.3)] == ["s", "n"]


def test_a_no_to_what_is_hard_stands_beside_the_verdict(careers: Run, tmp_path: Path) -> None:
    page = page_of(careers, tmp_path, NURSE, nurse_answers(careers))
    verdict = page.split("WHAT SPEAKS FOR IT")[0]
    assert "which alone may decide: lifting and carrying until your back feels it." in verdict
    both = page_of(careers, tmp_path, NURSE, nurse_answers(careers, **{"prep-study-years": 1, "prep-start-now": 5}))
    assert (
        "until your back feels it. By your answers you would not train for as long as it takes"
        in both.split("WHAT SPEAKS FOR IT")[0]
    )
    fine = page_of(careers, tmp_path, NURSE, nurse_answers(careers, **dict.fromkeys(HARD, 4)))
    assert "may decide" not in fine


def test_reasons_for_are_told_as_such_and_what_the_work_has_only_some_of_is_none(careers: Run, tmp_path: Path) -> None:
    page = page_of(careers, tmp_path, NURSE, nurse_answers(careers))
    speaks_for, _, against = page.partition("WHAT SPEAKS AGAINST IT")
    assert "You would love to listen to someone who is worried, and much of this work is of that kind" in speaks_for
    assert "put you off: blood, wounds, or touching people one hardly knows; meeting pain and grief" in speaks_for
    assert "some of this work" not in page
    told = against.index("Lifting and carrying until your back feels it: you could not live with that")
    assert told < against.index("Hours that keep changing, nights among them: you would find that hard")
    assert "It has little of what you would like: to persuade people to back an idea" in against
    assert "Fit" not in page


def test_a_denied_statement_against_a_career_is_told_as_what_does_not_put_one_off(careers: Run, tmp_path: Path) -> None:
    listed = items_of_guide(careers)
    answers = {item["id"]: 5 if item["direction"] == "for" else 1 for item in listed}
    answers |= {item["id"]: 3 for item in listed if item["direction"] == "for"}
    page = page_of(careers, tmp_path, "ai-engineer", answers)
    assert "Not like you, though it puts others off: “A work call at night would spoil my week.”" in page
    assert "(you said" not in page.partition("WHAT SPEAKS AGAINST IT")[0]
    assert "Getting in" in page
    assert "What is hard" in page


def items_of_guide(careers: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = careers("quiz", "ai-engineer", "--items", "--json").data["items"]
    return found


def test_the_way_in_is_that_of_the_readers_country(careers: Run, tmp_path: Path) -> None:
    page = page_of(careers, tmp_path, NURSE, nurse_answers(careers), lang="fr")
    assert "trois ans en IFSI" in page
    assert "années de métier" not in page


def test_its_place_is_that_of_the_list_by_the_same_answers(careers: Run, tmp_path: Path) -> None:
    answers = nurse_answers(careers)
    given = answer_file(tmp_path, {id_: answer for id_, answer in answers.items() if id_[:4] not in ("cond", "prep")})
    listed = careers("quiz", "--answers", given, "--no-save", "--json").data
    rank = {}
    for match in (listed["matches"][0], listed["matches"][-1]):
        if match["kind"] == "occupation":
            data = careers("quiz", match["id"], "--answers", given, "--no-save", "--json").data
            assert data["ranked"] == listed["candidates"]
            rank[match["id"]] = data["rank"]
    assert all(1 <= place <= 60 for place in rank.values()), rank
    data = careers("quiz", NURSE, "--answers", answer_file(tmp_path, answers), "--no-save", "--json").data
    assert f"place {data['rank']} of {data['ranked']} careers" in page_of(careers, tmp_path, NURSE, answers)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_first_screen_names_the_career(careers: Run, lang: str) -> None:
    script = ScriptedPrompter(["quit"])
    careers("quiz", NURSE, answers=script, lang=lang)
    assert {"en": "Registered Nurses", "fr": "Infirmier ou infirmière"}[lang] in " ".join(script.told)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_changed_is_told_in_the_words_in_which_it_was_asked(
    careers: Run, catalogue: Catalogue, tmp_path: Path, lang: str
) -> None:
    then = nurse_answers(careers)
    now = {**then, "cond-shifts": 5, "prep-start-now": 2, "s-show-beginner": 4}
    for answers in (then, now):
        assert careers("quiz", NURSE, "--answers", answer_file(tmp_path, answers)).code == 0
    page = " ".join(careers("quiz", NURSE, "--diff", lang=lang, width=400).out.split())
    texts, say = catalogue.statements.texts(lang), catalogue.say(lang)
    for id_, words in (
        ("cond-shifts", living_words(say)),
        ("s-show-beginner", liking_words(say)),
        ("prep-start-now", answer_words(say)),
    ):
        steps = [say.quoted(words[answers[id_] - 1]) for answers in (then, now)]
        told = say("{text}: {old} → {new}", text=say.quoted(texts[id_]), old=steps[0], new=steps[1])
        assert " ".join(told.split()) in page
