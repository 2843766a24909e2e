"""The respondents and occupations that the rules of matching are measured on, and the figures that are made of them."""

import csv
import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from careercli.core.quiz.interests import SCALES, Profile
from careercli.core.quiz.matching import Candidate, Vector, own_share

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


def find_respondents(data: Path) -> Path | None:
    """The file of respondents in a folder, or that is given itself; None where there is none."""
    return next((path for path in (data, data / RESPONDENTS) if path.is_file()), None)


def read_people(data: Path, limit: int | None = None) -> list[Person]:
    """The respondents who have an answer in every scale and not six equal scores."""
    people = []
    with (find_respondents(data) or data / RESPONDENTS).open(encoding="utf-8", newline="") as file:
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
    with (ROOT / "data/occupations/outlook_us.csv").open(encoding="utf-8", newline="") as file:
        openings = {row["code"]: 1000 * float(row["openings_k"] or 0) for row in csv.DictReader(file)}
    with (ROOT / "data/occupations/occupations.csv").open(encoding="utf-8", newline="") as file:
        return [
            Candidate(
                row["code"],
                "occupation",
                row["label"],
                row["code"][:2],
                tuple(float(row[s]) for s in SCALES),
                code=row["code"],
                openings=openings.get(row["code"][:7], 0.0) * own_share(row["code"]),
            )
            for row in csv.DictReader(file)
            if row["R"]
        ]


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
    return [make_bin(one) for one in bins if one]


def make_deciles(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Ten bins of equally many cases."""
    ranked = sorted(pairs)
    return [make_bin(ranked[len(ranked) * n // 10 : len(ranked) * (n + 1) // 10]) for n in range(10)]


def make_bin(pairs: Sequence[tuple[float, bool]]) -> Bin:
    return Bin(len(pairs), statistics.fmean(p for p, _ in pairs), statistics.fmean(float(c) for _, c in pairs))


def error_of(bins: Sequence[Bin], *, weighted: bool = False, least: int = 1) -> float:
    """The mean absolute difference of predicted and come, over bins of at least so many cases."""
    kept = [one for one in bins if one.cases >= least]
    weights = [one.cases if weighted else 1 for one in kept]
    return math.fsum(w * abs(b.predicted - b.came) for w, b in zip(weights, kept, strict=True)) / math.fsum(weights)
