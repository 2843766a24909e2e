"""Squarified treemaps in cells of a terminal: areas by weight, tiles as square as they can be.

The rule is that of Bruls, Huizing and van Wijk (2000), on a plane where a cell is so many times as high as it is wide.
"""

from collections.abc import Sequence
from typing import NamedTuple

#: A cell of a terminal is about twice as high as wide.
ASPECT = 2.0


class Tile(NamedTuple):
    """A rectangle in cells: its left, top, width and height."""

    x: int
    y: int
    width: int
    height: int


def lay_out_tiles(
    weights: Sequence[float], width: int, height: int, *, last: bool = False, aspect: float = ASPECT
) -> list[Tile]:
    """A tile for each weight, in their order, that together fill a screen of cells; the heaviest stands first.

    The `last` weight has its tile in the last corner, however much it is. A higher `aspect` makes tiles wider.

    Weights must be positive. Tiles may be empty (no cell wide or high) where a weight is too small to be seen.
    """
    order = sorted(range(len(weights)), key=lambda n: (last and n == len(weights) - 1, -weights[n]))
    total = sum(weights)
    scale = width * height * aspect / total if total else 0.0
    areas = [weights[n] * scale for n in order]
    tiles: dict[int, Tile] = {}
    left, top, right, bottom = 0.0, 0.0, float(width), height * aspect
    start = 0
    while start < len(areas):
        wide = right - left > bottom - top
        side = bottom - top if wide else right - left
        end = _longest_row(areas, start, side)
        depth = sum(areas[start:end]) / side if side else 0.0
        along = top if wide else left
        for n in range(start, end):
            length = areas[n] / depth if depth else 0.0
            box = (left, along, left + depth, along + length) if wide else (along, top, along + length, top + depth)
            tiles[order[n]] = _in_cells(*box, aspect)
            along += length
        left, top = (left + depth, top) if wide else (left, top + depth)
        start = end
    return [tiles[n] for n in range(len(weights))]


def _longest_row(areas: Sequence[float], start: int, side: float) -> int:
    """The end of the row that begins at `start`: it grows as long as its worst tile gets no longer."""
    end, worst = start + 1, _worst(areas[start : start + 1], side)
    while end < len(areas):
        longer = _worst(areas[start : end + 1], side)
        if longer > worst:
            break
        end, worst = end + 1, longer
    return end


def _worst(row: Sequence[float], side: float) -> float:
    """How far from square the worst tile of a row is."""
    total = sum(row)
    if not total or not side:
        return float("inf")
    return max(side * side * max(row) / total**2, total**2 / (side * side * min(row)))


def _in_cells(left: float, top: float, right: float, bottom: float, aspect: float) -> Tile:
    x, y = round(left), round(top / aspect)
    return Tile(x, y, round(right) - x, round(bottom / aspect) - y)
