"""Ranking by one's own weights: a score in parts, and an exact bound for every weight."""

import math
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careercli.core.careers.measures import Measures
from careercli.core.comparing.criteria import CRITERIA, Words, make_scales
from careercli.core.comparing.weighing import Weighing, parse_weights, weigh
from careercli.errors import UsageError

FIELDS = {"pay": "pay", "entry": "zone", "growth": "growth"}
VALUES = st.fixed_dictionaries(
    {
        "pay": st.integers(20_000, 200_000).map(float),
        "zone": st.integers(1, 5),
        "growth": st.integers(-20, 40).map(float),
    }
)
CAREERS = st.lists(VALUES, min_size=2, max_size=6)
WEIGHTS = st.fixed_dictionaries({name: st.integers(0, 9) for name in FIELDS}).filter(lambda w: any(w.values()))
ATLAS = [
    Measures(id=f"o{n}", kind="occupation", pay=20_000.0 + 1_700 * n, zone=1 + n % 5, growth=-20 + 0.6 * n)
    for n in range(100)
]
SCALES = make_scales(ATLAS)


def make(values: list[dict[str, float]]) -> list[Measures]:
    return [Measures(id=f"c{n}", kind="occupation", **one) for n, one in enumerate(values)]  # type: ignore[arg-type]


def order(weighing: Weighing) -> list[str]:
    return [one.id for one in weighing.ranking]


@given(CAREERS, WEIGHTS, st.randoms())
def test_the_order_of_arguments_does_not_matter(
    values: list[dict[str, float]], weights: dict[str, float], random: Random
) -> None:
    careers = make(values)
    mixed = careers[:]
    random.shuffle(mixed)
    turned = dict(reversed(weights.items()))
    assert weigh(careers, weights, SCALES) == weigh(mixed, turned, SCALES)


@given(CAREERS, WEIGHTS, st.floats(1e-6, 1e6))
def test_weights_count_only_against_each_other(
    values: list[dict[str, float]], weights: dict[str, float], factor: float
) -> None:
    plain = weigh(make(values), weights, SCALES)
    scaled = weigh(make(values), {name: weight * factor for name, weight in weights.items()}, SCALES)
    assert order(plain) == order(scaled)
    for one, other in zip(plain.ranking, scaled.ranking, strict=True):
        assert one.score == pytest.approx(other.score)


@given(CAREERS, WEIGHTS)
def test_the_parts_are_the_score(values: list[dict[str, float]], weights: dict[str, float]) -> None:
    found = weigh(make(values), weights, SCALES)
    assert math.isclose(sum(found.shares.values()), 1)
    for one in found.ranking:
        assert one.score == sum(one.parts.values())
        assert 0 <= one.score <= 1 + 1e-12
        assert all(0 <= part <= found.shares[name] + 1e-12 for name, part in one.parts.items())


@given(CAREERS, WEIGHTS, st.sampled_from(sorted(FIELDS)), st.integers(0, 40))
def test_a_better_value_never_lowers_a_score(
    values: list[dict[str, float]], weights: dict[str, float], criterion: str, step: int
) -> None:
    careers = make(values)
    better = dict(values[0])
    field = FIELDS[criterion]
    better[field] += step * (1_000 if field == "pay" else 1) * (1 if CRITERIA[criterion].better == "more" else -1)
    before = {one.id: one for one in weigh(careers, weights, SCALES).ranking}
    after = {one.id: one for one in weigh([*make([better]), *careers[1:]], weights, SCALES).ranking}
    assert after["c0"].score >= before["c0"].score
    assert after["c0"].rank <= before["c0"].rank


@given(CAREERS, WEIGHTS)
def test_a_bound_when_crossed_swaps_the_two(values: list[dict[str, float]], weights: dict[str, float]) -> None:
    careers = make(values)
    found = weigh(careers, weights, SCALES)
    assume(found.tippings)
    for tip in found.tippings:
        sides = []
        for share in (tip.share - 1e-5, tip.share + 1e-5):
            if not 0 < share < 1:
                break
            rest = sum(weight for name, weight in weights.items() if name != tip.criterion)
            moved = weights | {tip.criterion: rest * share / (1 - share)}
            scores = {one.id: one.score for one in weigh(careers, moved, SCALES).ranking}
            sides.append(scores[tip.riser] - scores[tip.faller])
        if len(sides) == 2 and min(map(abs, sides)) > 1e-9:
            assert (sides[0] < 0 < sides[1]) if tip.up else (sides[1] < 0 < sides[0])
        assert (tip.share > tip.now) == tip.up


@given(CAREERS, WEIGHTS, st.sampled_from(sorted(FIELDS)), st.floats(0.02, 0.98))
def test_within_the_bounds_the_order_stays(
    values: list[dict[str, float]], weights: dict[str, float], criterion: str, share: float
) -> None:
    careers = make(values)
    found = weigh(careers, weights, SCALES)
    now = found.shares[criterion]
    assume(now < 1)
    above = min((tip.share for tip in found.tippings if tip.criterion == criterion and tip.up), default=1.0)
    below = max((tip.share for tip in found.tippings if tip.criterion == criterion and not tip.up), default=0.0)
    assume(below + 1e-6 < share < above - 1e-6)
    assume(len({round(one.score, 6) for one in found.ranking}) == len(careers))  # level ones part at any move
    rest = sum(weight for name, weight in weights.items() if name != criterion)
    moved = weigh(careers, weights | {criterion: rest * share / (1 - share)}, SCALES)
    assert order(moved) == order(found)


def test_a_worked_example() -> None:
    rich = Measures(id="rich", kind="occupation", pay=189_100.0, zone=5)
    easy = Measures(id="easy", kind="occupation", pay=20_900.0, zone=1)
    found = weigh([easy, rich], {"pay": 3, "entry": 1}, SCALES)
    assert order(found) == ["rich", "easy"]
    assert found.ranking[0].parts == {"entry": pytest.approx(0.25 * 0.1), "pay": pytest.approx(0.75)}
    assert found.ranking[1].parts == {"entry": pytest.approx(0.25 * 0.9), "pay": pytest.approx(0.75 * 0.01)}
    down = next(tip for tip in found.tippings if tip.criterion == "pay")
    # 0.1(1 - t) + t = 0.9(1 - t) + 0.01t
    assert (down.riser, down.up) == ("easy", False)
    assert down.share == pytest.approx(0.8 / 1.79)
    assert down.weight == pytest.approx(down.share / (1 - down.share))


def test_what_is_not_known_counts_for_nobody() -> None:
    known = Measures(id="a", kind="role", pay=50_000.0, remote=1.0)
    unknown = Measures(id="b", kind="occupation", pay=90_000.0)
    found = weigh([known, unknown], {"pay": 1, "remote": 9}, SCALES)
    assert order(found) == ["b", "a"]
    assert found.shares == {"pay": 1.0}
    assert [(left.criterion, left.lacking) for left in found.left_out] == [("remote", ("b",))]
    assert not weigh([known, unknown], {"remote": 1}, SCALES).ranking


def test_level_careers_share_a_rank() -> None:
    twins = [Measures(id=id_, kind="occupation", pay=50_000.0) for id_ in ("b", "a")]
    assert [(one.id, one.rank) for one in weigh(twins, {"pay": 1}, SCALES).ranking] == [("a", 1), ("b", 1)]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["pai=1"], "no criterion `pai`"),
        (["pay=-1"], "negative"),
        (["pay=x"], "not a number"),
        (["pay="], "not a number"),
        (["pay"], "not a number"),
        (["pay=nan"], "not a number"),
        (["pay=inf"], "not a number"),
        (["pay=1", "PAY=2"], "weighed twice"),
        (["pay=0", "entry=0"], "all weights are zero"),
    ],
)
def test_weights_that_are_none_are_refused(texts: list[str], said: str, words: Words) -> None:
    with pytest.raises(UsageError, match=said):
        parse_weights(texts, words)


def test_weights_are_read(words: Words) -> None:
    assert parse_weights(["pay=2", "Entry=0,5"], words) == {"pay": 2, "entry": 0.5}
    said = ["salaire=2", "leaving a year=1", "dehors=3", "pas de nuits=1"]
    assert parse_weights(said, words) == {"pay": 2, "leaving": 1, "outdoors": 3, "no-nights": 1}


def test_a_condition_weighs_by_being_there_or_not() -> None:
    roofer = Measures(id="roofer", kind="occupation", conditions=("outdoors", "heights"))
    clerk = Measures(id="clerk", kind="occupation", conditions=("screen",))
    unknown = Measures(id="new", kind="role")
    assert order(weigh([clerk, roofer], {"outdoors": 1}, SCALES)) == ["roofer", "clerk"]
    assert order(weigh([roofer, clerk], {"no-heights": 1}, SCALES)) == ["clerk", "roofer"]
    assert weigh([roofer, unknown], {"outdoors": 1}, SCALES).left_out[0].lacking == ("new",)
