"""What a person may have begun to type, for completion by a shell."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang

Rows = Callable[[str, tuple[Any, ...]], list[Any]]

#: Names that are offered at most.
MOST = 40
#: What most people do first, a name of the occupation before a name that people also use, its head word first.
_RANK = "weight - 4 * (kind = 2) - 2 * head DESC"
#: Letters that a plural may add.
MOST_ENDING = 2
#: Comes after all letters, figures and blanks of a key.
AFTER = "\U0010ffff"


class Beginning(NamedTuple):
    """A name to go on with, as it can be typed, and what it means."""

    value: str
    meaning: str


class Begun(NamedTuple):
    """A career with a name that begins so: the folded name, and what the career is called.

    `own`: it is called so itself, not by another title; `whole`: a word of the name ends where what was typed does.
    """

    id: str
    key: str
    name: str
    own: bool = False
    whole: bool = False


def find_careers(rows: Rows, typed: str, lang: Lang) -> list[Beginning]:
    """Careers whose names or codes begin so, guides first, those of the reader's language before others.

    Nothing typed means all guides.
    """
    if typed[:1].isdigit():
        query = (
            "SELECT code, json_extract(card, '$.name') FROM occupation_card WHERE code >= ? AND code < ? AND lang = ?"
        )
        rows_ = rows(f"{query} GROUP BY code ORDER BY code LIMIT {MOST}", (typed, typed + AFTER, lang))
        return [Beginning(code, name) for code, name in rows_]
    named = [*_guides(rows, typed, lang), *(_titles(rows, typed, lang) if typed.strip() else ())]
    return [Beginning(go_on(typed, begun.key), begun.name) for begun in named[:MOST]]


def find_names(rows: Rows, typed: str, lang: Lang) -> list[Begun]:
    """The careers with a name of the reader's language that begins so, guides first, then what most people do.

    A name of which the words are whole comes before one that goes on within the last: bus drivers before businesses.
    """
    if not (begun := fold(typed)):
        return []

    def goes_on(its: Begun) -> bool:
        return not f"{its.key} ".startswith(f"{begun} ")

    named = sorted([*_guides(rows, typed, lang), *_titles(rows, typed, lang, own_only=True)], key=goes_on)[:MOST]
    return [its._replace(own=fold(its.name).startswith(begun), whole=not goes_on(its)) for its in named]


def find_labels(rows: Rows, kind: str, typed: str, lang: Lang, *, label_kind: str | None = None) -> list[Beginning]:
    """The names of a kind (family, section, skill, term, topic) that begin so, in any language, each id once."""
    begun = fold(typed)
    query = (
        "SELECT key, id FROM name WHERE kind = ? AND key >= ? AND key < ? ORDER BY key <> replace(id, '-', ' '), key"
    )
    names = dict(rows("SELECT id, name FROM label WHERE kind = ? AND lang = ?", (label_kind or kind, lang)))
    meant: dict[str, Beginning] = {}
    for key, id_ in rows(query, (kind, begun, begun + AFTER)):
        meant.setdefault(id_, Beginning(go_on(typed, key), names.get(id_, "")))
    return sorted(meant.values())


def find_subjects(rows: Rows, typed: str, lang: Lang) -> list[Beginning]:
    """What people care for, named so."""
    begun = fold(typed)
    query = "SELECT key, id FROM subject_name WHERE key >= ? AND key < ? ORDER BY alt, lang <> ?, key"
    names = dict(rows("SELECT id, name FROM label WHERE kind = 'subject' AND lang = ?", (lang,)))
    meant: dict[str, Beginning] = {}
    for key, id_ in rows(query, (begun, begun + AFTER, lang)):
        meant.setdefault(id_, Beginning(go_on(typed, key), names.get(id_, "")))
    return sorted(meant.values())


def _guides(rows: Rows, typed: str, lang: Lang) -> Iterator[Begun]:
    begun = fold(typed)
    query = """
        SELECT key, role.id, json_extract(card.body, '$.name')
        FROM name JOIN role USING (id) JOIN card ON card.num = role.num
        WHERE kind = 'career' AND key >= ? AND key < ? AND card.lang = ?
        ORDER BY role.id, key <> replace(role.id, '-', ' '), length(key)"""
    seen = set()
    for key, id_, name in rows(query, (begun, begun + AFTER, lang)):
        if id_ not in seen and not key[:1].isdigit():
            seen.add(id_)
            yield Begun(id_, key, name)


def _titles(rows: Rows, typed: str, lang: Lang, *, own_only: bool = False) -> Iterator[Begun]:
    begun = fold(typed)
    guides = "SELECT key FROM name WHERE name.kind = 'career'"
    begins = f"key >= ? AND key < ? AND kind BETWEEN 1 AND 3 AND key NOT IN ({guides})"
    where = f"{begins} AND lang = ? ORDER BY" if own_only else f"{begins} ORDER BY lang <> ?,"
    yield from _occupations(rows, f"{where} {_RANK}, length(key)", (begun, begun + AFTER, lang), lang)


def _occupations(rows: Rows, where: str, values: tuple[Any, ...], lang: Lang) -> Iterator[Begun]:
    """The best key of each occupation, with the name of the occupation."""
    codes: dict[str, str] = {}
    for key, code in rows(f"SELECT key, code FROM title WHERE {where} LIMIT {4 * MOST}", values):
        codes.setdefault(code, key)
    query = "SELECT json_extract(card, '$.name') FROM occupation_card WHERE code = ? AND lang = ? LIMIT 1"
    for code, key in list(codes.items())[:MOST]:
        ((name,),) = rows(query, (code, lang))
        whole = fold(name)  # its singular is made by rule, and may be odd
        called = whole if whole.startswith(key) and len(whole) - len(key) <= MOST_ENDING else key
        yield Begun(code, called, name)


def go_on(typed: str, key: str) -> str:
    """The rest of a folded name after what was typed, which stays as it is: shells drop what does not begin so."""
    rest = key[len(fold(typed)) :]
    if typed.endswith((" ", "-")):
        rest = rest.lstrip(" ")
    return typed + (rest if " " in typed else rest.replace(" ", "-"))
