"""Help is whole, its examples run, and the README tells the truth."""

import re
import shlex

import pytest

from careercli.cli.verbs import VERBS
from tests.conftest import ROOT, Run


def examples(text: str) -> list[list[str]]:
    return [shlex.split(line.strip())[1:] for line in text.splitlines() if line.startswith("  careers ")]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_help_with_two_examples_that_run(careers: Run, own_roles: object, verb: str, lang: str) -> None:
    text = careers(verb, "-h", "--lang", lang).out
    found = examples(text)
    assert len(found) == 2
    for arguments in found:
        done = careers(*arguments)
        expected = {
            "quiz ai-specialist": 6,
            "data import onet db_30_1_text.zip": 5,
            "validate my-roles/falconer --json": 4,
            "validate mes-metiers/fauconnier --json": 4,
        }
        assert done.code == expected.get(" ".join(arguments), 0), done.err


def test_every_option_has_help(careers: Run) -> None:
    for verb in VERBS:
        lines = careers(verb, "--help").out.split("Options:")[1].splitlines()
        for n, line in enumerate(lines):
            if re.match(r"  -", line):
                assert len(line.split("  ")) > 2 or lines[n + 1].startswith(" " * 20), line


def test_all_verbs_are_in_the_help_and_the_readme(careers: Run) -> None:
    text, readme = careers("--help").out, (ROOT / "README.md").read_text("utf-8")
    for verb in VERBS:
        assert re.search(rf"^  {verb} ", text, re.MULTILINE)
        assert f"careers {verb}" in readme


def test_the_examples_of_the_readme_run(careers: Run) -> None:
    lines = [line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.startswith("careers ")]
    assert len(lines) >= 5
    for line in lines:
        done = careers(*shlex.split(line, comments=True)[1:])
        assert done.code == (6 if "quiz" in line else 0), (line, done.err)
