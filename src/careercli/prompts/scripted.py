"""Answers from a list, for tests and for trying a session out."""

from collections.abc import Callable, Iterable, Sequence


class ScriptedPrompter:
    """Gives the next answer of a list, whatever is asked; leaves when there are none left."""

    def __init__(self, answers: Iterable[str | list[str]]) -> None:
        self.answers = iter(answers)
        self.asked: list[str] = []

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        answer = self._next(question)
        assert answer in {value for value, _ in choices}, answer
        return str(answer)

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]], most: int) -> list[str]:
        answer = self._next(question)
        return list(answer)

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        answer = str(self._next(question))
        assert not wrong(answer), wrong(answer)
        return answer

    def _next(self, question: str) -> str | list[str]:
        self.asked.append(question)
        try:
            return next(self.answers)
        except StopIteration:
            raise KeyboardInterrupt from None
