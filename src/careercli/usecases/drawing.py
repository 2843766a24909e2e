"""A career drawn by lot."""

from zlib import crc32

from careercli.core.careers.reports import Report
from careercli.library.catalogue import Catalogue
from careercli.usecases.request import Request
from careercli.usecases.show import ShowRequest, show


class DrawRequest(Request, frozen=True, kw_only=True):
    """A lot, and the field of work that it is drawn from; all of them where it is None."""

    lot: str
    family: str | None = None


def draw(library: Catalogue, request: DrawRequest) -> Report:
    """The page, on one screen, of a career that is drawn. Raises NotFoundError for a field that is not known."""
    if request.family is None:
        id_ = draw_career(library, request.lot)
    else:
        family = library.resolve_label("family", request.family)
        guides = [card.id for card in library.cards(request.lang) if card.family == family]
        cards = library.occupation_cards(request.lang, request.country)
        id_ = _pick([*guides, *(card.id for card in cards if card.family == family)], request.lot)
    return show(library, ShowRequest(lang=request.lang, country=request.country, career=id_, brief=True))


def draw_career(library: Catalogue, lot: str) -> str:
    """The id of a guide or an occupation; the same for the same lot."""
    return _pick(library.career_ids(), lot)


def _pick(ids: list[str], lot: str) -> str:
    return ids[crc32(lot.encode()) % len(ids)]
