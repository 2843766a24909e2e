"""The shape of the files under `data/`: what each may hold, and what it must.

A role is a folder with `facts.yaml` (ids, figures, ratings: no language) and one text a language.
Facts and texts meet by ids: a myth has its verdict in the facts and its words in each text.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.core.careers import model as m
from careercli.core.text.languages import Lang, text_in

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=2_000)]
Line = Annotated[str, Meta(min_length=1, max_length=160, pattern=r"^[^\r\n]*\Z")]
Short = Annotated[str, Meta(min_length=1, max_length=70, pattern=r"^[^\r\n]*\Z")]
Code = Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}\Z")]
Date = Annotated[str, Meta(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\Z")]
LangCode = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
Country = Annotated[str, Meta(pattern=r"^([A-Z]{2}|world|EU)\Z")]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
Amount = Annotated[float, Meta(ge=0, le=1e12)]
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
    currency: Currency | None = None
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
    education: Short
    hours: Short
    place: Short
    demand: Short
    entry: Short


class SectionText(FileModel, frozen=True, kw_only=True):
    """The words of a section.

    Every section may use `text`, `points`, `items` and `closing`; MAIN_PARTS says which part a section must have, and
    only those sections may have it.
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
FREE_PARTS = ("text", "points", "items", "closing")


# The vocabularies


class Named(FileModel, frozen=True, kw_only=True):
    """What has a name in each language, or in English alone."""

    names: Annotated[dict[LangCode, Line], Meta(min_length=1)]

    def name(self, lang: Lang) -> str:
        """Its name in a language; in English where it has none, else in any."""
        return text_in(self.names, lang)


class SkillEntry(Named, frozen=True, kw_only=True):
    """An entry of `skills.yaml`."""

    kind: m.SkillKind
    alt: tuple[Short, ...] = ()


class Family(Named, frozen=True, kw_only=True):
    """An entry of `families.yaml`; `major` is the group of the classification that it stands for."""

    major: Annotated[str, Meta(pattern=r"^[0-9]{2}\Z")] | None = None


class Trait(Named, frozen=True, kw_only=True):
    """An entry of `quiz/traits.yaml`; `read` is the section of a guide that says most about it."""

    read: Slug


class CountryEntry(Named, frozen=True, kw_only=True):
    """An entry of `countries.yaml`; `wages`, `outlook` and `employees` are ids of data sets."""

    short: dict[LangCode, Line] = {}
    currency: Currency | None = None
    hours_a_year: Annotated[float, Meta(gt=0)] | None = None
    wages: Slug | None = None
    outlook: Slug | None = None
    employees: Slug | None = None


class DataSetEntry(FileModel, frozen=True, kw_only=True):
    """An entry of `data_sets.yaml`, of the id of its source; what it `gives`, and other figures of it (`totals`).

    `counts` is whom its figures count.
    """

    gives: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    date: Date
    country: Country
    from_year: int | None = None
    to_year: int | None = None
    totals: dict[str, float] = {}
    counts: dict[LangCode, Words]
    attribution: dict[LangCode, Words]
    changes: dict[LangCode, Words]


class SectionName(Named, frozen=True, kw_only=True):
    """The title of a section (`sections.yaml`) or condition (`conditions.yaml`), and what else people call it.

    `topics` are the pages on what is the same for every career that a reader of the section may want next.
    """

    alt: tuple[Short, ...] = ()
    topics: tuple[Slug, ...] = ()


class GlossaryEntry(Named, frozen=True, kw_only=True):
    """An entry of `glossary.yaml`: a term in plain sentences, in each language.

    `everyday` are those of its names that are ordinary words too: they find the term, and mark it in no text.
    """

    alt: dict[LangCode, tuple[Line, ...]] = {}
    everyday: dict[LangCode, tuple[Line, ...]] = {}
    text: Annotated[dict[LangCode, Words], Meta(min_length=1)]
    example: dict[LangCode, Words] = {}
    see: tuple[Slug, ...] = ()


class TopicText(FileModel, frozen=True, kw_only=True):
    """`topics/<id>/<country>.<lang>.yaml`: a page that must be read again by `look_again`."""

    title: Line
    alt: tuple[Line, ...] = ()
    summary: Line
    look_again: Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")]
    text: Paragraphs = ()
    steps: tuple[NamedText, ...] = ()
    items: tuple[NamedText, ...] = ()
    points: Paragraphs = ()
    closing: Paragraphs = ()


AreaCode = Annotated[str, Meta(pattern=r"^[0-9]{7}\Z")]


class PlaceNames(FileModel, frozen=True, kw_only=True):
    """An entry of `places/names.yaml`: what people call a place, and the postal code of a state."""

    names: dict[LangCode, Line] = {}
    postal: Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")] | None = None
    also: tuple[Line, ...] = ()


Address = Annotated[str, Meta(pattern=r"^https?://\S+\Z")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2}\Z")]
ByLanguage = dict[Lang, Words]


class SourceEntry(FileModel, frozen=True, kw_only=True):
    """An entry of `sources.yaml`. The title stays in the language of the source, `lang`.

    Where another page told us, `via` names it and `address` is the publisher's own, `via_address` that page's;
    without a `via_address`, `address` is that page's, and the publisher's own could not be had.
    """

    title: Annotated[str, Meta(min_length=1, max_length=250)]
    publisher: Line
    date: Date
    place: Country
    address: Address
    licence: Line
    lang: Language | None = None
    kind: m.SourceKind | None = None
    via: Annotated[str, Meta(min_length=1, max_length=250)] | None = None
    via_address: Address | None = None
    via_lang: Language | None = None
    via_date: Date | None = None
    note: ByLanguage = {}
    reason: ByLanguage = {}
