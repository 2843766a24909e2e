"""`careers validate`."""

from pathlib import Path
from typing import Annotated

import typer

from careercli.commands import completing, options
from careercli.commands.writing import write_report
from careercli.errors import DataError
from careercli.usecases.validate import ValidateRequest, validate
from careercli.world.runtime import Runtime
from careercli.world.streams import system_path


def run(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Role folders, or files in them; without any, all careers.",
            autocompletion=completing.file,
        ),
    ] = None,
    form: options.FormatOption = None,
    json: options.JsonOption = False,
    width: options.WidthOption = None,
) -> None:
    """Check career files and report every problem with file, line and field. Exit code 4 if there is one.

    Examples:
      careers validate
      careers validate my-roles/falconer --json
    """
    runtime: Runtime = ctx.obj
    request = ValidateRequest(
        lang=runtime.lang, country=runtime.country, paths=tuple(Path(system_path(path)) for path in paths or ())
    )
    report = validate(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width)
    if report.findings:
        raise typer.Exit(DataError.exit_code)
