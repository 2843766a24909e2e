"""What the system refuses: which file it is about, why, and what to do next; in one sentence, with exit 7."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from careercli.errors import ExitCode
from tests.conftest import Run

#: What it is called, and what is said of it in both languages.
WORDS = {
    errno.ENOSPC: ("cannot be written: the disk is full", "le disque est plein"),
    errno.EDQUOT: ("cannot be written: your share of the disk is full", "votre part du disque est pleine"),
    errno.EROFS: ("cannot be written: the disk is read-only", "le disque est en lecture seule"),
    errno.EACCES: ("the system refuses ", "permission refusée"),
    errno.EPERM: ("the system refuses ", "permission refusée"),
}
#: A command that writes, the file that it means, and the variable that names its folder.
WRITING = {
    "keep nurse": ("data/careers/me.yaml", "XDG_DATA_HOME"),
    "hide nurse --because no": ("data/careers/me.yaml", "XDG_DATA_HOME"),
    "note nurse hello": ("data/careers/me.yaml", "XDG_DATA_HOME"),
    "me set place ohio": ("data/careers/me.yaml", "XDG_DATA_HOME"),
    "keep nurse --person ann": ("data/careers/people/ann/me.yaml", "XDG_DATA_HOME"),
    "config set lang en": ("config/careers/config.toml", "XDG_CONFIG_HOME"),
}


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let the system refuse to bring a file to the disk, as it does: without the name of a file."""

    def refused(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)


@pytest.mark.parametrize("number", WORDS)
@pytest.mark.parametrize("line", WRITING)
def test_it_is_said_what_could_not_be_written_and_where_else_it_could_be(
    careers: Run, home: Path, monkeypatch: pytest.MonkeyPatch, number: int, line: str
) -> None:
    refuse(monkeypatch, number)
    path, variable = WRITING[line]
    done = careers(*line.split())
    assert done.code == ExitCode.SYSTEM_REFUSED
    said, hint = done.err.split("\n\nhint: ")
    assert said.startswith("error: ")
    assert str(home / path) in said
    assert WORDS[number][0] in said
    assert f"`{variable}`" in hint
    assert ".new" not in done.err  # no temporary file


@pytest.mark.parametrize("number", WORDS)
def test_it_is_said_in_french_without_the_words_of_the_system(
    careers: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse(monkeypatch, number)
    done = careers("keep", "nurse", lang="fr")
    assert done.code == ExitCode.SYSTEM_REFUSED
    assert WORDS[number][1] in done.err
    assert os.strerror(number) not in done.err
    assert "XDG_DATA_HOME" in done.err


def test_a_script_is_told_too(careers: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, errno.ENOSPC)
    error = json.loads(careers("keep", "nurse", "--json").out)["error"]
    assert (error["code"], error["kind"]) == (7, "system_refused")
    assert "XDG_DATA_HOME" in error["hint"]


def test_a_guide_of_ones_own_names_its_folder(careers: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    done = careers("new", "Bee")
    assert done.code == ExitCode.SYSTEM_REFUSED
    assert f"{home / 'config/careers/roles/bee'} cannot be written: the disk is full" in done.err
    assert "XDG_CONFIG_HOME" in done.err
    assert list((home / "config/careers/roles").iterdir()) == []


def test_a_result_that_is_not_kept_says_where_it_could_be(careers: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, errno.ENOSPC)
    done = careers("quiz", "--scores", "R=27,I=13,A=23,S=25,E=14,C=14")
    assert done.code == 0
    assert "The result cannot be kept (the disk is full). Free some space" in done.err
    assert "XDG_DATA_HOME" in done.err


# a file of the person's own that is damaged, or that they may not read

VERBS = {
    "mine": "",
    "notes": "",
    "me": "",
    "me export": "",
    "me handout": "",
    "keep nurse": "Nothing was written. ",
    "hide nurse --because no": "Nothing was written. ",
    "note nurse hello": "Nothing was written. ",
    "me set place ohio": "Nothing was written. ",
}


@pytest.mark.parametrize("line", VERBS)
@pytest.mark.parametrize("person", ["", "ann"])
def test_a_damaged_file_has_a_hint_that_suits_the_verb(careers: Run, home: Path, line: str, person: str) -> None:
    folder = home / "data/careers" / (f"people/{person}" if person else "")
    folder.mkdir(parents=True)
    (folder / "me.yaml").write_text("list: [broken")
    named = ["--person", person] if person else []
    done = careers(*line.split(), *named)
    assert done.code == ExitCode.BAD_DATA
    repair = f"careers --person {person} me repair" if person else "careers me repair"
    assert done.err.split("hint: ")[1].strip() == f"{VERBS[line]}Mend it, or set it aside with `{repair}`."
    assert careers(*repair.split()[1:]).code == 0
    assert careers(*line.split(), *named).code == 0


@pytest.mark.parametrize("options", ["--scores R=27,I=13,A=23,S=25,E=14,C=14", "--history"])
def test_a_questionnaire_names_its_own_way_out_where_there_is_one(careers: Run, home: Path, options: str) -> None:
    folder = home / "data/careers"
    folder.mkdir(parents=True)
    (folder / "me.yaml").write_text("list: [broken")
    done = careers("quiz", *options.split())
    assert done.code == ExitCode.BAD_DATA
    assert "careers me repair" in done.err
    assert ("--no-save" in done.err) == (options != "--history")
    if options != "--history":
        assert careers("quiz", *options.split(), "--no-save").code == 0


@pytest.mark.parametrize("line", ["mine", "keep nurse", "me repair", "me"])
def test_a_file_that_may_not_be_read_is_no_damaged_one(
    careers: Run, home: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    folder = home / "data/careers"
    folder.mkdir(parents=True)
    (folder / "me.yaml").write_text("list:\n- id: ai-engineer\n")

    def closed(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("careercli.files.strict_yaml.load_bytes", closed)
    done = careers(*line.split())
    assert done.code == ExitCode.SYSTEM_REFUSED
    assert "me.yaml cannot be read: permission denied" in done.err
    assert "XDG_DATA_HOME" in done.err
    assert [path.name for path in folder.iterdir() if path.suffix == ".yaml"] == ["me.yaml"]
