"""Conditions of work of which official figures tell: what those add to our own words, and what nobody says."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from careercli.compiler.entries import ConditionName
from careercli.compiler.figures import Row, read_table

#: The BLS skill by whose rank among occupations people lift and carry, or do not.
STRENGTH = "Physical strength and stamina"
#: From this rank on they do, below the other they do not (our reading); between them it is not known.
STRONG, LIGHT = 60.0, 40.0


class Told(NamedTuple):
    """Conditions that an occupation may bring beside those that it has, and those of which it is not known."""

    maybe: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


class MeasuredConditions:
    """What official figures say of conditions of work."""

    def __init__(self, folder: Path, conditions: Mapping[str, ConditionName]) -> None:
        path = folder / "schedules_us.csv"
        self._schedules = {row["code"]: row for row in read_table(path)} if path.is_file() else {}
        self._conditions = conditions

    def told(self, code: str, known: Sequence[str], ranks: Row | None) -> Told:
        """What may come with the `known` conditions of an occupation, whose skills have some ranks."""
        brought = [other for id_ in known for other in self._conditions[id_].may_bring]
        excluded = {other for id_ in known for other in self._conditions[id_].rules_out}
        unsaid = []
        for id_, condition in self._conditions.items():
            if not condition.measured or id_ in known or id_ in brought:
                continue
            said = self._said(code, id_, condition, ranks)
            if said == "yes":
                brought.append(id_)
            elif said == "some" or (said == "" and id_ not in excluded):
                unsaid.append(id_)
        return Told(tuple(dict.fromkeys(brought)), tuple(unsaid))

    def _said(self, code: str, id_: str, condition: ConditionName, ranks: Row | None) -> str:
        """Yes, some, no, or empty where figures leave it open."""
        if condition.measured == "schedules":
            return self._schedules.get(code, {}).get(id_, "")
        rank = (ranks or {}).get(STRENGTH)
        if not rank:
            return ""
        return "yes" if float(rank) >= STRONG else "no" if float(rank) < LIGHT else "some"
