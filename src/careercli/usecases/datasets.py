"""The data sets that the person has imported: which there are, one more, one less.

They stand in a database of the person's own, `database`, which need not be there; no catalogue is opened for them.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path

from careercli.core.careers.datasets import DataReport, DataSetName, ImportReport, InstalledSet
from careercli.core.careers.reports import Action
from careercli.errors import NotFoundError
from careercli.files.lock import Tell
from careercli.importers import store
from careercli.importers.base import DataSetSpec, Progress, import_set
from careercli.locale import Say
from careercli.usecases.request import Request


class ImportRequest(Request, frozen=True, kw_only=True):
    """A file or folder of a kind, as it was downloaded, and its `release` where it does not say it.

    `today` is the date of the import; a `dry_run` checks all of it and changes nothing.
    """

    kind: DataSetName
    path: Path
    release: str | None = None
    today: str
    dry_run: bool = False


class RemoveRequest(Request, frozen=True, kw_only=True):
    """The name of an installed data set."""

    name: str


def list_data_sets(database: Path, request: Request) -> DataReport:
    """The data sets that are installed. Raises DataError where the database is damaged."""
    say, sets = Say(request.lang), store.list_sets(database)
    how = Action(id="import", label=say("How to import one"), command=("data", "import", "--help"))
    return DataReport(command="data", language=request.lang, actions=() if sets else (how,), sets=sets)


def installed_names(database: Path) -> list[str]:
    """The names of the data sets that are installed, for completion. Raises DataError."""
    return [str(known.name) for known in store.list_sets(database)]


def import_data_set(
    database: Path, request: ImportRequest, watch: Callable[[int], AbstractContextManager[Progress]], tell: Tell
) -> ImportReport:
    """Take a data set in place of the installed one of its kind, whole or not at all.

    `watch` makes a progress of a size in bytes, `tell` hears what is waited for. Raises ImportFailedError, UsageError,
    or DataError where the database is damaged.
    """
    say = Say(request.lang)
    result = import_set(
        _spec(request.kind),
        request.path,
        database,
        release=request.release,
        today=request.today,
        dry_run=request.dry_run,
        watch=watch,
        tell=tell,
    )
    notes: tuple[str, ...] = ()
    if result.named:
        said = "The name of the file carries release {named}; it is taken to be {used}."
        notes = (say(said, named=result.named, used=result.installed.release),)
    listed = Action(id="list", label=say("The data sets that you have imported"), command=("data", "list"))
    return ImportReport(
        command="data",
        language=request.lang,
        notes=notes,
        actions=() if result.dry_run else (listed,),
        result=result,
    )


def remove_data_set(database: Path, request: RemoveRequest, tell: Tell) -> InstalledSet:
    """Remove an installed data set; what it was. Raises NotFoundError, or DataError where the database is damaged."""
    installed = {str(known.name): known for known in store.list_sets(database)}
    removed = installed.get(request.name.strip().lower())
    if not removed:
        raise NotFoundError("data", request.name, tuple(installed))
    store.remove_set(database, removed.name, _spec(removed.name).tables, tell)
    return removed


def _spec(name: DataSetName) -> DataSetSpec:
    """A kind of data set, its importer imported when it is asked for."""
    spec: DataSetSpec = import_module(f"careercli.importers.{name}").SPEC
    return spec
