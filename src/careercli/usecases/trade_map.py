"""The world of work of a country whose statistics have fields and groups of their own."""

from careercli.core.careers.model import DataSet
from careercli.core.careers.reports import Action
from careercli.core.careers.worldmap import (
    MOST_NUMBERED,
    Area,
    MapReport,
    Piece,
    Shading,
    Trade,
    find_bounds,
    shade_of,
)
from careercli.core.text.ids import fold
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages
from careercli.usecases.dialect import currency_of

#: Years between the two counts that the change of a trade is told from.
SPAN = 10


def map_trades(library: Catalogue, country: str, by: Shading, within: str | None, say: Say) -> MapReport | None:
    """The fields of a country, or the groups of one; None where it has none of that name, or none so shaded."""
    having = (item for item in library.data_sets().items() if "trades" in item[1].gives and item[1].country == country)
    source, data_set = next(having, ("", None))
    if data_set is None or by not in ("pay", "growth"):
        return None
    fields = sorted(library.trades(country, say.lang), key=lambda trade: -trade.people)
    field = _find_field(library, within, country, fields) if within else None
    if within and field is None:
        return None
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
        reference=_years(data_set, 0),
        counted=(_years(data_set, -SPAN), _years(data_set, 0)),
        currency=currency_of(library, country),
        period="month",
        paid=shown[0].paid if shown else "",
        actions=_actions(shown, by, field, say),
        sources=library.numbered_sources([source]),
    )


def _find_field(library: Catalogue, name: str, country: str, fields: list[Trade]) -> Trade | None:
    """A field by the number of its box, its letter, or what it is called in any language; None where none is so."""
    if name.isascii() and name.isdigit():
        return fields[int(name) - 1] if 1 <= int(name) <= len(fields) else None
    key = fold(name)
    named = [one for lang in languages() for one in library.trades(country, lang)]
    code = next((one.code for one in named if key in map(fold, (one.code, one.name, one.short))), None)
    return next((one for one in fields if one.code == code), None)


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


def _years(data_set: DataSet, more: int) -> str:
    """The years of a count, or of one so many years later."""
    return "/".join(str(year + more) for year in (data_set.from_year or 0, data_set.to_year or 0))


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
