"""What questionary asks: a list to tick, a line of text. Ctrl-C, Ctrl-D and Escape leave."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.output import create_output
from questionary.prompts.common import InquirerControl

from careercli.prompts.keys import shown
from careercli.prompts.running import run_application

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime


class Questionary:
    """Asks on the terminal, redrawing the list as the user moves in it."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        parts = {
            "qmark": "fg:ansicyan",
            "question": "bold",
            "answer": "fg:ansigreen",
            "pointer": "fg:ansicyan bold",
            "highlighted": "fg:ansicyan",
            "selected": "fg:ansigreen",
        }
        self.style = questionary.Style(
            [(part, look if runtime.colour else "nobold noreverse") for part, look in parts.items()]
        )

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]], most: int) -> list[str]:
        say = self.runtime.say
        listed = [questionary.Choice(self._shown(title), value) for value, title in choices]

        keys = say("(type part of a word to search, space to pick, Enter to go on)")

        def valid(picked: list[str]) -> bool | str:
            if not picked:
                return self._shown(say("Pick at least one."))
            return len(picked) <= most or self._shown(say("Pick at most {most}.", most=most))

        asked = questionary.checkbox(
            self._shown(f"{question} {keys}"),
            listed,
            style=self.style,
            qmark="",
            pointer=">",
            erase_when_done=True,
            instruction=" ",
            use_search_filter=True,
            use_jk_keys=False,
            output=create_output(self.runtime.stderr),
            validate=valid,
        )
        controls = asked.application.layout.find_all_controls()
        lists = [control for control in controls if isinstance(control, InquirerControl)]
        picked = [str(value) for value in self._ask(asked)]
        order = [str(value) for control in lists for value in control.selected_options]  # in which they were picked
        return sorted(picked, key=lambda value: order.index(value) if value in order else len(order))

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        asked = questionary.text(
            self._shown(question),
            style=self.style,
            qmark="",
            output=create_output(self.runtime.stderr),
            validate=lambda text: self._shown(wrong(text)) or True,
        )
        return str(self._ask(asked))

    def _shown(self, text: str) -> str:
        return shown(self.runtime, text)

    def _ask(self, asked: questionary.Question) -> Any:
        return run_application(asked.application, asked.unsafe_ask)
