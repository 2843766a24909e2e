"""Kills of writers at any moment, and many processes at once: nothing that was kept is lost, all can be read."""

import contextlib
import os
import random
import signal
import subprocess
import time
from pathlib import Path

from careercli.cli import main
from careercli.importers import store
from careercli.profile.answers import load_saved
from tests import releases
from tests.conftest import COMMAND, make_runtime
from tests.soak.tally import Seen

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
#: How a process may end that was told to, or was done before. Python itself ends by a signal that comes before our
#: first line is run; a shell calls that 128 and its number, as we do.
ENDED = {-signal.SIGKILL, 0, 129, 130, 143, -signal.SIGTERM, -signal.SIGHUP, -signal.SIGINT}
#: Results that stand in the file before the kill, and processes at once.
BEFORE, CROWD = 3, 50


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
        "LANG": "C.UTF-8",
    }


def hear_signals() -> None:
    """Hear the signals that a shell lets what it runs in the background, or `nohup`, ignore: they are what is tried."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _start(folder: Path, *line: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*COMMAND, *line],
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=pipe,
        stderr=pipe,
        cwd=folder,
        preexec_fn=hear_signals,  # noqa: PLW1509 - there are no threads here
    )


def _run_here(folder: Path, *line: str) -> int:
    """Run a command line in this process, where nobody is to be killed."""
    return main(line, make_runtime(_environment(folder)))


def _scores(n: int) -> str:
    """Six scores that no other run has."""
    return f"R={n % 40},I={n // 40 % 40},A=30,S=12,E=21,C=7"


def _end(process: "subprocess.Popen[bytes]", draw: random.Random, longest: float) -> tuple[int, bytes]:
    """Let it run for a moment, tell it to end, and wait."""
    time.sleep(draw.random() * longest)
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(draw.choice(SIGNALS))
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def _seen(code: int, err: bytes, fault: str) -> Seen:
    if code == 1 and b"KeyboardInterrupt" in err and b"careercli/" not in err:
        code = -signal.SIGINT  # Python was starting
    if not fault and code not in ENDED:
        fault = f"ended with {code}: {err[-400:]!r}"
    if not fault and b"Traceback" in err and b"careercli/" in err:
        fault = f"a traceback: {err[-400:]!r}"
    return Seen(0 if code == -signal.SIGKILL else 128 - code if code < 0 else code, fault)


def kill_writer(seed: int, folder: Path) -> Seen:
    """Kill a process that keeps a result: the file has all that was kept, readable, and can be written on."""
    draw = random.Random(seed)
    for n in range(BEFORE):
        _run_here(folder, "quiz", "--scores", _scores(n))
    before = load_saved(folder / "data/careers").results
    if len(before) != BEFORE:
        return Seen(0, f"{len(before)} results are kept of {BEFORE}")
    code, err = _end(_start(folder, "quiz", "--scores", _scores(BEFORE)), draw, 0.35)
    after = load_saved(folder / "data/careers").results
    fault = "" if after[:BEFORE] == before else "a result that was kept is gone"
    _run_here(folder, "quiz", "--scores", _scores(BEFORE + 1))
    if not fault and len(load_saved(folder / "data/careers").results) <= len(after):
        fault = "after the kill nothing can be kept"
    left = sorted(path.name for path in (folder / "data/careers").iterdir())
    if not fault and [name for name in left if name not in ("me.yaml", "me.lock")]:
        fault = f"left behind: {left}"
    return _seen(code, err, fault)


def kill_import(seed: int, folder: Path) -> Seen:
    """Kill an import: the data set is the old one or the new one, whole."""
    draw = random.Random(seed)
    old = releases.write_zip(folder / "old.zip", dict(releases.release_files(occupations=12)))
    new = releases.write_zip(folder / "new.zip", dict(releases.release_files(occupations=200, release="30.2")))
    _run_here(folder, "data", "import", "onet", str(old))
    database = folder / "data/careers/imported.sqlite"
    (before,) = store.list_sets(database)
    code, err = _end(_start(folder, "data", "import", "onet", str(new)), draw, 0.6)
    (after,) = store.list_sets(database)
    whole = after == before or (after.release == "30.2" and code in (0, -signal.SIGKILL, 129, 130, 143))
    shown = _run_here(folder, "show", "11-1000.00", "--json")
    fault = "" if whole else f"neither the old nor the new: {after}"
    if not fault and shown not in (0, 3):
        fault = f"after the kill `show` gives {shown}"
    return _seen(code, err, fault)


def crowd(seed: int, folder: Path) -> Seen:
    """Fifty processes keep a result each, at once: all fifty are there."""
    processes = [_start(folder, "quiz", "--scores", _scores(seed * CROWD + n)) for n in range(CROWD)]
    ends = [process.communicate(timeout=300) for process in processes]
    codes = [process.returncode for process in processes]
    if bad := [(code, err[-300:]) for code, (_, err) in zip(codes, ends, strict=True) if code]:
        return Seen(bad[0][0], f"{len(bad)} of {CROWD} failed: {bad[0][1]!r}")
    kept = load_saved(folder / "data/careers").results
    return Seen(0, "" if len(kept) == CROWD else f"{len(kept)} results of {CROWD} are kept")
