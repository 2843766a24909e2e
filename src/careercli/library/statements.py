"""The statements of the questionnaires, in the open catalogue."""

import zlib
from collections.abc import Callable
from typing import Any

import msgspec

from careercli.core.quiz.conditions import ConditionItem
from careercli.core.quiz.interests import InterestItem
from careercli.core.quiz.preparation import PreparationItem
from careercli.core.text.languages import Lang, text_in

#: What is asked.
KINDS = ("interest", "preparation", "condition")
Rows = Callable[[str, tuple[Any, ...]], list[Any]]


class Statements:
    """What is asked of everybody, by kind, in the order of asking. `country` is one whose ratings are told."""

    def __init__(self, rows: Rows, country: str) -> None:
        self._rows = rows
        self._country = country

    def interests(self, lang: Lang) -> tuple[InterestItem, ...]:
        """The activities of the questionnaire on interests."""
        return tuple(
            InterestItem(id=row["id"], scale=row["scale"], length=row["length"], text=text_in(row["text"], lang))
            for row in self._decoded("interest")
        )

    def preparation(self, lang: Lang) -> tuple[PreparationItem, ...]:
        """The statements on how long one would prepare."""
        return tuple(
            PreparationItem(
                id=row["id"],
                fits=tuple(row["fits"]),
                rules_out=tuple(row["rules_out"]),
                text=text_in(row["text"], lang),
            )
            for row in self._decoded("preparation")
        )

    def conditions(self, lang: Lang) -> tuple[ConditionItem, ...]:
        """The statements on what is hard about a work, one a condition."""
        return tuple(
            ConditionItem(
                id=row["id"], condition=row["condition"], covers=tuple(row["covers"]), text=text_in(row["text"], lang)
            )
            for row in self._decoded("condition")
        )

    def texts(self, lang: Lang) -> dict[str, str]:
        """All of them in words, by id."""
        rows = (row for kind in KINDS for row in self._decoded(kind))
        return {row["id"]: text_in(row["text"], lang) for row in rows}

    def version(self) -> str:
        """A short word for the statements on interests and the ratings of all careers: another where one differs."""
        ((version,),) = self._rows("SELECT value FROM meta WHERE key = 'interest version'", ())
        rows = self._rows("SELECT id, body FROM quiz_item WHERE kind != 'condition' ORDER BY num", ())
        query = "SELECT id, json_extract(body, '$.interests') FROM measure WHERE country = ? ORDER BY id"
        ratings = self._rows(query, (self._country,))
        return f"{version}-{zlib.crc32(repr((rows, ratings)).encode()):08x}"

    def version_with_conditions(self) -> str:
        """The same for what is asked about one career: another too where what is hard is asked anew."""
        known = sorted((row["id"], tuple(row["covers"])) for row in self._decoded("condition"))
        return f"{self.version()}-{zlib.crc32(repr(known).encode()):08x}"

    def _decoded(self, kind: str) -> list[dict[str, Any]]:
        rows = self._rows("SELECT body FROM quiz_item WHERE kind = ? ORDER BY num", (kind,))
        return [msgspec.json.decode(body) for (body,) in rows]
