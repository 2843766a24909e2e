"""The page of the bibliography."""

from careercli.core.page import Block, Bullets, Heading, Page, Prose
from careercli.core.reports import Report, SourcesReport
from careercli.locale import Say, words


def lay_out(report: Report, say: Say) -> Page:
    """The data sets that we carry with what their licences ask for, and every source with its licence."""
    assert isinstance(report, SourcesReport)
    blocks: list[Block] = [Heading(say("Sources"), 1)]
    if report.credits:
        titles = {source.id: source.title for source in report.sources}
        blocks.append(Heading(say("Data sets of the atlas")))
        for one in report.credits:
            changed = say("What is changed: {changes}", changes=one.changes)
            blocks += [Heading(titles[one.id], 3), Prose(one.attribution), Prose(changed)]
        blocks.append(Heading(say("All sources")))
    lines = tuple(
        (source.id, words.source_line(source, say) + " " + say("Licence: {licence}.", licence=source.licence))
        for source in report.sources
    )
    blocks.append(Bullets(lines, "none"))
    blocks.append(Prose(say.count("{n} source", "{n} sources", len(lines)) + ".", quiet=True))
    return Page(tuple(blocks))
