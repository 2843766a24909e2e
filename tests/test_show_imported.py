"""`careers show` after an import of O*NET: its tasks, technology and work styles, marked as its own."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import releases as r
from tests.conftest import Run
from tests.test_imports import modules

CODE = "29-1141.00"
Install = Callable[..., None]


@pytest.fixture
def database(home: Path) -> Path:
    """Where the imports of the tests go."""
    return home / "data/careers/imported.sqlite"


@pytest.fixture
def install(careers: Run, tmp_path: Path) -> Install:
    """Import a generated release, one of whose occupations is a nurse; texts of it may be changed."""

    def put(tasks: int = 14, changes: dict[str, tuple[str, str]] | None = None, **options: object) -> None:
        files = r.release_files(tasks=tasks, **options)  # type: ignore[arg-type]
        files = {name: text.replace("11-1000.00", CODE) for name, text in files.items()}
        for name, (old, new) in (changes or {}).items():
            assert old in files[name]
            files[name] = files[name].replace(old, new)
        done = careers("data", "import", "onet", str(r.write_zip(tmp_path / "release.zip", dict(files))))
        assert done.code == 0, done.err

    return put


def test_without_an_import_there_is_nothing_of_it(careers: Run) -> None:
    assert json.loads(careers("show", CODE, "--json").out)["data"]["onet"] is None
    assert "imported" not in careers("show", CODE).out


def test_json_has_all_of_it_with_release_and_attribution(careers: Run, install: Install) -> None:
    install()
    onet = json.loads(careers("show", "registered nurse", "--json").out)["data"]["onet"]
    assert (onet["title"], onet["release"], onet["licence"], onet["lang"]) == ("O*NET", "30.1", "CC BY 4.0", "en")
    assert "USDOL/ETA" in onet["attribution"]
    assert [task["kind"] for task in onet["tasks"]] == ["core"] * 5 + ["supplemental"] * 5 + [""] * 4
    assert onet["technology"][0] == {"name": "Program 1", "category": "Office software", "hot": True, "in_demand": True}
    assert onet["style_scale"] == "WI"
    assert onet["styles"] == [{"name": "Calm", "score": 2.5}, {"name": "Care", "score": 2.5}]


@pytest.mark.parametrize("form", ["plain", "markdown", "table"])
def test_a_page_shows_the_first_ten_and_how_to_see_the_rest(careers: Run, install: Install, form: str) -> None:
    install()
    out = careers("show", CODE, "--format", form, "--width", "100").out
    assert "O*NET 30.1, which you have imported".lower() in out.lower().replace("\\*", "*")
    assert out.count("Do the thing") == 10
    assert out.index("Core tasks") < out.index("Supplemental tasks")
    assert "4 more: `careers show 29-1141.00 --all`" in out
    assert "Office software (hot, in demand)" in out
    assert "+2.5" in out
    assert "21 styles, not to be compared with the 16" in " ".join(out.split())
    assert "trademark of USDOL/ETA" in " ".join(out.split())
    whole = careers("show", CODE, "--format", form, "--width", "100", "--all").out
    assert whole.count("Do the thing") == 14
    assert "more: `careers" not in whole


def test_the_sixteen_older_styles_are_on_their_own_scale(careers: Run, install: Install) -> None:
    header = f"{r.RATED}\tDate\tDomain Source\r\n"
    old = header + f"{CODE}\t1.C.1.a\tAchievement/Effort\tIM\t4.20\t12/2024\tIncumbent\r\n"
    files = r.release_files(release="29.3")
    install(release="29.3", changes={"Work Styles.txt": (files["Work Styles.txt"].replace("11-1000.00", CODE), old)})
    onet = json.loads(careers("show", CODE, "--json").out)["data"]["onet"]
    assert (onet["style_scale"], onet["styles"]) == ("IM", [{"name": "Achievement/Effort", "score": 4.2}])
    out = careers("show", CODE).out
    assert "16 styles, not to be compared with the 21" in out
    assert "Achievement/Effort: 4.2 of 5" in out


def test_in_french_the_text_is_said_to_be_english(careers: Run, install: Install) -> None:
    install()
    out = careers("show", "infirmière", "--lang", "fr").out
    assert "en anglais, tel quel" in out
    assert "Tâches principales" in out
    assert "Office software (prisé, recherché)" in out
    assert "4 de plus" in out


def test_an_occupation_that_the_release_does_not_have_shows_nothing_of_it(careers: Run, install: Install) -> None:
    install()
    done = careers("show", "13-2011.00")
    assert (done.code, done.err) == (0, "")
    assert "which you have imported" not in done.out


def test_imported_text_is_never_obeyed(careers: Run, install: Install) -> None:
    evil = "Do \x1b[31mthe\x1b]0;owned\x07 [bold]thing[/bold] \u202e[@x] 0 of"
    install(changes={"Task Statements.txt": ("Do the thing 0 of", evil)})
    for form in ("plain", "table", "markdown", "json", "csv"):
        out = careers("show", CODE, "--format", form, "--width", "200").out
        assert "bold" in out
        assert not {"\x1b", "\x07", "\u202e"} & set(out), form
    assert "[bold]thing[/bold]" in careers("show", CODE).out
    done = careers("show", CODE, terminal=True, width=160)
    assert done.code == 0
    assert "\\x1b[31mthe\\x1b]0;owned\\x07 [bold]thing[/bold]" in done.screen
    assert "\x1b]0;" not in done.out


def _junk(path: Path) -> None:
    path.write_bytes(b"junk" * 5000)


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (a)")


def _later(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")


def _bent(path: Path) -> None:
    """A database of ours, with tables that are not as we made them."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE data_set (name, title, release, licence, attribution, styles)")
        connection.execute("INSERT INTO data_set VALUES ('onet', x'00', 1, 2, 3, 4)")
        for table in ("onet_task (code, id, text, kind)", "onet_technology (code, name, category, hot, in_demand)"):
            connection.execute(f"CREATE TABLE {table}")
        connection.execute("CREATE TABLE onet_style (code, name, scale, value)")
        connection.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("break_it", [_junk, _foreign, _later, _bent])
def test_a_broken_database_is_said_and_breaks_nothing(
    careers: Run, database: Path, break_it: Callable[[Path], None]
) -> None:
    database.parent.mkdir(parents=True)
    break_it(database)
    for arguments in (["show", CODE], ["show", CODE, "--lang", "fr"]):
        done = careers(*arguments)
        assert done.code == 0
        assert "97" in done.out
        assert str(database) in done.err
        assert len(done.err.splitlines()) == 1
    notes = json.loads(careers("show", CODE, "--json").out)["notes"]
    assert [note for note in notes if str(database) in note]
    assert careers("data", "list").code == 4


def test_an_empty_file_is_no_import(careers: Run, database: Path) -> None:
    database.parent.mkdir(parents=True)
    database.touch()
    done = careers("show", CODE)
    assert (done.code, done.err) == (0, "")


def test_only_who_has_imported_pays_for_it(env: dict[str, str], install: Install) -> None:
    assert "careercli.importers.store" not in modules(env, "show", CODE, "--json")
    install()
    assert "careercli.importers.store" in modules(env, "show", CODE, "--json")
