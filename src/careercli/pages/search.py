"""The page of what a search found."""

from careercli.core.careers.reports import Hit, Report, SearchReport
from careercli.core.text.page import Block, Bullets, Page, Prose
from careercli.locale import Say


def lay_out(report: Report, say: Say) -> Page:
    """The careers that were found, best first, each with the command that opens it, and a guide's passages under it."""
    assert isinstance(report, SearchReport)
    if not report.hits:
        return Page(tuple(map(Prose, _nothing(report, say))))
    blocks: list[Block] = [Prose(_summary(report, say), quiet=True)]
    entries: list[tuple[str, str]] = []
    for hit in report.hits:
        entries.append((_name(hit, say), _found(hit, report.classified_in, say)))
        if hit.passages:
            passages = tuple((passage.title, passage.snippet.replace("⟨⟩", "…")) for passage in hit.passages)
            blocks += [Bullets(tuple(entries), "none"), Bullets(passages)]
            entries = []
    if entries:
        blocks.append(Bullets(tuple(entries), "none"))
    return Page(tuple(blocks), say.colon)


def _nothing(report: SearchReport, say: Say) -> tuple[str, ...]:
    """What to do where nothing was found, or advice is what is asked for."""
    quiz = say(
        "`careers quiz` finds careers from what you like to do, and `careers search animals` from what you like."
    )
    if report.undecided:
        return (say("Nobody has to know yet."), quiz)
    return (say("Nothing is found for {text}.", text=say.quoted(report.text)), quiz)


def _summary(report: SearchReport, say: Say) -> str:
    """How many of all are shown, and what the words were read as."""
    shown = say("{n} of {total} careers", n=say.number(len(report.hits)), total=say.number(report.total))
    if len(report.hits) == report.total:
        shown = say.count("{n} career", "{n} careers", report.total)
    if not report.about:
        return f"{shown}."
    about = say("Careers by what one cares for, in our judgement: {subjects}.", subjects=", ".join(report.about))
    return f"{shown}. {about}"


def _name(hit: Hit, say: Say) -> str:
    name = say("{name} (guide)", name=hit.name) if hit.kind == "role" else hit.name
    return say("{name} (not for you)", name=name) if hit.hidden else name


def _found(hit: Hit, classified_in: str, say: Say) -> str:
    """The title by which an occupation was found, if it is another than its name, and the command that opens it."""
    command = f"`careers show {hit.id}" + (f" --section {hit.section}`" if hit.section else "`")
    plain = hit.snippet.replace("⟦", "").replace("⟧", "")
    if hit.kind == "role" or plain.casefold() in hit.name.casefold():
        return command
    if hit.nearest:
        country = say.country_name(classified_in, short=True)
        said = say("the nearest in the {country} classification to {name}", country=country, name=say.quoted(plain))
        return f"{said}. {command}"
    return f"{hit.snippet}. {command}"
