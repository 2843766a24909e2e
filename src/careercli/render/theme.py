"""The colours: the terminal's own sixteen, so that light and dark backgrounds both work. Never colour alone."""

import re

from rich.style import Style

#: Bold in the ink of the terminal: a bright hue is lost on a light one.
TITLE = Style(bold=True)
TITLE_RULE = Style(bold=True, color="cyan")
SECTION = Style(color="cyan")
RULE = Style(color="cyan", dim=True)
PART = Style(bold=True)
NAME = Style(bold=True)
QUIET = Style(dim=True)
PLUS = Style(color="green", bold=True)
MINUS = Style(color="red", bold=True)
STARS = Style(color="yellow")
#: A share of what has no hue of its own.
BAR = Style(color="blue")
#: Amounts of money and their bars.
MONEY = Style(color="green")
#: What can be acted on, and nothing else that is not a heading.
COMMAND = Style(bold=True, color="cyan")
PLAIN = Style()
#: Six steady hues, for the six types of interest: the same thing always has the same one.
HUES = tuple(Style(color=color) for color in ("red", "blue", "magenta", "green", "yellow", "cyan"))

#: What is set off inside a text, whatever block it stands in. What is typed into other programs keeps its quotes.
INLINE = re.compile(
    r"(?P<stars>[★☆]+)|(?P<quiet>(?:^| )\[[0-9][0-9,\u00a0 ()]*\])|(?P<command>`(?:careers\b|-)[^`]*`)|"
    r"(?P<bar>━+)|(?P<track>─+)|(?P<best>◆\S*(?:\u00a0\S+)*)|(?P<found>⟦[^⟧]*⟧)|(?P<yes>✓)|(?P<no>✗)|(?P<part>±)"
)
INLINE_STYLES = {
    "stars": STARS,
    "quiet": QUIET,
    "command": COMMAND,
    "bar": STARS,
    "track": QUIET,
    "best": PLUS,
    "yes": PLUS,
    "no": MINUS,
    "part": STARS,
    "found": Style(bold=True, reverse=False),
}
