"""The one table of what careers are limited, weighed and sorted by, and how each value is read and scaled."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.core.careers.measures import Measures
from careercli.core.text.ids import fold
from careercli.errors import Message, message

Better = Literal["more", "less", ""]
Operator = Literal[">=", "<=", "="]
#: What a person has studied to, the least first; `master` is five years of study or more.
Study = Literal["none", "school", "vocational", "associate", "bachelor", "master", "doctorate"]
#: What a limit on a condition of work names as its criterion; the condition itself is its unit.
CONDITIONS = "conditions"
#: How much a condition counts that others may bring with them: who will have none of it is not shown those either.
MAYBE = 0.5
#: What begins a condition of work that is weighed by its absence.
NOT = "no-"


class Criterion(NamedTuple):
    """Something that is known of careers in numbers.

    `better` is which end of it most people want; without one it is a matter of taste, and cannot be weighed. `steps`:
    it has few values, whole ones, so that a limit may name one. `unit` is the one that is meant where none is written.
    `low` and `high` are the bounds of a limit. `atlas`: an official figure of occupations, so that a list limited by it
    is of the atlas. `bare` is the value that the name alone stands for as a limit.
    """

    id: str
    read: Callable[[Measures], float | None]
    better: Better
    unit: str = ""
    low: float = 0.0
    high: float = 1e9
    steps: bool = False
    atlas: bool = True
    bare: float | None = None

    @property
    def operator(self) -> Operator:
        """The direction of a limit that is meant where none is written."""
        return ">=" if self.better == "more" or self.bare is not None else "<="

    @property
    def called(self) -> Message:
        """How one calls it when one types it."""
        return TYPED[self.id][0]

    @property
    def example(self) -> Message:
        """A limit by it, as one types it."""
        return TYPED[self.id][1]


def _level_here(career: Measures) -> int | None:
    """The level of the diploma of the way in; not known where there is no such trade, whatever its nearest asks."""
    return None if career.elsewhere else career.level


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


CRITERIA = {
    criterion.id: criterion
    for criterion in (
        Criterion("pay", lambda career: career.pay, "more", "money"),
        Criterion("stars", lambda career: career.stars, "more", low=1, high=10, atlas=False, steps=True),
        Criterion("entry", lambda career: career.zone, "less", low=1, high=5, steps=True),
        Criterion("ease", lambda career: career.entry, "less", low=1, high=3, atlas=False),
        Criterion("years", lambda career: career.years, "less", "year", high=40, atlas=False, steps=True),
        Criterion("time", lambda career: career.time, "less", "month", high=240, atlas=False),
        Criterion("level", _level_here, "less", low=3, high=8),
        Criterion("growth", lambda career: career.growth, "more", "%", low=-100, high=1000),
        Criterion("openings", lambda career: career.openings, "more"),
        Criterion("employment", lambda career: career.employment, "more"),
        Criterion("leaving", lambda career: career.leaving, "less", "%", high=100),
        Criterion("stopping", lambda career: career.stopping, "less", "%", high=100),
        Criterion("changing", lambda career: career.changing, "less", "%", high=100),
        Criterion("degree", lambda career: career.degree, "", "%", high=100),
        Criterion("remote", lambda career: career.remote, "more", high=1, atlas=False, bare=1.0),
        Criterion("apprenticeship", lambda career: career.apprenticed, "", high=1, bare=1.0),
        Criterion("freelance", lambda career: career.freelance, "more", "%", high=100),
        Criterion("ai", lambda career: _percent(career.ai), "", "%", high=100),
        Criterion("ai-model", lambda career: _percent(career.ai_model), "", "%", 0, 100),
        Criterion("ai-use", lambda career: _percent(career.ai_use), "", "%", 0, 100),
        Criterion("ai-talk", lambda career: career.ai_talk, "", "%", 0, 100),
    )
}
#: Of each criterion what one types for it, and an example of a limit.
TYPED = {
    "pay": (message("pay"), message("pay>=60k")),
    "stars": (message("stars"), message("stars>=7")),
    "entry": (message("entry"), message("zone<=4")),
    "ease": (message("ease"), message("entry=easy")),
    "years": (message("years"), message("years<=3")),
    "time": (message("time"), message("time<=24")),
    "level": (message("level"), message("level<=bac+2")),
    "growth": (message("growth"), message("growth>=10")),
    "openings": (message("openings"), message("openings>=10000")),
    "employment": (message("employment"), message("employment>=50000")),
    "leaving": (message("leaving"), message("leaving<=10")),
    "stopping": (message("stopping"), message("stopping<=4")),
    "changing": (message("changing"), message("changing<=6")),
    "degree": (message("degree"), message("degree<=30")),
    "remote": (message("remote"), message("remote")),
    "apprenticeship": (message("apprenticeship"), message("apprenticeship")),
    "freelance": (message("freelance"), message("freelance>=20")),
    "ai": (message("ai"), message("ai<=30")),
    "ai-model": (message("ai model"), message("ai-model<=30")),
    "ai-use": (message("ai use"), message("ai-use<=20")),
    "ai-talk": (message("ai talk"), message("ai-talk<=0.1")),
}
#: What is known of guides alone.
GUIDES_ONLY = ("ease", "time", "remote")
#: What can be weighed, for it has a better end; `ease` is what `entry` is, by our judgement of guides alone.
WEIGHED = tuple(criterion.id for criterion in CRITERIA.values() if criterion.better and criterion.id != "ease")
#: Years of study after school in the United States that a level of diploma, 3 to 8, is held to be worth.
YEARS_OF_LEVEL = {3: 0.0, 4: 0.0, 5: 2.0, 6: 4.0, 7: 6.0, 8: 8.0}
#: What a level of diploma is as a study, and the years after school of each study.
STUDY_OF_LEVEL: dict[int, Study] = {
    3: "vocational",
    4: "school",
    5: "associate",
    6: "bachelor",
    7: "master",
    8: "doctorate",
}
YEARS_OF_STUDY: dict[Study, float] = {
    "none": 0.0,
    "school": 0.0,
    "vocational": 1.0,
    "associate": 2.0,
    "bachelor": 4.0,
    "master": 6.0,
    "doctorate": 8.0,
}


class Studied(NamedTuple):
    """What somebody has studied to, and the years after school that it is worth.

    `to_diploma`: the same where ways in are told by the country's own diplomas.
    """

    study: Study
    years: float
    to_diploma: float


class Words(NamedTuple):
    """What people call things, folded, in all languages at once.

    `names` of criteria, one of which may be called as another is; `conditions` of work; `choices`: the words that a
    criterion has in place of numbers; `study`: what a diploma is; `units` of words beside a number,
    empty for fillers; `compared`: words for `>=` and `<=`; `denied`: words that begin a condition that is not to be;
    `undone`: words after a diploma that is not held; `orders` that are no criterion.
    """

    names: Mapping[str, tuple[str, ...]]
    conditions: Mapping[str, str] = {}
    choices: Mapping[str, Mapping[str, float]] = {}
    study: Mapping[str, Studied] = {}
    units: Mapping[str, str] = {}
    compared: Mapping[str, Operator] = {}
    denied: tuple[str, ...] = ()
    undone: frozenset[str] = frozenset()
    orders: Mapping[str, str] = {}


def value_of(measures: Measures, criterion: str, condition: str = "") -> float | None:
    """The value of a criterion, or whether a condition of work is there; None where it is not known."""
    if criterion != CONDITIONS:
        return CRITERIA[criterion].read(measures)
    known = measures.conditions
    if known is None or condition in known:
        return None if known is None else 1.0
    if condition in (measures.maybe or ()):
        return MAYBE
    return None if condition in (measures.unsaid or ()) else 0.0


def make_scales(everything: Iterable[Measures]) -> dict[str, tuple[float, ...]]:
    """The known values of each criterion that can be weighed over all occupations, rising."""
    occupations = [measures for measures in everything if measures.kind == "occupation"]
    return {
        id_: tuple(sorted(value for career in occupations if (value := value_of(career, id_)) is not None))
        for id_ in WEIGHED
    }


def scale(criterion: str, value: float, scales: Mapping[str, Sequence[float]]) -> float:
    """How good a value is, 0 to 1: the share of all occupations that have a worse one, equal ones counting half.

    Where no occupation has a value, its place between the bounds of the criterion (work from afar: the share itself).
    """
    known, weighed = scales.get(criterion, ()), CRITERIA[criterion]
    if known:
        share = (bisect_left(known, value) + bisect_right(known, value)) / (2 * len(known))
    else:
        share = min(max((value - weighed.low) / (weighed.high - weighed.low), 0.0), 1.0)
    return share if weighed.better == "more" else 1 - share


def find_weighed(name: str, words: Words) -> str:
    """What a name weighs: a criterion, a condition of work, or `no-` and an unwanted one; empty where it is none."""
    key = fold(name)
    named = ["entry" if id_ == "ease" else id_ for id_ in words.names.get(key, ())]
    if found := next((id_ for id_ in named if id_ in WEIGHED), ""):
        return found
    if key in words.conditions:
        return words.conditions[key]
    denied = (key.removeprefix(f"{denial} ") for denial in words.denied if key.startswith(f"{denial} "))
    return next((f"{NOT}{words.conditions[rest]}" for rest in denied if rest in words.conditions), "")


def worth(measures: Measures, weighed: str, scales: Mapping[str, Sequence[float]]) -> float | None:
    """How good a career is, 0 to 1, in what `find_weighed` finds; None where it is not known."""
    if weighed in CRITERIA:
        value = value_of(measures, weighed)
        return None if value is None else scale(weighed, value, scales)
    there = value_of(measures, CONDITIONS, weighed.removeprefix(NOT))
    return there if there is None or not weighed.startswith(NOT) else 1 - there


def find_orders(name: str, words: Words) -> tuple[str, ...]:
    """The criteria that a name of an order means; none where it is none."""
    return words.names.get(fold(name), ())
