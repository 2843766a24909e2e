"""What the user's own file holds, within bounds: a list, notes, the latest answers, results. Reading it, its text."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from careercli.core.person.model import Hidden, Listed, Note, SavedStudy
from careercli.core.quiz.answers import Answers
from careercli.core.quiz.results import SavedLength, SavedResult, is_same
from careercli.errors import DataError, Message, SystemRefusedError, message, why_refused
from careercli.files.folders import DATA
from careercli.profile.where import PEOPLE, find_file

if TYPE_CHECKING:
    from careercli.files.strict_yaml import Document, YamlError

T = TypeVar("T")

#: The version of the user's own file. 1 had nothing but the answers by career, 2 had no list and no notes.
VERSION = 3
#: Results, and careers with answers, beyond this many push out the oldest: a person can still read the file.
MAX_RESULTS = MAX_CAREERS = 100
#: Bytes of answers and results, as JSON, beyond which the oldest make room: half of what the file may be read at.
MAX_KEPT_BYTES = 500_000
HEADER = """\
# What `careers` keeps of you: your list, your notes, your answers and what came out of them. It is yours alone.
# Read, change or delete it; `careers me` says what is in it, `careers mine` shows the list, `careers notes` the notes.
# Comments that you add are not kept: the file is written again with every change.
"""
_READ = "Make it yours to read, or name another folder by `{variable}`."


class Unfinished(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The questionnaire that was left half-way last: a career, or that on interests where it is empty.

    `again` are the statements that it still asks anew; their earlier answers stay until it does.
    """

    career: str = ""
    length: SavedLength = ""
    again: tuple[str, ...] = ()


class Saved(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the person lives, what they studied to, their list in its order, what is not for them, their notes.

    Then the latest answers on interests and by career, and the results, oldest first.
    """

    version: int = VERSION
    place: str = ""
    study: SavedStudy = ""
    listed: tuple[Listed, ...] = msgspec.field(default=(), name="list")
    hidden: tuple[Hidden, ...] = ()
    notes: tuple[Note, ...] = ()
    unfinished: Unfinished | None = msgspec.field(default=None, name="left")
    #: The one that was left before that, and is to be gone on with when that is finished.
    before: Unfinished | None = msgspec.field(default=None, name="left_before")
    interests: Answers = {}
    careers: dict[str, Answers] = {}
    results: tuple[SavedResult, ...] = ()


def load_saved(folder: Path) -> Saved:
    """What the user's own file holds; nothing where there is none.

    Raises DataError where it is damaged, SystemRefusedError where it may not be read.
    """
    return load_with_text(folder)[0]


def mend(folder: Path) -> Message:
    """What to do about a damaged file, whichever verb reads it."""
    return message("Mend it, or set it aside with `{command}`.", command=_repair(folder))


def mend_first(folder: Path) -> Message:
    """The same for those who wanted to write to it."""
    return message("Nothing was written. Mend it, or set it aside with `{command}`.", command=_repair(folder))


def mend_or_leave(folder: Path) -> Message:
    """The same for a questionnaire, which can do without it."""
    return message(
        "Mend it, or set it aside with `{command}`. `careers quiz` with `--no-save`, and without `--resume`, does "
        "without it.",
        command=_repair(folder),
    )


def _repair(folder: Path) -> str:
    return f"careers --person {folder.name} me repair" if folder.parent.name == PEOPLE else "careers me repair"


def load_with_text(folder: Path, hint: Message | None = None) -> tuple[Saved, str]:
    """What the file holds, and the text of its results where that may be written again as it stands; else empty.

    `hint` says what to do where it is damaged.
    """
    path = find_file(folder)
    if not os.path.lexists(path):  # and PyYAML, 20 ms, is not needed
        return Saved(), ""
    from careercli.files.strict_yaml import YamlError, load_bytes

    try:
        content = load_bytes(path)
    except FileNotFoundError:
        return Saved(), ""
    except PermissionError as error:
        raise SystemRefusedError(
            "{path} cannot be read: {why}", _READ, path=path, why=why_refused(error), variable=DATA
        ) from None
    except OSError as error:
        raise DataError("{path} cannot be read: {why}", "Check the path.", path=path, why=why_refused(error)) from None
    except YamlError as problem:
        raise _damaged(path, problem, hint or mend(folder)) from None
    return parse_saved(content, path, hint or mend(folder))


def parse_saved(content: bytes, path: Path, hint: Message) -> tuple[Saved, str]:
    """What the bytes of a file hold, as `load_with_text` gives it. Raises DataError with a hint."""
    from careercli.files.strict_yaml import YamlError, parse_yaml

    try:
        document = parse_yaml(content)
    except YamlError as problem:
        raise _damaged(path, problem, hint) from None
    saved = convert_document(document, Saved, path, hint)
    if not 1 <= saved.version <= VERSION:
        line = document.line_of(("version",))
        raise DataError(
            "{path}:{line}: version {version} is not known",
            hint.text,
            **hint.values,
            path=path,
            line=line,
            version=saved.version,
        )
    return saved, _results_text(content.decode("utf-8-sig"), document) if saved.results else ""


def _damaged(path: Path, problem: "YamlError", hint: Message) -> DataError:
    said = "{path}:{line}: {message}"
    return DataError(said, hint.text, **hint.values, path=path, line=problem.line, message=problem.message)


def convert_document(document: "Document", kind: type[T], path: Path, hint: Message) -> T:
    """A document as a type. Raises DataError with file, line and field."""
    from careercli.files.validate_shape import find_problems

    if problems := find_problems(document, kind, path):
        first = problems[0]
        raise DataError(
            "{path}:{line}: {field}{message}",
            hint.text,
            **hint.values,
            path=first.path,
            line=first.line,
            field=f"`{first.field}` " if first.field else "",
            message=first.message,
        )
    return msgspec.convert(document.value, kind)


def _results_text(text: str, document: "Document") -> str:
    """The results where they are the last of the file, in lines that can stand at the end of another."""
    lines = {place[0]: line for place, line in document.lines.items() if len(place) == 1}
    if lines["results"] < max(lines.values()) or "\r" in text or not text.endswith("\n"):
        return ""
    first, *others = text.split("\n")[lines["results"] - 1 :]
    in_blocks = first == "results:" and all(line[:1] in ("", " ", "#") or line[:2] == "- " for line in others)
    return "\n".join([first, *others]) if in_blocks else ""


def answers_to(saved: Saved, career: str) -> Answers:
    """The latest answers about a career, or on interests where it is empty."""
    return dict(saved.careers.get(career, {}) if career else saved.interests)


def last_list(saved: Saved) -> SavedResult | None:
    """The last result on interests that rests on answers."""
    lists = (result for result in reversed(saved.results) if result.kind == "interests" and result.answers)
    return next(lists, None)


def add_answers(saved: Saved, career: str, length: str, answers: Mapping[str, int], again: tuple[str, ...]) -> Saved:
    """The file with answers to a questionnaire beside earlier ones to others; it counts as left half-way.

    `again`: see `Unfinished`.
    """
    unfinished = msgspec.convert({"career": career, "length": length, "again": again}, Unfinished)
    others = (left for left in (saved.unfinished, saved.before) if left and left.career != career)
    return msgspec.structs.replace(
        _with_answers(saved, career, answers), unfinished=unfinished, before=next(others, None)
    )


def _with_answers(saved: Saved, career: str, answers: Mapping[str, int]) -> Saved:
    """The latest answer to each statement; one that is not given this time is not lost."""
    latest = {**answers_to(saved, career), **answers}
    if not career:
        return msgspec.structs.replace(saved, interests=latest)
    others = {id_: given for id_, given in saved.careers.items() if id_ != career}
    return msgspec.structs.replace(saved, careers=others | {career: latest})


def add_result(saved: Saved, result: SavedResult, *, finished: bool = True) -> Saved:
    """The file with a result, and with its answers if its questionnaire is `finished`.

    What the last result of its kind said is not repeated.
    """
    changed = finish(saved, result.career) if finished else saved
    if finished and result.answers:
        changed = _with_answers(changed, result.career if result.kind == "career" else "", result.answers)
    earlier = [old for old in saved.results if (old.kind, old.career) == (result.kind, result.career)]
    if not earlier or not is_same(earlier[-1], result):
        changed = msgspec.structs.replace(changed, results=(*saved.results, result))
    return changed


def finish(saved: Saved, career: str) -> Saved:
    """The file where a questionnaire is no longer half-way; one that was left before it is still."""
    left = [one for one in (saved.unfinished, saved.before) if one and one.career != career]
    unfinished, before = (*left, None, None)[:2]
    return msgspec.structs.replace(saved, unfinished=unfinished, before=before)


def shorten(saved: Saved) -> Saved:
    """The file within its bounds: the oldest results make room, then the oldest answers; the latest of each stay."""
    results, careers = saved.results[-MAX_RESULTS:], dict([*saved.careers.items()][-MAX_CAREERS:])
    room = MAX_KEPT_BYTES - _size(saved.interests)
    sizes = [_size(result) for result in results]
    answer_sizes = [_size(item) for item in careers.items()]
    results = results[_count_oldest(sizes, room - sum(answer_sizes)) :]
    gone = _count_oldest(answer_sizes, room - sum(sizes[-len(results) :]))
    careers = dict([*careers.items()][gone:])
    return msgspec.structs.replace(saved, results=results, careers=careers)


def _count_oldest(sizes: list[int], room: int) -> int:
    """How many of the first must go so that the others have room; never the last."""
    total, gone = sum(sizes), 0
    while total > room and gone < len(sizes) - 1:
        total -= sizes[gone]
        gone += 1
    return gone


def _size(value: Any) -> int:
    return len(msgspec.json.encode(value))
