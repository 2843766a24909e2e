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
    named = _is_room_for_middles(block.rows, label_width - GAP)
    room = width - label_width
    low = 0.0 if len(block.rows) > 1 else block.rows[0].points[0]
    scale = (room - 1) / ((max(row.points[4] for row in block.rows) - low) or 1.0)
    for row in block.rows:
        places = [round((point - low) * scale) for point in row.points]
        if row.label and not label_width:
            yield from ([(line, theme.NAME)] for line in wrap(row.label, width))
        drawn = [_bar(places, room), *_under(replace(row, text=row.middle[1]) if named else row, room, places)]
        label = [row.label, row.middle[0]] if named else wrap(row.label, label_width - GAP) if label_width else []
        for n, line in enumerate(drawn):
            start = label[n] if n < len(label) else ""
            style = theme.QUIET if named and n else theme.NAME
            beside: Line = [(start + " " * (label_width - cell_len(start)), style)] if label_width else []
            yield [*beside, *line]


def _is_room_for_middles(rows: Sequence[Range], width: int) -> bool:
    """Whether under each label, on one line, there is room for what the middle of its range is."""
    return all(row.middle[0] and max(map(cell_len, (row.label, row.middle[0]))) <= width for row in rows)


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
    """What stands under a bar: its ends and its middle, each under its own mark; else in one text."""
    if row.ends[0] == row.ends[1]:
        return [[(line, theme.NAME)] for line in wrap(row.text, room)]
    texts = (row.ends[0], row.text, row.ends[1])
    sizes = [cell_len(text) for text in texts]
    gap = GAP if sum(sizes) + 2 * GAP <= room else 1
    if sum(sizes) + 2 * gap > room:
        return [[(line, theme.PLAIN)] for line in wrap(range_words(row), room)]
    first, middle, last = _starts(sizes, (places[0], places[2], places[4]), room, gap)
    gaps = " " * (middle - first - sizes[0]), " " * (last - middle - sizes[1])
    return [
        [
            (" " * first + texts[0] + gaps[0], theme.QUIET),
            *styled(texts[1], theme.NAME),
            (gaps[1] + texts[2], theme.QUIET),
        ]
    ]


def _starts(sizes: Sequence[int], marks: tuple[int, int, int], room: int, gap: int) -> tuple[int, int, int]:
    """Where three texts begin so that each stands under its mark, or as little beside it as they do not touch.

    Best the first begins under its mark, the middle of the second is under its own, and the last ends there.
    """
    wanted = (marks[0], marks[1] - sizes[1] // 2, marks[2] + 1 - sizes[2])

    def placed(middle: int) -> tuple[int, int, int]:
        return min(wanted[0], middle - gap - sizes[0]), middle, max(wanted[2], middle + sizes[1] + gap)

    def cost(starts: tuple[int, int, int]) -> tuple[int, int]:
        beside = (
            max(start - mark, mark - (start + size - 1), 0)
            for start, size, mark in zip(starts, sizes, marks, strict=True)
        )
        return sum(beside), sum(abs(start - best) for start, best in zip(starts, wanted, strict=True))

    return min(map(placed, range(sizes[0] + gap, room - sizes[2] - gap - sizes[1] + 1)), key=cost)
