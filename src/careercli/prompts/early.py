"""The first question, on the screen before questionary is: its import takes longer than all that goes before.

The question is written as questionary will draw it, the terminal already takes keys one at a time without echo, and
questionary then draws over it. What is typed meanwhile waits for it.
"""

import contextlib
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from careercli.core.plaintext import make_harmless, make_plainer
from careercli.prompts.base import KEYS

if TYPE_CHECKING:
    from careercli.prompts.base import Prompter
    from careercli.runtime import Runtime

#: With more choices than this none has a key.
MOST_KEYS = 9


def shown(runtime: "Runtime", text: str) -> str:
    """A text as the terminal can show it: harmless, in its characters, wrapped at words."""
    plain = make_plainer(make_harmless(text), getattr(runtime.stderr, "encoding", None) or "utf-8")
    return "\n".join(textwrap.wrap(plain, runtime.width() - 8, break_long_words=False) or [""])


class EarlyPrompter:
    """Questionary, imported while the first question is read."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        self._later: Prompter | None = None

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        if self._later is not None:
            return self._later.choose(question, choices, default)
        with _keys_one_by_one(self.runtime):
            with _frame(self.runtime, _lines(self.runtime, question, choices, default)):
                later = self._load()
            return later.choose(question, choices, default)

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


@contextlib.contextmanager
def _keys_one_by_one(runtime: "Runtime") -> Iterator[None]:
    """Take keys without echo, and Enter as it is, until questionary has its first answer: no key is lost between."""
    try:
        import termios
    except ImportError:  # Windows, where questionary itself reads the keys
        yield
        return
    keyboard = runtime.stdin.fileno()
    before, quiet = termios.tcgetattr(keyboard), termios.tcgetattr(keyboard)
    quiet[0] &= ~termios.ICRNL
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(keyboard, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)


@contextlib.contextmanager
def _frame(runtime: "Runtime", lines: Sequence[str]) -> Iterator[None]:
    """Show a question while the block runs, and take it away again."""
    runtime.stderr.write("\n".join(lines))
    runtime.stderr.flush()
    up = f"\x1b[{len(lines) - 1}A" if len(lines) > 1 else ""
    try:
        yield
    finally:
        runtime.stderr.write(f"\r{up}\x1b[J")
        runtime.stderr.flush()


def _lines(runtime: "Runtime", question: str, choices: Sequence[tuple[str, str]], default: str | None) -> list[str]:
    """The lines of a question as questionary draws it, less its colours."""
    lines = [f" {line}" if n == 0 else line for n, line in enumerate(shown(runtime, question).split("\n"))]
    chosen = default if default is not None else choices[0][0]
    numbers = iter(range(1, len(choices) + 1))
    for value, title in choices:
        key = f"{KEYS.get(value) or next(numbers)}) " if len(choices) <= MOST_KEYS else ""
        first, *rest = shown(runtime, title).split("\n")
        lines += [f" {'>' if value == chosen else ' '} {key}{first}", *rest]
    return lines
