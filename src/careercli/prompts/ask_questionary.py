"""What questionary asks: a line of text. Ctrl-C, Ctrl-D and Escape leave."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.buffer import ValidationState
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output

from careercli.prompts.keys import shown
from careercli.prompts.running import run_application

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime


def _type_anew(asked: questionary.Question) -> KeyBindings:
    """What is typed after something was wrong stands in its place; other keys mend it."""
    keys = KeyBindings()
    wrong = Condition(lambda: asked.application.current_buffer.validation_state is ValidationState.INVALID)

    @keys.add(Keys.Any, filter=wrong)
    def _type(event: Any) -> None:
        event.current_buffer.reset()
        event.current_buffer.insert_text(event.data)

    return keys


class Questionary:
    """Asks on the terminal."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        parts = {"qmark": "bold", "question": "bold", "answer": "fg:ansigreen"}
        self.style = questionary.Style(
            [(part, look if runtime.colour else "nobold noreverse") for part, look in parts.items()]
        )

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        shown_question = "\n".join(map(self._shown, question.split("\n")))
        before, _, last = shown_question.rpartition(" ")  # questionary sets spaces around its message
        asked = questionary.text(
            last,
            style=self.style,
            qmark=before,
            output=create_output(self.runtime.stderr),
            validate=lambda text: self._shown(wrong(text)) or True,
        )
        bindings = [asked.application.key_bindings or KeyBindings(), _type_anew(asked)]
        asked.application.key_bindings = merge_key_bindings(bindings)
        return str(self._ask(asked))

    def _shown(self, text: str) -> str:
        return shown(self.runtime, text)

    def _ask(self, asked: questionary.Question) -> Any:
        return run_application(asked.application, asked.unsafe_ask)
