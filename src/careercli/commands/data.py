"""`careers data`."""

import contextlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.core.careers.datasets import DataReport, DataSetName, ImportReport
from careercli.errors import NotFoundError
from careercli.files.folders import check_home
from careercli.importers import store
from careercli.importers.base import DataSetSpec, Progress, import_set
from careercli.world.runtime import Runtime

ABOUT = """Import official data sets that you have downloaded, and see what is installed.

Examples:
  careers data import onet db_30_1_text.zip
  careers data list

O*NET (text releases) is at https://www.onetcenter.org/database.html, BLS wages at https://www.bls.gov/oes/tables.htm,
BLS projections at https://www.bls.gov/emp/data/occupational-data.htm.
"""

app = typer.Typer(help=ABOUT, rich_markup_mode=None, add_completion=False, no_args_is_help=True)


def complete_installed(ctx: typer.Context, incomplete: str) -> list[str]:
    """The names of installed data sets that begin so."""
    try:
        return [one.name for one in store.list_sets(Runtime().imported) if one.name.startswith(incomplete.lower())]
    except Exception:  # noqa: BLE001 - a TAB must never print an error
        return []


@app.command("import")
def import_(
    ctx: typer.Context,
    kind: Annotated[DataSetName, typer.Argument(metavar="KIND", help="What it is: onet, oews (wages), projections.")],
    path: Annotated[Path, typer.Argument(metavar="FILE|FOLDER", help="The file as you downloaded it.")],
    release: Annotated[
        str | None, typer.Option("--release", help="Its release, where the file does not say it.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check all of it, and change nothing.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Import a data set, in place of the installed one of its kind. It is taken whole or not at all.

    Examples:
      careers data import onet db_30_1_text.zip
      careers data import oews oesm25nat.zip --dry-run
    """
    runtime: Runtime = ctx.obj
    before = store.list_sets(runtime.imported)
    try:
        result = import_set(
            _spec(kind),
            path,
            runtime.imported,
            release=release,
            today=runtime.now().date().isoformat(),
            dry_run=dry_run,
            watch=lambda size: _watch(runtime, size),
            tell=runtime.tell,
        )
    except KeyboardInterrupt:
        if store.list_sets(runtime.imported) == before:
            runtime.tell("\n" + runtime.say("Nothing was changed."))
        raise
    notes = []
    if result.named:
        said = "The name of the file carries release {named}; it is taken to be {used}."
        notes.append(runtime.say(said, named=result.named, used=result.installed.release))
    report = ImportReport(command="data", language=runtime.lang, notes=tuple(notes), result=result)
    write_report(runtime, report, form, json=json, width=width)
    if not result.dry_run:
        runtime.hint(runtime.say("Next: `careers data list`"))


@app.command("list")
def list_(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """List the data sets that you have imported: release, date, rows, licence.

    Examples:
      careers data list
      careers data list --json
    """
    runtime: Runtime = ctx.obj
    report = DataReport(command="data", language=runtime.lang, sets=store.list_sets(runtime.imported))
    write_report(runtime, report, form, json=json, width=width)


@app.command("remove")
def remove(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name in `careers data list`.", autocompletion=complete_installed)],
) -> None:
    """Remove a data set that you have imported.

    Examples:
      careers data remove onet
      careers data remove oews
    """
    runtime: Runtime = ctx.obj
    sets = {str(known.name): known for known in store.list_sets(runtime.imported)}
    found = sets.get(name.strip().lower())
    if not found:
        raise NotFoundError("data", name, tuple(sets))
    store.remove_set(runtime.imported, found.name, _spec(found.name).tables, runtime.tell)
    runtime.tell(runtime.say("{title} {release} is removed.", title=found.title, release=found.release))


@app.command("path")
def path(ctx: typer.Context) -> None:
    """Print where your imported data sets are kept: an SQLite file of your own.

    Examples:
      careers data path
      careers data path --accessible
    """
    runtime: Runtime = ctx.obj
    check_home(runtime.data_dir)
    runtime.write(f"{runtime.imported}\n")


def _spec(name: DataSetName) -> DataSetSpec:
    """A kind of data set, its importer imported when it is asked for."""
    spec: DataSetSpec = import_module(f"careercli.importers.{name}").SPEC
    return spec


@contextlib.contextmanager
def _watch(runtime: Runtime, size: int) -> Iterator[Progress]:
    """A progress bar for a person at a terminal, and nothing for others."""
    if not runtime.can_redraw:
        yield lambda _: None
        return
    with typer.progressbar(length=size, label=runtime.say("Importing"), file=runtime.stderr, show_pos=False) as bar:
        yield bar.update
