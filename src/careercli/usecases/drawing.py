"""A career drawn by lot."""

from collections.abc import Collection
from pathlib import Path
from zlib import crc32

from careercli.core.careers.reports import Report
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.preferences import hidden_ids, place_of
from careercli.usecases.request import Request
from careercli.usecases.show import ShowRequest, show


class DrawRequest(Request, frozen=True, kw_only=True):
    """A lot, and the field of work that it is drawn from; all of them where it is None.

    `folder`: where the person's file is, which says what is not for them.
    """

    lot: str
    family: str | None = None
    folder: Path | None = None


def draw(library: Catalogue, request: DrawRequest) -> Report:
    """The page, on one screen, of a career that is drawn. Raises NotFoundError for a field that is not known."""
    say = library.say(request.lang)
    if request.family is None:
        id_ = draw_career(library, request.lot, request.folder, say)
    else:
        family = library.resolve_label("family", request.family)
        guides = [card.id for card in library.cards(request.lang) if card.family == family]
        cards = library.occupation_cards(request.lang, request.country)
        hidden, _ = hidden_ids(library, request.folder, say)
        id_ = _pick([*guides, *(card.id for card in cards if card.family == family)], request.lot, hidden)
    place = place_of(library, request.folder, request.lang) if request.folder else None
    return show(library, ShowRequest(lang=request.lang, country=request.country, career=id_, place=place, brief=True))


def draw_career(library: Catalogue, lot: str, folder: Path | None, say: Say) -> str:
    """The id of a guide or an occupation that may be for the person; the same for the same lot."""
    hidden, _ = hidden_ids(library, folder, say)
    return _pick(library.career_ids(), lot, hidden)


def propose_career(library: Catalogue, lot: str, folder: Path | None, country: str, say: Say) -> str:
    """The same, of those whose jobs are not projected to shrink in a country."""
    hidden, _ = hidden_ids(library, folder, say)
    ordered = _from(library.career_ids(), lot)
    fitting = (id_ for id_ in ordered if id_ not in hidden and _holds(library, id_, country))
    return next(fitting, ordered[0])


def _holds(library: Catalogue, id_: str, country: str) -> bool:
    return any(known.growth is not None and known.growth >= 0 for known in library.measures(country, [id_]))


def _pick(ids: list[str], lot: str, hidden: Collection[str]) -> str:
    """Of the ids from the lot on the first that is not hidden: to hide another changes nothing."""
    ordered = _from(ids, lot)
    return next((id_ for id_ in ordered if id_ not in hidden), ordered[0])


def _from(ids: list[str], lot: str) -> list[str]:
    """All ids, from that of the lot on."""
    lot_at = crc32(lot.encode()) % len(ids)
    return [*ids[lot_at:], *ids[:lot_at]]
