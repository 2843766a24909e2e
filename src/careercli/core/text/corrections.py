"""Which word was meant by a misspelt one."""

import re
from collections.abc import Container, Iterable
from typing import NamedTuple

from careercli.core.text.spelling import count_slips

#: Letters of a word from which one slip may be mended, one of any kind, and two.
ONE_SLIP, ANY_SLIP, TWO_SLIPS = 4, 7, 8
#: What it counts beside slips that two words only sound alike.
SOUND = 0.5
#: How surely a word of ours is a trade: it is a name by itself, it is what a name says that somebody is.
NAME, HEAD = 3, 2
VOWELS = frozenset("aeiouy")
_REPEATED = re.compile(r"(.)\1+", re.DOTALL)

#: Letters that are easily put for one another: they sound alike, or their keys are neighbours.
Confused = Container[tuple[str, str]]


class Known(NamedTuple):
    """A word of ours: how surely it is a trade, how many careers are called by it, and how it sounds."""

    word: str
    trade: int
    careers: int
    sound: str


class _Misspelt(NamedTuple):
    """A word as it was typed, without double letters, and as it sounds; how many slips may be mended.

    `alone`, nothing beside it is understood.
    """

    word: str
    single: str
    sound: str
    most: int
    confused: Confused
    alone: bool


def find_corrections(
    word: str, known: Iterable[Known], sound: str, confused: Confused = (), *, alone: bool = False
) -> list[str]:
    """The known words that are nearest to one, by letters or by its `sound`, if that is near: the nearest first.

    Among equals the first is what is most surely a trade, then what most careers are called by. A word that stands
    `alone` must be nearer to one that is no trade: names and nonsense are near to some word of a title.
    """
    most = 2 if len(word) >= TWO_SLIPS else 1 if len(word) >= ONE_SLIP else 0
    misspelt = _Misspelt(word, _single(word), sound, most, confused, alone)
    letters, parted = set(word), 2 * most + 2
    near = sorted(
        (slips, -its.trade, -its.careers, its.word)
        for its in known
        if len(letters.symmetric_difference(its.word)) <= parted and (slips := _count(misspelt, its)) <= most
    )
    return list(dict.fromkeys(other for slips, _, _, other in near if slips <= near[0][0] + SOUND))


def _count(misspelt: _Misspelt, known: Known) -> float:
    """The slips between two words, by letters or by sound; more than may be mended where they are not near."""
    word, most, other = misspelt.word, misspelt.most, known.word
    short = len(word) < ANY_SLIP
    same = most and word[:1] == other[:1] and misspelt.single == _single(other)
    slips = SOUND if same else float(_count_written(misspelt, other, known.trade))
    if slips > SOUND and most and known.sound[:1] == misspelt.sound[:1]:
        slips = min(slips, SOUND + count_slips(misspelt.sound, known.sound, 0 if short else 1))
    if misspelt.alone and known.trade < HEAD and slips > SOUND and (short or not _is_haste(word, other, slips)):
        return most + 1.0
    return slips


def _count_written(misspelt: _Misspelt, other: str, trade: int) -> int:
    """The slips by letters alone.

    The first letter is taken to be right, but for the only slip in the name of a trade that is long. In a short word
    only a letter that lacks, two that are swapped, a wrong vowel or one that is easily confused are slips: another
    consonant makes another word.
    """
    word, most = misspelt.word, misspelt.most
    short = len(word) < ANY_SLIP
    if word[:1] != other[:1] and (short or trade < NAME):
        return most + 1
    slips = count_slips(word, other, most if word[:1] == other[:1] else 1)
    if slips and short and not _is_light_slip(word, other, misspelt.confused if trade >= NAME else ()):
        return most + 1
    return slips if word[:1] == other[:1] or slips <= 1 else most + 1


def _is_light_slip(word: str, other: str, confused: Confused) -> bool:
    """Whether a word lacks a letter, has two swapped, or a likely one for another, if it is long enough for that."""
    if len(other) > len(word):
        return True
    if len(other) < len(word):
        return False
    wrong = [(ours, its) for ours, its in zip(word, other, strict=True) if ours != its]
    likely = all(pair in confused or VOWELS.issuperset(pair) for pair in wrong)
    return len(wrong) == 2 or (len(word) > ONE_SLIP and likely)


def _single(word: str) -> str:
    """A word without double letters."""
    return _REPEATED.sub(r"\1", word)


def _is_haste(word: str, other: str, slips: float) -> bool:
    """Whether a word only lacks letters of another, or has two swapped."""
    rest = iter(other)
    return all(letter in rest for letter in word) or (slips <= 1 and sorted(word) == sorted(other))
