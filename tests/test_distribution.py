"""Where a pay stands among all: each rule against figures that can be reckoned by hand or by another way."""

import math
from itertools import pairwise
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from careercli.core.pay import distribution as pay

NORMAL = NormalDist()
#: What half of all pay is spread by: a tenth earns less than the first, nine tenths less than the last.
SIGMA = 0.4
MEDIAN = 50_000.0


def lognormal(median: float = MEDIAN, sigma: float = SIGMA, people: float = 1.0) -> pay.Curve:
    """The five percentiles of pay whose logarithm is normal, after how many people have it."""
    p10, p25, p50, p75, p90 = (median * math.exp(sigma * NORMAL.inv_cdf(share)) for share in pay.QUANTILES)
    return people, p10, p25, p50, p75, p90


def below_lognormal(amount: float, median: float = MEDIAN, sigma: float = SIGMA) -> float:
    return NORMAL.cdf(math.log(amount / median) / sigma)


TWO = pay.Distribution(amounts=(100.0, 400.0), shares=(0.2, 0.8))
THREE = pay.Distribution(amounts=(100.0, 200.0, 800.0), shares=(0.1, 0.3, 0.9))


@pytest.mark.parametrize(
    ("amount", "share"),
    [(-5, 0), (0, 0), (50, 0.1), (100, 0.2), (200, 0.5), (400, 0.8), (401, 0.8), (9_999, 0.8)],
)
def test_a_share_is_log_linear_between_two_points(amount: float, share: float) -> None:
    assert TWO.share_below(amount) == pytest.approx(share)


@pytest.mark.parametrize(("amount", "share"), [(100 * 2**0.5, 0.2), (200, 0.3), (400, 0.6), (799, 0.8995)])
def test_a_share_is_found_between_the_right_two_of_more(amount: float, share: float) -> None:
    assert THREE.share_below(amount) == pytest.approx(share, abs=1e-4)


@pytest.mark.parametrize(
    ("share", "amount"),
    [(0.0, 100), (0.1, 100), (0.2, 100 * 2**0.5), (0.3, 200), (0.6, 400), (0.9, 800), (0.99, 800), (1.0, 800)],
)
def test_an_amount_is_found_by_its_share(share: float, amount: float) -> None:
    assert THREE.amount_at(share) == pytest.approx(amount)


@given(st.floats(0.1, 0.9))
def test_an_amount_and_its_share_lead_to_each_other(share: float) -> None:
    assert THREE.share_below(THREE.amount_at(share)) == pytest.approx(share)


def test_stars_are_bounded_by_shares() -> None:
    assert [pay.stars_of(share) for share in pay.STAR_BOUNDS] == list(range(2, 11))
    assert [pay.stars_of(share - 1e-9) for share in pay.STAR_BOUNDS] == list(range(1, 10))
    assert (pay.stars_of(0), pay.stars_of(1)) == (1, 10)
    assert pay.STAR_BOUNDS == (0.20, 0.35, 0.50, 0.65, 0.80, 0.90, 0.95, 0.975, 0.99)


def test_one_occupation_is_its_own_mixture() -> None:
    mixture = pay.mixture_of([lognormal(people=7)])
    for amount in (15_000, 25_000, 33_000, 50_000, 61_000, 90_000, 150_000, 250_000):
        assert mixture.share_below(amount) == pytest.approx(below_lognormal(amount), abs=5e-5)


def test_a_mixture_reaches_from_under_the_least_tenth_to_over_the_best() -> None:
    poor, rich = lognormal(30_000), lognormal(90_000)
    mixture = pay.mixture_of([rich, poor])
    logs = [math.log(amount) for amount in mixture.amounts]
    assert logs[0] == pytest.approx(math.log(poor[1]) - 0.7)
    assert logs[-1] == pytest.approx(math.log(rich[5]) + 1.5)
    steps = [later - sooner for sooner, later in pairwise(logs)]
    assert len(logs) == 241
    assert steps == pytest.approx([steps[0]] * 240)


@pytest.mark.parametrize("amount", [20_000, 30_000, 47_000, 90_000, 160_000])
def test_a_mixture_weighs_by_employment(amount: float) -> None:
    mixture = pay.mixture_of([lognormal(30_000, people=3), lognormal(90_000, 0.2)])
    told = (3 * below_lognormal(amount, 30_000) + below_lognormal(amount, 90_000, 0.2)) / 4
    assert mixture.share_below(amount) == pytest.approx(told, abs=2e-4)


CROOKED = (20_000.0, 30_000.0, 50_000.0, 60_000.0, 120_000.0)


def straight(x: float, points: list[tuple[float, float]]) -> float:
    """The height at x of the straight line through two points, or beyond them."""
    (x0, y0), (x1, y1) = points
    return y0 + (x - x0) * (y1 - y0) / (x1 - x0)


@pytest.mark.parametrize(
    ("amount", "piece"), [(25_000, 0), (40_000, 1), (55_000, 2), (80_000, 3), (15_000, 0), (200_000, 3)]
)
def test_between_percentiles_the_probit_is_straight_and_goes_on_beyond_them(amount: float, piece: int) -> None:
    line = [(math.log(a), NORMAL.inv_cdf(s)) for a, s in zip(CROOKED, pay.QUANTILES, strict=True)]
    told = NORMAL.cdf(straight(math.log(amount), line[piece : piece + 2]))
    assert pay.mixture_of([(1.0, *CROOKED)]).share_below(amount) == pytest.approx(told, abs=3e-4)


def test_a_tail_is_at_most_twice_as_steep_as_the_whole() -> None:
    """Where the last two percentiles are alike, as where pay is cut off, the curve does not end at once."""
    flat = (20_000.0, 30_000.0, 50_000.0, 100_000.0, 100_000.0)
    whole = (NORMAL.inv_cdf(0.9) - NORMAL.inv_cdf(0.1)) / (math.log(100_000) + 1e-6 - math.log(20_000))
    mixture = pay.mixture_of([(1.0, *flat)])
    for amount in (120_000, 150_000):
        probit = NORMAL.inv_cdf(0.9) + 2 * whole * (math.log(amount / 100_000) - 1e-6)
        assert mixture.share_below(amount) == pytest.approx(NORMAL.cdf(probit), abs=2e-4)
    low = (20_000.0, 20_000.0, 50_000.0, 60_000.0, 100_000.0)
    whole = (NORMAL.inv_cdf(0.9) - NORMAL.inv_cdf(0.1)) / math.log(5)
    probit = NORMAL.inv_cdf(0.1) - 2 * whole * math.log(20 / 17)
    assert pay.mixture_of([(1.0, *low)]).share_below(17_000) == pytest.approx(NORMAL.cdf(probit), abs=3e-4)


PUBLISHED = (24_000.0, 34_000.0, 49_000.0, 75_000.0, 118_000.0)


@pytest.fixture(scope="module")
def bent() -> pay.Distribution:
    return pay.bend(pay.mixture_of([lognormal()]), PUBLISHED)


def test_what_is_bent_goes_through_what_is_published(bent: pay.Distribution) -> None:
    for share, amount in zip(pay.QUANTILES, PUBLISHED, strict=True):
        assert bent.share_below(amount) == pytest.approx(share, abs=1e-12)
        assert bent.amount_at(share) == pytest.approx(amount)


def shift(amount: float) -> float:
    """How far the published figures move a probit at an amount that they name."""
    share = pay.QUANTILES[PUBLISHED.index(amount)]
    return NORMAL.inv_cdf(share) - math.log(amount / MEDIAN) / SIGMA


@pytest.mark.parametrize(
    ("amount", "moved"),
    [
        (16_000, shift(24_000)),
        (20_000, shift(24_000)),
        (math.sqrt(24_000 * 34_000), (shift(24_000) + shift(34_000)) / 2),
        (math.sqrt(49_000 * 75_000), (shift(49_000) + shift(75_000)) / 2),
        (75_000 * (118 / 75) ** 0.25, 0.75 * shift(75_000) + 0.25 * shift(118_000)),
        (150_000, shift(118_000)),
        (250_000, shift(118_000)),
    ],
)
def test_between_published_percentiles_it_is_moved_in_proportion_and_level_beyond(
    bent: pay.Distribution, amount: float, moved: float
) -> None:
    told = NORMAL.cdf(math.log(amount / MEDIAN) / SIGMA + moved)
    assert bent.share_below(amount) == pytest.approx(told, abs=2e-4)


def test_a_few_points_make_a_distribution_that_goes_through_them_and_beyond() -> None:
    points = [(0.1, 1_500.0), (0.5, 2_200.0), (0.9, 4_200.0), (0.99, 10_000.0)]
    through = pay.through(points)
    for share, amount in points:
        assert through.share_below(amount) == pytest.approx(share, abs=1e-12)
    logs = [math.log(amount) for amount in through.amounts]
    assert logs[0] == pytest.approx(math.log(1_500) - 1)
    assert logs[-1] == pytest.approx(math.log(10_000) + 1)
    assert len(logs) == 241 + 4
    for amount, piece in ((1_100, 0), (1_800, 0), (3_000, 1), (7_000, 2), (15_000, 2)):
        line = [(math.log(a), NORMAL.inv_cdf(s)) for s, a in points[piece : piece + 2]]
        assert through.share_below(amount) == pytest.approx(NORMAL.cdf(straight(math.log(amount), line)), abs=1e-4)


def test_flat_stretches_are_left_out() -> None:
    kept = pay._rising([1.0, 2.0, 2.0, 3.0, 4.0, 5.0], [0.1, 0.1, 0.2, 0.2, 0.3, 0.3 + 1e-13])
    assert (kept.amounts, kept.shares) == ((1.0, 2.0, 4.0), (0.1, 0.2, 0.3))
    assert pay._rising([1.0, 1.0], [0.1, 0.2]).amounts == (1.0,)


def country(period: str, tax: str, net_of_gross: float | None = None) -> pay.AllEmployees:
    return pay.AllEmployees(
        country="XX",
        currency="EUR",
        period=period,  # type: ignore[arg-type]
        tax=tax,  # type: ignore[arg-type]
        reference="2025",
        source="x",
        distribution=TWO,
        hours_a_year=1_800.0,
        net_of_gross=net_of_gross,
    )


def test_more_is_left_of_a_low_wage() -> None:
    """The share of the minimum wage at the least, that of the mean from there on, straight between them."""
    least = pay.NetPoint(gross=1_800, net=1_440, source="x")
    everybody = replace(country("month", "net", 0.7), least=least, totals={"gross_mean": 3_800.0})
    left = [pay.in_terms_of(everybody, gross, "month", "gross") for gross in (1_000, 1_800, 2_800, 3_800, 5_000)]
    assert left == pytest.approx([800, 1_440, 2_100, 2_660, 3_500])


@pytest.mark.parametrize(
    ("everybody", "amount", "period", "tax", "told"),
    [
        (country("year", "gross"), 50_000, "year", "gross", 50_000),
        (country("year", "gross"), 3_000, "month", "gross", 36_000),
        (country("year", "gross"), 20, "hour", "gross", 36_000),
        (country("month", "net", 0.75), 2_000, "month", "net", 2_000),
        (country("month", "net", 0.75), 36_000, "year", "net", 3_000),
        (country("month", "net", 0.75), 36_000, "year", "gross", 2_250),
        (country("month", "net", 0.75), 20, "hour", "gross", 2_250),
        (country("month", "net"), 3_000, "month", "gross", 3_000),
        (country("month", "gross", 0.75), 36_000, "year", "gross", 3_000),
        (country("month", "gross", 0.75), 3_000, "month", "net", 3_000),
        (country("year", "net", 0.75), 3_000, "month", "gross", 27_000),
    ],
)
def test_an_amount_is_put_in_the_terms_of_the_statistics(
    everybody: pay.AllEmployees, amount: float, period: str, tax: str, told: float
) -> None:
    assert pay.in_terms_of(everybody, amount, period, tax) == pytest.approx(told)


def test_a_pay_in_any_terms_stands_among_all() -> None:
    assert pay.share_below(country("month", "net", 0.5), 4_800, "year", "gross") == pytest.approx(0.5)


def test_a_year_of_full_time_work_has_52_weeks_of_40_hours() -> None:
    assert pay.HOURS_A_YEAR == 52 * 40


def test_a_level_of_experience_is_a_percentile_of_all_who_do_the_work() -> None:
    assert pay.LEVEL_POINTS == {"junior": "p25", "middle": "p50", "senior": "p75", "top": "p90"}
