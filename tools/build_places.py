"""Derives `data/places/` from the official files of wages by area; the same input gives the same bytes.

Usage: python tools/build_places.py ../shared/data

Of states and territories the percentiles are taken, and those of everybody employed in an area (00-0000); of the
occupations of metropolitan and other areas the median and the employment alone. What is not published stays empty.
`thin` is 1 where the relative standard error of the mean is over 20 %.
"""

import csv
import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "data/places"
EVERYBODY = "00-0000"
POINTS = ("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90")
WIDE = ("area", "code", "employment", "p10", "p25", "p50", "p75", "p90", "thin")
NARROW = ("area", "code", "employment", "p50", "thin")
#: Percent of the mean wage above which a relative standard error makes a figure thin.
THIN = 20

Row = dict[str, str]


def read(path: Path) -> Iterator[Row]:
    """The rows of a table, packed or not."""
    read_text = gzip.open if path.suffix == ".gz" else open
    with read_text(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write(name: str, titles: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a table with sorted rows."""
    lines = sorted(list(row) for row in rows)
    OUT.mkdir(exist_ok=True)
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(titles)
        writer.writerows(lines)
    print(f"{name}: {len(lines)} rows")


def shorten(text: str) -> str:
    """A number without what it does not need; empty where nothing is published (`-`, or a bound)."""
    try:
        value = float(text)
    except ValueError:
        return ""
    return str(int(value)) if value == int(value) else str(value)


def pick(row: Row, points: Iterable[str]) -> tuple[str, ...]:
    """The cells of a row, with some of its percentiles."""
    thin = float(shorten(row["mean_wage_rse_percent"]) or 0) > THIN
    pays = (shorten(row[point]) for point in points)
    return row["area_code"], row["soc_code"], shorten(row["employment"]), *pays, "1" if thin else ""


def main() -> None:
    """Derive all tables."""
    source = Path(sys.argv[1]) / "oews"
    kinds = {"S": "state", "M": "area"}
    areas = [row for row in read(source / "areas_2025-05.csv") if row["type"] in kinds]
    rows = ((area["area_code"], kinds[area["type"]], f"{area['state']}00000", area["name"]) for area in areas)
    write("areas_us.csv", ("area", "kind", "state", "name"), rows)
    states, areas_of = (list(read(source / f"oews_{name}_2025-05.csv.gz")) for name in ("state", "metro"))
    everybody = [row for row in areas_of if row["soc_code"] == EVERYBODY]
    write("wages_wide_us.csv", WIDE, (pick(row, POINTS) for row in states + everybody))
    narrow = (pick(row, ("annual_median",)) for row in areas_of if row["soc_code"] != EVERYBODY)
    write("wages_narrow_us.csv", NARROW, narrow)


if __name__ == "__main__":
    main()
