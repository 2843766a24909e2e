"""The rows of a comparison: each says one thing of every career, with its raw value and its sources."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

import msgspec

from careercli.core.comparing.contrasts import fastest, most
from careercli.core.comparing.reports import About, Cell, CompareRow
from careercli.locale import Say, words
from careercli.usecases.compare_cells import CareerCells
from careercli.usecases.compare_frame import Frame, Subject, everybody_growth, when
from careercli.usecases.compare_pay import POINTS, PayCells, other_countries


class _Row(NamedTuple):
    title: str
    label: str
    cell: Callable[[Subject], Cell]
    best: Callable[..., float | None] | None = None
    where: str = ""
    judged: bool = False


def make_rows(careers: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> tuple[CompareRow, ...]:
    """All rows in their order; the first career is the baseline. `skills` are the names of the BLS skills."""
    made = _Maker(careers, skills, say, frame)
    rows = []
    for about, group in made.rows().items():
        for id_, row in group.items():
            cells = tuple(row.cell(career) for career in careers)
            cells = _mark_best(cells, row.best) if row.best else cells
            told = {"title": row.title, "label": row.label, "where": row.where}
            rows.append(CompareRow(id=id_, about=about, cells=cells, judged=row.judged, **told))
    return tuple(rows)


def _mark_best(cells: tuple[Cell, ...], best: Callable[..., float | None]) -> tuple[Cell, ...]:
    """The cells with the best marked: none where it, or one as good, counts another group than the career.

    None either where the figures are of several places, or a span of figures reaches beyond it.
    """
    if len({cell.place for cell in cells if cell.value is not None}) > 1:
        return cells
    known = {cell.value for cell in cells if isinstance(cell.value, int | float)}
    spans = {max(cell.value) for cell in cells if isinstance(cell.value, list) and cell.value}
    if len(known | spans) < 2 or not known or (lead := best(known | spans)) not in known:  # None leads nothing
        return cells
    top = [cell for cell in cells if cell.value == lead]
    if any(cell.of and not cell.of.own for cell in top):
        return cells
    return tuple(msgspec.structs.replace(cell, best=cell in top) for cell in cells)


class _Maker:
    """Names the rows, and says where their cells come from."""

    def __init__(self, careers: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> None:
        self.careers = careers
        self.say = say
        self.frame = frame
        self.place = say.country_name(frame.shown, short=True)
        self.projected = any(not career.role for career in careers)
        self.elsewhere = other_countries(careers, frame)
        self.pay = PayCells(careers[0], say, frame)
        self.cells = CareerCells(careers, skills, say, frame)

    def rows(self) -> dict[About, dict[str, _Row]]:
        """The rows by what a person asks."""
        return {
            "pay": self._pay_rows(),
            "entry": self._entry_rows(),
            "work": self._work_rows(),
            "jobs": self._jobs_rows(),
        }

    def _pay_rows(self) -> dict[str, _Row]:
        say, pay, where = self.say, self.pay, self.pay.where(self.careers)
        shown = self.frame.shown.lower()
        points = {
            f"pay_{shown}_{point}": _Row(pay.title(point), pay.label(point), pay.point(point), most, where)
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
        here = where
        if self.frame.country != self.frame.shown:
            here = ", ".join([*pay.here_terms(self.careers), say.country_name(self.frame.country, short=True)])
        return {
            **points,
            "pay_here": _Row(say("Stars, pay"), pay.here_label(self.careers), pay.here, None, here, judged=True),
            "pay_against": _Row(say("Pay against the first"), say("Against the first"), pay.against, None, where),
            **elsewhere,
            "stars": _Row(say("Stars by our judgment"), say("Stars"), pay.stars, max, judged=True),
            "stars_measured": _Row(say("Stars of that median, measured"), say("Stars"), pay.measured_stars, max, where),
        }

    def _entry_rows(self) -> dict[str, _Row]:
        say, cells = self.say, self.cells
        classified_in = say.country_name(self.frame.classified_in, short=True)
        zoned = when(classified_in, self.frame.classification, say)
        here = say("Way in, {country}", country=say.country_name(self.frame.country, short=True))
        own = any(cells.access(career).value for career in self.careers if not career.role)
        licensed = any(cells.license(career).value for career in self.careers)
        needed = say("License, {country}", country=say.country_name(self.frame.country, short=True))
        return {
            **({"access": _Row(here, here, cells.access, judged=True)} if own else {}),
            "entry": _Row(say("Getting in, our judgment"), say("Getting in"), cells.entry, judged=True),
            "zone": _Row(
                say("Preparation (job zone), {country}", country=classified_in),
                self._foreign(say("Preparation"), self.frame.classified_in),
                cells.zone,
                min,
                zoned,
            ),
            "education": _Row(
                say("Education"),
                self._projected(say("Studies")),
                cells.education,
                None,
                self._year() if self.projected else "",
            ),
            **({"license": _Row(needed, say("License"), cells.license)} if licensed else {}),
            "ready_time": _Row(
                say("Time to be ready"),
                self._projected(say("Time to be ready")),
                cells.time,
                None,
                self._year() if self.projected else "",
            ),
            "ready_cost": _Row(say("Cost to be ready"), say("Course fees"), cells.cost, None, cells.cost_where()),
        }

    def _work_rows(self) -> dict[str, _Row]:
        say, cells = self.say, self.cells
        classified_in = say.country_name(self.frame.classified_in, short=True)
        zoned = when(classified_in, self.frame.classification, say)
        ranked, judged = when(self.place, self.frame.skill_ranks, say), not cells.official_skills
        return {
            "focus": _Row(say("The work"), say("The work"), cells.focus, None, zoned),
            "tools": _Row(say("Key tools"), say("Tools"), cells.tools, judged=True),
            "skills_shared": _Row(
                say("Skills that all share"), say("Shared skills"), cells.shared_skills, None, ranked, judged
            ),
            "skills_own": _Row(
                say("Skills beside those"), say("Skills of its own"), cells.own_skills, None, ranked, judged
            ),
            "hours": _Row(say("Hours"), say("Hours"), lambda career: cells.badge(career, "hours")),
            "place": _Row(say("Place"), say("Place"), lambda career: cells.badge(career, "place")),
            "remote": _Row(say("From afar"), say("Remote work"), cells.remote, judged=True),
            "pros": _Row(say("Best points"), say("Best points"), lambda career: cells.points(career, "pros")),
            "cons": _Row(say("Worst points"), say("Worst points"), lambda career: cells.points(career, "cons")),
            "suits": self._said(say("It suits you if you can say"), "for"),
            "suits_not": self._said(say("Think twice if you say"), "against"),
            "interests": _Row(say("Interests"), say("Interests"), cells.interests, None, zoned),
            "freelance": _Row(
                say("Work for themselves"), say("Work for themselves"), cells.freelance, None, self._year()
            ),
        }

    def _jobs_rows(self) -> dict[str, _Row]:
        say, cells, place = self.say, self.cells, self.place
        return {
            "demand": _Row(say("Demand"), say("Demand"), lambda career: cells.badge(career, "demand")),
            "employment": _Row(
                say("Employees, {country}", country=place),
                say("Employees"),
                cells.employment,
                None,
                self._counted(),
            ),
            "outlook": _Row(
                say("Outlook, {country}", country=place), say("Growth"), cells.outlook, self._fastest, self._years()
            ),
            "openings": _Row(self._openings_title(), say("Openings a year"), cells.openings, max, self._years()),
        }

    def _fastest(self, rates: Collection[float]) -> float | None:
        return fastest(rates, everybody_growth(self.careers))

    def _said(self, title: str, direction: str) -> _Row:
        return _Row(title, title, lambda career: self.cells.statements(career, direction))

    def _foreign(self, label: str, country: str) -> str:
        """A label, with the country where that is not the person's: what is asked for there does not hold here."""
        return label if country == self.frame.country else words.in_country(label, country, self.say)

    def _projected(self, label: str) -> str:
        """A label of what the projections say of occupations and guides of themselves: whose it is where all is."""
        return self._foreign(label, self.frame.shown) if all(not career.role for career in self.careers) else label

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
        return (
            self.say("projected, {start} to {end}", start=projected.from_year, end=projected.to_year)
            + f", {self.place}"
        )

    def _openings_title(self) -> str:
        projected = self.frame.outlook
        if not projected or not projected.from_year:
            return self.say("Openings a year, {country}", country=self.place)
        years = {"start": projected.from_year, "end": projected.to_year}
        return self.say("Openings a year, {country}, {start} to {end}", country=self.place, **years)
