"""Reads the files under `data/` and of the user's own roles into the shapes of `schema.py`."""

import os
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from careercli.compiler import entries, sayings, schema
from careercli.core.careers.guide_sections import SECTIONS
from careercli.core.text.languages import SOURCE, Lang
from careercli.errors import message, why_refused
from careercli.files.strict_yaml import Document, YamlError, load_yaml
from careercli.files.validate_shape import Problem, find_problems
from careercli.locale import languages

T = TypeVar("T")


class RoleFiles(NamedTuple):
    """A role's folder as read: what could be read, and all that is wrong with its shape."""

    folder: Path
    facts: schema.RoleFacts | None
    texts: dict[Lang, schema.RoleText]
    sources: dict[str, entries.SourceEntry]
    documents: dict[str, Document]
    problems: list[Problem]


class Vocabulary(NamedTuple):
    """The controlled vocabularies that roles refer to."""

    skills: dict[str, entries.SkillEntry]
    families: dict[str, entries.Family]
    traits: dict[str, entries.Trait]
    sources: dict[str, entries.SourceEntry]
    sections: dict[str, entries.SectionName]
    conditions: dict[str, entries.ConditionName]
    fields: dict[str, entries.SectionName]
    glossary: dict[str, entries.GlossaryEntry]
    topic_groups: dict[str, entries.TopicGroup]
    term_groups: dict[str, entries.TermGroup]
    countries: dict[str, entries.CountryEntry]
    data_sets: dict[str, entries.DataSetEntry]

    def full_languages(self) -> list[Lang]:
        """The languages that name every section, and so are those of every bundled guide."""
        return [lang for lang in languages() if all(lang in section.names for section in self.sections.values())]

    def source_of(self, kind: str) -> str | None:
        """The data set that gives figures of a kind."""
        return next((id_ for id_, entry in self.data_sets.items() if kind in entry.gives), None)


VOCABULARY_FILES: dict[str, tuple[str, Any]] = {
    "skills": ("skills.yaml", dict[schema.Slug, entries.SkillEntry]),
    "families": ("families.yaml", dict[schema.Slug, entries.Family]),
    "traits": ("quiz/traits.yaml", dict[schema.Slug, entries.Trait]),
    "sources": ("sources.yaml", dict[schema.Slug, entries.SourceEntry]),
    "sections": ("sections.yaml", dict[schema.Slug, entries.SectionName]),
    "glossary": ("glossary.yaml", dict[schema.Slug, entries.GlossaryEntry]),
    "topic_groups": ("topics.yaml", dict[schema.Slug, entries.TopicGroup]),
    "term_groups": ("glossary_groups.yaml", dict[schema.Slug, entries.TermGroup]),
    "conditions": ("conditions.yaml", dict[schema.Slug, entries.ConditionName]),
    "fields": ("quiz/fields.yaml", dict[schema.MinorGroup, entries.SectionName]),
    "countries": ("countries.yaml", dict[schema.Country, entries.CountryEntry]),
    "data_sets": ("data_sets.yaml", dict[schema.Slug, entries.DataSetEntry]),
}


def load_file(path: Path, expected: type[T]) -> tuple[T | None, Document | None, list[Problem]]:
    """Read one file as the type it should have: its value if all is well, else what is wrong."""
    document, problems = _read(path)
    if document is None:
        return None, None, problems
    if problems := find_problems(document, expected, path):
        return None, document, problems
    return msgspec.convert(document.value, expected), document, []


def _read(path: Path) -> tuple[Document | None, list[Problem]]:
    try:
        return load_yaml(path), []
    except YamlError as problem:
        return None, [Problem(path, problem.line, "", problem.message)]
    except OSError as error:
        return None, [Problem(path, 1, "", message("cannot be read: {why}", why=why_refused(error)))]


def load_synonyms(
    path: Path,
) -> tuple[dict[str, sayings.Synonyms], dict[str, sayings.NearestNames], list[Problem]]:
    """What people say for an occupation, by its code; the trades that it is only the nearest to; what is wrong."""
    document, problems = _read(path)
    if document is None:
        return {}, {}, problems
    said: Any = document.value
    nearest: Any = {}
    if isinstance(said, dict):
        apart = {code: entry for code, entry in said.items() if isinstance(entry, dict) and "nearest" in entry}
        nearest = {code: {"nearest": entry["nearest"]} for code, entry in apart.items()}
        rest = {code: {key: names for key, names in entry.items() if key != "nearest"} for code, entry in apart.items()}
        said = said | rest
    kinds: tuple[Any, Any] = dict[schema.Code, sayings.Synonyms], dict[schema.Code, sayings.NearestNames]
    for part, kind in zip((said, nearest), kinds, strict=True):
        problems += find_problems(document._replace(value=part), kind, path)
    if problems:
        return {}, {}, problems
    return msgspec.convert(said, kinds[0]), msgspec.convert(nearest, kinds[1]), []


def load_vocabulary(data: Path) -> tuple[Vocabulary, list[Problem]]:
    """Read the vocabularies of a `data/` folder."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, (file, expected) in VOCABULARY_FILES.items():
        value, document, wrong = load_file(data / file, expected)
        found[name] = value or {}
        problems += wrong
        if document and name == "traits":
            problems += _find_unknown_sections(found[name], document, data / file)
    return Vocabulary(**found), problems


def _find_unknown_sections(traits: dict[str, entries.Trait], document: Document, path: Path) -> list[Problem]:
    """The traits that send to a section of no guide."""
    return [
        Problem(path, document.line_of((id_, "read")), f"{id_}.read", message("is not a section"))
        for id_, trait in traits.items()
        if trait.read not in SECTIONS
    ]


def load_role(folder: Path) -> RoleFiles:
    """Read the files of one role. A folder may bring a bibliography of its own, `sources.yaml`."""
    facts, document, problems = load_file(folder / "facts.yaml", schema.RoleFacts)
    documents = {"facts.yaml": document} if document else {}
    texts: dict[Lang, schema.RoleText] = {}
    there = [lang for lang in languages() if os.path.lexists(folder / f"{lang}.yaml")]
    for lang in there or [SOURCE]:
        path = folder / f"{lang}.yaml"
        text, document, wrong = load_file(path, schema.RoleText)
        problems += wrong
        if document:
            documents[path.name] = document
        if text:
            texts[lang] = text
    sources: dict[str, entries.SourceEntry] = {}
    if os.path.lexists(folder / "sources.yaml"):
        own, _, wrong = load_file(folder / "sources.yaml", dict[schema.Slug, entries.SourceEntry])
        sources, problems = own or {}, problems + wrong
    return RoleFiles(folder, facts, texts, sources, documents, problems)
