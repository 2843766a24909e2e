"""The world of work of a country whose statistics have fields and groups of their own."""

from careercli.core.careers.reports import Action
from careercli.core.careers.worldmap import (
    MOST_NUMBERED,
    Area,
    MapReport,
    Piece,
    Shading,
    Trade,
    find_bounds,
    is_number,
    numbered,
    shade_of,
)
from careercli.core.text.ids import find_near, fold
from careercli.errors import NotFoundError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages


def map_trades(library: Catalogue, country: str, by: Shading, within: str | None, say: Say) -> MapReport | None:
    """The fields of a country, or the groups of one; None where it has none of that name, or none so shaded.

    Raises NotFoundError for a name that none has anywhere.
    """
    fields = sorted(library.trades(country, say.lang), key=lambda trade: -trade.people)
    everybody = library.all_employees(country)
    if not fields or everybody is None or by not in ("pay", "growth"):
        return None
    field = _find_field(library, within, country, fields) if within else None
    if within and field is None:
        return None
    sets = [(id_, one) for id_, one in library.data_sets().items() if one.country == country]
    groups = {one.code: library.trades(country, say.lang, one.code) for one in fields}
    shown = sorted(groups[field.code], key=lambda trade: -trade.people) if field else fields
    bounds = find_bounds([_piece(trade, by) for held in groups.values() for trade in held])
    return MapReport(
        command="map",
        language=say.lang,
        by=by,
        within=field.code if field else None,
        within_name=field.name if field else "",
        areas=tuple(_area(trade, by, bounds, groups.get(trade.code, [])) for trade in shown),
        bounds=bounds,
        country=country,
        asked=country,
        reference=fields[0].counted[1],
        counted=fields[0].counted,
        currency=everybody.currency,
        period=everybody.period,
        paid=shown[0].paid if shown else "",
        actions=_actions(shown, by, field, say),
        sources=library.numbered_sources(source for source, one in sets if "trades" in one.gives),
    )


def _find_field(library: Catalogue, name: str, country: str, fields: list[Trade]) -> Trade | None:
    """A field by the number of its box, its letter, or what it is called in any language.

    None where another country has one of that name; else raises NotFoundError.
    """
    if field := numbered(name, fields):
        return field
    by_code = {one.code: one for one in fields}
    known = {
        fold(called): by_code[one.code]
        for lang in languages()
        for one in library.trades(country, lang)
        for called in (one.code, one.name, one.short)
    }
    if field := known.get(fold(name)):
        return field
    if not is_number(name) and fold(name) in library.names("family"):
        return None
    near = [one.short for one in find_near(name, known)]
    raise NotFoundError("family", name, near or library.near("family", name))


def _piece(trade: Trade, by: Shading) -> Piece:
    return Piece(trade.code, trade.code, trade.name, trade.people, trade.pay if by == "pay" else trade.change)


def _area(trade: Trade, by: Shading, bounds: tuple[float, ...], held: list[Trade]) -> Area:
    value = _piece(trade, by).value
    return Area(
        id=trade.code,
        name=trade.name,
        short=trade.short,
        employment=trade.people,
        value=value,
        shade=shade_of(value, bounds),
        pay=trade.pay,
        growth=trade.change,
        largest=max(held, key=lambda one: one.people).name if held else "",
    )


def _actions(shown: list[Trade], by: Shading, field: Trade | None, say: Say) -> tuple[Action, ...]:
    """What opens each area: the groups of a field, of a group the career that it says most of."""
    if field is None:
        verb = ("map",) if by == "pay" else ("map", "--by", by)
        return tuple(Action(id=f"in-{one.code}", label=one.name, command=(*verb, "--in", one.short)) for one in shown)
    opened = (("show", one.page) if one.page else ("search", one.name) for one in shown)
    return tuple(
        Action(id=f"show-{one.code}", label=one.name, command=command)
        for one, command in zip(shown[:MOST_NUMBERED], opened, strict=False)
    )
