"""Asking the statements of a questionnaire one at a time; every answer is kept before the next is asked."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.errors import CancelledError, CareersError, NeedsAnswersError
from careercli.prompts.keys import BACK, QUIT, SKIP
from careercli.prompts.make import make_prompter
from careercli.world.runtime import Prompter, Runtime

if TYPE_CHECKING:
    from careercli.profile.answers import AnswerBook

GO_ON, AGAIN = "go-on", "again"


class Asked(NamedTuple):
    """A statement to ask, and the words of its five steps."""

    id: str
    text: str
    steps: Sequence[str]


class Session:
    """A questionnaire on a terminal. `career` is empty for that on interests.

    `resume` goes on with the answers that are kept, or begins anew; without it the user is asked where a questionnaire
    was left half-way.
    """

    def __init__(
        self,
        runtime: Runtime,
        career: str,
        asked: Sequence[Asked],
        *,
        keep: bool,
        resume: bool | None,
        length: str = "",
        prompter: Prompter | None = None,
    ) -> None:
        self.runtime = runtime
        self.career = career
        self.length = length
        self.asked = asked
        self.resume = resume
        self.answers: dict[str, int] = {}
        self.stored: dict[str, int] = {}
        self.failed = False
        self.book: AnswerBook | None = None
        self.keep = keep
        self.prompter = prompter or make_prompter(runtime)

    def ask(self, intro: Sequence[str], then: Callable[[Prompter], None] | None = None) -> dict[str, int]:
        """The answers; `then` asks more of the same person. Raises CancelledError where the user leaves."""
        try:
            self._open()
            for line in intro:
                self.runtime.tell(line)
            self._ask_all(set(self.answers))
            if then:
                then(self.prompter)
        except KeyboardInterrupt:
            raise self._left() from None
        return self.answers

    def _open(self) -> None:
        """Take up the answers that are kept. A damaged file is told of now, before anything is asked."""
        if not self.keep and not self.resume:
            return
        from careercli.profile.answers import AnswerBook

        self.book = AnswerBook(self.runtime.data_dir, self.runtime.tell)
        ids = {statement.id for statement in self.asked}
        kept = {id_: answer for id_, answer in self.book.answers(self.career).items() if id_ in ids}
        left = self.book.saved.left
        self.stored = kept
        half_way = kept and len(kept) < len(ids) and left is not None and left.career == self.career
        resume = self._ask_whether(len(kept)) if self.resume is None and half_way else self.resume
        if resume:
            self.answers = kept

    def _ask_whether(self, given: int) -> bool:
        say = self.runtime.say
        question = say("You answered {given} of {all} last time.", given=given, all=len(self.asked))
        choices = [(GO_ON, say("go on from there")), (AGAIN, say("start again from the first"))]
        return self.prompter.choose(question, choices) == GO_ON

    def _ask_all(self, given: set[str]) -> None:
        say = self.runtime.say
        extra = [(SKIP, say("skip")), (QUIT, say("stop here"))]
        last = len(self.asked)
        n = next((k for k, one in enumerate(self.asked) if one.id not in self.answers), last)
        while n < last:
            one = self.asked[n]
            steps = [(str(k), word) for k, word in enumerate(one.steps, 1)]
            back = [(BACK, say("back"))] if n else []
            earlier = self.answers.get(one.id)
            default = str(earlier) if earlier else None
            answer = self.prompter.choose(f"{n + 1}/{last}  {one.text}", [*steps, *extra, *back], default)
            if answer == QUIT:
                raise KeyboardInterrupt
            if answer == BACK:
                n -= 1
                continue
            if answer != SKIP:
                self.answers[one.id] = int(answer)
                self._save()
            n += 1
            while n < last and self.asked[n].id in given:
                n += 1  # answered before `--resume`

    def _save(self) -> None:
        """Keep the answers. What fails is told of once, and tried again with the next answer."""
        if not self.keep or self.book is None:
            return
        from careercli.profile.answers import why_not_kept

        say = self.runtime.say
        try:
            self.book.put_answers(self.career, self.length, self.answers)
        except (OSError, CareersError) as error:
            if not self.failed:
                why = why_not_kept(error)
                self.runtime.tell(say("Your answers cannot be kept ({why}); the questions go on.", why=why))
            self.failed = True
            return
        if self.failed:
            self.runtime.tell(say("Your answers are kept again, the earlier ones too."))
        self.failed = False
        self.stored = dict(self.answers)

    def _left(self) -> CancelledError:
        if self.failed:
            self._save()
        count = len(self.stored)
        if not self.keep or not count:
            return CancelledError("stopped; nothing was kept")
        if self.career and count == 1:
            hint = "Go on with `careers quiz {id} --resume`."
            return CancelledError("stopped; one answer is kept", hint, id=self.career)
        if self.career:
            hint = "Go on with `careers quiz {id} --resume`."
            return CancelledError("stopped; {count} answers are kept", hint, count=count, id=self.career)
        if count == 1:
            return CancelledError("stopped; one answer is kept", "Go on with `careers quiz --resume`.")
        return CancelledError("stopped; {count} answers are kept", "Go on with `careers quiz --resume`.", count=count)


def need_terminal(runtime: Runtime, id_: str) -> None:
    """Raises NeedsAnswersError where nobody can be asked."""
    if not runtime.can_ask:
        raise NeedsAnswersError(
            "the questions of `{id}` need a terminal",
            "Give the answers in a file: `careers quiz {id} --answers FILE`; `--items` lists them.",
            id=id_,
        )
