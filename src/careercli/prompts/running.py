"""A prompt_toolkit application on the terminal: how it is left, stopped for a while, and ended by a signal."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.renderer import CPR_Support

from careercli.usecases.asking import EndOfInputError, StepBackError
from careercli.world.signals import ENDING, put_off, suspendable


def run_application(application: Application[Any], run: Callable[[], Any]) -> Any:
    """What an application gives. Raises KeyboardInterrupt by Ctrl-C, a kind of it by Escape and Ctrl-D."""
    application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), _KEYS])
    application.ttimeoutlen = 0.05  # Escape is heard at once, yet arrow keys are still whole
    # What we draw has a height of its own, and a late answer to "where is the cursor?" can break or hang the loop.
    application.renderer.cpr_support = CPR_Support.NOT_SUPPORTED

    late: list[BaseException] = []

    def fail(_: object, context: dict[str, Any]) -> None:
        error = context.get("exception") or RuntimeError(context["message"])
        if application.is_running and not application.is_done:
            application.exit(exception=error)
        else:
            late.append(error)

    def hear() -> None:
        # In place of a traceback and "Press ENTER to continue": a fault of a callback is told as any other is.
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(fail)
        # Once it has ended the application sets the loop's own handler again, which writes a traceback.
        loop.default_exception_handler = lambda context: fail(loop, context)  # type: ignore[method-assign]

    application.pre_run_callables.append(hear)

    def leave() -> None:
        application.renderer.erase()
        application.input.cooked_mode().__enter__()

    def come_back() -> None:
        if application.is_done or not application.is_running:
            return  # it ended meanwhile, and the terminal is given back
        application.input.raw_mode().__enter__()  # a shell may have changed the modes meanwhile
        application.renderer.reset()
        application.invalidate()

    def schedule(action: Callable[[], object]) -> object:
        return application.loop.call_soon_threadsafe(action) if application.loop else action()

    starting = ExitStack()
    application.pre_run_callables.append(starting.close)
    try:
        with suspendable(leave, come_back, schedule), starting:
            starting.enter_context(put_off(*ENDING))  # of a loop that is made but in half nothing can be closed
            answer = run()
            if ended := next((error for error in late if not isinstance(error, Exception)), None):
                raise ended  # a signal that came on the way out; what else fails there nobody can use
            return answer
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


@_KEYS.add(Keys.CPRResponse, eager=True)
def _ignore(_: object) -> None:
    """The cursor's place, for which nobody asked: heeding it would begin to ask."""


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
