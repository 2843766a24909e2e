"""Where a pay stands among all employees: distributions, percentiles, stars.

A percentile is a share from 0 to 1 of the employees who earn less. The method is DESIGN's: the curve of each
occupation is a straight line of the probit against log pay between its published percentiles; the mixture of all,
weighted by employment, is bent so that it goes exactly through the published percentiles of all employees.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from careercli.core.careers.model import Level, Model

if TYPE_CHECKING:
    from statistics import NormalDist

#: Shares of employees who earn less, from which one, two ... ten stars are given.
STAR_BOUNDS = (0.20, 0.35, 0.50, 0.65, 0.80, 0.90, 0.95, 0.975, 0.99)
#: The percentile of an occupation that stands for a level of experience.
LEVEL_POINTS: dict[Level, str] = {"junior": "p25", "middle": "p50", "senior": "p75", "top": "p90"}
QUANTILES = (0.10, 0.25, 0.50, 0.75, 0.90)
#: A curve: (employment, p10, p25, p50, p75, p90).
Curve = tuple[float, float, float, float, float, float]

_STEPS = 240
#: By so many, gross pay is near enough to that of which a net pay is left.
_ROUNDS = 12
_ROOT = math.sqrt(0.5)


@cache
def _normal() -> "NormalDist":
    from statistics import NormalDist  # 8 ms, for who makes a distribution

    return NormalDist()


class Distribution(Model, frozen=True):
    """Pay of all employees of a country as points that rise: `shares[n]` of them earn less than `amounts[n]`."""

    amounts: tuple[float, ...]
    shares: tuple[float, ...]

    def share_below(self, amount: float) -> float:
        """The percentile of an amount, from 0 to 1; log-linear between the points."""
        if amount <= self.amounts[0]:
            return self.shares[0] * max(amount, 0) / self.amounts[0]
        if amount >= self.amounts[-1]:
            return self.shares[-1]
        n = bisect_right(self.amounts, amount)
        low, high = self.amounts[n - 1], self.amounts[n]
        weight = math.log(amount / low) / math.log(high / low)
        return self.shares[n - 1] + weight * (self.shares[n] - self.shares[n - 1])

    def amount_at(self, share: float) -> float:
        """The amount that a share of employees stays below."""
        n = min(max(bisect_right(self.shares, share), 1), len(self.shares) - 1)
        low, high = self.shares[n - 1], self.shares[n]
        weight = min(max((share - low) / (high - low), 0.0), 1.0)
        return float(self.amounts[n - 1] * (self.amounts[n] / self.amounts[n - 1]) ** weight)


class NetPoint(Model, frozen=True, kw_only=True):
    """What is left of a gross pay a month."""

    gross: float
    net: float
    source: str

    @property
    def share(self) -> float:
        """The share of it that is left."""
        return self.net / self.gross


class AllEmployees(Model, frozen=True, kw_only=True):
    """The pay of all employees of a country, and what it is measured in.

    `hours_a_year` are those of full-time work. `net_of_gross` is the share of gross pay that is left, where the
    statistics are net: that of the mean, from the `least` pay of the law on less and less. `totals` are other figures
    of theirs.
    """

    country: str
    currency: str
    period: Literal["year", "month"]
    tax: Literal["gross", "net"]
    reference: str
    source: str
    distribution: Distribution
    hours_a_year: float
    net_of_gross: float | None = None
    least: NetPoint | None = None
    totals: dict[str, float] = {}


def stars_of(share: float) -> int:
    """One to ten stars by the share of employees who earn less; ten is the top 1 %."""
    return bisect_right(STAR_BOUNDS, share) + 1


def mixture_of(curves: Sequence[Curve]) -> Distribution:
    """The distribution of all employees from those of their occupations, before it is bent."""
    lines = [(weight, _line(percentiles)) for weight, *percentiles in curves]
    total = sum(weight for weight, _ in lines)
    low = math.log(min(curve[1] for curve in curves)) - 0.7
    high = math.log(max(curve[5] for curve in curves)) + 1.5
    grid = [low + (high - low) * n / _STEPS for n in range(_STEPS + 1)]
    sums = [0.0] * len(grid)
    for weight, line in lines:
        _add(sums, grid, weight, line)
    return _rising([math.exp(x) for x in grid], [sum_ / (2 * total) for sum_ in sums])


def _add(sums: list[float], grid: Sequence[float], weight: float, line: Sequence[tuple[float, float]]) -> None:
    """Add twice the share below each point of the grid, times a weight: piece by piece of the line, for speed."""
    erf = math.erf  # NormalDist.cdf would take three times as long
    start = 0
    for end, (x0, y0, slope) in _pieces(line):
        stop = bisect_right(grid, end)
        for n in range(start, stop):
            sums[n] += weight * (1 + erf((y0 + (grid[n] - x0) * slope) * _ROOT))
        start = stop


def bend(mixture: Distribution, published: Sequence[float]) -> Distribution:
    """The mixture moved on the probit scale so that it goes exactly through the published percentiles."""
    logs = [math.log(amount) for amount in published]
    shifts = [
        _normal().inv_cdf(share) - _normal().inv_cdf(mixture.share_below(amount))
        for share, amount in zip(QUANTILES, published, strict=True)
    ]
    points = sorted(
        {*zip(mixture.amounts, mixture.shares, strict=True), *((a, mixture.share_below(a)) for a in published)}
    )
    shares = []
    for amount, share in points:
        clipped = min(max(share, 1e-9), 1 - 1e-9)
        shares.append(_normal().cdf(_normal().inv_cdf(clipped) + _between(logs, shifts, math.log(amount))))
    exact = dict(zip(published, QUANTILES, strict=True))
    amounts = [amount for amount, _ in points]
    return _rising(amounts, [exact.get(a, share) for a, share in zip(amounts, shares, strict=True)])


def through(points: Sequence[tuple[float, float]]) -> Distribution:
    """A distribution through a few published points, each (share, amount), straight in probit against log pay."""
    line = [(math.log(amount), _normal().inv_cdf(share)) for share, amount in points]
    low, high = line[0][0] - 1.0, line[-1][0] + 1.0
    grid = sorted({low + (high - low) * n / _STEPS for n in range(_STEPS + 1)} | {x for x, _ in line})
    return _rising([math.exp(x) for x in grid], [_normal().cdf(_at(line, x)) for x in grid])


def _line(percentiles: Sequence[float]) -> list[tuple[float, float]]:
    """(log pay, probit) of each percentile; equal neighbours are set a hair apart."""
    line: list[tuple[float, float]] = []
    for share, amount in zip(QUANTILES, percentiles, strict=True):
        x = math.log(amount)
        if line and x <= line[-1][0]:
            x = line[-1][0] + 1e-6
        line.append((x, _normal().inv_cdf(share)))
    return line


def _pieces(line: Sequence[tuple[float, float]]) -> list[tuple[float, tuple[float, float, float]]]:
    """A broken line as straight pieces, each up to an x: (x, height, slope). Its first and last pieces go on.

    A tail is never steeper than the line's own middle, so that two equal last percentiles do not end it at once.
    """
    steepest = 2 * (line[-1][1] - line[0][1]) / (line[-1][0] - line[0][0])
    slopes = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(line)]
    inner = [(x1, (x0, y0, slope)) for ((x0, y0), (x1, _)), slope in zip(pairwise(line), slopes, strict=True)]
    first = (line[0][0], (*line[0], min(slopes[0], steepest)))
    last = (math.inf, (*line[-1], min(slopes[-1], steepest)))
    return [first, *inner, last]


def _at(line: Sequence[tuple[float, float]], x: float) -> float:
    """The height of a broken line at x."""
    pieces = _pieces(line)
    x0, y0, slope = next(piece for end, piece in pieces if x <= end)
    return y0 + (x - x0) * slope


def _between(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    """Linear between points, and level outside them."""
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    n = bisect_right(xs, x)
    return ys[n - 1] + (ys[n] - ys[n - 1]) * (x - xs[n - 1]) / (xs[n] - xs[n - 1])


def _rising(amounts: Sequence[float], shares: Sequence[float]) -> Distribution:
    """Points with both rising strictly; flat stretches at the ends are left out."""
    kept: list[tuple[float, float]] = []
    for amount, share in zip(amounts, shares, strict=True):
        if not kept or (share > kept[-1][1] + 1e-12 and amount > kept[-1][0]):
            kept.append((amount, share))
    return Distribution(amounts=tuple(a for a, _ in kept), shares=tuple(s for _, s in kept))


#: Hours of a year of full-time work where a country does not say: 52 weeks of 40 hours.
HOURS_A_YEAR = 2080.0


def in_terms_of(everybody: AllEmployees, amount: float, period: str, tax: str) -> float:
    """An amount a year, month or hour, gross or net, in the terms of a country's statistics.

    Gross pay is taken to net by the share that is left of it.
    """
    if (period, tax) == (everybody.period, everybody.tax):
        return amount
    monthly = amount / 12 if period == "year" else amount * everybody.hours_a_year / 12 if period == "hour" else amount
    if tax == "gross" and everybody.tax == "net" and everybody.net_of_gross:
        monthly *= _net_share(everybody, monthly, everybody.net_of_gross)
    return monthly * 12 if everybody.period == "year" else monthly


def gross_a_year(everybody: AllEmployees, amount: float, period: str, tax: str) -> float:
    """An amount in any terms as gross pay a year; net pay is taken to gross by the share that is left of that."""
    times = {"year": 1.0, "month": 12.0, "hour": everybody.hours_a_year}[period]
    monthly = gross = amount * times / 12
    if tax == "net" and everybody.net_of_gross:
        for _ in range(_ROUNDS):
            gross = monthly / _net_share(everybody, gross, everybody.net_of_gross)
    return gross * 12


def _net_share(everybody: AllEmployees, gross: float, of_mean: float) -> float:
    """The share that is left of a gross pay a month: straight between those of the least pay and of the mean."""
    least, mean = everybody.least, everybody.totals.get("gross_mean", 0.0)
    if least is None or mean <= least.gross:
        return of_mean
    weight = min(max((gross - least.gross) / (mean - least.gross), 0.0), 1.0)
    return least.share + weight * (of_mean - least.share)


def share_below(everybody: AllEmployees, amount: float, period: str, tax: str) -> float:
    """The share of a country's employees, 0 to 1, who earn less than an amount in any terms."""
    return everybody.distribution.share_below(in_terms_of(everybody, amount, period, tax))
