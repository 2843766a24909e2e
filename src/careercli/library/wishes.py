"""Wishes that are conditions: good pay, no degree, no nights, and what else is asked for beside them."""

from collections.abc import Callable, Sequence

import msgspec

from careercli.core.careers.search_report import Asks
from careercli.library.index import Index
from careercli.library.subjects import LONGEST, subjects_called


class Wish(msgspec.Struct, frozen=True):
    """The subjects that ask for something, by id, what is said no to, as it is written, and the other words."""

    asked: dict[str, Asks]
    denied: tuple[str, ...]
    rest: str

    @property
    def is_condition(self) -> bool:
        """Whether it is more than an interest."""
        return bool(self.denied) or any(asks.sort for asks in self.asked.values())


def read_wish(index: Index, text: str, is_denial: Callable[[str], bool]) -> Wish:
    """The conditions within some words, the longest names first; `is_denial` tells whether "no nights" is one."""
    query = index.read(text)
    if query.names and (whole := _find_asking(index, query.names[0].split())):
        return Wish(whole, (), "")  # all of it is a name, of which a frame may be a part: "trade apprenticeship"
    words = query.spoken
    asked: dict[str, Asks] = {}
    denied: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST), at, -1):
            name = words[at:end]
            if asking := _find_asking(index, name):
                asked |= asking
            elif index.is_in(name[0], "not_") and is_denial(" ".join(name)):
                denied.append(" ".join(name))
            else:
                continue
            at = end
            break
        else:
            rest.append(words[at])
            at += 1
    telling = any(not index.is_in(word, "light") for word in rest)
    return Wish(asked, tuple(dict.fromkeys(denied)), " ".join(rest) if telling else "")


def _find_asking(index: Index, name: Sequence[str]) -> dict[str, Asks]:
    """The subjects of a name that ask for something."""
    for lang in index.languages:
        if ids := subjects_called(index, lang, name):
            places = ", ".join("?" for _ in ids)
            rows = index.rows(f"SELECT id, asks FROM subject WHERE id IN ({places}) AND asks NOT NULL", ids)
            return {id_: msgspec.json.decode(asks, type=Asks) for id_, asks in rows}
    return {}
