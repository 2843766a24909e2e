"""The rows of a comparison: each says one thing of every career, with its raw value and its source."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from careercli.core.careers.measures import Measures
from careercli.core.careers.model import PayBand, Role, Section
from careercli.core.careers.occupation import Occupation
from careercli.core.careers.reports import Kind
from careercli.core.comparing.compare import (
    find_pay_direction,
    measured_direction,
    occupation_band,
    official_band,
    same_wage_code,
    section_of,
)
from careercli.core.comparing.reports import Cell, CompareRow
from careercli.core.text.citations import EDITORIAL, find_citations
from careercli.locale import NO_BREAK, Say, words

DASH = "–"
POINTS = ("p10", "p25", "p50", "p75", "p90")
#: Points and statements that are shown of each side.
MOST = 3


class Subject(NamedTuple):
    """A career to compare. `occupation` is itself, or the one that stands in for a guide; `wage` the one of its pay."""

    id: str
    kind: Kind
    name: str
    measures: Measures
    role: Role | None
    occupation: Occupation | None
    wage: Occupation | None


class Frame(NamedTuple):
    """Whose figures are compared, those of the country `shown`, and to whom: a person of `country`.

    `classification` and `skill_ranks` are the data sets of codes and of skills.
    """

    shown: str
    country: str
    classification: str | None
    skill_ranks: str | None


class _Row(NamedTuple):
    title: str
    cell: Callable[[Subject], Cell]
    best: Callable[..., float] | None = None


def make_rows(subjects: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> tuple[CompareRow, ...]:
    """All rows in their order; the first career is the baseline. `skills` are the names of the BLS skills."""
    made = _Maker(subjects, skills, say, frame)
    rows = []
    for id_, row in made.rows().items():
        cells = [row.cell(one) for one in subjects]
        if row.best:
            known = {cell.value for cell in cells if isinstance(cell.value, int | float)}
            top = row.best(known) if len(known) > 1 else None
            cells = [Cell(text=c.text, value=c.value, source=c.source, best=c.value == top is not None) for c in cells]
        rows.append(CompareRow(id=id_, title=row.title, cells=tuple(cells)))
    return tuple(rows)


def clean(text: str, say: Say) -> tuple[str, str | None]:
    """A text of a guide without its citations, and the first source that it cites."""
    source = next((id_ for id_ in find_citations(text) if id_ != EDITORIAL), None)
    return words.cite(text, {}, say), source


class _Maker:
    """Makes the cells: a method a row."""

    def __init__(self, subjects: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> None:
        self.say = say
        self.frame = frame
        self.place = say.country_name(frame.shown, short=True)
        self.elsewhere = _other_countries(subjects, frame)
        self.baseline = subjects[0]
        self.skills = {one.id: self._skills_of(one, subjects, skills) for one in subjects}
        self.official_skills = any(one.role is None for one in subjects)
        self.shared = set.intersection(*(set(names) for names in self.skills.values()))

    def rows(self) -> dict[str, _Row]:
        say = self.say
        place = self.place
        points = {
            f"pay_{self.frame.shown.lower()}_{point}": _Row(self._point_title(point), self._point(point), max)
            for point in POINTS
        }
        elsewhere = {
            f"pay_{country.lower()}": _Row(
                say("{country}, gross a year", country=say.country_name(country)), self._market(country)
            )
            for country in self.elsewhere
        }
        return {
            "focus": _Row(say("Core focus"), self._focus),
            "tools": _Row(say("Key tools"), self._tools),
            "skills_shared": _Row(say("Skills that all share"), self._shared),
            "skills_own": _Row(say("Skills beside those"), self._own),
            **points,
            "pay_against": _Row(say("Pay against the first"), self._against),
            **elsewhere,
            "stars": _Row(say("Stars by our judgement"), self._stars, max),
            "stars_measured": _Row(say("Stars of that median, measured"), self._measured, max),
            "entry": _Row(say("Getting in, our judgement"), self._entry),
            "zone": _Row(say("Preparation (job zone)"), self._zone, min),
            "education": _Row(say("Education"), self._education),
            "ready_time": _Row(say("Time to be ready"), self._time),
            "ready_cost": _Row(say("Cost to be ready"), self._cost),
            "hours": _Row(say("Hours"), lambda one: self._badge(one, "hours")),
            "place": _Row(say("Place"), lambda one: self._badge(one, "place")),
            "remote": _Row(say("From afar"), self._remote),
            "demand": _Row(say("Demand"), lambda one: self._badge(one, "demand")),
            "outlook": _Row(say("Outlook, {country}", country=place), self._outlook, max),
            "openings": _Row(say("Openings a year, {country}", country=place), self._openings, max),
            "interests": _Row(say("Interests"), self._interests),
            "freelance": _Row(say("Work for themselves"), self._freelance),
            "pros": _Row(say("Best points"), lambda one: self._points(one, "pros")),
            "cons": _Row(say("Worst points"), lambda one: self._points(one, "cons")),
            "suits": _Row(say("It suits you if you can say"), lambda one: self._statements(one, "for")),
            "suits_not": _Row(say("Think twice if you say"), lambda one: self._statements(one, "against")),
        }

    def _focus(self, one: Subject) -> Cell:
        if one.role:
            return Cell(text=one.role.focus, value=one.role.focus)
        name = one.occupation.family_name if one.occupation else DASH
        return Cell(text=name, value=name, source=self.frame.classification)

    def _tools(self, one: Subject) -> Cell:
        if not one.role or not one.role.tools:
            return Cell(text=DASH)
        return Cell(text=", ".join(one.role.tools), value=one.role.tools)

    def _skills_of(self, one: Subject, all_: Sequence[Subject], names: Mapping[str, str]) -> list[str]:
        """Guides among themselves by our own vocabulary; where an occupation is among them, all by the BLS's."""
        if all(other.role for other in all_):
            assert one.role
            notes = section_of(one.role, "hard-skills").skills
            return list(dict.fromkeys((*one.role.tools, *(note.name for note in notes))))
        listed = list(names.values())
        return [listed[n] for n in one.measures.skills if n < len(listed)]

    def _skill_cell(self, names: list[str], one: Subject) -> Cell:
        if not self.skills[one.id]:
            return Cell(text=DASH)
        source = self.frame.skill_ranks if self.official_skills else None
        return Cell(text=", ".join(names) or self.say("none"), value=names, source=source)

    def _shared(self, one: Subject) -> Cell:
        return self._skill_cell([name for name in self.skills[one.id] if name in self.shared], one)

    def _own(self, one: Subject) -> Cell:
        return self._skill_cell([name for name in self.skills[one.id] if name not in self.shared], one)

    def _point_title(self, point: str) -> str:
        say = self.say
        return {
            "p10": say("Pay, {country}: 1 in 10 below", country=self.place),
            "p25": say("Pay, {country}: 1 in 4 below", country=self.place),
            "p50": say("Median, gross a year ({country})", country=self.place),
            "p75": say("Pay, {country}: 1 in 4 above", country=self.place),
            "p90": say("Pay, {country}: 1 in 10 above", country=self.place),
        }[point]

    def _point(self, point: str) -> Callable[[Subject], Cell]:
        def cell(one: Subject) -> Cell:
            band = pay_band(one, self.frame.shown)
            amount = getattr(band, point) if band else None
            if band is None or amount is None:
                return self._hourly(one, point)
            text = self.say.money(amount, band.currency)
            stars = self._stars_at(one, point, amount)
            if stars:
                text += f" ({self._rated(stars)})"
            return Cell(text=text, value=amount, source=band.source)

        return cell

    def _hourly(self, one: Subject, point: str) -> Cell:
        """A wage that is published by the hour only: no year's pay is made of it, for the hours are not known."""
        wage = one.occupation.pay if one.occupation and not one.role else None
        amount = getattr(wage, point) if wage and wage.period == "hour" else None
        if wage is None or amount is None:
            return Cell(text=DASH)
        text = self.say("{amount} an hour", amount=self.say.money(amount, wage.currency))
        return Cell(text=text, value={"amount": amount, "period": "hour"}, source=wage.source)

    def _rated(self, stars: int) -> str:
        """★ 7 of 10, which a column has room for."""
        return f"★{NO_BREAK}" + self.say("{count} of {out_of}", count=stars, out_of=10).replace(" ", NO_BREAK)

    def _stars_at(self, one: Subject, point: str, amount: float) -> int | None:
        """The measured stars of a percentile, where the figures are the occupation's own."""
        wage = one.wage.pay if one.wage else None
        if one.wage is None or wage is None or getattr(wage, point) != amount:
            return None
        return one.wage.stars.get(point)

    def _against(self, one: Subject) -> Cell:
        say = self.say
        if one.id == self.baseline.id:
            band = pay_band(one, self.frame.shown)
            if band is None and not one.role:
                return Cell(text=DASH)
            return Cell(text=say("baseline"), value="baseline", source=band.source if band else None)
        judged = find_pay_direction(one.role, self.baseline.role) if one.role and self.baseline.role else None
        ours, theirs = pay_band(one, self.frame.shown), pay_band(self.baseline, self.frame.shown)
        parts = []
        measured = None
        if judged:
            parts.append(say("{word}, by our judgement", word=words.pay_word(judged, say)))
        if ours and theirs and same_wage_code(ours, theirs):
            parts.append(say("same wage code"))
        elif ours and theirs and ours.p50 and theirs.p50:
            ratio = ours.p50 / theirs.p50
            measured = measured_direction(ratio)
            percent = round((ratio - 1) * 100)
            sign = "+" if percent > 0 else "−" if percent < 0 else ""
            parts.append(
                say(
                    "{word}, by the medians: {change}%",
                    word=words.pay_word(measured, say),
                    change=f"{sign}{say.number(abs(percent))}",
                )
            )
        source = ours.source if ours and measured else None
        return Cell(text=self.say.semicolon.join(parts) or DASH, value=judged or measured, source=source)

    def _market(self, country: str) -> Callable[[Subject], Cell]:
        return lambda one: self._bands_of(one, country)

    def _bands_of(self, one: Subject, country: str) -> Cell:
        bands = [b for b in _section(one, "pay").bands if b.country == country]
        bands = [band for band in bands if band.period == "year" and band.tax == "gross"]
        levels = [band for band in bands if band.level] or bands[:1]
        level_words = {
            "junior": self.say("junior"),
            "middle": self.say("middle"),
            "senior": self.say("senior"),
            "top": self.say("top"),
        }
        parts, value, seen = [], {}, set()
        for band in levels:
            if band.level in seen:
                continue
            seen.add(band.level)
            word = f"{level_words[band.level]} " if band.level else ""
            parts.append(word + words.band_amounts(band, self.say))
            value[band.level or "all"] = [n for n in (band.low, band.p50, band.high) if n is not None]
        if not parts:
            return Cell(text=DASH)
        return Cell(text=self.say.semicolon.join(parts), value=value, source=levels[0].source)

    def _stars(self, one: Subject) -> Cell:
        if not one.role or one.role.stars is None:
            return Cell(text=DASH)
        return Cell(text=self._rated(one.role.stars), value=one.role.stars)

    def _measured(self, one: Subject) -> Cell:
        band = pay_band(one, self.frame.shown)
        stars = self._stars_at(one, "p50", band.p50) if band and band.p50 else None
        if stars is None:
            return Cell(text=DASH)
        return Cell(text=self._rated(stars), value=stars, source=band.source if band else None)

    def _entry(self, one: Subject) -> Cell:
        if not one.role:
            return Cell(text=DASH)
        return Cell(text=words.entry_word(one.role.entry, self.say), value=one.role.entry)

    def _zone(self, one: Subject) -> Cell:
        zone = one.measures.zone
        if zone is None:
            return Cell(text=DASH)
        return Cell(
            text=self.say("{count} of {out_of}", count=zone, out_of=5), value=zone, source=self.frame.classification
        )

    def _badge(self, one: Subject, id_: str) -> Cell:
        badges = _section(one, "at-a-glance").badges
        found = next((badge.text for badge in badges if badge.id == id_), None)
        if found is None:
            return Cell(text=DASH)
        text, source = clean(found, self.say)
        return Cell(text=text, value=text, source=source)

    def _education(self, one: Subject) -> Cell:
        if one.role:
            return self._badge(one, "education")
        if not one.occupation or not one.occupation.education:
            return Cell(text=DASH)
        text = words.requirement_word(one.occupation.education, self.say)
        return Cell(text=text, value=one.occupation.education, source=self._outlook_source(one))

    def _time(self, one: Subject) -> Cell:
        say = self.say
        if one.role:
            months = next((cost for cost in section_of(one.role, "costs").costs if cost.currency is None), None)
            if months is None:
                return Cell(text=DASH)
            text = say("{low} to {high} months", low=say.number(months.low), high=say.number(months.high))
            judged = f" ({say('our judgement')})" if months.basis == "editorial" else ""
            return Cell(text=text + judged, value=[months.low, months.high], source=months.source)
        if one.measures.years is None or one.occupation is None:
            return Cell(text=DASH)
        years = int(one.measures.years)
        parts = [say.count("{n} year of study", "{n} years of study", years) if years else say("no study after school")]
        if one.occupation.training not in (None, "None"):
            parts.append(say("training: {words}", words=words.requirement_word(one.occupation.training, say)))
        if one.occupation.experience not in (None, "None"):
            parts.append(say("experience: {words}", words=words.requirement_word(one.occupation.experience, say)))
        return Cell(
            text=self.say.semicolon.join(parts), value=one.measures.years * 12, source=self._outlook_source(one)
        )

    def _cost(self, one: Subject) -> Cell:
        costs = _section(one, "costs").costs
        parts, value = [], {}
        for country in dict.fromkeys((self.frame.shown, self.frame.country, *(c.country for c in costs if c.country))):
            known = [cost for cost in costs if cost.country == country and cost.currency]
            if not known:
                continue
            low, high = min(cost.low for cost in known), max(cost.high for cost in known)
            currency = known[0].currency or ""
            amounts = self.say(
                "{low} to {high}", low=self.say.money(low, currency), high=self.say.money(high, currency)
            )
            parts.append(f"{self.say.country_name(country)}{self.say.colon}{amounts}")
            value[country] = [low, high]
        sources = [cost.source for cost in costs if cost.source]
        return Cell(
            text=self.say.semicolon.join(parts) or DASH,
            value=value or None,
            source=sources[0] if parts and sources else None,
        )

    def _remote(self, one: Subject) -> Cell:
        if not one.role:
            return Cell(text=DASH)
        return Cell(text=words.remote_word(one.role.remote, self.say), value=one.role.remote)

    def _outlook(self, one: Subject) -> Cell:
        outlook = one.occupation.outlook if one.occupation else None
        if not outlook or outlook.growth_percent is None:
            return Cell(text=DASH)
        text = self.say(
            "{change}, {start} to {end}",
            change=self.say.percent(outlook.growth_percent),
            start=outlook.from_year,
            end=outlook.to_year,
        )
        return Cell(text=text, value=outlook.growth_percent, source=outlook.source)

    def _openings(self, one: Subject) -> Cell:
        if one.measures.openings is None:
            return Cell(text=DASH)
        return Cell(
            text=self.say.number(one.measures.openings), value=one.measures.openings, source=self._outlook_source(one)
        )

    def _interests(self, one: Subject) -> Cell:
        if not one.measures.interests:
            return Cell(text=DASH)
        ratings = dict(zip("RIASEC", one.measures.interests, strict=True))
        top = sorted(ratings, key=lambda letter: -ratings[letter])[:3]
        names = words.interest_names(self.say)
        text = ", ".join(f"{names[letter]}{NO_BREAK}{self.say.number(ratings[letter], 1)}" for letter in top)
        return Cell(text=text, value=ratings, source=self.frame.classification)

    def _outlook_source(self, one: Subject) -> str | None:
        return one.occupation.outlook.source if one.occupation and one.occupation.outlook else None

    def _freelance(self, one: Subject) -> Cell:
        share = one.measures.freelance
        if share is None:
            return Cell(text=DASH)
        outlook = one.occupation.outlook if one.occupation else None
        year = str(outlook.from_year) if outlook else ""
        text = self.say("{share}% ({country}, {year})", share=self.say.number(share, 1), country=self.place, year=year)
        return Cell(text=text, value=share, source=self._outlook_source(one))

    def _points(self, one: Subject, side: str) -> Cell:
        found = getattr(_section(one, "pros-cons"), side)[:MOST]
        names = [clean(point.name, self.say)[0] for point in found]
        return Cell(text=self.say.semicolon.join(names) or DASH, value=names or None)

    def _statements(self, one: Subject, direction: str) -> Cell:
        statements = _section(one, "fit").statements
        found = [s.text for s in statements if s.direction == direction][:MOST]
        return Cell(text=" ".join(found) or DASH, value=found or None)


def _section(one: Subject, id_: str) -> Section:
    """A section of a guide; an empty one of an occupation."""
    return section_of(one.role, id_) if one.role else Section(id=id_, title="")


def _other_countries(subjects: Sequence[Subject], frame: Frame) -> list[str]:
    """The countries of which guides give pay by level, beside the one that is shown; the person's own first."""
    bands = [band for one in subjects for band in _section(one, "pay").bands]
    found = [band.country for band in bands if (band.period, band.tax) == ("year", "gross") and band.level]
    others = [country for country in dict.fromkeys(found) if country != frame.shown]
    return sorted(others, key=lambda country: country != frame.country)


def pay_band(one: Subject, country: str) -> PayBand | None:
    """The official wages a year of a career: of a guide its first band, of an occupation its own."""
    if one.role:
        return official_band(one.role, country)
    wage = one.occupation.pay if one.occupation else None
    if wage is None or wage.period != "year":
        return None
    return occupation_band(one.id, wage)
