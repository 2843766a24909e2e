"""How far an occupation suits a person: by interests, by what is hard about it, and by how long they would prepare."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.quiz.answers import LOWEST, MIDDLE, share_of
from careercli.core.quiz.conditions import ConditionItem, score_conditions, weigh_conditions
from careercli.core.quiz.fit import band_of
from careercli.core.quiz.interests import SCALES, InterestItem, Profile, score_items
from careercli.core.quiz.matching import Vector
from careercli.core.quiz.preparation import PreparationItem, score_zone, willing
from careercli.core.quiz.reasons import (
    add_widest,
    amount_of,
    find_against,
    find_for,
    is_clear,
    weigh_answers,
    with_ratings,
)
from careercli.core.quiz.reports import Reason, WhatIf
from careercli.core.quiz.results import Band

#: What each part can give of the fit, interests giving the rest. Our judgement.
CONDITIONS, PREPARATION = 0.3, 0.2
REASONS = 3


class Asked(NamedTuple):
    """What is asked about an occupation: activities, conditions of work, how long one would prepare."""

    items: tuple[InterestItem, ...]
    conditions: tuple[ConditionItem, ...]
    preparation: tuple[PreparationItem, ...]


class Work(NamedTuple):
    """An occupation: the `direction` of its interest `ratings`, its job zone, and how near it is to activities.

    `nearer` are the shares of all occupations that lie farther from the answered activities, where they are known.
    """

    direction: Vector
    ratings: Vector
    zone: int | None
    nearer: Mapping[str, float]


class Suitability(NamedTuple):
    """The fit, 0 to 1, in parts that add up, with the most that each can give; `profile` by type, 0 to 1.

    `decisive` are the ids of conditions that the person could not live with.
    """

    fit: float
    band: Band
    parts: dict[str, float]
    limits: dict[str, float]
    preparation: str | None
    profile: dict[str, float]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    what_if: tuple[WhatIf, ...]
    decisive: tuple[str, ...]


def score_suitability(asked: Asked, answers: Mapping[str, int], work: Work) -> Suitability:
    """The fit of an occupation.

    Interests give the fit r of a list, as (1 + r) / 2; conditions the mean of the answers to them, preparation that of
    what the answers say of the zone. What is not answered, or has no zone, leaves its part to interests. The answers
    must not be such that `find_refusal` refuses them.
    """
    parts, limits = _parts(asked, answers, work)
    fit = round(sum(parts.values()), 6)
    profile = score_items(asked.items, answers)
    likes = with_ratings(weigh_answers(asked.items, answers, profile, work.direction), work.ratings)
    lives = weigh_conditions(asked.conditions, answers, limits.get("conditions", 0.0))
    hard = [reason for reason in lives if reason.weight < 0]
    against = (*hard, *_against(likes, profile, alone=not hard))
    ready = score_zone(asked.preparation, answers, work.zone) if work.zone else None
    return Suitability(
        fit,
        band_of(fit),
        parts,
        limits,
        None if ready is None else willing(ready),
        {letter: round(score, 6) for letter, score in zip(SCALES, profile.scores, strict=True)},
        (*_for(likes, work, profile), *(reason for reason in lives if reason.weight > 0)),
        against,
        tuple(_if_neutral(reason, asked, answers, work) for reason in against if reason.weight < 0),
        tuple(reason.id for reason in hard if reason.answer == LOWEST),
    )


def _for(likes: Sequence[Reason], work: Work, profile: Profile) -> tuple[Reason, ...]:
    """What speaks for it: much of what is liked, then little of what is not; what it has only some of does not."""
    clear = [reason for reason in likes if is_clear(reason, _liking(reason)) and not _is_denied(reason, work)]
    return tuple(sorted(find_for(clear, profile, REASONS), key=lambda reason: _liking(reason) < 1 / 2))


def _is_denied(reason: Reason, work: Work) -> bool:
    """Whether the activity itself is far from the work that has much of its type, or near to one that has little."""
    nearer = work.nearer.get(reason.id)
    return nearer is not None and amount_of(nearer) == ("little" if _liking(reason) > 1 / 2 else "much")


def _against(likes: Sequence[Reason], profile: Profile, *, alone: bool) -> tuple[Reason, ...]:
    """What speaks against it: first what one would have to do and does not like, then what one would miss.

    Where it does not stand `alone`, what only speaks least for it is none.
    """
    found = add_widest(find_against(likes, profile, REASONS), likes, profile)
    told = [reason for reason in found if alone or not reason.weak]
    return tuple(sorted(told, key=lambda reason: _liking(reason) > 1 / 2))


def _liking(reason: Reason) -> float:
    return share_of(reason.answer or MIDDLE)


def _parts(asked: Asked, answers: Mapping[str, int], work: Work) -> tuple[dict[str, float], dict[str, float]]:
    """What adds up to the fit, and the most that each can give."""
    lives = score_conditions(asked.conditions, answers)
    ready = score_zone(asked.preparation, answers, work.zone) if work.zone else None
    given = [("conditions", CONDITIONS, lives), ("preparation", PREPARATION, ready)]
    known = [(id_, most, share) for id_, most, share in given if share is not None]
    rest = round(1 - sum(most for _, most, _ in known), 6)
    reasons = weigh_answers(asked.items, answers, score_items(asked.items, answers), work.direction)
    parts = {"interests": round(rest * (1 + sum(r.weight for r in reasons)) / 2, 6)}
    parts |= {id_: round(most * share, 6) for id_, most, share in known}
    return parts, {"interests": rest, **{id_: most for id_, most, _ in known}}


def _if_neutral(reason: Reason, asked: Asked, answers: Mapping[str, int], work: Work) -> WhatIf:
    parts, _ = _parts(asked, {**answers, reason.id: MIDDLE}, work)
    fit = round(sum(parts.values()), 6)
    return WhatIf(id=reason.id, text=reason.text, answer=MIDDLE, fit=fit, band=band_of(fit))
