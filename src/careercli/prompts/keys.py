"""What is pressed, and how a text is shown, whichever way it is asked."""

import textwrap
from collections.abc import Sequence

from careercli.core.text.plaintext import make_harmless, make_plainer
from careercli.usecases.asking import Move
from careercli.world.runtime import Runtime

#: What is pressed for what may be done instead of an answer; answers have their numbers.
KEYS: dict[Move, str] = {Move.BACK: "b", Move.SKIP: "s", Move.QUIT: "q"}
#: What is pressed for the words of all steps of a scale.
SCALE_KEY = "?"
#: Choices after these have no digit.
MAX_DIGITS = 9


def numbers_of(choices: Sequence[tuple[str, str]]) -> list[str]:
    """The number that takes each of some choices (value, title).

    Values that are digits are taken by these, as years are, and an empty one beside them by Enter alone; others by
    their places.
    """
    values = [value for value, _ in choices if value]
    if values and all(len(value) == 1 and value.isascii() and value.isdigit() for value in values):
        return [value for value, _ in choices]
    return [str(place) for place in range(1, len(choices) + 1)]


def shown(runtime: Runtime, text: str) -> str:
    """A text as the terminal can show it: harmless, in its characters, wrapped at words."""
    plain = make_plainer(make_harmless(text), getattr(runtime.stderr, "encoding", None) or "utf-8")
    return "\n".join(textwrap.wrap(plain, runtime.width() - 8, break_long_words=False) or [""])
