"""What a search found."""

from typing import Any

from careercli.core.careers.model import Group, Model
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.reports import Action, Kind, Report, Table, make_table


class Asks(Model, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a subject asks of a career where it is a condition.

    `limits` by country, as a list reads them; `sort`, the criterion by which the careers are ordered. One without an
    order is a condition only beside one that has one.
    """

    limits: dict[str, tuple[str, ...]] = {}
    sort: str = ""


class Passage(Model, frozen=True, kw_only=True):
    """A passage of a guide. `snippet` marks the words found: ⟦word⟧."""

    section: str
    title: str
    snippet: str
    hidden: bool = False


class Hit(Model, frozen=True, kw_only=True):
    """A career that was found; `score` is higher for better ones. `snippet` marks the words found: ⟦word⟧.

    Of a guide `section`, `title` and `snippet` are its best passage, if it was found by one, and `passages` are its
    best ones. `nearest`: it was found by a trade that the classification lacks, and is only the nearest there.
    `stars` and `pay` are those of the lists; `of` is whom they count, if not the career alone. `focus` is what the work
    is. `opens` is what one types to open it: its name, or its id where that name is another's too.
    """

    id: str
    kind: Kind
    name: str
    opens: str = ""
    focus: str = ""
    score: float
    section: str = ""
    title: str = ""
    snippet: str = ""
    passages: tuple[Passage, ...] = ()
    nearest: bool = False
    hidden: bool = False
    stars: int | None = None
    pay: PayHere | None = None
    of: Group | None = None


class SearchReport(Report, frozen=True, kw_only=True):
    """What was found, best first: the first of `total`. `about` are the subjects that the words name.

    `of_subject` careers are about those, the others have the words. `undecided`: the words ask for advice, not for a
    career, `changing` for that on a change of career, `lost` for that after the loss of a job; `refused`: they say no
    to something. `classified_in` is the country of the classification. `kept` are the conditions that the words were
    read as, in words, and `order` the criterion by which the careers come then. `pages` open the topics and terms that
    the words name, `begun` those whose names they begin. `left` is what the words
    say one wants to leave: the careers are near to that, and not in it.
    """

    text: str
    hits: tuple[Hit, ...]
    total: int
    about: tuple[str, ...] = ()
    of_subject: int = 0
    undecided: bool = False
    changing: bool = False
    lost: bool = False
    refused: bool = False
    classified_in: str = ""
    kept: tuple[str, ...] = ()
    order: str = ""
    pages: tuple[Action, ...] = ()
    begun: tuple[Action, ...] = ()
    left: str = ""

    @property
    def envelope(self) -> dict[str, Any]:
        """What JSON says beside the careers."""
        asked = {"conditions": self.kept, "order": self.order} if self.order or self.kept else {}
        opened = [{"id": page.id, "label": page.label, "command": page.line} for page in self.pages]
        pages = {"pages": opened} if opened else {}
        return {"total": self.total, "about": self.about, **asked, **pages}

    @property
    def data(self) -> object:
        """The careers, best first."""
        return self.hits

    @property
    def table(self) -> Table:
        """The careers as rows, with the passage by which a guide was found."""
        return make_table(("id", "kind", "name", "score", "section", "snippet"), self.hits)
