"""Answers to questionnaires: `answers.yaml` in the data folder, readable by its owner only."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from careercli.errors import DataError
from careercli.strict_yaml import YamlError, dump_yaml, load_yaml, parse_yaml

FILE = "answers.yaml"
VERSION = 1
_HEADER = "# Your answers to `careers quiz`. They are yours alone: read them, change them, delete them.\n"
Answer = Annotated[int, Meta(ge=1, le=5)]
Answers = dict[str, Answer]


class AnswersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of answers to one questionnaire, as `--answers` takes it."""

    answers: Answers
    version: int = VERSION


class SavedAnswers(msgspec.Struct, forbid_unknown_fields=True):
    """The user's own file: the answers by career."""

    version: int = VERSION
    careers: dict[str, Answers] = {}


def parse_answers(content: bytes, name: str) -> Answers:
    """The answers of a file in YAML or JSON. Raises DataError with file, line and field."""
    from careercli.catalogue.shape import find_problems

    try:
        document = parse_yaml(content)
    except YamlError as problem:
        raise DataError(
            "{path}:{line}: {message}", _FORM, path=name, line=problem.line, message=problem.message
        ) from None
    if problems := find_problems(document, AnswersFile, Path(name)):
        raise DataError("{problem}", _FORM, problem=problems[0])
    found = msgspec.convert(document.value, AnswersFile)
    if found.version != VERSION:
        raise DataError("{path}:1: version {version} is not known", _FORM, path=name, version=found.version)
    return found.answers


_MEND = "Mend it or move it away; nothing was written."
_FORM = "Such a file reads `version: 1` and `answers: {{likes-maths: 4}}`; `careers quiz CAREER --items` lists the ids."


def load_saved(folder: Path) -> SavedAnswers:
    """The user's saved answers; none where there is no file. Raises DataError where it is damaged."""
    from careercli.catalogue.shape import find_problems

    path = folder / FILE
    try:
        document = load_yaml(path)
    except FileNotFoundError:
        return SavedAnswers()
    except YamlError as problem:
        raise DataError(
            "{path}:{line}: {message}", _MEND, path=path, line=problem.line, message=problem.message
        ) from None
    if problems := find_problems(document, SavedAnswers, path):
        raise DataError("{problem}", _MEND, problem=problems[0])
    return msgspec.convert(document.value, SavedAnswers)


def save_answers(folder: Path, career: str, answers: Answers) -> Path:
    """Keep the answers to the questionnaire of a career beside earlier ones to other statements; the file written."""
    saved = load_saved(folder)
    saved.careers[career] = {**saved.careers.get(career, {}), **answers}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / FILE
    write_atomically(path, _HEADER + dump_yaml(msgspec.to_builtins(saved)))
    return path


def write_atomically(path: Path, text: str) -> None:
    """Replace a file in one step: at any moment it is the old one or the new one, whole. Only its owner reads it."""
    path = Path(os.path.realpath(path))  # a link stays a link
    descriptor, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
