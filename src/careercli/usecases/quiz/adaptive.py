"""The questionnaire on interests that chooses its next activity, and stops when the leading fields hold."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.core.quiz.interests import InterestItem
from careercli.core.quiz.questions import MOST, USUAL, Question
from careercli.library.catalogue import Catalogue
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.core.quiz.adaptive import Adaptive


class AdaptivePlanner:
    """Chooses by what is known of all careers, which is read when the first questions have been answered."""

    def __init__(
        self,
        library: Catalogue,
        items: Sequence[InterestItem],
        request: Request,
        pool: tuple[Question, ...],
        folder: Path | None = None,
    ) -> None:
        self._library, self._items, self._request, self._folder = library, items, request, folder
        self.pool = pool
        self.most = MOST
        say = library.say(request.lang)
        self.enough = say("That is enough: your first fields have stayed the same over the last answers.")

    @cached_property
    def _adaptive(self) -> "Adaptive":
        from careercli.core.quiz.adaptive import Adaptive
        from careercli.usecases.preferences import hidden_ids
        from careercli.usecases.quiz.match_rows import limit_careers

        say = self._library.say(self._request.lang)
        hidden, _ = hidden_ids(self._library, self._folder, say)  # what could not be read is told with the result
        careers = limit_careers(self._library, (), self._request.country, hidden)
        return Adaptive(self._items, careers.atlas, careers.candidates)

    def next_question(self, asked: Sequence[str], answers: Mapping[str, int]) -> Question | None:
        """The question after those asked; None where it is enough."""
        item = self._adaptive.next_item(asked, answers)
        return next((question for question in self.pool if item and question.id == item.id), None)

    def left(self, asked: Sequence[str], answers: Mapping[str, int]) -> int:
        """About how many will be asked after those asked."""
        return USUAL - len(asked) if len(asked) < self._first else self._adaptive.left(asked, answers)

    @cached_property
    def _first(self) -> int:
        return sum(item.length == "short" for item in self._items)
