"""Passages of guides that hold the words of a wish."""

from collections.abc import Sequence

import msgspec

from careercli.core.careers.search_report import Passage
from careercli.library.index import Index

#: Passages that are looked at.
MOST = 40


class Place(msgspec.Struct, frozen=True):
    """Where words stand: the passage of a guide by its row, and how good a find it is, higher for better ones."""

    id: str
    section: str
    row: int
    score: float


class GuidePlaces(msgspec.Struct, frozen=True):
    """Where words stand in a guide, the best place first, and how good that is among all, 0 to 1."""

    id: str
    places: tuple[Place, ...]
    merit: float

    @property
    def named(self) -> bool:
        """Whether the words stand in what the guide is and works with."""
        return any(not place.section for place in self.places)


def find_places(index: Index, words: Sequence[str], *, together: bool) -> list[GuidePlaces]:
    """The guides that hold all of the words, or any where they need not be `together`; the best first.

    They are in the reader's language if any holds the words there, else in another.
    """
    if not words:
        return []
    if index.indexed:
        places = _find_indexed(index, words, together=together)
    else:
        from careercli.compiler.plain_search import find_places as read_all  # rarely needed

        places = [Place(*place) for place in read_all(index.rows, words, index.lang, MOST, together=together)]
    best = max((place.score for place in places), default=0.0) or 1.0
    by_guide: dict[str, list[Place]] = {}
    for place in places:
        by_guide.setdefault(place.id, []).append(place)
    return [GuidePlaces(id_, tuple(its), its[0].score / best) for id_, its in by_guide.items()]


def _find_indexed(index: Index, words: Sequence[str], *, together: bool) -> list[Place]:
    wanted = _wanted(words, together=together)
    best: dict[tuple[str, str], Place] = {}
    for lang in index.languages:
        query = """
            SELECT o.id, o.section, passage.rowid, -rank FROM passage JOIN passage_of AS o ON o.rowid = passage.rowid
            WHERE passage MATCH ? ORDER BY rank LIMIT ?"""
        for row in index.rows(query, (f"lang : in{lang} AND {wanted}", MOST)):
            best.setdefault((row[0], row[1]), Place(*row))
        if best:
            break
    return sorted(best.values(), key=lambda place: -place.score)[:MOST]


def _wanted(words: Sequence[str], *, together: bool) -> str:
    operator = " AND " if together else " OR "
    return "{name title text} : (" + operator.join(f'"{word}"*' for word in words) + ")"


def read_passage(index: Index, place: Place, words: Sequence[str]) -> Passage:
    """A passage with the phrase that holds most of what was looked for."""
    if not index.indexed:
        from careercli.compiler.plain_search import read_passage as read_plain  # rarely needed

        title, snippet = read_plain(index.rows, place.row, words)
        return Passage(section=place.section, title=title, snippet=snippet)
    from careercli.core.text.excerpts import find_phrase  # many answers need no passage

    query = "SELECT title, highlight(passage, 3, '⟦', '⟧') FROM passage WHERE rowid = ? AND passage MATCH ?"
    ((title, marked),) = index.rows(query, (place.row, _wanted(words, together=False)))
    return Passage(section=place.section, title=title, snippet=find_phrase(marked))


def stands_anywhere(index: Index, word: str) -> bool:
    """Whether a word stands in any passage."""
    if index.indexed:
        return bool(index.rows("SELECT 1 FROM word WHERE term = ?", (word,)))
    return bool(find_places(index, [word], together=True))
