"""The page of what was done, told in sentences."""

from careercli.core.careers.reports import Report
from careercli.core.person.reports import ToldReport
from careercli.core.text.page import Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """A paragraph a sentence."""
    assert isinstance(report, ToldReport)
    return Page(tuple(Prose(sentence) for sentence in report.told))
