"""Draws careers side by side: a column each, or a block a criterion where there is no room for that."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import Criteria, Criterion, Ranges, SideBySide
from careercli.render import theme
from careercli.render.bars import line_of
from careercli.render.inline import styled
from careercli.render.ranges import draw_ranges
from careercli.render.tables import cut_at_word
from careercli.render.wrap import wrap

Line = list[tuple[str, Style]]
#: Columns of the widest table, of the widest range and remark, and of a career's widest and narrowest column.
WIDEST, WIDEST_PROSE, WIDEST_COLUMN, LEAST_COLUMN = 140, 92, 44, 16
#: Between columns.
GAP = 2
#: Cells of the longest bar in a cell, and of the shortest that says something.
LONGEST, SHORTEST = 10, 5

#: Of a table that is cut: what part of the width its labels take at most, and the columns that they have anyway; the
#: lines of a text in a block.
LABELS, LEAST_LABEL, LINES = 4, 20, 2
#: A text beside a bar that is longer than this goes on in a second line.
WRAPPED = 16


def draw_side_by_side(block: SideBySide, width: int, colon: str) -> Iterator[Line]:
    """Each group under its title: ranges over one axis, a row a criterion, and what must be said of them."""
    labels = max((cell_len(row.label) for group in block.groups for row in group.rows), default=0)
    if block.cut:
        labels = min(labels, max(width // LABELS, LEAST_LABEL))
    room = min(width, WIDEST) - labels
    column = min(room // max(len(block.names), 1) - GAP, WIDEST_COLUMN)
    narrow = column < LEAST_COLUMN or labels > width // 2
    table = min(width, WIDEST_PROSE) if narrow else labels + (GAP + column) * len(block.names)
    for group in block.groups:
        named = block.cut and not narrow and bool(group.rows) and cell_len(group.title) <= labels
        if not named:
            yield _title(group.title, table)
        if narrow:
            yield from _blocks(group, block.names, min(width, WIDEST_PROSE), colon, cut=block.cut)
        elif group.rows:
            title, style = (group.title, theme.SECTION) if named else ("", theme.NAME)
            names: list[Line] = [[(name, theme.NAME)] for name in block.names]
            yield from _row(title, _cut(names, column) if block.cut else names, labels, column, style)
            for row in group.rows:
                cells, label = _cells(row, column), row.label
                if block.cut:
                    cells, label = _cut(cells, column, group.lines), cut_at_word(label, labels)
                yield from _row(label, cells, labels, column)
        if group.ranges:
            yield from draw_ranges(Ranges(group.ranges), min(max(table, 60), width, WIDEST_PROSE))
        for line in wrap(group.remark, min(width, WIDEST_PROSE)) if group.remark else ():
            yield list(styled(line, theme.QUIET))
        yield []


def _cut(cells: list[Line], width: int, most: int = 1) -> list[Line]:
    """The cells with texts that fit into so many lines beside their bars."""
    cut: list[Line] = []
    for *bar, (text, style) in cells:
        used = sum(cell_len(piece) for piece, _ in bar)
        whole = wrap(text, width - used)
        fitting = " ".join([*whole[: most - 1], cut_at_word(" ".join(whole[most - 1 :]), width - used)])
        cut.append([*bar, (fitting if len(whole) > most else text, style)])
    return cut


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


def _blocks(group: Criteria, names: tuple[str, ...], width: int, colon: str, *, cut: bool) -> Iterator[Line]:
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
            told = f"{name}{colon}{text}"
            for n, line in enumerate(wrap(told, width - 2)[: LINES if cut else None]):
                head = len(name) + len(colon) - 1 if n == 0 else 0
                yield [("  ", theme.PLAIN), (line[:head], theme.QUIET), *styled(line[head:])]
