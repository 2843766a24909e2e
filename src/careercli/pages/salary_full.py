"""The page of what careers pay in full: each figure with its source, here and elsewhere."""

from careercli.core.careers.model import Group, NeighbourPay, PayBand
from careercli.core.pay.bands import against_first, place_band
from careercli.core.pay.reports import SalaryReport, SalarySheet
from careercli.core.text.page import Block, Bullets, Facts, Heading, Labelled, Page, Prose, Range, Ranges, map_texts
from careercli.locale import Say, words
from careercli.locale.pay_words import median_sentences, no_wage_words, pay_here_words
from careercli.pages.bands import band_grid
from careercli.pages.contents import copies_in
from careercli.pages.groups import legend, titled
from careercli.pages.levels import Reader, rating_blocks
from careercli.pages.neighbour_pay import neighbour_blocks
from careercli.pages.pay_spans import is_placed
from careercli.pages.places import LocalSheet, lay_out_place, lay_out_together
from careercli.pages.salary_remarks import remarks_in_full

POINTS = ("p10", "p25", "p50", "p75", "p90")


def lay_out_full(report: SalaryReport, say: Say) -> Page:
    """One career with all its figures, or several over one axis."""
    blocks: list[Block] = []
    if len(report.sheets) > 1:
        if report.place:
            blocks += lay_out_together([_local(sheet) for sheet in report.sheets], report.place, say)
        blocks += _together(report.sheets, say)
    for sheet in report.sheets:
        blocks += _sheet(sheet, report, say)
    if rows := remarks_in_full(report, say):
        blocks.append(Labelled(tuple((label, Prose(text)) for label, text in rows)))
    lines = tuple((f"[{source.number}]", words.source_line(source, say)) for source in report.sources)
    if lines:
        blocks += [Heading(say("Sources"), 2), Facts(lines)]
    references = words.references_of(report.sources, say)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, references, say))


def _together(sheets: tuple[SalarySheet, ...], say: Say) -> list[Block]:
    rows = tuple(row for sheet in sheets for row in _ranges(sheet, say))
    blocks: list[Block] = [Heading(say("Official wages over one axis, gross a year"), 1)]
    lacking = [sheet.name for sheet in sheets if not _ranges(sheet, say)]
    if rows:
        blocks.append(Ranges(rows))
    groups = {sheet.name: counted for sheet in sheets if (counted := _counted(sheet))}
    if groups:
        blocks.append(Prose(legend(groups, say), quiet=True))
    if lacking:
        blocks.append(Prose(say("No full official wages by the year: {names}.", names=say.joined(lacking)), quiet=True))
    return blocks


def _local(sheet: SalarySheet) -> LocalSheet:
    return LocalSheet(sheet.name, sheet.places, own=sheet.official is not None)


def _ranges(sheet: SalarySheet, say: Say) -> tuple[Range, ...]:
    """The bar of a career's own official wages; else one of each neighbour's, by its title."""
    if sheet.official:
        return _bar(words.marked(sheet.name, sheet.official.of), sheet.official, say)
    return tuple(bar for pay in sheet.neighbours for bar in _neighbour_bars(sheet, pay, say))


def _neighbour_bars(sheet: SalarySheet, pay: NeighbourPay, say: Say) -> list[Range]:
    national = {band.occupation: band for band in sheet.bands if band.country == pay.country and band.place is None}
    found: list[Range] = []
    for wage in pay.occupations:
        label = say("{name} ≈ {occupation}", name=sheet.name, occupation=wage.of.title)
        found += _bar(label, national[wage.occupation], say)
    return found


def _bar(label: str, band: PayBand, say: Say) -> tuple[Range, ...]:
    if band.period != "year" or any(getattr(band, point) is None for point in POINTS):
        return ()
    points = tuple(float(getattr(band, point)) for point in POINTS)
    ends = (say.money(points[0], band.currency), say.money(points[4], band.currency))
    text = say("median {amount}", amount=say.money(points[2], band.currency))
    return (Range(label, points, text, ends),)  # type: ignore[arg-type]


def _sheet(sheet: SalarySheet, report: SalaryReport, say: Say) -> list[Block]:
    alone = len(report.sheets) == 1
    reader = Reader(say, report.country, sheet.expected_pay, copies=copies_in(report.sources))
    blocks: list[Block] = [Heading(sheet.name, 1 if alone else 2)]
    if alone and report.place and sheet.official and sheet.places:
        blocks += lay_out_place(sheet.places[0], say)
    elif alone and report.place:
        blocks += lay_out_together([_local(sheet)], report.place, say)
    if alone and sheet.places:
        blocks.append(Heading(say("Pay in the whole country"), 2))
    if sheet.here and not report.place:
        judged = f" ({say('our judgment')})" if sheet.here.basis == "expected" else ""
        told = f"{say.country_name(report.country)}{say.colon}{pay_here_words(sheet.here, say, alone=False)}{judged}"
        blocks.append(Prose(told))
    if sheet.median:
        blocks.append(Prose(median_sentences(sheet.median, say)))
    drawn, places = _ranges(sheet, say), _place_bands(sheet, say)
    group = _larger_group(sheet)
    if group:
        text = say("This is the pay of a larger group, {group}: it is not published apart.", group=titled(group, say))
        blocks.append(Prose(text))
    if alone and drawn:
        own = group.title if group else _where(sheet.official, say) if sheet.official else None
        local = _bar(places[0].label, places[0], say) if is_placed(sheet) else ()
        whole = tuple(Range(r.label if own is None else own, r.points, r.text, r.ends) for r in drawn)
        blocks.append(Ranges((*local, *whole)))
    blocks += rating_blocks(sheet.ratings, reader)
    if group and sheet.ratings:
        blocks.append(Prose(legend({sheet.name: (group,)}, say), quiet=True))
    blocks += neighbour_blocks(sheet.neighbours, say)
    if sheet.bands:
        blocks += [Heading(say("Figures, each with its source"), 3), band_grid((*places, *sheet.bands), reader)]
    else:
        blocks.append(Prose(no_wage_words(sheet.id, say)))
    if differences := _differences(sheet.bands, say):
        blocks += [Heading(say("Where sources disagree"), 3), Bullets(tuple(("", text) for text in differences))]
    return blocks


def _place_bands(sheet: SalarySheet, say: Say) -> tuple[PayBand, ...]:
    """The pay of a place, under the name of the place; that of a neighbour under its title too."""
    return tuple(
        place_band(
            pay, place if is_placed(sheet) else say("{occupation}, {place}", occupation=pay.of.title, place=place)
        )
        for pay in sheet.places
        for place in [(pay.wider or pay.place).name]
    )


def _where(band: PayBand, say: Say) -> str:
    """What the one bar of a page is, of where and when."""
    return ", ".join([say.country_name(band.country, short=True), say("gross a year"), say.date(band.reference)])


def _counted(sheet: SalarySheet) -> tuple[Group, ...]:
    """Whom the bars of a career count, where that is not the career itself."""
    if not sheet.official:
        return tuple(wage.of for pay in sheet.neighbours for wage in pay.occupations)
    larger = _larger_group(sheet)
    return (larger,) if larger else ()


def _larger_group(sheet: SalarySheet) -> Group | None:
    """Whom the official wages count, where that is not the career itself."""
    of = sheet.official.of if sheet.official else None
    return None if of is None or of.own else of


def _differences(bands: tuple[PayBand, ...], say: Say) -> list[str]:
    """What the medians under the title itself say against the first of their country, currency and period."""
    texts = []
    for band, base, change in against_first(bands):
        percent = say.number(abs(change) * 100)
        names = {"other": band.label or band.country, "base": base.label or base.country, "percent": percent}
        texts.append(
            say("{other} has a median {percent}% above that of {base}.", **names)
            if change > 0
            else say("{other} has a median {percent}% below that of {base}.", **names)
        )
    return texts
