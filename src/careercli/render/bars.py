"""Draws bars over one scale, and moments in their order."""

from collections.abc import Iterator

from msgspec.structs import replace
from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import Bar, Bars, Timeline
from careercli.render import theme
from careercli.render.inline import styled
from careercli.render.wrap import wrap

Line = list[tuple[str, Style]]
#: Cells of the longest bar, and of the shortest that is still drawn.
LONGEST, SHORTEST = 24, 6
#: Between bars side by side.
GAP = 3
#: Nought in the middle of a bar, what stands at the end of one that goes on past its scale, and both turned around.
ZERO, PAST, TURNED = "│", "▸", str.maketrans("╾▸", "╼◂")
#: Before a note.
INDENT = 2


def draw_bars(block: Bars, width: int) -> Iterator[Line]:
    """A line a bar, or some side by side: label, bar, figure; without room for a bar the figure alone."""
    if block.across > 1:
        column = (width - GAP * (block.across - 1)) // block.across
        widest = max(cell_len(row.label) for row in block.rows) + max(cell_len(row.text) for row in block.rows)
        if column - widest - 3 >= SHORTEST:
            yield from _side_by_side(block, column)
            return
    labels = max((cell_len(row.label) for row in block.rows), default=0)
    texts = max((cell_len(row.text) for row in block.rows), default=0)
    room = min(LONGEST, width - labels - texts - 3)
    noted = any(row.note for row in block.rows)
    if room < SHORTEST:
        for row in block.rows:
            yield from _without_bar(row, width, noted=noted)
            yield from _note(row, width)
        return
    for row in block.rows:
        hue = theme.BAR if row.hue is None else theme.HUES[row.hue]
        label = row.label + " " * (labels - cell_len(row.label) + 1)
        if block.both_ways:
            drawn = from_middle(row.share, room, hue)
        else:
            bar, track = line_of(row.share, room)
            before = min(int(row.start * room), max(len(bar) - 1, 0))
            drawn = [("─" * before, theme.QUIET), (bar[before:], hue), (track, theme.QUIET)]
        yield [(label, theme.NAME if noted else theme.PLAIN), *drawn, (f" {row.text}", theme.PLAIN)]
        yield from _note(row, width)


def _without_bar(row: Bar, width: int, *, noted: bool) -> Iterator[Line]:
    """A label and its figure; among those with notes under them the figure has a line of its own where it needs one."""
    if not noted:
        yield from ([(line, theme.PLAIN)] for line in wrap(f"{row.label} {row.text}", width))
        return
    if cell_len(row.label) + 2 + cell_len(row.text) <= width:
        yield [(row.label, theme.NAME), (f"  {row.text}", theme.PLAIN)]
    else:
        yield from ([(line, theme.NAME)] for line in wrap(row.label, width))
        yield from ([(" " * INDENT + line, theme.PLAIN)] for line in wrap(row.text, width - INDENT))


def _note(row: Bar, width: int) -> Iterator[Line]:
    """What stands under a bar."""
    for line in wrap(row.note, width - INDENT) if row.note else ():
        yield [(" " * INDENT, theme.PLAIN), *styled(line)]


def _side_by_side(block: Bars, column: int) -> Iterator[Line]:
    """The bars in columns, each read downwards."""
    rows = -(-len(block.rows) // block.across)
    drawn = list(draw_bars(replace(block, across=1), column))
    for n in range(rows):
        line: Line = []
        for cell in drawn[n::rows]:
            used = sum(cell_len(text) for text, _ in line)
            at = 0 if not line else -(-used // (column + GAP)) * (column + GAP)
            line += [(" " * (at - used), theme.PLAIN), *cell] if line else cell
        yield line


def line_of(share: float, cells: int) -> tuple[str, str]:
    """A bar of a share of some cells, to half a cell, and its track; a share above zero is never nothing."""
    halves = round(min(max(share, 0.0), 1.0) * cells * 2)
    whole, half = divmod(max(halves, 1) if share > 0 else 0, 2)
    return "━" * whole + "╾" * half, "─" * (cells - whole - half)


def from_middle(share: float, cells: int, style: Style) -> Line:
    """A bar of a share, -1 to 1, from nought in the middle of some cells, one less where they are even.

    What is beyond ends in a sign that points on.
    """
    side = (cells - 1) // 2
    drawn, rest = line_of(abs(share), side)
    if abs(share) > 1:
        drawn = drawn[:-1] + PAST
    bar, track, other = (drawn, style), (rest, theme.QUIET), ("─" * side, theme.QUIET)
    zero = (ZERO, theme.QUIET)
    if share < 0:
        return [track, (drawn[::-1].translate(TURNED), style), zero, other]
    return [other, zero, bar, track]


def draw_timeline(block: Timeline, width: int) -> Iterator[Line]:
    """A dot a moment on one line, its time beside it; what happens then is wrapped under itself."""
    times = max((cell_len(time) for time, _ in block.moments), default=0)
    last = len(block.moments) - 1
    for number, (time, text) in enumerate(block.moments):
        for n, line in enumerate(wrap(text, max(width - times - 4, 10))):
            start = time if n == 0 else ""
            mark = "●" if n == 0 else "│" if number < last else " "
            padded = " " * (times - cell_len(start)) + start
            yield [(padded, theme.NAME), (f" {mark} ", theme.RULE if n else theme.SECTION), (line, theme.PLAIN)]
