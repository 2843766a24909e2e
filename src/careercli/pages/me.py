"""The page of what is known of a person."""

from careercli.core.careers.reports import Report
from careercli.core.person.reports import LastResult, MeData, MeReport
from careercli.core.text.page import Block, Facts, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.person_words import study_words
from careercli.pages.actions import next_steps
from careercli.pages.quiz import leanings_words
from careercli.pages.quiz_history import when


def lay_out(report: Report, say: Say) -> Page:
    """What is known, how much of each, and where it lies."""
    assert isinstance(report, MeReport)
    data = report.data
    unknown = say("not said")
    rows = [
        (say("Where you live"), data.place or unknown),
        (say("What you studied to"), study_words(say).get(data.study, unknown)),
        (say("On your list"), say.count("{n} career", "{n} careers", data.listed)),
        (say("Not for you"), _hidden(data, say)),
        (say("Notes"), say.number(data.notes)),
        (say("Answers"), say.number(data.answers)),
        (say("Results"), say.number(data.results)),
    ]
    if data.last:
        rows.append((say("What fits you, last"), result_words(data.last, say)))
    if data.half_way is not None:
        rows.append((say("Left half-way"), data.half_way or say("Which careers fit me?")))
    if data.people:
        rows.append((say("Other people here"), ", ".join(data.people)))
    title = say("What is kept of {person}", person=data.person) if data.person else say("What is kept of you")
    where = say("All of it is kept in {file}.", file=data.file)
    promise = say("It is on this computer only, readable by you alone.")
    blocks: list[Block] = [Heading(title, 1), Facts(tuple(rows)), Prose(f"{where} {promise}", quiet=True)]
    return Page((*blocks, *next_steps(report.actions, say)))


def _hidden(data: MeData, say: Say) -> str:
    """How many careers are not for the person, and fields, if there are any."""
    careers = say.count("{n} career", "{n} careers", data.hidden - data.hidden_fields)
    if not data.hidden_fields:
        return careers
    fields = say.count("{n} field", "{n} fields", data.hidden_fields)
    return say.joined([fields, careers]) if data.hidden > data.hidden_fields else fields


def result_words(result: LastResult, say: Say) -> str:
    """A result in a line: when, what stands out, the first careers."""
    leanings = leanings_words(result.scores, result.errors, say)
    parts = [when(result.date, say), leanings, say.semicolon.join(result.careers[:3])]
    return ". ".join(part for part in parts if part)
