"""What the rule by answers gives on real people; `matching.py` prints it.

It is the program's own (`core/quiz/by_answers.py`, `core/quiz/field_list.py`), given the 48 activities that the
respondents rated and how near those lie to each occupation (`foreign_nearness.csv`, made by `tools/nearness.py`).
Nothing is trained on these people: five parts of them show how far the figures scatter.
"""

import csv
import random
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Any, NamedTuple
from unittest import mock

import yaml
from matching_people import (
    FOLDS,
    ITEMS,
    MAJORS,
    ROOT,
    Person,
    Result,
    error_of,
    make_bin,
    make_bins,
    print_row,
    profile_of,
    summarise,
)

from careercli.core.quiz import by_answers, field_list
from careercli.core.quiz.by_answers import Atlas, RatedOccupation, field_of
from careercli.core.quiz.field_list import REDRAWS, match_answers
from careercli.core.quiz.interests import SCALES, InterestItem, asked_at, find_flat
from careercli.core.quiz.matching import A_FIELD, SIZE, Candidate, Matching, Method, Vector, match_careers

FOREIGN = ROOT / "benchmarks"
#: What other constants would give: of which module, and what it is set to.
VARIANTS: dict[str, dict[tuple[Any, str], float]] = {
    "types at a weight of 1.5": {(by_answers, "TYPES"): 1.5},
    "types at a weight of 0.7": {(by_answers, "TYPES"): 0.7},
    "the answers alone": {(by_answers, "TYPES"): 1e-9},
    "without the field's mean": {(by_answers, "FIELD"): 0.0, (field_list, "FIELD"): 0.0},
    "the field's mean at .2": {(by_answers, "FIELD"): 0.2, (field_list, "FIELD"): 0.2},
    "fields ranked by their best career": {(field_list, "BEST_OF"): 1, (field_list, "MORE"): 0},
    "any number of fields of a major group": {(field_list, "OF_MAJOR"): 99},
}
SCATTERS = (2.0, 2.4, 2.8, 3.2)
#: Every so many of the items of a type: halves of 24 items, and quarters of 12.
HALVES = {24: 2, 12: 4}


class Questionnaire(NamedTuple):
    """Items, types in turns, and the atlas with how near each lies to each occupation."""

    items: tuple[InterestItem, ...]
    atlas: Atlas


def read_foreign(careers: Sequence[Candidate]) -> Questionnaire:
    """The 48 items of the respondents."""
    texts = yaml.safe_load((FOREIGN / "foreign_items.yaml").read_text(encoding="utf-8"))
    ids = [f"{scale}{n}" for n in range(1, ITEMS + 1) for scale in SCALES]
    items = tuple(InterestItem(id=id_, scale=id_[0], length="full", text=texts[id_]["text"]) for id_ in ids)
    return Questionnaire(items, _read_atlas("benchmarks/foreign_nearness.csv", careers))


def read_ours(careers: Sequence[Candidate]) -> Questionnaire:
    """Our own 60 items."""
    listed = yaml.safe_load((ROOT / "data/quiz/interests.yaml").read_text(encoding="utf-8"))["items"]
    items = tuple(InterestItem(**{**item, "text": item["text"]["en"]}) for item in listed)
    return Questionnaire(items, _read_atlas("data/occupations/nearness.csv", careers))


def _read_atlas(name: str, careers: Sequence[Candidate]) -> Atlas:
    with (ROOT / name).open(encoding="utf-8", newline="") as file:
        rows = {row.pop("code"): row for row in csv.DictReader(file)}
    ids = tuple(next(iter(rows.values())))
    steps = {code: bytes(int(row[id_]) for id_ in ids) for code, row in rows.items()}
    return Atlas(tuple(RatedOccupation(c.id, c.interests, steps[c.id]) for c in careers), ids)


class AnswerRule(by_answers.AnswerRule):
    """The program's rule, which remembers how the occupations look for the same activities: many people, one form."""

    _seen: dict[tuple[object, ...], Any] = {}

    def _vectors_of(self, ratings: Vector, nearness: bytes | None) -> Any:
        key = (ratings, nearness, tuple(item.id for item in self.items))
        if key not in self._seen:
            if len(self._seen) > 60_000:
                self._seen.clear()
            self._seen[key] = super()._vectors_of(ratings, nearness)
        return self._seen[key]


def answers_of(person: Person, items: Iterable[InterestItem], places: Iterable[int] = range(ITEMS)) -> dict[str, int]:
    """What somebody answered to some items, by their places within their types; without those left out."""
    kept = set(places)
    given = {
        item.id: person.answers[SCALES.index(item.scale)][int(item.id[1:]) - 1]
        for item in items
        if int(item.id[1:]) - 1 in kept
    }
    return {id_: answer for id_, answer in given.items() if answer}


# What it finds


def judge_answers(form: Questionnaire, people: Iterable[Person]) -> list[Result]:
    """Of each person, where the own occupation comes."""
    results = []
    for person in people:
        rule = AnswerRule(form.items, answers_of(person, form.items), form.atlas)
        fits = {one.code: rule.fit(one.code, one.ratings) for one in form.atlas.occupations}
        mine = fits[MAJORS[person.major]]
        below = sum(fit < mine for fit in fits.values()) + (list(fits.values()).count(mine) - 1) / 2
        place = sum(fits[code] > mine for code in MAJORS.values())
        results.append(Result(person.major, below / (len(fits) - 1), place))
    return results


def report_found(form: Questionnaire, people: Sequence[Person]) -> None:
    print(f"\n{len(people)} people, {len(form.atlas.occupations)} occupations, the rule by answers")
    print(f"{'':46s}" + "".join(f"{word:>8s}" for word in ("pct", "macro", "top 1", "macro", "top 3", "macro")))
    results = judge_answers(form, people)
    print_row("answers", summarise(results))
    for fold in range(FOLDS):
        print_row(f"  part {fold + 1} of the people", summarise(results[fold::FOLDS]))
    print("in the first three, by major")
    for major in MAJORS:
        print(f"  {major:20s} {statistics.fmean(float(r.place < 3) for r in results if r.major == major):.2f}")


# How steady it is


class Shares(NamedTuple):
    """How much of a list another one has too: of its careers' fields and of its careers."""

    fields: float
    careers: float


class Pairs(NamedTuple):
    """Stability that was stated, and whether it came true: of careers, and of fields."""

    careers: list[tuple[float, bool]]
    fields: list[tuple[float, bool]]


Lister = Callable[[Person, range], Matching | None]


def list_by_answers(
    form: Questionnaire, careers: Sequence[Candidate], draws: int, person: Person, places: range
) -> Matching | None:
    """The list of somebody by some of their answers; None where these cannot be ranked."""
    profile = profile_of(person.answers, places)
    if min(profile.counts) == 0 or find_flat(profile):
        return None
    rule = AnswerRule(form.items, answers_of(person, form.items, places), form.atlas)
    return match_answers(rule, careers, draws=draws)


def list_by_scores(method: Method, careers: Sequence[Candidate], person: Person, places: range) -> Matching | None:
    """The same by a rule that goes by six scores."""
    profile = profile_of(person.answers, places)
    if min(profile.counts) == 0 or find_flat(profile):
        return None
    return match_careers(profile, careers, method, draws=0, a_field=A_FIELD)


def overlaps(people: Iterable[Person], lister: Lister, step: int) -> list[Shares]:
    """By person, how much of the list from one part of the items that from another has too."""
    shares = []
    for person in people:
        one, other = (lister(person, range(start, ITEMS, step)) for start in (0, 1))
        if one and other:
            shares.append(_shared([m.id for m in one.matches], [m.id for m in other.matches]))
    return shares


def mean_of(shares: Iterable[Shares]) -> Shares:
    """The mean over people."""
    return Shares(*(statistics.fmean(column) for column in zip(*shares, strict=True)))


def _shared(one: Sequence[str], other: Sequence[str]) -> Shares:
    fields, groups = set(map(field_of, other)), {id_[:7] for id_ in other}
    return Shares(
        statistics.fmean(float(field_of(id_) in fields) for id_ in one),
        statistics.fmean(float(id_[:7] in groups) for id_ in one),
    )


def compare_parts(
    form: Questionnaire, careers: Sequence[Candidate], people: Iterable[Person], step: int, scatter: float | None = None
) -> Pairs:
    """Of the lists from one part of the items, what was stated, and whether the list of another part has it."""
    pairs = Pairs([], [])
    with mock.patch.object(by_answers, "SCATTER", scatter or by_answers.SCATTER):
        for person in people:
            one = list_by_answers(form, careers, REDRAWS, person, range(0, ITEMS, step))
            other = list_by_answers(form, careers, 0, person, range(1, ITEMS, step))
            if one and other:
                groups, fields = {m.id[:7] for m in other.matches}, {field.id for field in other.fields}
                pairs.careers.extend((m.stability, m.id[:7] in groups) for m in one.matches)
                pairs.fields.extend((field.stability or 0.0, field.id in fields) for field in one.fields)
    return pairs


def report_lists(form: Questionnaire, careers: Sequence[Candidate], people: Sequence[Person], count: int) -> None:
    some = people[:: max(1, len(people) // count)][:count]
    listers: dict[str, Lister] = {
        "answers": partial(list_by_answers, form, careers, 0),
        "published": partial(list_by_scores, "published", careers),
        "careers": partial(list_by_scores, "careers", careers),
    }
    print(f"\nof lists of {SIZE}, what the list from other items has too, of {len(some)} people: fields, careers")
    for name, lister in listers.items():
        for number, step in HALVES.items():
            shares = overlaps(some, lister, step)
            means = [mean_of(shares), *(mean_of(shares[fold::FOLDS]) for fold in range(FOLDS))]
            whole, *parts = [f"{mean.fields:.3f}  {mean.careers:.3f}" for mean in means]
            print(f"  {name:10s} {number} items and {number} others  {whole}; by parts " + "; ".join(parts), flush=True)


def report_stability(form: Questionnaire, careers: Sequence[Candidate], people: Sequence[Person], count: int) -> None:
    half = [*people[::2], *people[1::2]]
    step = max(1, len(half) // 2 // count)
    tuning, checking = half[: len(half) // 2 : step * 8], half[len(half) // 2 :: step][:count]
    print(
        f"\nscatter of the redraws, on {len(tuning)} people, weighted error of careers and of fields, 24 and 12 items:"
    )
    for scatter in SCATTERS:
        found = [compare_parts(form, careers, tuning, step, scatter) for step in HALVES.values()]
        errors = [error_of(make_bins(pairs), weighted=True) for parts in found for pairs in parts]
        print(f"  {scatter:.2f}  " + "  ".join(f"{error:.3f}" for error in errors), flush=True)
    for number, step in HALVES.items():
        parts = compare_parts(form, careers, checking, step)
        for kind, pairs in zip(Pairs._fields, parts, strict=True):
            print(f"\nstability of {kind}, {number} items, scatter {by_answers.SCATTER}, {len(checking)} other people")
            print("  cases  predicted  came")
            for one in (*make_bins(pairs), make_bin(pairs)):
                print(f"  {one.cases:5d}  {one.predicted:9.2f}  {one.came:4.2f}")
            print(
                f"  mean absolute difference, bins weighted: {error_of(make_bins(pairs), weighted=True):.3f}",
                flush=True,
            )


# What chance gives, and other constants


def deal(forms: Mapping[str, Questionnaire], people: Sequence[Person]) -> dict[tuple[str, int], list[float]]:
    """The fits that answers of people give which are dealt to items at random, in the labels' standard deviations."""
    dealer = random.Random(48)
    fits: dict[tuple[str, int], list[float]] = {}
    for person in people:
        given = [answer for scale in person.answers for answer in scale if answer]
        for name, form in forms.items():
            for items in _lengths(form.items):
                answers = dict(zip((item.id for item in items), dealer.choices(given, k=len(items)), strict=True))
                if len(set(answers.values())) == 1:
                    continue
                rule = AnswerRule(items, answers, form.atlas)
                if not find_flat(rule.profile):
                    dealt = (rule.fit(one.code, one.ratings) / rule.by_chance for one in form.atlas.occupations)
                    fits.setdefault((name, len(items)), []).extend(dealt)
    return fits


def _lengths(items: Sequence[InterestItem]) -> list[tuple[InterestItem, ...]]:
    """The questionnaires that are tried: two and five of a type, and all."""
    if items[0].length == "full":
        return [tuple(items[: 6 * each]) for each in (2, 5, ITEMS)]
    return [asked_at(items, "short"), asked_at(items, "standard"), tuple(items)]


def report_chance(forms: Mapping[str, Questionnaire], people: Sequence[Person]) -> None:
    print(f"\nanswers of {len(people)} people dealt to items at random: careers that get a label, standard deviation")
    for (name, number), fits in deal(forms, people).items():
        shares = [(label, sum(fit >= bound for fit in fits) / len(fits)) for bound, label, _ in by_answers.LABELS]
        said = ", ".join(f"{label} or better {share:.1%}" for label, share in shares)
        print(f"  {name}, {number} items: {said}; {statistics.pstdev(fits):.3f} of the one stated", flush=True)


def report_variants(form: Questionnaire, careers: Sequence[Candidate], people: Sequence[Person]) -> None:
    print(f"\nother constants, {len(people)} people: percentile, top 1, top 3 (macro); fields, careers that stay")
    lister = partial(list_by_answers, form, careers, 0)
    for name, constants in {"as it is": {}, **VARIANTS}.items():
        with ExitStack() as stack:
            for (module, constant), value in constants.items():
                stack.enter_context(mock.patch.object(module, constant, value))
            figures, shares = summarise(judge_answers(form, people)), mean_of(overlaps(people, lister, 2))
            print_row(name, (*figures[1::2], *shares))


def report_answers(people: Sequence[Person], careers: Sequence[Candidate], count: int) -> None:
    """Print all that is measured of the rule by answers."""
    form = read_foreign(careers)
    report_chance({"theirs": form, "ours": read_ours(careers)}, people[:: max(1, len(people) // 120)])
    report_found(form, people)
    report_lists(form, careers, people, count)
    report_stability(form, careers, people, count // 2)
    report_variants(form, careers, people[:: max(1, len(people) * 2 // count)][: count // 2])
