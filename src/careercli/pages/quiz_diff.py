"""What changed between two results: in you, in the data, in the list."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.reports import DiffReport
from careercli.core.quiz.results import AnswerThenAndNow, Comparison, SavedResult, ScoreChange
from careercli.core.text.page import Block, Facts, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.words import interest_words
from careercli.pages.quiz import band_word, bullets, steps_of
from careercli.pages.quiz_history import when

#: Changed answers that are named.
NAMED = 6


def lay_out(report: Report, say: Say) -> Page:
    """What changed, in three parts."""
    assert isinstance(report, DiffReport)
    old, new = report.data.old, report.data.new
    name = new.name or say("Which careers fit me?")
    dates = say("{old} and {new}", old=when(old.date, say), new=when(new.date, say))
    blocks: list[Block] = [Heading(say("What changed: {name}", name=name), 1), Prose(dates, quiet=True)]
    blocks += [*_you(report, say), *_data(report.data, say)]
    blocks += _list(report.data, say) if new.kind == "interests" else _verdict(report.data, say)
    return Page(tuple(blocks))


def _you(report: DiffReport, say: Say) -> list[Block]:
    you = report.data.you
    lines = []
    if not you.same_questionnaire:
        lines.append(
            say(
                "One result rests on answers to our statements, the other on scores of the official profiler. These "
                "are two questionnaires: whether you have changed, they cannot say."
            )
        )
    if you.answers:
        lines.append(
            say.count("One answer is another", "{n} answers are others", len(you.answers))
            + " "
            + say.count("(one is the same).", "({n} are the same).", you.same_answers)
        )
    elif you.same_answers:
        lines.append(say("All answers to the same statements are the same."))
    if you.added:
        lines.append(
            say.count("One statement was answered only now.", "{n} statements were answered only now.", len(you.added))
        )
    if you.gone:
        lines.append(
            say.count("One statement was answered only then.", "{n} statements were answered only then.", len(you.gone))
        )
    blocks: list[Block] = [Heading(say("In you"), 2)]
    if lines:
        blocks.append(bullets(lines))
    if you.answers:
        blocks.append(bullets([_answer(report, change, say) for change in you.answers[:NAMED]]))
    return [*blocks, *_scores(report, say)]


def _answer(report: DiffReport, change: AnswerThenAndNow, say: Say) -> str:
    steps = steps_of(report, change.id, say)
    return say(
        "{text}: {old} → {new}",
        text=say.quoted(report.texts.get(change.id, change.id)),
        new=say.quoted(steps[change.new - 1]),
        old=say.quoted(steps[change.old - 1]),
    )


def _scores(report: DiffReport, say: Say) -> list[Block]:
    changes = report.data.you.scores
    if report.data.new.kind == "career":
        changes = tuple(change for change in changes if abs(change.new - change.old) > 1e-4)
    if all(change.old == change.new for change in changes):
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
    if report.data.new.kind == "career":
        return f"{say.number(change.old, 2)} → {say.number(change.new, 2)}"
    text = f"{say.number(change.old * 100)} → {say.number(change.new * 100)}"
    if change.beyond is None:
        return text
    word = say("beyond its error: a real change") if change.beyond else say("within its error: no change to build on")
    return f"{text}, {word}"


def _data(changes: Comparison, say: Say) -> list[Block]:
    old, new, data = changes.old, changes.new, changes.data
    lines = []
    if data.same:
        lines.append(say("The statements and the ratings of careers are the same."))
    else:
        lines.append(
            say(
                "The statements or the ratings of careers are others (version {old}, now {new}).",
                old=old.data,
                new=new.data,
            )
        )
    if not data.same_program:
        lines.append(say("The program was version {old}, now {new}.", old=old.program, new=new.program))
    if not data.same_method:
        lines.append(say("The rule was `{old}`, now `{new}`.", old=old.method, new=new.method))
    if not data.same_limits:
        then, now = (", ".join(f"`{limit}`" for limit in _limits_of(kept)) or say("none") for kept in (old, new))
        lines.append(say("The limits were {old}, now {new}.", old=then, new=now))
    return [Heading(say("In the data"), 2), bullets(lines)]


def _list(changes: Comparison, say: Say) -> list[Block]:
    names = {match.id: match.name for match in (*changes.old.matches, *changes.new.matches)}
    rows = [
        (label, say.semicolon.join([names[id_] for id_ in ids]))
        for label, ids in (
            (say("came in"), changes.list.came),
            (say("dropped out"), changes.list.left),
            (say("stayed"), changes.list.stayed),
        )
        if ids
    ]
    causes = [Prose(text) for text in _causes(changes, names, say)]
    return [Heading(say("In the list"), 2), Facts(tuple(rows)), *causes]


def _causes(changes: Comparison, names: dict[str, str], say: Say) -> list[str]:
    """Why the list is another, as far as that can be told."""
    you, data, came = changes.you, changes.data, changes.list.came
    if not came and not changes.list.left:
        return []
    if not data.same_settings:
        return [_by_settings(changes, say)]
    texts = []
    if came and data.brought is not None and you.same_questionnaire:
        brought = [names[id_] for id_ in came if id_ in data.brought]
        if brought:
            texts.append(
                say("By your earlier answers too, today’s data would bring in {names}.", names=say.joined(brought))
            )
        elif not you.none:
            texts.append(
                say("Your earlier answers would bring in none of these today: they come from your new answers.")
            )
    if you.same_questionnaire and data.same and not any(change.beyond for change in you.scores):
        texts.append(
            say("No score changed beyond its error: that the list is another all the same shows how unsteady it is.")
        )
    return texts


def _by_settings(changes: Comparison, say: Say) -> str:
    """That the rule or the limits made the list another, alone or with other things."""
    data = changes.data
    if changes.you.none and data.same and data.same_program:
        if data.same_limits:
            return say("The list is another because the rule is another: nothing else has changed.")
        if data.same_method:
            return say("The list is another because the limits are others: nothing else has changed.")
        return say("The list is another because the rule and the limits are others: nothing else has changed.")
    if data.same_limits:
        return say("The rule is another too: how much of this comes from it cannot be told.")
    if data.same_method:
        return say("The limits are others too: how much of this comes from them cannot be told.")
    return say("The rule and the limits are others too: how much of this comes from them cannot be told.")


def _verdict(changes: Comparison, say: Say) -> list[Block]:
    rows = tuple(
        (word, f"{say.number(kept.fit or 0, 2)}{say.colon}{band_word(kept.band, say)}")
        for word, kept in ((say("then"), changes.old), (say("now"), changes.new))
    )
    return [Heading(say("In the verdict"), 2), Facts(rows)]


def _limits_of(kept: SavedResult) -> tuple[str, ...]:
    """The limits of a result, and what was counted as studied."""
    return (*kept.limits, *((f"--have {kept.have}",) if kept.have else ()))
