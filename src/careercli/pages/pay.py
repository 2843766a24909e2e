"""The page of where a pay stands, and of what leads further."""

from careercli.core.careers.reports import Report
from careercli.core.pay.reports import PayReport
from careercli.core.text.page import Block, Grid, Heading, Page, Prose
from careercli.locale import NO_BREAK, Say
from careercli.locale.pay_words import share_below, terms_words
from careercli.locale.study_words import study_phrase
from careercli.pages.contents import bibliography
from careercli.pages.list import LEAST_FOCUS, room_for_names


def lay_out(report: Report, say: Say) -> Page:
    """The share who earn less, where the next star begins, then careers that reach it without long studies."""
    assert isinstance(report, PayReport)
    amount = f"{say.money(report.pay, report.currency)} {terms_words(report.tax, report.period, say)}"
    title = say("{amount}, {country}", amount=amount, country=say.country_name(report.country))
    count = say("{count} of {out_of}", count=report.stars, out_of=10).replace(" ", NO_BREAK)
    blocks: list[Block] = [Heading(title, 1, f"★{NO_BREAK}{count}"), *_standing(report, say)]
    if report.further:
        blocks += _further(report, say)
    elif report.nearest_in == report.country and not report.nearest:
        blocks.append(Prose(say("No official medians by occupation are bundled for this country."), quiet=True))
    return Page((*blocks, Heading(say("Sources"), 2), *bibliography(report.sources, say)))


def _standing(report: PayReport, say: Say) -> list[Block]:
    """Who earns less, in the country and in a place; where the next star begins, and what that is in other terms."""
    cited = [f" [{source.number}]" for source in report.sources]
    share = share_below(report.percentile, say)
    text = say("That is above the pay of {share}% of employees ({date}).", share=share, date=say.date(report.reference))
    told = [_by_the_hour(report, say)]
    if report.next_stars is not None:
        more = say.money(round(report.next_stars), report.currency)
        more += " " + terms_words(report.compared_tax, report.compared_period, say)
        told.append(say("One star more begins at {amount}.", amount=more))
    blocks: list[Block] = [Prose(text + cited[0])]
    blocks += [Prose(_in_place(report, say) + cited[-1])] if report.local else []
    blocks += [Prose(" ".join(filter(None, told)))] if any(told) else []
    if compared := _in_other_terms(report, say):
        source = cited[1] if _is_taken_to_net(report) else ""
        blocks.append(Prose(compared + source, quiet=True))
    return blocks


def _is_taken_to_net(report: PayReport) -> bool:
    return bool(report.means and report.least and report.tax == "gross")


def _in_place(report: PayReport, say: Say) -> str:
    local = report.local
    assert local
    values = {"place": local.place.name, "share": share_below(local.percentile, say), "stars": local.stars}
    if local.at_least:
        return say("In {place}: above the pay of {share}% of those employed there or more, ★ {stars}+.", **values)
    return say("In {place}: above the pay of {share}% of those employed there, ★ {stars}.", **values)


def _in_other_terms(report: PayReport, say: Say) -> str:
    """The pay for as long as one thinks of it, and what is left of it where the statistics are net."""
    compared = f"{say.money(round(report.compared), report.currency)} "
    compared += terms_words(report.compared_tax, report.compared_period, say)
    if report.means and report.least and _is_taken_to_net(report):
        shares = [say.share(net / gross) for net, gross in (report.least, report.means)]
        return say(
            "About {amount}, by which it is compared: of the minimum wage {least} is left, of the mean {mean}. "
            "Full-time, private sector.",
            amount=compared,
            least=shares[0],
            mean=shares[1],
        )
    if (report.period, report.tax) != (report.compared_period, report.compared_tax):
        return say("Compared as {amount}, as the statistics have it.", amount=compared)
    return ""


def _by_the_hour(report: PayReport, say: Say) -> str:
    """What a pay a year is by the hour, where pay is not told by the month."""
    if (report.period, report.tax, report.compared_period) != ("year", "gross", "year"):
        return ""
    return say(
        "That is about {amount}, full-time.", amount=hourly(report.pay, report.hours_a_year, report.currency, say)
    )


def hourly(yearly: float, hours: float, currency: str, say: Say) -> str:
    """A pay a year by the hour of full-time work."""
    return f"{say.money(round(yearly / hours, 2), currency)} {say('an hour')}"


def _further(report: PayReport, say: Say) -> list[Block]:
    """Careers with many openings that pay a star more, with what one studies for them."""
    rows = tuple(
        (
            card.name,
            say.money(card.median or 0, card.currency or ""),
            say.number(card.values["openings"]),
            study_phrase(card.study, say),
            card.summary,
        )
        for card in report.further
    )
    titles = (say("Occupation"), say("Pay"), say("Openings"), say("Study"), say("The work"))
    cut = ((0, room_for_names(row[0] for row in rows)), (4, LEAST_FOCUS))
    grid = Grid(titles, rows, right=(1, 2), one_line=True, cut=cut, spare=(4,))
    title = say.count(
        "A star more, with {n} year of study at most",
        "A star more, with {n} years of study at most",
        round(report.years),
    )
    if report.stars == 10:
        title = say("As much, with {n} years of study at most", n=round(report.years))
    country = say.country_name(report.nearest_in)
    remark = say("The most openings a year first. Pay, gross a year, and openings: {country}.", country=country)
    if report.nearest_in != report.country:
        remark += " " + say(
            "This program has no official medians by occupation for {country} yet: the share who earn less is "
            "compared.",
            country=say.the_country(report.country),
        )
    return [Heading(title, 2), grid, Prose(remark, quiet=True)]
