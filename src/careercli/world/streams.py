"""What a stream is, as far as one can tell: a terminal, or something that another process can write to."""

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
