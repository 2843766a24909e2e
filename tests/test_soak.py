"""Twenty runs of each long trial; `make soak` runs thousands."""

import os
from pathlib import Path

import pytest

from tests.soak import lines, processes, roles, walks
from tests.soak.tally import Trial, run_trial

TRIALS = {
    "a-damaged-guide": (roles.trial, 20),
    "an-odd-command-line": (lines.trial, 20),
    "a-kill-while-a-result-is-kept": (processes.kill_writer, 5),
    "a-kill-of-an-import": (processes.kill_import, 5),
    "a-walk-on-a-terminal": (walks.trial, 5),
}


@pytest.mark.parametrize(("trial", "runs"), TRIALS.values(), ids=TRIALS)
@pytest.mark.parametrize("part", range(1))
def test_nothing_breaks_by(trial: Trial, runs: int, part: int, tmp_path: Path) -> None:
    seeds = range(int.from_bytes(os.urandom(3)), 1 << 30)[:runs]
    assert run_trial("trial", trial, seeds, tmp_path, workers=1).faults == []
