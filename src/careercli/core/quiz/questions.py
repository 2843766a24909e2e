"""A questionnaire while it is answered. Which statement comes next is chosen here; asking it is done elsewhere."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from careercli.core.quiz.interests import Length

#: An adaptive questionnaire asks so many at least, at most, and usually so many.
LEAST, MOST, USUAL = 15, 30, 25


class Question(NamedTuple):
    """A statement to rate, the words of its five steps, from 1 to 5, and the question that stands above it."""

    id: str
    text: str
    steps: tuple[str, ...]
    asks: str = ""


class Planner(Protocol):
    """Chooses what is asked after the first questions, from a `pool` of all; `most` are asked."""

    @property
    def pool(self) -> tuple[Question, ...]: ...  # noqa: D102 - the class says it
    @property
    def most(self) -> int: ...  # noqa: D102
    @property
    def enough(self) -> str: ...  # noqa: D102

    def next_question(self, asked: Sequence[str], answers: Mapping[str, int]) -> Question | None:
        """The question after those of some ids; None where it is enough, which `enough` says."""

    def left(self, asked: Sequence[str], answers: Mapping[str, int]) -> int:
        """About how many will be asked after those of some ids."""


class Questionnaire(NamedTuple):
    """What is asked: about a `career`, or on interests where that is empty. `intro` is said with the first one.

    `name` is that of the career. With a `planner` the questions are those that it begins with.
    """

    career: str
    length: Length | None
    questions: tuple[Question, ...]
    intro: tuple[str, ...] = ()
    planner: Planner | None = None
    name: str = ""

    @property
    def pool(self) -> tuple[Question, ...]:
        """All that may be asked."""
        return self.planner.pool if self.planner else self.questions

    def questions_for(self, answers: Mapping[str, int]) -> tuple[Question, ...]:
        """What is asked of somebody who has answered some: the first questions, and what a planner had chosen."""
        first = {question.id for question in self.questions}
        return (*self.questions, *(one for one in self.pool if one.id in answers and one.id not in first))


class Progress(NamedTuple):
    """How far a person has come. Each step gives another; nothing is changed.

    `answers` are those that count, by id; `before` are the ids of those given another time, which are not asked
    again. `place` is that of the question to ask, or behind the last one.
    """

    questions: tuple[Question, ...]
    answers: Mapping[str, int]
    before: frozenset[str]
    place: int

    @property
    def question(self) -> Question | None:
        """The one to ask now; None where all have been."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def earlier(self) -> int | None:
        """What was answered to it already."""
        return self.answers.get(self.question.id) if self.question else None

    def answer(self, answer: int) -> "Progress":
        """After an answer to the present question."""
        assert self.question
        return self._replace(answers={**self.answers, self.question.id: answer}).skip()

    def skip(self) -> "Progress":
        """After the present question, whether it was answered or not."""
        rest = range(self.place + 1, len(self.questions))
        open_ = (place for place in rest if self.questions[place].id not in self.before)
        return self._replace(place=next(open_, len(self.questions)))

    def go_back(self) -> "Progress | None":
        """At the question before the present one; None before the first."""
        return self._replace(place=self.place - 1) if self.place else None


def begin(questions: tuple[Question, ...], answers: Mapping[str, int]) -> Progress:
    """The start of a questionnaire: at the first question that is not answered yet."""
    open_ = (place for place, question in enumerate(questions) if question.id not in answers)
    return Progress(questions, answers, frozenset(answers), next(open_, len(questions)))
