"""Compiles the atlas: `data/occupations/*.csv` into occupations, names and passages."""

import sqlite3
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec.structs import replace

from careercli.compiler import sayings, schema
from careercli.compiler.ai import AiMeasures
from careercli.compiler.descriptions import Descriptions
from careercli.compiler.figures import CountryFigures, Row, find_row, group_of, read_table, to_number
from careercli.compiler.load import Vocabulary, load_file, load_synonyms
from careercli.compiler.measured_conditions import MeasuredConditions, Told
from careercli.compiler.medians import paid_card, paid_measures, read_medians
from careercli.compiler.store_measures import measure_occupation, put_measures
from careercli.compiler.titles import Name, Named, both_forms, put_search, singular
from careercli.compiler.trades import TABLE as TRADES
from careercli.compiler.trades import put_trades
from careercli.core.careers.model import Group
from careercli.core.careers.names import RESIDUAL, NameKind
from careercli.core.careers.occupation import (
    Figures,
    InterestProfile,
    Missing,
    Neighbour,
    Occupation,
    OccupationCard,
    SkillScore,
)
from careercli.core.pay.distribution import AllEmployees
from careercli.core.text.ids import fold
from careercli.core.text.languages import SOURCE, Lang
from careercli.files.validate_shape import Problem
from careercli.locale import Say, languages

#: Skills that are shown of an occupation, and other titles.
TOP_SKILLS, TOP_TITLES = 8, 12
#: The part of those whom a figure counts that an occupation within a wider group is taken to be, in order of size.
WITHIN = 0.1

_TABLES = """
CREATE TABLE occupation (
    code TEXT, lang TEXT, country TEXT, body BLOB NOT NULL, PRIMARY KEY (code, lang, country));
CREATE TABLE occupation_card (
    lang TEXT, code TEXT, country TEXT, card BLOB NOT NULL, PRIMARY KEY (lang, code, country));
CREATE TABLE distribution (num INTEGER PRIMARY KEY, country TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
"""


def put_atlas(connection: sqlite3.Connection, data: Path, vocabulary: Vocabulary) -> list[Problem]:
    """Put all occupations in, with the figures of each country that has them. Returns what is wrong with the files."""
    for statement in _TABLES.strip().split(";\n"):
        connection.execute(statement)
    connection.execute(TRADES)
    folder = data / "occupations"
    if not (folder / "occupations.csv").is_file():
        return put_search(connection, data, [])
    synonyms, nearest, problems = load_synonyms(data / "synonyms.yaml")
    tasks, _, wrong = load_file(data / "tasks.yaml", dict[schema.Code, sayings.Synonyms])
    problems += wrong
    atlas = _Atlas(folder, vocabulary, synonyms, nearest, tasks or {})
    people: dict[str, float] = {}
    for country, everybody in atlas.everybody().items():
        connection.execute(
            "INSERT INTO distribution (country, body) VALUES (?, ?)", (country, msgspec.json.encode(everybody))
        )
    measures = []
    for code in atlas.rows:
        for country in atlas.figures:
            figures = atlas.figures[country].figures(code)
            for lang in languages():
                occupation = atlas.occupation(code, lang, figures)
                card = _card(occupation)
                row = (code, lang, country, msgspec.json.encode(occupation))
                connection.execute("INSERT INTO occupation VALUES (?, ?, ?, ?)", row)
                cards = {country: card}
                if country == atlas.first:
                    cards |= {c: paid_card(card, m) for c, m in occupation.medians.items()}
                rows = [(lang, code, c, msgspec.json.encode(its)) for c, its in cards.items()]
                connection.executemany("INSERT INTO occupation_card VALUES (?, ?, ?, ?)", rows)
            people.setdefault(code, _people(figures))
            measured = measure_occupation(occupation, atlas.skill_ranks(code), atlas.descriptions.level(code))
            elsewhere = atlas.is_elsewhere(code, measured.level_in)
            told = atlas.told(occupation)
            told_measures = replace(measured, maybe=told.maybe or None, unsaid=told.unsaid, elsewhere=elsewhere)
            measures.append((country, told_measures))
            if country == atlas.first:
                measures += [(c, paid_measures(told_measures, m)) for c, m in occupation.medians.items()]
    fields = {
        country: {id_: tables.field(major) for major, id_ in atlas.families.items()}
        for country, tables in atlas.figures.items()
    }
    connection.execute("INSERT INTO meta VALUES ('fields', ?)", (msgspec.json.encode(fields).decode(),))
    ranked = next(iter(atlas.skills_ranked.values()), {})
    put_measures(connection, measures, list(atlas.figures), [atlas.skill_names_of(name) for name in ranked])
    labels = [
        ("occupation-skill", name, lang, label)
        for name in atlas.skill_titles
        for lang, label in atlas.skill_names_of(name).items()
    ]
    connection.executemany("INSERT INTO label VALUES (?, ?, ?, ?)", labels)
    put_trades(connection, folder, vocabulary.countries, people)
    named = [Named(code, atlas.names(code), people.get(code, 0.0), atlas.is_residual(code)) for code in atlas.rows]
    return problems + put_search(connection, data, named)


class _Atlas:
    """The tables, and what they say of an occupation."""

    def __init__(
        self,
        folder: Path,
        vocabulary: Vocabulary,
        synonyms: dict[str, sayings.Synonyms],
        nearest: dict[str, sayings.NearestNames],
        tasks: dict[str, sayings.Synonyms],
    ) -> None:
        self.vocabulary = vocabulary
        self.synonyms = synonyms
        self.nearest_names = nearest
        self.rows = {row["code"]: row for row in read_table(folder / "occupations.csv")}
        self.labels = {lang: _labels(folder / f"labels_{lang}.csv", "code") for lang in languages()}
        self.nearest = {lang: _labels(folder / f"labels_{lang}.csv", "code", "nearest") for lang in languages()}
        self.labels[SOURCE] = {code: row["label"] for code, row in self.rows.items()}
        self.skill_labels = {lang: _labels(folder / f"skill_names_{lang}.csv", "name") for lang in languages()}
        self.groups = {row["code"]: row["group"] for row in read_table(folder / "wage_groups.csv")}
        self.group_labels = {lang: _labels(folder / f"group_labels_{lang}.csv", "code") for lang in languages()}
        self.skills_rated = {row.pop("code"): row for row in read_table(folder / "skills_onet.csv")}
        self.skills_ranked = {row.pop("code"): row for row in read_table(folder / "skills_bls.csv")}
        self.skill_titles = dict.fromkeys(name for labels in self.skill_labels.values() for name in labels)
        self.related = {row["code"]: row["related"].split() for row in read_table(folder / "related.csv")}
        self.families = {family.major: id_ for id_, family in vocabulary.families.items() if family.major}
        self.descriptions = Descriptions(
            folder,
            {id_: {lang: entry.name(lang) for lang in languages()} for id_, entry in vocabulary.conditions.items()},
        )
        self.titles = _lists(folder / "titles.csv", "title")
        self.tools = _lists(folder / "tools.csv", "tool")
        self.tasks = tasks
        self.countries = {
            country: CountryFigures(
                folder, country, entry, vocabulary.data_sets, titles=self.labels[SOURCE], groups=self.groups
            )
            for country, entry in vocabulary.countries.items()
            if entry.wages or entry.employees
        }
        self.ai = AiMeasures(folder / "ai_us.csv", vocabulary.data_sets, self._official_title)
        self.figures = {country: tables for country, tables in self.countries.items() if tables.wages}
        #: The country whose figures go with the medians of others.
        self.first = next(iter(self.figures), "")
        self.medians = read_medians(folder, vocabulary.countries, vocabulary.data_sets, self.everybody())
        self.measured = MeasuredConditions(folder, self.figures, vocabulary.conditions)
        self.published_titles = {
            code: row["title"] for tables in self.figures.values() for code, row in tables.wages.items()
        }

    def told(self, occupation: Occupation) -> Told:
        """The conditions that an occupation may bring with its own, and those of which it is not known."""
        known = [condition.id for condition in occupation.conditions]
        return self.measured.told(occupation.id, known, self.skill_ranks(occupation.id))

    def _official_title(self, code: str) -> str:
        """The title of a code in the language of the classification."""
        labels = self.labels[SOURCE]
        return labels.get(code) or labels.get(f"{code}.00", code)

    def everybody(self) -> dict[str, AllEmployees]:
        """The pay of all employees, by country."""
        return {country: t.everybody for country, t in self.countries.items() if t.everybody}

    def name(self, code: str, lang: Lang) -> str:
        """The label of an occupation; in English where the language has none."""
        return self.labels[lang].get(code) or self.labels[SOURCE][code]

    def skill_names_of(self, name: str) -> dict[Lang, str]:
        """A skill in each language; in English where it has no name."""
        return {lang: self.skill_labels[lang].get(name, name) for lang in languages()}

    def names(self, code: str) -> list[Name]:
        """What an occupation is called: by the classifications, in every mouth, and by its other titles."""
        label = self.labels[SOURCE][code]
        codes = (code, code[:7]) if code.endswith(".00") else (code,)
        names = [Name(text, NameKind.CODE, SOURCE) for text in codes]
        names += [Name(text, NameKind.LABEL, SOURCE) for text in (label, *singular(label))]
        for lang in languages():
            if lang != SOURCE and code in self.labels[lang]:
                here = self.labels[lang][code]
                names += [Name(text, NameKind.LABEL, lang) for text in (here, *both_forms(here, lang))]
            names += self._said(code, lang)
        others = self.titles.get(code, [])
        split = [part for title in others for part in title.removesuffix(")").split(" (", 1) if " (" in title]
        names += [Name(text, NameKind.OTHER, SOURCE) for text in (*others, *split)]
        names += [Name(text, NameKind.TOOL, SOURCE) for text in self.tools.get(code, ())]
        # The duties of descriptions may join them: what is of this kind is found by any of its words, under titles.
        tasks = self.tasks.get(code, {})
        return names + [Name(text, NameKind.TASK, lang) for lang, texts in tasks.items() for text in texts]

    def _said(self, code: str, lang: Lang) -> list[Name]:
        """What people call an occupation in a language, and the trades elsewhere that it is only the nearest to."""
        told = self.nearest_names.get(code)
        nearest = told.nearest.get(lang, ()) if told else ()
        here = set(fold(self.nearest[lang].get(code, "")).split())
        names = [Name(text, NameKind.NEAREST, lang) for text in nearest]
        for text in self.synonyms.get(code, {}).get(lang, ()):
            near = bool(here) and set(fold(text).split()) <= here
            names.append(Name(text, NameKind.NEAREST if near else NameKind.SYNONYM, lang))
        return names

    def is_residual(self, code: str) -> bool:
        """Whether an occupation gathers those that have no code of their own."""
        return RESIDUAL in self.labels[SOURCE][code]

    def is_elsewhere(self, code: str, country: str) -> bool:
        """Whether a country has no such occupation, but only one that is near."""
        return any(self.nearest[lang].get(code) for lang in languages() if Say(lang).country == country)

    def occupation(self, code: str, lang: Lang, figures: Figures) -> Occupation:
        """An occupation in a language, with the figures of a country."""
        row = self.rows[code]
        skills, source, rated = self.skills(code, lang)
        family = self.families[code[:2]]
        interests = {letter: to_number(row[letter]) for letter in "RIASEC"}
        profile = None if None in interests.values() else InterestProfile(**interests)  # type: ignore[arg-type]
        lacks = {"interests": profile is None, "job-zone": not row["job_zone"], "skills": not skills}
        missing = {*figures.missing, *(name for name, lacking in lacks.items() if lacking)}
        known: dict[str, Any] = {name: getattr(figures, name) for name in Figures.__struct_fields__}
        known |= {
            name: msgspec.structs.replace(figure, of=self.named(figure.of, lang))
            for name in ("pay", "outlook", "leaving", "education_held")
            if (figure := known[name])
        }
        described = self.descriptions.description(code, lang)
        return Occupation(
            id=code,
            lang=lang,
            name=self.name(code, lang),
            names={other: self.name(code, other) for other in languages()},
            nearest_here=self.nearest[lang].get(code) or None,
            conditions=self.descriptions.conditions(code, lang),
            access=self.descriptions.access(code, lang),
            license=self.descriptions.license(code, lang),
            ai=tuple(msgspec.structs.replace(m, of=self.named(m.of, lang)) for m in self.ai.measures(code)),
            medians={country: medians.find(code) for country, medians in self.medians.items()},
            alt_names=tuple(self.titles.get(code, [])[:TOP_TITLES]),
            family=family,
            family_name=self.vocabulary.families[family].name(lang),
            job_zone=int(row["job_zone"]) if row["job_zone"] else None,
            interests=profile,
            skills=skills,
            skills_source=source,
            skills_of=rated and self.named(rated, lang),
            related=tuple(Neighbour(id=c, name=self.name(c, lang)) for c in self.related.get(code, [])[:10]),
            **described._asdict(),
            **known | {"missing": tuple(name for name in get_args(Missing) if name in missing)},
        )

    def named(self, group: Group, lang: Lang) -> Group:
        """A group by its title in a language, where the language has one for it or for the occupation that it is."""
        labels = self.labels[lang]
        title = self.group_labels[lang].get(group.code) or labels.get(f"{group.code}.00") or labels.get(group.code)
        return msgspec.structs.replace(group, title=title or group.title)

    def skill_ranks(self, code: str) -> Row | None:
        """The seventeen skills of an occupation and their ranks among occupations."""
        return find_row(self.skills_ranked, self.groups, code)[1]

    def skills(self, code: str, lang: Lang) -> tuple[tuple[SkillScore, ...], str | None, Group | None]:
        """The most important skills, by rated importance where it is known, else by rank; never mixed; and whose."""
        scores, kind = self.skills_rated.get(code), "skills"
        of = Group(code=code, title=self.name(code, lang), own=True)
        if not scores:
            group, scores = find_row(self.skills_ranked, self.groups, code)
            kind, of = "skill-ranks", group_of(code, group, self.published_titles.get(group, group))
        if not scores:
            return (), None, None
        ranked = sorted(((float(value), name) for name, value in scores.items() if value), key=lambda s: (-s[0], s[1]))
        names = self.skill_labels[lang]
        top = tuple(SkillScore(name=names.get(name, name), value=value) for value, name in ranked[:TOP_SKILLS])
        return top, self.vocabulary.source_of(kind), of


def _lists(path: Path, column: str) -> dict[str, list[str]]:
    """The values of a column by the code of their row."""
    found: dict[str, list[str]] = {}
    for row in read_table(path):
        found.setdefault(row["code"], []).append(row[column])
    return found


def _labels(path: Path, key: str, column: str = "label") -> dict[str, str]:
    """The labels of a language; none where it has no file."""
    return {row[key]: row.get(column, "") for row in read_table(path)} if path.is_file() else {}


def _people(figures: Figures) -> float:
    """The people employed, for an order by size: of a wider group a part."""
    own = figures.pay is None or figures.pay.of.own
    return (figures.employment or 0) * (1 if own else WITHIN)


def _card(occupation: Occupation) -> OccupationCard:
    profile = msgspec.structs.asdict(occupation.interests) if occupation.interests else {}
    wage, outlook = occupation.pay, occupation.outlook
    return OccupationCard(
        id=occupation.id,
        name=occupation.name,
        family=occupation.family,
        family_name=occupation.family_name,
        stars=occupation.stars.get("p50"),
        stars_basis="measured" if "p50" in occupation.stars else None,
        median=wage.p50 if wage and wage.period == "year" else None,
        job_zone=occupation.job_zone,
        growth_percent=outlook.growth_percent if outlook else None,
        employment=occupation.employment,
        pay_country=wage.country if wage else "",
        currency=wage.currency if wage else None,
        own=all(figure.of.own for figure in (wage, outlook) if figure),
        of=wage.of if wage else None,
        employment_of=wage.of if wage else None,
        outlook_of=outlook.of if outlook else None,
        interests="".join(sorted(profile, key=lambda letter: -profile[letter])[:3]),
        skills=tuple(skill.name for skill in occupation.skills),
        summary=occupation.summary,
        nearest_here=occupation.nearest_here,
    )
