"""The world of work by its people."""

from careercli.core.careers.measures import Measures
from careercli.core.careers.occupation import FieldFigures, OccupationCard
from careercli.core.careers.reports import Action
from careercli.core.careers.worldmap import (
    MOST_NUMBERED,
    Area,
    MapReport,
    Piece,
    Shading,
    find_bounds,
    mean_of,
    numbered,
    shade_of,
)
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.criteria_words import typed_name
from careercli.usecases.request import Request
from careercli.usecases.trade_map import map_trades


class MapRequest(Request, frozen=True, kw_only=True):
    """Shaded by a figure; the occupations of one field, by any of its names or its number, or all fields."""

    by: Shading = "pay"
    within: str | None = None


def map_work(library: Catalogue, request: MapRequest) -> MapReport:
    """Fields or occupations by the people employed. Raises NotFoundError for a field that is not known."""
    say = library.say(request.lang)
    if national := map_trades(library, request.country, request.by, request.within, say):
        return national
    measures = {one.id: one for one in library.measures("")}
    pieces = list(_pieces(library.occupation_cards(request.lang, ""), measures, request.by))
    bounds = find_bounds(pieces)
    names, short = (library.labels(kind, request.lang) for kind in ("family", "family-short"))
    fields = _by_field(pieces, names, library.field_figures(request.country), request.by)
    family = _find_field(library, request.within, fields) if request.within else None
    shown = [piece for piece in pieces if piece.family == family] if family else fields
    areas = tuple(
        Area(
            id=piece.id,
            name=piece.name,
            short="" if family else short[piece.id],
            employment=piece.employment,
            value=piece.value,
            shade=shade_of(piece.value, bounds),
            pay=piece.pay,
            growth=piece.growth,
            largest=piece.largest,
        )
        for piece in _by_size(shown)
    )
    wages = library.data_set_of("wages", request.country)
    currency = next((code for code, c in library.currencies.items() if wages and c == wages.country), "")
    projections = library.data_set_of("outlook", request.country)
    years = (projections.from_year, projections.to_year) if projections else (None, None)
    cited = [library.source_of(kind) for kind in ("wages", "outlook", _SOURCES[request.by])]
    return MapReport(
        command="map",
        language=request.lang,
        by=request.by,
        within=family,
        within_name=names[family] if family else "",
        areas=areas,
        bounds=bounds,
        country=library.shown_country(request.country),
        asked=request.country or library.shown_country(""),
        reference=wages.date if wages else "",
        projected=(years[0], years[1]) if years[0] and years[1] else None,
        currency=currency,
        notes=() if areas else (say("No occupation of that field has a number of employees."),),
        actions=_actions(areas, request, family, say),
        sources=library.numbered_sources(dict.fromkeys(cited)),
    )


def _by_size(pieces: list[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: -piece.employment)


def _find_field(library: Catalogue, name: str, fields: list[Piece]) -> str:
    """The id of a field, by its number on the map or any of its names. Raises NotFoundError."""
    found = numbered(name, _by_size(fields))
    return found.id if found else library.resolve_label("family", name)


def _actions(areas: tuple[Area, ...], request: MapRequest, family: str | None, say: Say) -> tuple[Action, ...]:
    """What opens each area; after the first one the list of all, where the map tells of some alone."""
    if not family:
        verb = ("map",) if request.by == "pay" else ("map", "--by", request.by)
        return tuple(Action(id=f"in-{area.id}", label=area.name, command=(*verb, "--in", area.id)) for area in areas)
    opened = tuple(Action(id=f"show-{area.id}", label=area.name, command=("show", area.id)) for area in areas)
    if len(areas) <= MOST_NUMBERED:
        return opened
    listed = ("list", "--all", "--family", family, "--sort", typed_name("employment", say))
    all_ = Action(id="all", label=say("All of them, the largest first"), command=listed)
    return (*opened[:1], all_, *opened[1:])


_SOURCES = {"pay": "wages", "growth": "outlook", "years": "outlook", "ai": "ai-tasks", "leaving": "leaving"}


def _pieces(cards: list[OccupationCard], measures: dict[str, Measures], by: Shading) -> "list[Piece]":
    """Each wage code once, under the name of its occupation, or of the group that it counts."""
    found: dict[str, Piece] = {}
    for card in cards:
        if card.employment is None or card.of is None:
            continue
        known_of = measures[card.id]
        value = known_of.usual_years if by == "years" else getattr(known_of, by)
        known = found.get(card.of.code)
        if known is None or (known.value is None and value is not None):
            name = card.name if card.own or (card.id.endswith(".00") and card.of.own) else card.of.title
            found[card.of.code] = Piece(
                card.id, card.family, name, card.employment, value, known_of.pay, known_of.growth
            )
    return list(found.values())


def _by_field(
    pieces: list[Piece], names: dict[str, str], published: dict[str, FieldFigures], by: Shading
) -> list[Piece]:
    """The fields of work: their people, what is published of the whole, and the mean of other figures."""
    fields: dict[str, list[Piece]] = {}
    for piece in pieces:
        fields.setdefault(piece.family, []).append(piece)
    return [_as_piece(id_, names[id_], held, published.get(id_, FieldFigures()), by) for id_, held in fields.items()]


def _as_piece(id_: str, name: str, held: list[Piece], figures: FieldFigures, by: Shading) -> Piece:
    """A field of the pieces that it holds."""
    value = figures.pay if by == "pay" else figures.growth if by == "growth" else mean_of(held)
    people, largest = sum(piece.employment for piece in held), max(held, key=lambda piece: piece.employment).name
    return Piece(id_, id_, name, people, value, figures.pay, figures.growth, largest)
