"""What is drawn keeps within the screen, whatever its width and whatever the writing."""

import pytest
from rich.cells import cell_len

from careercli.core.text.page import Bullets, Grid, Heading, Page, Pair, Prose, Range, Ranges
from careercli.core.text.plaintext import measure, wrap_told
from careercli.export.plain import export_plain
from careercli.render.terminal import render_page

LONG = Bullets((("A name of some length", "And a text that is longer than a narrow screen."),), "plus")
POINTS = (30_000.0, 40_000.0, 50_000.0, 60_000.0, 90_000.0)


def draw(page: Page, width: int) -> list[str]:
    return render_page(page, width=width, colour=False, boxes=True).rstrip("\n").split("\n")


@pytest.mark.parametrize("width", [20, 25, 30, 40, 60, 72, 80, 140, 200])
@pytest.mark.parametrize("label", ["", "United States", "日本の給料", "a label that is longer than any narrow screen"])
def test_nothing_is_wider_than_the_screen(width: int, label: str) -> None:
    page = Page(
        (
            Heading("A heading that is longer than a narrow screen", 1),
            Prose("Words that go on for some time."),
            Pair("It is a good fit if you can say that of yourself", LONG, "It is none if you must say that", LONG),
            Ranges((Range(label, POINTS, "median $50,000 or 50\u202f000\u00a0$", ("$30,000", "$90,000")),)),
        )
    )
    assert max(map(cell_len, draw(page, width))) <= width


def test_wide_characters_do_not_shift_a_bar() -> None:
    rows = tuple(Range(label, POINTS, "median", ("low", "high")) for label in ("日本", "abcd", "e\u0301tat"))
    starts = {cell_len(line[: line.index("├")]) for line in draw(Page((Ranges(rows),)), 80) if "├" in line}
    assert starts == {6}


def test_wide_characters_do_not_shift_a_column() -> None:
    lines = export_plain(Page((Grid(("name", "pay"), (("日本", "1"), ("abcd", "2"), ("e\u0301ta", "3"))),))).split("\n")
    assert {cell_len(line[:-1]) for line in lines[1:4]} == {6}


@pytest.mark.parametrize("text", ["", "abc", "é", "e\u0301", "日本", "ﾊﾝ", "★ 4", "a\u00a0b\u202fc", "־שלום"])
def test_columns_are_counted_as_a_terminal_counts_them(text: str) -> None:
    assert measure(text) == cell_len(text)


def test_a_row_of_a_pipe_is_one_line() -> None:
    page = Page((Bullets((("name", "two\nlines"),)), Grid(("a", "b"), (("c\nd", "e"),))))
    assert export_plain(page) == "- name: two lines\n\na    b\nc d  e\n"


def test_a_command_that_is_suggested_stays_whole() -> None:
    told = "Next: `careers quiz ai-engineer`, `careers compare ai-engineer` or `careers show 15-1252.00`"
    lines = wrap_told(told, 79).split("\n")
    assert [line.count("`") % 2 for line in lines] == [0, 0]
    assert max(map(len, lines)) <= 79
    assert max(map(len, wrap_told(told, 20).split("\n"))) <= 20
    assert " ".join(wrap_told(told, 20).split()) == told
