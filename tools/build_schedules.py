"""Derives `data/occupations/schedules_us.csv`: whether people work on weekends and at night, as the BLS tells it.

Usage: python tools/build_schedules.py ../shared/data

The Occupational Outlook Handbook says of each occupation when people work. `yes`: it says so of them; `some`: they may,
or some do; `no`: they work full time, and nothing is said of other hours. All else stays empty: not known. Of its text
only that is kept.
"""

import gzip
import json
import re
import sys
from pathlib import Path

from build_atlas import read_onet, write

BEGINS = "Work Schedules"
SAID = {
    "weekends": re.compile(r"weekend|saturday|sunday|holiday|(?:7|seven) days", re.IGNORECASE),
    "nights": re.compile(r"\bnights?\b|overnight|around the clock|24[- ]hours?|all hours", re.IGNORECASE),
}
#: Of some people, or now and then, or at home.
SOME = re.compile(r"\bmay\b|\bsome|occasional|\bcan\b|\bmight\b|grade papers|prepare lessons|plan", re.IGNORECASE)
#: Hours that leave it open, of each.
OPEN = r"shift|irregular|\bvar(?:y|ies|iable)|on[- ]call|emergenc|outside|differ|early|flexible"
LEFT_OPEN = {
    "weekends": re.compile(
        OPEN + r"|evening|night|season|deadline|overtime|more than 40|long|additional|extra|travel|part[- ]time|event",
        re.IGNORECASE,
    ),
    "nights": re.compile(OPEN, re.IGNORECASE),
}
#: Pages that name no code, and the beginnings of the codes of which they tell.
CODES = {
    "assemblers-and-fabricators": "51-20",
    "bus-drivers": "53-305",
    "database-administrators": "15-1242 15-1243",
    "delivery-truck-drivers-and-driver-sales-workers": "53-3031 53-3033",
    "financial-analysts": "13-205",
    "financial-clerks": "43-3",
    "food-and-beverage-serving-and-related-workers": "35-3",
    "gaming-services-occupations": "39-301",
    "hand-laborers-and-material-movers": "53-706",
    "information-clerks": "43-4",
    "judges-and-hearing-officers": "23-102",
    "kindergarten-and-elementary-school-teachers": "25-2012 25-2021",
    "machinists-and-tool-and-die-makers": "51-4041 51-4111",
    "material-recording-clerks": "43-5",
    "mathematicians-and-statisticians": "15-2021 15-2041",
    "nurse-anesthetists-nurse-midwives-and-nurse-practitioners": "29-1151 29-1161 29-1171",
    "nursing-assistants": "31-1131 31-1132",
    "physicians-and-surgeons": "29-121 29-122 29-124",
    "police-and-detectives": "33-302 33-305",
    "postsecondary-teachers": "25-1",
    "psychiatric-technicians-and-aides": "29-2053 31-1133",
    "purchasing-managers-buyers-and-purchasing-agents": "11-3061 13-102",
    "radiologic-technologists": "29-2034 29-2035",
    "railroad-occupations": "53-40",
    "retail-sales-workers": "41-2031 41-2022",
    "software-developers": "15-1252 15-1253",
    "surgical-technologists": "29-2055",
    "taxi-drivers-and-chauffeurs": "53-3053 53-3054",
    "top-executives": "11-1011 11-1021",
    "web-developers": "15-1254 15-1255",
    "woodworkers": "51-7",
}


def read_schedules(source: Path) -> dict[str, str]:
    """What the Handbook says of hours, by the beginning of a code."""
    found: dict[str, str] = {}
    with gzip.open(source / "ooh/ooh_2024-34_text.jsonl.gz", "rt", encoding="utf-8") as file:
        for page in map(json.loads, file):
            text = page["work_environment"].partition(BEGINS)[2].partition("<-")[0]
            for code in (page["soc_code"] or CODES.get(page["slug"], "")).split():
                found[code.rstrip("0") if code.endswith("0") else code] = text
    return found


def judge(text: str, condition: str) -> str:
    """Whether people work so: yes, some, no, or empty where a text leaves it open."""
    sentences = [sentence for sentence in text.split(". ") if SAID[condition].search(sentence)]
    if sentences:
        return "yes" if any(not SOME.search(sentence) for sentence in sentences) else "some"
    return "no" if "full time" in text and not LEFT_OPEN[condition].search(text) else ""


def main() -> None:
    """Write the table: the page whose code is nearest tells of an occupation."""
    source = Path(sys.argv[1])
    schedules = read_schedules(source)
    rows = []
    for occupation in read_onet(source, "Occupation Data.txt"):
        code = occupation["O*NET-SOC Code"]
        told = max((begin for begin in schedules if code.startswith(begin)), key=len, default="")
        cells = [judge(schedules.get(told, ""), condition) for condition in SAID]
        if any(cells):
            rows.append((code, *cells))
    write("schedules_us.csv", ("code", *SAID), rows)


if __name__ == "__main__":
    main()
