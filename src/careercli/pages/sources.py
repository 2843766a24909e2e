"""The page of the bibliography."""

from careercli.core.careers.model import Source
from careercli.core.careers.reports import Report, SourcesReport
from careercli.core.text.page import Block, Bullets, Facts, Heading, Page, Prose
from careercli.locale import Say, words


def lay_out(report: Report, say: Say) -> Page:
    """The data sets that we carry with what their licences ask for, and every source with its licence."""
    assert isinstance(report, SourcesReport)
    blocks: list[Block] = [Heading(say("Sources"), 1)]
    if report.weak:
        blocks.append(
            Prose(
                say(
                    "Each of these stands for a claim of law, official statistics or a study, and what we read is a"
                    " page that retells it."
                )
            )
        )
    if report.credits:
        titles = {source.id: source.title for source in report.sources}
        blocks.append(Heading(say("Data sets of the atlas")))
        for one in report.credits:
            counts = say("Whom it counts: {group}", group=one.counts)
            changed = say("What is changed: {changes}", changes=one.changes)
            blocks += [Heading(titles[one.id], 3), Prose(one.attribution), Prose(counts), Prose(changed)]
    if report.reviews:
        blocks.append(Heading(say("When the sources of each guide were last checked")))
        blocks.append(Facts(tuple((review.name, say.date(review.reviewed)) for review in report.reviews)))
    if not report.weak:
        blocks.append(Heading(say("All sources")))
    lines = tuple((source.id, _entry(source, say, weak=report.weak)) for source in report.sources)
    blocks.append(Bullets(lines, "none"))
    blocks.append(Prose(say.count("{n} source", "{n} sources", len(lines)) + ".", quiet=True))
    return Page(tuple(blocks))


def _entry(source: Source, say: Say, *, weak: bool) -> str:
    line = words.source_line(source, say)
    if not weak:
        return line + " " + say("License: {licence}.", licence=words.licence_words(source.licence, say))
    reason = source.reason.get(say.lang)
    return line + " " + say("Why it stays: {reason}", reason=reason) if reason else line
