"""Does the matching find people's own field, and does the stability that it states come true? On real respondents.

Usage: python benchmarks/matching.py [--data ../shared/data] [--people 2000] [--scores | --answers]

`--data` is a folder that has respondents, or a file of their shape. `--answers` prints the first part alone, `--scores`
the others; all of it takes half an hour.

1. The rule by answers (`matching_answers.py`): what it finds, how steady its lists are, whether the stability and the
   chance that it states come true, what other constants would give, and how many activities it takes
   (`matching_lengths.py`).
2. Rules by six scores: where the occupation that stands for a person's college major comes among all occupations, and
   among those of the 13 majors. `macro` is the mean over majors, so that the many psychologists do not drown the rest.
3. A rule with four tuned constants, chosen on four fifths of the people and measured on the last, in turns.
4. Stability of those: from half of a person's answers, against what the other half gives. The one constant of the
   redraws is chosen on people of its own, and checked on others.
5. Other ways to make the list. Refusals, labels and tied letters of real people.
"""

import argparse
import csv
import statistics
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from unittest import mock

from matching_answers import read_foreign, report_answers
from matching_lengths import report_lengths
from matching_people import (
    FOLDS,
    ITEMS,
    LEAST_CASES,
    MAJORS,
    ROOT,
    Person,
    Result,
    error_of,
    find_respondents,
    make_bin,
    make_bins,
    make_deciles,
    print_row,
    profile_of,
    read_careers,
    read_people,
    summarise,
)
from matching_rules import Rule, make_rules, make_tuned, scale_stats

from careercli.core.quiz import matching
from careercli.core.quiz.interests import SCALES, InterestItem, Profile, find_refusal, rank_letters
from careercli.core.quiz.matching import A_FIELD, Candidate, Method, match_careers
from careercli.core.quiz.redraws import SINGLE_ITEM, redraw

#: What the tuned rule is chosen for: macro top-3, where the percentile is at least this.
LEAST_PERCENTILE = 0.81
SINGLE_ITEMS = (0.3, 0.4, 0.5, 0.6, 0.8, 1.0)


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
        total = make_bin(pairs)
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
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data", help="a folder, or a file")
    parser.add_argument("--people", type=int, default=2000, help="how many stability is checked on")
    parts = parser.add_mutually_exclusive_group()
    parts.add_argument("--answers", action="store_true", help="the rule by answers alone")
    parts.add_argument("--scores", action="store_true", help="the rules by scores alone")
    options = parser.parse_args()
    if find_respondents(options.data) is None:
        print(f"there are no respondents in {options.data}: nothing can be measured")
        return 1
    people, careers = read_people(options.data), read_careers()
    if not options.scores:
        report_answers(people, careers, options.people)
        report_lengths(read_foreign(careers), careers, people[:: max(1, len(people) // 100)][:100])
    if not options.answers:
        report_people(people, careers, options.people)
        report_rules(people, careers)
        report_lists(people, careers, options.people // 2)
        report_stability(people, careers, options.people)
    return 0


if __name__ == "__main__":
    sys.exit(main())
