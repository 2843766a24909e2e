"""What somebody means by some words: careers by their names, by what they are about and by what is said of them.

All finds meet on one scale. A whole name comes first; then what is about a subject that was named, and titles, by how
much of the wish and of the title the words are; then passages. Spelling is mended only where nothing else is found.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from careercli.core.careers.names import Meant, NameKind
from careercli.core.careers.reports import Hit, Kind
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.core.text.wording import Wordings, read_query
from careercli.library import subjects, titles
from careercli.library.passages import GuidePlaces, find_places, read_passage, stands_anywhere
from careercli.library.titles import Found
from careercli.library.words import Reading, Word, Words

Rows = Callable[[str, tuple[Any, ...]], list[Any]]
#: What a guide is worth in whose summary or tools the words stand, and one that only has them in a passage.
NAMED, PASSAGE = 0.2, 0.3
#: How much of a find by title counts for a career that is about the subject too.
BOTH = 0.6
#: What a find is worth that only has some of the words.
PARTLY = 0.6
#: Titles that are better than this need no wider look at the families of words.
GOOD = 0.75
#: Passages that are shown of a guide.
SHOWN = 3
#: Words of the name of a person.
PERSON = 3
_TOKEN = re.compile(r"(?:[^\W_]|[+#])+")


class Answer(NamedTuple):
    """What was found, best first, and how the words were read.

    `total` careers were found in all; `about` are the subjects that were named; `replaced` words were taken for others,
    `dropped` ones are none of ours; `undecided`: what is asked for is advice.
    """

    found: tuple[Found, ...] = ()
    total: int = 0
    about: tuple[str, ...] = ()
    replaced: dict[str, str] = {}
    dropped: tuple[str, ...] = ()
    undecided: bool = False
    words: tuple[Word, ...] = ()
    guides: tuple[GuidePlaces, ...] = ()


class Search:
    """A catalogue, to be asked in a language."""

    def __init__(self, rows: Rows, wordings: Wordings, lang: Lang, *, indexed: bool) -> None:
        self._rows, self._wordings, self._lang, self._indexed = rows, wordings, lang, indexed
        self._words = Words(rows, wordings, lang)

    def answer(self, text: str) -> Answer:
        """What is meant by some words."""
        query = read_query(text, self._wordings, self._lang)
        exact = titles.find_exact(self._rows, query.names, self._wordings, self._lang)
        if query.undecided and not exact:
            return Answer(undecided=True)
        words = query.spoken
        about = self._read_about(words)
        if not self._says_no(words) or self._says_no(about.left):
            about, words = self._read_about(query.words), query.words

        if not exact and self._is_person(words, about):
            return Answer()

        def known(word: str) -> bool:
            return word not in about.left or self._is_said(word)

        reading = self._words.read(words, known)
        if reading.unknown:
            about = self._read_about(words, widened=True)
            reading = self._words.read(words, known)
        read = [reading.replaced.get(word.typed, word.typed) for word in reading.words]
        if read != list(words):
            about = self._read_about(read)
            exact = [*exact, *titles.find_exact(self._rows, [" ".join(read)], self._wordings, self._lang)]
        return self._all(about, reading, exact)

    def _is_person(self, words: Sequence[str], about: subjects.About) -> bool:
        """Whether somebody is named: a name of people that is no word of ours, and not much beside it."""
        if not 0 < len(words) <= PERSON or words[0] not in about.left or self._words.find(words[0]):
            return False
        return any(words[0] in wording.people for wording in self._wordings.values())

    def _says_no(self, words: Sequence[str]) -> bool:
        return any(word in wording.not_ for wording in self._wordings.values() for word in words)

    def _read_about(self, words: Sequence[str], *, widened: bool = False) -> subjects.About:
        """The subjects within some words; by the families of words that are ours, or of all where `widened`."""

        def wide(word: str) -> bool:
            return widened or self._words.find(word) is not None

        return subjects.read_subjects(self._rows, words, self._wordings, self._lang, wide)

    def _is_said(self, word: str) -> bool:
        """Whether a word stands in a guide. A first name may, and tells nothing."""
        if any(word in wording.people for wording in self._wordings.values()):
            return False
        return stands_anywhere(self._rows, word, indexed=self._indexed)

    def _all(self, about: subjects.About, reading: Reading, exact: Sequence[Found]) -> Answer:
        words = reading.words
        found = [*exact, *self._together(about, words, self._about(about, words), self._titled(words))]
        typed = [word.typed for word in words if not word.light] or [word.typed for word in words]
        guides = find_places(self._rows, typed, self._lang, together=True, indexed=self._indexed)
        found += [Found(g.id, (NAMED if g.named else 0.0) + PASSAGE * g.merit, Meant.PASSAGE) for g in guides]
        if not found and words:
            guides = find_places(self._rows, typed, self._lang, together=False, indexed=self._indexed)
            found += [Found(g.id, PARTLY * PASSAGE * g.merit, Meant.PASSAGE) for g in guides]
        best = _best(found)
        return Answer(
            found=best,
            total=len(best),
            about=tuple(id_ for alike in about.subjects for id_ in alike),
            replaced=reading.replaced,
            dropped=reading.unknown,
            words=words,
            guides=tuple(guides),
        )

    def _about(self, about: subjects.About, words: Sequence[Word]) -> list[Found]:
        """The careers that are about what was named, as far as that is what was asked for."""
        if not about.subjects:
            return []
        left = sum(word.telling for word in words if word.typed in about.left)
        share = 1 - left / sum(word.telling for word in words)
        return [f._replace(score=f.score * share**1.5) for f in subjects.find_subjects(self._rows, about)]

    def _together(
        self, about: subjects.About, words: Sequence[Word], subjected: Sequence[Found], titled: Sequence[Found]
    ) -> list[Found]:
        """Both kinds of finds. Where a wish names a subject and more, a career that is about it and called so is better."""
        if not any(word.typed in about.left and not word.light for word in words):
            return [*subjected, *titled]
        called = {find.id: find.score for find in titled}
        both = [find._replace(score=find.score + BOTH * called.get(find.id, 0.0)) for find in subjected]
        return [*both, *titled]

    def _titled(self, words: Sequence[Word]) -> list[Found]:
        """The careers with titles that hold the words: all of them, else with their families, else some."""
        if not words:
            return []
        found = self._find(words, together=True)
        if max((f.score for f in found), default=0.0) < GOOD:
            wide = [self._words.widen(word) for word in words]
            found += self._find(wide, together=True)
            if not found and len(words) > 1:
                found += self._find(wide, together=False)
        return found

    def _find(self, words: Sequence[Word], *, together: bool) -> list[Found]:
        found = titles.find_titles(
            self._rows, words, self._wordings, self._lang, together=together, indexed=self._indexed
        )
        return found + titles.find_guides(self._rows, words, together=together)

    def hits(self, answer: Answer, count: int, kind: Kind | None = None) -> list[Hit]:
        """The first finds as they are shown."""
        found = [f for f in answer.found if kind in (None, f.career_kind)][:count]
        codes = [f.id for f in found if f.career_kind == "occupation"]
        names = titles.names_of(self._rows, codes, self._lang) | self._guide_names()
        return [self._hit(f, names.get(f.id, f.id), answer) for f in found]

    def _guide_names(self) -> dict[str, str]:
        query = "SELECT role.id, json_extract(card.body, '$.name') FROM role JOIN card USING (num) WHERE card.lang = ?"
        return dict(self._rows(query, (self._lang,)))

    def _hit(self, found: Found, name: str, answer: Answer) -> Hit:
        terms = {term for word in answer.words for term in word.terms}
        snippet = _marked(found.text, terms) if found.text and found.career_kind == "occupation" else ""
        places = next((guide.places for guide in answer.guides if guide.id == found.id), ())
        typed = [word.typed for word in answer.words]
        passages = tuple(
            read_passage(self._rows, place, typed, indexed=self._indexed) for place in places[:SHOWN] if place.section
        )
        first = passages[0] if passages and found.meant is Meant.PASSAGE else None
        return Hit(
            id=found.id,
            kind=found.career_kind,
            name=name,
            score=round(found.score, 3),
            section=first.section if first else "",
            title=first.title if first else "",
            snippet=first.snippet if first else snippet,
            passages=passages,
            nearest=found.kind is NameKind.NEAREST,
        )


def _best(found: Iterable[Found]) -> tuple[Found, ...]:
    """The best find of each career, best first, a guide before an occupation."""
    best: dict[str, Found] = {}
    for find in found:
        if find.id not in best or find.score > best[find.id].score:
            best[find.id] = find
    return tuple(sorted(best.values(), key=lambda f: (-f.score, f.career_kind != "role", f.id)))


def _marked(text: str, terms: set[str]) -> str:
    """A title with the words that were looked for set off."""
    return _TOKEN.sub(lambda found: f"⟦{found[0]}⟧" if set(fold(found[0]).split()) & terms else found[0], text)
