"""What official statistics of a country say of occupations: `pay_us.csv`, `outlook_us.csv`, `employees_fr.csv`."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from careercli.compiler import entries
from careercli.core.careers.model import Group
from careercli.core.careers.occupation import (
    APPRENTICESHIP,
    EducationHeld,
    FieldFigures,
    Figures,
    Leaving,
    Missing,
    OfficialPay,
    Outlook,
)
from careercli.core.pay import distribution as pay

POINTS = ("p10", "p25", "p50", "p75", "p90")
#: The code of everybody employed.
EVERYBODY = "00-0000"
Row = dict[str, str]


def read_table(path: Path) -> Iterator[Row]:
    """The rows of a table by their titles."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        titles = next(rows, [])
        yield from (dict(zip(titles, row, strict=False)) for row in rows if row)  # csv.DictReader takes twice as long


def to_number(text: str | None) -> float | None:
    """A published number; None where there is none."""
    return float(text) if text else None


def find_row(table: Mapping[str, Row], groups: Mapping[str, str], code: str) -> tuple[str, Row | None]:
    """The row of an occupation's seven-character code, or of the group that is published for it."""
    short = code[:7]
    if short in table:
        return short, table[short]
    group = groups.get(short, "")
    return group, table.get(group)


def group_of(code: str, published: str, title: str) -> Group:
    """Whom a figure of an occupation counts that is published for a code; `own` where that is the occupation itself."""
    return Group(code=published, title=title, own=published == code[:7] and code.endswith(".00"))


class CountryFigures:
    """The tables of a country. `titles` are the labels of occupations by code, `groups` the codes of wider groups."""

    def __init__(
        self,
        folder: Path,
        country: str,
        entry: entries.CountryEntry,
        data_sets: Mapping[str, entries.DataSetEntry],
        *,
        titles: Mapping[str, str],
        groups: Mapping[str, str],
    ) -> None:
        self.country, self.entry, self.data_sets = country, entry, data_sets
        self.titles, self.groups = titles, groups
        place = country.lower()
        self.wages = _by_code(folder / f"pay_{place}.csv") if entry.wages else {}
        self.outlooks = _by_code(folder / f"outlook_{place}.csv") if entry.outlook else {}
        self.fields = _by_code(folder / f"fields_{place}.csv")
        self.leavers = _by_code(folder / f"leaving_{place}.csv")
        self.schooling = _by_code(folder / f"education_{place}.csv")
        table = folder / f"employees_{place}.csv"
        self.published = list(read_table(table)) if table.is_file() else []
        self.everybody = self._everybody()

    def figures(self, code: str) -> Figures:
        """All that is known of an occupation."""
        wage, employment = self._pay(code)
        yearly = {p: v for p in POINTS if wage and wage.period == "year" and (v := getattr(wage, p)) is not None}
        everybody = self.everybody
        shares = {p: pay.share_below(everybody, v, "year", "gross") for p, v in yearly.items()} if everybody else {}
        group, row = find_row(self.outlooks, self.groups, code)
        outlook = row or {}
        lacks: dict[Missing, bool] = {
            "pay": wage is None,
            "pay-partial": wage is not None and len(yearly) < len(POINTS),
            "outlook": not outlook.get("growth_percent"),
            "education": not outlook.get("education"),
        }
        return Figures(
            country=self.country,
            pay=wage,
            stars={point: pay.stars_of(share) for point, share in shares.items()},
            percentiles=shares,
            employment=employment,
            outlook=self._outlook(code, group, outlook),
            education=outlook.get("education") or None,
            experience=outlook.get("experience") or None,
            training=outlook.get("training") or None,
            apprenticeship=self.entry.apprenticeship if outlook.get("training") == APPRENTICESHIP else None,
            self_employed_percent=to_number(outlook.get("self_employed_percent")),
            leaving=self._leaving(code),
            education_held=self._education_held(code),
            missing=tuple(name for name, lacking in lacks.items() if lacking),
        )

    def field(self, major: str) -> FieldFigures:
        """What is published of a major group as a whole, by the first digits of its code."""
        row = self.fields.get(f"{major}-0000", {})
        return FieldFigures(pay=to_number(row.get("annual_p50")), growth=to_number(row.get("growth_percent")))

    def _pay(self, code: str) -> tuple[OfficialPay | None, int | None]:
        """The wages of an occupation, by the year or by the hour where only those are published; and its size."""
        wage_code, row = find_row(self.wages, self.groups, code)
        if row is None:
            return None, None
        source = self.entry.wages or ""
        employment = int(row["employment"]) if row["employment"] else None
        for kind, period in (("annual", "year"), ("hourly", "hour")):
            points: dict[str, Any] = {point: to_number(row[f"{kind}_{point}"]) for point in (*POINTS, "mean")}
            if any(value is not None for value in points.values()):
                wage = OfficialPay(
                    code=wage_code,
                    code_title=row["title"],
                    group=wage_code != code[:7],
                    of=group_of(code, wage_code, row["title"]),
                    country=self.country,
                    currency=self.entry.currency or "",
                    period=period,  # type: ignore[arg-type]
                    reference=self.data_sets[source].date,
                    source=source,
                    **points,
                )
                return wage, employment
        return None, None

    def _outlook(self, code: str, group: str, row: Row) -> Outlook | None:
        if not row.get("growth_percent"):
            return None
        data_set = self.data_sets[self.entry.outlook or ""]
        thousands = {n: to_number(row[n]) for n in ("employment_from_k", "employment_to_k", "openings_k")}
        people = {name: None if value is None else round(value * 1000, 1) for name, value in thousands.items()}
        title = self.wages.get(group, {}).get("title") or self.titles.get(f"{group}.00", group)
        return Outlook(
            from_year=data_set.from_year or 0,
            to_year=data_set.to_year or 0,
            employment_from=people["employment_from_k"],
            employment_to=people["employment_to_k"],
            growth_percent=to_number(row["growth_percent"]),
            openings_per_year=people["openings_k"],
            source=self.entry.outlook or "",
            of=group_of(code, group, title),
            all_growth_percent=data_set.totals.get("growth_percent"),
        )

    def _source_of(self, kind: str) -> str | None:
        """The data set of the country that gives figures of a kind."""
        entries = self.data_sets.items()
        return next((id_ for id_, entry in entries if kind in entry.gives and entry.country == self.country), None)

    def _title(self, code: str) -> str:
        return self.wages.get(code, {}).get("title") or self.titles.get(f"{code}.00", code)

    def _leaving(self, code: str) -> Leaving | None:
        counted, row = find_row(self.leavers, self.groups, code)
        source = self._source_of("leaving")
        if row is None or source is None:
            return None
        everybody = self.leavers.get(EVERYBODY, {})
        return Leaving(
            exit_percent=float(row["exit_percent"]),
            transfer_percent=float(row["transfer_percent"]),
            all_exit_percent=to_number(everybody.get("exit_percent")),
            all_transfer_percent=to_number(everybody.get("transfer_percent")),
            from_year=self.data_sets[source].from_year or 0,
            to_year=self.data_sets[source].to_year or 0,
            source=source,
            of=group_of(code, counted, self._title(counted)),
        )

    def _education_held(self, code: str) -> EducationHeld | None:
        counted, row = find_row(self.schooling, self.groups, code)
        source = self._source_of("schooling")
        if row is None or source is None:
            return None
        shares = {level: float(share) for level, share in row.items() if level != "code" and share}
        reference, group = self.data_sets[source].date, group_of(code, counted, self._title(counted))
        return EducationHeld(shares=shares, reference=reference, source=source, of=group)

    def _everybody(self) -> pay.AllEmployees | None:
        """The pay of all employees: through published points, or the mixture of the occupations' pay."""
        if not self.entry.employees or not self.entry.currency:
            return None
        if self.published:
            latest = max(row["year"] for row in self.published)
            values = {row["statistic"]: float(row["amount"]) for row in self.published if row["year"] == latest}
            distribution = pay.through([(_share_of(name), values[name]) for name in values if name[1:].isdecimal()])
            period, tax, reference = "month", "net", latest
            net_of_gross = values["mean"] / values["gross_mean"]
        else:
            published = [float(self.wages[EVERYBODY][f"annual_{p}"]) for p in POINTS]
            distribution = pay.bend(pay.mixture_of(wage_curves(self.wages)), published)
            period, tax, reference = "year", "gross", self.data_sets[self.entry.employees].date
            net_of_gross = None
        return pay.AllEmployees(
            country=self.country,
            currency=self.entry.currency,
            period=period,  # type: ignore[arg-type]
            tax=tax,  # type: ignore[arg-type]
            reference=reference,
            source=self.entry.employees,
            distribution=distribution,
            net_of_gross=net_of_gross,
            least=_least(self.entry) if net_of_gross else None,
            hours_a_year=self.entry.hours_a_year or pay.HOURS_A_YEAR,
            totals=dict(self.data_sets[self.entry.employees].totals),
        )


def _least(entry: entries.CountryEntry) -> pay.NetPoint | None:
    """What is left of the least pay that the law lets pay in a country."""
    least = entry.least_pay
    return pay.NetPoint(gross=least.gross, net=least.net, source=least.source) if least else None


def _share_of(statistic: str) -> float:
    """The share of employees below a published decile or percentile, such as D9 and C99."""
    return int(statistic[1:]) / (10 if statistic.startswith("D") else 100)


def _by_code(path: Path) -> dict[str, Row]:
    return {row["code"]: row for row in read_table(path)} if path.is_file() else {}


def wage_curves(wages: Mapping[str, Row]) -> list[pay.Curve]:
    """Employment and percentiles of the occupations that together are all employees, each once."""
    whole = {code for code, row in wages.items() if row["employment"] and all(row[f"annual_{p}"] for p in POINTS)}
    parted = {code[:6] for code in whole if not code.endswith("0")}
    kept = sorted(code for code in whole if not code.endswith("0") or (code[5:] != "00" and code[:6] not in parted))
    return [
        (float(wages[code]["employment"]), *(float(wages[code][f"annual_{p}"]) for p in POINTS))  # type: ignore[misc]
        for code in kept
    ]
