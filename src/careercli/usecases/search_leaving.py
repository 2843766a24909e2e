"""Careers near to what somebody wants to leave, and not in it."""

from careercli.core.careers.occupation import OccupationCard
from careercli.errors import NotFoundError
from careercli.library.catalogue import Catalogue
from careercli.library.search import Search
from careercli.usecases.request import Request

#: Occupations that are taken for what is left, and those of them whose fields are left with them.
LEFT, FIELDS = 8, 3
#: Steps from neighbor to neighbor at most: those of a teacher are teachers.
STEPS = 2


def find_elsewhere(library: Catalogue, finder: Search, left: str, request: Request) -> list[str]:
    """The neighbors of what some words mean, those first that many have: of other fields, and not meant themselves.

    Where all neighbors are of the same field, those of the neighbors.
    """
    meant = [career.id for career in finder.answer(left).careers if career.kind == "occupation"][:LEFT]
    fields = [card.family for card in library.entries(meant, request.lang).values()][:FIELDS]
    around = meant
    for _ in range(STEPS):
        worth: dict[str, float] = {}
        for id_ in around:
            for place, neighbor in enumerate(_neighbors(library, id_, request)):
                worth[neighbor] = worth.get(neighbor, 0.0) + 1 / (1 + place)
        near = library.entries(sorted(worth.keys() - set(meant)), request.lang)
        ids = [id_ for id_, card in near.items() if isinstance(card, OccupationCard) and card.family not in fields]
        if ids:
            return sorted(ids, key=lambda id_: (-worth[id_], id_))
        around = list(near)
    return []


def _neighbors(library: Catalogue, id_: str, request: Request) -> list[str]:
    try:
        return [neighbor.id for neighbor in library.get_occupation(id_, request.lang, request.country).related]
    except NotFoundError:
        return []
