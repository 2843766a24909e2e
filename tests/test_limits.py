"""Hard limits and the scales of criteria: pure functions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.careers.measures import CRITERIA, Measures, make_scales, scale, value_of
from careercli.core.comparing.limits import apply_limits, find_ranks, parse_limit
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue

NUMBERS = st.one_of(st.none(), st.integers(-50, 200_000).map(float))


def a_career(id_: str, **values: float | None) -> Measures:
    return Measures(id=id_, kind="occupation", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "criterion", "bound", "unit"),
    [
        ("pay>=60000", "pay", 60_000, ""),
        ("pay >= 60 000 €", "pay", 60_000, "EUR"),
        ("PAY>=45kEUR", "pay", 45_000, "EUR"),
        ("pay>=60000,50$", "pay", 60_000.5, "USD"),
        ("years<=3", "years", 3, "years"),
        ("years<=1 year", "years", 1, "years"),
        ("zone<=4", "zone", 4, ""),
        ("growth>=-2.5%", "growth", -2.5, "%"),
        ("years<=3ans", "years", 3, "years"),
        ("pay>=70.000", "pay", 70_000, ""),
        ("pay>=60,000", "pay", 60_000, ""),
        ("pay>=60.5k", "pay", 60_500, ""),
        ("pay≥1.000.000", "pay", 1_000_000, ""),
        ("pay>=€45000", "pay", 45_000, "EUR"),
        ("remote", "remote", 1, ""),
        ("remote=sometimes", "remote", 0.5, ""),
    ],
)
def test_limits_are_read(text: str, criterion: str, bound: float, unit: str) -> None:
    assert parse_limit(text)[1:] == (criterion, bound, unit)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pai>=3", "nothing that can be limited"),
        ("", "nothing that can be limited"),
        ("pay<=3", "only be >="),
        ("pay", "has no number"),
        ("zone<=x", "has no number"),
        ("pay>=1e999", "has no number"),
        ("zone<=9", "from 1 to 5"),
        ("years<=-5", "from 0 to 40"),
        ("pay>=€3USD", "`€USD`"),
        ("pay>=1.2.3", "has no number"),
        ("remote>=3", "not understood"),
        ("years>=2", "only be <="),
        ("pay>=nan", "has no number"),
    ],
)
def test_what_is_no_limit_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_limit(text)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=12), st.integers(0, 200_000), st.integers(0, 10))
def test_what_comes_back_is_what_one_limit_alone_took(
    values: list[tuple[float | None, float | None]], pay: int, years: int
) -> None:
    careers = [a_career(str(n), pay=p, years=y) for n, (p, y) in enumerate(values)]
    limits = [parse_limit(f"pay>={pay}"), parse_limit(f"years<={years}")]
    kept, removed = apply_limits(careers, limits)
    for limit, gone in zip(limits, removed, strict=True):
        without, _ = apply_limits(careers, [other for other in limits if other != limit])
        assert len(without) - len(kept) == gone.back
        assert set(gone.ids).isdisjoint(one.id for one in kept)
        assert gone.unknown == sum(value_of(one, limit.criterion) is None for one in careers if one.id in gone.ids)
    assert {one.id for one in kept} | {id_ for gone in removed for id_ in gone.ids} == {one.id for one in careers}


@given(st.lists(NUMBERS, min_size=1, max_size=20), st.sampled_from(["pay", "entry", "growth"]), NUMBERS, NUMBERS)
def test_a_better_value_is_never_scaled_lower(
    known: list[float | None], criterion: str, one: float | None, other: float | None
) -> None:
    field = CRITERIA[criterion].field
    scales = make_scales([a_career(str(n), **{field: value}) for n, value in enumerate(known)])
    low, high = sorted((one or 0.0, other or 0.0), reverse=not CRITERIA[criterion].more_is_better)
    assert 0 <= scale(criterion, low, scales) <= scale(criterion, high, scales) <= 1


def test_a_currency_without_figures_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="`CHF` is not known"):
        find_ranks([parse_limit("pay>=3CHF")], "US", catalogue.currencies, catalogue.all_employees)


def test_pay_in_euros_goes_by_rank(catalogue: Catalogue) -> None:
    limit = parse_limit("pay>=45000EUR")
    assert not find_ranks([parse_limit("pay>=45000")], "US", catalogue.currencies, catalogue.all_employees)
    rank = find_ranks([limit], "US", catalogue.currencies, catalogue.all_employees)[limit]
    assert 0.6 < rank < 0.9  # the median is some 34,700 euros gross
    kept, _ = apply_limits(catalogue.measures("US"), [limit], {limit: rank})
    assert kept
    assert all(one.pay_rank is not None and one.pay_rank >= rank for one in kept)


def test_every_career_is_measured(catalogue: Catalogue) -> None:
    measures = {one.id: one for one in catalogue.measures("US")}
    assert len(measures) == 1_025
    assert measures["ai-specialist"].stand_in == "15-1221.00"
    nurses = measures["29-1141.00"]
    assert (nurses.years, nurses.zone, nurses.remote) == (4, 4, None)
    scales = catalogue.scales("US")
    assert scales == make_scales(measures.values())
    assert not scales["remote"]
    assert scale("pay", scales["pay"][0], scales) < 0.01
    assert scale("pay", scales["pay"][-1], scales) > 0.99


@pytest.mark.parametrize("filler", [" ", "\n", "\u2003", "0", ",", "'", ">", "x"])
@pytest.mark.parametrize("text", ["pay>=1{}x9", "pay{}", "{}", "remote={}", "pay>={}1k", "pay>=$1{}k€"])
def test_a_limit_of_any_length_is_read_or_refused(text: str, filler: str) -> None:
    """A text that takes time by the square of its length would never end here."""
    long = text.format(filler * 200_000)
    if filler in " \n\u2003" and text in ("pay>={}1k", "remote={}"):
        assert len(parse_limit(long).text) <= 80
    else:
        with pytest.raises(UsageError) as raised:
            parse_limit(long)
        assert len(str(raised.value)) < 300


def test_spaces_around_the_parts_of_a_limit_do_not_count() -> None:
    assert parse_limit("  pay   >=  60 000  ")[1:] == parse_limit("pay>=60000")[1:]
