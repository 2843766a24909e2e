"""Draws tables: of cells that wrap, or of rows that are one line each."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace
from rich import box
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from careercli.core.text import page as p
from careercli.render import theme
from careercli.render.bars import line_of
from careercli.render.inline import styled
from careercli.render.wrap import wrap

#: Columns of the widest table.
WIDEST = 140
#: Between the columns of a table of one-line rows.
GAP = 2
#: Lines of the titles of a table.
TITLE_LINES = 2
#: Cells of a tiny bar.
METER = 5
#: Marks in brackets after a name.
_MARKS = re.compile(r"(?:\u00a0\([^()]*\))+$")
#: What an ellipsis does not follow: spaces, and marks.
BEFORE_CUT = " \u00a0\u202f,;:.("
#: Begins an amount that is not quite what its column says.
MARK = "≈\u00a0"
#: The share of a name that is cut which its end may take.
ENDING = 0.4


def draw_table(block: p.Grid, width: int, *, boxes: bool) -> Table:
    """A table whose cells wrap."""
    limit = min(width, WIDEST)
    widths = _column_widths(block, limit - 2 * (len(block.titles) - 1))
    table = Table(
        box=box.SIMPLE_HEAD if boxes else box.ASCII2,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_edge=False,
        header_style=theme.NAME,
        border_style=theme.RULE,
        show_lines=block.rules and boxes,
    )
    for n, title in enumerate(block.titles):
        justify = "right" if n in block.right else "left"
        table.add_column(_cell(title, widths[n], first=True), justify=justify, width=widths[n], no_wrap=True)  # type: ignore[arg-type]
    for n, row in enumerate(block.rows):
        style = theme.NAME if n == block.strong else None
        table.add_row(*(_cell(cell, widths[k], first=k == block.name_at) for k, cell in enumerate(row)), style=style)
    return table


def _cell(text: str, width: int, *, first: bool) -> Text:
    cell = Text(no_wrap=True, end="")
    for n, line in enumerate(wrap(text, width)):
        if n:
            cell.append("\n")
        for piece, style in styled(line, theme.NAME if first else theme.PLAIN):
            cell.append(piece, style)
    return cell


def _column_widths(block: p.Grid, room: int) -> list[int]:
    """Widths that fill the room: no column narrower than its longest word while there is room for that."""
    columns: list[Iterable[str]] = list(zip(block.titles, *block.rows, strict=True))
    widths = [max(cell_len(word) for cell in column for word in cell.split(" ")) for column in columns]
    most = [max(cell_len(cell) for cell in column) for column in columns]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    while sum(widths) < room:
        wanting = [(most[n] / widths[n], n) for n in range(len(widths)) if widths[n] < most[n]]
        if not wanting:
            break
        widths[max(wanting)[1]] += 1
    return widths


def draw_rows(block: p.Grid, width: int, *, above: int = 0, screen: int = 0) -> Iterator[Segment]:
    """A table whose rows are one line each, after so many lines of the page.

    Its titles come again on top of each `screen` of so many lines, for those who leaf through it; 0: nobody does.
    """
    block = _with_room(block, min(width, WIDEST))
    shown, widths, meter = _fitted(block, min(width, WIDEST))
    block = _with_names_cut(block, widths[shown.index(block.name_at)])
    head = [*_row(block.titles, shown, widths, block), Segment.line()]
    rule = [Segment("─" * (sum(widths) + GAP * (len(shown) - 1)), theme.RULE), Segment.line()]
    at = above
    for n, row in enumerate(block.rows):
        if n == 0 or (screen and at % screen == 0):
            yield from [*head, *rule]
            at += TITLE_LINES
        at += 1
        yield from _row(row, shown, widths, block, meter, None if meter is None else block.shares[n])
        yield Segment.line()


def shown_columns(block: p.Grid, width: int) -> set[int]:
    """The columns of a table of one-line rows that are drawn: those that there is room for, or that a block has."""
    if width < block.least:
        return set(range(len(block.titles))).difference(block.extra)
    return set(_fitted(_with_room(block, min(width, WIDEST)), min(width, WIDEST))[0])


def _with_room(block: p.Grid, room: int) -> p.Grid:
    """The same with all names in their short form, where one of them would have to be cut."""
    at = block.name_at
    shown, widths, _ = _fitted(block, room)
    if at not in shown or max(cell_len(row[at]) for row in block.rows) <= widths[shown.index(at)]:
        return block
    return _renamed(block, block.short_names) if block.short_names else block


def _with_names_cut(block: p.Grid, room: int) -> p.Grid:
    """The same with names that end where their room does; those that would read alike lose their middle instead."""
    names = [row[block.name_at] for row in block.rows]
    stems = block.stems or ("",) * len(names)
    cut = [_end_cut(name, stem, room) for name, stem in zip(names, stems, strict=True)]
    times = Counter(cut)
    told = (
        cut_in_middle(name, room) if times[ended] > 1 and not stem else ended  # an end alone may say the opposite
        for name, stem, ended in zip(names, stems, cut, strict=True)
    )
    return _renamed(block, told)


def _renamed(block: p.Grid, names: Iterable[str]) -> p.Grid:
    at = block.name_at
    rows = ((*row[:at], name, *row[at + 1 :]) for row, name in zip(block.rows, names, strict=True))
    return replace(block, rows=tuple(rows))


def _end_cut(name: str, stem: str, room: int) -> str:
    """A name that is too long without what it leaves out, or cut at a word."""
    return f"{stem}…" if stem and cell_len(name) > room > cell_len(stem) else cut_at_word(name, room)


def _fitted(block: p.Grid, room: int) -> tuple[list[int], list[int], int | None]:
    """The columns that there is room for, their widths, and that of the tiny bar."""
    columns: list[tuple[str, ...]] = list(zip(block.titles, *block.rows, strict=True))
    most = [max(map(cell_len, column)) for column in columns]
    meter = block.meter
    if meter is not None:
        most[meter] = max(cell_len(block.titles[meter]), METER + 1 + max(map(cell_len, columns[meter][1:])))
    narrowest = dict(block.cut)
    least = [min(size, narrowest.get(n, size)) for n, size in enumerate(most)]
    unbarred = 0 if meter is None else most[meter] - max(map(cell_len, columns[meter]))

    def is_fit(gone: Collection[int], sizes: Sequence[int]) -> bool:
        kept = [size for n, size in enumerate(sizes) if n not in gone or n == meter]
        return sum(kept) + GAP * (len(kept) - 1) - (unbarred if meter in gone else 0) <= room

    gone: list[int] = []
    for column in block.extra:  # no name is cut for them
        if is_fit(gone, most):
            break
        gone.append(column)
    for column in block.spare:
        if is_fit(gone, least):
            break
        gone.append(column)
    for column in reversed(gone):
        if column in block.spare and is_fit({*gone} - {column}, least):
            gone.remove(column)
    shown = [n for n in range(len(columns)) if n not in gone or n == meter]
    if meter is not None and meter in gone:
        most[meter], meter = most[meter] - unbarred, None
    widths = [most[n] for n in shown]
    cut = [shown.index(n) for n, _ in block.cut if n in shown] or [0]
    while (over := sum(widths) + GAP * (len(shown) - 1) - room) > 0:
        widest = max(cut, key=lambda n: widths[n])
        others = [widths[n] for n in cut if n != widest]
        widths[widest] -= max(1, min(over, widths[widest] - max(others, default=0)))
    return shown, widths, meter


def _tiny_bar(share: float | None) -> list[tuple[str, Style]]:
    bar, rest = line_of(share, METER) if share is not None else ("", " " * METER)
    return [(bar, theme.STARS), (rest, theme.QUIET), (" ", theme.PLAIN)]


def _row(
    cells: tuple[str, ...],
    shown: list[int],
    widths: list[int],
    block: p.Grid,
    meter: int | None = None,
    share: float | None = None,
) -> Iterator[Segment]:
    for place, (n, size) in enumerate(zip(shown, widths, strict=True)):
        start = _tiny_bar(share) if n == meter else []
        used = sum(cell_len(piece) for piece, _ in start)
        text = cut_at_word(cells[n], size - used)
        base = theme.NAME if cells is block.titles or n == block.name_at else theme.PLAIN
        padding = [(" " * (size - used - cell_len(text)), theme.PLAIN)]
        if n in block.right:  # digits stand under digits, and marks under marks
            mark = MARK if text.startswith(MARK) else ""
            pieces = [*start, (mark, base), *padding, *styled(text.removeprefix(mark), base)]
        else:
            pieces = [*start, *styled(text, base), *padding]
        if place:
            pieces.insert(0, (" " * GAP, theme.PLAIN))
        yield from (Segment(piece, style) for piece, style in pieces if piece)


def cut_in_middle(text: str, width: int) -> str:
    """A name of at most so many columns: what is cut is its middle, for many begin alike and end otherwise."""
    marked = _MARKS.search(text)
    marks = marked[0] if marked else ""
    name = text.removesuffix(marks)
    room, tail = width - cell_len(marks), ""
    if cell_len(text) <= width:
        return text
    for word in reversed(name.split(" ")):
        longer = f"{word} {tail}".rstrip()
        if cell_len(longer) > ENDING * room:
            break
        tail = longer
    return f"{cut_at_word(name, room - cell_len(tail) - 1)} {tail}{marks}" if tail else cut_at_word(text, width)


def cut_at_word(text: str, width: int) -> str:
    """A text of at most so many columns; where it is cut, after a word, it ends in an ellipsis."""
    if cell_len(text) <= width:
        return text
    if marks := _MARKS.search(text):  # those of a name are not cut off with it
        return cut_at_word(text[: marks.start()], width - cell_len(marks[0])) + marks[0]
    first = wrap(text, max(width - 1, 1))[0].rstrip(BEFORE_CUT)
    return f"{first}…"
