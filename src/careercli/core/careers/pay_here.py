"""What a guide says that its career pays where the reader is: one answer for its card, the lists and their order."""

from collections.abc import Iterable
from typing import Literal

from careercli.core.careers.model import ExpectedPay, Model, Rating

#: What the pay rests on: the official median of the career itself, what we expect of year five, what is published
#: under the title, or else our stars of the middle level alone.
Rests = Literal["measured", "expected", "records", "editorial"]


class PayHere(Model, frozen=True, kw_only=True):
    """Stars and money a year, gross: `low` and `high` are one amount where there is one, None where there is none.

    `country` is that of the money: of `editorial` the one whose employees our stars are set against.
    """

    basis: Rests
    stars: int | None = None
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    country: str | None = None

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
