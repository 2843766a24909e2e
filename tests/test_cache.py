"""The compiled catalogue: only what changed is made again, and own roles join and stand in."""

import contextlib
import os
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from careercli.compiler import cache, locate
from careercli.compiler import compile as compiler
from careercli.compiler.cache import open_catalogue
from careercli.compiler.load import load_role
from careercli.compiler.locate import Locations, stamp_data
from careercli.errors import ExitCode
from careercli.files.strict_yaml import Document, load_yaml
from careercli.library.catalogue import Catalogue
from careercli.locale import languages
from tests.conftest import ROOT, Run

pytestmark = pytest.mark.long


@pytest.fixture
def where(tmp_path: Path, small: Path) -> Locations:
    """A checkout of its own."""
    data = tmp_path / "data"
    shutil.copytree(small, data)
    return Locations(None, data, tmp_path / "own", tmp_path / "cache")


@pytest.fixture
def known(where: Locations, small_cache: Path) -> Locations:
    """A checkout of its own whose catalogue is up to date: that of the data that it is a copy of."""
    where.cache.mkdir(mode=0o700)
    wanted = cache._wanted(where, {})
    file = where.cache / f"catalogue-{cache._key(where, {})}.sqlite"
    shutil.copyfile(next(small_cache.glob("careers/*.sqlite")), file)
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM file")
        connection.executemany("INSERT INTO file VALUES (?, ?, ?)", cache._rows(wanted))
        connection.execute("UPDATE meta SET value = ? WHERE key = 'stamps'", (cache._digest(wanted),))
    return where


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the roles that are compiled from now on."""
    names: list[str] = []
    load = load_role

    def noting(folder: Path) -> object:
        names.append(folder.name)
        return load(folder)

    monkeypatch.setattr(compiler, "load_role", noting)
    return names


def touch(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_nothing_is_compiled_twice(where: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    names = compiled(monkeypatch)
    Catalogue(where)
    assert len(names) == 9
    Catalogue(where)
    assert len(names) == 9


def test_a_changed_role_is_compiled_alone(known: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    names = compiled(monkeypatch)
    assert known.data
    touch(known.data / "roles/ai-engineer/en.yaml", "name: AI engineer", "name: AI engine whisperer")
    catalogue = Catalogue(known)
    assert names == ["ai-engineer"]
    assert catalogue.resolve("AI engine whisperer") == "ai-engineer"
    assert catalogue.get_role("ai-engineer", "en").name == "AI engine whisperer"
    assert catalogue.search("en").answer("engine whisperer").careers[0].id == "ai-engineer"
    related = next(s for s in catalogue.get_role("ai-specialist", "en").sections if s.id == "related").related
    assert "AI engine whisperer" in {entry.name for entry in related} or "ai-engineer" not in {e.id for e in related}


def test_what_is_compiled_in_steps_equals_what_is_compiled_at_once(known: Locations) -> None:
    assert known.data
    path = known.data / "roles/data-analyst/en.yaml"
    touch(path, "name: Data analyst", "name: Data analyzt")
    Catalogue(known)
    touch(path, "name: Data analyzt", "name: Data analyst")
    steps = open_catalogue(known)
    once = open_catalogue(known._replace(cache=known.cache / "other"))
    for table in ("page", "card", "name", "label", "source"):
        column = "id" if table in ("name", "label", "source") else "lang"
        query = f"SELECT * FROM {table} ORDER BY {column}"

        def rows(connection: sqlite3.Connection, query: str = query) -> list[tuple[object, ...]]:
            return sorted(
                (tuple(v for v in row if not isinstance(v, int)) for row in connection.execute(query)), key=repr
            )

        assert rows(steps) == rows(once), table
    for connection in (steps, once):
        assert (
            connection.execute("SELECT count(*) FROM passage").fetchone()
            == connection.execute("SELECT count(*) FROM passage_of").fetchone()
        )


def test_a_changed_vocabulary_makes_all_again(known: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    names = compiled(monkeypatch)
    assert known.data
    with (known.data / "skills.yaml").open("a") as file:
        file.write("zymurgy: {names: {en: Zymurgy, fr: Zymologie}, kind: hard}\n")
    assert Catalogue(known).resolve_label("skill", "zymologie") == "zymurgy"
    assert len(names) == 9


def copy_role(where: Locations, source: str, target: str) -> Path:
    assert where.data
    folder = where.own_roles / target
    shutil.copytree(where.data / "roles" / source, folder)
    touch(folder / "facts.yaml", f"id: {source}", f"id: {target}")
    return folder


def test_own_roles_come_and_go(known: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    names = compiled(monkeypatch)
    folder = copy_role(known, "data-analyst", "tea-taster")
    touch(folder / "en.yaml", "name: Data analyst", "name: Tea taster")
    assert Catalogue(known).resolve("tea taster") == "tea-taster"
    assert names == ["tea-taster"]
    shutil.rmtree(folder)
    assert "tea-taster" not in {card.id for card in Catalogue(known).cards("en")}
    assert names == ["tea-taster"]


def test_an_own_role_stands_in_for_a_bundled_one_until_it_goes(where: Locations) -> None:
    folder = copy_role(where, "data-analyst", "data-analyst")
    touch(folder / "en.yaml", "name: Data analyst", "name: My analyst")
    catalogue = Catalogue(where)
    assert catalogue.get_role("data-analyst", "en").name == "My analyst"
    assert catalogue.origin("data-analyst") == ("own", True)
    assert len(catalogue.cards("en")) == 9
    (folder / "facts.yaml").write_text("broken: [")
    assert Catalogue(where).get_role("data-analyst", "en").name == "Data analyst"
    shutil.rmtree(folder)
    assert Catalogue(where).get_role("data-analyst", "en").name == "Data analyst"


def test_it_is_said_that_an_own_role_stands_in(careers: Run, own_roles: Path) -> None:
    shutil.copytree(ROOT / "data/roles/data-analyst", own_roles / "data-analyst")
    assert "in place of the bundled one" in careers("show", "data-analyst").err


def test_a_wheel_without_own_roles_writes_nothing(where: Locations, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.sqlite"
    connection = sqlite3.connect(file, isolation_level=None)
    assert where.data
    connection.execute("BEGIN")
    compiler.create_catalogue(connection, where.data)
    connection.execute("COMMIT")
    connection.close()
    wheel = Locations(file, None, where.own_roles, where.cache)
    assert len(Catalogue(wheel).cards("en")) == 9
    assert not where.cache.exists()
    folder = copy_role(where, "data-analyst", "tea-taster")
    touch(folder / "en.yaml", "name: Data analyst", "name: Tea taster")
    assert Catalogue(wheel).resolve("tea taster") == "tea-taster"
    assert where.cache.exists()


def test_the_installed_data_is_found_only_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from careercli.errors import DataError

    monkeypatch.setattr(locate, "_PACKAGE", tmp_path / "site-packages/careercli")
    with pytest.raises(DataError, match="missing"):
        locate.locate(tmp_path, tmp_path)


def test_the_cache_is_the_owners_alone(where: Locations) -> None:
    Catalogue(where)
    for path in where.cache.iterdir():
        if path.suffix == ".sqlite":
            assert path.stat().st_mode & 0o077 == 0
    assert os.stat(where.cache).st_mode & 0o077 == 0


def test_a_full_build_reads_every_file_once(where: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_role(where, "data-analyst", "tea-taster")
    read: list[Path] = []
    load = load_yaml

    def noting(path: Path) -> Document:
        read.append(path)
        return load(path)

    monkeypatch.setattr("careercli.compiler.load.load_yaml", noting)
    Catalogue(where)
    assert where.data
    assert set(read) >= {*where.data.glob("quiz/*.yaml"), *where.own_roles.rglob("*.yaml")}
    assert {path for path, count in Counter(read).items() if count > 1} == set()


@pytest.mark.parametrize("state", ["new", "known", "damaged"])
def test_own_guides_are_looked_through_once(
    careers: Run, own_roles: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    shutil.copytree(ROOT / "data/roles/data-analyst", own_roles / "data-analyst")
    if state != "new":
        assert careers("list").code == 0
    if state == "damaged":
        (own_roles / "data-analyst/facts.yaml").write_text("broken: [")
    looked: list[str] = []
    scandir = os.scandir

    def noting(folder: str | Path) -> object:
        looked.append(str(folder))
        return scandir(folder)

    monkeypatch.setattr("careercli.compiler.locate.os.scandir", noting)
    assert careers("show", "ai-engineer", "--brief").code == 0
    assert looked.count(str(own_roles)) == 1


def test_who_compiles_gives_signs_of_life(where: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    beats: list[Path] = []
    monkeypatch.setattr("careercli.files.lock.FileLock.beat", lambda lock: beats.append(lock.path))
    Catalogue(where)
    assert len(beats) > 100
    (file,) = where.cache.glob("*.sqlite")
    assert set(beats) == {file.with_suffix(".lock")}, "fifty that wait must not all begin to compile too"


def test_a_change_of_the_program_makes_all_again() -> None:
    stamped = stamp_data(ROOT / "data")
    for module in ("compiler/compile.py", "compiler/questionnaires.py", "core/careers/model.py"):
        assert str(ROOT / "src/careercli" / module) in stamped


def test_what_takes_long_is_said_once(where: Locations) -> None:
    told: list[str] = []
    for expected in (1, 1):
        open_catalogue(where, lambda said: told.append(str(said))).close()
        assert len(told) == expected, told
    assert where.data
    touch(next(where.data.glob("roles/*/en.yaml")), "summary:", "summary: ")
    open_catalogue(where, lambda said: told.append(str(said))).close()
    assert len(told) == 1, "one changed guide is soon read"


@pytest.mark.parametrize("lang", languages())
def test_guides_without_any_occupation_are_told_by_every_verb(
    careers: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    data = tmp_path / "guides"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("occupations"))
    monkeypatch.setattr(
        "careercli.compiler.locate.locate", lambda own, cached: Locations(None, data, own / "roles", cached)
    )
    scores = "R=20,I=30,A=20,S=20,E=20,C=20"
    for argv in (
        ("show", "ai-specialist"),
        ("show", "ai-specialist", "--json"),
        ("list",),
        ("list", "--all", "--sort", "pay"),
        ("list", "--limit", "pay>=50000"),
        ("search", "python"),
        ("search", "nurse"),
        ("compare", "ai-specialist", "data-analyst"),
        ("salary", "ai-specialist"),
        ("salary", "--pay", "50000"),
        ("quiz", "--scores", scores),
        ("map",),
        ("random",),
        ("keep", "ai-specialist"),
        ("mine",),
        ("define", "median"),
        ("topic", "reading-pay"),
        ("sources",),
        ("data",),
        ("doctor",),
    ):
        done = careers(*argv, lang=lang)
        assert done.code != ExitCode.INTERNAL, (argv, done.err)


def test_a_guide_is_not_left_out_for_a_broken_one_that_it_names(
    careers: Run, home: Path, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = shutil.copytree(small, tmp_path / "data")
    monkeypatch.setattr(
        "careercli.compiler.locate.locate", lambda own, cached: Locations(None, data, own / "roles", cached)
    )
    neighbour, guide = data / "roles/data-engineer/en.yaml", data / "roles/ai-engineer/en.yaml"
    whole = neighbour.read_text("utf-8")
    assert careers("show", "ai-engineer", "--json").data["kind"] == "role"
    neighbour.write_text(whole + "  x: [\n", "utf-8")
    assert "data-engineer" not in [row["id"] for row in careers("list", "--json").data]
    guide.write_text(guide.read_text("utf-8") + "# read again\n", "utf-8")
    assert careers("show", "ai-engineer", "--json").data["kind"] == "role"
    neighbour.write_text(whole, "utf-8")
    for name in ("data-engineer", "ai-engineer"):
        assert careers("show", name, "--json").data["kind"] == "role"
