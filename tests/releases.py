"""Makes O*NET text releases and BLS workbooks in the official form, with invented content."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import ROOT

#: Where the real files are; tests that need them skip where they are not.
SHARED = ROOT.parent / "shared/data"
ONET = SHARED / "onet/db_30_1_text_partial.zip"
OEWS = SHARED / "oews/oews_national_2025-05.csv"
PROJECTIONS = SHARED / "bls_projections/occupation.xlsx"
PROJECTIONS_CSV = SHARED / "bls_projections/table_1_2_2024-34.csv"

RATED = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value"
KINDS = ("Core", "Supplemental", "n/a")
INTERESTS = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")


def release_files(*, new: bool = False, release: str = "30.1", occupations: int = 12, tasks: int = 4) -> dict[str, str]:
    """The files of a release by name, under the old or the new naming."""
    codes = [f"{11 + n % 40:02}-{1000 + n:04}.00" for n in range(occupations)]

    def text(header: str, rows: Iterable[str]) -> str:
        return "\r\n".join([header, *rows]) + "\r\n"

    def ratings(element: str, names: Iterable[str], scales: dict[str, float], more: str = "") -> list[str]:
        return [
            f"{code}\t{element}.{'abcdefghijklmnopqrstuvwxyz'[n]}\t{name}\t{scale}\t{value:.2f}{more}"
            for code in codes
            for n, name in enumerate(names)
            for scale, value in scales.items()
        ]

    suppress = "\t8\t0.1000\t3.1\t4.9\tN\tN\t12/2025\tAnalyst"
    skills = text(
        f"{RATED}\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant"
        "\tDate\tDomain Source",
        ratings("2.A.1", ("Reading", "Writing"), {"IM": 3.5, "LV": 4.0}, suppress),
    )
    education = [f"{code}\t2.D.1\tRequired Level\tRL\t{n}\t{8.33:.2f}" for code in codes for n in range(1, 13)]
    soft = [f"{code}\tProgram {n}\t4323{n:04}\tOffice software\tY\t{'NY'[n % 2]}" for code in codes for n in range(3)]
    software = [f"{code}\tProgram {n}\t2.E.{n}\tOffice software\tY\t{'NY'[n % 2]}" for code in codes for n in range(3)]
    related = [f"{code}\t{other}\tPrimary-Short\t{n}" for code in codes for n, other in enumerate(codes[:3], 1)]
    titles = [f"{code}\tDoer of {n}\tn/a\t08" for code in codes for n in range(5)]
    statements = [
        f"{code}\t{number * 1000 + n}\tDo the thing {n} of {code}.\t{KINDS[n % 3]}\t9\t12/2025\tAnalyst"
        for number, code in enumerate(codes)
        for n in range(tasks)
    ]
    files = {
        "Read Me.txt": f"O*NET {release} Database\nDecember 2025 Release\n",
        "Occupation Data.txt": text(
            "O*NET-SOC Code\tTitle\tDescription", (f"{code}\tDoers {code}\tDo things." for code in codes)
        ),
        "Interests.txt": text(
            f"{RATED}\tDate\tDomain Source", ratings("1.B.1", INTERESTS, {"OI": 4.5, "IH": 1}, "\t12/2025\tML")
        ),
        "Job Zones.txt": text(
            "O*NET-SOC Code\tJob Zone\tDate\tDomain Source", (f"{code}\t4\t12/2025\tAnalyst" for code in codes)
        ),
        "Alternate Titles.txt": text("O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)", titles),
        "Sample of Reported Titles.txt": text(
            "O*NET-SOC Code\tReported Job Title\tShown in My Next Move", (f"{code}\tChief doer\tY" for code in codes)
        ),
        "Related Occupations.txt": text("O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex", related),
        "Task Statements.txt": text(
            "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source", statements
        ),
        "Technology Skills.txt": text(
            "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand", soft
        ),
        "Work Styles.txt": text(
            f"{RATED}\tDate\tDomain Source", ratings("1.D.1", ("Calm", "Care"), {"WI": 2.5, "DR": 7}, "\t12/2025\tAI")
        ),
        "Skills.txt": skills,
        "Knowledge.txt": skills.replace("2.A.1", "2.C.1"),
        "Education, Training, and Experience.txt": text(
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value", education
        ),
    }
    if new:
        files["Career Interest Types.txt"] = files.pop("Interests.txt")
        files["Job Titles.txt"] = files.pop("Alternate Titles.txt").replace("Alternate Title", "Job Title")
        files["Essential Skills.txt"] = files.pop("Skills.txt")
        files["Transferable Skills.txt"] = files["Essential Skills.txt"].replace("2.A.1", "2.B.1")
        files["Education.txt"] = files.pop("Education, Training, and Experience.txt")
        del files["Technology Skills.txt"]
        files["Software Skills.txt"] = text(
            "O*NET-SOC Code\tWorkplace Example\tElement ID\tElement Name\tHot Technology\tIn Demand", software
        )
    return files


def write_zip(path: Path, files: dict[str, str | bytes], folder: str = "db_30_1_text/") -> Path:
    """A release as a .zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(folder + name, content)
    return path


def write_workbook(path: Path, rows: list[list[object]], sheet: str = "national_M2025_dl", before: str = "") -> Path:
    """A workbook of one sheet: texts shared, numbers as they are; `before` stands before its first element."""
    texts: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for n, value in enumerate(row):
            place = f"{chr(65 + n) if n < 26 else 'A' + chr(39 + n)}{number}"
            if isinstance(value, str):
                texts.append(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                cells.append(f'<c r="{place}" t="s"><v>{len(texts) - 1}</v></c>')
            elif value is not None:
                cells.append(f'<c r="{place}"><v>{value}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{relations}"><sheets>'
        f'<sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {main}>{''.join(f'<si><t>{text}</t></si>' for text in texts)}</sst>",
        "xl/worksheets/sheet1.xml": f"{before}<worksheet {main}><sheetData>{''.join(lines)}</sheetData></worksheet>",
    }
    return write_zip(path, files, "")


OEWS_TITLES: list[object] = [
    "AREA",
    "AREA_TITLE",
    "NAICS",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "TOT_EMP",
    "H_MEAN",
    "A_MEAN",
    "H_PCT10",
    "H_PCT25",
    "H_MEDIAN",
    "H_PCT75",
    "H_PCT90",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "ANNUAL",
    "HOURLY",
]


def oews_row(code: str, *, area: str = "U.S.", pay: list[object] | None = None, **marks: object) -> list[object]:
    """A row of wages as BLS writes them."""
    figures = pay or [50, 104000, 20, 30, 45.5, 60, "#", 41600, 62400, 94640, 124800, "#"]
    row: list[object] = [99, area, "000000", code, "Doers", "detailed", 1234560, *figures]
    return [*row, marks.get("annual"), marks.get("hourly")]
