"""Blocks of a page in plainer ones and in words, for those who write and do not draw."""

from collections.abc import Iterable, Iterator

from careercli.core.text.page import (
    Bar,
    Bars,
    Bibliography,
    Block,
    Bullets,
    Cards,
    Facts,
    Grid,
    Heading,
    Labelled,
    Prose,
    Range,
    Ranges,
    Remarks,
    SideBySide,
    Spans,
    Tally,
    Treemap,
)
from careercli.core.text.plaintext import within_sentence

#: Columns of the longest line of a comparison in a pipe.
WIDEST_COMPARISON = 160


def told_bar(bar: Bar) -> str:
    """The figure of a bar and its note, on one line."""
    return f"{bar.text}. {bar.note}" if bar.note else bar.text


def range_words(row: Range) -> str:
    """A range without its drawing: an end, the middle, the other end."""
    low, high = row.ends
    return row.text if low == high else f"{low} – {row.text} – {high}"


def in_words(block: Block) -> Block:
    """A block for those who do not see it drawn: sources whole, areas by size, what is beside labels as texts."""
    if isinstance(block, Spans):
        return Facts(tuple((row.label, row.text) for row in block.rows))
    if isinstance(block, Tally):
        return Facts(block.rows)
    if isinstance(block, Remarks):
        return Prose(" ".join(text for text, _ in block.sentences), quiet=True)
    if isinstance(block, Bibliography):
        return Facts(tuple((row.number, row.whole) for row in block.rows))
    if isinstance(block, Treemap):
        ordered = sorted(block.tiles, key=lambda tile: -tile.weight)
        return Facts(tuple((tile.label, tile.text) for tile in ordered))
    if isinstance(block, Labelled):
        rows: list[tuple[str, str]] = []
        for label, beside in block.rows:
            text = _text_of(beside)
            if label or not rows:
                rows.append((label, text))
            else:  # a remark on what stands above it
                rows[-1] = (rows[-1][0], f"{rows[-1][1]} ({text})")
        return Facts(tuple(rows))
    return block


def _text_of(block: Block) -> str:
    """What a block beside a label says, on one line."""
    if isinstance(block, Bars):
        return ", ".join(f"{row.label} {row.text}".strip() for row in block.rows)
    if isinstance(block, Ranges):
        return ", ".join(f"{row.label} {range_words(row)}".strip() for row in block.rows)
    if isinstance(block, Spans):
        first, *others = (f"{row.label} {row.text}" for row in block.rows)
        return ", ".join([first, *map(within_sentence, others)])
    assert isinstance(block, Prose)
    return block.text


def apart(block: SideBySide) -> tuple[Block, ...]:
    """The same in plainer blocks: of each group its title, its ranges, a table, its remark."""
    blocks: list[Block] = []
    for group in block.groups:
        blocks.append(Heading(group.title, 3))
        if group.ranges:
            blocks.append(Ranges(group.ranges))
        if group.rows:
            rows = tuple((row.label, *row.texts) for row in group.rows)
            blocks.append(Grid(("", *block.names), rows, widest=WIDEST_COMPARISON))
        if group.remark:
            blocks.append(Prose(group.remark, quiet=True))
    return tuple(blocks)


def listed(block: Cards) -> tuple[Block, ...]:
    """The same in plainer blocks: of each card its name, its figures in words, and what is said of it."""
    blocks: list[Block] = [Heading(block.title, 2)]
    for card in block.cards:
        texts = [text for text in (card.words, card.sentence) if text]
        blocks += [Heading(card.name, 3), Bullets((*(("", text) for text in texts), *card.rows), "none")]
    return tuple(blocks)


def plainer(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks for those who write and do not draw."""
    for block in blocks:
        if isinstance(block, Cards):
            yield from map(in_words, listed(block))
        else:
            yield from apart(block) if isinstance(block, SideBySide) else (in_words(block),)


def cut_to(text: str, letters: int) -> str:
    """A text of some letters at most; where it is cut, after a word, it ends in an ellipsis."""
    if len(text) <= letters:
        return text
    return text[:letters].rpartition(" ")[0].rstrip(" ,;:.(\u00a0\u202f") + "…"
