"""What a prompter can do, whichever way it asks."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from careercli.runtime import Runtime

#: What the user may choose beside an answer.
BACK, SKIP, QUIT = "back", "skip", "quit"
#: What is pressed for them; answers have their numbers.
KEYS = {BACK: "b", SKIP: "s", QUIT: "q"}


class Prompter(Protocol):
    """Asks one thing at a time. Ctrl-C and Ctrl-D raise KeyboardInterrupt."""

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        """One of the choices, each (value, title)."""

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]], most: int) -> list[str]:
        """Some of the choices, at most so many, each (value, title).

        In the order picked where the prompter knows it, else in theirs.
        """

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        """A line of text that nothing is wrong with: `wrong` gives a sentence on what is, or an empty one."""


def make_prompter(runtime: "Runtime") -> Prompter:
    """The prompter that suits the user's terminal."""
    if runtime.accessible or runtime.env.get("TERM") == "dumb":
        from careercli.prompts.accessible import AccessiblePrompter

        return AccessiblePrompter(runtime)
    from careercli.prompts.early import EarlyPrompter

    return EarlyPrompter(runtime)
