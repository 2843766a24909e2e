"""What is typed where the locale knows ASCII alone: terminals send UTF-8 all the same."""

from pathlib import Path

import pytest

from careercli.profile.saved import load_saved
from careercli.world.streams import typed_words
from tests.conftest import Run
from tests.terminal import Screen

#: The locale of C without Python's own way around it.
ASCII = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_words_are_read_as_utf8_and_bytes_that_are_none_stay() -> None:
    typed = ["m\udcc3\udca9decin", "nurse", "m\udce9decin", "médecin", "a\nb", ""]
    assert typed_words(typed) == ["médecin", "nurse", "m\udce9decin", "médecin", "a\nb", ""]


def test_accents_of_a_command_line_are_understood(careers_process: Run) -> None:
    done = careers_process("search", "médecin", "--lang", "fr", **ASCII)
    assert done.code == 0
    assert "Medecin generaliste" in done.out
    assert careers_process("salary", "--pay", "1900 €", "--country", "fr", **ASCII).code == 0
    assert careers_process("show", "ingénieur IA", "--brief", "--lang", "fr", **ASCII).code == 0


def test_a_person_with_an_accent_has_one_file(careers_process: Run, home: Path) -> None:
    assert careers_process("keep", "nurse", "--person", "Zoé", **ASCII).code == 0
    assert careers_process("note", "nurse", "un café", CAREERS_PERSON="Zoé", **ASCII).code == 0
    (folder,) = (home / "data/careers/people").iterdir()
    assert folder.name == "zoe"
    assert [note.text for note in load_saved(folder).notes] == ["un café"]


def test_files_are_found_by_names_with_accents(careers_process: Run, tmp_path: Path) -> None:
    folder = tmp_path / "été"
    folder.mkdir()
    (folder / "moi.yaml").write_text("place: Ohio\n")
    assert careers_process("me", "import", "été/moi.yaml", **ASCII).code == 0
    assert careers_process("me", "import", "été/toi.yaml", **ASCII).code == 4
    assert careers_process("validate", "été", **ASCII).code == 4
    assert careers_process("data", "import", "onet", "été/moi.yaml", **ASCII).code == 5


@pytest.mark.parametrize("accessible", ["", "1"])
def test_accents_that_are_typed_at_a_prompt_are_understood(
    env: dict[str, str], tmp_path: Path, home: Path, accessible: str
) -> None:
    world = env | ASCII | {"ACCESSIBLE": accessible}
    with Screen(["--lang", "fr"], world, tmp_path, width=100, height=60) as screen:
        screen.read_until("careers")
        screen.read_until("Numero ou lettre" if accessible else "q quitter")
        screen.type("é\r" if accessible else "é")  # what does nothing there, and a search that is left
        screen.read_until("Tapez un nombre" if accessible else "Chercher")
        screen.type("/\r" if accessible else "\x7f")  # taken back
        screen.read_until("Quelques lettres" if accessible else "Tapez quelques")
        screen.type("médecin\r" if accessible else "médecin")
        screen.read_until("Medecin generaliste")
        screen.type("1\r" if accessible else "\r")
        screen.read_until("Etudes de medecine (dix ans)")
        screen.type("n\r" if accessible else "n")
        screen.read_until("Que voulez-vous noter")
        screen.type("très loin\r")
        screen.read_until("Note sur")
        screen.type("q\r" if accessible else "q")
        assert screen.read_all() == 0
    assert [note.text for note in load_saved(home / "data/careers").notes] == ["très loin"]


def test_accents_in_a_questionnaire_break_nothing(env: dict[str, str], tmp_path: Path, home: Path) -> None:
    with Screen(["quiz", "nurse"], env | ASCII, tmp_path) as screen:
        screen.read_until("1 of")
        screen.type("é2")
        screen.read_until("2 of")
        screen.type("q")
        assert screen.read_all() == 130
    assert len(load_saved(home / "data/careers").careers["29-1141.00"]) == 1
