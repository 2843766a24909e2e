"""Citations in a text: `[@id]` cites a source, `[@a; @b]` two, `[@editorial]` marks our own judgement.

A section that marks it often says so in words at first, `JUDGED_FIRST`, and then with a sign, `JUDGED_AGAIN`.
"""

import re
from collections.abc import Callable, Iterator

EDITORIAL, JUDGED_FIRST, JUDGED_AGAIN = "editorial", "editorial-first", "editorial-again"
#: The sign of our judgement among the numbers of sources.
JUDGED = "*"
#: What every citation begins with.
OPENING = "[@"
_CITATION = re.compile(r"\[@([^\[\]]{0,300})\]")
_WITH_SPACE = re.compile(rf"[ \u00a0\u202f]*{_CITATION.pattern}")


def find_citations(text: str) -> list[str]:
    """The ids of the sources that a text cites, in order; `editorial` among them."""
    return [id_ for group in _CITATION.findall(text) for id_ in _ids(group)] if OPENING in text else []


def replace_citations(text: str, shown: Callable[[list[str]], str] | None = None) -> str:
    """A text with each citation, and the space before it, in other words; without them where none are given."""
    return _WITH_SPACE.sub(lambda found: shown(_ids(found[1])) if shown else "", text)


def rename_judgement(text: str, marks: Iterator[str]) -> str:
    """A text in which each mark of our judgement is the next of some, `JUDGED_FIRST` or `JUDGED_AGAIN`."""

    def renamed(ids: list[str]) -> str:
        return f" [{'; '.join(f'@{next(marks) if id_ == EDITORIAL else id_}' for id_ in ids)}]"

    return replace_citations(text, renamed) if EDITORIAL in text else text


def drop_citations(text: str) -> str:
    """A text without its citations; the space before them stays."""
    return _CITATION.sub("", text)


def _ids(group: str) -> list[str]:
    return [part.strip().removeprefix("@") for part in group.split(";")]
