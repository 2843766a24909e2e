"""The reports on what a person keeps."""

from typing import ClassVar, Literal

from careercli.core.careers.model import Model
from careercli.core.careers.occupation import Period
from careercli.core.careers.pay_here import Rests
from careercli.core.careers.reports import Kind, Report, Table, make_table
from careercli.core.person.model import Note
from careercli.core.quiz.results import Band, LocalTime, SavedLabel

#: What was done to careers.
Done = Literal["kept", "dropped", "moved", "hidden", "shown", "noted", "removed"]


class NamedCareer(Model, frozen=True, kw_only=True):
    """A career, or a field, and its name."""

    id: str
    name: str


class ChangeData(Model, frozen=True, kw_only=True):
    """What a verb did to some careers and fields, and the ids on the list after it. `file` is where all of it is."""

    file: str
    done: Done
    careers: tuple[NamedCareer, ...]
    fields: tuple[NamedCareer, ...] = ()
    list: tuple[str, ...]


class ChangeReport(Report, frozen=True, kw_only=True):
    """What has changed, told in sentences."""

    page: ClassVar[str] = "person_change"
    told: tuple[str, ...]
    data: ChangeData

    @property
    def table(self) -> Table:
        return make_table(("id", "name"), (*self.data.careers, *self.data.fields))


class Verdict(Model, frozen=True, kw_only=True):
    """The last verdict of the questionnaire on a career."""

    fit: float | None
    band: Band | None
    date: LocalTime


class MineRow(Model, frozen=True, kw_only=True):
    """A career of the list; `gone`: there is no such career any more.

    `pay` is the median of an occupation, or the middle of what a guide pays where the reader is, gross a year, or what
    `pay_tax` and `pay_period` say, of when `pay_reference` does;
    `pay_basis` is what it rests on, `pay_country` where it is paid; `pay_place` is the place where the person lives, or
    the wider one that it lies in, where the pay is that of a place.
    `fit` is the correlation with the interests of the last result, -1 to 1.
    """

    id: str
    kind: Kind | None
    name: str
    since: str | None
    gone: bool
    pay: float | None
    currency: str | None
    pay_basis: Rests | None = None
    pay_country: str | None = None
    pay_place: str | None = None
    pay_period: Period = "year"
    pay_tax: Literal["gross", "net"] = "gross"
    pay_reference: str | None = None
    fit: float | None
    label: SavedLabel
    verdict: Verdict | None
    notes: tuple[Note, ...]


class HiddenRow(Model, frozen=True, kw_only=True):
    """A career, or a whole field, that is not for the person."""

    id: str
    kind: Literal["career", "field"] = "career"
    name: str
    because: str
    since: str | None


class MineData(Model, frozen=True, kw_only=True):
    """The list in its order, or ranked by fit; `fit_of` is the date of the result that gives the fit.

    `noted` are the notes on careers that are not on the list.
    """

    file: str
    ranked: bool
    country: str
    fit_of: str | None
    list: tuple[MineRow, ...]
    noted: tuple[Note, ...] = ()
    hidden: tuple[HiddenRow, ...]


class MineReport(Report, frozen=True, kw_only=True):
    """The person's list; its page numbers the careers as the actions that open them."""

    lists_actions: ClassVar[bool] = True
    data: MineData

    @property
    def table(self) -> Table:
        rows = self.data.list
        head, *cells = make_table(("id", "kind", "name", "since", "pay", "currency", "fit"), rows)
        return ((*head, "notes"), *((*cell, len(row.notes)) for cell, row in zip(cells, rows, strict=True)))


class NotesData(Model, frozen=True, kw_only=True):
    """Notes, those on one career together, in the order in which they were written."""

    file: str
    notes: tuple[Note, ...]


class NotesReport(Report, frozen=True, kw_only=True):
    data: NotesData

    @property
    def table(self) -> Table:
        return make_table(("id", "name", "date", "text"), self.data.notes)


class ToldReport(Report, frozen=True, kw_only=True):
    """What was done with the file as a whole, told in sentences; `data` has it for programs."""

    page: ClassVar[str] = "told"
    told: tuple[str, ...]
    data: dict[str, object]


class LastResult(Model, frozen=True, kw_only=True):
    """The last result on interests: letters, the highest first, scores, and the names of the careers of its list.

    Scores and their errors run from 0 to 1.
    """

    date: LocalTime
    letters: tuple[str, ...]
    scores: dict[str, float]
    errors: dict[str, float]
    careers: tuple[str, ...]


class MeData(Model, frozen=True, kw_only=True):
    """What is known of a person: how much of each, and the files that hold it.

    `hidden` counts fields too. `place` and `study` are empty where they are not said; `half_way` is a career, or empty
    for that on interests.
    """

    person: str
    file: str
    files: tuple[str, ...]
    place: str
    study: str
    listed: int
    hidden: int
    hidden_fields: int
    notes: int
    answers: int
    results: int
    half_way: str | None
    last: LastResult | None
    people: tuple[str, ...]


class MeReport(Report, frozen=True, kw_only=True):
    """What is known of a person."""

    lists_actions: ClassVar[bool] = True
    data: MeData


class NamedVerdict(Model, frozen=True, kw_only=True):
    """The last verdict on a career."""

    name: str
    verdict: Verdict


class HandoutData(Model, frozen=True, kw_only=True):
    """What a counsellor would want to see: the last result, the verdicts, the list, what is not for them, notes."""

    person: str
    date: str
    place: str
    study: str
    last: LastResult | None
    verdicts: tuple[NamedVerdict, ...]
    country: str
    list: tuple[MineRow, ...]
    hidden: tuple[HiddenRow, ...]
    notes: tuple[Note, ...]


class HandoutReport(Report, frozen=True, kw_only=True):
    """A person's result, list and notes, for somebody who helps them."""

    page: ClassVar[str] = "handout"
    data: HandoutData
