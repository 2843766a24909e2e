"""Whom the bands of a career count: the career itself, or the official occupations beside it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from careercli.core.careers.model import Group, Level, NeighbourPay, NeighbourWage, PayBand
from careercli.core.careers.places import PlacePay

#: Medians that are less apart than this agree.
ALIKE = 0.1
#: Levels of experience, from the first post on.
LEVELS: tuple[Level, ...] = get_args(Level)


def first_official(bands: Iterable[PayBand], country: str) -> PayBand | None:
    """The official wages a year of the career itself in a whole country; None where nobody counts it."""
    return next((band for band in _official(bands, country) if band.counts == "title"), None)


def official_wages(bands: Sequence[PayBand], country: str) -> tuple[PayBand, ...]:
    """The official wages a year in a whole country: of the career itself, else of the occupations beside it."""
    own = first_official(bands, country)
    return (own,) if own else tuple(band for band in _official(bands, country) if band.occupation)


def find_neighbour_pay(bands: Sequence[PayBand], country: str) -> NeighbourPay | None:
    """What the official occupations beside a career pay in a country; None where it has official wages of its own."""
    near = official_wages(bands, country)
    if not near or near[0].counts == "title":
        return None
    wages = sorted((_wage_of(band) for band in near), key=lambda wage: wage.p50)
    low, high = wages[0].p50, wages[-1].p50
    return NeighbourPay(
        country=country,
        currency=near[0].currency,
        reference=near[0].reference,
        source=near[0].source,
        low=low,
        high=high,
        middle=(low + high) / 2,
        occupations=tuple(wages),
    )


def place_band(pay: PlacePay, label: str) -> PayBand:
    """The pay of a place, or of the wider one whose figure stands for it, as a band."""
    there = pay.wider or pay.place
    return PayBand(
        id=pay.of.code,
        label=label,
        country=there.country,
        place=there.name,
        currency=pay.currency,
        period="year",
        tax="gross",
        basis="official",
        reference=pay.reference,
        source=pay.source,
        of=pay.of,
        p10=pay.p10,
        p25=pay.p25,
        p50=pay.p50,
        p75=pay.p75,
        p90=pay.p90,
    )


def _wage_of(band: PayBand) -> NeighbourWage:
    code = band.occupation or ""
    return NeighbourWage(occupation=code, of=band.of or Group(code=code, title=code, own=False), p50=band.p50 or 0)


def _official(bands: Iterable[PayBand], country: str) -> list[PayBand]:
    """The official bands of a whole country that have a median gross a year."""
    return [
        band
        for band in bands
        if (band.country, band.basis, band.period, band.tax) == (country, "official", "year", "gross")
        and band.place is None
        and band.p50 is not None
    ]


def find_level_band(bands: Iterable[PayBand], country: str, level: Level) -> PayBand | None:
    """What is published of a level under the title itself in a country; all over the country, if there is that."""
    told = [
        band
        for band in bands
        if (band.country, band.level, band.counts) == (country, level, "title")
        and band.basis != "editorial"
        and middle_of(band) is not None
    ]
    return min(told, key=lambda band: band.place is not None, default=None)


def middle_of(band: PayBand) -> float | None:
    """The median of a band, or halfway between its ends."""
    if band.p50 is not None:
        return band.p50
    return (band.low + band.high) / 2 if band.low is not None and band.high is not None else None


def against_first(bands: Iterable[PayBand]) -> Iterator[tuple[PayBand, PayBand, float]]:
    """The medians under the title itself that disagree with the first of their country, currency and period.

    Each with that first one, and by which share it lies above it.
    """
    first: dict[tuple[str, str, str, str], PayBand] = {}
    for band in bands:
        if band.p50 is None or band.level or band.place or band.counts != "title":
            continue
        base = first.setdefault((band.country, band.currency, band.period, band.tax), band)
        if base is not band and base.p50 and abs(band.p50 / base.p50 - 1) > ALIKE:
            yield band, base, band.p50 / base.p50 - 1
