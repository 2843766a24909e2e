"""BLS employment projections, table 1.2: the workbook `occupation.xlsx`, or CSV."""

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from careercli.core.careers.datasets import DataSetName
from careercli.errors import ImportFailedError
from careercli.importers.base import (
    AGAIN,
    NOT_AVAILABLE,
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

_EMPLOYMENT = r"Employment, ([0-9]{4})|emp_([0-9]{4})_k"
COLUMNS = (
    Column("2024 National Employment Matrix title", r"([0-9]{4} )?National Employment Matrix title|title"),
    Column("2024 National Employment Matrix code", r"([0-9]{4} )?National Employment Matrix code|soc"),
    Column("Occupation type", "Occupation type|type"),
    Column("Employment change, percent", r"Employment change, percent, .*|chg_pct"),
    Column("Percent self employed", r"Percent self.employed, .*|self_emp_pct"),
    Column("Occupational openings, annual average", r"Occupational openings, .*annual average.*|openings_k"),
    Column("Median annual wage, dollars", r"Median annual wage, dollars, .*|median_wage_[0-9]{4}", optional=True),
    Column("Typical education needed for entry", "Typical education needed for entry|education"),
    Column("Work experience in a related occupation", "Work experience in a related occupation|experience"),
    Column("Typical on-the-job training", "Typical on-the-job training.*|training"),
    Column("Employment", _EMPLOYMENT),
)


def make_parser(year_from: int, year_to: int) -> Callable[[Sequence[str], FileLine], Parsed]:
    """What judges a row of a table from one year to another."""

    def parse(cells: Sequence[str], at: FileLine) -> Parsed:
        title, code, kind, growth, alone, openings, pay, *entry, before, after = cells
        if not code.strip():
            return "remark"
        bound = pay.strip().startswith((">=", "≥"))
        return (
            parse_soc_code(code, at),
            parse_text(title, at),
            "group" if kind.strip() == "Summary" else "occupation",
            year_from,
            year_to,
            _thousands(before, at),
            _thousands(after, at),
            parse_figure(growth, at),
            _thousands(openings, at),
            parse_figure(alone, at),
            parse_figure(pay.strip().lstrip(">=≥"), at),
            int(bound),
            *(None if word.strip() in NOT_AVAILABLE else " ".join(word.split()) for word in entry),
        )

    return parse


def _thousands(text: str, at: FileLine) -> float | None:
    """Persons, of a figure in thousands with one decimal."""
    value = parse_figure(text, at)
    return None if value is None else round(value * 1000)


class Projections:
    """An opened table of projections."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.sha256 = table.sha256
        self.size = table.size
        self._years = sorted(_find_years(table.header))
        if len(self._years) != 2:
            said = "{at}: employment is given for {n} years, not for two"
            raise ImportFailedError(said, AGAIN, at=table.at, n=len(self._years))
        self.named: str | None = None
        self.release = f"{self._years[0]}-{self._years[1] % 100:02}"

    def load(self, writer: Writer, progress: Progress) -> Findings:
        """Read the table."""
        self._table.counter.progress = progress
        years = [Column(f"Employment, {year}", rf"Employment, {year}|emp_{year}_k") for year in self._years]
        part = Part("projections", "projection", (*COLUMNS[:-1], *years), make_parser(*self._years))
        writer.write_part(part, with_titles(self._table), self._table.at)
        return Findings()


def _find_years(header: list[str]) -> Iterator[int]:
    """The years of the columns of employment."""
    for title in header:
        if found := re.fullmatch(_EMPLOYMENT, " ".join(title.split())):
            yield int(found[1] or found[2])


@contextlib.contextmanager
def open_projections(path: Path) -> Iterator[Projections]:
    """A table of projections. Raises ImportFailedError."""
    with open_table(path, COLUMNS) as table:
        yield Projections(table)


SPEC = DataSetSpec(
    name=DataSetName.PROJECTIONS,
    title="Employment Projections",
    licence="U.S. government work, public domain",
    attribution="U.S. Bureau of Labor Statistics, Employment Projections program, {release}.",
    tables=("projection",),
    open=open_projections,
)
