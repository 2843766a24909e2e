"""The pages of `careers help`."""

from careercli.core.careers.reports import Report
from careercli.core.program.reports import BEGIN, HelpReport
from careercli.core.text.page import Block, Facts, Heading, Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """The paragraphs of a topic, then its names and what they mean."""
    assert isinstance(report, HelpReport)
    topic = report.data
    if not topic.id:
        return _front(report, say)
    blocks: list[Block] = [Heading(topic.title, 1), *(Prose(text) for text in topic.text)]
    if topic.rows:
        blocks.append(Facts(topic.rows))
    return Page(tuple(blocks))


def _front(report: HelpReport, say: Say) -> Page:
    """Whole commands to begin with, then those that explain something."""
    begin, explain = (
        Facts(tuple((action.line, action.label) for action in report.actions if (action.id == BEGIN) is first))
        for first in (True, False)
    )
    first, *others = report.data.text
    explained = Heading(say("To have something explained"), 2)
    return Page((Heading(report.data.title, 1), Prose(first), begin, explained, explain, *map(Prose, others)))
