"""Which careers fit six interest scores: a short list, how steady it is, and what chance alone would give."""

import math
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Literal, NamedTuple

from careercli.core.interests import InterestItem, Profile, score_items, standard_errors

Method = Literal["published", "careers"]
Vector = tuple[float, ...]

METHODS: tuple[Method, ...] = ("published", "careers")
#: Lower bounds of the labels: one-tailed critical values of a correlation of six points at 5 % and 10 %.
LABELS = ((0.729, "best"), (0.608, "great"))
SIZE = 7
DRAWS = 200


class Candidate(NamedTuple):
    """A career that can be matched: its ratings, 1 to 7, in RIASEC order.

    `stands_for` holds the codes of the occupations that a guide is exactly.
    """

    id: str
    kind: Literal["role", "occupation"]
    name: str
    family: str
    interests: Vector
    stands_for: tuple[str, ...] = ()


class Match(NamedTuple):
    """A career of the list.

    `fit` is a correlation, -1 to 1; `pulls` are what each type gave to it: they add up to the fit. `label` is
    `best`, `great` or empty. `stability` is the share of redraws in which the career is in the list.
    """

    id: str
    kind: Literal["role", "occupation"]
    name: str
    family: str
    rank: int
    fit: float
    label: str
    stability: float
    pulls: Vector


class Matching(NamedTuple):
    """The list, and beside it how many careers get at least a label: by chance, and really."""

    method: Method
    matches: tuple[Match, ...]
    chance: dict[str, int]
    passing: dict[str, int]


class Pivot(NamedTuple):
    """An answer which, given otherwise, would make another top three."""

    item: str
    now: int
    then: int
    top: tuple[str, ...]


def match_careers(
    profile: Profile,
    candidates: Sequence[Candidate],
    method: Method = "careers",
    size: int = SIZE,
    draws: int = DRAWS,
) -> Matching:
    """The careers that fit a profile best, at most `size`, best first; ties by id.

    The profile must not be flat (`find_flat`). Careers without a correlation (six equal ratings) are left out.
    """
    field = _Field(candidates)
    person = unit(profile.scores)
    fits = field.fits(person)
    top = field.choose(fits, size)
    kept = dict.fromkeys(top, 0)
    for scores in redraw(profile, draws):
        if max(scores) - min(scores) > 1e-9:
            for n in field.choose(field.fits(unit(scores)), size):
                if n in kept:
                    kept[n] += 1
    matches = []
    for rank, n in enumerate(top, 1):
        pulls = tuple(a * b for a, b in zip(person, field.vectors[n], strict=True))
        career = field.careers[n]
        fit = round(fits[n], 9)
        matches.append(
            Match(
                career.id, career.kind, career.name, career.family, rank, fit, label_of(fit),
                kept[n] / draws if draws else 1.0, pulls,
            )
        )  # fmt: skip
    passing = {label: sum(fit >= bound for fit in fits) for bound, label in LABELS}
    return Matching(method, tuple(matches), field.count_by_chance(person), passing)


def unit(values: Sequence[float]) -> Vector:
    """Six values less their mean, at length 1, so that the product of two such is the correlation."""
    a, b, c, d, e, f = values
    mean = (a + b + c + d + e + f) / 6
    a, b, c, d, e, f = a - mean, b - mean, c - mean, d - mean, e - mean, f - mean
    length = math.sqrt(a * a + b * b + c * c + d * d + e * e + f * f)
    if length < 1e-12:
        return (0.0,) * 6
    return a / length, b / length, c / length, d / length, e / length, f / length


def label_of(fit: float) -> str:
    """The published label of a correlation; empty below the lowest."""
    return next((label for bound, label in LABELS if fit >= bound), "")


def redraw(profile: Profile, draws: int) -> list[Vector]:
    """What the scores might have been with other items: `draws` times, the same for the same profile."""
    errors = standard_errors(profile)
    state = _seed(profile)
    drawn = []
    for _ in range(draws):
        scores = []
        for score, error in zip(profile.scores, errors, strict=True):
            state, deviate = _deviate(state)
            scores.append(min(1.0, max(0.0, score + error * deviate)))
        drawn.append(tuple(scores))
    return drawn


def find_pivots(
    items: Sequence[InterestItem], answers: Mapping[str, int], candidates: Sequence[Candidate], method: Method
) -> tuple[Pivot, ...]:
    """The single answers which, changed, would change who is in the top three: the smallest change first."""
    field = _Field(candidates)
    now = field.choose(field.fits(unit(score_items(items, answers).scores)), 3)
    pivots = []
    for order, item in enumerate(items):
        if item.id not in answers:
            continue
        for then in range(1, 6):
            if then == answers[item.id]:
                continue
            scores = score_items(items, {**answers, item.id: then}).scores
            top = field.choose(field.fits(unit(scores)), 3)
            if set(top) != set(now):
                ids = tuple(field.careers[n].id for n in top)
                pivots.append((abs(then - answers[item.id]), order, Pivot(item.id, answers[item.id], then, ids)))
    return tuple(pivot for _, _, pivot in sorted(pivots)[:3])


class _Field:
    """The careers to choose from, in order of id, with their directions."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        pairs = ((career, unit(career.interests)) for career in sorted(candidates, key=lambda career: career.id))
        kept = [(career, vector) for career, vector in pairs if any(vector)]
        self.careers = [career for career, _ in kept]
        self.vectors = [vector for _, vector in kept]
        self.groups = [_group(career) for career in self.careers]

    def fits(self, person: Vector) -> list[float]:
        a, b, c, d, e, f = person
        return [a * u + b * v + c * w + d * x + e * y + f * z for u, v, w, x, y, z in self.vectors]

    def choose(self, fits: Sequence[float], size: int) -> list[int]:
        """The best, one of a group."""
        chosen: list[int] = []
        groups: set[str] = set()
        for n in sorted(range(len(fits)), key=lambda n: (-fits[n], self.careers[n].kind != "role", n)):
            if self.groups[n] not in groups:
                groups.add(self.groups[n])
                chosen.append(n)
                if len(chosen) == size:
                    break
        return chosen

    def count_by_chance(self, person: Vector) -> dict[str, int]:
        """How many careers would get at least a label if the six scores were dealt to the types at random."""
        counts = dict.fromkeys((label for _, label in LABELS), 0)
        deals = list(permutations(person))
        for deal in deals:
            fits = self.fits(deal)
            for bound, label in LABELS:
                counts[label] += sum(fit >= bound for fit in fits)
        return {label: round(count / len(deals)) for label, count in counts.items()}


def _group(career: Candidate) -> str:
    code = career.id if career.kind == "occupation" else (career.stands_for or (career.id,))[0]
    return code[:7]


_MASK = (1 << 64) - 1


def _seed(profile: Profile) -> int:
    """FNV-1a, 64 bits, of the scores in millionths and the counts."""
    state = 0xCBF29CE484222325
    for number in (*(round(score * 1_000_000) for score in profile.scores), *profile.counts):
        for byte in number.to_bytes(4, "big"):
            state = ((state ^ byte) * 0x100000001B3) & _MASK
    return state


def _deviate(state: int) -> tuple[int, float]:
    """The next state of splitmix64, and a deviate of mean 0 and variance 1: the sum of four 16-bit numbers."""
    state = (state + 0x9E3779B97F4A7C15) & _MASK
    z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    z ^= z >> 31
    total = (z & 0xFFFF) + (z >> 16 & 0xFFFF) + (z >> 32 & 0xFFFF) + (z >> 48)
    return state, (total - 131070) * _SCALE


#: The sum of four whole numbers from 0 to 65,535 has the variance (65,536² - 1) / 3.
_SCALE = 1 / math.sqrt((65536 * 65536 - 1) / 3)
