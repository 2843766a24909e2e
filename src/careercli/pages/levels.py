"""Stars and money by level of experience."""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.core.careers.model import ExpectedPay, Group, Level, PayBand, Rating, Section, Stage
from careercli.core.careers.occupation import NationalMedian, OfficialPay
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.places import PlacePay
from careercli.core.pay.distribution import STAR_BOUNDS
from careercli.core.text.dates import OLD_YEARS
from careercli.core.text.page import Block, Bullets, Grid, Heading, Prose, Span, Spans
from careercli.core.text.plaintext import capitalized
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.pay_words import terms_words
from careercli.pages.neighbour_pay import neighbour_line

#: The pay that our stars stand for is told in so many digits.
DIGITS = 3
#: Figures of fewer people than this say how many they are.
THIN = 30
#: The stars of the best-paid of a hundred.
BEST_STARS = 10


class Reader(NamedTuple):
    """To whom a career is told, and in which country; what one may expect to earn in it, anywhere; its id.

    `copies` are the sources that we read in a copy.
    """

    say: Say
    country: str
    expected: tuple[ExpectedPay, ...] = ()
    career: str = ""
    copies: frozenset[str] = frozenset()

    def expected_at(self, level: Level) -> ExpectedPay | None:
        """What one may expect to earn here at a level; None where the guide does not say."""
        stages = {"junior": "first", "middle": "fifth", "senior": "tenth"}
        here = (pay for pay in self.expected if pay.country == self.country)
        return next((pay for pay in here if pay.stage == stages.get(level)), None)

    def bridge(self) -> ExpectedPay | None:
        """What the job before it pays here; None where the guide does not say."""
        return next((pay for pay in self.expected if (pay.country, pay.stage) == (self.country, "bridge")), None)

    def _stages(self, most: int) -> list[ExpectedPay]:
        """What one may expect here before it, and in so many first stages under the title."""
        bridge = [pay] if (pay := self.bridge()) else []
        titled = [pay for pay in self.expected if pay.country == self.country and pay.stage != "bridge"]
        return [*bridge, *titled[:most]]

    def expects(self, stages: int = 3) -> str:
        """What one may expect to earn here, in the first so many stages; empty where the guide does not say."""
        say = self.say
        here = self._stages(stages)
        told = say.semicolon.join(
            f"{stage_word(pay.stage, say)} {short_stars(pay.stars, say) + ', ' if pay.stars else ''}{span_of(pay, say)}"
            for pay in here
        )
        judged = say("gross a year, our judgment")
        return f"{capitalized(told)} ({judged})." if told else ""

    def expected_spans(self, stages: int) -> list[tuple[Span, ...]]:
        """The same as bars, a stage each; those of one currency share an axis."""
        groups: dict[str, list[Span]] = {}
        for pay in self._stages(stages):
            groups.setdefault(pay.currency, []).append(stage_span(pay, self.say))
        return [tuple(spans) for spans in groups.values()]

    def dated(self, reference: str) -> str:
        """The date of a figure, marked where it is old."""
        date = self.say.date(reference)
        say = self.say  # by this name its words are collected for translation
        return f"{date}, " + say("more than {n} years old", n=OLD_YEARS) if say.is_old(reference) else date

    def how_many(self, people: int | None) -> list[str]:
        """Of how few people a figure is; nothing where they are enough or nobody knows."""
        few = people is not None and people < THIN
        return [self.say.count("{n} case", "{n} cases", people or 0)] if few else []


def stage_span(pay: ExpectedPay, say: Say) -> Span:
    """What one may expect to earn at a stage, as a bar with its stars."""
    stars = short_stars(pay.stars, say) if pay.stars else ""
    text = f"{span_of(pay, say)} ({stars})" if stars else span_of(pay, say)
    label, ends = stage_word(pay.stage, say), (say.money(pay.low, pay.currency), say.money(pay.high, pay.currency))
    return Span(capitalized(label), text, (pay.low, pay.high), ends, aside=stars_word(pay.stars))


def expected_blocks(reader: Reader, stages: int = 3) -> list[Block]:
    """What one may expect to earn, stage by stage, as bars; nothing where the guide does not say."""
    drawn = [Spans(spans, max(span.points[-1] for span in spans)) for spans in reader.expected_spans(stages)]
    if not drawn:
        return []
    return [*drawn, Prose(judged_words(reader.say), quiet=True)]


def judged_words(say: Say) -> str:
    """What the bars of stages are, and from when their years count."""
    return say("gross a year, our judgment; years count from the first job")


def stars_word(stars: int | None) -> str:
    """★ 6, which holds together."""
    return f"★{NO_BREAK}{stars}" if stars else ""


_Groups = dict[tuple[str, str], list[Rating]]


def rating_blocks(ratings: tuple[Rating, ...], reader: Reader) -> list[Block]:
    """A line a level: what one may expect, what is told under the title; then what is counted of all who do it."""
    say = reader.say
    if not ratings:
        return []
    judged = _judged_here(ratings, reader)
    groups = _groups(ratings, reader.country)
    told = {country: group for (basis, country), group in groups.items() if basis == "records"}
    everywhere = not reader.expects()
    measured = tuple(
        rating
        for (basis, country), group in groups.items()
        if basis == "measured" and (everywhere or country == reader.country)
        for rating in group
    )
    blocks: list[Block] = [Heading(say("Stars: pay against everybody employed, ten is the top 1%"), 3)]
    beside = [rating for rating in judged if told or not _is_drawn(rating, reader)]
    blocks += [_judged_grid(beside, told, reader)] if beside else []
    reasons = tuple((_level(rating, reader), rating.text) for rating in judged if rating.text)
    blocks += [Bullets(reasons)] if reasons else []
    blocks += [_measured_grid(measured, say)] if measured else []
    remarks = _remarks(judged, groups, reader)
    return [*blocks, Prose(" ".join(remarks), quiet=True)] if remarks else blocks


def undrawn_blocks(ratings: tuple[Rating, ...], reader: Reader) -> list[Block]:
    """What the bars of what one may expect leave open: what stars are, those that no bar shows, and why."""
    judged = _judged_here(ratings, reader)
    told = []
    for rating in judged:
        more = [rating.text] if rating.text else []
        if not _is_drawn(rating, reader):
            judged_so = _judgement(rating, reader.expected_at(rating.level), reader)
            more.insert(0, f"{judged_so}, {reader.say('our judgment')}.")
        told += [(_level(rating, reader), " ".join(more))] if more else []
    stars = [Prose(text, quiet=True) for text in _remarks(judged, {}, reader)]
    return [*stars, *([Bullets(tuple(told))] if told else [])]


def _level(rating: Rating, reader: Reader) -> str:
    return rating.label or level_word(rating.level, reader.say)


def _is_drawn(rating: Rating, reader: Reader) -> bool:
    """Whether the bars of what one may expect say all that our stars of a level do."""
    expected = reader.expected_at(rating.level)
    return expected is not None and not (rating.country == reader.country and rating.stars > (expected.stars or 0))


def _judged_here(ratings: Iterable[Rating], reader: Reader) -> list[Rating]:
    """Our stars; where it is told what to expect here, without a level of which only another country is known."""
    judged = [rating for rating in ratings if rating.basis == "editorial"]
    if reader.expected_at("middle") is None:
        return judged
    return [rating for rating in judged if rating.country == reader.country or reader.expected_at(rating.level)]


def _groups(ratings: Iterable[Rating], country: str) -> _Groups:
    """Stars that are not ours by basis and country: all that are measured; what is told of the reader's country.

    Where nothing is known of that country, what is told of others.
    """
    found: _Groups = {}
    for rating in ratings:
        if rating.basis != "editorial":
            found.setdefault((rating.basis, rating.country or ""), []).append(rating)
    known = any(place == country for _, place in found)
    return {key: group for key, group in found.items() if key[0] == "measured" or key[1] == country or not known}


def _judged_grid(judged: list[Rating], told: dict[str, list[Rating]], reader: Reader) -> Grid:
    say = reader.say
    names = [say.country_name(country, short=True) for country in told]
    titles = (say("Level"), say("Our judgment"), *(say("Under this title, {country}", country=name) for name in names))
    rows = []
    for rating in judged:
        expected = reader.expected_at(rating.level)
        level = _level(rating, reader)
        if expected:
            level = f"{level} ({stage_word(expected.stage, say)})"
        others = [next((one for one in group if one.level == rating.level), None) for group in told.values()]
        cells = [_rated(other, reader) if other else "–" for other in others]
        rows.append((level, _judgement(rating, expected, reader), *cells))
    return Grid(titles, tuple(rows), least=70)


def _judgement(rating: Rating, expected: ExpectedPay | None, reader: Reader) -> str:
    """What one may expect at a level where the reader is, and its best; else our stars and what they stand for."""
    say = reader.say
    best = short_stars(rating.stars, say)
    if expected and expected.stars:
        told = f"{short_stars(expected.stars, say)}, {span_of(expected, say)}"
        above = rating.country == reader.country and rating.stars > expected.stars
        return f"{told}, {say('at best {stars}', stars=best)}" if above else told
    pay = pay_of_stars(rating, say)
    abroad = rating.country is not None and rating.country != reader.country
    where = f" ({say.country_name(rating.country or '', short=True)})" if abroad else ""
    told = say("{stars}, which stands for a salary of {pay}", stars=best, pay=pay) if pay else best
    if rating.low and not rating.high:
        least = say.money(rounded(rating.low), rating.currency or "")
        told = say("{stars}, which stands for a salary of {least} or more", stars=best, least=least)
    return f"{told}{where}"


def _measured_grid(ratings: tuple[Rating, ...], say: Say) -> Grid:
    countries = dict.fromkeys(rating.country for rating in ratings if rating.country)
    measured_in = say("Measured, {country}", country=say.either([say.country_name(c, short=True) for c in countries]))
    rows = tuple(
        (
            measured_word(rating.level, say),
            words.marked(rated_pay(rating, say), rating.of),
            words.marked(words.stars(rating.stars, 10, say), rating.of),
        )
        for rating in ratings
    )
    return Grid((say("Of employees"), say("Amount"), measured_in), rows, least=30)


def _rated(rating: Rating, reader: Reader) -> str:
    """Stars with the pay that they are given for; where in the country and of when, if the column does not say it."""
    text = f"{short_stars(rating.stars, reader.say)}, {rated_pay(rating, reader.say)}"
    when = [*([rating.place] if rating.place else []), *_when(rating, reader)]
    return f"{text} ({', '.join(when)})" if when else text


def _when(rating: Rating, reader: Reader) -> list[str]:
    """Of when the pay of a rating is, and of how few people."""
    dates = [reader.dated(rating.reference)] if rating.reference else []
    return [*dates, *reader.how_many(rating.respondents)]


def pay_of_stars(rating: Rating, say: Say) -> str:
    """The pay that stars of ours stand for, rounded."""
    low, high = (say.money(rounded(end), rating.currency or "") if end else "" for end in (rating.low, rating.high))
    if low and high:
        return words.span(low, high, say)
    return say("from {low}", low=low) if low else say("up to {high}", high=high) if high else ""


def rounded(amount: float) -> float:
    """An amount in the digits in which we judge."""
    return round(amount, DIGITS - len(str(int(amount))))


def rated_pay(rating: Rating, say: Say) -> str:
    """The amount of a rating, or its range."""
    currency = rating.currency or ""
    if rating.low is not None and rating.high is not None:
        return words.span(say.money(rating.low, currency), say.money(rating.high, currency), say)
    return say.money(rating.amount or 0, currency)


def span_of(pay: ExpectedPay | PayHere, say: Say) -> str:
    """From what to what one may expect to earn, or the one amount."""
    low, high = (say.money(end or 0, pay.currency or "") for end in (pay.low, pay.high))
    return words.span(low, high, say)


def short_stars(count: int, say: Say) -> str:
    """★ 5 of 10, which holds together."""
    return f"★{NO_BREAK}" + say("{count} of {out_of}", count=count, out_of=10).replace(" ", NO_BREAK)


def span_of_time(period: str, say: Say) -> str:
    """For how long a pay is."""
    return {"year": say("a year"), "month": say("a month"), "day": say("a day"), "hour": say("an hour")}[period]


def median_aside(wage: OfficialPay | PayBand | None, stars: int | None, say: Say) -> str:
    """The stars of an official median and the money, as one sees them beside the name of an occupation."""
    if wage is None or wage.p50 is None:
        return ""
    money = f"{say.money(wage.p50, wage.currency)} {span_of_time(wage.period, say)}"
    return _rated_money(short_stars(stars, say) if stars else "", money, wage.of, say)


def national_aside(median: NationalMedian, say: Say) -> str:
    """The same of the reader's country, about as it may be by now."""
    money = f"{say.money(median.today, median.currency)} {terms_words(median.tax, median.period, say)}"
    rated = say("pay {stars}", stars=short_stars(median.stars, say))
    return f"{words.marked(rated, median.of)} · {words.MARK}{NO_BREAK}{money}"


def place_aside(pay: PlacePay, say: Say) -> str:
    """The same of a place, which it names."""
    stars = short_stars(pay.stars, say) if pay.stars else ""
    if pay.at_least:
        stars = say("{stars} or more", stars=stars)
    money = f"{say.money(pay.p50 or 0, pay.currency)} {say('a year')}"
    return f"{_rated_money(stars, money, pay.of, say)} ({words.short_place((pay.wider or pay.place).name)})"


def _rated_money(stars: str, money: str, of: Group | None, say: Say) -> str:
    rated = [say("pay {stars}", stars=stars)] if stars else []
    return words.marked(" · ".join([*rated, money]), of)


def measured_word(level: str, say: Say) -> str:
    """What a measured amount of a level is: nobody counts levels, so quarters of all who do it stand for them."""
    return {
        "junior": say("lowest quarter, up to"),
        "middle": say("median"),
        "senior": say("best-paid quarter, from"),
        "top": say("best-paid tenth, from"),
    }[level]


def stage_word(stage: Stage, say: Say) -> str:
    """A stage in words."""
    return {
        "bridge": say("bridge job"),
        "first": say("first job"),
        "fifth": say("year five"),
        "tenth": say("after ten years"),
    }[stage]


def level_word(level: str, say: Say) -> str:
    """A level of experience in a word."""
    return {"junior": say("junior"), "middle": say("middle"), "senior": say("senior"), "top": say("top")}[level]


def _remarks(judged: list[Rating], groups: _Groups, reader: Reader) -> list[str]:
    """Against whom we judge, and what the other columns are."""
    say = reader.say
    texts = []
    own = reader.country if reader.expected_at("middle") else None
    if country := own or next((rating.country for rating in judged if rating.country), None):
        name = say.country_name(country)
        text = "Stars say where the middle of a salary range stands among those of everybody employed ({country})."
        texts.append(f"{say(text, country=name)} {_stars_told(judged, reader)}")
    bases = {basis for basis, country in groups if basis != "measured" or country == own or own is None}
    if judged and "measured" in bases:
        texts.append(words.measured_remark(say))
    if "records" in bases:
        texts.append(
            say(
                "Under this title: what surveys, pay records or recruiters publish of it; a range counts by its middle."
            )
        )
    return texts


def _stars_told(judged: Iterable[Rating], reader: Reader) -> str:
    """How many of those employed earn less, at the least, with each number of stars that is told, and with ten."""
    say = reader.say
    shown = {pay.stars for pay in reader.expected if pay.country == reader.country} | {one.stars for one in judged}
    bounds = {stars: 100 * STAR_BOUNDS[stars - 2] for stars in sorted({*filter(None, shown), BEST_STARS}) if stars > 1}
    (first, least), *others = bounds.items()
    told = [say("★ {stars}: at least {share}% of them earn less", stars=first, share=_percent(least, say))]
    told += [say("★ {stars}: {share}%", stars=stars, share=_percent(bound, say)) for stars, bound in others]
    return f"{say.semicolon.join(told)}."


def _percent(share: float, say: Say) -> str:
    return say.number(share, 1 if share % 1 else 0)


def glance(section: Section, reader: Reader) -> str:
    """What a career pays in the reader's country, by level with stars; its neighbours where nothing else is known."""
    say, country = reader.say, reader.country
    if expected := reader.expects():
        return expected
    if known := glance_known(section, reader):
        return known
    parts = [neighbour_line(pay, say) for pay in section.neighbours if pay.country == country]
    senior = next((r for r in section.ratings if (r.basis, r.level) == ("editorial", "senior")), None)
    if senior:
        pay = "" if parts else pay_of_stars(senior, say)
        where = say.country_name(senior.country, short=True) if senior.country and senior.country != country else ""
        judged = short_stars(senior.stars, say) + (pay and f", {pay}") + (where and f" ({where})")
        parts.append(f"{judged}, " + say("senior level, our judgment"))
    return say.semicolon.join(parts)


def glance_known(section: Section | None, reader: Reader) -> str:
    """Measured or recorded pay by level in the reader's country, with stars; empty where nothing is known."""
    here = [rating for rating in section.ratings if rating.country == reader.country] if section else []
    known = [r for r in here if r.basis == "measured"] or [r for r in here if r.basis == "records"]
    return _known([rating for rating in known if rating.level != "top"], reader) if known else ""


def _known(known: list[Rating], reader: Reader) -> str:
    """Stars and pay by level; where they hold and of when is said once, if it is the same for all."""
    say = reader.say

    def held(rating: Rating) -> str:
        return ", ".join([rating.place or say.country_name(rating.country or "", short=True), *_when(rating, reader)])

    once = len({held(rating) for rating in known}) == 1
    parts = []
    for rating in known:
        name = measured_word(rating.level, say) if rating.basis == "measured" else level_word(rating.level, say)
        text = f"{name} {short_stars(rating.stars, say)}, {rated_pay(rating, say)}"
        parts.append(text if once else f"{text} ({held(rating)})")
    sources = dict.fromkeys(f" [@{rating.source}]" for rating in known if rating.source)
    return say.semicolon.join(parts) + (f" ({held(known[0])})" if once and known else "") + "".join(sources)
