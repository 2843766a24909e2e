"""The frozen result of each command: what it says, before it is drawn or written."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Literal

import msgspec

from careercli.core.careers.model import (
    Credit,
    DataSet,
    Entry,
    ExpectedPay,
    Group,
    Model,
    Rating,
    Remote,
    Role,
    Source,
)
from careercli.core.careers.occupation import Difference, Extra, Occupation, OccupationCard
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.places import Place, PlacePay, PlaceRank
from careercli.core.careers.sheet import SheetSection
from careercli.core.careers.study import Study
from careercli.core.text.languages import Lang

#: A word that needs no quotes.
_BARE = re.compile(r"[\w@%+=:,./-]+")
Kind = Literal["role", "occupation"]
#: Rows of CSV, titles first.
Table = tuple[tuple[object, ...], ...]


class Action(Model, frozen=True, kw_only=True):
    """What one would naturally do next: a label in words, and the command that does it, without the program's name."""

    id: str
    label: str
    command: tuple[str, ...]

    @property
    def line(self) -> str:
        """The command as it is typed."""
        return command_line(*self.command)


def command_line(*words: str) -> str:
    """A command of the program as it is typed, in quotes that every shell knows where words need some."""
    return " ".join(["careers", *map(_quoted, words)])


def _quoted(word: str) -> str:
    if _BARE.fullmatch(word):
        return word
    if not set(word) & set('"$`\\!'):
        return f'"{word}"'
    import shlex  # hardly any name has such a sign

    return shlex.quote(word)


class Report(Model, frozen=True, kw_only=True):
    """The base: `data` is what `--json` shows; notes are sentences for the user, actions what to do next.

    `footnotes` are notes that the page tells where they belong.
    """

    #: The module in `pages/` that lays it out; that of the command where empty.
    page: ClassVar[str] = ""
    command: str
    language: Lang
    notes: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def suggested(self) -> int:
        """How many of its actions are named under its page."""
        return 3

    @property
    def lists_actions(self) -> bool:
        """Whether its page lists the actions, so that nobody need be told of them beside it."""
        return False

    @property
    def data(self) -> object:
        raise NotImplementedError

    @property
    def envelope(self) -> dict[str, Any]:
        """What JSON says beside the data, of this report alone."""
        return {}

    @property
    def table(self) -> Table | None:
        """The rows of CSV; None where they are taken from the page."""
        return None


def make_table(fields: tuple[str, ...], rows: Iterable[object]) -> Table:
    """A row a thing, of the fields that the titles name."""
    return (fields, *(tuple(getattr(row, field) for field in fields) for row in rows))


class ShowReport(Report, frozen=True, kw_only=True):
    """A guide, or the sections of it that were asked for, told to a reader of `country`.

    `contents` are the ids of all its sections, numbered in this order. `measured` is the occupation that the career
    is exactly, with its figures. `topics` are the titles of the pages that its sections point to, by id.
    """

    role: Role
    topics: dict[str, str] = {}
    contents: tuple[str, ...] = ()
    measured: Occupation | None = None
    country: str = ""
    brief: bool = False
    partial: bool = False

    @property
    def suggested(self) -> int:
        return 1 if self.brief else super().suggested  # a card fills its screen

    @property
    def data(self) -> object:
        return self.role


class Card(Model, frozen=True, kw_only=True):
    """A career in a line of a list; `ratings` are those of the middle level, `judged_stars` ours among them.

    `stars` are those of its `pay` where the reader is, which `stars_basis` tells; ours where no pay is told there.
    `hidden`: the person said that it is not for them. `unknown`: the limits of which it is not known whether it keeps
    them. `values` of criteria that the person asked for and that no other field has; `study` tells that of years,
    `hired_in` that of time: from and to how many months.
    """

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
    reviewed: str | None = None
    judged_stars: int | None = None
    pay: PayHere | None = None
    expected_pay: tuple[ExpectedPay, ...] = ()
    ratings: tuple[Rating, ...] = ()
    hidden: bool = False
    unknown: tuple[str, ...] = ()
    values: dict[str, float] = {}
    study: Study | None = None
    hired_in: tuple[float, float] | None = None


class OccupationReport(Report, frozen=True, kw_only=True):
    """The fact sheet of an occupation, with what an imported release adds; `whole` cuts no list of that.

    `classified_in` is the country of the classification, `reader_country` that whose figures the person wants first.
    `differences` are those of the related occupations, where these are shown, `skills_ranked_by` says by whose ranks.
    `nearest_to` is the trade elsewhere that was asked for, where this is only the nearest to it. `place` is its pay
    where the person lives, beside the places where it pays best and where most do it. `topics` are the titles of the
    pages on how one gets in anywhere, by id. `contents` are the sections that the sheet has, numbered in this order,
    `sections` those that were asked for.
    """

    page: ClassVar[str] = "occupation"
    occupation: Occupation
    contents: tuple[SheetSection, ...] = ()
    sections: tuple[SheetSection, ...] = ()
    classified_in: str = ""
    reader_country: str = ""
    nearest_to: str = ""
    topics: dict[str, str] = {}
    differences: tuple[Difference, ...] = ()
    skills_ranked_by: str | None = None
    place: PlacePay | None = None
    best_places: tuple[PlaceRank, ...] = ()
    most_places: tuple[PlaceRank, ...] = ()
    extra: Extra | None = None
    brief: bool = False
    whole: bool = False

    @property
    def suggested(self) -> int:
        return 1 if self.brief else super().suggested  # a card fills its screen

    @property
    def data(self) -> object:
        data = occupation_data(self.occupation) | {"onet": self.extra, "nearest_to": self.nearest_to or None}
        differences = {other.id: msgspec.to_builtins(other) for other in self.differences}
        data["related"] = [related | differences.get(related["id"], {}) for related in data["related"]]
        if data["pay"]:
            data["pay"]["place"] = self.place
            data["pay"]["best_places"], data["pay"]["most_places"] = self.best_places, self.most_places
        return data


def occupation_data(one: Occupation) -> dict[str, Any]:
    """An occupation as JSON has it; `of` says by field whom its figures count, `role` is the guide to it."""
    data: dict[str, Any] = msgspec.to_builtins(one)
    data |= {f"name_{lang}": name for lang, name in one.names.items()}
    paid, projected = one.pay.of if one.pay else None, one.outlook.of if one.outlook else None
    counted: dict[str, Group | None] = {"skills": one.skills_of}
    counted |= dict.fromkeys(("stars", "percentiles", "employment"), paid)
    counted |= dict.fromkeys(("education", "experience", "training", "self_employed_percent"), projected)
    del data["skills_of"]
    data["role"] = next((guide.id for guide in one.guides if guide.match == "exact"), None)
    data["of"] = {field: msgspec.to_builtins(of) for field, of in counted.items() if of and data[field] is not None}
    if data["outlook"]:
        outlook = data["outlook"]
        data["outlook"] = {"from": outlook.pop("from_year"), "to": outlook.pop("to_year"), **outlook}
    return data


class ListReport(Report, frozen=True, kw_only=True):
    """Careers that match what was asked: `fitting` do, of `total`, and the first of them are in `cards`.

    `occupations` is how many the atlas has beside them, by field in `fields` where nothing was asked; `country` that
    whose pay is shown. `columns` are the criteria that were asked for beside those that every list shows, `asked` the
    conditions in words.
    """

    cards: tuple[Card, ...]
    fitting: int
    total: int
    occupations: int = 0
    fields: tuple[tuple[str, int], ...] = ()
    columns: tuple[str, ...] = ()
    country: str = ""
    asked: tuple[str, ...] = ()

    @property
    def data(self) -> object:
        return self.cards

    @property
    def table(self) -> Table:
        made = make_table(("id", "kind", "name", "family", "stars", "entry", "remote", "focus"), self.cards)
        return _with_columns(made, self.cards, self.columns)


class AtlasReport(Report, frozen=True, kw_only=True):
    """Occupations that match what was asked: `fitting` do, of `total`, and the first of them are in `cards`.

    So many more are `folded` under others that fit. `wages` and `outlook` are the data sets of their figures,
    `classified_in` is the country of the classification. `place`: where the pay is asked for. `columns` are the
    criteria that were asked for beside those shown always, `kept` those of these that were; `about` are the subjects,
    `asked` the conditions in words. `reader_country` is that of the reader, `levels_in` that whose diplomas tell the
    ways in.
    """

    page: ClassVar[str] = "atlas"
    cards: tuple[OccupationCard, ...]
    fitting: int
    total: int
    folded: int = 0
    country: str
    place: Place | None = None
    columns: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    classified_in: str
    about: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    reader_country: str = ""
    levels_in: str = ""
    wages: DataSet | None = None
    outlook: DataSet | None = None

    @property
    def data(self) -> object:
        return self.cards

    @property
    def table(self) -> Table:
        fields = (
            "id",
            "kind",
            "name",
            "family",
            "stars",
            "median",
            "growth_percent",
            "job_zone",
            "employment",
            "interests",
        )
        head, *rows = make_table(fields, self.cards)
        groups = (next((of for of in (c.of, c.outlook_of) if of), None) for c in self.cards)
        named = ((of.code, of.title) if of else (None, None) for of in groups)
        made: Table = ((*head, "of_code", "of_title"), *((*row, *of) for row, of in zip(rows, named, strict=True)))
        if self.place:
            places = (card.place.name if card.place else None for card in self.cards)
            made = ((*made[0], "place"), *((*row, place) for row, place in zip(made[1:], places, strict=True)))
        return _with_columns(made, self.cards, self.columns)


def _with_columns(table: Table, cards: Sequence[Card | OccupationCard], columns: Sequence[str]) -> Table:
    """The table with what was asked for of each career, and with the limits of which it is not known."""
    unsure = any(card.unknown for card in cards)
    if not columns and not unsure:
        return table
    more = [
        (*(card.values.get(id_) for id_ in columns), *(("; ".join(card.unknown),) if unsure else ())) for card in cards
    ]
    head = (*table[0], *columns, *(("unknown",) if unsure else ()))
    return (head, *((*row, *cells) for row, cells in zip(table[1:], more, strict=True)))


class Review(Model, frozen=True, kw_only=True):
    """When a guide was last read against its sources."""

    id: str
    name: str
    reviewed: str


class SourcesReport(Report, frozen=True, kw_only=True):
    """The bibliography, or its `weak` part; `credits` are of the sources whose data we carry, `reviews` of guides."""

    credits: tuple[Credit, ...] = ()
    reviews: tuple[Review, ...] = ()
    weak: bool = False

    @property
    def data(self) -> list[dict[str, Any]]:
        credited = {
            one.id: {"counts": one.counts, "attribution": one.attribution, "changes": one.changes}
            for one in self.credits
        }
        none = {"counts": None, "attribution": None, "changes": None}
        return [msgspec.to_builtins(source) | credited.get(source.id, none) for source in self.sources]

    @property
    def table(self) -> Table:
        stood = ("id", "title", "publisher", "date", "place", "address", "licence", "via", "attribution", "changes")
        fields = (*stood, "lang", "kind", "via_address", "via_lang", "via_date", "counts")
        said = ("note", "reason")
        rows = ((*(s[f] for f in fields), *(s[f].get(self.language) for f in said)) for s in self.data)
        return ((*fields, *said), *rows)


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
    def data(self) -> object:
        return {"checked": self.checked, "problems": self.findings}

    @property
    def table(self) -> Table:
        return make_table(("path", "line", "field", "message"), self.findings)
