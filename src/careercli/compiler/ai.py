"""Reads what language models do to occupations: measures that count different things, each with its rank."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args, get_type_hints

from careercli.compiler import entries
from careercli.compiler.figures import read_table
from careercli.core.careers.model import Group
from careercli.core.careers.occupation import AiMeasure

#: What each measure is given by, as `data_sets.yaml` says it.
_GIVEN_BY = {
    "tasks_people": "ai-tasks",
    "tasks_model": "ai-tasks",
    "applicability": "ai-applicability",
    "conversations_percent": "ai-conversations",
}
#: Measures that are published by seven-character code: several occupations may share one.
_BY_SHORT_CODE = frozenset(("applicability",))


class AiMeasures:
    """The measures of all occupations, ranked."""

    def __init__(
        self, path: Path, data_sets: Mapping[str, entries.DataSetEntry], title_of: Callable[[str], str]
    ) -> None:
        self._rows = {row["code"]: row for row in read_table(path)} if path.is_file() else {}
        self._title_of = title_of
        names = get_args(get_type_hints(AiMeasure)["measure"])
        self._ranked = {name: self._values(name) for name in names}
        self._sources = {
            name: next((id_, entry.date) for id_, entry in data_sets.items() if _GIVEN_BY[name] in entry.gives)
            for name, ranked in self._ranked.items()
            if ranked
        }

    def _values(self, name: str) -> list[float]:
        """The values of a measure, the highest first; of those who share a code, one."""
        seen = {self._counted(code, name): float(row[name]) for code, row in self._rows.items() if row[name]}
        return sorted(seen.values(), reverse=True)

    @staticmethod
    def _counted(code: str, name: str) -> str:
        return code[:7] if name in _BY_SHORT_CODE else code

    def measures(self, code: str) -> tuple[AiMeasure, ...]:
        """What is measured of an occupation."""
        row = self._rows.get(code, {})
        found = []
        for name, ranked in self._ranked.items():
            if not row.get(name):
                continue
            value, counted = float(row[name]), self._counted(code, name)
            source, date = self._sources[name]
            own = counted == code or code.endswith(".00")
            found.append(
                AiMeasure(
                    measure=name,
                    value=value,
                    rank=ranked.index(value) + 1,
                    among=len(ranked),
                    of=Group(code=counted, title=self._title_of(counted), own=own),
                    date=date,
                    source=source,
                )
            )
        return tuple(found)
