"""What is wrong in career files: the bundled ones and the person's own, or some."""

import stat
from pathlib import Path

from careercli.compiler import checks, load
from careercli.compiler.locate import role_names
from careercli.compiler.questionnaires import load_questionnaires
from careercli.core.careers.reports import Finding, ValidateReport
from careercli.errors import DataError, why_refused
from careercli.files.validate_shape import Problem
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.request import Request


class ValidateRequest(Request, frozen=True, kw_only=True):
    """Role folders, or files in them; without any, all careers and what they share."""

    paths: tuple[Path, ...] = ()


def validate(library: Catalogue, request: ValidateRequest) -> ValidateReport:
    """All problems, with file, line and field. Raises DataError for a path that cannot be read."""
    where, problems = library.where, list[Problem]()
    if request.paths or not where.data:
        vocabulary = library.vocabulary()
    else:
        vocabulary, problems = load.load_vocabulary(where.data)
        problems += load_questionnaires(where.data).problems
    bundled = _folders(where.data / "roles") if where.data else []
    paths = [_folder_of(path) for path in request.paths] if request.paths else [*bundled, *_folders(where.own_roles)]
    folders = list(dict.fromkeys(folder.resolve() for folder in paths))
    known = {id_ for id_, _ in library.career_names()} | {folder.name for folder in folders}
    ours = {folder.resolve() for folder in bundled}
    for folder in folders:
        role = load.load_role(folder)
        problems += checks.find_role_problems(role, vocabulary, known, bundled=folder in ours)
    say = library.say(request.lang)
    return ValidateReport(
        command="validate",
        language=request.lang,
        checked=tuple(folder.name for folder in folders),
        findings=tuple(_finding(problem, say) for problem in problems),
    )


def _folder_of(path: Path) -> Path:
    """The folder of a role that a path names, or that holds it. Raises DataError."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise DataError("{path} does not exist", "Give the folder of a role.", path=path) from None
    except OSError as error:
        why = why_refused(error)
        raise DataError("{path} cannot be read: {why}", "Give the folder of a role.", path=path, why=why) from None
    if not is_folder and path.suffix != ".yaml":
        raise DataError("{path} is no file of a role", "Give the folder of a role.", path=path)
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
