"""What an occupation pays where somebody lives."""

from careercli.core.careers.occupation import Occupation
from careercli.core.careers.places import Place, PlacePay, PlaceRank, share_among
from careercli.library.catalogue import Catalogue

#: Places that are named where an occupation pays best, and where most do it.
RANKED = 5


def pay_in_place(library: Catalogue, occupation: Occupation, place: Place) -> PlacePay | None:
    """What an occupation pays in a place; else in its state, which is then named; None where neither has a figure."""
    from careercli.core.pay.distribution import stars_of  # brings statistics, 8 ms

    national, places = occupation.pay, library.places
    if national is None:
        return None
    for there in (place, places.state_of(place, occupation.lang)):
        wage = places.wage(there, national.code) if there else None
        if there and wage and wage.p50 is not None:
            break
    else:
        return None
    everybody = places.wage(there)
    share = share_among(everybody, wage.p50) if everybody else None
    return PlacePay(
        place=place,
        wider=None if there == place else there,
        of=national.of,
        currency=national.currency,
        reference=national.reference,
        source=library.source_of("place-wages") or national.source,
        stars=stars_of(share[0]) if share else None,
        at_least=share[1] if share else False,
        **{name: getattr(wage, name) for name in wage.__struct_fields__},
    )


def best_places(library: Catalogue, occupation: Occupation) -> tuple[tuple[PlaceRank, ...], tuple[PlaceRank, ...]]:
    """The areas where an occupation pays best, and those where most do it."""
    if occupation.pay is None:
        return (), ()
    code, lang = occupation.pay.code, occupation.lang
    ranked = library.places.ranked
    return ranked(code, "p50", lang, RANKED), ranked(code, "employment", lang, RANKED)
