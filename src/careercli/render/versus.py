"""Draws careers side by side: a column each, or a block a criterion where there is no room for that."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import Criteria, Criterion, Ranges, SideBySide
from careercli.render import theme
from careercli.render.bars import line_of
from careercli.render.inline import styled
from careercli.render.ranges import draw_ranges
from careercli.render.wrap import wrap

Line = list[tuple[str, Style]]
#: Columns of the widest table, of the widest range and remark, and of a career's widest and narrowest column.
WIDEST, WIDEST_PROSE, WIDEST_COLUMN, LEAST_COLUMN = 140, 92, 44, 16
#: Between columns.
GAP = 2
#: Cells of the longest bar in a cell, and of the shortest that says something.
LONGEST, SHORTEST = 10, 5

#: A text beside a bar that is longer than this goes on in a second line.
WRAPPED = 16


def draw_side_by_side(block: SideBySide, width: int, colon: str) -> Iterator[Line]:
    """Each group under its title: ranges over one axis, a row a criterion, and what must be said of them."""
    labels = max((cell_len(row.label) for group in block.groups for row in group.rows), default=0)
    room = min(width, WIDEST) - labels
    column = min(room // max(len(block.names), 1) - GAP, WIDEST_COLUMN)
    narrow = column < LEAST_COLUMN or labels > width // 2
    table = min(width, WIDEST_PROSE) if narrow else labels + (GAP + column) * len(block.names)
    for group in block.groups:
        yield _title(group.title, table)
        if group.ranges:
            yield from draw_ranges(Ranges(group.ranges), min(max(table, 60), width, WIDEST_PROSE))
        if narrow:
            yield from _blocks(group, block.names, min(width, WIDEST_PROSE), colon)
        elif group.rows:
            yield from _row("", [[(name, theme.NAME)] for name in block.names], labels, column)
            for row in group.rows:
                yield from _row(row.label, _cells(row, column), labels, column)
        for line in wrap(group.remark, min(width, WIDEST_PROSE)) if group.remark else ():
            yield list(styled(line, theme.QUIET))
        yield []


def _title(title: str, width: int) -> Line:
    rule = "─" * max(width - cell_len(title) - 1, 0)
    return [(title, theme.SECTION), (f" {rule}", theme.RULE)]


def _cells(row: Criterion, column: int) -> list[Line]:
    """The cells of a row, each a bar and a text; the bars are as long as the longest text leaves room for."""
    bar = _bar_cells(row, column)
    shares = row.shares or (None,) * len(row.texts)
    return [[*_bar(share, bar, row), (text, theme.PLAIN)] for text, share in zip(row.texts, shares, strict=True)]


def _bar_cells(row: Criterion, room: int) -> int:
    """Cells of the bars of a row; where its texts leave no room for them, those go on in a second line."""
    longest = max(map(cell_len, row.texts))
    if all(share is None for share in row.shares):
        return 0
    fitting = (min(LONGEST, room - size - 1) for size in (longest, min(longest, WRAPPED)))
    return next((bar for bar in fitting if bar >= SHORTEST), 0)


def _bar(share: float | None, cells: int, row: Criterion) -> Line:
    if not cells or share is None:
        return []
    drawn, rest = line_of(share, cells)
    return [(drawn, theme.STARS if row.stars else theme.BAR), (rest, theme.QUIET), (" ", theme.PLAIN)]


def _row(label: str, cells: list[Line], labels: int, column: int, style: Style = theme.NAME) -> Iterator[Line]:
    """A row of the table; what does not fit into a cell goes on under it."""
    drawn = [list(_wrapped(cell, column)) for cell in cells]
    for n in range(max(map(len, drawn))):
        start = label if n == 0 else ""
        line: Line = [(start + " " * (labels - cell_len(start)), style)]
        for place, lines in enumerate(drawn):
            used = sum(cell_len(text) for text, _ in line)
            at = labels + GAP + place * (column + GAP)
            line += [(" " * (at - used), theme.PLAIN), *(lines[n] if n < len(lines) else [])]
        yield line


def _wrapped(cell: Line, width: int) -> Iterator[Line]:
    """The lines of a cell: a bar stands before the first."""
    *bar, (text, style) = cell
    used = sum(cell_len(piece) for piece, _ in bar)
    for n, line in enumerate(wrap(text, width - used)):
        yield [*(bar if n == 0 else [(" " * used, theme.PLAIN)]), *styled(line, style)]


def _blocks(group: Criteria, names: tuple[str, ...], width: int, colon: str) -> Iterator[Line]:
    """A block a criterion: its label, and a line a career."""
    longest = max(map(cell_len, names))
    for row in group.rows:
        yield from ([(line, theme.NAME)] for line in wrap(row.label, width))
        room = width - 2 - longest - GAP
        beside = room >= LEAST_COLUMN and max(cell_len(text) for text in row.texts) <= 2 * room
        cells = _cells(row, room) if beside else [[(text, theme.PLAIN)] for text in row.texts]
        for name, cell, text in zip(names, cells, row.texts, strict=True):
            if beside:
                yield from ([("  ", theme.PLAIN), *line] for line in _row(name, [cell], longest, room, theme.QUIET))
                continue
            for n, line in enumerate(wrap(f"{name}{colon}{text}", width - 2)):
                head = len(name) + len(colon) - 1 if n == 0 else 0
                yield [("  ", theme.PLAIN), (line[:head], theme.QUIET), *styled(line[head:])]
