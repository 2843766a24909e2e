"""The page of what careers pay."""

from careercli.core.careers.model import Group, PayBand, Rating
from careercli.core.careers.reports import Report
from careercli.core.pay.reports import SalaryReport, SalarySheet
from careercli.core.text.page import Block, Bullets, Facts, Grid, Heading, Page, Prose, Range, Ranges, map_texts
from careercli.locale import Say, words
from careercli.pages.groups import legend, titled
from careercli.pages.show import band_grid, rating_grid

POINTS = ("p10", "p25", "p50", "p75", "p90")


def lay_out(report: Report, say: Say) -> Page:
    """One career with all its figures, or several over one axis."""
    assert isinstance(report, SalaryReport)
    blocks: list[Block] = []
    if len(report.sheets) > 1:
        blocks += _together(report.sheets, say)
    for sheet in report.sheets:
        blocks += _sheet(sheet, say, alone=len(report.sheets) == 1)
    lines = tuple((f"[{source.number}]", words.source_line(source, say)) for source in report.sources)
    if lines:
        blocks += [Heading(say("Sources"), 2), Facts(lines)]
    references = words.references_of(report.sources, say)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, references, say))


def _together(sheets: tuple[SalarySheet, ...], say: Say) -> list[Block]:
    rows = tuple(drawn for sheet in sheets if (drawn := _range(sheet, say)))
    blocks: list[Block] = [Heading(say("Official wages over one axis, gross a year"), 1)]
    lacking = [sheet.name for sheet in sheets if _range(sheet, say) is None]
    if rows:
        blocks.append(Ranges(rows))
    groups = {sheet.name: (of,) for sheet in sheets if _range(sheet, say) and (of := _larger_group(sheet))}
    if remark := legend(groups, say):
        blocks.append(Prose(remark, quiet=True))
    if lacking:
        blocks.append(Prose(say("No full official wages by the year: {names}.", names=say.joined(lacking)), quiet=True))
    return blocks


def _range(sheet: SalarySheet, say: Say) -> Range | None:
    band = sheet.official
    if band is None or band.period != "year" or any(getattr(band, point) is None for point in POINTS):
        return None
    points = tuple(float(getattr(band, point)) for point in POINTS)
    ends = (say.money(points[0], band.currency), say.money(points[4], band.currency))
    text = say("median {amount}", amount=say.money(points[2], band.currency))
    return Range(words.marked(sheet.name, band.of), points, text, ends)  # type: ignore[arg-type]


def _sheet(sheet: SalarySheet, say: Say, *, alone: bool) -> list[Block]:
    blocks: list[Block] = [Heading(sheet.name, 1 if alone else 2)]
    drawn = _range(sheet, say)
    group = _larger_group(sheet)
    if group:
        text = say("This is the pay of a larger group, {group}: it is not published apart.", group=titled(group, say))
        blocks.append(Prose(text))
    if alone and drawn:
        label = group.title if group else ""
        blocks.append(Ranges((Range(label, drawn.points, drawn.text, drawn.ends),)))
    if sheet.ratings:
        blocks.append(Heading(say("Stars: pay against everybody employed, ten is the top 1%"), 3))
        grid = rating_grid if sheet.kind == "role" else _measured_grid
        blocks.append(grid(sheet.ratings, say))
        if any(rating.basis == "measured" for rating in sheet.ratings):
            blocks.append(Prose(words.measured_remark(say), quiet=True))
        if group:
            blocks.append(Prose(legend({sheet.name: (group,)}, say), quiet=True))
    if sheet.bands:
        blocks += [Heading(say("Figures, each with its source"), 3), band_grid(sheet.bands, say)]
    else:
        blocks.append(Prose(say("No wage is published for this occupation.")))
    if differences := _differences(sheet.bands, say):
        blocks += [Heading(say("Where sources disagree"), 3), Bullets(tuple(("", text) for text in differences))]
    return blocks


def _larger_group(sheet: SalarySheet) -> Group | None:
    """Whom the official wages count, where that is not the career itself."""
    of = sheet.official.of if sheet.official else None
    return None if of is None or of.own else of


def _measured_grid(ratings: tuple[Rating, ...], say: Say) -> Grid:
    """The stars of an occupation by level, as its wages measure them."""
    names = {"junior": say("junior"), "middle": say("middle"), "senior": say("senior"), "top": say("top")}
    rows = tuple(
        (
            names[rating.level],
            words.marked(say.money(rating.amount or 0, rating.currency or ""), rating.of),
            words.marked(words.stars(rating.stars, 10, say), rating.of),
        )
        for rating in ratings
    )
    countries = dict.fromkeys(say.country_name(rating.country, short=True) for rating in ratings if rating.country)
    measured = say("Measured, {country}", country=say.either(list(countries)))
    return Grid((say("Level"), say("Amount"), measured), rows, least=30)


def _differences(bands: tuple[PayBand, ...], say: Say) -> list[str]:
    """What the medians of the same country, currency and period say against the first of them."""
    texts = []
    first: dict[tuple[str, str, str, str], PayBand] = {}
    for band in bands:
        if band.p50 is None or band.level is not None:
            continue
        base = first.setdefault((band.country, band.currency, band.period, band.tax), band)
        if base is band or base.p50 is None or not base.p50:
            continue
        change = band.p50 / base.p50 - 1
        if abs(change) > 0.1:
            percent = say.number(abs(change) * 100)
            names = {"other": band.label or band.country, "base": base.label or base.country, "percent": percent}
            texts.append(
                say("{other} has a median {percent}% above that of {base}.", **names)
                if change > 0
                else say("{other} has a median {percent}% below that of {base}.", **names)
            )
    return texts
