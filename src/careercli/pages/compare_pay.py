"""The pay of a comparison, drawn by what the lists say of each career where the reader is."""

from collections.abc import Callable
from typing import Any

from careercli.core.comparing.reports import Cell, CompareReport
from careercli.core.text.page import Range
from careercli.core.text.plaintext import capitalized
from careercli.locale import NO_BREAK, Say
from careercli.locale.pay_words import reckoned_words, terms_words
from careercli.locale.words import MARK
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
    bases = {cell.value["basis"] for cell in cells}
    told = [", ".join([say("gross a year"), place, *dates])]
    if "reckoned" in bases:  # then all is
        pay = cells[0].value
        terms = terms_words(pay["tax"], pay["period"], say)
        sources = dict.fromkeys(cell.source for cell in cells if cell.source)
        cited = "".join(f" [@{source}]" for source in sources)
        told = [f"{terms}, {place}, {reckoned_words(pay['reference'], say)}{cited}"]
    told += [say("year five: our judgment")] if "expected" in bases else []
    told += [say("others: what is published under the title")] if "records" in bases else []
    return capitalized(say.semicolon.join(told))


def _cells(report: CompareReport) -> tuple[Cell, ...]:
    return next(row.cells for row in report.rows if row.id == "pay_here")


def _expected(name: str, pay: dict[str, Any], say: Say) -> Range:
    low, high, currency = pay["low"], pay["high"], pay["currency"]
    middle = (low + high) / 2
    exact = pay["basis"] in ("measured", "reckoned", "records")
    figure = say.money(middle if exact else rounded(middle), currency)
    figure += f" ★{NO_BREAK}{pay['stars']}" if pay["stars"] else ""
    expected = pay["basis"] == "expected"
    text = say("{amount} in year five", amount=figure) if expected else figure
    ends = (say.money(low, currency), say.money(high, currency))
    if pay["basis"] == "reckoned":
        name = f"{MARK}{NO_BREAK}{name}"
    told = (say("in year five") if expected else say("in the middle"), figure)
    return Range(name, (low, low, middle, high, high), text, ends, middle=told)
