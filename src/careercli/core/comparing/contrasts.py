"""What tells careers apart most: a clear lead by a criterion that a person asks for first."""

from collections.abc import Callable, Collection, Sequence
from typing import Literal, NamedTuple

from careercli.core.comparing.compare import measured_direction
from careercli.core.comparing.reports import Cell, CompareRow

Criterion = Literal["pay", "openings", "growth", "time", "entry", "remote"]
#: How hard it is to get in, and how often the work is done from afar: the best answer first.
ANSWERS = {"entry": ("easy", "medium", "hard"), "remote": ("often", "sometimes", "rarely")}
#: Where no figure is known words may tell one, which no lead of others may pass over.
TOLD_IN_WORDS = ("ready_time",)
#: Fewer than so many have nobody to lead.
PAIR = 2
#: What a pay rests on that is counted, if not now.
COUNTED = ("measured", "reckoned")
#: Percentage points from which growth is told apart.
GROWS_FASTER = 2.0


class Contrast(NamedTuple):
    """Who leads by a criterion, and who is last, by their places; of pay `first` is None where all are about alike.

    `ratio` is the leader's figure over the last one's, of pay and openings. `marked`: one of the figures counts
    another group than the career; `judged`: one is our judgement. `beside`: whose pay is about that of the first.
    `unknown`: of whom nothing is known.
    """

    criterion: Criterion
    first: int | None
    last: int
    ratio: float = 1.0
    marked: bool = False
    judged: bool = False
    beside: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def find_contrasts(
    rows: Sequence[CompareRow], *, told: bool = False, everybody: float | None = None
) -> tuple[Contrast, ...]:
    """A clear lead by each criterion among those of whom it is known, in the order in which people ask.

    `told`: what the lists say of pay comes before official percentiles. `everybody`: the growth of all occupations
    together, in percent, under which no growth is a lead.
    """
    by_id = {"pay" if row.id.startswith("pay_") and row.id.endswith("_p50") else row.id: row for row in rows}
    here = by_id.get("pay_here")
    if told and here and _middles(here.cells):
        by_id["pay"] = here
    if "access" in by_id:  # where the reader is one gets in another way than the official times say
        by_id.pop("ready_time", None)
    finders: dict[str, Callable[[Sequence[Cell]], Contrast | None]] = {
        "pay": _pay,
        "openings": _openings,
        "outlook": lambda cells: _growth(cells, everybody),
        "ready_time": _time,
        "entry": lambda cells: _answered("entry", cells),
        "remote": lambda cells: _answered("remote", cells),
    }
    found = (_among_known(by_id[id_], find) for id_, find in finders.items() if id_ in by_id)
    return tuple(filter(None, found))


def _among_known(row: CompareRow, find: Callable[[Sequence[Cell]], Contrast | None]) -> Contrast | None:
    """A contrast among the careers of which something is known, more than half, by their places among all."""
    cells = row.cells
    known = [n for n, cell in enumerate(cells) if cell.value not in (None, [], ())]
    if row.id in TOLD_IN_WORDS and len(known) < len(cells):
        return None
    contrast = find([cells[n] for n in known]) if 2 * len(known) > len(cells) > 1 else None
    if contrast is None:
        return None
    return contrast._replace(
        first=None if contrast.first is None else known[contrast.first],
        last=known[contrast.last],
        beside=tuple(known[n] for n in contrast.beside),
        unknown=tuple(n for n in range(len(cells)) if n not in known),
    )


def _numbers(cells: Sequence[Cell]) -> list[float]:
    """The figures of one place; none where one career has none, or that of another place."""
    values = [float(cell.value) for cell in cells if isinstance(cell.value, int | float)]
    return values if len(values) == len(cells) and len({cell.place for cell in cells}) == 1 else []


def _lead(criterion: Criterion, cells: Sequence[Cell], values: Sequence[float]) -> Contrast | None:
    """Who has the most; None where several have, or where two figures count the same people."""
    first, last = values.index(max(values)), values.index(min(values))
    groups = [cell.of.code for cell in cells if cell.of]
    if values.count(values[first]) > 1 or len(set(groups)) < len(groups) or values[last] < 0:
        return None
    marked = any(cell.of and not cell.of.own for cell in cells)
    return Contrast(criterion, first, last, values[first] / (values[last] or 1.0), marked)


def _middles(cells: Sequence[Cell]) -> list[float]:
    """The middles of what is told of pay where the reader is; none where one career has none, or another currency."""
    values = [cell.value for cell in cells if isinstance(cell.value, dict)]
    told = [value for value in values if value.get("low") and value.get("high")]
    terms = {(value["currency"], value["period"], value["tax"]) for value in told}
    alike = len(told) == len(cells) and len(terms) == 1
    return [(value["low"] + value["high"]) / 2 for value in told] if alike else []


def _pay(cells: Sequence[Cell]) -> Contrast | None:
    middles = _middles(cells)
    values = middles or _numbers(cells)
    lead = _lead("pay", cells, values) if values and min(values) > 0 else None
    if lead and middles:
        lead = lead._replace(judged=any(cell.value["basis"] not in COUNTED for cell in cells))
    if lead and measured_direction(lead.ratio) == "similar":
        return lead._replace(first=None)
    if lead is None:
        return None
    most = max(values)
    near = (n for n, value in enumerate(values) if measured_direction(most / value) == "similar")
    return lead._replace(beside=tuple(n for n in near if n != lead.first))


def _openings(cells: Sequence[Cell]) -> Contrast | None:
    values = _numbers(cells)
    lead = _lead("openings", cells, values) if values and min(values) > 0 else None
    return lead if lead and _is_clear(values) else None


def _is_clear(values: Sequence[float]) -> bool:
    """Whether the first of several figures lies clearly before the second, not before the last alone."""
    first, second = sorted(values, reverse=True)[:2]
    return measured_direction(first / second) != "similar"


def most(amounts: Collection[float]) -> float | None:
    """The greatest amount where it lies clearly before the others; of one alone that one."""
    return max(amounts) if len(amounts) < PAIR or _is_clear(list(amounts)) else None


def fastest(rates: Collection[float], everybody: float | None) -> float | None:
    """The greatest growth where it is clearly so, and above that of all occupations; none that shrinks leads."""
    first, second = sorted(rates, reverse=True)[:2]
    return first if first > max(everybody or 0.0, 0.0) and first - second >= GROWS_FASTER else None


def _growth(cells: Sequence[Cell], everybody: float | None) -> Contrast | None:
    values = _numbers(cells)
    if not values or fastest(values, everybody) is None:
        return None
    return _lead("growth", cells, [value - min(values) for value in values])


def _time(cells: Sequence[Cell]) -> Contrast | None:
    """Who is ready before anybody else can be."""
    spans = [cell.value if isinstance(cell.value, list | tuple) else [cell.value] for cell in cells]
    if not all(span and all(isinstance(end, int | float) for end in span) for span in spans):
        return None
    first = min(range(len(spans)), key=lambda n: max(spans[n]))
    if any(min(span) <= max(spans[first]) for n, span in enumerate(spans) if n != first):
        return None
    last = max(range(len(spans)), key=lambda n: max(spans[n]))
    marked = any(cell.of and not cell.of.own for cell in cells)
    return Contrast("time", first, last, marked=marked, judged=any(cell.source is None for cell in cells))


def _answered(criterion: Literal["entry", "remote"], cells: Sequence[Cell]) -> Contrast | None:
    """Who alone has the best answer; answers in words are our judgement."""
    answers = ANSWERS[criterion]
    if not all(cell.value in answers for cell in cells):
        return None
    places = [answers.index(cell.value) for cell in cells]
    first, last = places.index(min(places)), places.index(max(places))
    return Contrast(criterion, first, last, judged=True) if places.count(places[first]) == 1 else None
