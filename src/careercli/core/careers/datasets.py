"""Imported data sets: what one is, and the reports of `careers data`."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from careercli.core.careers.model import Model
from careercli.core.careers.reports import Report, Table, make_table

Count = Annotated[int, Meta(ge=0, le=10**12)]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")]
Naming = Literal["to-30.2", "from-30.3"]
Styles = Literal["new", "old"]


class DataSetName(StrEnum):
    """The data sets that can be imported; each has a module in `importers/`."""

    ONET = "onet"
    OEWS = "oews"
    PROJECTIONS = "projections"


class InstalledSet(Model, frozen=True, kw_only=True):
    """A data set of the user's own database and where it is from.

    `parts` are rows taken by part, `skipped` rows left out by reason, `missing` files that the release could have.
    `naming` says how O*NET named its files (`to-30.2`, `from-30.3`), `styles` which work styles it has (`new`: 21,
    `old`: 16).
    """

    name: DataSetName
    title: str
    release: str
    licence: str
    attribution: str
    sha256: str
    imported: Day
    file: str
    rows: Count
    parts: dict[str, Count]
    skipped: dict[str, Count] = {}
    missing: tuple[str, ...] = ()
    naming: Naming | None = None
    styles: Styles | None = None


class DataReport(Report, frozen=True, kw_only=True):
    """The data sets that the user has imported."""

    lists_actions: ClassVar[bool] = True
    sets: tuple[InstalledSet, ...]

    @property
    def data(self) -> tuple[InstalledSet, ...]:
        return self.sets

    @property
    def table(self) -> Table:
        known = ("name", "title", "release", "imported", "rows", "licence", "attribution", "file", "sha256")
        return make_table(known, self.sets)


class ImportResult(Model, frozen=True, kw_only=True):
    """What an import did; `replaced` is the release that stood there before, `named` another one in the file's name."""

    installed: InstalledSet
    replaced: str | None = None
    named: str | None = None
    dry_run: bool = False
    unchanged: bool = False


class ImportReport(Report, frozen=True, kw_only=True):
    """What an import did."""

    result: ImportResult

    @property
    def data(self) -> ImportResult:
        return self.result
