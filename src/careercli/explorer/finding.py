"""What may be meant by a few letters: careers, and things to do."""

from collections.abc import Sequence

from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.explorer.menu import Item
from careercli.library.catalogue import Catalogue
from careercli.usecases.asking import Find
from careercli.usecases.picking import MOST, list_meant
from careercli.usecases.request import Request

#: Things to do among the finds.
MOST_ACTIONS = 3


def find_among(listed: Sequence[tuple[str, str]]) -> Find:
    """Some of what is listed, ids and names; all of it where nothing is typed."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(listed):  # as the page numbers them
            return [listed[int(text) - 1]]
        return [entry for entry in listed if _begins(entry[1], fold(text).split())][:MOST]

    return find


def find_things(library: Catalogue, request: Request, items: Sequence[Item]) -> Find:
    """Careers and things to do: `career:ID` or `item:PLACE`, with their names."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        words = fold(text).split()
        if not words:
            return []
        labels = {item.label: n for n, item in reversed(list(enumerate(items)))}
        said = [(f"item:{n}", label) for label, n in labels.items() if _begins(label, words)][:MOST_ACTIONS]
        careers = [(f"career:{id_}", name) for id_, name in list_meant(library, request, text)]
        called_so = [career for career in careers if _begins(career[1], words)][: MOST - len(said)]
        return list(dict.fromkeys([*called_so, *said, *careers]))[:MOST]

    return find


def find_places(library: Catalogue, lang: Lang) -> Find:
    """States and cities whose names begin so."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        if not text.strip():
            return []
        return [(place.name, place.name) for place in library.places.find(text, lang, MOST)]

    return find


def _begins(name: str, words: Sequence[str]) -> bool:
    """Whether each word begins one of a name."""
    parts = fold(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
