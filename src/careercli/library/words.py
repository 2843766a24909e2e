"""What the words of a wish may stand for among ours: the same, another form, one that means the same, or a typo."""

from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple

from careercli.core.careers.ranking import Word
from careercli.library.index import Index

#: How much a word of ours counts for one that was typed: another form, one that means the same, one of its family, one
#: that begins so.
FORM, ALIKE, ROOT, BEGINNING = 0.97, 0.85, 0.7, 0.8
#: How telling a word is, beside others, that tells little.
LIGHT = 0.15
#: Careers that there are, for how telling a word is.
CAREERS = 1_100
#: Letters of a word from which its beginning may stand for it, and the share of it that must be there.
BEGINNING_LETTERS, BEGINNING_SHARE = 4, 0.7
#: Careers that must be called by a word for it to be seen within what was typed as one.
KNOWN_PART = 3
#: Letters that each of two words must have that were typed as one.
PART_LETTERS = 4


class Reading(NamedTuple):
    """The words of a wish as we understand them.

    `replaced` ones were taken for others, `unknown` ones are none of ours.
    """

    words: tuple[Word, ...]
    replaced: dict[str, str]
    unknown: tuple[str, ...]


class Words:
    """The words of ours, in all languages, the reader's own first."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, Word | None] = {}

    def read(self, typed: Sequence[str], known: Callable[[str], bool]) -> Reading:
        """The words of a wish; `known` tells of a word that is in no title whether we know it all the same."""
        words: list[Word] = []
        replaced: dict[str, str] = {}
        unknown: list[str] = []
        for word in self._joined(typed):
            if found := self.find(word):
                words.append(found)
            elif known(word):
                words.append(self._word(word, {word: 1.0}, 0))
            elif self._index.is_in(word, "light") or self._index.is_in(word, "skipped"):
                continue
            elif parts := self._split(word):
                words += parts
            elif other := self._corrected(word):
                words.append(other)
                replaced[word] = other.typed
            elif other := self._begun(word) or self._family(word):
                words.append(other)
            else:
                unknown.append(word)
        return Reading(tuple(words), replaced, tuple(unknown))

    def find(self, word: str) -> Word | None:
        """A word by itself, its forms and those that mean the same; None where no title has any of them."""
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> Word | None:
        """A word by the rules of the reader's language; of another only as it is typed, unless his own has nothing."""
        terms: dict[str, float] = {}
        careers = 0
        for lang in self._index.languages:
            wording = self._index.wording(lang)
            form, alike = wording.form(word), wording.alike(word)
            places = ", ".join("?" for _ in alike)
            known = " AND ours" if self._index.is_in(word, "people") else ""
            query = f"SELECT word, form, careers FROM term WHERE lang = ? AND form IN ({places}){known}"
            if terms:
                query += " AND word = ?"
            for term, its, count in self._index.rows(query, (lang, *sorted(alike), *([word] if terms else []))):
                strength = 1.0 if term == word else FORM if its == form else ALIKE
                terms[term] = max(strength, terms.get(term, 0.0))
                careers += count if its == form else 0
        return self._word(word, terms, careers) if terms else None

    def _word(self, word: str, terms: dict[str, float], careers: int) -> Word:
        light = self._index.is_in(word, "light")
        return Word(word, terms, _telling(careers) * (LIGHT if light else 1), light)

    def widen(self, word: Word) -> Word:
        """The same word with all of its family: `bake` finds bakers."""
        terms = dict(word.terms)
        for lang, wording in self._index.wordings.items():
            query = "SELECT word FROM term WHERE lang = ? AND root = ?"
            for (term,) in self._index.rows(query, (lang, wording.root(word.typed))):
                terms.setdefault(term, ROOT)
        return word._replace(terms=terms)

    def _family(self, word: str) -> Word | None:
        """The words of the family of one that is none of ours itself: `tatouage`, and we know those who tattoo."""
        if self._index.is_in(word, "people"):
            return None
        lang = self._index.lang
        query = "SELECT word FROM term WHERE lang = ? AND root = ?"
        terms = {term: ROOT for (term,) in self._index.rows(query, (lang, self._index.wording(lang).root(word)))}
        return self._word(word, terms, len(terms)) if terms else None

    def _joined(self, typed: Sequence[str]) -> list[str]:
        """Words with those together that are one with us: `soft ware`."""
        joined: list[str] = []
        for word in typed:
            together = joined[-1] + word if joined else ""
            careers = self._careers(together) if together else 0
            if careers and careers > min(self._careers(joined[-1]), self._careers(word)):
                joined[-1] = together
            else:
                joined.append(word)
        return joined

    def _split(self, word: str) -> list[Word]:
        """Two words of ours that were typed as one: `datascientist`."""
        for at in range(len(word) - PART_LETTERS, PART_LETTERS - 1, -1):
            parts = word[:at], word[at:]
            if len(word) > 2 * PART_LETTERS and all(self._careers(part) >= KNOWN_PART for part in parts):
                return [found for part in parts if (found := self.find(part))]
        return []

    def _begun(self, word: str) -> Word | None:
        """The words of ours that begin so: `comptab`."""
        if len(word) < BEGINNING_LETTERS or self._index.is_in(word, "people"):
            return None
        query = "SELECT word, root, careers FROM term WHERE lang = ? AND word >= ? AND word < ? AND ours"
        found = self._index.rows(query, (self._index.lang, word, word + "\U0010ffff"))
        alone = len({root for _, root, _ in found}) == 1 and sum(count for _, _, count in found) >= KNOWN_PART
        terms = {term: BEGINNING for term, _, _ in found if alone or len(word) >= BEGINNING_SHARE * len(term)}
        return Word(word, terms, _telling(len(terms))) if terms else None

    def _corrected(self, word: str) -> Word | None:
        """The word of ours, in the reader's language, that is meant by a misspelt one; none where that is far."""
        if self._index.is_in(word, "people"):
            return None
        from careercli.core.text.spelling import find_correction  # rarely needed

        query = """
            SELECT word, max(ours), sum(careers) FROM term WHERE lang = ? AND ours AND length(word) BETWEEN ? AND ?
            GROUP BY word"""
        known = self._index.rows(query, (self._index.lang, len(word) - 2, len(word) + 2))
        wording = self._index.wording(self._index.lang)
        other = find_correction(word, {word: (ours, careers) for word, ours, careers in known}, wording.sound)
        return self.find(other) if other else None

    def _careers(self, word: str) -> int:
        ((careers,),) = self._index.rows("SELECT coalesce(sum(careers), 0) FROM term WHERE word = ?", (word,))
        return int(careers)


def _telling(careers: int) -> float:
    """How telling a word is that so many careers are called by."""
    return log(1 + CAREERS / (1 + careers))
