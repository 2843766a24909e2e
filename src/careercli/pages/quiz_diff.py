"""What changed between two results: in you, in the data, in the list."""

from careercli.core.page import Block, Facts, Heading, Page, Prose
from careercli.core.quiz_reports import DiffReport
from careercli.core.reports import Report
from careercli.core.results import ScoreChange
from careercli.locale import Say
from careercli.pages.quiz import answer_words, band_word, bullets, in_a_row, interest_words, liking_words
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
    if found.answers:
        lines.append(
            say.count("One answer is another", "{n} answers are others", len(found.answers))
            + " "
            + say.count("(one is the same).", "({n} are the same).", found.same_answers)
        )
    elif found.same_answers:
        lines.append(say("All answers to the same statements are the same."))
    if found.added:
        lines.append(say.count("One statement was answered only now.", "{n} statements were answered only now.",
                               len(found.added)))  # fmt: skip
    if found.gone:
        lines.append(say.count("One statement was answered only then.", "{n} statements were answered only then.",
                               len(found.gone)))  # fmt: skip
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
    return say("{text}: {old} → {new}", text=say.quoted(report.texts.get(id_, id_)), new=say.quoted(steps[new - 1]),
               old=say.quoted(steps[old - 1]))  # fmt: skip


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
        lines.append(say("The statements or the ratings of careers are others (version {old}, now {new}).",
                         old=report.old.data, new=report.new.data))  # fmt: skip
    if not found.same_program:
        lines.append(say("The program was version {old}, now {new}.", old=report.old.program, new=report.new.program))
    if report.old.method != report.new.method:
        lines.append(say("The rule was `{old}`, now `{new}`.", old=report.old.method, new=report.new.method))
    if report.old.limits != report.new.limits:
        then, now = (", ".join(f"`{x}`" for x in r.limits) or say("none") for r in (report.old, report.new))
        lines.append(say("The limits were {old}, now {new}.", old=then, new=now))
    return [Heading(say("In the data"), 2), bullets(lines)]


def _list(report: DiffReport, say: Say) -> list[Block]:
    found = report.comparison
    names = {match.id: match.name for match in (*report.old.matches, *report.new.matches)}
    blocks: list[Block] = [Heading(say("In the list"), 2)]
    rows = [
        (label, in_a_row([names[id_] for id_ in ids], say))
        for label, ids in (
            (say("came in"), found.came),
            (say("dropped out"), found.left),
            (say("stayed"), found.stayed),
        )
        if ids
    ]
    blocks.append(Facts(tuple(rows)))
    if found.came and found.by_data is not None:
        brought = [id_ for id_ in found.came if id_ in found.by_data]
        if brought:
            text = say("By your earlier answers too, today’s data would bring in {names}.",
                       names=say.joined([names[id_] for id_ in brought]))  # fmt: skip
        else:
            text = say("Your earlier answers would bring in none of these today: they come from your new answers.")
        blocks.append(Prose(text))
    if (found.came or found.left) and not any(change.beyond for change in found.scores):
        text = say("No score changed beyond its error: that the list is another all the same shows how unsteady it is.")
        blocks.append(Prose(text))
    return blocks


def _verdict(report: DiffReport, say: Say) -> list[Block]:
    rows = (
        (say("then"), f"{say.number(report.old.fit or 0, 2)}{say.colon}{band_word(report.old.band, say)}"),
        (say("now"), f"{say.number(report.new.fit or 0, 2)}{say.colon}{band_word(report.new.band, say)}"),
    )
    return [Heading(say("In the verdict"), 2), Facts(rows)]
