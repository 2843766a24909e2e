"""Results of questionnaires as they are kept, and what changed between two of them."""

import math
from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.core.careers.model import Model
from careercli.core.quiz.answers import Answers
from careercli.core.quiz.interests import Length
from careercli.core.quiz.matching import Label, Method
from careercli.core.text.languages import Lang

Share = Annotated[float, Meta(ge=0, le=1)]
#: A local date and time, as `2026-03-09T18:30:00`; the time may be left out.
LocalTime = Annotated[
    str,
    Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?\Z"),
]
#: The values that a kept result can have. Empty: the result is of a kind that has none.
SavedLabel = Literal[Label, ""]
SavedLength = Literal[Length, ""]
SavedMethod = Literal[Method, ""]
Band = Literal["strong", "good", "mixed", "weak", "poor"]
#: Scores that differ by more than this many standard errors of their difference have changed: 19 times of 20.
BEYOND = 1.96


class SavedMatch(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A career of a list that is kept."""

    id: str
    name: str
    fit: Annotated[float, Meta(ge=-1, le=1)]
    label: SavedLabel = ""
    stability: Share


class SavedResult(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A result with all that it was made of.

    `date` is the local date and time; `data` a short word for the statements and ratings that it rests on. Scores
    and their errors run from 0 to 1: by type for `interests`, by trait for a `career`. `have` is what the person had
    studied, as they wrote it, for limits that count it.
    """

    kind: Literal["interests", "career"]
    date: LocalTime
    language: Lang
    program: str
    data: str
    career: str = ""
    name: str = ""
    length: SavedLength = ""
    method: SavedMethod = ""
    fit: Share | None = None
    band: Band | None = None
    letters: tuple[str, ...] = ()
    scores: dict[str, Share] = {}
    errors: dict[str, Share] = {}
    limits: tuple[str, ...] = ()
    have: str = ""
    matches: tuple[SavedMatch, ...] = ()
    answers: Answers = {}


class AnswerThenAndNow(Model, frozen=True, kw_only=True):
    """An answer that changed."""

    id: str
    old: int
    new: int


class ScoreChange(Model, frozen=True, kw_only=True):
    """A score then and now; `beyond` its error where the errors are known."""

    id: str
    old: float
    new: float
    beyond: bool | None


class PersonChanges(Model, frozen=True, kw_only=True):
    """What changed in the person; `gone` and `added` are statements that only one of the results answered.

    Scores of two questionnaires, ours and the official one, are not of the `same_questionnaire`: their changes mean
    nothing.
    """

    same_questionnaire: bool
    answers: tuple[AnswerThenAndNow, ...]
    same_answers: int
    gone: tuple[str, ...]
    added: tuple[str, ...]
    scores: tuple[ScoreChange, ...]

    @property
    def none(self) -> bool:
        """Whether all answers, or the scores that were brought along, are the same."""
        other = self.answers or self.gone or self.added or any(change.old != change.new for change in self.scores)
        return self.same_questionnaire and not other


class DataChanges(Model, frozen=True, kw_only=True):
    """Whether statements and ratings, the program, the rule and the limits are the same.

    `brought` are the careers that the old answers would bring in today, None where that cannot be told.
    """

    same: bool
    same_program: bool
    same_method: bool
    same_limits: bool
    brought: tuple[str, ...] | None = None

    @property
    def same_settings(self) -> bool:
        """Whether the list was made by the same rule within the same limits."""
        return self.same_method and self.same_limits


class ListChanges(Model, frozen=True, kw_only=True):
    """The careers that came into the list, left it and stayed in it."""

    came: tuple[str, ...]
    left: tuple[str, ...]
    stayed: tuple[str, ...]


class Comparison(Model, frozen=True, kw_only=True):
    """Two results and what changed between them: in the person, in the data, in the list."""

    old: SavedResult
    new: SavedResult
    you: PersonChanges
    data: DataChanges
    list: ListChanges


def is_same(old: SavedResult, new: SavedResult) -> bool:
    """Whether two results say the same thing, whenever and in whichever language they were had."""
    return msgspec.structs.replace(old, date="", language="", name="", matches=_bare(old)) == (
        msgspec.structs.replace(new, date="", language="", name="", matches=_bare(new))
    )


def _bare(result: SavedResult) -> tuple[SavedMatch, ...]:
    return tuple(msgspec.structs.replace(match, name="") for match in result.matches)


def find_pair(
    results: Sequence[SavedResult], kind: str | None, career: str | None
) -> tuple[SavedResult, SavedResult] | None:
    """The last two results of a kind (for `career`: of that one), the older first; None where there are none.

    Without a kind it is that of the last result that has one before it.
    """
    for n in range(len(results) - 1, 0, -1):
        new = results[n]
        if (kind and new.kind != kind) or (career and new.career != career):
            continue
        for old in reversed(results[:n]):
            if (old.kind, old.career) == (new.kind, new.career):
                return old, new
    return None


def compare_results(old: SavedResult, new: SavedResult, brought: tuple[str, ...] | None = None) -> Comparison:
    """What changed from one result to a later one. `brought`: see `DataChanges`."""
    before, now = [match.id for match in old.matches], [match.id for match in new.matches]
    return Comparison(
        old=old,
        new=new,
        you=_compare_person(old, new),
        data=DataChanges(
            same=old.data == new.data,
            same_program=old.program == new.program,
            same_method=old.method == new.method,
            same_limits=(set(old.limits), old.have) == (set(new.limits), new.have),
            brought=brought,
        ),
        list=ListChanges(
            came=tuple(id_ for id_ in now if id_ not in before),
            left=tuple(id_ for id_ in before if id_ not in now),
            stayed=tuple(id_ for id_ in now if id_ in before),
        ),
    )


def _compare_person(old: SavedResult, new: SavedResult) -> PersonChanges:
    common = [id_ for id_ in old.answers if id_ in new.answers]
    changed = [
        AnswerThenAndNow(id=id_, old=old.answers[id_], new=new.answers[id_])
        for id_ in common
        if old.answers[id_] != new.answers[id_]
    ]
    alike = old.kind != "interests" or bool(old.answers) == bool(new.answers)
    return PersonChanges(
        same_questionnaire=alike,
        answers=tuple(sorted(changed, key=lambda change: -abs(change.new - change.old))),
        same_answers=len(common) - len(changed),
        gone=tuple(id_ for id_ in old.answers if id_ not in new.answers) if alike else (),
        added=tuple(id_ for id_ in new.answers if id_ not in old.answers) if alike else (),
        scores=tuple(_score_change(id_, old, new, alike=alike) for id_ in old.scores if id_ in new.scores),
    )


def _score_change(id_: str, old: SavedResult, new: SavedResult, *, alike: bool) -> ScoreChange:
    then, now = old.scores[id_], new.scores[id_]
    beyond = None
    if alike and id_ in old.errors and id_ in new.errors:
        beyond = abs(now - then) > BEYOND * math.hypot(old.errors[id_], new.errors[id_])
    return ScoreChange(id=id_, old=then, new=now, beyond=beyond)
