"""Sections in two columns, on a terminal that is wide enough for two."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment

Lines = list[list[Segment]]
#: Columns of the terminal from which on there are two, the room between them, and the fewest sections set so.
WIDE, GAP, FEWEST = 150, 6, 4
#: Lines after which both columns begin anew: what is read down one side is soon found again at the top of the other.
TALL = 50


def side_by_side(sections: Sequence[Lines], width: int) -> Iterator[Segment]:
    """Sections down the left and then the right, `width` columns each, a few at a time."""
    group: list[Lines] = []
    for section in sections:
        group.append(section)
        if sum(map(len, group)) >= 2 * TALL:
            yield from _both(group, width)
            group = []
    if group:
        yield from _both(group, width)


def _both(group: Sequence[Lines], width: int) -> Iterator[Segment]:
    """A few sections, parted where both sides come out most alike."""
    heights = [len(section) for section in group]
    parted = min(range(1, len(group) + 1), key=lambda n: (max(sum(heights[:n]), sum(heights[n:])), n))
    left = [line for section in group[:parted] for line in section]
    right = [line for section in group[parted:] for line in section]
    for n in range(max(len(left), len(right))):
        first = left[n] if n < len(left) else []
        yield from first
        if n < len(right) and right[n]:
            yield Segment(" " * (width + GAP - Segment.get_line_length(first)))
            yield from right[n]
        yield Segment.line()
