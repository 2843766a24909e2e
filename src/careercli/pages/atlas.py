"""The page of a list of occupations."""

from careercli.core.careers.reports import AtlasReport, Report
from careercli.core.text.page import Block, Grid, Page, Prose
from careercli.locale import Say, words


def lay_out(report: Report, say: Say) -> Page:
    """One occupation a row, with its official figures."""
    assert isinstance(report, AtlasReport)
    if not report.cards:
        return Page((Prose(say("No occupation fits.")),))
    country = say.country_name(report.country, short=True)
    titles = (
        say("Occupation"),
        say("Code"),
        say("Stars"),
        say("Median, gross a year ({country})", country=country),
        say("Growth"),
        words.in_country(say("Zone"), report.classified_in, say),
        say("Interests"),
    )
    rows = tuple(
        (
            card.name,
            card.id,
            words.marked(words.stars(card.stars, 10, say), card.of),
            words.marked("–" if card.median is None else say.money(card.median, card.currency or ""), card.of),
            words.marked("–" if card.growth_percent is None else say.percent(card.growth_percent), card.outlook_of),
            str(card.job_zone or "–"),
            card.interests or "–",
        )
        for card in report.cards
    )
    blocks: list[Block] = [Grid(titles, rows, right=(3, 4), least=84)]
    shown = say.count("{n} occupation", "{n} occupations", len(rows))
    shown = words.shown_of(shown, len(rows), report.fitting, report.total, say)
    remark = say("Stars are measured: they rate the median against all employees. A dash means: not published.")
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
