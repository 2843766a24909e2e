"""Lists in the explorer: as many rows at once as have digits and a screen holds, each opened by the digit before it."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from careercli.core.careers.reports import Report
from careercli.core.careers.worldmap import MapReport
from careercli.explorer.menu import DIGITS, Item

#: Where the rows of a list stand in its report, by its command.
_ROWS = {"list": "cards", "search": "hits"}
#: Lines of a screen around the rows: the title, what signs say, the menu; and so many rows on the smallest.
AROUND, LEAST = 17, 3


def rows_of(report: Report | None) -> tuple[Any, ...]:
    """The careers of a list that is read sheet by sheet; none of another page."""
    rows: tuple[Any, ...] = getattr(report, _ROWS.get(report.command, ""), ()) if report else ()
    return rows


def matches_of(report: Report | None) -> Any:
    """The careers of a list that fits somebody, or that would if they had answered otherwise; none of another page."""
    data = getattr(report, "data", None)
    changed = getattr(getattr(data, "what_if", None), "matches", None)
    return getattr(data, "matches", ()) if changed is None else changed


def size_for(height: int) -> int:
    """How many rows a screen of so many lines holds; 0 lines are as many as one likes."""
    return min(max(height - AROUND, LEAST), DIGITS) if height else DIGITS


def part_of(report: Report, first: int, size: int) -> Report:
    """A list with so many rows, the `first` from 0; another report as it is."""
    rows = rows_of(report)
    if not rows:
        return report
    return replace(report, **{_ROWS[report.command]: rows[first : first + size]})


def choices_of(report: Report | None, items: list[Item], first: int, size: int) -> tuple[list[Item], tuple[int, int]]:
    """The items of a page of which those that open a row are of those shown, and what follows: from, to which row.

    What follows is (0, 0) where one sheet is all; after the last rows the first follow.
    """
    total = len(rows_of(report))
    if not total:
        return items, (0, 0)
    following = next_after(report, first, size)
    shown = [*items[first : first + size], *(item for item in items[total:] if item.key)]
    return shown, (following + 1, min(following + size, total)) if total > size else (0, 0)


def next_after(report: Report | None, first: int, size: int) -> int:
    """The place of the first row of the next sheet; after the last rows come the first."""
    return first + size if first + size < len(rows_of(report)) else 0


def listed_in(report: Report | None, items: Sequence[Item], sheet: int) -> int:
    """How many of the items stand in the page itself, each with its digit."""
    digits = sum(item.key.isdigit() for item in items)
    if rows_of(report) or isinstance(report, MapReport):
        return digits
    matches = matches_of(report)
    return min(len(matches), digits) if isinstance(matches, tuple) and sheet == 0 else 0
