"""Which answers on interests pulled a career up or down, and by how much.

How much a career has of something is told by its ratings as its page shows them, whatever a rule of matching makes of
these: a reason that they contradict is none.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from careercli.core.quiz.answers import MIDDLE, share_of
from careercli.core.quiz.by_answers import AnswerRule
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


def weigh_by_rule(rule: AnswerRule, code: str, ratings: Vector) -> list[Reason]:
    """The same by the rule that goes by every answer: with the part of the field they are the whole fit."""
    nearer = rule.nearer(code)
    return [
        Reason(id=item.id, text=item.text, answer=int(answer), weight=round(weight, 9), nearer=nearer.get(item.id))
        for item, answer, weight in zip(rule.items, rule.answers, rule.parts(code, ratings).answers, strict=True)
    ]


#: Ratings of careers run from 1 to 7; each third of that is a word.
LOWEST_RATING, HIGHEST_RATING = 1.0, 7.0
Amount = Literal["little", "some", "much"]
#: A reason that pulled by so much of the strongest, and is worse borne out by so little, is nearly as telling. Our
#: judgement.
NEARLY, WORSE = 0.5, 0.1


def amount_of(share: float) -> Amount:
    """A share of a scale, 0 to 1, in a word."""
    return "little" if share < 1 / 3 else "much" if share >= 2 / 3 else "some"


def rating_share(rating: float) -> float:
    """A rating of a career as a share of its scale."""
    return (rating - LOWEST_RATING) / (HIGHEST_RATING - LOWEST_RATING)


def with_ratings(reasons: Iterable[Reason], ratings: Sequence[float]) -> list[Reason]:
    """Reasons with how much of their types a career has, in RIASEC order; their letters begin the ids."""
    of_type = dict(zip(SCALES, ratings, strict=True))
    return [replace(reason, rating=of_type[reason.letter]) for reason in reasons]


def find_for(reasons: Sequence[Reason], profile: Profile, count: int, told: Sequence[str] = ()) -> tuple[Reason, ...]:
    """What speaks most for a career, as `strongest` says, of what its ratings bear out.

    Much of what is liked, or little of what is not, comes first; some of what is not is a reason where there is no
    other. `told` are the ids that better careers of a list have as their first reason: one of these gives way to one
    that is nearly as telling.
    """
    shares = _shares(reasons, profile)
    borne_out = [reason for reason in reasons if not _is_contradicted(reason, shares)]
    plain = [reason for reason in borne_out if not _is_part_of_it(reason, shares)]
    ranked = strongest(plain, len(plain), 1) or strongest(borne_out, len(borne_out), 1)
    if not ranked:
        return ()
    clear = [reason for reason in ranked if is_clear(reason, shares[reason.id])] or ranked
    best = clear[0]
    near = [r for r in clear if _telling(r, 1) == _telling(best, 1) and _is_nearly(r, best, shares)]
    named = min(near, key=lambda reason: told.count(reason.id))
    return (named, *(reason for reason in ranked if reason is not named))[:count]


def find_against(
    reasons: Sequence[Reason], profile: Profile, count: int, told: Sequence[str] = ()
) -> tuple[Reason, ...]:
    """What speaks most against a career, at least one: of what pulled its fit down, the widest gaps that are seen.

    A gap is that between how much a person likes something and how much the career has of it. One of each type comes
    first, those with the widest gap between profile and career before; of equal ones that which better careers of a
    list have not `told`. Where nothing that is seen pulled it down, what gave least to the fit is named, as `weak`.
    """
    shares = _shares(reasons, profile)
    pulling = [reason for reason in reasons if reason.weight < -1e-9 and _is_seen(reason, shares)]
    if not pulling:
        least = min((reason.weight for reason in reasons), default=0.0)
        alike = [reason for reason in reasons if reason.weight == least]
        return (replace(min(alike, key=lambda reason: told.count(reason.id)), weak=True),) if alike else ()
    types: dict[str, list[Reason]] = {}
    for reason in sorted(pulling, key=lambda reason: -_gap(reason, shares)):
        types.setdefault(reason.letter, []).append(reason)
    ranked = []
    for listed in types.values():
        alike = [reason for reason in listed if _gap(reason, shares) == _gap(listed[0], shares)]
        named = min(alike, key=lambda reason: told.count(reason.id))
        ordered = [named, *(reason for reason in listed if reason is not named)]
        ranked += [((n, -_type_gap(named, profile)), reason) for n, reason in enumerate(ordered)]
    return tuple(reason for _, reason in sorted(ranked, key=lambda pair: pair[0])[:count])


def add_widest(against: tuple[Reason, ...], reasons: Sequence[Reason], profile: Profile) -> tuple[Reason, ...]:
    """What speaks against a career, as many as before, and among it the type in which person and career differ most.

    A rule of matching may make little of a gap that everybody sees on the page.
    """
    shares = _shares(reasons, profile)
    widest = max(reasons, key=lambda reason: (_type_gap(reason, profile), _gap(reason, shares)))
    if not _is_seen(widest, shares) or widest.letter in (reason.letter for reason in against):
        return against
    return (widest, *(reason for reason in against if not reason.weak))[: max(len(against), 2)]


def is_clear(reason: Reason, share: float) -> bool:
    """Whether the work has much of what is rather liked, or little of what is rather not."""
    amount = amount_of(work_share(reason))
    return (share > 1 / 2 and amount == "much") or (share < 1 / 2 and amount == "little")


def is_opposed(reason: Reason, share: float) -> bool:
    """Whether the work has little of what is much liked, or much of what is little: then it matters to everybody."""
    return reason.answer != MIDDLE and {amount_of(share), amount_of(work_share(reason))} == {"little", "much"}


def _shares(reasons: Iterable[Reason], profile: Profile) -> dict[str, float]:
    """How much a person likes what each reason names, 0 to 1, by id."""
    scores = dict(zip(SCALES, profile.scores, strict=True))
    return {r.id: scores[r.letter] if r.answer is None else share_of(r.answer) for r in reasons}


def work_share(reason: Reason) -> float:
    """How much the work has of what a reason names, 0 to 1: by how near it is where that is known, else by its type."""
    if reason.nearer is not None:
        return reason.nearer
    return rating_share(LOWEST_RATING if reason.rating is None else reason.rating)


def _type_amount(reason: Reason) -> Amount:
    """How much a career has of the type of a reason, in a word."""
    return amount_of(rating_share(LOWEST_RATING if reason.rating is None else reason.rating))


def _gap(reason: Reason, shares: Mapping[str, float]) -> float:
    return abs(shares[reason.id] - work_share(reason))


def _type_gap(reason: Reason, profile: Profile) -> float:
    """How far person and career are apart in the type of a reason."""
    rating = LOWEST_RATING if reason.rating is None else reason.rating
    return abs(profile.scores[SCALES.index(reason.letter)] - rating_share(rating))


def _is_nearly(reason: Reason, best: Reason, shares: Mapping[str, float]) -> bool:
    """Whether a reason tells nearly as much for a career as the best one."""
    if (shares[reason.id] > 1 / 2) != (shares[best.id] > 1 / 2):
        return False
    worse = (work_share(best) - work_share(reason)) * (1 if shares[best.id] > 1 / 2 else -1)
    return reason.weight >= NEARLY * best.weight and worse <= WORSE


def _is_contradicted(reason: Reason, shares: Mapping[str, float]) -> bool:
    """Whether there is little of what is rather liked, or much of what is rather not."""
    wrong = "little" if shares[reason.id] > 1 / 2 else "much"
    return amount_of(work_share(reason)) == wrong or (reason.nearer is not None and _type_amount(reason) == wrong)


def _is_part_of_it(reason: Reason, shares: Mapping[str, float]) -> bool:
    """Whether there is some of what is rather not liked."""
    return shares[reason.id] < 1 / 2 and amount_of(work_share(reason)) == "some"


def _is_seen(reason: Reason, shares: Mapping[str, float]) -> bool:
    """Whether what is liked is not much there, or what is not liked is not little, in the words that are shown."""
    if reason.answer == MIDDLE:
        return False
    liked = amount_of(shares[reason.id])
    if reason.nearer is not None and _type_amount(reason) == liked:
        return False
    return liked != amount_of(work_share(reason))


def strongest(reasons: Sequence[Reason], count: int, sign: int) -> tuple[Reason, ...]:
    """The reasons that pulled most up (`sign` 1) or down (-1), of as many types as there are.

    One of each type (its letter begins the id) comes before the second of any; what a person would like before what
    they would not, for it tells more; answers in the middle come last.
    """
    types: dict[str, list[Reason]] = {}
    for reason in sorted(reasons, key=lambda reason: (*_telling(reason, sign), -abs(reason.weight))):
        if reason.weight * sign > 1e-9:
            types.setdefault(reason.id[0], []).append(reason)
    ranked = []
    for listed in types.values():
        pull = sum(abs(reason.weight) for reason in listed)
        for n, reason in enumerate(listed):
            middle, disliked = _telling(reason, sign)
            first = disliked if reason.nearer is not None else n
            ranked.append(((middle, first, n, disliked, -pull), reason))
    return tuple(reason for _, reason in sorted(ranked, key=lambda pair: pair[0])[:count])


def _telling(reason: Reason, sign: int) -> tuple[bool, bool]:
    """Whether an answer is in the middle, and whether it speaks for a career by not being liked."""
    answer = MIDDLE if reason.answer is None else reason.answer
    return reason.answer == MIDDLE, answer < MIDDLE and sign > 0
