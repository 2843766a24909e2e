"""What a stream is, as far as one can tell: a terminal, or something that another process can write to."""

import codecs
import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from careercli.errors import SystemRefusedError, why_refused


def has_descriptor(stream: TextIO | None) -> bool:
    """Whether another process can write to a stream too."""
    try:
        return stream is not None and stream.fileno() >= 0
    except (OSError, ValueError):  # in memory, or closed
        return False


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is seen on a terminal; a closed one is not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def output_refused(error: OSError) -> SystemRefusedError:
    """What is said where standard output takes nothing."""
    hint = "Free some space where it goes, or write it to another place."
    return SystemRefusedError("the output cannot be written: {why}", hint, why=why_refused(error))


def hear_utf8(stream: TextIO | None) -> None:
    """Let what is typed be UTF-8 where the locale knows ASCII alone: terminals send it, and nothing else is meant."""
    if isinstance(stream, io.TextIOWrapper) and codecs.lookup(stream.encoding).name == "ascii":
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def typed_words(words: Sequence[str]) -> list[str]:
    """The words of a command line as text, in UTF-8 whatever the locale; one that is none stays as it is."""
    return [word if word.isprintable() else _as_text(word) for word in words]


def _as_text(word: str) -> str:
    try:
        return os.fsencode(word).decode()
    except UnicodeError:
        return word


def system_path(name: str) -> str:
    """What the system calls a file that a command line names: its bytes, in a locale that knows ASCII alone."""
    if codecs.lookup(sys.getfilesystemencoding()).name != "ascii":
        return name
    return os.fsdecode(name.encode("utf-8", "surrogateescape"))
