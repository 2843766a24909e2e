"""Draws a map of areas in cells: filled with the terminal's own colours, or framed where there is no colour."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.style import Style

from careercli.core.text.page import MapTile, Treemap
from careercli.core.text.treemap import Tile, lay_out_tiles
from careercli.render.wrap import wrap

#: Narrower screens get the map in words.
LEAST_WIDTH = 40
#: A map is at most so many cells wide, and so many lines high for a hundred cells of width.
WIDEST, LINES_IN_HUNDRED = 160, 28
#: From the lowest shade to the highest, then what is not known: all of the sixteen colours, each with its ink.
SHADES = (
    Style(color="bright_white", bgcolor="blue"),
    Style(color="black", bgcolor="cyan"),
    Style(color="black", bgcolor="green"),
    Style(color="black", bgcolor="yellow"),
    Style(color="bright_white", bgcolor="red"),
)
UNKNOWN = Style(color="black", bgcolor="white")
FRAME = Style(dim=True)
#: What stands in a tile that has no room for its name, by its place, so that a menu of them has the same digits; its
#: name is told under the map. Then what stands between two such names.
MARKS = "123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
GAP = 3
#: What stands for all those that come after, and for those that no cell is left for; they are told under the map too.
REST = "·"
#: Columns from which a text stands a little in from the edge of its tile.
ROOMY = 3

Line = list[tuple[str, Style]]


def draw_treemap(treemap: Treemap, width: int, *, colour: bool) -> Iterator[Line]:
    """The lines of a map, and of its legend."""
    wide = min(width, WIDEST)
    high = max(12, wide * LINES_IN_HUNDRED // 100)
    rows: list[list[tuple[str, Style]]] = [[(" ", Style())] * wide for _ in range(high)]
    tiles = lay_out_tiles([tile.weight for tile in treemap.tiles], wide, high)
    marked = list[str]()
    for n, (tile, box) in enumerate(zip(treemap.tiles, tiles, strict=True)):
        if not (box.width and box.height):
            marked.append(f"{REST} {tile.label} {tile.short}")
            continue
        lines = _texts(tile, box)
        if not _is_told(tile, lines):
            mark = MARKS[n] if n < len(MARKS) else REST
            named = f"{mark} {lines[0]}" if lines else ""
            lines = [named if named and cell_len(named) <= _inside(box) else mark]
            marked.append(f"{mark} {tile.label} {tile.short}")
        _fill(rows, lines, tile.shade, box, colour=colour)
    yield from (_joined(row) for row in rows)
    yield []
    if marked:
        yield from ([(line, Style())] for line in _side_by_side(marked, wide))
        yield []
    if colour and treemap.legend:
        yield from _legend(treemap.legend, wide)
        yield []


def _legend(legend: tuple[tuple[int, str], ...], width: int) -> Iterator[Line]:
    """The shades and what they stand for, on as many lines as they need."""
    line: Line = []
    for shade, text in legend:
        if line and sum(cell_len(part) for part, _ in line) + cell_len(text) + 2 > width:
            yield line
            line = []
        line += [(f" {text} ", SHADES[shade]), (" ", Style())]
    yield line


def _side_by_side(texts: Sequence[str], width: int) -> Iterator[str]:
    """Texts one after another, each whole on a line that can hold it."""
    line = ""
    for text in texts:
        if line and cell_len(line) + GAP + cell_len(text) > width:
            yield from wrap(line, width)
            line = ""
        line += " " * GAP + text if line else text
    yield from wrap(line, width)


def _inside(box: Tile) -> int:
    """The columns that a tile has for text."""
    inner = max(box.width - 1, 1)
    return inner - 1 if inner > ROOMY else inner


def _fill(
    rows: list[list[tuple[str, Style]]], lines: Sequence[str], shade: int | None, box: Tile, *, colour: bool
) -> None:
    """Put a tile on the screen: a gap at its right and lower edge parts it from the next."""
    style = (UNKNOWN if shade is None else SHADES[shade]) if colour else Style()
    inner = max(box.width - 1, 1)
    for down in range(box.height):
        last = down == box.height - 1 and box.height > 1
        text = lines[down] if down < len(lines) else ""
        padded = set_cell_size(f" {text}" if inner > ROOMY else text, inner)
        row = rows[box.y + down]
        for across, character in enumerate(_cells(padded, inner)):
            edge = "▁" if colour else "_"
            row[box.x + across] = (edge, FRAME) if last and not colour else (character, Style() if last else style)
        if box.width > 1:
            row[box.x + box.width - 1] = (" ", Style()) if colour else ("|", FRAME)


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


def _texts(tile: MapTile, box: Tile) -> list[str]:
    """What a tile says in its room: its label by words, then its short text; nothing where no word fits."""
    width, height = _inside(box), max(box.height - (box.height > 1), 1)
    if width < ROOMY:
        return []
    label = wrap(tile.label, width)
    if any(cell_len(line) > width for line in label) or len(label) > height or _is_cut(tile.label, label):
        word = tile.label.split()[0].rstrip(",")
        label = [word] if cell_len(word) <= width else []
    return [*label, tile.short][:height] if label and cell_len(tile.short) <= width else label


def _is_told(tile: MapTile, lines: Sequence[str]) -> bool:
    """Whether all that a tile has to say is on it."""
    return " ".join(lines).split() == f"{tile.label} {tile.short}".split()


def _is_cut(text: str, lines: list[str]) -> bool:
    """Whether a word had to be broken."""
    return " ".join(lines).split() != text.split()


def _joined(row: list[tuple[str, Style]]) -> Line:
    line: Line = []
    for character, style in row:
        if line and line[-1][1] == style:
            line[-1] = (line[-1][0] + character, style)
        else:
            line.append((character, style))
    return line
