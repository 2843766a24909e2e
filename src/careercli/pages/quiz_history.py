"""The results that are kept."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.reports import HistoryReport
from careercli.core.quiz.results import SavedResult
from careercli.core.text.page import Block, Grid, Heading, Page
from careercli.locale import Say
from careercli.pages.quiz import band_word, bullets, letters_sentence


def lay_out(report: Report, say: Say) -> Page:
    """The results, the latest first, and what was left half-way."""
    assert isinstance(report, HistoryReport)
    blocks: list[Block] = [Heading(say("Your results"), 1)]
    if report.results:
        rows = tuple((_when(one, say), _what(one, say), _outcome(one, say)) for one in report.results)
        blocks.append(Grid((say("When"), say("Questionnaire"), say("Result")), rows, least=70))
    blocks += _open(report, say)
    lines = [say("They are kept in {file}.", file=report.file)] if report.results or report.open else []
    if len(report.results) > 1:
        lines.insert(0, say("`careers quiz --diff` says what changed between the last two of a kind."))
    return Page((*blocks, bullets(lines)) if lines else tuple(blocks))


def _open(report: HistoryReport, say: Say) -> list[Block]:
    lines = []
    for career, given, asked in report.open:
        command = f"`careers quiz {career} --resume`" if career else "`careers quiz --resume`"
        lines.append(say("{given} of {all} answered: {command} goes on", given=given, all=asked, command=command))
    return [Heading(say("Left half-way"), 2), bullets(lines)] if lines else []


def _when(one: SavedResult, say: Say) -> str:
    return when(one.date, say)


def when(date: str, say: Say) -> str:
    """A local date and time; as it stands where a person wrote something else."""
    day, _, time = date.partition("T")
    try:
        return f"{say.date(day)}, {time[:5]}" if time else say.date(day)
    except (ValueError, IndexError):
        return date


def _what(one: SavedResult, say: Say) -> str:
    if one.kind == "career":
        return say("Is it right for me? {name}", name=one.name or one.career)
    count = len(one.answers)
    return say.count("Which careers fit me? one activity", "Which careers fit me? {n} activities", count)


def _outcome(one: SavedResult, say: Say) -> str:
    if one.kind == "career":
        return f"{say.number(one.fit or 0, 2)}{say.colon}{band_word(one.band, say)}"
    names = [match.name for match in one.matches[:3]]
    return f"{letters_sentence(one.letters, say)}. {say.semicolon.join(names) if names else '–'}"
