"""Terms of the glossary and topics, in the open catalogue."""

from collections.abc import Callable
from typing import Any

import msgspec

from careercli.core.careers.reading import Term, Topic
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.errors import NotFoundError

Rows = Callable[[str, tuple[Any, ...]], list[Any]]


class Reading:
    """What is explained once for every career."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def terms(self, lang: Lang) -> list[Term]:
        """All terms, by name."""
        rows = self._rows("SELECT body FROM glossary WHERE lang = ?", (lang,))
        return sorted((msgspec.json.decode(body, type=Term) for (body,) in rows), key=lambda term: fold(term.name))

    def term_groups(self, lang: Lang) -> list[str]:
        """What the terms are listed under, in our order; empty for those of no group."""
        query = "SELECT json_extract(body, '$.group') FROM glossary WHERE lang = ? GROUP BY place ORDER BY place"
        return [group or "" for (group,) in self._rows(query, (lang,))]

    def get_term(self, id_: str, lang: Lang) -> Term:
        """A term by its id. Raises NotFoundError."""
        rows = self._rows("SELECT body FROM glossary WHERE id = ? AND lang = ?", (id_, lang))
        if not rows:
            raise NotFoundError("term", id_)
        return msgspec.json.decode(rows[0][0], type=Term)

    def topics(self, id_: str | None = None) -> list[Topic]:
        """All topics in the order of a list, or one, for every country and language that has it."""
        rows = self._rows("SELECT body FROM topic WHERE id = coalesce(?, id) ORDER BY place, id, country, lang", (id_,))
        return [msgspec.json.decode(body, type=Topic) for (body,) in rows]
