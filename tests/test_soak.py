"""Twenty runs of each long trial; `make soak` runs thousands."""

from pathlib import Path

import pytest

from tests.soak import lines, processes, roles, walks
from tests.soak.tally import Seen, Trial, run_trial

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


def test_a_trial_that_takes_more_memory_than_it_may_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (cache := tmp_path / "compiled").mkdir()

    def run(folder: str) -> list[str]:
        (tmp_path / folder).mkdir()
        return run_trial("trial", lambda *_: Seen(0), [0], tmp_path / folder, workers=1, cache=cache).faults

    assert run("within") == [], "what the tests before it took does not count"
    monkeypatch.setattr("tests.soak.tally.LARGEST", -1)
    assert run("beyond") == ["trial: a worker took 0 MB"]
