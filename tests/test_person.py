"""The person's own list, what is not for them, and notes: kept in one file, by whatever name they are called."""

import json
import re
import signal
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from careercli.core.person.model import Hidden, Listed, Note
from careercli.errors import UsageError
from careercli.files.strict_yaml import parse_yaml
from careercli.locale import NO_BREAK
from careercli.profile import own
from careercli.profile.answers import AnswerBook, load_saved
from careercli.profile.saved import Saved
from careercli.profile.where import FILE, OLD_FILE
from tests.conftest import COMMAND, Run, measured
from tests.kept import check_kept

SCORES = "R=10,I=40,A=30,S=15,E=8,C=12"
#: A file as the version before wrote it, answers and results.
BEFORE = """\
# Your answers to `careers quiz` and what came out of them.
version: 2
left: {career: ai-engineer}
interests: {r-fix-broken-object: 3}
careers:
  ai-engineer: {code-every-day: 5}
results:
- kind: interests
  date: '2026-03-09T18:30:00'
  language: en
  program: 0.1.0
  data: 1-0
  letters: [I, A]
  scores: {R: 0.25, I: 1.0, A: 0.75, S: 0.4, E: 0.2, C: 0.3}
"""


@pytest.fixture
def folder(home: Path) -> Path:
    """Where the person's file is."""
    return home / "data/careers"


def ids(folder: Path) -> list[str]:
    return [career.id for career in load_saved(folder).listed]


# the list


def test_careers_are_kept_in_their_order_by_any_of_their_names(careers: Run, folder: Path) -> None:
    done = careers("keep", "ai-engineer", "registered nurses", "Électricien")
    assert done.code == 0
    assert "AI engineer is on your list." in done.out
    assert "3 careers are on your list." in done.out
    assert ids(folder) == ["ai-engineer", "29-1141.00", "47-2111.00"]
    again = careers("keep", "electricians", "data-scientist", "--json")
    assert again.data["list"] == ["ai-engineer", "29-1141.00", "47-2111.00", "data-scientist"]
    assert again.data["file"] == str(folder / FILE)
    assert [action["command"] for action in again.document["actions"]][:2] == [
        "careers mine",
        "careers compare ai-engineer 29-1141.00 47-2111.00 data-scientist",
    ]
    check_kept(folder)
    text = (folder / FILE).read_text()
    assert "name: Registered Nurses" in text
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_an_unknown_name_keeps_none_of_them(careers: Run, folder: Path) -> None:
    assert careers("keep", "ai-engineer", "xyzzyq").code == 3
    assert not folder.exists()
    assert careers("keep", "ai-engineer", "ai-engineer").code == 2


def test_the_list_shows_pay_fit_and_notes(careers: Run, folder: Path) -> None:
    careers("keep", "ai-engineer", "registered nurses")
    before = careers("mine", "--json").data
    assert [(row["id"], row["fit"]) for row in before["list"]] == [("ai-engineer", None), ("29-1141.00", None)]
    assert all(row["pay"] > 50_000 and row["currency"] == "USD" for row in before["list"])
    careers("quiz", "--scores", SCORES)
    careers("note", "ai-engineer", "Ask  Sam\nhow\x07 the days are")
    row = careers("mine", "--json").data["list"][0]
    matches = careers("quiz", "--scores", SCORES, "--json").data["matches"]
    assert -1 <= row["fit"] <= 1
    assert [note["text"] for note in row["notes"]] == ["Ask Sam how the days are"]
    careers("keep", matches[0]["id"])
    last = careers("mine", "--json").data["list"][-1]
    assert last["fit"] == pytest.approx(matches[0]["fit"], abs=1e-4)
    screen = careers("mine", terminal=True, width=80).screen
    assert "careers mine --rank" in screen
    assert "Ask Sam how the days are" in screen
    assert careers("mine", "--format", "csv").out.startswith("id,kind,name,since,pay,currency,fit,notes")


def test_the_list_is_ranked_by_fit_and_its_own_order_stays(careers: Run, folder: Path) -> None:
    careers("quiz", "--scores", SCORES)
    best = careers("quiz", "--scores", SCORES, "--json").data["matches"][0]["id"]
    careers("keep", "cashiers", best, "electricians")
    ranked = careers("mine", "--rank", "--json").data
    assert ranked["ranked"]
    assert [row["fit"] for row in ranked["list"]] == sorted((row["fit"] for row in ranked["list"]), reverse=True)
    assert ranked["list"][0]["id"] == best
    assert ids(folder)[1] == best
    assert careers("mine", "--first", "electricians", "--first", best).code == 0
    assert ids(folder) == ["47-2111.00", best, "41-2011.00"]


def test_to_rank_without_a_result_says_what_gives_one(careers: Run) -> None:
    careers("keep", "cashiers", "electricians")
    done = careers("mine", "--rank")
    assert done.code == 0
    assert "No fit is known yet" in done.err
    assert "careers quiz" in done.out


def test_an_empty_list_says_how_to_begin(careers: Run, folder: Path) -> None:
    done = careers("mine")
    assert done.code == 0
    assert re.search("Your list\n+Your list is empty.\n", done.out)
    assert "`careers keep CAREER`: Put a career on it" in done.out
    assert "careers list" in done.out
    walked = careers(answers=["7", "q"])
    assert re.search("Your list\n━+\n+Your list is empty.\n", walked.screen)
    assert "CAREER" not in walked.screen
    assert not folder.exists()


def test_careers_are_taken_off_and_their_notes_stay(careers: Run, folder: Path) -> None:
    careers("keep", "ai-engineer", "cashiers")
    careers("note", "cashiers", "no")
    done = careers("mine", "--drop", "cashiers")
    assert "Cashiers is off your list." in done.out
    assert ids(folder) == ["ai-engineer"]
    assert len(load_saved(folder).notes) == 1
    gone = careers("mine", "--drop", "cashiers")
    assert gone.code == 2
    assert "Cashiers is not on your list" in gone.err
    assert careers("mine", "--drop", "ai-engineer", "--rank").code == 2


def test_a_guide_of_ones_own_that_is_gone_stays_on_the_list_and_can_be_dropped(
    careers: Run, folder: Path, own_roles: Path
) -> None:
    assert careers("new", "Bee keeper").code == 0
    careers("keep", "bee-keeper", "electricians")
    for path in (own_roles / "bee-keeper").iterdir():
        path.unlink()
    (own_roles / "bee-keeper").rmdir()
    rows = careers("mine", "--json").data["list"]
    assert [(row["name"], row["gone"]) for row in rows] == [("Bee keeper", True), ("Electricians", False)]
    assert "no longer known" in careers("mine").out
    assert careers("mine", "--drop", "bee keeper").code == 0
    assert ids(folder) == ["47-2111.00"]


def test_the_list_reads_well_narrow_accessible_and_in_french(careers: Run) -> None:
    careers("keep", "ai-engineer", "registered nurses")
    narrow = careers("mine", terminal=True, width=40).screen
    assert max(map(len, narrow.splitlines())) <= 40
    french = careers("mine", lang="fr").out
    assert "Votre liste" in french
    assert "Salaire" in french
    assert "Infirmi" in french
    spoken = careers("mine", ACCESSIBLE="1", terminal=True).screen
    assert not set(spoken) & set("│─━┃★")


# not for the person


def test_what_is_not_for_one_leaves_the_list_and_says_why(careers: Run, folder: Path) -> None:
    careers("keep", "data-engineer", "cashiers")
    done = careers("hide", "data-engineer", "--because", "too much on call")
    assert "Data engineer is not for you, and is off your list." in done.out
    assert ids(folder) == ["41-2011.00"]
    assert "too much on call" in careers("mine").out
    (hidden,) = careers("mine", "--json").data["hidden"]
    assert (hidden["id"], hidden["because"]) == ("data-engineer", "too much on call")
    kept = careers("keep", "data-engineer")
    assert "no longer among what is not for you" in kept.out
    assert load_saved(folder).hidden == ()
    careers("hide", "cashiers")
    assert "may be for you again" in careers("hide", "cashiers", "--undo").out
    assert load_saved(folder).hidden == ()
    assert careers("hide", "cashiers", "--undo").code == 2


# notes


def test_notes_are_kept_told_and_removed(careers: Run, folder: Path) -> None:
    careers("note", "ai-engineer", "one")
    careers("note", "cashiers", "two")
    careers("note", "ai-engineer", "three: # not a comment")
    careers("note", "ai-engineer", "one")
    notes = careers("notes", "--json").data["notes"]
    assert [note["text"] for note in notes] == ["one", "three: # not a comment", "two"]
    assert notes[0]["date"] == "2026-11-28"
    assert [note["text"] for note in careers("notes", "cashiers", "--json").data["notes"]] == ["two"]
    assert "November\xa028, 2026" in careers("notes").out
    assert "careers keep ai-engineer" in " ".join(
        action["command"] for action in careers("note", "ai-engineer", "four", "--json").document["actions"]
    )
    mine = careers("mine", "--lang", "fr")  # notes stand there whether a career is on the list or not
    assert "vide" in mine.out
    assert re.search(r"Caissier .*two", mine.out), mine.out
    assert len(careers("mine", "--json").data["noted"]) == 4
    careers("note", "ai-engineer", "--remove")
    assert [note.text for note in load_saved(folder).notes] == ["two"]
    assert careers("note", "ai-engineer", "--remove").code == 2


@pytest.mark.parametrize(
    "arguments", [["cashiers"], ["cashiers", "  "], ["cashiers", "x" * 2001], ["cashiers", "x", "--remove"]]
)
def test_a_note_that_is_none_is_refused(careers: Run, folder: Path, arguments: list[str]) -> None:
    assert careers("note", *arguments).code == 2
    assert not folder.exists()


def test_no_note_yet_says_how_to_write_one(careers: Run) -> None:
    done = careers("notes")
    assert done.code == 0
    assert "careers note CAREER" in done.err


# persons


def test_each_person_has_a_file_of_their_own(careers: Run, folder: Path) -> None:
    careers("keep", "cashiers")
    careers("keep", "ai-engineer", "--person", "Ann Élie")
    careers("keep", "electricians", CAREERS_PERSON="bob")
    careers("quiz", "--scores", SCORES, "--person", "ann-elie")
    assert ids(folder) == ["41-2011.00"]
    assert ids(folder / "people/ann-elie") == ["ai-engineer"]
    assert len(load_saved(folder / "people/ann-elie").results) == 1
    assert load_saved(folder).results == ()
    assert ids(folder / "people/bob") == ["47-2111.00"]
    assert stat.S_IMODE((folder / "people").stat().st_mode) == 0o700
    assert ids(folder / "people/bob") == ["47-2111.00"]
    wrong = careers("mine", "--person", "...")
    assert wrong.code == 2
    assert "cannot name a person" in wrong.err


# the file of before


def test_the_file_of_before_is_taken_over_and_kept_beside(careers: Run, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / OLD_FILE).write_text(BEFORE)
    assert len(careers("quiz", "--history", "--json").data["results"]) == 1
    assert [path.name for path in folder.iterdir()] == [OLD_FILE]
    done = careers("keep", "cashiers")
    assert done.code == 0
    assert "answers.old.yaml" in done.err
    assert {path.name for path in folder.iterdir()} == {FILE, "me.lock", "answers.old.yaml"}
    assert (folder / "answers.old.yaml").read_text() == BEFORE
    saved = load_saved(folder)
    assert saved.version == 3
    assert saved.interests == {"r-fix-broken-object": 3}
    assert saved.careers == {"ai-engineer": {"code-every-day": 5}}
    assert saved.unfinished is not None
    assert saved.unfinished.career == "ai-engineer"
    assert len(saved.results) == 1
    assert "answers.old.yaml" not in careers("keep", "electricians").err
    assert ids(folder) == ["41-2011.00", "47-2111.00"]


def test_a_damaged_file_of_before_is_told_of_and_left(careers: Run, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / OLD_FILE).write_text("careers: [broken")
    done = careers("keep", "cashiers")
    assert done.code == 4
    assert f"{OLD_FILE}:" in done.err
    assert (folder / OLD_FILE).read_text() == "careers: [broken"
    assert not (folder / FILE).exists()


def test_a_file_that_a_person_wrote_is_read(careers: Run, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / FILE).write_text(
        "list:\n- id: cashiers\n- id: ai-engineer\n- id: ai-engineer\nnotes:\n- {id: ai-engineer, text: hm}\n"
    )
    rows = careers("mine", "--json").data["list"]
    assert [(row["id"], row["gone"]) for row in rows] == [("cashiers", True), ("ai-engineer", False)]
    (folder / FILE).write_text("list:\n- {ide: cashiers}\n")
    done = careers("mine")
    assert done.code == 4
    assert "me.yaml:2: `list.0.ide`" in done.err
    assert "careers me repair" in " ".join(done.err.split())


# bounds, crowds and kills


def test_what_a_person_wrote_makes_no_room_for_more(tmp_path: Path) -> None:
    saved = Saved(listed=tuple(Listed(id=str(n)) for n in range(own.MAX_LISTED)))
    assert own.add_listed(saved, [Listed(id="5")]) == saved
    with pytest.raises(UsageError, match="no more than"):
        own.add_listed(saved, [Listed(id="x")])
    full = Saved(notes=tuple(Note(id=str(n), text="é" * own.MAX_TEXT) for n in range(40)))
    with pytest.raises(UsageError, match="full"):
        own.add_note(
            own.add_note(full, Note(id="x", text="é" * own.MAX_TEXT)), Note(id="y", text="é" * 20 * own.MAX_TEXT)
        )
    book = AnswerBook(tmp_path)
    book.change(lambda _: full)
    assert check_kept(tmp_path).notes == full.notes


def test_hidden_careers_are_found_without_reading_a_file_that_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own.find_hidden(tmp_path) == ({}, frozenset())
    book = AnswerBook(tmp_path)
    book.change(lambda saved: own.hide(saved, [Hidden(id="a", because="b")]))
    assert own.find_hidden(tmp_path)[0]["a"].because == "b"
    book.change(lambda saved: own.unhide(saved, ["a"]))
    monkeypatch.setattr("careercli.profile.saved.load_saved", lambda folder: pytest.fail("it was read"))
    assert own.find_hidden(tmp_path) == ({}, frozenset())


def test_processes_that_keep_and_note_at_once_lose_nothing(env: dict[str, str], folder: Path) -> None:
    codes = ["29-1141.00", "47-2111.00", "41-2011.00", "ai-engineer"]

    def start(number: int) -> int:
        line = ["keep", codes[number // 2]] if number % 2 else ["note", codes[number // 2], f"note {number}"]
        return subprocess.run([*COMMAND, *line], env={**env, **measured()}, capture_output=True, check=False).returncode

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(start, range(8))) == [0] * 8
    saved = check_kept(folder)
    assert {career.id for career in saved.listed} == set(codes)
    assert {note.text for note in saved.notes} == {f"note {number}" for number in range(0, 8, 2)}


@pytest.mark.parametrize("moment", ["fsync", "replace", "rename"])
def test_a_kill_while_the_old_file_is_taken_over_loses_nothing(tmp_path: Path, moment: str) -> None:
    (tmp_path / OLD_FILE).write_text(BEFORE)
    code = f"""
import os, pathlib, signal
from careercli.core.person.model import Listed
from careercli.profile import own
from careercli.profile.answers import AnswerBook
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
setattr(pathlib.Path if {moment!r} == "rename" else os, {moment!r}, die)
AnswerBook(pathlib.Path({str(tmp_path)!r})).change(lambda saved: own.add_listed(saved, [Listed(id="a")]))
"""
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -signal.SIGKILL
    saved = load_saved(tmp_path)
    assert len(saved.results) == 1
    AnswerBook(tmp_path).change(lambda saved: own.add_listed(saved, [Listed(id="b")]))
    assert [career.id for career in load_saved(tmp_path).listed] == (["a", "b"] if moment == "rename" else ["b"])
    assert {path.name for path in tmp_path.iterdir()} == {FILE, "me.lock", "answers.old.yaml"}
    assert parse_yaml((tmp_path / FILE).read_bytes())


def test_json_of_each_verb_says_what_was_done(careers: Run) -> None:
    for line, done in (
        (["keep", "cashiers"], "kept"),
        (["note", "cashiers", "x"], "noted"),
        (["note", "cashiers", "--remove"], "removed"),
        (["mine", "--first", "cashiers"], "moved"),
        (["mine", "--drop", "cashiers"], "dropped"),
        (["hide", "cashiers"], "hidden"),
        (["hide", "cashiers", "--undo"], "shown"),
    ):
        document = json.loads(careers(*line, "--json").out)
        assert document["data"]["done"] == done
        assert document["data"]["careers"] == [{"id": "41-2011.00", "name": "Cashiers"}]
        assert document["command"] == line[0]


# where hidden careers show


def test_no_quiz_proposes_what_is_not_for_one(careers: Run, folder: Path) -> None:
    before = careers("quiz", "--scores", SCORES, "--json").data
    first = before["matches"][0]["id"]
    careers("hide", first, "ai-engineer")
    after = careers("quiz", "--scores", SCORES, "--json").data
    assert first not in [match["id"] for match in after["matches"]]
    assert after["candidates"] < before["candidates"]
    (folder / FILE).write_text("hidden: [broken")
    damaged = careers("quiz", "--scores", SCORES, "--no-save")
    assert damaged.code == 0
    assert "could not be read" in damaged.err


def test_a_guide_that_is_not_for_one_takes_its_occupation_out_of_the_quiz(careers: Run) -> None:
    exact = careers("show", "15-1252.00", "--json").data["role"]
    assert exact
    rated = careers("quiz", "--scores", SCORES, "--json").data["candidates"]
    careers("hide", exact)
    assert careers("quiz", "--scores", SCORES, "--json").data["candidates"] == rated - 2


def test_lists_and_searches_mark_what_is_not_for_one(careers: Run) -> None:
    careers("hide", "data-engineer", "registered nurses")
    shown = careers("list").out.replace(NO_BREAK, " ")
    assert "Data engineer (not for you)" in shown
    assert "AI engineer (not for you)" not in shown
    marks = {card["id"]: card["hidden"] for card in careers("list", "--json").data}
    assert [id_ for id_, hidden in marks.items() if hidden] == ["data-engineer"]
    found = careers("search", "registered nurse", "--json").data
    assert {hit["id"] for hit in found if hit["hidden"]} == {"29-1141.00"}
    assert "(not for you)" in careers("search", "registered nurse").out.replace(NO_BREAK, " ")
    assert "(pas pour vous)" in careers("list", "--all", lang="fr").out.replace(NO_BREAK, " ")


def test_a_note_says_nothing_of_the_list_and_a_fit_is_told_in_words(careers: Run) -> None:
    assert "on your list" not in careers("note", "ai-engineer", "Ask Sam").out
    assert "on your list" not in careers("hide", "cashiers").out
    assert "1 career is on your list." in careers("keep", "registered nurses").out
    careers("quiz", "--scores", SCORES)
    assert re.search(r"(best|great|no clear) fit", careers("mine").out)
    assert not re.search(r"0[.,]\d\d", careers("mine", lang="fr").out)


def test_what_a_page_of_a_person_lists_is_of_that_person(careers: Run) -> None:
    careers("--person", "ann", "keep", "ai-engineer")
    for verb in ("me", "mine"):
        page = careers("--person", "ann", verb, terminal=True).screen
        listed = re.findall(r"• (careers [^\n:]*)", page)
        assert listed, page
        assert all("--person ann" in command for command in listed), listed
