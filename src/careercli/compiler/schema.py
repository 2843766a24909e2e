"""The shape of the files under `data/`: what each may hold, and what it must.

A role is a folder with `facts.yaml` (ids, figures, ratings: no language) and one text a language.
Facts and texts meet by ids: a myth has its verdict in the facts and its words in each text.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.core.careers import model as m

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=2_000)]
Line = Annotated[str, Meta(min_length=1, max_length=160, pattern=r"^[^\r\n]*\Z")]
Short = Annotated[str, Meta(min_length=1, max_length=70, pattern=r"^[^\r\n]*\Z")]
Badge = Annotated[str, Meta(min_length=1, max_length=110, pattern=r"^[^\r\n]*\Z")]  # with the source that it cites
Code = Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}\Z")]
MinorGroup = Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]\Z")]
Date = Annotated[str, Meta(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\Z")]
LangCode = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
Country = Annotated[str, Meta(pattern=r"^([A-Z]{2}|world|EU)\Z")]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
Amount = Annotated[float, Meta(ge=0, le=1e12)]
Unit = Annotated[str, Meta(pattern=r"^([A-Z]{3}|hours|months)?\Z")]
Wage = Annotated[float, Meta(gt=0, le=1e12)]  # bars have a logarithmic axis
Stars = Annotated[int, Meta(ge=1, le=10)]
Years = Annotated[int, Meta(ge=0, le=60)]
Paragraphs = tuple[Words, ...]


class FileModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of what a file holds: unknown fields are refused."""


# facts.yaml


class SkillFacts(FileModel, frozen=True, kw_only=True):
    hard: tuple[Slug, ...] = ()
    soft: tuple[Slug, ...] = ()


class LevelFacts(FileModel, frozen=True, kw_only=True):
    id: m.Level
    years: Annotated[tuple[Years, ...], Meta(min_length=1, max_length=2)]


class RatingFacts(FileModel, frozen=True, kw_only=True):
    level: m.Level
    stars: Stars


class BandFacts(FileModel, frozen=True, kw_only=True):
    """Pay of a group of people. An `occupation` says by its match whom it counts; else `counts`, `title` by itself.

    `place` is where in the country, by language, English standing for all.
    """

    id: Slug
    counts: m.Counts | None = None
    country: Country
    place: dict[LangCode, Short] = {}
    currency: Currency
    period: Literal["year", "month", "day", "hour"] = "year"
    tax: Literal["gross", "net"] = "gross"
    basis: m.Basis
    reference: Date
    source: Slug | None = None
    occupation: Code | None = None
    level: m.Level | None = None
    respondents: Annotated[int, Meta(ge=1)] | None = None
    p10: Wage | None = None
    p25: Wage | None = None
    p50: Wage | None = None
    p75: Wage | None = None
    p90: Wage | None = None
    mean: Wage | None = None
    low: Amount | None = None
    high: Amount | None = None
    can_pass: Wage | None = None


class RelatedFacts(FileModel, frozen=True, kw_only=True):
    id: Slug
    pay: m.PayDirection


class CostFacts(FileModel, frozen=True, kw_only=True):
    id: Slug
    low: Amount
    high: Amount
    currency: Currency
    country: Country | None = None
    basis: m.Basis
    source: Slug | None = None


class FitFacts(FileModel, frozen=True, kw_only=True):
    id: Slug
    direction: m.Direction
    trait: Slug


class MythFacts(FileModel, frozen=True, kw_only=True):
    id: Slug
    verdict: m.Verdict


class TimeToEnterFacts(FileModel, frozen=True, kw_only=True):
    """Months until one is hired, from a starting point."""

    start: m.StartingPoint
    low: Annotated[float, Meta(ge=0, le=240)]
    high: Annotated[float, Meta(ge=0, le=240)]
    basis: m.Basis
    source: Slug | None = None


class ExpectedPayFacts(FileModel, frozen=True, kw_only=True):
    """What one may expect to earn in a country at a stage, gross a year: as a rule our reading of cited figures."""

    country: Country
    stage: m.Stage
    low: Wage
    high: Wage
    currency: Currency
    basis: m.Basis
    source: Slug | None = None


class OccupationFacts(FileModel, frozen=True, kw_only=True):
    code: Code
    match: m.Match


class RoleFacts(FileModel, frozen=True, kw_only=True):
    """`facts.yaml`."""

    id: Slug
    status: Literal["complete", "draft"] = "complete"
    family: Slug
    entry: m.Entry
    remote: m.Remote
    study_years: tuple[Years, Years]
    time_to_enter: tuple[TimeToEnterFacts, ...] = ()
    expected_pay: tuple[ExpectedPayFacts, ...] = ()
    reviewed: Date | None = None
    key_tools: Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=6)]
    occupations: tuple[OccupationFacts, ...] = ()
    skills: SkillFacts = SkillFacts()
    levels: tuple[LevelFacts, ...] = ()
    ratings: tuple[RatingFacts, ...] = ()
    bands: tuple[BandFacts, ...] = ()
    related: tuple[RelatedFacts, ...] = ()
    costs: tuple[CostFacts, ...] = ()
    fit: tuple[FitFacts, ...] = ()
    myths: tuple[MythFacts, ...] = ()


# en.yaml and fr.yaml


class NamedText(FileModel, frozen=True, kw_only=True):
    name: Line
    text: Words = ""


class SumText(FileModel, frozen=True, kw_only=True):
    """What the way in costs one kind of person: until when, paid for it, pay that is lost meanwhile, first wage."""

    who: Short
    time: Short
    paid: Short
    lost: Short
    wage: Short


class WorkingText(FileModel, frozen=True, kw_only=True):
    """A sum, point by point, each what it is and how much, as `core.careers.workings` reads it.

    The program adds them up under `total`, if they are to be. Without a unit it is money of the readers' country.
    """

    name: Line
    unit: Unit = ""
    text: Words = ""
    points: Annotated[dict[Line, float | str], Meta(min_length=1, max_length=12)]
    total: Line = ""
    closing: Words = ""


class NamedPoints(FileModel, frozen=True, kw_only=True):
    name: Line
    points: Annotated[tuple[Words, ...], Meta(min_length=1)]


class MomentText(FileModel, frozen=True, kw_only=True):
    time: Clock
    text: Words


class MythText(FileModel, frozen=True, kw_only=True):
    claim: Line
    text: Words


class QuestionText(FileModel, frozen=True, kw_only=True):
    question: Line
    answer: Words


class BadgeTexts(FileModel, frozen=True, kw_only=True):
    education: Badge
    hours: Badge
    place: Badge
    demand: Badge
    entry: Badge


class SectionText(FileModel, frozen=True, kw_only=True):
    """The words of a section.

    Every section may use `text`, `points`, `items`, `workings` and `closing`; MAIN_PARTS says which part a section must
    have, and only those sections may have it; so may those of MORE_PARTS.
    """

    text: Paragraphs = ()
    badges: BadgeTexts | None = None
    skills: dict[Slug, Words] = {}
    levels: dict[m.Level, NamedPoints] = {}
    items: tuple[NamedText, ...] = ()
    steps: tuple[NamedText, ...] = ()
    points: Paragraphs = ()
    leanings: tuple[NamedPoints, ...] = ()
    moments: tuple[MomentText, ...] = ()
    pros: tuple[NamedText, ...] = ()
    cons: tuple[NamedText, ...] = ()
    ratings: dict[m.Level, NamedText] = {}
    bands: dict[Slug, Line] = {}
    occupations: dict[Code, Words] = {}
    related: dict[Slug, Words] = {}
    costs: dict[Slug, NamedText] = {}
    sums: tuple[SumText, ...] = ()
    workings: tuple[WorkingText, ...] = ()
    statements: dict[Slug, Line] = {}
    myths: dict[Slug, MythText] = {}
    questions: tuple[QuestionText, ...] = ()
    closing: Paragraphs = ()


_NOT_SECTIONS = ("alt_names", "core_focus")


class RoleText(
    FileModel, frozen=True, kw_only=True, rename=lambda name: name if name in _NOT_SECTIONS else name.replace("_", "-")
):
    """The text of a role in a language. A draft may leave sections out; a complete role has all of them.

    `status` is that of the text: a translation may be a draft where the role is not.
    """

    status: Literal["complete", "draft"] = "complete"

    name: Short
    alt_names: tuple[Short, ...] = ()
    summary: Line
    core_focus: Short
    at_a_glance: SectionText | None = None
    introduction: SectionText | None = None
    description: SectionText | None = None
    day_in_the_life: SectionText | None = None
    daily_tasks: SectionText | None = None
    fit: SectionText | None = None
    how_to_become: SectionText | None = None
    after_school: SectionText | None = None
    career_change: SectionText | None = None
    pay: SectionText | None = None
    costs: SectionText | None = None
    education: SectionText | None = None
    hard_skills: SectionText | None = None
    soft_skills: SectionText | None = None
    pros_cons: SectionText | None = None
    rewards: SectionText | None = None
    seniority: SectionText | None = None
    growth: SectionText | None = None
    outlook: SectionText | None = None
    related: SectionText | None = None
    industries: SectionText | None = None
    collaboration: SectionText | None = None
    practices: SectionText | None = None
    responsibility: SectionText | None = None
    freelance: SectionText | None = None
    before_you_start: SectionText | None = None
    lessons: SectionText | None = None
    myths: SectionText | None = None
    fun_facts: SectionText | None = None
    faq: SectionText | None = None
    words: SectionText | None = None
    sources: SectionText | None = None


#: The parts that a section must have. Other sections say what they have to say in text, points or items.
MAIN_PARTS: dict[str, tuple[str, ...]] = {
    "at-a-glance": ("badges",),
    "introduction": ("text",),
    "description": ("text",),
    "hard-skills": ("skills",),
    "soft-skills": ("skills",),
    "seniority": ("levels",),
    "day-in-the-life": ("leanings", "moments"),
    "pros-cons": ("pros", "cons"),
    "pay": ("ratings", "bands", "occupations"),
    "related": ("related",),
    "freelance": ("pros", "cons"),
    "how-to-become": ("steps",),
    "costs": ("costs",),
    "fit": ("statements",),
    "myths": ("myths",),
    "faq": ("questions",),
}
#: The parts that a section may have and others may not.
MORE_PARTS = {"costs": ("sums",)}
FREE_PARTS = ("text", "points", "items", "workings", "closing")
