"""What the user answered, and the results: `answers.yaml` in the data folder, readable by its owner only."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from careercli.core.results import Answer, Answers, SavedLength, SavedResult, is_same
from careercli.errors import DataError
from careercli.locks import FileLock

if TYPE_CHECKING:
    from careercli.strict_yaml import Document

FILE = "answers.yaml"
#: The version of the user's own file. 1 had nothing but the answers by career.
VERSION = 2
#: The version of a file of answers to one questionnaire, as `--answers` takes it.
GIVEN_VERSION = 1
#: Results beyond this many push out the oldest, so that the file stays one that a person can read.
MOST_RESULTS = 100
_HEADER = """\
# Your answers to `careers quiz` and what came out of them. They are yours alone: read, change or delete them.
# `careers quiz --history` lists the results, `careers quiz --diff` compares the last two.
# Comments that you add are not kept: the file is written again with every answer and result.
"""


class AnswersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of answers to one questionnaire, as `--answers` takes it."""

    answers: Answers
    version: int = GIVEN_VERSION


class Left(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The questionnaire that was left half-way last: a career, or that on interests where it is empty."""

    career: str = ""
    length: SavedLength = ""


class Saved(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The user's own file: the latest answers on interests and by career, and the results, oldest first."""

    version: int = VERSION
    left: Left | None = None
    interests: Answers = {}
    careers: dict[str, Answers] = {}
    results: tuple[SavedResult, ...] = ()


def parse_answers(content: bytes, name: str) -> Answers:
    """The answers of a file in YAML or JSON. Raises DataError with file, line and field."""
    from careercli.catalogue.shape import find_problems
    from careercli.strict_yaml import YamlError, parse_yaml

    try:
        document = parse_yaml(content)
    except YamlError as problem:
        raise DataError(
            "{path}:{line}: {message}", _FORM, path=name, line=problem.line, message=problem.message
        ) from None
    if problems := find_problems(document, AnswersFile, Path(name)):
        first = problems[0]
        raise DataError(
            "{path}:{line}: {field}{message}",
            _FORM,
            path=first.path,
            line=first.line,
            field=f"`{first.field}` " if first.field else "",
            message=first.message,
        )
    found = msgspec.convert(document.value, AnswersFile)
    if found.version != GIVEN_VERSION:
        raise DataError("{path}:1: version {version} is not known", _FORM, path=name, version=found.version)
    return found.answers


_MEND = "Mend it or move it away; nothing was written."
_MEND_OR_LEAVE = (
    "Mend it or move it away; nothing was written. `--no-save` without `--resume` gives a result and leaves it alone."
)
_FORM = "Such a file reads `version: 1` and `answers: {{ID: 4}}`; `--items` in place of `--answers` lists the ids."


def load_saved(folder: Path) -> Saved:
    """What the user's own file holds; nothing where there is none. Raises DataError where it is damaged."""
    return _load(folder)[0]


def _load(folder: Path) -> tuple[Saved, str]:
    """What the file holds, and the text of its results where they come last in it, so that it can be written again."""
    path = folder / FILE
    if not os.path.lexists(path):  # and PyYAML, 20 ms, is not needed
        return Saved(), ""
    from careercli.catalogue.shape import find_problems
    from careercli.strict_yaml import YamlError, load_yaml

    try:
        document = load_yaml(path)
    except FileNotFoundError:
        return Saved(), ""
    except OSError as error:
        raise DataError(
            "{path} cannot be read: {why}", "Check the path.", path=path, why=error.strerror or error
        ) from None
    except YamlError as problem:
        raise DataError(
            "{path}:{line}: {message}", _MEND, path=path, line=problem.line, message=problem.message
        ) from None
    if problems := find_problems(document, Saved, path):
        first = problems[0]
        raise DataError(
            "{path}:{line}: {field}{message}",
            _MEND,
            path=first.path,
            line=first.line,
            field=f"`{first.field}` " if first.field else "",
            message=first.message,
        )
    saved = msgspec.convert(document.value, Saved)
    if not 1 <= saved.version <= VERSION:
        line = document.line_of(("version",))
        raise DataError(
            "{path}:{line}: version {version} is not known", _MEND, path=path, line=line, version=saved.version
        )
    return saved, _results_text(path, document) if saved.results else ""


def _results_text(path: Path, document: "Document") -> str:
    lines = {place[0]: line for place, line in document.lines.items() if len(place) == 1}
    text = path.read_bytes().decode()
    if lines["results"] < max(lines.values()) or "\r" in text or not text.endswith("\n"):
        return ""
    return "".join(text.splitlines(keepends=True)[lines["results"] - 1 :])


class AnswerBook:
    """The user's own file, open: what is put in is on disk when the call returns.

    It is read again where another process has written it since. All methods raise DataError for a damaged file,
    which is then left as it is, and OSError where the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamp = self._look()
        self._saved, self._text = self._load()

    @property
    def saved(self) -> Saved:
        """What is in it now."""
        if (stamp := self._look()) != self._stamp:
            (self._saved, self._text), self._stamp = self._load(), stamp
        return self._saved

    def _load(self) -> tuple[Saved, str]:
        try:
            return _load(self.folder)
        except DataError as error:
            raise DataError(
                error.message, _MEND_OR_LEAVE if error.hint == _MEND else error.hint, **error.values
            ) from None

    def answers(self, career: str) -> Answers:
        """The latest answers about a career, or on interests where it is empty."""
        return dict(self.saved.careers.get(career, {}) if career else self.saved.interests)

    def put_answers(self, career: str, length: str, answers: Answers) -> None:
        """Put the answers to a questionnaire in the place of earlier ones; it counts as left half-way."""
        left = msgspec.convert({"career": career, "length": length}, Left)
        with self._alone() as saved:
            if career:
                others = {id_: given for id_, given in saved.careers.items() if id_ != career}
                self._write(msgspec.structs.replace(saved, left=left, careers=others | {career: dict(answers)}))
            else:
                self._write(msgspec.structs.replace(saved, left=left, interests=dict(answers)))

    def put_result(self, result: SavedResult) -> None:
        """Add a result and its answers, and count its questionnaire as finished.

        One that says what the last of its kind did is not added.
        """
        with self._alone() as saved:
            if (changed := _add(saved, result)) != saved:
                self._write(changed)

    def finish(self, career: str) -> None:
        """Count a questionnaire as finished that gave no result."""
        with self._alone() as saved:
            if saved.left and saved.left.career == career:
                self._write(msgspec.structs.replace(saved, left=None))

    @contextlib.contextmanager
    def _alone(self) -> Iterator[Saved]:
        """What is in it now, while no other process can change it."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(Path(os.path.realpath(self.folder / FILE)).with_suffix(".lock")).hold():
            yield self.saved

    def _write(self, saved: Saved) -> None:
        from careercli.strict_yaml import dump_yaml

        saved = msgspec.structs.replace(saved, version=VERSION)
        answers: Any = msgspec.to_builtins(msgspec.structs.replace(saved, results=()))
        text = f"{_HEADER}version: {VERSION}\n" + (dump_yaml(answers, compact=True) if answers else "")
        results = self._write_results(saved.results)
        write_atomically(self.folder / FILE, text + results)
        self._saved, self._text, self._stamp = saved, results, self._look()

    def _write_results(self, results: tuple[SavedResult, ...]) -> str:
        """The results as they stand in the file already, with what is new: a hundred take most of a second to write."""
        from careercli.strict_yaml import dump_yaml

        if not results:
            return ""
        old = self._saved.results
        if self._text and results == old:
            return self._text
        if self._text.startswith("results:\n- ") and results[:-1] == old:
            return self._text + dump_yaml(msgspec.to_builtins(results[-1:]), compact=True)
        return dump_yaml({"results": msgspec.to_builtins(results)}, compact=True)

    def _look(self) -> tuple[int, int, int] | None:
        try:
            seen = os.stat(self.folder / FILE)
        except OSError:
            return None
        return seen.st_mtime_ns, seen.st_size, seen.st_ino


def _add(saved: Saved, result: SavedResult) -> Saved:
    """The file with a result and its answers in it."""
    changed = saved
    if saved.left and saved.left.career == result.career:
        changed = msgspec.structs.replace(changed, left=None)
    if result.answers and result.kind == "career":
        changed = msgspec.structs.replace(changed, careers={**saved.careers, result.career: result.answers})
    elif result.answers:
        changed = msgspec.structs.replace(changed, interests=result.answers)
    earlier = [old for old in saved.results if (old.kind, old.career) == (result.kind, result.career)]
    if not earlier or not is_same(earlier[-1], result):
        changed = msgspec.structs.replace(changed, results=(*saved.results, result)[-MOST_RESULTS:])
    return changed


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


__all__ = ["Answer", "AnswerBook", "Answers", "Left", "Saved", "load_saved", "parse_answers", "write_atomically"]
