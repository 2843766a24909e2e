"""A menu under a page: each key acts at once."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from careercli.core.text.plaintext import fits, make_harmless, make_plainer
from careercli.prompts.keyboard import ENTER, ESCAPE, Frame, Keyboard
from careercli.usecases.asking import BACK_KEY, READ_KEY, Key, Keys
from careercli.world.signals import suspendable

if TYPE_CHECKING:
    from careercli.locale import Say
    from careercli.world.runtime import Runtime

#: Columns that a menu takes, however wide the terminal; and between two of its own columns.
WIDEST, GAP = 92, 3
#: Keys that do what another does.
_ALIKE = {ESCAPE: BACK_KEY, ENTER: READ_KEY}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_PASTE_ON, _PASTE_OFF = "\x1b[?2004h", "\x1b[?2004l"


def press(runtime: "Runtime", keyboard: Keyboard, keys: Keys) -> str:
    """The key that is pressed, of those that do something now; one that does nothing says why."""
    known = {key.key: key for key in (*keys.items, *keys.moves)}
    wrong = ""
    while True:
        frame = Frame(runtime.stderr, draw_menu(runtime, keys, wrong))
        pressed = _press_one(runtime, keyboard, frame)
        pressed = _ALIKE.get(pressed, pressed)
        chosen = known.get(pressed) or known.get(pressed.lower())
        if chosen and not chosen.missing:
            return chosen.key
        wrong = chosen.missing if chosen else runtime.say("That key does nothing here.")


def _press_one(runtime: "Runtime", keyboard: Keyboard, frame: Frame) -> str:
    def take() -> None:
        keyboard.take()
        runtime.stderr.write(_PASTE_ON)  # else each letter of what is pasted would do something
        frame.draw()

    def give_back() -> None:
        frame.erase()
        runtime.stderr.write(_PASTE_OFF)
        runtime.stderr.flush()
        keyboard.give_back()

    take()
    try:
        with suspendable(give_back, take):
            return keyboard.read_key()
    finally:
        give_back()


def draw_menu(runtime: "Runtime", keys: Keys, wrong: str = "") -> list[str]:
    """The lines of a menu: where it is, what digits open, what letters do, what they do everywhere, the command."""
    width, say = min(runtime.width() - 1, WIDEST), runtime.say
    encoding = getattr(runtime.stderr, "encoding", None) or "utf-8"
    rule = "─" if fits("─", encoding) else "-"

    def shown(text: str) -> str:
        return make_plainer(make_harmless(text), encoding)

    def styled(text: str, code: str) -> str:
        return f"{code}{text}{_PLAIN}" if runtime.colour else text

    where = textwrap.shorten(shown(keys.where), max(width - 4, 10), placeholder="…")
    lines = [styled(f"{rule * 2} {where} ".ljust(width, rule), _BOLD)]
    titles = {key.key: _titled(key, say, encoding) for key in (*keys.items, *keys.moves)}
    if not keys.folded:
        lines += in_columns([titles[key.key] for key in keys.items if key.key.isdigit()], width)
        lines += flow([titles[key.key] for key in keys.items if not key.key.isdigit()], width)
    lines += flow([titles[key.key] for key in keys.moves if not key.missing], width)
    if keys.command:
        lines += [
            styled(line, _DIM) for line in _wrapped(shown(f"{say('The same page')}{say.colon}{keys.command}"), width)
        ]
    lines += [styled(line, _BOLD) for line in _wrapped(shown(wrong), width)] if wrong else []
    return [*lines, "> "]


def _titled(key: Key, say: "Say", encoding: str) -> str:
    """A key and what it does, in brackets where it cannot be done now."""
    name = say("space") if key.key == READ_KEY else key.key
    title = make_plainer(make_harmless(f"{name} {key.label}"), encoding)
    return f"({title})" if key.missing else title


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, 10), break_on_hyphens=False)


def in_columns(texts: Sequence[str], width: int) -> list[str]:
    """Short texts, downwards in as many columns as there is room for, at most three."""
    if not texts:
        return []
    widest = max(map(len, texts)) + GAP
    columns = max(1, min(3, (width + GAP) // widest, len(texts)))
    if columns == 1:
        return [line for text in texts for line in _wrapped(text, width)]
    height = -(-len(texts) // columns)
    rows = [texts[n::height] for n in range(height)]
    return ["".join(text.ljust(widest) for text in row).rstrip() for row in rows]


def flow(texts: Iterable[str], width: int) -> list[str]:
    """Texts one after another, none broken where a line can hold it."""
    lines: list[str] = []
    for text in texts:
        if lines and len(lines[-1]) + GAP + len(text) <= width:
            lines[-1] += " " * GAP + text
        else:
            lines += _wrapped(text, width)
    return lines
