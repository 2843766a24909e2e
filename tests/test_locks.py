"""The one lock: it is waited for with a word and not for ever, and where there is none all go on."""

import errno
import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from careercli.errors import Message, SystemRefusedError
from careercli.files.lock import FileLock
from careercli.importers import store
from careercli.profile.answers import AnswerBook, load_saved


@pytest.fixture
def heard() -> list[str]:
    return []


def make(path: Path, heard: list[str], patience: float = 0.4) -> FileLock:
    return FileLock(path, lambda said: heard.append(str(said)), patience)


@pytest.fixture(params=["file", "folder"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path if request.param == "folder" else tmp_path / "x.lock"


@pytest.fixture
def held(path: Path) -> Iterator[int]:
    """The lock, held by somebody else."""
    descriptor = os.open(path, os.O_RDONLY) if path.is_dir() else os.open(path, os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield descriptor
    os.close(descriptor)


def test_a_free_lock_is_had_without_a_word(path: Path, heard: list[str]) -> None:
    with make(path, heard).hold() as held:
        assert held
    assert heard == []


def test_who_waits_is_told_and_goes_on_when_it_is_free(path: Path, held: int, heard: list[str]) -> None:
    def tell(said: Message) -> None:
        heard.append(str(said))
        fcntl.flock(held, fcntl.LOCK_UN)  # as if the other ended once we have said so

    with FileLock(path, tell).hold() as mine:
        assert mine
    assert len(heard) == 1
    assert "Waiting for another" in heard[0]


def test_nobody_waits_for_ever_nor_twice(path: Path, held: int, heard: list[str]) -> None:
    lock = make(path, heard)
    with pytest.raises(SystemRefusedError, match="still writing"), lock.hold():
        pytest.fail("the lock is another's")
    assert len(heard) == 1
    lock.patience = 3600
    with pytest.raises(SystemRefusedError) as refused, lock.hold():
        pytest.fail("the lock is another's")
    assert refused.value.exit_code == 7
    fcntl.flock(held, fcntl.LOCK_UN)
    with lock.hold() as mine:
        assert mine


def test_half_a_minute_is_the_longest_wait(tmp_path: Path) -> None:
    assert FileLock(tmp_path).patience == 30


@pytest.mark.parametrize("beats", [0, 20])
def test_only_one_that_stands_still_is_given_up(
    path: Path, held: int, heard: list[str], monkeypatch: pytest.MonkeyPatch, beats: int
) -> None:
    """The other works on, on a slow machine: it beats `beats` times, each at the end of our patience, and ends."""
    clock, holder = [0.0], FileLock(path)
    left = iter(range(beats, -1, -1))

    def sleep(_: float) -> None:
        clock[0] += 0.3
        if next(left, 0):
            holder.beat()
        elif beats:
            fcntl.flock(held, fcntl.LOCK_UN)

    monkeypatch.setattr("careercli.files.lock.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("careercli.files.lock.time.sleep", sleep)
    lock = make(path, heard)
    if beats:
        with lock.hold() as mine:
            assert mine
        assert clock[0] > 10 * lock.patience
    else:
        with pytest.raises(SystemRefusedError), lock.hold():
            pytest.fail("the lock is another's")
    assert len(heard) == 1, "one word is enough, however long it takes"


def test_who_comes_to_hold_it_shows_those_who_wait_that_turns_are_taken(tmp_path: Path, path: Path) -> None:
    """On a slow machine fifty who keep a result at once take longer than the patience of the last."""
    path.touch() if path != tmp_path else None
    os.utime(path, (0, 0))
    with FileLock(path).hold():
        assert path.stat().st_mtime > 0


def refuse_by(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(descriptor: int, how: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", flock)


@pytest.mark.parametrize("code", [errno.EBADF, errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EIO])
def test_where_the_file_system_has_no_locks_all_go_on_and_it_is_said_once(
    path: Path, heard: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_by(code, monkeypatch)
    lock = make(path, heard)
    for _ in range(2):
        with lock.hold() as held:
            assert not held
    assert len(heard) == 1
    assert os.strerror(code) in heard[0]


@pytest.mark.parametrize("code", [errno.EBADF, errno.ENOLCK])
def test_an_import_goes_on_where_the_folder_cannot_be_locked(
    tmp_path: Path, heard: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_by(code, monkeypatch)
    with store.change(tmp_path / "careers/imported.sqlite", lambda said: heard.append(str(said))) as connection:
        connection.execute("INSERT INTO onet_zone VALUES ('15-2051.00', 5)")
    assert len(heard) == 1
    assert [left.name for left in (tmp_path / "careers").iterdir()] == ["imported.sqlite"]


def test_an_import_waits_for_another_and_does_not_fail_at_once(tmp_path: Path) -> None:
    path = tmp_path / "careers/imported.sqlite"
    order: list[str] = []
    began, told = threading.Event(), threading.Event()

    def first() -> None:
        with store.change(path):
            began.set()
            told.wait(60)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    began.wait(60)
    with store.change(path, lambda _: told.set()):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_a_killed_holder_leaves_the_lock_free(tmp_path: Path, heard: list[str]) -> None:
    path = tmp_path / "x.lock"
    code = f"""
import sys, time
from pathlib import Path
from careercli.files.lock import FileLock
with FileLock(Path({str(path)!r})).hold():
    print("held", flush=True)
    time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        other.kill()
        other.wait()
    with make(path, heard, 30).hold() as held:
        assert held


class Windows(SimpleNamespace):
    """What `msvcrt` does: a byte of an open file is locked, or the call fails at once."""

    LK_NBLCK = 2

    def __init__(self, code: int | None = None, times: int = 10**9) -> None:
        super().__init__(code=code, times=times, calls=[])

    def locking(self, descriptor: int, how: int, count: int) -> None:
        os.fstat(descriptor)
        self.calls.append((how, count, os.lseek(descriptor, 0, os.SEEK_CUR)))
        if self.code is not None and len(self.calls) <= self.times:
            raise OSError(self.code, os.strerror(self.code))


def on_windows(monkeypatch: pytest.MonkeyPatch, windows: Windows) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", windows)


def test_windows_locks_the_first_byte(tmp_path: Path, heard: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    on_windows(monkeypatch, windows := Windows())
    with make(tmp_path / "x.lock", heard).hold() as held:
        assert held
    assert windows.calls == [(Windows.LK_NBLCK, 1, 0)]
    assert heard == []


@pytest.mark.parametrize("code", [errno.EACCES, errno.EDEADLK])
def test_windows_waits_until_the_byte_is_free(
    tmp_path: Path, heard: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_windows(monkeypatch, Windows(code, times=3))
    with make(tmp_path / "x.lock", heard, 30).hold() as held:
        assert held


def test_windows_does_not_wait_for_ever(tmp_path: Path, heard: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    on_windows(monkeypatch, Windows(errno.EACCES))
    with pytest.raises(SystemRefusedError), make(tmp_path / "x.lock", heard).hold():
        pytest.fail("the lock is another's")


def test_windows_keeps_answers_under_its_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_windows(monkeypatch, windows := Windows())
    AnswerBook(tmp_path).put_answers("", "short", {"b": 2})
    assert load_saved(tmp_path).interests == {"b": 2}
    assert len(windows.calls) == 1


def test_a_folder_that_the_system_does_not_open_is_gone_without(
    tmp_path: Path, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_windows(monkeypatch, Windows())

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with make(tmp_path, heard).hold() as held:
        assert not held
    assert len(heard) == 1
