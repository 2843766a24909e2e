"""The page of what `careers validate` found."""

from careercli.core.careers.reports import Report, ValidateReport
from careercli.core.text.page import Block, Bullets, Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """Every problem as file:line: field message."""
    assert isinstance(report, ValidateReport)
    checked = say.count("{n} career checked", "{n} careers checked", len(report.checked))
    if not report.findings:
        return Page((Prose(say("{checked}, no problem found.", checked=checked)),))
    lines = tuple(
        (f"{found.path}:{found.line}", (f"`{found.field}` " if found.field else "") + found.message)
        for found in report.findings
    )
    count = say.count("{n} problem", "{n} problems", len(lines))
    blocks: list[Block] = [Bullets(lines, "none"), Prose(f"{checked}, {count}.")]
    return Page(tuple(blocks))
