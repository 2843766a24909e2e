"""The page of what a search found."""

from careercli.core.careers.reports import Report, SearchReport
from careercli.core.text.page import Block, Bullets, Heading, Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """Passages and occupations, best first, each with the command that opens it."""
    assert isinstance(report, SearchReport)
    if not report.hits:
        nothing = say("Nothing is said of {text}.", text=say.quoted(report.text))
        return Page((Prose(nothing), Prose(say("`careers list` shows all careers."), quiet=True)))
    blocks: list[Block] = []
    for hit in report.hits:
        name = hit.name if hit.kind == "role" else say("{name} (occupation)", name=hit.name)
        if hit.hidden:
            name = say("{name} (not for you)", name=name)
        blocks.append(Heading(f"{name}, {hit.title}" if hit.title else name, 3))
        command = f"careers show {hit.id}" + (f" --section {hit.section}" if hit.section else "")
        snippet = hit.snippet.replace("⟨⟩", "…")
        blocks.append(Bullets((("", snippet), ("", f"`{command}`")), "none"))
    return Page(tuple(blocks))
