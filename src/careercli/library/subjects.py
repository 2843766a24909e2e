"""Careers by what people care for: animals, maths and drawing, being outdoors."""

from collections.abc import Callable, Sequence

import msgspec

from careercli.core.careers.names import Meant
from careercli.core.careers.ranking import Ranked, rank_about
from careercli.core.text.languages import Lang
from careercli.library.index import Index

#: Words of the longest name of a subject.
LONGEST = 5


class About(msgspec.Struct, frozen=True):
    """The subjects that some words name, those of one name together, and the words that are no subject."""

    subjects: tuple[tuple[str, ...], ...]
    left: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """All subjects that are named."""
        return tuple(dict.fromkeys(id_ for alike in self.subjects for id_ in alike))


def read_subjects(index: Index, words: Sequence[str], widened: Callable[[str], bool]) -> About:
    """The subjects within some words, the longest names first; in the reader's language if they are of it.

    `widened` tells which words count for all of their family: `talking` for talk.
    """
    best = About((), tuple(words))
    for lang in index.languages:
        about = _read_in(index, words, lang, widened)
        if len(about.left) < len(best.left):
            best = about
    return best


def _read_in(index: Index, words: Sequence[str], lang: Lang, widened: Callable[[str], bool]) -> About:
    """The subjects within some words in one language. A word that tells little names one only where it stands alone."""
    subjects: list[tuple[str, ...]] = []
    left: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            name = words[at : at + length]
            light = length == 1 < len(words) and name[0] in index.wording(lang).light
            if not light and (known := subjects_called(index, lang, name, wide=all(map(widened, name)))):
                subjects.append(known)
                at += length
                break
        else:
            left.append(words[at])
            at += 1
    return About(tuple(dict.fromkeys(subjects)), tuple(left))


def subjects_called(index: Index, lang: Lang, name: Sequence[str], *, wide: bool = False) -> tuple[str, ...]:
    """The subjects that some words are the name of, else those for which people type them, else nearly so."""
    wording = index.wording(lang)
    keys = [("key", " ".join(map(wording.form, name)))]
    if wide:
        keys.append(("root", " ".join(map(wording.root, name))))
    for column, key in keys:
        query = f"SELECT id, alt FROM subject_name WHERE {column} = ? AND lang = ? ORDER BY alt, id"
        if known := index.rows(query, (key, lang)):
            return tuple(dict.fromkeys(id_ for id_, alt in known if alt == known[0][1]))
    return ()


def find_subjects(index: Index, about: About) -> list[Ranked]:
    """The careers that are about the subjects, those about all of them first."""
    scores: dict[str, float] = {}
    for alike in about.subjects:
        best: dict[str, float] = {}
        for id_ in alike:
            for career in rank_about(*_careers_about(index, id_)):
                best[career.id] = max(career.score, best.get(career.id, 0.0))
        for career_id, score in best.items():
            scores[career_id] = scores.get(career_id, 0.0) + score / len(about.subjects)
    return [Ranked(career_id, score, Meant.SUBJECT) for career_id, score in scores.items()]


def _careers_about(index: Index, id_: str) -> tuple[list[str], int]:
    """The careers that are about a subject in our order, and how many of them we have named ourselves."""
    ((body,),) = index.rows("SELECT careers FROM subject WHERE id = ?", (id_,))
    named, careers = msgspec.json.decode(body, type=tuple[int, list[str]])
    return careers, named
