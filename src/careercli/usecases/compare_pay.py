"""The rows on pay of a comparison: official wages, what guides tell of other countries, stars."""

from collections.abc import Callable, Sequence

import msgspec

from careercli.core.careers.model import Level, PayBand
from careercli.core.careers.pay_here import PayHere, find_pay_here, median_pay
from careercli.core.comparing.compare import (
    find_pay_direction,
    measured_direction,
    official_middle,
    same_group,
)
from careercli.core.comparing.reports import Cell, Figure
from careercli.core.pay.bands import LEVELS
from careercli.core.text.citations import EDITORIAL
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.pay_words import pay_here_words, short_pay_here, terms_words
from careercli.usecases.compare_frame import (
    NOTHING,
    Frame,
    Subject,
    make_cell,
    official_bands,
    part_of,
    pay_of,
    plain,
    same_occupation,
)

POINTS = ("p10", "p25", "p50", "p75", "p90")


class PayCells:
    """Makes the cells on pay: a method a row. The first career is the one compared with."""

    def __init__(self, baseline: Subject, say: Say, frame: Frame) -> None:
        self.baseline = baseline
        self.say = say
        self.frame = frame
        self.place = words.short_place(frame.place.name) if frame.place else say.country_name(frame.shown, short=True)

    def title(self, point: str) -> str:
        """What a percentile of official wages is called."""
        say = self.say
        return {
            "p10": say("Pay, {country}: 1 in 10 below", country=self.place),
            "p25": say("Pay, {country}: 1 in 4 below", country=self.place),
            "p50": say("Median, gross a year ({country})", country=self.place),
            "p75": say("Pay, {country}: 1 in 4 above", country=self.place),
            "p90": say("Pay, {country}: 1 in 10 above", country=self.place),
        }[point]

    def label(self, point: str) -> str:
        """The same in a word or two."""
        say = self.say
        return {
            "p10": say("1 in 10 below"),
            "p25": say("1 in 4 below"),
            "p50": say("Salary, median"),
            "p75": say("1 in 4 above"),
            "p90": say("1 in 10 above"),
        }[point]

    def where(self, careers: Sequence[Subject]) -> str:
        """What the official wages of some careers are, of where and when."""
        dates = [band.reference for career in careers for band in official_bands(career, self.frame)]
        period = self.say("gross a year") if dates else self.say("gross")
        dates += [career.occupation.pay.reference for career in careers if career.occupation and career.occupation.pay]
        return ", ".join([period, self.place, *(self.say.date(date) for date in dates[:1])])

    def point(self, point: str) -> Callable[[Subject], Cell]:
        """A percentile of the official wages; of several neighbours the middle, and from where to where they go."""

        def cell(career: Subject) -> Cell:
            bands = [band for band in official_bands(career, self.frame) if getattr(band, point) is not None]
            if not bands:
                return self._hourly(career, point)
            amounts = [float(getattr(band, point)) for band in bands]
            low, high = min(amounts), max(amounts)
            middle, currency = (low + high) / 2, bands[0].currency
            text = self.say.money(middle, currency)
            if stars := self._stars_at(career, point):
                text += f" ({self._rated(stars, at_least=bool(career.local and career.local.at_least))})"
            brief = self.say.money(middle, currency)
            if low < high:
                ends = {"low": self.say.money(low, currency), "high": self.say.money(high, currency)}
                span = self.say("{low} to {high}", **ends)
                text += f" ({span})"
                brief = span if self.frame.place else brief  # as `salary` has them; a drawn bar has the middle
            wider = self._wider(bands)
            made = make_cell(
                self._with_place(text, wider),
                middle,
                self.say,
                source=bands[0].source,
                reference=bands[0].reference,
                of=pay_of(tuple(bands)),
                brief=self._with_place(brief, wider),
                place=_places(bands),
            )
            if len(bands) == 1:
                return made
            figures = tuple(self._figure(band, getattr(band, point)) for band in bands)
            return msgspec.structs.replace(made, figures=figures)

        return cell

    def _with_place(self, text: str, wider: str) -> str:
        """A text with the places of its figures, where a wider one is among them."""
        return f"{text} ({wider})" if wider else text

    def _wider(self, bands: Sequence[PayBand]) -> str:
        """The places of figures that are not all of the place that is asked for; empty where they are."""
        places = _places(bands) or ""
        return "" if self.frame.place and places == self.frame.place.name else places

    def _figure(self, band: PayBand, amount: float) -> Figure:
        return Figure(
            text=self.say.money(amount, band.currency),
            value=amount,
            country=band.country,
            place=band.place,
            whom=band.label,
            counts=band.counts,
            reference=band.reference,
            source=band.source,
            of=band.of,
        )

    def _hourly(self, career: Subject, point: str) -> Cell:
        """A wage that is published by the hour only: no year's pay is made of it, for the hours are not known."""
        wage = career.occupation.pay if career.occupation and not career.role and not career.local else None
        amount = getattr(wage, point) if wage and wage.period == "hour" else None
        if wage is None or amount is None:
            return NOTHING
        text = self.say("{amount} an hour", amount=self.say.money(amount, wage.currency))
        value = {"amount": amount, "period": "hour"}
        return make_cell(text, value, self.say, source=wage.source, reference=wage.reference, of=wage.of)

    def _rated(self, stars: int, *, at_least: bool = False) -> str:
        """★ 7 of 10, which a column has room for."""
        rated = f"★{NO_BREAK}" + self.say("{count} of {out_of}", count=stars, out_of=10).replace(" ", NO_BREAK)
        return self.say("{stars} or more", stars=rated) if at_least else rated

    def _rated_near(self, low: int, high: int, *, at_least: bool) -> str:
        """★ 6 to 7+ of 10: what the medians of several neighbours have."""
        if low == high:
            return self._rated(low, at_least=at_least)
        count = self.say("{low} to {high}", low=low, high=f"{high}+" if at_least else high)
        return f"★{NO_BREAK}" + self.say("{count} of {out_of}", count=count, out_of=10).replace(" ", NO_BREAK)

    def _stars_at(self, career: Subject, point: str) -> int | None:
        """The measured stars of a percentile, where the figures are of the occupation that the career is."""
        occupation = same_occupation(career)
        if career.local is not None:
            return career.local.stars if occupation and point == "p50" else None
        return occupation.stars.get(point) if occupation else None

    def against(self, career: Subject) -> Cell:
        """The pay beside that of the first career: by our judgement, and by the medians."""
        if career.id == self.baseline.id:
            known = bool(career.role or official_bands(career, self.frame))
            first = self.say("the first")
            return make_cell(self.say("baseline"), "baseline", self.say, brief=first) if known else NOTHING
        judged = find_pay_direction(career.role, self.baseline.role) if career.role and self.baseline.role else None
        measured = self._measured_against(career)
        if judged is None:
            return measured
        text = self.say("{word}, by our judgment", word=words.pay_word(judged, self.say))
        if measured is NOTHING:
            return make_cell(text, judged, self.say)
        join = self.say.semicolon
        return Cell(
            text=f"{text}{join}{measured.text}",
            value=judged,
            source=measured.source,
            of=measured.of,
            reference=measured.reference,
            cited=f"{text}{join}{measured.cited}",
            brief=f"{text}{join}{measured.brief}",
        )

    def _measured_against(self, career: Subject) -> Cell:
        """What the ratio of the official medians comes to, marked where either counts another group."""
        ours, theirs = (official_bands(subject, self.frame) for subject in (career, self.baseline))
        median, other = official_middle(ours), official_middle(theirs)
        if same_group(ours, theirs):
            return make_cell(self.say("same wage code"), None, self.say, of=pay_of(ours))
        if median is None or other is None:
            return NOTHING
        ratio = median / other
        percent = round((ratio - 1) * 100)
        sign = "+" if percent > 0 else "−" if percent < 0 else ""
        change = f"{sign}{self.say.number(abs(percent))}"
        direction = measured_direction(ratio)
        word = words.pay_word(direction, self.say)
        text = self.say("{word}, by the medians: {change}%", word=word, change=change)
        groups = [of for of in (pay_of(ours), pay_of(theirs)) if of]
        of = next((of for of in groups if not of.own), groups[0] if groups else None)
        wider = self._wider([*ours, *theirs])
        return make_cell(
            self._with_place(text, wider),
            direction,
            self.say,
            source=ours[0].source,
            reference=ours[0].reference,
            of=of,
            brief=self._with_place(self.say.percent(percent, 0), wider),
            place=_places([*ours, *theirs]),
        )

    def told(self, country: str) -> Callable[[Subject], Cell]:
        """What a guide tells of pay in a country, level by level, each with its place, its date and its source."""
        return lambda career: self._told_in(career, country)

    def _told_in(self, career: Subject, country: str) -> Cell:
        bands = [b for b in part_of(career, "pay").bands if (b.country, b.period, b.tax) == (country, "year", "gross")]
        by_level: dict[Level | None, PayBand] = {}
        for band in bands:
            by_level.setdefault(band.level, band)
        shown = [by_level[level] for level in LEVELS if level in by_level] or bands[:1]
        if not shown:
            return NOTHING
        figures = tuple(self._told_figure(band) for band in shown)
        cited = self.say.semicolon.join(
            figure.text + (f" [@{figure.source or EDITORIAL}]" if figure.source or band.basis == EDITORIAL else "")
            for figure, band in zip(figures, shown, strict=True)
        )
        sources = {figure.source for figure in figures}
        return Cell(
            text=plain(cited, self.say),
            value={figure.level or "all": figure.value for figure in figures},
            source=sources.pop() if len(sources) == 1 else None,
            cited=cited,
            figures=figures,
        )

    def _told_figure(self, band: PayBand) -> Figure:
        say = self.say
        level = {"junior": say("junior"), "middle": say("middle"), "senior": say("senior"), "top": say("top")}
        whom = band.label or say.country_name(band.country)
        word = f"{level[band.level]} " if band.level else ""
        amounts = words.band_amounts(band, say)
        marked = amounts if band.counts == "title" else f"{words.MARK}{NO_BREAK}{amounts}"
        text = f"{word}{marked} ({whom}{say.semicolon}{say.date(band.reference)})"
        return Figure(
            text=text,
            value=[amount for amount in (band.low, band.p50, band.high) if amount is not None],
            level=band.level,
            country=band.country,
            whom=whom,
            counts=band.counts,
            reference=band.reference,
            source=band.source,
            of=band.of,
        )

    def here(self, career: Subject) -> Cell:
        """What a career pays where the person is, as its card has it; nothing of a place within the country."""
        pay = None if self.frame.place else self._find_here(career)
        if pay is None:
            return NOTHING
        median = career.occupation.median_in(self.frame.country) if career.occupation and not career.role else None
        bands = official_bands(career, self.frame) if pay.basis == "measured" and not median else ()
        of = median.of if median else pay_of(bands)
        source = median.source if median else bands[0].source if bands else None
        if pay.basis == "records":
            ratings = part_of(career, "pay").ratings
            source = next((one.source for one in ratings if (one.basis, one.country) == (pay.basis, pay.country)), None)
        marked = None if pay.basis == "reckoned" else of  # it bears the mark itself
        text = words.marked(pay_here_words(pay, self.say), marked)
        dated = words.marked(short_pay_here(pay, self.say, dated=True), marked)
        return Cell(
            text=text,
            value=msgspec.structs.asdict(pay),
            source=source,
            of=of,
            reference=median.reference if median else bands[0].reference if bands else None,
            cited=dated + (f" [@{source}]" if source else ""),
            brief=words.marked(short_pay_here(pay, self.say), marked),
        )

    def _find_here(self, career: Subject) -> PayHere | None:
        """What a guide says; of an occupation its official median, where its country is that of the person."""
        if career.role:
            return find_pay_here(part_of(career, "pay").ratings, career.role.expected_pay, self.frame.country)
        if career.occupation and (median := career.occupation.median_in(self.frame.country)):
            return median_pay(median)
        wage = career.occupation.pay if career.occupation else None
        if wage is None or wage.p50 is None or (wage.country, wage.period) != (self.frame.country, "year"):
            return None
        return PayHere(
            basis="measured",
            stars=self._stars_at(career, "p50"),
            low=wage.p50,
            high=wage.p50,
            currency=wage.currency,
            country=wage.country,
        )

    def here_terms(self, careers: Sequence[Subject]) -> list[str]:
        """What the pay of that row is; nothing where that differs, for each cell says it."""
        told = {(pay.tax, pay.period) for career in careers if (pay := self._find_here(career))} or {("gross", "year")}
        return [terms_words(*told.pop(), self.say)] if len(told) == 1 else []

    def here_label(self, careers: Sequence[Subject]) -> str:
        """What that row is called: by its year, where that is the same for all."""
        bases = {pay.basis for career in careers if (pay := self._find_here(career))}
        if bases == {"reckoned"}:
            return self.say("Salary, median")
        return self.say("Year five") if bases == {"expected"} else self.say("Stars, pay")

    def stars(self, career: Subject) -> Cell:
        """The stars of a guide, by our judgement."""
        if not career.role or career.role.stars is None:
            return NOTHING
        return make_cell(self._rated(career.role.stars), career.role.stars, self.say)

    def measured_stars(self, career: Subject) -> Cell:
        """The stars of the official median, where that is of the occupation that the career is."""
        stars, bands = self._stars_at(career, "p50"), official_bands(career, self.frame)
        at_least = bool(career.local and career.local.at_least)
        near = career.local.near if career.local else None
        if not bands or (stars is None and near is None):
            return NOTHING
        return make_cell(
            self._rated_near(*near, at_least=at_least) if near else self._rated(stars or 0, at_least=at_least),
            list(near) if near else stars,
            self.say,
            place=_places(bands),
            source=bands[0].source,
            reference=bands[0].reference,
            of=pay_of(bands),
        )


def _places(bands: Sequence[PayBand]) -> str | None:
    """The places whose figures some bands are, each once; None all over the country."""
    return "; ".join(dict.fromkeys(band.place for band in bands if band.place)) or None


def other_countries(careers: Sequence[Subject], frame: Frame) -> list[str]:
    """The countries of which guides give pay by level, beside the one that is shown; the person's own first."""
    bands = [band for career in careers for band in part_of(career, "pay").bands]
    found = [band.country for band in bands if (band.period, band.tax) == ("year", "gross") and band.level]
    others = [country for country in dict.fromkeys(found) if country != frame.shown]
    return sorted(others, key=lambda country: country != frame.country)
