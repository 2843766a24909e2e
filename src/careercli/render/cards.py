"""Draws small cards: a name with its figures in columns, a sentence, and what is to be said of it."""

from collections.abc import Iterator

from msgspec.structs import replace
from rich.cells import cell_len
from rich.style import Style

from careercli.core.text.page import Card, Cards
from careercli.core.text.plain_blocks import cut_to
from careercli.render import theme
from careercli.render.inline import styled
from careercli.render.wrap import wrap

Line = list[tuple[str, Style]]
#: Room between columns, cells that a text stands further in than its name, and the least that is left for a name.
GAP, INDENT, LEAST = 2, 3, 30
DOT = " · "
#: The part of a line that is left at least where it is cut after a part, and letters of a word that none is cut after.
MOST, SHORT = 0.75, 3


def draw_cards(block: Cards, width: int) -> Iterator[Line]:
    """The title with those of the columns on its rule, then each card; without room for columns all is stacked."""
    columns = _sizes(block)
    room = width - sum(columns) - GAP * len(columns)
    if room < max(LEAST, cell_len(block.title) + GAP):
        columns, room = [], width
    yield from _title(block, columns, width)
    yield []
    for n, card in enumerate(block.cards, 1):
        yield from _name(card, columns, room)
        yield from _said(_folded(card) if card.folded else card, width, cut=bool(columns))
        if not (card.folded and columns) or n == len(block.cards):
            yield []


def _folded(card: Card) -> Card:
    """A card without its sentence, with the first of its rows."""
    return replace(card, sentence="", rows=card.rows[:1])


def _sizes(block: Cards) -> list[int]:
    """The cells of each column; a title may reach over the columns before it that have none."""
    sizes, spare = [], 0
    for n, title in enumerate(block.columns):
        widest = max(cell_len(card.cells[n]) for card in block.cards)
        sizes.append(max(widest, cell_len(title) - spare))
        spare = 0 if title else spare + widest + GAP
    return sizes


def _title(block: Cards, columns: list[int], width: int) -> Iterator[Line]:
    titles = zip(block.columns, columns, strict=True) if columns else ()
    captions = "".join(" " * (GAP + size - cell_len(title)) + title for title, size in titles).strip()
    *before, last = wrap(block.title, width - INDENT)
    rule = "─" * (width - cell_len(last) - cell_len(captions) - 2)
    yield from ([(line, theme.SECTION)] for line in before)
    yield [(last, theme.SECTION), (f" {rule} ", theme.RULE), (captions, theme.QUIET)]


def _name(card: Card, columns: list[int], room: int) -> Iterator[Line]:
    """The name, over several lines where it is long, and the figures beside the first."""
    first, *rest = wrap(card.name, room)
    others = wrap(" ".join(rest), room - INDENT) if rest else []
    line: Line = [(first, theme.PART)]
    if columns:
        line.append((" " * (room - cell_len(first)), theme.PLAIN))
        for cell, size in zip(card.cells, columns, strict=True):
            line += [(" " * (GAP + size - cell_len(cell)), theme.PLAIN), *styled(cell)]
    yield line
    yield from ([(" " * INDENT + other, theme.PART)] for other in others)
    if not columns:
        yield from ([(" " * INDENT, theme.PLAIN), *styled(text)] for text in wrap(card.words, room - INDENT) if text)


def _said(card: Card, width: int, *, cut: bool) -> Iterator[Line]:
    room = width - INDENT
    if card.sentence:
        sentence = cut_at_part(card.sentence, room) if cut else card.sentence
        yield from ([(" " * INDENT, theme.PLAIN), *styled(text)] for text in wrap(sentence, room))
    labels = max((cell_len(label) for label, _ in card.rows), default=0) + GAP
    for label, text in card.rows:
        for n, part in enumerate(wrap(text, room - labels)):
            start = label if n == 0 else ""
            yield [(" " * INDENT + start + " " * (labels - cell_len(start)), theme.NAME), *styled(part)]


def cut_at_part(text: str, width: int) -> str:
    """A text of one line: ended or cut after a part that is most of the line, or cut at a longer word.

    What stands before a dot in the middle stays.
    """
    if cell_len(text) <= width:
        return text
    lead, dot, text = text.rpartition(DOT)
    if dot:
        return lead + dot + cut_at_part(text, width - cell_len(lead + dot))
    end = max(text.rfind(mark, 0, width) for mark in (", ", "; ", ": "))
    if end > MOST * width:
        return cut_to(text, end + 2) if text[end] == "," else f"{text[:end].rstrip()}."
    words = text[: width - 1].split(" ")[:-1]
    while words and len(words[-1]) <= SHORT:
        words.pop()
    return cut_to(text, len(" ".join(words)) + 1)
