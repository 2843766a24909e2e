"""Print every figure of the guides and of the official data sets: whom it counts, where, when, and who says so.

Usage: python tools/census.py [GUIDE...]

It fails on a figure that lacks one of them, on a number in the prose that nothing stands behind, and on an exception in
`census.yaml` that excuses nothing any more.

In `facts.yaml` and `data_sets.yaml` a figure has its source, or is our own judgement (`editorial`), which needs no
place. In the prose a number is what is written in digits; numbers in words are ways of speaking. What stands behind it:

- the first citation after it in the same text, `[@editorial]` too;
- else, in words about a fact (a group of pay, a rating, a cost), the source of that fact;
- else, in a sum that is told line by line, what its name or its words cite;
- else, in the table of what the way in costs, whose cells are too short to cite, what the opening of its section cites.

These are no figures, and are passed over:

- years, dates, clock times;
- levels of study (bac+5, Level 3), codes, and the numbers of articles, versions and lines;
- digits within a name (GPT-4, B2B) and within `code`;
- scenes (a day in the life), statements to agree with, and what somebody else asks or claims.
"""

import csv
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from careercli.compiler import entries
from careercli.compiler.load import RoleFiles, Vocabulary, load_role, load_vocabulary
from careercli.core.text.citations import EDITORIAL
from careercli.core.text.languages import SOURCE
from careercli.files.strict_yaml import load_yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
EXCEPTIONS = ROOT / "tools/census.yaml"

#: Where a figure of `facts.yaml` or `data_sets.yaml` stands, as the language says it for one of the prose.
FACTS = "facts"
AMOUNTS = ("low", "high", "can_pass", "p10", "p25", "p50", "p75", "p90", "mean", "respondents")
#: What the name of a figure ends in that is a line of a sum.
AMOUNT = ".amount"
#: Parts that are not our word: the section, and where only a part of it is meant, that part.
NOT_OUR_WORD = (("day-in-the-life",), ("fit",), ("faq", "questions", "question"), ("myths", "myths", "claim"))

_YEAR = r"(?:1[89]|20)\d\d"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_IN_A_ROW = (
    r"(?:levels?|niveaux?|articles?|annexe?s?|n°|no\.|ISO|version|lines?|lignes?|calls?|appels?|steps?|étapes?|weeks?|"
    r"semaines?)"
)
_NO_FIGURES = re.compile(
    "|".join(
        (
            r"`[^`]*`",
            rf"\b{_YEAR}(?:[-–/](?:\d{{4}}|\d\d))?s?\b(?!\s\d{{3}}\b)",
            rf"\b\d{{1,2}}(?:er)?\s{_MONTH}\b",
            rf"\b{_MONTH}\s\d{{1,2}}\b",
            r"\b\d{1,2}(?::|\s?h\s?)\d\d\b",
            r"\b[Bb]ac\s?\+\s?\d(?:[/-]\d)?",
            r"\b\d\d-\d{4}(?:\.\d\d)?\b",
            rf"(?i:\b{_IN_A_ROW}\s\d[\d.:-]*)",
            r"\w*[^\W\d][+@/#-]*\d[\w.+-]*",
            r"\b\d+[^\W\d][\w-]*",
        )
    )
)
_CITATION = re.compile(r"\[@([^\[\]]*)\]")
_NUMBER = re.compile(r"\d+(?:[.,\u202f\u00a0]\d+)*")


class Figure(NamedTuple):
    """A figure, or a number of the prose with the words around it for whom it counts."""

    where: str
    value: str
    whom: str
    place: str
    year: str
    source: str

    @property
    def whole(self) -> bool:
        """Whether nothing lacks; a judgement of ours holds wherever it is read."""
        return all((self.whom, self.place or self.source == EDITORIAL, self.year, self.source))


class Census(NamedTuple):
    """What was counted and what is wrong with it."""

    figures: list[Figure]
    problems: list[str]


def take_census(data: Path, exceptions: Path, guides: tuple[str, ...] = ()) -> Census:
    """Count the figures of the guides that are named, or of all guides and data sets."""
    vocabulary, _ = load_vocabulary(data)
    excused = Excused(exceptions)
    figures = [] if guides else list(find_in_data_sets(vocabulary))
    folders = [folder for folder in sorted((data / "roles").iterdir()) if not guides or folder.name in guides]
    labels = _labels(data)
    for folder in folders:
        role = load_role(folder)
        sources = vocabulary.sources | role.sources
        figures += [*find_in_facts(role, sources, labels), *find_in_prose(role, sources)]
    problems = [
        f"{figure.where}: {figure.value} ({figure.whom}) lacks {', '.join(_lacking(figure))}"
        for figure in figures
        if not figure.whole and not excused.has(figure)
    ]
    problems += [f"{name}: {exceptions.name} excuses what is not there" for name in excused.left(folders)]
    return Census(figures, problems)


class Excused:
    """The exceptions: texts with numbers that nothing stands behind, each with the reason."""

    def __init__(self, path: Path) -> None:
        listed: Any = load_yaml(path).value if path.is_file() else {}
        self.numbers = {
            (guide, text): {float(number) for number in entry["numbers"]}
            for guide, texts in listed.items()
            for text, entry in texts.items()
            if entry["reason"]
        }
        self.met: set[tuple[str, str, float]] = set()

    def has(self, figure: Figure) -> bool:
        """Whether a figure is one of the exceptions; none of `facts.yaml` or of a sum is."""
        guide, lang, text = figure.where.split(" ", 2)
        if lang == FACTS or text.endswith(AMOUNT):
            return False
        number = read_number(figure.value, lang)
        known = number in self.numbers.get((guide, text), ())
        if known:
            self.met.add((guide, text, number))
        return known

    def left(self, folders: list[Path]) -> list[str]:
        """The exceptions of guides that were counted which excuse nothing."""
        names = {folder.name for folder in folders}
        return [
            f"{guide} {text}: {number:g}"
            for (guide, text), numbers in self.numbers.items()
            for number in sorted(numbers)
            if guide in names and (guide, text, number) not in self.met
        ]


def read_number(text: str, lang: str) -> float:
    """The value of a number as a language writes it."""
    plain = text.replace("\u202f", "").replace("\u00a0", "")
    return float(plain.replace(",", "." if lang == "fr" else "").rstrip("."))


def find_in_data_sets(vocabulary: Vocabulary) -> Iterator[Figure]:
    """The totals of the official data sets."""
    for id_, entry in vocabulary.data_sets.items():
        year = entry.date if entry.from_year is None else f"{entry.from_year} to {entry.to_year}"
        source = id_ if id_ in vocabulary.sources else ""
        for name, value in entry.totals.items():
            whom = entry.counts[SOURCE]
            yield Figure(f"data_sets {FACTS} {id_}.{name}", f"{value:.10g}", whom, entry.country, year, source)


def find_in_facts(role: RoleFiles, sources: dict[str, entries.SourceEntry], labels: dict[str, str]) -> Iterator[Figure]:
    """The figures of `facts.yaml`."""
    facts = role.facts
    if facts is None:
        return
    text = role.texts[SOURCE]
    read = facts.reviewed or ""
    here = f"{facts.id} {FACTS}"
    judged = {"study_years": facts.study_years, **{f"levels.{one.id}": one.years for one in facts.levels}}
    for name, years in judged.items():
        yield Figure(f"{here} {name}", _span(years), "years, for most", "", read, EDITORIAL)
    for rating in facts.ratings:
        yield Figure(f"{here} ratings.{rating.level}", str(rating.stars), "stars of ten", "", read, EDITORIAL)
    for time in facts.time_to_enter:
        whom, source = f"months, from {time.start}", time.source or _judged(time.basis)
        place, year = _of_source(source, sources)
        yield Figure(f"{here} time_to_enter", _span((time.low, time.high)), whom, place, year or read, source)
    for pay in facts.expected_pay:
        whom, source = f"our reading, {pay.stage} year", pay.source or _judged(pay.basis)
        value = f"{_span((pay.low, pay.high))} {pay.currency} a year"
        yield Figure(f"{here} expected_pay.{pay.stage}", value, whom, pay.country, read, source)
    for band in facts.bands:
        whom = labels.get(band.occupation or "", "") or (text.pay.bands.get(band.id, "") if text.pay else "")
        source = band.source or _judged(band.basis)
        place = band.place.get(SOURCE) or band.country
        for name in AMOUNTS:
            if (amount := getattr(band, name)) is not None:
                value = f"{amount:.0f} " + ("people" if name == "respondents" else f"{band.currency} a {band.period}")
                yield Figure(f"{here} bands.{band.id}.{name}", value, whom, place, band.reference, source)
    for cost in facts.costs:
        words = text.costs.costs.get(cost.id) if text.costs else None
        source = cost.source or _judged(cost.basis)
        place, year = _of_source(source, sources)
        value = f"{_span((cost.low, cost.high))} {cost.currency}"
        whom = words.name if words else ""
        yield Figure(f"{here} costs.{cost.id}", value, whom, cost.country or place, year or read, source)


def find_in_prose(role: RoleFiles, sources: dict[str, entries.SourceEntry]) -> Iterator[Figure]:
    """The numbers of the texts, each with the citation that stands behind it."""
    if role.facts is None:
        return
    behind: dict[tuple[str, ...], str] = {("pay", "ratings", rating.level): EDITORIAL for rating in role.facts.ratings}
    behind |= {("costs", "costs", cost.id): cost.source or _judged(cost.basis) for cost in role.facts.costs}
    behind |= {("pay", "bands", band.id): band.source or _judged(band.basis) for band in role.facts.bands}
    for lang, text in role.texts.items():
        opening = next((ids for part in text.costs.text for ids in _cited(part)), "") if text.costs else ""
        sections = msgspec.to_builtins(text)
        own = dict(_behind_workings(sections))
        found = [
            (path, value, whom, cited or own[path[:3]]) for path, value, whom, cited in _find_in_workings(sections)
        ]
        for path, words in _walk(sections, ()):
            if any(set(part) <= set(path) and path[0] == part[0] for part in NOT_OUR_WORD):
                continue
            if path[1:2] == ("workings",) and path[3:4] == ("points",):
                continue
            for value, around, cited in find_numbers(words):
                table = opening if path[:2] == ("costs", "sums") else ""
                source = cited or table or behind.get(path[:3], "") or own.get(path[:3], "")
                found.append((path, value, around, source))
        for path, value, whom, source in found:
            place, year = _of_source(source.split("; ")[0], sources)
            year = year or (role.facts.reviewed or "") * (source == EDITORIAL)
            yield Figure(f"{role.facts.id} {lang} {'.'.join(path)}", value, whom, place, year, source)


def _behind_workings(sections: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What stands behind those lines of a sum that cite nothing: what its name or its words cite."""
    for section, n, working in _workings(sections):
        told = (working.get(part, "") for part in ("name", "text", "closing"))
        yield (section, "workings", str(n)), next((ids for part in told for ids in _cited(part)), "")


def _find_in_workings(sections: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
    """The amounts of sums: where each stands, its value, whom or what it counts, and what its line cites."""
    for section, n, working in _workings(sections):
        for k, (name, amount) in enumerate(working["points"].items()):
            path = (section, "workings", str(n), "points", str(k) + AMOUNT)
            whom, cited = _CITATION.sub("", name).strip(), next(iter(_cited(name)), "")
            yield path, f"{amount} {working['unit']}".rstrip(), whom, cited
            yield from ((path, number, around, cited) for number, around, _ in find_numbers(whom))


def _workings(sections: dict[str, Any]) -> Iterator[tuple[str, int, Any]]:
    for section, words in sections.items():
        if isinstance(words, dict):
            yield from ((section, n, working) for n, working in enumerate(words.get("workings", ())))


def find_numbers(text: str) -> Iterator[tuple[str, str, str]]:
    """The numbers of a text that are figures: as written, with the words around them, and what they cite."""
    cited = [(found.start(), "; ".join(_ids(found[1]))) for found in _CITATION.finditer(text)]
    bare = _blank(_NO_FIGURES, _blank(_CITATION, text))
    for number in _NUMBER.finditer(bare):
        around = text[max(0, number.start() - 40) : number.end() + 30]
        source = next((ids for start, ids in cited if start > number.start()), "")
        yield number[0], " ".join(around.split()), source


def _cited(text: str) -> list[str]:
    return ["; ".join(_ids(found[1])) for found in _CITATION.finditer(text)]


def _ids(group: str) -> list[str]:
    return [part.strip().removeprefix("@") for part in group.split(";")]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


def _walk(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _walk(part, (*path, key))
    elif isinstance(value, list | tuple):
        for place, part in enumerate(value):
            yield from _walk(part, (*path, str(place)))
    elif isinstance(value, str):
        yield path, value


def _labels(data: Path) -> dict[str, str]:
    with (data / "occupations/occupations.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["label"] for row in csv.DictReader(file)}


def _of_source(id_: str, sources: dict[str, entries.SourceEntry]) -> tuple[str, str]:
    """The place and the date of a source."""
    source = sources.get(id_)
    return (source.place, source.date) if source else ("", "")


def _judged(basis: str) -> str:
    return EDITORIAL if basis == EDITORIAL else ""


def _span(ends: tuple[float, ...]) -> str:
    return " to ".join(f"{end:.10g}" for end in dict.fromkeys(ends))


def _lacking(figure: Figure) -> list[str]:
    return [name for name in ("whom", "place", "year", "source") if not getattr(figure, name)]


def main() -> int:
    """Print the figures, a line each, and what is wrong after them."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    guides = tuple(sys.argv[1:])
    if unknown := [name for name in guides if not (DATA / "roles" / name).is_dir()]:
        sys.exit(f"no guide is called {', '.join(unknown)}")
    census = take_census(DATA, EXCEPTIONS, guides)
    for figure in census.figures:
        print(*figure, sep="\t")
    for problem in census.problems:
        print(problem, file=sys.stderr)
    print(f"{len(census.figures)} figures, {len(census.problems)} problems", file=sys.stderr)
    return 1 if census.problems else 0


if __name__ == "__main__":
    sys.exit(main())
