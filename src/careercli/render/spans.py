"""Draws bars from a point to another over one axis from nought, their ends in columns beside them."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import Span, Spans
from careercli.locale import NO_BREAK
from careercli.locale.words import MARK
from careercli.render import theme
from careercli.render.inline import styled
from careercli.render.ranges import TRACK
from careercli.render.tables import cut_at_word
from careercli.render.wrap import wrap

Line = list[tuple[str, Style]]
#: Between columns, and between the two ends of a bar.
GAP, DASH = "  ", " – "
#: Columns of the shortest bar that stands beside its label and its ends, and of the widest label.
SHORTEST, WIDEST_LABEL = 20, 24


class _Columns:
    """How wide the columns of the ends and of what is beside them are."""

    def __init__(self, rows: tuple[Span, ...]) -> None:
        ends = [_ends(row) for row in rows]
        self.mark = len(MARK) + 1 if any(mark for mark, *_ in ends) else 0
        both = [(low, high) for _, low, high in ends if low and high]
        self.low = max((cell_len(low) for low, _ in both), default=0)
        self.high = max((cell_len(high) for _, high in both), default=0)
        alone = max((cell_len(low or high) for _, low, high in ends), default=0)
        self.money = max(self.low + len(DASH) + self.high if both else 0, alone)
        self.aside = max(cell_len(row.aside) for row in rows)
        self.width = self.mark + self.money + (len(GAP) + self.aside if self.aside else 0)

    def draw(self, row: Span) -> Line:
        """The ends of a row, digits under digits, and what is beside them."""
        mark, low, high = _ends(row)
        money = f"{low}{DASH}{_right(high, self.high)}" if low and high else low or high
        beside: Line = [(GAP, theme.PLAIN), *styled(_right(row.aside, self.aside))] if self.aside else []
        return [(mark.ljust(self.mark), theme.PLAIN), (_right(money, self.money), theme.MONEY), *beside]


def draw_spans(block: Spans, width: int) -> Iterator[Line]:
    """A line a bar: label, bar, ends, what is beside; where there is no room for that, the bar under them."""
    columns = _Columns(block.rows)
    labels = min(max(cell_len(row.label) for row in block.rows if row.points or row.aside), WIDEST_LABEL)
    room = width - labels - columns.width - 2 * len(GAP)
    if room < SHORTEST:
        yield from _stacked(block, columns, width)
        return
    for row in block.rows:
        if not row.points and not row.aside:
            yield _title(row, width)
            continue
        lines: list[Line] = [[*_bar(row, block.most, room), (GAP, theme.PLAIN), *columns.draw(row)]]
        lines += [under] if (under := _under(row, block.most, room)) else []
        label = wrap(row.label, labels)
        for n in range(max(len(label), len(lines))):
            start = label[n] if n < len(label) else ""
            beside = lines[n] if n < len(lines) else []
            yield [(start + " " * (labels - cell_len(start)) + GAP, theme.NAME), *beside]
    if any(block.scale):
        yield [(" " * labels + GAP + _scale(block, room), theme.QUIET)]


def _scale(block: Spans, room: int) -> str:
    """The ends of the axis under them."""
    first, last = block.scale
    return first + _right(last, room - cell_len(first))


def _stacked(block: Spans, columns: _Columns, width: int) -> Iterator[Line]:
    for row in block.rows:
        if not row.points and not row.aside:
            yield _title(row, width)
            continue
        room = width - columns.width - len(GAP)
        beside = cell_len(row.label) <= room
        if not beside:
            yield from ([(line, theme.NAME)] for line in wrap(row.label, width))
        label = row.label if beside else ""
        gap = " " * max(width - columns.width - cell_len(label), 0)
        beside_it = columns.draw(row)
        if columns.width > width:
            text = "".join(piece for piece, _ in beside_it)
            yield from ([(line, theme.MONEY)] for line in wrap(text.strip(), width))
        else:
            yield [(label + gap, theme.NAME), *beside_it]
        if row.points:
            yield _bar(row, block.most, width)
        if under := _under(row, block.most, width):
            yield under
    if any(block.scale):
        yield [(_scale(block, width), theme.QUIET)]


def _title(row: Span, width: int) -> Line:
    label = cut_at_word(row.label, width)
    fits = row.text and cell_len(label) + len(GAP) + cell_len(row.text) <= width
    return [(label, theme.NAME), *([(GAP, theme.PLAIN), *styled(row.text)] if fits else [])]


def _ends(row: Span) -> tuple[str, str, str]:
    """The mark of the ends of a row, and these."""
    marked = f"{MARK}{NO_BREAK}"
    low, high = row.ends if row.ends[0] != row.ends[1] else ("", row.ends[1])
    return (MARK, low.removeprefix(marked), high) if low.startswith(marked) else ("", low, high)


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _places(row: Span, most: float, room: int) -> list[int]:
    """The columns of the points of a row."""
    return [round(min(point / most, 1.0) * (room - 1)) for point in row.points]


def _bar(row: Span, most: float, room: int) -> Line:
    """The bar of a row on its track: filled, or of five percentiles as everywhere."""
    cells = [TRACK] * room
    inside: set[int] = set()
    if row.points:
        places = _places(row, most, room)
        first, last = places[0], places[-1]
        inside = set(range(first, last + 1))
        if len(places) == 5:
            cells[first : last + 1] = "├" + "─" * (last - first - 1) + "┤" if last > first else "│"
            cells[places[1] : places[3] + 1] = "━" * (places[3] - places[1] + 1)
            cells[places[2]] = "┃"
        elif first == last and len(places) == 1:
            cells[first] = "┃"
        else:
            cells[first : last + 1] = "━" * (last - first + 1)
    line: Line = []
    for n, cell in enumerate(cells):
        style = theme.NAME if cell == "┃" else theme.MONEY if n in inside else theme.QUIET
        if line and line[-1][1] is style:
            line[-1] = (line[-1][0] + cell, style)
        else:
            line.append((cell, style))
    return line


def _under(row: Span, most: float, room: int) -> Line:
    """What stands under the median."""
    if not row.middle or len(row.points) < 3:
        return []
    size = cell_len(row.middle)
    at = _places(row, most, room)[2]
    start = max(0, min(at - size // 2, room - size))
    return [(" " * start, theme.PLAIN), *styled(row.middle, theme.PLAIN)]
