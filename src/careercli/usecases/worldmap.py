"""The world of work by its people."""

from careercli.core.careers.measures import Measures
from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.reports import Action
from careercli.core.careers.worldmap import Area, MapReport, Piece, Shading, find_bounds, mean_of, middle_of, shade_of
from careercli.library.catalogue import Catalogue
from careercli.usecases.request import Request


class MapRequest(Request, frozen=True, kw_only=True):
    """Shaded by a figure; the occupations of one field, by any of its names, or all fields."""

    by: Shading = "pay"
    within: str | None = None


def map_work(library: Catalogue, request: MapRequest) -> MapReport:
    """Fields or occupations by the people employed. Raises NotFoundError for a field that is not known."""
    say = library.say(request.lang)
    family = library.resolve_label("family", request.within) if request.within else None
    measures = {one.id: one for one in library.measures(request.country)}
    pieces = list(_pieces(library.occupation_cards(request.lang, request.country), measures, request.by))
    bounds = find_bounds(pieces)
    names = library.labels("family", request.lang)
    shown = [piece for piece in pieces if piece.family == family] if family else _by_field(pieces, names, request.by)
    areas = tuple(
        Area(
            id=piece.id,
            name=piece.name,
            employment=piece.employment,
            value=piece.value,
            shade=shade_of(piece.value, bounds),
            pay=piece.pay,
            growth=piece.growth,
            largest=piece.largest,
        )
        for piece in sorted(shown, key=lambda piece: -piece.employment)
    )
    wages = library.data_set_of("wages", request.country)
    currency = next((code for code, c in library.currencies.items() if wages and c == wages.country), "")
    verb = ("map",) if request.by == "pay" else ("map", "--by", request.by)
    actions = (
        tuple(Action(id=f"show-{area.id}", label=area.name, command=("show", area.id)) for area in areas)
        if family
        else tuple(Action(id=f"in-{area.id}", label=area.name, command=(*verb, "--in", area.id)) for area in areas)
    )
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
        reference=wages.date if wages else "",
        projected=(years[0], years[1]) if years[0] and years[1] else None,
        currency=currency,
        notes=() if areas else (say("No occupation of that field has a number of employees."),),
        actions=actions,
        sources=library.numbered_sources(dict.fromkeys(cited)),
    )


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


def _by_field(pieces: list[Piece], names: dict[str, str], by: Shading) -> list[Piece]:
    """The fields of work: the people of their occupations, the middle of their pay and the mean of other figures."""
    fields: dict[str, list[Piece]] = {}
    for piece in pieces:
        fields.setdefault(piece.family, []).append(piece)
    return [
        Piece(
            id_,
            id_,
            names[id_],
            sum(piece.employment for piece in held),
            middle_of(held, "value") if by == "pay" else mean_of(held),
            middle_of(held),
            mean_of(held, "growth"),
            max(held, key=lambda piece: piece.employment).name,
        )
        for id_, held in fields.items()
    ]
