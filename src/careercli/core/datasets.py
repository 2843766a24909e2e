"""Imported data sets: what one is, and the reports of `careers data`."""

from typing import Any

from careercli.core.model import Model
from careercli.core.reports import Report


class InstalledSet(Model, frozen=True, kw_only=True):
    """A data set of the user's own database and where it is from.

    `parts` are rows taken by part, `skipped` rows left out by reason, `missing` files that the release could have.
    `naming` says how O*NET named its files (`to-30.2`, `from-30.3`), `styles` which work styles it has (`new`: 21,
    `old`: 16).
    """

    name: str
    title: str
    release: str
    licence: str
    attribution: str
    sha256: str
    imported: str
    file: str
    rows: int
    parts: dict[str, int]
    skipped: dict[str, int] = {}
    missing: tuple[str, ...] = ()
    naming: str | None = None
    styles: str | None = None


class DataReport(Report, frozen=True, kw_only=True):
    """The data sets that the user has imported."""

    sets: tuple[InstalledSet, ...]

    @property
    def data(self) -> Any:
        return self.sets


class ImportReport(Report, frozen=True, kw_only=True):
    """What an import did; `replaced` is the release that stood there before, `named` another one in the file's name."""

    installed: InstalledSet
    replaced: str | None = None
    named: str | None = None
    dry_run: bool = False
    unchanged: bool = False

    @property
    def data(self) -> Any:
        return {
            "installed": self.installed,
            "replaced": self.replaced,
            "named": self.named,
            "dry_run": self.dry_run,
            "unchanged": self.unchanged,
        }
