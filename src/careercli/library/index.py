"""What a search is made in, and for whom."""

from collections.abc import Callable
from typing import Any, NamedTuple

from careercli.core.text.languages import Lang
from careercli.core.text.wording import Wording, Wordings

Rows = Callable[[str, tuple[Any, ...]], list[Any]]


class Index(NamedTuple):
    """The tables of a catalogue, how each language reads words, and the language of the reader.

    Not `indexed`, SQLite has no full-text search, and all is read.
    """

    rows: Rows
    wordings: Wordings
    lang: Lang
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
