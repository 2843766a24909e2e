"""Whether a person could live with what is hard about a work."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from careercli.core.careers.model import Model
from careercli.core.quiz.answers import MIDDLE, share_of
from careercli.core.quiz.reports import Reason

#: So many are asked at most: a work has five or so, the most telling first.
ASKED = 4


class ConditionItem(Model, frozen=True, kw_only=True):
    """A statement on a condition of work; `covers` are others that it asks about too."""

    id: str
    condition: str
    covers: tuple[str, ...] = ()
    text: str


def conditions_asked(items: Iterable[ConditionItem], conditions: Sequence[str]) -> tuple[ConditionItem, ...]:
    """The statements on a work with some conditions, in the order of these; what one covers is not asked again."""
    by_condition = {item.condition: item for item in items}
    there = [by_condition[id_] for id_ in conditions if id_ in by_condition]
    covered = {other for item in there for other in item.covers}
    return tuple(item for item in there if item.condition not in covered)[:ASKED]


def score_conditions(items: Collection[ConditionItem], answers: Mapping[str, int]) -> float | None:
    """How well a person could live with them, 0 to 1: the mean of their answers (1 to 5); None without any."""
    given = [share_of(answers[item.id]) for item in items if item.id in answers]
    return sum(given) / len(given) if given else None


def weigh_conditions(items: Iterable[ConditionItem], answers: Mapping[str, int], most: float) -> list[Reason]:
    """What each answer adds to a fit, of which all together can give `most`, against one in the middle; by strength."""
    given = [(item, answers[item.id]) for item in items if item.id in answers]
    reasons = [
        Reason(
            id=item.id,
            text=item.text,
            answer=answer,
            weight=round((share_of(answer) - share_of(MIDDLE)) * most / len(given), 9),
        )
        for item, answer in given
    ]
    return sorted(reasons, key=lambda reason: -abs(reason.weight))
