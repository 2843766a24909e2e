"""Which career a person means, found while they type: one way of picking for every verb and for the explorer."""

from collections.abc import Collection, Sequence

from careercli.core.careers.search_report import SearchReport
from careercli.errors import CareersError
from careercli.library.catalogue import Catalogue
from careercli.usecases.asking import Find, Person
from careercli.usecases.request import Request
from careercli.usecases.search import SearchRequest, search

#: Careers that are offered at once.
MOST = 8


def pick_one(library: Catalogue, request: Request, person: Person) -> str:
    """The id of a career."""
    return person.prompter.search(person.say("Which career?"), find_as_typed(library, request))


def pick_several(library: Catalogue, request: Request, person: Person, most: int) -> tuple[str, ...]:
    """The ids of two careers or more, in the order in which they are picked."""
    say = person.say
    chosen: list[str] = []
    while len(chosen) < most:
        question = say("Which is the first?")
        if chosen:
            names = [entry.name for entry in library.entries(chosen, request.lang).values()]
            question = say("So far: {names}", names=say.joined(names)) + "\n" + say("And which other?")
        enough = say("these are all") if len(chosen) > 1 else ""
        found = person.prompter.search(question, find_as_typed(library, request, chosen, enough))
        if not found:
            break
        chosen.append(found)
    return tuple(chosen)


def find_as_typed(library: Catalogue, request: Request, chosen: Collection[str] = (), enough: str = "") -> Find:
    """Careers: ids and names, without those that are chosen; where nothing is typed, `enough`, with an empty id."""

    def find(text: str) -> Sequence[tuple[str, str]]:
        if not text.strip():
            return [("", enough)] if enough else []
        return [(id_, name) for id_, name in list_meant(library, request, text) if id_ not in chosen]

    return find


def list_meant(library: Catalogue, request: Request, text: str) -> list[tuple[str, str]]:
    """Ids and names of the careers that some words mean, or begin to name, best first."""
    report = search_typed(library, request, text)
    return [(hit.id, hit.name) for hit in report.hits] if report else []


def search_typed(library: Catalogue, request: Request, text: str) -> SearchReport | None:
    """What is found for words that may not be all there; None where there is nothing to look for."""
    asked = SearchRequest(lang=request.lang, country=request.country, text=text.strip(), count=MOST, typing=True)
    try:
        return search(library, asked)
    except CareersError:
        return None
