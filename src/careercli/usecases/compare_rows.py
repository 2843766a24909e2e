"""The rows of a comparison: each says one thing of every career, with its raw value and its sources."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from careercli.core.careers.model import Cost, TimeToEnter
from careercli.core.comparing.compare import section_of
from careercli.core.comparing.reports import About, Cell, CompareRow, Figure
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
    when,
)
from careercli.usecases.compare_pay import POINTS, PayCells, other_countries

#: Points and statements that are shown of each side.
MOST = 3


class _Row(NamedTuple):
    title: str
    label: str
    cell: Callable[[Subject], Cell]
    best: Callable[..., float] | None = None
    where: str = ""


def make_rows(careers: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> tuple[CompareRow, ...]:
    """All rows in their order; the first career is the baseline. `skills` are the names of the BLS skills."""
    made = _Maker(careers, skills, say, frame)
    rows = []
    for about, group in made.rows().items():
        for id_, row in group.items():
            cells = tuple(row.cell(career) for career in careers)
            cells = _mark_best(cells, row.best) if row.best else cells
            rows.append(
                CompareRow(id=id_, title=row.title, label=row.label, about=about, where=row.where, cells=cells)
            )
    return tuple(rows)


def _mark_best(cells: tuple[Cell, ...], best: Callable[..., float]) -> tuple[Cell, ...]:
    """The cells with the best marked: none where it, or one as good, counts another group than the career."""
    known = {cell.value for cell in cells if isinstance(cell.value, int | float)}
    top = [cell for cell in cells if len(known) > 1 and cell.value == best(known)]
    if any(cell.of and not cell.of.own for cell in top):
        return cells
    return tuple(msgspec.structs.replace(cell, best=cell in top) for cell in cells)


class _Maker:
    """Makes the cells: a method a row."""

    def __init__(self, careers: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> None:
        self.careers = careers
        self.say = say
        self.frame = frame
        self.place = say.country_name(frame.shown, short=True)
        self.elsewhere = other_countries(careers, frame)
        self.pay = PayCells(careers[0], say, frame)
        self.skills = {career.id: self._skills_of(career, careers, skills) for career in careers}
        self.official_skills = any(career.role is None for career in careers)
        self.shared = set.intersection(*(set(names) for names in self.skills.values()))

    def rows(self) -> dict[About, dict[str, _Row]]:
        """The rows by what a person asks."""
        return {"pay": self._pay_rows(), "entry": self._entry_rows(), "work": self._work_rows(), "jobs": self._jobs_rows()}

    def _pay_rows(self) -> dict[str, _Row]:
        say, pay, where = self.say, self.pay, self.pay.where(self.careers)
        shown = self.frame.shown.lower()
        points = {
            f"pay_{shown}_{point}": _Row(pay.title(point), pay.label(point), pay.point(point), max, where)
            for point in POINTS
        }
        elsewhere = {
            f"pay_{country.lower()}": _Row(
                say("{country}, gross a year", country=say.country_name(country)),
                say("Salary, {country}", country=say.country_name(country, short=True)),
                pay.told(country),
            )
            for country in self.elsewhere
        }
        judged = say("our judgement")
        return {
            **points,
            "pay_against": _Row(say("Pay against the first"), say("Against the first"), pay.against, None, where),
            **elsewhere,
            "stars": _Row(say("Stars by our judgement"), say("Stars"), pay.stars, max, judged),
            "stars_measured": _Row(
                say("Stars of that median, measured"), say("Stars"), pay.measured_stars, max, where
            ),
        }

    def _entry_rows(self) -> dict[str, _Row]:
        say = self.say
        classified_in = say.country_name(self.frame.classified_in, short=True)
        zoned = when(classified_in, self.frame.classification, say)
        return {
            "entry": _Row(
                say("Getting in, our judgement"), say("Getting in"), self._entry, None, say("our judgement")
            ),
            "zone": _Row(
                say("Preparation (job zone), {country}", country=classified_in),
                self._foreign(say("Preparation"), self.frame.classified_in),
                self._zone,
                min,
                zoned,
            ),
            "education": _Row(
                say("Education"), self._foreign(say("Studies"), self.frame.shown), self._education, None, self._year()
            ),
            "ready_time": _Row(
                say("Time to be ready"),
                self._foreign(say("Time to be ready"), self.frame.shown),
                self._time,
                None,
                self._year(),
            ),
            "ready_cost": _Row(say("Cost to be ready"), say("What it costs"), self._cost),
        }

    def _work_rows(self) -> dict[str, _Row]:
        say, judged = self.say, self.say("our judgement")
        classified_in = say.country_name(self.frame.classified_in, short=True)
        zoned = when(classified_in, self.frame.classification, say)
        ranked = when(self.place, self.frame.skill_ranks, say) if self.official_skills else judged
        return {
            "focus": _Row(say("Core focus"), say("Field"), self._focus, None, zoned),
            "tools": _Row(say("Key tools"), say("Tools"), self._tools, None, judged),
            "skills_shared": _Row(say("Skills that all share"), say("Shared skills"), self._shared, None, ranked),
            "skills_own": _Row(say("Skills beside those"), say("Skills"), self._own, None, ranked),
            "hours": _Row(say("Hours"), say("Hours"), lambda career: self._badge(career, "hours")),
            "place": _Row(say("Place"), say("Place"), lambda career: self._badge(career, "place")),
            "remote": _Row(say("From afar"), say("Remote work"), self._remote, None, judged),
            "pros": _Row(say("Best points"), say("Best points"), lambda career: self._points(career, "pros")),
            "cons": _Row(say("Worst points"), say("Worst points"), lambda career: self._points(career, "cons")),
            "suits": self._said(say("It suits you if you can say"), "for"),
            "suits_not": self._said(say("Think twice if you say"), "against"),
            "interests": _Row(say("Interests"), say("Interests"), self._interests, None, zoned),
            "freelance": _Row(
                say("Work for themselves"), say("Work for themselves"), self._freelance, None, self._year()
            ),
        }

    def _jobs_rows(self) -> dict[str, _Row]:
        say, place = self.say, self.place
        return {
            "demand": _Row(say("Demand"), say("Demand"), lambda career: self._badge(career, "demand")),
            "employment": _Row(
                say("Employees, {country}", country=place), say("Employees"), self._employment, None, self._counted()
            ),
            "outlook": _Row(
                say("Outlook, {country}", country=place), say("Growth"), self._outlook, max, self._years()
            ),
            "openings": _Row(
                self._openings_title(), say("Openings a year"), self._openings, max, self._years()
            ),
        }

    def _said(self, title: str, direction: str) -> _Row:
        return _Row(title, title, lambda career: self._statements(career, direction))

    def _foreign(self, label: str, country: str) -> str:
        """A label, with the country where that is not the person's: what is asked for there does not hold here."""
        return label if country == self.frame.country else words.in_country(label, country, self.say)

    def _counted(self) -> str:
        """Place and date of a count of employees."""
        wages = [career.occupation.pay for career in self.careers if career.occupation and career.occupation.pay]
        return ", ".join([self.place, *(self.say.date(wage.reference) for wage in wages[:1])])

    def _year(self) -> str:
        """Place and year of what is projected from."""
        start = self.frame.outlook.from_year if self.frame.outlook else None
        return f"{self.place}, {start}" if start else self.place

    def _years(self) -> str:
        """Place and years of a projection."""
        projected = self.frame.outlook
        if not projected or not projected.from_year:
            return self.place
        return self.say(
            "projected, {start} to {end}", start=projected.from_year, end=projected.to_year
        ) + f", {self.place}"

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

    def _skill_cell(self, names: list[str], career: Subject, most: int | None = None) -> Cell:
        if not self.skills[career.id]:
            return NOTHING
        text, leading = ", ".join(names) or self.say("none"), ", ".join(names[:most])
        if not self.official_skills:
            return make_cell(text, names, self.say, brief=leading)
        outlook = outlook_of(career)  # skills are ranked for the codes that are projected
        source, date = self.frame.skill_ranks
        of = outlook.of if outlook else rated_of(career)
        return make_cell(text, names, self.say, source=source, reference=date, of=of, brief=leading)

    def _shared(self, career: Subject) -> Cell:
        return self._skill_cell([name for name in self.skills[career.id] if name in self.shared], career)

    def _own(self, career: Subject) -> Cell:
        return self._skill_cell([name for name in self.skills[career.id] if name not in self.shared], career, MOST)

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
        dated = self.say("{words} ({country}, {year})", words=text, country=self.place, year=year)
        source, of = (outlook.source, outlook.of) if outlook else (None, None)
        return make_cell(dated, value, self.say, source=source, of=of, brief=text)

    def _time(self, career: Subject) -> Cell:
        say = self.say
        if career.role:
            return self._time_to_enter(career.role.time_to_enter)
        if career.measures.years is None or career.occupation is None:
            return NOTHING
        years = int(career.measures.years)
        parts = [say.count("{n} year of study", "{n} years of study", years) if years else say("no study after school")]
        if career.occupation.training not in (None, "None"):
            parts.append(say("training: {words}", words=words.requirement_word(career.occupation.training, say)))
        if career.occupation.experience not in (None, "None"):
            parts.append(say("experience: {words}", words=words.requirement_word(career.occupation.experience, say)))
        return self._projected(career, say.semicolon.join(parts), career.measures.years * 12)

    def _time_to_enter(self, times: Sequence[TimeToEnter]) -> Cell:
        """How long it takes to be hired from school, or whence a guide tells it; the other starts as its figures."""
        if not times:
            return NOTHING
        first = next((time for time in times if time.start == "school"), times[0])
        cited = words.time_words([first], self.say)
        figures = tuple(
            Figure(
                text=plain(words.time_words([time], self.say), self.say),
                value=[time.low, time.high],
                whom=time.start,
                source=time.source,
            )
            for time in times
        )
        return Cell(
            text=plain(cited, self.say), value=[first.low, first.high], source=first.source, cited=cited, figures=figures
        )

    def _cost(self, career: Subject) -> Cell:
        """From the cheapest to the dearest step in each country, each end with its own source.

        The text has those of the person's country and of the one whose figures are compared.
        """
        costs = part_of(career, "costs").costs
        texts: list[str] = []
        figures: list[Figure] = []
        value = {}
        for country in dict.fromkeys((self.frame.shown, self.frame.country, *(c.country for c in costs if c.country))):
            known = [cost for cost in costs if cost.country == country]
            if not known:
                continue
            low, high = min(known, key=lambda cost: cost.low), max(known, key=lambda cost: cost.high)
            ends = self._cost_figure(low, low.low), self._cost_figure(high, high.high)
            if country in (self.frame.shown, self.frame.country) or not texts:
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
            text=self.say.money(amount, cost.currency),
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
        brief = self.say.percent(outlook.growth_percent)
        return make_cell(text, outlook.growth_percent, self.say, source=outlook.source, of=outlook.of, brief=brief)

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
        brief = ", ".join(names[letter] for letter in top)
        return make_cell(text, ratings, self.say, source=source, reference=date, of=rated_of(career), brief=brief)

    def _freelance(self, career: Subject) -> Cell:
        outlook = outlook_of(career)
        share = career.measures.freelance
        if share is None or not outlook:
            return NOTHING
        shown, year = self.say.number(share, 1), str(outlook.from_year)
        text = self.say("{share}% ({country}, {year})", share=shown, country=self.place, year=year)
        brief = self.say.share(share / 100, 1)
        return make_cell(text, share, self.say, source=outlook.source, of=outlook.of, brief=brief)

    def _points(self, career: Subject, side: str) -> Cell:
        points = getattr(part_of(career, "pros-cons"), side)[:MOST]
        names = [plain(point.name, self.say) for point in points]
        return make_cell(self.say.semicolon.join(names), names, self.say) if names else NOTHING

    def _statements(self, career: Subject, direction: str) -> Cell:
        statements = part_of(career, "fit").statements
        texts = [statement.text for statement in statements if statement.direction == direction][:MOST]
        return make_cell(" ".join(texts), texts, self.say) if texts else NOTHING
