"""The reports on the program itself."""

from typing import ClassVar, Literal

from careercli.core.careers.model import Model
from careercli.core.careers.reports import Report, Table, make_table

#: Where a value comes from, the strongest first.
Origin = Literal["option", "environment", "file", "locale", "default"]


class ConfigRow(Model, frozen=True, kw_only=True):
    """A setting: the value that counts now, and where it comes from; `name` is that of an option or a variable."""

    key: str
    value: str | bool | None
    origin: Origin
    name: str
    set: str | bool | None


class ConfigData(Model, frozen=True, kw_only=True):
    """The settings and their file; `exists`: there is one.

    `place` is where the person lives, empty where they do not say; None where pay is known by no place.
    """

    file: str
    exists: bool
    place: str | None = None
    settings: tuple[ConfigRow, ...]


class ConfigReport(Report, frozen=True, kw_only=True):
    data: ConfigData

    @property
    def table(self) -> Table:
        return make_table(("key", "value", "origin", "name", "set"), self.data.settings)


class Check(Model, frozen=True, kw_only=True):
    """Something that was looked at: `good`, to `note`, or `broken`; `hint` is what to do."""

    id: str
    state: Literal["good", "note", "broken"]
    title: str
    said: str
    hint: str = ""


class DoctorReport(Report, frozen=True, kw_only=True):
    checks: tuple[Check, ...]

    @property
    def data(self) -> object:
        return {"broken": self.broken, "checks": self.checks}

    @property
    def broken(self) -> int:
        return sum(check.state == "broken" for check in self.checks)

    @property
    def table(self) -> Table:
        return make_table(("id", "state", "title", "said", "hint"), self.checks)


class HelpTopic(Model, frozen=True, kw_only=True):
    """A page of help: paragraphs, then names and what they mean."""

    id: str
    title: str
    text: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


#: The id of the actions that people begin with, among those of the front page of the help.
BEGIN = "begin"


class HelpReport(Report, frozen=True, kw_only=True):
    """A topic of the help; the front page lists its actions: what one begins with, then the topics."""

    page: ClassVar[str] = "help_topic"
    data: HelpTopic

    @property
    def lists_actions(self) -> bool:
        return not self.data.id

    @property
    def table(self) -> Table:
        return (("name", "meaning"), *self.data.rows)
