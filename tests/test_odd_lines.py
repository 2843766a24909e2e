"""Odd command lines: what is wrong with each, and the exit code."""

from pathlib import Path

import pytest

from careercli.cli.usage import MEANT
from tests.conftest import Run

SCORES = "R=5,I=20,A=30,S=25,E=9,C=4"
#: A line, its exit code, and what is said of it.
ODD = [
    (["show", "nurse", "--country", "zz"], 2, "there is no country `zz`"),
    (
        ["show", "nurse", "--place", "paris"],
        3,
        "no place known here is called `paris`\n\nhint: Pay by place is known here for: United States",
    ),
    (["compare", "nurse", "registered nurses"], 2, "Registered Nurses is named twice"),
    (["compare", "nurse", "plumber", "--limit", "years<3 and pay>5"], 2, "is more than one limit\n\nhint: Give each"),
    (["list", "--limit", "pay>60k,years<=2"], 2, "is more than one limit\n\nhint: Give each"),
    (["list", "--about", "xyzzy"], 3, "no subject is called `xyzzy`\n\nhint: Name what you care for"),
    (["search"], 6, "`careers search` needs a word"),
    (["show"], 6, "`careers show` needs the name of a career"),
    (["handout"], 2, "no career or command is called `handout`\n"),
    (["define", "xyzzy"], 3, "no term is called `xyzzy`\n\nhint: `careers define` lists all terms"),
    (["quiz", "--among", "", "--scores", SCORES], 2, "`--among` names no career"),
    (["quiz", "--among", " , ", "--scores", SCORES], 2, "`--among` names no career"),
    (["validate", "notes.txt"], 4, "notes.txt is no file of a role\n\nhint: Give the folder"),
]


@pytest.mark.parametrize(
    ("line", "code", "said"), ODD, ids=lambda part: " ".join(part) if isinstance(part, list) else ""
)
def test_what_is_odd_is_told(
    careers: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text("R=1")
    done = careers(*line)
    assert done.code == code
    assert said in done.err
    assert "did you mean" not in done.err


@pytest.mark.parametrize("name", ["US", "usa", "U.S.", "America", "États-Unis", "etats-unis d'amerique"])
def test_a_country_is_known_by_what_people_call_it(careers: Run, name: str) -> None:
    assert careers("show", "nurse", "--country", name, "--brief").out == careers("show", "nurse", "--brief").out


@pytest.mark.parametrize("name", ["UK", "uk", "England", "Grande-Bretagne", "GB"])
def test_a_country_of_several_lands_is_known_by_each(careers: Run, name: str) -> None:
    assert careers("topic", "--country", name).out == careers("topic", "--country", "GB").out


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("list --field health", "--family"),
        ("list --pay 50k", "--min-pay"),
        ("list --area ohio", "--place"),
        ("list --order pay", "--sort"),
        ("map --family health", "--in"),
        ("search nurse --type guide", "--kind"),
        ("compare nurse baker --place-of ohio", "--place"),
    ],
)
def test_what_an_option_is_called_elsewhere_leads_to_the_one_that_there_is(careers: Run, line: str, meant: str) -> None:
    done = careers(*line.split())
    assert done.code == 2
    assert f"did you mean `{meant}`?" in done.err


def test_no_option_is_called_what_it_is_not(careers: Run) -> None:
    """Every option that may be meant by another's name is there in some verb."""
    helps = " ".join(careers(verb, "--help").out for verb in ("list", "map", "search", "compare", "show", "salary"))
    assert not {option for options in MEANT.values() for option in options if option not in helps}
