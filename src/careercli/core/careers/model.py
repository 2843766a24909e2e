"""What the program knows: a role, its sections and their parts, in one language."""

from typing import Literal

import msgspec

from careercli.core.text.languages import Lang

Basis = Literal["official", "survey", "records", "market", "editorial"]
RatingBasis = Literal["editorial", "measured", "records"]
#: Whom a figure counts: people of this very title, or of an occupation, a title or a group beside it.
Counts = Literal["title", "neighbour"]
Entry = Literal["easy", "medium", "hard"]
Remote = Literal["rarely", "sometimes", "often"]
Level = Literal["junior", "middle", "senior", "top"]
Direction = Literal["for", "against"]
Verdict = Literal["false", "partly", "true"]
#: The job before it, then in which year of the career: the first post, the fifth, after ten.
Stage = Literal["bridge", "first", "fifth", "tenth"]
StartingPoint = Literal["school", "nearest", "elsewhere"]
Match = Literal["exact", "close", "broad"]
PayDirection = Literal["lower", "lower-similar", "similar", "similar-higher", "higher"]
SkillKind = Literal["hard", "soft", "tool", "credential"]
SourceKind = Literal["law", "statistics", "study", "report", "press", "page"]

#: The kinds of source that a claim should take from its publisher, never from a page that retells it.
STRONG_KINDS = ("law", "statistics", "study")


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of all that is known."""


class Group(Model, frozen=True):
    """Whom a figure counts: a code of the statistics and its title; `own` where that is the career itself."""

    code: str
    title: str
    own: bool


class Item(Model, frozen=True, kw_only=True):
    """A named thing and what is said of it."""

    name: str
    text: str = ""


class Badge(Model, frozen=True, kw_only=True):
    """A fact at a glance; `id` is education, hours, place, demand or entry."""

    id: str
    text: str


class SkillNote(Model, frozen=True, kw_only=True):
    """A skill of `data/skills.yaml` and what it is for in this career."""

    id: str
    name: str
    kind: SkillKind
    text: str


class SeniorityLevel(Model, frozen=True, kw_only=True):
    """What a level of experience does; `years` is [from] or [from, to]."""

    id: Level
    name: str
    years: tuple[int, ...]
    points: tuple[str, ...]


class Leaning(Model, frozen=True, kw_only=True):
    """One of the flavours in which a career comes."""

    name: str
    points: tuple[str, ...]


class Moment(Model, frozen=True, kw_only=True):
    """A moment of the working day; `time` is `HH:MM`."""

    time: str
    text: str


class PayBand(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A range of pay, in units of `currency` a `period`. Either percentiles, or `low` and `high`; both may lack.

    `can_pass` is an amount that pay can exceed, without a range. `place` is where in the country it holds, if not all
    over it. `reference` is the date that the figures are of: `2025`, `2025-05` or `2025-05-15`; `of` whom official ones
    count.
    """

    id: str
    label: str = ""
    counts: Counts = "title"
    country: str
    place: str | None = None
    currency: str
    period: Literal["year", "month", "day", "hour"]
    tax: Literal["gross", "net"]
    basis: Basis
    reference: str
    source: str | None = None
    occupation: str | None = None
    of: Group | None = None
    level: Level | None = None
    respondents: int | None = None
    p10: float | None = None
    p25: float | None = None
    p50: float | None = None
    p75: float | None = None
    p90: float | None = None
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    can_pass: float | None = None


class NeighbourWage(Model, frozen=True, kw_only=True):
    """The median of an `occupation` that is next to a career, and whom it counts."""

    occupation: str
    of: Group
    p50: float


class NeighbourPay(Model, frozen=True, kw_only=True):
    """Gross pay a year of the official occupations next to a career that the statistics of a country do not count.

    From the lowest to the highest of their medians, `middle` being halfway: where one number is needed it stands in,
    marked as approximate.
    """

    country: str
    currency: str
    reference: str
    source: str | None
    low: float
    high: float
    middle: float
    occupations: tuple[NeighbourWage, ...]


class ExpectedPay(Model, frozen=True, kw_only=True):
    """What one may expect to earn in a country at a stage, gross a year; `stars` are those of its middle.

    Stages under the title are the `first` post, the `fifth` and the `tenth` year; `bridge` is the job before it that
    most have who come from outside.
    """

    country: str
    stage: Stage
    low: float
    high: float
    currency: str
    basis: Basis
    source: str | None = None
    stars: int | None = None


class Rating(Model, frozen=True, kw_only=True):
    """Stars, 1 to 10, of the pay of a level against everybody employed in the country; ten is the top 1 %.

    `editorial`: our judgement; `low` and `high` are the pay a year that so many stars stand for in `country`.
    `measured`: by the official wages of the occupation that the career is exactly, `of`. `records`: by what is
    published under the title itself, `amount` or the middle of `low` and `high`.
    """

    level: Level
    stars: int
    basis: RatingBasis
    percentile: float | None = None
    amount: float | None = None
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    period: str = "year"
    country: str | None = None
    place: str | None = None
    respondents: int | None = None
    reference: str | None = None
    source: str | None = None
    of: Group | None = None
    label: str = ""
    text: str = ""


class RelatedRole(Model, frozen=True, kw_only=True):
    """A neighbouring career; `pay` and `entry` are its own, `pay` seen from this one.

    `year_five` is what one may expect to earn in it then, by country.
    """

    id: str
    name: str = ""
    focus: str = ""
    tools: tuple[str, ...] = ()
    pay: PayDirection
    year_five: tuple[ExpectedPay, ...] = ()
    entry: Entry | None = None
    text: str = ""


class Cost(Model, frozen=True, kw_only=True):
    """What a step costs. `country` where it holds, if not everywhere."""

    id: str
    name: str
    text: str = ""
    low: float
    high: float
    currency: str
    country: str | None = None
    basis: Basis
    source: str | None = None


class Sum(Model, frozen=True, kw_only=True):
    """What the way in costs one kind of person, in words: time until the first wage, paid, pay lost, first wage."""

    who: str
    time: str
    paid: str
    lost: str
    wage: str


class WorkingLine(Model, frozen=True, kw_only=True):
    """A line of a sum: `times` an amount, from the low of both to the high of both; below nought what is taken off."""

    name: str
    low: float
    high: float
    times: tuple[float, float] = (1, 1)


class Working(Model, frozen=True, kw_only=True):
    """How a figure was worked out, line by line, in a currency or a unit; `total` names the sum of all, from to."""

    name: str
    unit: str
    text: str = ""
    lines: tuple[WorkingLine, ...]
    total: str = ""
    low: float | None = None
    high: float | None = None
    closing: str = ""


class Statement(Model, frozen=True, kw_only=True):
    """Something a person can agree with or not, and what it taps (a trait of `data/quiz/traits.yaml`)."""

    id: str
    direction: Direction
    trait: str
    text: str


class Myth(Model, frozen=True, kw_only=True):
    """What people believe, and what the evidence says."""

    id: str
    claim: str
    verdict: Verdict
    text: str


class Question(Model, frozen=True, kw_only=True):
    """A question that is often asked."""

    question: str
    answer: str


class Source(Model, frozen=True, kw_only=True):
    """An entry of the bibliography. `date` is that of publication; `via` names the page that told it to us.

    `note` is what must be said of it, `reason` why it stays though it is weak, each by language.
    """

    id: str
    title: str
    publisher: str
    date: str
    place: str
    address: str
    licence: str
    lang: str | None = None
    kind: SourceKind | None = None
    via: str | None = None
    via_address: str | None = None
    via_lang: str | None = None
    via_date: str | None = None
    note: dict[Lang, str] = {}
    reason: dict[Lang, str] = {}
    number: int | None = None

    @property
    def weak(self) -> bool:
        """A claim of law, official statistics or a study that stands on a page which retells it."""
        return self.kind in STRONG_KINDS and self.via is not None and self.via_address in (None, self.address)


class Credit(Model, frozen=True, kw_only=True):
    """What a source wants to be called by where we carry its data; whom these count, and what we changed in them."""

    id: str
    counts: str
    attribution: str
    changes: str


class DataSet(Model, frozen=True, kw_only=True):
    """An official data set that we derive figures from: what it `gives`, of when, and what its licence asks us to say.

    `counts`, whom its figures count, `attribution` and `changes` are by language. `totals_from` is the source of totals
    that it does not give itself.
    """

    gives: tuple[str, ...]
    date: str
    country: str
    from_year: int | None = None
    to_year: int | None = None
    totals: dict[str, float] = {}
    totals_from: str | None = None
    counts: dict[Lang, str]
    attribution: dict[Lang, str]
    changes: dict[Lang, str]


class OccupationLink(Model, frozen=True, kw_only=True):
    """An occupation of O*NET-SOC that corresponds to a role, and how closely: only an `exact` one lends it figures."""

    code: str
    title: str = ""
    match: Match
    note: str = ""


class TimeToEnter(Model, frozen=True, kw_only=True):
    """Months until one is hired, from school, from the nearest post, or from elsewhere."""

    start: StartingPoint
    low: float
    high: float
    basis: Basis
    source: str | None = None


class Section(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A section of a guide: only the parts that it has. `[@id]` in a text cites a source.

    `topics` are the ids of the pages that tell what is the same for every career.
    """

    id: str
    title: str
    text: tuple[str, ...] = ()
    stars: int | None = None
    badges: tuple[Badge, ...] = ()
    skills: tuple[SkillNote, ...] = ()
    levels: tuple[SeniorityLevel, ...] = ()
    items: tuple[Item, ...] = ()
    steps: tuple[Item, ...] = ()
    points: tuple[str, ...] = ()
    leanings: tuple[Leaning, ...] = ()
    moments: tuple[Moment, ...] = ()
    pros: tuple[Item, ...] = ()
    cons: tuple[Item, ...] = ()
    ratings: tuple[Rating, ...] = ()
    bands: tuple[PayBand, ...] = ()
    neighbours: tuple[NeighbourPay, ...] = ()
    occupations: tuple[OccupationLink, ...] = ()
    related: tuple[RelatedRole, ...] = ()
    costs: tuple[Cost, ...] = ()
    sums: tuple[Sum, ...] = ()
    workings: tuple[Working, ...] = ()
    statements: tuple[Statement, ...] = ()
    myths: tuple[Myth, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: tuple[Source, ...] = ()
    closing: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Role(Model, frozen=True, kw_only=True, tag_field="kind", tag="role"):
    """A career that we describe, in one language. `lang` is that of the text, which may be a stand-in.

    `stars` are of ten, of the middle level. `headline_stars`, of five, is kept for programs that read it.
    `reviewed` is the date on which the guide was last read against its sources.
    """

    id: str
    lang: Lang
    status: Literal["complete", "draft"] = "complete"
    name: str
    alt_names: tuple[str, ...] = ()
    summary: str
    family: str
    focus: str
    tools: tuple[str, ...]
    entry: Entry
    remote: Remote
    stars: int | None = None
    headline_stars: int | None = None
    study_years: tuple[int, int]
    time_to_enter: tuple[TimeToEnter, ...] = ()
    expected_pay: tuple[ExpectedPay, ...] = ()
    reviewed: str | None = None
    occupations: tuple[OccupationLink, ...] = ()
    sections: tuple[Section, ...] = ()
