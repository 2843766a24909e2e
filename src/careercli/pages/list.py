"""The page of a list of careers."""

from careercli.core.careers.reports import ListReport, Report
from careercli.core.text.page import Block, Grid, Page, Prose
from careercli.locale import Say, words


def lay_out(report: Report, say: Say) -> Page:
    """One career a row."""
    assert isinstance(report, ListReport)
    if not report.cards:
        return Page((Prose(say("No career fits.")),))
    titles = (say("Career"), say("Stars"), say("Field"), say("Getting in"), say("Remote"), say("Core focus"))
    rows = tuple(
        (
            card.name,
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
