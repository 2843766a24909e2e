"""The page of a list of occupations."""

from collections.abc import Iterator, Sequence

from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.reports import AtlasReport, Report
from careercli.core.text.page import Grid, Heading, Page, Prose, Remarks
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.pay_words import reckoned_words
from careercli.pages.list import (
    LEAST_FOCUS,
    LEAST_NAME,
    asked_cells,
    asked_titles,
    room_for_names,
    share_of,
    starred,
    stars_remark,
    unsure_remark,
)

#: Names that take so many letters more than they may be cut to leave no room for what the work is.
LONGER = 2
#: Of more rows what their signs say comes first: nobody sees both.
LONG = 40
#: The columns that may be left out, unless they are asked for.
_COLUMN_OF = {"growth": 4, "entry": 5}
#: What is asked for that is told in words.
_IN_WORDS = ("level", "years")


def lay_out(report: Report, say: Say) -> Page:
    """One occupation a row, with its official figures."""
    assert isinstance(report, AtlasReport)
    if not report.cards:
        return Page((Prose(say("No occupation fits.")),))
    titles = (
        say("Occupation"),
        say("Code"),
        "★",
        _pay_title(report, say),
        say("Growth"),
        words.in_country(say("Zone"), report.classified_in, say),
        say("Interests"),
        *_asked_titles(report, say),
        say("The work"),
    )
    rows = tuple(
        (
            _name(card, report, say),
            card.id,
            words.marked(starred(card.stars, at_least=card.at_least), card.of),
            _pay(card, report, say),
            words.marked("–" if card.growth_percent is None else say.percent(card.growth_percent), card.outlook_of),
            str(card.job_zone or "–"),
            card.interests or "–",
            *_asked(card, report, say),
            card.summary,
        )
        for card in report.cards
    )
    shown = say.count("{n} occupation", "{n} occupations", len(rows))
    unsure = any(card.unknown for card in report.cards)
    shown = words.shown_of(shown, len(rows), report.fitting, report.total - report.folded, say, unsure=unsure)
    if report.folded:
        shown = say("{shown} ({n} with all of their groups)", shown=shown, n=say.number(report.fitting + report.folded))
    always = f"{shown}.", *report.footnotes, unsure_remark(report.cards, say).strip(), *_name_remarks(report, say)
    foot = Remarks((*((text, ()) for text in always if text), *_remarks(report, rows, say)))
    grid = _grid(titles, rows, report)
    told = (foot, grid) if len(rows) > LONG else (grid, foot)
    return Page((Heading(_title(report, say), 1, _whose(report, say)), *told))


def _name(card: OccupationCard, report: AtlasReport, say: Say) -> str:
    """A name with its marks."""
    return words.marked_name(
        card.name,
        say,
        unsure=bool(card.unknown),
        hidden=card.hidden,
        abroad=_is_abroad(card, report, say),
        kin=len(card.kin),
    )


def _is_abroad(card: OccupationCard, report: AtlasReport, say: Say) -> bool:
    """Whether the reader's country has no such trade."""
    return bool(card.nearest_here) and report.reader_country == say.country


def _name_remarks(report: AtlasReport, say: Say) -> Iterator[str]:
    """What the marks of names say."""
    if kin := next((len(card.kin) for card in report.cards if card.kin), 0):
        yield say.count(
            "(+{n}): one more has but these figures, those of its group; `--format plain` names it.",
            "(+{n}): {n} more have but these figures, those of their group; `--format plain` lists them.",
            kin,
        )
    if any(card.at_least for card in report.cards):
        yield say("7+: seven or more, for nothing finer is published above the best-paid tenth there.")
    if any(_is_abroad(card, report, say) for card in report.cards):
        yield say("{mark}: does not exist under this name in your country.", mark=say("(abroad)"))


def _pay_title(report: AtlasReport, say: Say) -> str:
    """What the amounts are, where they are not those of a year."""
    return say("Net a month") if _is_monthly(report) else say("Pay")


def _is_monthly(report: AtlasReport) -> bool:
    return any(card.reckoned for card in report.cards)


def _whose(report: AtlasReport, say: Say) -> str:
    """Where the figures are counted, as one sees it first."""
    country = say.country_name(report.country, short=True)
    if report.place:
        place = words.short_place(report.place.name)
        return say("pay: {place}; the rest: {country}", place=place, country=country)
    if report.wages and report.wages.country != report.country:
        place = say.country_name(report.wages.country, short=True)
        return say("pay: {place}; the rest: {country}", place=place, country=country)
    return say("figures: {country}", country=country)


def _asked_titles(report: AtlasReport, say: Say) -> Iterator[str]:
    """The titles of criteria that were asked for; of diplomas and studies with the country that asks for them."""
    asks = {"level": report.levels_in, "years": report.country}
    if report.reader_country in (report.levels_in, report.country):
        asks["years"] = ""
    for id_, title in zip(report.columns, asked_titles(report.columns, say), strict=True):
        country = asks.get(id_, "")
        yield words.in_country(title, "" if country == report.reader_country else country, say)


def _title(report: AtlasReport, say: Say) -> str:
    """What was asked for: what it is about and the conditions, in the reader's words."""
    asked = ", ".join([*report.about, *report.asked])
    return asked if report.about else say.colon.join(filter(None, [say("Occupations"), asked]))


def _remarks(report: AtlasReport, rows: Sequence[tuple[str, ...]], say: Say) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What the figures count, of where and when, and what signs say, each with the columns that it explains."""

    def with_sign(sign: str) -> tuple[int, ...]:
        return tuple(
            n for n, cells in enumerate(zip(*rows, strict=True)) if any(cell.startswith(sign) for cell in cells)
        )

    if others := with_sign(words.MARK):
        told = say("{mark}: of a larger group, for the occupation alone has no figure.", mark=words.MARK)
        if _is_monthly(report):
            told = say("{mark}: of a group of trades, or our estimate.", mark=words.MARK)
        yield told, others
    if report.place:
        yield say("★: pay among all who are employed there; ten is the top 1%."), (2,)
    else:
        yield stars_remark(say), (2,)
    country = say.country_name(report.country, short=True)
    if reckoned := next((card.reckoned for card in report.cards if card.reckoned), None):
        place, dated = (
            say.country_name(report.wages.country if report.wages else "", short=True),
            reckoned_words(reckoned, say),
        )
        text = "Pay: about the median of full-time employees, net a month, {place}; {dated}."
        yield say(text, place=place, dated=dated), (3,)
    elif report.wages and report.wages.country == report.country:
        place, date = report.place.name if report.place else country, say.date(report.wages.date)
        yield say("Pay: the median, gross a year, {place}, {date}.", place=place, date=date), (3,)
    if report.place:
        yield from ((text, (3,)) for text in _place_remarks(report, report.place.name, say))
    if report.outlook:
        years = {"start": report.outlook.from_year, "end": report.outlook.to_year}
        yield say("Growth: projected, {country}, {start} to {end}.", country=country, **years), (4,)
    if dashes := with_sign("–"):
        yield say("A dash: not published."), dashes


def _place_remarks(report: AtlasReport, name: str, say: Say) -> Iterator[str]:
    """Whose pay stands where a place publishes none, and what rests on little."""
    wider = next((card.place for card in report.cards if card.place and card.place != report.place), None)
    if wider:
        yield say(
            "{mark}: not published for {place}; this is that of {wider}.",
            mark=words.WIDER,
            place=name,
            wider=wider.name,
        )
    if any(card.thin for card in report.cards):
        yield say("{mark}: it rests on few answers.", mark=words.THIN)


def _grid(titles: tuple[str, ...], rows: tuple[tuple[str, ...], ...], report: AtlasReport) -> Grid:
    shares = tuple(share_of(card.stars) for card in report.cards)
    last, room = len(titles) - 1, room_for_names(row[0] for row in rows)
    figures = (n for n, id_ in enumerate(report.columns, 7) if id_ not in _IN_WORDS)
    right, long = (2, 3, 4, *figures), room > LEAST_NAME + LONGER
    asked = report.columns or not _COLUMN_OF.keys().isdisjoint(report.kept)
    return Grid(
        titles,
        rows,
        right=right,
        least=76,
        one_line=True,
        cut=((0, room), (last, LEAST_FOCUS)),
        extra=_not_asked((1, 5, 6), report),
        spare=_not_asked((last, 2, 4) if asked or long else (4, last, 2), report),
        meter=2,
        shares=shares,
    )


def _not_asked(order: tuple[int, ...], report: AtlasReport) -> tuple[int, ...]:
    """What may be left out, in that order: never what was asked for."""
    asked = {_COLUMN_OF[id_] for id_ in report.kept if id_ in _COLUMN_OF}
    return tuple(column for column in order if column not in asked)


def _asked(card: OccupationCard, report: AtlasReport, say: Say) -> Iterator[str]:
    """What was asked for, marked where people and openings are those of a larger group."""
    groups = {"employment": card.employment_of, "openings": card.outlook_of}
    for id_, cell in zip(report.columns, asked_cells(card, report.columns, say), strict=True):
        yield words.marked(cell, groups.get(id_))


def _pay(card: OccupationCard, report: AtlasReport, say: Say) -> str:
    """The median, marked where it counts a larger group, a wider place or few answers."""
    pay = "–" if card.median is None else say.money(card.median, card.currency or "")
    pay = f"{words.MARK}{NO_BREAK}{pay}" if card.reckoned else words.marked(pay, card.of)
    if card.place and card.place != report.place:
        pay += words.WIDER
    return pay + words.THIN if card.thin else pay
