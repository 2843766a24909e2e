"""A report laid out as a page of simple blocks, for any output: terminal, pipe, markdown.

Texts are plain: `★` and `☆` are stars, `[3]` refers to a source.
"""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

import msgspec

Mark = Literal["dot", "plus", "minus", "number", "none"]
T = TypeVar("T")
_NO_BREAK = "\u00a0"


class Block(msgspec.Struct, frozen=True):
    """The base of all blocks."""


class Heading(Block, frozen=True):
    """Level 1 names the page, 2 a section, 3 a part of it.

    `aside` is what one sees first beside a name; `number` is that by which a section can be asked for.
    """

    text: str
    level: int = 2
    aside: str = ""
    number: int | None = None


class Prose(Block, frozen=True):
    """A paragraph; quiet ones are remarks. `short` is what a drawn page says for it, nothing if that is empty.

    `joined`: on a drawn page no blank line parts it from what follows.
    """

    text: str
    quiet: bool = False
    short: str | None = None
    joined: bool = False


class Bullets(Block, frozen=True):
    """A list. Each entry is (name, text); either may be empty. `short` is what a drawn page says for it.

    `commands` are of each entry what opens it, in the order in which they are tried on a line of its own.
    """

    items: tuple[tuple[str, str], ...]
    mark: Mark = "dot"
    short: str = ""
    commands: tuple[tuple[str, ...], ...] = ()

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """The entries where nothing is drawn: with the last of their commands in the text."""
        if not self.commands:
            return self.items
        pairs = zip(self.items, self.commands, strict=True)
        return tuple((name, " ".join(filter(None, (text, *commands[-1:])))) for (name, text), commands in pairs)


class Facts(Block, frozen=True):
    """Labels and their values, aligned where there is room."""

    rows: tuple[tuple[str, str], ...]


class TallyLine(msgspec.Struct, frozen=True):
    """A line of a sum: what it is, how it was multiplied out (as a rule not at all), what it comes to."""

    label: str
    product: str
    amount: str

    @property
    def told(self) -> str:
        """What it comes to, with how."""
        return f"{self.product} = {self.amount}" if self.product else self.amount


class Tally(Block, frozen=True):
    """A sum, its lines one under the other, what they come to on the right; the `total` of all under a rule."""

    lines: tuple[TallyLine, ...]
    total: TallyLine | None = None

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The lines and the total as labels and their values."""
        every = (*self.lines, self.total) if self.total else self.lines
        return tuple((line.label, line.told) for line in every)


class Cited(msgspec.Struct, frozen=True):
    """A source by its number: all that is to be said of it, and shorter, each shorter than the one before."""

    number: str
    whole: str
    shorter: tuple[str, ...]


class Bibliography(Block, frozen=True):
    """Sources by number: whole, or drawn, the longest that takes one line, for the shortest as many as it needs.

    `rest` says where they stand whole, where one is not drawn so. Those that are `whole` take as many lines as they
    need, and are shorter only where a word of theirs is wider than a line.
    """

    rows: tuple[Cited, ...]
    rest: str = ""
    whole: bool = False


class Bar(msgspec.Struct, frozen=True):
    """A label, a share from 0 to 1 or both ways, the figure in words; `hue` (0 to 5) keeps one colour for one thing.

    The bar begins at `start`, from 0 to the share. A `note` stands under it.
    """

    label: str
    share: float
    text: str
    hue: int | None = None
    start: float = 0.0
    note: str = ""


def held(text: str, aside: str) -> str:
    """A text as it is drawn: no line ends within an aside nor at the sign of a product."""
    if aside:
        text = text.replace(aside, aside.replace(" ", _NO_BREAK))
    return text.replace(" × ", f"{_NO_BREAK}×{_NO_BREAK}")


class Bars(Block, frozen=True):
    """Shares as bars over one scale, `across` of them side by side where there is room.

    `both_ways`: from nought in the middle, to the left below it; a share beyond -1 or 1 goes on past the end.
    """

    rows: tuple[Bar, ...]
    across: int = 1
    both_ways: bool = False


class Timeline(Block, frozen=True):
    """Moments in their order: a time and what happens then."""

    moments: tuple[tuple[str, str], ...]


class Pair(Block, frozen=True):
    """Two lists with a title each, side by side where there is room."""

    left_title: str
    left: Bullets
    right_title: str
    right: Bullets


class Grid(Block, frozen=True):
    """A table. Where it is too narrow each row becomes a block of `title: cell` lines.

    `right` are the indexes of columns of numbers; `strong` that of a row to set off; `least` is the width, in
    columns of the terminal, under which the rows become blocks. `one_line`: a row is a line; what does not fit is cut
    at a word: of the columns `cut` at most to the width beside each, before those in `extra` and then in `spare` are
    left out one by one; of the latter those come back that cut nothing in the end. `meter` is the column whose
    cells begin with a tiny bar, of `shares` from 0 to 1; in `spare` it stands for that bar alone. `widest` is how long
    its lines may be where nothing cuts them; longer, each row becomes a block too. `short_names` stand for all names
    where one has no room; `stems` are names without what they leave out, empty for the others.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    strong: int | None = None
    least: int = 60
    rules: bool = False
    one_line: bool = False
    cut: tuple[tuple[int, int], ...] = ()
    extra: tuple[int, ...] = ()
    spare: tuple[int, ...] = ()
    meter: int | None = None
    shares: tuple[float | None, ...] = ()
    widest: int | None = None
    short_names: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()

    @property
    def name_at(self) -> int:
        """The column that names a row: the second where the first has but numbers, and so no title."""
        return 0 if self.titles[0] else 1


class Remarks(Block, frozen=True):
    """Sentences on a table of one-line rows, after or before it, each with the columns that it explains.

    One is drawn where one of these is, one without columns always.
    """

    sentences: tuple[tuple[str, tuple[int, ...]], ...]


class Range(msgspec.Struct, frozen=True):
    """Five percentiles that rise, 10 25 50 75 90, with a label, a text for the middle and one for each end.

    `short` stands for the label where one has no room. `middle` is the text in two, what the middle is and its figure,
    where the first may stand under the label.
    """

    label: str
    points: tuple[float, float, float, float, float]
    text: str
    ends: tuple[str, str]
    short: str = ""
    middle: tuple[str, str] = ("", "")


class Ranges(Block, frozen=True):
    """Box-and-whisker bars over one axis."""

    rows: tuple[Range, ...]


class Span(msgspec.Struct, frozen=True):
    """A bar over an axis that others share, from one point to another or with five percentiles; `text` says all of it.

    The `ends` and the `aside` stand in columns of their own, `middle` under the median. Without points it is a title of
    those that follow.
    """

    label: str
    text: str
    points: tuple[float, ...] = ()
    ends: tuple[str, str] = ("", "")
    middle: str = ""
    aside: str = ""


class Spans(Block, frozen=True):
    """Bars over one axis, from nought to `most`; `scale` are the texts of its two ends."""

    rows: tuple[Span, ...]
    most: float
    scale: tuple[str, str] = ("", "")


class Criterion(msgspec.Struct, frozen=True):
    """What is said of each of several things by one criterion.

    `shares`, 0 to 1 over one scale, are drawn beside the texts, as stars where they are that, or `both_ways` as those
    of bars. `spare` ones are not drawn where the page is cut. Of `clauses` one is whole before a comma; of other texts
    that may be a list. What is `whole` is never cut: less of it would say something else.
    """

    label: str
    texts: tuple[str, ...]
    shares: tuple[float | None, ...] = ()
    stars: bool = False
    both_ways: bool = False
    spare: bool = False
    clauses: bool = False
    whole: bool = False


class Criteria(msgspec.Struct, frozen=True):
    """Criteria that belong together: ranges over one axis, then the rows, and a remark on all of them.

    `short` is that on what is drawn where the page is cut.
    """

    title: str
    rows: tuple[Criterion, ...]
    ranges: tuple[Range, ...] = ()
    remark: str = ""
    short: str = ""
    lines: int = 1


class SideBySide(Block, frozen=True):
    """Several things side by side, a column each; where it is too narrow each criterion is a block.

    `cut`: drawn cells are short, and end after a phrase; sources are not numbered. `short_names` stand for names that
    are wider than their column.
    """

    names: tuple[str, ...]
    groups: tuple[Criteria, ...]
    cut: bool = False
    short_names: tuple[str, ...] = ()


def without_spare(block: SideBySide) -> SideBySide:
    """What is drawn of a block that is cut: the rows that all need, under the remarks on these."""
    if not block.cut:
        return block
    groups = (
        msgspec.structs.replace(
            group, rows=tuple(row for row in group.rows if not row.spare), remark=group.short or group.remark
        )
        for group in block.groups
    )
    return msgspec.structs.replace(block, groups=tuple(group for group in groups if group.rows or group.ranges))


class Card(msgspec.Struct, frozen=True):
    """A thing of a list: its name, its figures as cells of columns and in words, a sentence, labels and their texts.

    Drawn in columns the sentence is one line, cut where a part of it ends. Drawn `folded` the card is its name, its
    figures and the first of its rows.
    """

    name: str
    cells: tuple[str, ...]
    words: str
    sentence: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    folded: bool = False


class Cards(Block, frozen=True):
    """Small cards under one title, with their figures in columns on the right where there is room."""

    title: str
    columns: tuple[str, ...]
    cards: tuple[Card, ...]


class Labelled(Block, frozen=True):
    """Blocks, each beside its label where there is room, else under it: a paragraph, bars, a range."""

    rows: tuple[tuple[str, Block], ...]


class MapTile(msgspec.Struct, frozen=True):
    """An area of a map: its names, its figure, all of it in words, its weight, and its shade, 0 to 4 (None: not known).

    `names` are tried in turn, the shortest last; `more` is told where there is room for it, one by one.
    """

    label: str
    names: tuple[str, ...]
    figure: str
    text: str
    more: tuple[str, ...]
    weight: float
    shade: int | None


class Treemap(Block, frozen=True):
    """Areas by weight, the heaviest first, numbered, that fill a screen, and under them a `table` of each in a line.

    On a narrow screen it is a bar or a line each. `reading` says how boxes are read, and how bars. `legend` says what
    shades stand for: of what figure, and the range of each; `money`: of amounts. `others` are what areas that have no
    room for a name are called together, by how many they are. Of more than `most` the rest is not told one by one.
    """

    tiles: tuple[MapTile, ...]
    table: Grid
    reading: tuple[str, str] = ("", "")
    legend: tuple[str, ...] = ()
    money: bool = False
    others: tuple[str, ...] = ()
    most: int | None = None

    @property
    def rest(self) -> str:
        """What those that are not told one by one are called; empty where all are."""
        left = len(self.tiles) - (self.most or len(self.tiles))
        return self.others[left - 1] if left else ""


class Page(msgspec.Struct, frozen=True):
    """The blocks of a report in order.

    `colon` is what the language puts between a label and its text, `aside` what interrupts a text and is drawn quietly.
    """

    blocks: tuple[Block, ...]
    colon: str = ": "
    aside: str = ""


def map_texts(value: T, change: Callable[[str], str]) -> T:
    """The same page with every text changed."""
    return _map(value, change)  # type: ignore[no-any-return]


def _map(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        # most of them are texts: a call less for each
        return tuple([change(item) if isinstance(item, str) else _map(item, change) for item in value])
    if isinstance(value, Bullets):
        return Bullets(_map(value.items, change), value.mark, change(value.short), _map(value.commands, change))
    if isinstance(value, msgspec.Struct):
        return type(value)(**{name: _map(getattr(value, name), change) for name in value.__struct_fields__})
    return value
