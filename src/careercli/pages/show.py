"""The page of a guide."""

from careercli.core.careers import model as m
from careercli.core.careers.reports import Report, ShowReport
from careercli.core.text.citations import find_citations
from careercli.core.text.page import Block, Bullets, Facts, Grid, Heading, Mark, Page, Pair, Prose, map_texts
from careercli.locale import Say, words


def lay_out(report: Report, say: Say) -> Page:
    """The whole guide, one screen of it, or the sections that were asked for."""
    assert isinstance(report, ShowReport)
    role = report.role
    if report.brief:
        blocks = _brief(role, say)
    else:
        blocks = [Heading(role.name, 1)] if report.partial else _title(role, say)
        for section in role.sections:
            blocks += [Heading(section.title, 2), *_section(section, say)]
        if role.status == "draft":
            blocks.append(Prose(say("This guide is being written: what is not here yet will come."), quiet=True))
    if (report.partial or report.brief) and not any(section.sources for section in role.sections if report.partial):
        blocks += _cited(report, blocks, say)
    references = words.references_of(report.sources, say)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, references, say))


def _cited(report: ShowReport, blocks: list[Block], say: Say) -> list[Block]:
    """The sources that the blocks cite: whole, or on one screen just who and when."""
    found: set[str] = set()

    def note(text: str) -> str:
        found.update(find_citations(text))
        return text

    map_texts(tuple(blocks), note)
    sources = [source for source in report.sources if source.id in found]
    if not sources:
        return []
    if report.brief:
        short = say.semicolon.join(f"[{s.number}] {s.publisher}, {say.date(s.date)}" for s in sources)
        return [Prose(short, quiet=True)]
    lines = tuple((f"[{source.number}]", words.source_line(source, say)) for source in sources)
    return [Heading(say("Sources"), 2), Facts(lines)]


def _title(role: m.Role, say: Say) -> list[Block]:
    blocks: list[Block] = [Heading(role.name, 1)]
    if role.alt_names:
        blocks.append(Prose(say("also: {names}", names=", ".join(role.alt_names)), quiet=True))
    blocks.append(Prose(role.summary))
    if len(role.sections) > 1:
        contents = " · ".join(section.title for section in role.sections)
        blocks.append(Prose(say("In this guide: {contents}", contents=contents), quiet=True))
    return blocks


def _section(section: m.Section, say: Say) -> list[Block]:
    blocks: list[Block] = [Facts(_badges(section, say))] if section.id == "at-a-glance" else []
    blocks += [Prose(text) for text in section.text]
    blocks += _people_parts(section, say) + _pay_parts(section, say) + _judgement_parts(section, say)
    if section.points:
        blocks.append(Bullets(tuple(("", text) for text in section.points)))
    if section.items:
        blocks.append(_named(section.items))
    blocks += [Prose(text) for text in section.closing]
    if section.sources:
        rows = tuple((f"[{source.number}]", words.source_line(source, say)) for source in section.sources)
        blocks.append(Facts(rows))
    return blocks


def _badges(section: m.Section, say: Say) -> tuple[tuple[str, str], ...]:
    labels = {
        "education": say("Education"),
        "hours": say("Working hours"),
        "place": say("Work style"),
        "demand": say("Demand"),
        "entry": say("Getting in"),
    }
    rows = [(labels[badge.id], badge.text) for badge in section.badges]
    if section.stars is not None:
        text = words.stars(section.stars, 5, say) + ", " + say("senior level, our judgement")
        rows.insert(0, (say("Pay"), text))
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
    if len(section.leanings) == 2:
        left, right = (Bullets(tuple(("", p) for p in leaning.points)) for leaning in section.leanings)
        blocks.append(Pair(section.leanings[0].name, left, section.leanings[1].name, right))
    else:
        for leaning in section.leanings:
            blocks += [Heading(leaning.name, 3), Bullets(tuple(("", p) for p in leaning.points))]
    if section.moments:
        blocks.append(Facts(tuple((say.clock(moment.time), moment.text) for moment in section.moments)))
    if section.steps:
        blocks.append(_named(section.steps, "number"))
    if section.pros or section.cons:
        blocks.append(Pair(say("For"), _named(section.pros, "plus"), say("Against"), _named(section.cons, "minus")))
    return blocks


def _years(years: tuple[int, ...], say: Say) -> str:
    if len(years) == 1:
        return say("{low} years and more", low=years[0])
    return say("{low} to {high} years", low=years[0], high=years[1])


def _pay_parts(section: m.Section, say: Say) -> list[Block]:
    blocks: list[Block] = []
    if section.ratings:
        blocks.append(Heading(say("Stars: pay against everybody employed, ten is the top 1%"), 3))
        blocks.append(rating_grid(section.ratings, say))
        if any(rating.basis == "measured" for rating in section.ratings):
            blocks.append(Prose(words.measured_remark(say), quiet=True))
    if section.bands:
        blocks.append(Heading(say("Figures, each with its source"), 3))
        blocks.append(band_grid(section.bands, say))
    if section.occupations:
        matches = {"exact": say("exact match"), "close": say("close match"), "broad": say("broad match")}
        blocks.append(Heading(say("Official occupations that stand in for it"), 3))
        rows = tuple((f"{link.code}, {matches[link.match]}", link.note) for link in section.occupations)
        blocks.append(Bullets(rows))
    if section.related:
        blocks += _related(section, say)
    if section.costs:
        titles = (say("What"), say("Cost"), say("Remarks"))
        rows_of = tuple((cost.name, _cost(cost, say), _cost_remark(cost, say)) for cost in section.costs)
        blocks.append(Grid(titles, rows_of, least=70))
    return blocks


def rating_grid(ratings: tuple[m.Rating, ...], say: Say) -> Grid:
    """Stars by level: our judgement, and beside it what the official wages measure."""
    measured = {rating.level: rating for rating in ratings if rating.basis == "measured"}
    countries = {rating.country for rating in measured.values() if rating.country}
    measured_in = say("Measured, {country}", country=say.either([say.country_name(c, short=True) for c in countries]))
    judged = [rating for rating in ratings if rating.basis == "editorial"]
    titles = [say("Level"), say("Our judgement"), *([measured_in] if measured else []), say("Why")]
    lines = []
    for rating in judged:
        cells = [rating.label or rating.level, words.stars(rating.stars, 10, say)]
        if measured:
            other = measured.get(rating.level)
            cells.append(words.stars(other.stars, 10, say) if other else "–")
        lines.append((*cells, rating.text))
    return Grid(tuple(titles), tuple(lines), least=84)


def band_grid(bands: tuple[m.PayBand, ...], say: Say) -> Grid:
    """Pay bands, each with its date, basis and source."""
    rows = []
    for band in bands:
        remark = say.date(band.reference) + ", " + words.basis_word(band.basis, say)
        if band.respondents:
            remark += ", " + say("{n} answers", n=say.number(band.respondents))
        if band.source:
            remark += f" [@{band.source}]"
        amounts = words.band_amounts(band, say) + ", " + words.period_word(band, say)
        rows.append((band.label or say.country_name(band.country), amounts, remark))
    return Grid((say("Who and where"), say("Amount"), say("Date and basis")), tuple(rows), least=70)


def _related(section: m.Section, say: Say) -> list[Block]:
    titles = (say("Career"), say("Core focus"), say("Key tools"), say("Pay against this"), say("Entry"))
    rows = tuple(
        (
            entry.name,
            entry.focus,
            ", ".join(entry.tools),
            words.pay_word(entry.pay, say),
            words.entry_word(entry.entry, say),
        )
        for entry in section.related
    )
    texts = tuple((entry.name, entry.text) for entry in section.related if entry.text)
    return [Grid(titles, rows, least=84), Bullets(texts, "none")]


def _cost(cost: m.Cost, say: Say) -> str:
    if cost.currency is None:
        months = say("{low} to {high} months", low=say.number(cost.low), high=say.number(cost.high))
        return months if cost.low != cost.high else say.count("{n} month", "{n} months", int(cost.low))
    if cost.high == 0:
        return say("free")
    if cost.low == cost.high:
        return say.money(cost.low, cost.currency)
    return say("{low} to {high}", low=say.money(cost.low, cost.currency), high=say.money(cost.high, cost.currency))


def _cost_remark(cost: m.Cost, say: Say) -> str:
    basis = f"[@{cost.source}]" if cost.source else f"({words.basis_word(cost.basis, say)})"
    country = say.country_name(cost.country) + ". " if cost.country and cost.country != "world" else ""
    return f"{country}{cost.text} {basis}".strip()


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


def _brief(role: m.Role, say: Say) -> list[Block]:
    """One screen: what it is, what it pays, what speaks for and against it."""
    parts = {section.id: section for section in role.sections}
    blocks: list[Block] = [Heading(role.name, 1), Prose(role.summary)]
    if glance := parts.get("at-a-glance"):
        blocks.append(Facts(_badges(glance, say)))
    if pay := parts.get("pay"):
        first: dict[str, m.PayBand] = {}
        for band in pay.bands:
            first.setdefault(band.country, band)
        rows = tuple(
            (
                say.country_name(band.country),
                f"{words.band_amounts(band, say)}, {words.period_word(band, say)}, {say.date(band.reference)}"
                + (f" [@{band.source}]" if band.source else f", {words.basis_word(band.basis, say)}"),
            )
            for band in list(first.values())[:3]
        )
        blocks.append(Facts(rows))
    if both := parts.get("pros-cons"):
        pros, cons = (tuple((item.name, "") for item in items[:4]) for items in (both.pros, both.cons))
        blocks.append(Pair(say("For"), Bullets(pros, "plus"), say("Against"), Bullets(cons, "minus")))
    return blocks
