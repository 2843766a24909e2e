"""The pages of the glossary."""

from careercli.core.careers.reading import TermReport, TermsReport
from careercli.core.careers.reports import Report
from careercli.core.text.page import Block, Bullets, Heading, Page, Prose
from careercli.locale import NO_BREAK, Say
from careercli.pages.actions import command, next_steps


def lay_out(report: Report, say: Say) -> Page:
    """A term and what it means, or all of them."""
    if isinstance(report, TermsReport):
        rows = tuple((term.name, term.text) for term in report.terms)
        names = f"{NO_BREAK}· ".join(name.replace(" ", NO_BREAK) for name, _ in rows)
        one = say("One of them: {one}", one=command("define", min((name for name, _ in rows), key=len)))
        return Page((Heading(say("Words that careers are told in"), 1), Bullets(rows, "none", f"{names}\n{one}")))
    assert isinstance(report, TermReport)
    term = report.term
    blocks: list[Block] = [Heading(term.name, 1), Prose(term.text)]
    if term.example:
        blocks.append(Prose(say("For example{colon}{example}", colon=say.colon, example=term.example)))
    if term.alt:
        blocks.append(Prose(say("also: {names}", names=", ".join(term.alt)), quiet=True))
    return Page((*blocks, *next_steps(report.actions, say)))
