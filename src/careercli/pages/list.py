"""The page of a list of careers."""

from typing import Protocol

from careercli.core.careers.reports import ListReport, Report
from careercli.core.text.page import Block, Grid, Page, Prose
from careercli.locale import Say, words


class _Named(Protocol):
    """A career in a list."""

    @property
    def name(self) -> str:
        """In the language of the person."""

    @property
    def hidden(self) -> bool:
        """Whether it is not for them."""


def marked_name(career: _Named, say: Say) -> str:
    """The name of a career, marked where the person said that it is not for them."""
    return say("{name} (not for you)", name=career.name) if career.hidden else career.name


def lay_out(report: Report, say: Say) -> Page:
    """One career a row."""
    assert isinstance(report, ListReport)
    if not report.cards:
        return Page((Prose(say("No career fits.")),))
    titles = (say("Career"), say("Stars"), say("Field"), say("Getting in"), say("Remote"), say("Core focus"))
    rows = tuple(
        (
            marked_name(card, say),
            words.stars(card.stars, 10, say),
            card.family_name,
            words.entry_word(card.entry, say),
            words.remote_word(card.remote, say),
            card.focus,
        )
        for card in report.cards
    )
    blocks: list[Block] = [Grid(titles, rows, least=76)]
    shown = say.count("{n} career", "{n} careers", len(rows))
    shown = words.shown_of(shown, len(rows), report.fitting, report.total, say)
    remark = say("Stars rate the pay of the middle level against everybody employed; ten is the top 1%.")
    blocks.append(Prose(f"{shown}. {remark} " + say("They are our judgement."), quiet=True))
    return Page(tuple(blocks))
