"""Conditions of work of which official figures tell: what those add to our own words, and what nobody says."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from careercli.compiler.entries import ConditionName
from careercli.compiler.figures import Row, read_table


class Told(NamedTuple):
    """Conditions that an occupation may bring beside those that it has, and those of which it is not known."""

    maybe: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


class MeasuredConditions:
    """What official figures of some countries say of conditions of work."""

    def __init__(self, folder: Path, countries: Iterable[str], conditions: Mapping[str, ConditionName]) -> None:
        paths = [folder / f"schedules_{country.lower()}.csv" for country in countries]
        self._schedules = {row["code"]: row for path in paths if path.is_file() for row in read_table(path)}
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
        bounds = condition.skill
        if bounds is None:
            return self._schedules.get(code, {}).get(id_, "")
        rank = (ranks or {}).get(bounds.name)
        if not rank:
            return ""
        return "yes" if float(rank) >= bounds.from_ else "no" if float(rank) < bounds.below else "some"
