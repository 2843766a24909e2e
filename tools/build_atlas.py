"""Derives `data/occupations/*.csv` from the official files; the same input gives the same bytes.

Usage: python tools/build_atlas.py ../shared/data

Figures, codes and names only. What a source does not publish stays empty: never zero, never guessed.
The French labels and the links to French groups of trades are our own (`labels_fr.csv`, `groups_fr.csv`), Insee's
figures were read by hand (`employees_fr.csv`): none of these is written here.
"""

import csv
import io
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "data/occupations"
ONET = "onet/db_30_1_text_partial.zip"
RIASEC = {
    "Realistic": "R",
    "Investigative": "I",
    "Artistic": "A",
    "Social": "S",
    "Enterprising": "E",
    "Conventional": "C",
}
PAY = ("p10", "p25", "p50", "p75", "p90", "mean")
OEWS_COLUMNS = {"p10": "p10", "p25": "p25", "p50": "median", "p75": "p75", "p90": "p90", "mean": "mean"}

#: Codes that the wage and employment statistics publish only together, and the code of the whole.
GROUPS = {
    "13-1021": "13-1020",
    "13-1022": "13-1020",
    "13-1023": "13-1020",
    "13-2022": "13-2020",
    "13-2023": "13-2020",
    "21-1011": "21-1018",
    "21-1014": "21-1018",
    "25-2055": "25-2052",
    "25-2056": "25-2052",
    "25-9042": "25-9045",
    "25-9043": "25-9045",
    "29-2011": "29-2010",
    "29-2012": "29-2010",
    "31-1121": "31-1120",
    "31-1122": "31-1120",
    "39-7011": "39-7010",
    "39-7012": "39-7010",
    "47-4091": "47-4090",
    "47-4099": "47-4090",
    "51-2022": "51-2028",
    "51-2023": "51-2028",
    "51-2092": "51-2090",
    "51-2099": "51-2090",
    "53-1042": "53-1047",
    "53-1043": "53-1047",
    "53-1044": "53-1047",
}

EVERYBODY = "00-0000"
#: The levels of schooling, and the columns of the BLS.
EDUCATION = {
    "no_diploma": "Less than high school diploma",
    "high_school": "High school diploma or equivalent",
    "some_college": "Some college, no degree",
    "associate": "Associate's degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctorate": "Doctoral or professional degree",
}
AI_MEASURES = ("tasks_people", "tasks_model", "applicability", "conversations_percent")

Row = dict[str, str]


def read_onet(source: Path, name: str) -> Iterator[Row]:
    """The rows of a file of the O*NET text release."""
    with zipfile.ZipFile(source / ONET) as archive:
        member = next(member for member in archive.namelist() if member.endswith("/" + name))
        with archive.open(member) as file:
            yield from csv.DictReader(io.TextIOWrapper(file, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)


def read_sheet(path: Path, sheet: str, header: int) -> Iterator[dict[str, Any]]:
    """The rows of an Excel sheet whose titles stand in a row (0 is the first)."""
    rows = openpyxl.load_workbook(path, read_only=True)[sheet].iter_rows(values_only=True)
    titles: list[str] = []
    for n, row in enumerate(rows):
        if n == header:
            titles = [str(title) for title in row]
        elif n > header:
            yield dict(zip(titles, row, strict=True))


def write(name: str, titles: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a table with sorted rows."""
    lines = sorted([["" if cell is None else str(cell) for cell in row] for row in rows])
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(titles)
        writer.writerows(lines)
    print(f"{name}: {len(lines)} rows")


def number(text: object) -> str:
    """A published number as it is; empty where there is none (`-`, `—`, `*`). A bound (`>=`, `#`) is none."""
    plain = str(text).replace(",", "").strip()
    try:
        value = float(plain)
    except ValueError:
        return ""
    return str(int(value)) if value == int(value) else f"{value:.4f}".rstrip("0")


def build_occupations(source: Path) -> set[str]:
    """Codes, preferred labels, job zones, interests; the codes."""
    zones = {row["O*NET-SOC Code"]: row["Job Zone"] for row in read_onet(source, "Job Zones.txt")}
    interests: dict[str, dict[str, str]] = {}
    for row in read_onet(source, "Interests.txt"):
        if row["Scale ID"] == "OI":
            interests.setdefault(row["O*NET-SOC Code"], {})[RIASEC[row["Element Name"]]] = number(row["Data Value"])
    names = {row["O*NET-SOC Code"]: row["Title"] for row in read_onet(source, "Occupation Data.txt")}
    write(
        "occupations.csv",
        ("code", "label", "job_zone", *"RIASEC"),
        (
            (code, name, zones.get(code), *(interests.get(code, {}).get(letter) for letter in "RIASEC"))
            for code, name in names.items()
        ),
    )
    return set(names)


def build_names(source: Path, codes: set[str]) -> None:
    """Other titles, and related occupations in the order of their rank."""
    labels = {row["O*NET-SOC Code"]: row["Title"] for row in read_onet(source, "Occupation Data.txt")}
    titles = {(r["O*NET-SOC Code"], r["Alternate Title"]) for r in read_onet(source, "Alternate Titles.txt")}
    titles |= {
        (r["O*NET-SOC Code"], r["Reported Job Title"]) for r in read_onet(source, "Sample of Reported Titles.txt")
    }
    titles = {(code, title.strip()) for code, title in titles if title.strip() != labels[code]}
    write("titles.csv", ("code", "title"), titles)
    related: dict[str, list[tuple[int, str]]] = {code: [] for code in codes}
    for row in read_onet(source, "Related Occupations.txt"):
        related[row["O*NET-SOC Code"]].append((int(row["Index"]), row["Related O*NET-SOC Code"]))
    found = ((code, " ".join(other for _, other in sorted(ranked))) for code, ranked in related.items() if ranked)
    write("related.csv", ("code", "related"), found)


def build_tools(source: Path, codes: set[str]) -> None:
    """The software that employers ask for most, by occupation."""
    rows = read_onet(source, "Technology Skills.txt")
    asked = {(row["O*NET-SOC Code"], row["Example"]) for row in rows if row["In Demand"] == "Y"}
    write("tools.csv", ("code", "tool"), sorted(row for row in asked if row[0] in codes))


def build_pay(source: Path) -> None:
    """Wages by wage code, annual and hourly, and employment: detailed codes, and the groups that stand for some."""
    with (source / "oews/oews_national_2025-05.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = [f"{kind}_{OEWS_COLUMNS[p]}" for kind in ("annual", "hourly") for p in PAY]
    write(
        "pay_us.csv",
        ("code", "title", "employment", *(f"{kind}_{p}" for kind in ("annual", "hourly") for p in PAY)),
        (
            (row["soc_code"], row["title"], number(row["employment"]), *(number(row[column]) for column in columns))
            for row in rows
            if not row["soc_code"].endswith("0000") or row["soc_code"] == "00-0000"
        ),
    )


def build_medians(source: Path) -> None:
    """The median net pay a month of full-time employees in France, by group of trades (five characters: FAP 225).

    The five classes of pay that stand beside it are not taken: their two upper names are exchanged, for the shares
    contradict the medians.
    """
    titles = _trade_titles(source)
    medians = ((code, titles[code], amount) for code, amount in _trade_medians(source, "2017-2019").items())
    write("pay_fr.csv", ("code", "title", "p50"), (row for row in medians if len(row[0]) == len("A0Z40")))


def build_trades(source: Path) -> None:
    """Who works in France by field of trades (a letter) and by group of them, how that changed, and the median pay.

    People are means of three years, 2017 to 2019, and the change is from those of 2007 to 2009.
    """
    with (source / "dares/effectifs_3niv.csv").open(encoding="utf-8") as file:
        people = {row["Annee"]: row for row in csv.DictReader(file)}
    then, now = people["2008"], people["2018"]
    before, after = "2007/2009", "2017/2019"
    rows = []
    for size, years in ((1, "2016-2018"), (len("A0Z40"), "2017-2019")):
        medians = _trade_medians(source, years)
        rows += [
            (
                code,
                title if size > 1 else "",
                before,
                after,
                round(float(now[code]) * 1000),
                round(100 * (float(now[code]) / float(then[code]) - 1), 1),
                medians.get(code, ""),
                years.replace("-", "/"),
            )
            for code, title in _trade_titles(source).items()
            if len(code) == size and code in now
        ]
    write("trades_fr.csv", ("code", "title", "before", "counted", "people", "change", "p50", "paid"), rows)


def _trade_titles(source: Path) -> dict[str, str]:
    """What the groups of trades and their fields are called; the rest is no group."""
    with (source / "dares/fap_labels.csv").open(encoding="utf-8") as file:
        labels = {row["fap"]: _typeset(row["label"]) for row in csv.DictReader(file)}
    return {code: label for code, label in labels.items() if code[0] not in "YZ"}


def _trade_medians(source: Path, years: str) -> dict[str, str]:
    """The median pay in some years by group or field; empty where it is not published.

    That of politics and religion (X) is left out: the same is printed for two periods that lie twelve years apart.
    """
    titles = _trade_titles(source)
    with (source / "dares/salaire_median_3niv.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["Annee"] == years and row["Fap3"] in titles]
    return {row["Fap3"]: number(row["Salaire_median"]) for row in rows if row["Fap3"] != "X"}


def _typeset(label: str) -> str:
    """A French label as it is printed."""
    return label.replace("\\'", "’").replace("'", "’").replace("Educateurs", "Éducateurs").strip()


def build_fields(source: Path) -> None:
    """What is published of each major group as a whole: its median pay and its projected growth in percent."""
    with (source / "bls_projections/table_1_2_2024-34.csv").open(encoding="utf-8") as file:
        growth = {row["soc"]: number(row["chg_pct"]) for row in csv.DictReader(file)}
    with (source / "oews/oews_national_2025-05.csv").open(encoding="utf-8") as file:
        majors = [row for row in csv.DictReader(file) if row["soc_code"].endswith("-0000")]
    cells = (
        (row["soc_code"], row["title"], number(row["annual_median"]), growth.get(row["soc_code"]))
        for row in majors
        if row["soc_code"] != EVERYBODY
    )
    write("fields_us.csv", ("code", "title", "annual_p50", "growth_percent"), cells)


def build_outlook(source: Path) -> None:
    """Projections by wage code: employment and openings in thousands, growth in percent, typical entry."""
    with (source / "bls_projections/table_1_2_2024-34.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["type"] == "Line item"]
    words = ("education", "experience", "training")
    write(
        "outlook_us.csv",
        (
            "code",
            "employment_from_k",
            "employment_to_k",
            "growth_percent",
            "openings_k",
            "self_employed_percent",
            *words,
        ),
        (
            (
                row["soc"],
                *(
                    number(row[column])
                    for column in ("emp_2024_k", "emp_2034_k", "chg_pct", "openings_k", "self_emp_pct")
                ),
                *("" if row[word] in ("—", "") else row[word] for word in words),
            )
            for row in rows
        ),
    )


def build_leaving(source: Path) -> None:
    """Who leaves an occupation a year, of a hundred: those who stop working, and those who change to another."""
    code, until = "2024 National Employment Matrix code", ", 2024–34 annual average"
    columns = (f"Labor force exit rate{until}", f"Occupational transfer rate{until}")
    rows = [row for row in read_sheet(source / "bls_projections/occupation.xlsx", "Table 1.10", 1) if row[code]]
    kept = (row for row in rows if row["Occupation type"] == "Line item" or row[code] == EVERYBODY)
    cells = ((row[code], *(number(row[column]) for column in columns)) for row in kept)
    write("leaving_us.csv", ("code", "exit_percent", "transfer_percent"), cells)


def build_education(source: Path) -> None:
    """The schooling of those who are in an occupation, 25 and older, in percent."""
    code = "2024 National Employment Matrix code"
    rows = [row for row in read_sheet(source / "bls_projections/education.xlsx", "Table 5.3", 1) if row[code]]
    cells = ((row[code], *(number(row[title]) for title in EDUCATION.values())) for row in rows)
    write("education_us.csv", ("code", *EDUCATION), cells)


def build_ai(source: Path) -> None:
    """Three measures of what language models do to an occupation, which count different things.

    Shares of tasks that could take half the time, by people and by a model (beta); applicability seen in
    conversations; percent of conversations by task, a task's share split among the occupations that have it.
    """
    folder = source / "ai_exposure"
    with (folder / "gpts_are_gpts_occ_level.csv").open(encoding="utf-8") as file:
        tasks = {row["O*NET-SOC Code"]: row for row in csv.DictReader(file)}
    with (folder / "microsoft_soc_ai_applicability.csv").open(encoding="utf-8") as file:
        applicable = {row["SOC Code"]: row["ai_applicability_score"] for row in csv.DictReader(file)}
    codes: dict[str, set[str]] = {}
    for row in read_onet(source, "Task Statements.txt"):
        codes.setdefault(_plain(row["Task"]), set()).add(row["O*NET-SOC Code"])
    used: dict[str, float] = {}
    met = 0.0
    with (folder / "anthropic_2025-02_onet_task_mappings.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            owners = codes.get(_plain(row["task_name"]), set())
            met += float(row["pct"]) if owners else 0
            for code in owners:
                used[code] = used.get(code, 0) + float(row["pct"]) / len(owners)
    print(f"ai_us.csv: tasks with {met:.1f} % of the conversations were met")
    with (OUT / "occupations.csv").open(encoding="utf-8") as file:
        known = [row["code"] for row in csv.DictReader(file)]
    cells = (
        (
            code,
            *(_share(tasks.get(code, {}).get(f"{who}_rating_beta")) for who in ("human", "dv")),
            _share(applicable.get(code[:7])),
            _share(str(used[code])) if code in used else "",
        )
        for code in known
    )
    write("ai_us.csv", ("code", *AI_MEASURES), (row for row in cells if any(row[1:])))


def _plain(task: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", task.lower()).strip()


def _share(value: str | None) -> str:
    return f"{float(value):.4f}".rstrip("0").rstrip(".") if value else ""


def build_skills(source: Path) -> None:
    """Importance of O*NET skills (1 to 5), and the percentile ranks of the BLS for occupations without them."""
    importance: dict[str, dict[str, str]] = {}
    for row in read_sheet(source / "onet/Skills_29_3.xlsx", "Skills", 0):
        if row["Scale ID"] == "IM":
            importance.setdefault(row["O*NET-SOC Code"], {})[row["Element Name"]] = number(row["Data Value"])
    names = sorted({name for skills in importance.values() for name in skills})
    write("skills_onet.csv", ("code", *names), ((c, *(s.get(n) for n in names)) for c, s in importance.items()))
    code_title = "2024 National Employment Matrix code"
    ranks = [row for row in read_sheet(source / "bls_projections/skills.xlsx", "Table 6.5", 1) if row[code_title]]
    kinds = [title for title in ranks[0] if not title.startswith("2024")]
    write("skills_bls.csv", ("code", *kinds), ((r[code_title], *(number(r[k]) for k in kinds)) for r in ranks))


def main() -> None:
    """Write all tables."""
    source = Path(sys.argv[1])
    OUT.mkdir(exist_ok=True)
    codes = build_occupations(source)
    build_names(source, codes)
    build_tools(source, codes)
    build_pay(source)
    build_medians(source)
    build_trades(source)
    build_fields(source)
    build_outlook(source)
    build_leaving(source)
    build_education(source)
    build_ai(source)
    build_skills(source)
    write("wage_groups.csv", ("code", "group"), GROUPS.items())


if __name__ == "__main__":
    main()
