"""What a person's own file holds beside answers and results: a list, what is not for them, notes."""

from typing import Literal

from careercli.core.careers.model import Model
from careercli.core.comparing.criteria import Study
from careercli.core.quiz.results import LocalTime

#: As it stands in the file: empty where it is not said.
SavedStudy = Literal[Study, ""]
#: Nothing is written where a date is not known, as in a file that a person wrote.
SavedDate = LocalTime | None


class Listed(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A career of the person's list, with the name that it had when it was put there."""

    id: str
    name: str = ""
    since: SavedDate = None


class Hidden(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A career that is not for the person, and why; or a field, by its id."""

    id: str
    name: str = ""
    because: str = ""
    since: SavedDate = None


class Note(Model, frozen=True, kw_only=True, omit_defaults=True):
    """What the person wrote on a career."""

    id: str
    name: str = ""
    text: str
    date: SavedDate = None
