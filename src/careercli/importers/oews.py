"""BLS wages and employment by occupation (OEWS), national: .xlsx as BLS gives it, or CSV."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from careercli.core.careers.datasets import DataSetName
from careercli.importers.base import (
    Column,
    DataSetSpec,
    FileLine,
    Findings,
    Parsed,
    Part,
    Progress,
    Writer,
    parse_figure,
    parse_soc_code,
    parse_text,
)
from careercli.importers.tables import Table, open_table, with_titles

#: BLS publishes no wage above these: `#` stands for so much or more.
TOP_HOURLY = 115.0
TOP_ANNUAL = 239_200.0
_POINTS = ("mean", "p10", "p25", "p50", "p75", "p90")
_PAY = tuple(f"{period}_{point}" for period in ("hourly", "annual") for point in _POINTS)
_LEVELS = {"0": "major", "1": "minor", "2": "broad", "3": "detailed"}
_NATIONAL = frozenset(("", "U.S.", "US", "United States", "National", "99"))
_CROSS_INDUSTRY = frozenset(("", "000000", "0"))


def _pay_column(name: str) -> Column:
    """H_PCT10 or hourly_p10; H_MEDIAN or hourly_median."""
    period, point = name.split("_")
    theirs = {"mean": "MEAN", "p50": "MEDIAN"}.get(point, f"PCT{point[1:]}")
    ours = "median" if point == "p50" else point
    return Column(f"{period[0].upper()}_{theirs}", f"{period[0]}_{theirs}|{period}_{ours}")


COLUMNS = (
    Column("OCC_CODE", "OCC_CODE|soc_code"),
    Column("OCC_TITLE", "OCC_TITLE|title"),
    Column("O_GROUP", "O_GROUP|OCC_GROUP|display_level"),
    Column("TOT_EMP", "TOT_EMP|employment"),
    *(_pay_column(name) for name in _PAY),
    Column("AREA_TITLE", optional=True),
    Column("NAICS", optional=True),
    Column("ANNUAL", optional=True),
    Column("HOURLY", optional=True),
)


def parse_row(cells: Sequence[str], at: FileLine) -> Parsed:
    """An occupation's wages.

    Code, title, level, employment, hourly and annual pay, which of the two it has alone, and the names of the figures
    that are lower bounds.
    """
    code, title, level, employment = cells[:4]
    area, industry, annual_only, hourly_only = cells[16:]
    if area.strip() not in _NATIONAL:
        return "not-national"
    if industry.strip() not in _CROSS_INDUSTRY:
        return "one-industry"
    pay: list[float | None] = []
    at_least: list[str] = []
    for name, text in zip(_PAY, cells[4:16], strict=True):
        if text.strip() == "#":
            at_least.append(name)
            pay.append(TOP_HOURLY if name.startswith("hourly") else TOP_ANNUAL)
        else:
            pay.append(parse_figure(text, at))
    employed = parse_figure(employment, at)
    code = parse_soc_code(code, at)
    level = "total" if code == "00-0000" else _LEVELS.get(level.strip(), level.strip().lower())
    only = _find_only(pay, annual=_is_true(annual_only), hourly=_is_true(hourly_only))
    people = None if employed is None else round(employed)
    return code, parse_text(title, at), level, people, *pay, only, " ".join(at_least) or None


def _is_true(cell: str) -> bool:
    return cell.strip().upper() == "TRUE"


def _find_only(pay: list[float | None], *, annual: bool, hourly: bool) -> str | None:
    """`year` or `hour` where pay is known by the year or by the hour alone."""
    known = [any(value is not None for value in half) for half in (pay[:6], pay[6:])]
    if annual or known == [False, True]:
        return "year"
    return "hour" if hourly or known == [True, False] else None


PART = Part("wages", "oews", COLUMNS, parse_row)


class Wages:
    """An opened file of wages."""

    def __init__(self, table: Table, path: Path) -> None:
        self._table = table
        self.sha256 = table.sha256
        self.size = table.size
        self.release = find_release(table.name)
        self.named = find_release(path.name)

    def load(self, writer: Writer, progress: Progress) -> Findings:
        """Read the table."""
        self._table.counter.progress = progress
        writer.write_part(PART, with_titles(self._table), self._table.at)
        return Findings()


def find_release(names: str) -> str | None:
    """The year and month of reference in the names of a file and its sheet: national_M2025_dl gives 2025-05."""
    if found := re.search(r"(?<![0-9])(20[0-9]{2})-(0[1-9]|1[0-2])(?![-0-9])", names):
        return f"{found[1]}-{found[2]}"
    found = re.search(r"_M(20[0-9]{2})(?![0-9])", names, re.IGNORECASE) or re.search(r"oesm([0-9]{2})", names)
    return f"20{found[1][-2:]}-05" if found else None


@contextlib.contextmanager
def open_wages(path: Path) -> Iterator[Wages]:
    """A file of wages. Raises ImportFailedError."""
    with open_table(path, COLUMNS) as table:
        yield Wages(table, path)


SPEC = DataSetSpec(
    name=DataSetName.OEWS,
    title="Occupational Employment and Wage Statistics",
    licence="U.S. government work, public domain",
    attribution="U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, {release}.",
    tables=("oews",),
    open=open_wages,
)
