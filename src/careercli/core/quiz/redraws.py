"""What a person's scores might have been with a second set of items: the same draws for the same answers."""

import math
from collections.abc import Iterator

from careercli.core.quiz.interests import Profile, standard_errors

#: Reliability of the differences between a person's scores, a single item a scale. Chosen on one half of the
#: respondents so that the stability of a career comes true, checked on the other (benchmarks/matching.py).
SINGLE_ITEM = 0.6

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
#: The sum of four whole numbers from 0 to 65,535 has the mean 131,070 and the variance (65,536² - 1) / 3.
_MIDDLE, _SCALE = 131_070, 1 / math.sqrt((65_536 * 65_536 - 1) / 3)
#: And each of them 32,767.5 and a quarter of the variance.
_HALF, _EACH = _MIDDLE / 4, _SCALE * 2


def redraw(profile: Profile, draws: int, single_item: float = SINGLE_ITEM) -> list[tuple[float, ...]]:
    """The six scores of `draws` other questionnaires of the same length, each 0 to 1.

    They scatter around the scores drawn in towards the person's own mean, as far as the answers are unreliable
    (Spearman-Brown from one item), with the error of either questionnaire: a second set of items errs as well.
    """
    a, b, c, d, e, f = profile.scores
    mean = (a + b + c + d + e + f) / 6
    trust = [_reliability(count, single_item) for count in profile.counts]
    centres = tuple(mean + rho * (score - mean) for score, rho in zip(profile.scores, trust, strict=True))
    errors = standard_errors(Profile(centres, profile.counts))
    spreads = [error * math.sqrt(1 + rho) * _SCALE for error, rho in zip(errors, trust, strict=True)]
    state = seed_of(profile)
    drawn = []
    for _ in range(draws):
        scores = []
        for centre, spread in zip(centres, spreads, strict=True):
            state = (state + _STEP) & _MASK
            score = centre + spread * (near_normal(state) - _MIDDLE)
            scores.append(0.0 if score < 0 else 1.0 if score > 1 else score)
        drawn.append(tuple(scores))
    return drawn


def seed_of(profile: Profile) -> int:
    """FNV-1a, 64 bits, of the scores in millionths and the counts, four bytes each, the highest first."""
    state = 0xCBF29CE484222325
    for number in (*(round(score * 1_000_000) for score in profile.scores), *profile.counts):
        for byte in number.to_bytes(4, "big"):
            state = ((state ^ byte) * 0x100000001B3) & _MASK
    return state


def near_normal(state: int) -> int:
    """A nearly normal whole number, 0 to 262,140: the sum of the four 16-bit parts of what splitmix64 gives.

    Whole numbers and the four operations of IEEE 754 give the same digits on every machine; `random.gauss` need not.
    """
    z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    z ^= z >> 31
    return (z & 0xFFFF) + (z >> 16 & 0xFFFF) + (z >> 32 & 0xFFFF) + (z >> 48)


def scatter(state: int, count: int, size: int) -> Iterator[list[float]]:
    """As many lists as `count` says, of so many numbers of mean 0 and standard deviation 1, the same for the same seed.

    Each number is one of the four 16-bit parts of what splitmix64 gives: enough where many are added up.
    """
    for _ in range(count):
        drawn: list[float] = []
        for _ in range(0, size, 4):
            state = (state + _STEP) & _MASK
            z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
            z ^= z >> 31
            drawn += (z & 0xFFFF) - _HALF, (z >> 16 & 0xFFFF) - _HALF, (z >> 32 & 0xFFFF) - _HALF, (z >> 48) - _HALF
        yield [number * _EACH for number in drawn[:size]]


def _reliability(count: int, single_item: float) -> float:
    return count * single_item / (1 + (count - 1) * single_item) if count else 0.0
