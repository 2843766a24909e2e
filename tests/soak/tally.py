"""What a trial counts."""

import resource
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from careercli.cli import main
from tests.conftest import make_runtime

#: Exits that the README documents.
DOCUMENTED = {0, 2, 3, 4, 5, 6, 7, 129, 130, 141, 143}
#: No single run may take longer, in seconds, nor a worker more memory, in megabytes, than it began with: one in which
#: thousands of tests have run has much already.
LONGEST, LARGEST = 30.0, 1_000


class Seen(NamedTuple):
    """How one run of a trial ended: its exit code, and what was wrong (empty where nothing was)."""

    code: int
    fault: str = ""


class Tally(NamedTuple):
    """A trial: how many runs, how they ended, what was wrong, the longest run in seconds, the peak memory in MB."""

    name: str
    runs: int
    exits: Counter[int]
    faults: list[str]
    longest: float
    memory: int


Trial = Callable[[int, Path], Seen]
_Timed = tuple[int, Seen, float, int]


def run_trial(
    name: str, trial: Trial, seeds: Iterable[int], folder: Path, *, workers: int = 2, cache: Path | None = None
) -> Tally:
    """Run a trial once a seed, each in a folder of its own below `folder`; `cache` has the catalogue compiled."""
    had = _peak()
    if cache:
        shutil.copytree(cache, folder / "cache")
    else:
        _fill_cache(folder)
    jobs = [(trial, seed, folder / f"{name}-{seed}") for seed in seeds]
    if workers > 1:
        with get_context("fork").Pool(workers) as pool:
            done = list(pool.imap_unordered(_timed, jobs, chunksize=max(1, min(50, len(jobs) // 40))))
    else:
        done = [_timed(job) for job in jobs]
    faults = [f"{name} {seed}: {seen.fault}" for seed, seen, _, _ in done if seen.fault]
    faults += [
        f"{name} {seed}: exit {seen.code} is not documented" for seed, seen, _, _ in done if seen.code not in DOCUMENTED
    ]
    faults += [f"{name} {seed}: took {took:.0f} s" for seed, _, took, _ in done if took > LONGEST]
    memory = max((memory for *_, memory in done), default=0)
    if memory - had > LARGEST:
        faults.append(f"{name}: a worker took {memory - had} MB")
    exits = Counter(seen.code for _, seen, _, _ in done)
    return Tally(name, len(jobs), exits, sorted(faults), max((took for _, _, took, _ in done), default=0.0), memory)


def _fill_cache(folder: Path) -> None:
    """Compile the catalogue once, so that no run waits for it."""
    env = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
    assert main(["list"], make_runtime(env)) == 0


def _timed(job: tuple[Trial, int, Path]) -> _Timed:
    trial, seed, folder = job
    folder.mkdir(parents=True)
    start = time.perf_counter()
    try:
        seen = trial(seed, folder)
    except Exception as error:  # noqa: BLE001 - what the trial itself did not expect is a fault of the program or of the trial
        seen = Seen(0, f"{type(error).__name__}: {error}"[:2000])
    took = time.perf_counter() - start
    shutil.rmtree(folder, ignore_errors=True)
    return seed, seen, took, _peak()


def _peak() -> int:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
