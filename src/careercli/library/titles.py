"""Careers by what they are called: by a whole name, or by titles that hold words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log2
from typing import Any

from careercli.core.careers.names import Meant, NameKind
from careercli.core.careers.ranking import (
    FOREIGN,
    FURTHER,
    GUIDE,
    GUIDE_TOOL,
    Ranked,
    Title,
    Word,
    best_first,
    rank_guide,
    rank_several,
    rank_title,
    rank_whole,
)
from careercli.core.text.languages import Lang
from careercli.library.index import Index, Rows

#: Titles that are weighed at a time, those that say most first, and guides.
MOST_TITLES, MOST_GUIDES = 400, 200
#: Titles that are looked through for how many occupations there are: more than any word of the classification has.
MOST_COUNTED = 8_000
#: What an occupation has more for each doubling of its titles that hold the words.
MANY = 0.05
_TITLE = "SELECT key, code, kind, lang, head, weight, said FROM title WHERE "


def find_exact(index: Index, names: Sequence[str]) -> list[Ranked]:
    """The careers of which one of the names, folded, is a whole name; the first names are the likeliest."""
    return [career.plus(-FURTHER * n) for n, name in enumerate(names) for career in _find_named(index, name)]


def _find_named(index: Index, name: str) -> list[Ranked]:
    """The careers of which a name is a whole one: of another language only where none is of the reader's."""
    query = "SELECT DISTINCT kind, id FROM name WHERE kind IN ('career', 'tool') AND key = ? ORDER BY num"
    guides = [
        Ranked(id_, GUIDE, Meant.NAME, name)
        if kind == "career"
        else Ranked(id_, GUIDE_TOOL, Meant.PART, name, NameKind.TOOL)
        for kind, id_ in index.rows(query, (name,))
    ]
    titles = _titles(index.rows(f"{_TITLE}key = ?", (name,)))
    own = [title for title in titles if title.lang == index.lang or title.kind is NameKind.CODE]
    several = _find_several(index, name, index.lang)
    if not several and not any(title.kind < NameKind.TOOL for title in own):
        for lang in index.languages[1:]:
            others = _find_several(index, name, lang)
            several += [career.plus(-FOREIGN) if career.meant is Meant.SEVERAL else career for career in others]
        own = titles
    return [*guides, *(rank_whole(title, index.lang) for title in own), *several]


def _find_several(index: Index, name: str, lang: Lang) -> list[Ranked]:
    """The careers that a word of ours names together in a language, or that we think of at a tool."""
    query = "SELECT said, tool, id FROM several WHERE key = ? AND lang = ? ORDER BY place"
    known = index.rows(query, (index.wording(lang).key(name) or name, lang))
    return rank_several([id_ for _, _, id_ in known], known[0][0], tool=bool(known[0][1])) if known else []


def spelling_of(index: Index, word: str) -> str:
    """A folded word as it is written where it is a name by itself."""
    query = (
        "SELECT said FROM title WHERE key = ?1 AND said IS NOT NULL UNION ALL SELECT said FROM several WHERE key = ?1"
    )
    return next((said for (said,) in index.rows(f"{query} LIMIT 1", (word,))), word)


def find_titles(index: Index, words: Sequence[Word], *, together: bool) -> list[Ranked]:
    """The occupations that have a title with all of the words, or with any where they need not be `together`.

    Each by the title of which most was asked for; one with many such titles is better.
    """
    titles: dict[tuple[str, str, Lang], Title] = {}
    for group in [needed(words)] if together else [[word] for word in needed(words)]:
        where, values = _matching(index, group, MOST_TITLES)
        for title in _titles(index.rows(f"{_TITLE}{where} ORDER BY num LIMIT {MOST_TITLES}", values)):
            titles[title.key, title.code, title.lang] = title
    careers: list[Ranked] = []
    held: Counter[str] = Counter()
    for title in titles.values():
        if career := rank_title(title, words, index.wording(title.lang).joints, index.lang):
            careers.append(career)
            held[title.code] += title.kind < NameKind.TOOL
    return [career.plus(MANY * log2(max(held[career.id], 1))) for career in best_first(careers)]


def needed(words: Sequence[Word]) -> Sequence[Word]:
    """The words that a title must have: those that tell something, if there are any."""
    return [word for word in words if not word.light] or words


def count_occupations(index: Index, words: Sequence[Word]) -> int:
    """How many occupations have a title with all of the words."""
    if not words:
        return 0
    where, values = _matching(index, needed(words), MOST_COUNTED)
    ((count,),) = index.rows(f"SELECT count(DISTINCT code) FROM title WHERE {where}", values)
    return int(count)


def _matching(index: Index, words: Sequence[Word], limit: int) -> tuple[str, tuple[Any, ...]]:
    """The condition that a title holds all words: by the index, or by reading where there is none."""
    if index.indexed:
        match = " AND ".join("(" + " OR ".join(f'"{term}"' for term in word.terms) + ")" for word in words)
        return "num IN (SELECT rowid FROM held WHERE held MATCH ? ORDER BY rowid LIMIT ?)", (match, limit)
    likes = " AND ".join("(" + " OR ".join("' ' || key || ' ' LIKE ?" for _ in word.terms) + ")" for word in words)
    return likes, tuple(f"% {term} %" for word in words for term in word.terms)


def _titles(rows: Iterable[Any]) -> list[Title]:
    return [Title(row[0], row[1], NameKind(row[2]), *row[3:]) for row in rows]


def find_guides(index: Index, words: Sequence[Word], *, together: bool) -> list[Ranked]:
    """The guides with names that hold all of the words, or any where they need not be `together`."""
    terms = sorted({term for word in words for term in word.terms})
    places = ", ".join("?" for _ in terms)
    query = f"""
        SELECT role.id, name.key FROM role JOIN name USING (num) WHERE name.kind = 'career' AND role.num IN (
            SELECT num FROM term WHERE num IS NOT NULL AND word IN ({places}) ORDER BY num LIMIT {MOST_GUIDES})"""
    careers = (rank_guide(id_, key, words, together=together) for id_, key in index.rows(query, tuple(terms)))
    return [career for career in careers if career]


def names_of(rows: Rows, careers: Iterable[Ranked], lang: Lang) -> dict[str, str]:
    """What some careers are called in a language."""
    guide = "SELECT json_extract(card.body, '$.name') FROM role JOIN card USING (num) WHERE id = ? AND card.lang = ?"
    occupation = "SELECT json_extract(card, '$.name') FROM occupation_card WHERE code = ? AND lang = ? LIMIT 1"
    return {
        career.id: name
        for career in careers
        for (name,) in rows(guide if career.kind == "role" else occupation, (career.id, lang))
    }
