"""The rows of a comparison: each says one thing of every career, with its raw value and its sources."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from careercli.core.careers.model import Cost
from careercli.core.comparing.compare import section_of
from careercli.core.comparing.reports import Cell, CompareRow, Figure
from careercli.core.text.citations import EDITORIAL, find_citations
from careercli.locale import NO_BREAK, Say, words
from careercli.usecases.compare_frame import (
    NOTHING,
    Frame,
    Subject,
    make_cell,
    outlook_of,
    part_of,
    plain,
    rated_of,
    same_occupation,
)
from careercli.usecases.compare_pay import POINTS, PayCells, other_countries

#: Points and statements that are shown of each side.
MOST = 3


class _Row(NamedTuple):
    title: str
    cell: Callable[[Subject], Cell]
    best: Callable[..., float] | None = None


def make_rows(careers: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> tuple[CompareRow, ...]:
    """All rows in their order; the first career is the baseline. `skills` are the names of the BLS skills."""
    made = _Maker(careers, skills, say, frame)
    rows = []
    for id_, row in made.rows().items():
        cells = tuple(row.cell(career) for career in careers)
        rows.append(CompareRow(id=id_, title=row.title, cells=_mark_best(cells, row.best) if row.best else cells))
    return tuple(rows)


def _mark_best(cells: tuple[Cell, ...], best: Callable[..., float]) -> tuple[Cell, ...]:
    """The cells with the best marked: none where it, or one as good, counts another group than the career.

    None either where the figures are of several places.
    """
    if len({cell.place for cell in cells if cell.value is not None}) > 1:
        return cells
    known = {cell.value for cell in cells if isinstance(cell.value, int | float)}
    top = [cell for cell in cells if len(known) > 1 and cell.value == best(known)]
    if any(cell.of and not cell.of.own for cell in top):
        return cells
    return tuple(msgspec.structs.replace(cell, best=cell in top) for cell in cells)


class _Maker:
    """Makes the cells: a method a row."""

    def __init__(self, careers: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> None:
        self.say = say
        self.frame = frame
        self.place = say.country_name(frame.shown, short=True)
        self.elsewhere = other_countries(careers, frame)
        self.pay = PayCells(careers[0], say, frame)
        self.skills = {career.id: self._skills_of(career, careers, skills) for career in careers}
        self.official_skills = any(career.role is None for career in careers)
        self.shared = set.intersection(*(set(names) for names in self.skills.values()))

    def rows(self) -> dict[str, _Row]:
        say, pay = self.say, self.pay
        points = {
            f"pay_{self.frame.shown.lower()}_{point}": _Row(pay.title(point), pay.point(point), max) for point in POINTS
        }
        elsewhere = {
            f"pay_{country.lower()}": _Row(
                say("{country}, gross a year", country=say.country_name(country)), pay.told(country)
            )
            for country in self.elsewhere
        }
        classified_in = say.country_name(self.frame.classified_in, short=True)
        return {
            "focus": _Row(say("Core focus"), self._focus),
            "tools": _Row(say("Key tools"), self._tools),
            "skills_shared": _Row(say("Skills that all share"), self._shared),
            "skills_own": _Row(say("Skills beside those"), self._own),
            **points,
            "pay_against": _Row(say("Pay against the first"), pay.against),
            **elsewhere,
            "stars": _Row(say("Stars by our judgement"), pay.stars, max),
            "stars_measured": _Row(say("Stars of that median, measured"), pay.measured_stars, max),
            "entry": _Row(say("Getting in, our judgement"), self._entry),
            "zone": _Row(say("Preparation (job zone), {country}", country=classified_in), self._zone, min),
            "education": _Row(say("Education"), self._education),
            "ready_time": _Row(say("Time to be ready"), self._time),
            "ready_cost": _Row(say("Cost to be ready"), self._cost),
            "hours": _Row(say("Hours"), lambda career: self._badge(career, "hours")),
            "place": _Row(say("Place"), lambda career: self._badge(career, "place")),
            "remote": _Row(say("From afar"), self._remote),
            "demand": _Row(say("Demand"), lambda career: self._badge(career, "demand")),
            "employment": _Row(say("Employees, {country}", country=self.place), self._employment),
            "outlook": _Row(say("Outlook, {country}", country=self.place), self._outlook, max),
            "openings": _Row(self._openings_title(), self._openings, max),
            "interests": _Row(say("Interests"), self._interests),
            "freelance": _Row(say("Work for themselves"), self._freelance),
            "pros": _Row(say("Best points"), lambda career: self._points(career, "pros")),
            "cons": _Row(say("Worst points"), lambda career: self._points(career, "cons")),
            "suits": _Row(say("It suits you if you can say"), lambda career: self._statements(career, "for")),
            "suits_not": _Row(say("Think twice if you say"), lambda career: self._statements(career, "against")),
        }

    def _focus(self, career: Subject) -> Cell:
        if career.role:
            return make_cell(career.role.focus, career.role.focus, self.say)
        if not career.occupation:
            return NOTHING
        name = career.occupation.family_name
        return make_cell(name, name, self.say, source=self.frame.classification.source)

    def _tools(self, career: Subject) -> Cell:
        if not career.role or not career.role.tools:
            return NOTHING
        return make_cell(", ".join(career.role.tools), career.role.tools, self.say)

    def _skills_of(self, career: Subject, all_: Sequence[Subject], names: Mapping[str, str]) -> list[str]:
        """Guides among themselves by our own vocabulary; where an occupation is among them, all by the BLS's."""
        if all(other.role for other in all_):
            assert career.role
            notes = section_of(career.role, "hard-skills").skills
            return list(dict.fromkeys((*career.role.tools, *(note.name for note in notes))))
        listed = list(names.values())
        return [listed[n] for n in career.measures.skills if n < len(listed)]

    def _skill_cell(self, names: list[str], career: Subject) -> Cell:
        if not self.skills[career.id]:
            return NOTHING
        text = ", ".join(names) or self.say("none")
        if not self.official_skills:
            return make_cell(text, names, self.say)
        outlook = outlook_of(career)  # skills are ranked for the codes that are projected
        source, date = self.frame.skill_ranks
        return make_cell(
            text, names, self.say, source=source, reference=date, of=outlook.of if outlook else rated_of(career)
        )

    def _shared(self, career: Subject) -> Cell:
        return self._skill_cell([name for name in self.skills[career.id] if name in self.shared], career)

    def _own(self, career: Subject) -> Cell:
        return self._skill_cell([name for name in self.skills[career.id] if name not in self.shared], career)

    def _entry(self, career: Subject) -> Cell:
        if not career.role:
            return NOTHING
        return make_cell(words.entry_word(career.role.entry, self.say), career.role.entry, self.say)

    def _zone(self, career: Subject) -> Cell:
        zone = career.measures.zone
        if zone is None:
            return NOTHING
        text, (source, date) = self.say("{count} of {out_of}", count=zone, out_of=5), self.frame.classification
        return make_cell(text, zone, self.say, source=source, reference=date, of=rated_of(career))

    def _badge(self, career: Subject, id_: str) -> Cell:
        badges = part_of(career, "at-a-glance").badges
        cited = next((badge.text for badge in badges if badge.id == id_), None)
        if cited is None:
            return NOTHING
        text = plain(cited, self.say)
        sources = {source for source in find_citations(cited) if source != EDITORIAL}
        return Cell(text=text, value=text, source=sources.pop() if len(sources) == 1 else None, cited=cited)

    def _education(self, career: Subject) -> Cell:
        if career.role:
            return self._badge(career, "education")
        if not career.occupation or not career.occupation.education:
            return NOTHING
        word = words.requirement_word(career.occupation.education, self.say)
        return self._projected(career, word, career.occupation.education)

    def _projected(self, career: Subject, text: str, value: object) -> Cell:
        """What the projections say of an occupation beside its outlook, with their country and year."""
        outlook = outlook_of(career)
        year = str(outlook.from_year) if outlook else ""
        text = self.say("{words} ({country}, {year})", words=text, country=self.place, year=year)
        return make_cell(
            text, value, self.say, source=outlook.source if outlook else None, of=outlook.of if outlook else None
        )

    def _time(self, career: Subject) -> Cell:
        say = self.say
        if career.role:
            months = next((cost for cost in section_of(career.role, "costs").costs if cost.currency is None), None)
            if months is None:
                return NOTHING
            text = say("{low} to {high} months", low=say.number(months.low), high=say.number(months.high))
            judged = f" ({say('our judgement')})" if months.basis == EDITORIAL else ""
            return make_cell(text + judged, [months.low, months.high], say, source=months.source)
        if career.measures.years is None or career.occupation is None:
            return NOTHING
        years = int(career.measures.years)
        parts = [say.count("{n} year of study", "{n} years of study", years) if years else say("no study after school")]
        if career.occupation.training not in (None, "None"):
            parts.append(say("training: {words}", words=words.requirement_word(career.occupation.training, say)))
        if career.occupation.experience not in (None, "None"):
            parts.append(say("experience: {words}", words=words.requirement_word(career.occupation.experience, say)))
        return self._projected(career, say.semicolon.join(parts), career.measures.years * 12)

    def _cost(self, career: Subject) -> Cell:
        """From the cheapest to the dearest step in each country, each end with its own source."""
        costs = part_of(career, "costs").costs
        texts: list[str] = []
        figures: list[Figure] = []
        value = {}
        for country in dict.fromkeys((self.frame.shown, self.frame.country, *(c.country for c in costs if c.country))):
            known = [cost for cost in costs if cost.country == country and cost.currency]
            if not known:
                continue
            low, high = min(known, key=lambda cost: cost.low), max(known, key=lambda cost: cost.high)
            ends = self._cost_figure(low, low.low), self._cost_figure(high, high.high)
            texts.append(self.say.country_name(country) + self.say.colon + self._cited_range(*ends))
            value[country] = [low.low, high.high]
            figures += ends
        if not texts:
            return NOTHING
        cited = self.say.semicolon.join(texts)
        sources = {figure.source for figure in figures}
        return Cell(
            text=plain(cited, self.say),
            value=value,
            source=sources.pop() if len(sources) == 1 else None,
            cited=cited,
            figures=tuple(figures),
        )

    def _cost_figure(self, cost: Cost, amount: float) -> Figure:
        return Figure(
            text=self.say.money(amount, cost.currency or ""),
            value=amount,
            country=cost.country,
            whom=cost.name,
            reference=self.frame.source_dates.get(cost.source or "", "")[:4] or None,
            source=cost.source,
        )

    def _cited_range(self, low: Figure, high: Figure) -> str:
        """From one figure to another, each with its source, or both with the one that they have."""
        last = high.text + self._cited(high)
        if low.source != high.source:
            return self.say("{low} to {high}", low=low.text + self._cited(low), high=last)
        return last if low.text == high.text else self.say("{low} to {high}", low=low.text, high=last)

    def _cited(self, figure: Figure) -> str:
        """The year and the source of a figure; our judgement where it has none."""
        year = f" ({figure.reference})" if figure.reference else ""
        return f"{year} [@{figure.source or EDITORIAL}]"

    def _remote(self, career: Subject) -> Cell:
        if not career.role:
            return NOTHING
        return make_cell(words.remote_word(career.role.remote, self.say), career.role.remote, self.say)

    def _employment(self, career: Subject) -> Cell:
        occupation = same_occupation(career)
        if not occupation or not occupation.employment or not occupation.pay:
            return NOTHING
        wage = occupation.pay
        text = self.say.number(occupation.employment)
        return make_cell(
            text, occupation.employment, self.say, source=wage.source, reference=wage.reference, of=wage.of
        )

    def _outlook(self, career: Subject) -> Cell:
        outlook = outlook_of(career)
        if not outlook or outlook.growth_percent is None:
            return NOTHING
        text = self.say(
            "{change}, {start} to {end}",
            change=self.say.percent(outlook.growth_percent),
            start=outlook.from_year,
            end=outlook.to_year,
        )
        return make_cell(text, outlook.growth_percent, self.say, source=outlook.source, of=outlook.of)

    def _openings_title(self) -> str:
        projected = self.frame.outlook
        if not projected or not projected.from_year:
            return self.say("Openings a year, {country}", country=self.place)
        years = {"start": projected.from_year, "end": projected.to_year}
        return self.say("Openings a year, {country}, {start} to {end}", country=self.place, **years)

    def _openings(self, career: Subject) -> Cell:
        outlook = outlook_of(career)
        if not outlook or outlook.openings_per_year is None:
            return NOTHING
        openings = outlook.openings_per_year
        return make_cell(self.say.number(openings), openings, self.say, source=outlook.source, of=outlook.of)

    def _interests(self, career: Subject) -> Cell:
        if not career.measures.interests:
            return NOTHING
        ratings = dict(zip("RIASEC", career.measures.interests, strict=True))
        top = sorted(ratings, key=lambda letter: -ratings[letter])[:3]
        names = words.interest_names(self.say)
        text = ", ".join(f"{names[letter]}{NO_BREAK}{self.say.number(ratings[letter], 1)}" for letter in top)
        source, date = self.frame.classification
        return make_cell(text, ratings, self.say, source=source, reference=date, of=rated_of(career))

    def _freelance(self, career: Subject) -> Cell:
        outlook = outlook_of(career)
        share = career.measures.freelance
        if share is None or not outlook:
            return NOTHING
        shown, year = self.say.number(share, 1), str(outlook.from_year)
        text = self.say("{share}% ({country}, {year})", share=shown, country=self.place, year=year)
        return make_cell(text, share, self.say, source=outlook.source, of=outlook.of)

    def _points(self, career: Subject, side: str) -> Cell:
        points = getattr(part_of(career, "pros-cons"), side)[:MOST]
        names = [plain(point.name, self.say) for point in points]
        return make_cell(self.say.semicolon.join(names), names, self.say) if names else NOTHING

    def _statements(self, career: Subject, direction: str) -> Cell:
        statements = part_of(career, "fit").statements
        texts = [statement.text for statement in statements if statement.direction == direction][:MOST]
        return make_cell(" ".join(texts), texts, self.say) if texts else NOTHING
