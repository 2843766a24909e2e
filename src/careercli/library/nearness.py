"""How near the activities of the questionnaire on interests lie to each occupation."""

from collections.abc import Iterable

import msgspec

from careercli.core.careers.measures import Measures
from careercli.core.quiz.by_answers import Atlas, RatedOccupation
from careercli.library.catalogue import Catalogue


def read_atlas(library: Catalogue, careers: Iterable[Measures]) -> Atlas:
    """The occupations among some careers that have ratings, with their nearness to all activities."""
    steps = {str(code): bytes(packed) for code, packed in library.rows("SELECT code, steps FROM nearness")}
    found = library.rows("SELECT value FROM meta WHERE key = 'activities'")
    activities = msgspec.json.decode(found[0][0], type=tuple[str, ...]) if found else ()
    rated = (
        RatedOccupation(career.id, career.interests, steps.get(career.id))
        for career in careers
        if career.kind == "occupation" and career.interests
    )
    return Atlas(tuple(rated), activities)


def retired_items(library: Catalogue) -> tuple[str, ...]:
    """The ids of activities that were asked once, and are no more."""
    return library.decoded("SELECT value FROM meta WHERE key = 'retired items'", (), tuple[str, ...])[0]
