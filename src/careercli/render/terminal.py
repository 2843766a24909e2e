"""Draws the blocks of a page with Rich, in the width that there is."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

from careercli.core.text import page as p
from careercli.core.text.plain_blocks import in_words
from careercli.core.text.plaintext import after_name
from careercli.locale import NO_BREAK
from careercli.render import theme
from careercli.render.bars import draw_bars, draw_timeline
from careercli.render.cards import draw_cards
from careercli.render.columns import FEWEST, GAP, WIDE, side_by_side
from careercli.render.inline import styled
from careercli.render.palette import in_palette
from careercli.render.ranges import draw_ranges
from careercli.render.spans import draw_spans
from careercli.render.tables import draw_rows, draw_table, shown_columns
from careercli.render.tally import draw_tally
from careercli.render.versus import draw_side_by_side
from careercli.render.wrap import wrap

#: Lines of prose longer than this are hard to read, however wide the terminal.
WIDEST_PROSE = 92
#: Below this width two lists stand under each other.
PAIR_WIDTH = 72
#: And below this what has a label stands under it.
LABELLED_WIDTH = 60
#: Columns of the widest titles that stand beside the cells of a row that is a block.
WIDEST_TITLE = 26

ColourSystem = Literal["standard", "256", "truecolor"]
_Line = list[tuple[str, Style]]
_MARKS = {"dot": ("•", theme.QUIET), "plus": ("+", theme.PLUS), "minus": ("−", theme.MINUS)}


class Canvas:
    """A page as Rich draws it: tables by Rich's own table, all else as lines that are wrapped here."""

    def __init__(self, page: p.Page, *, boxes: bool, palette: str = "auto", screen: int = 0) -> None:
        #: Lines of a screen of the pager; 0 where there is none.
        self.screen = screen
        #: In one piece, so that it is found in the line that it stands in.
        self.aside = page.aside.replace(" ", NO_BREAK)
        self.page = p.map_texts(page, lambda text: p.held(text, page.aside))
        self.boxes = boxes
        self.palette = palette

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        drawn = self._drawn(console, options)
        yield from in_palette(drawn, self.palette, colour=not console.no_color, aside=self.aside)

    def _colours(self, console: Console) -> str | None:
        """How many colours there are, by Rich's word for it; None where the palette has none."""
        return None if console.no_color or self.palette == "mono" else console.color_system

    def _drawn(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        width = options.max_width
        starts = [n for n, block in enumerate(self.page.blocks) if isinstance(block, p.Heading) and block.level == 2]
        if width < WIDE or len(starts) < FEWEST:
            yield from self._blocks(self.page.blocks, console, options, width)
            return
        column = min((width - GAP) // 2, WIDEST_PROSE)
        yield from self._blocks(self.page.blocks[: starts[0]], console, options, width)
        ends = [*starts[1:], len(self.page.blocks)]
        sections = [self.page.blocks[start:end] for start, end in zip(starts, ends, strict=True)]
        drawn = (self._blocks(blocks, console, options, column) for blocks in sections)
        yield from side_by_side([list(Segment.split_lines(segments)) for segments in drawn], column)

    def _blocks(
        self, blocks: tuple[p.Block, ...], console: Console, options: ConsoleOptions, width: int
    ) -> Iterator[Segment]:
        lines = 0
        for n, block in enumerate(blocks):
            near = (*blocks[max(n - 1, 0) : n], *blocks[n + 1 : n + 2])
            beside = next((one for one in near if isinstance(one, p.Grid)), None)
            for segment in self._block(block, beside, console, options.update(width=width), lines):
                lines += segment.text.count("\n")
                yield segment

    def _block(
        self, block: p.Block, beside: p.Grid | None, console: Console, options: ConsoleOptions, above: int
    ) -> Iterator[Segment]:
        """A block after so many lines; `beside` is the table before or after it."""
        width = options.max_width
        if isinstance(block, p.Remarks):
            shown = shown_columns(beside, width) if beside else set()
            told = [row for row in block.sentences if not row[1] or shown & set(row[1])]
            yield from _segments(_lines(in_words(p.Remarks(tuple(told))), width, self.page.colon))
        elif isinstance(block, p.Treemap):
            yield from _treemap(block, width, self._colours(console))
        elif isinstance(block, p.Grid) and width >= block.least:
            if block.one_line:
                yield from draw_rows(block, width, above=above, screen=self.screen)
            else:
                yield from console.render(draw_table(block, width, boxes=self.boxes), options)
            yield Segment.line()
        else:
            yield from _segments(_lines(block, width, self.page.colon))


def make_console(
    file: io.StringIO, width: int, *, colour: bool, colours: ColourSystem = "standard", record: bool = False
) -> Console:
    """A console that writes into `file` and asks nothing of the world; `colours` are those that it has if any."""
    return Console(
        file=file,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        color_system=colours if colour else None,
        legacy_windows=False,
        record=record,
        _environ={},
    )


def render_page(
    page: p.Page,
    *,
    width: int,
    colour: bool,
    boxes: bool,
    palette: str = "auto",
    colours: ColourSystem = "standard",
    screen: int = 0,
) -> str:
    """The page as text with the terminal's codes; without colour there are no codes at all, nor bold.

    `screen`: the lines of a screen, where a pager leafs through it.
    """
    file = io.StringIO()
    console = make_console(file, width, colour=colour, colours=colours)
    console.print(Canvas(page, boxes=boxes, palette=palette, screen=screen), end="", soft_wrap=True)
    return "\n".join(line.rstrip() for line in file.getvalue().rstrip("\n").split("\n")) + "\n"


def _segments(lines: Iterable[_Line]) -> Iterator[Segment]:
    for line in lines:
        yield from (Segment(text, style) for text, style in line)
        yield Segment.line()


def _treemap(block: p.Treemap, width: int, colours: str | None) -> Iterator[Segment]:
    """A map with its table, or its bars on a narrow screen."""
    from careercli.render.treemap import LEAST_WIDTH, draw_listed, draw_rest, draw_treemap

    if width < LEAST_WIDTH:
        yield from _segments(draw_listed(block, width))
    else:
        yield from _segments(draw_treemap(block, width, colours=colours))
        yield from draw_rows(block.table, width)
        yield from _segments(draw_rest(block))


#: What is drawn in lines of its own, with an empty one after it.
_DRAWN: dict[type[p.Block], Callable[[Any, int], Iterator[_Line]]] = {
    p.Bars: draw_bars,
    p.Ranges: draw_ranges,
    p.Spans: draw_spans,
    p.Tally: draw_tally,
    p.Timeline: draw_timeline,
}


def _lines(block: p.Block, width: int, colon: str) -> Iterator[_Line]:
    prose = min(width, WIDEST_PROSE)
    if isinstance(block, p.Heading):
        yield from _heading(block, width)
    elif isinstance(block, p.Prose):
        yield from _prose(block, prose)
    elif isinstance(block, p.Bullets) and block.short:
        yield from _prose(p.Prose(block.short), prose)
    elif isinstance(block, p.Bullets):
        yield from _bullets(block, prose, colon)
        yield []
    elif isinstance(block, p.Facts):
        yield from _facts(block, prose, colon)
        yield []
    elif isinstance(block, p.Bibliography):
        yield from _bibliography(block, prose)
        yield []
    elif isinstance(block, p.Pair):
        yield from _pair(block, width, colon)
        yield []
    elif isinstance(block, p.Labelled):
        yield from _labelled(block, prose, colon)
    elif isinstance(block, p.Cards):
        yield from draw_cards(block, prose)
    elif draw := _DRAWN.get(type(block)):
        yield from draw(block, prose)
        yield []
    elif isinstance(block, p.SideBySide):
        yield from draw_side_by_side(block, width, colon)
    elif isinstance(block, p.Grid):
        yield from _records(block, width, colon)


def _prose(block: p.Prose, width: int) -> Iterator[_Line]:
    text = block.text if block.short is None else block.short
    for line in wrap(text, width) if text else ():
        yield list(styled(line, theme.QUIET if block.quiet else theme.PLAIN))
    if text and not block.joined:
        yield []


def _heading(block: p.Heading, width: int) -> Iterator[_Line]:
    if block.level == 3:
        for line in wrap(block.text, min(width, WIDEST_PROSE)):
            yield list(styled(line, theme.PART))
        return
    lines = wrap(block.text, width - 4)
    if block.level == 1:
        gap = min(width, WIDEST_PROSE) - cell_len(lines[-1]) - cell_len(block.aside)
        beside = block.aside and gap >= 3
        yield from ([(line, theme.TITLE)] for line in lines[:-1])
        yield [
            (lines[-1], theme.TITLE),
            *([(" " * gap, theme.PLAIN), *styled(block.aside, theme.NAME)] if beside else []),
        ]
        yield [("━" * min(width, max(map(cell_len, lines))), theme.TITLE_RULE)]
        if block.aside and not beside:
            yield from (list(styled(line, theme.NAME)) for line in wrap(block.aside, width))
        if block.aside:
            return  # the title of a card, which has to fit a screen
    else:
        number = f"{block.number}  " if block.number else ""
        lines = wrap(block.text, width - 4 - len(number))
        lines[0] = number + lines[0]
        yield from ([(line, theme.SECTION)] for line in lines[:-1])
        rule = "─" * (min(width, WIDEST_PROSE) - cell_len(lines[-1]) - 1)
        yield [(lines[-1], theme.SECTION), (f" {rule}", theme.RULE)]
    yield []


def _bullets(block: p.Bullets, width: int, colon: str) -> Iterator[_Line]:
    """A line a mark; named paragraphs without marks stand apart where most take several lines."""
    named = [after_name(name, text, colon) for name, text in block.items if name and text]
    apart = block.mark == "none" and sum(cell_len(text) > width for text in named) > len(block.items) / 2
    for number, (name, text) in enumerate(block.items, 1):
        if apart and number > 1:
            yield []
        mark, style = (
            (f"{number}.", theme.NAME) if block.mark == "number" else _MARKS.get(block.mark, ("", theme.PLAIN))
        )
        indent = len(mark) + 1 if mark else 0
        joined = after_name(name, text, colon)
        bold = len(joined) - len(text) - 1 if name and text else len(name)
        for n, line in enumerate(wrap(joined, width - indent)):
            start: _Line = [(f"{mark} " if n == 0 else " " * indent, style)] if indent else []
            head, tail = line[:bold], line[bold:]
            bold = max(0, bold - len(line) - 1)
            yield [*start, *styled(head, theme.NAME), *styled(tail)]
        if block.commands and (commands := block.commands[number - 1]):
            room = width - indent + len("``")  # which are not drawn
            fitting = next((line for line in commands if cell_len(line) <= room), commands[-1])
            yield [(" " * indent, theme.PLAIN), *styled(fitting)]


def _facts(block: p.Facts, width: int, colon: str) -> Iterator[_Line]:
    label_width = max((cell_len(label) for label, _ in block.rows), default=0) + 2
    if label_width > width * 0.45:
        for label, value in block.rows:
            yield from _bullets(p.Bullets(((label, value),), "none"), width, colon)
        return
    for label, value in block.rows:
        for n, line in enumerate(wrap(value, width - label_width)):
            start = label if n == 0 else ""
            ended = line.removesuffix(f"{NO_BREAK}·")  # what only parts two on a line
            yield [(start + " " * (label_width - cell_len(start)), theme.NAME), *styled(ended)]


def _bibliography(block: p.Bibliography, width: int) -> Iterator[_Line]:
    numbers = max(cell_len(row.number) for row in block.rows) + 2
    cut = False
    for row in block.rows:
        texts = (row.whole, *row.shorter)
        fits = _words_fit if block.whole else _is_line
        text = next((text for text in texts if fits(text, width - numbers)), texts[-1])
        cut |= text != row.whole
        for n, line in enumerate(wrap(text, width - numbers)):
            start = row.number if n == 0 else ""
            yield [(start + " " * (numbers - cell_len(start)) + line, theme.QUIET)]
    if cut:
        yield from (list(styled(line, theme.QUIET)) for line in wrap(block.rest, width) if line)


def _is_line(text: str, width: int) -> bool:
    return cell_len(text) <= width


def _words_fit(text: str, width: int) -> bool:
    """Whether no word, such as a long address, is wider than a line."""
    return all(cell_len(word) <= width for word in text.split())


def _labelled(block: p.Labelled, width: int, colon: str) -> Iterator[_Line]:
    """Blocks beside their labels; where it is narrow each stands under its own."""
    labels = max((cell_len(label) for label, _ in block.rows), default=0) + 2
    if width < LABELLED_WIDTH:
        for n, (label, beside) in enumerate(block.rows):
            if label:
                yield from ([[]] if n else [])
                yield [(label, theme.PART)]
            yield from (line for line in _lines(beside, width, colon) if line)
        yield []
        return
    for label, beside in block.rows:
        lines = [line for line in _lines(beside, width - labels, colon) if line]
        for n, line in enumerate(lines):
            start = label if n == 0 else ""
            yield [(start + " " * (labels - cell_len(start)), theme.PART), *line]
    yield []


def _pair(block: p.Pair, width: int, colon: str) -> Iterator[_Line]:
    sides = ((block.left_title, block.left), (block.right_title, block.right))
    if width < PAIR_WIDTH:
        for n, (title, bullets) in enumerate(sides):
            yield from ([[]] if n else [])
            yield from _titled(title, bullets, width, colon)
        return
    half = min(width, 110) // 2 - 2
    left, right = (list(_titled(title, bullets, half, colon)) for title, bullets in sides)
    for n in range(max(len(left), len(right))):
        first: _Line = left[n] if n < len(left) else []
        second: _Line = right[n] if n < len(right) else []
        gap = half + 4 - sum(cell_len(text) for text, _ in first)
        yield [*first, (" " * gap, theme.PLAIN), *second]


def _titled(title: str, bullets: p.Bullets, width: int, colon: str) -> Iterator[_Line]:
    yield from ([(line, theme.PART)] for line in wrap(title, width))
    yield from _bullets(bullets, width, colon)


def _briefly(block: p.Grid, row: tuple[str, ...], width: int) -> Iterator[_Line]:
    """What a row of one line says under its name: its figures one after another, then what may be cut, whole."""
    texts = {n for n, _ in block.cut}
    figures = [n for n in range(block.name_at + 1, len(row)) if n not in texts and n not in block.extra and row[n]]
    said = f"{NO_BREAK}· ".join(f"{block.titles[n]} {row[n]}".replace(" ", NO_BREAK) for n in figures)
    for text in (said, *(row[n] for n in sorted(texts) if n > block.name_at)):
        lines = (line.removesuffix(f"{NO_BREAK}·") for line in wrap(text, width - 2))  # which only parts two on a line
        yield from ([("  ", theme.PLAIN), *styled(line)] for line in lines)


def _records(block: p.Grid, width: int, colon: str) -> Iterator[_Line]:
    """A table that does not fit: a block a row, its cells beside their titles where there is room."""
    first = block.name_at + 1
    titles = max((cell_len(title) for title in block.titles[first:]), default=0) + 2
    beside = width >= LABELLED_WIDTH and titles <= WIDEST_TITLE
    for row in block.rows:
        for line in wrap(" ".join(filter(None, row[:first])), width):
            yield [(line, theme.NAME)]
        cells = list(zip(block.titles[first:], row[first:], strict=True))
        if block.one_line:
            yield from _briefly(block, row, width)
            cells = []
        for title, cell in cells:
            if beside:
                for n, line in enumerate(wrap(cell, min(width, WIDEST_PROSE) - 2 - titles)):
                    start = title if n == 0 else ""
                    yield [(f"  {start}{' ' * (titles - cell_len(start))}", theme.QUIET), *styled(line)]
                continue
            for n, line in enumerate(wrap(f"{title}{colon}{cell}", width - 2)):
                head = len(title) + len(colon) - 1 if n == 0 else 0
                yield [("  ", theme.PLAIN), (line[:head], theme.QUIET), *styled(line[head:])]
        yield []
