"""Fields of work: those that a quiz lists, by the beginning of a code, and the wider ones that every career names."""

from collections.abc import Collection

from careercli.core.quiz.matching import MINOR_DIGITS
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue


def find_field(library: Catalogue, name: str) -> str | None:
    """The id of the field that is called so, by its id or in any language; None where none is."""
    wanted = fold(name)
    labels = library.rows("SELECT id, name FROM label WHERE kind = 'field'")
    found = next((str(id_) for id_, called in labels if wanted and wanted in (fold(id_), fold(called))), None)
    return found or library.names("family").get(wanted)


def field_names(library: Catalogue, lang: Lang) -> dict[str, str]:
    """The names of all fields by id."""
    return library.labels("family", lang) | library.labels("field", lang)


def careers_of(library: Catalogue, fields: Collection[str]) -> frozenset[str]:
    """The careers of some fields: a guide too whose ratings are those of an occupation of one."""
    marks = ", ".join("?" * len(fields))
    occupations = library.rows(
        f"SELECT DISTINCT code FROM occupation_card WHERE substr(code, 1, {MINOR_DIGITS}) IN ({marks})"
        f" OR json_extract(CAST(card AS TEXT), '$.family') IN ({marks})",
        (*fields, *fields),
    )
    guides = library.rows(
        "SELECT DISTINCT measure.id FROM measure JOIN card USING (num)"
        f" WHERE substr(json_extract(CAST(measure.body AS TEXT), '$.stand_in'), 1, {MINOR_DIGITS}) IN ({marks})"
        f" OR json_extract(CAST(card.body AS TEXT), '$.family') IN ({marks})",
        (*fields, *fields),
    )
    return frozenset(str(id_) for (id_,) in (*occupations, *guides))
