"""A place within a wish: "nurse in ohio" looks for nurses, and Ohio is where the pay is to be."""

import msgspec

from careercli.core.careers.places import Place
from careercli.core.text.ids import fold
from careercli.library.catalogue import Catalogue
from careercli.library.search import Search
from careercli.usecases.request import Request

#: Words of the longest name of a place, and letters of the shortest: states have shortenings that are words.
LONGEST, SHORTEST = 3, 4


class Placed(msgspec.Struct, frozen=True):
    """A wish without the place that it names."""

    rest: str
    place: Place | None = None


def split_place(library: Catalogue, finder: Search, text: str, request: Request) -> Placed:
    """What a wish asks for and where; a name whose words are all ours, such as Mobile and Reading, is no place."""
    words = text.split()
    unknown = {word for word in words if len(fold(word)) >= SHORTEST and not finder.is_known(fold(word))}
    if not unknown or finder.is_name(text):
        return Placed(text)
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length, -1, -1):
            name = words[start : start + length]
            if unknown.isdisjoint(name):
                continue
            if place := library.places.find_whole(" ".join(name), request.lang):
                return Placed(" ".join(words[:start] + words[start + length :]), place)
    return Placed(text)
