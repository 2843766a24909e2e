"""The pages of the glossary."""

from collections.abc import Iterator

from careercli.core.careers.reading import TermReport, TermsReport
from careercli.core.careers.reports import Report
from careercli.core.text.page import Block, Bullets, Heading, Page, Prose
from careercli.locale import NO_BREAK, Say
from careercli.pages.actions import command, next_steps

#: The term that is shown as an example.
EXAMPLE = "net-pay"


def lay_out(report: Report, say: Say) -> Page:
    """A term and what it means, or all of them."""
    if isinstance(report, TermsReport):
        return Page(tuple(_all(report, say)))
    assert isinstance(report, TermReport)
    term = report.term
    blocks: list[Block] = [Heading(term.name, 1), Prose(term.text)]
    if term.example:
        blocks.append(Prose(say("For example{colon}{example}", colon=say.colon, example=term.example)))
    if term.alt:
        blocks.append(Prose(say("also: {names}", names=", ".join(term.alt)), quiet=True))
    return Page((*blocks, *next_steps(report.actions, say)))


def _all(report: TermsReport, say: Say) -> Iterator[Block]:
    """How one term is read, then all of them by what they are about; on a screen by their names alone."""
    yield Heading(say("Words that careers are told in"), 1)
    known = {term.id: term.name for term in report.terms}
    one = command("define", known.get(EXAMPLE) or min(known.values(), key=len))
    number = say.number(len(report.terms))
    yield Prose(say("{n} words, each explained in a sentence or two by its name: {one}", n=number, one=one))
    for group in report.groups:
        rows = tuple((term.name, term.text) for term in report.terms if term.group == group)
        yield Heading(group or say("Other words"), 3)
        yield Bullets(rows, "none", f"{NO_BREAK}· ".join(name.replace(" ", NO_BREAK) for name, _ in rows))
