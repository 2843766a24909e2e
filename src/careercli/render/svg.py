"""A page as a picture, by Rich's own export."""

import io
import re

from rich._export_format import CONSOLE_SVG_FORMAT

from careercli.core.text.page import Page
from careercli.render.terminal import Canvas, make_console

#: Fonts that the export would fetch from elsewhere: the reader's own monospaced one does.
_FONTS = re.compile(r"\s*@font-face \{\{.*?\}\}", re.DOTALL)


def draw_svg(page: Page, *, width: int, palette: str, title: str) -> str:
    """The page as an SVG document that fetches nothing; the same page gives the same text."""
    console = make_console(io.StringIO(), width, colour=True, record=True)
    console.print(Canvas(page, boxes=True, palette=palette), end="", soft_wrap=True)
    form = _FONTS.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", "DejaVu Sans Mono")
    return console.export_svg(title=title, code_format=form, unique_id="careers")
