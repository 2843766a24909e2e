"""What questionary asks: a line of text. Ctrl-C, Ctrl-D and Escape leave."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.output import create_output

from careercli.prompts.keys import shown
from careercli.prompts.running import run_application

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime


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
        return str(self._ask(asked))

    def _shown(self, text: str) -> str:
        return shown(self.runtime, text)

    def _ask(self, asked: questionary.Question) -> Any:
        return run_application(asked.application, asked.unsafe_ask)
