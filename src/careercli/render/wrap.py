"""Wraps text at plain spaces only: "45 000 €" with its no-break spaces, or a command, stays in one piece."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

_COMMAND = re.compile(r"`[^`\n]+`")
#: Stands for a space that no line may end at.
_HELD = "\x1f"


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width` columns; a longer word is cut in pieces. Never empty.

    Only an address is not cut, for it could be followed no more: it stands alone on its line, however long.
    """
    if "`" in text:
        held = _COMMAND.sub(lambda command: command[0].replace(" ", _HELD), text)
        return [line.replace(_HELD, " ") for line in _wrap(held, width)]
    return _wrap(text, width)


def _words(paragraph: str, width: int) -> Iterator[str]:
    """The words of a paragraph; a command is one, with what it touches, where a line can hold all of it."""
    for word in paragraph.split(" "):
        if _HELD in word and cell_len(word.replace(_HELD, " ")) > width:
            yield from word.split(_HELD)
        else:
            yield word


def _wrap(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for word in _words(paragraph, width):
            size = len(word) if word.isascii() else cell_len(word.replace(_HELD, " "))
            if line and used + 1 + size <= width:
                line, used = f"{line} {word}", used + 1 + size
                continue
            rest = word
            if line:
                lines.append(line)
            while size > width and "://" not in word:
                head = _head(rest, width)
                if "-" in head[1:-1]:  # sooner after a hyphen than within a part
                    head = head[: head.rindex("-", 1, len(head) - 1) + 1]
                lines.append(head)
                rest = rest[len(head) :]
                size = cell_len(rest)
            line, used = rest, size
        lines.append(line)
    return lines


def _head(word: str, width: int) -> str:
    """As much of a word as fits; at least one character."""
    used = 0
    for n, character in enumerate(word):
        used += cell_len(character)
        if used > width:
            return word[: max(n, 1)]
    return word
