"""Whether a career fits, from answers to its statements: a score in named parts that add up."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.careers.model import Statement
from careercli.core.quiz.answers import MIDDLE, share_of
from careercli.core.quiz.interests import longest_run
from careercli.core.quiz.reports import Reason, Turn, WhatIf
from careercli.core.quiz.results import Band

#: Fewer answers than this share of the statements are too few for a verdict.
LEAST_SHARE = 0.5
#: One same answer over this share of the statements in a row contradicts itself: directions take turns.
LONGEST_RUN = 0.75
#: Lower bounds of the bands of fit. Our judgement: the middle band is wide, for one answer must not decide.
BANDS: tuple[tuple[float, Band], ...] = (
    (0.75, "strong"),
    (0.58, "good"),
    (0.42, "mixed"),
    (0.25, "weak"),
    (0.0, "poor"),
)
REASONS = 3


class Fit(NamedTuple):
    """The fit, 0 to 1, with the traits that it is the sum of and the most that each can give.

    `refused` says why there is none.
    """

    fit: float | None
    band: Band | None
    parts: dict[str, float]
    limits: dict[str, float]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    what_if: tuple[WhatIf, ...]
    turn: Turn | None = None
    refused: str | None = None


def score_fit(statements: Sequence[Statement], answers: Mapping[str, int]) -> Fit:
    """The fit of a person whose answers (statement id: 1 to 5) are given; `statements` in the order asked.

    Each answered statement counts the same: agreeing with one for the career gives up to 1, as does rejecting
    one against it; the fit is their mean. Refused are `few` answers, `flat` ones (all the same: half the statements
    speak against the other half) and `careless` ones (nearly all the same, in a row).
    """
    given = [(s, answers[s.id]) for s in statements if s.id in answers]
    refused = _refuse(len(statements), given)
    if refused:
        return Fit(None, None, {}, {}, (), (), (), refused=refused)
    share = 1 / len(given)
    parts: dict[str, float] = {}
    limits: dict[str, float] = {}
    for statement, answer in given:
        limits[statement.trait] = limits.get(statement.trait, 0.0) + share
        parts[statement.trait] = parts.get(statement.trait, 0.0) + _points(statement, answer) * share
    fit = sum(parts.values())
    pulls = [
        Reason(id=s.id, text=s.text, answer=answers[s.id], weight=round(pull, 6))
        for s, pull in pulls_of(statements, answers)
    ]
    ranked = sorted(pulls, key=lambda reason: (-abs(reason.weight), reason.is_disliked))
    against = tuple(reason for reason in ranked if reason.weight < 0)
    return Fit(
        round(fit, 6),
        band_of(fit),
        {trait: round(part, 6) for trait, part in parts.items()},
        {trait: round(limit, 6) for trait, limit in limits.items()},
        tuple(reason for reason in ranked if reason.weight > 0)[:REASONS],
        against[:REASONS],
        tuple(_neutral(reason, fit) for reason in against[:REASONS]),
        find_turn(fit, ranked),
    )


def band_of(fit: float) -> Band:
    """The band that a fit falls in."""
    return next(name for bound, name in BANDS if fit >= bound - 1e-9)


def pulls_of(statements: Sequence[Statement], answers: Mapping[str, int]) -> list[tuple[Statement, float]]:
    """The answered statements and what each adds to the fit, or takes from it, against an answer in the middle."""
    given = [s for s in statements if s.id in answers]
    return [(s, (_points(s, answers[s.id]) - 0.5) / len(given)) for s in given]


def find_turn(fit: float, pulls: Sequence[Reason]) -> Turn | None:
    """The fewest answers, the strongest first, that would bring the next better band were they in the middle.

    In the best band, those that would lose it. None where the middle does not get there.
    """
    band = band_of(fit)
    better = band != BANDS[0][1]
    moving = [pull for pull in pulls if (pull.weight < 0) == better and pull.weight]
    reached = fit
    for count, pull in enumerate(moving, 1):
        reached -= pull.weight
        if (now := band_of(reached)) != band:
            taken = moving[:count]
            return Turn(
                ids=tuple(p.id for p in taken), texts=tuple(p.text for p in taken), fit=round(reached, 6), band=now
            )
    return None


def mix_directions(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with those for and against in turn, so that nobody can answer by habit."""
    sides = [[s for s in statements if s.direction == direction] for direction in ("for", "against")]
    mixed: list[Statement] = []
    for n in range(max(map(len, sides), default=0)):
        turn = sides if n % 2 == 0 else sides[::-1]
        mixed += [side[n] for side in turn if n < len(side)]
    return mixed


def _points(statement: Statement, answer: int) -> float:
    share = share_of(answer)
    return share if statement.direction == "for" else 1 - share


def _neutral(reason: Reason, fit: float) -> WhatIf:
    """What came out if an answer were in the middle."""
    then = fit - reason.weight
    return WhatIf(id=reason.id, text=reason.text, answer=MIDDLE, fit=round(then, 6), band=band_of(then))


def _refuse(total: int, given: Sequence[tuple[Statement, int]]) -> str | None:
    if len(given) < max(2, total * LEAST_SHARE):
        return "few"
    if len({answer for _, answer in given}) == 1:
        return "flat"
    sides = {statement.direction for statement, _ in given}
    if len(sides) > 1 and longest_run([answer for _, answer in given]) >= LONGEST_RUN * len(given):
        return "careless"
    return None
