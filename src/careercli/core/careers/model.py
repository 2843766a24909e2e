"""What the program knows: a role, its sections and their parts, in one language."""

from typing import Literal

import msgspec

from careercli.core.text.languages import Lang

Basis = Literal["official", "survey", "market", "editorial"]
Entry = Literal["easy", "medium", "hard"]
Remote = Literal["rarely", "sometimes", "often"]
Level = Literal["junior", "middle", "senior", "top"]
Direction = Literal["for", "against"]
Verdict = Literal["false", "partly", "true"]
StartingPoint = Literal["school", "nearest", "elsewhere"]
Match = Literal["exact", "close", "broad"]
PayDirection = Literal["lower", "lower-similar", "similar", "similar-higher", "higher"]
SkillKind = Literal["hard", "soft", "tool", "credential"]
SourceKind = Literal["law", "statistics", "study", "report", "press", "page"]

#: The kinds of source that a claim should take from its publisher, never from a page that retells it.
STRONG_KINDS = ("law", "statistics", "study")

#: The sections of a guide, in the order in which they are shown.
SECTIONS = (
    "at-a-glance",
    "introduction",
    "description",
    "day-in-the-life",
    "daily-tasks",
    "fit",
    "how-to-become",
    "after-school",
    "career-change",
    "pay",
    "costs",
    "education",
    "hard-skills",
    "soft-skills",
    "pros-cons",
    "rewards",
    "seniority",
    "growth",
    "outlook",
    "related",
    "industries",
    "collaboration",
    "practices",
    "responsibility",
    "freelance",
    "before-you-start",
    "lessons",
    "myths",
    "fun-facts",
    "faq",
    "words",
    "sources",
)
#: What the program writes itself, from the bibliography and the glossary.
MADE_SECTIONS = ("words", "sources")
#: Sections that came later, which a guide of one's own may lack.
LATER_SECTIONS = ("after-school", "career-change")


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

    `reference` is the date that the figures are of: `2025`, `2025-05` or `2025-05-15`; `of` whom official ones count.
    """

    id: str
    label: str = ""
    country: str
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


class Rating(Model, frozen=True, kw_only=True):
    """Stars, 1 to 10, of the pay of a level against everybody employed in the country; ten is the top 1 %.

    `of` is whose pay is measured.
    """

    level: Level
    stars: int
    basis: Literal["editorial", "measured"]
    percentile: float | None = None
    amount: float | None = None
    currency: str | None = None
    country: str | None = None
    of: Group | None = None
    label: str = ""
    text: str = ""


class RelatedRole(Model, frozen=True, kw_only=True):
    """A neighbouring career; `pay` and `entry` are its own, `pay` seen from this one."""

    id: str
    name: str = ""
    focus: str = ""
    tools: tuple[str, ...] = ()
    pay: PayDirection
    entry: Entry | None = None
    text: str = ""


class Cost(Model, frozen=True, kw_only=True):
    """What a step costs: money (`currency`) or, without one, months. `country` where it holds, if not everywhere."""

    id: str
    name: str
    text: str = ""
    low: float
    high: float
    currency: str | None = None
    country: str | None = None
    basis: Basis
    source: str | None = None


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
    """What a source wants to be called by where we carry its data, and what we have changed in them."""

    id: str
    attribution: str
    changes: str


class DataSet(Model, frozen=True, kw_only=True):
    """An official data set that we derive figures from: what it `gives`, of when, and what its licence asks us to say.

    `attribution` and `changes` are by language.
    """

    gives: tuple[str, ...]
    date: str
    country: str
    from_year: int | None = None
    to_year: int | None = None
    totals: dict[str, float] = {}
    attribution: dict[Lang, str]
    changes: dict[Lang, str]


class OccupationLink(Model, frozen=True, kw_only=True):
    """An occupation of O*NET-SOC that stands in for a role, and how closely."""

    code: str
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
    """A section of a guide: only the parts that it has. `[@id]` in a text cites a source."""

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
    occupations: tuple[OccupationLink, ...] = ()
    related: tuple[RelatedRole, ...] = ()
    costs: tuple[Cost, ...] = ()
    statements: tuple[Statement, ...] = ()
    myths: tuple[Myth, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: tuple[Source, ...] = ()
    closing: tuple[str, ...] = ()


class Role(Model, frozen=True, kw_only=True, tag_field="kind", tag="role"):
    """A career that we describe, in one language. `lang` is that of the text, which may be a stand-in."""

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
    reviewed: str | None = None
    occupations: tuple[OccupationLink, ...] = ()
    sections: tuple[Section, ...] = ()
