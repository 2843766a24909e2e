"""The page of what a search found."""

from careercli.core.careers.reports import Hit, Report, SearchReport
from careercli.core.text.page import Block, Bullets, Grid, Heading, Page, Prose
from careercli.locale import Say, words
from careercli.pages.actions import command
from careercli.pages.list import money_here, pay_remark, share_of, stars_and_pay


def lay_out(report: Report, say: Say) -> Page:
    """The careers that were found, best first, each with the command that opens it, and a guide's passages under it."""
    assert isinstance(report, SearchReport)
    if not report.hits:
        return Page(tuple(map(Prose, _nothing(report, say))))
    blocks: list[Block] = [Prose(_summary(report, say), quiet=True), _grid(report.hits, say)]
    if near := tuple((hit.name, _nearest(hit, report.classified_in, say)) for hit in report.hits if hit.nearest):
        blocks.append(Bullets(near))
    for hit in report.hits:
        if hit.passages:
            passages = tuple((passage.title, passage.snippet.replace("⟨⟩", "…")) for passage in hit.passages)
            opened = command("show", hit.id, "--section", hit.section or hit.passages[0].section)
            blocks += [Heading(hit.name, 3), Prose(opened, quiet=True), Bullets(passages)]
    return Page((*blocks, *_remark(report.hits, say)), say.colon)


def _remark(hits: tuple[Hit, ...], say: Say) -> list[Prose]:
    """What the pay rests on, and whom it counts."""
    told = pay_remark(((hit.pay.basis, hit.pay.country) for hit in hits if hit.pay), say)
    if any(hit.of and not hit.of.own for hit in hits):
        told += " " + say("{mark} before the stars: of a wider group.", mark=words.MARK)
    return [Prose(told.strip(), quiet=True)] if told else []


def _grid(hits: tuple[Hit, ...], say: Say) -> Grid:
    """A line a career: the title by which it was found, what it pays, what opens it."""
    rows = tuple((_name(hit, say), _pay(hit, say), hit.id) for hit in hits)
    titles = (say("Career"), say("Stars, pay"), "careers show")
    shares = tuple(share_of(hit.stars) for hit in hits)
    return Grid(titles, rows, least=60, one_line=True, cut=((0, 24),), meter=1, shares=shares)


def _pay(hit: Hit, say: Say) -> str:
    return words.marked(stars_and_pay(hit.stars, money_here(hit.pay, say)), hit.of)


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
    about = say("Careers by what one cares for, in our judgment: {subjects}.", subjects=", ".join(report.about))
    return f"{shown}. {about}"


def _name(hit: Hit, say: Say) -> str:
    """Its name; the title by which an occupation was found, if it is another."""
    name = say("{name} (guide)", name=hit.name) if hit.kind == "role" else hit.name
    found = _plain(hit)
    if hit.kind == "occupation" and not hit.nearest and found.casefold() not in hit.name.casefold():
        name = f"{name} ({found})"
    return say("{name} (not for you)", name=name) if hit.hidden else name


def _plain(hit: Hit) -> str:
    return hit.snippet.replace("⟦", "").replace("⟧", "")


def _nearest(hit: Hit, classified_in: str, say: Say) -> str:
    country = say.country_name(classified_in, short=True)
    return say("the nearest in the {country} classification to {name}", country=country, name=say.quoted(_plain(hit)))
