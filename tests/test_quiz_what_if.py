"""The page of another answer: it begins with what was asked, and says what becomes of each career."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.test_quiz_match import answer_file, answers_of, items


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_it_tells_what_comes_goes_rises_and_falls_and_nothing_of_the_old_reasons(
    careers: Run, tmp_path: Path, lang: str
) -> None:
    listed = items(careers)
    given = answers_of(listed)
    first = listed[0]["id"]
    arguments = [
        "quiz",
        "--answers",
        answer_file(tmp_path, given),
        "--what-if",
        f"{first}={5 if given[first] < 3 else 1}",
    ]
    data = careers(*arguments, "--json", lang=lang).data
    before, after = ([match["id"] for match in of["matches"]] for of in (data, data["what_if"]))
    page = careers(*arguments, lang=lang, width=120).out.replace("\u00a0", " ")
    title, _, rest = page.lstrip().partition("\n")
    assert title.startswith({"en": "If “", "fr": "Si, à «"}[lang])
    assert data["what_if"]["changes"][0]["text"] in title
    assert {"en": "Why", "fr": "Pourquoi"}[lang] not in rest
    for match in data["what_if"]["matches"]:
        row = next(line for line in page.splitlines() if line.startswith(f"{match['rank']}. {match['name']}"))
        place = before.index(match["id"]) + 1 if match["id"] in before else None
        new, same, other = {"en": ("comes in", "stays", "(was"), "fr": ("entre", "reste", "avant)")}[lang]
        assert (new if place is None else same if place == match["rank"] else other) in row
    gone = next(line for line in page.splitlines() if line.startswith({"en": "drops out", "fr": "sort"}[lang]))
    assert all(match["name"] in gone for match in data["matches"] if match["id"] not in after)


def test_several_answers_are_listed_under_the_title(careers: Run, tmp_path: Path) -> None:
    listed = items(careers)
    given = answers_of(listed)
    changes = [
        word for item in listed[:2] for word in ("--what-if", f"{item['id']}={5 if given[item['id']] < 3 else 1}")
    ]
    page = careers("quiz", "--answers", answer_file(tmp_path, given), *changes, width=120).out
    assert page.lstrip().startswith("If 2 answers had been others")
    assert all(item["text"] in page for item in listed[:2])
    flat = dict.fromkeys(given, 3) | {listed[0]["id"]: 5}
    refused = careers("quiz", "--answers", answer_file(tmp_path, flat), "--what-if", f"{listed[0]['id']}=3")
    assert "Then no list could be given." in refused.out


def test_the_explorer_offers_the_answers_that_were_given_and_others_to_the_one_that_is_chosen(careers: Run) -> None:
    short = [item for item in items(careers) if item["length"] == "short"]
    answers = ["5" if item["scale"] in "RI" else "1" for item in short]
    done = careers(answers=["3", "short", *answers, "no", "v", short[0]["id"], "1", "1", "b", "b", "q"])
    assert done.code == 0, done.screen
    asked = next(n for n, question in enumerate(done.asked) if question.startswith("Which of your 12 answers?"))
    assert [offer.split(":")[0] for offer in done.offered[asked]] == [item["text"] for item in short]
    assert len(done.offered[asked + 1]) == 4, "not the answer that was given"
    digits = done.offered[asked + 2][:7]
    page = done.screen.split("If “")[1]
    assert all(f"{n}. {name}" in page for n, name in enumerate(digits, 1)), "digits open the list that would be"
