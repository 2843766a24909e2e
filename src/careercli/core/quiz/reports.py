"""The frozen results of `careers quiz`: statements, the verdict on one career, a list of careers, what is kept."""

from typing import Any, ClassVar

from careercli.core.careers.model import Model
from careercli.core.careers.reports import Kind, Report, Table
from careercli.core.comparing.reports import ComparedCareer
from careercli.core.quiz.results import Comparison, SavedResult


class QuizItem(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A statement to rate.

    One about a career has a direction and a trait, an activity the scale (R I A S E C) and the shortest
    questionnaire that asks it, one about preparation the job zones that it speaks for.
    """

    id: str
    text: str
    direction: str | None = None
    trait: str | None = None
    scale: str | None = None
    length: str | None = None
    zones: tuple[int, ...] = ()


class ItemsReport(Report, frozen=True, kw_only=True):
    """The statements of a questionnaire; `career` is empty for that which looks for careers."""

    career: str
    name: str
    items: tuple[QuizItem, ...]

    @property
    def data(self) -> Any:
        return {"items": self.items}

    @property
    def table(self) -> Table:
        fields = ("id", "text", "direction") if any(i.direction for i in self.items) else ("id", "text", "scale")
        return (fields, *(tuple(getattr(item, field) for field in fields) for item in self.items))


class Reason(Model, frozen=True, kw_only=True):
    """An answer that pulled the fit up or down, and by how much (`weight`, in units of the fit).

    Where scores were given instead of answers `id` is the letter of a type and `answer` is None.
    """

    id: str
    text: str
    answer: int | None
    weight: float


class WhatIf(Model, frozen=True, kw_only=True):
    """The fit and its band if one answer were another."""

    id: str
    text: str
    answer: int
    fit: float
    band: str


class Turn(Model, frozen=True, kw_only=True):
    """The fewest answers which, in the middle instead, would bring another band: those of the strongest pull."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    fit: float
    band: str


class RelatedCareer(Model, frozen=True, kw_only=True):
    """A neighbouring career with other strengths, and why it is worth a look, in names of traits.

    `shares` speak for both, `spares` what speaks against this one and is not asked there, `adds` what it asks anew.
    An occupation has a `fit` instead: the correlation of its interest ratings with the person’s.
    """

    id: str
    kind: Kind
    name: str
    shares: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    fit: float | None = None


class QuizReport(Report, frozen=True, kw_only=True):
    """Whether a career fits; `fit` from 0 to 1 is the sum of `parts`, or None where none can be given (`refused`).

    An occupation without a guide has a `job_zone`, of the country where it is `classified_in`, and, by type, the
    person's interests (0 to 1) beside its own (1 to 7); `preparation` says whether the person would prepare for that
    long: yes, unsure, no. `answered` statements of a guide share the fit. `resumable`: the answers are kept, and can be
    gone on with.
    """

    page: ClassVar[str] = "quiz_career"
    id: str
    kind: Kind = "role"
    name: str
    fit: float | None
    band: str | None
    parts: dict[str, float]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    what_if: tuple[WhatIf, ...]
    related: tuple[RelatedCareer, ...]
    part_limits: dict[str, float] = {}
    part_names: dict[str, str] = {}
    turn: Turn | None = None
    read_next: tuple[tuple[str, str], ...] = ()
    job_zone: int | None = None
    classified_in: str = ""
    preparation: str | None = None
    profile: dict[str, float] = {}
    interests: dict[str, float] = {}
    activities: frozenset[str] = frozenset()
    answered: int = 0
    refused: str | None = None
    resumable: bool = True

    @property
    def data(self) -> Any:
        data = {
            "mode": "career",
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "fit": self.fit,
            "band": self.band,
            "parts": self.parts,
            "part_limits": self.part_limits,
            "reasons_for": self.reasons_for,
            "reasons_against": self.reasons_against,
            "what_if": self.what_if,
            "turn": self.turn,
            "related": self.related,
            "read_next": [section for section, _ in self.read_next],
            "refused": self.refused,
        }
        if self.kind == "occupation":
            data |= {
                "job_zone": self.job_zone,
                "preparation": self.preparation,
                "profile": self.profile,
                "interests": self.interests,
            }
        return data


class QuizMatch(Model, frozen=True, kw_only=True):
    """A career of the list. `fit` is a correlation, -1 to 1; `stability` a share of redraws, 0 to 1.

    `twins` are careers that stand behind it, with ratings of the same occupation or of one like it.
    """

    id: str
    kind: Kind
    name: str
    family: str
    family_name: str
    rank: int
    fit: float
    label: str
    stability: float
    reasons_for: tuple[Reason, ...] = ()
    reasons_against: tuple[Reason, ...] = ()
    twins: tuple[ComparedCareer, ...] = ()


class Limit(Model, frozen=True, kw_only=True):
    """A hard limit: how many careers it takes out of all, and how many of the best seven come back without it.

    `unknown` are careers of which we do not know what is asked; they are taken out too. `euros`: pay in the currency
    of another `country`, compared by rank.
    """

    id: str
    euros: bool = False
    country: str = ""
    removed: int
    unknown: int
    back: int
    returning: tuple[str, ...] = ()


class Pivot(Model, frozen=True, kw_only=True):
    """An answer which, given otherwise, would make another top three (`top`, as ids and names)."""

    id: str
    text: str
    now: int
    then: int
    top: tuple[tuple[str, str], ...]


class Changed(Model, frozen=True, kw_only=True):
    """The list if some answers were others: the changes (id, text, now, then) and the list that they give."""

    changes: tuple[tuple[str, str, int | None, int], ...]
    matches: tuple[QuizMatch, ...]
    profile: dict[str, float]
    refused: str | None = None


class MatchReport(Report, frozen=True, kw_only=True):
    """The careers that fit a person's interests best; none where the answers cannot be ranked (`refused` says why).

    `profile` and `errors` run from 0 to 1; `letters` are the types from the highest on, tied ones together.
    `chance` counts the careers that would get at least a label by chance, `passing` those that do. `resumable`: the
    answers are kept, and can be gone on with.
    """

    page: ClassVar[str] = "quiz_match"
    method: str
    length: str | None
    profile: dict[str, float]
    errors: dict[str, float]
    letters: tuple[str, ...]
    matches: tuple[QuizMatch, ...]
    chance: dict[str, int]
    passing: dict[str, int]
    candidates: int
    limits: tuple[Limit, ...] = ()
    pivots: tuple[Pivot, ...] | None = None
    what_if: Changed | None = None
    refused: str | None = None
    given: int = 0
    asked: int = 0
    resumable: bool = True

    @property
    def data(self) -> Any:
        data: dict[str, Any] = {"mode": "match"}
        data |= {name: getattr(self, name) for name in ("method", "length", "profile", "errors", "letters")}
        data |= {name: getattr(self, name) for name in ("matches", "chance", "passing", "candidates", "limits")}
        data["refused"] = self.refused
        if self.pivots is not None:
            data["pivots"] = [
                {"id": p.id, "text": p.text, "now": p.now, "then": p.then, "top": [id_ for id_, _ in p.top]}
                for p in self.pivots
            ]
        if self.what_if:
            data["what_if"] = {
                "changes": [dict(zip(("id", "text", "now", "then"), c, strict=True)) for c in self.what_if.changes],
                "profile": self.what_if.profile,
                "matches": self.what_if.matches,
                "refused": self.what_if.refused,
            }
        return data

    @property
    def table(self) -> Table:
        fields = ("rank", "id", "kind", "name", "family", "fit", "label", "stability")
        return (fields, *(tuple(getattr(match, field) for field in fields) for match in self.matches))


class HistoryReport(Report, frozen=True, kw_only=True):
    """The results that are kept, the latest first, and the questionnaires that were left half-way."""

    page: ClassVar[str] = "quiz_history"
    results: tuple[SavedResult, ...]
    open: tuple[tuple[str, int, int], ...] = ()
    file: str = ""

    @property
    def data(self) -> Any:
        half_way = [{"career": career or None, "given": given, "asked": asked} for career, given, asked in self.open]
        return {"file": self.file, "results": self.results, "open": half_way}

    @property
    def table(self) -> Table:
        head = ("date", "kind", "career", "length", "method", "fit", "band", "letters", "matches")
        rows = (
            (
                r.date,
                r.kind,
                r.career,
                r.length,
                r.method,
                r.fit,
                r.band,
                " ".join(r.letters),
                " ".join(m.id for m in r.matches),
            )
            for r in self.results
        )
        return (head, *rows)


class DiffReport(Report, frozen=True, kw_only=True):
    """What changed between the last two results of a kind: in the person, in the data, in the list."""

    page: ClassVar[str] = "quiz_diff"
    old: SavedResult
    new: SavedResult
    comparison: Comparison
    texts: dict[str, str]

    @property
    def data(self) -> Any:
        return {"old": self.old, "new": self.new, **self.comparison.as_data()}
