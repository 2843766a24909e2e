"""What one would naturally do next, on a page."""

from collections.abc import Iterable

from careercli.core.careers.reports import Action, command_line
from careercli.core.text.page import Block, Bullets, Heading
from careercli.locale import Say


def command(*words: str) -> str:
    """A command that a reader may type, set off."""
    return f"`{command_line(*words)}`"


def next_steps(actions: Iterable[Action], say: Say) -> list[Block]:
    """Each command, and what it is for."""
    items = tuple(("", f"{command(*action.command)}{say.colon}{action.label}") for action in actions)
    return [Heading(say("What to do next"), 2), Bullets(items)] if items else []
