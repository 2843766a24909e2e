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


class StepBackError(KeyboardInterrupt):
    """Escape: the person wants to go back."""


class EndOfInputError(KeyboardInterrupt):
    """Ctrl-D: the person has nothing more to say."""


class Statement(NamedTuple):
    """A statement to rate: the `number` it has, from 1, among so many, the words of its steps, from 1 on.

    `moves` are what may be done instead, `earlier` is what was answered to it before. `more`: about so many follow,
    where the number is not fixed; `total` is then the most that there may be. `intro` is said before it, with it alone;
    `asks` is the question in short, where there is no intro.
    """

    text: str
    steps: Sequence[str]
    number: int
    total: int
    moves: Sequence[Move]
    earlier: int | None = None
    more: int | None = None
    intro: Sequence[str] = ()
    asks: str = ""


class Key(Protocol):
    """Something that a key does: `missing` says why it does not now, and is empty where it does.

    `about` may say what it opens, in a sentence. Those of a `group` stand on a line together, called by their `short`
    label where they have one.
    """

    @property
    def key(self) -> str: ...  # noqa: D102 - the class says it
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def missing(self) -> str: ...  # noqa: D102
    @property
    def about(self) -> str: ...  # noqa: D102
    @property
    def group(self) -> str: ...  # noqa: D102
    @property
    def short(self) -> str: ...  # noqa: D102


class Keys(Protocol):
    """What keys do on a page: `items` on this one, `moves` on every one; `where` it is, the `command` that shows it.

    Where there is more of the page to read, its items are `folded` away, yet their keys do what they do. The first
    items, so many as are `listed`, stand in the page with their keys. Where it `searches`, a letter begins a search, in
    which what has that letter comes first.
    """

    @property
    def where(self) -> str: ...  # noqa: D102
    @property
    def items(self) -> Sequence[Key]: ...  # noqa: D102
    @property
    def moves(self) -> Sequence[Key]: ...  # noqa: D102
    @property
    def command(self) -> str: ...  # noqa: D102
    @property
    def folded(self) -> bool: ...  # noqa: D102
    @property
    def listed(self) -> int: ...  # noqa: D102
    @property
    def searches(self) -> bool: ...  # noqa: D102


#: Gives what may be meant by some words: values and titles, best first.
Find = Callable[[str], Sequence[tuple[str, str]]]
#: The key that goes back; Escape does what it does.
BACK_KEY = "b"
#: The key that asks for more of what is listed, and what then is chosen; the key that leaves.
MORE, LEAVE_KEY = "m", "q"
#: The key that searches; where letters do, what is pressed is given after it.
SEARCH_KEY = "/"
#: The key that reads on; Enter does what it does.
READ_KEY = " "


class Prompter(Protocol):
    """Asks one thing at a time. Ctrl-C raises KeyboardInterrupt, Escape and Ctrl-D a kind of it."""

    def begin(self) -> bool:
        """Begin a clean screen for what comes now: what stood there is scrolled away. False where there is none."""

    def rate(self, statement: Statement) -> int | Move:
        """What is answered to a statement, from 1 on, or done instead."""

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None, *, leaves: bool = False
    ) -> str:
        """One of the choices, each (value, title). The last line of the question asks, those before it tell.

        `leaves`: there is nothing to go back to, so that Escape leaves what is asked.
        """

    def open_row(self, question: str, rows: Sequence[tuple[str, str]], more: str = "") -> str:
        """One of the rows of a table, each (value, title), whose numbers are on the screen; empty where none is.

        `more` is what else there is; MORE where that is chosen.
        """

    def write(self, question: str, wrong: Callable[[str], str]) -> str:
        """A line of text that nothing is wrong with: `wrong` gives a sentence on what is, or an empty one."""

    def press(self, keys: Keys) -> str:
        """The key that is pressed, of those that do something now; of a search, also what is typed already."""

    def search(self, question: str, find: Find, typed: str = "") -> str:
        """One of the values that `find` gives for what is typed, some of it already."""


class Person(NamedTuple):
    """Who is asked: `prompter` asks, `tell` says what is no question, both in the language of `say`."""

    prompter: Prompter
    say: Say
    tell: Callable[[str | Message], None]
