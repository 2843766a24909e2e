"""How high a card is on a usual screen, so that it says no more than fits there."""

from collections.abc import Mapping, Sequence

from careercli.core.careers.model import Source
from careercli.core.text.page import Bars, Block, Heading, Labelled, Prose, Ranges, Spans, held
from careercli.core.text.plain_blocks import range_words
from careercli.locale import Say, words
from careercli.pages.contents import cited_in, short_sources

#: Columns and lines of a usual screen, those that the next step and the shell take under a card, and what is free
#: beside a name, a label, the ends of a range.
WIDTH, HEIGHT, FOOT = 80, 24, 2
MARGIN, ASIDE, GUTTER, ENDS = 4, 3, 2, 2


def fits(card: Sequence[Block], sources: Sequence[Source], say: Say, remark: str = "") -> bool:
    """Whether a card fits, with the sources that it cites after a remark."""
    cited = cited_in(card, sources)
    foot = [short_sources(cited, say, remark)] if cited else []
    return sum(map(_Measure(words.references_of(cited, say), say).lines, [*card, *foot])) - 1 <= HEIGHT - FOOT


class _Measure:
    """Counts lines as they are drawn, each block with the empty line after it."""

    def __init__(self, references: Mapping[str, words.Reference], say: Say) -> None:
        self.references = references
        self.say = say
        self.aside = f"({say('our judgment')})"

    def lines(self, block: Block) -> int:
        if isinstance(block, Heading):
            return self._title(block)
        if isinstance(block, Labelled):
            room = WIDTH - max(len(label) for label, _ in block.rows) - GUTTER
            return sum(self._beside(beside, room) for _, beside in block.rows) + 1
        assert isinstance(block, Prose)
        return self._wrapped(block.text, WIDTH) + 1

    def _title(self, block: Heading) -> int:
        """A name over its rule, and what stands beside it, or under the rule where there is no room."""
        name = self._lines(block.text, WIDTH - MARGIN)
        beside = len(name[-1]) + len(block.aside) + ASIDE <= WIDTH
        return len(name) + 1 + (0 if beside else self._wrapped(block.aside, WIDTH)) + (not block.aside)

    def _beside(self, block: Block, room: int) -> int:
        if isinstance(block, Bars):
            return -(-len(block.rows) // block.across)
        if isinstance(block, Spans):
            return len(block.rows)
        if isinstance(block, Ranges):
            return sum(1 + self._under(row.text, row.ends, range_words(row), room) for row in block.rows)
        assert isinstance(block, Prose)
        return self._wrapped(block.text, room)

    def _under(self, middle: str, ends: tuple[str, str], whole: str, room: int) -> int:
        """The lines under the bar of a range: one where its ends and its middle fit side by side."""
        told = words.cite(middle, self.references, self.say)
        if len(told) + len(ends[0]) + len(ends[1]) + ENDS <= room:
            return 1
        return self._wrapped(whole, room)

    def _wrapped(self, text: str, width: int) -> int:
        return len(self._lines(words.cite(text, self.references, self.say), width))

    def _lines(self, text: str, width: int) -> list[str]:
        from textwrap import wrap  # 1 ms, and only cards need it

        return wrap(held(text, self.aside), width, break_on_hyphens=False) or [""]
