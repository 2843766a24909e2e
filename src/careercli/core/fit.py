"""Whether a career fits, from answers to its statements: a score in named parts that add up."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.model import Statement
from careercli.core.reports import Reason, WhatIf

#: Answers run from 1, "not me at all", to 5, "very much me".
LOWEST, NEUTRAL, HIGHEST = 1, 3, 5
#: Fewer answers than this share of the statements are too few for a verdict.
LEAST_SHARE = 0.5
#: Lower bounds of the bands of fit. Our judgement: the middle band is wide, for one answer must not decide.
BANDS = ((0.75, "strong"), (0.58, "good"), (0.42, "mixed"), (0.25, "weak"), (0.0, "poor"))
REASONS = 3


class Fit(NamedTuple):
    """The fit, 0 to 1, with the traits that it is the sum of and the most that each can give.

    `refused` says why there is none.
    """

    fit: float | None
    band: str | None
    parts: dict[str, float]
    limits: dict[str, float]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    what_if: tuple[WhatIf, ...]
    refused: str | None = None


def score_fit(statements: Sequence[Statement], answers: Mapping[str, int]) -> Fit:
    """The fit of a person whose answers (statement id: 1 to 5) are given.

    Each answered statement counts the same: agreeing with one for the career gives up to 1, as does rejecting
    one against it; the fit is their mean. Refused are `few` answers and
    `flat` ones (all the same: half the statements speak against the other half).
    """
    given = [(s, answers[s.id]) for s in statements if s.id in answers]
    refused = _refuse(len(statements), given)
    if refused:
        return Fit(None, None, {}, {}, (), (), (), refused)
    points = {s.id: _points(s, answer) for s, answer in given}
    share = 1 / len(given)
    parts: dict[str, float] = {}
    limits: dict[str, float] = {}
    for statement, _ in given:
        limits[statement.trait] = limits.get(statement.trait, 0.0) + share
        parts[statement.trait] = parts.get(statement.trait, 0.0) + points[statement.id] * share
    fit = sum(parts.values())
    pulls = [
        Reason(id=s.id, text=s.text, answer=answer, weight=round((points[s.id] - 0.5) * share, 6))
        for s, answer in given
    ]
    ranked = sorted(pulls, key=lambda reason: -abs(reason.weight))
    against = tuple(reason for reason in ranked if reason.weight < 0)[:REASONS]
    changes = tuple(WhatIf(id=r.id, text=r.text, answer=NEUTRAL, fit=round(fit - r.weight, 6)) for r in against)
    return Fit(
        round(fit, 6),
        band_of(fit),
        {trait: round(part, 6) for trait, part in parts.items()},
        {trait: round(limit, 6) for trait, limit in limits.items()},
        tuple(reason for reason in ranked if reason.weight > 0)[:REASONS],
        against,
        changes,
    )


def band_of(fit: float) -> str:
    """The band that a fit falls in."""
    return next(name for bound, name in BANDS if fit >= bound - 1e-9)


def mix_directions(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with those for and against in turn, so that nobody can answer by habit."""
    sides = [[s for s in statements if s.direction == direction] for direction in ("for", "against")]
    mixed: list[Statement] = []
    for n in range(max(map(len, sides), default=0)):
        turn = sides if n % 2 == 0 else sides[::-1]
        mixed += [side[n] for side in turn if n < len(side)]
    return mixed


def _points(statement: Statement, answer: int) -> float:
    share = (answer - LOWEST) / (HIGHEST - LOWEST)
    return share if statement.direction == "for" else 1 - share


def _refuse(total: int, given: Sequence[tuple[Statement, int]]) -> str | None:
    if len(given) < max(2, total * LEAST_SHARE):
        return "few"
    values = {answer for _, answer in given}
    if len(values) == 1:
        return "flat"
    return None
