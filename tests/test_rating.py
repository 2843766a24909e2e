"""Stars by level, whom bands count, and limits on pay in other terms, each by small figures of our own."""

from collections.abc import Mapping
from typing import Any

import pytest

from careercli.core.careers.measures import Measures
from careercli.core.careers.model import Group, PayBand, Rating
from careercli.core.comparing.limits import Limit, apply_limits, find_ranks, unknown_of
from careercli.core.pay.bands import (
    against_first,
    find_level_band,
    find_neighbour_pay,
    first_official,
    middle_of,
    official_wages,
)
from careercli.core.pay.distribution import AllEmployees, Distribution
from careercli.core.pay.rating import pay_of_stars, rate_levels
from careercli.errors import UsageError

#: A tenth earn less than 10, a fifth less than 20 … nine tenths less than 90, in thousands.
SHARES = tuple(n / 10 for n in range(1, 10))
AMOUNTS = tuple(n * 10_000.0 for n in range(1, 10))


def employees(country: str = "US", currency: str = "USD", **given: Any) -> AllEmployees:
    values: dict[str, Any] = {
        "period": "year",
        "tax": "gross",
        "reference": "2025",
        "source": "all",
        "distribution": Distribution(amounts=AMOUNTS, shares=SHARES),
        "hours_a_year": 2_000.0,
    }
    return AllEmployees(country=country, currency=currency, **(values | given))


def band(id_: str = "b", **given: Any) -> PayBand:
    values: dict[str, Any] = {
        "country": "US",
        "currency": "USD",
        "period": "year",
        "tax": "gross",
        "basis": "official",
        "reference": "2025-05",
        "source": "s",
        "occupation": "15-0000",
    }
    return PayBand(id=id_, **(values | given))


OWN = Group(code="15-0000", title="Own", own=True)
OFFICIAL = band(p25=30_000.0, p50=50_000.0, p75=70_000.0, p90=80_000.0, of=OWN)


def test_official_wages_rate_each_level_by_its_percentile() -> None:
    ratings = rate_levels([OFFICIAL], {"US": employees()})
    assert [(r.level, r.amount, r.stars, round(r.percentile or 0, 6)) for r in ratings] == [
        ("junior", 30_000, 2, 0.3),
        ("middle", 50_000, 4, 0.5),
        ("senior", 70_000, 5, 0.7),
        ("top", 80_000, 6, 0.8),
    ]
    first = ratings[0]
    assert first == Rating(
        level="junior",
        stars=2,
        basis="measured",
        percentile=first.percentile,
        amount=30_000.0,
        currency="USD",
        country="US",
        of=OWN,
        reference="2025-05",
        source="s",
    )


def test_a_percentile_that_nobody_publishes_rates_no_level() -> None:
    some = band(p50=50_000.0, p90=80_000.0, of=OWN)
    assert [rating.level for rating in rate_levels([some], {"US": employees()})] == ["middle", "top"]
    assert rate_levels([band(p50=50_000.0, occupation=None)], {"US": employees()}) == ()
    assert rate_levels([OFFICIAL], {"FR": employees("FR", "EUR")}) == ()


def test_what_is_told_of_a_level_rates_it_by_its_middle() -> None:
    told = band(
        "told",
        basis="records",
        level="senior",
        period="month",
        low=5_000.0,
        high=6_000.0,
        place="Paris",
        respondents=12,
        occupation=None,
    )
    (rating,) = rate_levels([told], {"US": employees()})
    assert rating.percentile == pytest.approx(0.6618, abs=1e-4)
    assert rating == Rating(
        level="senior",
        stars=5,
        basis="records",
        percentile=rating.percentile,
        amount=None,
        low=5_000.0,
        high=6_000.0,
        currency="USD",
        period="month",
        country="US",
        place="Paris",
        respondents=12,
        reference="2025-05",
        source="s",
    )


@pytest.mark.parametrize(
    "given",
    [
        {"currency": "EUR"},
        {"period": "day"},
        {"p50": None},
        {"country": "FR"},
        {"counts": "neighbour"},
        {"level": None},
    ],
)
def test_what_cannot_be_set_against_all_employees_rates_nothing(given: dict[str, Any]) -> None:
    told: dict[str, Any] = {"basis": "records", "level": "junior", "p50": 40_000.0, "occupation": None}
    assert len(rate_levels([band(**told)], {"US": employees()})) == 1
    assert rate_levels([band(**(told | given))], {"US": employees()}) == ()


def test_each_country_rates_its_own() -> None:
    french = band("fr", country="FR", currency="EUR", basis="survey", level="junior", p50=20_000.0, occupation=None)
    ratings = rate_levels([french, OFFICIAL], {"US": employees(), "FR": employees("FR", "EUR")})
    assert [(rating.country, rating.level) for rating in ratings] == [
        ("US", "junior"),
        ("US", "middle"),
        ("US", "senior"),
        ("US", "top"),
        ("FR", "junior"),
    ]


@pytest.mark.parametrize(
    ("stars", "low", "high"),
    [
        (1, None, 20_000),
        (2, 20_000, 35_000),
        (4, 50_000, 65_000),
        (6, 80_000, 90_000),
        (9, 90_000, 90_000),
        (10, 90_000, None),
    ],
)
def test_stars_reach_from_a_pay_to_another(stars: int, low: float | None, high: float | None) -> None:
    found = pay_of_stars(stars, employees())
    for told, wanted in zip(found, (low, high), strict=True):
        assert told == (wanted if wanted is None else pytest.approx(wanted, rel=0.02))
    assert pay_of_stars(stars, employees(period="month", tax="net")) == (None, None)


# whom bands count


NEAR = [
    band("a", counts="neighbour", occupation="1", p50=60_000.0, source="first", reference="2024"),
    band("b", counts="neighbour", occupation="2", p50=40_000.0, of=Group(code="2", title="Two", own=False)),
    band("c", counts="neighbour", occupation="3", p50=90_000.0),
]


def test_neighbours_pay_from_the_lowest_of_their_medians_to_the_highest() -> None:
    found = find_neighbour_pay(NEAR, "US")
    assert found
    assert (found.low, found.middle, found.high) == (40_000, 65_000, 90_000)
    assert (found.country, found.currency, found.reference, found.source) == ("US", "USD", "2024", "first")
    assert [(wage.occupation, wage.p50) for wage in found.occupations] == [("2", 40_000), ("1", 60_000), ("3", 90_000)]
    assert [wage.of for wage in found.occupations] == [
        Group(code="2", title="Two", own=False),
        Group(code="1", title="1", own=False),
        Group(code="3", title="3", own=False),
    ]
    assert find_neighbour_pay([*NEAR, OFFICIAL], "US") is None
    assert find_neighbour_pay(NEAR, "FR") is None
    assert find_neighbour_pay([band(counts="neighbour", occupation=None, p50=1.0)], "US") is None


@pytest.mark.parametrize(
    "given",
    [
        {"country": "FR"},
        {"basis": "survey"},
        {"period": "month"},
        {"tax": "net"},
        {"place": "Austin"},
        {"p50": None},
    ],
)
def test_official_wages_are_those_of_a_whole_country_gross_a_year_with_a_median(given: dict[str, Any]) -> None:
    own: dict[str, Any] = {"counts": "title", "p50": 50_000.0}
    assert first_official([band(**own)], "US") == band(**own)
    assert first_official([band(**(own | given))], "US") is None
    assert official_wages([band(**(own | given))], "US") == ()


def test_own_official_wages_come_before_those_of_neighbours() -> None:
    assert official_wages([*NEAR, OFFICIAL], "US") == (OFFICIAL,)
    assert official_wages(NEAR, "US") == tuple(NEAR)


def test_what_is_told_of_a_level_all_over_the_country_comes_before_a_place() -> None:
    there = band("there", level="junior", basis="market", place="Lyon", low=1.0, high=3.0)
    here = band("here", level="junior", basis="market", low=2.0, high=4.0)
    judged = band("judged", level="junior", basis="editorial", p50=9.0)
    empty = band("empty", level="junior", basis="market")
    assert find_level_band([judged, empty, there, here], "US", "junior") == here
    assert find_level_band([there], "US", "junior") == there
    assert find_level_band([judged, empty], "US", "junior") is None
    assert find_level_band([here], "US", "senior") is None


@pytest.mark.parametrize(
    ("given", "middle"),
    [
        ({"p50": 5.0, "low": 1.0, "high": 3.0}, 5),
        ({"low": 1.0, "high": 4.0}, 2.5),
        ({"low": 1.0}, None),
        ({"high": 1.0}, None),
    ],
)
def test_the_middle_of_a_band(given: dict[str, Any], middle: float | None) -> None:
    assert middle_of(band(**given)) == middle


def test_medians_that_are_a_tenth_apart_disagree_with_the_first_of_their_kind() -> None:
    first = band("first", p50=100.0)
    bands = [
        first,
        band("alike", p50=109.0),
        band("above", p50=111.0),
        band("under", p50=80.0),
        band("level", p50=300.0, level="senior"),
        band("place", p50=300.0, place="Austin"),
        band("neighbour", p50=300.0, counts="neighbour"),
        band("none"),
        band("monthly", p50=8.0, period="month"),
        band("net", p50=60.0, tax="net"),
        band("euros", p50=60.0, currency="EUR"),
        band("abroad", p50=60.0, country="FR"),
    ]
    found = [(other.id, base.id, round(by, 6)) for other, base, by in against_first(bands)]
    assert found == [("above", "first", 0.11), ("under", "first", -0.2)]


# limits on pay in other terms


def limit(**given: Any) -> Limit:
    values: dict[str, Any] = {"text": "x", "criterion": "pay", "operator": ">=", "bound": 30_000.0}
    return Limit(**(values | given))


COUNTRIES: Mapping[str, str] = {"EUR": "FR", "USD": "US", "XXX": "XX"}
EVERYBODY = {
    "US": employees(),
    "FR": employees("FR", "EUR", period="month", tax="net", net_of_gross=0.5),
}


@pytest.mark.parametrize(
    ("given", "rank"),
    [
        ({"unit": "EUR", "bound": 240_000.0}, 0.1),
        ({"unit": "EUR", "bound": 20_000.0, "period": "month", "tax": "net"}, 0.2),
        ({"unit": "USD"}, None),
        ({}, None),
        ({"criterion": "growth", "unit": "EUR"}, None),
    ],
)
def test_a_limit_in_another_currency_is_a_rank_among_its_employees(given: dict[str, Any], rank: float | None) -> None:
    wanted = limit(**given)
    found = find_ranks([wanted], "US", COUNTRIES, EVERYBODY.get)
    assert found == ({} if rank is None else {wanted: pytest.approx(rank)})


def test_net_pay_is_a_rank_where_the_figures_of_the_country_are_net() -> None:
    net = limit(tax="net", bound=20_000.0, period="month")
    assert find_ranks([net], "FR", COUNTRIES, EVERYBODY.get) == {net: pytest.approx(0.2)}
    with pytest.raises(UsageError, match="are gross") as error:
        find_ranks([net], "US", COUNTRIES, EVERYBODY.get)
    assert error.value.values["country"] == "US"


@pytest.mark.parametrize("unit", ["XXX", "GBP"])
def test_a_unit_without_figures_is_told_with_an_example(unit: str) -> None:
    with pytest.raises(UsageError, match="is not known") as error:
        find_ranks([limit(unit=unit, text="pay>=1X")], "US", COUNTRIES, EVERYBODY.get)
    assert (error.value.values["text"], error.value.values["unit"]) == ("pay>=1X", unit)
    assert str(error.value.values["example"]) == "pay>=60k"


def career(id_: str, pay: float | None, rank: float | None = None) -> Measures:
    return Measures(id=id_, kind="role", pay=pay, pay_rank=rank)


@pytest.mark.parametrize(
    ("period", "bound", "kept"), [("year", 24_000, "ab"), ("month", 2_000, "ab"), ("hour", 12, "a"), ("hour", 11, "ab")]
)
def test_a_limit_by_the_month_or_hour_is_one_by_the_year(period: str, bound: float, kept: str) -> None:
    careers = [career("a", 25_000), career("b", 24_000), career("c", 20_000)]
    left, (removed,) = apply_limits(careers, [limit(period=period, bound=bound)])
    assert "".join(one.id for one in left) == kept
    assert "".join(removed.ids) == "abc"[len(kept) :]


def test_a_limit_by_rank_asks_for_the_rank_of_a_career() -> None:
    careers = [career("a", 1, 0.5), career("b", 10**6, 0.4), career("c", 10**6)]
    by_rank = limit(unit="EUR")
    left, (removed,) = apply_limits(careers, [by_rank], {by_rank: 0.45})
    assert [one.id for one in left] == ["a", "c"]
    assert (removed.ids, removed.unknown, removed.back) == (("b",), ("c",), 1)
    assert unknown_of([removed]) == {"c": ("x",)}
