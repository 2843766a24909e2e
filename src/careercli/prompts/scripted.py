"""Answers from a list, for tests and for trying a session out."""

from collections.abc import Callable, Iterable, Sequence

from careercli.usecases.asking import MORE, SEARCH_KEY, Find, Keys, Move, Statement, StepBackError


class ScriptedPrompter:
    """Gives the next answer of a list, whatever is asked; leaves when there are none left.

    `asked` are the questions so far, `offered` the titles to choose from at each, `told` what was said before them.
    Raises AssertionError for an answer that a person could not have given.
    """

    def __init__(self, answers: Iterable[str]) -> None:
        self.answers = iter(answers)
        self.asked: list[str] = []
        self.offered: list[list[str]] = []
        self.told: list[str] = []

    def begin(self) -> bool:
        """There is no screen."""
        return False

    def rate(self, statement: Statement) -> int | Move:
        """An answer is a number or a move; what is asked is noted as `1/12  text`."""
        self.told += statement.intro
        choices = [(str(n), word) for n, word in enumerate(statement.steps, 1)]
        choices += [(move, move) for move in statement.moves]
        total = f"about {statement.total}" if statement.more else str(statement.total)
        title = f"{statement.number}/{total}  {statement.text}"
        answer = self._pick(title, choices)
        return int(answer) if answer.isdigit() else Move(answer)

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None, *, leaves: bool = False
    ) -> str:
        *told, asked = question.split("\n")
        self.told += told
        return self._pick(asked, choices)

    def open_row(self, question: str, rows: Sequence[tuple[str, str]], more: str = "") -> str:
        """An empty answer opens none."""
        return self._pick(question, [*rows, *([(MORE, more)] if more else []), ("", "")])

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        answer = self._next(question, [])
        assert not wrong(answer), wrong(answer)
        return answer

    def press(self, keys: Keys) -> str:
        missing = {key.key: key.missing for key in (*keys.items, *keys.moves)}
        answer = self._next(keys.where, [key.label for key in (*keys.items, *keys.moves)])
        if keys.searches and answer.startswith(SEARCH_KEY):
            return answer
        assert answer in missing, (answer, missing)
        assert not missing[answer], missing[answer]
        return answer

    def search(self, question: str, find: Find, typed: str = "") -> str:
        """An answer is what is typed; what is found first is opened. An empty one that finds nothing goes back."""
        answer = typed + self._next(question, [])
        found = find(answer)
        if not answer and not found:
            raise StepBackError
        self.offered[-1] = [title for _, title in found]
        assert found, answer
        return found[0][0]

    def _pick(self, question: str, choices: Sequence[tuple[str, str]]) -> str:
        answer = self._next(question, [title for _, title in choices])
        assert answer in {value for value, _ in choices}, answer
        return answer

    def _next(self, question: str, titles: list[str]) -> str:
        self.asked.append(question)
        self.offered.append(titles)
        try:
            return next(self.answers)
        except StopIteration:
            raise KeyboardInterrupt from None
