"""How near each activity of the questionnaire lies to each occupation, `data/occupations/nearness.csv`."""

import csv
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from careercli.errors import message
from careercli.files.validate_shape import MAX_PROBLEMS, Problem

NEARNESS = "occupations/nearness.csv"
#: The highest step of nearness: a byte each.
HIGHEST_STEP = 255


class NearnessTable(NamedTuple):
    """The activities, and by occupation a byte for each of them."""

    activities: tuple[str, ...] = ()
    steps: dict[str, bytes] = {}


def load_nearness(path: Path, asked: Collection[str]) -> tuple[NearnessTable, list[Problem]]:
    """The table, empty where there is no file or anything is wrong, and all that is wrong with it.

    `asked` are the activities of the questionnaire: the table must have these and no others.
    """
    if not path.is_file():
        return NearnessTable(), []
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file)) or [[]]
    activities = tuple(header[1:])
    problems = [*_head(path, header, asked), *_rows(path, header, rows)][:MAX_PROBLEMS]
    if problems:
        return NearnessTable(), problems
    return NearnessTable(activities, {code: bytes(map(int, steps)) for code, *steps in rows}), []


def _head(path: Path, header: Sequence[str], asked: Collection[str]) -> Iterator[Problem]:
    if header[:1] != ["code"]:
        yield Problem(path, 1, "", message("must begin with the column `code`"))
    for id_ in sorted(set(asked) - set(header[1:])):
        yield Problem(path, 1, id_, message("is asked and has no column"))
    for id_ in sorted(set(header[1:]) - set(asked)):
        yield Problem(path, 1, id_, message("is not an activity of the questionnaire"))
    if len(set(header)) < len(header):
        yield Problem(path, 1, "", message("has a column twice"))


def _rows(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for line, row in enumerate(rows, 2):
        if len(row) != len(header):
            yield Problem(path, line, "", message("has {n} values, not {wanted}", n=len(row), wanted=len(header)))
            continue
        if row[0] in seen:
            yield Problem(path, line, "code", message("has `{id}` twice", id=row[0]))
        seen.add(row[0])
        for id_, text in zip(header[1:], row[1:], strict=True):
            if not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= HIGHEST_STEP):
                wrong = message("`{text}` is not a whole number from 0 to {most}", text=text, most=HIGHEST_STEP)
                yield Problem(path, line, id_, wrong)
