"""The frozen result of each command: what it says, before it is drawn or written."""

from typing import Any, ClassVar, Literal

import msgspec

from careercli.core.languages import Lang
from careercli.core.model import Credit, DataSet, Entry, Match, Model, PayBand, Rating, Remote, Role, Source
from careercli.core.occupation import Extra, Occupation, OccupationCard
from careercli.core.weighing import Weighing

Kind = Literal["role", "occupation"]


class Action(Model, frozen=True, kw_only=True):
    """What one would naturally do next: a label in words, and the command that does it, without the program's name."""

    id: str
    label: str
    command: tuple[str, ...]


class Report(Model, frozen=True, kw_only=True):
    """The base: `data` is what `--json` shows; notes are sentences for the user, actions what to do next."""

    #: The module in `pages/` that lays it out; that of the command where empty.
    page: ClassVar[str] = ""
    command: str
    language: Lang
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def data(self) -> Any:
        raise NotImplementedError

    @property
    def table(self) -> tuple[tuple[Any, ...], ...] | None:
        """The rows of CSV, titles first; None where they are taken from the page."""
        return None


class ShowReport(Report, frozen=True, kw_only=True):
    """A guide, or the sections of it that were asked for."""

    role: Role
    brief: bool = False
    partial: bool = False

    @property
    def data(self) -> Any:
        return self.role


class Card(Model, frozen=True, kw_only=True):
    """A career in a line of a list; `stars` is the ten-star rating of the middle level."""

    id: str
    kind: Kind
    name: str
    family: str
    family_name: str
    stars: int | None = None
    stars_basis: str | None = None
    headline_stars: int | None = None
    focus: str
    summary: str
    tools: tuple[str, ...]
    skills: tuple[str, ...]
    entry: Entry
    remote: Remote
    study_years: tuple[int, int]
    status: str = "complete"
    origin: str = "bundled"


class OccupationReport(Report, frozen=True, kw_only=True):
    """The fact sheet of an occupation, with what an imported release adds; `whole` cuts no list of that."""

    page: ClassVar[str] = "occupation"
    occupation: Occupation
    extra: Extra | None = None
    brief: bool = False
    whole: bool = False

    @property
    def data(self) -> Any:
        return occupation_data(self.occupation) | {"onet": self.extra}


def occupation_data(one: Occupation) -> dict[str, Any]:
    """An occupation as JSON has it."""
    data: dict[str, Any] = msgspec.to_builtins(one)
    data |= {f"name_{lang}": name for lang, name in one.names.items()}
    if data["outlook"]:
        outlook = data["outlook"]
        data["outlook"] = {"from": outlook.pop("from_year"), "to": outlook.pop("to_year"), **outlook}
    return data


class ListReport(Report, frozen=True, kw_only=True):
    """Careers that match what was asked: `fitting` do, of `total`, and the first of them are in `cards`."""

    cards: tuple[Card, ...]
    fitting: int
    total: int

    @property
    def data(self) -> Any:
        return self.cards


class SalarySheet(Model, frozen=True, kw_only=True):
    """What a career pays: bands with their sources, and stars by level. `official` draws the bar."""

    id: str
    kind: Kind
    name: str
    bands: tuple[PayBand, ...]
    ratings: tuple[Rating, ...]
    official: PayBand | None = None


class SalaryReport(Report, frozen=True, kw_only=True):
    """What one or more careers pay."""

    sheets: tuple[SalarySheet, ...]

    @property
    def data(self) -> Any:
        found = [
            {"id": s.id, "kind": s.kind, "name": s.name, "bands": s.bands, "ratings": s.ratings} for s in self.sheets
        ]
        return found[0] if len(found) == 1 else found


class PayReport(Report, frozen=True, kw_only=True):
    """Where a pay stands among all employees of a country; `percentile` is a share from 0 to 1.

    `means`, net and gross, say how gross pay was taken to net.
    """

    page: ClassVar[str] = "pay"
    pay: float
    period: str
    tax: str
    currency: str
    country: str
    percentile: float
    stars: int
    reference: str
    compared: float
    compared_period: str
    compared_tax: str
    next_stars: float | None
    nearest: tuple[OccupationCard, ...]
    means: tuple[float, float] | None = None

    @property
    def data(self) -> Any:
        names = ("pay", "period", "tax", "currency", "country", "percentile", "stars", "reference")
        found = {name: getattr(self, name) for name in names}
        found["nearest"] = [{"id": c.id, "name": c.name, "median": c.median} for c in self.nearest]
        return found


class AtlasReport(Report, frozen=True, kw_only=True):
    """Occupations that match what was asked: `fitting` do, of `total`, and the first of them are in `cards`.

    `wages` and `outlook` are the data sets of their figures.
    """

    page: ClassVar[str] = "atlas"
    cards: tuple[OccupationCard, ...]
    fitting: int
    total: int
    country: str
    wages: DataSet | None = None
    outlook: DataSet | None = None

    @property
    def data(self) -> Any:
        return self.cards


class Hit(Model, frozen=True, kw_only=True):
    """A passage or a title found; `score` is higher for better ones. `snippet` marks the words found: ⟦word⟧."""

    id: str
    kind: Kind
    name: str
    score: float
    section: str
    title: str
    snippet: str


class SearchReport(Report, frozen=True, kw_only=True):
    """What was found, best first."""

    text: str
    hits: tuple[Hit, ...]

    @property
    def data(self) -> Any:
        return self.hits


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
    def data(self) -> Any:
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


class SourcesReport(Report, frozen=True, kw_only=True):
    """The bibliography, or its `weak` part; `credits` are of the sources whose data we carry."""

    credits: tuple[Credit, ...] = ()
    weak: bool = False

    @property
    def data(self) -> Any:
        credited = {one.id: {"attribution": one.attribution, "changes": one.changes} for one in self.credits}
        none = {"attribution": None, "changes": None}
        return [msgspec.to_builtins(source) | credited.get(source.id, none) for source in self.sources]


class Finding(Model, frozen=True, kw_only=True):
    """Something wrong in a file, said in the language of the report, and in English for programs."""

    path: str
    line: int
    field: str
    message: str
    message_en: str


class ValidateReport(Report, frozen=True, kw_only=True):
    """What is wrong in the files that were checked."""

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def data(self) -> Any:
        return {"checked": self.checked, "problems": self.findings}
