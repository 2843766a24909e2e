"""Prompts by questionary: arrows or digits to choose, Ctrl-C, Ctrl-D and Escape to leave."""

import os
import signal
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output
from questionary.prompts.common import InquirerControl

from careercli.prompts.keys import KEYS, MAX_KEYS, shown
from careercli.world.signals import suspendable

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime


class QuestionaryPrompter:
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

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        listed = [
            questionary.Choice(self._shown(title), value, shortcut_key=KEYS.get(value, True))
            for value, title in choices
        ]
        asked = questionary.select(
            self._shown(question),
            listed,
            default=default,
            style=self.style,
            use_shortcuts=len(listed) <= MAX_KEYS,
            qmark="",
            instruction=" ",
            pointer=">",
            output=create_output(self.runtime.stderr),
        )
        return str(self._ask(asked))

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
        application = asked.application
        application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), _KEYS])
        application.ttimeoutlen = 0.05  # Escape is heard at once, yet arrow keys are still whole

        def leave() -> None:
            application.renderer.erase()
            application.input.cooked_mode().__enter__()

        def come_back() -> None:
            if application.is_done or not application.is_running:
                return  # it ended meanwhile, and the terminal is given back
            application.input.raw_mode().__enter__()  # a shell may have changed the modes meanwhile
            application.renderer.reset()
            application.renderer.request_absolute_cursor_position()
            application.invalidate()

        def schedule(action: Callable[[], object]) -> object:
            return application.loop.call_soon_threadsafe(action) if application.loop else action()

        try:
            with suspendable(leave, come_back, schedule):
                return asked.unsafe_ask()
        finally:  # a signal may come before it has given all of this back itself
            application.output.disable_bracketed_paste()
            application.output.show_cursor()
            application.output.flush()


_KEYS = KeyBindings()


@_KEYS.add(Keys.ControlD, eager=True)
@_KEYS.add(Keys.Escape, eager=True)
@_KEYS.add(Keys.SIGINT, eager=True)
def _leave(event: Any) -> None:
    if event.app.is_running and not event.app.is_done:  # a key more may come on the way out
        event.app.exit(exception=KeyboardInterrupt, style="class:aborting")


@_KEYS.add(Keys.ControlZ, eager=True)
def _stop(event: Any) -> None:
    """Stop all that runs with us, as the terminal itself does where it still sees the keys."""
    if hasattr(signal, "SIGTSTP"):
        os.kill(0, signal.SIGTSTP)
