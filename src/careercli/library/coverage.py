"""Whose figures there are: the countries that have them, and the official data sets that they are derived from."""

from functools import cached_property

from careercli.core.careers.model import DataSet
from careercli.core.text.ids import fold
from careercli.library.database import Database


class Coverage(Database):
    """A catalogue, as far as it says of which countries its figures are."""

    @cached_property
    def _countries(self) -> list[str]:
        """The countries whose statistics know occupations, that of the classification first."""
        found = self.decoded("SELECT value FROM meta WHERE key = 'countries'", (), list[str])
        return found[0] if found else [""]

    def find_country(self, name: str) -> str | None:
        """The code of a country by one of its names in any language."""
        found = self.rows("SELECT id FROM name WHERE kind = 'country' AND key = ?", (fold(name),))
        return str(found[0][0]) if found else None

    def shown_country(self, country: str) -> str:
        """The country whose figures of occupations are shown to a person of another."""
        return country if country in self._countries else self._countries[0]

    @cached_property
    def _paid_in(self) -> list[str]:
        """The countries that have the pay of occupations."""
        found = self.decoded("SELECT value FROM meta WHERE key = 'paid in'", (), list[str])
        return found[0] if found else []

    def pay_country(self, country: str) -> str:
        """The country whose pay of occupations is told to a person of another."""
        return country if country in self._paid_in else self.shown_country(country)

    def source_of(self, kind: str) -> str | None:
        """The data set that gives figures of a kind: occupations, skills, skill-ranks."""
        return next((id_ for id_, entry in self.data_sets().items() if kind in entry.gives), None)

    @property
    def classified_in(self) -> str:
        """The country whose classification the occupations are of; empty where there is none."""
        return next((one.country for one in self.data_sets().values() if "occupations" in one.gives), "")

    @property
    def levels_in(self) -> str:
        """The country whose diplomas tell the ways in; empty where they are not told."""
        found = self.rows("SELECT json_extract(body, '$.level_in') FROM measure WHERE num IS NULL LIMIT 1")
        return str(found[0][0] or "") if found else ""

    def data_set_of(self, kind: str, country: str) -> DataSet | None:
        """The data set that gives figures of a kind for the country that is shown."""
        shown = self.shown_country(country)
        return next((one for one in self.data_sets().values() if kind in one.gives and one.country == shown), None)

    def pay_data_set(self, country: str) -> DataSet | None:
        """The data set that gives the pay of occupations for a person of a country."""
        paid = self.pay_country(country)
        kinds = {"wages", "medians"}
        return next((one for one in self.data_sets().values() if kinds & {*one.gives} and one.country == paid), None)

    def data_sets(self) -> dict[str, DataSet]:
        """The official data sets that we derive figures from, by the id of their source."""
        return dict(self.decoded("SELECT value FROM meta WHERE key = 'data sets'", (), dict[str, DataSet])[0])
