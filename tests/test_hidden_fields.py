"""Whole fields that are not for the person: kept by id, respected wherever careers are proposed, and taken back."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from careercli.library.catalogue import Catalogue
from careercli.library.fields import careers_of, field_names, find_field
from careercli.locale import NO_BREAK
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.quiz.interests import ActivitiesRequest, open_interests
from tests.conftest import ROOT, Run

SHEETS: dict[str, Any] = yaml.safe_load((ROOT / "tests/sheets.yaml").read_text("utf-8"))
SCORES = "R=10,I=20,A=15,S=40,E=12,C=9"


@pytest.fixture
def folder(home: Path) -> Path:
    """Where the person's file is."""
    return home / "data/careers"


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    """The answers of somebody who is told the field of doctors and nurses."""
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"version": 1, "answers": SHEETS["nurse"]["answers"]}))
    return str(path)


def hidden(folder: Path) -> list[str]:
    return [entry["id"] for entry in yaml.safe_load((folder / "me.yaml").read_text("utf-8"))["hidden"]]


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        (["School teaching"], "25-2"),
        (["school", "teaching"], "25-2"),
        (["enseignement scolaire"], "25-2"),
        (["25-2"], "25-2"),
        (["Life, physical and social science"], "science"),
        (["Sciences"], "science"),
    ],
)
def test_a_field_is_hidden_by_its_name_in_any_language_or_its_id(
    careers: Run, folder: Path, said: list[str], id_: str
) -> None:
    for lang in ("en", "fr"):
        done = careers("hide", *said, "--because", "too loud", "--json", lang=lang)
        assert [field["id"] for field in done.data["fields"]] == [id_]
        assert done.data["careers"] == []
        assert hidden(folder) == [id_]
        assert careers("hide", "--undo", *said, lang=lang).code == 0
        assert "hidden" not in yaml.safe_load((folder / "me.yaml").read_text("utf-8"))


def test_a_field_and_a_career_are_hidden_at_once_and_shown_with_their_kinds(careers: Run, folder: Path) -> None:
    assert careers("hide", "School teaching", "electricians").code == 0
    data = careers("mine", "--json", lang="fr").data
    assert {(row["kind"], row["name"]) for row in data["hidden"]} == {
        ("field", "Enseignement scolaire"),
        ("career", "Électricien ou électricienne"),
    }
    assert "School teaching (the whole field)" in careers("mine").out
    assert "Not for you: 1 field and 1 career" in " ".join(careers("me").out.split())
    assert careers("me", "--json").data["hidden_fields"] == 1


def test_a_quiz_lists_nothing_of_a_hidden_field_but_what_is_on_the_list(
    careers: Run, catalogue: Catalogue, folder: Path, sheet: str
) -> None:
    before = careers("quiz", "--answers", sheet, "--no-save", "--json").data
    health = next(field for field in before["fields"] if field["id"] == "29-1")
    careers("hide", health["name"])
    after = careers("quiz", "--answers", sheet, "--no-save", "--json").data
    assert health["id"] not in {field["id"] for field in after["fields"]}
    assert len(after["matches"]) == len(before["matches"])
    assert not any(match["id"].startswith("29-1") for match in after["matches"])
    careers("keep", "registered nurses")
    gone, notes = hidden_ids(catalogue, folder, catalogue.say("en"))
    assert notes == ()
    assert gone - {"29-1"} == careers_of(catalogue, ["29-1"]) - {"29-1141.00"}


def test_a_family_is_left_out_of_lists_by_scores(careers: Run) -> None:
    before = careers("quiz", "--scores", SCORES, "--json").data["fields"][0]
    careers("hide", before["name"])
    after = careers("quiz", "--scores", SCORES, "--json").data
    assert before["id"] not in {field["id"] for field in after["fields"]}
    assert before["id"] not in {match["family"] for match in after["matches"]}


def test_lists_and_searches_mark_the_careers_of_a_hidden_field(careers: Run) -> None:
    careers("hide", "Doctors, nurses and therapists")
    assert "Registered Nurses (not for you)" in careers("search", "registered nurse").out.replace(NO_BREAK, " ")
    listed = careers("list", "--all", "--family", "health-practice", "--json").data
    marks = {row["id"]: row.get("hidden", False) for row in listed}
    assert marks["29-1141.00"]
    assert not marks["29-2061.00"], "licensed nurses are of another field"


def test_what_only_its_field_hides_says_how_it_is_taken_back(careers: Run) -> None:
    careers("hide", "29-1")
    done = careers("hide", "--undo", "registered nurses")
    assert done.code == 2
    assert "Doctors, nurses and therapists" in done.err
    assert "careers hide --undo 29-1" in done.err
    assert careers("hide", "--undo", "School teaching").code == 2


def test_no_lot_falls_on_a_hidden_field(careers: Run, catalogue: Catalogue) -> None:
    keep = "29-1"
    careers("hide", *(id_ for id_ in catalogue.labels("field", "en") if id_ != keep))
    drawn = {careers("random", "--json").data["id"] for _ in range(3)}
    assert all(id_.startswith(keep) or not id_[0].isdigit() for id_ in drawn), drawn
    assert careers("random", "--field", "science", "--json").code == 0, "a field that is asked for is drawn from"


def test_the_next_activity_is_not_chosen_for_a_hidden_field(careers: Run, catalogue: Catalogue, folder: Path) -> None:
    careers("hide", "29-1", "21-1", "31-1", "29-2", "31-2", "25-2", "19-3")
    answers, asked = SHEETS["nurse"]["answers"], []
    for where in (None, folder):
        request = ActivitiesRequest(lang="en", country="US", length="adaptive", folder=where)
        planner = open_interests(catalogue, request).planner
        assert planner
        order: list[str] = []
        while question := planner.next_question(order, answers):
            order.append(question.id)
        asked.append(order)
    assert asked[0][:12] == asked[1][:12]
    assert asked[0] != asked[1]


def test_every_field_and_family_is_found_by_its_names_and_holds_careers(catalogue: Catalogue) -> None:
    for lang in ("en", "fr"):
        names = field_names(catalogue, lang)
        assert {find_field(catalogue, name) for name in names.values()} == set(names)
    assert find_field(catalogue, "nurse") is None
    assert find_field(catalogue, "") is None
    everybody = set(catalogue.career_ids())
    for id_ in field_names(catalogue, "en"):
        assert careers_of(catalogue, [id_]) <= everybody
    assert "data-scientist" in careers_of(catalogue, ["15-2"]), "a guide is of the field of its occupation"
    assert careers_of(catalogue, []) == frozenset()


def test_the_explorer_hides_a_field_of_a_result(careers: Run, folder: Path) -> None:
    asked = careers("quiz", "--items", "--json").data["items"]
    answers = ["5" if item["scale"] in "RI" else "1" for item in asked if item["length"] == "short"]
    done = careers(answers=["3", "short", *answers, "no", "z", "", "q"])
    assert done.code == 0, done.out
    (fields,) = (offer for said, offer in zip(done.asked, done.offered, strict=True) if said == "Which field?")
    assert len(fields) == 7
    (id_,) = hidden(folder)
    assert id_[2] == "-"
    assert "No quiz proposes a career of the field any more." in " ".join(done.screen.split())
