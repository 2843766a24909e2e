"""What is not for the person, for lists and results that leave it out or mark it; and where they live."""

from pathlib import Path

from careercli.core.text.languages import Lang
from careercli.errors import CareersError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.profile.own import find_hidden, find_place, find_studied


def hidden_ids(library: Catalogue, folder: Path | None, say: Say) -> tuple[frozenset[str], tuple[str, ...]]:
    """The careers that are not for the person; where their file is damaged none, and a note.

    Of a field that is not for them they are all but those on their list.
    """
    if folder is None:
        return frozenset(), ()
    try:
        hidden, listed = find_hidden(folder)
        if not hidden:
            return frozenset(), ()
        from careercli.library.fields import careers_of, field_names  # 2 ms, and most people have hidden nothing

        fields = hidden.keys() & field_names(library, say.lang).keys()
        return frozenset(hidden) | ((careers_of(library, fields) - listed) if fields else frozenset()), ()
    except CareersError as error:
        why = say(error.message, **error.values)
        return frozenset(), (say("What is not for you could not be read: {why}.", why=why),)


def study_of_person(library: Catalogue, folder: Path | None, country: str) -> float:
    """The years of study that the person has, as careers are counted in a country; 0 where they do not say."""
    try:
        studied = find_studied(folder) if folder else ""
    except CareersError:
        return 0.0
    from careercli.usecases.dialect import read_study  # only where they say

    known = read_study(library, studied) if studied else None
    if known is None:
        return 0.0
    return known.to_diploma if library.levels_in == country else known.years


def has_places(library: Catalogue, country: str) -> bool:
    """Whether pay is known by place in the reader's own country."""
    places = library.data_set_of("place-wages", country)
    return places is not None and places.country == country


def place_option(place: str | None) -> tuple[str, ...]:
    """The option that names a place, for a command; none for an id, which is where the person lives anyway."""
    return ("--place", place) if place and not place.isdigit() else ()


def place_of(library: Catalogue, folder: Path, lang: Lang) -> str | None:
    """The id of where the person lives; None where it is not said, or cannot be read or found: `careers me` tells."""
    try:
        place = find_place(folder)
        return library.places.resolve(place, lang).id if place else None
    except CareersError:
        return None
