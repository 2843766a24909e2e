"""Compiles the glossary and the topics, and finds which terms a text uses."""

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from careercli.compiler import entries
from careercli.compiler.load import Vocabulary, load_file
from careercli.core.careers.model import Item, Section
from careercli.core.careers.reading import Term, Topic
from careercli.core.text.citations import EDITORIAL, find_citations
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang, text_in
from careercli.errors import message
from careercli.files.validate_shape import Problem
from careercli.locale import languages

Glossary = Mapping[str, entries.GlossaryEntry]

TABLES = """
CREATE TABLE glossary (id TEXT, place INTEGER NOT NULL, lang TEXT, body BLOB NOT NULL, PRIMARY KEY (lang, id))
    WITHOUT ROWID;
CREATE TABLE topic (id TEXT, place INTEGER NOT NULL, country TEXT, lang TEXT, body BLOB NOT NULL,
    PRIMARY KEY (id, country, lang)) WITHOUT ROWID;
"""


def put_reading(connection: sqlite3.Connection, data: Path, vocabulary: Vocabulary) -> list[Problem]:
    """Put the glossary and the topics in. Returns what is wrong with their files."""
    for statement in TABLES.strip().split(";\n"):
        connection.execute(statement)
    problems = [*_find_foreign(data, vocabulary.glossary), *_find_lost(data, vocabulary)]
    names: set[tuple[str, str, str]] = set()
    labels: set[tuple[str, str, str, str]] = set()
    for term, place, lang in _make_terms(vocabulary):
        row = (term.id, place, lang, msgspec.json.encode(term))
        connection.execute("INSERT INTO glossary VALUES (?, ?, ?, ?)", row)
        names |= {(fold(name), "term", term.id) for name in (term.id, term.name, *term.alt)}
        labels.add(("term", term.id, lang, term.name))
    listed = [(id_, group) for group in vocabulary.topic_groups.values() for id_ in group.topics]
    places = {id_: (place, group) for place, (id_, group) in enumerate(listed)}
    for path in sorted((data / "topics").glob("*/*.yaml")):
        place, group = places.get(path.parent.name, (len(listed), None))
        if group is None:
            problems.append(Problem(path, 1, "", message("is in no group of `topics.yaml`")))
        text, _, wrong = load_file(path, entries.TopicText)
        problems += wrong
        if text is not None:
            problems += _find_uncited(path, text, vocabulary)
            topic = _make_topic(path, text, group)
            values = (topic.id, place, topic.country, topic.lang, msgspec.json.encode(topic))
            connection.execute("INSERT INTO topic VALUES (?, ?, ?, ?, ?)", values)
            names |= {(fold(name), "topic", topic.id) for name in (topic.id, topic.title, *text.alt)}
            if text.short:
                names.add((fold(text.short), "topic", topic.id))
                labels.add(("topic", topic.id, topic.lang, text.short))
    problems += _find_missing(data, vocabulary, {id_ for _, kind, id_ in names if kind == "topic"})
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, NULL)", sorted(names))
    connection.executemany("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", sorted(labels))
    return problems


def _make_terms(vocabulary: Vocabulary) -> Iterable[tuple[Term, int, Lang]]:
    """Each term in each language, with the place of its group."""
    groups = list(enumerate(vocabulary.term_groups.values()))
    group_of = {id_: (place, group) for place, group in groups for id_ in group.terms}
    for lang in languages():
        for id_, entry in vocabulary.glossary.items():
            place, group = group_of.get(id_, (len(groups), None))
            yield make_term(id_, entry, lang, vocabulary.glossary, group), place, lang


def make_term(
    id_: str, entry: entries.GlossaryEntry, lang: Lang, glossary: Glossary, group: entries.TermGroup | None = None
) -> Term:
    """A term in a language; in English where it has no words there."""
    return Term(
        id=id_,
        name=entry.name(lang),
        alt=entry.alt.get(lang, ()),
        text=text_in(entry.text, lang),
        example=entry.example.get(lang, ""),
        see=tuple((other, glossary[other].name(lang)) for other in entry.see if other in glossary),
        group=group.name(lang) if group else "",
    )


def _find_lost(data: Path, vocabulary: Vocabulary) -> Iterable[Problem]:
    """The terms that are named and are none."""
    see = (("glossary.yaml", f"{id_}.see", entry.see) for id_, entry in vocabulary.glossary.items())
    grouped = (("glossary_groups.yaml", f"{id_}.terms", group.terms) for id_, group in vocabulary.term_groups.items())
    for file, field, named in (*see, *grouped):
        for name in named:
            if name not in vocabulary.glossary:
                yield Problem(data / file, 1, field, message("names the unknown term `{name}`", name=name))


def _find_missing(data: Path, vocabulary: Vocabulary, topics: set[str]) -> Iterable[Problem]:
    for file, naming in (("sections.yaml", vocabulary.sections), ("topics.yaml", vocabulary.topic_groups)):
        for id_, entry in naming.items():
            for topic in entry.topics:
                if topic not in topics:
                    wrong = message("names the unknown topic `{name}`", name=topic)
                    yield Problem(data / file, 1, f"{id_}.topics", wrong)


def _find_foreign(data: Path, glossary: Glossary) -> Iterable[Problem]:
    for id_, entry in glossary.items():
        for lang, words in entry.everyday.items():
            for word in words:
                if word not in _names(entry, lang):
                    yield Problem(
                        data / "glossary.yaml",
                        1,
                        f"{id_}.everyday.{lang}",
                        message("names `{name}`, which is no name of the term", name=word),
                    )


def _names(entry: entries.GlossaryEntry, lang: Lang) -> tuple[str, ...]:
    return (entry.name(lang), *entry.alt.get(lang, ()))


def _find_uncited(path: Path, text: entries.TopicText, vocabulary: Vocabulary) -> Iterable[Problem]:
    said = msgspec.json.encode(text).decode()
    for id_ in find_citations(said):
        if id_ != EDITORIAL and id_ not in vocabulary.sources:
            yield Problem(path, 1, "", message("names the unknown source `{name}`", name=id_))


def _make_topic(path: Path, text: entries.TopicText, group: entries.TopicGroup | None) -> Topic:
    country, _, lang = path.stem.partition(".")
    items, steps = (tuple(Item(name=item.name, text=item.text) for item in part) for part in (text.items, text.steps))
    section = Section(
        id="topic",
        title=text.title,
        text=text.text,
        items=items,
        steps=steps,
        points=text.points,
        closing=text.closing,
    )
    return Topic(
        id=path.parent.name,
        country=country,
        lang=lang,
        title=text.title,
        group=group.name(lang) if group else "",
        summary=text.summary,
        look_again=text.look_again,
        section=section,
    )


#: Letters at the beginning by which a form of a word is known again.
FAMILIAR = 6


class TermFinder:
    """Finds the terms of the glossary that texts of a language use."""

    def __init__(self, glossary: Glossary, lang: Lang) -> None:
        self._glossary, self._lang = glossary, lang
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for id_, entry in glossary.items():
            everyday = {_spell_name(word) for word in entry.everyday.get(lang, ())}
            for name in _names(entry, lang):
                if (spelt := _spell_name(name)) and spelt not in everyday:
                    self._by_first.setdefault(spelt[0], []).append((spelt, id_, name))

    def find(self, texts: Iterable[str]) -> dict[str, str]:
        """The terms that the texts hold, singular or plural: by id, the name that is used, its own before others.

        What is part of a longer name, as a model of a language model, is not counted.
        """
        used: dict[str, str] = {}
        for text in texts:
            tokens, end = _spell(text), 0
            for place, token in enumerate(tokens):
                if token not in self._by_first or place < end:  # most words
                    continue
                begun = self._by_first[token]
                named = [known for known in begun if tokens[place : place + len(known[0])] == known[0]]
                longest = max((len(spelt) for spelt, _, _ in named), default=1)
                for spelt, id_, name in named:
                    if len(spelt) == longest:
                        own = self._glossary[id_].name(self._lang)
                        used[id_] = own if name == own else used.get(id_, name)
                end = place + longest
        return used

    def section(self, title: str, texts: Iterable[str]) -> Section | None:
        """The section that explains the terms of the texts; None where they use none."""
        items = []
        for id_, used in self.find(texts).items():
            entry = self._glossary[id_]
            own = entry.name(self._lang)
            name = own if _is_seen_in(own, used) else f"{used} ({own})"
            items.append(Item(name=name, text=text_in(entry.text, self._lang)))
        items.sort(key=lambda item: fold(item.name or ""))
        return Section(id="words", title=title, items=tuple(items)) if items else None


def _is_seen_in(own: str, used: str) -> bool:
    """Whether whoever has read one form of a term knows it again by its name: they begin alike, or one holds it."""
    own, used = (fold(name).replace(" ", "") for name in (own, used))
    return own in used or own[:FAMILIAR] == used[:FAMILIAR]


def term_finder(glossary: Glossary, lang: Lang) -> TermFinder:
    """The finder of a language, made once for all guides that are compiled with a glossary."""
    if lang not in _FINDERS or _FINDERS[lang][0] is not glossary:
        _FINDERS[lang] = glossary, TermFinder(glossary, lang)
    return _FINDERS[lang][1]


_FINDERS: dict[Lang, tuple[Glossary, TermFinder]] = {}


def _spell(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: folded, in the singular."""
    return tuple(map(_singular, fold(text).split()))


#: The names of the glossary are looked for in every guide.
_spell_name = cache(_spell)


@cache
def _singular(word: str) -> str:
    plural = (word.endswith("s") and not word.endswith("ss")) or word.endswith(("aux", "eux", "oux"))
    return word[:-1] if len(word) > 3 and plural else word
