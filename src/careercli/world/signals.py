"""Signals of the system: to end, to stop for a while, to go on. Standard library only; Windows lacks most of them."""

import _thread
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping

#: Puts off what a signal asks for until it can be done; without one it is done between any two steps of the program.
Schedule = Callable[[Callable[[], None]], object]

#: Signals that stop us for a while and let us go on, and those that end us.
STOPPING, ENDING = ("SIGTSTP", "SIGCONT"), ("SIGINT", "SIGTERM", "SIGHUP")

#: Seconds after which a signal is sent again that was swallowed.
AGAIN = 0.01


@contextlib.contextmanager
def handled(actions: Mapping[str, Callable[[], object]]) -> Iterator[None]:
    """Act on signals, by name, while the block runs. One that the process ignores (nohup) stays ignored."""
    before = {}
    try:
        for name, action in actions.items():
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, lambda *_, act=action: act())
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def none_swallowed(number_of: Callable[[BaseException], int | None]) -> Iterator[None]:
    """Send a signal again that Python swallows, for what `number_of` gives the number of one.

    What a handler raises while Python runs a callback of its own, such as one of a module lock in the midst of an
    import, goes nowhere but into a traceback on the screen.
    """
    before = sys.unraisablehook

    def send_again(number: int) -> None:
        time.sleep(AGAIN)
        if os.name == "posix":
            os.kill(os.getpid(), number)  # what waits for a key hears it too
        else:
            signal.raise_signal(number)

    def hear(swallowed: "sys.UnraisableHookArgs") -> None:
        number = number_of(swallowed.exc_value) if swallowed.exc_value else None
        if number is None:
            before(swallowed)
        else:
            _thread.start_new_thread(send_again, (number,))  # not at once: the callback has to end first

    sys.unraisablehook = hear
    try:
        yield
    finally:
        sys.unraisablehook = before


#: What gives the terminal back and takes it again in each of the blocks that the program is in, the inmost last.
_HOLDERS: list[tuple[Callable[[], object], Callable[[], object]]] = []


@contextlib.contextmanager
def suspendable(
    leave: Callable[[], object],
    come_back: Callable[[], object],
    schedule: Schedule = lambda action: action(),
    begin: Callable[[], object] = lambda: None,
) -> Iterator[None]:
    """Let the process be stopped in the block: `leave` gives the terminal back before, `come_back` takes it again.

    `begin` takes it first: who stops us from then on is heeded, once it is done.

    So do blocks around it: the shell finds the terminal as it was. Who is stopped by SIGSTOP cannot leave, but comes
    back all the same.
    """

    def stop() -> None:
        with put_off():
            for give_back, _ in reversed(_HOLDERS):
                give_back()
        with _default("SIGTSTP"), _default("SIGCONT"):
            os.kill(os.getpid(), signal.SIGTSTP)  # returns when it goes on, or at once where nobody could continue it
        go_on()

    coming_back: list[bool] = []  # a signal more while it is drawn again would write into the midst of it

    def go_on() -> None:
        if coming_back or not _in_foreground():
            return  # the terminal may be another's: taking it would stop us, and the signal comes again
        coming_back.append(True)
        try:
            with put_off():
                for _, take in _HOLDERS:
                    take()
        finally:
            coming_back.clear()

    _HOLDERS.append((leave, come_back))
    try:
        with handled(dict(zip(STOPPING, (lambda: schedule(stop), lambda: schedule(go_on)), strict=True))):
            with put_off():
                begin()
            yield
    finally:
        _HOLDERS.pop()


@contextlib.contextmanager
def put_off(*names: str) -> Iterator[None]:
    """Let signals wait until the block is done: those that stop us and bring us back, and others by name.

    Who acts on one within a write cannot write to the same stream; who leaves by one has given back but a half.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    numbers = {getattr(signal, name) for name in (*STOPPING, *names)}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_foreground() -> bool:
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:  # standard input is no terminal
        return True


@contextlib.contextmanager
def _default(name: str) -> Iterator[None]:
    number = getattr(signal, name)
    before = signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(number, before)
