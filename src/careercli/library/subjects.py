"""Careers by what people care for: animals, maths and drawing, being outdoors."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec

from careercli.core.careers.names import Meant
from careercli.core.text.languages import Lang
from careercli.core.text.wording import Wording, Wordings
from careercli.library.titles import Found

Rows = Callable[[str, tuple[Any, ...]], list[Any]]
#: What a career is worth that is about all that was asked for: the first named, by how much less each later one, and
#: one of a whole group.
FIRST, LATER, GROUP = 1.5, 0.03, 0.7
#: Words of the longest name of a subject.
LONGEST = 5


class About(NamedTuple):
    """The subjects that words name, one meaning each, and the words that are none."""

    subjects: tuple[tuple[str, ...], ...]
    left: tuple[str, ...]


def read_subjects(
    rows: Rows, words: Sequence[str], wordings: Wordings, lang: Lang, widened: Callable[[str], bool]
) -> About:
    """The subjects within some words, the longest names first; in the reader's language if they are of it.

    `widened` tells which words count for all of their family: `talking` for talk.
    """
    best = About((), tuple(words))
    for tongue in sorted(wordings, key=lambda other: other != lang):
        forms = [wordings[tongue].form(word) for word in words]
        wide = [widened(word) for word in words]
        subjects: list[tuple[str, ...]] = []
        left: list[str] = []
        at = 0
        while at < len(forms):
            for length in range(min(LONGEST, len(forms) - at), 0, -1):
                said = words[at : at + length]
                if length == 1 < len(words) and said[0] in wordings[tongue].light:
                    continue
                if known := _named(rows, wordings[tongue], tongue, forms[at : at + length], wide[at : at + length]):
                    subjects.append(known)
                    at += length
                    break
            else:
                left.append(words[at])
                at += 1
        if len(left) < len(best.left):
            best = About(tuple(dict.fromkeys(subjects)), tuple(left))
    return best


def _named(
    rows: Rows, wording: Wording, lang: Lang, forms: Sequence[str], wide: Sequence[bool]
) -> tuple[str, ...]:
    """The subjects that some words are called by: as their names, else as what people type for them, else nearly so."""
    keys = [("key", " ".join(forms))]
    if all(wide):
        keys.append(("root", " ".join(map(wording.root, forms))))
    for column, key in keys:
        query = f"SELECT id, alt FROM subject_name WHERE {column} = ? AND lang = ? ORDER BY alt, id"
        if known := rows(query, (key, lang)):
            return tuple(dict.fromkeys(id_ for id_, alt in known if alt == known[0][1]))
    return ()


def find_subjects(rows: Rows, about: About) -> list[Found]:
    """The careers that are about the subjects, those about all of them first."""
    merits: dict[str, float] = {}
    for alike in about.subjects:
        here: dict[str, float] = {}
        for id_ in alike:
            named, careers = careers_about(rows, id_)
            for place, career in enumerate(careers):
                merit = FIRST - LATER * place if place < named else GROUP - LATER * (place - named) / 10
                here[career] = max(merit, here.get(career, 0.0))
        for career, merit in here.items():
            merits[career] = merits.get(career, 0.0) + merit / len(about.subjects)
    return [Found(career, merit, Meant.SUBJECT) for career, merit in merits.items()]


def careers_about(rows: Rows, id_: str) -> tuple[int, list[str]]:
    """The careers that are about a subject in our order, and how many of them we have named ourselves."""
    ((body,),) = rows("SELECT careers FROM subject WHERE id = ?", (id_,))
    return msgspec.json.decode(body, type=tuple[int, list[str]])
