"""What `compare` answers: careers side by side, their order, and what limits take out."""

from typing import Any

from careercli.core.careers.model import Match, Model
from careercli.core.careers.reports import Kind, Report, Table
from careercli.core.comparing.weighing import Weighing


class Cell(Model, frozen=True, kw_only=True):
    """A cell of a comparison: its text and its raw value; whether it is the best of an ordered row."""

    text: str
    value: Any = None
    source: str | None = None
    best: bool = False


class CompareRow(Model, frozen=True, kw_only=True):
    id: str
    title: str
    cells: tuple[Cell, ...]


class ComparedCareer(Model, frozen=True, kw_only=True):
    id: str
    kind: Kind
    name: str


class LimitReport(Model, frozen=True, kw_only=True):
    """A hard limit and the careers that it takes out; `unknown` have no figure, `back` come back without it.

    `by_rank`: pay in the currency of another `country`, compared by the share of all its employees who earn less with
    the same share in the country that is `shown`.
    """

    text: str
    removed: tuple[str, ...]
    unknown: int
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
    """Careers side by side; the first is the baseline. `limits` say what each takes out of the ranking."""

    baseline: str
    careers: tuple[ComparedCareer, ...]
    rows: tuple[CompareRow, ...]
    weights: dict[str, float] = {}
    weighing: Weighing = Weighing()
    limits: tuple[LimitReport, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()

    @property
    def data(self) -> object:
        return {
            "baseline": self.baseline,
            "careers": self.careers,
            "rows": self.rows,
            "ranking": self.weighing.ranking,
            "weights": self.weights,
            "sensitivity": self.weighing.tippings,
            "left_out": self.weighing.left_out,
            "limits": self.limits,
            "stand_ins": self.stand_ins,
        }

    @property
    def table(self) -> Table:
        head = ("row", *(career.id for career in self.careers))
        scores = {ranked.id: ranked.score for ranked in self.weighing.ranking}
        scored = [("score", *(scores.get(career.id) for career in self.careers))] if scores else []
        return (head, *((row.id, *(cell.text for cell in row.cells)) for row in self.rows), *scored)
