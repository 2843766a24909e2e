"""Places in words: what a place is, what is known of it, and that a name is that of none."""

import re

from careercli.core.careers.places import Place, PlacePay
from careercli.errors import NotFoundError
from careercli.locale import Say

_ZIP_CODE = re.compile(r"[0-9]{5}(-[0-9]{4})?")


def place_words(place: Place, say: Say) -> str:
    """A place, and that it is a metropolitan area where it is one: more than the city that gives its name."""
    return say("{place} metropolitan area", place=place.name) if place.is_metropolitan else place.name


def only_median_words(pay: PlacePay, say: Say) -> list[str]:
    """That we have no more than the median of a place, where that is so; more may be published."""
    if pay.p90 is not None:
        return []
    return [say("{place}: only the median is included here.", place=place_words(pay.wider or pay.place, say))]


def unknown_place_words(error: NotFoundError, country: str, say: Say) -> tuple[str, str]:
    """That no place is called so, and what to give instead; that a country has no pay by place, and where that is."""
    known = say.joined([say.country_name(code) for code in error.countries])
    example = say(
        'Pay by place is known here for: {country}. Give a state or a city there, as `ohio` or `"Austin, TX"`.',
        country=known,
    )
    if country not in ("", *error.countries):
        message = say("this program has no pay by place for {country}", country=say.the_country(country))
        sites = say.label("pay-by-place", country)
        found = "" if sites == country else say("You find it at {sites}.", sites=sites) + " "
        return message, found + example
    if _ZIP_CODE.fullmatch(error.name.strip()):
        hint = say('Give the state or the city instead, as `ohio` or `"Austin, TX"`.')
        return say("`{code}` is a ZIP code, and those are not known here", code=error.name.strip()), hint
    return say("no place known here is called `{name}`", name=error.name), example
