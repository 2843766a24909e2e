"""A menu under a page: each key acts at once."""

import re
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from careercli.prompts.drawing import GAP, Pen, flow, press_under
from careercli.prompts.keyboard import ENTER, ESCAPE, Keyboard
from careercli.usecases.asking import BACK_KEY, READ_KEY, Key, Keys

if TYPE_CHECKING:
    from careercli.locale import Say
    from careercli.world.runtime import Runtime

#: Keys that do what another does.
_ALIKE = {ESCAPE: BACK_KEY, ENTER: READ_KEY}


def press(runtime: "Runtime", keyboard: Keyboard, keys: Keys) -> str:
    """The key that is pressed, of those that do something now; one that does nothing says why."""
    known = {key.key: key for key in (*keys.items, *keys.moves)}
    wrong = ""
    while True:
        pressed = press_under(runtime, keyboard, partial(draw_menu, runtime, keys, wrong))
        pressed = _ALIKE.get(pressed, pressed)
        chosen = known.get(pressed) or known.get(pressed.lower())
        if chosen and not chosen.missing:
            return chosen.key
        wrong = chosen.missing if chosen else runtime.say("That key does nothing here.")


def draw_menu(runtime: "Runtime", keys: Keys, wrong: str = "") -> list[str]:
    """The lines of a menu: where it is, what digits open, what letters do, what they do everywhere, the command."""
    pen, say = Pen(runtime), runtime.say
    rule = pen.sign("─", "-")
    where = textwrap.shorten(pen.shown(keys.where), max(pen.width - 4, 10), placeholder="…")
    head = pen.bold(f"{rule * 2} {where} ".ljust(pen.width, rule))
    lines: list[str] = []
    titles = {key.key: pen.shown(_titled(key, say)) for key in (*keys.items, *keys.moves)}
    if not keys.folded:
        lines += _in_columns([titles[key.key] for key in keys.items if key.key.isdigit()], pen)
        lines += flow([titles[key.key] for key in keys.items if not key.key.isdigit()], pen)
    lines += flow([titles[key.key] for key in keys.moves if not key.missing], pen)
    lines = [head, *_with_keys_set_off(lines, [_shown_key(key, say) for key in (*keys.items, *keys.moves)], pen)]
    if keys.command:
        lines += map(pen.dim, pen.wrap(f"{say('The same page')}{say.colon}{keys.command}"))
    return [*lines, *map(pen.bold, pen.wrap(wrong)), "> "]


def _titled(key: Key, say: "Say") -> str:
    """A key and what it does, in brackets where it cannot be done now."""
    title = f"{_shown_key(key, say)} {key.label}"
    return f"({title})" if key.missing else title


def _shown_key(key: Key, say: "Say") -> str:
    return say("space") if key.key == READ_KEY else key.key


def _with_keys_set_off(lines: Sequence[str], keys: Sequence[str], pen: Pen) -> list[str]:
    """The lines of a menu with the key that begins each of its texts in the colour of what can be acted on."""
    begins = re.compile(rf"(^|\s{{{GAP},}})({'|'.join(map(re.escape, keys))})(?= )")
    return [begins.sub(lambda found: found[1] + pen.accent(found[2]), line) for line in lines]


def _in_columns(texts: Sequence[str], pen: Pen) -> list[str]:
    """Short texts, downwards in as many columns as there is room for, at most three."""
    if not texts:
        return []
    widest = max(map(len, texts)) + GAP
    columns = max(1, min(3, (pen.width + GAP) // widest, len(texts)))
    if columns == 1:
        return [line for text in texts for line in pen.wrap(text)]
    height = -(-len(texts) // columns)
    rows = [texts[n::height] for n in range(height)]
    return ["".join(text.ljust(widest) for text in row).rstrip() for row in rows]
