"""Pay bands and costs, as tables and drawn over one axis a currency."""

from collections.abc import Iterable

from careercli.core.careers import model as m
from careercli.core.text.citations import EDITORIAL
from careercli.core.text.page import Bar, Bars, Block, Bullets, Grid, Heading, Prose, Range, Ranges
from careercli.core.text.plain_blocks import told_bar
from careercli.locale import Say, words
from careercli.pages.actions import command
from careercli.pages.levels import Reader

#: Columns under which each kind of person has a block of its own: their sums are read one by one.
SUMS_WIDTH = 112
POINTS = ("p10", "p25", "p50", "p75", "p90")


def nearest_bands(bands: tuple[m.PayBand, ...], country: str) -> tuple[m.PayBand, ...]:
    """What serves a reader: what is told of the reader's country, and of each other one the figure that counts most.

    Official pay of a place is left to who asks for it where the whole country has one. Everything where nothing is
    known of the reader's country.
    """
    if not any(band.country == country for band in bands):
        return bands
    if any(band.basis == "official" and band.place is None and band.country == country for band in bands):
        bands = tuple(band for band in bands if band.basis != "official" or band.place is None)
    best: dict[str, m.PayBand] = {}
    for band in sorted(
        bands,
        key=lambda band: (
            band.place is not None,
            band.level is not None,
            band.basis != "official",
            -(band.respondents or 0),
        ),
    ):
        best.setdefault(band.country, band)
    here = [band for band in bands if band.country == country]
    return (*here, *(band for band in bands if band.country != country and band is best[band.country]))


def band_grid(bands: tuple[m.PayBand, ...], reader: Reader) -> Grid:
    """Pay bands, each with its date, basis and source."""
    say = reader.say
    rows = []
    for band in bands:
        remark = reader.dated(band.reference) + ", "
        if band.respondents and band.basis == "records":
            remark += say("{n} pay records", n=say.number(band.respondents))
        elif band.respondents:
            remark += words.basis_word(band.basis, say) + ", " + say("{n} answers", n=say.number(band.respondents))
        elif band.basis == "official" and band.source in reader.copies:
            remark += say("official statistics, read in a copy")
        else:
            remark += words.basis_word(band.basis, say)
        if band.source:
            remark += f" [@{band.source}]"
        amounts = words.band_amounts(band, say) + ", " + words.period_word(band, say)
        rows.append((band.label or say.country_name(band.country), amounts, remark))
    return Grid((say("Who and where"), say("Amount"), say("Date and basis")), tuple(rows), least=70)


def bands_with_ranges(bands: tuple[m.PayBand, ...], country: str) -> tuple[m.PayBand, ...]:
    """The bands with all percentiles: the reader's country's, if any are."""
    bands = tuple(band for band in bands if band.country == country) or bands
    return tuple(band for band in bands if band.p10 and None not in _points(band))


def band_ranges(bands: Iterable[m.PayBand], reader: Reader) -> list[Block]:
    """Bands with all percentiles, of one currency and period over one axis."""
    say = reader.say
    groups: dict[tuple[str, str, str], list[Range]] = {}
    for band in bands:
        points = _points(band)
        low, middle, high = (say.money(points[n], band.currency) for n in (0, 2, 4))
        label = band.label or say.country_name(band.country)
        text = f"{say('median {amount}', amount=middle)}, {reader.dated(band.reference)}"
        drawn = Range(label, points, text + (f" [@{band.source}]" if band.source else ""), (low, high))
        groups.setdefault((band.currency, band.period, band.tax), []).append(drawn)
    return [Ranges(tuple(rows)) for rows in groups.values()]


def _points(band: m.PayBand) -> tuple[float, float, float, float, float]:
    p10, p25, p50, p75, p90 = (getattr(band, point) for point in POINTS)
    return p10, p25, p50, p75, p90


def sum_grid(sums: tuple[m.Sum, ...], say: Say) -> list[Block]:
    """What the way in costs each kind of person, a row each."""
    titles = (say("Who"), say("Until hired"), say("To pay"), say("Salary lost"), say("Starting salary"))
    rows = tuple((entry.who, entry.time, entry.paid, entry.lost, entry.wage) for entry in sums)
    return [Grid(titles, rows, rules=True, least=SUMS_WIDTH)] if rows else []


def cost_ladder(costs: tuple[m.Cost, ...], reader: Reader) -> list[Block]:
    """Costs from the least to the most, those of one currency as bars over one scale, under each what it buys.

    What is paid in the reader's country comes first, then what is paid anywhere; how to see what is paid elsewhere.
    Everything where the country is one for which the guide is not written.
    """
    say, country = reader.say, reader.country
    abroad = dict.fromkeys(cost.country for cost in costs if cost.country not in (None, "world", country))
    if country == say.country or any(cost.country == country for cost in costs):
        costs = tuple(cost for cost in costs if cost.country not in abroad)
    else:
        abroad = {}
    groups: dict[str, list[m.Cost]] = {}
    for cost in sorted(costs, key=lambda cost: (cost.country != country, cost.country not in (None, "world"))):
        currency = cost.currency if cost.high else next(iter(groups), cost.currency)  # what is free is so in any
        groups.setdefault(currency, []).append(cost)
    blocks: list[Block] = [Heading(say("What each thing costs"), 3)] if costs else []
    for group in groups.values():
        rising = sorted(group, key=lambda cost: (cost.high, cost.low))
        if len(rising) > 1:
            blocks.append(Bars(tuple(_bar(cost, rising[-1].high or 1, reader) for cost in rising)))
        else:  # a bar of one would be full, whatever it is
            blocks.append(Bullets(tuple((cost.name, told_bar(_bar(cost, 1, reader))) for cost in rising), "none"))
    elsewhere = tuple(
        (
            say.country_name(place or ""),
            command("show", reader.career, "--section", "costs", "--country", place or ""),
        )
        for place in abroad
    )
    if elsewhere:
        blocks += [Prose(say("Costs elsewhere:"), quiet=True, joined=True), Bullets(elsewhere, "none")]
    return blocks


def _bar(cost: m.Cost, most: float, reader: Reader) -> Bar:
    say = reader.say
    text = _cost(cost, say)
    note = _remark(cost, say, reader.country)
    if not note:
        text = f"{text} {_basis(cost, say)}"
    return Bar(cost.name, cost.high / most, text, start=cost.low / most if cost.low < cost.high else 0.0, note=note)


def _cost(cost: m.Cost, say: Say) -> str:
    if cost.high == 0:
        return say("free")
    return words.span(say.money(cost.low, cost.currency), say.money(cost.high, cost.currency), say)


def _basis(cost: m.Cost, say: Say) -> str:
    if cost.source or cost.basis == EDITORIAL:
        return f"[@{cost.source or EDITORIAL}]"
    return f"({words.basis_word(cost.basis, say)})"


def _remark(cost: m.Cost, say: Say, reader: str) -> str:
    """What a cost buys, and where, if it is not where the reader is."""
    if not cost.text:
        return ""
    country = say.country_name(cost.country or "") + ". " if cost.country not in (None, "world", reader) else ""
    ended = cost.text.endswith(".")
    return f"{country}{cost.text.removesuffix('.')} {_basis(cost, say)}{'.' if ended else ''}"
