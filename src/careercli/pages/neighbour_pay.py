"""What the official occupations beside a career pay, where nobody counts the career itself."""

from careercli.core.careers.model import NeighbourPay
from careercli.core.text.page import Block, Facts, Heading, Prose
from careercli.locale import Say


def neighbour_blocks(neighbours: tuple[NeighbourPay, ...], say: Say, *, listed: bool = True) -> list[Block]:
    """What the official occupations beside a career pay; if `listed`, each by its title."""
    blocks: list[Block] = []
    for pay in neighbours:
        country = say.country_name(pay.country)
        wages = tuple(
            (f"{wage.of.title} ({wage.of.code})", say.money(wage.p50, pay.currency)) for wage in pay.occupations
        )
        blocks += [
            Heading(say("Official neighbors, {country}", country=country), 3),
            Prose(_neighbour_sentence(pay, say)),
            *([Facts(wages)] if listed and len(wages) > 1 else []),
        ]
    return blocks


def _neighbour_sentence(pay: NeighbourPay, say: Say) -> str:
    """That nobody counts the career itself, and between what its neighbours' medians lie."""
    cited = f" [@{pay.source}]" if pay.source else ""
    where = f"{say.country_name(pay.country, short=True)}, {say.date(pay.reference)}{cited}"
    low, high = say.money(pay.low, pay.currency), say.money(pay.high, pay.currency)
    if len(pay.occupations) == 1:
        return say(
            "Official statistics do not count this career itself. The occupation beside it, {title}, has a "
            "median of {low} gross a year ({where}).",
            title=say.quoted(pay.occupations[0].of.title),
            low=low,
            where=where,
        )
    return say(
        "Official statistics do not count this career itself. The occupations beside it have medians from "
        "{low} to {high} gross a year ({where}).",
        low=low,
        high=high,
        where=where,
    )


def neighbour_line(pay: NeighbourPay, say: Say, *, whole: bool = True) -> str:
    """The same in half a line: whose medians, from where to where; if not `whole`, of how many where they are more."""
    named = [wage.of.title for wage in pay.occupations]
    titles = say.joined(named)
    if not whole and len(named) > 2:
        titles = say("the {n} official titles nearest to it", n=len(named))
    low, high = say.money(pay.low, pay.currency), say.money(pay.high, pay.currency)
    if pay.low == pay.high:
        text = say("≈ {low}, median of {titles}", low=low, titles=titles)
    else:
        text = say("≈ {low} to {high}, medians of {titles}", low=low, high=high, titles=titles)
    return f"{text}, {say.date(pay.reference)}" + (f" [@{pay.source}]" if pay.source else "")
