"""Which careers fit six interest scores: a short list, how steady it is, and what chance alone would give.

Two rules that go by six scores, both a correlation of the person's six scores with six numbers of a career:

- `published`: with its ratings as they are, as the official profiler does.
- `careers`: with its ratings as far above or below those of all occupations, in standard deviations of each type.
  Most occupations are rated low on Artistic and high on Conventional work. So a rating of 3 is much for the one and
  little for the other, and what sets a career apart counts.

`docs/method.md` has the reasons and figures; `benchmarks/matching.py` measures them again.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from careercli.core.careers.measures import Measures
from careercli.core.quiz.answers import HIGHEST, LOWEST
from careercli.core.quiz.interests import InterestItem, Profile, find_flat, score_items
from careercli.core.quiz.redraws import redraw

Method = Literal["published", "careers", "answers"]
Label = Literal["best", "great"]
Vector = tuple[float, ...]

METHODS: tuple[Method, ...] = get_args(Method)
#: Those that go by six scores alone; `answers` is in `by_answers` and `field_list`.
SCORE_METHODS: tuple[Method, ...] = ("published", "careers")
#: Means and standard deviations (of the whole, not of a sample) of the ratings of the 923 occupations of O*NET 30.1.
#: They are fixed here, so that a career's fit does not hang on which others it is matched with.
ATLAS_MEANS = (4.5780, 3.3655, 1.9332, 2.9389, 2.8201, 4.5318)
ATLAS_SPREADS = (1.9236, 1.6843, 1.2080, 1.7429, 1.6077, 0.9983)
#: The labels, with the least correlation and the chance of it. For six points .729 and .608 are the one-tailed
#: critical values at 5 % and 10 %. The `careers` rule is a correlation of six points too.
LABELS: tuple[tuple[float, Label, float], ...] = ((0.729, "best", 0.05), (0.608, "great", 0.10))
SIZE, TOP = 7, 3
#: Careers of one field in a list, at most; a field is the digits of a code that name its major group.
A_FIELD, FIELD_DIGITS = 2, 2
#: Digits of a code that name its minor group.
MINOR_DIGITS = 4
#: How the code of an occupation ends that is no part of another; and what part of a whole one's openings a part counts.
_WHOLE, WITHIN = ".00", 0.1
DRAWS = 200
PIVOTS = 3
#: How many of the nearest careers are looked at first, for a bound on the others, and from how many points of view.
_FIRST, _ANCHORS = 60, 4
#: A person less correlated than this with all anchors becomes one.
_NEAR = 0.75
#: More than rounding can do to a bound.
_SLACK = 1e-9
#: Six numbers closer together than this are all the same: no correlation.
_EQUAL = 1e-12


class Candidate(NamedTuple):
    """A career that can be matched: its ratings, 1 to 7, in RIASEC order.

    `stands_for` holds the code of the occupation that a guide is exactly; `code` is that of the occupation whose
    ratings it has, empty for a guide with ratings of its own; it has so many `openings` a year, as far as is known.
    """

    id: str
    kind: Literal["role", "occupation"]
    name: str
    family: str
    interests: Vector
    stands_for: tuple[str, ...] = ()
    code: str = ""
    openings: float | None = None

    @property
    def field(self) -> str:
        """The minor group of the classification that it is in; its own id where it is in none."""
        return self.code[:MINOR_DIGITS] or self.id


def as_candidates(careers: Iterable[Measures]) -> list[Candidate]:
    """The careers that can be matched, of those that are known in numbers: those with ratings. Names are left empty.

    The family of a guide is that of the occupation whose ratings it has.
    """
    return [
        Candidate(
            career.id,
            career.kind,
            "",
            (career.stand_in or career.id)[:FIELD_DIGITS],
            career.interests,
            (career.stand_in,) if career.stand_in and career.match == "exact" else (),
            career.stand_in or (career.id if career.kind == "occupation" else ""),
            None if career.openings is None else career.openings * own_share(career.stand_in or career.id),
        )
        for career in careers
        if career.interests
    ]


def own_share(code: str) -> float:
    """Which part of a figure an occupation may count as its own: a part of a code has that of the whole code."""
    return 1 if code.endswith(_WHOLE) else WITHIN


class RankedMatch(NamedTuple):
    """A career of the list.

    `fit` is a correlation, -1 to 1; `pulls` are what each type gives to it, in RIASEC order: they add up to it.
    `label` is `best`, `great` or empty. `stability` is the share of redraws in which it, or a twin, is in the list.
    `twins` are other careers of its group, which stand behind it: guides first.
    """

    id: str
    kind: Literal["role", "occupation"]
    name: str
    family: str
    rank: int
    fit: float
    label: str
    stability: float
    pulls: Vector
    twins: tuple[str, ...] = ()


class RankedField(NamedTuple):
    """A field of the list: the fit of its best career, and the ids of the one that leads it and of another one.

    The best one leads, or one that fits nearly as well and has more openings; then the best one is the other.
    `stability` is the share of redraws in which the field is in the list; None where no rule tells.
    """

    id: str
    fit: float
    stability: float | None
    matches: tuple[str, ...]


class Matching(NamedTuple):
    """The list; and by label, how many of the candidates would get at least it by chance, and how many really do.

    Chance is what the critical values stand for: about 5 % and 10 % for scores that are dealt to types at random.
    """

    method: Method
    matches: tuple[RankedMatch, ...]
    chance: dict[Label, int]
    passing: dict[Label, int]
    fields: tuple[RankedField, ...] = ()


class Pivot(NamedTuple):
    """An answer (item id, 1 to 5 now) which, given as `then`, would make another top three: the ids, best first."""

    item: str
    now: int
    then: int
    top: tuple[str, ...]


def match_careers(
    profile: Profile,
    candidates: Sequence[Candidate],
    method: Method = "careers",
    size: int = SIZE,
    draws: int = DRAWS,
    a_field: int = 0,
) -> Matching:
    """The careers that fit a profile best, at most `size`, best first; no two of a group, nor more `a_field` than that.

    A group is the occupations of one 7-character code, a guide that is exactly one of them, and a guide with the
    ratings of one. It is represented by its best; of equal ones, by the guide that is exactly the occupation, then a
    guide, then the lowest id. A flat profile (`find_flat`) has no list, nor have careers with six equal ratings a fit.
    """
    if find_flat(profile):
        return Matching(method, (), {}, {})
    field = _Field(candidates, method, profile, a_field)
    top = field.best(field.person, size)
    drawn = map(unit, redraw(profile, draws))
    kept = field.count_kept(top, size, (person for person in drawn if any(person)))
    matches = tuple(
        field.match(n, rank, kept[field.groups[n]] / draws if draws else 1.0) for rank, n in enumerate(top, 1)
    )
    chance = {label: round(share * len(field.careers)) for _, label, share in LABELS}
    passing = {label: sum(fit >= bound for fit in field.fits) for bound, label, _ in LABELS}
    return Matching(method, matches, chance, passing)


def find_pivots(
    items: Sequence[InterestItem],
    answers: Mapping[str, int],
    candidates: Sequence[Candidate],
    method: Method,
    limit: int = PIVOTS,
    a_field: int = 0,
) -> tuple[Pivot, ...]:
    """The single answers which, changed, would change who is in the top three: the smallest change first.

    `items` are those asked. All answers of a type count the same, so that of one type and change only the first
    item that can change so is named. Empty for a flat profile; a change that makes the profile flat is none.
    """
    profile = score_items(items, answers)
    if find_flat(profile):
        return ()
    field = _Field(candidates, method, profile, a_field)
    now = {field.groups[n] for n in field.best(field.person, TOP)}
    tops: dict[tuple[str, int], list[int]] = {}
    pivots: dict[tuple[str, bool], Pivot] = {}
    for scale, id_, change in _changes(items, answers):
        if len(pivots) == limit:
            break
        if (scale, change > 0) in pivots:
            continue
        then = answers[id_] + change
        if (scale, change) not in tops:
            changed = score_items(items, {**answers, id_: then})
            tops[scale, change] = [] if find_flat(changed) else field.best(unit(changed.scores), TOP)
        top = tops[scale, change]
        if top and {field.groups[n] for n in top} != now:
            ids = tuple(field.careers[n].id for n in top)
            pivots[scale, change > 0] = Pivot(id_, answers[id_], then, ids)
    return tuple(pivots.values())


def unit(values: Sequence[float]) -> Vector:
    """Six values less their mean, at length 1: the product of two such is their correlation. Zeros for equal values."""
    a, b, c, d, e, f = values
    mean = (a + b + c + d + e + f) / 6
    a, b, c, d, e, f = a - mean, b - mean, c - mean, d - mean, e - mean, f - mean
    length = math.sqrt(a * a + b * b + c * c + d * d + e * e + f * f)
    if length < _EQUAL:
        return (0.0,) * 6
    return a / length, b / length, c / length, d / length, e / length, f / length


def direction(interests: Sequence[float], method: Method) -> Vector:
    """The six numbers of a career that `unit` of a person's scores is multiplied with, and summed, to give the fit."""
    if method == "published":
        return unit(interests)
    a, b, c, d, e, f = interests
    (ma, mb, mc, md, me, mf), (sa, sb, sc, sd, se, sf) = ATLAS_MEANS, ATLAS_SPREADS
    return unit(((a - ma) / sa, (b - mb) / sb, (c - mc) / sc, (d - md) / sd, (e - me) / se, (f - mf) / sf))


def label_of(fit: float) -> str:
    """The label of a fit; empty below the lowest."""
    return next((label for bound, label, _ in LABELS if fit >= bound), "")


def _changes(items: Sequence[InterestItem], answers: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Type, item and change of all that could be answered otherwise: the smallest change first, then up, then order."""
    changes = [
        (abs(then - answers[item.id]), then < answers[item.id], order, item.scale, item.id, then - answers[item.id])
        for order, item in enumerate(items)
        if item.id in answers
        for then in range(LOWEST, HIGHEST + 1)
        if then != answers[item.id]
    ]
    return [(scale, id_, change) for _, _, _, scale, id_, change in sorted(changes)]


class _Anchor:
    """All careers from one person's point of view, nearest first."""

    def __init__(self, person: Vector, vectors: Sequence[Vector]) -> None:
        fits = _products(person, vectors)
        ranked = sorted((-fit, n) for n, fit in enumerate(fits))
        self.fits = fits
        self.distances = [distance for distance, _ in ranked]
        self.places = [n for _, n in ranked]
        self.vectors = [vectors[n] for n in self.places]


class _Field:
    """The careers to choose from; of equal fits the one that stands before comes first."""

    def __init__(self, candidates: Sequence[Candidate], method: Method, profile: Profile, a_field: int = 0) -> None:
        known = in_order(candidates)
        directed = [(career, direction(career.interests, method)) for career in known]
        self.careers = [career for career, vector in directed if any(vector)]
        self.vectors = [vector for _, vector in directed if any(vector)]
        self.groups = group_careers(self.careers)
        families: dict[str, str] = {}  # one a group, so that who stands for it changes no field
        self.families = [
            families.setdefault(group, career.family) for group, career in zip(self.groups, self.careers, strict=True)
        ]
        self.a_field = a_field if len(set(self.families)) * a_field >= SIZE else 0  # too few fields for a whole list
        self.person = unit(profile.scores)
        self.anchors = [_Anchor(self.person, self.vectors)]
        self.viewpoints = [self.person]
        self.fits = self.anchors[0].fits

    def best(self, person: Vector, size: int) -> list[int]:
        """The best `size` for a person, one of a group, best first; exactly as if all had been looked at."""
        return [n for _, n in self._search(person, size, [], frozenset())]

    def count_kept(self, top: Sequence[int], size: int, people: Iterable[Vector]) -> dict[str, int]:
        """How many other people have each group of a list (`top`, at most `size`) in theirs."""
        kept = dict.fromkeys((self.groups[n] for n in top), 0)
        wanted = frozenset(kept)
        members = [n for n, group in enumerate(self.groups) if group in wanted]
        vectors = [self.vectors[n] for n in members]
        for person in people:
            fits = sorted((-fit, n) for fit, n in zip(_products(person, vectors), members, strict=True))
            for _, n in self._search(person, size, self._first(fits, size), wanted):
                kept[self.groups[n]] += 1
        return kept

    def _search(
        self, person: Vector, size: int, near: list[tuple[float, int]], wanted: frozenset[str]
    ) -> list[tuple[float, int]]:
        """The best for a person, or of them those of `wanted` groups, whose members are in `near` already.

        They are looked for around the nearest anchor, outwards, until nobody outside can matter. On the sphere of
        directions an angle is at most the sum of two others. So a career can only reach a fit if its angle to the
        anchor is at most that between anchor and person and that of the fit together. The fit to be reached is the
        `size`th best so far; or, where only some are wanted, the least of them that is still among the best.
        """
        apart, anchor = self._anchor(person)
        start, step = 0, _FIRST
        while True:
            listed = [pair for pair in near if self.groups[pair[1]] in wanted] if wanted else near
            if wanted and not listed:
                return []
            bound = -listed[-1][0] if wanted or len(listed) == size else -2.0
            end = bisect_left(anchor.distances, _SLACK - _reach(apart, bound))
            if start >= end:
                return listed
            stop = min(end, start + step)
            fits = zip(_products(person, anchor.vectors[start:stop]), anchor.places[start:stop], strict=True)
            near = self._first(sorted(near + [(-fit, n) for fit, n in fits if fit >= bound]), size)
            start, step = stop, step * 2

    def match(self, n: int, rank: int, stability: float) -> RankedMatch:
        """A career of the list."""
        career, fit = self.careers[n], self.fits[n]
        pulls = tuple(a * b for a, b in zip(self.person, self.vectors[n], strict=True))
        twins = tuple(self.careers[m].id for m, g in enumerate(self.groups) if g == self.groups[n] and m != n)
        return RankedMatch(
            career.id, career.kind, career.name, career.family, rank, fit, label_of(fit), stability, pulls, twins
        )

    def _anchor(self, person: Vector) -> tuple[float, _Anchor]:
        """The nearest anchor and its correlation with a person, who becomes one where none is near."""
        near = _products(person, self.viewpoints)
        apart = max(near)
        if apart < _NEAR and len(self.anchors) < _ANCHORS:
            self.anchors.append(_Anchor(person, self.vectors))
            self.viewpoints.append(person)
            return 1.0, self.anchors[-1]
        return apart, self.anchors[near.index(apart)]

    def _first(self, ranked: Sequence[tuple[float, int]], size: int) -> list[tuple[float, int]]:
        """The first `size` that are of different groups, and not too many of a field."""
        chosen: dict[str, tuple[float, int]] = {}
        fields: dict[str, int] = {}
        for pair in ranked:
            group, family = self.groups[pair[1]], self.families[pair[1]]
            if group in chosen or (self.a_field and fields.get(family, 0) == self.a_field):
                continue
            chosen[group] = pair
            fields[family] = fields.get(family, 0) + 1
            if len(chosen) == size:
                break
        return list(chosen.values())


def _products(person: Vector, vectors: Sequence[Vector]) -> list[float]:
    a, b, c, d, e, f = person
    return [a * u + b * v + c * w + d * x + e * y + f * z for u, v, w, x, y, z in vectors]


def _reach(apart: float, bound: float) -> float:
    """The cosine of the sum of two angles that are given by their cosines; -1 where they make half a turn or more."""
    if apart <= -bound:
        return -1.0
    return apart * bound - math.sqrt(max(0.0, 1 - apart * apart)) * math.sqrt(max(0.0, 1 - bound * bound))


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates in the order in which equal ones are taken: guides that are an occupation, guides, then by id."""
    return sorted(candidates, key=lambda career: (not career.stands_for, career.kind != "role", career.id))


def group_careers(careers: Sequence[Candidate]) -> list[str]:
    """The group of each career: a 7-character code, or the id of a guide that has ratings of its own."""
    codes = [_code(career) for career in careers]
    by_ratings: dict[Vector, str] = {}
    for code, career in sorted(zip(codes, careers, strict=True), key=lambda pair: (not pair[0], pair[0], pair[1].id)):
        by_ratings.setdefault(career.interests, code or career.id)
    return [code or by_ratings[career.interests] for code, career in zip(codes, careers, strict=True)]


def _code(career: Candidate) -> str:
    if career.kind == "occupation":
        return career.id[:7]
    return career.stands_for[0][:7] if career.stands_for else ""
