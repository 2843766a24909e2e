"""How far a person would prepare for a career, against the job zone that it is in."""

from collections.abc import Mapping, Sequence

from careercli.core.careers.model import Model
from careercli.core.quiz.answers import share_of

#: From this share on the person would prepare for that long, below the second they would not. Our judgement.
WILLING, UNWILLING = 0.6, 0.4


class PreparationItem(Model, frozen=True, kw_only=True):
    """A statement on preparation: the job zones that agreeing speaks for, and those that it speaks against."""

    id: str
    fits: tuple[int, ...]
    rules_out: tuple[int, ...] = ()
    text: str


def score_zone(items: Sequence[PreparationItem], answers: Mapping[str, int], zone: int) -> float | None:
    """How well a job zone suits a person, 0 to 1: the mean of what their answers (1 to 5) say of it; None without.

    Who would prepare for longer than a statement says agrees to it too.
    """
    given = [(item, share_of(answers[item.id])) for item in items if item.id in answers]
    said = [1 - share for item, share in given if zone in item.rules_out]
    said += [max(share for other, share in given if _is_as_long(other, item)) for item, _ in given if zone in item.fits]
    return sum(said) / len(said) if said else None


def _is_as_long(other: PreparationItem, item: PreparationItem) -> bool:
    """Whether one statement is of as much preparation as another, or of more."""
    return min(other.fits) >= min(item.fits) and max(other.fits) >= max(item.fits)


def willing(score: float) -> str:
    """What a score comes to: `yes`, `unsure` or `no`."""
    return "yes" if score >= WILLING else "no" if score < UNWILLING else "unsure"
