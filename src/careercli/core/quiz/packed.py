"""Many products with the same weights at once: rows of numbers stand side by side in long whole numbers.

A long whole number holds one column of all rows, 32 bits a row. To multiply it by a weight is to multiply the column,
and the sum over the columns holds the product of every row: several times as fast as row by row, and in whole numbers,
so that every machine gives the same.
"""

from array import array
from collections.abc import Iterable, Sequence
from operator import mul
from typing import Literal

#: In which order this machine keeps the bytes of a number.
_ORDER: Literal["little", "big"] = "little" if array("I", [1]).tobytes()[0] else "big"
#: Rows are rounded to whole numbers of 2^-15, weights of 2^-14: products are off by some 10^-5 at most.
_ROW, _WEIGHT = 1 << 15, 1 << 14
#: Added to each product, which must lie between -4 and 4, so that none is negative and takes from its neighbour.
OFFSET = 1 << 31
#: What a product of 1 is.
ONE = _ROW * _WEIGHT


class PackedRows:
    """Rows of numbers, each as long as the others, ready to be multiplied."""

    def __init__(self, rows: Iterable[Sequence[float]]) -> None:
        columns = [*zip(*rows, strict=True)]
        count = len(columns[0]) if columns else 0
        self._bytes = 4 * count
        self._spare = _pack([OFFSET] * count)
        self._columns = [_pack([round(value * _ROW) + OFFSET for value in column]) - self._spare for column in columns]

    def products(self, weights: Iterable[float]) -> Sequence[int]:
        """The product of each row with some weights, in units of `ONE`, all `OFFSET` too much."""
        whole = [round(weight * _WEIGHT) for weight in weights]
        total = sum(map(mul, self._columns, whole), self._spare)
        return array("I", total.to_bytes(self._bytes, _ORDER))


def _pack(column: Sequence[int]) -> int:
    return int.from_bytes(array("I", column).tobytes(), _ORDER)
