"""Derives `data/occupations/nearness.csv`: how near each activity of the questionnaire lies to each occupation.

And `benchmarks/foreign_nearness.csv`, the same for the activities that the respondents of the benchmark rated.

Usage: python tools/nearness.py [../shared/data]; needs numpy (`pip install careercli[derive]`).

Latent semantic analysis, in two spaces: one of all that is written of an occupation (official tasks, work activities,
title and description, and our own description), seen with 30 and with 50 dimensions; one of our own descriptions
alone, with 50. An activity lies where its words and, twice as heavy, the official work activities lie that
`item_links.yaml` links to it by hand. Nearness is the cosine, standardised over the occupations and summed over the
three; the file has it in steps of 1/32 of a standard deviation, 128 being the mean. No answer of a person and no
college major went into it. The same input gives the same bytes but for the last step on another linear algebra.
"""

import csv
import io
import math
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "data/occupations/nearness.csv"
FOREIGN_ITEMS, FOREIGN_OUT = ROOT / "benchmarks/foreign_items.yaml", ROOT / "benchmarks/foreign_nearness.csv"
RELEASE = "onet/db_30_1_text_partial.zip"
#: How heavy linked work activities are beside the words of an activity, and a title beside a word of a task.
LINKED, TITLE = 2, 3
#: A word that more than this share of the occupations has tells nothing; one that a single one has, no nearness.
MOST, LEAST = 0.6, 2
STEPS, MIDDLE = 32, 128
STOP = frozenset(
    re.findall(
        "[a-z]+",
        "a an the of to in on for with or and by from as at is are be that such their its other using use into within "
        "according including this those these may not over under out up who what when which them than it all each any "
        "via per etc",
    )
)
#: Endings that are cut off, the first that fits.
ENDINGS = (
    ("ational", "ate"), ("ization", "ize"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("ments", "ment"), ("ings", ""), ("ing", ""), ("ies", "y"), ("edly", ""), ("ed", ""), ("ers", "er"), ("es", ""),
    ("s", ""),
)  # fmt: skip  # pairs, side by side

#: Of numpy, which the checks do not have.
Array = Any


class Activity(NamedTuple):
    """Something to like or not, and the ids of the work activities that are linked to it."""

    text: str
    links: tuple[str, ...]


class Official(NamedTuple):
    """What is written of each occupation, by code: official text, and ours; and the work activities by id."""

    words: dict[str, Counter[str]]
    own: dict[str, Counter[str]]
    activities: dict[str, str]


def stem(word: str) -> str:
    """A word without its ending."""
    for ending, rest in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + rest
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word


def read_words(text: str) -> Counter[str]:
    """The words of a text that tell something, without their endings."""
    found = (word for word in re.findall("[a-z]+", text.lower()) if len(word) > 1 and word not in STOP)
    return Counter(map(stem, found))


def read_official(data: Path) -> Official:
    """What the release and our own descriptions say of the occupations that have interest ratings."""
    with (ROOT / "data/occupations/occupations.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file) if row["R"]]
    words: dict[str, Counter[str]] = {code: Counter() for code in codes}
    own: dict[str, Counter[str]] = {code: Counter() for code in codes}
    with zipfile.ZipFile(data / RELEASE) as release:
        activities = {row["DWA ID"]: row["DWA Title"] for row in _rows(release, "DWA Reference")}
        texts = [
            *((row["O*NET-SOC Code"], row["Task"], 1) for row in _rows(release, "Task Statements")),
            *((row["O*NET-SOC Code"], activities[row["DWA ID"]], 1) for row in _rows(release, "Tasks to DWAs")),
            *((row["O*NET-SOC Code"], row["Title"], TITLE) for row in _rows(release, "Occupation Data")),
            *((row["O*NET-SOC Code"], row["Description"], 1) for row in _rows(release, "Occupation Data")),
        ]
    with (ROOT / "data/occupations/descriptions_en.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["code"] in own:
                said = " ".join(row[name] for name in ("summary", "duties", "setting", "hard", "likes"))
                own[row["code"]] += read_words(said)
                words[row["code"]] += read_words(said)
    for code, text, weight in texts:
        if code in words:
            words[code] += Counter({word: times * weight for word, times in read_words(text).items()})
    return Official(words, own, activities)


def _rows(release: zipfile.ZipFile, name: str) -> Iterator[dict[str, str]]:
    (path,) = (path for path in release.namelist() if path.endswith(f"/{name}.txt"))
    with release.open(path) as file:
        lines = io.TextIOWrapper(file, encoding="utf-8", newline="")
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


class Space:
    """A latent space of occupations: words weighted by how few have them, and the leading directions."""

    def __init__(self, texts: Iterable[Counter[str]], dimensions: int) -> None:
        documents = list(texts)
        spread = Counter(word for document in documents for word in document)
        known = sorted(word for word, n in spread.items() if LEAST <= n <= MOST * len(documents))
        self._places = {word: place for place, word in enumerate(known)}
        self._rarity = np.array([math.log(len(documents) / spread[word]) + 1 for word in known])
        self._documents = np.array([self.weigh(document) for document in documents])
        self._axes = np.linalg.svd(self._documents, full_matrices=False)[2][:dimensions].T

    def weigh(self, words: Mapping[str, int]) -> Array:
        """A text as a row of word weights, at length 1; zeros for one without a word that is known."""
        row = np.zeros(len(self._places))
        for word, times in words.items():
            if word in self._places:
                row[self._places[word]] = 1 + math.log(times)
        return _at_length(row * self._rarity)

    def find_nearness(self, activities: Sequence[Array], dimensions: int) -> Array:
        """The cosines of activities with all occupations, standardised over the occupations."""
        axes = self._axes[:, :dimensions]
        return _standardise(_at_length(np.array(activities) @ axes) @ _at_length(self._documents @ axes).T)


def _at_length(rows: Array) -> Array:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return rows / np.where(lengths == 0, 1, lengths)


def _standardise(rows: Array) -> Array:
    return (rows - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)


def find_nearness(official: Official, groups: Sequence[Sequence[Activity]]) -> list[list[dict[str, int]]]:
    """By group and activity, how near each occupation is: 0 to 255, 128 being the mean."""
    totals: list[Any] = [0] * len(groups)
    for texts, views in ((official.words, (30, 50)), (official.own, (50,))):
        space = Space(texts.values(), max(views))
        for place, activities in enumerate(groups):
            placed = []
            for activity in activities:
                linked = [space.weigh(read_words(official.activities[link])) for link in activity.links]
                placed.append(space.weigh(read_words(activity.text)) + LINKED * _at_length(np.mean(linked, axis=0)))
            totals[place] = totals[place] + sum(space.find_nearness(placed, dimensions) for dimensions in views)
    return [[dict(zip(official.words, map(int, row), strict=True)) for row in _in_steps(total)] for total in totals]


def _in_steps(total: Array) -> Array:
    return np.clip(np.rint(_standardise(total) * STEPS) + MIDDLE, 0, 255).astype(int)


def read_activities() -> dict[str, Activity]:
    """The items of the questionnaire, in English, with their links."""
    items = yaml.safe_load((ROOT / "data/quiz/interests.yaml").read_text(encoding="utf-8"))["items"]
    links = yaml.safe_load((ROOT / "tools/item_links.yaml").read_text(encoding="utf-8"))
    return {item["id"]: Activity(item["text"]["en"], tuple(links[item["id"]])) for item in items}


def read_foreign() -> dict[str, Activity]:
    """The items that the respondents of the benchmark rated, with their links."""
    items = yaml.safe_load(FOREIGN_ITEMS.read_text(encoding="utf-8"))
    return {id_: Activity(item["text"], tuple(item["links"])) for id_, item in items.items()}


def make_table(activities: Iterable[str], nearness: Sequence[Mapping[str, int]]) -> str:
    """The file: a row an occupation, a column an activity."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["code", *activities])
    writer.writerows([code, *(row[code] for row in nearness)] for code in nearness[0])
    return file.getvalue()


def derive(data: Path) -> dict[Path, str]:
    """What each file should hold."""
    ours, foreign = read_activities(), read_foreign()
    tables = find_nearness(read_official(data), [list(ours.values()), list(foreign.values())])
    return {OUT: make_table(ours, tables[0]), FOREIGN_OUT: make_table(foreign, tables[1])}


def main(argv: Sequence[str]) -> int:
    """Write the tables."""
    data = Path(argv[0]) if argv else ROOT.parent / "shared/data"
    if not (data / RELEASE).is_file():
        print(f"there is no {RELEASE} in {data}: nothing is derived")
        return 1
    for path, text in derive(data).items():
        path.write_text(text, encoding="utf-8")
        header, *rows = text.splitlines()
        print(f"{path.relative_to(ROOT)}: {len(rows)} occupations, {header.count(',')} activities")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
