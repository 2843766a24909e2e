"""The page of the bibliography."""

from careercli.core.page import Block, Bullets, Heading, Page, Prose
from careercli.core.reports import Report, SourcesReport
from careercli.locale import Say
from careercli.pages import words


def lay_out(report: Report, say: Say) -> Page:
    """Every source with its licence."""
    assert isinstance(report, SourcesReport)
    lines = tuple(
        (source.id, words.source_line(source, say) + " " + say("Licence: {licence}.", licence=source.licence))
        for source in report.sources
    )
    blocks: list[Block] = [Heading(say("Sources"), 1), Bullets(lines, "none")]
    blocks.append(Prose(say.count("{n} source", "{n} sources", len(lines)) + ".", quiet=True))
    return Page(tuple(blocks))
