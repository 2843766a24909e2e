"""The pages of `careers help`."""

from careercli.core.careers.reports import Report
from careercli.core.program.reports import HelpReport
from careercli.core.text.page import Block, Facts, Heading, Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """The paragraphs of a topic, then its names and what they mean."""
    assert isinstance(report, HelpReport)
    topic = report.data
    blocks: list[Block] = [Heading(topic.title, 1), *(Prose(text) for text in topic.text)]
    if topic.rows:
        blocks.append(Facts(topic.rows))
    return Page(tuple(blocks))
