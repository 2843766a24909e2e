"""Where one career would stand in the list of all, by the same answers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.quiz.by_answers import AnswerRule
from careercli.core.quiz.interests import InterestItem
from careercli.library.catalogue import Catalogue
from careercli.usecases.quiz.match_rows import limit_careers
from careercli.usecases.request import Request


class Place(NamedTuple):
    """The `rank` of a career by fit among so many `ranked`, 1 being the best; both 0 where it is not among them.

    `nearer` are, by activity, the shares of all occupations that lie farther from it.
    """

    rank: int
    ranked: int
    nearer: Mapping[str, float]


def find_place(
    library: Catalogue, request: Request, id_: str, items: Sequence[InterestItem], answers: Mapping[str, int]
) -> Place:
    """The place of an occupation by answers that are not refused, by the rule of the list."""
    careers = limit_careers(library, (), request.country)
    rule = AnswerRule(items, answers, careers.atlas)
    fits = {career.id: rule.fit(career.code, career.interests) for career in careers.candidates}
    if id_ not in fits:
        return Place(0, 0, rule.nearer(id_))
    return Place(1 + sum(fit > fits[id_] for fit in fits.values()), len(fits), rule.nearer(id_))
