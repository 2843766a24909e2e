"""Draws careers side by side: a column each, or a block a criterion where there is no room for that."""

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import Criteria, Criterion, Ranges, SideBySide, map_texts, without_spare
from careercli.render import theme
from careercli.render.bars import from_middle, line_of
from careercli.render.inline import styled
from careercli.render.ranges import draw_ranges
from careercli.render.tables import BEFORE_CUT, cut_at_word
from careercli.render.wrap import wrap

Line = list[tuple[str, Style]]
#: Columns of the widest table, of the widest range and remark, and of a career's widest and narrowest column.
WIDEST, WIDEST_PROSE, WIDEST_COLUMN, LEAST_COLUMN = 140, 92, 44, 16
#: Between columns.
GAP = 2
#: Columns of an axis under a narrow table.
LEAST_AXIS = 60
#: Cells of the longest bar in a cell, and of the shortest that says something.
LONGEST, SHORTEST = 10, 5

#: Of a table that is cut: what part of the width its labels take at most, the columns that they have anyway, and the
#: lines of the longest text.
LABELS, LEAST_LABEL, LINES = 4, 20, 4
#: The shortest rule between a title and a remark, with the spaces around it.
LEAST_RULE = 5
#: A text beside a bar that is longer than this goes on in a second line.
WRAPPED = 16


_CITED = re.compile(r" \[[0-9][0-9,\u00a0 ()]*\]")


def draw_side_by_side(block: SideBySide, width: int, colon: str) -> Iterator[Line]:
    """Each group under its title: ranges over one axis, a row a criterion, and what must be said of them.

    The names stand once, over the first table.
    """
    block = _shortened(block) if block.cut else block
    labels = max((cell_len(row.label) for group in block.groups for row in group.rows), default=0)
    if block.cut:
        labels = min(labels, max(width // LABELS, LEAST_LABEL))
    column = min((min(width, WIDEST) - labels) // max(len(block.names), 1) - GAP, WIDEST_COLUMN)
    narrow = column < LEAST_COLUMN or labels > width // 2
    prose = min(width, WIDEST_PROSE)
    table = labels + (GAP + column) * len(block.names) if column == WIDEST_COLUMN else min(width, WIDEST)
    table = prose if narrow else table
    shorter = block.short_names or block.names
    names = (name if cell_len(name) <= column else short for name, short in zip(block.names, shorter, strict=True))
    heads: list[Line] = [[(name, theme.NAME)] for name in names]
    for group in block.groups:
        heading = bool(group.rows and heads) and not narrow and cell_len(group.title) <= labels
        aside = "" if heading or cell_len(group.title + group.remark) + LEAST_RULE > table else group.remark
        yield from () if heading else (_title(group.title, table, aside),)
        if narrow:
            yield from _blocks(group, block.names, prose, colon, cut=block.cut)
        elif group.rows:
            if heads:
                yield from _row(group.title if heading else "", heads, labels, column, theme.SECTION)
                heads = []
            for row in group.rows:
                yield from _table_row(row, labels, column, group.lines if block.cut else None)
        if group.ranges:
            yield from draw_ranges(Ranges(group.ranges), min(max(table, LEAST_AXIS), width))
        for line in wrap(group.remark, prose) if group.remark and not aside else ():
            yield list(styled(line, theme.QUIET))
        yield []


def _shortened(block: SideBySide) -> SideBySide:
    """What is drawn of a block that is cut, without the numbers of sources."""
    return map_texts(without_spare(block), lambda text: _CITED.sub("", text))


def _table_row(row: Criterion, labels: int, column: int, lines: int | None) -> Iterator[Line]:
    cells = _cells(row, column)
    if lines is None or row.whole:
        return _row(row.label, cells, labels, column)
    return _row(row.label, [_fitting(cell, column, lines, row) for cell in cells], labels, column)


def _fitting(cell: Line, width: int, lines: int, row: Criterion) -> Line:
    """A cell with its text, or as many of the phrases that it begins with as so many lines hold."""
    *bar, (text, style) = cell
    room = width - sum(cell_len(piece) for piece, _ in bar)
    return [*bar, (_whole_phrases(text, room, lines, clauses=row.clauses), style)]


def _whole_phrases(text: str, width: int, lines: int, *, clauses: bool = False) -> str:
    """A text in so many lines, else what it says before a semicolon; more lines before a word is lost.

    One of `clauses` ends at a comma too, before it takes more than two lines. What stands in brackets at the end, such
    as whose word it is, stands after all.
    """
    said, bracket, remark = text.rpartition(" (") if text.endswith(")") else (text, "", "")
    after = bracket + remark
    comma = ((", ", 2),) if clauses else ()
    for mark, most in (("; ", lines), ("; ", 2), *comma, *(("; ", more) for more in range(3, LINES + 1))):
        for beginning in _beginnings(said, mark):
            phrase = beginning if after in beginning and beginning != said else beginning + after
            if len(wrap(phrase, width)) <= most:
                return phrase
    words = (f"{beginning.rstrip(BEFORE_CUT)}…{after}" for beginning in _beginnings(said, " "))
    return next((cut for cut in words if len(wrap(cut, width)) <= LINES), cut_at_word(text, width))


def _beginnings(text: str, mark: str) -> Iterator[str]:
    """A text, then as much of it as stands before each mark, the longest first."""
    parts = text.split(mark)
    for n in range(len(parts), 0, -1):
        beginning = mark.join(parts[:n]).rstrip(BEFORE_CUT[:3])
        if beginning.count("(") == beginning.count(")"):
            yield beginning


def _title(title: str, width: int, aside: str) -> Line:
    """A title, a rule, and what holds for all under it at the right edge."""
    beside: Line = [(" ", theme.PLAIN), *styled(aside, theme.QUIET)] if aside else []
    rule = "─" * max(width - cell_len(title) - 1 - sum(cell_len(piece) for piece, _ in beside), 0)
    return [(title, theme.SECTION), (f" {rule}", theme.RULE), *beside]


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
    most = LONGEST + row.both_ways  # nought has a cell of its own
    fitting = (min(most, room - size - 1) for size in (longest, min(longest, WRAPPED)))
    return next((bar for bar in fitting if bar >= SHORTEST), 0)


def _bar(share: float | None, cells: int, row: Criterion) -> Line:
    if not cells or share is None:
        return []
    if row.both_ways:
        return [*from_middle(share, cells, theme.BAR), (" ", theme.PLAIN)]
    drawn, rest = line_of(share, cells)
    return [(drawn, theme.STARS if row.stars else theme.BAR), (rest, theme.QUIET), (" ", theme.PLAIN)]


def _row(label: str, cells: list[Line], labels: int, column: int, style: Style = theme.NAME) -> Iterator[Line]:
    """A row of the table; what does not fit into a cell goes on under it."""
    drawn, beside = [list(_wrapped(cell, column)) for cell in cells], wrap(label, labels)
    for n in range(max(len(beside), *map(len, drawn))):
        start = beside[n] if n < len(beside) else ""
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
            for n, line in enumerate(wrap(_whole_phrases(told, width - 2, 2) if cut else told, width - 2)):
                head = len(name) + len(colon) - 1 if n == 0 else 0
                yield [("  ", theme.PLAIN), (line[:head], theme.QUIET), *styled(line[head:])]
