"""Commands on pages and under them: each on a line of its own or beside its label, in one column."""

import re
import shlex

import pytest

from careercli.core.careers.reports import Action
from careercli.locale import Say
from careercli.pages.actions import foot

from .conftest import Run


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 80])
def test_what_opens_a_near_occupation_stands_on_its_own_line(careers: Run, lang: str, width: int) -> None:
    out = careers("show", "29-1141", "--section", "related", "--format", "table", width=width, lang=lang).out
    lines = re.findall(r"(?m)^  `careers (show .+)`$", out)
    assert len(lines) == 7
    assert out.count("`careers show") == 7
    ids = [related["id"] for related in careers("show", "29-1141", "--json").data["related"]]
    for line, id_ in zip(lines, ids, strict=False):
        assert careers(*shlex.split(line), "--json", lang=lang).data["id"] == id_
    assert ('show "Acute Care Nurses"' in lines) == (lang == "en")


def test_commands_under_their_labels_stand_in_one_column() -> None:
    long = Action(id="b", label="Another", command=("show", "a-rather-long-name-of-a-career"))
    short = Action(id="a", label="All of it, from the beginning to the end", command=("show", "nurse"))
    lines = foot([short, long], Say("en"), 50).split("\n")
    starts = {line.index("`") for line in lines if "`" in line}
    assert len(starts) == 1
    assert max(map(len, lines)) <= 50
