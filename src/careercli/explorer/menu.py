"""Menus as data: what each key is called, what it opens, and why it does nothing now."""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from careercli.core.program.reports import ConfigRow
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say
from careercli.locale.criteria_words import typed_name
from careercli.locale.setting_words import setting_names, setting_value
from careercli.locale.verb_words import verb_words
from careercli.usecases.asking import BACK_KEY, LEAVE_KEY, MORE, READ_KEY, SEARCH_KEY

#: Things that have a digit at once.
DIGITS = 9


class Ask(StrEnum):
    """What the person gives before a command is whole: careers, one of the page, a place, a country, an answer, words.

    `UNKEPT`: one of the page that is not on their list. `FIELD`: one of the fields of the page. `AMOUNT`: a pay.
    """

    CAREER = "career"
    CAREERS = "careers"
    LISTED = "listed"
    UNKEPT = "unkept"
    FIELD = "field"
    CHANGE = "change"
    LIMIT = "limit"
    WEIGHTS = "weights"
    AMOUNT = "amount"
    TEXT = "text"
    PLACE = "place"
    COUNTRY = "country"
    LANGUAGE = "language"
    PALETTE = "palette"


class Place(StrEnum):
    """A page of the explorer's own, which no verb shows."""

    HOME = "home"
    SEARCH = "search"
    FIELDS = "fields"
    SUBJECTS = "subjects"


class Item(NamedTuple):
    """What a key does: runs a command, or opens a `place`.

    The end of a command may be asked for first (`asks`, a text by `question`). One that `stays` changes something, and
    the page remains. `missing` says why it is not available now. `about` says what one opens, in a sentence. Those of a
    `group` stand on a line that begins with its name, and there are called by their `short` label. `words`, with commas
    between, are what else one types to find it.
    """

    key: str
    label: str
    command: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    question: str = ""
    place: Place | None = None
    stays: bool = False
    missing: str = ""
    about: str = ""
    group: str = ""
    short: str = ""
    words: str = ""


class Move(StrEnum):
    """What keys do on every page."""

    READ = READ_KEY
    MORE = MORE
    SEARCH = SEARCH_KEY
    BACK = BACK_KEY
    HOME = "h"
    HELP = "?"
    LEAVE = LEAVE_KEY


class Menu(NamedTuple):
    """The menu under a page: its own items, the moves of every page, where it is, the command of the page.

    The first items, so many as are `listed`, stand in the page with their digits. `searches`: letters begin a search.
    """

    where: str
    items: tuple[Item, ...]
    moves: tuple[Item, ...]
    command: str = ""
    folded: bool = False
    listed: int = 0
    searches: bool = False


def number(items: Iterable[Item], sheet: int) -> tuple[tuple[Item, ...], int]:
    """Items with their digits, nine at a time, and how many sheets there are; those with letters stand on each."""
    capitals = [item._replace(label=capitalized(item.label)) for item in items]
    numbered = [item for item in capitals if not item.key]
    lettered = [item for item in capitals if item.key]
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


def fold(items: Iterable[Item], say: Say, *, listed: int = 0) -> tuple[Item, ...]:
    """What stands for items that are folded away while there is more to read: that, and which digits open sections.

    Of items that are `listed` in the page digits open one of those.
    """
    digits = [item.key for item in items if item.key.isdigit()]
    span = _span(listed, say) if listed else ()
    if len(digits) > 1 and not listed:
        span = (Item(f"{digits[0]}-{digits[-1]}", say("sections")),)
    return (Item(Move.READ, say("read on")), *span)


def _span(listed: int, say: Say) -> tuple[Item, ...]:
    """Which digits open one of what the page lists; where it lists one, the mark says so."""
    if listed < 2:
        return ()
    tens = listed // (DIGITS + 1)
    digits = "1" if tens == 1 else f"1-{tens}"
    return (Item(f"1-{listed}", say("open one (Enter after {digits})", digits=digits) if tens else say("open one")),)


def moves(
    say: Say,
    *,
    at_home: bool,
    sheets: int,
    folded: Sequence[Item] = (),
    listed: int = 0,
    following: tuple[int, int] = (0, 0),
    total: int = 0,
    sheet: int = 0,
) -> tuple[Item, ...]:
    """What the keys do that are the same everywhere, after what stands for items that are `folded` away.

    Of the `sheets` of choices that counted from 0 by `sheet` is shown.
    Of so many `listed` rows, of a `total`, there are more sheets: `following` are the first and last row of the next.
    """
    beginning = say("This is the beginning; q leaves.") if at_home else ""
    first, last = following
    rows = _span(listed, say) if listed else ()
    if last and not folded:
        places = {"first": say.number(first), "last": say.number(last), "total": say.number(total)}
        only = say("{first} of {total}", **places) if first == last else ""
        rows += (Item(Move.READ, only or say("{first} to {last} of {total}", **places)),)
    everywhere = (
        Item(Move.SEARCH, say("search")),
        Item(Move.BACK, say("back"), missing=beginning),
        Item(Move.HOME, say("home"), missing=beginning),
        Item(Move.HELP, say("help")),
        Item(Move.LEAVE, say("leave")),
    )
    more: tuple[Item, ...] = ()
    if sheets > 1 and not folded:
        more = (Item(Move.MORE, say("more choices ({n} of {count})", n=sheet % sheets + 1, count=sheets)),)
    return (*folded, *rows, *more, *everywhere)


def told_of_letters(moves: Iterable[Item], say: Say) -> tuple[Item, ...]:
    """The moves of a page on which letters search, which says so."""
    letters = say("or just letters: search")
    return tuple(move._replace(label=letters) if move.key == Move.SEARCH else move for move in moves)


def home(say: Say) -> tuple[Item, ...]:
    """The front door."""
    words = verb_words(say)
    return (
        Item("", say("look up a career or a question"), place=Place.SEARCH),
        Item("", say("browse by field or by interest"), place=Place.FIELDS, words=words["list"]),
        Item("", say("which careers fit me?"), ("quiz", "--method", "answers"), words=words["quiz"]),
        Item(
            "", say("is a certain career right for me?"), ("quiz",), asks=(Ask.CAREER,), words=say("quiz on a career")
        ),
        Item("", say("compare careers"), ("compare",), asks=(Ask.CAREERS,), words=words["compare"]),
        Item("", say("what does it pay?"), ("salary",), asks=(Ask.CAREER,), words=words["salary"]),
        Item("", say("my list"), ("mine",), words=words["mine"]),
        Item("", say("settings"), ("config",), words=words["config"]),
        Item("", say("after school, losing a job, apprenticeship, who pays"), ("topic",), words=words["topic"]),
        _own_pay(say),
    )


def anywhere(say: Say) -> tuple[Item, ...]:
    """What a search finds wherever it is made: the front door, and pages behind it."""
    words = verb_words(say)
    return (
        *home(say),
        Item("", say("the world of work as a map"), ("map",), words=words["map"]),
        Item("", say("all my notes"), ("notes",), words=words["notes"]),
        Item("", say("all terms explained"), ("define",), words=words["define"]),
        Item("", say("a career at random"), ("random",), words=words["random"]),
        Item("", say("help with the keys"), ("help", "keys"), words=words["help"]),
    )


def _own_pay(say: Say) -> Item:
    """Where a pay of one's own stands."""
    question = say("Which pay? Such as 80k, $40/h or 1900 € net a month.")
    return Item("e", say("what does my pay mean?"), ("salary", "--pay"), asks=(Ask.AMOUNT,), question=question)


def _of_field(id_: str, say: Say, *, guides: bool) -> tuple[str, ...]:
    """The command that lists a field: its occupations by size, or its guides where it has those alone."""
    if guides:
        return ("list", "--family", id_)
    return ("list", "--all", "--family", id_, "--sort", typed_name("employment", say))


def of_fields(fields: Sequence[tuple[str, str]], say: Say, of_guides: Collection[str] = ()) -> tuple[Item, ...]:
    """The fields of work, those `of_guides` alone among them, the subjects and the map."""
    return (
        *(Item("", name, _of_field(id_, say, guides=id_ in of_guides)) for id_, name in fields),
        Item("s", say("by interest"), place=Place.SUBJECTS),
        Item("w", say("the world of work as a map"), ("map",)),
    )


def of_subjects(subjects: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    """What people care for."""
    return tuple(Item("", name, ("list", "--about", id_)) for id_, name in subjects)


class Own(NamedTuple):
    """The careers that are on the person's list, those that are not for them, and whether pay by place is theirs.

    `hidden_last` is that of which they said it last, by id and name; `latest` the dates of the lists by their latest
    answers; `place` is where they live.
    """

    kept: Collection[str] = ()
    hidden: Collection[str] = ()
    hidden_last: tuple[str, str] = ("", "")
    has_places: bool = True
    latest: Collection[str] = ()
    place: str = ""


NOTHING = Own()


def of_career(id_: str, say: Say, own: Own = NOTHING) -> tuple[Item, ...]:
    """What one may do with a career, whichever page of it is shown."""
    on_list = Item("k", say("take it off my list"), ("mine", "--drop", id_), stays=True)
    again = Item("x", say("for me again"), ("hide", "--undo", id_), stays=True)
    in_place = Item("l", say("its pay in a place"), ("salary", id_, "--place"), asks=(Ask.PLACE,))
    return (
        Item("p", say("its pay"), ("salary", id_)),
        *((in_place,) if own.has_places else ()),
        _own_pay(say),
        Item("f", say("is it right for me?"), ("quiz", id_)),
        Item("c", say("compare with neighbors"), ("compare", id_)),
        on_list if id_ in own.kept else Item("k", say("keep it on my list"), ("keep", id_), stays=True),
        Item(
            "n",
            say("note something"),
            ("note", id_),
            asks=(Ask.TEXT,),
            question=say("What do you want to note?"),
            stays=True,
        ),
        again
        if id_ in own.hidden
        else Item(
            "x",
            say("not for me"),
            ("hide", id_, "--because"),
            asks=(Ask.TEXT,),
            question=say("Why is it not for you?"),
            stays=True,
        ),
    )


def of_settings(settings: Sequence[ConfigRow], say: Say, own: Own = NOTHING) -> tuple[Item, ...]:
    """The settings whose effect one sees at once, with what is chosen; those that an option or a variable says stay.

    Where one lives is among them where pay is known by place.
    """
    names = setting_names(say)
    rows = {row.key: row for row in settings}
    asks = {"lang": Ask.LANGUAGE, "country": Ask.COUNTRY, "palette": Ask.PALETTE}
    label = f"{say('Where you live')}{say.colon}{own.place or say('not said')}"
    place = Item("", label, ("me", "set", "place"), (Ask.PLACE,), stays=True)
    chosen = (_setting(rows[key], names[key], ask, say) for key, ask in asks.items())
    return (*chosen, *((place,) if own.has_places else ()))


def _setting(row: ConfigRow, name: str, ask: Ask, say: Say) -> Item:
    fixed = row.origin in ("option", "environment")
    missing = say("`{name}` says it this time: begin without it to choose.", name=row.name) if fixed else ""
    label = f"{name}{say.colon}{setting_value(row.key, row.value, say)}"
    return Item("", label, ("config", "set", row.key), (ask,), stays=True, missing=missing)


def of_list(say: Say) -> tuple[Item, ...]:
    """What one may do with the careers of one's list."""
    noted = say("What do you want to note?")
    return (
        Item("r", say("rank it by my answers"), ("mine", "--rank")),
        Item("u", say("put one first"), ("mine", "--first"), asks=(Ask.LISTED,), stays=True),
        Item("n", say("note something on one"), ("note",), asks=(Ask.LISTED, Ask.TEXT), question=noted, stays=True),
        Item("d", say("take one off"), ("mine", "--drop"), asks=(Ask.LISTED,), stays=True),
        Item("e", say("all my notes"), ("notes",)),
    )


def of_comparison(ids: Sequence[str], say: Say) -> tuple[Item, ...]:
    """What one may do with careers that stand side by side."""
    return (
        Item("r", say("rank them by what matters to me"), ("compare", *ids, "--weight"), (Ask.WEIGHTS,)),
        Item("d", say("only where they differ"), ("compare", *ids, "--only-differences")),
        Item("p", say("what they pay"), ("salary", *ids)),
    )


def of_result(
    say: Say,
    *,
    all_kept: bool,
    kept: str = "",
    hidden_last: tuple[str, str] = ("", ""),
    within: tuple[str, ...] | None = (),
) -> tuple[Item, ...]:
    """What one may do with a list of careers that fit: change it, then more on it.

    Of a result that is `kept` under a date all reasons are told too; `hidden_last`, an id and a name, can be taken
    back. Other answers and one more limit are tried `within` the limits of the list; not at all where that is None.
    """
    change, more = say("Change"), say("More")
    missing = say("All of them are on your list.") if all_kept else ""
    id_, name = hidden_last
    again = say("for me again: {name}", name=name)
    limits = within or ()
    other_answer, one_more = ("quiz", *limits, "--what-if"), ("quiz", "--resume", *limits)
    tried = (
        Item("v", say("what if an answer were another"), other_answer, (Ask.CHANGE,), short=say("try another answer")),
        Item("i", say("another limit, or one less"), one_more, (Ask.LIMIT,), short=say("a limit")),
    )
    changing = (
        *(tried if within is not None else ()),
        Item("x", say("one is not for me"), ("hide",), (Ask.LISTED,), stays=True, short=say("without a career")),
        Item(
            "z", say("a whole field is not for me"), ("hide",), (Ask.FIELD,), stays=True, short=say("without a field")
        ),
        Item("u", again, ("hide", "--undo", id_), stays=True, short=again),
    )
    explained = ("quiz", "--history", kept, "--explain")
    further = (
        Item("w", say("how sure it is, and all reasons"), explained, short=say("how sure, and why")),
        Item(
            "k",
            say("keep one on my list"),
            ("keep",),
            (Ask.UNKEPT,),
            stays=True,
            missing=missing,
            short=say("keep one"),
        ),
        Item("e", say("what the six types mean"), ("define", "riasec"), short=say("the six types")),
    )
    return (
        *(item._replace(group=change) for item in changing if item.key != "u" or id_),
        *(item._replace(group=more) for item in further if item.key != "w" or kept),
    )
