"""Which answers on interests pulled a career up or down, and by how much."""

import math
from collections.abc import Mapping, Sequence

from careercli.core.quiz.answers import MIDDLE, share_of
from careercli.core.quiz.interests import SCALES, InterestItem, Profile
from careercli.core.quiz.matching import Vector, unit
from careercli.core.quiz.reports import Reason


def weigh_answers(
    items: Sequence[InterestItem], answers: Mapping[str, int], profile: Profile, career: Vector
) -> list[Reason]:
    """What each answer gave to the fit of a career of some `direction`; together they are its whole."""
    mean = sum(profile.scores) / len(SCALES)
    length = math.sqrt(sum((score - mean) ** 2 for score in profile.scores))
    if length < 1e-12:
        return []
    sides = dict(zip(SCALES, career, strict=True))
    counts = dict(zip(SCALES, profile.counts, strict=True))
    reasons = []
    for item in items:
        if item.id in answers:
            above = (share_of(answers[item.id]) - mean) / length
            weight = above * sides[item.scale] / counts[item.scale]
            reasons.append(Reason(id=item.id, text=item.text, answer=answers[item.id], weight=round(weight, 9)))
    return reasons


def weigh_scores(names: Mapping[str, str], profile: Profile, career: Vector) -> list[Reason]:
    """The same by type, for somebody who gave scores; `names` are the types in words."""
    pulls = (a * b for a, b in zip(unit(profile.scores), career, strict=True))
    return [
        Reason(id=letter, text=names[letter], answer=None, weight=round(pull, 9))
        for letter, pull in zip(SCALES, pulls, strict=True)
    ]


def strongest(reasons: Sequence[Reason], count: int, sign: int, turn: int = 0) -> tuple[Reason, ...]:
    """The reasons that pulled most up (`sign` 1) or down (-1), of as many types as there are.

    One of each type (its letter begins the id) comes before the second of any; what a person would like before what
    they would not, for it tells more; answers in the middle come last. Where several of a type pulled alike, `turn`
    says which is named, so that the careers of a list do not all name the same.
    """
    types: dict[str, list[Reason]] = {}
    for reason in sorted(reasons, key=lambda reason: (*_telling(reason, sign), -abs(reason.weight))):
        if reason.weight * sign > 1e-9:
            types.setdefault(reason.id[0], []).append(reason)
    ranked = []
    for listed in types.values():
        best = listed[0]
        alike = [r for r in listed if (_telling(r, sign), r.weight) == (_telling(best, sign), best.weight)]
        named = alike[turn % len(alike)]
        pull = sum(abs(reason.weight) for reason in listed)
        for n, reason in enumerate([named, *(r for r in listed if r is not named)]):
            middle, disliked = _telling(reason, sign)
            ranked.append(((middle, n, disliked, -pull), reason))
    return tuple(reason for _, reason in sorted(ranked, key=lambda pair: pair[0])[:count])


def _telling(reason: Reason, sign: int) -> tuple[bool, bool]:
    """Whether an answer is in the middle, and whether it speaks for a career by not being liked."""
    answer = MIDDLE if reason.answer is None else reason.answer
    return reason.answer == MIDDLE, answer < MIDDLE and sign > 0
