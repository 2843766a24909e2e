"""What an occupation pays in a place, and its stars among those who are employed there."""

import math
from bisect import bisect_right
from itertools import pairwise
from typing import Literal

from careercli.core.careers.model import Group, Model

PlaceKind = Literal["state", "area"]
POINTS = ("p10", "p25", "p50", "p75", "p90")
SHARES = (0.10, 0.25, 0.50, 0.75, 0.90)


class Place(Model, frozen=True, kw_only=True):
    """A state, a territory, or a metropolitan or other area of a country."""

    id: str
    kind: PlaceKind
    name: str
    country: str

    @property
    def is_metropolitan(self) -> bool:
        """Whether it is a metropolitan area; the name of any other area says what that is."""
        return self.kind == "area" and not self.name.endswith("area")


class PlaceWage(Model, frozen=True, kw_only=True):
    """Published wages of a place, gross a year; None where nothing is published. `thin`: of a few answers only."""

    employment: int | None
    p10: float | None
    p25: float | None
    p50: float | None
    p75: float | None
    p90: float | None
    thin: bool = False


class PlacePay(PlaceWage, frozen=True, kw_only=True):
    """What an occupation pays in a place. Without a figure of its own `wider` is the place whose figure stands here.

    `stars` are of the median, among those who are employed in the place; `at_least` where it lies above its highest
    published percentile.
    """

    place: Place
    wider: Place | None = None
    of: Group
    currency: str
    reference: str
    source: str
    stars: int | None = None
    at_least: bool = False


class LocalRank(Model, frozen=True, kw_only=True):
    """Where a pay stands among all who are employed in a place: the share, 0 to 1, who earn less; or `at_least` it."""

    place: Place
    percentile: float
    stars: int
    at_least: bool
    source: str


class PlaceRank(Model, frozen=True, kw_only=True):
    """A place where an occupation pays well, or where many do it."""

    place: Place
    median: float | None
    employment: int | None
    thin: bool = False


def share_among(everybody: PlaceWage, amount: float) -> tuple[float, bool] | None:
    """The share of those employed in a place who earn less, and whether it is only known to be at least that.

    Log-linear between the published percentiles; None where fewer than two are published.
    """
    known = [(p, s) for p, s in zip((getattr(everybody, point) for point in POINTS), SHARES, strict=True) if p]
    if len(known) < 2:
        return None
    if amount >= known[-1][0]:
        return known[-1][1], True
    if amount < known[0][0]:
        return known[0][1] * max(amount, 0) / known[0][0], False
    n = bisect_right([pay for pay, _ in known], amount)
    (low, below), (high, above) = list(pairwise(known))[n - 1]
    return below + (above - below) * math.log(amount / low) / math.log(high / low), False


def as_number(code: str) -> int:
    """The number that stands for a seven-character code: 15-1252 gives 151252."""
    return int(code[:7].replace("-", ""))
