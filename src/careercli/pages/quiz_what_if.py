"""What another answer would make of a list of careers: what comes in and drops out, rises and falls."""

from collections.abc import Sequence

from careercli.core.quiz.reports import AnswerChange, ChangedList, MatchReport
from careercli.core.text.page import Block, Facts, Grid, Heading, Page, Prose
from careercli.locale import NO_BREAK, Say
from careercli.locale.quiz_words import liking_words, refusal_words
from careercli.locale.words import interest_words
from careercli.pages.actions import next_steps
from careercli.pages.quiz import bullets


def lay_out_change(report: MatchReport, changed: ChangedList, say: Say) -> Page:
    """The answers that would be others, and the list then beside the list now, a row a career."""
    blocks: list[Block] = [*_asked(changed.changes, say)]
    if changed.refused:
        blocks.append(Prose(f"{say('Then no list could be given.')} {refusal_words(changed.refused, say)}"))
    else:
        blocks += [Prose(_sum_up(report, changed, say)), *_table(report, changed, say)]
    if remarks := " ".join([*_scores(report, changed, say), *_limits(report, say)]):
        blocks.append(Prose(remarks, quiet=True))
    return Page((*blocks, *(next_steps(report.actions, say) if report.lists_actions else ())))


def _asked(changes: Sequence[AnswerChange], say: Say) -> list[Block]:
    """A title that names the one answer; several stand under it, each with what it was."""
    steps = liking_words(say)
    if len(changes) == 1:
        (change,) = changes
        title = say("If {text} had been: {answer}", text=say.quoted(change.text), answer=steps[change.then - 1])
        was = steps[change.now - 1] if change.now else say("no answer")
        return [Heading(title, 1), Prose(say("Your answer: {answer}.", answer=was), quiet=True)]
    lines = [
        say(
            "{text}: {then} in place of {now}",
            text=say.quoted(change.text),
            then=say.quoted(steps[change.then - 1]),
            now=say.quoted(steps[change.now - 1]) if change.now else say("no answer"),
        )
        for change in changes
    ]
    title = say.count("If one answer had been another", "If {n} answers had been others", len(changes))
    return [Heading(title, 1), bullets(lines)]


def _sum_up(report: MatchReport, changed: ChangedList, say: Say) -> str:
    """How much of the list is another, in a sentence."""
    before, after = [match.id for match in report.data.matches], [match.id for match in changed.matches]
    if before == after:
        return say("The list stays as it is.")
    new = len(set(after) - set(before))
    if not new and len(before) == len(after):
        return say("The same careers, in another order.")
    values = {"all": len(after)}
    return say.count("One career of {all} would be another.", "{n} careers of {all} would be others.", new, **values)


def _table(report: MatchReport, changed: ChangedList, say: Say) -> list[Block]:
    """The careers by their place then, each with the one that it has now; those that drop out last."""
    before = {match.id: match.rank for match in report.data.matches}
    rows = []
    for match in changed.matches:
        row = (f"{match.rank}. {match.name}", _move(before.get(match.id), match.rank, say))
        rows.append((*row, say.number(match.fit, 2)) if report.explain else row)
    titles = (say("After"), say("What changes"), *((say("Fit"),) if report.explain else ()))
    table = Grid(titles, tuple(rows), right=(2,) if report.explain else (), least=60)
    left = {match.id for match in changed.matches}
    gone = [f"{match.name} ({match.rank})" for match in report.data.matches if match.id not in left]
    return [table, *([Facts(((say("drops out"), say.semicolon.join(gone)),))] if gone else [])]


def _move(old: int | None, new: int, say: Say) -> str:
    """What becomes of a career, and which place it has now."""
    if old is None:
        return say("comes in")
    if old == new:
        return say("stays")
    moved = say("rises (was {place})", place=old) if new < old else say("falls (was {place})", place=old)
    return moved.replace(" ", NO_BREAK)


def _scores(report: MatchReport, changed: ChangedList, say: Say) -> list[str]:
    """How the scores of the types change that the answers are of."""
    names, old = interest_words(say), report.data.profile
    return [
        say(
            "{type}: {old} points of 100, then {new}.",
            type=names[letter].partition(":")[0].strip(),
            old=say.number(old[letter] * 100),
            new=say.number(score * 100),
        )
        for letter, score in changed.profile.items()
        if score != old[letter]
    ]


def _limits(report: MatchReport, say: Say) -> list[str]:
    """That both lists keep the limits."""
    said = [limit.said for limit in report.data.limits]
    return [say("Both lists keep your limits: {limits}.", limits=say.semicolon.join(said))] if said else []
