"""What `salary` answers: what careers pay, and where a pay stands."""

from typing import ClassVar, Literal

from careercli.core.careers.model import ExpectedPay, Model, NeighbourPay, PayBand, Rating
from careercli.core.careers.occupation import NationalMedian, OccupationCard, SelfEmployed
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.places import LocalRank, Place, PlacePay
from careercli.core.careers.reports import Kind, Report, Table
from careercli.core.pay.distribution import HOURS_A_YEAR


class SalarySheet(Model, frozen=True, kw_only=True):
    """What a career pays: bands with their sources, and stars by level.

    `expected_pay`: what one may expect to earn, by our judgement; of guides alone.
    `official` draws the bar: the wages of the career itself, or of the group that an occupation is a part of.
    `neighbours`: what the official occupations beside a guide pay, in countries that do not count the career itself.
    `places`: the pay of the career, or else of each neighbour, in the place that is asked for. `here` is what a guide
    pays in the country of the reader, as on its card. `self_employed` are those whom official wages leave out, where
    they are many. `median` is the pay of an occupation where the reader is, of a country that has but that.
    """

    id: str
    kind: Kind
    name: str
    bands: tuple[PayBand, ...]
    ratings: tuple[Rating, ...]
    official: PayBand | None = None
    neighbours: tuple[NeighbourPay, ...] = ()
    places: tuple[PlacePay, ...] = ()
    expected_pay: tuple[ExpectedPay, ...] = ()
    here: PayHere | None = None
    median: NationalMedian | None = None
    self_employed: SelfEmployed | None = None


class SalaryReport(Report, frozen=True, kw_only=True):
    """What one or more careers pay, told to a reader of `country`, and in a `place` where one is asked for.

    `full`: with each figure and its source, not only what one screen holds. `told_by`: for how long pay is told where
    the reader is, of so many hours of full-time work. `counts`: whom official wages count, in words,
    `median_counts` whom the medians do of a country that has but these.
    """

    sheets: tuple[SalarySheet, ...]
    country: str = ""
    place: Place | None = None
    full: bool = False
    told_by: Literal["month", "hour"] = "hour"
    hours_a_year: float = HOURS_A_YEAR
    counts: str = ""
    median_counts: str = ""

    @property
    def data(self) -> object:
        fields = ("id", "kind", "name", "bands", "ratings", "neighbours", "here", "median", "self_employed")
        found = [
            {field: getattr(sheet, field) for field in fields}
            | {"place": sheet.places[0] if len(sheet.places) == 1 else None, "places": sheet.places}
            for sheet in self.sheets
        ]
        return found[0] if len(found) == 1 else found

    @property
    def table(self) -> Table:
        fields: tuple[str, ...] = (
            "id",
            "label",
            "country",
            "currency",
            "period",
            "tax",
            "basis",
            "reference",
            "source",
        )
        fields += ("p10", "p25", "p50", "p75", "p90", "mean", "low", "high", "can_pass", "counts", "place")
        bands = [(sheet.id, band) for sheet in self.sheets for band in sheet.bands]
        groups = ((band.of.code, band.of.title) if band.of else (None, None) for _, band in bands)
        rows = (
            (id_, *(getattr(band, field) for field in fields), *of)
            for (id_, band), of in zip(bands, groups, strict=True)
        )
        local = (
            (sheet.id, *_place_cells(pay, fields), pay.of.code, pay.of.title)
            for sheet in self.sheets
            for pay in sheet.places
        )
        return (("career", *fields, "of_code", "of_title"), *rows, *local)


def _place_cells(pay: PlacePay, fields: tuple[str, ...]) -> list[object]:
    """The pay in a place in a row of CSV."""
    there = pay.wider or pay.place
    said = {"label": pay.of.title, "country": there.country, "period": "year", "tax": "gross", "basis": "official"}
    return [there.name if field == "place" else said.get(field, getattr(pay, field, None)) for field in fields]


class PayReport(Report, frozen=True, kw_only=True):
    """Where a pay stands among all employees of a country; `percentile` is a share from 0 to 1.

    `means` and `least`, net and gross, say how gross pay was taken to net. `nearest` are occupations with a median near
    it, of the country `nearest_in`: of another than its own, with one that is as high there. `further` are those with
    the most openings that pay a star more after at most `years` of study; `local` is where it stands in a place.
    """

    page: ClassVar[str] = "pay"
    pay: float
    period: str
    tax: str
    currency: str
    country: str
    percentile: float
    stars: int
    reference: str
    compared: float
    compared_period: str
    compared_tax: str
    next_stars: float | None
    nearest: tuple[OccupationCard, ...]
    nearest_in: str
    means: tuple[float, float] | None = None
    least: tuple[float, float] | None = None
    hours_a_year: float
    further: tuple[OccupationCard, ...] = ()
    years: float
    local: LocalRank | None = None

    @property
    def data(self) -> object:
        names = ("pay", "period", "tax", "currency", "country", "percentile", "stars", "reference")
        found = {name: getattr(self, name) for name in names}
        fields = ("id", "name", "median", "currency")
        found["nearest"] = [{field: getattr(card, field) for field in fields} for card in self.nearest]
        found["further"] = [
            {field: getattr(card, field) for field in (*fields, "study")} | {"openings": card.values["openings"]}
            for card in self.further
        ]
        found["local"] = self.local
        return found
