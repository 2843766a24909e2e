"""Which reasons a list of careers tells: for each another one, against it only what is clear of a whole kind of work.

How near an activity lies to a career says much at the end of its scale alone: what is nearer than to nearly all others
is a reason by itself. Else the kind of work is the reason, with the answer for its example where that is near enough.
"""

from collections.abc import Mapping, Sequence

from careercli.core.quiz.interests import find_clear
from careercli.core.quiz.reasons import amount_of, rating_share
from careercli.core.quiz.reports import Reason

#: An activity is close to a career that is nearer than so many of all, and an example of its kind from the second on.
CLOSE, EXAMPLE = 0.95, 0.85
#: One that is not liked speaks against a career by itself from here on: wrong objections cost more than wrong reasons.
CLOSEST = 0.985
#: A reason that pulled by so much of the strongest tells nearly as much. Our judgement.
NEARLY = 0.25


def is_close(reason: Reason) -> bool:
    """Whether an activity is a reason by itself, so near is it to the career."""
    return reason.nearer is not None and reason.nearer >= CLOSE


def is_foreign(reason: Reason) -> bool:
    """Whether little of the work of a career is of the kind of an activity, however near that seems."""
    return amount_of(rating_share(reason.rating or 1)) == "little"


def is_objection(reason: Reason) -> bool:
    """Whether an activity that is not liked is what people do in a career, as in few others."""
    return reason.is_disliked and (reason.nearer or 0) >= CLOSEST and is_of_kind(reason)


def is_of_kind(reason: Reason) -> bool:
    """Whether much of the work of a career is of the kind of an activity."""
    return amount_of(rating_share(reason.rating or 1)) == "much"


def is_telling(reason: Reason, *, speaks_for: bool) -> bool:
    """Whether an activity says something by itself: it is near to the career, or far, as few others are.

    Against a career it must be so of nearly none.
    """
    if reason.nearer is None:
        return True
    if speaks_for:
        return reason.nearer >= EXAMPLE or reason.nearer <= 1 - EXAMPLE
    return reason.nearer >= CLOSE or reason.nearer <= 1 - CLOSE


def is_example(reason: Reason) -> bool:
    """Whether an activity is near enough to a career to stand for its kind of work."""
    return reason.nearer is None or reason.nearer >= EXAMPLE


def said_as(reason: Reason) -> str:
    """What two reasons share that are told in the same words: an activity, or a kind of work without an example."""
    return reason.id if is_close(reason) or is_example(reason) or reason.answer is None else reason.letter


def choose_for(
    ranked: Sequence[Reason], reasons: Sequence[Reason], scores: Mapping[str, float], told: Sequence[str]
) -> tuple[Reason, ...]:
    """As many reasons for a career of a list as are `ranked`, the one to tell first.

    It is what is liked and close to the career, or of a kind that is liked (`scores` by type) and that it has much of.
    Of those that tell nearly as much as the strongest it is one that better careers have not `told`, if there is one.
    The others, and where nothing is so the first too, are as they were `ranked`.
    """
    liked = [r for r in reasons if r.is_liked and r.nearer is not None and r.weight > 0]
    close = sorted((r for r in liked if is_close(r) and not is_foreign(r)), key=lambda r: -r.weight)
    of_kind = [r for r in liked if is_of_kind(r) and not is_close(r) and scores[r.letter] >= 1 / 2]
    of_kind.sort(key=lambda r: (not is_example(r), -r.weight))
    telling = [r for r in (*close, *of_kind) if r.weight >= NEARLY * max(other.weight for other in liked)]
    if not telling:
        return tuple(ranked)
    named = min(telling, key=lambda reason: told.count(said_as(reason)))
    return (named, *(reason for reason in ranked if reason.id != named.id))[: max(len(ranked), 1)]


def is_firm(reason: Reason, scores: Mapping[str, float], errors: Mapping[str, float]) -> bool:
    """Whether a career has much of a kind of work that somebody clearly likes less than others, or little of the first.

    `scores` and their `errors` are by type, 0 to 1. An answer must say the same.
    """
    clear = find_clear(scores, errors)
    far, amount = clear.get(reason.letter, 0.0), amount_of(rating_share(reason.rating or 1))
    liked = scores[reason.letter] >= 1 / 2
    if far < 0 and not liked:
        return amount == "much" and (reason.answer is None or reason.is_disliked)
    if is_objection(reason):
        return True
    first = 0 < far == max(clear.values())
    return first and liked and amount == "little" and (reason.answer is None or reason.is_liked)


def find_objection(
    reasons: Sequence[Reason], scores: Mapping[str, float], errors: Mapping[str, float], told: Sequence[str]
) -> Reason | None:
    """What speaks clearly against a career: the answer that is the best example of its kind; None where nothing is."""
    firm = [reason for reason in reasons if reason.weight < -1e-9 and is_firm(reason, scores, errors)]

    def rank(reason: Reason) -> tuple[float, bool, int, float]:
        score = scores[reason.letter]
        gap = abs(score - rating_share(reason.rating or 1))
        return -gap, score < 1 / 2 and not is_example(reason), told.count(reason.id), reason.weight

    return min(firm, key=rank, default=None)
