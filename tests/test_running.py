"""Applications of prompt_toolkit: a fault within one reaches us, and the terminal is asked nothing."""

import asyncio
import io
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.output.vt100 import Vt100_Output

from careercli.errors import ExitCode, TerminatedError
from careercli.prompts.running import run_application


def test_a_fault_behind_a_key_is_raised_where_the_application_was_run_and_nobody_is_asked_to_press_enter() -> None:
    keys, screen = KeyBindings(), io.StringIO()

    @keys.add("x")
    def _break(_: object) -> None:
        raise ValueError("broken")

    with create_pipe_input() as keyboard:
        output = Vt100_Output(screen, lambda: Size(rows=24, columns=80))
        application: Application[str] = Application(key_bindings=keys, input=keyboard, output=output)
        keyboard.send_text("\x1b[999;999R")  # an answer that a terminal kept for long
        keyboard.send_text("x")
        with pytest.raises(ValueError, match="broken"):
            run_application(application, application.run)
    assert "Unhandled exception" not in screen.getvalue()
    assert "\x1b[6n" not in screen.getvalue()  # "where is the cursor?", whose late answer hung the loop


def test_an_interrupt_while_the_loop_is_made_waits_until_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop that is made but in half cannot be closed: it would say so in a traceback, and we could not prevent it."""
    unraisable: list[object] = []
    make: Callable[[Any], None] = asyncio.selector_events.BaseSelectorEventLoop._make_self_pipe  # type: ignore[attr-defined]

    def interrupted(loop: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        make(loop)

    monkeypatch.setattr(asyncio.selector_events.BaseSelectorEventLoop, "_make_self_pipe", interrupted)
    monkeypatch.setattr(sys, "unraisablehook", lambda args: unraisable.append(args.exc_value))
    with create_pipe_input() as keyboard:
        output = Vt100_Output(io.StringIO(), lambda: Size(rows=24, columns=80))
        application: Application[str] = Application(input=keyboard, output=output)
        with pytest.raises(KeyboardInterrupt):
            run_application(application, application.run)
    assert unraisable == []
    assert not signal.pthread_sigmask(signal.SIG_BLOCK, ())


def run_and_fail(application: Application[str], error: BaseException) -> str:
    """Run an application that ends at once, with a callback that fails after it."""

    def fail() -> None:
        raise error

    async def both() -> str:
        answer = await application.run_async()
        asyncio.get_running_loop().call_soon(fail)
        await asyncio.sleep(0.01)
        return answer

    application.pre_run_callables.append(lambda: application.exit(result="done"))
    return str(run_application(application, lambda: asyncio.run(both())))


def test_a_callback_that_fails_once_the_application_has_ended_writes_no_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A signal may come while it ends: what then fails goes to the handler of the loop, not to ours."""
    with create_pipe_input() as keyboard:
        output = Vt100_Output(io.StringIO(), lambda: Size(rows=24, columns=80))
        assert run_and_fail(Application(input=keyboard, output=output), StopIteration()) == "done"
    assert not caplog.records


def test_a_signal_that_comes_once_the_application_has_ended_is_not_lost() -> None:
    """A second one is not heeded, so the program would go on for ever."""
    with create_pipe_input() as keyboard:
        output = Vt100_Output(io.StringIO(), lambda: Size(rows=24, columns=80))
        with pytest.raises(TerminatedError):
            run_and_fail(Application(input=keyboard, output=output), TerminatedError(ExitCode.TERMINATED))
