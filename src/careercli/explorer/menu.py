"""Menus as data: what each key is called, what it opens, and why it does nothing now."""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from careercli.locale import Say
from careercli.usecases.asking import BACK_KEY, READ_KEY

#: Things that have a digit at once.
DIGITS = 9


class Ask(StrEnum):
    """What the person gives before a command is whole."""

    CAREER = "career"
    CAREERS = "careers"
    TEXT = "text"


class Place(StrEnum):
    """A page of the explorer's own, which no verb shows."""

    HOME = "home"
    FIELDS = "fields"
    SUBJECTS = "subjects"


class Item(NamedTuple):
    """What a key does: runs a command, after asking for its end (`ask`, by `question`), or opens a `place`.

    One that `stays` changes something, and the page remains. `missing` says why it is not available now.
    """

    key: str
    label: str
    command: tuple[str, ...] = ()
    ask: Ask | None = None
    question: str = ""
    place: Place | None = None
    stays: bool = False
    missing: str = ""


class Move(StrEnum):
    """What keys do on every page."""

    READ = READ_KEY
    MORE = "m"
    SEARCH = "/"
    BACK = BACK_KEY
    HELP = "?"
    LEAVE = "q"


class Menu(NamedTuple):
    """The menu under a page: its own items, the moves of every page, where it is, the command of the page."""

    where: str
    items: tuple[Item, ...]
    moves: tuple[Item, ...]
    command: str = ""
    folded: bool = False


def number(items: Iterable[Item], sheet: int) -> tuple[tuple[Item, ...], int]:
    """Items with their digits, nine at a time, and how many sheets there are; those with letters stand on each."""
    numbered = [item for item in items if not item.key]
    lettered = [item for item in items if item.key]
    sheets = max(1, -(-len(numbered) // DIGITS))
    first = sheet % sheets * DIGITS
    shown = [item._replace(key=str(n)) for n, item in enumerate(numbered[first : first + DIGITS], 1)]
    return (*shown, *lettered), sheets


def available(items: Iterable[Item], verbs: Collection[str], say: Say) -> list[Item]:
    """Items of verbs that the program does not have say so."""
    missing = say("This comes with a later edition.")
    return [
        item._replace(missing=missing) if item.command and item.command[0] not in verbs and not item.missing else item
        for item in items
    ]


def moves(say: Say, *, at_home: bool, sheets: int, unread: bool) -> tuple[Item, ...]:
    """What the keys do that are the same everywhere."""
    everywhere = (
        Item(Move.SEARCH, say("search")),
        Item(Move.BACK, say("back"), missing=say("This is the beginning; q leaves.") if at_home else ""),
        Item(Move.HELP, say("help")),
        Item(Move.LEAVE, say("leave")),
    )
    more = (Item(Move.MORE, say("more choices")),) if sheets > 1 else ()
    read = (Item(Move.READ, say("read on")),) if unread else ()
    return (*read, *more, *everywhere)


def home(say: Say) -> tuple[Item, ...]:
    """The front door."""
    which = say("Which career?")
    return (
        Item("", say("look up a career"), ("show",), ask=Ask.CAREER, question=which),
        Item("", say("browse by field and by what I care for"), place=Place.FIELDS),
        Item("", say("which careers fit me?"), ("quiz", "--method", "careers")),
        Item("", say("is this one right for me?"), ("quiz",), ask=Ask.CAREER, question=which),
        Item("", say("compare careers"), ("compare",), ask=Ask.CAREERS),
        Item("", say("what does it pay?"), ("salary",), ask=Ask.CAREER, question=which),
        Item("", say("my list"), ("mine",)),
        Item("", say("settings"), ("config",)),
        Item("", say("applying, who pays for training, gross and net"), ("topic",)),
    )


def of_fields(fields: Sequence[tuple[str, str]], say: Say) -> tuple[Item, ...]:
    """The fields of work, the subjects and the map."""
    return (
        *(Item("", name, ("list", "--all", "--family", id_, "--sort", "size")) for id_, name in fields),
        Item("s", say("by what I care for"), place=Place.SUBJECTS),
        Item("w", say("the world of work on one screen"), ("map",)),
    )


def of_subjects(subjects: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    """What people care for."""
    return tuple(Item("", name, ("list", "--about", id_)) for id_, name in subjects)


def of_career(id_: str, say: Say, *, kept: bool = False) -> tuple[Item, ...]:
    """What one may do with a career, whichever page of it is shown."""
    return (
        Item("p", say("its pay"), ("salary", id_)),
        Item("f", say("is it right for me?"), ("quiz", id_)),
        Item("c", say("compare it with its neighbours"), ("compare", id_)),
        Item("k", say("keep it on my list"), ("keep", id_), stays=True),
        Item("n", say("note something"), ("note", id_), ask=Ask.TEXT, question=say("What is to be noted?"), stays=True),
        Item(
            "x",
            say("not for me"),
            ("hide", id_, "--because"),
            ask=Ask.TEXT,
            question=say("Why is it not for me?"),
            stays=True,
        ),
    )
