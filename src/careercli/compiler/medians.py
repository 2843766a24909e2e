"""What countries say of the median pay of occupations whose figures are not those of the atlas: `pay_fr.csv`.

Their statistics count groups of trades of their own; `groups_fr.csv` links occupations to them, by our judgement.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from careercli.compiler.entries import CountryEntry, DataSetEntry
from careercli.compiler.figures import Row, read_table
from careercli.core.careers.measures import Measures
from careercli.core.careers.model import Group
from careercli.core.careers.occupation import NationalMedian, OccupationCard
from careercli.core.pay.distribution import AllEmployees, stars_of

#: The total of a data set of medians: that of all employees in the middle of its years.
MEDIAN_THEN = "median_of_all"


class Medians:
    """The medians of a country by occupation, where its statistics have them."""

    def __init__(
        self, folder: Path, country: str, entry: CountryEntry, data_set: DataSetEntry, everybody: AllEmployees
    ) -> None:
        self.country, self.everybody = country, everybody
        self.source, self.source_of_all, self.data_set = entry.medians or "", entry.employees, data_set
        place = country.lower()
        self.groups: dict[str, Row] = {row["code"]: row for row in read_table(folder / f"pay_{place}.csv")}
        self.links: dict[str, Row] = {row["code"]: row for row in read_table(folder / f"groups_{place}.csv")}

    def find(self, code: str) -> NationalMedian | None:
        """The median of the group that an occupation is counted in; None where there is none, or no median of it."""
        link = self.links.get(code)
        group = self.groups.get(link["group"]) if link else None
        if link is None or group is None:
            return None
        amount, now = float(group["p50"]), self.everybody.distribution.amount_at(0.5)
        today = amount * now / self.data_set.totals[MEDIAN_THEN]
        share = self.everybody.distribution.share_below(today)
        years = self.data_set.from_year, self.data_set.to_year
        return NationalMedian(
            of=Group(code=group["code"], title=group["title"], own=link["match"] == "exact"),
            country=self.country,
            currency=self.everybody.currency,
            period=self.everybody.period,
            tax=self.everybody.tax,
            reference="/".join(map(str, years)) if all(years) else self.data_set.date,
            source=self.source,
            amount=amount,
            today=round(today, -1),
            today_sources=tuple(filter(None, (self.data_set.totals_from, self.source_of_all))),
            year=self.everybody.reference,
            share=share,
            stars=stars_of(share),
            rough=link["match"] == "rough",
        )


def read_medians(
    folder: Path,
    countries: Mapping[str, CountryEntry],
    data_sets: Mapping[str, DataSetEntry],
    everybody: Mapping[str, AllEmployees],
) -> dict[str, Medians]:
    """The medians of each country that has them."""
    having: Iterable[tuple[str, CountryEntry]] = ((id_, entry) for id_, entry in countries.items() if entry.medians)
    return {
        country: Medians(folder, country, entry, data_sets[entry.medians or ""], everybody[country])
        for country, entry in having
    }


def paid_card(card: OccupationCard, median: NationalMedian | None) -> OccupationCard:
    """An occupation in a line, with the median of a country in place of that of the atlas; without pay for None."""
    if median is None or median.rough:
        return replace(card, median=None, stars=None, stars_basis=None, currency=None, pay_country="", of=None)
    return replace(
        card,
        median=median.today,
        period=median.period,
        tax=median.tax,
        pay_country=median.country,
        reckoned=median.taken,
        stars=median.stars,
        stars_basis="reckoned",
        currency=median.currency,
        of=median.of,
        own=median.of.own and (card.outlook_of is None or card.outlook_of.own),
    )


def paid_measures(measures: Measures, median: NationalMedian | None) -> Measures:
    """An occupation in numbers, with the pay of a country: by the year, as it stands among all employees there."""
    if median is None or median.rough:
        return replace(measures, pay=None, pay_hour=None, pay_rank=None, stars=None)
    times = {"year": 1.0, "month": 12.0}[median.period]
    return replace(measures, pay=median.today * times, pay_hour=None, pay_rank=median.share, stars=median.stars)
