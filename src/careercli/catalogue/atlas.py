"""Compiles the atlas: `data/occupations/*.csv` into occupations, names and passages."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from careercli.catalogue import schema
from careercli.catalogue.load import load_file
from careercli.catalogue.measured import measure_occupation, put_measures
from careercli.catalogue.shape import Problem
from careercli.core import pay
from careercli.core.ids import fold
from careercli.core.languages import LANGS, Lang
from careercli.core.occupation import (
    InterestProfile,
    Missing,
    Neighbour,
    Occupation,
    OccupationCard,
    OfficialPay,
    Outlook,
    SkillScore,
)

PAY_SOURCE, PAY_REFERENCE = "bls-oews-2025-05", "2025-05"
FRENCH_SOURCE = "insee-2024-10"
OUTLOOK_SOURCE, OUTLOOK_YEARS = "bls-projections-2024-34", (2024, 2034)
POINTS = ("p10", "p25", "p50", "p75", "p90")
#: Skills that are shown of an occupation.
TOP_SKILLS = 8
FAMILIES = {
    "11": "management",
    "13": "business-finance",
    "15": "computing-maths",
    "17": "architecture-engineering",
    "19": "science",
    "21": "social-service",
    "23": "law",
    "25": "education-libraries",
    "27": "arts-media-sport",
    "29": "health-practice",
    "31": "health-support",
    "33": "protection",
    "35": "food",
    "37": "cleaning-grounds",
    "39": "personal-service",
    "41": "sales",
    "43": "office",
    "45": "farming-fishing-forestry",
    "47": "construction-extraction",
    "49": "repair",
    "51": "production",
    "53": "transport",
    "55": "military",
}

_TABLES = """
CREATE TABLE occupation (code TEXT, lang TEXT, body BLOB NOT NULL, card BLOB NOT NULL, PRIMARY KEY (code, lang));
CREATE TABLE title (num INTEGER PRIMARY KEY, key TEXT NOT NULL, code TEXT NOT NULL, preferred INTEGER NOT NULL,
    said TEXT);
CREATE INDEX title_key ON title (key);
CREATE TABLE distribution (country TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
"""
_Row = dict[str, str]


def put_atlas(connection: sqlite3.Connection, data: Path, labels: dict[str, schema.Label]) -> list[Problem]:
    """Put all occupations in. `labels` names the families. Returns what is wrong with `synonyms.yaml`."""
    for statement in _TABLES.strip().split(";\n"):
        connection.execute(statement)
    folder = data / "occupations"
    if not (folder / "occupations.csv").is_file():
        return []
    synonyms, _, problems = load_file(data / "synonyms.yaml", dict[schema.Code, schema.Synonyms])
    atlas = _Atlas(folder, labels, synonyms or {})
    for country, distribution in atlas.distributions.items():
        row = (country, msgspec.json.encode(distribution))
        connection.execute("INSERT INTO distribution VALUES (?, ?)", row)
    measures = []
    for code in atlas.rows:
        for lang in LANGS:
            occupation = atlas.occupation(code, lang)
            row_of = (code, lang, msgspec.json.encode(occupation), msgspec.json.encode(_card(occupation)))
            connection.execute("INSERT INTO occupation VALUES (?, ?, ?, ?)", row_of)
        measures.append(measure_occupation(occupation, atlas.bls(code)))
    names = next(iter(atlas.bls_skills.values()), {})
    put_measures(connection, measures, {name: atlas.skill_names.get(name, name) for name in names})
    skills = [(name, name, french) for name, french in atlas.skill_names.items()]
    connection.executemany("INSERT INTO label VALUES ('occupation-skill', ?, ?, ?)", skills)
    _put_titles(connection, atlas)
    return problems


def _read(path: Path) -> Iterator[_Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _number(text: str | None) -> float | None:
    return float(text) if text else None


class _Atlas:
    """The tables, and what they say of an occupation."""

    def __init__(self, folder: Path, labels: dict[str, schema.Label], synonyms: dict[str, schema.Synonyms]) -> None:
        self.labels = labels
        self.synonyms = synonyms
        self.rows = {row["code"]: row for row in _read(folder / "occupations.csv")}
        self.french = {row["code"]: row["label"] for row in _read(folder / "labels_fr.csv")}
        self.wages = {row["code"]: row for row in _read(folder / "pay.csv")}
        self.groups = {row["code"]: row["group"] for row in _read(folder / "wage_groups.csv")}
        self.outlooks = {row["code"]: row for row in _read(folder / "outlook.csv")}
        self.onet_skills = {row.pop("code"): row for row in _read(folder / "skills_onet.csv")}
        self.bls_skills = {row.pop("code"): row for row in _read(folder / "skills_bls.csv")}
        self.related = {row["code"]: row["related"].split() for row in _read(folder / "related.csv")}
        self.skill_names = {row["name"]: row["fr"] for row in _read(folder / "skill_names_fr.csv")}
        self.titles: dict[str, list[str]] = {}
        for row in _read(folder / "titles.csv"):
            self.titles.setdefault(row["code"], []).append(row["title"])
        self.distributions = {
            "US": distribution_us(self.wages),
            "FR": distribution_fr(list(_read(folder / "earnings_fr.csv"))),
        }

    def name(self, code: str, lang: Lang) -> str:
        return self.french.get(code, self.rows[code]["label"]) if lang == "fr" else self.rows[code]["label"]

    def names(self, code: str) -> tuple[list[str], list[str]]:
        """What an occupation is called: by the classifications and in every mouth, and by its other titles."""
        label, french = self.rows[code]["label"], self.name(code, "fr")
        said = self.synonyms.get(code, schema.Synonyms())
        preferred = [label, french, *_singular(label), *_genders(french), *said.en, *said.fr, code]
        if code.endswith(".00"):
            preferred.append(code[:7])
        others = self.titles.get(code, [])
        split = [part for title in others for part in title.removesuffix(")").split(" (", 1) if " (" in title]
        return preferred, [*others, *split]

    def occupation(self, code: str, lang: Lang) -> Occupation:
        row = self.rows[code]
        wage = self.pay(code)
        annual = {p: v for p in POINTS if wage and wage.period == "year" and (v := getattr(wage, p)) is not None}
        everybody = self.distributions["US"].distribution
        shares = {point: everybody.share_below(value) for point, value in annual.items()}
        outlook = self._by_wage_code(self.outlooks, code)[1] or {}
        skills, source = self.skills(code, lang)
        family = FAMILIES[code[:2]]
        interests = {letter: _number(row[letter]) for letter in "RIASEC"}
        profile = None if None in interests.values() else InterestProfile(**interests)  # type: ignore[arg-type]
        employment = self.wages.get(wage.code, {}).get("employment") if wage else None
        missing: list[Missing] = []
        checks: dict[Missing, bool] = {
            "pay": wage is None,
            "pay-partial": wage is not None and len(annual) < len(POINTS),
            "interests": profile is None,
            "job-zone": not row["job_zone"],
            "skills": not skills,
            "outlook": not outlook.get("growth_percent"),
            "education": not outlook.get("education"),
        }
        missing += [name for name, lacks in checks.items() if lacks]
        names = self.titles.get(code, [])
        return Occupation(
            id=code,
            lang=lang,
            name=self.name(code, lang),
            name_en=row["label"],
            name_fr=self.name(code, "fr"),
            alt_names=tuple(names[:12]),
            family=family,
            family_name=getattr(self.labels[family], lang),
            job_zone=int(row["job_zone"]) if row["job_zone"] else None,
            interests=profile,
            pay=wage,
            stars={point: pay.stars_of(share) for point, share in shares.items()},
            percentiles=shares,
            employment=int(employment) if employment else None,
            outlook=_outlook(outlook),
            education=outlook.get("education") or None,
            experience=outlook.get("experience") or None,
            training=outlook.get("training") or None,
            self_employed_percent=_number(outlook.get("self_employed_percent")),
            skills=skills,
            skills_source=source,  # type: ignore[arg-type]
            related=tuple(Neighbour(id=c, name=self.name(c, lang)) for c in self.related.get(code, [])[:10]),
            missing=tuple(missing),
        )

    def _by_wage_code(self, table: dict[str, _Row], code: str) -> tuple[str, _Row | None]:
        """The row of the occupation's seven-character code, or of the group that is published for it."""
        short = code[:7]
        if short in table:
            return short, table[short]
        group = self.groups.get(short, "")
        return group, table.get(group)

    def pay(self, code: str) -> OfficialPay | None:
        """The wages of an occupation: by the year, or by the hour where only those are published."""
        wage_code, row = self._by_wage_code(self.wages, code)
        if row is None:
            return None
        for kind, period in (("annual", "year"), ("hourly", "hour")):
            points: dict[str, Any] = {point: _number(row[f"{kind}_{point}"]) for point in (*POINTS, "mean")}
            if any(value is not None for value in points.values()):
                return OfficialPay(
                    code=wage_code,
                    code_title=row["title"],
                    group=wage_code != code[:7],
                    period=period,  # type: ignore[arg-type]
                    reference=PAY_REFERENCE,
                    source=PAY_SOURCE,
                    **points,
                )
        return None

    def bls(self, code: str) -> _Row | None:
        """The seventeen BLS skills of an occupation and their ranks."""
        return self._by_wage_code(self.bls_skills, code)[1]

    def skills(self, code: str, lang: Lang) -> tuple[tuple[SkillScore, ...], str | None]:
        """The most important skills, by O*NET where it rates them, else by the BLS; never mixed."""
        found, source = self.onet_skills.get(code), "onet-29-3"
        if not found:
            found, source = self.bls(code), "bls-skills-2024"
        if not found:
            return (), None
        ranked = sorted(((float(value), name) for name, value in found.items() if value), key=lambda s: (-s[0], s[1]))
        names = self.skill_names if lang == "fr" else {}
        return tuple(SkillScore(name=names.get(n, n), value=v) for v, n in ranked[:TOP_SKILLS]), source


def _card(occupation: Occupation) -> OccupationCard:
    profile = msgspec.structs.asdict(occupation.interests) if occupation.interests else {}
    wage = occupation.pay
    return OccupationCard(
        id=occupation.id,
        name=occupation.name,
        family=occupation.family,
        family_name=occupation.family_name,
        stars=occupation.stars.get("p50"),
        stars_basis="measured" if "p50" in occupation.stars else None,
        median=wage.p50 if wage and wage.period == "year" else None,
        job_zone=occupation.job_zone,
        growth_percent=occupation.outlook.growth_percent if occupation.outlook else None,
        employment=occupation.employment,
        interests="".join(sorted(profile, key=lambda letter: -profile[letter])[:3]),
        skills=tuple(skill.name for skill in occupation.skills),
    )


def _outlook(row: Any) -> Outlook | None:
    if not row.get("growth_percent"):
        return None
    thousands = {name: _number(row[name]) for name in ("employment_2024_k", "employment_2034_k", "openings_k")}
    whole = {name: None if value is None else round(value * 1000, 1) for name, value in thousands.items()}
    return Outlook(
        from_year=OUTLOOK_YEARS[0],
        to_year=OUTLOOK_YEARS[1],
        employment_from=whole["employment_2024_k"],
        employment_to=whole["employment_2034_k"],
        growth_percent=_number(row["growth_percent"]),
        openings_per_year=whole["openings_k"],
        source=OUTLOOK_SOURCE,
    )


def wage_curves(wages: dict[str, _Row]) -> list[pay.Curve]:
    """Employment and percentiles of the occupations that together are all employees, each once."""
    whole = {code for code, row in wages.items() if row["employment"] and all(row[f"annual_{p}"] for p in POINTS)}
    parted = {code[:6] for code in whole if not code.endswith("0")}
    kept = sorted(code for code in whole if not code.endswith("0") or (code[5:] != "00" and code[:6] not in parted))
    return [
        (float(wages[code]["employment"]), *(float(wages[code][f"annual_{p}"]) for p in POINTS))  # type: ignore[misc]
        for code in kept
    ]


def distribution_us(wages: dict[str, _Row]) -> pay.AllEmployees:
    """The pay of all US employees a year: the mixture of occupations, bent through the published percentiles."""
    published = [float(wages["00-0000"][f"annual_{p}"]) for p in POINTS]
    return pay.AllEmployees(
        country="US",
        currency="USD",
        period="year",
        tax="gross",
        reference=PAY_REFERENCE,
        source=PAY_SOURCE,
        distribution=pay.bend(pay.mix(wage_curves(wages)), published),
    )


def distribution_fr(rows: list[_Row]) -> pay.AllEmployees:
    """The net monthly pay of private employees in France, by the latest year of Insee."""
    latest = max(row["year"] for row in rows)
    values = {row["statistic"]: float(row["eur_net_a_month"]) for row in rows if row["year"] == latest}
    shares = {"D1": 0.1, "D5_median": 0.5, "D9": 0.9, "P99": 0.99}
    return pay.AllEmployees(
        country="FR",
        currency="EUR",
        period="month",
        tax="net",
        reference=latest,
        source=FRENCH_SOURCE,
        distribution=pay.through([(share, values[name]) for name, share in shares.items()]),
        net_of_gross=values["mean"] / values["gross_mean"],
    )


def _put_titles(connection: sqlite3.Connection, atlas: _Atlas) -> None:
    """All names by which an occupation is found: labels and codes first, then what people say.

    A name is kept as it is written only where its key does not give it.
    """
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for code in atlas.rows:
        for preferred, names in zip((1, 0), atlas.names(code), strict=True):
            for name in names:
                if key := fold(name):
                    best.setdefault((key, code), (preferred, name))
    connection.executemany(
        "INSERT INTO title (key, code, preferred, said) VALUES (?, ?, ?, ?)",
        [
            (key, code, preferred, None if said == key.title() else said)
            for (key, code), (preferred, said) in sorted(best.items())
        ],
    )
    connection.execute("INSERT INTO near (rowid, key) SELECT min(num), key FROM title GROUP BY key")


def _genders(label: str) -> set[str]:
    """Each gender of a French label, with and without what follows both.

    "Agent immobilier ou agente immobilière de location" gives "Agent immobilier", "Agent immobilier de location" and
    so on; "Autre agent ou agente de sécurité" has no short forms.
    """
    first, either, second = label.partition(" ou ")
    if not either or " ou " in second:
        return set()
    other = "Autre " if first.startswith("Autre ") else ""
    men, women = first.removeprefix(other).split(), second.split()
    rest = women[len(men) :]
    found = {" ".join([*men, *rest]), second}
    if other:
        return {other + name for name in found}
    short = {first, " ".join(women[: len(men)])} if len(men) > 1 else set()
    return found | short


def _singular(label: str) -> set[str]:
    """Registered Nurses gives Registered Nurse."""
    return {label[:-1]} if label.endswith("s") and not label.endswith("ss") and "," not in label else set()
