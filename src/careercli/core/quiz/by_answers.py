"""Which careers fit somebody's answers: by every answer and by the six types, fields first.

A fit is a weighted mean of two correlations, and a third of the whole is the mean of that over the career's field:

- of the six scores with the six ratings of a career, as the official profiler has it (`published`);
- of the answers with how near each of the activities lies to what people do in the career (`tools/nearness.py`).

The two weigh about alike: each by how far it spreads over all occupations. Fields are ranked by their three best
careers, and the list has the best career of each. `docs/method.md` has the reasons and what each part gave on real
people; `benchmarks/matching.py` measures it again.
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from operator import itemgetter, mul
from typing import NamedTuple

from careercli.core.quiz.answers import MIDDLE
from careercli.core.quiz.interests import SCALES, InterestItem, Profile, score_items
from careercli.core.quiz.matching import MINOR_DIGITS, Label, Vector, unit
from careercli.core.quiz.redraws import scatter, seed_of

#: How much heavier the types are than the answers, once either is in standard deviations over the occupations.
TYPES = 1.1
#: How heavy the mean of the field is beside a career's own fit.
FIELD = 0.5
#: A redraw changes each answer by so many times the scatter of the answers within their types: it is the error of two
#: questionnaires with other activities. Chosen so that stability comes true (benchmarks/matching.py).
SCATTER = 2.9
#: The scatter that people usually have, as a variance of answers 1 to 5, and for how many answers it counts.
USUAL, COUNTS = 1.2, 6
#: The variance of fits that answers dealt at random give: the first by the number of answers and the second together.
#: The labels, with how many standard deviations of that 5 % and 10 % of careers reach by chance. Measured at 12 to 60
#: answers (benchmarks/matching.py).
BY_CHANCE = (2.14, 14.0)
LABELS: tuple[tuple[float, Label, float], ...] = ((1.65, "best", 0.05), (1.33, "great", 0.10))
_LEAST = 1e-12

#: A person, and a career, as they are multiplied: by type and by activity, each of mean 0, and what is always added.
ChangedPerson = tuple[float, ...]
ReadyCareer = tuple[float, ...]
#: How near the activities are to an occupation, each 0 to 255, 128 being the mean of all occupations.
Nearness = bytes


class RatedOccupation(NamedTuple):
    """An occupation of the atlas: its six ratings, and its nearness to all activities, if that is known."""

    code: str
    ratings: Vector
    nearness: Nearness | None


class Atlas(NamedTuple):
    """All occupations with ratings, and the activities of their nearness, in its order."""

    occupations: tuple[RatedOccupation, ...]
    activities: tuple[str, ...]


class FitParts(NamedTuple):
    """What adds up to a fit: by type and by the single answers, in the order of the answers, and of the field."""

    answers: Vector
    field: float


class _Vectors(NamedTuple):
    """A career as it is multiplied with answers: its ratings, of mean 0 and length 1, and its nearness.

    That is `steps` less their mean, over their `length`; there is none where the length is 0.
    """

    types: Vector
    steps: Sequence[int] = ()
    mean: float = 0.0
    length: float = 0.0

    @property
    def near(self) -> list[float]:
        """The nearness, of mean 0 and length 1; zeros where it is the same throughout."""
        mean, times = self.mean, 1 / self.length if self.length else 0.0
        return [times * (step - mean) for step in self.steps]


def field_of(code: str) -> str:
    """The field of an occupation: its minor group."""
    return code[:MINOR_DIGITS]


class AnswerRule:
    """How well each career fits somebody who answered `items` (id: 1 to 5) as `answers` says.

    The person's scores must not be flat.
    """

    def __init__(self, items: Sequence[InterestItem], answers: Mapping[str, int], atlas: Atlas) -> None:
        asked = [item for item in items if item.id in answers]
        self.items = asked
        self.answers = [float(answers[item.id]) for item in asked]
        self.profile = score_items(asked, answers)
        places = {id_: place for place, id_ in enumerate(atlas.activities)}
        known = [place for place, item in enumerate(asked) if item.id in places]
        self._known = known if len(known) > 1 else []
        at = [places[asked[place].id] for place in known]
        all_ = at == [*range(len(places))]
        self._pick = (bytes if all_ else itemgetter(*at)) if self._known else None
        self._scale = [SCALES.index(item.scale) for item in asked]
        self._of_scale = [[n for n, scale in enumerate(self._scale) if scale == of] for of in range(len(SCALES))]
        self._vectors = {one.code: self._vectors_of(one.ratings, one.nearness) for one in atlas.occupations}
        self._steps = {one.code: one.nearness for one in atlas.occupations if one.nearness}
        self._places = [places[asked[place].id] for place in self._known]
        self._columns: dict[int, list[int]] = {}
        given = [int(self.answers[place]) for place in self._known]
        self._sums = {code: sum(map(mul, given, v.steps)) for code, v in self._vectors.items() if v.steps}
        self._weigh()

    def with_answer(self, place: int, answer: int) -> "AnswerRule":
        """The rule for somebody who gave one other answer; their scores must not be flat."""
        other = copy(self)
        other._change(place, answer)  # noqa: SLF001  (a copy of its own)
        return other

    def _change(self, place: int, answer: int) -> None:
        more = answer - int(self.answers[place])
        self.answers = [*self.answers[:place], float(answer), *self.answers[place + 1 :]]
        answers = {item.id: int(given) for item, given in zip(self.items, self.answers, strict=True)}
        self.profile = score_items(self.items, answers)
        if place in self._known:
            known = self._known.index(place)
            self._sums = {code: total + more * self._vectors[code].steps[known] for code, total in self._sums.items()}
        self._weigh()

    def _weigh(self) -> None:
        """How heavy the types are, from how far the two correlations spread; the fits of all occupations."""
        self._person = unit(self.profile.scores)
        self._deviations = _level([self.answers[place] for place in self._known])
        a, b, c, d, e, f = self._person
        types = {
            code: a * u + b * v + c * w + d * x + e * y + f * z
            for code, ((u, v, w, x, y, z), *_) in self._vectors.items()
        }
        near = self._nearness()
        spread = _spread(types.values())
        other = _spread(near.values())
        self.types = TYPES / spread / (TYPES / spread + 1 / other) if min(spread, other) > _LEAST else 1.0
        self._types = (_mean(types.values()), spread)
        self._near = (_mean(near.values()), other)
        own = {code: self._mix(rated, near.get(code)) for code, rated in types.items()}
        self._own = own
        self._members: dict[str, list[str]] = {}
        for code in own:
            self._members.setdefault(field_of(code), []).append(code)
        self.mean = _mean(own.values())
        self.fields = {field: _mean([own[code] for code in codes]) for field, codes in self._members.items()}

    def _nearness(self) -> dict[str, float]:
        """The correlation of the answers with how near the activities lie, by occupation."""
        given = [self.answers[place] for place in self._known]
        total = sum(given)
        length = math.sqrt(max(0.0, sum(map(mul, given, given)) - total * total / len(given))) if given else 0.0
        near = {}
        for code, product in self._sums.items():
            _, _, mean, other = self._vectors[code]
            near[code] = (product - total * mean) / (length * other) if min(length, other) > _LEAST else 0.0
        return near

    def _mix(self, rated: float, near: float | None) -> float:
        """The mean of both correlations; where nearness is not known, as far from the mean as the other is."""
        if near is None:
            mean, spread = self._types
            far = (rated - mean) / spread if spread > _LEAST else 0.0
            near = self._near[0] + far * self._near[1]
        return self.types * rated + (1 - self.types) * near

    def _vectors_of(self, ratings: Vector, nearness: Nearness | None) -> _Vectors:
        if nearness is None or self._pick is None:
            return _Vectors(unit(ratings))
        steps = self._pick(nearness)
        total, squares = sum(steps), sum(map(mul, steps, steps))
        # whole numbers up to the root: equal steps have exactly the length 0
        length = math.sqrt((len(steps) * squares - total * total) / len(steps))
        return _Vectors(unit(ratings), steps, total / len(steps), length)

    def vectors(self, code: str, ratings: Vector) -> _Vectors:
        """Those of a career with the ratings of an occupation, or with ratings of its own."""
        known = self._vectors.get(code)
        return known or self._vectors_of(ratings, None)

    def fit(self, code: str, ratings: Vector) -> float:
        """The fit of a career, from -1 to 1."""
        own = self._own.get(code)
        if own is None:
            own = self._mix(_product(self._person, unit(ratings)), None)
        return (own + FIELD * self.fields.get(field_of(code), own)) / (1 + FIELD)

    def parts(self, code: str, ratings: Vector) -> FitParts:
        """What each answer gave to the fit of a career, and its field the rest."""
        vectors = self.vectors(code, ratings)
        counts = self.profile.counts
        mean = _mean(self.profile.scores)
        length = math.sqrt(sum((score - mean) ** 2 for score in self.profile.scores))
        share = self.types if vectors.steps else 1.0
        given = [
            share * (((answer - 1) / 4 - mean) / length) * vectors.types[scale] / counts[scale]
            for answer, scale in zip(self.answers, self._scale, strict=True)
        ]
        if vectors.steps:
            for place, deviation, near in zip(self._known, self._deviations, vectors.near, strict=True):
                given[place] += (1 - share) * deviation * near
        answers = tuple(part / (1 + FIELD) for part in given)
        return FitParts(answers, self.fit(code, ratings) - math.fsum(answers))

    def nearer(self, code: str) -> dict[str, float]:
        """By answered activity, the share of all occupations that lie farther from it; empty where none is known."""
        own = self._steps.get(code)
        if own is None:
            return {}
        if not self._columns:
            columns = [*zip(*self._steps.values(), strict=True)]
            self._columns = {place: sorted(columns[place]) for place in self._places}
        count = len(self._steps)
        return {
            self.items[known].id: bisect_left(self._columns[place], own[place]) / count
            for known, place in zip(self._known, self._places, strict=True)
        }

    @property
    def by_chance(self) -> float:
        """The standard deviation of the fits that answers dealt at random would give."""
        variance, more = BY_CHANCE
        return math.sqrt(variance / (len(self.answers) + more))

    def label_of(self, fit: float) -> str:
        """The label of a fit; empty below the lowest."""
        return next((label for bound, label, _ in LABELS if fit >= bound * self.by_chance), "")

    def changed(self, place: int, answer: int) -> "ChangedPerson":
        """The person with one answer changed, as careers are multiplied with it."""
        answers = [*self.answers]
        answers[place] = float(answer)
        return self._view(answers)

    def redraw(self, draws: int) -> "Iterator[ChangedPerson]":
        """The person as they might have answered other activities of the same kind; the same for the same answers."""
        scores, counts = self.profile.scores, self.profile.counts
        expected = [1 + 4 * scores[scale] for scale in self._scale]
        loose = sum((a - e) ** 2 for a, e in zip(self.answers, expected, strict=True)) + USUAL * COUNTS
        free = len(self.answers) - sum(count > 0 for count in counts) + COUNTS
        spread = SCATTER * math.sqrt(loose / free)
        seed = seed_of(Profile(tuple(a / 5 for a in self.answers), tuple(self._scale)))
        for drawn in scatter(seed, draws, len(self.answers)):
            yield self._view([answer + spread * number for answer, number in zip(self.answers, drawn, strict=True)])

    def _view(self, answers: Sequence[float]) -> "ChangedPerson":
        scores = [sum(map(answers.__getitem__, of)) / len(of) if of else float(MIDDLE) for of in self._of_scale]
        types = [self.types * score for score in unit(scores)]
        near = _level([answers[place] for place in self._known], 1 - self.types)
        return (*types, *near, 1.0)

    def ready(self, code: str, ratings: Vector) -> "ReadyCareer":
        """A career as a changed person is multiplied with it, to give its fit, its field left out."""
        vectors = self.vectors(code, ratings)
        if vectors.steps:
            return (*vectors.types, *vectors.near, 0.0)
        mean, spread = self._types
        other = (1 - self.types) * self._near[1] / spread if spread > _LEAST else 0.0
        share = 1 + other / self.types
        types = [share * value for value in vectors.types]
        return (*types, *[0.0] * len(self._known), (1 - self.types) * self._near[0] - other * mean)

    def ready_field(self, field: str) -> "ReadyCareer | None":
        """The mean of a field's occupations: multiplied with a changed person it gives the mean of their fits.

        None for a field without an occupation of the atlas: a career there is a field of its own.
        """
        members = [self._vectors[code] for code in self._members.get(field, ())]
        if not members:
            return None
        known = [vectors for vectors in members if vectors.steps]
        if not known:
            return (*[0.0] * (len(SCALES) + len(self._known)), self.fields[field])
        types = [sum(column) / len(known) for column in zip(*(vectors.types for vectors in known), strict=True)]
        near = [sum(column) / len(known) for column in zip(*(vectors.near for vectors in known), strict=True)]
        return (*types, *near, 0.0)


def _mean(values: Collection[float]) -> float:
    return math.fsum(values) / len(values) if values else 0.0


def _spread(values: Collection[float]) -> float:
    """The standard deviation of the whole."""
    mean = _mean(values)
    return math.sqrt(_mean([(value - mean) ** 2 for value in values]))


def _level(values: Sequence[float], length: float = 1) -> Sequence[float]:
    """Values less their mean, at some length; zeros for equal ones."""
    if not values:
        return ()
    mean = sum(values) / len(values)
    centred = [value - mean for value in values]
    own = math.sqrt(sum(map(mul, centred, centred)))
    times = length / own if own > _LEAST else 0.0
    return [times * value for value in centred]


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    product: float = sum(map(mul, one, other))
    return product
