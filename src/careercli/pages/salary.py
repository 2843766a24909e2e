"""The page of what careers pay: one screen, whose bars share an axis; in full with each figure and its source."""

from collections.abc import Sequence

from msgspec.structs import replace

from careercli.core.careers.reports import Report
from careercli.core.pay.reports import SalaryReport, SalarySheet
from careercli.core.text.page import Block, Facts, Heading, Labelled, Page, Prose, Span, Spans, map_texts
from careercli.core.text.plaintext import within_sentence
from careercli.locale import Say, words
from careercli.locale.pay_words import median_sentences, no_wage_words, pay_here_words
from careercli.pages.bands import nearest_bands
from careercli.pages.levels import Reader, median_aside, national_aside, place_aside
from careercli.pages.pay_spans import Axis, Drawn, drawn_of, end_of, is_placed, stars_at
from careercli.pages.places import LocalSheet, lay_out_together
from careercli.pages.salary_remarks import remarks

#: Figures that are told where none can be drawn.
MOST_TOLD = 6


def lay_out(report: Report, say: Say) -> Page:
    """One career or several on one screen; all figures, with their sources, where the report is in full."""
    assert isinstance(report, SalaryReport)
    if report.full:
        from careercli.pages.salary_full import lay_out_full  # a screen needs none of it

        return lay_out_full(report, say)
    many = len(report.sheets)
    drawn = [drawn_of(sheet, Reader(say, report.country, sheet.expected_pay), many) for sheet in report.sheets]
    alone = report.sheets[0] if len(report.sheets) == 1 else None
    blocks: list[Block] = [
        Heading(alone.name, 1, _aside(alone, report, say)) if alone else Heading(say("What they pay"), 1)
    ]
    blocks += _in_place(report, say)
    told = [_told(sheet, bars, report, say) for sheet, bars in zip(report.sheets, drawn, strict=True)]
    here = [sheet.median is not None for sheet in report.sheets]  # what is counted where the reader is comes first
    blocks += [block for first, those in zip(here, told, strict=True) if first for block in those]
    blocks += _axes(report.sheets, drawn, say)
    blocks += [block for first, those in zip(here, told, strict=True) if not first for block in those]
    rows = remarks(report, drawn, say)
    blocks += [Labelled(tuple((label, Prose(text)) for label, text in rows))] if rows else []
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, {}, say))


def _aside(sheet: SalarySheet, report: SalaryReport, say: Say) -> str:
    """Stars and money as on the card of the career; where a place is asked for of where they are."""
    if is_placed(sheet):
        return place_aside(sheet.places[0], say)
    if sheet.median:
        return national_aside(sheet.median, say)
    if sheet.kind == "role":
        aside, country = (pay_here_words(sheet.here, say), sheet.here.country) if sheet.here else ("", "")
    else:
        aside = median_aside(sheet.official, stars_at(sheet, "middle"), say)
        country = sheet.official.country if sheet.official else ""
    return f"{aside} ({say.country_name(country, short=True)})" if aside and country and report.place else aside


def _in_place(report: SalaryReport, say: Say) -> list[Block]:
    """The pay in a place, where no bar tells it: of several careers, or of the neighbours of one."""
    if report.place is None or (len(report.sheets) == 1 and report.sheets[0].official):
        return []
    local = [LocalSheet(sheet.name, sheet.places, own=sheet.official is not None) for sheet in report.sheets]
    return lay_out_together(local, report.place, say)


def _axes(sheets: Sequence[SalarySheet], drawn: Sequence[Sequence[Drawn]], say: Say) -> list[Block]:
    """All bars that are in one currency over one axis, under the name of their career where there are several."""
    axes: dict[Axis, list[Span]] = {}
    for sheet, bars in zip(sheets, drawn, strict=True):
        own: dict[Axis, list[Drawn]] = {}
        for one in bars:
            own.setdefault(one.axis, []).append(one)
        for axis, those in own.items():
            spans = [one.span for one in those] if len(sheets) == 1 else _named(sheet, those, say)
            axes.setdefault(axis, []).extend(spans)
    return [
        block
        for axis, spans in axes.items()
        for block in (Heading(axis.title(say), 3), Spans(tuple(spans), end_of(spans), axis.scale(end_of(spans), say)))
    ]


def _named(sheet: SalarySheet, bars: Sequence[Drawn], say: Say) -> list[Span]:
    """The bars of one of several careers: one by its name, more of them under it."""
    if len(bars) == 1:
        span = bars[0].span
        stage = f", {within_sentence(span.label)}" if bars[0].level else ""
        return [replace(span, label=f"{sheet.name}{stage}")]
    told = pay_here_words(sheet.here, say, alone=False) if sheet.here else ""
    return [Span(sheet.name, told), *(one.span for one in bars)]


def _told(sheet: SalarySheet, bars: Sequence[Drawn], report: SalaryReport, say: Say) -> list[Block]:
    """What is published of the reader's country where no bar is; without any bar what is published at all."""
    name: list[Block] = [Heading(sheet.name, 3)] if len(report.sheets) > 1 else []
    if sheet.median:
        why = [] if sheet.official else [Prose(no_wage_words(sheet.id, say))]
        return [*name, Prose(median_sentences(sheet.median, say)), *why]
    if any(one.axis.country == report.country for one in bars):
        return []
    bands = [band for band in nearest_bands(sheet.bands, report.country) if not bars or band.country == report.country]
    rows = tuple(
        (
            band.label or say.country_name(band.country),
            f"{words.band_amounts(band, say)}, {words.period_word(band, say)}, {say.date(band.reference)}",
        )
        for band in bands[:MOST_TOLD]
    )
    if rows:
        return [*name, Facts(rows)]
    return [] if bars else [*name, Prose(no_wage_words(sheet.id, say))]
