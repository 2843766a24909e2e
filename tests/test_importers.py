"""Official data sets in the user's own database: whole or not at all, whatever the file and whenever the kill."""

import contextlib
import itertools
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.errors import DataError, ImportFailedError
from careercli.importers import base, files, oews, onet, projections, store
from tests import releases as r
from tests.conftest import COMMAND, Run
from tests.terminal import Screen

needs = {
    path: pytest.mark.skipif(not path.is_file(), reason=f"{path} is not beside this checkout")
    for path in (r.ONET, r.OEWS, r.PROJECTIONS, r.PROJECTIONS_CSV)
}


@pytest.fixture
def database(home: Path) -> Path:
    """Where the imports of the tests go."""
    return home / "data/careers/imported.sqlite"


def content(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, after SQLite has mended what a kill left."""
    if not database.exists():
        return {}
    connection = sqlite3.connect(database)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in sorted(names)}
    finally:
        connection.close()


def query(database: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


# what is taken


@needs[r.ONET]
def test_the_real_release_is_taken_whole(careers: Run, database: Path) -> None:
    done = careers("data", "import", "onet", str(r.ONET), "--json")
    assert done.code == 0, done.err
    installed = json.loads(done.out)["data"]["installed"]
    assert installed["release"] == "30.1"
    assert installed["naming"] == "to-30.2"
    assert installed["styles"] == "new"
    assert installed["missing"] == ["Skills.txt", "Knowledge.txt"]
    assert installed["parts"] == {
        "occupations": 1016,
        "interests": 5538,
        "zones": 923,
        "alternate-titles": 56505,
        "reported-titles": 7955,
        "related": 18460,
        "tasks": 18796,
        "technology": 32773,
        "styles": 37422,
        "education": 10536,
    }
    assert installed["rows"] == sum(installed["parts"].values())
    assert installed["skipped"] == {"other-scale": 2769 + 37125 - 10536}
    assert "CC BY 4.0" in installed["attribution"]
    assert dict(query(database, "SELECT letter, value FROM onet_interest WHERE code = '11-1011.00'"))["R"] == 1.3
    first = query(database, "SELECT related FROM onet_related WHERE code = '11-1011.00' ORDER BY rank LIMIT 2")
    assert first == [("11-1021.00",), ("13-1111.00",)]
    assert database.stat().st_mode & 0o777 == 0o600
    assert database.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in database.parent.iterdir()] == ["imported.sqlite"]

    extra = store.load_extra(database, "11-1011.00")
    assert extra
    assert extra.tasks[0].text.startswith("Direct or coordinate an organization's financial")
    kinds = [task.kind for task in extra.tasks]
    assert kinds == sorted(kinds, key=["core", "supplemental", ""].index)
    marks = [technology.hot + technology.in_demand for technology in extra.technology]
    assert marks == sorted(marks, reverse=True)
    assert len(extra.styles) == 21
    assert extra.style_scale == "WI"
    assert extra.styles[0].score == max(style.score for style in extra.styles)
    assert "O*NET 30.1" in extra.attribution
    assert store.load_extra(database, "99-9999.99") is None


@needs[r.OEWS]
def test_the_real_wages(careers: Run, database: Path) -> None:
    done = careers("data", "import", "oews", str(r.OEWS), "--json")
    assert done.code == 0, done.err
    installed = json.loads(done.out)["data"]["installed"]
    assert (installed["release"], installed["rows"], installed["skipped"]) == ("2025-05", 1104, {})
    assert query(database, "SELECT level, count(*) FROM oews GROUP BY level ORDER BY level") == [
        ("broad", 163),
        ("detailed", 830),
        ("major", 22),
        ("minor", 88),
        ("total", 1),
    ]
    assert query(database, "SELECT only, count(*) FROM oews GROUP BY only ORDER BY only") == [
        (None, 1019),
        ("hour", 7),
        ("year", 78),
    ]
    total = query(database, "SELECT employment, annual_p10, annual_p50, hourly_p90 FROM oews WHERE code = '00-0000'")
    assert total == [(155495730, 15.00 * 2080, 50980, 61.81)]


@needs[r.PROJECTIONS]
@needs[r.PROJECTIONS_CSV]
def test_the_real_projections_say_the_same_as_workbook_and_as_csv(careers: Run, database: Path) -> None:
    both = []
    for path in (r.PROJECTIONS, r.PROJECTIONS_CSV):
        done = careers("data", "import", "projections", str(path), "--json")
        assert done.code == 0, done.err
        assert json.loads(done.out)["data"]["installed"]["release"] == "2024-34"
        both.append(query(database, "SELECT * FROM projection ORDER BY code"))
    assert both[0] == both[1]
    assert len(both[0]) == 1113
    rows = query(database, "SELECT sum(pay_at_least), sum(median_pay IS NULL), sum(education IS NULL) FROM projection")
    assert rows == [(19, 9, 281)]
    line = "SELECT employment_from, growth_percent, openings, experience FROM projection WHERE code = '11-3021'"
    assert query(database, line) == [(667100, 15.2, 55600, "5 years or more")]


@pytest.mark.parametrize("new", [False, True])
@pytest.mark.parametrize("form", ["zip", "folder"])
def test_both_namings_as_zip_and_as_folder(careers: Run, database: Path, tmp_path: Path, new: bool, form: str) -> None:
    made = r.release_files(new=new, release="30.3" if new else "30.2")
    path = tmp_path / "release"
    if form == "zip":
        path = r.write_zip(tmp_path / "release.zip", dict(made))
    else:
        path.mkdir()
        for name, text in made.items():
            (path / name).write_text(text, "utf-8", newline="")
    installed = json.loads(careers("data", "import", "onet", str(path), "--json").out)["data"]["installed"]
    assert installed["naming"] == ("from-30.3" if new else "to-30.2")
    assert installed["release"] == ("30.3" if new else "30.2")
    assert installed["missing"] == []
    assert installed["skipped"] == {"other-scale": 72}
    assert query(database, "SELECT DISTINCT kind FROM onet_skill ORDER BY kind") == (
        [("essential",), ("knowledge",), ("transferable",)] if new else [("knowledge",), ("skill",)]
    )
    for table in onet.SPEC.tables:
        assert query(database, f"SELECT count(*) FROM {table}") > [(0,)]


def test_a_release_may_lack_all_but_its_occupations(careers: Run, tmp_path: Path) -> None:
    made = {"Occupation Data.txt": r.release_files()["Occupation Data.txt"]}
    path = r.write_zip(tmp_path / "x.zip", dict(made), "db_29_3_text/")
    done = careers("data", "import", "onet", str(path))
    assert done.code == 0, done.err
    assert "O*NET 29.3" in done.out
    assert "- Interests.txt" in done.out


def test_the_release_is_asked_for_where_the_file_does_not_say_it(careers: Run, tmp_path: Path) -> None:
    made = r.release_files()
    del made["Read Me.txt"]
    path = r.write_zip(tmp_path / "x.zip", dict(made), "")
    assert careers("data", "import", "onet", str(path)).code == 2
    assert "O*NET 27.0" in careers("data", "import", "onet", str(path), "--release", "27.0").out
    assert "nothing was changed" in careers("data", "import", "onet", str(path)).out
    whole = r.write_zip(tmp_path / "y.zip", dict(r.release_files()))
    assert careers("data", "import", "onet", str(whole), "--release", "27.0").code == 2


def test_the_workbook_of_wages(careers: Run, database: Path, tmp_path: Path) -> None:
    stars: list[object] = ["*", 104000, "*", "*", "*", "*", "*", 41600, 62400, "**", 124800, "#"]
    rows = [
        r.OEWS_TITLES,
        r.oews_row("15-1252"),
        r.oews_row("25-1011", pay=stars, annual="TRUE"),
        r.oews_row("15-1252", area="Alabama"),
        r.oews_row("15-1252"),
    ]
    book = r.write_workbook(tmp_path / "national_M2024_dl.xlsx", rows, "national_M2024_dl")
    packed = tmp_path / "oesm24nat.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(book, "oesm24nat/national_M2024_dl.xlsx")
    for path in (book, packed):
        done = careers("data", "import", "oews", str(path), "--json")
        assert done.code == 0, done.err
        installed = json.loads(done.out)["data"]["installed"]
        assert (installed["release"], installed["rows"]) == ("2024-05", 2)
        assert installed["skipped"] == {"not-national": 1, "repeated": 1}
        found = query(database, "SELECT employment, hourly_p90, annual_p90, only, at_least FROM oews ORDER BY code")
        assert found == [
            (1234560, 115, 239200, None, "hourly_p90 annual_p90"),
            (1234560, None, 239200, "year", "annual_p90"),
        ]


# what the verbs say


def test_a_second_import_changes_nothing_and_another_replaces(careers: Run, database: Path, tmp_path: Path) -> None:
    path = r.write_zip(tmp_path / "one.zip", dict(r.release_files()))
    first = json.loads(careers("data", "import", "onet", str(path), "--json").out)["data"]
    assert (first["replaced"], first["unchanged"], first["dry_run"]) == (None, False, False)
    before = content(database), database.read_bytes()
    again = json.loads(careers("data", "import", "onet", str(path), "--json").out)["data"]
    assert again["unchanged"]
    assert (content(database), database.read_bytes()) == before
    other = r.write_zip(tmp_path / "two.zip", dict(r.release_files(release="30.2", occupations=5)))
    dry = json.loads(careers("data", "import", "onet", str(other), "--dry-run", "--json").out)["data"]
    assert (dry["replaced"], dry["dry_run"], dry["installed"]["release"]) == ("30.1", True, "30.2")
    assert (content(database), database.read_bytes()) == before
    assert json.loads(careers("data", "import", "onet", str(other), "--json").out)["data"]["replaced"] == "30.1"
    assert len(content(database)["onet_occupation"]) == 5


def test_list_remove_and_path(careers: Run, database: Path, tmp_path: Path) -> None:
    assert json.loads(careers("data", "list", "--json").out)["data"] == []
    assert careers("data", "path").out == f"{database}\n"
    assert not database.exists()
    careers("data", "import", "onet", str(r.write_zip(tmp_path / "x.zip", dict(r.release_files()))))
    (one,) = json.loads(careers("data", "list", "--json").out)["data"]
    assert (one["name"], one["licence"]) == ("onet", "CC BY 4.0")
    for form in ("table", "plain", "markdown", "csv"):
        out = careers("data", "list", "--format", form).out
        assert "30.1" in out
        assert "CC BY 4.0" in out
    assert careers("data", "remove", "oews").code == 3
    done = careers("data", "remove", "ONET")
    assert (done.code, done.out) == (0, "")
    assert "30.1" in done.err
    assert not any(content(database).values())
    assert careers("data", "remove", "onet").code == 3


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("verb", ["import", "list", "remove", "path"])
def test_each_verb_has_help_with_two_examples(careers: Run, verb: str, lang: str) -> None:
    text = careers("data", verb, "-h", "--lang", lang).out
    assert text.count("\n  careers data ") == 2
    assert ("Exemples" in text) == (lang == "fr")


def test_the_french_page(careers: Run, tmp_path: Path) -> None:
    path = r.write_zip(tmp_path / "x.zip", dict(r.release_files()))
    out = careers("data", "import", "onet", str(path), "--lang", "fr").out
    assert "LIGNES REPRISES" in out
    assert "énoncés de tâches" in out


def test_completion_of_what_is_installed(env: dict[str, str], careers: Run, tmp_path: Path) -> None:
    careers("data", "import", "onet", str(r.write_zip(tmp_path / "x.zip", dict(r.release_files()))))

    def complete(line: str) -> str:
        words = {"_TYPER_COMPLETE_ARGS": line, "_CAREERS_COMPLETE": "complete_bash"}
        return subprocess.run(COMMAND, env=env | words, capture_output=True, text=True, check=True).stdout

    assert set(complete("careers data ").split()) >= {"import", "list", "remove", "path"}
    assert "projections" in complete("careers data import pro")
    assert complete("careers data remove ").split() == ["onet"]


def test_a_progress_bar_on_a_terminal_only(env: dict[str, str], careers: Run, tmp_path: Path) -> None:
    path = r.write_zip(tmp_path / "x.zip", dict(r.release_files()))
    assert careers("data", "import", "onet", str(path), "--dry-run").err == ""
    for options, drawn in (([], True), (["--accessible"], False)):
        with Screen(["data", "import", "onet", str(path), "--dry-run", *options], env, tmp_path) as screen:
            assert screen.read_all() == 0
            assert ("Importing" in screen.text()) == drawn


# bad input


def zip_of(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        made: dict[str, Any] = dict(r.release_files())
        change(made)
        return r.write_zip(folder / "bad.zip", made)

    return make


def put(name: str, old: str, new: str | bytes) -> Callable[[Path], Path]:
    def change(made: dict[str, Any]) -> None:
        assert old in made[name]
        raw = new if isinstance(new, bytes) else new.encode()
        made[name] = made[name].encode().replace(old.encode(), raw, 1)

    return zip_of(change)


def truncated(folder: Path) -> Path:
    path = zip_of(lambda made: None)(folder)
    os.truncate(path, path.stat().st_size // 2)
    return path


def broken_inside(folder: Path) -> Path:
    path = zip_of(lambda made: None)(folder)
    raw = bytearray(path.read_bytes())
    raw[2000:2200] = bytes(200)
    path.write_bytes(raw)
    return path


def member(name: str, text: bytes = b"x", mode: int = 0) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = zip_of(lambda made: None)(folder)
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
        return path

    return make


def crowded(folder: Path) -> Path:
    path = folder / "crowd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for n in range(10_000):
            archive.writestr(f"{n}", b"")
    return path


def a_folder(change: Callable[[Path], object]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "db_30_1_text"
        path.mkdir()
        for name, text in r.release_files().items():
            (path / name).write_text(text, "utf-8", newline="")
        change(path)
        return path

    return make


def link(path: Path) -> None:
    (path / "Interests.txt").rename(path.parent / "elsewhere.txt")
    (path / "Interests.txt").symlink_to(path.parent / "elsewhere.txt")


def fifo(path: Path) -> None:
    (path / "Interests.txt").unlink()
    os.mkfifo(path / "Interests.txt")


def plain(content: bytes, name: str = "oews_2025-05.csv") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def book(rows: list[list[object]], before: str = "") -> Callable[[Path], Path]:
    return lambda folder: r.write_workbook(folder / "national_M2025_dl.xlsx", rows, before=before)


BOMB = '<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FIRST = "Occupation Data.txt"
ROW = "\n15-1252,Doers,3,1"
CSV = ",".join(["soc_code,title,display_level,employment", *oews._PAY]).replace("p50", "median")
ZEROS = bytes(200_000_000)
BAD: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "no such file": ("onet", lambda folder: folder / "nowhere.zip", "nowhere.zip cannot be read: no such file"),
    "an empty file": ("onet", plain(b""), "is empty"),
    "not a zip": ("onet", plain(b"hello"), "damaged or cut off"),
    "a device": ("onet", lambda folder: Path("/dev/zero"), "is not a file"),
    "a truncated zip": ("onet", truncated, "damaged or cut off"),
    "a zip broken inside": ("onet", broken_inside, "damaged or cut off"),
    "a bomb": ("onet", member("db_30_1_text/Zeros.txt", ZEROS), "packed too tightly"),
    "a crowd": ("onet", crowded, "lists more files than"),
    "an absolute name": ("onet", member("/etc/passwd"), "outside"),
    "a name that climbs": ("onet", member("db_30_1_text/../../x"), "outside"),
    "a name of Windows": ("onet", member("C:/x"), "outside"),
    "a link in a zip": ("onet", member("db_30_1_text/x", b"/etc/passwd", 0o120777), "is a link"),
    "a name twice": ("onet", lambda folder: twice(folder), "there twice"),  # noqa: PLW0108 - it stands below
    "a link in a folder": ("onet", a_folder(link), "is a link"),
    "a pipe in a folder": ("onet", a_folder(fifo), "is not a file"),
    "a folder of something else": ("onet", a_folder(lambda path: (path / FIRST).unlink()), "has no `Occupation"),
    "two releases in one": (
        "onet",
        zip_of(lambda made: made.update({"Essential Skills.txt": made["Skills.txt"]})),
        "mixes two releases",
    ),
    "two generations of styles": (
        "onet",
        put("Work Styles.txt", "\tWI\t2.50", "\tIM\t2.50"),
        "mixes the work styles",
    ),
    "an empty member": ("onet", zip_of(lambda made: made.update({"Job Zones.txt": ""})), "Job Zones.txt is empty"),
    "no occupation": (
        "onet",
        zip_of(lambda made: made.update({FIRST: made[FIRST].split("\r\n")[0]})),
        "no occupation",
    ),
    "a missing column": (
        "onet",
        put("Interests.txt", "Data Value", "Value"),
        "Interests.txt:1: there is no column `Data Value`",
    ),
    "a line too short": (
        "onet",
        put("Job Zones.txt", "\t4\t12/2025\tAnalyst", "\t4"),
        "Job Zones.txt:2: this line has 2",
    ),
    "cp1252": (
        "onet",
        put("Task Statements.txt", "Do the thing 1", b"Caf\xe9 1"),
        "Task Statements.txt:3: this line is not",
    ),
    "UTF-16": (
        "onet",
        zip_of(lambda made: made.update({"Job Zones.txt": made["Job Zones.txt"].encode("utf-16")})),
        "zones",
    ),
    "not a code": ("onet", put(FIRST, "11-1000.00", "11-1000"), "Data.txt:2: `11-1000`"),
    "a code of digits of elsewhere": ("onet", put(FIRST, "11-1000.00", "١١-1000.00"), "is not a code"),
    "not a number": (
        "onet",
        put("Interests.txt", "4.50", "high"),
        "Interests.txt:2: `high` is not a number from 1 to 7",
    ),
    "no number at all": ("onet", put("Interests.txt", "4.50", "nan"), "`nan`"),
    "a number out of range": ("onet", put("Interests.txt", "4.50", "8.00"), "`8.00`"),
    "a contradiction": (
        "onet",
        put("Job Zones.txt", "12-1001.00\t4", "11-1000.00\t5"),
        "Job Zones.txt:3: this row contradicts",
    ),
    "a line without end": (
        "onet",
        zip_of(lambda made: made.update({"Job Zones.txt": "x" * 3_000_000})),
        "longer than 16 kilobytes",
    ),
    "wages without a column": ("oews", plain(CSV.replace("employment", "people").encode()), "no column `TOT_EMP`"),
    "wages of no code": ("oews", plain((CSV + "\nx,Doers,3,1" + ",1" * 12).encode()), "05.csv:2: `x` is not a code"),
    "wages that are none": ("oews", plain((CSV + ROW + ",y" * 12).encode()), "`y` is not a number"),
    "an open quotation mark": ("oews", plain((CSV + '\n15-1252,"Doers\n').encode()), "not a line of CSV"),
    "an old workbook": ("oews", plain(b"\xd0\xcf\x11\xe0" + bytes(600)), "before 2007"),
    "a workbook of something else": ("oews", book([["A", "B"], [1, 2]]), "no table with the columns OCC_CODE"),
    "a workbook with a bomb": ("oews", book([r.OEWS_TITLES, r.oews_row("15-1252")], BOMB), "damaged or cut off: DTD"),
    "wages of no release": ("oews", plain(CSV.encode(), "wages.csv"), "--release"),
    "projections without a column": ("projections", plain(b"title,soc\nx,y\n"), "no column"),
}


def twice(folder: Path) -> Path:
    path = zip_of(lambda made: None)(folder)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("db_30_1_text/Interests.txt", b"x")
    return path


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_and_changes_nothing(careers: Run, database: Path, tmp_path: Path, case: str) -> None:
    kind, make, said = BAD[case]
    good = r.write_zip(tmp_path / "good.zip", dict(r.release_files()))
    assert careers("data", "import", "onet", str(good)).code == 0
    before = content(database)
    done = careers("data", "import", kind, str(make(tmp_path)))
    assert done.code == (2 if said == "--release" else 5), done
    assert done.out == ""
    assert said.lower() in done.err.lower() or case == "UTF-16"
    assert "\n\nhint: " in done.err
    assert content(database) == before
    assert [path.name for path in database.parent.iterdir()] == ["imported.sqlite"]


def test_a_first_import_that_fails_leaves_nothing(careers: Run, database: Path, tmp_path: Path) -> None:
    path = put("Knowledge.txt", "3.50", "9.99")(tmp_path)
    assert careers("data", "import", "onet", str(path)).code == 5
    assert list(database.parent.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(careers: Run, tmp_path: Path) -> None:
    path = r.write_zip(tmp_path / "x.zip", dict(r.release_files()))
    path.chmod(0)
    done = careers("data", "import", "onet", str(path))
    assert done.code == 5
    assert "permission denied" in done.err


@pytest.mark.parametrize("junk", [b"junk" * 5000, b""], ids=["junk", "empty"])
def test_a_database_that_is_none(careers: Run, database: Path, tmp_path: Path, junk: bytes) -> None:
    database.parent.mkdir(parents=True)
    database.write_bytes(junk)
    path = r.write_zip(tmp_path / "x.zip", dict(r.release_files()))
    codes = careers("data", "list").code, careers("data", "import", "onet", str(path)).code
    assert codes == ((4, 4) if junk else (0, 0))
    if junk:
        with pytest.raises(DataError):
            store.load_extra(database, "11-1000.00")
    else:
        assert store.load_extra(database, "11-1000.00") is not None
    assert database.read_bytes() == junk or not junk
    assert careers("list").code == 0


def test_a_disk_that_is_full(env: dict[str, str], careers: Run, database: Path, tmp_path: Path) -> None:
    big = r.write_zip(tmp_path / "big.zip", dict(r.release_files(release="30.2", occupations=800, tasks=20)))
    limits = [20_000, 200_000, 1_000_000, 2_000_000]
    for small in (False, True):
        if small:
            careers("data", "import", "onet", str(r.write_zip(tmp_path / "small.zip", dict(r.release_files()))))
        known = content(database)
        for limit in limits:
            done = subprocess.run(
                [*COMMAND, "data", "import", "onet", str(big)],
                env=env | {"PYTHONDONTWRITEBYTECODE": "1"},  # half a module would break the tests that come after
                capture_output=True,
                text=True,
                check=False,
                preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)),
            )
            assert done.returncode == 5, done.stderr
            assert "cannot be written" in done.stderr
            assert "Nothing was changed" in done.stderr
            assert content(database) == known
    assert careers("data", "import", "onet", str(big)).code == 0


def test_control_codes_of_a_file_are_not_obeyed(careers: Run, tmp_path: Path) -> None:
    done = careers("data", "import", "onet", str(put("Interests.txt", "4.50", "\x1b[2J\x07")(tmp_path)))
    assert done.code == 5
    assert not {"\x1b", "\x07"} & set(done.err)


# a kill at any moment


def import_and_die(how: str, n: int, database: Path, file: Path) -> None:
    """Import a file and be killed at the n-th of the events of a kind, or live. For a process of its own."""
    seen = itertools.count(1)

    def event() -> None:
        if next(seen) == n:
            os.kill(os.getpid(), signal.SIGKILL)

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if how == "statement" or (how == "before commit" and sql == "COMMIT"):
                event()
            done = super().execute(sql, *values)
            if how == "after commit" and sql == "COMMIT":
                event()
            return done

    class Writer(base.Writer):
        BATCH = 50

        def _insert(self, *given: Any) -> None:
            super()._insert(*given)
            event()

    def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = connect_as_usual(*arguments, factory=Connection, **named)
        if how == "steps":
            made.set_progress_handler(event, 1000)
        made.execute("PRAGMA cache_size=10")  # so that pages are written long before the end
        return made

    connect_as_usual: Callable[..., sqlite3.Connection] = sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect)
        if how == "batch":
            patch.setattr(base, "Writer", Writer)
        unwatched = contextlib.nullcontext(lambda _: None)
        base.import_set(onet.SPEC, file, database, release=None, today="2026-01-01", watch=lambda _: unwatched)


def released(database: Path) -> str | None:
    found = store.list_sets(database)
    return found[0].release if found else None


@pytest.mark.parametrize("start", ["nothing", "an older release"])
@pytest.mark.parametrize("how", ["batch", "statement", "steps", "before commit", "after commit"])
def test_a_kill_leaves_what_was_or_what_will_be(tmp_path: Path, how: str, start: str) -> None:
    first, second = tmp_path / "first.sqlite", tmp_path / "second.sqlite"
    old = r.write_zip(tmp_path / "old.zip", dict(r.release_files(release="30.1")))
    new = r.write_zip(tmp_path / "new.zip", dict(r.release_files(release="30.2", occupations=40, tasks=30)))

    def run(how: str, n: int, file: Path, database: Path) -> int:
        process = os.fork()
        if not process:
            code = 1
            try:
                import_and_die(how, n, database, file)
                code = 0
            finally:
                os._exit(code)
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])

    if start != "nothing":
        assert run("never", 0, old, first) == 0
    before = content(first)
    shutil.copy(first, second) if first.exists() else None
    assert run("never", 0, new, second) == 0
    after = content(second)
    n, step = 1, {"batch": 9, "statement": 5, "steps": 4}.get(how, 1)
    while True:
        code = run(how, n, new, first)
        killed = code == -signal.SIGKILL
        assert killed or code == 0
        now = content(first)
        assert now == after or (now == before and killed and how != "after commit")
        n += step
        if not killed or now == after:
            break
    if how in ("batch", "statement", "steps"):
        assert n > 3 * step, "it was to be killed several times"
    assert run("never", 0, new, first) == 0
    assert content(first) == after


def test_a_kill_of_the_command_after_growing_delays(
    env: dict[str, str], careers: Run, database: Path, tmp_path: Path
) -> None:
    old = r.write_zip(tmp_path / "old.zip", dict(r.release_files(release="30.1")))
    new = r.write_zip(tmp_path / "new.zip", dict(r.release_files(release="30.2", occupations=400, tasks=20)))
    assert careers("data", "import", "onet", str(old)).code == 0
    before = content(database)
    delay = 0.03
    ends: list[int] = []
    while delay < 30:
        running = subprocess.Popen(
            [*COMMAND, "data", "import", "onet", str(new)],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(delay)
        running.send_signal(signal.SIGINT if len(ends) % 4 == 3 else signal.SIGKILL)
        said = running.communicate(timeout=60)[1]
        delay *= 1.15
        if running.returncode == 1 and b"careercli" not in said:
            continue  # Interrupted while Python itself began, which ends with 1 then.
        ends.append(running.returncode)
        if ends[-1] == 0 or released(database) == "30.2":
            break
        assert content(database) == before
    assert len(ends) > 4
    assert set(ends) <= {0, 130, -signal.SIGKILL, -signal.SIGINT}
    assert careers("data", "import", "onet", str(new)).code == 0
    assert len(content(database)["onet_occupation"]) == 400


def test_ctrl_c_is_heard_and_changes_nothing(env: dict[str, str], careers: Run, database: Path, tmp_path: Path) -> None:
    assert careers("data", "import", "onet", str(r.write_zip(tmp_path / "x.zip", dict(r.release_files())))).code == 0
    before = content(database)
    big = r.write_zip(tmp_path / "big.zip", dict(r.release_files(release="30.2", occupations=4000, tasks=40)))
    with Screen(["data", "import", "onet", str(big)], env, tmp_path) as screen:
        screen.read_until("Importing")
        screen.type("\x03")
        assert screen.read_all() == 130
        assert "Nothing was changed" in screen.text()
    assert content(database) == before


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_an_import_that_is_ended_changes_nothing(
    env: dict[str, str], careers: Run, database: Path, tmp_path: Path, name: str, code: int
) -> None:
    assert careers("data", "import", "onet", str(r.write_zip(tmp_path / "x.zip", dict(r.release_files())))).code == 0
    before = content(database)
    big = r.write_zip(tmp_path / "big.zip", dict(r.release_files(release="30.2", occupations=4000, tasks=40)))
    with Screen(["data", "import", "onet", str(big)], env, tmp_path) as screen:
        screen.read_until("Importing")
        screen.child.kill(getattr(signal, name))
        assert screen.read_all() == code
    assert content(database) == before


def test_two_at_once_and_a_reader_meanwhile(env: dict[str, str], careers: Run, database: Path, tmp_path: Path) -> None:
    assert careers("data", "import", "onet", str(r.write_zip(tmp_path / "x.zip", dict(r.release_files())))).code == 0
    big = r.write_zip(tmp_path / "big.zip", dict(r.release_files(release="30.2", occupations=4000, tasks=40)))
    command = [*COMMAND, "data", "import", "onet", str(big)]
    first = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    while first.poll() is None and not Path(f"{database}-wal").exists():
        time.sleep(0.01)
    second = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert released(database) in ("30.1", "30.2")
    assert store.load_extra(database, "11-1000.00") is not None
    assert first.wait(60) == 0
    assert second.returncode in (0, 5)
    assert second.returncode == 0 or "another import is running" in second.stderr
    assert released(database) == "30.2"


# rows

anything = st.text(max_size=40)


@given(st.lists(anything, min_size=7, max_size=7))
def test_a_row_is_taken_left_out_or_refused(cells: list[str]) -> None:
    for part, *_ in onet.PARTS:
        at = base.FileLine("x.txt")
        try:
            row = part.parse(cells[: len(part.columns)], at)
        except ImportFailedError as error:
            assert error.message.startswith("{at}: ")  # noqa: PT017
        else:
            assert isinstance(row, tuple | str)


@given(
    st.lists(st.sampled_from(["1.5", "*", "**", "-", "#", "", "1,234", "x", "nan", "1e400"]), min_size=20, max_size=20)
)
def test_wages_are_never_below_zero_or_zero_for_what_is_missing(cells: list[str]) -> None:
    cells[0], cells[1], cells[16:] = "15-1252", "Doers", ["", "", "", ""]
    try:
        row = oews.parse_row(cells, base.FileLine("x.csv"))
    except ImportFailedError:
        assert {"x", "nan", "1e400", "#"} & set(cells)
        return
    assert isinstance(row, tuple)
    figures: Any = row
    assert all(value is None or value > 0 for value in figures[3:16])
    assert [value is None for value in row[4:16]] == [cell in ("*", "**", "-", "") for cell in cells[4:16]]
    assert set((figures[17] or "").split()) == {
        name for name, cell in zip(oews._PAY, cells[4:], strict=False) if cell == "#"
    }


@given(st.lists(anything, min_size=12, max_size=12))
def test_projections_too(cells: list[str]) -> None:
    try:
        row = projections.make_parser(2024, 2034)(cells, base.FileLine("x.csv"))
    except ImportFailedError:
        return
    assert isinstance(row, tuple | str)


@given(st.floats(allow_nan=True), st.floats(-10, 0), st.floats(0, 10))
def test_a_number_is_within_its_bounds(value: float, low: float, high: float) -> None:
    try:
        assert low <= base.parse_number(repr(value), low, high, base.FileLine("x")) <= high
    except ImportFailedError:
        assert not low <= value <= high


@pytest.mark.parametrize(
    ("names", "release"),
    [
        ("national_M2025_dl.xlsx", "2025-05"),
        ("x.xlsx national_M2019_dl", "2019-05"),
        ("oesm24nat.zip", "2024-05"),
        ("oews_national_2025-05.csv", "2025-05"),
        ("wages.csv", None),
    ],
)
def test_the_release_in_a_name(names: str, release: str | None) -> None:
    assert oews.find_release(names) == release


@given(st.binary(max_size=300))
def test_any_bytes_are_lines_or_refused(raw: bytes) -> None:
    import io

    at = base.FileLine("x.txt")
    try:
        list(files.read_tabbed(io.BytesIO(raw), at, lambda _: None))
    except ImportFailedError:
        assert at.line >= 1


def test_a_release_that_differs_from_the_name_of_the_file(careers: Run, tmp_path: Path) -> None:
    path = r.write_workbook(tmp_path / "oesm24nat.xlsx", [r.OEWS_TITLES, r.oews_row("15-1252")], sheet="Sheet1")
    done = careers("data", "import", "oews", str(path), "--release", "2025-05")
    assert done.code == 0, done.err
    assert done.err == "The name of the file carries release 2024-05; it is taken to be 2025-05.\n"
    french = careers("data", "import", "oews", str(path), "--release", "2023-05", "--lang", "fr", "--json")
    data = json.loads(french.out)
    assert (data["data"]["installed"]["release"], data["data"]["named"]) == ("2023-05", "2024-05")
    assert data["notes"] == ["Le nom du fichier porte la version 2024-05\u202f; il est pris pour la 2023-05."]
    plain_ = careers("data", "import", "oews", str(path))
    assert (plain_.code, plain_.err) == (0, "")
    assert "2024-05" in careers("data", "list").out


def test_a_release_that_differs_from_the_sheet_is_refused(careers: Run, tmp_path: Path) -> None:
    path = r.write_workbook(tmp_path / "wages.xlsx", [r.OEWS_TITLES, r.oews_row("15-1252")])
    done = careers("data", "import", "oews", str(path), "--release", "2024-05")
    assert done.code == 2
    assert "2025-05" in done.err
