"""Citations in a text: `[@id]` cites a source, `[@a; @b]` two, `[@editorial]` marks our own judgement.

A page that marks much of it says so in words at the `FIRST` place, and with a sign `AGAIN`.
"""

import re
from collections.abc import Callable

EDITORIAL, FIRST, AGAIN = "editorial", "editorial-first", "editorial-again"
#: The sign of our judgement among the numbers of sources.
JUDGED = "*"
#: What every citation begins with.
OPENING = "[@"
_CITATION = re.compile(r"\[@([^\[\]]{0,300})\]")
_WITH_SPACE = re.compile(rf"[ \u00a0\u202f]*{_CITATION.pattern}")


def find_citations(text: str) -> list[str]:
    """The ids of the sources that a text cites, in order; `editorial` among them."""
    return [id_ for group in _CITATION.findall(text) for id_ in _ids(group)] if OPENING in text else []


def name_again(group: list[str], *, first: bool) -> str:
    """A citation in which our judgement is marked for the first time, or again."""
    ids = (f"@{(FIRST if first else AGAIN) if id_ == EDITORIAL else id_}" for id_ in group)
    return f" [{'; '.join(ids)}]"


def replace_citations(text: str, shown: Callable[[list[str]], str] | None = None) -> str:
    """A text with each citation, and the space before it, in other words; without them where none are given."""
    return _WITH_SPACE.sub(lambda found: shown(_ids(found[1])) if shown else "", text)


def drop_citations(text: str) -> str:
    """A text without its citations; the space before them stays."""
    return _CITATION.sub("", text)


def _ids(group: str) -> list[str]:
    return [part.strip().removeprefix("@") for part in group.split(";")]
