"""Runs the trials in full and writes what they gave to `docs/reliability.md`.

Usage: python -m tests.soak [--share 0.1] [--only NAME] [--seed 0]
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT
from tests.soak import lines, processes, roles, walks
from tests.soak.tally import Tally, run_trial

#: Trial, how many runs, how many at once.
TRIALS = {
    "damaged guides": (roles.trial, 10_000, 2),
    "command lines": (lines.trial, 10_000, 2),
    "kills of the answers’ writer": (processes.kill_writer, 1_000, 4),
    "kills of an import": (processes.kill_import, 1_000, 4),
    "terminal walks": (walks.trial, 300, 6),
    "walks in the explorer": (walks.explore, 2_000, 6),
    "fifty processes at once": (processes.crowd, 10, 1),
}
PAGE = ROOT / "docs/reliability.md"
HEAD = """\
# How far it has been tried

`make soak` runs these trials and writes this page. A run that ends with an exit code that the README does not
document, shows a traceback, loses or damages what was kept, leaves a terminal changed, takes more than 30 seconds or
more than a gigabyte is a fault. Twenty of each run with every `make test`. `SOAK='--only NAME'` runs one trial and
renews its row.

- **Damaged guides**: a guide of one's own with bytes, lines or values harmed; it is validated, shown, listed, searched
  and compared in one of five formats. Other guides must still be there.
- **Command lines**: every verb and option with odd values, on a terminal or in a pipe.
- **Kills**: the process is killed, terminated or hung up at a random moment while it keeps a result, or imports a
  release. What was kept before is still there, whole, and the next run can keep more.
- **Terminal walks**: questionnaires, pickers and the pager on a terminal that is resized, pasted into, suspended and
  signalled. The terminal is given back as it was, and Ctrl-C always leaves.
- **Walks in the explorer**: forty keys from the front door, most of which lead somewhere, with the same harm, in both
  languages at 40 and 100 columns. A walk that has left comes back for the keys that remain.
- **Fifty processes at once**: each keeps a result of its own; all fifty are kept.
"""


def main() -> int:
    """Run the trials; exit 1 where one shows a fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=float, default=1.0, help="share of the full number of runs")
    parser.add_argument("--only", default="", help="trials whose name holds this")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    given = parser.parse_args()
    tallies = []
    for name, (trial, runs, workers) in TRIALS.items():
        if given.only not in name:
            continue
        seeds = range(given.seed, given.seed + max(1, round(runs * given.share)))
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            tally = run_trial(name.split()[0], trial, seeds, Path(folder), workers=workers)._replace(name=name)
        print(f"{_row(tally)}  in {time.perf_counter() - start:.0f} s", flush=True)
        for fault in tally.faults[:20]:
            print("  ", fault, flush=True)
        tallies.append(tally)
        if given.share == 1:  # the page tells of full runs alone
            PAGE.write_text(make_page(PAGE.read_text("utf-8"), tally, time.strftime("%Y-%m-%d")), "utf-8")
    return 1 if any(tally.faults for tally in tallies) else 0


def _row(tally: Tally) -> str:
    exits = ", ".join(f"{code}: {count:,}" for code, count in sorted(tally.exits.items()))
    return (
        f"| {tally.name} | {tally.runs:,} | {len(tally.faults)} | {exits} | {tally.longest:.1f} s | {tally.memory} MB |"
    )


def make_page(before: str, tally: Tally, day: str) -> str:
    """The page with the row of a trial renewed; those of other trials stay as the page before has them."""
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in before.splitlines() if line.startswith("| ")}
    rows[tally.name] = f"{_row(tally)} {day} |"
    head = [
        "| trial | runs | faults | exits | longest run | peak memory | last run |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    return "\n".join([HEAD, "## Last runs", "", *head, *(rows[name] for name in TRIALS if name in rows), ""])


if __name__ == "__main__":
    sys.exit(main())
