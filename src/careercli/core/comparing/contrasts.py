"""What tells careers apart most: a clear lead by a criterion that a person asks for first."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from careercli.core.comparing.compare import measured_direction
from careercli.core.comparing.reports import Cell, CompareRow

Criterion = Literal["pay", "openings", "growth", "time", "entry", "remote"]
#: How hard it is to get in, and how often the work is done from afar: the best answer first.
ANSWERS = {"entry": ("easy", "medium", "hard"), "remote": ("often", "sometimes", "rarely")}
#: Percentage points from which growth is told apart.
GROWS_FASTER = 2.0


class Contrast(NamedTuple):
    """Who leads by a criterion, and who is last, by their places; of pay `first` is None where all are about alike.

    `ratio` is the leader's figure over the last one's, of pay and openings. `marked`: one of the figures counts
    another group than the career; `judged`: one is our judgement.
    """

    criterion: Criterion
    first: int | None
    last: int
    ratio: float = 1.0
    marked: bool = False
    judged: bool = False


def find_contrasts(rows: Sequence[CompareRow], *, told: bool = False) -> tuple[Contrast, ...]:
    """A clear lead by each criterion that is known of all careers, in the order in which people ask.

    `told`: what the lists say of pay comes before official percentiles.
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
        "outlook": _growth,
        "ready_time": _time,
        "entry": lambda cells: _answered("entry", cells),
        "remote": lambda cells: _answered("remote", cells),
    }
    found = (find(by_id[id_].cells) for id_, find in finders.items() if id_ in by_id and len(by_id[id_].cells) > 1)
    return tuple(filter(None, found))


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
    alike = len(told) == len(cells) and len({value["currency"] for value in told}) == 1
    return [(value["low"] + value["high"]) / 2 for value in told] if alike else []


def _pay(cells: Sequence[Cell]) -> Contrast | None:
    middles = _middles(cells)
    values = middles or _numbers(cells)
    lead = _lead("pay", cells, values) if values and min(values) > 0 else None
    if lead and middles:
        lead = lead._replace(judged=any(cell.value["basis"] != "measured" for cell in cells))
    if lead and measured_direction(lead.ratio) == "similar":
        return lead._replace(first=None)
    return lead if lead and _is_clear(values) else None


def _openings(cells: Sequence[Cell]) -> Contrast | None:
    values = _numbers(cells)
    lead = _lead("openings", cells, values) if values and min(values) > 0 else None
    return lead if lead and _is_clear(values) else None


def _is_clear(values: Sequence[float]) -> bool:
    """Whether the first of several figures lies clearly before the second, not before the last alone."""
    first, second = sorted(values, reverse=True)[:2]
    return measured_direction(first / second) != "similar"


def _growth(cells: Sequence[Cell]) -> Contrast | None:
    values = _numbers(cells)
    if not values:
        return None
    first, second = sorted(values, reverse=True)[:2]
    lead = _lead("growth", cells, [value - min(values) for value in values])
    return lead if first > 0 and first - second >= GROWS_FASTER else None


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
