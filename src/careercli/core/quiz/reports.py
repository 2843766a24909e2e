"""The frozen results of `careers quiz`: statements, the verdict on one career, a list of careers, what is kept."""

from typing import ClassVar, Literal

import msgspec
from msgspec import UNSET, UnsetType

from careercli.core.careers.model import Group, Model, Role
from careercli.core.careers.occupation import Outlook
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.reports import Kind, OccupationReport, Report, Table, make_table
from careercli.core.careers.study import Study
from careercli.core.comparing.reports import ComparedCareer
from careercli.core.quiz.answers import MIDDLE
from careercli.core.quiz.interests import Length
from careercli.core.quiz.matching import Label, Method
from careercli.core.quiz.results import Band, Comparison, SavedResult


class QuizItem(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A statement to rate.

    One about a career has a direction and a trait, an activity the scale (R I A S E C) and the shortest
    questionnaire that asks it, one about preparation the job zones that it speaks for, one about what is hard the
    condition of work.
    """

    id: str
    text: str
    direction: str | None = None
    trait: str | None = None
    scale: str | None = None
    length: Length | None = None
    zones: tuple[int, ...] = ()
    condition: str | None = None


class ItemsData(Model, frozen=True, kw_only=True):
    items: tuple[QuizItem, ...]


class ItemsReport(Report, frozen=True, kw_only=True):
    """The statements of a questionnaire; `career` is empty for that which looks for careers."""

    career: str
    name: str
    data: ItemsData

    @property
    def table(self) -> Table:
        items = self.data.items
        fields = ("id", "text", "direction") if any(item.direction for item in items) else ("id", "text", "scale")
        return make_table(fields, items)


class Reason(Model, frozen=True, kw_only=True):
    """An answer that pulled the fit up or down, and by how much (`weight`, in units of the fit).

    Where scores were given instead of answers `id` is the letter of a type and `answer` is None. `rating` is how much
    of that type the career has, 1 to 7, as its page shows; `nearer` the share of all occupations whose work is less
    near to the activity, where the rule goes by that. `weak`: nothing speaks against the career, and this least for it.
    """

    id: str
    text: str
    answer: int | None
    weight: float
    rating: float | None = None
    nearer: float | None = None
    weak: bool = False

    @property
    def letter(self) -> str:
        """The type that it is of: R I A S E C begin the ids."""
        return self.id[0].upper()

    @property
    def is_liked(self) -> bool:
        """Whether it is an answer above the middle."""
        return self.answer is not None and self.answer > MIDDLE

    @property
    def is_disliked(self) -> bool:
        """Whether it is an answer below the middle."""
        return self.answer is not None and self.answer < MIDDLE


class WhatIf(Model, frozen=True, kw_only=True):
    """The fit and its band if one answer were another."""

    id: str
    text: str
    answer: int
    fit: float
    band: Band


class Turn(Model, frozen=True, kw_only=True):
    """The fewest answers which, in the middle instead, would bring another band: those of the strongest pull."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    fit: float
    band: Band


class MatchPay(Model, frozen=True, kw_only=True):
    """The official median of a career, or one `reckoned` from it; its stars, of when it is and whom it counts."""

    median: float
    currency: str
    period: str
    tax: Literal["gross", "net"] = "gross"
    country: str
    reference: str
    reckoned: bool = False
    stars: int | None
    of: Group


class FieldMatch(Model, frozen=True, kw_only=True):
    """A field of a list of careers, by the fit of its best one; `matches` are the ids of its best ones.

    `stability` is the share of redraws in which the field is in the list, where the rule tells.
    """

    id: str
    name: str
    fit: float
    stability: float | None = None
    matches: tuple[str, ...]


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


class Verdict(Model, frozen=True, kw_only=True):
    """Whether a career fits; `fit` from 0 to 1 is the sum of `parts`, or None where none can be given (`refused`).

    `part_limits` are the most that each part can give, `read_next` ids of sections.
    """

    mode: Literal["career"] = "career"
    id: str
    kind: Kind
    name: str
    fit: float | None = None
    band: Band | None = None
    parts: dict[str, float] = {}
    part_limits: dict[str, float] = {}
    reasons_for: tuple[Reason, ...] = ()
    reasons_against: tuple[Reason, ...] = ()
    what_if: tuple[WhatIf, ...] = ()
    turn: Turn | None = None
    related: tuple[RelatedCareer, ...] = ()
    read_next: tuple[str, ...] = ()
    refused: str | None = None


class OccupationVerdict(Verdict, frozen=True, kw_only=True):
    """The verdict on an occupation without a guide, by interests, what is hard about it, and preparation.

    By type, the person's interests (0 to 1) stand beside its own (1 to 7); `preparation` says whether the person would
    prepare for that long: yes, unsure, no. The job zone is of the country where it is `classified_in`. `rank` is its
    place by the rule of the list among all `ranked` careers, 1 being the best. `decisive` are the ids of what the
    person could not live with.
    """

    job_zone: int | None
    classified_in: str = ""
    preparation: str | None = None
    profile: dict[str, float] = {}
    interests: dict[str, float] = {}
    rank: int = 0
    ranked: int = 0
    decisive: tuple[str, ...] = ()


class QuizReport(Report, frozen=True, kw_only=True):
    """The verdict on a career; `part_names` are those of its parts.

    `answered` statements of a guide share the fit. `activities` are the ids of those that ask for interests,
    `conditions` of those on what is hard. `explain`: with what it is made of and what would change it. `sheet` or
    `guide` is the career, `pay_here` what a guide says that it pays where the person is.
    """

    page: ClassVar[str] = "quiz_career"
    data: Verdict
    explain: bool = False
    part_names: dict[str, str] = {}
    activities: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    answered: int = 0
    sheet: OccupationReport | None = None
    guide: Role | None = None
    pay_here: PayHere | None = None

    @property
    def lists_actions(self) -> bool:
        return self.explain or self.data.fit is None


class MatchRow(Model, frozen=True, kw_only=True):
    """A career of the list. `fit` is a correlation, -1 to 1; `stability` a share of redraws, 0 to 1.

    `pay` and `openings` a year (`openings_of` says whom they count) are those of the occupation that it is, or takes
    its ratings from; `study_years` after school are what most need, `study` tells them; `level` is that of
    the diploma by which one gets in where the person is, 3 to 8, if they call it by that. `twins` are careers
    that stand behind it, with ratings of the same occupation or of one like it. `pay_here` is what a guide says that it
    pays where the person is, as on its card; `outlook` how many will do it. `hidden`: of a kept list one that is not
    for them since.
    """

    id: str
    kind: Kind
    name: str
    summary: str = ""
    family: str
    family_name: str
    rank: int
    fit: float
    label: str
    stability: float
    pay: MatchPay | None = None
    pay_here: PayHere | None = None
    study_years: float | None = None
    study: Study | None = None
    level: int | None = None
    openings: float | None = None
    openings_of: Group | None = None
    outlook: Outlook | None = None
    reasons_for: tuple[Reason, ...] = ()
    reasons_against: tuple[Reason, ...] = ()
    twins: tuple[ComparedCareer, ...] = ()
    unknown: tuple[str, ...] = ()
    hidden: bool = False


class LimitRow(Model, frozen=True, kw_only=True):
    """A hard limit: how many careers it takes out of all, and how many of the best seven come back without it.

    `unknown` are careers of which we do not know what is asked: they stay. `by_rank`: pay in the currency
    of another `country`, compared by rank. `said` is the limit in words, `id` as it was written.
    """

    id: str
    said: str = ""
    by_rank: bool = msgspec.field(default=False, name="euros")
    country: str = ""
    removed: int
    unknown: int
    back: int
    returning: tuple[str, ...] = ()


class PivotRow(Model, frozen=True, kw_only=True):
    """An answer which, given otherwise, would make another top three (`top`, as ids)."""

    id: str
    text: str
    now: int
    then: int
    top: tuple[str, ...]


class AnswerChange(Model, frozen=True, kw_only=True):
    """A statement, what was answered to it and what would be."""

    id: str
    text: str
    now: int | None
    then: int


class ChangedList(Model, frozen=True, kw_only=True):
    """The list that some other answers would give."""

    changes: tuple[AnswerChange, ...]
    profile: dict[str, float]
    matches: tuple[MatchRow, ...]
    refused: str | None = None


class MatchData(Model, frozen=True, kw_only=True):
    """The careers that fit a person's interests best; none where the answers cannot be ranked (`refused` says why).

    `profile` and `errors` run from 0 to 1; `letters` are the types from the highest on, tied ones together.
    `chance` counts the careers that would get at least a label by chance, `passing` those that do. Who brings scores
    along has no pivots. `unsure`: so many of the candidates may not keep the limits. `fields` are those of the matches,
    in their order. `have`: what they have studied, which limits count as done.
    """

    mode: Literal["match"] = "match"
    method: Method
    length: Length | None
    profile: dict[str, float]
    errors: dict[str, float]
    letters: tuple[str, ...]
    fields: tuple[FieldMatch, ...] = ()
    matches: tuple[MatchRow, ...]
    chance: dict[Label, int]
    passing: dict[Label, int]
    candidates: int
    unsure: int = 0
    limits: tuple[LimitRow, ...] = ()
    have: str = ""
    refused: str | None = None
    pivots: tuple[PivotRow, ...] | UnsetType = UNSET
    what_if: ChangedList | UnsetType = UNSET

    @property
    def is_by_chance(self) -> bool:
        """Whether no more careers fit clearly than would by chance alone."""
        return bool(self.chance) and self.passing["best"] <= self.chance["best"]


class MatchReport(Report, frozen=True, kw_only=True):
    """The careers that fit a person's interests best; `asked` activities gave them, or scores where it is 0.

    `names` are those of all careers of the pivots and of the fields. `explain`: with what the numbers are worth.
    `kept` is when a result was kept that is shown again, `country` where the reader is, `classified_in` that of the
    outlook. `request` is what it answers, for who asks that again.
    """

    page: ClassVar[str] = "quiz_match"
    request: object = None
    data: MatchData
    names: dict[str, str] = {}
    asked: int = 0
    explain: bool = False
    kept: str = ""
    country: str = ""
    classified_in: str = ""

    @property
    def lists_actions(self) -> bool:
        return self.explain or not self.data.matches

    @property
    def table(self) -> Table:
        fields = ("rank", "id", "kind", "name", "family", "fit", "label", "stability", "study_years", "openings")
        header, *rows = make_table(fields, self.data.matches)
        pay = [(match.pay.median, match.pay.currency) if match.pay else ("", "") for match in self.data.matches]
        return ((*header, "pay", "currency"), *((*row, *figures) for row, figures in zip(rows, pay, strict=True)))


class HalfWay(Model, frozen=True, kw_only=True):
    """A questionnaire that was left half-way: on a career, or on interests where that is None."""

    career: str | None
    given: int
    asked: int


class HistoryData(Model, frozen=True, kw_only=True):
    file: str
    results: tuple[SavedResult, ...]
    open: tuple[HalfWay, ...]


class HistoryReport(Report, frozen=True, kw_only=True):
    """The results that are kept, the latest first, and the questionnaires that were left half-way."""

    page: ClassVar[str] = "quiz_history"
    lists_actions: ClassVar[bool] = True
    data: HistoryData

    @property
    def table(self) -> Table:
        fields = ("date", "kind", "career", "length", "method", "fit", "band")
        rows = (
            (
                *(getattr(result, field) for field in fields),
                " ".join(result.letters),
                " ".join(match.id for match in result.matches),
            )
            for result in self.data.results
        )
        return ((*fields, "letters", "matches"), *rows)


class DiffReport(Report, frozen=True, kw_only=True):
    """What changed between the last two results of a kind; `texts` are statements and traits in words.

    `activities` and `conditions` are ids as in QuizReport.
    """

    page: ClassVar[str] = "quiz_diff"
    data: Comparison
    texts: dict[str, str]
    activities: frozenset[str]
    conditions: frozenset[str]
