"""The first question, on the screen before questionary is: its import takes longer than all that goes before.

The question is written as questionary will draw it, the terminal already takes keys one at a time without echo, and
questionary then draws over it. What is typed meanwhile waits for it.
"""

import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TextIO

from careercli.prompts.keys import KEYS, MAX_KEYS, shown
from careercli.world.signals import handled, suspendable

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from careercli.usecases.asking import Prompter
    from careercli.world.runtime import Runtime


class EarlyPrompter:
    """Questionary, imported while the first question is read."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        self._later: Prompter | None = None

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        if self._later is not None:
            return self._later.choose(question, choices, default)
        keyboard = _Keyboard(self.runtime.stdin)
        frame = _Frame(self.runtime.stderr, _lines(self.runtime, question, choices, default))

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

    @property
    def _prompter(self) -> "Prompter":
        return self._later or self._load()

    def _load(self) -> "Prompter":
        from careercli.prompts.ask_questionary import QuestionaryPrompter

        self._later = QuestionaryPrompter(self.runtime)
        return self._later


class _Keyboard:
    """A keyboard whose keys come one by one once they are taken, without echo; on Windows questionary does it."""

    def __init__(self, stdin: TextIO) -> None:
        self._stdin = stdin
        self._before = termios.tcgetattr(stdin) if termios else None

    def take(self) -> None:
        if termios:
            modes = termios.tcgetattr(self._stdin)
            modes[0] &= ~termios.ICRNL
            modes[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(self._stdin, termios.TCSANOW, modes)

    def give_back(self) -> None:
        if termios and self._before:
            with contextlib.suppress(termios.error):  # the terminal has gone
                termios.tcsetattr(self._stdin, termios.TCSANOW, self._before)


class _Frame:
    """The lines of a question on a screen."""

    def __init__(self, screen: TextIO, lines: Sequence[str]) -> None:
        self._screen = screen
        self._lines = lines

    def draw(self) -> None:
        self._screen.write("\n".join(self._lines))
        self._screen.flush()

    def erase(self) -> None:
        up = f"\x1b[{len(self._lines) - 1}A" if len(self._lines) > 1 else ""
        self._screen.write(f"\r{up}\x1b[J")
        self._screen.flush()


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
