"""What changed between two results: in you, in the data, in the list."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.reports import DiffReport
from careercli.core.quiz.results import Comparison, ScoreChange
from careercli.core.text.page import Block, Facts, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.quiz_words import answer_words, liking_words
from careercli.locale.words import interest_words
from careercli.pages.quiz import band_word, bullets
from careercli.pages.quiz_history import when

#: Changed answers that are named.
NAMED = 6


def lay_out(report: Report, say: Say) -> Page:
    """What changed, in three parts."""
    assert isinstance(report, DiffReport)
    name = report.new.name or say("Which careers fit me?")
    dates = say("{old} and {new}", old=when(report.old.date, say), new=when(report.new.date, say))
    blocks: list[Block] = [Heading(say("What changed: {name}", name=name), 1), Prose(dates, quiet=True)]
    blocks += [*_you(report, say), *_data(report, say)]
    blocks += _list(report, say) if report.new.kind == "interests" else _verdict(report, say)
    return Page(tuple(blocks))


def _you(report: DiffReport, say: Say) -> list[Block]:
    found = report.comparison
    lines = []
    if not found.same_questionnaire:
        lines.append(
            say(
                "One result rests on answers to our statements, the other on scores of the official profiler. These "
                "are two questionnaires: whether you have changed, they cannot say."
            )
        )
    if found.answers:
        lines.append(
            say.count("One answer is another", "{n} answers are others", len(found.answers))
            + " "
            + say.count("(one is the same).", "({n} are the same).", found.same_answers)
        )
    elif found.same_answers:
        lines.append(say("All answers to the same statements are the same."))
    if found.added:
        lines.append(
            say.count(
                "One statement was answered only now.", "{n} statements were answered only now.", len(found.added)
            )
        )
    if found.gone:
        lines.append(
            say.count(
                "One statement was answered only then.", "{n} statements were answered only then.", len(found.gone)
            )
        )
    blocks: list[Block] = [Heading(say("In you"), 2)]
    if lines:
        blocks.append(bullets(lines))
    if found.answers:
        blocks.append(bullets([_answer(report, change, say) for change in found.answers[:NAMED]]))
    return [*blocks, *_scores(report, say)]


def _answer(report: DiffReport, change: tuple[str, int, int], say: Say) -> str:
    id_, old, new = change
    activity = report.new.kind == "interests" or id_[:2] in {"r-", "i-", "a-", "s-", "e-", "c-"}
    steps = liking_words(say) if activity else answer_words(say)
    return say(
        "{text}: {old} → {new}",
        text=say.quoted(report.texts.get(id_, id_)),
        new=say.quoted(steps[new - 1]),
        old=say.quoted(steps[old - 1]),
    )


def _scores(report: DiffReport, say: Say) -> list[Block]:
    changes = report.comparison.scores
    if report.new.kind == "career":
        changes = tuple(change for change in changes if abs(change.new - change.old) > 1e-4)
    if not changes:
        return []
    words = interest_words(say)
    rows = tuple((words.get(c.id) or report.texts.get(c.id, c.id), _score(report, c, say)) for c in changes)
    blocks: list[Block] = [Heading(say("Scores, then and now"), 3), Facts(rows)]
    if any(change.beyond is not None for change in changes):
        text = say(
            "A change within the error may be nothing but other questions or another mood: only one in twenty goes "
            "beyond it by chance."
        )
        blocks.append(Prose(text, quiet=True))
    return blocks


def _score(report: DiffReport, change: ScoreChange, say: Say) -> str:
    if report.new.kind == "career":
        return f"{say.number(change.old, 2)} → {say.number(change.new, 2)}"
    text = f"{say.number(change.old * 100)} → {say.number(change.new * 100)}"
    if change.beyond is None:
        return text
    word = say("beyond its error: a real change") if change.beyond else say("within its error: no change to build on")
    return f"{text}, {word}"


def _data(report: DiffReport, say: Say) -> list[Block]:
    found = report.comparison
    lines = []
    if found.same_data:
        lines.append(say("The statements and the ratings of careers are the same."))
    else:
        lines.append(
            say(
                "The statements or the ratings of careers are others (version {old}, now {new}).",
                old=report.old.data,
                new=report.new.data,
            )
        )
    if not found.same_program:
        lines.append(say("The program was version {old}, now {new}.", old=report.old.program, new=report.new.program))
    if not found.same_method:
        lines.append(say("The rule was `{old}`, now `{new}`.", old=report.old.method, new=report.new.method))
    if not found.same_limits:
        then, now = (", ".join(f"`{x}`" for x in r.limits) or say("none") for r in (report.old, report.new))
        lines.append(say("The limits were {old}, now {new}.", old=then, new=now))
    return [Heading(say("In the data"), 2), bullets(lines)]


def _list(report: DiffReport, say: Say) -> list[Block]:
    found = report.comparison
    names = {match.id: match.name for match in (*report.old.matches, *report.new.matches)}
    blocks: list[Block] = [Heading(say("In the list"), 2)]
    rows = [
        (label, say.semicolon.join([names[id_] for id_ in ids]))
        for label, ids in (
            (say("came in"), found.came),
            (say("dropped out"), found.left),
            (say("stayed"), found.stayed),
        )
        if ids
    ]
    blocks.append(Facts(tuple(rows)))
    return [*blocks, *(Prose(text) for text in _causes(found, names, say))]


def _causes(found: Comparison, names: dict[str, str], say: Say) -> list[str]:
    """Why the list is another, as far as that can be told."""
    if not found.came and not found.left:
        return []
    if not found.same_settings:
        return [_by_settings(found, say)]
    texts = []
    if found.came and found.by_data is not None and found.same_questionnaire:
        brought = [names[id_] for id_ in found.came if id_ in found.by_data]
        if brought:
            texts.append(
                say("By your earlier answers too, today’s data would bring in {names}.", names=say.joined(brought))
            )
        elif not found.same_person:
            texts.append(
                say("Your earlier answers would bring in none of these today: they come from your new answers.")
            )
    if found.same_questionnaire and found.same_data and not any(change.beyond for change in found.scores):
        texts.append(
            say("No score changed beyond its error: that the list is another all the same shows how unsteady it is.")
        )
    return texts


def _by_settings(found: Comparison, say: Say) -> str:
    """That the rule or the limits made the list another, alone or with other things."""
    if found.same_person and found.same_data and found.same_program:
        if found.same_limits:
            return say("The list is another because the rule is another: nothing else has changed.")
        if found.same_method:
            return say("The list is another because the limits are others: nothing else has changed.")
        return say("The list is another because the rule and the limits are others: nothing else has changed.")
    if found.same_limits:
        return say("The rule is another too: how much of this comes from it cannot be told.")
    if found.same_method:
        return say("The limits are others too: how much of this comes from them cannot be told.")
    return say("The rule and the limits are others too: how much of this comes from them cannot be told.")


def _verdict(report: DiffReport, say: Say) -> list[Block]:
    rows = (
        (say("then"), f"{say.number(report.old.fit or 0, 2)}{say.colon}{band_word(report.old.band, say)}"),
        (say("now"), f"{say.number(report.new.fit or 0, 2)}{say.colon}{band_word(report.new.band, say)}"),
    )
    return [Heading(say("In the verdict"), 2), Facts(rows)]
