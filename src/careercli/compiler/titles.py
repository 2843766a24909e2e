"""Compiles what careers are called, and what they are about, into the tables that names are looked up in."""

import re
import sqlite3
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from math import log2, log10
from pathlib import Path
from typing import NamedTuple

import msgspec

from careercli.compiler import sayings, schema
from careercli.compiler.load import load_file
from careercli.compiler.plain_search import has_index
from careercli.core.careers.names import NameKind
from careercli.core.text.corrections import HEAD, NAME
from careercli.core.text.ids import fold
from careercli.core.text.languages import SOURCE, Lang
from careercli.core.text.wording import Wording, Wordings
from careercli.files.validate_shape import Problem
from careercli.locale import Say, languages

TABLES = """
CREATE TABLE title (num INTEGER PRIMARY KEY, key TEXT NOT NULL, code TEXT NOT NULL, kind INTEGER NOT NULL,
    lang TEXT NOT NULL, head INTEGER NOT NULL, weight INTEGER NOT NULL, said TEXT);
CREATE TABLE term (
    word TEXT NOT NULL, lang TEXT NOT NULL, form TEXT NOT NULL, root TEXT NOT NULL, sound TEXT NOT NULL,
    careers INTEGER NOT NULL, ours INTEGER NOT NULL, num INTEGER);
CREATE INDEX term_word ON term (word);
CREATE INDEX term_form ON term (form);
CREATE INDEX term_root ON term (root);
CREATE INDEX term_num ON term (num) WHERE num IS NOT NULL;
CREATE INDEX term_length ON term (lang, length(word), word, ours, careers, sound) WHERE ours;
CREATE TABLE several (
    key TEXT, lang TEXT, place INTEGER, id TEXT NOT NULL, tool INTEGER NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (key, lang, place)) WITHOUT ROWID;
CREATE TABLE subject (id TEXT PRIMARY KEY, careers TEXT NOT NULL, asks TEXT) WITHOUT ROWID;
CREATE TABLE subject_name (key TEXT, root TEXT, lang TEXT, id TEXT, alt INTEGER NOT NULL);
CREATE UNIQUE INDEX subject_key ON subject_name (key, lang, id);
CREATE INDEX subject_root ON subject_name (root, lang);
"""
#: People that an occupation of unknown size is taken to have, and the weight of what gathers the rest. Else it is ten
#: times the logarithm of the people employed.
NOBODY, RESIDUAL = 1.0, -40
#: What a tool weighs less for each doubling of the tools of an occupation: of many each tells less.
TOOLS = 12
#: Occupations that work with a tool from which its name is known to many.
COMMON = 5
#: What an occupation is mostly called.
OURS = (NameKind.LABEL, NameKind.SYNONYM, NameKind.NEAREST)


class Name(NamedTuple):
    """Something that an occupation is called, and by whom."""

    text: str
    kind: NameKind
    lang: Lang


class Named(NamedTuple):
    """An occupation with all its names, the people employed in it, and whether it gathers what is left over."""

    code: str
    names: Sequence[Name]
    people: float
    residual: bool


def put_search(connection: sqlite3.Connection, data: Path, occupations: Sequence[Named]) -> list[Problem]:
    """Put in all that names are looked up in, with our words for them. Returns what is wrong with the files."""
    wordings, _, problems = load_file(data / "search.yaml", dict[schema.LangCode, Wording])
    several, _, wrong_words = load_file(data / "several.yaml", sayings.Several)
    tools, _, wrong_tools = load_file(data / "tools.yaml", sayings.Several)
    subjects, _, wrong_subjects = load_file(data / "subjects.yaml", dict[schema.Slug, sayings.SubjectEntry])
    rules = {lang: (wordings or {}).get(lang, Wording()).with_kin() for lang in languages()}
    put_wordings(connection, rules)
    put_titles(connection, occupations, rules, several or {}, indexed=has_index(connection))
    residual = {occupation.code for occupation in occupations if occupation.residual}
    put_several(connection, several or {}, tools or {}, rules, residual)
    put_subjects(connection, subjects or {}, rules, {occupation.code: occupation.people for occupation in occupations})
    return [*problems, *wrong_words, *wrong_tools, *wrong_subjects]


def put_wordings(connection: sqlite3.Connection, wordings: Wordings) -> None:
    """Put in how each language reads words."""
    body = msgspec.json.encode(wordings).decode()
    connection.execute("INSERT INTO meta VALUES ('wordings', ?)", (body,))


def stored_wordings(connection: sqlite3.Connection) -> dict[Lang, Wording]:
    """How each language reads words, as it was put in."""
    ((body,),) = connection.execute("SELECT value FROM meta WHERE key = 'wordings'").fetchall()
    return msgspec.json.decode(body, type=dict[Lang, Wording])


class _Title(NamedTuple):
    """A row of the table of titles, without its number."""

    key: str
    code: str
    kind: NameKind
    lang: Lang
    head: int
    weight: int
    said: str | None


def put_titles(
    connection: sqlite3.Connection,
    occupations: Iterable[Named],
    wordings: Wordings,
    several: sayings.Several,
    *,
    indexed: bool,
) -> None:
    """All names by which an occupation is found, those that say most first: a search reads the first ones only.

    A name is kept as it is written only where its key does not give it.
    """
    rules = {lang: _rules(wordings, lang) for lang in languages()}
    titles = [title for occupation in occupations for title in _titles_of(occupation, rules)]
    titles.sort(key=lambda title: (title.kind, title.key.count(" "), -title.weight, title.key, title.code, title.lang))
    query = "INSERT INTO title (num, key, code, kind, lang, head, weight, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    connection.executemany(query, [(num, *title) for num, title in enumerate(titles, 1)])
    connection.execute("CREATE INDEX title_key ON title (key)")  # in one go: quicker than row by row
    if indexed:
        held = [(n, rules[title.lang].without_exceptions(title.key)) for n, title in enumerate(titles, 1)]
        connection.executemany("INSERT INTO held (rowid, key) VALUES (?, ?)", held)
    names = [(fold(word), lang) for lang, words in several.items() for word in words]
    names += [(title.key, title.lang) for title in titles if title.kind in OURS]
    names += _common_tools(titles)
    _put_terms(connection, titles, names, wordings)


def _common_tools(titles: Iterable[_Title]) -> list[tuple[str, Lang]]:
    """The tools of one word that many occupations work with: a slip in such a name is mended too (`kubenretes`)."""
    users = Counter((title.key, title.lang) for title in titles if title.kind is NameKind.TOOL)
    return [tool for tool, count in users.items() if count >= COMMON and " " not in tool[0]]


def _titles_of(occupation: Named, rules: Wordings) -> Iterable[_Title]:
    best: dict[tuple[str, Lang], _Title] = {}
    tools = sum(kind is NameKind.TOOL for _, kind, _ in occupation.names)
    size = RESIDUAL if occupation.residual else round(10 * log10(max(occupation.people, NOBODY)))
    for text, kind, lang in occupation.names:
        if key := fold(text):
            said = None if text == key.title() else text
            head = rules[lang].head_of(text, key)
            weight = size - round(TOOLS * log2(tools)) if kind is NameKind.TOOL else size
            title = _Title(key, occupation.code, kind, lang, head, weight, said)
            known = best.get((key, lang))
            if known is None or kind < known.kind:
                best[key, lang] = title
    return best.values()


def _rules(wordings: Wordings, lang: Lang) -> Wording:
    return wordings.get(lang) or wordings.get(SOURCE) or Wording()


def _put_terms(
    connection: sqlite3.Connection,
    titles: Sequence[_Title],
    names: Sequence[tuple[str, Lang]],
    wordings: Wordings,
) -> None:
    """The words of all titles: what a word may stand for is looked up there, and what a misspelt one may be.

    `ours` is 1 for a word of what an occupation is mostly called, more for a trade (`core/text/corrections.py`):
    `HEAD` where it is what such a name says that somebody is, `NAME` where it is a name by itself, in any form.
    """
    whole = {(_rules(wordings, lang).form(name), lang) for name, lang in names if " " not in name}
    ours_titles = [title for title in titles if title.kind in OURS]
    heads = {(_rules(wordings, its.lang).form(its.key.split()[its.head]), its.lang) for its in ours_titles}
    words: dict[tuple[Lang, str], set[str]] = {}
    for title in titles:
        if title.kind is not NameKind.CODE:
            words.setdefault((title.lang, title.code), set()).update(title.key.split())
    careers = Counter((word, lang) for (lang, _), said in words.items() for word in said)
    ours: Counter[tuple[str, Lang]] = Counter()
    for name, lang in names:
        for word in name.split():
            careers[word, lang] = max(careers[word, lang], 1)
            ours[word, lang] = 1
    rows = []
    for (word, lang), count in sorted(careers.items()):
        form, root, sound = _form_root_and_sound(word, wordings.get(lang))
        if ours[word, lang]:
            ours[word, lang] = NAME if (form, lang) in whole else HEAD if (form, lang) in heads else 1
        rows.append((word, lang, form, root, sound, count, ours[word, lang], None))
    connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def put_role_terms(
    connection: sqlite3.Connection, num: int, names: Iterable[tuple[str, Lang]], wordings: Wordings
) -> None:
    """The words of the names of a guide."""
    whole = {(fold(name), lang) for name, lang in names}
    words = {(word, lang) for name, lang in whole for word in name.split()}
    rows = [
        (word, lang, *_form_root_and_sound(word, wordings.get(lang)), 1, NAME if (word, lang) in whole else 1, num)
        for word, lang in sorted(words)
    ]
    connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _form_root_and_sound(word: str, wording: Wording | None) -> tuple[str, str, str]:
    """The form of a word, its root, and how it sounds."""
    form = wording.form(word) if wording else word
    return (form, wording.root_of_form(form), wording.sound(word)) if wording else (form, word, word)


def put_several(
    connection: sqlite3.Connection,
    several: sayings.Several,
    tools: sayings.Several,
    wordings: Wordings,
    residual: Container[str],
) -> None:
    """The words that name several careers, in our order, and those for what is worked with, whatever the language.

    What gathers the rest comes last.
    """
    rows = {(key, lang): (word, ids, False) for key, lang, word, ids in _by_key(several, wordings)}
    for key, _, word, ids in _by_key(tools, wordings):
        for lang in wordings:
            rows.setdefault((key, lang), (word, ids, True))
    query = "INSERT INTO several VALUES (?, ?, ?, ?, ?, ?)"
    for (key, lang), (word, ids, tool) in rows.items():
        ordered = sorted(ids, key=lambda id_: id_ in residual)
        connection.executemany(query, [(key, lang, place, id_, tool, word) for place, id_ in enumerate(ordered)])


def _by_key(several: sayings.Several, wordings: Wordings) -> Iterable[tuple[str, Lang, str, Sequence[str]]]:
    for lang, words in several.items():
        for word, ids in words.items():
            yield _keys(word, _rules(wordings, lang))[0], lang, word, ids


def put_subjects(
    connection: sqlite3.Connection,
    subjects: dict[str, sayings.SubjectEntry],
    wordings: Wordings,
    people: dict[str, float],
) -> None:
    """What people care for: the careers we name, and after them the occupations of whole groups, the largest first."""
    for id_, subject in subjects.items():
        grouped = [code for code in people if any(code.startswith(group) for group in subject.groups)]
        grouped.sort(key=lambda code: (-people[code], code))
        careers = list(dict.fromkeys((*subject.careers, *grouped)))
        body = msgspec.json.encode((len(subject.careers), careers)).decode()
        asks = msgspec.json.encode(subject.asks).decode() if subject.asks else None
        connection.execute("INSERT INTO subject VALUES (?, ?, ?)", (id_, body, asks))
        names = [(part, lang) for lang, name in subject.names.items() for part in _parts(name, _rules(wordings, lang))]
        others = [(word, lang) for lang, words in subject.alt.items() for word in words]
        for alt, said in enumerate(([*names, (id_, SOURCE)], others)):
            rows = {(*_keys(word, _rules(wordings, lang)), lang, id_, alt) for word, lang in said}
            connection.executemany("INSERT OR IGNORE INTO subject_name VALUES (?, ?, ?, ?, ?)", sorted(rows))
        connection.executemany(
            "INSERT INTO label VALUES ('subject', ?, ?, ?)", [(id_, lang, subject.name(lang)) for lang in wordings]
        )


def _keys(text: str, wording: Wording) -> tuple[str, str]:
    """A text by the forms of its words, and by what they share with their families."""
    key = wording.key(text) or fold(text)
    return key, " ".join(map(wording.root, key.split()))


def _parts(name: str, wording: Wording) -> set[str]:
    """A name, and what it joins: "Rocks, volcanoes and mines" is called by each of them too."""
    joined = re.sub(rf"\s(?:{wording.between})\s", ", ", name) if wording.between else name
    return {name, *joined.split(", ")}


def both_forms(label: str, lang: Lang) -> set[str]:
    """Each gender of a label that has both, with and without what follows both.

    "Agent immobilier ou agente immobilière de location" gives "Agent immobilier", "Agent immobilier de location" and
    so on; "Autre agent ou agente de sécurité" has no short forms.
    """
    say = Say(lang)
    between, residual = say.convention("both forms", " or "), say.convention("residual", "Other ")
    first, either, second = label.partition(between)
    if not either or between in second:
        return set()
    other = residual if first.startswith(residual) else ""
    men, women = first.removeprefix(other).split(), second.split()
    rest = women[len(men) :]
    found = {" ".join([*men, *rest]), second}
    if other:
        return {other + name for name in found}
    short = {first, " ".join(women[: len(men)])} if len(men) > 1 else set()
    return found | short


def singular(label: str) -> set[str]:
    """Registered Nurses gives Registered Nurse."""
    return {label[:-1]} if label.endswith("s") and not label.endswith("ss") and "," not in label else set()
