"""Somebody who answers, as a use case that asks knows them."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from careercli.errors import Message
from careercli.locale import Say


class Move(StrEnum):
    """What may be chosen beside an answer."""

    BACK = "back"
    SKIP = "skip"
    QUIT = "quit"


class Prompter(Protocol):
    """Asks one thing at a time. Ctrl-C and Ctrl-D raise KeyboardInterrupt."""

    def choose(self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None) -> str:
        """One of the choices, each (value, title)."""

    def choose_some(self, question: str, choices: Sequence[tuple[str, str]], most: int) -> list[str]:
        """Some of the choices, at most so many, each (value, title).

        In the order picked where the prompter knows it, else in theirs.
        """

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        """A line of text that nothing is wrong with: `wrong` gives a sentence on what is, or an empty one."""


class Person(NamedTuple):
    """Who is asked: `prompter` asks, `tell` says what is no question, both in the language of `say`."""

    prompter: Prompter
    say: Say
    tell: Callable[[str | Message], None]
