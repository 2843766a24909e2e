"""`careers doctor`."""

import typer

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.core.program.reports import DoctorReport
from careercli.errors import ExitCode
from careercli.world.checkup import look_around
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Check versions, figures, files, terminal and pager, and say what to do. Exit code 4 if something is broken.

    Examples:
      careers doctor
      careers doctor --json
    """
    runtime: Runtime = ctx.obj
    report = DoctorReport(command="doctor", language=runtime.lang, checks=look_around(runtime))
    write_report(runtime, report, form, json=json, width=width)
    if report.broken:
        raise typer.Exit(ExitCode.BAD_DATA)
