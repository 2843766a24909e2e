"""Why a career fits somebody or not, in sentences that name what they answered."""

from collections.abc import Mapping, Sequence

from careercli.core.quiz.answers import MIDDLE
from careercli.core.quiz.list_reasons import is_close, is_example, is_objection, is_of_kind
from careercli.core.quiz.reasons import LOWEST_RATING, amount_of, rating_share
from careercli.core.quiz.reports import Reason
from careercli.core.text.plaintext import within_sentence
from careercli.locale import NO_BREAK, Say
from careercli.locale.quiz_words import doing_words

#: A work is nearer to an activity than all others but itself.
MOST = 0.99


def activity_reason(reason: Reason, say: Say, *, speaks_for: bool, exact: bool = False) -> str:
    """How somebody likes an activity, and what the work has of it; `exact`: with the figure behind that.

    What one likes and the work is close to is a reason as it stands.
    """
    how = _liking(reason, say)
    liked, disliked = reason.is_liked, reason.is_disliked
    if speaks_for and liked and not exact and reason.nearer is not None and amount_of(reason.nearer) == "much":
        return how
    if reason.nearer is not None:
        work = _nearness(reason, say)
    else:
        work = _amount(reason, say, lacking=disliked if speaks_for else liked)
    figure = f" ({_figure(reason, say)})" if exact else ""
    if speaks_for and disliked:
        return say("{reason}, which suits you", reason=f"{how}{say.colon}{work}{figure}")
    return f"{how}{say.colon}{work}{figure}"


def list_reason(reason: Reason, profile: dict[str, float], say: Say, *, exact: bool = False) -> str:
    """Why a career is in a list: what one likes to do and it is close to, or the kind of work, with an example."""
    if is_close(reason) and not exact:
        kind = doing_words(say)[reason.letter]
        near = say("{kind}, as here", kind=kind) if is_of_kind(reason) else say("close to this work")
        return f"{_liking(reason, say)} ({near})"
    if is_close(reason) or not is_of_kind(reason) or profile[reason.letter] < 1 / 2:
        return activity_reason(reason, say, speaks_for=True, exact=exact)
    work = _work_words({"much": [_kind(reason, say, profile if exact else None)]}, say)
    if profile[reason.letter] > 1 / 2:  # at the middle one neither likes it nor not
        work = say("{work}, which you like", work=work)
    return _exemplified(work, reason, say, named=is_example(reason))


def objection_words(reason: Reason, say: Say, profile: dict[str, float] | None = None) -> str:
    """The kind of work of which a career has much that one does not like, or little that one does, with an example.

    With the scores of a `profile` the figures stand beside it.
    """
    doing = _kind(reason, say, profile)
    if is_objection(reason):
        return f"{_liking(reason, say)}{say.colon}{_nearness(reason, say)}"
    if is_of_kind(reason):
        work = say("{work}, which you like less", work=_work_words({"much": [doing]}, say))
        return _exemplified(work, reason, say, named=is_example(reason))
    return _exemplified(
        say("{work}, which you like", work=_work_words({"little": [doing]}, say)), reason, say, named=True
    )


def _kind(reason: Reason, say: Say, profile: dict[str, float] | None) -> str:
    """The kind of work of a reason, with how much of it the person and the work have where their scores are given."""
    doing = doing_words(say)[reason.letter]
    if profile is None:
        return doing
    rating = say("{rating} of 7", rating=say.number(reason.rating or LOWEST_RATING, 1))
    figures = say("{score} in you, {rating} in the work", score=say.number(profile[reason.letter] * 100), rating=rating)
    return f"{doing} ({figures})"


def _exemplified(work: str, reason: Reason, say: Say, *, named: bool) -> str:
    """A kind of work, with the answer for its example where that is to be named; a type has none."""
    return f"{work}{say.colon}{_doing(reason)}" if named and reason.answer is not None else work


def scores_reason(reasons: Sequence[Reason], profile: dict[str, float], say: Say, *, exact: bool = False) -> str:
    """The same of types that somebody likes alike, by the scores brought along."""
    doings: dict[str, list[str]] = {}
    for reason in reasons:
        doings.setdefault(_amount_word(reason), []).append(_kind(reason, say, profile if exact else None))
    text = _work_words(doings, say)
    if profile[reasons[0].id] >= 1 / 2:
        return text
    return say("{work}, which you like less", work=text)


def _work_words(doings: Mapping[str, list[str]], say: Say) -> str:
    """What the work has much, some or little of."""
    told = []
    for amount, named in doings.items():
        values = {"doing": say.joined(named)}
        told.append(
            {
                "much": say("a lot of {doing}", **values),
                "some": say("some {doing}", **values),
                "little": say("little {doing}", **values),
            }[amount]
        )
    return say.joined(told)


def against_words(reason: Reason, text: str, say: Say) -> str:
    """What speaks against a career, or least for it where nothing speaks against it."""
    if reason.weak:
        return say("nothing speaks strongly against it; least for it: {reason}", reason=text)
    return text


def _doing(reason: Reason) -> str:
    """An activity within a sentence."""
    return within_sentence(reason.text)


def _liking(reason: Reason, say: Say) -> str:
    do = _doing(reason)
    return {
        1: say("you would hate to {do}", do=do),
        2: say("you would rather not {do}", do=do),
        3: say("it is all the same to you whether you {do}", do=do),
        4: say("you would like to {do}", do=do),
        5: say("you would love to {do}", do=do),
    }[reason.answer or MIDDLE]


def _nearness(reason: Reason, say: Say) -> str:
    """How near an activity is to what people do in a career, beside all others."""
    return {
        "much": say("close to this work"),
        "some": say("neither close to this work nor far"),
        "little": say("far from this work"),
    }[amount_of(reason.nearer or 0.0)]


def _amount(reason: Reason, say: Say, *, lacking: bool) -> str:
    """How much of the type of an activity a career has."""
    return {
        "much": say("much of this work is of that kind"),
        "some": say("only some of this work is of that kind") if lacking else say("some of this work is of that kind"),
        "little": say("little of this work is of that kind"),
    }[_amount_word(reason)]


def _amount_word(reason: Reason) -> str:
    return amount_of(rating_share(reason.rating or LOWEST_RATING))


def _figure(reason: Reason, say: Say) -> str:
    """What the words stand for: a share of careers, or a rating as the page of a career shows it."""
    if reason.nearer is None:
        return say("{rating} of 7", rating=say.number(reason.rating or LOWEST_RATING, 1)).replace(" ", NO_BREAK)
    if amount_of(reason.nearer) == "little":
        return say("farther than {share} of careers", share=say.share(min(1 - reason.nearer, MOST)))
    return say("nearer than {share} of careers", share=say.share(min(reason.nearer, MOST)))
