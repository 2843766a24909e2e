"""A SQLite without full-text search: everything works, and a search says that it reads words as they are written."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from careercli.compiler.locate import locate
from careercli.compiler.plain_search import find_places, has_index, read_passage, replace_index
from careercli.core.text.ids import is_code
from careercli.errors import NotFoundError
from careercli.library.catalogue import Catalogue
from tests.conftest import Run

Rows = Callable[[str, tuple[Any, ...]], list[Any]]
WORDS = ["python", "evaluation", "nurse", "ingénieur", "Infirmier", "data analyst", "truck driver"]


class Old(sqlite3.Connection):
    """A connection that knows no full-text index."""

    def execute(self, query: str, *values: Any) -> sqlite3.Cursor:
        if "fts5" in query or "MATCH" in query:
            raise sqlite3.OperationalError("no such module: fts5")
        return super().execute(query, *values)


def rows_of(catalogue: Catalogue) -> Rows:
    return lambda query, values: catalogue.connection.execute(query, values).fetchall()


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A catalogue that is made and read without the index, with a guide of one's own."""
    base = tmp_path_factory.mktemp("old")
    folder = base / "config/roles/mine"
    folder.mkdir(parents=True)
    (folder / "facts.yaml").write_text(
        "id: mine\nstatus: draft\nfamily: own\nentry: easy\nremote: rarely\nstudy_years: [0, 1]\nkey_tools: [hands]\n"
    )
    (folder / "en.yaml").write_text(
        "name: Falconer\nsummary: Flies zorblax birds.\ncore_focus: Birds\nintroduction:\n  text: [A zorblax flies.]\n"
    )
    real = sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sqlite3.connect", lambda *names, **options: real(*names, **options, factory=Old))
        catalogue = Catalogue(locate(base / "config", base / "cache"))
        assert not catalogue.is_indexed
    return catalogue


def ids(catalogue: Catalogue, text: str) -> list[str]:
    """The careers that some words mean, best first."""
    return [career.id for career in catalogue.search("en").answer(text).careers]


def test_this_sqlite_has_an_index(catalogue: Catalogue) -> None:
    assert catalogue.is_indexed
    assert has_index(catalogue.connection)


@pytest.mark.parametrize("text", WORDS)
def test_without_an_index_the_same_careers_are_found(catalogue: Catalogue, old: Catalogue, text: str) -> None:
    indexed, plain = ids(catalogue, text), ids(old, text)
    assert {id_ for id_ in plain if is_code(id_)} == {id_ for id_ in indexed if is_code(id_)}
    assert plain[:3] == indexed[:3]


def test_own_guides_are_found_without_an_index(old: Catalogue) -> None:
    finder = old.search("fr")
    (hit, *_) = finder.hits(finder.answer("ZORBLAX"), 5)
    assert hit.id == "mine"
    assert "⟦zorblax⟧" in hit.snippet
    assert ids(old, "zorblax qqqqq") == ["mine"]
    assert ids(old, "qqqqq") == []


def test_a_misspelt_name_has_suggestions_without_an_index(old: Catalogue) -> None:
    with pytest.raises(NotFoundError) as raised:
        old.resolve_career("registred nurze", "en")
    assert "29-1141.00" in raised.value.near


def test_a_file_that_has_an_index_is_read_and_changed_without_one(catalogue: Catalogue) -> None:
    rows = rows_of(catalogue)
    before = find_places(rows, ["python"], "en", 30, together=True)
    assert before
    assert "⟦" in read_passage(rows, before[0][2], ["python"])[1]
    copy = sqlite3.connect(":memory:", isolation_level=None)
    catalogue.connection.backup(copy)
    replace_index(copy)
    replace_index(copy)

    def rows_of_copy(query: str, values: tuple[Any, ...]) -> list[Any]:
        return copy.execute(query, values).fetchall()

    assert find_places(rows_of_copy, ["python"], "en", 30, together=True) == before
    assert read_passage(rows_of_copy, before[0][2], ["python"]) == read_passage(rows, before[0][2], ["python"])
    copy.execute("INSERT INTO passage (lang, name, title, text) VALUES ('inen', 'a', 'b', 'c')")


def test_a_search_says_that_words_are_read_as_they_are_written(
    careers: Run, old: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercli.compiler.plain_search.has_index", lambda _: False)
    monkeypatch.setattr("careercli.compiler.locate.locate", lambda own, cached: old.where)
    done = careers("search", "python")
    assert done.code == 0
    assert done.err.startswith("The SQLite of this Python has no full-text search")
    assert "⟦" not in done.out
    assert careers("show", "registred-nurse").code == 3
