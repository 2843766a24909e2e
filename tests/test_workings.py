"""How a figure was worked out: sums that the program multiplies and adds up, line by line."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from careercli.core.careers.workings import LARGEST, read_line
from careercli.core.text import page as p
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages
from careercli.pages.workings import working_blocks
from careercli.render import theme
from careercli.render.tally import draw_tally
from tests.conftest import ROOT, Run
from tests.test_data import ROLES

SUM: dict[str, Any] = {
    "name": "A course",
    "text": "You pay it yourself.",
    "points": {"Fees": "2 × 1000", "Rent": "6–12 × 400–450.5", "A grant": -1500},
    "total": "In all",
    "closing": "No loan is counted.",
}


def guide_with(own_roles: Path, **changes: Any) -> None:
    """A guide of one's own whose costs hold one sum."""
    shutil.copytree(ROOT / "data/roles/data-analyst", own_roles / "data-analyst", dirs_exist_ok=True)
    for lang in languages():
        path = own_roles / f"data-analyst/{lang}.yaml"
        text = yaml.safe_load(path.read_text("utf-8"))
        text["costs"]["workings"] = [{part: value for part, value in (SUM | changes).items() if value is not None}]
        path.write_text(json.dumps(text, ensure_ascii=False, indent=1), "utf-8")


def shown(careers: Run, lang: str = "en", width: int = 80) -> str:
    out = careers("show", "data-analyst", "-s", "costs", "--format", "table", width=width, lang=lang).out
    return out[out.index("A course") :].split("No loan")[0].rstrip()


def test_a_sum_is_multiplied_and_added_up(careers: Run, own_roles: Path) -> None:
    guide_with(own_roles)
    assert shown(careers).splitlines() == [
        "A course",
        "You pay it yourself.",
        "Fees                                                2\u00a0×\u00a0$1,000            $2,000",
        "Rent                                 6 to 12\u00a0×\u00a0$400 to $450.50  $2,400 to $5,406",
        "A grant                                                                  −$1,500",
        "                                                                ────────────────",
        "In all                                                          $2,900 to $5,906",
    ]
    data = careers("show", "data-analyst", "-s", "costs", "--json").data["sections"][0]["workings"][0]
    assert (data["low"], data["high"]) == (2900, 5906)
    assert [line["low"] for line in data["lines"]] == [2000, 2400, -1500]


def test_a_sum_is_written_as_each_language_writes_money(careers: Run, own_roles: Path) -> None:
    guide_with(own_roles)
    assert "2\u00a0×\u00a01\u202f000\u00a0€" in shown(careers, "fr")
    assert "2\u202f900\u00a0€ à 5\u202f906\u00a0€" in shown(careers, "fr")


@pytest.mark.parametrize(
    ("unit", "amounts", "told"),
    [
        ("months", ["24–36", 6], "2.5 to 3.5 years"),
        ("months", [60, "0–12", 24], "7 to 8 years"),
        ("hours", [450, "130"], "580 hours"),
        ("hours", [0.5, 0.5], "one hour"),
        ("hours", [1, "0–2.5"], "1 to 3.5 hours"),
    ],
)
def test_times_are_added_up_too(
    careers: Run, own_roles: Path, unit: str, amounts: list[float | str], told: str
) -> None:
    points = {f"Step {n}": amount for n, amount in enumerate(amounts)}
    guide_with(own_roles, unit=unit, points=points)
    assert shown(careers).splitlines()[-1].split("  ")[-1].strip() == told


def test_a_list_of_bases_is_not_added_up(careers: Run, own_roles: Path) -> None:
    guide_with(own_roles, total=None, closing=None)
    out = careers("show", "data-analyst", "-s", "costs", "--format", "plain").out
    lines = out[out.index("A course") :].splitlines()
    assert lines[3:7] == [
        "Fees: 2 × $1,000 = $2,000",
        "Rent: 6 to 12 × $400 to $450.50 = $2,400 to $5,406",
        "A grant: −$1,500",
        "",
    ]


@pytest.mark.parametrize("width", [40, 59, 60, 80, 100, 140])
@pytest.mark.parametrize("lang", languages())
def test_no_line_of_a_sum_is_wider_than_the_screen(catalogue: Catalogue, lang: str, width: int) -> None:
    sums = [
        block
        for id_ in ROLES
        for section in catalogue.get_role(id_, lang).sections
        for block in working_blocks(section.workings, Say(lang))
        if isinstance(block, p.Tally)
    ]
    assert sums
    for block in sums:
        lines = ["".join(text for text, _ in line) for line in draw_tally(block, width)]
        assert max(map(cell_len, lines)) == width
        for line in block.lines:
            assert line.amount in "\n".join(lines)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"points": {}}, "must have at least 1 entries, has 0"),
        ({"points": {str(n): n for n in range(13)}}, "must have at most 12 entries, has 13"),
        ({"unit": "dollars"}, "must match"),
        ({"points": {"x": "1–2–3"}}, "is no amount: write 2300, 2000–2300, 4 × 2300 or -500"),
        ({"points": {"x": "4 x 3"}}, "is no amount"),
        ({"points": {"x": "0 × 5"}}, "is no amount"),
        ({"points": {"x": "9" * 13}}, "is no amount"),
        ({"points": {"x": "1000000000 × 1000000000"}}, "is no amount"),
        ({"points": {"x": None}}, "must be a number, not nothing"),
        ({"points": {"x": [3]}}, "must be a number, not a list"),
        ({"points": [3]}, "must hold named entries, not a list"),
        ({"points": {"No such source [@nowhere]": 3}}, "names the unknown source `nowhere`"),
    ],
)
def test_a_sum_that_cannot_be_reckoned_is_refused(
    careers: Run, own_roles: Path, changes: dict[str, Any], wrong: str
) -> None:
    guide_with(own_roles, **changes)
    done = careers("validate")
    assert done.code == 4
    assert re.search(rf"en\.yaml:\d+: `costs\.workings\.0[^`]*` {re.escape(wrong)}", done.out), done.out


@pytest.mark.parametrize(
    ("amount", "low", "high", "times"),
    [
        (2300.0, 2300, 2300, (1, 1)),
        ("2300", 2300, 2300, (1, 1)),
        (0, 0, 0, (1, 1)),
        ("2000–2300", 2000, 2300, (1, 1)),
        ("4 × 2300", 9200, 9200, (4, 4)),
        ("4×2300", 9200, 9200, (4, 4)),
        ("6–12 × 400–450.5", 2400, 5406, (6, 12)),
        ("0.5×80", 40, 40, (0.5, 0.5)),
        ("3×-100", -300, -300, (3, 3)),
        ("-500–-300", -500, -300, (1, 1)),
        (LARGEST, LARGEST, LARGEST, (1, 1)),
    ],
)
def test_an_amount_is_read_from_one_end_to_the_other(
    amount: float | str, low: float, high: float, times: tuple[float, float]
) -> None:
    line = read_line("Rent", amount)
    assert line is not None
    assert (line.name, line.low, line.high, line.times) == ("Rent", low, high, times)


@pytest.mark.parametrize(
    "amount", ["", "x", "4 x 3", "1–2–3", "0×5", "×5", "5×", "1e3", "1,000", "--3", 1e12 + 1, "2×1e12"]
)
def test_what_is_no_amount_is_none(amount: float | str) -> None:
    assert read_line("Rent", amount) is None


WHOLE = st.integers(min_value=1, max_value=10_000)


@given(WHOLE, WHOLE, WHOLE, WHOLE)
def test_low_ends_are_multiplied_with_low_ends(a: int, b: int, low: int, high: int) -> None:
    line = read_line("x", f"{a}–{b} × {low}–{high}")
    assert line is not None
    assert (line.low, line.high) == (a * low, b * high)


def test_a_total_stands_under_a_rule_and_a_product_under_its_line_where_it_is_narrow() -> None:
    lines = (p.TallyLine("Rent in a town", "12 × $400", "$4,800"), p.TallyLine("Aid", "", "−$50"))
    block = p.Tally(lines, p.TallyLine("In all", "", "$4,750"))

    def drawn(width: int) -> list[str]:
        return ["".join(text for text, _ in line) for line in draw_tally(block, width)]

    assert drawn(60) == [
        "Rent in a town                             12 × $400  $4,800",
        "Aid                                                     −$50",
        "                                                      ──────",
        "In all                                                $4,750",
    ]
    assert drawn(30) == [
        "Rent in a town          $4,800",
        "12 × $400                     ",
        "Aid                       −$50",
        "                        ──────",
        "In all                  $4,750",
    ]
    styles = {text: style for line in draw_tally(block, 30) for text, style in line}
    assert (styles["In all"], styles["Aid"], styles["12 × $400"]) == (theme.NAME, theme.PLAIN, theme.QUIET)
    assert drawn(59)[1].startswith("12 × $400 ")


def test_nothing_taken_off_has_no_minus(careers: Run, own_roles: Path) -> None:
    guide_with(own_roles, points={"Fees": 0, "Aid": -1}, text=None)
    told = [line.split("  ")[-1].strip() for line in shown(careers).splitlines()]
    assert told == ["A course", "$0", "−$1", "───", "−$1"]
