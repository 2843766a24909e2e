"""What a guide says that its career pays where the reader is: one answer for its card, the lists and their order."""

from collections.abc import Iterable
from typing import Literal

from careercli.core.careers.model import ExpectedPay, Model, Rating
from careercli.core.careers.occupation import NationalMedian

#: What the pay rests on: the official median of the career itself, or an older one of a group of trades as it may be by
#: now, what we expect of year five, what is published under the title, or else our stars of the middle level alone.
Rests = Literal["measured", "reckoned", "expected", "records", "editorial"]


class PayHere(Model, frozen=True, kw_only=True):
    """Stars and money: `low` and `high` are one amount where there is one, None where there is none.

    It is gross a year, or what `tax` and `period` say. `reference` is of when it is; where it is reckoned, the years of
    the median and that to which it is taken (2017/2019>2024). `country` is that of the money: of `editorial` the one
    whose employees our stars are set against.
    """

    basis: Rests
    stars: int | None = None
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    country: str | None = None
    period: Literal["year", "month", "hour"] = "year"
    tax: Literal["gross", "net"] = "gross"
    reference: str | None = None

    @property
    def middle(self) -> float | None:
        """The amount, or halfway between its ends, or the end that there is."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends) if ends else None


def find_pay_here(ratings: Iterable[Rating], expected: Iterable[ExpectedPay], country: str) -> PayHere | None:
    """The pay of the middle level in a country, or None where not even stars are told."""
    middle = [rating for rating in ratings if rating.level == "middle"]
    here = {rating.basis: rating for rating in reversed(middle) if rating.country == country}
    if "measured" in here:
        return _rated(here["measured"])
    if fifth := next((pay for pay in expected if (pay.country, pay.stage) == (country, "fifth")), None):
        return PayHere(
            basis="expected",
            stars=fifth.stars,
            low=fifth.low,
            high=fifth.high,
            currency=fifth.currency,
            country=country,
        )
    judged = here.get("records") or next((rating for rating in middle if rating.basis == "editorial"), None)
    return _rated(judged) if judged else None


def median_pay(median: NationalMedian) -> PayHere:
    """What an occupation may pay by now in a country that has but an older median."""
    return PayHere(
        basis="reckoned",
        stars=median.stars,
        low=median.today,
        high=median.today,
        currency=median.currency,
        country=median.country,
        period=median.period,
        tax=median.tax,
        reference=median.taken,
    )


def _rated(rating: Rating) -> PayHere:
    low, high = (rating.amount, rating.amount) if rating.amount is not None else (rating.low, rating.high)
    return PayHere(
        basis=rating.basis,
        stars=rating.stars,
        low=low,
        high=high,
        currency=rating.currency,
        country=rating.country,
    )
