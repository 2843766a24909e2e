"""Treemaps in cells: every cell is of one tile, and areas follow weights."""

from hypothesis import given
from hypothesis import strategies as st

from careercli.core.text.page import MapTile
from careercli.core.text.treemap import Tile, lay_out_tiles
from careercli.render.treemap import _in_box, _texts

WEIGHTS = st.lists(st.floats(min_value=0.01, max_value=1e6), min_size=1, max_size=40)


@given(WEIGHTS, st.integers(20, 200), st.integers(5, 60))
def test_tiles_fill_the_screen_without_overlap(weights: list[float], width: int, height: int) -> None:
    tiles = lay_out_tiles(weights, width, height)
    assert len(tiles) == len(weights)
    seen: set[tuple[int, int]] = set()
    for tile in tiles:
        cells = {(x, y) for x in range(tile.x, tile.x + tile.width) for y in range(tile.y, tile.y + tile.height)}
        assert not cells & seen
        seen |= cells
    assert seen == {(x, y) for x in range(width) for y in range(height)}


@given(WEIGHTS, st.integers(60, 200), st.integers(20, 60))
def test_a_tile_is_about_as_large_as_its_weight(weights: list[float], width: int, height: int) -> None:
    total = sum(weights)
    for weight, tile in zip(weights, lay_out_tiles(weights, width, height), strict=True):
        wanted = weight / total * width * height
        perimeter = tile.width + tile.height + 2
        assert abs(tile.width * tile.height - wanted) <= perimeter + 1


@given(WEIGHTS, st.integers(20, 200), st.integers(5, 60))
def test_the_last_has_the_last_corner_however_heavy(weights: list[float], width: int, height: int) -> None:
    *_, tile = lay_out_tiles([*weights, sum(weights)], width, height, last=True)
    assert (tile.x + tile.width, tile.y + tile.height) == (width, height)


def test_one_weight_is_the_whole_screen() -> None:
    assert lay_out_tiles([3.0], 80, 24) == [(0, 0, 80, 24)]


def test_a_number_stands_with_its_name_where_any_name_has_room_for_it() -> None:
    names = ("Installation and repair", "Repair")
    tile = MapTile(label=names[0], names=names, figure="$59,620", text="", more=(), weight=1.0, shade=2)
    assert _texts(12, tile, Tile(0, 0, 14, 5)) == (["12\u00a0Repair"], ["$59,620"])
    assert _texts(12, tile, Tile(0, 0, 18, 5)) == (["12\u00a0Installation", "and repair"], ["$59,620"])
    assert _texts(12, tile, Tile(0, 0, 9, 5)) == (["12", "Repair"], ["$59,620"]), "where none has"


def test_what_stands_for_the_smallest_boxes_keeps_a_margin_where_it_can() -> None:
    assert _in_box("3 small fields", Tile(0, 0, 15, 3)) == ["3 small", "fields"]
    assert _in_box("3 small fields", Tile(0, 0, 15, 2)) == ["3 small fields"]
    assert _in_box("3 small fields", Tile(0, 0, 6, 2)) == []
