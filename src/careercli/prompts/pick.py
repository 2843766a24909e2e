"""One of a few choices: a digit or a letter takes it at once, arrows and Enter too. Standard library only."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from careercli.prompts.drawing import Pen, flow, press_under
from careercli.prompts.keyboard import ENTER, ESCAPE, STEPS, Keyboard
from careercli.prompts.keys import MAX_DIGITS, numbers_of
from careercli.usecases.asking import BACK_KEY, LEAVE_KEY, MORE, StepBackError

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime

#: The row that 0 opens.
TENTH = 10
Choices = Sequence[tuple[str, str]]


def pick(
    runtime: "Runtime", keyboard: Keyboard, question: str, choices: Choices, default: str | None, *, leaves: bool
) -> str:
    """The value that is chosen, of (value, title); `default` is pointed at first. Raises StepBackError by Escape.

    `leaves`: that leaves what is asked.
    """
    values, numbers = [value for value, _ in choices], numbers_of(choices)
    at = values.index(default) if default in values else 0
    wrong = ""
    while True:
        key = press_under(
            runtime, keyboard, partial(draw_choices, runtime, question, choices, at, wrong, leaves=leaves)
        )
        wrong = ""
        if key and key in numbers:
            return values[numbers.index(key)]
        if key == ENTER:
            return values[at]
        if key in (ESCAPE, BACK_KEY, LEAVE_KEY):
            raise StepBackError
        if key in STEPS:
            at = (at + STEPS[key]) % len(values)
        else:
            wrong = runtime.say("That key does nothing here.")


def pick_row(runtime: "Runtime", keyboard: Keyboard, rows: Choices, more: str = "") -> str:
    """The value of a row of the table above, by its number; empty by Enter. Raises StepBackError by Escape.

    What the key m does where there is `more` is MORE.
    """
    at, wrong = None, ""
    while True:
        key = press_under(runtime, keyboard, partial(draw_row, runtime, rows, at, wrong, more))
        wrong = ""
        number = int(key) or TENTH if key.isascii() and key.isdigit() else 0
        if 1 <= number <= min(len(rows), TENTH):
            return rows[number - 1][0]
        if key == ENTER:
            return "" if at is None else rows[at][0]
        if key in (ESCAPE, BACK_KEY, LEAVE_KEY):
            raise StepBackError
        if more and key == MORE:
            return MORE
        if key in STEPS:
            at = (at + STEPS[key]) % len(rows) if at is not None else min(STEPS[key], 0) % len(rows)
        else:
            wrong = runtime.say("That key does nothing here.")


def draw_row(runtime: "Runtime", rows: Choices, at: int | None, wrong: str = "", more: str = "") -> list[str]:
    """The lines of a question on rows that are on the screen: which is marked, else what keys do, `more` among it."""
    pen, say = Pen(runtime), runtime.say
    digits = f"1-{min(len(rows), MAX_DIGITS)}" if len(rows) > 1 else "1"
    if len(rows) >= TENTH:
        digits = f"{digits}, 0"
    asked = say("{digits} opens, arrows choose, Enter leaves", digits=digits)
    if more:
        asked = f"{asked}, {MORE} {more}"
    if at is not None:
        asked = f"> {rows[at][1]}{say.colon}" + say("Enter opens, Escape leaves")
    return [*map(pen.bold, pen.wrap(wrong)), *map(pen.dim if at is None else pen.accent, pen.wrap(asked))]


def draw_choices(
    runtime: "Runtime", question: str, choices: Choices, at: int, wrong: str = "", *, leaves: bool = False
) -> list[str]:
    """The lines of a question: what is asked, as many choices as there is room for, what keys do."""
    pen, say = Pen(runtime), runtime.say
    numbers = numbers_of(choices)
    titles = [_titled(numbers[n], title, pen, pointed=n == at) for n, (_, title) in enumerate(choices)]
    back = say("b or Escape leaves") if leaves else say("b or Escape goes back")
    keys = flow([say("a digit chooses at once"), say("arrows and Enter"), back], pen)
    *told, asked_last = question.split("\n")
    asked = [line for text in told for line in (*pen.wrap(text), "")]
    asked += [*map(pen.bold, pen.wrap(asked_last)), ""]
    room = (runtime.height or sum(map(len, titles)) + 99) - len(asked) - len(keys) - 2
    shown = _around(titles, at, room) if room > 0 else titles[at]
    return [*asked, *shown, "", *map(pen.bold, pen.wrap(wrong)), *map(pen.dim, keys)]


def _around(titles: Sequence[list[str]], at: int, room: int) -> list[str]:
    """The lines of the title that is pointed at, and of those around it as far as there is room."""
    first, last = at, at + 1
    while True:
        if last < len(titles) and sum(map(len, titles[first : last + 1])) <= room:
            last += 1
        elif first and sum(map(len, titles[first - 1 : last])) <= room:
            first -= 1
        else:
            return [line for lines in titles[first:last] for line in lines]


def _titled(number: str, title: str, pen: Pen, *, pointed: bool) -> list[str]:
    key = number if len(number) == 1 else " "  # one key takes it
    first, *rest = pen.wrap(title, pen.width - 5) or [""]
    lines = [f"{'>' if pointed else ' '} {key}  {first}", *(f"     {line}" for line in rest)]
    return [pen.accent(line) for line in lines] if pointed else lines
