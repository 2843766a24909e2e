"""`careers me`: what is kept of a person, said, handed over, taken in and forgotten."""

import stat
from pathlib import Path

import pytest

from careercli.core.person.model import Listed
from careercli.files.strict_yaml import parse_yaml
from careercli.profile.saved import load_saved
from careercli.profile.where import FILE
from tests.conftest import Run
from tests.test_person import BEFORE, SCORES


@pytest.fixture
def folder(home: Path) -> Path:
    """Where the person's file is."""
    return home / "data/careers"


def fill(careers: Run) -> None:
    careers("keep", "ai-engineer", "registered nurses")
    careers("note", "ai-engineer", "Ask Sam")
    careers("note", "cashiers", "Not on the list")
    careers("hide", "data-engineer", "--because", "on call")
    careers("quiz", "--scores", SCORES)


def test_it_says_what_is_known_and_where_it_lies(careers: Run, folder: Path) -> None:
    empty = careers("me")
    assert empty.code == 0
    assert "Nothing is kept of you yet." in empty.err
    assert not folder.exists()
    fill(careers)
    careers("keep", "cashiers", "--person", "ann")
    data = careers("me", "--json").data
    counts = {key: data[key] for key in ("listed", "hidden", "notes", "results", "answers")}
    assert counts == {"listed": 2, "hidden": 1, "notes": 2, "results": 1, "answers": 0}
    assert data["files"] == [str(folder / FILE)]
    assert data["people"] == ["ann"]
    assert len(data["last"]["careers"]) == 7
    assert str(folder / FILE) in careers("me").out
    ann = careers("me", "--person", "Ann", terminal=True)
    assert "What is kept of ann" in ann.screen
    assert "Ce qui est conservé de vous" in careers("me", lang="fr").out
    assert max(map(len, careers("me", terminal=True, width=40).screen.splitlines())) <= 40


def test_place_and_study_are_set_in_either_language_and_taken_back(careers: Run, folder: Path) -> None:
    assert careers("me", "set", "place", "oh").code == 0
    assert "deux ans d’études" in careers("me", "set", "study", "Bac + 2", lang="fr").out
    for written, study in (
        ("CAP", "vocational"),
        ("un BTS", "associate"),
        ("BUT", "bachelor"),
        ("sans diplôme", "none"),
    ):
        careers("me", "set", "study", written)
        assert load_saved(folder).study == study
    assert careers("me", "set", "study", "une licence", lang="fr").code == 0
    saved = load_saved(folder)
    assert (saved.place, saved.study) == ("Ohio", "bachelor")
    assert "Ohio" in careers("me").out
    assert "bachelor’s degree" in careers("me").out
    careers("me", "set", "place", "")
    assert load_saved(folder).place == ""
    assert careers("me", "set", "study", answers=["doctorate"]).code == 0
    assert load_saved(folder).study == "doctorate"
    assert careers("me", "set", "place", answers=["Cleveland"]).code == 0
    assert load_saved(folder).place.startswith("Cleveland")
    for arguments, said in (
        (["place", "xqzzy"], "no place known here is called"),
        (["place", "Lyon"], "known here for: United States. Give a state or a city"),
        (["place", "London"], "known here for: United States. Give a state or a city"),
        (["place", "chicgo"], "did you mean `Chicago-Naperville-Elgin, IL-IN`"),
        (["study", "much"], "is no level of study"),
        (["height", "2"], "cannot be set"),
    ):
        done = careers("me", "set", *arguments)
        assert done.code in (2, 3)
        assert said in done.err
    unasked = careers("me", "set", "place")
    assert (unasked.code, "`VALUE` is missing" in unasked.err) == (6, True), "as any question without a terminal"
    assert "Manchester-Nashua, NH (États-Unis)" in careers("me", "set", "place", "Manchester", lang="fr").out


def test_a_fact_sheet_tells_the_pay_where_one_lives(careers: Run, folder: Path) -> None:
    assert careers("show", "registered nurses", "--json").data["pay"]["place"] is None
    careers("me", "set", "place", "ohio")
    there = careers("show", "registered nurses", "--json").data["pay"]["place"]
    asked = careers("show", "registered nurses", "--place", "ohio", "--json").data["pay"]["place"]
    assert there == asked
    (folder / FILE).write_text("place: nowhere at all\n")
    assert careers("show", "registered nurses", "--json").data["pay"]["place"] is None


def test_the_handout_has_result_list_and_notes_as_markdown(careers: Run) -> None:
    fill(careers)
    text = careers("me", "handout").out
    assert text.startswith("# My career notes")
    for said in ("## My list", "AI engineer", "Registered Nurses", "Ask Sam", "Not on the list", "on call", "28"):
        assert said in text
    assert "1. " in text
    careers("keep", "cashiers", "--person", "ann")
    assert careers("me", "handout", "--person", "ann").out.startswith("# Career notes of ann")
    assert "## Ma liste" in careers("me", "handout", lang="fr").out
    assert careers("me", "handout", "--json").data["notes"][0]["name"] == "Cashiers"
    assert "|" in careers("me", "handout", terminal=True).out


def test_what_is_exported_is_taken_in_elsewhere_and_nothing_is_lost(careers: Run, folder: Path) -> None:
    assert parse_yaml(careers("me", "export").out.encode()).value == {"version": 3}
    fill(careers)
    text = careers("me", "export").out
    assert text == (folder / FILE).read_text()
    before = load_saved(folder)
    careers("keep", "electricians", "--person", "ann")
    done = careers("me", "import", "-", "--person", "ann", stdin=text.encode())
    assert done.code == 0, done.err
    assert load_saved(folder / "people/ann") == before
    (aside,) = (folder / "people/ann").glob("me.replaced*.yaml")
    assert str(aside) in done.out
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert [career.id for career in load_saved_file(aside, folder)] == ["47-2111.00"]
    again = careers("me", "import", "-", "--person", "ann", stdin=text.encode())
    assert "before" not in again.out


def load_saved_file(path: Path, folder: Path) -> tuple[Listed, ...]:
    other = folder / "people/other"
    other.mkdir()
    (other / FILE).write_bytes(path.read_bytes())
    return load_saved(other).listed


@pytest.mark.parametrize("content", ["list: [broken", "lst: []\n", "version: 9\n", "notes: [{id: a, text: 3}]\n"])
def test_a_file_that_is_none_is_not_taken_in(careers: Run, folder: Path, content: str) -> None:
    careers("keep", "cashiers")
    before = (folder / FILE).read_bytes()
    done = careers("me", "import", "-", stdin=content.encode())
    assert done.code == 4
    assert "-:" in done.err
    assert "careers me export" in done.err
    assert (folder / FILE).read_bytes() == before
    assert careers("me", "import", "nothing.yaml").code == 4


def test_the_file_of_the_version_before_can_be_taken_in(careers: Run, folder: Path) -> None:
    assert careers("me", "import", "-", stdin=BEFORE.encode()).code == 0
    assert load_saved(folder).version == 3
    assert len(load_saved(folder).results) == 1


def test_a_damaged_file_is_set_aside_with_its_name_told(careers: Run, folder: Path) -> None:
    assert "Nothing is wrong" in careers("me", "repair").out
    folder.mkdir(parents=True, exist_ok=True)
    for number in ("", "2"):
        (folder / FILE).write_text("list: [broken")
        assert careers("me").code == 4
        done = careers("me", "repair")
        assert done.code == 0
        aside = folder / f"me.damaged{number}.yaml"
        assert str(aside) in done.out
        assert aside.read_text() == "list: [broken"
        assert not (folder / FILE).exists()
    assert careers("keep", "cashiers").code == 0
    assert "Nothing is wrong" in careers("me", "repair").out


def test_all_of_it_is_forgotten_once_one_says_so(careers: Run, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "answers.yaml").write_text(BEFORE)
    (folder / "imported.sqlite").write_text("")
    (folder / "mine.yaml").write_text("")
    fill(careers)
    careers("keep", "cashiers", "--person", "ann")
    assert careers("me", "forget").code == 6
    assert careers("me", "forget", answers=["no"]).code == 130
    assert load_saved(folder).listed
    assert careers("me", "forget", answers=["yes"]).code == 0
    assert {path.name for path in folder.iterdir()} == {"imported.sqlite", "mine.yaml", "people"}
    assert careers("me", "forget", "--yes", "--person", "ann").code == 0
    assert not (folder / "people/ann").exists()
    nothing = careers("me", "forget", "--yes")
    assert nothing.code == 0
    assert "Nothing is kept of you yet." in nothing.out


def test_to_forget_removes_what_a_link_leads_to(careers: Run, folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    (tmp_path / "there").mkdir()
    (folder / FILE).symlink_to(tmp_path / "there/mine.yaml")
    careers("keep", "cashiers")
    assert (tmp_path / "there/mine.yaml").exists()
    careers("me", "forget", "--yes")
    assert list((tmp_path / "there").iterdir()) == []
    assert list(folder.iterdir()) == []
