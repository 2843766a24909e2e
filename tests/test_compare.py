"""`careers compare`, as it is used."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from careercli.library.catalogue import Catalogue
from tests.conftest import Run
from tests.terminal import Screen

SEED = {
    "data-scientist": ("similar", "hard"),
    "data-engineer": ("similar", "hard"),
    "data-analyst": ("lower", "medium"),
    "software-developer": ("lower-similar", "medium"),
}
THREE = ("data-scientist", "registered nurses", "electricians")


def compared(careers: Run, *arguments: str) -> dict[str, Any]:
    done = careers("compare", *arguments, "--json")
    assert done.code == 0, done.err
    data: dict[str, Any] = json.loads(done.out)["data"]
    return data


def row(data: dict[str, Any], id_: str) -> list[dict[str, Any]]:
    return next(row["cells"] for row in data["rows"] if row["id"] == id_)


def test_alone_in_a_pipe_it_prints_the_table_of_the_ai_specialist(careers: Run) -> None:
    data = compared(careers)
    assert data["baseline"] == "ai-specialist"
    assert [career["id"] for career in data["careers"]] == ["ai-specialist", *SEED]
    for n, (pay, entry) in enumerate(SEED.values(), 1):
        assert row(data, "pay_against")[n]["value"] == pay
        assert row(data, "entry")[n]["value"] == entry
    assert row(data, "entry")[0]["value"] == "hard"
    assert "Python" in row(data, "tools")[0]["text"]
    assert data["ranking"] == []


def test_the_baseline_turns_the_direction(careers: Run) -> None:
    cells = row(compared(careers, "data-analyst", "ai-specialist"), "pay_against")
    assert [cell["value"] for cell in cells] == ["baseline", "higher"]


def test_guides_and_occupations_by_weights(careers: Run, catalogue: Catalogue) -> None:
    data = compared(careers, *THREE, "--weight", "pay=2", "--weight", "entry=1")
    assert [c["kind"] for c in data["careers"]] == ["role", "occupation", "occupation"]
    assert [one["id"] for one in data["ranking"]] == ["data-scientist", "29-1141.00", "47-2111.00"]
    for one in data["ranking"]:
        assert one["score"] == pytest.approx(sum(one["parts"].values()))
    pay = catalogue.scales("US")["pay"]
    worse = sum(value < 97_550 for value in pay) + sum(value == 97_550 for value in pay) / 2
    assert data["ranking"][1]["parts"]["pay"] == pytest.approx(2 / 3 * worse / len(pay))
    assert {tip["criterion"] for tip in data["sensitivity"]} == {"pay", "entry"}
    assert [cell["value"] for cell in row(data, "pay_us_p50")] == [120_230, 97_550, 63_190]
    assert [cell["best"] for cell in row(data, "zone")] == [False, False, True]
    assert all(cell["source"] == "bls-oews-2025-05" for cell in row(data, "pay_us_p50"))


def test_every_figure_has_a_source_that_is_listed(careers: Run) -> None:
    done = json.loads(careers("compare", *THREE, "--json").out)
    listed = {source["id"] for source in done["sources"]}
    for id_ in ("pay_us_p10", "pay_us_p50", "outlook", "openings", "interests", "freelance", "zone"):
        for cell in row(done["data"], id_):
            assert cell["value"] is None or cell["source"] in listed


def test_limits_stand_apart_from_the_score(careers: Run) -> None:
    data = compared(careers, *THREE, "-w", "pay=1", "--limit", "years<=3", "--limit", "pay>=60000")
    assert [one["id"] for one in data["ranking"]] == ["47-2111.00"]
    years, pay = data["limits"]
    assert (years["removed"], years["back"]) == (["29-1141.00", "data-scientist"][::-1], 2)
    assert (pay["removed"], pay["back"]) == ([], 0)
    told = careers("compare", *THREE, "-w", "pay=1", "--limit", "years<=3", "--limit", "years<=3").out
    assert told.count("`years<=3`") == 1
    assert "Relax it and 2 careers come back." in told


def test_a_limit_in_euros_goes_by_rank_and_says_so(careers: Run) -> None:
    data = compared(careers, *THREE, "--limit", "pay>=45000EUR")
    assert data["limits"][0]["removed"] == ["47-2111.00"]
    assert 0.6 < data["limits"][0]["by_rank"] < 0.8
    assert "no figures by occupation for France" in careers("compare", *THREE, "--limit", "pay>=45000EUR").out


def test_a_criterion_without_figures_is_named_and_left_out(careers: Run) -> None:
    data = compared(careers, *THREE, "-w", "remote=5", "-w", "pay=1")
    assert data["left_out"] == [{"criterion": "remote", "lacking": ["29-1141.00", "47-2111.00"]}]
    assert list(data["ranking"][0]["parts"]) == ["pay"]
    alone = careers("compare", *THREE, "-w", "remote=5")
    assert alone.code == 0
    assert "there is no ranking" in alone.out


def test_hourly_wages_are_shown_and_not_ranked_by(careers: Run) -> None:
    data = compared(careers, "dancers", "software-developer", "-w", "pay=1", "-w", "growth=1")
    first, second = row(data, "pay_us_p50")
    assert first["value"] == {"amount": 24.8, "period": "hour"}
    assert (first["text"], first["best"], second["best"]) == ("$24.80 an hour", False, False)
    assert data["left_out"] == [{"criterion": "pay", "lacking": ["27-2031.00"]}]
    assert "no figure a year for Dancers" in careers("compare", "dancers", "software-developer", "-w", "pay=1").out


def test_the_parts_shown_add_up(careers: Run) -> None:
    out = careers("compare", *THREE, "-w", "pay=2", "-w", "entry=1").out
    for line in out.splitlines()[3:6]:
        score, *parts = (float(cell) for cell in line.split()[-3:])
        assert score == pytest.approx(sum(parts))


def test_rows_are_picked_and_ordered(careers: Run) -> None:
    data = compared(careers, *THREE, "--rows", "outlook,pay,entry")
    ids = [found["id"] for found in data["rows"]]
    assert ids[0] == "outlook"
    assert ids[1:-1] == [
        "pay_us_p10",
        "pay_us_p25",
        "pay_us_p50",
        "pay_us_p75",
        "pay_us_p90",
        "pay_against",
        "pay_fr",
    ]
    assert ids[-1] == "entry"


def test_only_differences_leaves_out_rows_that_are_all_alike(careers: Run) -> None:
    whole, differing = compared(careers), compared(careers, "--only-differences")
    gone = {r["id"] for r in whole["rows"]} - {r["id"] for r in differing["rows"]}
    assert "skills_shared" in gone
    for found in whole["rows"]:
        assert (len({cell["text"] for cell in found["cells"]}) == 1) == (found["id"] in gone)


def test_an_occupation_alone_meets_its_neighbours(careers: Run) -> None:
    data = compared(careers, "electricians")
    assert data["baseline"] == "47-2111.00"
    assert len(data["careers"]) == 5
    assert {r["id"] for r in data["rows"]}.isdisjoint({"hours", "pros", "tools"})  # no guide, nothing to say


def test_all_unknown_names_are_told_at_once(careers: Run) -> None:
    done = careers("compare", "data-scientist", "nurzes", "electrishan")
    assert done.code == 3
    assert not done.out
    for said in (
        "`nurzes`",
        "`electrishan`",
        "29-1141.00 Registered Nurses",
        "careers compare data-scientist 29-1141.00",
    ):
        assert said in done.err


def test_salary_tells_all_unknown_names_at_once_too(careers: Run) -> None:
    done = careers("salary", "nurzes", "electrishan")
    assert (done.code, done.out) == (3, "")
    assert "`nurzes`" in done.err
    assert "careers salary 29-1141.00 47-2111.00" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["data-analyst", "data-analyst"], 2, "twice"),
        (["RN", "registered nurse"], 2, "twice"),
        (["data-analyst", "data-analist"], 3, "careers compare data-analyst 15-2051.00  Data Scientists"),
        (["nobody-knows-this"], 3, "nobody-knows-this"),
        ([*SEED, "ai-engineer", "ai-ethicist", "prompt-engineer", "electricians", "RN"], 2, "at most 8"),
        (["ai-engineer", "-w", "pai=1"], 2, "did you mean `pay`?"),
        (["ai-engineer", "-w", "pay=-1"], 2, "negative"),
        (["ai-engineer", "-w", "pay=0"], 2, "all weights are zero"),
        (["ai-engineer", "--limit", "pay>=3CHF"], 2, "`CHF`"),
        (["ai-engineer", "--rows", "pai"], 2, "did you mean `pay`?"),
        (["ai-engineer", "--rows", ","], 2, "names no row"),
    ],
)
def test_what_cannot_be_compared_is_said(careers: Run, arguments: list[str], code: int, said: str) -> None:
    done = careers("compare", *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_one_without_neighbours_is_refused(careers: Run, own_roles: Path) -> None:
    careers("new", "alone")
    done = careers("compare", "alone")
    assert done.code == 2
    assert "names no neighbours" in done.err


@pytest.mark.parametrize("form", ["plain", "markdown", "csv", "table"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_form_says_the_same(careers: Run, form: str, lang: str) -> None:
    done = careers("compare", *THREE, "-w", "pay=1", "-w", "growth=1", "--format", form, "--lang", lang)
    assert done.code == 0
    text = " ".join(done.out.replace("\u202f", ",").split())
    for figure in ("120,230", "97,550", "63,190"):
        assert figure in text
    if form == "csv":
        rows = list(csv.reader(io.StringIO(done.out)))
        assert rows[0] == ["row", "data-scientist", "29-1141.00", "47-2111.00"]
        assert rows[-1][0] == "score"


def test_on_a_terminal_it_asks_and_the_first_picked_is_the_baseline(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["compare", "--no-pager"], env, tmp_path, width=100) as screen:
        screen.read_until("Which careers?")
        screen.type("electrici")
        screen.read_until("electrici...")
        screen.type(" ")
        screen.read_until("●")
        screen.type("\x7f" * 9)
        screen.read_until("AI engineer")
        screen.type("\x1b[A")
        screen.type("scient")
        screen.read_until("scient...")
        screen.type(" \r")
        screen.read_until("Electricians (you")
        assert screen.read_all() == 0


def test_asked_aloud_only_guides_are_listed(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["compare", "--accessible", "--no-pager"], env, tmp_path, width=80, height=60) as screen:
        screen.read_until("Numbers with spaces")
        assert "Electricians" not in screen.text()
        screen.type("10 7\r")
        screen.read_until("Put commas between")
        screen.type("electricians, RN\r")
        screen.read_until("Electricians (you are here)")
        screen.read_until("Registered Nurses")
        screen.read_until("Data scientist")
        assert screen.read_all() == 0


def test_what_is_picked_is_compared_in_the_order_picked(careers: Run) -> None:
    done = careers("compare", answers=[["29-1141.00", "data-scientist"]], width=120)
    assert done.code == 0
    assert "Registered Nurses (you are here)" in done.screen
    assert "Data scientist" in done.screen
    assert careers("compare", answers=[]).code == 130
