"""Draws sums as they are written on paper: a line each, what it comes to on the right, a rule above the total."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style

from careercli.core.text import page as p
from careercli.render import theme
from careercli.render.inline import styled
from careercli.render.wrap import wrap

GAP = 2
#: Below this width how a line was multiplied out stands under what it is.
PRODUCT_WIDTH = 60


def draw_tally(block: p.Tally, width: int) -> Iterator[list[tuple[str, Style]]]:
    """The lines of a sum, then its total."""
    every = (*block.lines, block.total) if block.total else block.lines
    amounts = max(cell_len(line.amount) for line in every)
    products = max(cell_len(line.product) for line in every) if width >= PRODUCT_WIDTH else 0
    room = width - amounts - GAP - (products + GAP if products else 0)
    for line in every:
        style = theme.NAME if line is block.total else theme.PLAIN
        if line is block.total:
            yield [(" " * (width - amounts), theme.PLAIN), ("─" * amounts, theme.RULE)]
        under = wrap(line.product, room) if line.product and not products else []
        label = wrap(line.label, room)
        for n, text in enumerate([*label, *under]):
            product = line.product if n == 0 and products else ""
            amount = line.amount if n == 0 else ""
            yield [
                *styled(text, theme.QUIET if n >= len(label) else style),
                (" " * (width - amounts - GAP * bool(products) - cell_len(text) - cell_len(product)), theme.PLAIN),
                (product, theme.QUIET),
                (" " * (GAP * bool(products) + amounts - cell_len(amount)), theme.PLAIN),
                (amount, style),
            ]
