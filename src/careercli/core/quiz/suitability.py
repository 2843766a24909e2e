"""How far an occupation suits a person, from interests and from how long they would prepare."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.quiz.answers import MIDDLE
from careercli.core.quiz.fit import band_of
from careercli.core.quiz.interests import SCALES, InterestItem, score_items
from careercli.core.quiz.matching import Vector
from careercli.core.quiz.preparation import PreparationItem, score_zone, willing
from careercli.core.quiz.reasons import add_widest, find_against, find_for, weigh_answers, with_ratings
from careercli.core.quiz.reports import Reason, WhatIf
from careercli.core.quiz.results import Band

#: What interests can give of the fit, preparation giving the rest. Our judgement.
INTERESTS = 0.8
REASONS = 3


class Suitability(NamedTuple):
    """The fit, 0 to 1, in two parts that add up, with the most that each can give; `profile` by type, 0 to 1."""

    fit: float
    band: Band
    parts: dict[str, float]
    limits: dict[str, float]
    preparation: str | None
    profile: dict[str, float]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    what_if: tuple[WhatIf, ...]


def score_suitability(
    items: Sequence[InterestItem],
    preparation: Sequence[PreparationItem],
    answers: Mapping[str, int],
    career: Vector,
    zone: int | None,
    ratings: Vector,
) -> Suitability:
    """The fit of an occupation whose interest `ratings` have a `direction` and which has a job zone.

    Interests give the fit r of a list, as (1 + r) / 2; preparation the mean of what the answers say
    of the zone. Without an answer on preparation, or a zone, interests are the whole. The answers must not be such
    that `find_refusal` refuses them.
    """
    ready = score_zone(preparation, answers, zone) if zone else None
    most = 1.0 if ready is None else INTERESTS
    profile = score_items(items, answers)
    reasons = weigh_answers(items, answers, profile, career)
    parts = {"interests": round(most * (1 + sum(r.weight for r in reasons)) / 2, 6)}
    limits = {"interests": most}
    if ready is not None:
        parts["preparation"] = round((1 - INTERESTS) * ready, 6)
        limits["preparation"] = round(1 - INTERESTS, 6)
    fit = round(sum(parts.values()), 6)
    seen = with_ratings(reasons, ratings)
    against = add_widest(find_against(seen, profile, REASONS), seen, profile)
    told = {reason.id for reason in against}
    speaking = find_for([reason for reason in seen if reason.id not in told], profile, REASONS)
    return Suitability(
        fit,
        band_of(fit),
        parts,
        limits,
        None if ready is None else willing(ready),
        {letter: round(score, 6) for letter, score in zip(SCALES, profile.scores, strict=True)},
        speaking,
        against,
        tuple(
            _if_neutral(reason, items, preparation, answers, career, zone) for reason in against if reason.weight < 0
        ),
    )


def _if_neutral(
    reason: Reason,
    items: Sequence[InterestItem],
    preparation: Sequence[PreparationItem],
    answers: Mapping[str, int],
    career: Vector,
    zone: int | None,
) -> WhatIf:
    changed = {**answers, reason.id: MIDDLE}
    reasons = weigh_answers(items, changed, score_items(items, changed), career)
    ready = score_zone(preparation, answers, zone) if zone else None
    most = 1.0 if ready is None else INTERESTS
    fit = most * (1 + sum(r.weight for r in reasons)) / 2 + (1 - INTERESTS) * (ready or 0.0)
    return WhatIf(id=reason.id, text=reason.text, answer=MIDDLE, fit=round(fit, 6), band=band_of(fit))
