"""Full-text search: passages of guides, and occupations by any of their titles; spelling is forgiven."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

from careercli.core.careers.reports import Hit
from careercli.core.text.ids import find_near, fold, score_near
from careercli.core.text.languages import Lang
from careercli.locale import languages

Rows = Callable[[str, tuple[Any, ...]], list[Any]]
#: A title is looked for in place of what was typed where it is at least so like it; where words alone do not help
#: either, where it is so like.
LIKE, RATHER_LIKE = 0.85, 0.7
#: Titles that are weighed, the shortest first.
TITLES = 400
#: The score of the best passage where there is none.
NO_PASSAGE = 10.0
#: How far before the best passage a career comes that is called so, a guide before an occupation; a title of which so
#: much was asked for; and a guide that names the words in its names, its summary or its tools.
EXACT_ROLE, EXACT_OCCUPATION, TITLE_WEIGHT, ROLE_WEIGHT = 4.0, 3.0, 2.5, 2.0
#: A title that is not a preferred one counts a little less.
OTHER_TITLE = 0.95
_TOKEN = re.compile(r"(?:[^\W_]|[+#])+")
#: Words that are looked for, and letters of each.
MOST_WORDS, MOST_LETTERS = 16, 60


class _Title(NamedTuple):
    """A title of an occupation, and how far before the best passage it comes."""

    code: str
    said: str
    merit: float


def search(rows: Rows, text: str, lang: Lang, limit: int, *, indexed: bool = True) -> tuple[list[Hit], dict[str, str]]:
    """What holds the words, best first, and what was taken for something else (typos).

    A passage is shown in `lang` if it holds the words there, else in the other language. Where the full-text index is
    not `indexed`, all is read, and no single word is taken for another.
    """
    words = [word[:MOST_LETTERS] for word in _TOKEN.findall(normalize("NFC", text.casefold()))[:MOST_WORDS]]
    if not words:
        return [], {}

    def find(words: Sequence[str], *, together: bool = True) -> list[Hit]:
        return _find(rows, words, lang, limit, together=together, indexed=indexed)

    if hits := find(words):
        return hits, {}
    near = near_titles(rows, " ".join(words), 1, indexed=indexed)
    if near and near[0].score >= LIKE:
        return find(near[0].key.split()), {text: near[0].said}
    better = {word: _nearest_word(rows, word) if indexed else word for word in words}
    taken = {word: other for word, other in better.items() if other != word}
    if taken and (hits := find([better[word] for word in words])):
        return hits, taken
    if near and near[0].score >= RATHER_LIKE:
        return find(near[0].key.split()), {text: near[0].said}
    hits = find([better[word] for word in words], together=False) if len(words) > 1 else []
    return hits, taken if hits else {}


def _find(rows: Rows, words: Sequence[str], lang: Lang, limit: int, *, together: bool, indexed: bool) -> list[Hit]:
    """Passages and occupations that hold all of the words, or any where they need not be `together`."""
    if indexed:
        hits = _find_passages(rows, words, lang, limit, " AND " if together else " OR ")
    else:
        from careercli.compiler.plain_search import find_passages  # rarely needed

        hits = find_passages(rows, words, lang, limit, together=together)
    best = max((hit.score for hit in hits), default=NO_PASSAGE)
    key = fold(" ".join(words))
    query = "SELECT DISTINCT id FROM name WHERE kind = 'career' AND key = ?"
    named = {id_ for (id_,) in rows(query, (key,))}
    scored = [
        (hit.score if hit.section else best * EXACT_ROLE if hit.id in named else hit.score * ROLE_WEIGHT, hit)
        for hit in hits
    ]
    titles = find_titles(rows, key.split(), limit, together=together, indexed=indexed)
    scored += [(best * title.merit, _title_hit(rows, title, key.split(), lang)) for title in titles]
    scored.sort(key=lambda found: (-found[0], found[1].kind != "role"))
    return [
        Hit(
            id=hit.id,
            kind=hit.kind,
            name=hit.name,
            score=round(score, 3),
            section=hit.section,
            title=hit.title,
            snippet=hit.snippet,
        )
        for score, hit in scored[:limit]
    ]


def _find_passages(rows: Rows, words: Sequence[str], lang: Lang, limit: int, operator: str) -> list[Hit]:
    terms = operator.join(f'"{word}"*' for word in words)
    wanted = f"{{name title text}} : ({terms})"
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for tongue in sorted(languages(), key=lambda other: other != lang):
        query = """
            SELECT o.id, o.section, passage.rowid, -rank FROM passage JOIN passage_of AS o ON o.rowid = passage.rowid
            WHERE passage MATCH ? ORDER BY rank LIMIT ?"""
        for id_, section, row, score in rows(query, (f"lang : in{tongue} AND {wanted}", limit)):
            found.setdefault((id_, section), (row, score))
        if len(found) >= limit:
            break
    best = sorted(found.items(), key=lambda item: -item[1][1])[:limit]
    return [_passage_hit(rows, id_, section, row, score, wanted) for (id_, section), (row, score) in best]


def _passage_hit(rows: Rows, id_: str, section: str, row: int, score: float, wanted: str) -> Hit:
    query = """
        SELECT name, title, snippet(passage, 3, '⟦', '⟧', '⟨⟩', 18) FROM passage
        WHERE rowid = ? AND passage MATCH ?"""
    ((name, title, snippet),) = rows(query, (row, wanted))
    text = " ".join(snippet.split())
    return Hit(id=id_, kind="role", name=name, score=score, section=section, title=title, snippet=text)


def find_titles(
    rows: Rows, words: Sequence[str], limit: int, *, together: bool = True, indexed: bool = True
) -> list[_Title]:
    """The best title of each occupation that has one with the words, each the beginning of a word of it.

    By how much of the title they are, and then by how many people are employed.
    """
    if not words:
        return []
    words = words[:MOST_WORDS]
    best: dict[str, _Title] = {}
    wanted = " ".join(words)
    for key, code, preferred, said in _candidates(rows, words, together=together, indexed=indexed):
        merit = _merit(key, words, wanted, together=together) * (1 if preferred else OTHER_TITLE)
        if merit and (code not in best or merit > best[code].merit):
            best[code] = _Title(code, said or key.title(), merit)
    top = sorted(best.values(), key=lambda title: (-title.merit, title.code))
    worst = top[limit - 1].merit if len(top) > limit else 0.0
    rivals = [title for title in top if title.merit >= worst]
    size = {title.code: _employment(rows, title.code) for title in rivals}
    return sorted(rivals, key=lambda title: (-title.merit, -size[title.code], title.code))[:limit]


def _candidates(
    rows: Rows, words: Sequence[str], *, together: bool, indexed: bool
) -> list[tuple[str, str, int, str | None]]:
    """Titles that may hold the words: by an index of three letters, or where words are shorter by reading all."""
    shown = "SELECT key, code, preferred, said FROM title WHERE "
    found = rows(shown + "key = ?", (" ".join(words),))
    order = " ORDER BY length(key), key LIMIT ?"
    if long := [word for word in words if len(word) > 2 and indexed]:
        match = (" AND " if together else " OR ").join(f'"{word}"' for word in long)
        query = "key IN (SELECT key FROM title WHERE num IN (SELECT rowid FROM near WHERE near MATCH ?))"
        return found + rows(shown + query + order, (match, TITLES))
    query = (" AND " if together else " OR ").join("(key LIKE ? OR key LIKE ?)" for _ in words)
    values = [value for word in words for value in (f"{word}%", f"% {word}%")]
    return found + rows(shown + query + order, (*values, TITLES))


def _merit(key: str, words: Sequence[str], wanted: str, *, together: bool) -> float:
    if key == wanted:
        return EXACT_OCCUPATION
    held = key.split()
    matched = [word for word in words if any(other.startswith(word) for other in held)]
    if not matched or (together and len(matched) < len(words)):
        return 0.0
    share = min(sum(map(len, matched)) + len(matched) - 1, len(key)) / len(key)
    return TITLE_WEIGHT * share * len(matched) / len(words)


def _employment(rows: Rows, code: str) -> int:
    found = rows("SELECT json_extract(card, '$.employment') FROM occupation WHERE code = ? LIMIT 1", (code,))
    return int(found[0][0] or 0) if found else 0


def _title_hit(rows: Rows, title: _Title, words: Sequence[str], lang: Lang) -> Hit:
    query = "SELECT json_extract(card, '$.name') FROM occupation WHERE code = ? AND lang = ? LIMIT 1"
    ((name,),) = rows(query, (title.code, lang))

    def mark(found: re.Match[str]) -> str:
        return f"⟦{found[0]}⟧" if fold(found[0]).startswith(tuple(words)) else found[0]

    snippet = _TOKEN.sub(mark, title.said)
    return Hit(id=title.code, kind="occupation", name=name, score=0.0, section="", title="", snippet=snippet)


class NearTitle(NamedTuple):
    """A title that is like what was typed: how like, 0 to 1."""

    key: str
    code: str
    said: str
    score: float


def near_titles(rows: Rows, name: str, limit: int = 3, *, indexed: bool = True) -> list[NearTitle]:
    """The titles that are nearest to a name, best first, one an occupation."""
    wanted = fold(name)[:80]
    trigrams = sorted({wanted[n : n + 3] for n in range(len(wanted) - 2)})
    if not trigrams:
        return []
    query = "SELECT key, code, said FROM title WHERE "
    values: tuple[str, ...]
    if indexed:
        values = (" OR ".join('"' + trigram.replace('"', '""') + '"' for trigram in trigrams),)
        query += "num IN (SELECT rowid FROM near WHERE near MATCH ? ORDER BY rank LIMIT 80)"
    else:
        shared = " + ".join("(instr(key, ?) > 0)" for _ in trigrams)
        values = tuple(trigrams)
        query += f"length(key) < 100 ORDER BY ({shared}) DESC, length(key) LIMIT 80"
    known = {key: (code, said or key.title()) for key, code, said in rows(query, values)}
    found: dict[str, NearTitle] = {}
    for score, key in score_near(name, known):
        code, said = known[key]
        found.setdefault(code, NearTitle(key, code, said, score))
    return list(found.values())[:limit]


def _nearest_word(rows: Rows, word: str) -> str:
    """The word of the index that is nearest to one that may not be in it."""
    plain = fold(word).replace(" ", "")
    if not plain or rows("SELECT 1 FROM word WHERE term >= ? AND term < ? LIMIT 1", (plain, plain + "\U0010ffff")):
        return word
    query = "SELECT term FROM word WHERE length(term) BETWEEN ? AND ?"
    near = find_near(plain, {term: term for (term,) in rows(query, (len(plain) - 2, len(plain) + 2))}, 1)
    return near[0] if near else word
