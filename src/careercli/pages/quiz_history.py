"""The results that are kept."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.reports import HistoryData, HistoryReport
from careercli.core.quiz.results import SavedResult
from careercli.core.text.page import Block, Grid, Heading, Page, Prose
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say
from careercli.pages.actions import next_steps
from careercli.pages.quiz import band_word, bullets, leanings_words


def lay_out(report: Report, say: Say) -> Page:
    """The results, the latest first, and what was left half-way."""
    assert isinstance(report, HistoryReport)
    blocks: list[Block] = [Heading(say("Your results"), 1)]
    history = report.data
    if history.results:
        rows = tuple(
            (str(number), when(result.date, say), _what(result, say), _outcome(result, say))
            for number, result in enumerate(history.results, 1)
        )
        blocks.append(Grid((say("No."), say("When"), say("Questionnaire"), say("Result")), rows, right=(0,), least=70))
    if history.results or history.open:
        blocks.append(Prose(say("They are kept in {file}.", file=history.file), quiet=True))
    return Page((*blocks, *_open(history, say), *next_steps(report.actions, say)))


def _open(history: HistoryData, say: Say) -> list[Block]:
    lines = [
        say.count("one of {all} answered", "{n} of {all} answered", half_way.given, all=half_way.asked)
        for half_way in history.open
    ]
    return [Heading(say("Left half-way"), 2), bullets(lines)] if lines else []


def when(date: str, say: Say) -> str:
    """A local date and time; as it stands where a person wrote something else."""
    day, _, time = date.partition("T")
    try:
        return f"{say.date(day)}, {time[:5]}" if time else say.date(day)
    except (ValueError, IndexError):
        return date


def _what(result: SavedResult, say: Say) -> str:
    if result.kind == "career":
        return say("Is it right for me? {name}", name=result.name or result.career)
    count = len(result.answers)
    if not count:
        return say("Which careers fit me? six scores")
    asked = say.count("Which careers fit me? one activity", "Which careers fit me? {n} activities", count)
    if not result.limits:
        return asked
    return say.count("{asked}, one limit", "{asked}, {n} limits", len(result.limits), asked=asked)


def _outcome(result: SavedResult, say: Say) -> str:
    if result.kind == "career":
        return capitalized(band_word(result.band, say))
    names = [match.name for match in result.matches[:3]]
    return f"{leanings_words(result.scores, result.errors, say)}. {say.semicolon.join(names) if names else '–'}"
