"""The card of a career: what it is, what it pays, how to get in, whom it suits, on one screen."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Literal, NamedTuple

from careercli.core.careers.model import PayBand, Role, Section
from careercli.core.careers.occupation import InterestProfile, Occupation, OfficialPay, Outlook
from careercli.core.careers.pay_here import find_pay_here
from careercli.core.careers.places import PlacePay
from careercli.core.careers.reports import OccupationReport, ShowReport
from careercli.core.text.page import Bar, Bars, Block, Heading, Labelled, Prose, Range, Ranges, Span, Spans
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say, words
from careercli.locale.pay_words import (
    median_words,
    pay_here_words,
    self_employed_words,
    terms_words,
    why_no_wage,
)
from careercli.locale.place_words import place_words
from careercli.locale.quiz_words import doing_words
from careercli.pages import levels
from careercli.pages.card_height import fits
from careercli.pages.levels import Reader
from careercli.pages.neighbour_pay import neighbour_line
from careercli.pages.way_in import guide_way_in, hard_words, sentences, way_in

#: The highest interest that an occupation can hold.
MOST_INTEREST = 7
#: So many of the things that speak against a career stand on its card.
MOST_HARD = 3
#: Interests that are named where there is no room for bars of all.
MOST_NAMED = 3
#: Percent by which jobs grow or shrink in ten years that fill a bar: six occupations in a hundred change by more.
FULL_GROWTH = 15.0
POINTS = ("p10", "p25", "p50", "p75", "p90")
_Row = tuple[str, Block]


def guide_card(report: ShowReport, reader: Reader) -> list[Block]:
    """The card of a guide, with as many starting points and stages of pay as there is room for.

    Of what there is no room for the day on which it was read goes first, then interests, as bars, then the strongest in
    words; then what is third of what is hard, names of neighbors, later stages, and starting points at last.
    """
    starts = range(len(report.role.time_to_enter), 0, -1) or range(1)
    rooms = [
        _Room(stages, count, hard, interests, whole)
        for count in starts
        for stages in (3, 2, 1)
        for whole in (True, False)
        for hard in (MOST_HARD, 2)
        for interests in ("bars", "words", "none")
    ]
    last = _Room(1, 0, 2, "none", whole=False)
    cards = (_guide_card(report, reader, room) for room in rooms)
    fitting = next((card for card in cards if fits(card, report.sources, reader.say)), None)
    return fitting or _guide_card(report, reader, last)


class _Room(NamedTuple):
    """For how much there is room: stages of pay, starting points, things that are hard, interests as bars or words.

    `whole`: each occupation whose pay is told is named.
    """

    stages: int
    starts: int
    hard: int
    interests: Literal["bars", "words", "none"]
    whole: bool


def _guide_card(report: ShowReport, reader: Reader, room: _Room) -> list[Block]:
    role, say = report.role, reader.say
    parts = {section.id: section for section in role.sections}
    badges = {badge.id: badge.text for badge in parts["at-a-glance"].badges} if "at-a-glance" in parts else {}
    pay = parts.get("pay")
    rows = _expected_rows(pay, reader, room) if pay else []
    if not rows:
        rows = _guide_pay(pay, reader) if pay else []
        if glance := levels.glance_known(parts.get("at-a-glance"), reader):
            rows.append((say("By level"), Prose(glance)))
    rows += _measured_rows(report.measured, say)
    rows += _told(role, parts, badges, say, room)
    rows += _interest_rows(report.measured, say, bars=room.interests == "bars") if room.interests != "none" else []
    aside = _guide_aside(pay, reader) if pay else ""
    return [Heading(role.name, 1, aside), Prose(role.summary), Labelled(tuple(rows))]


def _told(role: Role, parts: Mapping[str, Section], badges: Mapping[str, str], say: Say, room: _Room) -> list[_Row]:
    """The rows that a guide tells in words."""
    told = [
        (say("Getting in"), guide_way_in(role, say, room.starts)),
        (say("Day to day"), sentences([badges.get("hours"), badges.get("place")])),
        (say("What is hard"), sentences([hard_words(role, room.hard)])),
        (say("Not for you if"), sentences([_against(parts, say)])),
    ]
    return [(label, Prose(text)) for label, text in told if text]


class Fold(IntEnum):
    """What the card of an occupation gives up for a screen, the least of it first; each gives up those before it."""

    NOTHING = 0
    REMARKS = 1
    BARS = 2
    LIKES = 3
    SETTING = 4
    HARD = 5


def sheet_card(report: OccupationReport, say: Say, fold: Fold = Fold.NOTHING) -> list[Block]:
    """The card of an occupation, without its name."""
    occupation = report.occupation
    rows = _official_pay(occupation.pay, report, say, short=fold > Fold.NOTHING) if occupation.pay else []
    if not rows and (why := why_no_wage(occupation.id, say)):
        rows.append((say("Pay"), Prose(why, quiet=True)))
    if median := occupation.median_in(report.reader_country):
        abroad = [] if fold > Fold.NOTHING else _paid_abroad(occupation, say)
        unpaid: list[_Row] = [("", block) for _, block in rows] if occupation.pay is None else []
        rows = [(say("Pay"), Prose(capitalized(median_words(median, say)))), *unpaid, *abroad]
    if report.place:
        nationally = [(label and say("Whole country"), block) for label, block in rows]
        rows = [(say("Pay"), Prose(_place_pay(report.place, say))), *nationally]
    rows += _measured_rows(occupation, say)
    hard = say("What is hard")
    conditions = ", ".join(condition.name for condition in occupation.conditions)
    told = [
        (say("Getting in"), way_in(report, say)),
        (say("Day to day"), occupation.setting if fold < Fold.SETTING else ""),
        (hard, (occupation.hard or conditions) if fold < Fold.HARD else ""),
        (say("Who likes it"), occupation.likes if fold < Fold.LIKES else ""),
    ]
    rows += [(label, Prose(text)) for label, text in told if text]
    rows += _interest_rows(occupation, say, bars=fold < Fold.BARS)
    return [Labelled(tuple(rows))] if rows else []


def _place_pay(pay: PlacePay, say: Say) -> str:
    """The median where somebody lives, or of the wider place that has one."""
    there = place_words(pay.wider or pay.place, say)
    median = say("median {amount}", amount=say.money(pay.p50 or 0, pay.currency))
    whom = "" if pay.of.own else " " + say("This is of a larger group, {group}.", group=say.quoted(pay.of.title))
    told = f"{median} {say('gross')} {say('a year')}, {say.date(pay.reference)} [@{pay.source}]{whom}"
    return f"{there}{say.colon}{told}"


def _paid_abroad(occupation: Occupation, say: Say) -> list[_Row]:
    """The median of the atlas in a line, for a reader whose own country has one."""
    wage = occupation.pay
    if wage is None or wage.p50 is None:
        return []
    median = words.marked(say("median {amount}", amount=say.money(wage.p50, wage.currency)), wage.of)
    told = f"{median} {terms_words(wage.tax, wage.period, say)}, {say.date(wage.reference)} [@{wage.source}]"
    return [(say.country_name(wage.country, short=True), Prose(told, quiet=True))]


def shown_elsewhere(report: OccupationReport, say: Say) -> str:
    """That we have no pay of the reader's country; empty where there is some."""
    occupation = report.occupation
    if report.reader_country in ("", occupation.country) or occupation.median_in(report.reader_country):
        return ""
    here, there = say.the_country(report.reader_country), say.the_country(occupation.country)
    if report.reader_country in occupation.medians:
        return say("there is no official pay of it for {country}: this is for {shown}", country=here, shown=there)
    return say(
        "this program has no official pay by occupation for {country} yet: this is for {shown}",
        country=here,
        shown=there,
    )


def sheet_aside(report: OccupationReport, say: Say) -> str:
    """The stars of its median and the money, as one sees them beside its name; of where, if not of the reader."""
    occupation = report.occupation
    if report.place:
        return levels.place_aside(report.place, say)
    if median := occupation.median_in(report.reader_country):
        return levels.national_aside(median, say)
    aside = levels.median_aside(occupation.pay, occupation.stars.get("p50"), say)
    elsewhere = aside and report.reader_country not in ("", occupation.country)
    return f"{aside} ({say.country_name(occupation.country, short=True)})" if elsewhere else aside


def _official_pay(wage: OfficialPay, report: OccupationReport, say: Say, *, short: bool) -> list[_Row]:
    """The range of official pay; under it where and of when it is, whom it counts, whose figures we have not yet."""
    points = [getattr(wage, point) for point in POINTS]
    where = f"{say.country_name(wage.country, short=True)}, {say.date(wage.reference)}"
    remarks = [f"{say('gross')} {levels.span_of_time(wage.period, say)}, {where} [@{wage.source}]"]
    if not wage.of.own:
        remarks.append(say("of a larger group, {group}", group=say.quoted(wage.of.title)))
    if left_out := report.occupation.many_self_employed:
        remarks.append(self_employed_words(left_out, say) + (f" [@{left_out.source}]" if left_out.source else ""))
    if elsewhere := shown_elsewhere(report, say):
        none_yet = say("there is none for {country}", country=say.the_country(report.reader_country))
        if report.reader_country not in report.occupation.medians:
            none_yet = say("not yet in this program for {country}", country=say.the_country(report.reader_country))
        remarks.append(none_yet if short else elsewhere)
    if all(value is not None for value in points):
        return _range(points, wage.currency, say.semicolon.join(remarks), say)
    known = wage.p50 if wage.p50 is not None else wage.mean
    if known is None:
        return []
    middle = say("median {amount}", amount=say.money(known, wage.currency))
    if wage.p50 is None:
        middle = say("mean {amount}", amount=say.money(known, wage.currency))
    return [(say("Pay"), Prose(f"{middle}, {say.semicolon.join(remarks)}"))]


def _range(points: list[float], currency: str, remark: str, say: Say) -> list[_Row]:
    """A range whose ends say what they are, and under it whom it counts, of where and when."""
    low, middle, high = (say.money(points[n], currency) for n in (0, 2, 4))
    ends = say("1 in 10 below {amount}", amount=low), say("1 in 10 above {amount}", amount=high)
    drawn = Range("", tuple(points), say("median {amount}", amount=middle), ends)  # type: ignore[arg-type]
    told = f"{remark}{say.semicolon}{say('thick: the middle half')}"
    return [(say("Pay"), Ranges((drawn,))), ("", Prose(told, quiet=True))]


def _expected_rows(pay: Section, reader: Reader, room: _Room) -> list[_Row]:
    """What one may expect in the reader's country, and the official pay of all who do it, or of the neighbours."""
    say = reader.say
    if not reader.expects(room.stages):
        return []
    official = _official_band(pay, reader)
    if official and len(groups := reader.expected_spans(room.stages)) == 1:  # one axis for all
        spans = (*groups[0], _official_span(official, pay, reader))
        drawn = Spans(spans, max(span.points[-1] for span in spans))
        median = say("employees: median {amount}", amount=say.money(official.p50 or 0, official.currency))
        whom = f"{median}, {_where(official, reader)}"
        return [(say("Pay"), drawn), ("", Prose(levels.judged_words(say), quiet=True)), ("", Prose(whom, quiet=True))]
    blocks = levels.expected_blocks(reader, room.stages)
    rows: list[_Row] = [("" if n else say("Pay"), block) for n, block in enumerate(blocks)]
    near = [near for near in pay.neighbours if near.country == reader.country]
    told = (neighbour_line(pay, say, whole=room.whole) for pay in near)
    return [*rows, *((say("Nearest title"), Prose(line, quiet=True)) for line in told)]


def _guide_pay(pay: Section, reader: Reader) -> list[_Row]:
    """What is known of the reader's country under the title, best as a range; else of the neighbours, or elsewhere."""
    say = reader.say
    if band := _official_band(pay, reader):
        cited = f"{words.period_word(band, say)}, {_where(band, reader)}"
        return _range([getattr(band, point) for point in POINTS], band.currency, cited, say)
    bands = [band for band in pay.bands if band.counts == "title" and band.level is None]
    here = [band for band in bands if band.country == reader.country]
    near = [neighbour_line(neighbour, say) for neighbour in pay.neighbours if neighbour.country == reader.country]
    told = [_band_line(here[0], reader)] if here else []
    if not told and not near:
        told = [_band_line(band, reader) for band in bands[:1]]
    return [(say("Pay"), Prose(say.semicolon.join([*told, *near])))] if told or near else []


def _official_band(pay: Section, reader: Reader) -> PayBand | None:
    """The five percentiles of the title in the reader's country, best official ones; None where some are missing."""
    bands = [
        band
        for band in pay.bands
        if (band.counts, band.level, band.country) == ("title", None, reader.country)
        and all(getattr(band, point) is not None for point in POINTS)
    ]
    return min(bands, key=lambda band: (band.place is not None, band.basis != "official"), default=None)


def _official_span(band: PayBand, pay: Section, reader: Reader) -> Span:
    """The five percentiles as a bar with its ends, and the stars of the median."""
    points = tuple(getattr(band, point) for point in POINTS)
    ends = reader.say.money(points[0], band.currency), reader.say.money(points[-1], band.currency)
    here = find_pay_here(pay.ratings, reader.expected, reader.country)
    stars = here.stars if here and here.basis == "measured" else None
    return Span(reader.say("Employees"), words.span(*ends, reader.say), points, ends, aside=levels.stars_word(stars))


def _band_line(band: PayBand, reader: Reader) -> str:
    say = reader.say
    return f"{words.band_amounts(band, say)}, {words.period_word(band, say)}, {_where(band, reader)}"


def _where(band: PayBand, reader: Reader) -> str:
    """Where a band holds, of when it is, what it rests on."""
    country = reader.say.country_name(band.country, short=True)
    where = [band.place or country, reader.dated(band.reference), *reader.how_many(band.respondents)]
    source = f" [@{band.source}]" if band.source else f" ({words.basis_word(band.basis, reader.say)})"
    return ", ".join(where) + source


def _guide_aside(pay: Section, reader: Reader) -> str:
    """Stars and their money where the reader is, as the lists have them; what is our judgement says so."""
    here = find_pay_here(pay.ratings, reader.expected, reader.country)
    return pay_here_words(here, reader.say) if here else ""


def _measured_rows(occupation: Occupation | None, say: Say) -> list[_Row]:
    """How the number of jobs is projected to change, beside that of all occupations."""
    outlook = occupation.outlook if occupation else None
    if occupation is None or outlook is None or outlook.growth_percent is None:
        return []
    return [
        (say("Jobs"), growth_bars(outlook, outlook.growth_percent, say)),
        ("", Prose(_counted(outlook, occupation.country, say), quiet=True)),
    ]


def growth_bars(outlook: Outlook, growth: float, say: Say) -> Bars:
    """How jobs are projected to change, here and in all occupations, on one scale for all careers."""
    everybody = outlook.all_growth_percent
    bars = [Bar(say("this one"), growth / FULL_GROWTH, words.marked(say.percent(growth), outlook.of))]
    if everybody is not None:
        bars.append(Bar(say("all careers"), everybody / FULL_GROWTH, say.percent(everybody)))
    return Bars(tuple(bars), across=2, both_ways=True)


def _counted(outlook: Outlook, country: str, say: Say) -> str:
    """Where a projection holds, its years, and the openings that it foresees."""
    where = say.country_name(country, short=True)
    told = say("projected, {country}, {start} to {end}", country=where, start=outlook.from_year, end=outlook.to_year)
    if outlook.openings_per_year:
        told += ", " + say("{openings} openings a year", openings=say.number(outlook.openings_per_year))
    return f"{told} [@{outlook.source}]"


def _interest_rows(occupation: Occupation | None, say: Say, *, bars: bool = True) -> list[_Row]:
    """All six types of interest as bars, or the strongest ones in words."""
    if occupation is None or occupation.interests is None:
        return []
    if not bars:
        rated = {doing: getattr(occupation.interests, letter) for letter, doing in doing_words(say).items()}
        strongest = sorted(rated, key=lambda doing: -rated[doing])[:MOST_NAMED]
        first, *others = (f"{doing} {say.number(rated[doing], 1)}" for doing in strongest)
        return [(say("Interests"), Prose(capitalized(", ".join([say("{rated} of 7", rated=first), *others]))))]
    return [(say("Interests /7"), interest_bars(occupation.interests, words.interest_names(say), say, across=2))]


def interest_bars(profile: InterestProfile, names: dict[str, str], say: Say, *, across: int = 1) -> Bars:
    """The six types of interest as bars, each in its hue."""
    values = [(name, float(getattr(profile, letter))) for letter, name in names.items()]
    bars = (Bar(name, value / MOST_INTEREST, say.number(value, 1), hue) for hue, (name, value) in enumerate(values))
    return Bars(tuple(bars), across)


def _against(parts: Mapping[str, Section], say: Say) -> str:
    """What those say who had better stay away."""
    statements = parts["fit"].statements if "fit" in parts else ()
    against = [statement.text for statement in statements if statement.direction == "against"]
    return say("you say {words}", words=say.quoted(against[0])) if against else ""
