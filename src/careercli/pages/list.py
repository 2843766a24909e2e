"""The page of a list of careers."""

from typing import Protocol

from careercli.core.careers.model import Rating
from careercli.core.careers.reports import Card, ListReport, Report
from careercli.core.text.page import Grid, Page, Prose
from careercli.locale import NO_BREAK, Say, words
from careercli.pages import levels
from careercli.pages.actions import command


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
    titles = (say("Career"), say("Stars, pay"), say("Getting in"), say("Remote"), say("Field"), say("Core focus"))
    rows = tuple(
        (
            marked_name(card, say),
            stars_and_pay(card.stars, _money(card, report.country, say)),
            words.entry_word(card.entry, say),
            words.remote_word(card.remote, say),
            card.family_name,
            card.focus,
        )
        for card in report.cards
    )
    shares = tuple(share_of(card.stars) for card in report.cards)
    grid = Grid(titles, rows, least=76, one_line=True, cut=((5, 20),), spare=(4, 3, 5), meter=1, shares=shares)
    return Page((grid, Prose(_foot(report, say), quiet=True)))


def stars_and_pay(stars: int | None, money: str) -> str:
    """★ 8 $135,980; what is not known leaves nothing."""
    starred = f"★{NO_BREAK}{stars}" if stars is not None else ""
    return f"{starred} {money}".strip() or "–"


def share_of(stars: int | None) -> float | None:
    """Stars as a share of ten."""
    return None if stars is None else stars / 10


def _foot(report: ListReport, say: Say) -> str:
    """How many there are, here and in the atlas, and what stars and pay are."""
    shown = say.count("{n} guide", "{n} guides", len(report.cards))
    shown = words.shown_of(shown, len(report.cards), report.fitting, report.total, say)
    if report.occupations:
        atlas = say.count("{n} occupation", "{n} occupations", report.occupations)
        everything = command("list", "--all")
        shown += say.semicolon + say("{occupations} with {command}", occupations=atlas, command=everything)
    remark = say("Stars are our judgement of the pay of the middle level among everybody employed; ten is the top 1%.")
    pay = say("{mark}: what so many stars stand for, where nobody counts the career itself.", mark=words.MARK)
    return f"{shown}. {remark} {pay}"


def _money(card: Card, country: str, say: Say) -> str:
    """The pay of the middle level: counted or told where the reader is, else what our stars stand for."""
    here = [rating for rating in card.ratings if rating.country == country and rating.basis != "editorial"]
    judged = [rating for rating in card.ratings if rating.basis == "editorial"]
    for rating in sorted(here, key=lambda rating: rating.basis != "measured"):
        return say.money(_middle(rating), rating.currency or "")
    return f"{words.MARK}{NO_BREAK}{levels.rounded_money(_middle(judged[0]), judged[0], say)}" if judged else ""


def _middle(rating: Rating) -> float:
    """The amount of a rating, or the middle of its range."""
    if rating.amount is not None:
        return rating.amount
    ends = [end for end in (rating.low, rating.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0
