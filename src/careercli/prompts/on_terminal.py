"""Asks on a terminal: what single keys answer is drawn by us at once.

Only a line of text or a list to tick needs questionary, whose import takes longer than all that goes before.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from careercli.prompts.keyboard import Keyboard

if TYPE_CHECKING:
    from careercli.prompts.ask_questionary import Questionary
    from careercli.usecases.asking import Find, Keys, Move, Statement
    from careercli.world.runtime import Runtime


class TerminalPrompter:
    """Draws each question in place of the one before; what asks is imported when it is asked for."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        self._asked = ""

    @cached_property
    def _keyboard(self) -> Keyboard:
        """One for all questions: it may have read one key too many."""
        return Keyboard(self.runtime.stdin)

    @cached_property
    def _questionary(self) -> "Questionary":
        from careercli.prompts.ask_questionary import Questionary

        return Questionary(self.runtime)

    def begin(self) -> bool:
        from careercli.prompts.drawing import begin_screen

        return begin_screen(self.runtime)

    def rate(self, statement: "Statement") -> "int | Move":
        from careercli.prompts.rate import rate

        self._asked = "rate"
        return rate(self.runtime, self._keyboard, statement)

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None, *, leaves: bool = False
    ) -> str:
        from careercli.prompts.pick import pick

        self._come_to("choose", after=("rate",))
        return pick(self.runtime, self._keyboard, question, choices, default, leaves=leaves)

    def open_row(self, question: str, rows: Sequence[tuple[str, str]], more: str = "") -> str:
        from careercli.prompts.pick import pick_row

        return pick_row(self.runtime, self._keyboard, rows, more)

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        return self._questionary.write(question, wrong)

    def press(self, keys: "Keys") -> str:
        from careercli.prompts.press import press

        self._come_to("press", after=("rate", "choose"))
        return press(self.runtime, self._keyboard, keys)

    def search(self, question: str, find: "Find", typed: str = "") -> str:
        from careercli.prompts.as_you_type import search  # prompt_toolkit, but not questionary

        return search(self.runtime, question, find, typed, after_digit=self._keyboard.acted)

    def _come_to(self, kind: str, *, after: Sequence[str]) -> None:
        """Another kind of question, which comes by itself: what was typed ahead was for the kind before."""
        if self._asked in after:
            self._keyboard.drop()
        self._asked = kind
