"""Matching interests to careers: the rules, the list, its stability, refusals, and the measurement of all that."""

import importlib.util
import math
import statistics
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise, permutations
from operator import mul
from types import ModuleType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careercli.core.quiz import matching
from careercli.core.quiz.interests import (
    SCALES,
    InterestItem,
    Profile,
    find_flat,
    find_leanings,
    find_refusal,
    parse_scores,
    rank_letters,
    score_items,
    standard_errors,
)
from careercli.core.quiz.matching import (
    ATLAS_MEANS,
    ATLAS_SPREADS,
    SCORE_METHODS,
    Candidate,
    Method,
    direction,
    find_pivots,
    label_of,
    match_careers,
    unit,
)
from careercli.core.quiz.redraws import near_normal, redraw, seed_of
from careercli.errors import UsageError
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared/data"
OFFICIAL = "R=27,I=13,A=23,S=25,E=14,C=14"
# Golden digits: of the official example, and of the generator.
SEED = 13845636442575819022
MIXED = [33439, 90910, 100676]
DRAWN = [
    (
        0.5800741176946853,
        0.6153648906295824,
        0.4590361342591544,
        0.8804433446480513,
        0.3860105090370097,
        0.3632086320610175,
    ),
    (
        0.6786227471038356,
        0.3763109053017678,
        0.6291717433388926,
        0.7644877526545337,
        0.3522035121621819,
        0.5018514163961145,
    ),
]
GOLDEN = {
    "published": [
        ("39-5094.00", "0.7860536068760914", 0.315),
        ("27-2031.00", "0.7690017816164059", 0.335),
        ("39-9031.00", "0.7028709696020139", 0.25),
        ("35-2013.00", "0.6942533490654894", 0.2),
        ("51-6052.00", "0.6731757549559305", 0.145),
        ("39-5012.00", "0.659567369986847", 0.15),
        ("39-2011.00", "0.6331231625771636", 0.15),
    ],
    "careers": [
        ("47-3014.00", "0.909785998858767", 0.2),
        ("39-5092.00", "0.9001140969021015", 0.205),
        ("39-2021.00", "0.8646708139419264", 0.155),
        ("39-2011.00", "0.8640439121262975", 0.17),
        ("39-5093.00", "0.8570032455246162", 0.17),
        ("39-4011.00", "0.8366094188331676", 0.14),
        ("47-3011.00", "0.824583048990771", 0.095),
    ],
}

scores = st.tuples(*[st.integers(0, 40).map(lambda n: n / 40)] * 6)
profiles = scores.map(lambda six: Profile(six, (10,) * 6)).filter(lambda profile: find_flat(profile) is None)
ratings = st.tuples(*[st.integers(100, 700).map(lambda n: n / 100)] * 6)
methods = st.sampled_from(SCORE_METHODS)


def load_benchmark() -> ModuleType:
    path = ROOT / "benchmarks/matching.py"
    spec = importlib.util.spec_from_file_location("matching_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(path.parent)
        spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    return load_benchmark()


@pytest.fixture(scope="module")
def atlas(benchmark: ModuleType) -> list[Candidate]:
    careers: list[Candidate] = benchmark.read_careers()
    return careers


def occupation(code: str, interests: Sequence[float]) -> Candidate:
    return Candidate(code, "occupation", f"doers of {code}", "office", tuple(interests))


@st.composite
def fields(draw: st.DrawFn, least: int = 1) -> list[Candidate]:
    """Occupations and guides, some of them twins."""
    rated = draw(st.lists(ratings, min_size=least, max_size=60))
    careers = [occupation(f"11-{1000 + n // 2}.0{n % 2}", row) for n, row in enumerate(rated)]
    for n, career in enumerate(careers[:3]):
        exact = draw(st.booleans())
        stands_for = (career.id,) if exact else ()
        careers.append(Candidate(f"guide-{n}", "role", f"guide {n}", "data", career.interests, stands_for))
    return careers


def items_of(each: int) -> list[InterestItem]:
    return [InterestItem(id=f"{s}{n}", scale=s, length="full", text="") for n in range(each) for s in SCALES]


def answers_of(each: int, values: Sequence[int]) -> dict[str, int]:
    return {item.id: value for item, value in zip(items_of(each), values, strict=True)}


def reference_list(
    profile_scores: Sequence[float], careers: Sequence[Candidate], method: Method, size: int
) -> list[str]:
    """The list without any pruning, by the words of the docstring."""
    group = reference_groups(careers)
    person = unit(profile_scores)
    fitted = []
    for career in careers:
        vector = direction(career.interests, method)
        if any(vector):
            a, b, c, d, e, f = (x * y for x, y in zip(person, vector, strict=True))
            order = (not career.stands_for, career.kind != "role", career.id)
            fitted.append((-(a + b + c + d + e + f), order, career.id))
    chosen: dict[str, str] = {}
    for _, _, id_ in sorted(fitted):
        chosen.setdefault(group[id_], id_)
    return list(chosen.values())[:size]


def reference_groups(careers: Sequence[Candidate]) -> dict[str, str]:
    codes = {}
    for career in careers:
        known = career.id if career.kind == "occupation" else "".join(career.stands_for[:1])
        codes[career.id] = known[:7]
    for career in careers:
        if not codes[career.id]:
            same = sorted(codes[c.id] for c in careers if c.interests == career.interests and codes[c.id])
            twins = sorted(c.id for c in careers if c.interests == career.interests)
            codes[career.id] = same[0] if same else twins[0]
    return codes


# The rules


@given(scores, ratings)
def test_the_published_fit_is_pearsons_correlation(six: tuple[float, ...], rated: tuple[float, ...]) -> None:
    assume(len(set(six)) > 1 and len(set(rated)) > 1)
    fit = sum(a * b for a, b in zip(unit(six), direction(rated, "published"), strict=True))
    assert fit == pytest.approx(statistics.correlation(six, rated), abs=1e-9)


@given(scores, ratings)
def test_our_fit_is_the_correlation_with_standardised_ratings(six: tuple[float, ...], rated: tuple[float, ...]) -> None:
    standard = [(x - m) / s for x, m, s in zip(rated, ATLAS_MEANS, ATLAS_SPREADS, strict=True)]
    assume(len(set(six)) > 1 and max(standard) - min(standard) > 1e-6)
    fit = sum(a * b for a, b in zip(unit(six), direction(rated, "careers"), strict=True))
    assert fit == pytest.approx(statistics.correlation(six, standard), abs=1e-9)


def test_the_constants_of_our_rule_are_those_of_the_atlas(benchmark: ModuleType, atlas: list[Candidate]) -> None:
    means, spreads = benchmark.scale_stats([career.interests for career in atlas])
    assert means == pytest.approx(ATLAS_MEANS, abs=1e-4)
    assert spreads == pytest.approx(ATLAS_SPREADS, abs=1e-4)


@given(profiles, fields(), methods)
def test_pulls_add_up_and_the_rest_is_in_range(profile: Profile, careers: list[Candidate], method: Method) -> None:
    found = match_careers(profile, careers, method, draws=5)
    fits = [match.fit for match in found.matches]
    assert fits == sorted(fits, reverse=True)
    assert [match.rank for match in found.matches] == list(range(1, len(fits) + 1))
    for match in found.matches:
        assert math.fsum(match.pulls) == pytest.approx(match.fit, abs=1e-12)
        assert -1 - 1e-12 <= match.fit <= 1 + 1e-12
        assert 0 <= match.stability <= 1
        assert match.label == label_of(match.fit)
    assert found.passing["best"] <= found.passing["great"]


@pytest.mark.parametrize(
    ("fit", "label"), [(1, "best"), (0.729, "best"), (0.7289, "great"), (0.608, "great"), (0.6, "")]
)
def test_labels_are_the_published_ones(fit: float, label: str) -> None:
    assert label_of(fit) == label


def test_by_chance_a_label_is_as_rare_as_it_is_said_to_be(atlas: list[Candidate]) -> None:
    """Scores dealt to types at random: the 720 deals of the official example, over every seventh occupation."""
    for method in SCORE_METHODS:
        found = match_careers(parse_scores(OFFICIAL), atlas, method, draws=0)
        assert found.chance == {"best": 46, "great": 92}
        deals = [unit(deal) for deal in permutations(parse_scores(OFFICIAL).scores)]
        vectors = [direction(career.interests, method) for career in atlas[::7]]
        fits = [sum(map(mul, deal, vector)) for deal in deals for vector in vectors]
        for bound, label, _ in matching.LABELS:
            dealt = sum(fit >= bound for fit in fits) / len(fits)
            assert dealt * len(atlas) == pytest.approx(found.chance[label], rel=0.15)


# The list


@given(profiles, fields(), methods, st.integers(1, 7))
def test_the_list_is_what_looking_at_all_gives(
    profile: Profile, careers: list[Candidate], method: Method, size: int
) -> None:
    found = [match.id for match in match_careers(profile, careers, method, size, draws=0).matches]
    assert found == reference_list(profile.scores, careers, method, size)


@given(profiles, methods)
@settings(max_examples=settings().max_examples // 6)
def test_pruned_redraws_are_what_looking_at_all_gives(atlas: list[Candidate], profile: Profile, method: Method) -> None:
    few = Profile(profile.scores, (2,) * 6)
    found = match_careers(few, atlas, method, draws=12)
    kept = dict.fromkeys((match.id[:7] for match in found.matches), 0)
    for drawn in redraw(few, 12):
        for id_ in reference_list(drawn, atlas, method, 7):
            if id_[:7] in kept:
                kept[id_[:7]] += 1
    assert [match.stability for match in found.matches] == [count / 12 for count in kept.values()]


@given(profiles, fields(), methods, st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_matter(
    profile: Profile, careers: list[Candidate], method: Method, random: object
) -> None:
    mixed = list(careers)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert match_careers(profile, mixed, method, draws=5) == match_careers(profile, careers, method, draws=5)


def test_near_duplicates_do_not_fill_the_list() -> None:
    alike = [occupation(f"15-1252.0{n}", (2, 6, 2, 1, 2 + n / 10, 5)) for n in range(8)]
    other = occupation("19-1029.04", (2, 6, 3, 2, 1, 4))
    guide = Candidate("software-developer", "role", "", "software", alike[0].interests, ("15-1252.00",))
    close = Candidate("ai-engineer", "role", "", "software", alike[0].interests)
    person = Profile((0.2, 1.0, 0.2, 0.0, 0.2, 0.8), (10,) * 6)
    first, second = match_careers(person, [*alike, other, guide, close], "published").matches
    assert {first.id, second.id} == {"software-developer", "19-1029.04"}
    twins = first.twins or second.twins
    assert twins[0] == "ai-engineer"
    assert set(twins) == {"ai-engineer", *(career.id for career in alike)}


def test_a_career_without_a_profile_has_no_fit() -> None:
    careers = [occupation("11-1011.00", (3, 3, 3, 3, 3, 3)), occupation("11-1021.00", (1, 2, 3, 4, 5, 6))]
    found = match_careers(parse_scores(OFFICIAL), careers, "published")
    assert [match.id for match in found.matches] == ["11-1021.00"]
    assert match_careers(parse_scores(OFFICIAL), [], "careers").matches == ()


def test_a_flat_profile_has_no_list() -> None:
    flat = Profile((0.5,) * 6, (10,) * 6)
    assert match_careers(flat, [occupation("11-1021.00", (1, 2, 3, 4, 5, 6))]).matches == ()


# Redraws


def test_the_same_scores_give_the_same_digits_everywhere() -> None:
    """Written down once: another machine, version or order of work must give these."""
    profile = parse_scores(OFFICIAL)
    assert seed_of(profile) == SEED
    assert [near_normal(n) for n in (1, 2, 3)] == MIXED
    assert redraw(profile, 2) == DRAWN


def test_the_official_example_gives_the_same_list_everywhere(atlas: list[Candidate]) -> None:
    for method in SCORE_METHODS:
        found = match_careers(parse_scores(OFFICIAL), atlas, method)
        assert [(match.id, repr(match.fit), match.stability) for match in found.matches] == GOLDEN[method]


@given(profiles)
@settings(max_examples=settings().max_examples // 2)
def test_redraws_stay_on_the_scale_and_scatter_as_they_should(profile: Profile) -> None:
    drawn = redraw(profile, 400)
    assert all(0 <= score <= 1 for one in drawn for score in one)
    mean = statistics.fmean(profile.scores)
    for k, score in enumerate(profile.scores):
        middle = statistics.fmean(one[k] for one in drawn)
        assert min(score, mean) - 0.06 <= middle <= max(score, mean) + 0.06


def test_more_items_scatter_less() -> None:
    six = parse_scores(OFFICIAL).scores
    spreads = [statistics.stdev(one[0] for one in redraw(Profile(six, (n,) * 6), 400)) for n in (2, 5, 10)]
    assert spreads == sorted(spreads, reverse=True)


# From answers to scores


@given(scores)
def test_official_scores_are_read_in_any_order_and_case(six: tuple[float, ...]) -> None:
    parts = [f"{s.lower()} = {round(score * 40)}" for s, score in zip(SCALES, six, strict=True)]
    assert parse_scores(", ".join(reversed(parts))) == Profile(six, (10,) * 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("R=27,I=13,A=23,S=25,E=14", "no score for C"),
        ("", "R, I, A, S, E, C"),
        (OFFICIAL + ",R=1", "R is given twice"),
        (OFFICIAL + ",X=1", "`X=1`"),
        (OFFICIAL.replace("R=27", "R27"), "`R27`"),
        (OFFICIAL.replace("27", "41"), "`41`"),
        (OFFICIAL.replace("27", "-1"), "`-1`"),
        (OFFICIAL.replace("27", "nan"), "`nan`"),
        (OFFICIAL.replace("27", "inf"), "`inf`"),
        (OFFICIAL.replace("27", "many"), "`many`"),
        (OFFICIAL.replace("27", "2_7"), "`2_7`"),
        (OFFICIAL.replace("27", "٢٧"), "`٢٧`"),
    ],
)
def test_scores_that_cannot_be_are_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_scores(text)
    assert said in str(caught.value)
    assert "R=27" in caught.value.hint


@given(st.text(max_size=40))
def test_any_text_is_scores_or_a_usage_error(text: str) -> None:
    try:
        profile = parse_scores(text)
    except UsageError:
        return
    assert all(0 <= score <= 1 for score in profile.scores)


def test_a_score_is_the_mean_of_its_answers() -> None:
    items = items_of(2)
    profile = score_items(items, {"R0": 5, "R1": 4, "I0": 1, "unknown": 3})
    assert profile == Profile((0.875, 0.0, 0.5, 0.5, 0.5, 0.5), (2, 1, 0, 0, 0, 0))
    with pytest.raises(UsageError, match="`R0` is 6"):
        score_items(items, {"R0": 6})


@given(scores)
def test_more_items_err_less(six: tuple[float, ...]) -> None:
    errors = [standard_errors(Profile(six, (n,) * 6)) for n in (2, 5, 10)]
    for many, more in ((errors[0], errors[1]), (errors[1], errors[2])):
        assert all(a > b > 0 for a, b in zip(many, more, strict=True))


@given(scores)
def test_letters_are_all_there_and_the_first_of_a_group_is_clearly_above_the_next(six: tuple[float, ...]) -> None:
    profile = Profile(six, (10,) * 6)
    groups = rank_letters(profile)
    assert sorted("".join(groups)) == sorted(SCALES)
    score, error = dict(zip(SCALES, six, strict=True)), dict(zip(SCALES, standard_errors(profile), strict=True))
    for group, after in pairwise(groups):
        assert score[group[0]] - score[after[0]] > math.hypot(error[group[0]], error[after[0]])
    for group in groups:
        assert [score[x] for x in group] == sorted((score[x] for x in group), reverse=True)
        assert all(score[group[0]] - score[x] <= math.hypot(error[group[0]], error[x]) + 1e-9 for x in group[1:])


def test_letters_too_close_to_tell_apart_are_joined() -> None:
    assert rank_letters(Profile((0.5, 1.0, 0.75, 0.45, 0.05, 0.7), (10,) * 6)) == ("I", "AC", "RS", "E")
    assert rank_letters(Profile((0.5,) * 6, (10,) * 6)) == ("RIASEC",)


# Refusals


@pytest.mark.parametrize(
    ("given_", "refused"),
    [
        ([3] * 30, "flat"),
        ([1, 5] * 15, "careless"),
        ([1, 2, 3, 4, 5] * 6, "careless"),
        ([1, 2, 3, 4, 5, 4, 3, 2] * 3 + [1, 2, 3, 4, 5, 4], "careless"),
        ([4] * 26 + [2, 1, 5, 4], "careless"),
        ([2, 4, 4, 2, 3, 3, 4, 2, 2, 4, 3, 3] * 2 + [3, 3, 3, 3, 3, 3], "flat"),
        ([5, 4, 1, 2, 2, 3] * 5, None),
        ([1, 1, 2, 5, 1, 1, 1, 2, 1, 4, 1, 1, 1, 1, 1, 5, 2, 1, 1, 1, 1, 4, 1, 1, 1, 3, 1, 5, 1, 1], None),
    ],
)
def test_answers_that_cannot_be_ranked_are_refused(given_: list[int], refused: str | None) -> None:
    assert find_refusal(items_of(5), answers_of(5, given_)) == refused


@pytest.mark.parametrize(
    ("scores", "most", "least"),
    [
        ((0.9, 0.5, 0.5, 0.5, 0.5, 0.5), "R", ""),
        ((0.9, 0.8, 0.5, 0.5, 0.2, 0.1), "RI", "CE"),
        ((0.9, 0.8, 0.85, 0.2, 0.1, 0.15), "RA", "EC"),
        ((0.8, 0.8, 0.8, 0.2, 0.2, 0.2), "", ""),
        ((0.9, 0.8, 0.8, 0.2, 0.2, 0.2), "R", ""),
        ((0.5, 0.55, 0.45, 0.5, 0.5, 0.5), "", ""),
        ((0.6, 0.6, 0.6, 0.6, 0.6, 0.0), "", "C"),
    ],
)
def test_at_most_two_types_are_named_at_either_end_and_none_beside_one_as_far(
    scores: tuple[float, ...], most: str, least: str
) -> None:
    errors = dict.fromkeys(SCALES, 0.15)
    assert find_leanings(dict(zip(SCALES, scores, strict=True)), errors) == (tuple(most), tuple(least))


def test_few_answers_are_refused() -> None:
    items = items_of(5)
    whole = answers_of(5, [5, 4, 1, 2, 2, 3, 4, 4, 1, 3, 2, 3] * 2 + [5, 4, 1, 2, 2, 3])
    assert find_refusal(items, {}) == "few"
    assert find_refusal(items, dict(list(whole.items())[:19])) == "few"
    assert find_refusal(items, dict(list(whole.items())[:20])) is None
    without = {id_: answer for id_, answer in whole.items() if not id_.startswith("A")}
    assert find_refusal(items, without) == "few"


@pytest.mark.parametrize(("text", "flat"), [("R=20,I=20,A=20,S=21,E=20,C=20", "flat"), (OFFICIAL, None)])
def test_flat_scores_are_found(text: str, flat: str | None) -> None:
    assert find_flat(parse_scores(text)) == flat


# What one answer changes


def changes_of(
    items: Sequence[InterestItem], answers: Mapping[str, int], careers: Sequence[Candidate], method: Method
) -> dict[tuple[str, int], list[str]]:
    """Every single change that gives another top three, by brute force."""
    groups = reference_groups(careers)
    now = {groups[id_] for id_ in reference_list(score_items(items, answers).scores, careers, method, 3)}
    found = {}
    for item in items:
        for then in range(1, 6):
            profile = score_items(items, {**answers, item.id: then})
            if find_flat(profile) is None:
                top = reference_list(profile.scores, careers, method, 3)
                if {groups[id_] for id_ in top} != now:
                    found[item.id, then] = top
    return found


@given(fields(least=4), st.lists(st.integers(1, 5), min_size=12, max_size=12), methods)
def test_pivots_are_the_smallest_changes_that_there_are(
    careers: list[Candidate], given_: list[int], method: Method
) -> None:
    items, answers = items_of(2), answers_of(2, given_)
    assume(find_flat(score_items(items, answers)) is None)
    changes = changes_of(items, answers, careers, method)
    pivots = find_pivots(items, answers, careers, method)
    assert bool(pivots) == bool(changes)
    sizes = [abs(pivot.then - pivot.now) for pivot in pivots]
    assert sizes == sorted(sizes)
    for pivot in pivots:
        assert pivot.now == answers[pivot.item]
        assert changes[pivot.item, pivot.then] == list(pivot.top)
    if changes:
        assert sizes[0] == min(abs(then - answers[id_]) for id_, then in changes)


def test_flat_answers_have_no_pivots(atlas: list[Candidate]) -> None:
    assert find_pivots(items_of(2), answers_of(2, [3] * 12), atlas, "careers") == ()


# The measurement


@pytest.mark.skipif(not SHARED.is_dir(), reason="the respondents, ../shared/data, are not beside this checkout")
def test_the_benchmark_measures_on_a_sample(benchmark: ModuleType, atlas: list[Candidate]) -> None:
    people = benchmark.read_people(SHARED, 260)
    assert len(people) == 260
    ids, rated = [career.id for career in atlas], [career.interests for career in atlas]
    norm, spread = benchmark.scale_stats([person.scores for person in people])
    rules = list(benchmark.make_rules(rated, benchmark.read_employment(ids), norm, spread))
    for rule in rules[:2]:
        figures = benchmark.summarise(benchmark.judge(rule, people, ids))
        assert 0.75 < figures[0] < 0.88
        assert 0.5 < figures[4] < 0.75
    pairs = benchmark.compare_halves(people[:25], atlas, "careers", 0.5)
    assert vars(matching)["redraw"] is redraw
    bins = benchmark.make_bins(pairs)
    assert sum(one.cases for one in bins) == len(pairs)
    assert sum(one.cases for one in benchmark.make_deciles(pairs)) == len(pairs)
    assert benchmark.error_of(bins, weighted=True) < 0.2
    found = benchmark.count_refusals(people, 8)
    assert found["careless"] + found["flat"] <= 0.02 * found["people"]
