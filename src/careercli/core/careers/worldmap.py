"""The world of work as areas by the people employed, shaded by a figure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, NamedTuple, TypeVar

from careercli.core.careers.model import Model
from careercli.core.careers.reports import Report, Table, make_table

T = TypeVar("T")
Shading = Literal["pay", "growth", "ai", "years", "leaving"]
#: Shades, of a fifth of the employees each.
SHADES = 5
#: Occupations of a field that have a number on its map, at most.
MOST_NUMBERED = 12
#: More of a number are none of an area.
MAX_DIGITS = 4


class Area(Model, frozen=True, kw_only=True):
    """A field of work or an occupation: its employees, the figure it is shaded by, and its shade, 0 to 4.

    Beside that its median pay, its projected growth, and of a field its `short` name and the `largest` occupation.
    """

    id: str
    name: str
    short: str = ""
    employment: int
    value: float | None
    shade: int | None
    pay: float | None = None
    growth: float | None = None
    largest: str = ""


class Trade(Model, frozen=True, kw_only=True):
    """A field of trades of a country, or a group of one, by its own statistics.

    Its `people` at work, how many more they are than ten years before (`change`, percent), the median pay of full-time
    employees, net a month, of when it was `paid`, and the `page` of the occupation that the group says most of. People
    were `counted` from then to then.
    """

    code: str
    name: str
    short: str = ""
    people: int
    counted: tuple[str, str]
    change: float | None = None
    pay: float | None = None
    paid: str = ""
    page: str = ""


class MapReport(Report, frozen=True, kw_only=True):
    """Fields of work of a `country`, or the occupations of one (`within`), by the people employed.

    `bounds` part the shades. `projected` are the years from which and to which jobs grow, `counted` those from which
    and to which they did. `asked` is the reader's country, which may have no such figures. Pay is of a `period`, net by
    the month, and of the years when it was `paid`, where these are not those of the `reference`.
    """

    page: ClassVar[str] = "map"
    by: Shading
    within: str | None
    within_name: str = ""
    areas: tuple[Area, ...]
    bounds: tuple[float, ...]
    country: str
    asked: str
    reference: str
    projected: tuple[int, int] | None = None
    counted: tuple[str, str] | None = None
    currency: str
    period: Literal["year", "month"] = "year"
    paid: str = ""

    @property
    def numbered(self) -> int:
        """How many areas have a number, from 1 on: all fields, the largest occupations of one."""
        return min(len(self.areas), MOST_NUMBERED) if self.within else len(self.areas)

    @property
    def suggested(self) -> int:
        return 1 + (self.numbered < len(self.areas))  # each opens an area: one shows how; then the list of all

    @property
    def data(self) -> object:
        return {"by": self.by, "in": self.within, "bounds": self.bounds, "areas": self.areas}

    @property
    def table(self) -> Table:
        return make_table(("id", "name", "employment", "value", "shade"), self.areas)


class Piece(NamedTuple):
    """A wage code, or a field of them: its people, its field, its name and its figures."""

    id: str
    family: str
    name: str
    employment: int
    value: float | None
    pay: float | None = None
    growth: float | None = None
    largest: str = ""


def is_number(name: str) -> bool:
    """Whether a name of an area is the number of a box."""
    return name.isascii() and name.isdigit()


def numbered(name: str, areas: Sequence[T]) -> T | None:
    """The area whose box has a number, of areas the largest first; None where none has."""
    number = int(name) if is_number(name) and len(name) <= MAX_DIGITS else 0
    return areas[number - 1] if 1 <= number <= len(areas) else None


def mean_of(pieces: Iterable[Piece]) -> float | None:
    """The mean of the values that are known, weighted by the people employed; None where none is."""
    known = [(piece.value, piece.employment) for piece in pieces if piece.value is not None]
    people = sum(count for _, count in known)
    return sum(value * count for value, count in known) / people if people else None


def find_bounds(pieces: Sequence[Piece]) -> tuple[float, ...]:
    """The figures that part all employees into five shades of as many people each."""
    known = sorted((piece.value, piece.employment) for piece in pieces if piece.value is not None)
    bounds: list[float] = []
    people, passed = sum(count for _, count in known), 0
    for value, count in known:
        passed += count
        while len(bounds) < SHADES - 1 and passed >= people * (len(bounds) + 1) / SHADES:
            bounds.append(value)
    return tuple(bounds)


def shade_of(value: float | None, bounds: Sequence[float]) -> int | None:
    """The shade of a figure; None where it is not known."""
    return None if value is None else bisect_right(bounds, value)
