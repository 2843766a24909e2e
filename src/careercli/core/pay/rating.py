"""Stars of a career by level: by the official wages of its own occupation, by what is published under its title."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.core.careers.model import PayBand, Rating
from careercli.core.pay.bands import LEVELS, find_level_band, first_official, middle_of
from careercli.core.pay.distribution import LEVEL_POINTS, STAR_BOUNDS, AllEmployees, share_below, stars_of


def rate_levels(bands: Sequence[PayBand], everybody: Mapping[str, AllEmployees]) -> tuple[Rating, ...]:
    """The stars that pay gives, of each country whose employees' pay is known; none from another occupation's."""
    return tuple(
        rating
        for employees in everybody.values()
        for rating in (*_measured(bands, employees), *_told(bands, employees))
    )


def _measured(bands: Sequence[PayBand], everybody: AllEmployees) -> Iterator[Rating]:
    """By the official wages of the career's own occupation: a level is one of their percentiles."""
    band = first_official(bands, everybody.country)
    if band is None or band.occupation is None:
        return
    for level, point in LEVEL_POINTS.items():
        amount = getattr(band, point)
        if amount is None:
            continue
        share = share_below(everybody, amount, band.period, band.tax)
        yield Rating(
            level=level,
            stars=stars_of(share),
            basis="measured",
            percentile=share,
            amount=amount,
            currency=band.currency,
            country=band.country,
            of=band.of,
            reference=band.reference,
            source=band.source,
        )


def _told(bands: Sequence[PayBand], everybody: AllEmployees) -> Iterator[Rating]:
    """By what surveys, pay records and recruiters publish of a level under the title itself."""
    for level in LEVELS:
        band = find_level_band(bands, everybody.country, level)
        middle = middle_of(band) if band else None
        if band is None or middle is None or band.currency != everybody.currency or band.period == "day":
            continue
        share = share_below(everybody, middle, band.period, band.tax)
        yield Rating(
            level=level,
            stars=stars_of(share),
            basis="records",
            percentile=share,
            amount=band.p50,
            low=band.low,
            high=band.high,
            currency=band.currency,
            period=band.period,
            country=band.country,
            place=band.place,
            respondents=band.respondents,
            reference=band.reference,
            source=band.source,
        )


def pay_of_stars(stars: int, everybody: AllEmployees) -> tuple[float | None, float | None]:
    """From what pay and up to what pay a year so many stars reach; None where they have no end."""
    if everybody.period != "year":
        return None, None
    low = everybody.distribution.amount_at(STAR_BOUNDS[stars - 2]) if stars > 1 else None
    high = everybody.distribution.amount_at(STAR_BOUNDS[stars - 1]) if stars < 10 else None
    return low, high
