"""A prompter that remembers how its last question was left."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from careercli.usecases.asking import Find, Keys, Move, Prompter, Statement


class Watched:
    """Asks as another does; `left` is the kind of interrupt by which the last question was left, if it was.

    `covered`: what stood on the screen was scrolled away for a question.
    """

    def __init__(self, prompter: Prompter) -> None:
        self._prompter = prompter
        self.left: type[BaseException] | None = None
        self.covered = False

    @contextmanager
    def _watching(self) -> Iterator[Prompter]:
        self.left = None
        try:
            yield self._prompter
        except KeyboardInterrupt as error:
            self.left = type(error)
            raise

    def begin(self) -> bool:
        """Begin a clean screen."""
        begun = self._prompter.begin()
        self.covered = self.covered or begun
        return begun

    def rate(self, statement: Statement) -> int | Move:
        """An answer, or what is done instead."""
        with self._watching() as prompter:
            return prompter.rate(statement)

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None, *, leaves: bool = False
    ) -> str:
        """One of the choices."""
        with self._watching() as prompter:
            return prompter.choose(question, choices, default, leaves=leaves)

    def open_row(self, question: str, rows: Sequence[tuple[str, str]], more: str = "") -> str:
        """One of the rows, or none."""
        with self._watching() as prompter:
            return prompter.open_row(question, rows, more)

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        """A line of text."""
        with self._watching() as prompter:
            return prompter.write(question, wrong)

    def press(self, keys: Keys) -> str:
        """A key."""
        with self._watching() as prompter:
            return prompter.press(keys)

    def search(self, question: str, find: Find, typed: str = "") -> str:
        """What is found."""
        with self._watching() as prompter:
            return prompter.search(question, find, typed)
