"""Which neighbouring careers are worth a look after a verdict on one: those with other strengths."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.careers.model import Statement
from careercli.core.quiz.fit import pulls_of
from careercli.core.quiz.reports import RelatedCareer

#: Traits that are named as a reason.
NAMED = 2


class NeighbourGuide(NamedTuple):
    """A career to suggest, and the statements of its own questionnaire."""

    id: str
    name: str
    statements: tuple[Statement, ...]


def choose_neighbours(
    statements: Sequence[Statement],
    answers: Mapping[str, int],
    neighbours: Sequence[NeighbourGuide],
    names: Mapping[str, str],
    count: int = 2,
) -> tuple[RelatedCareer, ...]:
    """The neighbours that keep most of what speaks for a career and drop most of what speaks against it.

    A trait that only the neighbour's statements tap is what it asks anew. `names` are those of the traits. A guide
    without statements comes last. Ties stay in the order given.
    """
    pulls = pulls_of(statements, answers)
    ranked = sorted(neighbours, key=lambda other: (not other.statements, -_worth(other, pulls)))
    return tuple(_related(other, statements, pulls, names) for other in ranked[:count])


def _worth(other: NeighbourGuide, pulls: Sequence[tuple[Statement, float]]) -> float:
    asked = {(s.trait, s.direction) for s in other.statements}
    traits = {s.trait for s in other.statements}
    shared = sum(pull for s, pull in pulls if pull > 0 and (s.trait, s.direction) in asked)
    return shared + sum(-pull for s, pull in pulls if pull < 0 and s.trait not in traits)


def _related(
    other: NeighbourGuide,
    statements: Sequence[Statement],
    pulls: Sequence[tuple[Statement, float]],
    names: Mapping[str, str],
) -> RelatedCareer:
    if not other.statements:
        return RelatedCareer(id=other.id, kind="role", name=other.name)
    asked = {(s.trait, s.direction) for s in other.statements}
    traits = {s.trait for s in other.statements}
    strongest = sorted(pulls, key=lambda pull: -abs(pull[1]))
    tapped = {s.trait for s in statements}
    groups = (
        [s.trait for s, pull in strongest if pull > 0 and s.direction == "for" and (s.trait, "for") in asked],
        [s.trait for s, pull in strongest if pull < 0 and s.trait not in traits],
        [s.trait for s in other.statements if s.direction == "for" and s.trait not in tapped],
    )
    shares, spares, adds = (
        tuple(names.get(trait, trait) for trait in list(dict.fromkeys(group))[:NAMED]) for group in groups
    )
    return RelatedCareer(id=other.id, kind="role", name=other.name, shares=shares, spares=spares, adds=adds)
