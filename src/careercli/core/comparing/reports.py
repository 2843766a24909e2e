"""What `compare` answers: careers side by side, their order, and what limits take out."""

from collections.abc import Sequence
from typing import Any, Literal

from careercli.core.careers.model import Counts, Group, Level, Match, Model
from careercli.core.careers.places import Place
from careercli.core.careers.reports import Kind, Report, Table
from careercli.core.comparing.weighing import Weighing

#: What a person asks of a career: what it pays, how to get in, what it is like, how many jobs there are.
About = Literal["pay", "entry", "work", "jobs"]


class Figure(Model, frozen=True, kw_only=True):
    """One value of a cell that holds several: of which level or place, whom it counts in words, of when, by whom.

    `counts` says whether that is the career itself.
    """

    text: str
    value: Any
    level: Level | None = None
    country: str | None = None
    place: str | None = None
    whom: str = ""
    counts: Counts = "title"
    reference: str | None = None
    source: str | None = None
    of: Group | None = None


class Cell(Model, frozen=True, kw_only=True):
    """A cell of a comparison: its text and its raw value; whether it is the best of an ordered row.

    `source` is that of all it says, `reference` the date of its figure and `of` whom that counts; one that does not
    count the career itself is marked in the text, and never the best. `cited` is the text with its dates, and with the
    source of each value as `[@id]`; `brief` is it as it stands where place and date are told for the whole row.
    `figures` are the values of a cell that holds several. `place`: where the figure is counted, if not all over the
    country; several places where its figures are of several.
    """

    text: str
    value: Any = None
    source: str | None = None
    best: bool = False
    of: Group | None = None
    reference: str | None = None
    cited: str = ""
    brief: str = ""
    figures: tuple[Figure, ...] = ()
    place: str | None = None


class CompareRow(Model, frozen=True, kw_only=True):
    """What is said of every career: `title` says all of it; `label` in a word or two, with `where` and when apart.

    `judged`: what has no source is our judgement.
    """

    id: str
    title: str
    cells: tuple[Cell, ...]
    about: About = "work"
    label: str = ""
    where: str = ""
    judged: bool = False


class ComparedCareer(Model, frozen=True, kw_only=True):
    id: str
    kind: Kind
    name: str


class LimitReport(Model, frozen=True, kw_only=True):
    """A hard limit, as it was written and in words (`said`), and the careers that it takes out; `back` come back.

    Of the `unknown`, `unknown_ids`, it is not known whether they keep within it: they stay.

    `by_rank`: pay in the currency of another `country`, compared by the share of all its employees who earn less with
    the same share in the country that is `shown`.
    """

    text: str
    said: str = ""
    removed: tuple[str, ...]
    unknown: int
    unknown_ids: tuple[str, ...] = ()
    back: int
    by_rank: float | None = None
    country: str = ""
    shown: str = ""


class StandIn(Model, frozen=True, kw_only=True):
    """The occupation whose figures a guide takes, and how closely it matches."""

    id: str
    occupation: str
    name: str
    match: Match


class CompareReport(Report, frozen=True, kw_only=True):
    """Careers side by side; the first is the baseline. `limits` say what each takes out of the ranking.

    `here` is the career that was asked for alone, its neighbours beside it. `picked`: the rows are those that were
    named, in that order; `full`: a drawn page cuts no text.
    `reader_country` is that whose figures the person wants. `groups` are whom the figures of a
    career count, by its id, where that is not the career itself. `place`: where the pay is asked for, if not all over
    the country. `everybody_growth`: that of all occupations together, in percent.
    """

    baseline: str
    here: str | None = None
    picked: bool = False
    full: bool = False
    reader_country: str = ""
    careers: tuple[ComparedCareer, ...]
    rows: tuple[CompareRow, ...]
    weights: dict[str, float] = {}
    weighing: Weighing = Weighing()
    limits: tuple[LimitReport, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    place: Place | None = None
    groups: dict[str, tuple[Group, ...]] = {}
    everybody_growth: float | None = None

    @property
    def shown(self) -> str:
        """The country whose official pay is compared; empty where no such row is."""
        return next((row.id.split("_")[1].upper() for row in self.rows if row.id.endswith("_p50")), "")

    @property
    def abroad(self) -> bool:
        """Whether that is not the country of the reader."""
        return bool(self.shown) and self.shown != self.reader_country

    @property
    def pay_is_told(self) -> bool:
        """Whether careers are compared by what the lists say of their pay, not by official percentiles.

        These are of another country than the reader's, or some career has none of its own.
        """
        row = next((row for row in self.rows if row.id == "pay_here"), None)
        told = [cell.value for cell in row.cells if isinstance(cell.value, dict)] if row else []
        terms = {(value["currency"], value["period"], value["tax"]) for value in told}
        if not row or len(told) < len(row.cells) or len(terms) > 1:
            return False
        return self.abroad or any(value["basis"] != "measured" for value in told)

    @property
    def pay_is_reckoned(self) -> bool:
        """Whether they are compared by older medians of the reader's country as these may be by now."""
        row = next((row for row in self.rows if row.id == "pay_here"), None)
        values = [cell.value for cell in row.cells] if row and self.pay_is_told else []
        return any(isinstance(value, dict) and value["basis"] == "reckoned" for value in values)

    @property
    def data(self) -> object:
        return {
            "baseline": self.baseline,
            "here": self.here,
            "careers": self.careers,
            "rows": self.rows,
            "ranking": self.weighing.ranking,
            "weights": self.weights,
            "sensitivity": self.weighing.tippings,
            "left_out": self.weighing.left_out,
            "limits": self.limits,
            "stand_ins": self.stand_ins,
            "place": self.place,
        }

    @property
    def table(self) -> Table:
        head = ("row", *(career.id for career in self.careers))
        scores = {ranked.id: ranked.score for ranked in self.weighing.ranking}
        scored = [("score", *(scores.get(career.id) for career in self.careers))] if scores else []
        titles = ["; ".join(of.title for of in self.marked_groups.get(career.id, ())) for career in self.careers]
        counted = [("of", *titles), ("of_rows", *map("; ".join, self._marked_rows()))] if any(titles) else []
        return (head, *((row.id, *(_raw(cell.value) for cell in row.cells)) for row in self.rows), *counted, *scored)

    def _marked_rows(self) -> list[list[str]]:
        """The rows in which the figure of each career counts another group."""
        return [
            [row.id for row in self.rows if (of := row.cells[n].of) and not of.own] for n in range(len(self.careers))
        ]

    @property
    def marked_groups(self) -> dict[str, tuple[Group, ...]]:
        """Whom the marked figures count, by the id of the career; those beside the first career mark it too."""
        ids = [career.id for career in self.careers]
        marked = {ranked.id for ranked in self.weighing.ranking if ranked.of}
        for row in self.rows:
            found = {id_ for id_, cell in zip(ids, row.cells, strict=True) if cell.of and not cell.of.own}
            marked |= found | ({self.baseline} if found and row.id == "pay_against" else set())
        return {id_: self.groups[id_] for id_ in ids if id_ in marked and self.groups.get(id_)}


def _raw(value: object) -> object:
    """A value as a spreadsheet takes it: numbers stay numbers, a range is `low..high`, parts are `name=value`."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return "; ".join(f"{name}={_raw(part)}" for name, part in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        ends = all(isinstance(part, int | float) for part in value)
        return (".." if ends else "; ").join(str(_raw(part)) for part in value)
    return value
