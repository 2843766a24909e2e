"""Sixty guides, each damaged by chance: none ends in an error of the program, none stands in the way of the others.

What loads prints in every format without control codes.
"""

import io
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from careercli.commands.options import Format
from careercli.commands.writing import write_report
from careercli.compiler import checks, load
from careercli.compiler.locate import locate
from careercli.core.careers.reports import Report
from careercli.core.text.plaintext import OBEYED
from careercli.errors import CareersError
from careercli.library.catalogue import Catalogue
from careercli.usecases.compare import CompareRequest, compare
from careercli.usecases.salary import SalaryRequest, show_salaries
from careercli.usecases.search import SearchRequest, search
from careercli.usecases.show import ShowRequest, show
from careercli.world.runtime import Runtime
from tests.conftest import ROOT

pytestmark = pytest.mark.long

SEEDS = range(60)
FACTS = """\
id: mine
status: draft
family: own
entry: easy
remote: rarely
study_years: [0, 1]
key_tools: [hands]
levels:
  - {id: junior, years: [0, 2]}
ratings:
  - {level: junior, stars: 3}
  - {level: senior, stars: 6}
bands:
  - {id: here, country: US, currency: USD, basis: official, reference: "2026", source: bls-oews-2025-05, p10: 10000,
     p25: 20000, p50: 30000.5, p75: 40000, p90: 50000, mean: 33333}
  - {id: there, country: FR, currency: EUR, period: month, tax: net, basis: editorial, reference: "2026-01", low: 30}
costs:
  - {id: training, low: 0, high: 1000, currency: USD, basis: editorial}
fit:
  - {id: likes-people, direction: for, trait: people}
myths:
  - {id: anybody-can, verdict: "false"}
"""
TEXT = """\
name: Mine
alt_names: [Own]
summary: Mine it is.
core_focus: Digging
introduction:
  text: [Some words.]
seniority:
  levels: {junior: {name: Beginner, points: [Does what is shown]}}
pros-cons:
  pros: [{name: good, text: And why.}]
  cons: [{name: bad, text: And who.}]
pay:
  ratings: {junior: {name: Beginner, text: Why.}, senior: {name: Expert, text: Why.}}
  bands: {here: Where, there: Where}
costs:
  costs: {training: {name: Training, text: What.}}
fit:
  statements: {likes-people: I like people.}
myths:
  myths: {anybody-can: {claim: Anybody, text: What is true.}}
faq:
  questions: [{question: Why, answer: Because}]
"""
ODD = [
    "9" * 400 + ".0",
    "9" * 17,
    "0",
    "-0.0",
    "-1",
    "1e5",
    "999999999999",
    "0." + "0" * 300 + "1",
    "2026-01-01",
    '"9999-12-31"',
    "[]",
    "{}",
    "~",
    '"\\ud800"',
    '"\\U00110000"',
    '"a\\u2028b\\u2029c\\x85d"',
    '"\\u202eabc\\u061c\\u2066"',
    '"\\x1b[31mred\\x07\\x9b"',
    '"\\0"',
    '"\\U000e0041\\u200b\\ufeff"',
    '"\\n"',
    '"two\\nlines"',
    '"😀👩‍👩‍👧‍👦"',
    '"' + "汉" * 60 + '"',
    '"' + "e\u0301" * 30 + '"',
    '"' + "x" * 150 + '"',
    '"שלום עולם"',
    '"=1+1"',
    '"# x"',
    '"~~~"',
    '"`a|b` [red]x[/red] ⟦y⟧ ★ {0} %s"',
    "con",
]


def damage(seed: int, files: dict[str, str]) -> dict[str, bytes]:
    """The files with one to three damages: mostly a value replaced, else a letter, a line or a bit."""
    chance = random.Random(seed)
    for _ in range(chance.choice([1, 1, 1, 1, 2])):
        file = chance.choice(["facts.yaml", *["en.yaml"] * 4])
        text, how = files[file], chance.random()
        lines = text.split("\n")
        if how < 0.75:
            spot = chance.choice(list(re.finditer(r"(?<=: )[^\s{\[][^,}\]\n]*|(?<=\[)[^\]\[{}\n]+", text)))
            text = text[: spot.start()] + chance.choice(ODD) + text[spot.end() :]
        elif how < 0.85:
            lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
            text = "\n".join(lines)
        elif how < 0.93:
            text = text.replace(chance.choice(lines), "", 1)
        else:
            at = chance.randrange(len(text))
            text = text[:at] + chr(chance.choice([7, 0x7F, 0x85, 0xD7FF, 0x2028, 0x1F600, 0x22])) + text[at + 1 :]
        files = files | {file: text}
    return {file: text.encode() for file, text in files.items()}


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A config folder with all damaged guides, and one that is whole."""
    base = tmp_path_factory.mktemp("damaged")
    for seed in (-1, *SEEDS):
        id_ = f"mine-{seed}" if seed >= 0 else "mine"
        files = {"facts.yaml": FACTS.replace("id: mine", f"id: {id_}", 1), "en.yaml": TEXT}
        folder = base / "roles" / id_
        folder.mkdir(parents=True)
        for file, content in (damage(seed, files) if seed >= 0 else {k: v.encode() for k, v in files.items()}).items():
            (folder / file).write_bytes(content)
    return base


@pytest.fixture(scope="module")
def opened(damaged: Path, catalogue: Catalogue) -> Catalogue:
    return Catalogue(locate(damaged, catalogue.where.cache))


class Stream(io.StringIO):
    encoding = "utf-8"


def reports(opened: Catalogue, id_: str, lang: str) -> Iterator[tuple[Report, int]]:
    """What is said of a guide by several verbs, and in how many columns."""
    who: Any = {"lang": lang, "country": "US"}
    yield show(opened, ShowRequest(career=id_, **who)), 80
    yield show(opened, ShowRequest(career=id_, **who)), 20
    yield search(opened, SearchRequest(text="digging", count=100, **who)), 60
    yield show_salaries(opened, SalaryRequest(careers=(id_,), **who)), 40
    yield compare(opened, CompareRequest(careers=(id_, "data-analyst"), **who)), 100


def test_a_damaged_guide_is_refused_or_printed_without_control_codes(damaged: Path, opened: Catalogue) -> None:
    vocabulary, _ = load.load_vocabulary(ROOT / "data")
    known = {id_ for id_, _ in opened.career_names()}
    refused = {problem.id for problem in opened.problems()}
    ids = sorted(path.name for path in (damaged / "roles").iterdir())
    assert {"mine"} <= set(ids) & known
    assert 15 <= len(refused) <= 45, "the damages are too many, or too few, to tell anything"
    for id_ in ids:
        problems = checks.find_role_problems(load.load_role(damaged / "roles" / id_), vocabulary, known, bundled=False)
        assert bool(problems) == (id_ in refused)
        assert all(problem.line >= 1 and str(problem) for problem in problems)
        for lang in ("en", "fr"):
            if id_ in refused:
                with pytest.raises(CareersError):
                    opened.resolve(id_)
            else:
                print_all(opened, id_, lang)


def print_all(opened: Catalogue, id_: str, lang: str) -> None:
    stdout, stderr = Stream(), Stream()
    runtime = Runtime(env={"CAREERS_LANG": lang}, stdin=Stream(), stdout=stdout, stderr=stderr)
    runtime.__dict__["catalogue"] = opened
    for report, width in reports(opened, id_, lang):
        for form in Format:
            stdout.seek(0)
            stdout.truncate()
            write_report(runtime, report, form, width=width)
            text = stdout.getvalue()
            assert not re.search(f"[{OBEYED}]", text + stderr.getvalue()), (id_, form)
            if form is Format.json:
                json.loads(text)
            elif form is Format.table:
                assert max(map(cell_len, text.split("\n"))) <= width, (id_, width)
