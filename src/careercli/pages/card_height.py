"""How high a card is on a usual screen, so that it says no more than fits there."""

from collections.abc import Sequence

from careercli.core.careers.reports import ShowReport
from careercli.core.text.page import Bars, Block, Heading, Labelled, Prose, Ranges
from careercli.locale import Say, words
from careercli.pages.contents import cited_in, reviewed_remark, short_sources

#: Columns and lines of a usual screen, and of what frames a name or a label.
WIDTH, HEIGHT = 80, 24
TITLE, GUTTER = 3, 2


def fits(card: Sequence[Block], report: ShowReport, say: Say) -> bool:
    """Whether the card of a guide, with its sources, fits."""
    return sum(map(_Measure(report, say).lines, [*card, *_foot(card, report, say)])) - 1 <= HEIGHT


def _foot(card: Sequence[Block], report: ShowReport, say: Say) -> list[Block]:
    sources = cited_in(card, report.sources)
    return [short_sources(sources, say, reviewed_remark(report.role, say))] if sources else []


class _Measure:
    """Counts lines as they are drawn, each block with the empty line after it."""

    def __init__(self, report: ShowReport, say: Say) -> None:
        self.references = words.references_of(report.sources, say)
        self.say = say

    def lines(self, block: Block) -> int:
        if isinstance(block, Heading):
            return TITLE
        if isinstance(block, Labelled):
            room = WIDTH - max(len(label) for label, _ in block.rows) - GUTTER
            return sum(self._beside(beside, room) for _, beside in block.rows) + 1
        assert isinstance(block, Prose)
        return self._wrapped(block.text, WIDTH) + 1

    def _beside(self, block: Block, room: int) -> int:
        if isinstance(block, Bars):
            return -(-len(block.rows) // block.across)
        if isinstance(block, Ranges):
            return 2 * len(block.rows)
        assert isinstance(block, Prose)
        return self._wrapped(block.text, room)

    def _wrapped(self, text: str, width: int) -> int:
        from textwrap import wrap  # 1 ms, and only cards need it

        return len(wrap(words.cite(text, self.references, self.say), width, break_on_hyphens=False))
