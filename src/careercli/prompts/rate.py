"""A statement to rate, one a screen: a digit answers at once, and nothing is chosen before somebody does.

Standard library only, so that the first question comes as fast as a page.
"""

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from careercli.prompts.drawing import Pen, flow, press_under
from careercli.prompts.keyboard import DOWN, ENTER, ESCAPE, LEFT, RIGHT, UP, Keyboard
from careercli.prompts.keys import KEYS, SCALE_KEY
from careercli.prompts.progress import progress_words
from careercli.usecases.asking import Move, Statement, StepBackError

if TYPE_CHECKING:
    from careercli.locale import Say
    from careercli.world.runtime import Runtime

#: Columns of the scale and of the bar of progress, at most.
SCALE, PROGRESS = 58, 30
#: Columns under which the words of its ends do not stand side by side.
NARROW = 24
_STEPS = {LEFT: -1, DOWN: -1, RIGHT: 1, UP: 1}


class Marks(NamedTuple):
    """What is marked on the screen: the step that is pointed at, the words of all steps, what was wrong."""

    pointed: int | None = None
    explained: bool = False
    wrong: str = ""


def rate(runtime: "Runtime", keyboard: Keyboard, statement: Statement) -> int | Move:
    """What is answered, from 1 on, or done instead. Raises StepBackError by Escape."""
    marks = Marks(statement.earlier)
    while True:
        pressed = press_under(runtime, keyboard, partial(draw_statement, runtime, statement, marks))
        outcome = act(pressed, statement, marks, runtime.say)
        if not isinstance(outcome, Marks):
            return outcome
        marks = outcome


def act(key: str, statement: Statement, marks: Marks, say: "Say") -> int | Move | Marks:
    """What a key does: it answers, moves, or marks something else. Raises StepBackError for Escape."""
    steps, pointed = len(statement.steps), marks.pointed
    if key.isascii() and key.isdigit() and 1 <= int(key) <= steps:
        return int(key)
    if key == ENTER and pointed:
        return pointed
    if key == ESCAPE and marks.explained:  # what one has opened is closed first
        return marks._replace(explained=False, wrong="")
    if key == ESCAPE:
        raise StepBackError
    if move := next((move for move, letter in KEYS.items() if letter == key.lower()), None):
        return move if move in statement.moves else marks._replace(wrong=say("Nothing comes before this."))
    if step := _STEPS.get(key):
        middle = (1 + steps) // 2
        return marks._replace(pointed=min(max(pointed + step, 1), steps) if pointed else middle, wrong="")
    if key == SCALE_KEY:
        return marks._replace(explained=not marks.explained, wrong="")
    if key == ENTER:
        return marks._replace(wrong=say("Nothing is chosen yet."))
    return marks._replace(wrong=say("That key does nothing here."))


def draw_statement(runtime: "Runtime", statement: Statement, marks: Marks) -> list[str]:
    """The lines of a statement: what is said before it, how far it is, what it says, the scale, what keys do."""
    pen, say = Pen(runtime), runtime.say
    intro = [line for text in statement.intro for line in pen.wrap(text)]
    asks = [] if intro else list(map(pen.dim, pen.wrap(statement.asks)))
    lines = [*intro, "", *_progress(statement, pen, say), "", *asks, *map(pen.bold, pen.wrap(statement.text)), ""]
    lines += [*_scale(statement, marks, pen), ""]
    if marks.explained:
        lines += [*(line for n in range(1, len(statement.steps) + 1) for line in _step(n, statement, pen)), ""]
    if marks.wrong:
        lines += map(pen.bold, pen.wrap(marks.wrong))
    elif marks.pointed:
        chosen = f"{marks.pointed}  {statement.steps[marks.pointed - 1]}"
        lines += map(pen.accent, pen.wrap(say("{step}: Enter takes it", step=chosen)))
    else:
        lines += pen.wrap(say("A digit answers at once."))
    return [*lines, *map(pen.dim, flow(_keys(statement, say), pen))]


def _progress(statement: Statement, pen: Pen, say: "Say") -> list[str]:
    """How far it is: a bar and words, or the words alone where there is no room for both."""
    text = pen.shown(progress_words(statement, say))
    columns = min(PROGRESS, pen.width - len(text) - 2)
    if columns <= 0:
        return pen.wrap(text)
    filled = round(columns * (statement.number - 1) / statement.total)
    bar = pen.accent(pen.sign("━", "=") * filled) + pen.dim(pen.sign("─", "-") * (columns - filled))
    return [f"{bar}  {text}"]


def _scale(statement: Statement, marks: Marks, pen: Pen) -> list[str]:
    """The steps on a line, and the words of its two ends under it."""
    steps = range(1, len(statement.steps) + 1)
    gap = (min(SCALE, pen.width) - 3 * len(steps)) // (len(steps) - 1)
    points = [pen.accent(f"[{n}]") if n == marks.pointed else f" {n} " for n in steps]
    line = pen.dim(pen.sign("─", "-") * max(gap, 1)).join(points)
    across = 3 * len(steps) + gap * (len(steps) - 1) - 2  # from the first figure to the last
    if across < NARROW:
        return [line, *_step(1, statement, pen), *_step(len(steps), statement, pen)]
    across = max(across, min(pen.width - 2, len(statement.steps[0]) + len(statement.steps[-1]) + 2))  # on one line
    left, right = (pen.wrap(word, across // 2 - 1) for word in (statement.steps[0], statement.steps[-1]))
    if len(statement.steps[0]) + len(statement.steps[-1]) < across:
        left, right = [statement.steps[0]], [statement.steps[-1]]
    ends = [f" {first}{last.rjust(across - len(first))}" for first, last in zip_longest(left, right, fillvalue="")]
    return [line, *ends]


def _step(number: int, statement: Statement, pen: Pen) -> list[str]:
    """A step with its words."""
    first, *rest = pen.wrap(statement.steps[number - 1], pen.width - 5)
    return [f"  {number}  {first}", *(f"     {line}" for line in rest)]


def _keys(statement: Statement, say: "Say") -> list[str]:
    words = {Move.BACK: say("back"), Move.SKIP: say("skip"), Move.QUIT: say("leave and keep")}
    keys = [f"{letter} {words[move]}" for move, letter in KEYS.items() if move in statement.moves]
    return [say("arrows and Enter"), *keys, f"{SCALE_KEY} {say('all words')}"]
