"""What speaks for one career and against it, in sentences; what it pays, how one gets in, what is hard."""

from collections.abc import Sequence

from careercli.core.quiz.answers import HIGHEST, LOWEST, MIDDLE
from careercli.core.quiz.reasons import amount_of, work_share
from careercli.core.quiz.reports import OccupationVerdict, QuizReport, Reason
from careercli.core.text.plaintext import capitalized, within_sentence
from careercli.locale import Say
from careercli.locale.pay_words import pay_here_words
from careercli.locale.quiz_words import answer_words
from careercli.locale.words import cite
from careercli.pages.card import sheet_aside
from careercli.pages.quiz_reasons import activity_reason, against_words
from careercli.pages.way_in import guide_way_in, hard_words, way_in

#: Things that are hard about the career of a guide, as its card names them.
HARD = 3


def for_words(report: QuizReport, say: Say) -> list[str]:
    """What speaks for the career, a sentence a reason; what is hard and fine with the person is one of them."""
    reasons = report.data.reasons_for
    told = [_for(report, reason, say) for reason in reasons if reason.id not in report.conditions]
    if lives := [reason.text for reason in reasons if reason.id in report.conditions]:
        told.append(say("What is hard about it does not put you off: {conditions}", conditions=_listed(lives, say)))
    return told


def against_sentences(report: QuizReport, say: Say) -> list[str]:
    """What speaks against it: what one would have to live with, then what one would do, then what one would miss."""
    told, missed = [], []
    for reason in report.data.reasons_against:
        if reason.id in report.activities and not (report.explain or reason.weak) and reason.is_liked:
            if amount_of(work_share(reason)) == "little":
                missed.append(within_sentence(reason.text))
        else:
            told.append(_against(report, reason, say))
    if missed:
        told.append(say("It has little of what you would like: to {activities}", activities=_listed(missed, say)))
    return told


def decisive_words(report: QuizReport, say: Say) -> str:
    """What may decide alone, whatever else the answers say; empty where nothing does."""
    verdict = report.data
    if not isinstance(verdict, OccupationVerdict):
        return ""
    texts = {reason.id: reason.text for reason in verdict.reasons_against}
    told = [texts[id_] for id_ in verdict.decisive if id_ in texts]
    said = []
    if told:
        said.append(
            say("But you said no to this, which alone may decide: {conditions}.", conditions=_listed(told, say))
        )
    if verdict.preparation == "no":  # what several answers come to: nobody said no to it in so many words
        said.append(say("By your answers you would not train for as long as it takes, which may decide too."))
    return " ".join(said)


def pay_words(report: QuizReport, say: Say) -> str:
    """What it pays where the person is, with its stars, as its card has it; empty where that is not known."""
    if report.sheet:
        return sheet_aside(report.sheet, say)
    return pay_here_words(report.pay_here, say) if report.pay_here else ""


def fact_words(report: QuizReport, say: Say) -> list[tuple[str, str]]:
    """How one gets in, what is hard, where it would stand in the list, each where that is known."""
    return [
        (say("Getting in"), _way_in(report, say)),
        (say("What is hard"), _hard(report, say)),
        (say("Among all"), _rank(report, say)),
    ]


def _for(report: QuizReport, reason: Reason, say: Say) -> str:
    if reason.id not in report.activities:
        if not reason.is_liked:
            return say("Not like you, though it puts others off: {text}", text=say.quoted(reason.text))
        return _said(reason, say)
    if report.explain:
        return capitalized(activity_reason(reason, say, speaks_for=True, exact=True))
    values = {"do": within_sentence(reason.text)}
    if reason.is_liked:
        if reason.answer == HIGHEST:
            return say("You would love to {do}, and much of this work is of that kind", **values)
        return say("You would like to {do}, and much of this work is of that kind", **values)
    if reason.answer == LOWEST:
        return say("You would hate to {do}, and this work hardly asks for that kind of thing", **values)
    return say("You would rather not {do}, and this work hardly asks for that kind of thing", **values)


def _against(report: QuizReport, reason: Reason, say: Say) -> str:
    if reason.id in report.conditions:
        if reason.answer == LOWEST:
            return say("{condition}: you could not live with that", condition=reason.text)
        return say("{condition}: you would find that hard", condition=reason.text)
    if reason.id not in report.activities:
        if reason.is_liked:
            return _said(reason, say)
        return say("Not like you, and the work asks for it: {text}", text=say.quoted(reason.text))
    text = activity_reason(reason, say, speaks_for=False, exact=report.explain)
    return capitalized(against_words(reason, text, say))


def _said(reason: Reason, say: Say) -> str:
    step = answer_words(say)[(reason.answer or MIDDLE) - 1]
    return say("{text} (you said: {answer})", text=reason.text, answer=step)


def _listed(texts: Sequence[str], say: Say) -> str:
    return say.semicolon.join(map(within_sentence, texts))


def _way_in(report: QuizReport, say: Say) -> str:
    """The way in where the reader is, and whether the person would train for so long."""
    told = ""
    if report.sheet:
        told = capitalized(way_in(report.sheet, say))
    elif report.guide:
        told = guide_way_in(report.guide, say)
    verdict = report.data
    if told and isinstance(verdict, OccupationVerdict) and verdict.preparation in ("yes", "unsure"):
        would = {
            "yes": say("By your answers you would train for that long."),
            "unsure": say("By your answers you are not sure about training for that long."),
        }[verdict.preparation]
        told = f"{told.rstrip('.')}. {would}"
    return cite(told, {}, say)


def _hard(report: QuizReport, say: Say) -> str:
    """What is hard in the words of its page; conditions that were not asked about stand there too."""
    if report.sheet:
        occupation = report.sheet.occupation
        return occupation.hard or capitalized(", ".join(condition.name for condition in occupation.conditions))
    return hard_words(report.guide, HARD) if report.guide else ""


def _rank(report: QuizReport, say: Say) -> str:
    verdict = report.data
    if not isinstance(verdict, OccupationVerdict) or not verdict.rank:
        return ""
    return say(
        "place {rank} of {count} careers, by what you like to do",
        rank=say.number(verdict.rank),
        count=say.number(verdict.ranked),
    )
