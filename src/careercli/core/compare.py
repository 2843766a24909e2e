"""How the pay of one career stands to that of another."""

from careercli.core.model import PayBand, PayDirection
from careercli.core.reports import Card

_INVERSE: dict[PayDirection, PayDirection] = {
    "lower": "higher",
    "lower-similar": "similar-higher",
    "similar": "similar",
    "similar-higher": "lower-similar",
    "higher": "lower",
}


def official_band(card: Card, country: str) -> PayBand | None:
    """The first official pay band of a country that has a median a year."""
    for band in card.pay:
        if (band.country, band.basis, band.period) == (country, "official", "year") and band.p50 is not None:
            return band
    return None


def find_pay_direction(card: Card, baseline: Card) -> PayDirection | None:
    """The pay of a career seen from another, by our judgement in either guide; None where neither says."""
    for id_, direction in baseline.related:
        if id_ == card.id:
            return direction
    for id_, direction in card.related:
        if id_ == baseline.id:
            return _INVERSE[direction]
    return None


def pay_ratio(card: Card, baseline: Card, country: str) -> float | None:
    """The official median of a career divided by that of another; None where one lacks it."""
    ours, theirs = official_band(card, country), official_band(baseline, country)
    if ours is None or theirs is None or not theirs.p50 or ours.p50 is None or ours.currency != theirs.currency:
        return None
    return ours.p50 / theirs.p50


def measured_direction(ratio: float) -> PayDirection:
    """What a ratio of medians comes to: similar within 10 %, else lower or higher."""
    return "lower" if ratio < 0.9 else "higher" if ratio > 1.1 else "similar"


def same_wage_code(card: Card, baseline: Card, country: str) -> bool:
    """Whether both careers are paid under one code of the statistics, so that their medians say nothing."""
    ours, theirs = official_band(card, country), official_band(baseline, country)
    if ours is None or theirs is None or not ours.occupation or not theirs.occupation:
        return False
    return ours.occupation.partition(".")[0] == theirs.occupation.partition(".")[0]
