"""`careers data`."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from careercli.commands import completing, options
from careercli.commands.writing import write_report
from careercli.core.careers.datasets import DataSetName
from careercli.files.folders import check_home
from careercli.importers.base import Progress
from careercli.usecases.datasets import (
    ImportRequest,
    RemoveRequest,
    import_data_set,
    list_data_sets,
    remove_data_set,
)
from careercli.usecases.request import Request
from careercli.world.runtime import Runtime
from careercli.world.streams import system_path

ABOUT = """Import official data sets that you have downloaded, and see what is installed.

Examples:
  careers data import onet db_30_1_text.zip
  careers data list

O*NET (text releases) is at https://www.onetcenter.org/database.html, BLS wages at https://www.bls.gov/oes/tables.htm,
BLS projections at https://www.bls.gov/emp/data/occupational-data.htm.
"""

app = typer.Typer(help=ABOUT, rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.command("import")
def import_(
    ctx: typer.Context,
    kind: Annotated[DataSetName, typer.Argument(metavar="KIND", help="What it is: onet, oews (wages), projections.")],
    path: Annotated[
        str,
        typer.Argument(metavar="FILE|FOLDER", help="The file as you downloaded it.", autocompletion=completing.file),
    ],
    release: Annotated[
        str | None, typer.Option("--release", help="Its release, where the file does not say it.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check all of it, and change nothing.")] = False,
    form: options.FormatOption = None,
    json: options.JsonOption = False,
    width: options.WidthOption = None,
) -> None:
    """Import a data set, in place of the installed one of its kind. It is taken whole or not at all.

    Examples:
      careers data import onet db_30_1_text.zip
      careers data import oews oesm25nat.zip --dry-run
    """
    runtime: Runtime = ctx.obj
    request = ImportRequest(
        lang=runtime.lang,
        country=runtime.country,
        kind=kind,
        path=Path(system_path(path)),
        release=release,
        today=runtime.now().date().isoformat(),
        dry_run=dry_run,
    )
    before = list_data_sets(runtime.imported, request)
    try:
        report = import_data_set(runtime.imported, request, lambda size: _watch(runtime, size), runtime.tell)
    except KeyboardInterrupt:
        if list_data_sets(runtime.imported, request) == before:
            runtime.tell("\n" + runtime.say("Nothing was changed."))
        raise
    write_report(runtime, report, form, json=json, width=width)


@app.command("list")
def list_(
    ctx: typer.Context,
    form: options.FormatOption = None,
    json: options.JsonOption = False,
    width: options.WidthOption = None,
) -> None:
    """List the data sets that you have imported: release, date, rows, licence.

    Examples:
      careers data list
      careers data list --json
    """
    runtime: Runtime = ctx.obj
    request = Request(lang=runtime.lang, country=runtime.country)
    write_report(runtime, list_data_sets(runtime.imported, request), form, json=json, width=width)


@app.command("remove")
def remove(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name in `careers data list`.", autocompletion=completing.imported)],
) -> None:
    """Remove a data set that you have imported.

    Examples:
      careers data remove onet
      careers data remove oews
    """
    runtime: Runtime = ctx.obj
    request = RemoveRequest(lang=runtime.lang, country=runtime.country, name=name)
    removed = remove_data_set(runtime.imported, request, runtime.tell)
    runtime.tell(runtime.say("{title} {release} is removed.", title=removed.title, release=removed.release))


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


@contextlib.contextmanager
def _watch(runtime: Runtime, size: int) -> Iterator[Progress]:
    """A progress bar for a person at a terminal, and nothing for others."""
    if not runtime.can_redraw:
        yield lambda _: None
        return
    with typer.progressbar(length=size, label=runtime.say("Importing"), file=runtime.stderr, show_pos=False) as bar:
        yield bar.update
