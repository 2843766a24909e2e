"""Search where SQLite has no full-text index (FTS5 with trigrams): all is read, and words are as they are written."""

import contextlib
import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.locale import languages

Rows = Callable[[str, tuple[Any, ...]], list[Any]]
#: What a word counts in the name, the title and the text of a passage, as in the index.
WEIGHTS = (8.0, 4.0, 1.0)
#: The tables that stand in for the index.
TABLES = ("CREATE TABLE passage (lang, name, title, text)",)


def has_index(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite can make and read the full-text index."""
    with contextlib.suppress(sqlite3.OperationalError):  # an old SQLite does not tell, and is tried
        return bool(connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone())
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.probe USING fts5 (text)")
        connection.execute("DROP TABLE temp.probe")
    except sqlite3.OperationalError:
        return False
    return True


def replace_index(connection: sqlite3.Connection) -> None:
    """Put plain tables in place of an index that came with a file and cannot be written here."""
    if not _is_indexed(lambda query, values: connection.execute(query, values).fetchall()):
        return
    connection.executescript(
        "PRAGMA writable_schema = ON;"
        "DELETE FROM sqlite_master WHERE name IN ('passage', 'held', 'word');"
        "PRAGMA writable_schema = RESET"
    )
    for table in TABLES:
        connection.execute(table)
    connection.execute(
        "INSERT INTO passage (rowid, lang, name, title, text) SELECT id, c0, c1, c2, c3 FROM passage_content"
    )
    connection.execute("DROP TABLE passage_content")


def _is_indexed(rows: Rows) -> bool:
    return bool(rows("SELECT 1 FROM sqlite_master WHERE name = 'passage_content'", ()))


def find_places(
    rows: Rows, words: Sequence[str], lang: Lang, limit: int, *, together: bool
) -> list[tuple[str, str, int, float]]:
    """The passages that hold all of the words, or any where they need not be `together`, best first.

    Guide, section, row and score of each.
    """
    columns, table, key = _columns(rows)
    query = f"""
        SELECT o.id, o.section, o.rowid, {columns} FROM passage_of AS o JOIN {table} AS p ON p.{key} = o.rowid
        WHERE o.lang = ? ORDER BY o.rowid"""
    wanted = [f" {fold(word)}" for word in words]
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for tongue in sorted(languages(), key=lambda other: other != lang):
        for id_, section, row, *texts in rows(query, (tongue,)):
            folded = [f" {fold(text)}" for text in texts]
            held = [[weight for text, weight in zip(folded, WEIGHTS, strict=True) if word in text] for word in wanted]
            if all(held) if together else any(held):
                found.setdefault((id_, section), (row, sum(map(sum, held))))
        if found:
            break
    best = sorted(found.items(), key=lambda item: -item[1][1])[:limit]
    return [(id_, section, row, score) for (id_, section), (row, score) in best]


def read_passage(rows: Rows, row: int, words: Sequence[str]) -> tuple[str, str]:
    """The title of a passage, and the phrase that holds most of what was looked for."""
    from careercli.core.text.excerpts import find_phrase  # whoever asks for `has_index` needs none

    columns, table, key = _columns(rows)
    ((_, title, text),) = rows(f"SELECT {columns} FROM {table} WHERE {key} = ?", (row,))
    return title, find_phrase(_marked(text, [f" {fold(word)}" for word in words]))


def _columns(rows: Rows) -> tuple[str, str, str]:
    """The columns of the passages, their table and its key: a file may have come with an index or without one."""
    if _is_indexed(rows):
        return "c1, c2, c3", "passage_content", "id"
    return "name, title, text", "passage", "rowid"


def _marked(text: str, wanted: Sequence[str]) -> str:
    """A text with marks around each word that begins with one that is looked for."""

    def mark(found: re.Match[str]) -> str:
        return f"⟦{found[0]}⟧" if any(start in f" {fold(found[0])}" for start in wanted) else found[0]

    return re.sub(r"[^\W_]+", mark, text)
