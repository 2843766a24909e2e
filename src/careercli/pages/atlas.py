"""The page of a list of occupations."""

from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.reports import AtlasReport, Report
from careercli.core.text.page import Block, Grid, Page, Prose
from careercli.locale import Say, words
from careercli.pages.list import marked_name, share_of, stars_and_pay


def lay_out(report: Report, say: Say) -> Page:
    """One occupation a row, with its official figures."""
    assert isinstance(report, AtlasReport)
    if not report.cards:
        return Page((Prose(say("No occupation fits.")),))
    country = say.country_name(report.country, short=True)
    titles = (
        say("Occupation"),
        say("Code"),
        say("Stars, median ({country})", country=country),
        say("Growth"),
        words.in_country(say("Zone"), report.classified_in, say),
        say("Interests"),
    )
    rows = tuple(
        (
            marked_name(card, say),
            card.id,
            words.marked(stars_and_pay(card.stars, _median(card, say)), card.of),
            words.marked("–" if card.growth_percent is None else say.percent(card.growth_percent), card.outlook_of),
            str(card.job_zone or "–"),
            card.interests or "–",
        )
        for card in report.cards
    )
    blocks: list[Block] = [_grid(titles, rows, report)]
    shown = say.count("{n} occupation", "{n} occupations", len(rows))
    shown = words.shown_of(shown, len(rows), report.fitting, report.total, say)
    remark = say("Stars rate the median, gross a year, against all employees: measured. A dash: not published.")
    if report.wages:
        remark += " " + say("Pay is of {country}, {date}.", country=country, date=say.date(report.wages.date))
    if report.outlook:
        years = {"start": report.outlook.from_year, "end": report.outlook.to_year}
        remark += " " + say("Growth is projected for {start} to {end}.", **years)
    if any(not card.own for card in report.cards):
        remark += " " + say(
            "{mark}: the figure counts a larger group, of which the occupation is a part.", mark=words.MARK
        )
    blocks.append(Prose(f"{shown}. {remark}", quiet=True))
    return Page(tuple(blocks))


def _grid(titles: tuple[str, ...], rows: tuple[tuple[str, ...], ...], report: AtlasReport) -> Grid:
    shares = tuple(share_of(card.stars) for card in report.cards)
    return Grid(titles, rows, right=(3,), least=76, one_line=True, cut=((0, 30),), spare=(4, 5), meter=2, shares=shares)


def _median(card: OccupationCard, say: Say) -> str:
    return "" if card.median is None else say.money(card.median, card.currency or "")
