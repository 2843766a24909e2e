"""The page of a guide."""

import itertools

import msgspec

from careercli.core.careers import model as m
from careercli.core.careers.reports import Report, ShowReport
from careercli.core.text.citations import (
    EDITORIAL,
    JUDGED,
    JUDGED_AGAIN,
    JUDGED_FIRST,
    find_citations,
    rename_judgement,
)
from careercli.core.text.page import Block, Bullets, Facts, Grid, Heading, Mark, Page, Pair, Prose, Timeline, map_texts
from careercli.locale import NO_BREAK, Say, words
from careercli.pages import levels
from careercli.pages.actions import command
from careercli.pages.bands import band_grid, band_ranges, bands_with_ranges, cost_ladder, nearest_bands, sum_grid
from careercli.pages.card import guide_card
from careercli.pages.card_height import fits
from careercli.pages.contents import (
    bibliography,
    cited_first,
    cited_in,
    copies_in,
    guide_contents,
    reviewed_remark,
    same_for_all,
    short_sources,
)
from careercli.pages.levels import Reader
from careercli.pages.neighbour_pay import neighbour_blocks
from careercli.pages.workings import working_blocks

#: Up to this part more or less, two salaries are similar.
ALIKE = 0.1
#: So many times a section says in words that something is our judgement; more have a sign.
SPELLED = 2
#: Other names of a career that a drawn page tells.
ALSO = 4


def lay_out(report: Report, say: Say) -> Page:
    """The whole guide, one screen of it, or the sections that were asked for."""
    assert isinstance(report, ShowReport)
    role = report.role
    reader = Reader(say, report.country, role.expected_pay, role.id, copies_in(report.sources))
    if report.brief:
        blocks = guide_card(report, reader)
    else:
        blocks = [Heading(role.name, 1)] if report.partial else _opening(report, reader)
        numbers = {id_: number for number, id_ in enumerate(report.contents, 1)}
        judged = False
        for section in role.sections:
            number = cited_first if report.partial else cited_in
            listed = number(blocks, report.sources) if section.sources else ()  # those of the card alone too
            told = msgspec.structs.replace(section, sources=tuple(listed))
            parts, marked = _with_marks(lay_out_section(told, reader, after_card=not report.partial))
            judged = judged or marked
            if judged and told.sources:
                parts.insert(0, _sign(say))
            blocks += [Heading(section.title, 2, number=numbers.get(section.id)), *parts]
            blocks += same_for_all({id_: report.topics[id_] for id_ in section.topics if id_ in report.topics}, say)
        if role.status == "draft":
            blocks.append(Prose(say("This guide is being written: what is not here yet will come."), quiet=True))
    if (report.partial or report.brief) and not any(section.sources for section in role.sections if report.partial):
        blocks += _cited(report, blocks, say)
    references = words.references_of(cited_in(blocks, report.sources), say)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, references, say))


def _sign(say: Say) -> Block:
    """What the sign of our judgement means, above the numbers of the sources."""
    return Prose(say("[{sign}] our judgment: what nobody has counted, we estimate.", sign=JUDGED), quiet=True)


def _with_marks(parts: list[Block]) -> tuple[list[Block], bool]:
    """A section that gives our judgement often says so in words at first, then with a sign; whether it does."""
    cited = list[str]()

    def note(text: str) -> str:
        cited.extend(find_citations(text))
        return text

    map_texts(tuple(parts), note)
    if cited.count(EDITORIAL) <= SPELLED:
        return parts, False
    marks = itertools.chain([JUDGED_FIRST], itertools.repeat(JUDGED_AGAIN))
    return list(map_texts(tuple(parts), lambda text: rename_judgement(text, marks))), True


def _cited(report: ShowReport, blocks: list[Block], say: Say) -> list[Block]:
    """The sources that the blocks cite: whole, or on one screen just who and when."""
    sources = cited_in(blocks, report.sources)
    if not sources:
        return []
    if report.brief:
        remark = reviewed_remark(report.role, say)
        return [short_sources(sources, say, remark if fits(blocks, report.sources, say, remark) else "")]
    return [Heading(say("Sources"), 2), *bibliography(sources, say)]


def _opening(report: ShowReport, reader: Reader) -> list[Block]:
    """The card, and what the guide holds."""
    role, say = report.role, reader.say
    blocks = guide_card(report, reader)
    if role.alt_names:
        blocks.append(_also(role.alt_names, say))
    if len(role.sections) > 1:
        blocks += guide_contents(role.sections, role.id, say)
    stars = say("Stars set pay against that of everybody employed here: ten is the top 1%.")
    return [*blocks, Prose(f"{stars} {reviewed_remark(role, say)}".rstrip(), quiet=True)]


def _also(names: tuple[str, ...], say: Say) -> Prose:
    """Under which other names a career is known; a drawn page tells some of them."""
    told = say("also: {names}", names=", ".join(names))
    if len(names) <= ALSO + 1:
        return Prose(told, quiet=True)
    some = say("also: {names} and {n} other names", names=", ".join(names[:ALSO]), n=len(names) - ALSO)
    return Prose(told, quiet=True, short=some)


def lay_out_section(section: m.Section, reader: Reader, *, after_card: bool) -> list[Block]:
    """The parts of a section, in the order in which they are read; what a card above it has told is not told again."""
    say = reader.say
    blocks: list[Block] = []
    if section.id == "at-a-glance":
        blocks.append(Facts(_badges(section, reader, after_card=after_card)))
    if section.id == "pay" and not after_card:
        blocks += levels.expected_blocks(reader)
    blocks += [Prose(text) for text in section.text]
    blocks += _people_parts(section, say) + _pay_parts(section, reader) + _judgement_parts(section, say)
    if section.points:
        blocks.append(Bullets(tuple(("", text) for text in section.points)))
    blocks += [Heading(say("How we worked out these sums"), 3)] if section.sums and not section.workings else []
    blocks += working_blocks(section.workings, say)
    if section.items:
        named = _named(section.items)
        folded = after_card and section.id == "words"
        blocks.append(msgspec.structs.replace(named, short=_folded_words(section, reader)) if folded else named)
    blocks += [Prose(text) for text in section.closing]
    return blocks + bibliography(section.sources, say, whole=True)


def _folded_words(section: m.Section, reader: Reader) -> str:
    """The terms of a guide alone, and how to have them explained."""
    say = reader.say
    names = [item.name for item in section.items]
    terms = f"{NO_BREAK}· ".join(name.replace(" ", NO_BREAK) for name in names)
    one, every = command("define", min(names, key=len)), command("show", reader.career, "--section", "words")
    return terms + "\n" + say("One of them: {one}. All: {every}", one=one, every=every)


def _badges(section: m.Section, reader: Reader, *, after_card: bool) -> tuple[tuple[str, str], ...]:
    say = reader.say
    labels = {
        "education": say("Education"),
        "hours": say("Working hours"),
        "place": say("Work style"),
        "demand": say("Demand"),
        "entry": say("Getting in"),
    }
    rows = [(labels[badge.id], badge.text) for badge in section.badges if badge.id == "demand" or not after_card]
    if not after_card and (pay := levels.glance(section, reader)):
        rows.insert(0, (say("Pay"), pay))
    return tuple(rows)


def _named(items: tuple[m.Item, ...], mark: Mark = "none") -> Bullets:
    return Bullets(tuple((item.name, item.text) for item in items), mark)


def _people_parts(section: m.Section, say: Say) -> list[Block]:
    blocks: list[Block] = []
    if section.skills:
        blocks.append(Bullets(tuple((note.name, note.text) for note in section.skills)))
    for level in section.levels:
        blocks.append(Heading(f"{level.name} ({_years(level.years, say)})", 3))
        blocks.append(Bullets(tuple(("", text) for text in level.points)))
    if section.moments:
        blocks.append(Timeline(tuple((say.clock(moment.time), moment.text) for moment in section.moments)))
    if len(section.leanings) == 2:
        left, right = (Bullets(tuple(("", p) for p in leaning.points)) for leaning in section.leanings)
        blocks.append(Heading(say("The same job, two ways"), 3))
        blocks.append(Pair(section.leanings[0].name, left, section.leanings[1].name, right))
    else:
        for leaning in section.leanings:
            blocks += [Heading(leaning.name, 3), Bullets(tuple(("", p) for p in leaning.points))]
    if section.steps:
        blocks.append(_named(section.steps, "number"))
    if section.pros or section.cons:
        blocks.append(Pair(say("For"), _named(section.pros, "plus"), say("Against"), _named(section.cons, "minus")))
    return blocks


def _years(years: tuple[int, ...], say: Say) -> str:
    if len(years) == 1:
        return say("{low} years and more", low=years[0])
    return say("{low} to {high} years", low=years[0], high=years[1])


def _pay_parts(section: m.Section, reader: Reader) -> list[Block]:
    say = reader.say
    blocks: list[Block] = []
    if section.id == "pay":
        drawn = bool(reader.expects())
        blocks += (levels.undrawn_blocks if drawn else levels.rating_blocks)(section.ratings, reader)
    beside = neighbour_blocks(section.neighbours, say, listed=not section.occupations) if section.id == "pay" else []
    if section.occupations:
        beside += _occupations(section, say)
    is_here = any(pay.country == reader.country for pay in section.neighbours)
    if is_here or not section.neighbours:
        blocks += beside
    if section.bands:
        blocks.append(Heading(say("Figures, each with its source"), 3))
        bands = nearest_bands(section.bands, reader.country)
        ranged = bands_with_ranges(bands, reader.country)
        others = tuple(band for band in bands if band not in ranged)
        blocks += [*band_ranges(ranged, reader), *([band_grid(others, reader)] if others else [])]
        if len(bands) < len(section.bands):
            rest = say(
                "All {n} figures, of other countries too: {command}",
                n=len(section.bands),
                command=command("salary", reader.career),
            )
            blocks.append(Prose(rest, quiet=True))
    if section.neighbours and not is_here:  # what is told of the reader's country comes first
        blocks += beside
    if section.related:
        blocks += _related(section, reader)
    blocks += sum_grid(section.sums, say)
    blocks += cost_ladder(section.costs, reader)
    return blocks


def _occupations(section: m.Section, say: Say) -> list[Block]:
    """The official occupations that correspond to a career, and how closely; with a title where none is said yet."""
    links, named = section.occupations, bool(section.neighbours)
    matches = {
        "exact": say("the same work"),
        "close": say("nearly the same work"),
        "broad": say("a wider group"),
    }
    exact = any(link.match == "exact" for link in links)
    own, beside = say("Its official occupation"), say("Official occupations beside it; none is the career itself")
    title = own if exact else beside
    counted_in = next((band.country for band in section.bands if band.basis == "official" and band.occupation), "")
    if counted_in:
        title = f"{title} ({say.country_name(counted_in)})"
    rows = tuple((f"{link.title or link.code} ({matches[link.match]})", link.note) for link in links)
    return [*([] if named else [Heading(title, 3)]), Bullets(rows)]


def _related(section: m.Section, reader: Reader) -> list[Block]:
    say = reader.say
    titles = (say("Career"), say("The work"), say("Key tools"), say("Salary beside this one"), say("Entry"))
    rows = tuple(
        (
            entry.name,
            f"{entry.focus}. {entry.text}" if entry.text else entry.focus,
            ", ".join(entry.tools),
            _pay_beside(entry, reader),
            words.entry_word(entry.entry, say),
        )
        for entry in section.related
    )
    return [Grid(titles, rows, least=84)]


def _pay_beside(entry: m.RelatedRole, reader: Reader) -> str:
    """How the pay of a neighbour stands to this one, best by what one may expect in year five of both."""
    own = reader.expected_at("middle")
    fifth = next((pay for pay in entry.year_five if pay.country == reader.country), None)
    if own is None or fifth is None:
        return words.pay_word(entry.pay, reader.say)
    ratio = (fifth.low + fifth.high) / (own.low + own.high)
    told = words.pay_word("lower" if ratio < 1 - ALIKE else "higher" if ratio > 1 + ALIKE else "similar", reader.say)
    return f"{told} ({reader.say('{amount} in year five', amount=levels.span_of(fifth, reader.say))})"


def _judgement_parts(section: m.Section, say: Say) -> list[Block]:
    blocks: list[Block] = []
    if section.statements:
        pro, con = (
            tuple(("", s.text) for s in section.statements if s.direction == direction)
            for direction in ("for", "against")
        )
        titles = say("A good fit if you can say"), say("Think twice if you say")
        blocks.append(Pair(titles[0], Bullets(pro, "plus"), titles[1], Bullets(con, "minus")))
    verdicts = {"false": say("False"), "partly": say("Partly true"), "true": say("True")}
    for myth in section.myths:
        marks = {"false": "✗", "partly": "±", "true": "✓"}
        blocks.append(Heading(say.quoted(myth.claim), 3))
        blocks.append(Bullets(((f"{marks[myth.verdict]} {verdicts[myth.verdict]}", myth.text),), "none"))
    for question in section.questions:
        blocks += [Heading(question.question, 3), Prose(question.answer)]
    return blocks
