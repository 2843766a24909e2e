"""What somebody means by some words: careers by their names, by what they are about and by what is said of them.

All answers meet on one scale (`core/careers/ranking.py`). A whole name comes first; then what is about a subject that
was named, and titles, by how much of the wish and of the title the words are; then passages of guides. Spelling is
mended only where nothing else is known of a word. A name that begins with all that was typed comes after whole names.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from careercli.core.careers.names import Meant, NameKind
from careercli.core.careers.ranking import (
    BEHIND,
    LACK,
    LEAST,
    LEAST_GUIDE,
    LEAST_TITLE,
    PASSAGE,
    SOME,
    SUMMARY,
    Ranked,
    Word,
    best_first,
    rank_begun,
)
from careercli.core.careers.reports import Kind
from careercli.core.careers.search_report import Hit
from careercli.core.text.ids import fold
from careercli.core.text.wording import Query
from careercli.library import subjects, titles
from careercli.library.index import Index
from careercli.library.pages import NamedPage, find_pages
from careercli.library.passages import GuidePlaces, find_places, read_passage, stands_anywhere
from careercli.library.subjects import About
from careercli.library.wishes import Wish, read_wish
from careercli.library.words import Reading, Words

if TYPE_CHECKING:
    from careercli.library.beginnings import Begun

#: How much of an answer by title counts for a career that is about the subject too: where all that was asked for is the
#: subject, and where it is more.
CALLED, BOTH = 0.2, 0.6
#: What a title is worth at most that is no name where the only word that was typed is a subject.
SUBJECT_ONLY = 1.0
#: Passages that are shown of a guide.
SHOWN = 3
#: Words of the name of a person.
PERSON = 3
#: Letters of what was typed from which it may be the beginning of a name.
BEGINNING = 3
_TOKEN = re.compile(r"(?:[^\W_]|[+#])+")


class Answer(msgspec.Struct, frozen=True):
    """What some words mean, best first, and how they were read.

    `total` careers there are in all; `about` are the subjects that were named, `of_subject` so many careers are about
    them; `replaced` words were taken for others, `dropped` ones are none of ours; `undecided`: what is asked for is
    advice, `changing` that on a change of career, `lost` that after the loss of a job; `refused`: something is said no
    to.
    """

    careers: tuple[Ranked, ...] = ()
    total: int = 0
    about: tuple[str, ...] = ()
    of_subject: int = 0
    replaced: dict[str, str] = {}
    dropped: tuple[str, ...] = ()
    undecided: bool = False
    changing: bool = False
    lost: bool = False
    refused: bool = False
    words: tuple[Word, ...] = ()
    guides: tuple[GuidePlaces, ...] = ()


class Search:
    """A catalogue, to be asked in a language."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._words = Words(index)

    def answer(self, text: str, *, typing: bool = False) -> Answer:
        """What is meant by some words; the last may go on if it is no word of ours, or while one is `typing`."""
        answer = self.answer_whole(text)
        key = fold(text)
        last = key.rpartition(" ")[2]
        called = bool(answer.careers) and answer.careers[0].is_named
        done = called or len(key) < BEGINNING or self.is_known(last)
        if answer.undecided or answer.refused or (done and not typing):
            return answer
        from careercli.library.beginnings import find_names  # who types whole words needs none

        names = find_names(self._index.rows, text, self._index.lang)
        if not names:
            return answer
        begun = _rank_of_word(names) if done else rank_begun([(its.id, its.key) for its in names])
        careers = best_first((*answer.careers, *begun))
        return replace(
            answer,
            careers=careers,
            total=max(answer.total, len(careers)),
            replaced={word: near for word, near in answer.replaced.items() if word != last},
            dropped=tuple(word for word in answer.dropped if word != last),
        )

    def pages(self, text: str, *, typing: bool = False) -> list[NamedPage]:
        """The topics and terms that some words name, or begin to name while one is `typing`."""
        return find_pages(self._index, text, typing=typing)

    def left(self, text: str) -> str:
        """What somebody wants to leave; empty where that is not what they say, or is a name."""
        query = self._index.read(text)
        return "" if not query.left or query.undecided or self.is_name(text) else query.left

    def asks_advice(self, text: str) -> bool:
        """Whether some words ask how one changes careers, or what to do after the loss of a job, and name nothing."""
        query = self._index.read(text)
        return query.asks_advice and not self.is_name(text)

    def wish(self, text: str, is_denial: Callable[[str], bool]) -> Wish:
        """The conditions within some words; `is_denial` tells whether "no nights" is one."""
        return read_wish(self._index, text, is_denial)

    def is_name(self, text: str) -> bool:
        """Whether some words are a whole name, as they were typed."""
        return bool(titles.find_exact(self._index, self._index.read(text).names[:1]))

    def is_known(self, word: str) -> bool:
        """Whether a word is there to its end: it is one of what careers are mostly called, a subject, or a person."""
        known = word in self._index.wording(self._index.lang).people or (len(word) > 1 and self._words.is_ours(word))
        return known or bool(subjects.read_subjects(self._index, (word,), lambda _: False).subjects)

    def answer_whole(self, text: str) -> Answer:
        """What is meant by some words that are all there."""
        query = self._index.read(text)
        whole = titles.find_exact(self._index, query.names[:1])
        exact = whole or titles.find_exact(self._index, query.names)
        # of "who pays for training" what is left names a trade
        if query.undecided and not (whole if query.asks_advice else exact):
            return Answer(undecided=True, changing=query.changing, lost=query.lost)
        words = self._words_of_name(query) if whole else query.spoken
        about = self._read_about(words)
        refused = self._says_no(words) and self._says_no(about.left)  # a subject may be called so: "no degree"
        if refused or not self._says_no(words):
            if refused and not exact and query.words == query.spoken:
                return Answer(refused=True)  # nothing is left to look for
            words = query.words if words == query.spoken else words
            about = self._read_about(words)
        if not exact and self._is_person(words, about):
            return Answer()
        reading = self._read(words, about)
        if reading.unknown:  # words of no title may still be of the family of a subject's name
            about = self._read_about(words, widened=True)
            reading = self._read(words, about)
        read = tuple(word.typed for word in reading.words)
        if read != words:
            about = self._read_about(read)
            exact += titles.find_exact(self._index, [" ".join(read)])
        return replace(self._rank(about, reading, exact), refused=refused and not exact)

    def _words_of_name(self, query: Query) -> tuple[str, ...]:
        """The words of a wish that is a whole name: what is skipped elsewhere is part of it ("IT architect")."""
        typed = query.names[0].split()
        return tuple(word for word in typed if word in query.spoken or not self._index.is_in(word, "joints"))

    def _read(self, words: Sequence[str], about: About) -> Reading:
        def known(word: str) -> bool:
            said = not self._index.is_in(word, "people") and stands_anywhere(self._index, word)
            return said or word not in about.left

        return self._words.read(words, known)

    def _read_about(self, words: Sequence[str], *, widened: bool = False) -> About:
        """The subjects within some words; by the families of words that are ours, or of all where `widened`."""

        def wide(word: str) -> bool:
            return widened or self._words.find(word) is not None

        return subjects.read_subjects(self._index, words, wide)

    def _says_no(self, words: Sequence[str]) -> bool:
        return any(self._index.is_in(word, "not_") for word in words)

    def _is_person(self, words: Sequence[str], about: About) -> bool:
        """Whether somebody is named: a name of people that is no word of ours, and not much beside it."""
        if not 0 < len(words) <= PERSON or words[0] not in about.left:
            return False
        return self._index.is_in(words[0], "people") and not self._words.find(words[0])

    def _rank(self, about: About, reading: Reading, exact: Sequence[Ranked]) -> Answer:
        """All answers on one scale. Who names a career names no subject, and no guide that only has the words."""
        words = reading.words
        titled = self._find_titled(words)
        if any(career.is_named for career in (*exact, *titled)):
            about = About((), about.left)
        elif about.subjects and len(titles.needed(words)) == 1:
            titled = [career.at_most(SUBJECT_ONLY) for career in titled]
        titled += exact
        named = any(career.is_named for career in titled)
        typed = [word.typed for word in titles.needed(words)]
        guides = [] if named else find_places(self._index, typed, together=True)
        of_subject = self._find_about(about, words, titled)
        careers = [*titled, *of_subject, *_rank_guides(guides, PASSAGE)]
        if not careers:
            guides = find_places(self._index, typed, together=False)
            careers = _rank_guides(guides, SOME)
        ranked = best_first(careers)
        if ranked and ranked[0].score < self._least(reading, about, ranked[0].meant):
            return Answer(dropped=reading.unknown)
        return Answer(
            careers=ranked,
            total=max(len(ranked), titles.count_occupations(self._index, words)),
            about=about.ids,
            of_subject=len(of_subject),
            replaced={typed: titles.spelling_of(self._index, meant) for typed, meant in reading.replaced.items()},
            dropped=reading.unknown,
            words=words,
            guides=tuple(guides),
        )

    def _least(self, reading: Reading, about: About, meant: Meant) -> float:
        """What the best answer must be worth, so that nonsense is not answered by a word that happens to be in it."""
        if reading.unknown:
            return 0.0 if about.subjects and not reading.replaced else LEAST_GUIDE if meant is Meant.PASSAGE else LEAST
        said = any(word.terms == {word.typed: 1.0} and not self._words.find(word.typed) for word in reading.words)
        return LEAST_TITLE if said and meant is Meant.PART else 0.0

    def _find_about(self, about: About, words: Sequence[Word], titled: Sequence[Ranked]) -> list[Ranked]:
        """The careers that are about what was named, as far as that is what was asked for.

        One that is called so too is better, the more so where a wish names a subject and more.
        """
        careers = subjects.find_subjects(self._index, about)
        left = [word for word in words if word.typed in about.left]
        both, share = CALLED, 1.0
        if any(not word.light for word in left):
            both, share = BOTH, 1 - sum(word.telling for word in left) / sum(word.telling for word in words)
        called = {career.id: min(career.score, 1.0) for career in titled}
        return [career.times(share**LACK).plus(both * called.get(career.id, 0.0)) for career in careers]

    def _find_titled(self, words: Sequence[Word]) -> list[Ranked]:
        """The careers with titles that hold the words, or their families; else some of them."""
        if not words:
            return []
        careers = self._find_called(words, together=True)
        if any(career.is_named for career in careers):
            return careers
        wide = [self._words.widen(word) for word in words]
        if wide != list(words):
            careers += self._find_called(wide, together=True)
        if not careers and len(words) > 1:
            careers = self._find_called(wide, together=False)
        return careers

    def _find_called(self, words: Sequence[Word], *, together: bool) -> list[Ranked]:
        occupations = titles.find_titles(self._index, words, together=together)
        return occupations + titles.find_guides(self._index, words, together=together)

    def hits(self, answer: Answer, count: int, kind: Kind | None = None) -> list[Hit]:
        """The first careers of an answer as they are shown."""
        careers = [career for career in answer.careers if kind in (None, career.kind)][:count]
        names = titles.names_of(self._index.rows, careers, self._index.lang)
        return [self._hit(career, names.get(career.id, career.id), answer) for career in careers]

    def _hit(self, career: Ranked, name: str, answer: Answer) -> Hit:
        typed = [word.typed for word in answer.words]
        places = next((guide.places for guide in answer.guides if guide.id == career.id), ())
        within = [place for place in places if place.section][:SHOWN]
        passages = tuple(read_passage(self._index, place, typed) for place in within)
        hit = Hit(
            id=career.id,
            kind=career.kind,
            name=name,
            score=round(career.score, 3),
            passages=passages,
            nearest=career.name_kind is NameKind.NEAREST,
        )
        if passages and career.meant is Meant.PASSAGE:
            first = passages[0]
            return msgspec.structs.replace(hit, section=first.section, title=first.title, snippet=first.snippet)
        if career.kind == "occupation":
            terms = {term for word in answer.words for term in word.terms}
            return msgspec.structs.replace(hit, snippet=_marked(career.text, terms))
        return hit


def _rank_of_word(names: Sequence["Begun"]) -> list[Ranked]:
    """Careers with a name that begins with a whole word: those that are called so first.

    The word means something by itself, so that one which only begins a longer word of another title comes last.
    """
    front = sorted((its for its in names if its.own or its.whole), key=lambda its: not its.own)
    back = [its for its in names if not (its.own or its.whole)]
    return [
        *rank_begun([(its.id, its.key) for its in front]),
        *rank_begun([(its.id, its.key) for its in back], BEHIND),
    ]


def _rank_guides(guides: Iterable[GuidePlaces], worth: float) -> list[Ranked]:
    """Guides by their passages, those first in whose summary the words stand."""
    return [
        Ranked(guide.id, worth * guide.merit + (SUMMARY if guide.named else 0.0), Meant.PASSAGE) for guide in guides
    ]


def _marked(text: str, terms: set[str]) -> str:
    """A title with the words that were looked for set off."""
    return _TOKEN.sub(lambda found: f"⟦{found[0]}⟧" if set(fold(found[0]).split()) & terms else found[0], text)
