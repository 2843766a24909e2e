"""Sets off what stands inside a text: stars, references, commands."""

from collections.abc import Iterator

from rich.style import Style

from careercli.render import theme


def styled(text: str, base: Style = theme.PLAIN) -> Iterator[tuple[str, Style]]:
    """A line in pieces: stars, references and commands are set off."""
    end = 0
    for found in theme.INLINE.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], base
        style = theme.INLINE_STYLES[found.lastgroup or ""]
        yield found[0].strip("⟦⟧"), style
        end = found.end()
    if end < len(text):
        yield text[end:], base
