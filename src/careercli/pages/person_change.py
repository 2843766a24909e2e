"""The page of what a person has put on their list, taken off it, or noted."""

from careercli.core.careers.reports import Report
from careercli.core.person.reports import ChangeReport
from careercli.core.text.page import Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """A sentence a career; then how many are on the list, where that is what has changed."""
    assert isinstance(report, ChangeReport)
    count = len(report.data.list)
    on_list = say.count("{n} career is on your list.", "{n} careers are on your list.", count)
    told = Prose(" ".join(report.told))
    return Page((told, Prose(on_list, quiet=True)) if report.data.done in ("kept", "dropped", "moved") else (told,))
