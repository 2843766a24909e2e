"""Compiles `data/` and own roles into one SQLite file: guides, names, full text.

`show` reads what is made here and never parses YAML. One role can be taken out and put in again alone.
"""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from careercli.compiler import checks
from careercli.compiler.atlas import put_atlas
from careercli.compiler.build_role import merge_role, section_strings, skill_name
from careercli.compiler.entries import SourceEntry
from careercli.compiler.load import RoleFiles, Vocabulary, load_role, load_vocabulary
from careercli.compiler.locate import as_text, role_names
from careercli.compiler.name_groups import load_employees, load_statistics
from careercli.compiler.plain_search import TABLES, has_index
from careercli.compiler.questionnaires import put_questionnaires
from careercli.compiler.reading import put_reading
from careercli.compiler.schema import RoleFacts, RoleText
from careercli.compiler.store_measures import put_role_measures
from careercli.compiler.titles import TABLES as NAME_TABLES
from careercli.compiler.titles import put_role_terms, stored_wordings
from careercli.core.careers.guide_sections import MADE_SECTIONS
from careercli.core.careers.model import Role, Source
from careercli.core.careers.reports import Card
from careercli.core.text.citations import replace_citations
from careercli.core.text.ids import fold
from careercli.core.text.languages import SOURCE, Lang
from careercli.files.validate_shape import Problem
from careercli.locale import Say, languages
from careercli.locale.criteria_words import words_of

Origin = Literal["bundled", "own"]

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, folder TEXT) WITHOUT ROWID;
CREATE TABLE role (
    num INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, origin TEXT NOT NULL, folder TEXT NOT NULL,
    overrides INTEGER NOT NULL);
CREATE TABLE page (num INTEGER, lang TEXT, body BLOB NOT NULL, PRIMARY KEY (num, lang));
CREATE TABLE stands_for (code TEXT, num INTEGER, match TEXT NOT NULL, PRIMARY KEY (code, num)) WITHOUT ROWID;
CREATE TABLE measure (
    id TEXT, country TEXT, num INTEGER, body BLOB NOT NULL, PRIMARY KEY (id, country)) WITHOUT ROWID;
CREATE TABLE card (num INTEGER, lang TEXT, body BLOB NOT NULL, PRIMARY KEY (num, lang)) WITHOUT ROWID;
CREATE TABLE name (key TEXT, kind TEXT, id TEXT, num INTEGER, PRIMARY KEY (kind, key, id)) WITHOUT ROWID;
CREATE INDEX name_num ON name (num) WHERE num IS NOT NULL;
CREATE TABLE label (
    kind TEXT, id TEXT, lang TEXT, name TEXT NOT NULL, PRIMARY KEY (kind, lang, id)) WITHOUT ROWID;
CREATE TABLE trait_section (trait TEXT PRIMARY KEY, section TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE quiz_item (num INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
CREATE TABLE nearness (code TEXT PRIMARY KEY, steps BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE source (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE problem (id TEXT, path TEXT, line INTEGER, field TEXT, message TEXT);
CREATE TABLE passage_of (rowid INTEGER PRIMARY KEY, num INTEGER, id TEXT, lang TEXT, section TEXT);
CREATE INDEX passage_num ON passage_of (num);
"""
_INDEX = """
CREATE VIRTUAL TABLE passage USING fts5 (
    lang, name, title, text, tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'");
INSERT INTO passage (passage, rank) VALUES ('rank', 'bm25(0.0, 8.0, 4.0, 1.0)');
CREATE VIRTUAL TABLE word USING fts5vocab (passage, row);
CREATE VIRTUAL TABLE held USING fts5 (
    key, content = '', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'");
"""


def create_catalogue(connection: sqlite3.Connection, data: Path) -> list[Problem]:
    """Fill an empty database from a `data/` folder. Returns what is wrong with the bundled files."""
    indexed = has_index(connection)
    for statement in (
        *_TABLES.strip().split(";\n"),
        *NAME_TABLES.strip().split(";\n"),
        *(_INDEX.strip().split(";\n") if indexed else TABLES),
    ):
        connection.execute(statement)
    vocabulary, problems = load_vocabulary(data)
    _add_vocabulary(connection, vocabulary)
    problems += put_questionnaires(connection, data)
    problems += put_reading(connection, data, vocabulary)
    problems += put_atlas(connection, data, vocabulary)
    return problems + put_roles(
        connection, [data / "roles" / name for name in role_names(data / "roles")], vocabulary, "bundled"
    )


def put_roles(
    connection: sqlite3.Connection, folders: Iterable[Path], vocabulary: Vocabulary, origin: Origin
) -> list[Problem]:
    """Put roles in, in place of what stood there. A role with problems is left out, and its problems kept."""
    loaded = [load_role(folder) for folder in folders]
    known = {row[0] for row in connection.execute("SELECT id FROM role")} | {role.folder.name for role in loaded}
    problems: list[Problem] = []
    for role in loaded:
        id_ = role.folder.name
        wrong = checks.find_role_problems(role, vocabulary, known, bundled=origin == "bundled")
        if not wrong:
            query = "SELECT 1 FROM role WHERE id = ? AND (origin <> ? OR overrides)"
            overrides = connection.execute(query, (id_, origin)).fetchone() is not None
            drop_role(connection, id_)
            _put_role(connection, role, vocabulary, origin, overrides=overrides)
            continue
        drop_role(connection, id_, origin)
        problems += wrong
        rows = [(id_, as_text(p.path), p.line, p.field, msgspec.json.encode(p.message).decode()) for p in wrong]
        connection.executemany("INSERT INTO problem VALUES (?, ?, ?, ?, ?)", rows)
    return problems


def drop_role(connection: sqlite3.Connection, id_: str, origin: Origin | None = None) -> None:
    """Take a role out, of one origin or of any, and the problems of its folder."""
    connection.execute("DELETE FROM problem WHERE id = ?", (id_,))
    query = "SELECT num FROM role WHERE id = ? AND origin = coalesce(?, origin)"
    for (num,) in connection.execute(query, (id_, origin)).fetchall():
        connection.execute("DELETE FROM passage WHERE rowid IN (SELECT rowid FROM passage_of WHERE num = ?)", (num,))
        for table in ("passage_of", "page", "card", "name", "stands_for", "measure", "term", "role"):
            connection.execute(f"DELETE FROM {table} WHERE num = ?", (num,))


def stored_vocabulary(connection: sqlite3.Connection) -> Vocabulary:
    """The vocabularies that a compiled file carries, so that own roles need no `data/` folder."""
    body = connection.execute("SELECT value FROM meta WHERE key = 'vocabulary'").fetchone()[0]
    return msgspec.json.decode(body, type=Vocabulary)


def _condition_words(vocabulary: Vocabulary) -> dict[str, str]:
    """The ids of conditions of work by what people call them; of "dirt, dust" each by itself too."""
    called: dict[str, str] = {}
    parts: dict[str, str] = {}
    for id_, entry in vocabulary.conditions.items():
        for name in (id_, *entry.names.values(), *entry.alt):
            called.setdefault(fold(name), id_)
        parts |= {fold(part): id_ for lang in languages() for part in entry.name(lang).split(",")}
    return parts | called


def _add_vocabulary(connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
    put_name = "INSERT OR IGNORE INTO name VALUES (?, ?, ?, NULL)"
    put_meta = "INSERT INTO meta VALUES (?, ?)"
    connection.execute(put_meta, ("vocabulary", msgspec.json.encode(vocabulary).decode()))
    words = words_of([Say(lang) for lang in languages()], _condition_words(vocabulary))
    connection.execute(put_meta, ("words", msgspec.json.encode(words).decode()))
    for kind, entries in (
        ("section", vocabulary.sections),
        ("skill", vocabulary.skills),
        ("condition", vocabulary.conditions),
    ):
        for id_, entry in entries.items():
            names = {fold(n) for n in (id_, *entry.names.values(), *entry.alt)}
            connection.executemany(put_name, [(name, kind, id_) for name in sorted(names)])
    for kind, labels in (
        ("section", vocabulary.sections),
        ("skill", vocabulary.skills),
        ("family", vocabulary.families),
        ("trait", vocabulary.traits),
        ("condition", vocabulary.conditions),
        ("field", vocabulary.fields),
        ("country", vocabulary.countries),
    ):
        rows = [(kind, id_, lang, entry.name(lang)) for id_, entry in labels.items() for lang in languages()]
        connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", rows)
        if kind == "family":
            names_of = [(fold(n), kind, i) for i, e in labels.items() for n in (i, *e.names.values())]
            connection.executemany(put_name, names_of)
    unpaid = [
        ("no-wage", entry.major, lang, why)
        for entry in vocabulary.families.values()
        for lang, why in entry.no_wage.items()
    ]
    connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", unpaid)
    elsewhere = [
        ("pay-by-place", id_, lang, Say(lang).joined([*entry.pay_by_place]))
        for id_, entry in vocabulary.countries.items()
        for lang in languages()
        if entry.pay_by_place
    ]
    connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", elsewhere)
    called = [
        (fold(name), "country", id_)
        for id_, entry in vocabulary.countries.items()
        for name in (*entry.names.values(), *entry.short.values(), *entry.alt)
    ]
    connection.executemany(put_name, called)
    short = [
        (f"{kind}-short", id_, lang, entry.short.get(lang, entry.name(lang)))
        for kind, shortened in (("country", vocabulary.countries), ("family", vocabulary.families))
        for id_, entry in shortened.items()
        for lang in languages()
    ]
    spoken = [
        ("country-the", id_, lang, entry.the.get(lang, entry.name(lang)))
        for id_, entry in vocabulary.countries.items()
        for lang in languages()
    ]
    connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", [*short, *spoken])
    data_sets = msgspec.json.encode(vocabulary.data_sets).decode()
    connection.execute("INSERT INTO meta VALUES ('data sets', ?)", (data_sets,))
    sections = [(id_, trait.read) for id_, trait in vocabulary.traits.items()]
    connection.executemany("INSERT INTO trait_section VALUES (?, ?)", sections)
    rows_of = [(id_, msgspec.json.encode(make_source(id_, entry))) for id_, entry in vocabulary.sources.items()]
    connection.executemany("INSERT INTO source VALUES (?, ?)", rows_of)


def make_source(id_: str, entry: SourceEntry) -> Source:
    """The source that an entry of a bibliography describes."""
    return Source(id=id_, **msgspec.structs.asdict(entry))


def _put_role(
    connection: sqlite3.Connection, role: RoleFiles, vocabulary: Vocabulary, origin: Origin, *, overrides: bool
) -> None:
    facts = role.facts
    assert facts is not None
    row = (facts.id, origin, as_text(role.folder), overrides)
    num = connection.execute("INSERT INTO role (id, origin, folder, overrides) VALUES (?, ?, ?, ?)", row).lastrowid
    assert num is not None
    sources = {id_: make_source(id_, entry) for id_, entry in {**vocabulary.sources, **role.sources}.items()}
    everybody = load_employees(connection)
    names = {fold(facts.id)}
    for link in facts.occupations:
        if link.match == "exact":
            names |= {fold(link.code), fold(link.code.removesuffix(".00"))}
    for lang in languages():
        text_lang: Lang = lang if lang in role.texts else next(iter(role.texts))
        text = role.texts[text_lang]
        statistics = load_statistics(connection, facts, lang, everybody)
        merged = merge_role(facts, text, text_lang, vocabulary, sources, statistics)
        connection.execute("INSERT INTO page VALUES (?, ?, ?)", (num, lang, msgspec.json.encode(merged)))
        card = _card(facts, text, merged, vocabulary, origin)
        connection.execute("INSERT INTO card VALUES (?, ?, ?)", (num, lang, msgspec.json.encode(card)))
        if lang in role.texts:
            _put_passages(connection, num, merged)
            names |= {fold(name) for name in (text.name, *text.alt_names)}
    put_role_measures(connection, num, facts, load_statistics(connection, facts, SOURCE, everybody), card)
    codes = [(link.code, num, link.match) for link in facts.occupations]
    connection.executemany("INSERT INTO stands_for VALUES (?, ?, ?)", codes)
    names |= {name.replace(" ", "") for name in names}
    own_sources = [(id_, msgspec.json.encode(sources[id_])) for id_ in role.sources]
    connection.executemany("INSERT OR IGNORE INTO source VALUES (?, ?)", own_sources)
    said = [(name, lang) for lang, text in role.texts.items() for name in (text.name, *text.alt_names)]
    put_role_terms(connection, num, said, stored_wordings(connection))
    put_name = "INSERT OR IGNORE INTO name VALUES (?, 'career', ?, ?)"
    connection.executemany(put_name, [(name, facts.id, num) for name in sorted(names) if name])
    put_tool = "INSERT OR IGNORE INTO name VALUES (?, 'tool', ?, ?)"
    skills = (*facts.key_tools, *facts.skills.hard)
    tools = {fold(skill_name(vocabulary, id_, lang)[0]) for id_ in skills for lang in languages()}
    connection.executemany(put_tool, [(tool, facts.id, num) for tool in sorted(tools)])


def _card(facts: RoleFacts, text: RoleText, role: Role, vocabulary: Vocabulary, origin: Origin) -> Card:
    family = vocabulary.families.get(facts.family)
    return Card(
        id=facts.id,
        kind="role",
        name=role.name,
        family=facts.family,
        family_name=family.name(role.lang) if family else facts.family.replace("-", " ").capitalize(),
        stars=role.stars,
        stars_basis="editorial" if role.stars else None,
        judged_stars=role.stars,
        headline_stars=role.headline_stars,
        focus=role.focus,
        summary=text.summary,
        tools=role.tools,
        skills=tuple(dict.fromkeys((*facts.key_tools, *facts.skills.hard, *facts.skills.soft))),
        entry=facts.entry,
        remote=facts.remote,
        study_years=facts.study_years,
        status=facts.status,
        origin=origin,
        reviewed=facts.reviewed,
        expected_pay=role.expected_pay,
        ratings=tuple(
            rating
            for section in role.sections
            if section.id == "pay"
            for rating in section.ratings
            if rating.level == "middle"
        ),
    )


def _put_passages(connection: sqlite3.Connection, num: int, role: Role) -> None:
    rows = [("", "", "\n".join((role.name, *role.alt_names, role.summary, role.focus, *role.tools)))]
    rows += [
        (section.id, section.title, "\n".join(section_strings(section)))
        for section in role.sections
        if section.id not in MADE_SECTIONS
    ]
    for section_id, title, text in rows:
        found = connection.execute(
            "INSERT INTO passage_of (num, id, lang, section) VALUES (?, ?, ?, ?)", (num, role.id, role.lang, section_id)
        )
        clean = re.sub(r"[ \u00a0\u202f]+", " ", replace_citations(text))
        row = (found.lastrowid, f"in{role.lang}", role.name, title, clean)
        connection.execute("INSERT INTO passage (rowid, lang, name, title, text) VALUES (?, ?, ?, ?, ?)", row)
