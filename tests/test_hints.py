"""A hint is for a person at a terminal: said there, and nowhere else."""

import io

import pytest

from careercli.world.runtime import Runtime
from tests.conftest import Run


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


@pytest.mark.parametrize(
    ("arguments", "corrected"),
    [
        (["show", "nurze", "--json"], "careers show 29-1141.00  Registered Nurses"),
        (
            ["show", "--format", "json", "nurze", "--section", "pay"],
            "careers show 29-1141.00 --section pay  Registered",
        ),
        (["salary", "nurze", "--format=csv", "--width", "60", "--no-pager"], "careers salary 29-1141.00  Registered"),
        (["salary", "data-analist", "--json"], "careers salary data-analyst  Data analyst"),
        (["compare", "nurze", "ai-enginer", "--json"], "`careers compare 29-1141.00 ai-engineer`"),
    ],
)
def test_a_corrected_command_is_for_a_reader_whatever_form_was_asked_for(
    careers: Run, arguments: list[str], corrected: str
) -> None:
    done = careers(*arguments)
    assert done.code == 3
    assert corrected in done.err
    if "--json" in arguments:
        assert corrected in done.document["error"]["hint"]
