"""Twenty runs of each long trial; `make soak` runs thousands."""

from pathlib import Path

import pytest

from tests.soak import lines, processes, roles, walks
from tests.soak.tally import Trial, run_trial

pytestmark = pytest.mark.waiting

#: Each trial, and how many run at once: walks wait for their keys and kills for their moment.
TRIALS = {
    "a-damaged-guide": (roles.trial, 1),
    "an-odd-command-line": (lines.trial, 1),
    "a-kill-while-a-result-is-kept": (processes.kill_writer, 3),
    "a-kill-of-an-import": (processes.kill_import, 3),
    "a-walk-in-the-explorer": (walks.explore, 5),
    "a-walk-on-a-terminal": (walks.trial, 5),
}


@pytest.mark.parametrize(("trial", "at_once"), TRIALS.values(), ids=TRIALS)
def test_nothing_breaks_by(trial: Trial, at_once: int, tmp_path: Path, compiled: Path) -> None:
    assert run_trial("trial", trial, range(20), tmp_path, workers=at_once, cache=compiled).faults == []
