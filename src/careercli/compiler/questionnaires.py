"""The statements of the questionnaires, `data/quiz/`: read, checked beyond their shape, and compiled."""

import difflib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from careercli.compiler import schema
from careercli.compiler.checks import find_spacing_problems
from careercli.compiler.load import load_file
from careercli.compiler.nearness import NEARNESS, NearnessTable, load_nearness
from careercli.core.quiz.interests import LENGTHS, SCALES, ItemLength, asked_at
from careercli.core.text.ids import fold
from careercli.errors import Message, message
from careercli.files.strict_yaml import Document, YamlPath
from careercli.files.validate_shape import Problem
from careercli.locale import languages

INTERESTS, PREPARATION, CONDITIONS = "quiz/interests.yaml", "quiz/preparation.yaml", "quiz/conditions.yaml"
#: Readability: words of a statement, letters of a word, and mean letters a word of a statement. A measure of our own.
MAX_WORDS, LONGEST_WORD, MEAN_WORD = 16, 16, 7.5
#: Two statements whose letters match by this share, or that have the same longer words, are alike.
ALIKE = 0.75
_WORD = re.compile(r"[^\W\d_]+")
_Found = Iterator[tuple[YamlPath, Message]]

Statement = Annotated[str, Meta(min_length=1, max_length=90, pattern=r"^[^\r\n]*\Z")]
Zone = Annotated[int, Meta(ge=1, le=5)]


class InterestEntry(schema.FileModel, frozen=True, kw_only=True):
    """An activity of `quiz/interests.yaml`."""

    id: schema.Slug
    scale: Literal["R", "I", "A", "S", "E", "C"]
    length: ItemLength
    text: Annotated[dict[schema.LangCode, Statement], Meta(min_length=1)]


class InterestsFile(schema.FileModel, frozen=True, kw_only=True):
    """`quiz/interests.yaml`, in the order of asking; `retired` are ids that are asked no more."""

    version: Annotated[int, Meta(ge=1)]
    items: Annotated[tuple[InterestEntry, ...], Meta(min_length=1)]
    retired: tuple[schema.Slug, ...] = ()


class PreparationEntry(schema.FileModel, frozen=True, kw_only=True):
    """A statement of `quiz/preparation.yaml`: the job zones that agreeing speaks for, and those it speaks against."""

    id: schema.Slug
    fits: Annotated[tuple[Zone, ...], Meta(min_length=1, max_length=4)]
    rules_out: Annotated[tuple[Zone, ...], Meta(max_length=4)] = ()
    text: Annotated[dict[schema.LangCode, Statement], Meta(min_length=1)]


class PreparationFile(schema.FileModel, frozen=True, kw_only=True):
    """`quiz/preparation.yaml`."""

    version: Annotated[int, Meta(ge=1)]
    statements: Annotated[tuple[PreparationEntry, ...], Meta(min_length=1)]


class ConditionEntry(schema.FileModel, frozen=True, kw_only=True):
    """A statement of `quiz/conditions.yaml` on a condition of work; `covers` are others that it asks about too."""

    id: schema.Slug
    condition: schema.Slug
    covers: tuple[schema.Slug, ...] = ()
    text: Annotated[dict[schema.LangCode, Statement], Meta(min_length=1)]


class ConditionsFile(schema.FileModel, frozen=True, kw_only=True):
    """`quiz/conditions.yaml`."""

    version: Annotated[int, Meta(ge=1)]
    statements: Annotated[tuple[ConditionEntry, ...], Meta(min_length=1)]


_Entry = InterestEntry | PreparationEntry | ConditionEntry


class Questionnaires(NamedTuple):
    """The statements as far as they could be read, and all that is wrong with them."""

    interests: InterestsFile | None
    preparation: PreparationFile | None
    conditions: ConditionsFile | None
    nearness: NearnessTable
    problems: list[Problem]


def put_questionnaires(connection: sqlite3.Connection, data: Path) -> list[Problem]:
    """Put all statements into the catalogue. Returns what is wrong with the files."""
    interests, preparation, conditions, nearness, problems = load_questionnaires(data)
    if problems or not interests or not preparation or not conditions:
        return problems
    for kind, entries, version in (
        ("interest", interests.items, interests.version),
        ("preparation", preparation.statements, preparation.version),
        ("condition", conditions.statements, conditions.version),
    ):
        rows = [(kind, entry.id, msgspec.json.encode(entry)) for entry in entries]
        connection.executemany("INSERT INTO quiz_item (kind, id, body) VALUES (?, ?, ?)", rows)
        connection.execute("INSERT INTO meta VALUES (?, ?)", (f"{kind} version", str(version)))
    retired = msgspec.json.encode(interests.retired).decode()
    connection.execute("INSERT INTO meta VALUES ('retired items', ?)", (retired,))
    activities = msgspec.json.encode(nearness.activities).decode()
    connection.execute("INSERT INTO meta VALUES ('activities', ?)", (activities,))
    connection.executemany("INSERT INTO nearness VALUES (?, ?)", nearness.steps.items())
    return []


def load_questionnaires(data: Path) -> Questionnaires:
    """Read all statements."""
    interests, document, problems = load_file(data / INTERESTS, InterestsFile)
    if interests and document:
        problems += _located(data / INTERESTS, document, _interests(interests))
    preparation, document, wrong = load_file(data / PREPARATION, PreparationFile)
    problems += wrong
    if preparation and document:
        problems += _located(data / PREPARATION, document, _preparation(preparation.statements))
    conditions, document, wrong = load_file(data / CONDITIONS, ConditionsFile)
    problems += wrong
    if conditions and document:
        problems += _located(data / CONDITIONS, document, _conditions(conditions.statements))
    nearness, wrong = NearnessTable(), []
    if interests:
        nearness, wrong = load_nearness(data / NEARNESS, {item.id for item in interests.items})
    return Questionnaires(interests, preparation, conditions, nearness, problems + wrong)


def _located(path: Path, document: Document, found: _Found) -> Iterator[Problem]:
    for place, wrong in found:
        yield Problem(path, document.line_of(place), ".".join(map(str, place)), wrong)


def _interests(file: InterestsFile) -> _Found:
    items = file.items
    yield from _words("items", items)
    for n, id_ in enumerate(file.retired):
        if any(item.id == id_ for item in items):
            yield ("retired", n), message("names `{id}`, which is asked", id=id_)
    for n, item in enumerate(items):
        if not item.id.startswith(f"{item.scale.lower()}-"):
            yield ("items", n, "id"), message("must begin with its scale, `{letter}-`", letter=item.scale.lower())
    for length in LENGTHS:
        counts: Counter[str] = Counter(item.scale for item in asked_at(items, length))
        if len({counts[scale] for scale in SCALES}) > 1:
            said = ", ".join(f"{scale} {counts[scale]}" for scale in SCALES)
            yield (
                ("items",),
                message("are not as many for each scale at the length `{length}`: {said}", length=length, said=said),
            )
    for start in range(0, len(items), len(SCALES)):
        if {item.scale for item in items[start : start + len(SCALES)]} != set(SCALES):
            yield (
                ("items", start),
                message("begins a run of six that does not hold each scale once: they must take turns"),
            )
            return


def _preparation(statements: Sequence[PreparationEntry]) -> _Found:
    yield from _words("statements", statements)
    for n, statement in enumerate(statements):
        if both := set(statement.fits) & set(statement.rules_out):
            yield (
                ("statements", n, "rules_out"),
                message("names job zone {zone}, which `fits` names too", zone=min(both)),
            )
    for zone in range(1, 6):
        if not any(zone in statement.fits for statement in statements):
            yield ("statements",), message("have none that fits job zone {zone}", zone=zone)


def _conditions(statements: Sequence[ConditionEntry]) -> _Found:
    yield from _words("statements", statements)
    asked = Counter(statement.condition for statement in statements)
    for n, statement in enumerate(statements):
        if asked[statement.condition] > 1:
            yield ("statements", n, "condition"), message("has `{id}` twice", id=statement.condition)
        if unknown := set(statement.covers) - asked.keys():
            yield ("statements", n, "covers"), message("names `{id}`, which is not asked", id=min(unknown))


def _words(field: str, entries: Sequence[_Entry]) -> _Found:
    """Ids that are there twice, texts that are hard to read, badly set or alike."""
    seen: set[str] = set()
    spoken = Counter(lang for entry in entries for lang in entry.text)
    for n, entry in enumerate(entries):
        for lang, times in spoken.items():
            if lang not in entry.text and times > len(entries) / 2:  # a language of most is one of all
                yield (field, n, "text"), message("lacks `{name}`", name=lang)
        if entry.id in seen:
            yield (field, n, "id"), message("has `{id}` twice", id=entry.id)
        seen.add(entry.id)
        for lang, text in entry.text.items():
            place = (field, n, "text", lang)
            if hard := _hard_to_read(text):
                yield place, hard
            if "…" in text:
                yield place, message("has the character `…`, which is kept for cuts")
            for wrong in find_spacing_problems(text, lang):
                yield place, wrong
    for lang in languages():
        texts = [(n, fold(entry.text[lang])) for n, entry in enumerate(entries) if lang in entry.text]
        for (_, text), (n, other) in combinations(texts, 2):
            if _alike(text, other):
                yield (field, n, "text", lang), message("is too much like `{one}`", one=text)


def _hard_to_read(text: str) -> Message | None:
    words = _WORD.findall(text)
    if len(words) > MAX_WORDS:
        return message("has {n} words: at most {most} are easy to read", n=len(words), most=MAX_WORDS)
    longest = max(words, key=len, default="")
    if len(longest) > LONGEST_WORD:
        return message(
            "has the word `{word}`: at most {most} letters are easy to read", word=longest, most=LONGEST_WORD
        )
    if words and sum(map(len, words)) / len(words) > MEAN_WORD:
        return message("has words of more than {most} letters on average: write it more simply", most=MEAN_WORD)
    return None


def _stems(text: str) -> set[str]:
    return {word[:4] for word in text.split() if len(word) > 2}


def _alike(one: str, other: str) -> bool:
    if not _stems(one) & _stems(other):  # most pairs; what shares no word is not compared letter by letter
        return False
    matcher = difflib.SequenceMatcher(a=one, b=other, autojunk=False)
    if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
        return True
    longer = {word for word in one.split() if len(word) > 4}
    return len(longer) > 1 and longer == {word for word in other.split() if len(word) > 4}
