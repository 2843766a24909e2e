"""The page of what was checked."""

from careercli.core.careers.reports import Report
from careercli.core.program.reports import Check, DoctorReport
from careercli.core.text.page import Block, Bullets, Facts, Heading, Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """What was found of each, then what to do."""
    assert isinstance(report, DoctorReport)
    rows = tuple((check.title, _said(check, say)) for check in report.checks)
    blocks: list[Block] = [Heading(say("How all is here"), 1), Facts(rows)]
    advice = tuple((check.title, check.hint) for check in report.checks if check.hint)
    if advice:
        blocks += [Heading(say("What to do")), Bullets(advice)]
    if not report.broken:
        blocks.append(Prose(say("Nothing is broken."), quiet=True))
    else:
        said = say.count("{n} thing is broken.", "{n} things are broken.", report.broken)
        blocks.append(Prose(said))
    return Page(tuple(blocks))


def _said(check: Check, say: Say) -> str:
    if check.state == "good":
        return check.said
    mark = say("broken") if check.state == "broken" else say("note")
    return f"{mark}{say.colon}{check.said}"
