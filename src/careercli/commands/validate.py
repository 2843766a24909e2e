"""`careers validate`."""

import stat
from pathlib import Path
from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.compiler import checks, load, questionnaires
from careercli.compiler.locate import locate, role_names
from careercli.core.careers.reports import Finding, ValidateReport
from careercli.errors import DataError
from careercli.files.validate_shape import Problem
from careercli.locale import Say
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Role folders, or files in them; without any, all careers.", readable=False),
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Check career files and report every problem with file, line and field. Exit code 4 if there is one.

    Examples:
      careers validate
      careers validate my-roles/falconer --json
    """
    runtime: Runtime = ctx.obj
    report = make_report(runtime, paths or [])
    write_report(runtime, report, form, json=json, width=width)
    if report.findings:
        raise typer.Exit(DataError.exit_code)


def make_report(runtime: Runtime, paths: list[Path]) -> ValidateReport:
    """All problems of some role folders, or of the bundled and the user's own ones."""
    where = locate(runtime.config_dir, runtime.cache_dir)
    wrong: list[Problem] = []
    if where.data:
        vocabulary, problems = load.load_vocabulary(where.data)
        wrong += [*problems, *questionnaires.load_questionnaires(where.data).problems]
    else:
        vocabulary = runtime.catalogue.vocabulary()
    bundled = _folders(where.data / "roles") if where.data else []
    folders = [_folder_of(path) for path in paths] if paths else [*bundled, *_folders(where.own_roles)]
    folders = list(dict.fromkeys(folder.resolve() for folder in folders))
    known = {id_ for id_, _ in runtime.catalogue.career_names()} | {folder.name for folder in folders}
    ours = {folder.resolve() for folder in bundled}
    for folder in folders:
        role = load.load_role(folder)
        wrong += checks.find_role_problems(role, vocabulary, known, bundled=folder in ours)
    checked = tuple(folder.name for folder in folders)
    findings = tuple(_finding(problem, runtime.say) for problem in wrong)
    return ValidateReport(command="validate", language=runtime.lang, checked=checked, findings=findings)


def _folder_of(path: Path) -> Path:
    """The folder of a role that a path names, or that holds it. Raises DataError."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise DataError("{path} does not exist", "Give the folder of a role.", path=path) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise DataError("{path} cannot be read: {why}", "Give the folder of a role.", path=path, why=why) from None
    return path if is_folder else path.parent


def _folders(roles: Path) -> list[Path]:
    return [roles / name for name in role_names(roles)]


def _finding(problem: Problem, say: Say) -> Finding:
    return Finding(
        path=str(problem.path),
        line=problem.line,
        field=problem.field,
        message=say.of(problem.message),
        message_en=str(problem.message),
    )
