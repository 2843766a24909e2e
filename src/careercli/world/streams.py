"""What a stream is, as far as one can tell: a terminal, or something that another process can write to."""

from typing import TextIO


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
