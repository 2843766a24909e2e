"""What can go wrong, each with its exit code. Standard library only."""

import errno
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple, Union


class ExitCode(IntEnum):
    """All codes that the program ends with; MEANINGS says when."""

    DONE = 0
    USAGE = 2
    NOT_FOUND = 3
    BAD_DATA = 4
    IMPORT_FAILED = 5
    NEEDS_ANSWERS = 6
    SYSTEM_REFUSED = 7
    INTERNAL = 70
    HUNG_UP = 129
    CANCELLED = 130
    CLOSED_PIPE = 141
    TERMINATED = 143


#: When the program ends with each code, for `docs/reference` and the help.
MEANINGS = {
    ExitCode.DONE: "done, also where there was nothing to find",
    ExitCode.USAGE: "the command line asks for something that cannot be",
    ExitCode.NOT_FOUND: "no career, section or other thing carries that name, or several do",
    ExitCode.BAD_DATA: "a file is not as it must be: settings, a guide, answers",
    ExitCode.IMPORT_FAILED: "a data set could not be imported; nothing was changed",
    ExitCode.NEEDS_ANSWERS: "a question must be asked, and there is no terminal to ask it on",
    ExitCode.SYSTEM_REFUSED: "the system refused: read-only, full, no permission",
    ExitCode.INTERNAL: "a fault of the program's own; `--debug` shows where",
    ExitCode.HUNG_UP: "the terminal went away",
    ExitCode.CANCELLED: "canceled by Ctrl-C or Ctrl-D; what was answered is kept",
    ExitCode.CLOSED_PIPE: "whoever read the output stopped reading",
    ExitCode.TERMINATED: "the system asked the program to end",
}


class Message(NamedTuple):
    """A sentence of ours: it is translated first and then filled with its values, which may be messages too."""

    text: str
    values: dict[str, Union[str, int, float, "Message"]] = {}

    def __str__(self) -> str:
        return self.text.format(**self.values) if self.values else self.text


def message(text: str, /, **values: str | float | Message) -> Message:
    """A message of a text and its values."""
    return Message(text, values)


#: What the system refuses, in our words.
_REFUSED = {
    errno.ENOSPC: message("the disk is full"),
    errno.EDQUOT: message("your share of the disk is full"),
    errno.EROFS: message("the disk is read-only"),
    errno.EACCES: message("permission denied"),
    errno.EPERM: message("permission denied"),
    errno.ENOENT: message("no such file or folder"),
    errno.EISDIR: message("it is a folder"),
    errno.ENOTDIR: message("a part of the path is no folder"),
    errno.ENAMETOOLONG: message("the name is too long"),
}


def why_refused(error: OSError) -> str | Message:
    """Why the system refuses something, in our words where we have some, else in its own."""
    return _REFUSED.get(error.errno or 0) or error.strerror or str(error)


_INTERNAL = message("internal error: {said}")
_REPORT = message("`--debug` shows where; please report it.")


class CareersError(Exception):
    """A failure to tell the user: `message` says what and where, `hint` what to do next.

    Both are translated first and then filled with `values`. Each kind has its exit code.
    """

    exit_code: ExitCode

    def __init__(self, message: str, hint: str = "", /, **values: Any) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.hint = hint
        self.values = values


class UsageError(CareersError):
    """The command line asks for something that cannot be."""

    exit_code = ExitCode.USAGE


class NotFoundError(CareersError):
    """A name that nothing of a kind (career, section, skill, family) carries, or several careers do (title).

    `near` are ids that may be meant; `labels` names some of them; `countries` alone have such things here.
    """

    exit_code = ExitCode.NOT_FOUND

    def __init__(
        self,
        kind: str,
        name: str,
        near: Sequence[str] = (),
        labels: Mapping[str, str] | None = None,
        countries: Sequence[str] = (),
    ) -> None:
        super().__init__("no {kind} is called `{name}`", kind=kind, name=name)
        self.kind = kind
        self.name = name
        self.near = tuple(near)
        self.labels = dict(labels or {})
        self.countries = tuple(countries)


class SeveralNotFoundError(CareersError):
    """Several names that nothing carries; each has its own suggestions."""

    exit_code = ExitCode.NOT_FOUND

    def __init__(self, errors: Sequence[NotFoundError]) -> None:
        super().__init__("{count} names are not known", count=len(errors))
        self.errors = tuple(errors)


class DataError(CareersError):
    """A file of careers that is wrong: file, line and field are in the message."""

    exit_code = ExitCode.BAD_DATA


class ImportFailedError(CareersError):
    """A data set that cannot be imported: file and line are in the message, and nothing has changed."""

    exit_code = ExitCode.IMPORT_FAILED


class NeedsAnswersError(CareersError):
    """A question that cannot be asked here."""

    exit_code = ExitCode.NEEDS_ANSWERS


class SystemRefusedError(CareersError):
    """The system refused: read-only, full, no permission."""

    exit_code = ExitCode.SYSTEM_REFUSED


class NotKeptError(CareersError):
    """What cannot be kept, for it could not be read again; the file is as it was."""

    exit_code = ExitCode.BAD_DATA


class InternalError(CareersError):
    """A fault of the program: `said` is what Python says of it."""

    exit_code = ExitCode.INTERNAL

    def __init__(self, said: str) -> None:
        super().__init__(_INTERNAL.text, _REPORT.text, said=said)


class ClosedPipeError(CareersError):
    """The reader of our output went away: nothing to say, and nobody to say it to."""

    exit_code = ExitCode.CLOSED_PIPE

    def __init__(self) -> None:
        super().__init__("")


class CancelledError(CareersError):
    """The user left (Ctrl-C or Ctrl-D)."""

    exit_code = ExitCode.CANCELLED


class TerminatedError(SystemExit):
    """The system ends the process (SIGHUP, SIGTERM). No CareersError: nothing may hold it up but what cleans up."""

    code: ExitCode

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
