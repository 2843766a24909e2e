"""What is explained once for every career and is called as somebody types: topics, and terms of the glossary."""

import msgspec

from careercli.core.text.ids import fold
from careercli.library.index import Index

#: Letters from which on what is typed may be the beginning of a name.
BEGINNING = 3


class NamedPage(msgspec.Struct, frozen=True):
    """A `topic` or a `term`; `whole`: what was typed is its name, or has it within."""

    kind: str
    id: str
    whole: bool


def find_pages(index: Index, text: str, *, typing: bool) -> list[NamedPage]:
    """The topics and terms that some words name, topics first; while one is `typing` those that they begin to name."""
    names = index.read(text).names[:2]
    places = ", ".join("?" for _ in names)
    query = f"SELECT kind, id FROM name WHERE kind IN ('topic', 'term') AND key IN ({places}) ORDER BY kind DESC, id"
    named = [*index.rows(query, names), *(("topic", id_) for id_ in _topics_within(index, fold(text)))]
    begun = _begun(index, fold(text)) if typing and len(text) >= BEGINNING else []
    whole = [NamedPage(kind, id_, whole=True) for kind, id_ in dict.fromkeys(map(tuple, named))]
    further = [NamedPage(kind, id_, whole=False) for kind, id_ in begun if (kind, id_) not in named]
    return sorted(whole, key=lambda page: page.kind != "topic") + further


def _begun(index: Index, key: str) -> list[tuple[str, str]]:
    """The topics with a name that begins so, and the terms that are called so in the reader's language."""
    from careercli.library.beginnings import AFTER  # only for who is typing

    query = """
        SELECT name.kind, name.id, label.name FROM name JOIN label ON label.kind = name.kind AND label.id = name.id
        WHERE name.kind IN ('topic', 'term') AND key >= ? AND key < ? AND lang = ?
        GROUP BY name.kind, name.id ORDER BY name.kind DESC, min(length(key)), name.id"""
    rows = index.rows(query, (key, key + AFTER, index.lang))
    return [(kind, id_) for kind, id_, name in rows if kind == "topic" or fold(name).startswith(key)]


def _topics_within(index: Index, key: str) -> list[str]:
    """The topics whose short name stands within some words: "electrician apprenticeship"."""
    labels = index.rows("SELECT id, name FROM label WHERE kind = 'topic' UNION SELECT id, id FROM topic", ())
    return [id_ for id_, name in labels if f" {fold(name)} " in f" {key} "]
