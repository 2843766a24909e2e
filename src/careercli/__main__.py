"""The process: `careers`, or python -m careercli."""

# ruff: noqa: E402
import _signal as signal  # type: ignore[import-not-found]  # `signal` itself takes as long as all that follows here
import os

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Ctrl-C while the rest is imported, which is most of start-up: nothing is begun, so there is nothing to tell.
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))

import gc

gc.disable()  # a command lives for a tenth of a second: collecting would only cost time, most of it at import

import sys
from typing import NoReturn

from careercli.cli import main
from careercli.errors import ExitCode, TerminatedError
from careercli.world.runtime import Runtime
from careercli.world.signals import handled, none_swallowed
from careercli.world.streams import hear_utf8

#: An exit code of a signal is this and its number.
FIRST_SIGNAL = 128


def run_process() -> NoReturn:
    """Run the command line of this process."""
    # Taking the interpreter down would be a tenth of the run, and nothing is left to save.
    os._exit(_run(sys.argv[1:]))


def _run(argv: list[str]) -> ExitCode:
    """The exit code of a command line. A signal that ends the process decides, whatever fails on the way out."""
    ended: list[ExitCode] = []

    def end(code: ExitCode) -> None:
        first = not ended
        ended.append(code)
        if first:  # a second one must not cut short what cleans up
            raise TerminatedError(code)

    def interrupt() -> None:
        raise KeyboardInterrupt

    def number_of(swallowed: BaseException) -> int | None:
        if isinstance(swallowed, TerminatedError):
            ended.clear()  # it is the first again
            return int(swallowed.code) - FIRST_SIGNAL
        return signal.SIGINT if isinstance(swallowed, KeyboardInterrupt) else None

    actions = {
        "SIGINT": interrupt,
        "SIGTERM": lambda: end(ExitCode.TERMINATED),
        "SIGHUP": lambda: end(ExitCode.HUNG_UP),
    }
    try:
        with handled(actions), none_swallowed(number_of):
            hear_utf8(sys.stdin)
            code = main(argv, Runtime())
    except KeyboardInterrupt:
        code = ExitCode.CANCELLED
    except TerminatedError as error:
        code = error.code
    return ended[0] if ended else code


if __name__ == "__main__":
    run_process()
