"""What is known of a career in numbers, and how each number stands among all occupations."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.core.careers.model import Match, Model

#: Years of study after school that a level of education usually takes in the United States (our reading).
STUDY_YEARS = {
    "No formal educational credential": 0.0,
    "High school diploma or equivalent": 0.0,
    "Postsecondary nondegree award": 1.0,
    "Some college, no degree": 1.0,
    "Associate's degree": 2.0,
    "Bachelor's degree": 4.0,
    "Master's degree": 6.0,
    "Doctoral or professional degree": 8.0,
}
#: How often a guide says that the work is done from afar, as a share.
REMOTE_SHARES = {"rarely": 0.0, "sometimes": 0.5, "often": 1.0}


class Measures(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A career in numbers; None where nothing is known.

    `pay`: median, gross a year, or the middle of what the official occupations beside a guide pay; `pay_rank`: the
    share of all employees of the country who earn less. `years` of study
    after school: usual for an occupation, at least for a guide. `zone`: job zone, 1 to 5. `growth`: percent over the
    projection. `openings` a year. `remote`: 0 rarely, 0.5 sometimes, 1 often; known of guides only. `freelance`:
    percent who work for themselves. `leaving`: percent who stop working or change to another occupation a year. `ai`:
    the share of tasks that people judged a language model could speed up by half. `interests`: six ratings, 1 to 7, in
    the order RIASEC. `skills`: the places of the leading BLS skills in the list of seventeen. A guide takes
    preparation, interests and skills from the occupation `stand_in`, which is as near as `match` says, and the rest
    only from an exact one.
    """

    id: str
    kind: Literal["role", "occupation"]
    pay: float | None = None
    pay_rank: float | None = None
    years: float | None = None
    zone: int | None = None
    growth: float | None = None
    openings: float | None = None
    remote: float | None = None
    freelance: float | None = None
    leaving: float | None = None
    ai: float | None = None
    interests: tuple[float, ...] | None = None
    skills: tuple[int, ...] = ()
    stand_in: str | None = None
    match: Match | None = None


class Criterion(NamedTuple):
    """Something that careers can be weighed by; `field` is that of `Measures`."""

    id: str
    field: str
    more_is_better: bool


CRITERIA = {
    criterion.id: criterion
    for criterion in (
        Criterion("pay", "pay", more_is_better=True),
        Criterion("entry", "zone", more_is_better=False),
        Criterion("years", "years", more_is_better=False),
        Criterion("growth", "growth", more_is_better=True),
        Criterion("openings", "openings", more_is_better=True),
        Criterion("remote", "remote", more_is_better=True),
        Criterion("freelance", "freelance", more_is_better=True),
    )
}


def value_of(measures: Measures, criterion: str) -> float | None:
    """The raw value of a criterion; None where it is not known."""
    value: float | None = getattr(measures, CRITERIA[criterion].field)
    return value


def make_scales(everything: Iterable[Measures]) -> dict[str, tuple[float, ...]]:
    """The known values of each criterion over all occupations, rising."""
    occupations = [one for one in everything if one.kind == "occupation"]
    return {
        id_: tuple(sorted(value for one in occupations if (value := value_of(one, id_)) is not None))
        for id_ in CRITERIA
    }


def scale(criterion: str, value: float, scales: Mapping[str, Sequence[float]]) -> float:
    """How good a value is, 0 to 1: the share of all occupations that have a worse one, equal ones counting half.

    Where no occupation has a value (work from afar), the value itself, which is a share already.
    """
    known = scales.get(criterion, ())
    if not known:
        share = min(max(value, 0.0), 1.0)
    else:
        share = (bisect_left(known, value) + bisect_right(known, value)) / (2 * len(known))
    return share if CRITERIA[criterion].more_is_better else 1 - share
