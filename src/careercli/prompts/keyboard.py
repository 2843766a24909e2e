"""A keyboard that is read key by key. Standard library only."""

import contextlib
import os
import select
import sys
import time
from typing import TextIO

from careercli.usecases.asking import EndOfInputError

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

ENTER, ESCAPE = "enter", "escape"
UP, DOWN, RIGHT, LEFT = "up", "down", "right", "left"
#: How far an arrow moves the mark in a list.
STEPS = {UP: -1, LEFT: -1, DOWN: 1, RIGHT: 1}
#: Seconds within which the rest of a key comes that is sent as several characters, such as an arrow.
_REST = 0.05
_PASTE, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_NAMES = {"\r": ENTER, "\n": ENTER, "\x1b": ESCAPE}
#: Seconds after a question is there in which an Enter still belongs to the key that led to it.
HABIT = 0.5
_ARROWS = dict(zip(b"ABCD", (UP, DOWN, RIGHT, LEFT), strict=True))
_ARROWS_WINDOWS = dict(zip("HPMK", (UP, DOWN, RIGHT, LEFT), strict=True))


class Keyboard:
    """A keyboard whose keys come one by one once they are taken, without echo; on Windows they always do."""

    def __init__(self, stdin: TextIO) -> None:
        self._stdin = stdin
        self._before = termios.tcgetattr(stdin) if termios else None
        self._pending = b""
        self.acted = False
        self._asked = 0.0

    def ask(self) -> None:
        """A question is on the screen: what is pressed from now on is for it."""
        self._asked = time.monotonic()

    def hear(self) -> str | None:
        """The next key, as `read_key` gives it, or None for an Enter that only ended the key before.

        A digit acts at once, and many people press Enter after it: that answers no later question.
        """
        key = self.read_key()
        ended = key == ENTER and self.acted and time.monotonic() - self._asked < HABIT
        self.acted = key.isascii() and key.isdigit()
        return None if ended else key

    def goes_on(self, seconds: float) -> str:
        """The letter that follows within some time, as in a word; empty where none does, or another key.

        An Enter only ends the letter before.
        """
        if sys.platform == "win32":
            return _read_letter_windows(seconds)
        if not self._comes(seconds):
            return ""
        read = self._read_character()
        text = read.decode("utf-8", "ignore")
        if not text.isalpha() and _NAMES.get(text) != ENTER:
            self._pending = read + self._pending
        return text if text.isalpha() else ""

    def take(self) -> None:
        """Let keys come one by one."""
        if termios:
            modes = termios.tcgetattr(self._stdin)
            modes[0] &= ~termios.ICRNL
            modes[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(self._stdin, termios.TCSANOW, modes)

    def give_back(self) -> None:
        """Leave the terminal as it was."""
        if termios and self._before:
            with contextlib.suppress(termios.error):  # the terminal has gone
                termios.tcsetattr(self._stdin, termios.TCSANOW, self._before)

    def drop(self) -> None:
        """Forget what was typed and is not read yet."""
        self._pending = b""
        if sys.platform == "win32":
            _drop_windows()
        elif termios:
            with contextlib.suppress(termios.error):  # the terminal has gone
                termios.tcflush(self._stdin, termios.TCIFLUSH)

    def wait(self, other: int) -> bool:
        """Wait for a key; False where another descriptor has something to read before."""
        if self._pending:
            return True
        return self._stdin.fileno() in select.select([self._stdin.fileno(), other], [], [])[0]

    def read_key(self) -> str:
        """The next key: a character, the name of one, or nothing for another. Raises EndOfInputError."""
        if sys.platform == "win32":
            return _read_windows()
        read = self._read_character()
        if read in (b"", b"\x04"):
            raise EndOfInputError
        if read == b"\x1b":
            return self._read_sequence()
        text = read.decode("utf-8", "ignore")
        return _NAMES.get(text, text if text.isprintable() else "")

    def _read_character(self) -> bytes:
        """The bytes of the next character in UTF-8; none at the end of the input. Raises EndOfInputError."""
        read = self._read_byte()
        length = 1 + sum(read[:1] >= bound for bound in (b"\xc0", b"\xe0", b"\xf0"))
        while read and len(read) < length and self._comes() and (more := self._read_byte()):
            read += more
        return read

    def _read_byte(self) -> bytes:
        """The next byte, of what was read ahead first; none at the end of the input. Raises EndOfInputError."""
        ahead, self._pending = self._pending[:1], self._pending[1:]
        try:
            return ahead or os.read(self._stdin.fileno(), 1)
        except OSError:  # the terminal has gone
            raise EndOfInputError from None

    def _comes(self, seconds: float = _REST) -> bool:
        """Whether there is something to read, or will be within some time."""
        return bool(self._pending or select.select([self._stdin.fileno()], [], [], seconds)[0])

    def _read_sequence(self) -> str:
        """Escape, an arrow, or nothing for another key of several characters and for all of what is pasted."""
        read = b"\x1b"
        while self._comes() and (more := self._read_byte()):
            if read == b"\x1b" and more not in b"[O":
                self._pending = more  # it was Escape, and then another key
                return ESCAPE
            read += more
            if read.startswith(_PASTE):
                if read.endswith(_PASTE_END):
                    return ""
            elif len(read) > 2 and 0x40 <= more[0] <= 0x7E:
                return _ARROWS.get(more[0], "") if len(read) == 3 else ""
        return ESCAPE if read == b"\x1b" else ""


def _drop_windows() -> None:
    import msvcrt  # only there

    while msvcrt.kbhit():  # type: ignore[attr-defined]
        msvcrt.getwch()  # type: ignore[attr-defined]


def _read_letter_windows(seconds: float) -> str:
    """The letter that is pressed within some time; another key is put back, but for Enter."""
    import msvcrt  # only there

    end = time.monotonic() + seconds
    while not msvcrt.kbhit():  # type: ignore[attr-defined]
        if time.monotonic() > end:
            return ""
        time.sleep(0.01)
    read: str = msvcrt.getwch()  # type: ignore[attr-defined]
    if read.isalpha():
        return read
    if read not in "\r\n":
        msvcrt.ungetwch(read)  # type: ignore[attr-defined]
    return ""


def _read_windows() -> str:
    import msvcrt  # only there

    read: str = msvcrt.getwch()  # type: ignore[attr-defined]
    if read in ("\x00", "\xe0"):  # a key of two, such as an arrow
        return _ARROWS_WINDOWS.get(msvcrt.getwch(), "")  # type: ignore[attr-defined]
    if read == "\x03":
        raise KeyboardInterrupt
    if read in ("\x04", "\x1a"):
        raise EndOfInputError
    return _NAMES.get(read, read)
