"""How the pay of one career stands to that of another."""

from careercli.core.model import PayBand, PayDirection, Role, Section

_INVERSE: dict[PayDirection, PayDirection] = {
    "lower": "higher",
    "lower-similar": "similar-higher",
    "similar": "similar",
    "similar-higher": "lower-similar",
    "higher": "lower",
}


def section_of(role: Role, id_: str) -> Section:
    """A section of a role; an empty one where it has none."""
    return next((section for section in role.sections if section.id == id_), Section(id=id_, title=""))


def official_band(role: Role, country: str) -> PayBand | None:
    """The first official pay band of a country that has a median a year."""
    for band in section_of(role, "pay").bands:
        if (band.country, band.basis, band.period) == (country, "official", "year") and band.p50 is not None:
            return band
    return None


def find_pay_direction(role: Role, baseline: Role) -> PayDirection | None:
    """The pay of a career seen from another, by our judgement in either guide; None where neither says."""
    for entry in section_of(baseline, "related").related:
        if entry.id == role.id:
            return entry.pay
    for entry in section_of(role, "related").related:
        if entry.id == baseline.id:
            return _INVERSE[entry.pay]
    return None


def pay_ratio(role: Role, baseline: Role, country: str) -> float | None:
    """The official median of a career divided by that of another; None where one lacks it."""
    ours, theirs = official_band(role, country), official_band(baseline, country)
    if ours is None or theirs is None or not theirs.p50 or ours.p50 is None or ours.currency != theirs.currency:
        return None
    return ours.p50 / theirs.p50


def measured_direction(ratio: float) -> PayDirection:
    """What a ratio of medians comes to: similar within 10 %, else lower or higher."""
    return "lower" if ratio < 0.9 else "higher" if ratio > 1.1 else "similar"


def same_wage_code(role: Role, baseline: Role, country: str) -> bool:
    """Whether both careers are paid under one code of the statistics, so that their medians say nothing."""
    ours, theirs = official_band(role, country), official_band(baseline, country)
    if ours is None or theirs is None or not ours.occupation or not theirs.occupation:
        return False
    return ours.occupation.partition(".")[0] == theirs.occupation.partition(".")[0]
