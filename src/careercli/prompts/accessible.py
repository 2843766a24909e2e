"""Numbered lines: read aloud well, and nothing is redrawn."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from careercli.core.text.plaintext import make_plainer
from careercli.prompts.keys import KEYS
from careercli.world.signals import suspendable

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime


class AccessiblePrompter:
    """Prints the choices with their numbers and reads a number."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        say = self.runtime.say
        asked = self._list(question, choices)
        while True:
            text = self._read(asked, say("Number, then Enter: "))
            if not text and default is not None:
                return default
            if text.isascii() and text.isdigit() and 1 <= int(text) <= len(choices):
                return choices[int(text) - 1][0]
            if meant := [value for value, _ in choices if KEYS.get(value) == text.lower()]:
                return meant[0]
            self.runtime.tell(say("Please type a number from 1 to {last}.", last=len(choices)))

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]], most: int) -> list[str]:
        say = self.runtime.say
        asked = self._list(question, choices)
        while True:
            words = self._read(asked, say("Numbers with spaces between, then Enter: ")).replace(",", " ").split()
            if words and all(w.isascii() and w.isdigit() and 1 <= int(w) <= len(choices) for w in words):
                picked = list(dict.fromkeys(choices[int(word) - 1][0] for word in words))
                if len(picked) <= most:
                    return picked
                self.runtime.tell(say("Pick at most {most}.", most=most))
                continue
            self.runtime.tell(say("Please type numbers from 1 to {last}.", last=len(choices)))

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        self.runtime.tell("\n" + question)
        while True:
            text = self._read(question, "> ")
            if not (message := wrong(text)):
                return text
            self.runtime.tell(message)

    def _list(self, question: str, choices: Sequence[tuple[str, str]]) -> str:
        """Print a question with its choices; what is printed."""
        asked = "\n".join([question, *(f"{number}. {title}" for number, (_, title) in enumerate(choices, 1))])
        self.runtime.tell("\n" + asked)
        return asked

    def _read(self, asked: str, prompt: str) -> str:
        def ask_again() -> None:
            self.runtime.tell("\n" + asked)
            self._show(prompt)

        self._show(prompt)
        try:
            with suspendable(lambda: None, ask_again):
                line = self.runtime.stdin.readline()
            if not line:  # Ctrl-D
                raise KeyboardInterrupt  # noqa: TRY301 - it is one of those below
        except BaseException:  # what is said next begins a line of its own
            self._show("\n")
            raise
        return line.strip()

    def _show(self, text: str) -> None:
        encoding = getattr(self.runtime.stderr, "encoding", None) or "utf-8"
        self.runtime.stderr.write(make_plainer(text, encoding))
        self.runtime.stderr.flush()
