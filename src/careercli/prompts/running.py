"""A prompt_toolkit application on the terminal: how it is left, stopped for a while, and ended by a signal."""

import os
import signal
from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys

from careercli.usecases.asking import EndOfInputError, StepBackError
from careercli.world.signals import suspendable


def run_application(application: Application[Any], run: Callable[[], Any]) -> Any:
    """What an application gives. Raises KeyboardInterrupt by Ctrl-C, a kind of it by Escape and Ctrl-D."""
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
            return run()
    finally:  # a signal may come before it has given all of this back itself
        application.output.disable_bracketed_paste()
        application.output.show_cursor()
        application.output.flush()


_KEYS = KeyBindings()


def _leave(event: Any, why: type[KeyboardInterrupt]) -> None:
    if event.app.is_running and not event.app.is_done:  # a key more may come on the way out
        event.app.exit(exception=why, style="class:aborting")


@_KEYS.add(Keys.ControlC, eager=True)
@_KEYS.add(Keys.SIGINT, eager=True)
def _interrupt(event: Any) -> None:
    _leave(event, KeyboardInterrupt)


@_KEYS.add(Keys.ControlD, eager=True)
def _end(event: Any) -> None:
    _leave(event, EndOfInputError)


@_KEYS.add(Keys.Escape, eager=True)
def _step_back(event: Any) -> None:
    _leave(event, StepBackError)


@_KEYS.add(Keys.ControlZ, eager=True)
def _stop(event: Any) -> None:
    """Stop all that runs with us, as the terminal itself does where it still sees the keys."""
    if hasattr(signal, "SIGTSTP"):
        os.kill(0, signal.SIGTSTP)
