"""What must be said of the pay on one screen: how sure it is, where sources disagree, what stars are, whose it is."""

from collections.abc import Sequence

from careercli.core.careers.model import Group, Rating
from careercli.core.careers.places import PlacePay
from careercli.core.pay.bands import against_first
from careercli.core.pay.reports import SalaryReport, SalarySheet
from careercli.locale import Say
from careercli.locale.pay_words import self_employed_words
from careercli.locale.place_words import only_median_words
from careercli.locale.words import MARK, short_place, span
from careercli.pages.groups import legend, titled
from careercli.pages.levels import stars_word
from careercli.pages.pay_spans import POINTS, Drawn, is_placed, stars_at

Remark = tuple[str, str]
MONTHS = 12.0


def remarks(report: SalaryReport, drawn: Sequence[Sequence[Drawn]], say: Say) -> list[Remark]:
    """Labels and sentences, in the order in which they matter."""
    bars = [one for of_one in drawn for one in of_one]
    alone = report.sheets[0] if len(report.sheets) == 1 else None
    found = []
    found += _spread(alone, bars, say) if alone else []
    found += _shorter(alone, report, say) if alone else []
    found.append((say("How sure"), " ".join(_sure(report, drawn, say))))
    if alone:
        found.append((say("Other counts"), _differences(alone, report.country, say)))
        found.append((say("Top"), _top(alone.ratings, bars, say)))
    if any("★" in one.span.aside for one in bars):
        text = say("★\u00a04: above half of all employees; ★\u00a06: above 80%; ★\u00a010: above 99%.")
        found.append((say("Stars"), text))
    found.append((say("Source"), _sources(report, bars, say)))
    return [(label, text) for label, text in found if text]


def remarks_in_full(report: SalaryReport, say: Say) -> list[Remark]:
    """What of it no table of all figures says: pay by the hour or the month, and whom official wages count."""
    alone = report.sheets[0] if len(report.sheets) == 1 else None
    found = _shorter(alone, report, say) if alone else []
    official = [sheet for sheet in report.sheets if sheet.official]
    counted = [*_counted_here(report), *_counted(official, report, say)]
    return [*found, *([(say("How sure"), " ".join(counted))] if counted else [])]


def _spread(sheet: SalarySheet, bars: Sequence[Drawn], say: Say) -> list[Remark]:
    """What is to be said of the bars of all who do it: of the place that is asked for, and of the quarters."""
    if sheet.official is None or sheet.median:  # of another country the bar is enough
        return []
    placed = is_placed(sheet)
    found = {bars[0].span.label: [_place(sheet.places[0], say)]} if placed else {}
    if spread := next((one for one in bars if len(one.span.points) == len(POINTS)), None):
        stars = not (placed and spread is bars[0])
        found.setdefault(spread.span.label, []).append(_quarters(sheet, spread, say, stars=stars))
    return [(label, " ".join(texts)) for label, texts in found.items()]


def _shorter(sheet: SalarySheet, report: SalaryReport, say: Say) -> list[Remark]:
    """What a year's pay is for as long as the reader's country tells it: by the month, or by the hour."""
    band, here = sheet.official, sheet.here
    if sheet.median:  # which tells it so
        return []
    label, parts = (
        (say("By the month"), MONTHS) if report.told_by == "month" else (say("By the hour"), report.hours_a_year)
    )
    if is_placed(sheet) and band and band.p50:
        local = sheet.places[0]
        text = say(
            "About {amount} gross at the median in {place}, full-time; {national} nationwide.",
            amount=_part(local.p50 or 0, parts, local.currency, say),
            place=short_place((local.wider or local.place).name),
            national=_part(band.p50, parts, band.currency, say),
        )
        return [(label, text)]
    if here and here.basis == "expected" and here.low and here.high:
        ends, currency, whose = [here.low, here.high], here.currency or "", say("in year five")
    elif band and band.period == "year" and band.p50:
        ends, currency, whose = [band.p50], band.currency, say("at the median")
    else:
        return []
    if report.place:
        whose = say("{whose}, nationwide", whose=whose)
    amounts = [_part(end, parts, currency, say) for end in ends]
    return [
        (label, say("About {amount} gross {whose}, full-time.", amount=span(amounts[0], amounts[-1], say), whose=whose))
    ]


def _part(yearly: float, parts: float, currency: str, say: Say) -> str:
    """A pay a year by the hour, to the cent, or by the month, to the hundred: no month is paid to the unit."""
    return say.money(round(yearly / parts, -2 if parts == MONTHS else 2), currency)


def _quarters(sheet: SalarySheet, spread: Drawn, say: Say, *, stars: bool) -> str:
    """What a bar shows, and what bounds its quarters, with stars where these are of the whole country."""

    def told(point: int, level: str) -> str:
        rated = stars_word(stars_at(sheet, level)) if stars else ""
        return say.money(spread.span.points[point], spread.axis.currency) + (f" ({rated})" if rated else "")

    return say(
        "A quarter earns less than {low}, a quarter more than {high}; "
        "one in ten earns less than {least}, one in ten more than {most}.",
        low=told(1, "junior"),
        high=told(3, "senior"),
        least=say.money(spread.span.points[0], spread.axis.currency),
        most=say.money(spread.span.points[-1], spread.axis.currency),
    )


def _place(pay: PlacePay, say: Say) -> str:
    """Whose figure it is, what its stars are, how many do it there."""
    there = pay.wider or pay.place
    told = only_median_words(pay, say)
    if pay.wider:
        text = say("{place} publishes no figure for it: this is {wider}.", place=pay.place.name, wider=pay.wider.name)
        told.append(text)
    if pay.stars is not None:
        stars = stars_word(pay.stars)
        among = say("{stars} among all who are employed in {place}", stars=stars, place=there.name)
        if pay.at_least:
            among = say("{among}, or more: above the highest tenth nothing finer is published", among=among)
        told.append(f"{among}.")
    if pay.employment is not None:
        told.append(say.count("{n} employee there.", "{n} employees there.", pay.employment))
    if pay.thin:
        told.append(say("A thin figure: it rests on few answers, and may be off by a fifth or more."))
    return " ".join(told)


def _sure(report: SalaryReport, drawn: Sequence[Sequence[Drawn]], say: Say) -> list[str]:
    """Who is counted, what ≈ means, what is our judgment, and whether the figures are of another country."""
    bars = [one for of_one in drawn for one in of_one]
    own = any(one.level is None and not one.group for one in bars)
    bases = {one.basis for one in bars if one.level is not None}
    judged, published = "editorial" in bases, bool(bases - {"editorial"})
    told = _groups(report, drawn, say)
    official = [
        sheet
        for sheet, its in zip(report.sheets, drawn, strict=True)
        if sheet.official and any(one.level is None for one in its)
    ]
    told += [*_counted_here(report), *_counted(official, report, say)]
    if own and not bases:
        told.append(say("Nobody counts by years of experience."))
    elif judged:
        told.append(say("The levels are our judgment."))
    if published:
        told.append(say("The levels are what surveys, pay records or recruiters publish under this title."))
    return [*filter(None, told), *_elsewhere(report, drawn, say)]


def _counted_here(report: SalaryReport) -> list[str]:
    """Whom the medians of a country count that has but these."""
    return [report.median_counts] if report.median_counts and any(sheet.median for sheet in report.sheets) else []


def _counted(sheets: Sequence[SalarySheet], report: SalaryReport, say: Say) -> list[str]:
    """Whom the official wages of some careers count, and those whom they leave out, where they are many."""
    told = [report.counts] if sheets else []
    for sheet in sheets:
        if sheet.self_employed:
            text = self_employed_words(sheet.self_employed, say)
            told.append(f"{sheet.name}{say.colon}{text}." if len(report.sheets) > 1 else f"{text}.")
    return told


def _groups(report: SalaryReport, drawn: Sequence[Sequence[Drawn]], say: Say) -> list[str]:
    """Whom the marked figures count; of one career that it is not counted itself."""
    groups: dict[str, list[Group]] = {}
    for sheet, bars in zip(report.sheets, drawn, strict=True):
        if counted := list(dict.fromkeys(one.group for one in bars if one.group)):
            groups[sheet.name] = counted
    if len(report.sheets) > 1:
        return [legend(groups, say)] if groups else []
    sheet, bars = report.sheets[0], drawn[0]
    if sheet.official and groups:
        text = "{mark} is the pay of a larger group, {group}: it is not published apart."
        return [say(text, mark=MARK, group=titled(groups[sheet.name][0], say))]
    if groups:
        return [say("Nobody counts this career itself: {mark} is the pay of the nearest that are counted.", mark=MARK)]
    official = any(band.basis == "official" and band.country == report.country for band in sheet.bands)
    if sheet.kind == "occupation" or official or not bars:
        return []
    return [
        say("This program has no official figure for this career: {country}.", country=say.country_name(report.country))
    ]


def _elsewhere(report: SalaryReport, drawn: Sequence[Sequence[Drawn]], say: Say) -> list[str]:
    """That official figures are of another country than the reader's, where that has none."""
    shown: dict[str, None] = {}
    for sheet, bars in zip(report.sheets, drawn, strict=True):
        if not sheet.median and report.country not in {band.country for band in sheet.bands}:
            shown |= dict.fromkeys(one.axis.country for one in bars if one.level is None)
    if not shown or not report.country:
        return []
    return [
        say(
            "This program has no official pay by occupation for {country} yet: the figures here are for {shown}.",
            country=say.the_country(report.country),
            shown=say.joined([say.the_country(country) for country in shown]),
        )
    ]


def _differences(sheet: SalarySheet, country: str, say: Say) -> str:
    """By how much other medians of the reader's country lie above or below the first."""
    apart = [(band, base, change) for band, base, change in against_first(sheet.bands) if band.country == country]
    first = apart[0][1] if apart else None
    same = [(band.label or band.country, change) for band, base, change in apart if base is first]
    told = [f"{say.percent(change * 100, 0)} ({label})" for label, change in same]
    if first is None or first.basis == "official":
        return say("the median is {changes}", changes=", ".join(told)) if told else ""
    return say("{others} beside {base}", others=", ".join(told), base=first.label or first.country)


def _top(ratings: Sequence[Rating], bars: Sequence[Drawn], say: Say) -> str:
    """What the top of a career is called, whose bar is no salary that anybody counted."""
    drawn = any(one.level == "top" for one in bars)
    label = next((rating.label for rating in ratings if (rating.basis, rating.level) == ("editorial", "top")), "")
    return say("{label}; its bar is what its stars stand for.", label=label) if drawn and label else ""


def _sources(report: SalaryReport, bars: Sequence[Drawn], say: Say) -> str:
    """Who publishes what is drawn, and of when it is; where the rest stands."""
    publishers = {source.id: source.publisher for source in report.sources}
    medians = [sheet.median for sheet in report.sheets if sheet.median]  # which have their date beside them
    told = [publishers[median.source] for median in medians if median.source in publishers]
    told += [f"{publishers[one.source]}, {say.date(one.reference)}" for one in bars if one.source in publishers]
    shown = {one.source for one in bars} | {source for one in medians for source in (one.source, *one.today_sources)}
    rest = publishers.keys() - shown
    if not told:
        return say("`--full` has what is published, with its sources.") if rest else ""
    return say.semicolon.join([*dict.fromkeys(told), *([say("others")] if rest else [])])
