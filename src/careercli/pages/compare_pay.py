"""The pay of a comparison, drawn by what the lists say of each career where the reader is."""

from collections.abc import Callable
from typing import Any

from careercli.core.comparing.reports import Cell, CompareReport
from careercli.core.text.page import Range
from careercli.core.text.plaintext import capitalized
from careercli.locale import NO_BREAK, Say
from careercli.pages.levels import rounded


def told_ranges(report: CompareReport, official: Callable[[int], Range | None], say: Say) -> tuple[Range, ...]:
    """A bar a career: the `official` range of what is counted, else from end to end of what one may expect.

    None where some career has no amount, or another currency.
    """
    cells = _cells(report)
    currencies = {cell.value["currency"] for cell in cells if cell.value["low"] and cell.value["high"]}
    if len(currencies) != 1 or not all(cell.value["low"] and cell.value["high"] for cell in cells):
        return ()
    return tuple(
        (official(n) if cell.value["basis"] == "measured" else None)
        or _expected(report.careers[n].name, cell.value, say)
        for n, cell in enumerate(cells)
    )


def told_remark(report: CompareReport, say: Say) -> str:
    """Where and of when the pay is, and whose word the rest."""
    cells = _cells(report)
    dates = dict.fromkeys(say.date(cell.reference) for cell in cells if cell.reference)
    place = say.country_name(report.reader_country, short=True)
    told = [", ".join([say("gross a year"), place, *dates])]
    bases = {cell.value["basis"] for cell in cells}
    told += [say("year five: our judgment")] if "expected" in bases else []
    told += [say("others: what is published under the title")] if "records" in bases else []
    return capitalized(say.semicolon.join(told))


def _cells(report: CompareReport) -> tuple[Cell, ...]:
    return next(row.cells for row in report.rows if row.id == "pay_here")


def _expected(name: str, pay: dict[str, Any], say: Say) -> Range:
    low, high, currency = pay["low"], pay["high"], pay["currency"]
    middle = (low + high) / 2
    figure = say.money(middle if pay["basis"] in ("measured", "records") else rounded(middle), currency)
    figure += f" ★{NO_BREAK}{pay['stars']}" if pay["stars"] else ""
    expected = pay["basis"] == "expected"
    text = say("{amount} in year five", amount=figure) if expected else figure
    ends = (say.money(low, currency), say.money(high, currency))
    told = (say("in year five") if expected else say("in the middle"), figure)
    return Range(name, (low, low, middle, high, high), text, ends, middle=told)
