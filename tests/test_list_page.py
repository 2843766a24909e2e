"""The pages of lists: what comes first and last, and what is offered next."""

import re
import shlex

import pytest

from careercli.core.text.page import Grid, Page
from careercli.render.terminal import render_page

from .conftest import Run


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_list_of_guides_says_first_that_there_are_other_careers(careers: Run, lang: str) -> None:
    first = careers("list", "--format", "table", width=80, lang=lang).out.split("\n\n")[1]
    commands = re.findall("`careers (.+?)`", " ".join(first.split()))
    assert len(commands) == 3
    assert "1,016 careers" in " ".join(first.split()) or "1\u202f016" in first
    for line in commands:
        assert careers(*shlex.split(line), lang=lang).code == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_long_list_says_what_its_signs_mean_before_the_rows(careers: Run, lang: str) -> None:
    out = careers("list", "--all", "--format", "table", width=80, lang=lang).out
    assert 0 < out.index("★: " if lang == "en" else "★\u00a0: ") < out.index("─────")
    short = careers("list", "--all", "--family", "law", "--format", "table", width=80).out
    assert short.index("─────") < short.index("★: ")


def test_what_has_no_figure_comes_last_where_no_order_is_asked_for(careers: Run) -> None:
    rows = careers("list", "--all", "--json").data
    bare = [row["family"] for row in rows if row["median"] is None and row["growth_percent"] is None]
    assert "military" in bare
    assert [row["family"] for row in rows[-len(bare) :]] == bare
    names = [row["name"] for row in careers("list", "--all", "--sort", "name", "--json").data]
    assert names.index("Infantry") < names.index("Lawyers")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_alphabetical_list_does_not_offer_its_first(careers: Run, lang: str) -> None:
    for given in (("list", "--all"), ("list", "--all", "--family", "law")):
        actions = careers(*given, "--json", lang=lang).document["actions"]
        assert "show" not in [action["id"] for action in actions]
        for action in actions:
            assert careers(*shlex.split(action["command"])[1:], lang=lang).code == 0
    ids = [action["id"] for action in careers("list", "--all", "--json").document["actions"]]
    assert ids[:3] == ["sort", "about", "search"]
    best = careers(*given, "--json").document["actions"][0]["command"]
    assert best == "careers list --all --family law --sort pay"


def test_titles_come_again_on_top_of_each_screen_of_the_pager() -> None:
    grid = Grid(("Name", "Pay"), tuple((f"row {n}", "1") for n in range(100)), one_line=True)
    lines = render_page(Page((grid,)), width=80, colour=False, boxes=True, screen=23).splitlines()
    assert [n for n, line in enumerate(lines) if line.startswith("Name")] == [0, 23, 46, 69, 92]
    without = render_page(Page((grid,)), width=80, colour=False, boxes=True)
    assert without.count("Name") == 1
