"""Walks through questionnaires and explorer on a real terminal: keys, pastes, resizes and signals at any moment."""

import contextlib
import random
import signal
import termios
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pexpect

from careercli.profile.answers import load_saved
from tests.conftest import COMMAND
from tests.soak.processes import _environment, hear_signals
from tests.soak.tally import Seen

STARTS = (
    ["quiz"],
    ["quiz", "--length", "short"],
    ["quiz", "ai-engineer"],
    ["quiz", "nurse"],
    ["quiz", "29-1141.00"],
    ["compare"],
    ["quiz", "--length", "standard", "--lang", "fr"],
    ["show", "ai-specialist"],
    ["salary", "plumbers"],
)
KEYS = (
    "1",
    "2",
    "3",
    "4",
    "5",
    "\r",
    "\r",
    " ",
    "b",
    "s",
    "q",
    "?",
    "\x1b",
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\t",
    "\x7f",
    "j",
    "x",
    "é",
    "漢",
    "\x00",
    "\x1b[200~1\r2\r3\r\x1b[201~",
    "12345" * 40,
    "\x1b[6~",
    "\x1b[999;999R",
    "\x03",
    "\x04",
    "\x1a",
)
#: Each language at each width, by turns, and keys that the explorer knows: digits, letters, words that are looked for.
FRONT_DOORS: tuple[tuple[list[str], int], ...] = tuple(
    (["--lang", lang], width) for lang in ("en", "fr") for width in (40, 100)
)
WAYS = (*"123456789mtrbswpckfnxy?//", *("nurse\r", "ai\r", "plomb\t\r", "pay>=40000\r", "b", "b", "\x1b"))
#: Keys of a walk in the explorer.
STEPS = 40
ENDS = {0, 2, 3, 6, 129, 130, 141, 143}
#: Python itself ends so by a signal that comes before our first line is run; a shell calls it 128 and its number.
EARLY = {-signal.SIGTERM: 143, -signal.SIGHUP: 129, -signal.SIGINT: 130}


def trial(seed: int, folder: Path) -> Seen:
    """One walk of some forty keys; then Ctrl-C until it ends. The terminal is as it was, answers can be read."""
    draw = random.Random(seed)
    start, width = draw.choice(STARTS), draw.choice((20, 40, 80, 140))
    return _walk(draw, folder, start, width, KEYS, draw.randrange(5, 40))[0]


def explore(seed: int, folder: Path) -> Seen:
    """Forty keys from the front door, where most lead somewhere; whoever has left comes back for those that remain."""
    draw = random.Random(seed)
    start, width = FRONT_DOORS[seed % len(FRONT_DOORS)]
    steps = STEPS
    while True:
        seen, pressed = _walk(draw, folder, start, width, (*KEYS, *WAYS), steps)
        steps -= max(pressed, 1)
        if seen.fault or steps <= 0:
            return seen


def _walk(
    draw: random.Random, folder: Path, start: Sequence[str], width: int, keys: Sequence[str], steps: int
) -> tuple[Seen, int]:
    """A walk of so many keys at most, which ends by Ctrl-C; how many were pressed."""
    env = _environment(folder) | {"TERM": draw.choice(("xterm-256color", "xterm-256color", "dumb"))}
    if draw.random() < 0.3:
        env["ACCESSIBLE"] = "1"
    child = pexpect.spawn(
        COMMAND[0], list(start), env=env, cwd=str(folder), dimensions=(24, width), timeout=20, preexec_fn=hear_signals
    )
    before = _untouched()  # this one may have been taken already, where the machine is busy
    written, signalled, pressed = b"", False, 0
    if draw.random() < 0.8:  # the others press keys before anything is shown
        written += _read_first(child)
    for _ in range(steps):
        written += _read(child, draw.random() * 0.05)
        if not child.isalive():
            break
        chance = draw.random()
        signalled = signalled or 0.08 <= chance < 0.12
        try:
            _step(child, draw, chance, keys)
        except OSError:
            break
        pressed += 1
    left, seen = _leave(child)
    written += seen
    fault = "" if left else f"{start} does not end by Ctrl-C: {written[-300:]!r}"
    try:
        after = termios.tcgetattr(child.child_fd)
    except termios.error:
        after = before
    child.close(force=True)
    code = child.exitstatus if child.exitstatus is not None else -(child.signalstatus or 0)
    if code == 1 and b"KeyboardInterrupt" in written and b"careercli/" not in written:
        code = -signal.SIGINT  # Python was starting
    code = EARLY.get(code, code)
    if not fault and b"Traceback" in written and b"careercli/" in written:
        fault = f"{start} shows a traceback: {written[-800:]!r}"
    if not fault and code not in ENDS:
        fault = f"{start} ends with {code}: {written[-500:]!r}"
    if not fault and after[:4] != before[:4]:
        fault = f"{start} leaves the terminal changed (signalled: {signalled}): {before[:4]} {after[:4]}"
    cut = written.endswith(b"^C")  # an interrupt throws away what is not read yet, the end of it too
    if not fault and not cut and written.rfind(b"\x1b[?2004h") > written.rfind(b"\x1b[?2004l"):  # the last one holds
        fault = f"{start} leaves bracketed paste on, exit {code}: {written[-400:]!r}"
    if not fault and b"\x1b[6n" in written:
        fault = f"{start} asks the terminal where its cursor is"
    load_saved(folder / "data/careers")
    return Seen(code, fault), pressed


@cache
def _untouched() -> list[Any]:
    """The modes of a terminal that nobody has changed."""
    child = pexpect.spawn("sleep", ["60"])
    try:
        return termios.tcgetattr(child.child_fd)
    finally:
        child.close(force=True)


def _leave(child: Any) -> tuple[bool, bytes]:
    """Press Ctrl-C and `q` until it ends; whether it did, and what was written meanwhile."""
    written = b""
    with contextlib.suppress(OSError):
        child.send("\x1b[201~")  # an interrupt may have thrown away the end of a paste, without which all is text
    for attempt in range(120):
        written += _read(child, 0.05 if attempt < len("q\x03") else 0.25)
        if not child.isalive():
            return True, written + _read(child, 1.0)  # what it wrote at its very end
        with contextlib.suppress(OSError):
            child.kill(signal.SIGCONT)
            child.send("\x03" if attempt % 2 else "q")  # apart: an interrupt throws away what is typed with it
    return False, written


def _step(child: Any, draw: random.Random, chance: float, keys: Sequence[str]) -> None:
    """Change the size of the window, send a signal, stop for a moment, or press a key."""
    if chance < 0.08:
        child.setwinsize(draw.randrange(1, 50), draw.randrange(1, 200))
    elif chance < 0.12:
        child.kill(draw.choice((signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGCONT)))
    elif chance < 0.14:
        child.kill(signal.SIGTSTP)
        time.sleep(0.05)
        child.kill(signal.SIGCONT)
    else:
        child.send(draw.choice(keys))


def _read_first(child: Any) -> bytes:
    """What is shown first, however long the start takes."""
    try:
        return bytes(child.read_nonblocking(65536, timeout=20))
    except (pexpect.TIMEOUT, pexpect.EOF):
        return b""


def _read(child: Any, seconds: float) -> bytes:
    """What is written within some time."""
    end, found = time.monotonic() + seconds, b""
    while (left := end - time.monotonic()) > 0:
        try:
            block = child.read_nonblocking(65536, timeout=left)
        except pexpect.TIMEOUT:
            break
        except pexpect.EOF:
            child.wait() if child.isalive() else None
            break
        found += block
    return found
