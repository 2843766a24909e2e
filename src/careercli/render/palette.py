"""The palettes: the colours of the theme, stronger ones without anything dim, or none at all."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from rich.segment import Segment
from rich.style import Style

from careercli.render import theme


def in_palette(segments: Iterable[Segment], palette: str, *, colour: bool, aside: str = "") -> Iterator[Segment]:
    """Segments in the colours of a palette, an `aside` quiet. Where there are colours commands need no quotes."""
    change = _CHANGES.get(palette)
    for segment in _quietened(segments, aside) if aside else segments:
        text, style = segment.text, segment.style
        if style is None:
            yield segment
            continue
        if colour and style == theme.COMMAND:
            text = text.strip("`")
        yield Segment(text, change(style) if change else style)


def _quietened(segments: Iterable[Segment], aside: str) -> Iterator[Segment]:
    """Segments in which an aside has one of its own."""
    for segment in segments:
        if aside not in segment.text:
            yield segment
            continue
        for n, text in enumerate(segment.text.split(aside)):
            yield from (Segment(aside, theme.QUIET),) if n else ()
            yield from (Segment(text, segment.style),) if text else ()


@cache
def _contrasting(style: Style) -> Style:
    """Nothing dim; what has a colour is bold too."""
    bold = bool(style.bold) or style.color is not None
    return Style(color=style.color, bgcolor=style.bgcolor, bold=bold, reverse=style.reverse)


@cache
def _colourless(style: Style) -> Style:
    """Bold, dim and underlined stay; what can be acted on is underlined."""
    return Style(bold=style.bold, dim=style.dim, reverse=style.reverse, underline=style == theme.COMMAND)


_CHANGES: dict[str, Callable[[Style], Style]] = {"contrast": _contrasting, "mono": _colourless}
