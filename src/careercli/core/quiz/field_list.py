"""The list that answers give: the fields that fit best, and of each its best career."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from careercli.core.quiz.answers import HIGHEST, LOWEST
from careercli.core.quiz.by_answers import FIELD, LABELS, AnswerRule, ChangedPerson, ReadyCareer
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

#: A field is ranked by how far the fits of its best careers lie above the mean of all, together, shared among one more
#: than there are: a field with one good career among many counts less than one with three.
BEST_OF, MORE = 3, 1
#: Fields of one major group in a list, at most.
OF_MAJOR = A_FIELD
#: A career of a field fits nearly as well as the best one within so much.
NEARLY = 0.1
#: Redraws look at so many fields, and at so many careers of each. With 13 and 3 they could hardly
#: leave the list, and stability was stated .15 to .2 too high (benchmarks/matching.py).
REACH, DEEP = 25, 8
#: And one changed answer, which moves a career less.
NEAR_FIELDS, NEAR_CAREERS = 13, 3
#: Redraws of answers: half as many as of six scores, for each costs more.
REDRAWS = 100


class _Chosen(NamedTuple):
    """A field of the list, and its careers, one of a group, best first: negative fit and place."""

    id: str
    careers: list[tuple[float, int]]


class _Fields:
    """The careers to choose from, by field."""

    def __init__(self, rule: AnswerRule, candidates: Sequence[Candidate]) -> None:
        self.rule = rule
        self.careers = in_order(candidates)
        self.groups = group_careers(self.careers)
        homes: dict[str, str] = {}  # one a group, so that who stands for it changes no field
        self.homes = [
            homes.setdefault(group, career.field) for group, career in zip(self.groups, self.careers, strict=True)
        ]
        self.fits = [rule.fit(career.code, career.interests) for career in self.careers]
        self.members: dict[str, list[int]] = {}
        for n, home in enumerate(self.homes):
            self.members.setdefault(home, []).append(n)

    def choose(self, size: int) -> list[_Chosen]:
        """The fields of the list, best first, with all their careers."""
        fits = {home: [(-self.fits[n], n) for n in members] for home, members in self.members.items()}
        return self.choose_by(fits, size)

    def choose_by(self, fits: Mapping[str, list[tuple[float, int]]], size: int) -> list[_Chosen]:
        """The fields of a list, best first, with their careers, of which `fits` has the negative fit and the place.

        At most two fields of a major group come in, unless there are too few others.
        """
        fields, scores = {}, []
        for home, pairs in fits.items():
            pairs.sort()
            groups: dict[str, tuple[float, int]] = {}
            for pair in pairs:
                groups.setdefault(self.groups[pair[1]], pair)
            fields[home] = list(groups.values())
            scores.append((self._score(fields[home]), home))
        ranked = [home for _, home in sorted(scores)]
        majors: dict[str, int] = {}
        first: list[str] = []
        rest: list[str] = []
        for field in ranked:
            major = field[:FIELD_DIGITS]
            majors[major] = majors.get(major, 0) + 1
            (first if majors[major] <= OF_MAJOR else rest).append(field)
        return [_Chosen(field, fields[field]) for field in (first + rest)[:size]]

    def _score(self, careers: Sequence[tuple[float, int]]) -> float:
        """How far the best of a field lie above the mean, negative, so that the lowest is the best."""
        best = careers[:BEST_OF]
        return sum(fit + self.rule.mean for fit, _ in best) / (len(best) + MORE)

    def shown(self, field: _Chosen) -> list[int]:
        """The best career of a field, and the one with most people of those that fit nearly as well."""
        (best, first), *rest = field.careers
        near = [n for fit, n in rest if fit <= best + NEARLY]
        return [first, *sorted(near, key=lambda n: -self.careers[n].people)[: A_FIELD - 1]]

    def list_of(self, chosen: Sequence[_Chosen], size: int) -> list[int]:
        """The best career of each field, best first; where the fields are too few, their next ones too."""
        depth = max((len(field.careers) for field in chosen), default=0)
        layers = [[field.careers[n] for field in chosen if n < len(field.careers)] for n in range(depth)]
        ordered = chain.from_iterable(sorted(layer) for layer in layers)
        return [n for _, n in list(ordered)[:size]]


class _Reach:
    """The careers that other answers could bring into the list, ready to be multiplied with them."""

    def __init__(self, fields: _Fields, listed: Sequence[int], reach: int, deep: int) -> None:
        self.fields = fields
        reached = fields.choose(reach)
        members = {n for field in reached for _, n in field.careers[:deep]} | set(listed)
        self._homes: dict[str, tuple[ReadyCareer | None, list[tuple[int, ReadyCareer]]]] = {}
        for n in sorted(members):
            career, home = fields.careers[n], fields.homes[n]
            if home not in self._homes:
                self._homes[home] = (fields.rule.ready_field(home), [])
            self._homes[home][1].append((n, fields.rule.ready(career.code, career.interests)))

    def list_for(self, person: ChangedPerson, size: int) -> tuple[list[_Chosen], list[int]]:
        """The fields and the list of a changed person, among what is in reach."""
        rule = self.fields.rule
        fits = {}
        for home, (field, careers) in self._homes.items():
            mean = FIELD * (rule.own_fit(person, field) if field else rule.mean)
            fits[home] = [(-(rule.own_fit(person, career) + mean) / (1 + FIELD), n) for n, career in careers]
        chosen = self.fields.choose_by(fits, size)
        return chosen, self.fields.list_of(chosen, size)


def rank_fields(
    rule: AnswerRule, candidates: Sequence[Candidate], count: int, deep: int
) -> list[tuple[str, list[str]]]:
    """The leading fields, best first, each with the codes of its best careers."""
    fields = _Fields(rule, candidates)
    return [(field.id, [fields.careers[n].code for _, n in field.careers[:deep]]) for field in fields.choose(count)]


def match_answers(
    rule: AnswerRule, candidates: Sequence[Candidate], size: int = SIZE, draws: int = REDRAWS
) -> Matching:
    """The careers and the fields that fit somebody's answers best, each with how steady its place is.

    Stability is the share of `draws` redraws in which a career, or another of its group, or a field is in the list.
    """
    fields = _Fields(rule, candidates)
    chosen = fields.choose(size)
    listed = fields.list_of(chosen, size)
    careers = dict.fromkeys((fields.groups[n] for n in listed), 0)
    homes = dict.fromkeys((field.id for field in chosen), 0)
    reach = _Reach(fields, listed, REACH, DEEP) if draws else None
    for person in rule.redraw(draws):
        assert reach
        drawn, others = reach.list_for(person, size)
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


def _match(fields: _Fields, n: int, rank: int, stability: float) -> RankedMatch:
    career, fit = fields.careers[n], fields.fits[n]
    twins = tuple(fields.careers[m].id for m, g in enumerate(fields.groups) if g == fields.groups[n] and m != n)
    label = fields.rule.label_of(fit)
    return RankedMatch(career.id, career.kind, career.name, career.family, rank, fit, label, stability, (), twins)


def find_answer_pivots(rule: AnswerRule, candidates: Sequence[Candidate], limit: int = PIVOTS) -> tuple[Pivot, ...]:
    """The single answers which, changed, would change who is in the top three: the smallest change first.

    Of one type and direction, and of several that bring the same three, only the first is named.
    """
    fields = _Fields(rule, candidates)
    listed = fields.list_of(fields.choose(SIZE), SIZE)[:TOP]
    seen = {frozenset(fields.groups[n] for n in listed)}
    reach = _Reach(fields, listed, NEAR_FIELDS, NEAR_CAREERS)
    pivots: dict[tuple[str, bool], Pivot] = {}
    for place, then in _changes(rule):
        item, given = rule.items[place], int(rule.answers[place])
        if len(pivots) == limit:
            break
        if (item.scale, then > given) in pivots:
            continue
        _, others = reach.list_for(rule.changed(place, then), SIZE)
        top = frozenset(fields.groups[n] for n in others[:TOP])
        if top not in seen:
            seen.add(top)
            ids = tuple(fields.careers[n].id for n in others[:TOP])
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
