"""How good a search is, by lists of what people type and of the careers that may come first.

Usage: python -m tests.judging LANGUAGE LIST.csv [--misses]
"""

import csv
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from careercli.compiler.locate import locate
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.usecases.search import SearchRequest, search

#: What stands in place of careers where advice is what is asked for, and the kind of what means nothing.
ADVICE, NONSENSE = "quiz", "nonsense"
ALL = "all"


class Judged(NamedTuple):
    """Something that people type, the careers that may come first (`17-*` stands for a group), and its kind."""

    query: str
    answers: tuple[str, ...]
    kind: str

    def accepts(self, id_: str) -> bool:
        """Whether a career is a right one."""
        return any(id_.startswith(answer[:-1]) if answer.endswith("*") else id_ == answer for answer in self.answers)


class Verdict(NamedTuple):
    """What came first for a query, and whether that was right, at once or in the first three."""

    judged: Judged
    came: tuple[str, ...]
    first: bool
    three: bool


class Figures(NamedTuple):
    """How many queries there are of a kind, and the shares of them that were right at once and in the first three."""

    queries: int
    first: float
    three: float


def read_list(path: Path) -> list[Judged]:
    """A judged list."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Judged(row["query"], tuple(re.split(r"[\s|;,]+", row["answers"].strip())), row["kind"]) for row in rows]


def judge(catalogue: Catalogue, queries: list[Judged], lang: Lang) -> Iterator[Verdict]:
    """What comes for each query. Nonsense is right where nothing comes, a cry for advice where the quiz is offered."""
    for judged in queries:
        report = search(catalogue, SearchRequest(lang=lang, country="US", text=judged.query, count=3))
        came = tuple(hit.id for hit in report.hits)
        if judged.kind == NONSENSE or judged.answers in ((), ("",)):
            right = [not came] * 2
        elif ADVICE in judged.answers and not came:
            right = [any(action.id == ADVICE for action in report.actions)] * 2
        else:
            right = [judged.accepts(came[0]) if came else False, any(map(judged.accepts, came))]
        yield Verdict(judged, came, *right)


def figures_of(verdicts: list[Verdict]) -> dict[str, Figures]:
    """The figures by kind; those of all but nonsense together under `all`."""
    by_kind: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_kind[verdict.judged.kind].append(verdict)
        if verdict.judged.kind != NONSENSE:
            by_kind[ALL].append(verdict)
    return {
        kind: Figures(len(some), sum(v.first for v in some) / len(some), sum(v.three for v in some) / len(some))
        for kind, some in sorted(by_kind.items())
    }


def main(arguments: list[str]) -> None:
    """Print the figures by kind, and with --misses what was not right."""
    lang, path = arguments[:2]
    folder = Path(tempfile.gettempdir()) / "careers-judging"
    catalogue = Catalogue(locate(folder / "config", folder / "cache"))
    verdicts = list(judge(catalogue, read_list(Path(path)), lang))
    if "--misses" in arguments:
        names = {**{card.id: card.name for card in catalogue.occupation_cards(lang, "US")}}
        for verdict in verdicts:
            if not verdict.first:
                came = "; ".join(f"{id_} {names.get(id_, '')}" for id_ in verdict.came)
                sys.stdout.write(
                    f"{'  ' if verdict.three else '! '}{verdict.judged.query} ({verdict.judged.kind}): {came}\n"
                )
    for kind, figures in figures_of(verdicts).items():
        sys.stdout.write(f"{kind:12} {figures.queries:4}  first {figures.first:6.1%}  three {figures.three:6.1%}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
