"""Whole screens, kept so that a person can read what changed. `make goldens` writes them anew."""

import json
import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import Run, make_runtime, run_main

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


def terminal(env: dict[str, str], cwd: Path, width: int, *arguments: str) -> str:
    """What a terminal of some width shows, without its codes."""
    done = run_main(arguments, make_runtime(env | {"NO_COLOR": "1", "COLUMNS": str(width)}, terminal=True))
    text = "\n".join(line.rstrip() for line in done.out.split("\n")).rstrip()
    return f"exit {done.code}\n{text}\n"


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("lang", LANGS)
def test_sections(env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    arguments = ["show", "ai-engineer", *PARTS, "--no-pager", "--lang", lang]
    assert terminal(env, tmp_path, width, *arguments) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_pay_in_a_pipe(careers: Run, snapshot: SnapshotAssertion, lang: str) -> None:
    assert careers("show", "ai-engineer", "-s", "pay", "--lang", lang).out == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_one_screen(env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str) -> None:
    assert terminal(env, tmp_path, 80, "show", "ai-specialist", "--brief", "--no-pager", "--lang", lang) == snapshot


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("verb", ["list", "compare"])
def test_tables(
    env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, verb: str, lang: str, width: int
) -> None:
    arguments = {"list": ["list", "--sort", "stars"], "compare": ["compare", "ai-specialist", "--no-pager"]}[verb]
    assert terminal(env, tmp_path, width, *arguments, "--lang", lang) == snapshot


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("lang", LANGS)
def test_a_ranking(env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
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
    arguments += ["--limit", "pay>=45000EUR", "--rows", "pay_us,pay_against,entry,zone,outlook,interests,suits"]
    assert terminal(env, tmp_path, width, "compare", *arguments, "--no-pager", "--lang", lang) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_a_search(env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str) -> None:
    assert terminal(env, tmp_path, 80, "search", "kubernetes", "-n", "2", "--no-pager", "--lang", lang) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 80])
def test_a_result(
    careers: Run, env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    items = json.loads(careers("quiz", "ai-engineer", "--items", "--json").out)["data"]["items"]
    answers = {item["id"]: 1 + (n * 7) % 5 for n, item in enumerate(items)}
    (tmp_path / "answers.json").write_text(json.dumps({"version": 1, "answers": answers}))
    assert (
        terminal(env, tmp_path, width, "quiz", "ai-engineer", "--answers", "answers.json", "--lang", lang) == snapshot
    )


def interest_answers(careers: Run, folder: Path, length: str = "standard") -> str:
    """A file with the answers of somebody who likes finding out and making."""
    items = json.loads(careers("quiz", "--items", "--length", length, "--json").out)["data"]["items"]
    likes = {"R": 2, "I": 5, "A": 4, "S": 3, "E": 1, "C": 3}
    answers = {item["id"]: max(1, likes[item["scale"]] - (n % 5 == 4)) for n, item in enumerate(items)}
    (folder / "answers.json").write_text(json.dumps({"version": 1, "answers": answers}))
    return str(items[0]["id"])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 80])
def test_a_match(
    careers: Run, env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    first = interest_answers(careers, tmp_path)
    arguments = ["quiz", "--answers", "answers.json", "--limit", "years<=4", "--limit", "pay>=30kEUR", "--no-save"]
    assert terminal(env, tmp_path, width, *arguments, "--what-if", f"{first}=5", "--lang", lang) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 80])
def test_scores(env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    arguments = ["quiz", "--scores", "R=27,I=13,A=23,S=25,E=14,C=14", "--no-save"]
    assert terminal(env, tmp_path, width, *arguments, "--lang", lang) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 80])
def test_an_occupation_without_a_guide(
    careers: Run, env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    interest_answers(careers, tmp_path)
    given = json.loads((tmp_path / "answers.json").read_text())
    given["answers"] |= {"prep-start-now": 2, "prep-learn-trade": 4, "prep-study-years": 4, "prep-study-long": 1}
    (tmp_path / "answers.json").write_text(json.dumps(given))
    arguments = ["quiz", "registered nurse", "--answers", "answers.json", "--no-save", "--lang", lang]
    assert terminal(env, tmp_path, width, *arguments) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 80])
def test_history_and_diff(
    careers: Run, env: dict[str, str], tmp_path: Path, snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    first = interest_answers(careers, tmp_path)
    careers("quiz", "--answers", "answers.json", "--lang", lang)
    given = json.loads((tmp_path / "answers.json").read_text())
    given["answers"][first] = 5
    (tmp_path / "answers.json").write_text(json.dumps(given))
    careers("quiz", "--answers", "answers.json", "--lang", lang)
    saved = tmp_path / "home/data/careers/answers.yaml"
    saved.write_text(re.sub(r'date: ".*?"', 'date: "2026-05-04T09:30:00"', saved.read_text()))
    shown = terminal(env, tmp_path, width, "quiz", "--diff", "--lang", lang)
    shown += terminal(env, tmp_path, width, "quiz", "--history", "--lang", lang)
    where = r"• (They are kept in|Ils sont conservés dans)[\s\S]*"  # a path of its own at every run
    assert re.sub(where, "", shown) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_json(careers: Run, snapshot: SnapshotAssertion, lang: str) -> None:
    done = careers("show", "ai-engineer", "-s", "fit", "-s", "myths", "--json", "--lang", lang)
    assert json.dumps(json.loads(done.out), indent=1, ensure_ascii=False) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "verb", ["", "show", "list", "search", "compare", "quiz", "sources", "new", "validate", "data", "data import"]
)
def test_help(careers: Run, snapshot: SnapshotAssertion, lang: str, verb: str) -> None:
    done = careers(*verb.split(), "--help", "--lang", lang)
    assert f"exit {done.code}\n{done.out}\n--\n{done.err}" == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("wrong", WRONG)
def test_errors(careers: Run, snapshot: SnapshotAssertion, lang: str, wrong: list[str]) -> None:
    done = careers(*wrong, "--lang", lang)
    assert f"exit {done.code}\n{done.out}--\n{done.err}" == snapshot
