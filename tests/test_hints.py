"""A hint is for a person at a terminal: said there, and nowhere else."""

import io

import pytest

from careercli.world.runtime import Runtime


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stdout", "stderr", "said"),
    [
        (Terminal(), Terminal(), True),
        (io.StringIO(), Terminal(), False),
        (Terminal(), io.StringIO(), False),
        (io.StringIO(), io.StringIO(), False),
    ],
)
def test_a_hint_is_said_to_a_person_only(stdout: io.StringIO, stderr: io.StringIO, said: bool) -> None:
    Runtime(env={"CAREERS_LANG": "en", "COLUMNS": "80"}, stdout=stdout, stderr=stderr).hint("Next: `careers list`")
    assert stderr.getvalue() == ("Next: `careers list`\n" if said else "")
    assert stdout.getvalue() == ""
