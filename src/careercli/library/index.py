"""What a search is made in, and for whom."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from careercli.core.text.languages import Lang
from careercli.core.text.wording import Query, Wording, Wordings, read_query

Rows = Callable[[str, tuple[Any, ...]], list[Any]]


class Index(msgspec.Struct, frozen=True):
    """The tables of a catalogue, how each language reads words, how `read` does for the language of the reader.

    Not `indexed`, SQLite has no full-text search, and all is read.
    """

    rows: Rows
    wordings: Wordings
    lang: Lang
    read: Callable[[str], Query]
    indexed: bool = True

    @property
    def languages(self) -> list[Lang]:
        """The languages, the reader's own first."""
        return sorted(self.wordings, key=lambda lang: lang != self.lang)

    def wording(self, lang: Lang) -> Wording:
        """How a language reads words."""
        return self.wordings.get(lang) or Wording()

    def is_in(self, word: str, part: str) -> bool:
        """Whether a word is in a list of any language: `light`, `not_`, `people`."""
        return any(word in getattr(wording, part) for wording in self.wordings.values())


def make_index(rows: Rows, wordings: Wordings, lang: Lang, *, indexed: bool) -> Index:
    """What a reader of a language searches in. Several steps of one search read the same words: it is done once."""
    return Index(rows, wordings, lang, lru_cache(maxsize=8)(lambda text: read_query(text, wordings, lang)), indexed)
