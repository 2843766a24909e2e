"""A search that finds while one types. Needs prompt_toolkit, so it is imported when somebody searches."""

import textwrap
import time
from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from careercli.core.text.plaintext import make_harmless, make_plainer
from careercli.prompts.keyboard import HABIT
from careercli.prompts.running import run_application
from careercli.usecases.asking import Find

if TYPE_CHECKING:
    from careercli.world.runtime import Runtime

#: Finds that are shown at once.
MOST = 8


class _Finds:
    """What is found for what is typed, and which of it is pointed at.

    It is looked for when it is to be shown or taken: of what is typed in one go, or pasted, only the whole.
    """

    def __init__(self, find: Find, buffer: Buffer) -> None:
        self._find = find
        self._buffer = buffer
        self._text: str | None = None
        self._found: list[tuple[str, str]] = []
        self.at = 0

    @property
    def found(self) -> list[tuple[str, str]]:
        if (text := self._buffer.text) != self._text:
            self._text, self._found, self.at = text, list(self._find(text))[:MOST], 0
        return self._found

    def move(self, step: int) -> None:
        if found := self.found:
            self.at = (self.at + step) % len(found)


def cut(text: str, width: int, end: str) -> str:
    """A text of no more letters than that: one that goes on ends so."""
    return text if len(text) <= width else text[: width - len(end)].rstrip(" ,(") + end


def search(runtime: "Runtime", question: str, find: Find, typed: str = "", *, after_digit: bool = False) -> str:
    """What the person opens, of what is found. Enter opens, Tab completes, arrows move; one `after_digit` may not.

    They type behind the last line of the question, where some may be `typed` already.
    """
    buffer = Buffer(document=Document(typed), multiline=False)
    finds = _Finds(find, buffer)
    asked = time.monotonic()
    keys = KeyBindings()

    @keys.add("enter")
    def _open(event: Any) -> None:
        if after_digit and not buffer.text and time.monotonic() - asked < HABIT:
            return  # it only ended the key that led here
        if finds.found and not event.app.is_done:
            event.app.exit(result=finds.found[finds.at][0])

    @keys.add("tab")
    def _complete(event: Any) -> None:
        if finds.found:
            buffer.text = finds.found[finds.at][1]
            buffer.cursor_position = len(buffer.text)

    @keys.add("<bracketed-paste>")
    def _paste(event: Any) -> None:
        buffer.insert_text(" ".join(event.data.split()))  # lines would hide each other in a field of one

    keys.add("down")(lambda _: finds.move(1))
    keys.add("up")(lambda _: finds.move(-1))

    def shown(text: str) -> str:
        encoding = getattr(runtime.stderr, "encoding", None) or "utf-8"
        return make_plainer(make_harmless(text), encoding)

    def listed() -> StyleAndTextTuples:
        say = runtime.say
        if not finds.found:
            nothing = say("No match.") if buffer.text.strip() else say("Type a few letters.")
            return [("", "  " + shown(nothing))]
        lines: StyleAndTextTuples = []
        for n, (_, title) in enumerate(finds.found):
            name = cut(shown(title), max(runtime.width() - 4, 10), shown("…"))
            lines.append(("class:at" if n == finds.at else "", f"{'>' if n == finds.at else ' '} {name}\n"))
        return lines

    def wrapped(text: str) -> Window:
        lines = textwrap.wrap(shown(text), runtime.width() - 1)
        return Window(FormattedTextControl("\n".join(lines)), dont_extend_height=True)

    *before, asked_last = question.split("\n")
    application: Application[str] = Application(
        layout=Layout(
            HSplit(
                [
                    *map(wrapped, before),
                    Window(
                        BufferControl(buffer, input_processors=[BeforeInput(shown(asked_last) + " ")]),
                        height=1,
                        wrap_lines=False,
                    ),
                    Window(FormattedTextControl(listed), height=MOST),
                    wrapped(runtime.say("Enter opens, Tab completes, arrows choose, Escape goes back.")),
                ]
            )
        ),
        key_bindings=keys,
        style=Style([("at", "fg:ansicyan bold" if runtime.colour else "nobold")]),
        erase_when_done=True,
        output=create_output(runtime.stderr),
    )
    return str(run_application(application, application.run))
