"""Twenty runs of each long trial; `make soak` runs thousands."""

from pathlib import Path

import pytest

from tests.soak import lines, processes, roles, walks
from tests.soak.tally import Trial, run_trial

pytestmark = pytest.mark.waiting

#: Each trial, and its seeds in parts, so that the workers share them.
TRIALS = {
    "a-damaged-guide": (roles.trial, [range(20)]),
    "an-odd-command-line": (lines.trial, [range(20)]),
    "a-kill-while-a-result-is-kept": (processes.kill_writer, [range(10), range(10, 20)]),
    "a-kill-of-an-import": (processes.kill_import, [range(10), range(10, 20)]),
    "a-walk-in-the-explorer": (walks.explore, [range(7), range(7, 14), range(14, 20)]),
    "a-walk-on-a-terminal": (walks.trial, [range(7), range(7, 14), range(14, 20)]),
}
PARTS = [
    pytest.param(trial, seeds, id=f"{name}-{seeds[0]}") for name, (trial, parts) in TRIALS.items() for seeds in parts
]


@pytest.mark.parametrize(("trial", "seeds"), PARTS)
def test_nothing_breaks_by(trial: Trial, seeds: range, tmp_path: Path, compiled: Path) -> None:
    assert run_trial("trial", trial, seeds, tmp_path, workers=1, cache=compiled).faults == []
