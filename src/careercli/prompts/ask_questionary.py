"""Prompts by questionary: arrows or digits to choose, Ctrl-C, Ctrl-D and Escape to leave."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output

from careercli.prompts.base import BACK, QUIT, SKIP

if TYPE_CHECKING:
    from careercli.runtime import Runtime

#: What is pressed for what is not an answer; answers have their numbers.
_KEYS = {BACK: "b", SKIP: "s", QUIT: "q"}


class QuestionaryPrompter:
    """Asks on the terminal, redrawing the list as the user moves in it."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        parts = {
            "qmark": "fg:ansicyan", "question": "bold", "answer": "fg:ansigreen", "pointer": "fg:ansicyan bold",
            "highlighted": "fg:ansicyan", "selected": "fg:ansigreen",
        }  # fmt: skip
        self.style = questionary.Style([(part, look if runtime.colour else "") for part, look in parts.items()])

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        listed = [questionary.Choice(title, value, shortcut_key=_KEYS.get(value, True)) for value, title in choices]
        asked = questionary.select(
            question, listed, default=default, style=self.style, use_shortcuts=len(listed) <= 9, qmark="",
            instruction=" ", pointer=">", output=create_output(self.runtime.stderr),
        )  # fmt: skip
        return str(self._ask(asked))

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]]) -> list[str]:
        say = self.runtime.say
        listed = [questionary.Choice(title, value) for value, title in choices]
        asked = questionary.checkbox(
            question, listed, style=self.style, qmark="", pointer=">",
            instruction=say("(space to pick, Enter to go on)"),
            validate=lambda picked: bool(picked) or say("Pick at least one."),
        )  # fmt: skip
        found = self._ask(asked)
        return [str(value) for value in found]

    def _ask(self, asked: questionary.Question) -> Any:
        leave = KeyBindings()

        @leave.add(Keys.ControlD, eager=True)
        @leave.add(Keys.Escape, eager=True)
        def _(event: Any) -> None:
            event.app.exit(exception=KeyboardInterrupt, style="class:aborting")

        application = asked.application
        application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), leave])
        application.ttimeoutlen = 0.05  # Escape is heard at once, yet arrow keys are still whole
        return asked.unsafe_ask()
