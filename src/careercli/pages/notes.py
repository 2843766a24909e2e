"""The page of a person's notes."""

from itertools import groupby

from careercli.core.careers.reports import Report
from careercli.core.person.reports import NotesReport
from careercli.core.text.page import Block, Bullets, Heading, Page, Prose
from careercli.locale import Say
from careercli.pages.quiz_history import when


def lay_out(report: Report, say: Say) -> Page:
    """The notes under the name of each career, with their dates."""
    assert isinstance(report, NotesReport)
    blocks: list[Block] = [Heading(say("Your notes"), 1)]
    for _, group in groupby(report.data.notes, key=lambda note: note.id):
        notes = list(group)
        blocks.append(Heading(notes[0].name, 3))
        blocks.append(Bullets(tuple((when(note.date, say) if note.date else "", note.text) for note in notes)))
    if report.data.notes:
        blocks.append(Prose(say("They are kept in {file}.", file=report.data.file), quiet=True))
    return Page(tuple(blocks))
