"""The user's own file, `me.yaml` in the data folder, readable by its owner only; and files of answers given."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from careercli.core.quiz.answers import Answers
from careercli.core.quiz.results import SavedResult
from careercli.errors import CareersError, DataError, Message, NotKeptError, message, why_refused
from careercli.files.atomic import sweep, write_atomically
from careercli.files.folders import make_private
from careercli.files.lock import FileLock, Tell, say_nothing
from careercli.profile.saved import (
    HEADER,
    MAX_RESULTS,
    VERSION,
    Saved,
    Unfinished,
    add_answers,
    add_result,
    answers_to,
    convert_document,
    finish,
    load_saved,
    load_with_text,
    mend_first,
    shorten,
)
from careercli.profile.where import FILE, OLD_FILE, find_file

#: The version of a file of answers to one questionnaire, as `--answers` takes it.
GIVEN_VERSION = 1


class AnswersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of answers to one questionnaire, as `--answers` takes it."""

    answers: Answers
    version: int = GIVEN_VERSION


_FORM = message(
    "Such a file reads `version: 1` and `answers: {{ID: 4}}`; `--items` in place of `--answers` lists the ids."
)
#: Bytes of a file of answers in plain JSON, at most.
_MAX_PLAIN = 20_000
#: What only the person's own file has.
_OWN_KEYS = {"interests", "careers", "results"}


def parse_answers(content: bytes, name: str, career: str = "") -> tuple[Answers, bool]:
    """The answers of a file in YAML or JSON, and whether it is one of `careers` itself, which holds others too.

    Of that one they are those about a career, else those on interests. Raises DataError with file, line and field.
    """
    if plain := _find_plain(content):
        return plain, False
    from careercli.files.strict_yaml import YamlError, parse_yaml

    try:
        document = parse_yaml(content)
    except YamlError as problem:
        raise DataError(
            "{path}:{line}: {message}", _FORM.text, path=name, line=problem.line, message=problem.message
        ) from None
    if isinstance(document.value, dict) and _OWN_KEYS & document.value.keys():
        own = convert_document(document, Saved, Path(name), _FORM)
        return answers_to(own, career) or answers_to(own, ""), True
    file = convert_document(document, AnswersFile, Path(name), _FORM)
    if file.version != GIVEN_VERSION:
        raise DataError("{path}:1: version {version} is not known", _FORM.text, path=name, version=file.version)
    return file.answers, False


def _find_plain(content: bytes) -> Answers | None:
    """The answers of JSON as a script writes it, read without PyYAML, which would take longer than the rest.

    None for what is not that, which is to be read, or refused with its line, as YAML.
    """
    if len(content) > _MAX_PLAIN or b"." in content or b"\\" in content:
        return None
    try:
        file = msgspec.json.decode(content, type=AnswersFile)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    keys = 1 + (b'"version"' in content) + len(file.answers)
    twice = content.count(b'"') != 2 * keys  # a key that stands there twice is refused
    return None if twice or file.version != GIVEN_VERSION else file.answers


class AnswerBook:
    """The user's own file, open: what is put in is on disk when the call returns, and has been read back before.

    It is read again where another process has written it since. All methods raise DataError for a damaged file,
    which is then left as it is; those that write raise NotKeptError, OSError where the folder cannot be written and
    SystemRefusedError where another process does not stop writing. `tell` hears what the user should know,
    `hint` says what to do about a damaged file.
    """

    def __init__(self, folder: Path, tell: Tell = say_nothing, hint: Message | None = None) -> None:
        self.folder = folder
        self._hint = hint or mend_first(folder)
        self.path = folder / FILE
        self._tell = tell
        self._lock = lock_of(folder, tell)
        self._stamp = self._look()
        self._saved, self._text = self._load()
        self._proven = ""

    @property
    def saved(self) -> Saved:
        """What is in it now."""
        if (stamp := self._look()) != self._stamp:
            (self._saved, self._text), self._stamp = self._load(), stamp
        return self._saved

    def _load(self) -> tuple[Saved, str]:
        return load_with_text(self.folder, self._hint)

    def answers(self, career: str) -> Answers:
        """The latest answers about a career, or on interests where it is empty."""
        return answers_to(self.saved, career)

    def put_answers(self, career: str, length: str, answers: Mapping[str, int], again: tuple[str, ...] = ()) -> None:
        """Put in answers to a questionnaire; it counts as left half-way. Earlier answers to other statements stay.

        `again` are those that it still asks anew.
        """
        with self._alone() as saved:
            self._write(add_answers(saved, career, length, answers, again))

    def put_result(self, result: SavedResult, *, finished: bool = True) -> None:
        """Add a result; if its questionnaire is `finished`, its answers too, and it is no longer half-way.

        One that says what the last of its kind did is not added.
        """
        self.change(lambda saved: add_result(saved, result, finished=finished))

    def finish(self, career: str) -> None:
        """Count a questionnaire as finished that gave no result."""
        self.change(lambda saved: finish(saved, career))

    def change(self, make: Callable[[Saved], Saved]) -> Saved:
        """Put in whatever `make` gives for what is in it now, when no other process can change it; what was in it."""
        with self._alone() as saved:
            if (changed := make(saved)) != saved:
                self._write(changed)
        return saved

    @contextlib.contextmanager
    def _alone(self) -> Iterator[Saved]:
        """What is in it now, while no other process can change it."""
        make_private(self.folder)
        with self._lock.hold() as held:
            if held:
                sweep(self.path)
            yield self.saved

    def _write(self, changed: Saved) -> None:
        try:
            saved = shorten(msgspec.structs.replace(changed, version=VERSION))
            text, results = self._compose(saved)
        except ValueError as error:
            raise self._not_kept(str(error)) from None
        write_atomically(self.path, text.encode())
        self._put_old_aside()
        self._saved, self._text, self._proven, self._stamp = saved, results, results, self._look()
        if (saved.results, saved.careers) != (changed.results, changed.careers):
            self._tell(message("{path} was full: the oldest in it made room for the newest.", path=str(self.path)))

    def _put_old_aside(self) -> None:
        """Now that all of it stands in the new file, the old one is only a copy: it is kept under another name."""
        old = self.folder / OLD_FILE
        if os.path.lexists(old):
            aside = set_aside(old, "old")
            said = "What was in {old} is in {path} now; the old file is kept as {aside}."
            self._tell(message(said, old=OLD_FILE, path=str(self.path), aside=aside.name))

    def _compose(self, saved: Saved) -> tuple[str, str]:
        """The text of the file and of its results, read back. Results as they stood are tried first, then anew."""
        from careercli.files.strict_yaml import dump_yaml

        parts = msgspec.to_builtins(msgspec.structs.replace(saved, results=()))
        single = {key: parts.pop(key) for key in ("place", "study") if key in parts}
        head = f"{HEADER}version: {VERSION}\n" + (dump_yaml(single) if single else "")
        head += dump_yaml(parts, compact=True) if parts else ""
        why: str | Message = ""
        for results in self._write_results(saved.results):
            if results == self._proven:  # only the answers have changed: a hundred results are not read again
                why = _find_difference(head, msgspec.structs.replace(saved, results=()))
            else:
                why = _find_difference(head + results, saved)
            if not why:
                return head + results, results
        raise self._not_kept(why)

    def _write_results(self, results: tuple[SavedResult, ...]) -> Iterator[str]:
        """Texts that the results may have: first with those that stand in the file already, then all anew."""
        from careercli.files.strict_yaml import dump_yaml

        old = self._saved.results
        if not results:
            yield ""
            return
        if self._text and results == old:
            yield self._text
        elif self._text.startswith("results:\n- ") and results[:-1] == old:
            yield self._text + dump_yaml(msgspec.to_builtins(results[-1:]), compact=True)
        yield dump_yaml({"results": msgspec.to_builtins(results)}, compact=True)

    def _not_kept(self, why: str | Message) -> NotKeptError:
        said = "{path} would not be readable any more ({why})"
        return NotKeptError(said, "The file is as it was; please report it.", path=self.path, why=why)

    def _look(self) -> tuple[int, int, int] | None:
        try:
            seen = os.stat(find_file(self.folder))
        except OSError:
            return None
        return seen.st_mtime_ns, seen.st_size, seen.st_ino


def lock_of(folder: Path, tell: Tell = say_nothing) -> FileLock:
    """The lock on the file of a folder."""
    return FileLock(Path(os.path.realpath(folder / FILE)).with_suffix(".lock"), tell)


def set_aside(path: Path, why: str) -> Path:
    """Give a file another name in its folder, as `me.damaged.yaml`, that no file has; the new path. Raises OSError."""
    aside = free_name(path, why)
    path.rename(aside)
    return aside


def free_name(path: Path, why: str) -> Path:
    """A name beside a file that says why it is there, and that no file has."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.stem}.{why}{number if number > 1 else ''}{path.suffix}")):
        number += 1
    return aside


def why_not_kept(error: OSError | CareersError) -> str | Message:
    """Why something cannot be kept: in our words, or in those of the system."""
    if isinstance(error, CareersError):
        return message(error.message, **error.values)
    return why_refused(error)


def _find_difference(text: str, saved: Saved) -> str | Message:
    """Why a text does not say what it should; empty where it does."""
    from careercli.files.strict_yaml import YamlError, parse_yaml

    try:
        read_back = convert_document(parse_yaml(text.encode()), Saved, Path(FILE), message(""))
    except YamlError as problem:
        return problem.message
    except DataError as error:
        return message(error.message, **error.values)
    return "" if read_back == saved else message("it says something else")


__all__ = [
    "FILE",
    "MAX_RESULTS",
    "OLD_FILE",
    "AnswerBook",
    "Saved",
    "Unfinished",
    "load_saved",
    "parse_answers",
    "set_aside",
    "why_not_kept",
]
