"""`careers quiz --among`: the careers that a person names, ranked by their answers or scores."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.test_quiz_match import SCORES, answer_file, answers_of, items, matched

NAMED = "nurse,graphic designer,ai-engineer"
IDS = {"29-1141.00", "27-1024.00", "ai-engineer"}


def test_only_what_is_named_is_ranked_best_first(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    data = matched(careers, "--answers", file, "--among", NAMED)["data"]
    assert {match["id"] for match in data["matches"]} == IDS
    fits = [match["fit"] for match in data["matches"]]
    assert fits == sorted(fits, reverse=True)
    assert [match["rank"] for match in data["matches"]] == [1, 2, 3]


def test_a_fit_is_the_same_as_in_the_whole_list(careers: Run, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    first = matched(careers, "--answers", file)["data"]["matches"][0]
    (alone,) = matched(careers, "--answers", file, "--among", first["id"])["data"]["matches"]
    assert alone["fit"] == pytest.approx(first["fit"])
    assert alone["label"] == first["label"]


def test_scores_rank_too_and_it_may_be_repeated(careers: Run) -> None:
    once = careers("quiz", "--scores", SCORES, "--among", NAMED, "--json", "--no-save").data["matches"]
    names = [option for name in NAMED.split(",") for option in ("--among", name)]
    assert careers("quiz", "--scores", SCORES, *names, "--json", "--no-save").data["matches"] == once
    assert {match["id"] for match in once} == IDS


def test_limits_and_names_that_cannot_be_ranked_are_told_of(careers: Run) -> None:
    done = careers("quiz", "--scores", SCORES, "--among", NAMED, "--limit", "years<=1", "--json", "--no-save")
    assert not IDS & {match["id"] for match in done.data["matches"]} - {"ai-engineer"}
    assert any("Not ranked" in note for note in done.document["notes"])
    unknown = careers("quiz", "--scores", SCORES, "--among", "nurse,qwxzzy")
    assert unknown.code == 3
    assert "qwxzzy" in unknown.err
    assert careers("quiz", "nurse", "--among", NAMED).code == 2


def test_the_page_says_what_is_ranked(careers: Run) -> None:
    page = careers("quiz", "--scores", SCORES, "--among", NAMED, "--no-save").out
    assert "The careers that you named" in page
    assert "Fit: " in page
    assert (
        "Les métiers que vous avez nommés"
        in careers("quiz", "--scores", SCORES, "--among", NAMED, "--no-save", "--lang", "fr").out
    )


@pytest.mark.parametrize(
    ("named", "ids"),
    [
        ('nurse,"Lawyers",ai-engineer', {"29-1141.00", "23-1011.00", "ai-engineer"}),
        ('nurse, "Physicians, Pathologists", ai-engineer', {"29-1141.00", "29-1222.00", "ai-engineer"}),
        ("nurse,Physicians, Pathologists,ai-engineer", {"29-1141.00", "29-1222.00", "ai-engineer"}),
        ("Physicians, Pathologists", {"29-1222.00"}),
        ("nurse,electricians", {"29-1141.00", "47-2111.00"}),
        ('"nurse",,electricians,', {"29-1141.00", "47-2111.00"}),
    ],
)
def test_a_name_with_a_comma_is_one(careers: Run, named: str, ids: set[str]) -> None:
    done = careers("quiz", "--scores", SCORES, "--among", named, "--json", "--no-save")
    assert {match["id"] for match in done.data["matches"]} == ids
