"""What may be meant by a few letters: careers, and things to do."""

from collections.abc import Collection, Sequence

from careercli.core.text.ids import fold
from careercli.errors import CareersError
from careercli.explorer.menu import Item
from careercli.library.catalogue import Catalogue
from careercli.usecases.asking import Find
from careercli.usecases.search import SearchRequest, search
from careercli.world.runtime import Runtime

#: Finds in all, and things to do among them.
MOST, MOST_ACTIONS = 8, 3


def find_careers(library: Catalogue, runtime: Runtime, chosen: Collection[str] = (), enough: str = "") -> Find:
    """Careers: ids and names, without those that are chosen; where nothing is typed, `enough`, with an empty id."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        if not text.strip():
            return [("", enough)] if enough else []
        return [(id_, name) for id_, name in _careers(library, runtime, text) if id_ not in chosen]

    return find


def find_among(listed: Sequence[tuple[str, str]]) -> Find:
    """Some of what is listed, ids and names; all of it where nothing is typed."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        return [entry for entry in listed if _begins(entry[1], fold(text).split())][:MOST]

    return find


def find_things(library: Catalogue, runtime: Runtime, items: Sequence[Item]) -> Find:
    """Careers and things to do: `career:ID` or `item:PLACE`, with their names."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        words = fold(text).split()
        if not words:
            return []
        labels = {item.label: n for n, item in reversed(list(enumerate(items)))}
        said = [(f"item:{n}", label) for label, n in labels.items() if _begins(label, words)][:MOST_ACTIONS]
        careers = [(f"career:{id_}", name) for id_, name in _careers(library, runtime, text)]
        called_so = [career for career in careers if _begins(career[1], words)][: MOST - len(said)]
        return list(dict.fromkeys([*called_so, *said, *careers]))[:MOST]

    return find


def _begins(name: str, words: Sequence[str]) -> bool:
    """Whether each word begins one of a name."""
    parts = fold(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _careers(library: Catalogue, runtime: Runtime, text: str) -> list[tuple[str, str]]:
    request = SearchRequest(lang=runtime.lang, country=runtime.country, text=text.strip(), count=2 * MOST)
    try:
        hits = search(library, request).hits
    except CareersError:
        return []
    return list({hit.id: hit.name for hit in hits}.items())[:MOST]
