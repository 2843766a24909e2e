"""Which word was meant by a misspelt one."""

from collections.abc import Callable, Mapping

#: Letters of a word from which one slip may be mended, one of any kind, and two.
ONE_SLIP, ANY_SLIP, TWO_SLIPS = 4, 7, 8
#: What it counts beside slips that two words only sound alike.
SOUND = 0.5
VOWELS = frozenset("aeiouy")


def find_correction(word: str, known: Mapping[str, tuple[int, int]], sound: Callable[[str], str]) -> str | None:
    """The known word that is nearest to one, by letters or by sound, if that is near.

    Among equals it is the one that is a name by itself, then that of the most careers.
    """
    most = 2 if len(word) >= TWO_SLIPS else 1 if len(word) >= ONE_SLIP else 0
    heard, letters = sound(word), set(word)
    best: tuple[float, int, int, str] | None = None
    for other, (ours, careers) in known.items():
        if len(letters.symmetric_difference(other)) > 2 * most + 2:
            continue
        slips = _count(word, other, most, heard, sound)
        if slips <= most and (best is None or (slips, -ours, -careers, other) < best):
            best = slips, -ours, -careers, other
    return best[3] if best else None


def _count(word: str, other: str, most: int, heard: str, sound: Callable[[str], str]) -> float:
    """The slips between two words, by letters or by sound; more than `most` where they are not near.

    The first letter is taken to be right, or to sound right. In a short word only a letter that lacks, two that are
    swapped or a wrong vowel are slips: another consonant makes another word.
    """
    slips = float(count_slips(word, other, most)) if word[:1] == other[:1] else most + 1.0
    if slips and len(word) < ANY_SLIP and not _is_light_slip(word, other):
        slips = most + 1.0
    if slips > SOUND and most and (its := sound(other))[:1] == heard[:1]:
        slips = min(slips, SOUND + count_slips(heard, its, 0 if len(word) < ANY_SLIP else 1))
    return slips


def _is_light_slip(word: str, other: str) -> bool:
    """Whether a word lacks a letter, has two swapped, or a vowel for another, if it is long enough for that."""
    if len(other) > len(word):
        return True
    if len(other) < len(word):
        return False
    wrong = [(ours, its) for ours, its in zip(word, other, strict=True) if ours != its]
    return len(wrong) == 2 or (len(word) > ONE_SLIP and all(letter in VOWELS for pair in wrong for letter in pair))


def count_slips(word: str, other: str, most: int) -> int:
    """Letters that are wrong, missing, too many or swapped with the next; one more than `most` where there are more."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for n, letter in enumerate(word, 1):
        earlier, before, row = before, row, [n]
        for k, its in enumerate(other, 1):
            cost = min(before[k] + 1, row[k - 1] + 1, before[k - 1] + (letter != its))
            if n > 1 and k > 1 and letter == other[k - 2] and its == word[n - 2]:
                cost = min(cost, earlier[k - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
