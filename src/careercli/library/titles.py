"""Careers by what they are called: the whole name first, then titles by how much of them was asked for."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from careercli.core.careers.names import Meant, NameKind
from careercli.core.careers.reports import Kind
from careercli.core.text.ids import is_code
from careercli.core.text.languages import Lang
from careercli.core.text.wording import Wordings
from careercli.library.words import Word

Rows = Callable[[str, tuple[Any, ...]], list[Any]]
#: Titles that are weighed at a time, those that say most first.
TITLES = 500
#: What a name is worth that is the whole of what was typed: a guide's, a word of ours for several, and by its kind.
GUIDE, SEVERAL = 5.0, 4.0
WHOLE = {
    NameKind.CODE: 4.5,
    NameKind.LABEL: 4.5,
    NameKind.SYNONYM: 4.4,
    NameKind.NEAREST: 3.8,
    NameKind.OTHER: 1.4,
    NameKind.TOOL: 0.9,
    NameKind.TASK: 1.6,
}
#: A whole name that was read in another form, and one of its other titles; what a guide is worth that works
#: with what was asked for, and a career that we think of at it.
READ, READ_OTHER, GUIDE_TOOL, TOOL = 0.7, 0.2, 1.2, 1.9
#: What a later one of several is worth less; a further reading of what was typed; another language than the reader's.
LATER, FURTHER, FOREIGN = 0.05, 0.1, 0.5
#: What a title is worth of which a part was asked for: what any has, that its head was, that all of it was.
ANY, HEAD, ALL = 0.35, 0.35, 0.3
#: By who calls it so, and in which language; and what the largest occupation has over the smallest.
PARTLY = {
    NameKind.CODE: 1.0,
    NameKind.LABEL: 1.0,
    NameKind.SYNONYM: 1.0,
    NameKind.NEAREST: 0.85,
    NameKind.OTHER: 0.88,
    NameKind.TOOL: 0.75,
    NameKind.TASK: 0.9,
}
OTHER_TONGUE, SIZE = 0.8, 0.16 / 65
#: How strictly all words of a title must have been typed for it to be its name.
SAME = 0.9


class Title(NamedTuple):
    """A row of the table of titles."""

    key: str
    code: str
    kind: NameKind
    lang: Lang
    head: int
    weight: int
    said: str | None

    @property
    def text(self) -> str:
        """The title as it is written."""
        return self.said or self.key.title()


class Found(NamedTuple):
    """A career that was found, how good a find it is, and by which title."""

    id: str
    score: float
    meant: Meant
    text: str = ""
    kind: NameKind = NameKind.LABEL

    @property
    def career_kind(self) -> Kind:
        """Guide or occupation."""
        return "occupation" if is_code(self.id) else "role"


_SHOWN = "SELECT key, code, kind, lang, head, weight, said FROM title WHERE "


def find_exact(rows: Rows, names: Sequence[str], wordings: Wordings, lang: Lang) -> list[Found]:
    """The careers of which one of the names, folded, is a whole name."""
    found: list[Found] = []
    for further, name in enumerate(names):
        less = FURTHER * further
        query = "SELECT DISTINCT id FROM name WHERE kind = 'career' AND key = ? ORDER BY num"
        found += [Found(id_, GUIDE - less, Meant.NAME, name) for (id_,) in rows(query, (name,))]
        found += _several(rows, name, wordings, lang, less)
        for title in _titles(rows(_SHOWN + "key = ?", (name,))):
            foreign = FOREIGN if title.lang != lang and NameKind.CODE < title.kind < NameKind.OTHER else 0.0
            score = WHOLE[title.kind] - less - foreign + SIZE * title.weight
            meant = Meant.NAME if title.kind < NameKind.TOOL else Meant.PART
            found.append(Found(title.code, score, meant, title.text, title.kind))
        query = "SELECT DISTINCT id FROM name WHERE kind = 'tool' AND key = ?"
        found += [Found(id_, GUIDE_TOOL, Meant.PART, kind=NameKind.TOOL) for (id_,) in rows(query, (name,))]
    return found


def _several(rows: Rows, name: str, wordings: Wordings, lang: Lang, less: float) -> list[Found]:
    """The careers that a word of ours names together."""
    for tongue in sorted(wordings, key=lambda other: other != lang):
        key = wordings[tongue].key(name) or name
        query = "SELECT place, id, tool FROM several WHERE key = ? AND lang = ? ORDER BY place"
        if known := rows(query, (key, tongue)):
            if known[0][2]:
                return [Found(id_, TOOL - LATER * n, Meant.PART, name, NameKind.TOOL) for n, id_, _ in known]
            best = SEVERAL - less - FOREIGN * (tongue != lang)
            return [Found(id_, best - LATER * place, Meant.SEVERAL, name) for place, id_, _ in known]
    return []


def find_titles(
    rows: Rows, words: Sequence[Word], wordings: Wordings, lang: Lang, *, together: bool, indexed: bool
) -> list[Found]:
    """The occupations that have a title with the words, each by the one of which most was asked for."""
    titles: dict[tuple[str, str, Lang], Title] = {}
    needed = [word for word in words if not word.light] or words
    for group in [needed] if together else [[word] for word in needed]:
        for title in _titles(_candidates(rows, group, indexed=indexed)):
            titles[title.key, title.code, title.lang] = title
    best: dict[str, Found] = {}
    for title in titles.values():
        found = _weigh(title, words, wordings, lang)
        if found and (title.code not in best or found.score > best[title.code].score):
            best[title.code] = found
    return list(best.values())


def count_occupations(rows: Rows, words: Sequence[Word], *, indexed: bool) -> int:
    """How many occupations have a title with all of the words."""
    where, values = _matching(words, indexed=indexed)
    ((count,),) = rows(f"SELECT count(DISTINCT code) FROM title WHERE {where}", values)
    return int(count)


def _candidates(rows: Rows, words: Sequence[Word], *, indexed: bool) -> list[Any]:
    where, values = _matching(words, indexed=indexed, limit=TITLES)
    return rows(f"{_SHOWN}{where} ORDER BY num LIMIT {TITLES}", values)


def _matching(words: Sequence[Word], *, indexed: bool, limit: int = -1) -> tuple[str, tuple[Any, ...]]:
    """The condition that a title holds all words: by the index, or by reading where there is none."""
    if indexed:
        match = " AND ".join("(" + " OR ".join(f'"{term}"' for term in word.terms) + ")" for word in words)
        return "num IN (SELECT rowid FROM held WHERE held MATCH ? ORDER BY rowid LIMIT ?)", (match, limit)
    likes = " AND ".join("(" + " OR ".join("' ' || key || ' ' LIKE ?" for _ in word.terms) + ")" for word in words)
    return likes, tuple(f"% {term} %" for word in words for term in word.terms)


def _titles(rows: Iterable[Any]) -> Iterable[Title]:
    return [Title(row[0], row[1], NameKind(row[2]), *row[3:]) for row in rows]


def _weigh(title: Title, words: Sequence[Word], wordings: Wordings, lang: Lang) -> Found | None:
    """How good a find a title is: by how much of the wish, how much of the title, and whether its head, it holds."""
    held = title.key.split()
    strengths = [max((word.terms.get(term, 0.0) for term in held), default=0.0) for word in words]
    asked = sum(word.telling for word in words)
    covered = sum(word.telling * strength for word, strength in zip(words, strengths, strict=True)) / asked
    if not covered:
        return None
    skipped = wordings[title.lang].skipped if title.lang in wordings else frozenset()
    said = [term for term in held if term not in skipped] or held
    used = [max((word.terms.get(term, 0.0) for word in words), default=0.0) for term in said]
    head = max((word.terms.get(held[title.head], 0.0) for word in words), default=0.0)
    share = sum(used) / len(said)
    tongue = 1.0 if title.lang == lang else OTHER_TONGUE
    any_, head_ = (ANY, HEAD) if title.kind < NameKind.TASK else (ANY + HEAD, 0.0)
    part = any_ + head_ * head + ALL * share
    score = covered**1.5 * part * PARTLY[title.kind] * tongue + SIZE * title.weight * covered
    whole = min(used) >= SAME and min(strengths) >= SAME
    if whole:
        foreign = FOREIGN * (title.lang != lang and title.kind < NameKind.OTHER)
        less = READ if title.kind < NameKind.OTHER else READ_OTHER
        score = max(score, WHOLE[title.kind] - less - foreign + SIZE * title.weight)
    named = whole and title.kind < NameKind.TOOL
    return Found(title.code, score, Meant.NAME if named else Meant.PART, title.text, title.kind)


def find_guides(rows: Rows, words: Sequence[Word], *, together: bool) -> list[Found]:
    """The guides with names that hold the words of a wish, or any where they need not be `together`."""
    terms = sorted({term for word in words for term in word.terms})
    places = ", ".join("?" for _ in terms)
    query = f"""
        SELECT DISTINCT role.id, name.key FROM term JOIN role USING (num) JOIN name ON name.num = role.num
        WHERE term.num IS NOT NULL AND term.word IN ({places}) AND name.kind = 'career'"""
    asked = sum(word.telling for word in words)
    best: dict[str, Found] = {}
    for id_, key in rows(query, tuple(terms)) if terms else []:
        held = key.split()
        strengths = [max(word.terms.get(term, 0.0) for term in held) for word in words]
        if together and any(not strength and not word.light for strength, word in zip(strengths, words, strict=True)):
            continue
        covered = sum(word.telling * strength for word, strength in zip(words, strengths, strict=True)) / asked
        used = [max(word.terms.get(term, 0.0) for word in words) for term in held]
        head = max(used[0], used[-1])
        score = covered**1.5 * (ANY + HEAD * head + ALL * sum(used) / len(held)) + 60 * SIZE * covered
        whole = min(used) >= SAME and covered >= SAME
        if whole:
            score = max(score, GUIDE - 2 * FURTHER)
        if id_ not in best or score > best[id_].score:
            best[id_] = Found(id_, score, Meant.NAME if whole else Meant.PART, key)
    return [found for found in best.values() if found.score > 0]


def names_of(rows: Rows, codes: Iterable[str], lang: Lang) -> dict[str, str]:
    """What some occupations are called in a language."""
    query = "SELECT json_extract(card, '$.name') FROM occupation WHERE code = ? AND lang = ? LIMIT 1"
    return {code: name for code in codes for (name,) in rows(query, (code, lang))}
