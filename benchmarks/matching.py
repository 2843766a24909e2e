"""Does the matching find people's own field, and does the stability that it states come true? On real respondents.

Usage: python benchmarks/matching.py [--data ../shared/data] [--people 2000]

1. Rules of matching: where the occupation that stands for a person's college major comes among all occupations, and
   among those of the 13 majors. `macro` is the mean over majors, so that the many psychologists do not drown the rest.
2. A rule with four tuned constants, chosen on four fifths of the people and measured on the last, in turns.
3. Stability: from half of a person's answers, against what the other half gives. The one constant of the redraws is
   chosen on people of its own, and checked on others.
4. Other ways to make the list. Refusals, labels and tied letters of real people.
"""

import argparse
import csv
import math
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from matching_rules import Rule, Vector, make_rules, make_tuned, scale_stats

from careercli.core.quiz import matching
from careercli.core.quiz.interests import SCALES, InterestItem, Profile, find_refusal, rank_letters
from careercli.core.quiz.matching import A_FIELD, Candidate, Method, match_careers
from careercli.core.quiz.redraws import SINGLE_ITEM, redraw

ROOT = Path(__file__).resolve().parent.parent
RESPONDENTS = "respondents/riasec_us_majors_half.csv"
ITEMS = 8
#: The occupation that stands for each major.
MAJORS = {
    "accounting": "13-2011.00",
    "biology": "19-1029.04",
    "business": "11-1021.00",
    "civil engineering": "17-2051.00",
    "computer science": "15-1252.00",
    "economics": "19-3011.00",
    "education": "25-2021.00",
    "engineering": "17-2141.00",
    "english": "27-3043.00",
    "history": "19-3093.00",
    "law": "23-1011.00",
    "nursing": "29-1141.00",
    "psychology": "19-3033.00",
}
FOLDS = 5
#: What the tuned rule is chosen for: macro top-3, where the percentile is at least this.
LEAST_PERCENTILE = 0.81
SINGLE_ITEMS = (0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
#: Bins of fewer cases than this say nothing.
LEAST_CASES = 30


class Person(NamedTuple):
    """The answers by scale (0 is missing), the scores 0 to 1, and the major."""

    answers: tuple[tuple[int, ...], ...]
    scores: Vector
    major: str


class Result(NamedTuple):
    """Of one person: the percentile of the own occupation, and its place among those of the majors, from 0."""

    major: str
    percentile: float
    place: int


def read_people(data: Path, limit: int | None = None) -> list[Person]:
    """The respondents who have an answer in every scale and not six equal scores."""
    people = []
    with (data / RESPONDENTS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            answers = tuple(tuple(int(row[f"{s}{n}"] or 0) for n in range(1, ITEMS + 1)) for s in SCALES)
            if not all(any(scale) for scale in answers):
                continue
            scores = profile_of(answers, range(ITEMS)).scores
            if max(scores) - min(scores) > 1e-9:
                people.append(Person(answers, scores, row["major"]))
    return people[:: max(1, len(people) // limit)][:limit] if limit else people


def profile_of(answers: Sequence[Sequence[int]], places: Iterable[int]) -> Profile:
    """The profile of the answers in some places of each scale."""
    kept = [[scale[n] for n in places if scale[n]] for scale in answers]
    return Profile(
        tuple(sum(a - 1 for a in scale) / (4 * len(scale)) if scale else 0.5 for scale in kept),
        tuple(map(len, kept)),
    )


def read_careers() -> list[Candidate]:
    """The occupations of the atlas that have ratings."""
    with (ROOT / "data/occupations/occupations.csv").open(encoding="utf-8", newline="") as file:
        return [
            Candidate(row["code"], "occupation", row["label"], row["code"][:2], tuple(float(row[s]) for s in SCALES))
            for row in csv.DictReader(file)
            if row["R"]
        ]


# What a rule gives


def judge(rule: Rule, people: Sequence[Person], ids: Sequence[str]) -> list[Result]:
    """Of each person, where the own occupation comes."""
    places = {major: ids.index(code) for major, code in MAJORS.items()}
    results = []
    for person in people:
        a, b, c, d, e, f = rule.of_person(person.scores)
        fits = [a * u + b * v + c * w + d * x + e * y + f * z for u, v, w, x, y, z in rule.careers]
        if rule.own:
            fits = [fit + own for fit, own in zip(fits, rule.own, strict=True)]
        mine = fits[places[person.major]]
        below = sum(fit < mine for fit in fits) + (fits.count(mine) - 1) / 2
        place = sum(fits[n] > mine for n in places.values())
        results.append(Result(person.major, below / (len(fits) - 1), place))
    return results


def summarise(results: Sequence[Result]) -> tuple[float, ...]:
    """Percentile, top-1 and top-3: each over people, then over majors."""
    figures = []
    measures: tuple[Callable[[Result], float], ...] = (
        lambda r: r.percentile,
        lambda r: float(r.place < 1),
        lambda r: float(r.place < 3),
    )
    for measure in measures:
        by_major: dict[str, list[float]] = {}
        for result in results:
            by_major.setdefault(result.major, []).append(measure(result))
        figures.append(statistics.fmean(map(measure, results)))
        figures.append(statistics.fmean(statistics.fmean(values) for values in by_major.values()))
    return tuple(figures)


def print_row(name: str, figures: Sequence[float]) -> None:
    print(f"{name:46s}" + "".join(f"{figure:8.3f}" for figure in figures), flush=True)


def cross_validate(
    rules: Sequence[Rule], people: Sequence[Person], ids: Sequence[str]
) -> tuple[list[Result], list[str]]:
    """The results of people by the rule that was best on the other folds; and which these were."""
    judged = [judge(rule, people, ids) for rule in rules]
    chosen, held = [], []
    for fold in range(FOLDS):

        def merit(n: int, fold: int = fold) -> tuple[bool, float]:
            figures = summarise([r for i, r in enumerate(judged[n]) if i % FOLDS != fold])
            return figures[0] >= LEAST_PERCENTILE, figures[5]

        best = max(range(len(rules)), key=merit)
        chosen.append(rules[best].name)
        held += judged[best][fold::FOLDS]
    return held, chosen


# Whether stability comes true


def compare_halves(
    people: Sequence[Person], careers: Sequence[Candidate], method: Method, single_item: float
) -> list[tuple[float, bool]]:
    """Of each career of a list from every other item, its stability and whether the other items list it too."""
    pairs = []
    with mock.patch.object(matching, "redraw", partial(redraw, single_item=single_item)):
        for person in people:
            halves = [profile_of(person.answers, range(start, ITEMS, 2)) for start in (0, 1)]
            if min(halves[0].counts + halves[1].counts) == 0:
                continue
            really = {m.id[:7] for m in match_careers(halves[1], careers, method, draws=0, a_field=A_FIELD).matches}
            if really:
                pairs += [
                    (m.stability, m.id[:7] in really)
                    for m in match_careers(halves[0], careers, method, a_field=A_FIELD).matches
                ]
    return pairs


class Bin(NamedTuple):
    """Cases, what was predicted of them on average, and what came."""

    cases: int
    predicted: float
    came: float


def make_bins(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Ten bins of equal width; those without a case are left out."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for pair in pairs:
        bins[min(9, int(pair[0] * 10 + 1e-9))].append(pair)
    return [_bin(one) for one in bins if one]


def make_deciles(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Ten bins of equally many cases."""
    ranked = sorted(pairs)
    return [_bin(ranked[len(ranked) * n // 10 : len(ranked) * (n + 1) // 10]) for n in range(10)]


def _bin(pairs: Sequence[tuple[float, bool]]) -> Bin:
    return Bin(len(pairs), statistics.fmean(p for p, _ in pairs), statistics.fmean(float(c) for _, c in pairs))


def error_of(bins: Sequence[Bin], *, weighted: bool = False, least: int = 1) -> float:
    """The mean absolute difference of predicted and come, over bins of at least so many cases."""
    kept = [one for one in bins if one.cases >= least]
    weights = [one.cases if weighted else 1 for one in kept]
    return math.fsum(w * abs(b.predicted - b.came) for w, b in zip(weights, kept, strict=True)) / math.fsum(weights)


# The parts of the report


def report_rules(people: Sequence[Person], careers: Sequence[Candidate]) -> None:
    ids, ratings = [c.id for c in careers], [c.interests for c in careers]
    norm, spread = scale_stats([person.scores for person in people])
    print(f"\n{len(people)} people, {len(careers)} occupations")
    print(f"{'':46s}" + "".join(f"{word:>8s}" for word in ("pct", "macro", "top 1", "macro", "top 3", "macro")))
    shown = []
    for rule in make_rules(ratings, read_employment(ids), norm, spread):
        results = judge(rule, people, ids)
        print_row(rule.name, summarise(results))
        shown.append(results)
    held, chosen = cross_validate(make_tuned(ratings, norm), people, ids)
    print_row("tuned with help of the majors, on held-out folds", summarise(held))
    print("  chosen: " + "; ".join(chosen))
    print("in the first three, by major: published, careers")
    for major in MAJORS:
        hits = [statistics.fmean(float(r.place < 3) for r in results if r.major == major) for results in shown[:2]]
        print(f"  {major:20s} {hits[0]:.2f} {hits[1]:.2f}")
    means, spreads = scale_stats(ratings)
    far = max(abs(a - b) for a, b in zip(means + spreads, matching.ATLAS_MEANS + matching.ATLAS_SPREADS, strict=True))
    print(f"means and spreads in core/matching.py are off those of the atlas by at most {far:.5f}")


def read_employment(ids: Sequence[str]) -> list[float]:
    """Employment, in thousands, shared out among the occupations of one 7-character code."""
    with (ROOT / "data/occupations/outlook_us.csv").open(encoding="utf-8", newline="") as file:
        known = {row["code"]: float(row["employment_from_k"] or 0) for row in csv.DictReader(file)}
    codes = [id_[:7] for id_ in ids]
    return [known.get(code, 0.0) / codes.count(code) for code in codes]


def report_stability(people: Sequence[Person], careers: Sequence[Candidate], count: int) -> None:
    shuffled = [*people[::2], *people[1::2]]
    step = max(1, len(shuffled) // 2 // count)
    tuning, checking = shuffled[: len(shuffled) // 2 : step * 4], shuffled[len(shuffled) // 2 :: step][:count]
    print(f"\nreliability of one item, chosen on {len(tuning)} people by the weighted error (careers, published):")
    for single_item in SINGLE_ITEMS:
        errors = [
            error_of(make_bins(compare_halves(tuning, careers, method, single_item)), weighted=True)
            for method in ("careers", "published")
        ]
        print(f"  {single_item:.1f}  {errors[0]:.3f}  {errors[1]:.3f}", flush=True)
    for method in ("careers", "published"):
        pairs = compare_halves(checking, careers, method, SINGLE_ITEM)
        bins = make_bins(pairs)
        print(f"\n{method}, single item {SINGLE_ITEM}: {len(checking)} other people, {len(pairs)} careers")
        print("  cases  predicted  came")
        for one in bins:
            print(f"  {one.cases:5d}  {one.predicted:9.2f}  {one.came:4.2f}")
        total = _bin(pairs)
        print(f"  {total.cases:5d}  {total.predicted:9.2f}  {total.came:4.2f}  all")
        print(
            f"  mean absolute difference: weighted {error_of(bins, weighted=True):.3f},"
            f" bins equal {error_of(bins):.3f},"
            f" bins of {LEAST_CASES} and more equal {error_of(bins, least=LEAST_CASES):.3f},"
            f" ten bins of equal size {error_of(make_deciles(pairs)):.3f}",
            flush=True,
        )


def limit_fields(
    found: Sequence[matching.RankedMatch], size: int, most: int, fields: int
) -> list[matching.RankedMatch]:
    """The first `size` with at most so many of a field, from at most so many fields."""
    counts: dict[str, int] = {}
    kept: list[matching.RankedMatch] = []
    for match in found:
        if counts.get(match.family, 0) < most and (match.family in counts or len(counts) < fields):
            counts[match.family] = counts.get(match.family, 0) + 1
            kept.append(match)
    return kept[:size]


def report_lists(people: Sequence[Person], careers: Sequence[Candidate], count: int) -> None:
    ways = {
        "the seven best": (7, 99, 99),
        "the ten best": (10, 99, 99),
        "the five best": (5, 99, 99),
        "at most two a field": (7, 2, 99),
        "at most three a field": (7, 3, 99),
        "three fields": (7, 99, 3),
    }
    some = [p for p in people if all(all(scale) for scale in p.answers)]
    some = some[:: max(1, len(some) // count)]
    for method in matching.SCORE_METHODS:
        lists = [
            [match_careers(profile_of(p.answers, range(start, ITEMS, 2)), careers, method, 80, 0).matches for p in some]
            for start in (0, 1)
        ]
        print(f"\nlists, {method}: careers that the other half lists too, fields")
        for name, way in ways.items():
            shares, fields = [], []
            for one, other in zip(*lists, strict=True):
                first, second = limit_fields(one, *way), limit_fields(other, *way)
                if first and second:
                    shares.append(len({m.id[:7] for m in first} & {m.id[:7] for m in second}) / len(first))
                    fields.append(len({m.family for m in first}))
            print(f"  {name:24s} {statistics.fmean(shares):.2f}  {statistics.fmean(fields):.1f}", flush=True)
        for each in (2, 5, 10):
            found = [
                match_careers(Profile(p.scores, (each,) * 6), careers, method, a_field=A_FIELD).matches
                for p in some[::7]
            ]
            mean = statistics.fmean(match.stability for matches in found for match in matches)
            best = statistics.fmean(matches[0].stability for matches in found if matches)
            print(f"  stability with {6 * each} items: {mean:.2f}, of the first {best:.2f}", flush=True)


def make_items(each: int) -> list[InterestItem]:
    """The respondents' items, types in turns."""
    return [
        InterestItem(id=f"{scale}{n}", scale=scale, length="full", text="") for n in range(each) for scale in SCALES
    ]


def count_refusals(people: Sequence[Person], each: int) -> dict[str, int]:
    """How many of the people who answered everything would be refused, by reason."""
    items = make_items(each)
    found: dict[str, int] = {"people": 0, "few": 0, "flat": 0, "careless": 0}
    for person in people:
        if all(all(scale[:each]) for scale in person.answers):
            found["people"] += 1
            answers = {item.id: person.answers[SCALES.index(item.scale)][int(item.id[1:])] for item in items}
            refused = find_refusal(items, answers)
            if refused:
                found[refused] += 1
    return found


def report_people(people: Sequence[Person], careers: Sequence[Candidate], count: int) -> None:
    print("\nrefused, of those who answered everything")
    for each in (2, 5, ITEMS):
        found = count_refusals(people, each)
        print(f"  {6 * each:2d} items: " + ", ".join(f"{name} {n}" for name, n in found.items()))
    some = people[:: max(1, len(people) // count)]
    for method in matching.SCORE_METHODS:
        labels = [match_careers(Profile(p.scores, (ITEMS,) * 6), careers, method, draws=0) for p in some]
        passing = {name: statistics.median(m.passing[name] for m in labels if m.matches) for name in ("best", "great")}
        print(f"median of careers that get a label, {method}: {passing}; by chance {labels[0].chance}")
    first = sum(len(rank_letters(Profile(p.scores, (ITEMS,) * 6))[0]) == 1 for p in some) / len(some)
    print(f"a first letter that stands alone: {first:.2f}")


def main() -> int:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--people", type=int, default=2000, help="how many stability is checked on")
    options = parser.parse_args()
    if not (options.data / RESPONDENTS).is_file():
        print(f"there are no respondents in {options.data}: nothing can be measured")
        return 1
    people, careers = read_people(options.data), read_careers()
    report_people(people, careers, options.people)
    report_rules(people, careers)
    report_lists(people, careers, options.people // 2)
    report_stability(people, careers, options.people)
    return 0


if __name__ == "__main__":
    sys.exit(main())
