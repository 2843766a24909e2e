"""Hard limits: what a person cannot do without. They take careers out, and are no part of any score."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from careercli.core.careers.measures import Measures
from careercli.core.comparing.criteria import CRITERIA, Operator, value_of
from careercli.core.pay.distribution import AllEmployees, share_below
from careercli.errors import UsageError

#: How many times a year pay is paid by the hour or by the month, where a figure is compared by the year.
TIMES_A_YEAR = {"year": 1.0, "month": 12.0, "hour": 2080.0}
#: Below these an amount that does not say for how long can only be pay by the hour, or by the month.
HOURLY_BELOW, MONTHLY_BELOW = 500.0, 10_000.0


class Limit(NamedTuple):
    """A bound on a criterion; `text` is how the user wrote it.

    `unit` is the currency of pay, empty for that of the figures that are shown, or the condition of work that is to be
    there (bound 1, `>=`) or not (bound 0, `<=`). `period` and `tax` say what pay the bound is.
    """

    text: str
    criterion: str
    operator: Operator
    bound: float
    unit: str = ""
    period: str = "year"
    tax: str = "gross"


class Removed(NamedTuple):
    """What a limit takes out: the careers beyond it; `back` come back without it.

    Of the `unknown`, which keep within all limits, it is not known whether they keep within this one.
    """

    limit: Limit
    ids: tuple[str, ...]
    unknown: tuple[str, ...]
    back: int


def likely_period(amount: float) -> str:
    """For how long a pay is that does not say so."""
    return "hour" if 0 < amount < HOURLY_BELOW else "month" if 0 < amount < MONTHLY_BELOW else "year"


def find_ranks(
    limits: Iterable[Limit],
    shown: str,
    countries: Mapping[str, str],
    everybody: "Callable[[str], AllEmployees | None]",
) -> dict[Limit, float]:
    """For each limit on pay in other terms than the figures of the country `shown`, its place among all employees.

    Other terms are another currency, or net pay. The place is the share of the employees of the currency's own country
    who earn less. `countries` are those of the currencies; `everybody` gives the pay of all employees of a country.
    Both are asked only where a limit names a currency or net pay. Raises UsageError for terms that have no figures.
    """
    named = [limit for limit in limits if limit.criterion == "pay" and (limit.unit or limit.tax == "net")]
    if not named:
        return {}
    ranks: dict[Limit, float] = {}
    for limit in named:
        country = countries.get(limit.unit) if limit.unit else shown
        employees = everybody(country) if country else None
        if employees is None:
            raise UsageError(
                "`--limit {text}`: the unit `{unit}` is not known",
                "Write it so: `{example}`.",
                text=limit.text,
                unit=limit.unit,
                example=CRITERIA["pay"].example,
            )
        if limit.tax == "net" and employees.tax == "gross":
            raise UsageError("the figures of {country} are gross", "Give the gross pay.", country=country)
        if country != shown or limit.tax == "net":
            ranks[limit] = share_below(employees, limit.bound, limit.period, limit.tax)
    return ranks


def apply_limits(
    careers: Sequence[Measures], limits: Iterable[Limit], pay_ranks: Mapping[Limit, float] | None = None
) -> tuple[tuple[Measures, ...], tuple[Removed, ...]]:
    """The careers that meet all limits as far as is known, and what each limit takes out.

    A limit on pay in other terms than the figures' is compared by rank: `pay_ranks` holds the share of all employees
    of its country who earn less.
    """
    ranks = pay_ranks or {}
    limits = tuple(limits)
    meets = {career.id: [_meets(career, limit, ranks.get(limit)) for limit in limits] for career in careers}
    kept = tuple(career for career in careers if False not in meets[career.id])
    removed = []
    for n, limit in enumerate(limits):
        out = [career.id for career in careers if meets[career.id][n] is False]
        unknown = tuple(career.id for career in kept if meets[career.id][n] is None)
        back = sum(meets[id_].count(False) == 1 for id_ in out)
        removed.append(Removed(limit, tuple(out), unknown, back))
    return kept, tuple(removed)


def unknown_of(removed: Iterable[Removed]) -> dict[str, tuple[str, ...]]:
    """By career, the limits of which it is not known whether it keeps within them, as the user wrote them."""
    found: dict[str, tuple[str, ...]] = {}
    for gone in removed:
        for id_ in gone.unknown:
            found[id_] = (*found.get(id_, ()), gone.limit.text)
    return found


def _meets(career: Measures, limit: Limit, rank: float | None) -> bool | None:
    """Whether a career keeps within a limit; None where it is not known."""
    value = value_of(career, limit.criterion, limit.unit) if rank is None else career.pay_rank
    bound = limit.bound * TIMES_A_YEAR[limit.period] if rank is None else rank
    if value is None and rank is None and limit.criterion == "pay" and limit.period == "hour":
        value, bound = career.pay_hour, limit.bound  # of some only the pay of an hour is published
    if value is None:
        return None
    return {">=": value >= bound, "<=": value <= bound, "=": value == bound}[limit.operator]
