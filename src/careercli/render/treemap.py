"""Draws a map of areas in cells: filled with shades of one hue, or framed where there is no colour."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.color import Color, ColorSystem
from rich.style import Style

from careercli.core.text.page import Bar, Bars, MapTile, Treemap
from careercli.core.text.treemap import ASPECT, Tile, lay_out_tiles
from careercli.locale import NO_BREAK
from careercli.render import theme
from careercli.render.bars import SHORTEST, draw_bars
from careercli.render.inline import styled
from careercli.render.wrap import wrap

#: On narrower screens most areas would be too small for a name: they get a bar each.
LEAST_WIDTH = 70
#: A map is at most so many cells wide, and so many lines high for a hundred cells of width, at least so many.
WIDEST, LINES_IN_HUNDRED, LEAST_HEIGHT = 160, 20, 12
#: How wide boxes are made, the squarest first: text asks for wide ones.
ASPECTS = (ASPECT, 3.0, 4.0, 5.0)
#: Cells of a shade in the legend.
SAMPLE = 2
#: Between the texts of the legend, and between a name and its figure.
LEGEND_GAP, GAP = 2, 3
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
    """How to read a map, its lines and its shades, in as many `colours` as Rich says there are."""
    wide = min(width, WIDEST)
    high = max(LEAST_HEIGHT, wide * LINES_IN_HUNDRED // 100)
    canvas = _Canvas(wide, high, None if colours is None else shades_of(money=treemap.money, colours=colours))
    boxes, texts = _place(treemap, wide, high)
    for tile, box, (name, more) in zip(treemap.tiles, boxes, texts, strict=False):
        canvas.fill(name, more, tile.shade, box)
    if others := len(treemap.tiles) - len(texts):
        canvas.fill(_in_box(treemap.others[others - 1], boxes[-1]), [], None, boxes[-1], texture=" ")
    yield from _reading(treemap.reading[0], wide)
    yield from canvas.lines()
    yield from _legend(treemap, canvas.shades, wide)
    yield []


#: What a box says: the lines of its name, and those of its figures.
_Texts = tuple[list[str], list[str]]


def _place(treemap: Treemap, width: int, height: int) -> tuple[list[Tile], list[_Texts]]:
    """The boxes of that layout which names most areas, and what they say."""
    layouts = (_lay_out(treemap, width, height, aspect) for aspect in ASPECTS)
    return max(layouts, key=lambda layout: len(layout[1]))


def _lay_out(treemap: Treemap, width: int, height: int, aspect: float) -> tuple[list[Tile], list[_Texts]]:
    """Boxes for as many of the heaviest areas as have room for a name, and what they say; then one for the others."""
    count, tiles = treemap.most or len(treemap.tiles), treemap.tiles
    while True:
        others = [sum(tile.weight for tile in tiles[count:])] if tiles[count:] else []
        weights = [*(tile.weight for tile in tiles[:count]), *others]
        boxes = lay_out_tiles(weights, width, height, last=bool(others), aspect=aspect)
        texts = [_texts(n, tile, box) for n, (tile, box) in enumerate(zip(tiles[:count], boxes, strict=False), 1)]
        called = not others or _in_box(treemap.others[len(tiles) - count - 1], boxes[-1])
        if count == 1 or (called and all(name for name, _ in texts)):
            return boxes, texts
        count -= 1


def _in_box(text: str, box: Tile) -> list[str]:
    """The lines of a text in a box, with a margin if it has room for one; none where it has no room at all."""
    lines = (_whole(text, room) for room in _rooms(box))
    return next((its for its in lines if 0 < len(its) <= _lines_in(box)), [])


def _reading(sentence: str, width: int) -> Iterator[Line]:
    """How the drawing is read, over it."""
    if sentence:
        yield from (list(styled(line, theme.QUIET)) for line in wrap(sentence, min(width, WIDEST_PROSE)))
        yield []


def draw_listed(treemap: Treemap, width: int) -> Iterator[Line]:
    """The areas as bars with their figures: names beside them where there is room, else above, with the people."""
    tiles = treemap.tiles[: treemap.most]
    most = max((tile.weight for tile in tiles), default=1.0)
    figures = _aligned([tile.figure for tile in tiles])
    labels = [f"{number} {tile.label}" for number, tile in enumerate(tiles, 1)]
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
    yield from draw_rest(treemap)


def draw_rest(treemap: Treemap) -> Iterator[Line]:
    """What is not told one by one, after what is."""
    if treemap.rest:
        yield [(f"+ {treemap.rest}", theme.QUIET)]
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
        margin = " " if max(map(cell_len, lines), default=0) < box.width - 1 > ROOMY else ""
        style = self.shades.of(shade) if self.shades else theme.PLAIN
        flush = self.shades is not None
        parted = box.width > 1 and not (flush and box.x + box.width == len(self._rows[0]))
        ended = box.height > 1 and not (flush and box.y + box.height == len(self._rows))
        inner = box.width - parted
        for down in range(box.height):
            last = ended and down == box.height - 1
            text = lines[down] if down < len(lines) else ""
            padded = set_cell_size(f"{margin}{text}" if text else text, inner)
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
    """What the shades stand for, from the lowest to the highest; on lines of their own where that is long."""
    if not treemap.legend:
        return
    shaded, *ranges = treemap.legend
    samples = [
        (" " * SAMPLE, shades.of(shade)) if shades else (f"[{_texture(shade) * 2}]", theme.PLAIN)
        for shade in range(len(ranges))
    ]
    parts: list[Line] = [[(shaded, theme.QUIET)]]
    parts += ([sample, (f" {text}", theme.PLAIN)] for sample, text in zip(samples, ranges, strict=True) if text)
    line: Line = []
    whole = sum(_long(part) + LEGEND_GAP for part in parts) - LEGEND_GAP
    for part in parts:
        if line and ((whole > width and line == parts[0]) or _long(line) + LEGEND_GAP + _long(part) > width):
            yield line
            line = []
        line = [*line, *([(" " * LEGEND_GAP, theme.PLAIN)] if line else []), *part]
    yield line


def _long(line: Line) -> int:
    return sum(cell_len(text) for text, _ in line)


def _rooms(box: Tile) -> tuple[int, ...]:
    """The columns that a tile has for text: with a margin at both sides, at its left, at none."""
    inner = max(box.width - 1, 1)
    return tuple(room for room in (inner - 2, inner - 1, inner) if room >= min(inner, ROOMY))


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


def _texts(number: int, tile: MapTile, box: Tile) -> _Texts:
    """The name of an area and what else it says in its box, its figure first; nothing where no name has room.

    A shorter name with the figure is better than a longer one alone, and than a number on a line of its own.
    """
    height = _lines_in(box)
    for figures, joint in product(((tile.figure, *tile.more), ()), (NO_BREAK, " ")):
        for called in tile.names:
            for width in _rooms(box):
                name = _whole(f"{number}{joint}{called}", width)
                more = _whole(figures[0], width) if figures else []
                if not name or (figures and not more) or len(name) + len(more) > height:
                    continue
                for text in figures[1:]:
                    lines = _whole(text, width)
                    if len(name) + len(more) + len(lines) <= height:
                        more += lines
                return name, more
    return [], []


def _lines_in(box: Tile) -> int:
    """The lines that a tile has for text."""
    return max(box.height - (box.height > 1), 1)


def _whole(text: str, width: int) -> list[str]:
    """The lines of a text; none where a word would have to be broken."""
    return wrap(text, width) if all(cell_len(word) <= width for word in text.split(" ")) else []
