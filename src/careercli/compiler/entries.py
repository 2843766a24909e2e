"""The shape of the vocabularies under `data/`: what has a name and is referred to by its id."""

from typing import Annotated

from msgspec import Meta

from careercli.compiler.schema import (
    Country,
    Currency,
    Date,
    FileModel,
    LangCode,
    Line,
    NamedText,
    Paragraphs,
    Short,
    Slug,
    Words,
)
from careercli.core.careers import model as m
from careercli.core.careers.occupation import Apprenticeship
from careercli.core.text.languages import Lang, text_in


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
    """An entry of `families.yaml`; `major` is the group of the classification that it stands for.

    `short` is its name in the boxes of the map; `no_wage` says why no wage is published for it.
    """

    short: dict[LangCode, Line] = {}
    major: Annotated[str, Meta(pattern=r"^[0-9]{2}\Z")] | None = None
    no_wage: dict[LangCode, Line] = {}


class Trait(Named, frozen=True, kw_only=True):
    """An entry of `quiz/traits.yaml`; `read` is the section of a guide that says most about it."""

    read: Slug


class LeastPay(FileModel, frozen=True, kw_only=True):
    """The least pay a month that the law lets pay for full-time work, gross and what is left of it."""

    gross: Annotated[float, Meta(gt=0)]
    net: Annotated[float, Meta(gt=0)]
    source: Slug


class CountryEntry(Named, frozen=True, kw_only=True):
    """An entry of `countries.yaml`; `wages`, `outlook` and `employees` are ids of data sets, `alt` what people type.

    `the` is its name within a sentence, where its language has an article for it. `pay_by_place` are sites that have
    the pay of its places, which we do not. `medians` is the data set of the median pay of its own groups of trades,
    where it has no `wages` of the occupations of the atlas.
    """

    alt: tuple[Line, ...] = ()
    the: dict[LangCode, Line] = {}
    short: dict[LangCode, Line] = {}
    currency: Currency | None = None
    hours_a_year: Annotated[float, Meta(gt=0)] | None = None
    wages: Slug | None = None
    medians: Slug | None = None
    outlook: Slug | None = None
    employees: Slug | None = None
    least_pay: LeastPay | None = None
    apprenticeship: Apprenticeship | None = None
    pay_by_place: tuple[Line, ...] = ()


class DataSetEntry(FileModel, frozen=True, kw_only=True):
    """An entry of `data_sets.yaml`, of the id of its source; what it `gives`, and other figures of it (`totals`).

    `counts` is whom its figures count, `totals_from` the source of totals that it does not give itself.
    """

    gives: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    date: Date
    country: Country
    from_year: int | None = None
    to_year: int | None = None
    totals: dict[str, float] = {}
    totals_from: Slug | None = None
    counts: dict[LangCode, Words]
    attribution: dict[LangCode, Words]
    changes: dict[LangCode, Words]


class SkillBounds(FileModel, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A BLS skill by whose rank among occupations a condition of work is there, `from` one on, or not, `below` one."""

    name: Line
    below: Annotated[float, Meta(ge=0, le=100)]
    from_: Annotated[float, Meta(ge=0, le=100)]


class ConditionName(Named, frozen=True, kw_only=True):
    """An entry of `conditions.yaml`: a condition of work, what else people call it, and those that it may bring.

    Schedules or the rank of a skill may tell of it officially; where that says nothing it is not known, but of those
    with a condition that `rules_out` it.
    """

    alt: tuple[Short, ...] = ()
    may_bring: tuple[Slug, ...] = ()
    rules_out: tuple[Slug, ...] = ()
    scheduled: bool = False
    skill: SkillBounds | None = None

    @property
    def measured(self) -> bool:
        """Whether an official measure tells of it."""
        return self.scheduled or self.skill is not None


class SectionName(Named, frozen=True, kw_only=True):
    """The title of a section (`sections.yaml`), and what else people call it.

    `topics` are the pages on what is the same for every career that a reader of the section may want next.
    """

    alt: tuple[Short, ...] = ()
    topics: tuple[Slug, ...] = ()


class TopicGroup(Named, frozen=True, kw_only=True):
    """An entry of `topics.yaml`: topics that are listed together, in their order."""

    topics: tuple[Slug, ...]


class GlossaryEntry(Named, frozen=True, kw_only=True):
    """An entry of `glossary.yaml`: a term in plain sentences, in each language.

    `everyday` are those of its names that are ordinary words too: they find the term, and mark it in no text.
    """

    alt: dict[LangCode, tuple[Line, ...]] = {}
    everyday: dict[LangCode, tuple[Line, ...]] = {}
    text: Annotated[dict[LangCode, Words], Meta(min_length=1)]
    example: dict[LangCode, Words] = {}
    see: tuple[Slug, ...] = ()


class TermGroup(Named, frozen=True, kw_only=True):
    """An entry of `glossary_groups.yaml`: what some terms are about."""

    terms: tuple[Slug, ...]


class TopicText(FileModel, frozen=True, kw_only=True):
    """`topics/<id>/<country>.<lang>.yaml`: a page that must be read again by `look_again`.

    `short` is what readers of the language type for it, where that is not its id.
    """

    title: Line
    short: Line | None = None
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
