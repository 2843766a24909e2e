"""What the words of a wish may stand for among ours: the same, another form, one that means the same, or a typo."""

from collections.abc import Callable, Sequence
from math import log

import msgspec

from careercli.core.careers.ranking import Word
from careercli.core.text.languages import Lang
from careercli.library.index import Index
from careercli.library.titles import count_occupations

#: How much a word of ours counts for one that was typed: another form, one that means the same, one of its family, one
#: that begins so.
FORM, ALIKE, ROOT, BEGINNING = 0.97, 0.85, 0.7, 0.8
#: How telling a word is, beside others, that tells little.
LIGHT = 0.15
#: Careers that there are, for how telling a word is.
CAREERS = 1_100
#: Letters of a word from which its beginning may stand for it, and the share of it that must be there.
BEGINNING_LETTERS, BEGINNING_SHARE = 5, 0.7
#: Careers that must be called by a word for it to be seen within what was typed as one.
KNOWN_PART = 3
#: Letters of a misspelt word from which what it is taken for is more than a guess.
SURE_LETTERS = 7
#: Words that a misspelt one may be taken for, of which what is said beside it tells which is meant.
MOST_NEAR = 5
#: Letters of a word from which it is taken for one of another language where the reader's own has none that is near.
FOREIGN_LETTERS = 7
#: Letters that must be left of a word that stands alone, and letters that its ending must have, for its family to be
#: seen in it; or letters from which no ending is needed. Names are short, and end in what endings begin with.
FAMILY_LETTERS, ENDING_LETTERS, LONG_FAMILY = 4, 3, 6
#: Letters that each of two words must have that were typed as one.
PART_LETTERS = 4


class Reading(msgspec.Struct, frozen=True):
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
        guessed: list[Word] = []
        joined = self._joined(typed)
        beside = [found for word in joined if (found := self.find(word)) and not found.light]
        alone = not any(self.find(word) for word in joined)
        for word in joined:
            if found := self.find(word):
                words.append(found)
            elif self._index.is_in(word, "skipped"):
                continue
            elif known(word):
                words.append(self._word(word, {word: 1.0}, 0))
            elif self._index.is_in(word, "light"):
                continue
            elif parts := self._split(word):
                words += parts
            elif other := self._corrected(word, beside, alone=alone):
                words.append(other)
                replaced[word] = other.typed
                guessed += [other] * (len(word) < SURE_LETTERS)
            elif other := self._begun(word) or self._family(word, alone=alone):
                words.append(other)
                guessed.append(other)
            else:
                unknown.append(word)
        if unknown and guessed == words:
            return Reading((), {}, tuple(joined))
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
            if lang != self._index.lang and word in wording.skipped:
                continue
            form, alike = wording.form(word), wording.alike(word)
            places = ", ".join("?" for _ in alike)
            known = " AND ours" if self._index.is_in(word, "people") or self._index.is_in(word, "skipped") else ""
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

    def _family(self, word: str, *, alone: bool) -> Word | None:
        """The words of the family of one that is none of ours itself: `tatouage`, and we know those who tattoo."""
        if self._index.is_in(word, "people"):
            return None
        lang = self._index.lang
        root = self._index.wording(lang).root(word)
        needed = FAMILY_LETTERS if len(word) - len(root) >= ENDING_LETTERS else LONG_FAMILY
        if alone and len(root) < needed:
            return None
        query = "SELECT word FROM term WHERE lang = ? AND root = ?"
        terms = {term: ROOT for (term,) in self._index.rows(query, (lang, root))}
        return self._word(word, terms, len(terms)) if terms else None

    def _joined(self, typed: Sequence[str]) -> list[str]:
        """Words with those together that are one with us: `soft ware`."""
        joined: list[str] = []
        for word in typed:
            together = joined[-1] + word if joined else ""
            careers = self._careers(together) if together else 0
            fewest = min(self._careers(joined[-1]), self._careers(word)) if careers else 0
            if careers and (careers > fewest or self._is_trade(together)):
                joined[-1] = together
            else:
                joined.append(word)
        return joined

    def _split(self, word: str) -> list[Word]:
        """Two words of a title of ours that were typed as one: `datascientist`."""
        for at in range(len(word) - PART_LETTERS, PART_LETTERS - 1, -1):
            parts = word[:at], word[at:]
            if len(word) > 2 * PART_LETTERS and all(self._careers(part) >= KNOWN_PART for part in parts):
                found = [its for part in parts if (its := self.find(part))]
                if count_occupations(self._index, found):
                    return found
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

    def _corrected(self, word: str, beside: Sequence[Word], *, alone: bool) -> Word | None:
        """The word of ours, in the reader's language, that is meant by a misspelt one; none where that is far.

        Of several that are as near it is the one that stands with those `beside` it in a title. A long word that stands
        alone may be a trade of another language.
        """
        if self._index.is_in(word, "people"):
            return None
        most = None if alone and len(word) >= FOREIGN_LETTERS else 1
        for lang in self._index.languages[:most]:
            if near := self._near(lang, word, alone=alone):
                found = [its for other in near[:MOST_NEAR] if (its := self.find(other))]
                if beside and len(found) > 1:
                    found.sort(key=lambda its: not count_occupations(self._index, [*beside, its]))
                return found[0]
        return None

    def _near(self, lang: Lang, word: str, *, alone: bool) -> list[str]:
        """The words of ours that a misspelt one is nearest to in a language."""
        from careercli.core.text.corrections import NAME, Known, find_corrections  # rarely needed

        query = """
            SELECT word, ours, careers, sound FROM term
            WHERE lang = ? AND length(word) BETWEEN ? AND ? AND ours AND ours >= ?"""
        own = lang == self._index.lang
        slips = 2 if own else 1
        rows = self._index.rows(query, (lang, len(word) - slips, len(word) + slips, 1 if own else NAME))
        wording = self._index.wording(lang)
        empty = wording.light | wording.skipped
        known = (Known(*row) for row in rows if row[0] not in empty)
        return find_corrections(word, known, wording.sound(word), wording.confused(), alone=alone)

    def is_ours(self, word: str) -> bool:
        """Whether a word is within what a career is mostly called, in the reader's language."""
        query = "SELECT 1 FROM term WHERE word = ? AND lang = ? AND ours LIMIT 1"
        return bool(self._index.rows(query, (word, self._index.lang)))

    def _is_trade(self, word: str) -> bool:
        """Whether a word is the name of a trade by itself, in the reader's language."""
        from careercli.core.text.corrections import NAME  # rarely needed

        return bool(
            self._index.rows(
                "SELECT 1 FROM term WHERE word = ? AND lang = ? AND ours = ?", (word, self._index.lang, NAME)
            )
        )

    def _careers(self, word: str) -> int:
        ((careers,),) = self._index.rows("SELECT coalesce(sum(careers), 0) FROM term WHERE word = ?", (word,))
        return int(careers)


def _telling(careers: int) -> float:
    """How telling a word is that so many careers are called by."""
    return log(1 + CAREERS / (1 + careers))
