"""Pay where somebody lives, as blocks of a page."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.core.careers.places import Place, PlacePay, PlaceRank
from careercli.core.text.page import Block, Grid, Heading, Prose
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.place_words import only_median_words
from careercli.pages.groups import titled


def lay_out_place(pay: PlacePay, say: Say) -> list[Block]:
    """What an occupation pays in a place: its median, how spread it is, how many do it, its stars among the place's."""
    there = pay.wider or pay.place
    blocks: list[Block] = [Heading(say("Pay in {place}", place=pay.place.name), 2)]
    if pay.wider:
        text = say("{place} publishes no figure for it: this is {wider}.", place=pay.place.name, wider=pay.wider.name)
        blocks.append(Prose(text))
    median = say.money(pay.p50 or 0, pay.currency)
    date = say.date(pay.reference)
    told = [
        say(
            "Half of the employees who do it in {place} earn more than {median} gross a year ({date}).",
            place=there.name,
            median=median,
            date=date,
        )
    ]
    if pay.p10 is not None and pay.p90 is not None:
        low, high = say.money(pay.p10, pay.currency), say.money(pay.p90, pay.currency)
        told.append(say("One in ten earns less than {low}, one in ten more than {high}.", low=low, high=high))
    if pay.p25 is not None and pay.p75 is not None:
        low, high = say.money(pay.p25, pay.currency), say.money(pay.p75, pay.currency)
        told.append(say("A quarter earns less than {low}, a quarter more than {high}.", low=low, high=high))
    told += only_median_words(pay, say)
    if pay.employment is not None:
        told.append(say.count("{n} employee there.", "{n} employees there.", pay.employment))
    blocks.append(Prose(f"{' '.join(told)} [@{pay.source}]"))
    if not pay.of.own:
        group = titled(pay.of, say)
        text = say("This is the pay of a larger group, {group}: it is not published apart.", group=group)
        blocks.append(Prose(text))
    if pay.stars is not None:
        stars = words.stars(pay.stars, 10, say)
        among = say("{stars} among all who are employed in {place}", stars=stars, place=there.name)
        if pay.at_least:
            among = say("{among}, or more: above the highest tenth nothing finer is published", among=among)
        blocks.append(Prose(f"{among}."))
    if pay.thin:
        blocks.append(
            Prose(say("A thin figure: it rests on few answers, and may be off by a fifth or more."), quiet=True)
        )
    return blocks


def lay_out_ranks(best: tuple[PlaceRank, ...], most: tuple[PlaceRank, ...], currency: str, say: Say) -> list[Block]:
    """The areas where an occupation pays best, and where most do it."""
    if not best:
        return []

    def rows(ranks: tuple[PlaceRank, ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(
            (
                rank.place.name,
                "–" if rank.median is None else say.money(rank.median, currency),
                "–" if rank.employment is None else say.number(rank.employment),
            )
            for rank in ranks
        )

    titles = (say("Area"), say("Median"), say("Employed"))
    return [
        Heading(say("Where it pays best"), 3),
        Grid(titles, rows(best), right=(1, 2), least=40),
        Heading(say("Where most do it"), 3),
        Grid(titles, rows(most), right=(1, 2), least=40),
    ]


class LocalSheet(NamedTuple):
    """What a career pays in a place; of one that is not counted as its `own` what its neighbours pay."""

    name: str
    pays: tuple[PlacePay, ...]
    own: bool


def lay_out_together(careers: Sequence[LocalSheet], place: Place, say: Say) -> list[Block]:
    """The pay of several careers in a place, a row each; of a guide its neighbours'; each with its place."""
    pays = [(career, pay) for career in careers for pay in career.pays]
    if not pays:
        return []
    rows = tuple(
        (
            career.name if career.own else say("{name} ≈ {occupation}", name=career.name, occupation=pay.of.title),
            words.marked(say.money(pay.p50 or 0, pay.currency), pay.of) + (words.THIN if pay.thin else ""),
            "–" if pay.stars is None else f"★{NO_BREAK}{pay.stars}{'+' if pay.at_least else ''}",
            "–" if pay.employment is None else say.number(pay.employment),
            (pay.wider or pay.place).name,
        )
        for career, pay in pays
    )
    titles = (say("Career"), say("Median"), say("Stars"), say("Employed"), say("Place"))
    date, sources = say.date(pays[0][1].reference), "; ".join(dict.fromkeys(f"@{pay.source}" for _, pay in pays))
    remark = say("Medians gross a year ({date}); stars among all who are employed there.", date=date) + f" [{sources}]"
    if any(pay.wider for _, pay in pays):
        remark += " " + say("Where {place} publishes none, that of the state stands, named.", place=place.name)
    if any(pay.thin for _, pay in pays):
        remark += " " + say("{mark}: it rests on few answers.", mark=words.THIN)
    heading = Heading(say("Pay in {place}", place=place.name), 2)
    return [heading, Grid(titles, rows, right=(1, 3), least=60), Prose(remark, quiet=True)]
