"""What is pressed, and how a text is shown, whichever way it is asked."""

import textwrap

from careercli.core.text.plaintext import make_harmless, make_plainer
from careercli.usecases.asking import Move
from careercli.world.runtime import Runtime

#: What is pressed for what may be done instead of an answer; answers have their numbers.
KEYS: dict[Move, str] = {Move.BACK: "b", Move.SKIP: "s", Move.QUIT: "q"}
#: What is pressed for the words of all steps of a scale.
SCALE_KEY = "?"
#: Choices after these have no digit.
MAX_DIGITS = 9


def shown(runtime: Runtime, text: str) -> str:
    """A text as the terminal can show it: harmless, in its characters, wrapped at words."""
    plain = make_plainer(make_harmless(text), getattr(runtime.stderr, "encoding", None) or "utf-8")
    return "\n".join(textwrap.wrap(plain, runtime.width() - 8, break_long_words=False) or [""])
