"""Every figure has whom it counts, where, when and who says so: the census of the guides, and its rules."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.append(str(ROOT / "tools"))
import census

GUIDE = "data-analyst"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data with one guide."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy, ignore=shutil.ignore_patterns("roles"))
    shutil.copytree(ROOT / "data/roles" / GUIDE, copy / "roles" / GUIDE)
    return copy


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1, old
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_no_figure_of_the_guides_lacks_its_source_people_place_or_year() -> None:
    assert census.take_census(census.DATA, census.EXCEPTIONS).problems == []


def test_each_guide_and_each_data_set_with_totals_is_counted() -> None:
    places = {figure.where.split(" ")[0] for figure in census.take_census(census.DATA, census.EXCEPTIONS).figures}
    assert places == {folder.name for folder in (ROOT / "data/roles").iterdir()} | {"data_sets"}


def test_a_band_is_shown_with_all_that_makes_a_figure() -> None:
    figures = {figure.where: figure for figure in census.take_census(census.DATA, census.EXCEPTIONS, (GUIDE,)).figures}
    shown = figures[f"{GUIDE} facts bands.us-management.p50"]
    assert shown[1:] == ("101860 USD a year", "Management Analysts", "US", "2025-05", "bls-oews-2025-05")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It pays 58,350 dollars [@a]; half earn less.", [("58,350", "a")]),
        (
            "First 58,000 to 86,000. Then 4% [@a; @b]. At last 7.",
            [("58,000", "a; b"), ("86,000", "a; b"), ("4", "a; b"), ("7", "")],
        ),
        (
            "De 40\u202f000 à 47\u202f500,5 € [@editorial].",
            [("40\u202f000", "editorial"), ("47\u202f500,5", "editorial")],
        ),
        ("In 2025, at 08:45 or 8 h 45, on 2 December 2026, from 2024-34.", []),
        ("A bac+5, a Level 4, 15-2051.00, article 22, version 41, GPT-4, an H100, `head -20` and the 13th.", []),
        ("Two lists, four fifths, a dozen.", []),
    ],
)
def test_what_is_a_figure_and_what_stands_behind_it(text: str, numbers: list[tuple[str, str]]) -> None:
    assert [(value, source) for value, _, source in census.find_numbers(text)] == numbers


def test_a_number_that_nothing_stands_behind_is_a_problem(data: Path) -> None:
    change(
        data / "roles" / GUIDE / "en.yaml",
        "Most days mix five tasks, and checking takes longest, some ten hours a week [@editorial].",
        "Most days mix 75% of five tasks.",
    )
    [problem] = census.take_census(data, census.EXCEPTIONS, (GUIDE,)).problems
    assert problem.startswith(f"{GUIDE} en daily-tasks.text.0: 75 (")
    assert problem.endswith("lacks place, year, source")


def test_a_question_a_claim_and_a_scene_may_say_what_they_like(data: Path) -> None:
    before = census.take_census(data, census.EXCEPTIONS, (GUIDE,))
    change(data / "roles" / GUIDE / "en.yaml", "This is a Tuesday of", "On 75 days of 100 it is a Tuesday of")
    assert census.take_census(data, census.EXCEPTIONS, (GUIDE,)) == before


def test_a_figure_of_facts_without_words_for_its_people_is_a_problem(data: Path) -> None:
    facts = data / "roles" / GUIDE / "facts.yaml"
    change(facts, "- id: us-management\n", "- id: nobody\n")
    change(facts, "occupation: 13-1111.00", "counts: neighbour")
    problems = census.take_census(data, census.EXCEPTIONS, (GUIDE,)).problems
    assert {problem.rpartition(" lacks ")[2] for problem in problems} == {"whom"}
    assert {problem.partition(":")[0].split(".")[1] for problem in problems} == {"nobody"}


def test_an_exception_needs_a_reason_and_something_to_excuse(data: Path, tmp_path: Path) -> None:
    listed = tmp_path / "census.yaml"
    known = census.take_census(data, listed, (GUIDE,)).problems
    assert known
    listed.write_text(f"{GUIDE}:\n  hard-skills.skills.statistics: {{numbers: [4.1, 3.8, 9], reason: An example.}}\n")
    problems = census.take_census(data, listed, (GUIDE,)).problems
    assert f"{GUIDE} hard-skills.skills.statistics: 9: census.yaml excuses what is not there" in problems
    assert len(problems) == len(known) - 4 + 1  # two numbers, in two languages
    listed.write_text(f"{GUIDE}:\n  hard-skills.skills.statistics: {{numbers: [4.1, 3.8], reason: ''}}\n")
    assert census.take_census(data, listed, (GUIDE,)).problems == known


def test_the_opening_of_the_costs_stands_behind_their_table(data: Path) -> None:
    shutil.copytree(ROOT / "data/roles/ai-engineer", data / "roles/ai-engineer")
    assert census.take_census(data, census.EXCEPTIONS, ("ai-engineer",)).problems == []
    text = data / "roles/ai-engineer/en.yaml"
    before, costs, rest = text.read_text("utf-8").partition("\ncosts:\n")
    opening, sums, rest = rest.partition("  sums:\n")
    text.write_text(before + costs + re.sub(r" \[@[^\]]+\]", "", opening) + sums + rest, "utf-8")
    problems = census.take_census(data, census.EXCEPTIONS, ("ai-engineer",)).problems
    assert any(problem.startswith("ai-engineer en costs.sums.0.") for problem in problems)


def test_each_line_of_a_sum_has_its_source_or_that_of_the_sum(data: Path) -> None:
    shutil.copytree(ROOT / "data/roles/ai-engineer", data / "roles/ai-engineer")
    where = "ai-engineer en costs.workings."
    whole = census.take_census(data, census.EXCEPTIONS, ("ai-engineer",))
    lines = [figure for figure in whole.figures if figure.where.startswith(where) and figure.where.endswith(".amount")]
    assert len(lines) >= 10
    assert len({figure.source for figure in lines}) > 3
    assert whole.problems == []
    text = data / "roles/ai-engineer/en.yaml"
    before, costs, rest = text.read_text("utf-8").partition("\ncosts:\n")
    opening, workings, sums = rest.partition("  workings:\n")
    own, after, rest = sums.partition("\n  costs:\n")
    bare = re.sub(r" \[@[^\]]+\]", "", own)
    text.write_text(before + costs + opening + workings + bare + after + rest, "utf-8")
    bereft = census.take_census(data, census.EXCEPTIONS, ("ai-engineer",)).problems
    assert len([problem for problem in bereft if problem.startswith(where)]) >= len(lines)
