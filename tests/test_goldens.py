"""Whole screens, as they were reviewed: `goldens/<verb>.ambr` has those of the tests that are named after the verb.

A test fails where a screen is no longer the one that a person has read. `make goldens` writes them anew.
"""

import json
import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.amber import AmberSnapshotExtension
from syrupy.location import PyTestLocation

from tests.conftest import Run

LANGS = ("en", "fr")
WRONG = [
    ["show", "ai-enginer"],
    ["show", "ai-engineer", "-s", "pai"],
    ["list", "--skill", "pythn"],
    ["lst"],
    ["quiz", "ai-engineer"],
    ["list", "--min-stars", "12"],
    ["compare", "nurzes", "electrishan"],
    ["compare", "ai-engineer", "-w", "pai=2"],
    ["compare", "ai-engineer", "--limit", "pay>=3CHF"],
]
PARTS = ["-s", "at-a-glance", "-s", "day-in-the-life", "-s", "pros-cons", "-s", "related", "-s", "myths"]


class ByVerb(AmberSnapshotExtension):
    """A file for each verb: the first word of a test's name."""

    snapshot_dirname = "goldens"

    @classmethod
    def get_file_basename(cls, *, test_location: PyTestLocation, index: object) -> str:
        return test_location.methodname.split("_")[1]

    @classmethod
    def matches_test_location(cls, *, test_location: PyTestLocation, snapshot_location: str) -> bool:
        return Path(snapshot_location).stem == cls.get_file_basename(test_location=test_location, index=0)


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(ByVerb)


def terminal(careers: Run, width: int, lang: str, *arguments: str) -> str:
    """What a terminal of some width shows, without its codes."""
    done = careers(*arguments, "--lang", lang, terminal=True, width=width, NO_COLOR="1")
    text = "\n".join(line.rstrip() for line in done.out.split("\n")).rstrip()
    return f"exit {done.code}\n{text}\n"


every_lang = pytest.mark.parametrize("lang", LANGS)
every_width = pytest.mark.parametrize("width", [40, 80, 100, 140])
narrow_and_usual = pytest.mark.parametrize("width", [40, 80])


@every_width
@every_lang
def test_show_sections(careers: Run, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    assert terminal(careers, width, lang, "show", "ai-engineer", *PARTS, "--no-pager") == snapshot


@every_lang
def test_show_pay_in_a_pipe(careers: Run, snapshot: SnapshotAssertion, lang: str) -> None:
    assert careers("show", "ai-engineer", "-s", "pay", "--lang", lang).out == snapshot


@every_lang
def test_show_one_screen(careers: Run, snapshot: SnapshotAssertion, lang: str) -> None:
    assert terminal(careers, 80, lang, "show", "ai-specialist", "--brief", "--no-pager") == snapshot


@every_lang
def test_show_json(careers: Run, snapshot: SnapshotAssertion, lang: str) -> None:
    done = careers("show", "ai-engineer", "-s", "fit", "-s", "myths", "--json", "--lang", lang)
    assert json.dumps(done.document, indent=1, ensure_ascii=False) == snapshot


@every_width
@every_lang
def test_list_table(careers: Run, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    assert terminal(careers, width, lang, "list", "--sort", "stars") == snapshot


@every_width
@every_lang
def test_compare_table(careers: Run, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    assert terminal(careers, width, lang, "compare", "ai-specialist", "--no-pager") == snapshot


@every_width
@every_lang
def test_compare_two(careers: Run, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    assert terminal(careers, width, lang, "compare", "29-1141.00", "27-1024.00", "--no-pager") == snapshot


@every_width
@every_lang
def test_compare_ranking(careers: Run, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    arguments = [
        "data-scientist",
        "registered nurses",
        "electricians",
        "-w",
        "pay=2",
        "-w",
        "entry=1",
        "-w",
        "remote=1",
    ]
    # which keeps two of them in, by the figures of each country
    arguments += [
        "--limit",
        {"en": "pay>=45000EUR", "fr": "pay>=35000EUR"}[lang],
        "--rows",
        "pay_us,pay_against,entry,zone,outlook,interests,suits",
    ]
    assert terminal(careers, width, lang, "compare", *arguments, "--no-pager") == snapshot


@every_lang
def test_search_hits(careers: Run, snapshot: SnapshotAssertion, lang: str) -> None:
    assert terminal(careers, 80, lang, "search", "kubernetes", "-n", "2", "--no-pager", "--no-input") == snapshot


@every_lang
@narrow_and_usual
def test_quiz_verdict_on_a_guide(
    careers: Run, tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    items = careers("quiz", "ai-engineer", "--items", "--json").data["items"]
    answers = {item["id"]: 1 + (n * 7) % 5 for n, item in enumerate(items)}
    (tmp_path / "answers.json").write_text(json.dumps({"version": 1, "answers": answers}))
    assert terminal(careers, width, lang, "quiz", "ai-engineer", "--answers", "answers.json") == snapshot


def interest_answers(careers: Run, folder: Path, length: str = "standard") -> str:
    """A file with the answers of somebody who likes finding out and making."""
    items = careers("quiz", "--items", "--length", length, "--json").data["items"]
    likes = {"R": 2, "I": 5, "A": 4, "S": 3, "E": 1, "C": 3}
    answers = {item["id"]: max(1, likes[item["scale"]] - (n % 5 == 4)) for n, item in enumerate(items)}
    (folder / "answers.json").write_text(json.dumps({"version": 1, "answers": answers}))
    return str(items[0]["id"])


@every_lang
@narrow_and_usual
def test_quiz_match(careers: Run, tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    interest_answers(careers, tmp_path)
    arguments = ["quiz", "--answers", "answers.json", "--limit", "years<=4", "--limit", "pay>=30kEUR", "--no-save"]
    assert terminal(careers, width, lang, *arguments) == snapshot


@every_lang
@narrow_and_usual
def test_quiz_what_if(careers: Run, tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    first = interest_answers(careers, tmp_path)
    arguments = ["quiz", "--answers", "answers.json", "--limit", "years<=4", "--what-if", f"{first}=5", "--no-save"]
    assert terminal(careers, width, lang, *arguments) == snapshot


@every_lang
@narrow_and_usual
def test_quiz_scores(careers: Run, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    arguments = ["quiz", "--scores", "R=27,I=13,A=23,S=25,E=14,C=14", "--no-save"]
    assert terminal(careers, width, lang, *arguments) == snapshot


@every_lang
@narrow_and_usual
def test_quiz_verdict_on_an_occupation(
    careers: Run, tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    interest_answers(careers, tmp_path)
    given = json.loads((tmp_path / "answers.json").read_text())
    given["answers"] |= {"prep-start-now": 2, "prep-learn-trade": 4, "prep-study-years": 4, "prep-study-long": 1}
    (tmp_path / "answers.json").write_text(json.dumps(given))
    assert (
        terminal(careers, width, lang, "quiz", "registered nurse", "--answers", "answers.json", "--no-save") == snapshot
    )


@every_lang
@narrow_and_usual
def test_quiz_history_and_diff(
    careers: Run, tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    first = interest_answers(careers, tmp_path)
    careers("quiz", "--answers", "answers.json", "--lang", lang)
    given = json.loads((tmp_path / "answers.json").read_text())
    given["answers"][first] = 5
    (tmp_path / "answers.json").write_text(json.dumps(given))
    careers("quiz", "--answers", "answers.json", "--lang", lang)
    saved = tmp_path / "home/data/careers/me.yaml"
    saved.write_text(re.sub(r'date: ".*?"', 'date: "2026-05-04T09:30:00"', saved.read_text()))
    shown = terminal(careers, width, lang, "quiz", "--diff") + terminal(careers, width, lang, "quiz", "--history")
    where = r"(They are kept in|Tout est conservé dans)[\s\S]*?\n\n"  # a path of its own at every run
    assert re.sub(where, "…\n\n", shown) == snapshot


@every_lang
@pytest.mark.parametrize(
    "verb", ["", "show", "list", "search", "compare", "quiz", "sources", "new", "validate", "data", "data import"]
)
def test_help_of_a_verb(careers: Run, snapshot: SnapshotAssertion, lang: str, verb: str) -> None:
    done = careers(*verb.split(), "--help", "--lang", lang)
    assert f"exit {done.code}\n{done.out}\n--\n{done.err}" == snapshot


@every_lang
@pytest.mark.parametrize("wrong", WRONG, ids=" ".join)
def test_errors_of_users(careers: Run, snapshot: SnapshotAssertion, lang: str, wrong: list[str]) -> None:
    done = careers(*wrong, "--lang", lang)
    assert f"exit {done.code}\n{done.out}--\n{done.err}" == snapshot
