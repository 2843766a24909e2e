"""Numbered lines: read aloud well, and nothing is redrawn."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from careercli.core.text.plaintext import make_plainer
from careercli.prompts.keys import KEYS, SCALE_KEY, numbers_of
from careercli.prompts.progress import progress_words
from careercli.usecases.asking import (
    MORE,
    READ_KEY,
    SEARCH_KEY,
    EndOfInputError,
    Find,
    Key,
    Keys,
    Move,
    Statement,
    StepBackError,
)
from careercli.world.signals import suspendable

if TYPE_CHECKING:
    from careercli.locale import Say
    from careercli.world.runtime import Runtime


class AccessiblePrompter:
    """Prints the choices with their numbers and reads a number."""

    def __init__(self, runtime: "Runtime") -> None:
        self.runtime = runtime
        self._scale_told: Sequence[str] = ()

    def begin(self) -> bool:
        """Nothing is taken away from what was read."""
        return False

    def rate(self, statement: Statement) -> int | Move:
        """The scale is told once; `?` tells it again."""
        say, scale = self.runtime.say, _scale(statement, self.runtime.say)
        for line in statement.intro:
            self.runtime.tell(line)
        if self._scale_told != statement.steps:
            self.runtime.tell("\n" + scale)
            self._scale_told = statement.steps
        number = progress_words(statement, say)
        asked = f"{number}. {statement.text}"
        if statement.earlier:
            asked += "\n" + say("Your answer so far: {answer}", answer=statement.steps[statement.earlier - 1])
        said = "\n" + asked
        while True:
            text = self._read(asked, say("Number, then Enter: "), said).lower()
            if text.isascii() and text.isdigit() and 1 <= int(text) <= len(statement.steps):
                return int(text)
            if not text and statement.earlier:
                return statement.earlier
            move = next((move for move, letter in KEYS.items() if letter == text), None)
            if move and move in statement.moves:
                return move
            if move:
                said = say("Nothing comes before this.")
            elif text == SCALE_KEY:
                said = scale
            else:
                said = say("Please type a number from 1 to {last}, or a letter.", last=len(statement.steps))

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None, *, leaves: bool = False
    ) -> str:
        say = self.runtime.say
        numbers = numbers_of(choices)
        asked = _listed(question, choices, say("Enter alone"))
        said = "\n" + asked
        while True:
            text = self._read(asked, say("Number, then Enter: "), said)
            if not text and default is not None:
                return default
            if text and text in numbers:
                return choices[numbers.index(text)][0]
            first = next(number for number in numbers if number)
            said = say("Please type a number from {first} to {last}.", first=first, last=numbers[-1])

    def open_row(self, question: str, rows: Sequence[tuple[str, str]], more: str = "") -> str:
        """The rows are said again: their numbers may be far behind."""
        others = [(MORE, more)] if more else []
        return self.choose(question, [*rows, *others, ("", self.runtime.say("none of these"))], "")

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        said = "\n" + question
        while True:
            text = self._read(question, "> ", said)
            if not (message := wrong(text)):
                return text
            said = message

    def press(self, keys: Keys) -> str:
        """All that keys do, as numbered lines; those of digits have their digits."""
        say, listed = self.runtime.say, (*keys.items, *(move for move in keys.moves if not move.missing))
        titles = [_titled(key, say) for key in listed]
        if keys.command:
            titles[-1] += "\n" + say("As a command") + say.colon + keys.command
        asked = _listed(say("You are here") + say.colon + keys.where, [("", title) for title in titles])
        said = "\n" + asked
        while True:
            text = self._read(asked, say("Number or letter, then Enter: "), said).lower()
            at = int(text) - 1 if text.isascii() and text.isdigit() else -1
            lettered = {key.key: key for key in (*keys.moves, *keys.items)}
            chosen = listed[at] if 0 <= at < len(listed) else lettered.get(text)
            if chosen and not chosen.missing:
                return chosen.key
            if not chosen and keys.searches and len(text) > 1 and not text.isdigit():
                return SEARCH_KEY + text
            wrong = chosen.missing if chosen else ""
            said = wrong or say("Please type a number from 1 to {last}, or a letter.", last=len(listed))

    def search(self, question: str, find: Find, typed: str = "") -> str:
        """Words, then a number of what is found, or other words."""
        say = self.runtime.say
        found = list(find(typed))
        asked = _listed(question, found)
        if typed and not found:
            asked += "\n" + say("No match.")
        said = "\n" + asked
        while True:
            text = self._read(asked, say("A few letters, then Enter; Enter alone goes back: "), said)
            if not text:
                raise StepBackError
            if text.isascii() and text.isdigit() and 1 <= int(text) <= len(found):
                return found[int(text) - 1][0]
            if found := list(find(text)):
                asked = _listed(say("Number, or other letters, then Enter: "), found)
                said = "\n" + asked
            else:
                said = say("No match.")

    def _read(self, asked: str, prompt: str, said: str) -> str:
        """The line that is typed under what is said; what is asked is said again to who was stopped meanwhile."""

        def ask(said: str) -> None:
            self.runtime.tell(said)
            self._show(prompt)

        try:
            with suspendable(lambda: None, lambda: ask("\n" + asked), begin=lambda: ask(said)):
                line = self.runtime.stdin.readline()
            if not line:  # Ctrl-D
                raise EndOfInputError  # noqa: TRY301 - it is one of those below
        except BaseException:  # what is said next begins a line of its own
            self._show("\n")
            raise
        return line.strip()

    def _show(self, text: str) -> None:
        encoding = getattr(self.runtime.stderr, "encoding", None) or "utf-8"
        self.runtime.stderr.write(make_plainer(text, encoding))
        self.runtime.stderr.flush()


def _listed(question: str, choices: Sequence[tuple[str, str]], by_enter: str = "") -> str:
    """A question with its choices, numbered; what has no number is taken `by_enter`."""
    numbered = zip(numbers_of(choices), choices, strict=True)
    return "\n".join([question, *(f"{number or by_enter}. {title}" for number, (_, title) in numbered)])


def _scale(statement: Statement, say: "Say") -> str:
    """The steps of a scale with their numbers, and the letters, a line each."""
    words = {Move.BACK: say("back"), Move.SKIP: say("skip"), Move.QUIT: say("leave and keep")}
    lines = [f"{number}. {word}" for number, word in enumerate(statement.steps, 1)]
    lines += [f"{letter}{say.colon}{words[move]}" for move, letter in KEYS.items()]
    return "\n".join([say("How to answer") + say.colon.rstrip(), *lines, f"{SCALE_KEY}{say.colon}{say('all words')}"])


def _titled(key: Key, say: "Say") -> str:
    """What a key does, with its letter, or why it does not now."""
    title = key.label if key.key.isdigit() or key.key == READ_KEY else f"{key.label} ({key.key})"
    return f"{title}{say.colon}{key.missing}" if key.missing else title
