"""What a command line may ask of `careers quiz`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from careercli.core.quiz.interests import ADAPTIVE, Length
from careercli.core.quiz.matching import Method
from careercli.errors import UsageError

#: Digits of the number of a kept result, and its date, with the time or a part of it.
DIGITS, DATED = 4, r"\d{4}-\d\d-\d\d(T\d\d(:\d\d){0,2})?"


class QuizOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options as they were given; nothing that is asked changes them.

    `answers` names a file; `resume` is None where neither `--resume` nor `--restart` is given. `number` is that of
    a kept result, the latest first, or `date` how its date begins. `quick`: scores that a
    script turns into JSON are not kept, for keeping costs as much as matching.
    """

    career: str | None = None
    length: Length | None = None
    answers: str | None = None
    scores: str | None = None
    limits: tuple[str, ...] = ()
    have: str | None = None
    among: tuple[str, ...] = ()
    method: Method | None = None
    changes: tuple[str, ...] = ()
    items: bool = False
    resume: bool | None = None
    history: bool = False
    number: int | None = None
    date: str = ""
    explain: bool = False
    diff: bool = False
    keep: bool = True
    quick: bool = False


class Plan(NamedTuple):
    """What is to be asked: about a career, or on interests where that is empty.

    `from_menu`: the person has come by a menu, and can go back to it.
    """

    career: str = ""
    length: Length | None = None
    resume: bool | None = None
    from_menu: bool = False


def split_names(text: str) -> list[str]:
    """Names with commas between; one that has a comma itself stands in quotation marks, as in CSV."""
    if '"' not in text:
        parts = text.split(",")
    else:
        import csv  # only for those

        (parts,) = csv.reader([" ".join(text.split())], skipinitialspace=True)
    if not (names := [name for part in parts if (name := part.strip())]):
        raise UsageError("`--among` names no career", "Write it so: `--among nurse,baker`.")
    return names


class NamedResult(NamedTuple):
    """What names a kept result: its number, or how its date begins; neither where none is named."""

    number: int | None = None
    date: str = ""


def split_result(words: Sequence[str]) -> tuple[list[str], NamedResult]:
    """The words of a career, and what names a result behind them."""
    last = words[-1] if words else ""
    if last.isascii() and last.isdigit() and len(last) <= DIGITS:
        return list(words[:-1]), NamedResult(int(last))
    if re.fullmatch(DATED, last, re.ASCII):
        return list(words[:-1]), NamedResult(date=last)
    return list(words), NamedResult()


class OptionConflicts:
    """Finds options that exclude each other, by the names that a user knows."""

    def __init__(self, **given: object) -> None:
        self._given = [f"--{name.replace('_', '-')}" for name, value in given.items() if value]

    def refuse(self, hint: str, *groups: tuple[str, ...]) -> None:
        """Raises UsageError where options of two groups are given."""
        for number, group in enumerate(groups):
            for other_group in groups[number + 1 :]:
                for option in group:
                    for other in other_group:
                        if option in self._given and other in self._given:
                            raise UsageError("`{one}` and `{two}` exclude each other", hint, one=option, two=other)

    def refuse_beside_career(self, career: str, *options: str) -> None:
        """Raises UsageError for options that are for finding careers."""
        for option in options:
            if option in self._given:
                raise UsageError(
                    "`{option}` is for finding careers, not for the one named `{career}`",
                    "Leave out the career, or the option.",
                    option=option,
                    career=career,
                )


def check_options(options: QuizOptions) -> None:
    """Raises UsageError for options that exclude each other, in one sentence."""
    conflicts = OptionConflicts(
        scores=options.scores,
        answers=options.answers is not None,
        items=options.items,
        history=options.history,
        diff=options.diff,
        resume=options.resume,
        restart=options.resume is False,
        what_if=options.changes,
        limit=options.limits,
        have=options.have,
        among=options.among,
        method=options.method,
        length=options.length,
        explain=options.explain,
    )
    ways = (("--scores",), ("--answers",), ("--items",), ("--history",), ("--diff",), ("--resume", "--restart"))
    conflicts.refuse("Give one of them.", *ways)
    looking = ("--items", "--history", "--diff")
    conflicts.refuse("Leave one of them out.", looking, ("--what-if", "--limit", "--have", "--among", "--method"))
    conflicts.refuse("Leave out `--explain`.", ("--items", "--diff"), ("--explain",))
    conflicts.refuse("Leave out `--length`.", ("--history", "--diff", "--scores"), ("--length",))
    conflicts.refuse(
        "Scores come without statements: give the answers by `--answers FILE`.", ("--scores",), ("--what-if",)
    )
    if options.career is not None and options.length == ADAPTIVE:
        raise UsageError(
            "`--length adaptive` is for finding careers, not for the one named `{career}`",
            "Leave out the career, or ask for `short`, `standard` or `full`.",
            career=options.career,
        )
    if options.career is not None:
        options_of_list = ("--scores", "--limit", "--have", "--among", "--method", "--what-if")
        conflicts.refuse_beside_career(options.career, *options_of_list)
    if options.method in ("careers", "answers") and options.scores:
        raise UsageError(
            "scores are matched by the published rule alone", "Leave out `--method`: it is for our own statements."
        )
