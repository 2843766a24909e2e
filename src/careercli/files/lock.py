"""Lets one process at a time read, change and write. The only lock of the program."""

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from careercli.errors import Message, SystemRefusedError, message, why_refused

#: Seconds to wait for another process that stands still before giving up.
PATIENCE = 30.0
#: Seconds of waiting that need no word: nobody notices them.
SILENT = 0.2
_PAUSE = 0.02
#: What the system says where another process holds the lock; whatever else it says, it has no such locks here.
_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}

Tell = Callable[[Message], None]


def say_nothing(said: Message) -> None:
    """For those whom nobody listens to."""


class FileLock:
    """A lock on a file, made readable by its owner only, or on a folder, which leaves no file behind.

    `tell` hears at once that another process is waited for, and once that the place knows no locks: then all go on.
    Who holds it for long calls `beat` as the work goes on: others lose patience only with one that stands still.
    """

    def __init__(self, path: Path, tell: Tell = say_nothing, patience: float = PATIENCE) -> None:
        self.path = path
        self.tell = tell
        self.patience = patience
        self._gave_up = False
        self._went_without = False

    @contextlib.contextmanager
    def hold(self) -> Iterator[bool]:
        """Hold the lock; gives whether it is held, rather than gone without.

        Raises SystemRefusedError where another process keeps it for `patience` seconds without a beat; whoever has
        waited for so long in vain does not wait again. Raises OSError where the file cannot be made.
        """
        attempt = _find_locker()
        descriptor = self._open() if attempt else None
        if attempt is None or descriptor is None:
            yield self._go_without(message("this system has no locks"))
            return
        try:
            yield self._acquire(attempt, descriptor)
        finally:
            os.close(descriptor)

    def beat(self) -> None:
        """Tell those who wait that the work goes on."""
        with contextlib.suppress(OSError):
            os.utime(self.path)

    def _open(self) -> int | None:
        if not self.path.is_dir():
            return os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        with contextlib.suppress(PermissionError):  # Windows opens no folders
            return os.open(self.path, os.O_RDONLY)
        return None

    def _acquire(self, attempt: Callable[[int], None], descriptor: int) -> bool:
        begun = alive = time.monotonic()
        beaten = os.fstat(descriptor).st_mtime_ns
        told = False
        while True:
            try:
                attempt(descriptor)
            except OSError as error:
                if error.errno not in _HELD:
                    return self._go_without(why_refused(error))
            else:
                self._gave_up = False
                self.beat()  # of fifty who wait, one after the other has its turn
                return True
            now = time.monotonic()
            if beaten != (beaten := os.fstat(descriptor).st_mtime_ns):
                alive = now
            if self._gave_up or now - alive >= self.patience:
                self._gave_up = True
                raise SystemRefusedError(
                    "another `careers` is still writing in {folder}",
                    "Wait for its end and try again.",
                    folder=self._folder,
                )
            if not told and now - begun >= SILENT:
                told = True
                self.tell(message("Waiting for another `careers` that is writing in {folder}…", folder=self._folder))
            time.sleep(_PAUSE)

    @property
    def _folder(self) -> str:
        return str(self.path if self.path.is_dir() else self.path.parent)

    def _go_without(self, why: str | Message) -> bool:
        if not self._went_without:
            said = message(
                "{folder} cannot be locked ({why}): let only one `careers` write there.", folder=self._folder, why=why
            )
            self.tell(said)
        self._went_without = True
        return False


def _find_locker() -> Callable[[int], None] | None:
    """What locks an open file or fails at once with OSError; None where the system has nothing of the kind."""
    try:
        import fcntl
    except ImportError:
        return _find_windows_locker()
    return lambda descriptor: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _find_windows_locker() -> Callable[[int], None] | None:
    try:
        import msvcrt
    except ImportError:
        return None
    locking, how = msvcrt.locking, msvcrt.LK_NBLCK  # type: ignore[attr-defined]
    return lambda descriptor: locking(descriptor, how, 1)
