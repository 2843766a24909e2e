"""The page of where a pay stands."""

from careercli.core.careers.reports import Report
from careercli.core.pay.reports import PayReport
from careercli.core.text.page import Block, Grid, Heading, Page, Prose
from careercli.locale import Say, words
from careercli.pages.contents import bibliography
from careercli.pages.list import LEAST_FOCUS, room_for_names


def lay_out(report: Report, say: Say) -> Page:
    """The percentile in words, the stars, and occupations with a median near it."""
    assert isinstance(report, PayReport)
    amount = f"{say.money(report.pay, report.currency)} {_terms(report.tax, report.period, say)}"
    share = say.number(report.percentile * 100, 1 if report.percentile > 0.99 else 0)
    country = say.country_name(report.country)
    blocks: list[Block] = [Heading(say("{amount}, {country}", amount=amount, country=country), 1)]
    blocks.append(Prose(words.stars(report.stars, 10, say)))
    text = say("That is above the pay of {share}% of employees ({date}).", share=share, date=say.date(report.reference))
    blocks.append(Prose(text + "".join(f" [{source.number}]" for source in report.sources)))
    if (report.period, report.tax) != (report.compared_period, report.compared_tax):
        compared = f"{say.money(round(report.compared), report.currency)} "
        compared += _terms(report.compared_tax, report.compared_period, say)
        blocks.append(Prose(say("Compared as {amount}, as the statistics have it.", amount=compared), quiet=True))
    if report.means:
        net, gross = (say.money(mean, report.currency) for mean in report.means)
        remark = say(
            "The figures are net, full-time and private sector; gross is taken to net by the ratio of their own means, "
            "{net} to {gross}.",
            net=net,
            gross=gross,
        )
        blocks.append(Prose(remark, quiet=True))
    if report.next_stars is not None:
        more = say.money(round(report.next_stars), report.currency)
        more += " " + _terms(report.compared_tax, report.compared_period, say)
        blocks.append(Prose(say("One star more begins at {amount}.", amount=more)))
    if report.nearest:
        blocks += _nearest(report, say)
    else:
        blocks.append(Prose(say("No official medians by occupation are bundled for this country."), quiet=True))
    return Page((*blocks, Heading(say("Sources"), 2), *bibliography(report.sources, say)))


def _nearest(report: PayReport, say: Say) -> list[Block]:
    """Who earns about so much; in another country, who stands as high there."""
    rows = tuple((card.name, say.money(card.median or 0, card.currency or ""), card.summary) for card in report.nearest)
    titles = (say("Occupation"), say("Pay"), say("The work"))
    cut = ((0, room_for_names(row[0] for row in rows)), (2, LEAST_FOCUS))
    grid = Grid(titles, rows, right=(1,), one_line=True, cut=cut, spare=(2,))
    if report.nearest_in == report.country:
        return [Heading(say("Occupations with a median near it"), 2), grid]
    country = say.country_name(report.nearest_in)
    remark = say("There are no official medians by occupation of this country; these are gross a year.")
    return [Heading(say("Who stands as high ({country})", country=country), 2), grid, Prose(remark, quiet=True)]


def _terms(tax: str, period: str, say: Say) -> str:
    periods = {"year": say("a year"), "month": say("a month"), "hour": say("an hour")}
    return f"{say('gross') if tax == 'gross' else say('net')} {periods[period]}"
