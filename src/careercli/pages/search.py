"""The page of what a search found."""

from collections import Counter

from careercli.core.careers.reports import Report
from careercli.core.careers.search_report import Hit, SearchReport
from careercli.core.text.page import Block, Bullets, Grid, Heading, Page, Prose
from careercli.locale import Say, words
from careercli.pages.actions import command
from careercli.pages.list import (
    LEAST_FOCUS,
    money_here,
    pay_remark,
    room_for_names,
    share_of,
    starred,
    stars_remark,
    where_paid,
)

#: Letters of a name with the title by which it was found that a line has room for.
ROOM = 54
#: Passages of a guide that are shown.
MOST = 2


def lay_out(report: Report, say: Say) -> Page:
    """The careers that were found, best first, each with the command that opens it, and a guide's passages under it."""
    assert isinstance(report, SearchReport)
    reading = tuple(("", f"{command(*page.command)}{say.colon}{page.label}") for page in report.pages)
    if not report.hits:
        nothing = () if reading else tuple(map(Prose, _nothing(report, say)))
        return Page((Bullets(reading), *nothing) if reading else nothing, say.colon)
    blocks: list[Block] = [Heading(_title(report, say), 1)]
    if reading:
        blocks.append(Bullets(reading))
    if report.left:
        blocks.append(Prose(say("Near to {left}, and not in it.", left=say.quoted(report.left)), quiet=True))
    elif report.kept or report.order:
        blocks.append(Prose(_read_as(report, say), quiet=True))
    elif report.about:
        blocks.append(Prose(_about(report, say), quiet=True))
    blocks.append(_grid(report.hits, say))
    if near := tuple((hit.name, _nearest(hit, report.classified_in, say)) for hit in report.hits if hit.nearest):
        blocks.append(Bullets(near))
    for hit in report.hits:
        if hit.section:  # it was found by what it says
            passages = tuple((passage.title, passage.snippet.replace("⟨⟩", "…")) for passage in hit.passages[:MOST])
            opened = command("show", hit.opens, "--section", hit.section)
            blocks += [Heading(hit.name, 3), Prose(opened, quiet=True), Bullets(passages)]
    return Page((*blocks, Prose(_foot(report, say), quiet=True)), say.colon)


def _title(report: SearchReport, say: Say) -> str:
    return say.count("{n} career for {text}", "{n} careers for {text}", report.total, text=say.quoted(report.text))


def _about(report: SearchReport, say: Say) -> str:
    """What the words were read as, and how many careers have no more than the words."""
    subjects, others = ", ".join(report.about), report.total - report.of_subject
    if not report.of_subject or others <= 0:
        return say("Careers by what one cares for, in our judgment: {subjects}.", subjects=subjects)
    told = {"n": say.number(report.of_subject), "subjects": subjects, "others": say.number(others)}
    return say("{n} by what one cares for, in our judgment: {subjects}; {others} where the words appear.", **told)


def _read_as(report: SearchReport, say: Say) -> str:
    """The conditions that the words were read as, and what comes first."""
    orders = {"pay": say("the best paid first"), "openings": say("those with the most openings first")}
    parts = [*report.kept, *filter(None, (orders.get(report.order),))]
    return say("Understood: {conditions}.", conditions=say.semicolon.join(parts))


def _foot(report: SearchReport, say: Say) -> str:
    """How many of them are shown, what the pay rests on, and whom it counts."""
    told = list(report.footnotes)
    if len(report.hits) < report.total:
        told.append(say("The first {n}.", n=say.number(len(report.hits))))
    if any(hit.stars for hit in report.hits):
        told.append(stars_remark(say))
    wider = [hit.of for hit in report.hits if hit.of and not hit.of.own]
    told.append(pay_remark((where_paid(hit.pay, say) for hit in report.hits if hit.pay), say, wider=wider))
    return " ".join(filter(None, told))


def _grid(hits: tuple[Hit, ...], say: Say) -> Grid:
    """A line a career: the title by which it was found, what it pays; its code where its name does not open it."""
    coded = any(hit.opens != hit.name for hit in hits)
    found = Counter(map(_plain, hits))
    rows = tuple(
        (
            _name(hit, say, alone=found[_plain(hit)] == 1),
            words.marked(starred(hit.stars), hit.of),
            _money(hit, say),
            *((hit.opens if hit.opens != hit.name else "",) if coded else ()),
            hit.focus,
        )
        for hit in hits
    )
    titles = (say("Career"), "★", say("Pay"), *((say("Code"),) if coded else ()), say("The work"))
    shares = tuple(share_of(hit.stars) for hit in hits)
    last = len(titles) - 1
    spare, cut = (last, 1), ((0, room_for_names(row[0] for row in rows)), (last, LEAST_FOCUS))
    return Grid(titles, rows, right=(1, 2), least=60, one_line=True, cut=cut, spare=spare, meter=1, shares=shares)


def _nothing(report: SearchReport, say: Say) -> tuple[str, ...]:
    """What to do where nothing was found, or advice is what is asked for."""
    quiz = say(
        "`careers quiz` finds careers from what you like to do, and `careers search animals` from what you like."
    )
    if report.changing or report.lost:
        word = say.label("topic", "paying-for-a-change")
        pays = say("`careers topic {word}` says who pays for a change of career, and how it is done.", word=word)
        if report.lost:
            word = say.label("topic", "after-a-layoff")
            first = say(
                "`careers topic {word}` says what to do first after losing a job, and what you are due.", word=word
            )
            return (first, pays, quiz)
        return (say("People change careers at every age."), pays, quiz)
    if report.undecided:
        return (say("Nobody has to know yet."), quiz)
    if report.refused:
        return (
            say(
                "Nothing is left to look for in {text}: it only says what it should not be.",
                text=say.quoted(report.text),
            ),
            say("Say beside it what you would like."),
        )
    return (say("Nothing is found for {text}.", text=say.quoted(report.text)), quiz)


def _name(hit: Hit, say: Say, *, alone: bool) -> str:
    """Its name; the title by which an occupation was found, if it is another and not that of several."""
    name = say("{name} (guide)", name=hit.name) if hit.kind == "role" else hit.name
    found = _plain(hit)
    if hit.kind == "occupation" and alone and not hit.nearest and found.casefold() not in hit.name.casefold():
        name = f"{name} ({found})" if len(name) + len(found) <= ROOM else name
    return words.marked_name(name, say, hidden=hit.hidden)


def _money(hit: Hit, say: Say) -> str:
    """What it pays; what is reckoned bears its mark already."""
    money = money_here(hit.pay, say)
    return (money if money.startswith(words.MARK) else words.marked(money, hit.of)) or "–"


def _plain(hit: Hit) -> str:
    return hit.snippet.replace("⟦", "").replace("⟧", "")


def _nearest(hit: Hit, classified_in: str, say: Say) -> str:
    country = say.country_name(classified_in, short=True)
    return say("the nearest in the {country} classification to {name}", country=country, name=say.quoted(_plain(hit)))
