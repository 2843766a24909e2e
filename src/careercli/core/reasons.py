"""Which answers on interests pulled a career up or down, and by how much."""

import math
from collections.abc import Mapping, Sequence

from careercli.core.interests import HIGHEST, LOWEST, SCALES, InterestItem, Profile
from careercli.core.matching import Vector, unit
from careercli.core.quiz_reports import Reason

MIDDLE = 3


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
    found = []
    for item in items:
        if item.id in answers:
            above = ((answers[item.id] - LOWEST) / (HIGHEST - LOWEST) - mean) / length
            weight = above * sides[item.scale] / counts[item.scale]
            found.append(Reason(id=item.id, text=item.text, answer=answers[item.id], weight=round(weight, 9)))
    return found


def weigh_scores(names: Mapping[str, str], profile: Profile, career: Vector) -> list[Reason]:
    """The same by type, for somebody who gave scores; `names` are the types in words."""
    pulls = (a * b for a, b in zip(unit(profile.scores), career, strict=True))
    return [
        Reason(id=letter, text=names[letter], answer=None, weight=round(pull, 9))
        for letter, pull in zip(SCALES, pulls, strict=True)
    ]


def strongest(reasons: Sequence[Reason], count: int, sign: int) -> tuple[Reason, ...]:
    """The reasons that pulled most up (`sign` 1) or down (-1).

    What a person would like comes before what they would not: it tells more. Answers in the middle come last. The
    second of a type (its letter begins the id) counts half, the third a third, so that other types are heard too.
    """
    pulling = sorted((r for r in reasons if r.weight * sign > 1e-9), key=lambda r: -abs(r.weight))
    turns: dict[str, int] = {}
    ranked = []
    for reason in pulling:
        turn = turns[reason.id[0]] = turns.get(reason.id[0], 0) + 1
        answer = MIDDLE if reason.answer is None else reason.answer
        ranked.append(((reason.answer == MIDDLE, answer < MIDDLE and sign > 0, -abs(reason.weight) / turn), reason))
    return tuple(reason for _, reason in sorted(ranked, key=lambda pair: pair[0])[:count])
