"""Mutation tests: change the program in one place, and see whether a test notices.

Usage: python tools/mutants.py [--part SHARE] [--sample N] [--seed N] [--workers N] [--measured] [PATH ...]
                                [--tests PATH ...]

The tests are run once, and measured: which test runs which line, and how long it takes. Then each mutant is tried in a
process of its own by the tests that run its line, those that run the fewest lines first, until one fails. PATHs of
`src/careercli` are tried whole (by default those of WHOLE; with `--part` a share of them by lot), and of the others a
sample that the seed draws; `--tests` takes the tests of some files alone, `--measured` what the last run has measured.
The report with all survivors is `build/mutants.txt`. Mutants on lines that tests run only in a process of its own are
counted, not tried.
"""

import argparse
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple

import coverage
import pytest
from mutations import ROOT, Mutant, find_mutants

SOURCE = ROOT / "src/careercli"
BUILD = ROOT / "build"
#: What the tests were measured to run, and how long each takes.
LINES = BUILD / "mutants.coverage"
SECONDS = BUILD / "mutants.seconds.json"
#: What is tried whole.
WHOLE = ("files", "profile", "export", "core/comparing/limits.py", "core/pay")
#: What compiles the catalogue. For all else it is compiled beforehand, where the tests would compile it.
COMPILING = ("files", "compiler", "library")
COMPILED = "compiled/careers"
#: What tests import of others, imported once.
PRELOADED = ("hypothesis", "openpyxl", "pexpect", "pyte", "rich.table", "sqlite3", "syrupy", "typer", "yaml")
#: The share of mutants that tests must notice.
FLOOR = 0.8
#: Seconds of tests a mutant, by their measured time, and how much slower than measured they may be.
BUDGET = 10.0
PATIENCE = 4


# which tests


class Measured(NamedTuple):
    """Which tests run which lines in this process, and how long each takes."""

    tests: dict[Path, dict[int, set[str]]]
    seconds: dict[str, float]
    #: How many lines of the program each test runs.
    reach: Counter[str]

    def choose(self, mutant: Mutant) -> list[str] | None:
        """The tests to try, most telling first: empty where none runs it, None where a process of its own does."""
        lines = self.tests.get(mutant.path, {})
        elsewhere = {test for named in lines.values() for test in named if test}
        if mutant.lines is None:
            return self._cut([], elsewhere)
        near = {test for line in mutant.lines for test in lines.get(line, ())}
        if near == {""}:
            return None
        return self._cut(near - {""}, elsewhere) if near else []

    def _cut(self, first: Iterable[str], then: Iterable[str]) -> list[str]:
        near, far = (sorted(tests, key=lambda test: (self.reach[test], test)) for tests in (set(first), set(then)))
        chosen: list[str] = []
        left = BUDGET
        for test in dict.fromkeys([*near, *far]):
            left -= self.seconds[test]
            if left < 0 and chosen:
                break
            chosen.append(test)
        return chosen


class _Stopwatch:
    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration  # type: ignore[assignment]
        if report.failed:
            self.failed.append(report.nodeid)


def measure(workers: int, tests: Sequence[str]) -> None:
    """Run tests once, all or those that are named, and keep in `build` which lines they run and how long they take.

    Raises SystemExit where one of those that were named fails; of all tests, those that fail are told and left out.
    """
    stopwatch = _Stopwatch()
    os.environ["COVERAGE_FILE"] = str(LINES)
    options = ["--cov", "--cov-context=test", "--cov-report=", "--cov-fail-under=0"]
    pytest.main(["-n", str(workers), "--dist", "worksteal", *options, *tests], [stopwatch])
    if stopwatch.failed:
        print("these tests fail without a mutant:", *stopwatch.failed, sep="\n", file=sys.stderr)
        if tests:
            raise SystemExit(2)
    seconds = {test: time for test, time in stopwatch.seconds.items() if test not in stopwatch.failed}
    SECONDS.write_text(json.dumps(seconds), "utf-8")


def read_measured() -> Measured:
    """What was measured last."""
    seconds: dict[str, float] = json.loads(SECONDS.read_text("utf-8"))
    data = coverage.CoverageData(str(LINES))
    data.read()
    running: dict[Path, dict[int, set[str]]] = {}
    reach: Counter[str] = Counter()
    for file in data.measured_files():
        lines = running[Path(file)] = defaultdict(set)
        for line, contexts in data.contexts_by_lineno(file).items():
            tests = {context.rpartition("|")[0] for context in contexts}
            lines[line] = {test for test in tests if not test or test in seconds}
            reach.update(lines[line])
    return Measured(running, seconds, reach)


# trying


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with a change."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.changed = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.changed, self.get_filename(fullname), "exec", dont_inherit=True)


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the module of a mutant."""

    def __init__(self, mutant: Mutant) -> None:
        parts = mutant.path.relative_to(SOURCE.parent).with_suffix("").parts
        self.name = ".".join(parts).removesuffix(".__init__")
        self.mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = _Loader(fullname, str(self.mutant.path), self.mutant.source())
        return importlib.util.spec_from_file_location(fullname, self.mutant.path, loader=loader)


def _run_tests(tests: Sequence[str], mutant: Mutant | None, folder: Path, warm: Path | None) -> int:
    """Run tests in this process, which ends with it; pytest's exit code."""
    for stream in (1, 2):
        os.dup2(os.open(folder / "output", os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(folder / "hypothesis")
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))
    if warm:
        shutil.copytree(warm, folder / "tests" / COMPILED)

        def keep(_: pytest.TempPathFactory) -> Path:  # pytest would empty it first
            return folder / "tests"

        pytest.TempPathFactory.getbasetemp = keep  # type: ignore[assignment,method-assign]
    options = ["-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "--hypothesis-seed=0"]
    return int(pytest.main([*options, f"--basetemp={folder / 'tests'}", *tests]))


def _fork(work: Callable[[], int], seconds: float) -> int:
    """The id of a process that does something and ends with its code, or by SIGALRM after some seconds."""
    process = os.fork()
    if not process:
        signal.alarm(max(1, int(seconds)))
        code = 70
        try:
            code = work()
        finally:
            os._exit(code)
    return process


def warm_up(folder: Path) -> Path:
    """A folder with the compiled catalogue, made by a process of its own."""

    def work() -> int:
        from careercli.compiler.locate import locate
        from careercli.library.catalogue import Catalogue

        Catalogue(locate(folder / "config", folder / "warm"))
        return 0

    os.waitpid(_fork(work, 300), 0)
    return folder / "warm"


class Trial(NamedTuple):
    """A mutant that is being tried."""

    mutant: Mutant | None
    folder: Path


def try_mutants(
    chosen: dict[Mutant, list[str]], measured: Measured, workers: int, folder: Path
) -> Iterator[tuple[Mutant, str]]:
    """Try each mutant; what became of it: `killed`, `timed out`, `survived`."""
    warm = warm_up(folder)
    running: dict[int, Trial] = {}
    names = (str(number) for number in range(10**9))

    def start(mutant: Mutant | None, tests: Sequence[str]) -> None:
        own = folder / next(names)
        own.mkdir()
        seconds = 20 + PATIENCE * sum(measured.seconds[test] for test in tests)
        compiling = mutant and mutant.path.is_relative_to(SOURCE) and _is_named(mutant.path, COMPILING)
        ready = None if compiling else warm
        running[_fork(lambda: _run_tests(tests, mutant, own, ready), seconds)] = Trial(mutant, own)

    def end() -> tuple[Mutant | None, str]:
        process, status = os.wait()
        mutant, own = running.pop(process)
        code = os.waitstatus_to_exitcode(status)
        if mutant is None and code:
            raise SystemExit(f"these tests fail without a mutant:\n{(own / 'output').read_text('utf-8')[-3000:]}")
        shutil.rmtree(own, ignore_errors=True)
        return mutant, "timed out" if code == -signal.SIGALRM else "killed" if code else "survived"

    start(None, sorted({test for tests in chosen.values() for test in tests[:3]})[:200])
    end()
    for mutant, tests in chosen.items():
        if len(running) >= workers:
            yield end()  # type: ignore[misc]
        start(mutant, tests)
    while running:
        yield end()  # type: ignore[misc]


# telling


def _is_named(path: Path, names: Iterable[str]) -> bool:
    return any(path.is_relative_to(SOURCE / name) for name in names)


def pick(names: Sequence[str], part: float, sample: int, seed: int) -> list[Mutant]:
    """A part of the mutants of what is named, and a sample of the others."""
    if missing := [name for name in names if not (SOURCE / name).exists()]:
        raise SystemExit(f"there is no {', '.join(missing)} in {SOURCE}")
    mutants = [mutant for path in sorted(SOURCE.rglob("*.py")) for mutant in find_mutants(path)]
    whole = [mutant for mutant in mutants if _is_named(mutant.path, names)]
    others = [mutant for mutant in mutants if not _is_named(mutant.path, names)]
    lot = random.Random(seed)  # noqa: S311 - not for secrets
    return [
        mutant
        for group, count in ((whole, round(part * len(whole))), (others, min(sample, len(others))))
        for mutant in sorted(lot.sample(group, count))
    ]


def report(outcomes: dict[Mutant, str], names: Sequence[str]) -> tuple[str, float]:
    """The figures and all survivors; the share that was noticed."""
    lines = []
    for title, group in (
        (", ".join(names), {m: how for m, how in outcomes.items() if _is_named(m.path, names)}),
        ("a sample of the others", {m: how for m, how in outcomes.items() if not _is_named(m.path, names)}),
        ("all", outcomes),
    ):
        if not group:
            continue
        counts = Counter(group.values())
        tried = len(group) - counts["elsewhere"]
        share = (counts["killed"] + counts["timed out"]) / tried if tried else 1.0
        lines.append(
            f"{title}: {share:.1%} of {tried} noticed ({counts['timed out']} by the clock); {counts['survived']} "
            f"survived, {counts['never run']} stand where no test comes; not tried, since only processes of their "
            f"own run them: {counts['elsewhere']}"
        )
    told = [f"{how}: {mutant.told()}" for mutant, how in outcomes.items() if how in ("survived", "never run")]
    return "\n".join([*lines, "", *told]), share


def main() -> int:
    """Try, and write the report; 1 where too few are noticed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="*", default=WHOLE)
    parser.add_argument("--part", type=float, default=1.0, metavar="SHARE", help="of the PATHs, from 0 to 1")
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", default=[], metavar="PATH")
    parser.add_argument("--measured", action="store_true", help="the tests were measured before, and are as they were")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    BUILD.mkdir(exist_ok=True)
    mutants = pick(given.paths, given.part, given.sample, given.seed)
    with ProcessPoolExecutor(1) as other:  # what is imported here, no mutant can change
        if not given.measured:
            other.submit(measure, given.workers, given.tests).result()
        measured = other.submit(read_measured).result()
    for name in PRELOADED:
        importlib.import_module(name)
    tests = {mutant: measured.choose(mutant) for mutant in mutants}
    outcomes = {m: "elsewhere" if found is None else "never run" for m, found in tests.items() if not found}
    chosen = {mutant: found for mutant, found in tests.items() if found}
    start = time.monotonic()
    # a run that is cut off by Ctrl-C tells what it knows
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(KeyboardInterrupt):
        for n, (mutant, how) in enumerate(try_mutants(chosen, measured, given.workers, Path(folder)), 1):
            outcomes[mutant] = how
            print(f"{n}/{len(chosen)} {time.monotonic() - start:.0f} s {how} {mutant.path.name}:{mutant.line}")
    text, share = report({mutant: outcomes[mutant] for mutant in mutants if mutant in outcomes}, given.paths)
    (BUILD / "mutants.txt").write_text(text, "utf-8")
    print(text.partition("\n\n")[0])
    return int(share < FLOOR)


if __name__ == "__main__":
    raise SystemExit(main())
