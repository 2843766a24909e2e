"""The list that answers give: the fields that fit best, and of each the career that leads it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from careercli.core.quiz.answers import HIGHEST, LOWEST
from careercli.core.quiz.by_answers import FIELD, LABELS, AnswerRule, ChangedPerson
from careercli.core.quiz.interests import find_flat
from careercli.core.quiz.matching import (
    A_FIELD,
    FIELD_DIGITS,
    PIVOTS,
    SIZE,
    TOP,
    Candidate,
    Matching,
    Pivot,
    RankedField,
    RankedMatch,
    group_careers,
    in_order,
)
from careercli.core.quiz.packed import OFFSET, ONE, PackedRows

#: A field is ranked by how far the fits of its best careers lie above the mean of all, together, shared among one more
#: than there are: a field with one good career among many counts less than one with three.
BEST_OF, MORE = 3, 1
#: Fields of one major group in a list, at most.
OF_MAJOR = A_FIELD
#: A career of a field fits nearly as well as its best one within so many of the standard deviations that fits have by
#: chance. A best one that has fewer openings a year than so many leads its field only where none of those has as many.
NEARLY, FEW = 0.5, 2_000
#: Redraws look at so many fields, and at so many careers of each. With 13 and 3 they could hardly
#: leave the list, and stability was stated .15 to .2 too high (benchmarks/matching.py).
REACH, DEEP = 25, 8
#: And one changed answer, which moves a career less.
NEAR_FIELDS, NEAR_CAREERS = 9, 3
#: Redraws of answers.
REDRAWS = 200


class _Chosen(NamedTuple):
    """A field of the list, and its careers, one of a group, best first: negative fit and place."""

    id: str
    careers: list[tuple[float, int]]


class FieldList:
    """The careers to choose from for somebody, by field."""

    def __init__(self, rule: AnswerRule, candidates: Sequence[Candidate]) -> None:
        self.rule = rule
        self.careers = in_order(candidates)
        self.groups = group_careers(self.careers)
        homes: dict[str, str] = {}  # one a group, so that who stands for it changes no field
        self.homes = [
            homes.setdefault(group, career.field) for group, career in zip(self.groups, self.careers, strict=True)
        ]
        self.fits = self._fits(rule)
        self.margin = NEARLY * rule.by_chance
        self.members: dict[str, list[int]] = {}
        self.kin: dict[str, list[int]] = {}
        for n, (home, group) in enumerate(zip(self.homes, self.groups, strict=True)):
            self.members.setdefault(home, []).append(n)
            self.kin.setdefault(group, []).append(n)
        self.openings = [self._most_openings(group) for group in self.groups]

    def _fits(self, rule: AnswerRule) -> list[float]:
        return [rule.fit(career.code, career.interests) for career in self.careers]

    def _most_openings(self, group: str) -> float | None:
        return max((known for n in self.kin[group] if (known := self.careers[n].openings) is not None), default=None)

    def with_answer(self, place: int, answer: int) -> "FieldList":
        """The same for somebody who gave one other answer."""
        other = copy(self)
        other.rule = self.rule.with_answer(place, answer)
        other.fits = self._fits(other.rule)
        return other

    def choose(self, size: int) -> list[_Chosen]:
        """The fields of the list, best first, with all their careers, one of a group."""
        fields = {}
        for home, members in self.members.items():
            groups: dict[str, tuple[float, int]] = {}
            for fit, n in sorted((-self.fits[n], n) for n in members):
                groups.setdefault(self.groups[n], (fit, n))
            fields[home] = [*groups.values()]
        best = {home: [fit for fit, _ in careers[:BEST_OF]] for home, careers in fields.items()}
        return [_Chosen(home, fields[home]) for home in self.first(best, size)]

    def first(self, best: Mapping[str, Sequence[float]], size: int) -> list[str]:
        """The fields of a list, best first, by the negative fits of their best careers.

        At most two fields of a major group come in, unless there are too few others.
        """
        mean = self.rule.mean
        scores = [((len(fits) * mean + sum(fits)) / (len(fits) + MORE), home) for home, fits in best.items()]
        majors: dict[str, int] = {}
        first: list[str] = []
        rest: list[str] = []
        for _, field in sorted(scores):
            major = field[:FIELD_DIGITS]
            majors[major] = majors.get(major, 0) + 1
            (first if majors[major] <= OF_MAJOR else rest).append(field)
            if len(first) == size:
                break
        return (first + rest)[:size]

    def leading(self, field: _Chosen) -> tuple[float, int]:
        """The career that leads a field: the best one, unless hardly anybody is hired for it and another has openings.

        That is the one with most of those that fit nearly as well.
        """
        best = field.careers[0]
        known = self.openings[best[1]]
        if known is None or known >= FEW:
            return best
        hiring = [pair for pair in self._near(field) if (self.openings[pair[1]] or 0) >= FEW]
        return min(hiring, key=self._by_openings, default=best)

    def shown(self, field: _Chosen) -> list[int]:
        """The career that leads a field, and another: the best one where that does not lead.

        Else the one with most openings of those that fit nearly as well, or the next best.
        """
        best, leading = field.careers[0], self.leading(field)
        near = sorted((pair for pair in self._near(field) if pair is not best), key=self._by_openings)
        others = [best] if leading is not best else near or field.careers[1:]
        return [self.face(n) for _, n in [leading, *others][:A_FIELD]]

    def _near(self, field: _Chosen) -> list[tuple[float, int]]:
        """The careers of a field that fit nearly as well as its best one, and that."""
        least = field.careers[0][0] + self.margin
        return [pair for pair in field.careers if pair[0] <= least]

    def _by_openings(self, pair: tuple[float, int]) -> tuple[float, tuple[float, int]]:
        return -(self.openings[pair[1]] or 0), pair

    def face(self, n: int) -> int:
        """The career that stands for a group: the one with most openings of those that fit nearly as well as the best.

        Nurses stand for acute care nurses, which are counted with them.
        """
        alike = [m for m in self.kin[self.groups[n]] if self.fits[m] >= self.fits[n] - self.margin]
        return min(alike, key=lambda m: (-(self.careers[m].openings or 0), -self.fits[m], m)) if len(alike) > 1 else n

    def list_of(self, chosen: Sequence[_Chosen], size: int) -> list[int]:
        """The careers that lead the fields whose best ones fit best; where the fields are too few, their others too."""
        ranked = sorted(chosen, key=lambda field: field.careers[0])[:size]
        leading = [*map(self.leading, ranked)]
        listed = [n for _, n in leading]
        if len(listed) < size:
            others = [[pair for pair in field.careers if pair not in leading] for field in ranked]
            for depth in range(max(map(len, others), default=0)):
                listed += [n for _, n in sorted(field[depth] for field in others if depth < len(field))]
        return listed[:size]


class _Reach:
    """The careers that other answers could bring into the list, ready to be multiplied with them."""

    def __init__(self, fields: FieldList, reach: int, deep: int) -> None:
        self.fields = fields
        self._members = {field.id: sorted(self._deepest(field, deep)) for field in fields.choose(reach)}
        self._ends = [*accumulate(map(len, self._members.values()), initial=0)]
        self._rows = PackedRows(chain.from_iterable(map(self._ready, self._members, self._members.values())))

    def _deepest(self, field: _Chosen, deep: int) -> list[int]:
        """The best careers of a field, and what could lead it: what has more openings than all that fit better."""
        members, most = [], -1.0
        for place, (_, n) in enumerate(field.careers):
            openings = self.fields.openings[n] or 0
            if place < deep or openings > most:
                members.append(n)
            most = max(most, openings)
        return members

    def _ready(self, home: str, members: Iterable[int]) -> Iterator[list[float]]:
        """Careers of a field with its mean."""
        rule, careers = self.fields.rule, self.fields.careers
        mean = rule.ready_field(home)
        for n in members:
            own = rule.ready(careers[n].code, careers[n].interests)
            yield [(value + FIELD * more) / (1 + FIELD) for value, more in zip(own, mean or own, strict=True)]

    def list_for(self, person: ChangedPerson, size: int, top: int) -> tuple[list[_Chosen], list[int]]:
        """The fields of a changed person, and the first of their list, among what is in reach."""
        fits = [(OFFSET - product) / ONE for product in self._rows.products(person)]  # negative
        parts = {home: fits[start:end] for home, (start, end) in zip(self._members, pairwise(self._ends), strict=True)}
        best = {home: sorted(part)[:BEST_OF] for home, part in parts.items()}
        chosen = [
            _Chosen(home, sorted(zip(parts[home], self._members[home], strict=True)))
            for home in self.fields.first(best, size)
        ]
        return chosen, self.fields.list_of(chosen, top)


def rank_fields(
    rule: AnswerRule, candidates: Sequence[Candidate], count: int, deep: int
) -> list[tuple[str, list[str]]]:
    """The leading fields, best first, each with the codes of its best careers."""
    fields = FieldList(rule, candidates)
    return [(field.id, [fields.careers[n].code for _, n in field.careers[:deep]]) for field in fields.choose(count)]


def match_answers(
    rule: AnswerRule, candidates: Sequence[Candidate], size: int = SIZE, draws: int = REDRAWS
) -> Matching:
    """The careers and the fields that fit somebody's answers best, each with how steady its place is.

    Stability is the share of `draws` redraws in which a career, or another of its group, or a field is in the list.
    """
    return match_fields(FieldList(rule, candidates), size, draws)


def match_fields(fields: FieldList, size: int = SIZE, draws: int = REDRAWS) -> Matching:
    """The same of what is there already."""
    rule = fields.rule
    chosen = fields.choose(size)
    listed = [fields.face(n) for n in fields.list_of(chosen, size)]
    careers = dict.fromkeys((fields.groups[n] for n in listed), 0)
    homes = dict.fromkeys((field.id for field in chosen), 0)
    reach = _Reach(fields, REACH, DEEP) if draws else None
    for person in rule.redraw(draws):
        assert reach
        drawn, others = reach.list_for(person, size, size)
        for group in {fields.groups[n] for n in others} & careers.keys():
            careers[group] += 1
        for home in {field.id for field in drawn} & homes.keys():
            homes[home] += 1
    matches = tuple(
        _match(fields, n, rank, careers[fields.groups[n]] / draws if draws else 1.0) for rank, n in enumerate(listed, 1)
    )
    rows = [
        RankedField(
            field.id,
            -field.careers[0][0],
            homes[field.id] / draws if draws else None,
            tuple(fields.careers[n].id for n in fields.shown(field)),
        )
        for field in chosen
    ]
    bounds = {label: bound * rule.by_chance for bound, label, _ in LABELS}
    return Matching(
        "answers",
        matches,
        {label: round(share * len(fields.careers)) for _, label, share in LABELS},
        {label: sum(fit >= bound for fit in fields.fits) for label, bound in bounds.items()},
        tuple(sorted(rows, key=lambda row: -row.fit)),
    )


def _match(fields: FieldList, n: int, rank: int, stability: float) -> RankedMatch:
    career, fit = fields.careers[n], fields.fits[n]
    twins = tuple(fields.careers[m].id for m, g in enumerate(fields.groups) if g == fields.groups[n] and m != n)
    label = fields.rule.label_of(fit)
    return RankedMatch(career.id, career.kind, career.name, career.family, rank, fit, label, stability, (), twins)


def find_answer_pivots(fields: FieldList, limit: int = PIVOTS) -> tuple[Pivot, ...]:
    """The single answers which, changed, would change who is in the top three: the smallest change first.

    Of one type and direction, and of several that bring the same three, only the first is named.
    """
    rule = fields.rule
    listed = fields.list_of(fields.choose(SIZE), TOP)
    seen = {frozenset(fields.groups[n] for n in listed)}
    reach = _Reach(fields, NEAR_FIELDS, NEAR_CAREERS)
    _, unchanged = reach.list_for(rule.changed(0, int(rule.answers[0])), SIZE, TOP)
    near = {frozenset(fields.groups[n] for n in unchanged)}
    pivots: dict[tuple[str, bool], Pivot] = {}
    for place, then in _changes(rule):
        item, given = rule.items[place], int(rule.answers[place])
        if len(pivots) == limit:
            break
        if (item.scale, then > given) in pivots:
            continue
        _, others = reach.list_for(rule.changed(place, then), SIZE, TOP)
        if frozenset(fields.groups[n] for n in others) in near:
            continue
        other = fields.with_answer(place, then)  # what is in reach tells where to look, and this what is true
        if find_flat(other.rule.profile):
            continue
        others = [other.face(n) for n in other.list_of(other.choose(SIZE), TOP)]
        top = frozenset(fields.groups[n] for n in others)
        if top not in seen:
            seen.add(top)
            near.add(top)
            ids = tuple(fields.careers[n].id for n in others)
            pivots[item.scale, then > given] = Pivot(item.id, given, then, ids)
    return tuple(pivots.values())


def _changes(rule: AnswerRule) -> list[tuple[int, int]]:
    """Place and new answer of all that could be answered otherwise: the smallest change first, then up, then order."""
    changes = [
        (abs(then - given), then < given, place, then)
        for place, given in enumerate(map(int, rule.answers))
        for then in range(LOWEST, HIGHEST + 1)
        if then != given
    ]
    return [(place, then) for _, _, place, then in sorted(changes)]
