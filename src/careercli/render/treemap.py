"""Draws a map of areas in cells: filled with shades of one hue, or framed where there is no colour."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.color import Color, ColorSystem
from rich.style import Style

from careercli.core.text.page import Bar, Bars, MapTile, Treemap
from careercli.core.text.treemap import Tile, lay_out_tiles
from careercli.render import theme
from careercli.render.bars import SHORTEST, draw_bars
from careercli.render.inline import styled
from careercli.render.wrap import wrap

#: On narrower screens most areas would be too small for a name: they get a bar each.
LEAST_WIDTH = 70
#: A map is at most so many cells wide, and so many lines high for a hundred cells of width, at least so many.
WIDEST, LINES_IN_HUNDRED, LEAST_HEIGHT = 160, 20, 12
#: Cells of a shade in the legend.
SAMPLE = 4
#: Between the columns of what is told under the map, and between a name and its figure.
GAP = 3
#: Columns from which a text stands a little in from the left edge of its tile; wider ones leave one at the right too.
ROOMY = 3
#: Columns of the widest sentence.
WIDEST_PROSE = 92


class Shades(NamedTuple):
    """How tiles are filled, from the lowest shade to the highest, and where nothing is known."""

    known: tuple[Style, ...]
    unknown: Style

    def of(self, shade: int | None) -> Style:
        """How a tile of a shade is filled."""
        return self.unknown if shade is None else self.known[shade]


#: What is written with, and the shades of money, of shares, of what is not known: one hue from dark to light, neither
#: end lost on a dark or on a light background.
LIGHT_INK, DARK_INK = "#ffffff", "#0b0f14"
MONEY = ("#14502f", "#1f7a45", "#3fae69", "#7fd099", "#c4ecce")
SHARES = ("#102a52", "#1f66b4", "#4f9be0", "#8cc0f0", "#c9e2fa")
NOT_KNOWN = "#5f6368"
#: Shades dark enough for light ink.
DARK = 2
#: The nearest to that among sixteen colours, whose values only the terminal knows.
SIXTEEN = Shades(
    (
        Style(color="bright_white", bgcolor="blue"),
        *(Style(color="black", bgcolor=shade) for shade in ("bright_blue", "cyan", "bright_cyan", "white")),
    ),
    Style(color="bright_white", bgcolor="bright_black"),
)
#: What fills a tile in place of a colour, the thicker the higher.
TEXTURES, UNKNOWN_TEXTURE = " .:+#", "?"

Line = list[tuple[str, Style]]


def draw_treemap(treemap: Treemap, width: int, *, colours: str | None) -> Iterator[Line]:
    """How to read a map, its lines, its shades, and what is not on it, in as many `colours` as Rich says there are."""
    wide = min(width, WIDEST)
    high = max(LEAST_HEIGHT, wide * LINES_IN_HUNDRED // 100)
    canvas = _Canvas(wide, high, None if colours is None else shades_of(money=treemap.money, colours=colours))
    numbered = [_Numbered(number, tile) for number, tile in enumerate(treemap.tiles, 1)]
    boxes, drawn = _place(numbered, treemap.most, wide, high)
    told = list[_Numbered]()
    for area, box in zip(drawn, boxes, strict=False):  # after them comes the box of the others
        name, more = _texts(area, box)
        if not name:
            told.append(area)
            name, more = _cut(area, box)
        canvas.fill(name, more, area.tile.shade, box)
    if others := numbered[len(drawn) :]:
        canvas.fill(_texts_of_others(others, treemap.others, boxes[-1]), [], None, boxes[-1], texture=" ")
    yield from _reading(treemap.reading[0], wide)
    yield from canvas.lines()
    yield from _legend(treemap, canvas.shades, wide)
    yield []
    if told := [*told, *others][: (treemap.most or len(numbered)) - len(drawn) + len(told)]:
        yield from _under(told, wide)
        yield []


class _Numbered(NamedTuple):
    """A tile with its number, from 1 on, the heaviest first."""

    number: int
    tile: MapTile

    @property
    def label(self) -> str:
        """Its number and its name."""
        return f"{self.number} {self.tile.label}"


def _texts_of_others(others: Sequence[_Numbered], name: str, box: Tile) -> list[str]:
    """Which areas share a box, as much of it as fits."""
    numbers = f"{others[0].number}–{others[-1].number}" if others[1:] else f"{others[0].number}"
    texts = (_whole(text, _rooms(box)[-1]) for text in (f"{numbers} {name}", numbers))
    return next((lines for lines in texts if lines and len(lines) <= _lines_in(box)), ["…"])


def _place(
    areas: Sequence[_Numbered], most: int | None, width: int, height: int
) -> tuple[list[Tile], Sequence[_Numbered]]:
    """Boxes for as many of the heaviest areas as have room for a number, then one for the others."""
    count = most or len(areas)
    while True:
        drawn, others = areas[:count], areas[count:]
        weights = [area.tile.weight for area in drawn]
        weights += [sum(area.tile.weight for area in others)] if others else []
        boxes = lay_out_tiles(weights, width, height, last=bool(others))
        if count == 1 or all(_is_room(area, box) for area, box in zip(drawn, boxes, strict=False)):
            return boxes, drawn
        count -= 1


def _is_room(area: _Numbered, box: Tile) -> bool:
    """Whether a box holds the number of an area, and a gap."""
    return box.width > len(str(area.number)) and box.height > 1


def _reading(sentence: str, width: int) -> Iterator[Line]:
    """How the drawing is read, over it."""
    if sentence:
        yield from (list(styled(line, theme.QUIET)) for line in wrap(sentence, min(width, WIDEST_PROSE)))
        yield []


def draw_listed(treemap: Treemap, width: int) -> Iterator[Line]:
    """The areas as bars with their figures: names beside them where there is room, else above, with the people."""
    tiles = treemap.tiles[: treemap.most]
    most = max((tile.weight for tile in tiles), default=1.0)
    figures = _aligned([tile.short for tile in tiles])
    labels = [_Numbered(number, tile).label for number, tile in enumerate(tiles, 1)]
    room = width - GAP - SHORTEST - max(map(cell_len, figures), default=0)
    yield from _reading(treemap.reading[1], width)
    if max(map(cell_len, labels), default=0) <= room:
        told = zip(labels, tiles, figures, strict=True)
        yield from draw_bars(Bars(tuple(Bar(label, tile.weight / most, text) for label, tile, text in told)), width)
    else:
        counts = [f"{count}  " for count in _aligned([tile.more[0] for tile in tiles])]
        counted = max(map(cell_len, counts)) <= room
        for label, tile, count, figure in zip(labels, tiles, counts, figures, strict=True):
            yield from ([(line, theme.NAME)] for line in wrap(label, width))
            text = f"{count}{figure}" if counted else figure
            yield from draw_bars(Bars((Bar("", tile.weight / most, text),)), width)
    if left := len(treemap.tiles) - len(tiles):
        yield [(f"+ {left} {treemap.others}", theme.QUIET)]
    yield []


def _aligned(texts: Sequence[str]) -> list[str]:
    """Texts with the same end."""
    widest = max(map(cell_len, texts), default=0)
    return [" " * (widest - cell_len(text)) + text for text in texts]


@cache
def shades_of(*, money: bool, colours: str) -> Shades:
    """The shades of a map on a terminal with so many colours."""
    if colours == "standard":
        return SIXTEEN
    grounds = (*(MONEY if money else SHARES), NOT_KNOWN)
    inks = [DARK_INK if DARK <= n < len(MONEY) else LIGHT_INK for n in range(len(grounds))]
    *known, unknown = (Style.from_color(*_among(colours, pair)) for pair in zip(inks, grounds, strict=True))
    return Shades(tuple(known), unknown)


def _among(colours: str, codes: tuple[str, str]) -> Iterator[Color]:
    """Colours, or those of 256 that are nearest."""
    system = ColorSystem.TRUECOLOR if colours == "truecolor" else ColorSystem.EIGHT_BIT
    return (Color.parse(code).downgrade(system) for code in codes)


class _Canvas:
    """The cells of the map."""

    def __init__(self, width: int, height: int, shades: Shades | None) -> None:
        self.shades = shades
        self._rows: list[Line] = [[(" ", theme.PLAIN)] * width for _ in range(height)]

    def fill(
        self, name: list[str], more: list[str], shade: int | None, box: Tile, *, texture: str | None = None
    ) -> None:
        """Put a tile on the map: a gap at its right and lower edge parts it from the next; a filled map ends flush.

        Without colour a `texture` may stand for that of the shade.
        """
        lines = [*name, *more]
        style = self.shades.of(shade) if self.shades else theme.PLAIN
        flush = self.shades is not None
        parted = box.width > 1 and not (flush and box.x + box.width == len(self._rows[0]))
        ended = box.height > 1 and not (flush and box.y + box.height == len(self._rows))
        inner = box.width - parted
        for down in range(box.height):
            last = ended and down == box.height - 1
            text = lines[down] if down < len(lines) else ""
            padded = set_cell_size(f" {text}" if text and inner > ROOMY else text, inner)
            inked = style + theme.NAME if down < len(name) else style
            if not self.shades and not text:
                padded = (texture or _texture(shade)) * inner
            if last:
                padded, inked = ((" " if self.shades else "_") * inner, theme.PLAIN if self.shades else theme.QUIET)
            row = self._rows[box.y + down]
            for across, character in enumerate(_cells(padded, inner)):
                row[box.x + across] = (character, inked)
            if parted:
                row[box.x + box.width - 1] = (" ", theme.PLAIN) if self.shades else ("|", theme.QUIET)

    def lines(self) -> Iterator[Line]:
        """The rows, cells of one style in one piece."""
        for row in self._rows:
            line: Line = []
            for character, style in row:
                if line and line[-1][1] == style:
                    line[-1] = (line[-1][0] + character, style)
                else:
                    line.append((character, style))
            yield line


def _texture(shade: int | None) -> str:
    return UNKNOWN_TEXTURE if shade is None else TEXTURES[shade]


def _legend(treemap: Treemap, shades: Shades | None, width: int) -> Iterator[Line]:
    """What the shades stand for, from the lowest to the highest, with the figures that part them."""
    if not treemap.bounds:
        return
    line: Line = []
    for shade, bound in enumerate((*treemap.bounds, "")):
        sample = (" " * SAMPLE, shades.of(shade)) if shades else (f"[{_texture(shade) * 2}]", theme.PLAIN)
        named = [sample, (f" {bound} " if bound else "", theme.PLAIN)]
        if line and sum(cell_len(part) for part, _ in [*line, *named]) > width:
            yield line
            line = []
        line += named
    label = f"{treemap.shaded_by}  "
    fits = cell_len(label) + sum(cell_len(part) for part, _ in line) <= width
    yield [(label, theme.QUIET), *line] if fits else line


def _under(told: Sequence[_Numbered], width: int) -> Iterator[Line]:
    """Numbers, names and figures in columns, read downwards; a name that is too long goes on in the next line."""
    figures = max(cell_len(area.tile.short) for area in told)
    longest = max(cell_len(area.tile.label) for area in told)
    number = max(len(str(area.number)) for area in told) + 1
    most = (width + GAP) // (number + longest + GAP + figures + GAP)
    columns = max(1, min(most, len(told)))
    high = -(-len(told) // columns)
    drawn = list[list[Line]]()
    for start in range(0, len(told), high):
        column = told[start : start + high]
        room = min(max(cell_len(area.tile.label) for area in column), width - number - GAP - figures)
        drawn.append([line for area in column for line in _entry(area, number, room, figures)])
    for lines in zip_longest(*drawn, fillvalue=[]):
        yield [piece for n, line in enumerate(lines) for piece in ([(" " * GAP, theme.PLAIN)] if n else []) + line]


def _entry(area: _Numbered, number: int, room: int, figures: int) -> Iterator[Line]:
    lines = wrap(area.tile.label, room)
    for n, line in enumerate(lines):
        start: Line = [((str(area.number) if n == 0 else "").ljust(number), theme.NAME), (line, theme.PLAIN)]
        if n < len(lines) - 1:
            yield start
            continue
        gap = room - cell_len(line) + GAP + figures - cell_len(area.tile.short)
        yield [*start, (" " * gap + area.tile.short, theme.PLAIN)]


def _rooms(box: Tile) -> tuple[int, ...]:
    """The columns that a tile has for text: with a margin at its right too, then without."""
    inner = max(box.width - 1, 1)
    return (inner - 2, inner - 1) if inner > ROOMY + 1 else (inner - 1 if inner > ROOMY else inner,)


def _cells(text: str, width: int) -> list[str]:
    """A character a cell; a wide one is followed by an empty one."""
    found: list[str] = []
    for character in text:
        size = cell_len(character)
        if size:
            found += [character, *[""] * (size - 1)]
        elif found:
            found[-1] += character
    return (found + [" "] * width)[:width]


def _texts(area: _Numbered, box: Tile) -> tuple[list[str], list[str]]:
    """The name of an area and what else it says in its box, its figure first; nothing where there is none for both."""
    height = _lines_in(box)
    for width in _rooms(box):
        name, more = _whole(area.label, width), _whole(area.tile.short, width)
        if not (name and more) or len(name) + len(more) > height:
            continue
        for text in area.tile.more:
            lines = _whole(text, width)
            if len(name) + len(more) + len(lines) <= height:
                more += lines
        return name, more
    return [], []


def _cut(area: _Numbered, box: Tile) -> tuple[list[str], list[str]]:
    """The number of an area with as many words of its name as fit, and its figure, where that does."""
    words, width = area.tile.label.split(" "), _rooms(box)[-1]
    more = _whole(area.tile.short, width) if _lines_in(box) > 1 else []
    height = _lines_in(box) - len(more)
    names = (f"{area.number} {' '.join(words[:n])}…" for n in range(len(words) - 1, 0, -1))
    fitting = (lines for name in names if (lines := _whole(name, width)) and len(lines) <= height)
    return next(fitting, [str(area.number)]), more


def _lines_in(box: Tile) -> int:
    """The lines that a tile has for text."""
    return max(box.height - (box.height > 1), 1)


def _whole(text: str, width: int) -> list[str]:
    """The lines of a text; none where a word would have to be broken."""
    return wrap(text, width) if all(cell_len(word) <= width for word in text.split(" ")) else []
