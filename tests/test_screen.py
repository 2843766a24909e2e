"""What is drawn keeps within the screen, whatever its width and whatever the writing."""

import re

import pytest
from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import (
    Bar,
    Bars,
    Bibliography,
    Bullets,
    Cited,
    Grid,
    Heading,
    Page,
    Pair,
    Prose,
    Range,
    Ranges,
)
from careercli.core.text.plaintext import measure, wrap_told
from careercli.export.plain import export_plain
from careercli.render.bars import LONGEST, from_middle
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
    starts = {cell_len(line[: line.index("┈")]) for line in draw(Page((Ranges(rows),)), 80) if "├" in line}
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


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.5, 1.0])
def test_a_bar_has_a_track_to_its_end(share: float) -> None:
    (line,) = draw(Page((Bars((Bar("label", share, "text"),)),)), 60)
    drawn = line.removeprefix("label ").removesuffix(" text")
    assert re.fullmatch("━*╾?─*", drawn)
    assert len(drawn) == LONGEST
    assert drawn.startswith("─") == (share == 0)
    assert drawn.endswith("━") == (share == 1)


def test_ranges_that_share_an_axis_show_all_of_it() -> None:
    rows = (Range("a", POINTS, "m", ("l", "h")), Range("b", tuple(2 * p for p in POINTS), "m", ("l", "h")))  # type: ignore[arg-type]
    lines = [line for line in draw(Page((Ranges(rows),)), 60) if "┃" in line]
    assert [bool(re.fullmatch("[ab]  ┈*├[─━┃]+┤┈*", line)) for line in lines] == [True, True]
    assert {cell_len(line) for line in lines} == {60}


@pytest.mark.parametrize("width", range(20, 40))
def test_what_interrupts_a_text_is_quiet_and_in_one_piece(width: int) -> None:
    page = Page((Prose("It costs a great deal of money (our guess) here [12], [3]."),), aside="(our guess)")
    drawn = render_page(page, width=width, colour=True, boxes=True)
    assert "\x1b[2m(our\u00a0guess)\x1b[0m" in drawn
    assert re.search(r"\x1b\[2m ?\[12\]\x1b\[0m", drawn)
    assert "(our guess)" in render_page(page, width=width, colour=False, boxes=True).replace("\u00a0", " ")


@pytest.mark.parametrize("width", [20, 40, 66, 92])
def test_a_source_takes_a_line_where_one_form_of_it_does_and_no_address_is_broken(width: int) -> None:
    address = "https://example.org/a/page/of/some/length"
    whole = f"Publisher, The title of it, 2025. {address} (and a remark on it)"
    cited = Cited("[1]", whole, (f"Publisher, The title of it, 2025. {address}", f"Publisher, 2025. {address}", "Pub"))
    lines = draw(Page((Bibliography((cited,), "All: `careers sources`"), Prose(whole))), width)
    assert lines[0].removeprefix("[1]  ") == {20: "Pub", 40: "Pub", 66: cited.shorter[1], 92: cited.shorter[0]}[width]
    assert lines[1] == "All: `careers sources`" if width > 20 else lines[1].startswith("All:")
    assert [word for line in lines[2:] for word in line.split() if "/" in word] == [address]


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (0.0, "────│────"),
        (0.5, "────│━━──"),
        (0.01, "────│╾───"),
        (-0.01, "───╼│────"),
        (-0.6, "─╼━━│────"),
        (1.0, "────│━━━━"),
        (1.1, "────│━━━▸"),
        (-1.1, "◂━━━│────"),
    ],
)
def test_what_falls_is_drawn_to_the_left_and_what_goes_past_the_scale_points_on(share: float, drawn: str) -> None:
    assert "".join(text for text, _ in from_middle(share, 9, Style())) == drawn
    (line,) = (line for line in draw(Page((Bars((Bar("a", share, "t"),), both_ways=True),)), 14) if "t" in line)
    assert line == f"a {drawn} t"


@pytest.mark.parametrize("width", [70, 80, 92])
def test_amounts_stand_under_what_they_name_as_far_as_they_fit(width: int) -> None:
    amounts = ("$68,940", "$97,550 ★ 6", "$137,470")
    points = (68_940.0, 80_000.0, 97_550.0, 112_000.0, 137_470.0)
    wider = Range(
        "Wider range", (0.0, 1.0, 2.0, 3.0, 214_670.0), "median", ("low", "high"), middle=("median", "middle")
    )
    row = Range("Registered", points, f"median {amounts[1]}", (amounts[0], amounts[2]), middle=("median", amounts[1]))
    bar, under, *_ = draw(Page((Ranges((row, wider)),)), width)
    assert under.split("  ")[0] == "median"
    for text, mark in zip(amounts, "├┃┤", strict=True):
        assert under.index(text) <= bar.index(mark) < under.index(text) + len(text), mark
    bar, under, *_ = draw(Page((Ranges((row, wider)),)), 44)  # too narrow for that: they do not touch
    assert re.search(r" \$68,940 {1,2}\$97,550 ★ 6 {1,2}\$137,470", under)


def test_an_amount_that_has_room_begins_or_ends_under_its_mark() -> None:
    row = Range("", POINTS, "$50,000", ("$30,000", "$90,000"))
    bar, under, *_ = draw(Page((Ranges((row,)),)), 80)
    assert under.index("$30,000") == bar.index("├")
    assert under.index("$90,000") + len("$90,000") == bar.index("┤") + 1
    assert under.index("$50,000") + 3 == bar.index("┃")
