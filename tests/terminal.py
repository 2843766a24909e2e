"""A pseudo-terminal with a screen that can be read."""

from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte

from tests.conftest import COMMAND, measured


class Screen:
    """The command, or another, on a terminal of some size: type, and read what is seen."""

    def __init__(
        self,
        arguments: list[str],
        env: dict[str, str],
        cwd: Path,
        *,
        width: int = 80,
        height: int = 40,
        command: str = COMMAND[0],
    ) -> None:
        self.child = pexpect.spawn(
            command,
            arguments,
            env=env | measured(),
            cwd=str(cwd),
            dimensions=(height, width),
            timeout=30,
            encoding=None,
            use_poll=True,
        )
        self.screen = pyte.HistoryScreen(width, height, history=5000)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._scrolled: dict[int, tuple[Any, str]] = {}
        self._text: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.close(force=True)

    def read_until(self, text: str, *, now: bool = False) -> str:
        """Read until a text is on the screen, or was; `now`: not only among what was scrolled away. The screen."""
        for _ in range(600):
            if text in ("\n".join(self.screen.display) if now else self.text()):
                return self.text()
            try:
                self._feed(self.child.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        assert text in self.text(), f"{text!r} is not on the screen:\n{self.text()}"
        return self.text()

    def read_all(self) -> int:
        """Read to the end; the exit code, negative for a signal."""
        while True:
            try:
                self._feed(self.child.read_nonblocking(65536, timeout=60))
            except pexpect.EOF:
                break
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)

    def _feed(self, data: Any) -> None:  # bytes, as without an encoding; its types say text
        self.raw += data
        self._text = None
        self.stream.feed(data)
        assert b"\x1b[6n" not in self.raw, "the terminal is asked where its cursor is"

    def type(self, keys: str) -> None:
        """Press keys."""
        self.child.send(keys.encode())

    def text(self) -> str:
        """All lines seen, those scrolled away too."""
        if self._text is None:
            top = map(self._read_scrolled, self.screen.history.top)
            self._text = "\n".join([*top, *(line.rstrip() for line in self.screen.display)]).rstrip()
        return self._text

    def _read_scrolled(self, line: Any) -> str:
        """A line that was scrolled away, read once: it changes no more. It is kept, so that no other has its id."""
        if id(line) not in self._scrolled:
            self._scrolled[id(line)] = line, "".join(line[n].data for n in range(self.screen.columns)).rstrip()
        return self._scrolled[id(line)][1]
