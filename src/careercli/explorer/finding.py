"""What may be meant by a few letters: careers, pages to read, and things to do."""

from collections.abc import Iterable, Sequence

from careercli.core.careers.ranking import NAMED
from careercli.core.careers.reports import Action
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.core.text.plaintext import capitalized
from careercli.explorer.menu import Item
from careercli.library.catalogue import Catalogue
from careercli.locale.verb_words import names_in
from careercli.usecases.asking import Find
from careercli.usecases.picking import MOST, search_typed
from careercli.usecases.request import Request
from careercli.usecases.search_pages import listed_pages

#: What the value of a find begins with.
CAREER, ITEM, PAGE = "career", "item", "page"
#: Things to do, and pages whose names are only begun, among the finds.
MOST_ACTIONS, MOST_BEGUN = 3, 2


def find_among(listed: Sequence[tuple[str, str]]) -> Find:
    """Some of what is listed, ids and names; all of it where nothing is typed."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(listed):  # as the page numbers them
            return [listed[int(text) - 1]]
        return [entry for entry in listed if _begins(entry[1], fold(text).split())][:MOST]

    return find


def find_things(library: Catalogue, request: Request, items: Sequence[Item], *, keyed: bool = False) -> Find:
    """Careers, pages to read and things to do, with their names: `career:ID`, `page:VERB NAME`, `item:PLACE`.

    What is called as it was typed comes first, then careers that are called so and what is to be read on that; of each
    kind at least some have room. `keyed`: a letter finds first what is done by it on the page.
    """
    things = {fold(item.label): (f"{ITEM}:{n}", item) for n, item in reversed(list(enumerate(items)))}

    def find(text: str) -> Sequence[tuple[str, str]]:
        words = fold(text).split()
        if not words:
            return []
        said = [(value, item) for value, item in things.values() if _is_meant(item, words)]
        called = [(value, _shown(item)) for value, item in things.values() if keyed and item.key == " ".join(words)]
        called += [(value, _shown(item)) for value, item in said if " ".join(words) in _names(item)]
        begun = [(value, _shown(item)) for value, item in said]
        report = search_typed(library, request, text)
        pages = [_page(action) for action in (*listed_pages(report), *report.begun)] if report else []
        careers = [(f"{CAREER}:{hit.id}", hit.name) for hit in report.hits] if report else []
        worth = {f"{CAREER}:{hit.id}": hit.score for hit in report.hits} if report else {}
        called_so = [
            career for career in careers if fold(career[1]).startswith(" ".join(words)) or worth[career[0]] > NAMED
        ]
        whole = len(listed_pages(report)) if report else 0
        beside = _once([*called, *pages[:whole], *begun[:MOST_ACTIONS]])[: MOST - 1]
        room = MOST - len(beside) - len(pages[whole:][:MOST_BEGUN])
        return _once([*called, *called_so[:room], *beside, *careers[:room], *pages[whole:], *careers])[:MOST]

    return find


def _once(listed: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Values and names, none of a name that an earlier one has."""
    first: dict[str, tuple[str, str]] = {}
    for entry in listed:
        first.setdefault(fold(entry[1]), entry)
    return list(first.values())


def _page(action: Action) -> tuple[str, str]:
    return f"{PAGE}:{' '.join(action.command)}", action.label


def _shown(item: Item) -> str:
    return capitalized(item.label)


def _names(item: Item) -> list[str]:
    """What an item is called, folded."""
    return [fold(item.label), *names_in(item.words)]


def _is_meant(item: Item, words: Sequence[str]) -> bool:
    """Whether words begin those of what an item says, or one of its other names."""
    return _begins(item.label, words) or any(name.startswith(" ".join(words)) for name in _names(item))


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
