"""Numbered lines: read aloud well, and nothing is redrawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercli.runtime import Runtime


class AccessiblePrompter:
    """Prints the choices with their numbers and reads a number."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        say = self.runtime.say
        self._list(question, choices)
        while True:
            text = self._read(say("Number, then Enter: "))
            if not text and default is not None:
                return default
            if text.isascii() and text.isdigit() and 1 <= int(text) <= len(choices):
                return choices[int(text) - 1][0]
            self.runtime.tell(say("Please type a number from 1 to {last}.", last=len(choices)))

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]]) -> list[str]:
        say = self.runtime.say
        self._list(question, choices)
        while True:
            words = self._read(say("Numbers with spaces between, then Enter: ")).replace(",", " ").split()
            if words and all(w.isascii() and w.isdigit() and 1 <= int(w) <= len(choices) for w in words):
                picked = {int(word) - 1 for word in words}
                return [value for n, (value, _) in enumerate(choices) if n in picked]
            self.runtime.tell(say("Please type numbers from 1 to {last}.", last=len(choices)))

    def _list(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        self.runtime.tell("\n" + question)
        for number, (_, title) in enumerate(choices, 1):
            self.runtime.tell(f"{number}. {title}")

    def _read(self, prompt: str) -> str:
        self.runtime.stderr.write(prompt)
        self.runtime.stderr.flush()
        line = self.runtime.stdin.readline()
        if not line:  # Ctrl-D
            raise KeyboardInterrupt
        return line.strip()
