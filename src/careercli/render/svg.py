"""A page as a picture, by Rich's own export."""

import io
import re

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import RenderableType
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from careercli.core.text.page import Page
from careercli.render.terminal import Canvas, make_console

#: Fonts that the export would fetch from elsewhere: the reader's own monospaced one does.
_FONTS = re.compile(r"\s*@font-face \{\{.*?\}\}", re.DOTALL)


def _rgb(code: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(code)
    return red, green, blue


#: The colours of a terminal on which all sixteen can be told apart, the bright ones brighter.
_THEME = TerminalTheme(
    (24, 27, 33),
    (214, 218, 224),
    [_rgb(code) for code in ("343a44", "e05a62", "7ab86c", "dbb054", "5c96de", "ba7ece", "54b2be", "c4cad2")],
    [_rgb(code) for code in ("707884", "ff7a80", "98d688", "f5d07a", "80b6fa", "d6a0e8", "7adee8", "f6f8fa")],
)


def draw_svg(page: Page, *, width: int, palette: str, title: str) -> str:
    """The page as an SVG document that fetches nothing; the same page gives the same text."""
    return _draw(Canvas(page, boxes=True, palette=palette), width, title)


def draw_screen(written: str, *, width: int, title: str) -> str:
    """What a terminal got, with its codes for colours, as such a document."""
    return _draw(Text.from_ansi(written), width, title)


def _draw(drawn: RenderableType, width: int, title: str) -> str:
    console = make_console(io.StringIO(), width, colour=True, colours="truecolor", record=True)
    console.print(drawn, end="", soft_wrap=True)
    form = _FONTS.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", "DejaVu Sans Mono")
    return console.export_svg(title=title, theme=_THEME, code_format=form, unique_id="careers")
