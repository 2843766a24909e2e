"""The user's own folders: for the user alone, and nothing breaks where there is no home."""

import os
import subprocess
import sys
import time
from pathlib import Path

import platformdirs
import pytest

from careercli.compiler.cache import UNUSED, open_catalogue
from careercli.compiler.locate import Locations
from careercli.errors import SystemRefusedError
from careercli.files.folders import NOWHERE, find_folder, make_private
from tests.conftest import Done, Run

#: The command where no user has a home: not in HOME, and not among the users of the system.
HOMELESS = "import pwd; pwd.getpwuid = {}.__getitem__; from careercli.__main__ import run_process; run_process()"
SCORES = "R=27,I=13,A=23,S=25,E=14,C=14"


def homeless(tmp_path: Path, *arguments: str, **variables: str) -> Done:
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | variables
    command = [sys.executable, "-c", HOMELESS, *arguments]
    done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["list"], "Data analyst", 0),
        (["quiz", "--scores", SCORES], "Which careers fit you?", 0),
        (["quiz", "--history"], "Your results", 0),
        (["new", "Bee keeper"], "", 7),
        (["data", "path"], "", 7),
    ],
)
def test_without_a_home_all_works_nothing_is_kept_and_it_is_said(
    tmp_path: Path, cache: Path, arguments: list[str], said: str, code: int
) -> None:
    done = homeless(tmp_path, *arguments, XDG_CACHE_HOME=str(cache))
    assert done.code == code, done.err
    assert said in done.out
    assert "there is no home folder" in done.err.lower()
    assert "HOME" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_folders_that_are_named_need_no_home(tmp_path: Path, cache: Path) -> None:
    data = tmp_path / "data"
    done = homeless(tmp_path, "quiz", "--scores", SCORES, XDG_CACHE_HOME=str(cache), XDG_DATA_HOME=str(data))
    assert (done.code, done.err) == (0, "")
    assert (data / "careers/me.yaml").is_file()


@pytest.mark.parametrize("kind", ["config", "cache", "data"])
def test_neither_kind_of_platformdirs_gives_a_folder_in_the_working_directory(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> str:
        raise RuntimeError("could not determine the home directory")

    for variable in ("HOME", f"XDG_{kind.upper()}_HOME"):
        monkeypatch.delenv(variable, raising=False)
    for find in (refuse, lambda name: f"~/.{kind}/{name}"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_dir", find)
        assert find_folder(kind) == NOWHERE  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["config", "cache", "data"])
@pytest.mark.parametrize("home", ["/home/ada", "/home/ada/", "/", " /odd", "home", "", None])
@pytest.mark.parametrize("named", ["/elsewhere", "/else/../where/", "relative", " /blank", "", None])
def test_folders_are_where_the_library_for_all_systems_has_them(
    kind: str, home: str | None, named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in (("HOME", home), (f"XDG_{kind.upper()}_HOME", named)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    assert find_folder(kind) == Path(getattr(platformdirs, f"user_{kind}_dir")("careers"))  # type: ignore[arg-type]


def test_nothing_can_be_made_nowhere() -> None:
    with pytest.raises(SystemRefusedError) as refused:
        make_private(NOWHERE)
    assert refused.value.exit_code == 7
    assert not os.path.lexists(NOWHERE / "me.yaml")


@pytest.mark.parametrize("before", [None, 0o755, 0o777])
def test_the_folders_are_for_their_owner_alone(careers: Run, home: Path, tmp_path: Path, before: int | None) -> None:
    if before:
        for name in ("config", "data"):
            (home / name / "careers").mkdir(parents=True)
            (home / name / "careers").chmod(before)
    assert careers("new", "Bee keeper").code == 0
    assert careers("quiz", "--scores", SCORES).code == 0
    for name in ("config", "data"):
        assert (home / name / "careers").stat().st_mode & 0o777 == 0o700, name


def test_the_cache_folder_is_for_its_owner_alone(catalogue_cache: Path) -> None:
    assert catalogue_cache.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_a_link_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    (tmp_path / "mine").symlink_to(tmp_path / "shared")
    make_private(tmp_path / "mine")
    assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o755


# caches of old installations


@pytest.fixture
def catalogue_cache(tmp_path: Path, small: Path) -> Path:
    """A cache folder that others have used, after a catalogue was made in it."""
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o755)
    for name, age in AGES.items():
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (time.time() - age, time.time() - age))
    open_catalogue(Locations(None, small, tmp_path / "own", folder)).close()
    return folder


AGES = {
    "catalogue-00000001.sqlite": UNUSED + 3600,
    "catalogue-00000001.lock": UNUSED + 3600,
    "catalogue-00000001abcd.new": UNUSED + 3600,
    "catalogue-00000002.sqlite": UNUSED - 3600,
    "catalogue-00000002.lock": UNUSED + 3600,
    "notes.sqlite": UNUSED + 3600,
}


def test_caches_that_nobody_used_for_long_are_removed_and_others_stay(catalogue_cache: Path) -> None:
    left = {path.name for path in catalogue_cache.iterdir()}
    assert {"catalogue-00000002.sqlite", "notes.sqlite"} == left & set(AGES)
    assert len(left - set(AGES)) == 2  # the catalogue that was made, and its lock
