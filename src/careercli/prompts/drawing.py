"""Lines that are drawn at the end of a screen and taken away again, and the key that is pressed under them.

Standard library only: what is asked by single keys is on the screen before anything heavy could be imported.
"""

import contextlib
import os
import signal
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from careercli.core.text.plaintext import fits, make_harmless, make_plainer, measure
from careercli.prompts.keyboard import Keyboard
from careercli.world.signals import ENDING, handled, put_off, suspendable

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime

#: Columns that are drawn in, however wide the terminal; and between two texts on a line.
WIDEST, GAP = 92, 3
_BOLD, _DIM, _ACCENT, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[1;36m", "\x1b[0m"
_PASTE_ON, _PASTE_OFF = "\x1b[?2004h", "\x1b[?2004l"
_TOP = "\x1b[H\x1b[J"
_STYLE = "\x1b["


class Pen:
    """How lines are drawn on a terminal: in its width and characters, bold and dim where it has colour."""

    def __init__(self, runtime: "Runtime") -> None:
        self.width = max(min(runtime.width() - 1, WIDEST), 10)
        self._colour = runtime.colour
        self._accent = _BOLD if runtime.palette == "mono" else _ACCENT
        self._encoding = getattr(runtime.stderr, "encoding", None) or "utf-8"

    def shown(self, text: str) -> str:
        """A text that is harmless and in the characters of the terminal."""
        return make_plainer(make_harmless(text), self._encoding)

    def sign(self, sign: str, plainer: str) -> str:
        """A sign, or another where the terminal has it not."""
        return sign if fits(sign, self._encoding) else plainer

    def wrap(self, text: str, room: int | None = None, *, hang: int = 0) -> list[str]:
        """A text in lines of the whole width, or of less room; all but the first `hang` so far in."""
        return textwrap.wrap(
            self.shown(text), max(room or self.width, 10), break_on_hyphens=False, subsequent_indent=" " * hang
        )

    def bold(self, text: str) -> str:
        """What is looked at first."""
        return self._styled(text, _BOLD)

    def dim(self, text: str) -> str:
        """What is looked at last."""
        return self._styled(text, _DIM)

    def accent(self, text: str) -> str:
        """What is pointed at; it is marked by a sign too."""
        return self._styled(text, self._accent)

    def _styled(self, text: str, code: str) -> str:
        return f"{code}{text}{_PLAIN}" if self._colour and text else text


def flow(texts: Iterable[str], pen: Pen, gap: int = GAP, hang: int = 0) -> list[str]:
    """Texts one after another, none broken where a line can hold it, and nothing behind one that had to be."""
    lines: list[str] = []
    broken = False
    for text in map(pen.shown, texts):
        if lines and not broken and len(lines[-1]) + gap + len(text) <= pen.width:
            lines[-1] += " " * gap + text
        else:
            wrapped = pen.wrap(text, hang=hang)
            broken = len(wrapped) > 1
            lines += wrapped
    return lines


def begin_screen(runtime: "Runtime") -> bool:
    """Scroll away whatever stands on the screen, so that it can still be looked up, and begin at its top.

    False where nobody knows how high it is.
    """
    if runtime.height:
        with put_off():
            runtime.stderr.write("\n" * (runtime.height - 1) + _TOP)
            runtime.stderr.flush()
    return runtime.height > 0


class Frame:
    """Lines at the end of a screen, which can be taken away again."""

    def __init__(self, screen: TextIO) -> None:
        self._screen = screen
        self._lines: Sequence[str] = ()

    def draw(self, lines: Sequence[str]) -> None:
        """Write lines in place of those before; the cursor stays behind the last."""
        self._lines = lines
        self._write("\n".join(lines))

    def erase(self, width: int) -> None:
        """Take the lines away from a screen that is so wide now: what was too long for it has been wrapped."""
        rows = sum(max(1, -(-_cells(line) // width)) for line in self._lines)
        up = f"\x1b[{rows - 1}A" if rows > 1 else ""
        self._write(f"\r{up}\x1b[J")
        self._lines = ()

    def _write(self, text: str) -> None:
        with put_off():  # whose actions draw here too
            self._screen.write(text)
            self._screen.flush()


def press_under(runtime: "Runtime", keyboard: Keyboard, draw: Callable[[], Sequence[str]]) -> str:
    """The key that is pressed under lines, which are drawn again where the terminal was resized or we were stopped.

    Raises KeyboardInterrupt, by Ctrl-D a kind of it.
    """
    frame, screen = Frame(runtime.stderr), runtime.stderr

    def draw_all() -> None:
        frame.draw(_fit(draw(), runtime.height))

    def take() -> None:
        keyboard.take()
        screen.write(_PASTE_ON)  # else each letter of what is pasted would do something
        draw_all()

    def give_back() -> None:
        with contextlib.suppress(OSError):  # the terminal has gone
            frame.erase(runtime.width())
            screen.write(_PASTE_OFF)
            screen.flush()
        keyboard.give_back()

    try:
        with suspendable(give_back, take, begin=take), _resizes() as resized:
            keyboard.ask()
            while True:
                while resized is not None and not keyboard.wait(resized):
                    os.read(resized, 1000)
                    frame.erase(runtime.width())
                    draw_all()
                if (key := keyboard.hear()) is not None:
                    return key
    finally:
        with put_off(*ENDING):
            give_back()


@contextlib.contextmanager
def _resizes() -> Iterator[int | None]:
    """A descriptor that has something to read when the terminal has got another size; None where nobody tells."""
    if not hasattr(signal, "SIGWINCH"):
        yield None
        return
    read, write = os.pipe()
    os.set_blocking(write, False)

    def note() -> None:
        with contextlib.suppress(BlockingIOError):  # there is enough to read
            os.write(write, b"\0")

    try:
        with handled({"SIGWINCH": note}):
            yield read
    finally:
        os.close(read)
        os.close(write)


def _fit(lines: Sequence[str], height: int) -> list[str]:
    """Lines that a screen can hold, else they could not be taken away again: the empty ones go, then the first."""
    if height and len(lines) > height:
        lines = [line for line in lines if line]
    return list(lines[-height:])


def _cells(line: str) -> int:
    """The columns of a line without its styles."""
    first, *styled = line.split(_STYLE)
    return measure(first + "".join(part.partition("m")[2] for part in styled))
