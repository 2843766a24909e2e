"""What one would naturally do next, on a page and under it."""

import textwrap
from collections.abc import Iterable, Sequence

from careercli.core.careers.reports import Action, command_line
from careercli.core.text.page import Block, Bullets, Heading
from careercli.core.text.plaintext import measure
from careercli.locale import Say


def command(*words: str) -> str:
    """A command that a reader may type, set off."""
    return f"`{command_line(*words)}`"


def next_steps(actions: Iterable[Action], say: Say) -> list[Block]:
    """Each command, and what it is for."""
    items = tuple(
        ("", command(*action.command) + ("" if action.label == action.command[-1] else f"{say.colon}{action.label}"))
        for action in actions
    )
    return [Heading(say("Next"), 2), Bullets(items)] if items else []


def foot(actions: Sequence[Action], say: Say, width: int, *, aloud: bool = False) -> str:
    """What can be done next, under a page: what for, and the command beside it; under it where it has no room.

    Read aloud a line each, in words.
    """
    title, commands = say("Next"), [f"`{action.line}`" for action in actions]
    if aloud:
        told = [f"{action.label}{say.colon}{line}" for action, line in zip(actions, commands, strict=True)]
        return "\n".join([f"{title}{say.colon}".rstrip(), *told])
    gutter = " " * (measure(title) + 2)
    labels = [action.label for action in actions]
    if any(len(gutter) + measure(f"{label}  {line}") > width for label, line in zip(labels, commands, strict=True)):
        labels = [label.partition(say.colon)[0] for label in labels]  # what follows is the name in the command
    widest = max(map(measure, labels))
    rows = [
        f"{gutter}{label}{' ' * (widest - measure(label))}  {line}"
        for label, line in zip(labels, commands, strict=True)
    ]
    under = [measure(line) for line, row in zip(commands, rows, strict=True) if measure(row) > width]
    inset = max(min([len(gutter) + 2, *(width - long for long in under)]), 0)  # one for all: they stand in a column
    told = []
    for label, line, row in zip(labels, commands, rows, strict=True):
        folded = textwrap.wrap(label, max(width - len(gutter), 10), break_on_hyphens=False)
        over = "\n".join(gutter + part for part in folded)
        told.append(row if measure(row) <= width else f"{over}\n{' ' * inset}{line}")
    return title + "\n".join(told)[measure(title) :]
