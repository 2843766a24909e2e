"""How well a career answers some words, on one scale.

A name that is the whole of what was typed is worth most. Of other titles it counts how much of the wish they hold, how
much of them was asked for, and whether the word that says what they are is among that.
"""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

import msgspec

from careercli.core.careers.names import Meant, NameKind
from careercli.core.text.ids import is_code
from careercli.core.text.languages import Lang

#: What a name is worth that is the whole of what was typed: a guide's, a word of ours for several, and by its kind.
GUIDE, SEVERAL = 5.0, 4.0
WHOLE = {
    NameKind.CODE: 4.5,
    NameKind.LABEL: 4.5,
    NameKind.SYNONYM: 4.4,
    NameKind.NEAREST: 3.8,
    NameKind.OTHER: 2.1,
    NameKind.TOOL: 0.9,
    NameKind.TASK: 2.4,
}
#: What another title is worth more of several words, and one that is a shortening, which may be anybody's.
SURE, UNSURE = 0.5, -0.9
#: A career that is worth more was meant by its name.
NAMED = 2.5
#: What the first career is worth of which a name begins with what was typed, and by how much less each later one.
BEGUN, LATER_BEGUN = 2.4, 0.01
#: What the first career is worth of which a mere title begins so within a word, where that is a word by itself: less
#: than what is about it.
BEHIND = 0.4
#: What a guide is worth that works with what was asked for, and a career that we think of at a tool.
GUIDE_TOOL, TOOL = 1.2, 1.9
#: What the first career is worth that is about a subject, by how much less each later one, and one of a whole group.
ABOUT, LATER_ABOUT, GROUP = 1.5, 0.03, 0.7
#: What a guide is worth more in whose summary the words stand, and at best for a passage that has them, all or some.
SUMMARY, PASSAGE, SOME = 0.2, 0.3, 0.18
#: What the best answer must be worth where a word of the wish is none of ours: a title, and a guide, of which the rest
#: has to stand in more than a passage; and a title where a word of the wish stands in guides alone.
LEAST, LEAST_GUIDE, LEAST_TITLE = 0.55, 0.4, 0.3
#: What is less: a later one of several, a further reading of what was typed, a language that is not the reader's, and
#: a whole name in another form, of those that are mostly used, of the others, and of the others of a single word.
LATER, FURTHER, FOREIGN, FORM, OTHER_FORM, SINGLE_FORM = 0.05, 0.1, 0.5, 0.7, 0.2, 0.9
#: What a title is worth of which a part was asked for: what any has, that its head was, that all of it was.
ANY, HEAD, ALL = 0.35, 0.35, 0.3
#: By who calls it so.
PARTLY = {
    NameKind.CODE: 1.0,
    NameKind.LABEL: 1.0,
    NameKind.SYNONYM: 1.0,
    NameKind.NEAREST: 0.85,
    NameKind.OTHER: 0.88,
    NameKind.TOOL: 0.75,
    NameKind.TASK: 0.9,
}
#: A title in a language that is not the reader's.
OTHER_TONGUE = 0.8
#: What a step of weight adds: at most a seventh of what a whole title is worth. A guide weighs as much as a large
#: occupation.
STEP, GUIDE_WEIGHT = 0.16 / 65, 60
#: How strictly all words must meet for one text to be the name of another, and for them to be of one family; and what a
#: name of the same family is worth by who calls it so: "welding" for a welder.
SAME, AKIN = 0.9, 0.7
FAMILY = {NameKind.LABEL: 2.0, NameKind.SYNONYM: 2.0, NameKind.NEAREST: 1.6, NameKind.OTHER: 1.1, NameKind.TASK: 2.0}
#: How much the score falls for the part of a wish that a career does not answer.
LACK = 1.5

CareerKind = Literal["role", "occupation"]


class Word(NamedTuple):
    """A word of a wish: the words of ours that it may stand for, how much each counts for it, and how telling it is.

    A `light` one tells little beside others, and need not be there.
    """

    typed: str
    terms: dict[str, float]
    telling: float
    light: bool = False


class Title(NamedTuple):
    """What an occupation is called: folded, by whom, in which language, which word is its head, how much it weighs."""

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


class Ranked(NamedTuple):
    """A career as an answer: how good it is, what it was meant by, and by which title."""

    id: str
    score: float
    meant: Meant
    text: str = ""
    name_kind: NameKind = NameKind.LABEL

    @property
    def kind(self) -> CareerKind:
        """Guide or occupation."""
        return "occupation" if is_code(self.id) else "role"

    @property
    def is_named(self) -> bool:
        """Whether it was meant by its name."""
        return self.score > NAMED

    def times(self, factor: float) -> "Ranked":
        """The same answer, worth so many times as much."""
        return self._replace(score=self.score * factor)

    def at_most(self, most: float) -> "Ranked":
        """The same answer, worth no more than that, unless it is the whole of what was typed."""
        return self if self.meant >= Meant.TASK else self._replace(score=min(self.score, most))

    def plus(self, more: float) -> "Ranked":
        """The same answer, worth so much more."""
        return self._replace(score=self.score + more)


class Overlap(msgspec.Struct, frozen=True):
    """What a wish and a title share.

    `covered` is the part of the wish that the title holds, 0 to 1 by how telling its words are; `used` says of each
    word of the title how much it was asked for; `complete` that no word lacks that is needed, `same` that all meet,
    `akin` that all that are needed meet one of their family.
    """

    covered: float
    used: list[float]
    complete: bool
    same: bool
    akin: bool


def overlap(words: Sequence[Word], held: Sequence[str]) -> Overlap:
    """What the words of a wish and those of a title share."""
    used = [0.0] * len(held)
    covered = asked = 0.0
    complete = same = akin = True
    for word in words:
        best = 0.0
        for n, term in enumerate(held):
            if (strength := word.terms.get(term, 0.0)) > 0.0:
                best = max(best, strength)
                used[n] = max(used[n], strength)
        covered += word.telling * best
        asked += word.telling
        complete &= bool(best) or word.light
        same &= best >= SAME or word.light
        akin &= best >= AKIN or word.light
    return Overlap(covered / asked if asked else 0.0, used, complete, same, akin)


def rank_whole(title: Title, lang: Lang) -> Ranked:
    """An occupation of which a title is the whole of what was typed."""
    meant = {NameKind.TOOL: Meant.PART, NameKind.TASK: Meant.TASK}.get(title.kind, Meant.NAME)
    score = WHOLE[title.kind] - _foreign(title, lang) + STEP * title.weight
    if title.kind is NameKind.OTHER:
        score += SURE if " " in title.key else UNSURE if title.text.isupper() else 0.0
    return Ranked(title.code, score, meant, title.text, title.kind)


def _foreign(title: Title, lang: Lang) -> float:
    """What a whole name is worth less in another language than the reader's; a code has none."""
    return FOREIGN if title.lang != lang and NameKind.CODE < title.kind <= NameKind.OTHER else 0.0


def rank_title(title: Title, words: Sequence[Word], joints: Collection[str], lang: Lang) -> Ranked | None:
    """An occupation by a title that holds words of a wish, or None. `joints` say nothing in a title."""
    held = title.key.split()
    shared = overlap(words, held)
    if not shared.covered:
        return None
    telling = [use for term, use in zip(held, shared.used, strict=True) if term not in joints] or shared.used
    any_, head = (ANY, HEAD) if title.kind < NameKind.TASK else (ANY + HEAD, 0.0)
    part = any_ + head * shared.used[title.head] + ALL * sum(telling) / len(telling)
    tongue = 1.0 if title.lang == lang else OTHER_TONGUE
    score = shared.covered**LACK * part * PARTLY[title.kind] * tongue + STEP * title.weight * shared.covered
    least = min(telling) if shared.complete else 0.0
    single = title.kind is NameKind.OTHER and " " not in title.key
    if not (shared.same and least >= SAME):
        akin = 0.0  # a short title is no other name for a word that only means the same
        if shared.akin and least >= AKIN and not (single and least > AKIN):
            akin = FAMILY.get(title.kind, 0.0) + STEP * title.weight
        text = title.text if title.lang == lang else ""
        return Ranked(title.code, max(score, akin), Meant.PART, text, title.kind)
    less = SINGLE_FORM if single else OTHER_FORM if title.kind >= NameKind.OTHER else FORM
    whole = rank_whole(title, lang).plus(-less)
    return whole._replace(score=max(score, whole.score))


def rank_guide(id_: str, key: str, words: Sequence[Word], *, together: bool) -> Ranked | None:
    """A guide by one of its names; None where it holds none of the words, or not all where they go `together`."""
    shared = overlap(words, key.split())
    if not shared.covered or (together and not shared.complete):
        return None
    if shared.same and min(shared.used) >= SAME:
        return Ranked(id_, GUIDE - 2 * FURTHER, Meant.NAME, key)
    part = ANY + HEAD * max(shared.used[0], shared.used[-1]) + ALL * sum(shared.used) / len(shared.used)
    return Ranked(id_, shared.covered**LACK * part + STEP * GUIDE_WEIGHT * shared.covered, Meant.PART, key)


def rank_several(ids: Sequence[str], name: str, *, tool: bool) -> list[Ranked]:
    """The careers that a word of ours names together, or that we think of at a tool."""
    if tool:
        return [Ranked(id_, TOOL - LATER * n, Meant.PART, name, NameKind.TOOL) for n, id_ in enumerate(ids)]
    return [Ranked(id_, SEVERAL - LATER * n, Meant.SEVERAL, name) for n, id_ in enumerate(ids)]


def rank_begun(careers: Sequence[tuple[str, str]], worth: float = BEGUN) -> list[Ranked]:
    """The careers, by id, of which a name begins with what was typed, each with that name, the first of such worth."""
    return [Ranked(id_, worth - LATER_BEGUN * n, Meant.PART, name) for n, (id_, name) in enumerate(careers)]


def rank_about(careers: Sequence[str], named: int) -> list[Ranked]:
    """The careers that are about a subject: those `named` by us first, then those of whole groups."""
    return [
        Ranked(id_, ABOUT - LATER_ABOUT * n if n < named else GROUP - LATER_ABOUT * (n - named) / 10, Meant.SUBJECT)
        for n, id_ in enumerate(careers)
    ]


def best_first(careers: Collection[Ranked]) -> tuple[Ranked, ...]:
    """The best answer of each career, best first, a guide before an occupation that is as good."""
    best: dict[str, Ranked] = {}
    for career in careers:
        if career.id not in best or career.score > best[career.id].score:
            best[career.id] = career
    return tuple(sorted(best.values(), key=lambda career: (-career.score, career.kind != "role", career.id)))
