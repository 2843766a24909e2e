"""The statements on what is hard about a work."""

from typing import Any

from careercli.core.quiz.conditions import ConditionItem
from careercli.core.text.languages import Lang, text_in
from careercli.library.catalogue import Catalogue


def read_conditions(library: Catalogue, lang: Lang) -> tuple[ConditionItem, ...]:
    """A statement a condition of work."""
    rows = library.decoded("SELECT body FROM quiz_item WHERE kind = 'condition' ORDER BY num", (), dict[str, Any])
    return tuple(
        ConditionItem(
            id=row["id"], condition=row["condition"], covers=tuple(row["covers"]), text=text_in(row["text"], lang)
        )
        for row in rows
    )
