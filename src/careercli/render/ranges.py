"""Draws ranges of pay over one axis."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import Range, Ranges
from careercli.core.text.plain_blocks import range_words
from careercli.render import theme
from careercli.render.inline import styled
from careercli.render.wrap import wrap

Line = list[tuple[str, Style]]
#: Between a label and its bar, and between the texts under it.
GAP = 2
#: The axis before a range and after it, where several share one.
TRACK = "┈"
#: Columns beside a bar in which a label may take two lines: with fewer the bar would be too short.
TWO_LINES = 24


def draw_ranges(block: Ranges, width: int) -> Iterator[Line]:
    """Box-and-whisker bars: from the lowest to the best tenth, a box for the middle half, a mark for the median.

    Several share an axis that begins at nought; one alone takes all the room.
    """
    if max(cell_len(row.label) for row in block.rows) > width // 3 - GAP:
        block = replace(block, rows=tuple(replace(row, label=row.short or row.label) for row in block.rows))
    label_width = _beside([row.label for row in block.rows], width // 3)
    room = width - label_width
    low = 0.0 if len(block.rows) > 1 else block.rows[0].points[0]
    scale = (room - 1) / ((max(row.points[4] for row in block.rows) - low) or 1.0)
    for row in block.rows:
        places = [round((point - low) * scale) for point in row.points]
        if row.label and not label_width:
            yield from ([(line, theme.NAME)] for line in wrap(row.label, width))
        drawn = [_bar(places, room), *_under(row, room, places)]
        label = wrap(row.label, label_width - GAP) if label_width else []
        for n, line in enumerate(drawn):
            start = label[n] if n < len(label) else ""
            beside: Line = [(start + " " * (label_width - cell_len(start)), theme.NAME)] if label_width else []
            yield [*beside, *line]


def _beside(labels: Sequence[str], most: int) -> int:
    """The columns of labels that stand beside their bars, in two lines where one is too long; 0: above them."""
    longest = max(map(cell_len, labels))
    if longest <= most - GAP:
        return longest + GAP if longest else 0
    words = [word for label in labels for word in label.split(" ")]
    for width in range(max(map(cell_len, words)), most - GAP + 1):
        if all(len(wrap(label, width)) <= 2 for label in labels):
            return width + GAP if most >= TWO_LINES else 0
    return 0


def _bar(places: list[int], room: int) -> Line:
    """The bar of a range by the columns of its five points; where two meet, the inner one is seen."""
    p10, p25, p50, p75, p90 = places
    cells = [TRACK] * room
    cells[p10 : p90 + 1] = "─" * (p90 - p10 + 1)
    cells[p10], cells[p90] = "├", "┤"
    cells[p25 : p75 + 1] = "━" * (p75 - p25 + 1)
    cells[p50] = "┃"
    styles = {"━": theme.MONEY, "┃": theme.NAME}
    line: Line = []
    for cell in cells:
        style = styles.get(cell, theme.QUIET)
        if line and line[-1][1] is style:
            line[-1] = (line[-1][0] + cell, style)
        else:
            line.append((cell, style))
    return line


def _under(row: Range, room: int, places: list[int]) -> list[Line]:
    """What stands under a bar: its middle under its mark, its ends as near to theirs as they fit; else in one text."""
    p10, p50, p90 = places[0], places[2], places[4]
    if row.ends[0] == row.ends[1]:
        return [[(line, theme.NAME)] for line in wrap(row.text, room)]
    first, middle, last = row.ends[0], row.text, row.ends[1]
    sizes = [cell_len(text) for text in (first, middle, last)]
    gap = GAP if sum(sizes) + 2 * GAP <= room else 1
    if sum(sizes) + 2 * gap > room:
        return [[(line, theme.PLAIN)] for line in wrap(range_words(row), room)]
    at = max(sizes[0] + gap, min(p50 - sizes[1] // 2, room - sizes[2] - gap - sizes[1]))
    start, end = min(p10, at - gap - sizes[0]), max(p90 + 1 - sizes[2], at + sizes[1] + gap)
    gaps = " " * (at - start - sizes[0]), " " * (end - at - sizes[1])
    return [
        [
            (" " * start + first + gaps[0], theme.QUIET),
            *styled(middle, theme.NAME),
            (gaps[1] + last, theme.QUIET),
        ]
    ]
