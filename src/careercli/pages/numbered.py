"""A page whose rows are chosen by a digit; the tenth by 0."""

from itertools import chain, repeat

from msgspec.structs import replace

from careercli.core.text.page import Block, Grid, Page, Remarks

#: Rows after these have no digit.
DIGITS = 9


def number_rows(page: Page) -> Page:
    """The page with a digit before each of the first rows of its tables."""
    return replace(page, blocks=tuple(map(_numbered, page.blocks)))


def _numbered(block: Block) -> Block:
    if isinstance(block, Remarks):
        sentences = ((text, tuple(column + 1 for column in columns)) for text, columns in block.sentences)
        return Remarks(tuple(sentences))
    return _with_digits(block) if isinstance(block, Grid) else block


def _with_digits(grid: Grid) -> Grid:
    digits = chain(map(str, range(1, DIGITS + 1)), ["0"], repeat(""))
    return replace(
        grid,
        titles=("", *grid.titles),
        rows=tuple((digit, *row) for digit, row in zip(digits, grid.rows, strict=False)),
        right=tuple(column + 1 for column in grid.right),
        cut=tuple((column + 1, width) for column, width in grid.cut),
        extra=tuple(column + 1 for column in grid.extra),
        spare=tuple(column + 1 for column in grid.spare),
        meter=None if grid.meter is None else grid.meter + 1,
    )
