"""A menu under a page: each key acts at once, and Enter opens what is marked."""

import re
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from careercli.core.text.plaintext import measure
from careercli.prompts.drawing import GAP, Pen, flow, press_under
from careercli.prompts.keyboard import DOWN, ENTER, ESCAPE, STEPS, Keyboard
from careercli.usecases.asking import BACK_KEY, READ_KEY, SEARCH_KEY, Key, Keys

if TYPE_CHECKING:
    from careercli.locale import Say
    from careercli.world.runtime import Runtime

#: What stands before each choice: the mark of the one that Enter opens, or as much room.
_MARK, _NO_MARK = "> ", "  "
#: Columns before the words of a choice, its mark and its key, and so before those that do not fit on its line.
_HANG = 4
#: Seconds within which another letter makes a word of a key.
WORD = 0.4


def press(runtime: "Runtime", keyboard: Keyboard, keys: Keys) -> str:
    """The key that is pressed, of those that do something now; one that does nothing says why.

    A digit acts at once; one that begins longer numbers too waits for the second, or for Enter. Where letters search,
    all do; one that is a key only where another follows.
    """
    known = {key.key: key for key in (*keys.items, *keys.moves)}
    rows = () if keys.folded else keys.items
    alike = {ESCAPE: BACK_KEY} | ({} if rows else {ENTER: READ_KEY, DOWN: READ_KEY})
    at, wrong, number = 0, "", ""
    while True:
        pressed = press_under(runtime, keyboard, partial(draw_menu, runtime, keys, at, wrong))
        wrong, begun, number = "", number, ""
        if pressed.isdigit():
            pressed = begun + pressed
            longer = [key for key in known if key.isdigit() and key.startswith(pressed) and key != pressed]
            if pressed in known and longer:  # a span such as 1-7 tells of digits, and is none
                number, wrong = pressed, _second_digit(pressed, longer, runtime.say)
                at = next((n for n, row in enumerate(rows) if row.key == pressed), at)
                keyboard.acted = False  # the Enter after this digit is for it
                continue
        elif begun and pressed == ENTER:
            pressed = begun
        if rows and pressed in STEPS:
            at = (at + STEPS[pressed]) % len(rows)
            continue
        if keys.searches and len(pressed) == 1 and pressed.isalpha():
            more = keyboard.goes_on(WORD) if pressed in known else ""
            if more or pressed not in known:
                return SEARCH_KEY + pressed + more
        pressed = rows[at].key if rows and pressed == ENTER else alike.get(pressed, pressed)
        chosen = known.get(pressed) or known.get(pressed.lower())
        if chosen and not chosen.missing:
            return chosen.key
        if chosen:
            wrong = chosen.missing
        elif pressed == READ_KEY:
            wrong = runtime.say("This is the end of the page.")
        else:
            wrong = runtime.say("That key does nothing here.")


def _second_digit(number: str, longer: Sequence[str], say: "Say") -> str:
    """What a digit waits for that begins longer numbers too."""
    if len(longer) == 1:
        return say("Enter opens {number}; a second digit opens {other}.", number=number, other=longer[0])
    ends = {"first": longer[0], "last": longer[-1]}
    return say("Enter opens {number}; a second digit opens {first} to {last}.", number=number, **ends)


def draw_menu(runtime: "Runtime", keys: Keys, at: int = 0, wrong: str = "") -> list[str]:
    """The lines of a menu: where it is, what digits open, what letters do, what they do everywhere, the command.

    Of its items that at the place `at` is marked.
    """
    pen, say = Pen(runtime), runtime.say
    rule = pen.sign("─", "-")
    where = textwrap.shorten(pen.shown(keys.where), max(pen.width - 4, 10), placeholder="…")
    head = pen.bold(f"{rule * 2} {where} ".ljust(pen.width, rule))
    titles = {key.key: _NO_MARK + pen.shown(_titled(key, say)) for key in (*keys.items, *keys.moves)}
    lines: list[str] = []
    if keys.items and not keys.folded:
        marked = keys.items[at].key
        titles[marked] = _MARK + titles[marked].removeprefix(_NO_MARK)
        if at < keys.listed:  # it stands in the page: here is what it is
            about = pen.shown(keys.items[at].about)
            lines += pen.wrap(say.colon.join(filter(None, [titles[marked], about])), hang=_HANG)
        digits = [titles[key.key] for key in keys.items[keys.listed :] if key.key.isdigit()]
        lines += _in_columns(digits, pen)
        lettered = [key for key in keys.items if not key.key.isdigit()]
        lines += _in_line([titles[key.key] for key in lettered if not key.group], pen)
        lines += _in_groups([key for key in lettered if key.group], titles, pen)
    elif grouped := [key for key in keys.items if key.group]:  # so much is worth a line beside the page
        lines += _in_groups([key for key in grouped if key.group == grouped[0].group], titles, pen)
    moves = _in_line([titles[key.key] for key in keys.moves if not key.missing], pen)
    below: list[str] = []
    if keys.command:
        told, command = f"{say('As a command')}{say.colon}", pen.shown(keys.command)
        is_room = measure(told + command) <= pen.width
        below += map(pen.dim, [told + command] if is_room else [told.rstrip(), *pen.wrap(command)])
    below += [*map(pen.bold, pen.wrap(wrong)), "> "]
    if runtime.height:
        lines = _around_mark(lines, runtime.height - len(moves) - len(below) - 1)
    shown = [_shown_key(key, say) for key in (*keys.items, *keys.moves)]
    return [head, *_with_keys_set_off([*lines, *moves], shown, pen), *below]


def _around_mark(lines: list[str], room: int) -> list[str]:
    """As many lines as there is room for, with the marked one among them."""
    at = next((n for n, line in enumerate(lines) if _MARK in line), 0)
    first = max(min(at - room // 2, len(lines) - room), 0)
    return lines[first : first + max(room, 1)]


def _titled(key: Key, say: "Say") -> str:
    """A key and what it does, in brackets where it cannot be done now."""
    title = f"{_shown_key(key, say)} {(key.short if key.group else '') or key.label}"
    return f"({title})" if key.missing else title


def _shown_key(key: Key, say: "Say") -> str:
    return say("space") if key.key == READ_KEY else key.key


def _with_keys_set_off(lines: Sequence[str], keys: Sequence[str], pen: Pen) -> list[str]:
    """The lines of a menu with the mark, and the key that begins each text, in the colour of what can be acted on."""
    begins = re.compile(rf"(?:^|(?<= ))({_MARK}|{_NO_MARK})({'|'.join(map(re.escape, keys))})(?= )")
    rest = " " * _HANG  # of a text that began on the line before

    def set_off(found: re.Match[str]) -> str:
        mark, key = found.groups()
        return (pen.accent(mark) if mark == _MARK else mark) + pen.accent(key)

    return [line if line.startswith(rest) else begins.sub(set_off, line) for line in lines]


def _in_line(texts: Sequence[str], pen: Pen) -> list[str]:
    """Short texts one after another; the room for marks is most of what parts them."""
    return flow(texts, pen, GAP - len(_NO_MARK), _HANG)


def _in_groups(keys: Sequence[Key], titles: dict[str, str], pen: Pen) -> list[str]:
    """Keys of a group on a line of their own, which begins with its name."""
    lines = []
    for group in dict.fromkeys(key.group for key in keys):
        name, *first = [pen.shown(group), *(titles[key.key] for key in keys if key.group == group)]
        lines += _in_line([f"{name} {first[0]}", *first[1:]], pen)
    return lines


def _in_columns(texts: Sequence[str], pen: Pen) -> list[str]:
    """Short texts, downwards in as many columns as there is room for, at most three."""
    if not texts:
        return []
    gap = GAP - len(_NO_MARK)
    widest = max(map(len, texts)) + gap
    columns = max(1, min(3, (pen.width + gap) // widest, len(texts)))
    if columns == 1:
        return [line for text in texts for line in pen.wrap(text, hang=_HANG)]
    height = -(-len(texts) // columns)
    rows = [texts[n::height] for n in range(height)]
    return ["".join(text.ljust(widest) for text in row).rstrip() for row in rows]
