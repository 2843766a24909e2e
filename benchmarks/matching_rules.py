"""The rules of matching that were tried; `matching.py` measures them."""

import math
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from careercli.core.quiz.matching import direction, unit

Vector = tuple[float, ...]


class Rule(NamedTuple):
    """A rule of matching: the fit is the product of what is made of a person and of a career, plus the career's own."""

    name: str
    of_person: Callable[[Vector], Vector]
    careers: Sequence[Vector]
    own: Sequence[float] | None = None


def scale_stats(rows: Sequence[Vector], weights: Sequence[float] | None = None) -> tuple[Vector, Vector]:
    """Means and standard deviations of the six columns."""
    shares = weights or [1.0] * len(rows)
    total = math.fsum(shares)
    means = tuple(math.fsum(w * row[k] for w, row in zip(shares, rows, strict=True)) / total for k in range(6))
    return means, tuple(
        math.sqrt(math.fsum(w * (row[k] - means[k]) ** 2 for w, row in zip(shares, rows, strict=True)) / total)
        for k in range(6)
    )


def standardise(
    rows: Sequence[Vector], means: Vector, spreads: Vector, share: float = 1, power: float = 1
) -> list[Vector]:
    """The ratings less a share of the means, divided by a power of the spreads."""
    return [tuple((x - share * m) / s**power for x, m, s in zip(row, means, spreads, strict=True)) for row in rows]


def ranks(values: Sequence[float]) -> Vector:
    """Ranks; equal values share theirs."""
    return tuple(sum(w < v for w in values) + sum(w == v for w in values) / 2 for v in values)


def cosine(values: Vector) -> Vector:
    """At length 1, the mean left in."""
    length = math.sqrt(sum(v * v for v in values)) or 1.0
    return tuple(v / length for v in values)


def shorten(values: Vector, power: float) -> Vector:
    """Less the mean, divided by a power of the length."""
    mean = sum(values) / 6
    centred = tuple(v - mean for v in values)
    length = math.sqrt(sum(v * v for v in centred)) or 1.0
    return tuple(v / length**power for v in centred)


def dot(a: Sequence[float], b: Sequence[float]) -> float:
    """The product of two rows of six."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] + a[4] * b[4] + a[5] * b[5]


def less(norm: Vector, share: float, scores: Vector) -> Vector:
    """A person's direction after a share of a norm was taken off the scores."""
    return unit(tuple(s - share * m for s, m in zip(scores, norm, strict=True)))


def rounder(scores: Vector, share: float) -> Vector:
    """The direction of scores to which each takes a share of its two neighbours on the hexagon."""
    return unit(tuple(scores[k] + share * (scores[k - 1] + scores[(k + 1) % 6]) for k in range(6)))


def make_rules(ratings: Sequence[Vector], employment: Sequence[float], norm: Vector, spread: Vector) -> Iterator[Rule]:
    """The rules that were tried; `norm` and `spread` are the respondents' own means and standard deviations."""
    means, spreads = scale_stats(ratings)
    paid_means, paid_spreads = scale_stats(ratings, employment)
    apart = [unit(row) for row in standardise(ratings, means, spreads)]
    plain = [unit(row) for row in ratings]
    yield Rule("published: Pearson on the ratings", unit, plain)
    yield Rule("careers: Pearson on standardised ratings", unit, [direction(row, "careers") for row in ratings])
    yield Rule("ratings centred only", unit, [unit(row) for row in standardise(ratings, means, spreads, power=0)])
    yield Rule("ratings centred by half", unit, [unit(row) for row in standardise(ratings, means, spreads, 0.5, 0)])
    yield Rule("ratings scaled only", unit, [unit(row) for row in standardise(ratings, means, spreads, share=0)])
    paid = [unit(row) for row in standardise(ratings, paid_means, paid_spreads)]
    yield Rule("standardised by employment", unit, paid)
    columns = list(zip(*map(partial(ranks_in, ratings), range(6)), strict=True))
    yield Rule("percentile ranks in the atlas", unit, [unit(row) for row in columns])
    logs = [tuple(math.log(x) for x in row) for row in ratings]
    yield Rule("logarithms, standardised", unit, [unit(row) for row in standardise(logs, *scale_stats(logs))])
    yield Rule(
        "half published, half careers",
        unit,
        [tuple((a + b) / 2 for a, b in zip(x, y, strict=True)) for x, y in zip(plain, apart, strict=True)],
    )
    yield Rule("cosine", cosine, [cosine(tuple(x - 1 for x in row)) for row in ratings])
    shares = [tuple((x - 1) / 6 for x in row) for row in ratings]
    yield Rule("Euclidean distance", lambda s: tuple(2 * x for x in s), shares, [-dot(row, row) for row in shares])
    yield Rule("Spearman", lambda s: unit(ranks(s)), [unit(ranks(row)) for row in ratings])
    yield Rule("product, profiles not at one length", unit, [shorten(row, 0) for row in ratings])
    yield Rule("the same, standardised", unit, [shorten(row, 0) for row in standardise(ratings, means, spreads)])
    yield Rule("hexagon: neighbours count a fifth", lambda s: rounder(s, 0.2), apart)
    middle = [unit(row) for row in ratings]
    mean = tuple(statistics.fmean(row[k] for row in middle) for k in range(6))
    yield Rule("careers less its mean over occupations", unit, apart, [-dot(mean, row) for row in apart])
    hubs = [statistics.fmean(sorted((dot(one, row) for row in apart[::3]), reverse=True)[:50]) for one in apart]
    yield Rule("careers less half of its nearness to others", unit, apart, [-hub / 2 for hub in hubs])
    yield Rule(
        "people normed by the sample",
        lambda s: unit(tuple((x - m) / d for x, m, d in zip(s, norm, spread, strict=True))),
        plain,
    )
    yield Rule("people less a quarter of the sample's mean", partial(less, norm, 0.25), plain)


def ranks_in(rows: Sequence[Vector], k: int) -> Vector:
    """The ranks of a column."""
    column = sorted(row[k] for row in rows)
    return tuple((bisect_left(column, row[k]) + bisect_right(column, row[k])) / 2 for row in rows)


def make_tuned(ratings: Sequence[Vector], norm: Vector) -> list[Rule]:
    """The grid of the tuned rule: spreads, length of the career's profile, and norm of the people, each in part."""
    means, spreads = scale_stats(ratings)
    return [
        Rule(
            f"spread^{power} length^{length} norm*{share}",
            partial(less, norm, share),
            [shorten(row, length) for row in standardise(ratings, means, spreads, 1, power)],
        )
        for power, length, share in product((0, 1), (0.5, 0.75, 1.0), (0, 0.1, 0.2))
    ]
