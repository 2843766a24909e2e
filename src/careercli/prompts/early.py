"""The first question, on the screen before questionary is: its import takes longer than all that goes before.

The question is written as questionary will draw it, the terminal already takes keys one at a time without echo, and
questionary then draws over it. What is typed meanwhile waits for it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from careercli.prompts.keyboard import Frame, Keyboard
from careercli.prompts.keys import KEYS, MAX_KEYS, shown
from careercli.world.signals import handled, suspendable

if TYPE_CHECKING:
    from careercli.usecases.asking import Find, Keys, Prompter
    from careercli.world.runtime import Runtime


class EarlyPrompter:
    """Questionary, imported while the first question is read."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        self._later: Prompter | None = None
        self._keyboard: Keyboard | None = None

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        if self._later is not None:
            return self._later.choose(question, choices, default)
        keyboard = Keyboard(self.runtime.stdin)
        frame = Frame(self.runtime.stderr, _lines(self.runtime, question, choices, default))

        def leave() -> None:
            frame.erase()
            keyboard.give_back()

        def come_back() -> None:
            keyboard.take()
            frame.draw()

        interrupted: list[bool] = []

        def interrupt() -> None:
            interrupted.append(True)
            raise KeyboardInterrupt

        come_back()
        try:
            try:
                with handled({"SIGINT": interrupt}), suspendable(leave, come_back):
                    later = self._load()
            finally:
                frame.erase()
            if interrupted:  # what is imported may have swallowed it
                raise KeyboardInterrupt
            return later.choose(question, choices, default)  # the keyboard is still taken: no key is lost between
        finally:
            keyboard.give_back()

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]], most: int) -> list[str]:
        return self._prompter.choose_some(question, choices, most)

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        return self._prompter.write(question, wrong)

    def press(self, keys: "Keys") -> str:
        from careercli.prompts.press import press

        self._keyboard = self._keyboard or Keyboard(self.runtime.stdin)  # it may have read one key too many
        return press(self.runtime, self._keyboard, keys)

    def search(self, question: str, find: "Find") -> str:
        from careercli.prompts.as_you_type import search  # prompt_toolkit, but not questionary

        return search(self.runtime, question, find)

    @property
    def _prompter(self) -> "Prompter":
        return self._later or self._load()

    def _load(self) -> "Prompter":
        from careercli.prompts.ask_questionary import QuestionaryPrompter

        self._later = QuestionaryPrompter(self.runtime)
        return self._later


def _lines(runtime: "Runtime", question: str, choices: Sequence[tuple[str, str]], default: str | None) -> list[str]:
    """The lines of a question as questionary draws it, less its colours."""
    lines = [f" {line}" if n == 0 else line for n, line in enumerate(shown(runtime, question).split("\n"))]
    chosen = default if default is not None else choices[0][0]
    numbers = iter(range(1, len(choices) + 1))
    for value, title in choices:
        key = f"{KEYS.get(value) or next(numbers)}) " if len(choices) <= MAX_KEYS else ""
        first, *rest = shown(runtime, title).split("\n")
        lines += [f" {'>' if value == chosen else ' '} {key}{first}", *rest]
    return lines
