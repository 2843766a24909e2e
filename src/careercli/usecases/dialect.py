"""What a person writes of criteria, read by all words that the program and its data know."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from careercli.core.careers.listing import BY_FAMILY
from careercli.core.careers.measures import Measures
from careercli.core.comparing.criteria import CONDITIONS, CRITERIA, Studied, find_orders
from careercli.core.comparing.dialect import find_study, parse_limit
from careercli.core.comparing.limits import TIMES_A_YEAR, Limit, Removed, apply_limits, find_ranks, unknown_of
from careercli.core.pay.distribution import gross_a_year
from careercli.core.text.ids import find_near, fold
from careercli.core.text.plaintext import capitalized
from careercli.errors import UsageError, message
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.criteria_words import rank_remark
from careercli.locale.limit_words import checked_words, said_limit

#: What the orders that are no criterion are called.
_BY_NAME, _BY_FAMILY = message("name"), message("family")


class Limited(NamedTuple):
    """The careers within some limits, what each limit takes out, and the ranks of those that go by rank."""

    kept: tuple[Measures, ...]
    removed: tuple[Removed, ...]
    ranks: dict[Limit, float]


def read_limits(library: Catalogue, texts: Iterable[str], country: str) -> tuple[Limit, ...]:
    """The limits that some texts mean to a reader of a country, each once. Raises UsageError where one cannot be used.

    Pay without a currency is in that of the country.
    """
    texts = tuple(dict.fromkeys(texts))
    if not texts:
        return ()
    words = library.words
    limits = tuple(_in_money_of(library, parse_limit(text, words), country) for text in texts)
    _ranks(library, limits, country)
    return limits


def currency_of(library: Catalogue, country: str) -> str:
    """What pay is paid in where a reader is, or in the country whose figures they are shown."""
    spent_in = {country: currency for currency, country in library.currencies.items()}
    return spent_in.get(country) or spent_in.get(library.shown_country(country), "")


def _in_money_of(library: Catalogue, limit: Limit, country: str) -> Limit:
    """A limit, on pay in the reader's money where it names none and the figures are in another."""
    if limit.criterion != "pay" or limit.unit or library.shown_country(country) == country:
        return limit
    currency = currency_of(library, country)
    return limit if library.currencies.get(currency) != country else limit._replace(unit=currency)


def yearly_pay(library: Catalogue, limit: Limit, country: str) -> float:
    """The bound of a limit on pay as gross pay a year."""
    everybody = library.all_employees(library.currencies.get(limit.unit, library.shown_country(country)))
    if everybody is None:
        return limit.bound * TIMES_A_YEAR[limit.period]
    return gross_a_year(everybody, limit.bound, limit.period, limit.tax)


def is_denial(library: Catalogue, text: str) -> bool:
    """Whether a text says no to a condition of work, or is one: "no nights"."""
    try:
        return parse_limit(text, library.words).criterion == CONDITIONS
    except UsageError:
        return False


def limit_sayer(library: Catalogue, country: str, say: Say, have: str | None = None) -> Callable[[Limit], str]:
    """What says a limit in words, on the figures that are shown to readers of a country, to who has studied so much."""
    shown = library.shown_country(country)
    currency = next((money for money, spent_in in library.currencies.items() if spent_in == shown), "")
    conditions = library.labels("condition", say.lang)
    studied = read_study(library, have)
    more = bool(studied and studied.years)
    return lambda limit: said_limit(
        limit, currency, conditions, say, lambda: yearly_pay(library, limit, country), more=more
    )


def read_order(library: Catalogue, text: str) -> tuple[str, ...]:
    """What a list is to be ordered by: its name, its field, or the criteria that are called so. Raises UsageError."""
    words = library.words
    if order := words.orders.get(fold(text)):
        return (order,)
    if orders := find_orders(text, words):
        return orders
    known = {name: _BY_FAMILY if order == BY_FAMILY else _BY_NAME for name, order in words.orders.items()}
    known |= {name: CRITERIA[ids[0]].called for name, ids in words.names.items()}
    near = find_near(text, known, 1)
    raise UsageError(
        "`--sort {text}` names no order",
        "did you mean `{near}`? Orders: {known}." if near else "Orders: {known}.",
        text=text,
        near=near[0] if near else "",
        known=(_BY_NAME, _BY_FAMILY, *(criterion.called for criterion in CRITERIA.values())),
    )


def read_study(library: Catalogue, text: str | None) -> Studied | None:
    """What somebody has studied; None where they do not say. Raises UsageError."""
    if not text:
        return None
    if studied := find_study(text, library.words):
        return studied
    raise UsageError(
        "`--have {text}` is no study that we know",
        "Write it so: `--have bachelor`, `--have bac+3`, or in years after school: `--have 2`.",
        text=text,
    )


def study_notes(
    library: Catalogue, have: str | None, limits: Iterable[Limit], say: Say, weights: Iterable[str] = ()
) -> tuple[Studied | None, list[str]]:
    """What somebody has studied, and how it is counted, where anything asked for counts it."""
    studied = read_study(library, have)
    asked = {limit.criterion for limit in limits} | set(weights)
    if not studied or not studied.years or not asked & {"years", "time"}:
        return studied, []
    return studied, [say("Counts as done: {have}.", have=have)]


def checked_notes(limited: Limited, said: Callable[[Limit], str], say: Say) -> list[str]:
    """How many careers surely keep all limits, and how many more may not."""
    limits = [said(gone.limit) for gone in limited.removed if gone.unknown]
    unsure = len(unknown_of(limited.removed))
    return [checked_words(len(limited.kept) - unsure, unsure, limits, say)] if limits else []


def rank_notes(library: Catalogue, limited: Limited, country: str, said: Callable[[Limit], str], say: Say) -> list[str]:
    """How limits on pay in other terms than the figures' are held against them."""
    shown = library.pay_country(country)
    return [
        capitalized(said(limit)) + say.colon + rank_remark(rank, library.currencies.get(limit.unit, shown), shown, say)
        for limit, rank in limited.ranks.items()
    ]


def limit_measures(library: Catalogue, measures: Sequence[Measures], limits: Sequence[Limit], country: str) -> Limited:
    """The careers within the limits. Limits in other terms than the figures' go by rank. Raises UsageError."""
    ranks = _ranks(library, limits, country)
    return Limited(*apply_limits(measures, limits, ranks), ranks)


def _ranks(library: Catalogue, limits: Sequence[Limit], country: str) -> dict[Limit, float]:
    """The ranks of limits on pay in other terms than the figures'. Raises UsageError for terms without figures."""
    currencies = library.currencies if any(limit.unit for limit in limits if limit.criterion == "pay") else {}
    return find_ranks(limits, library.shown_country(country), currencies, library.all_employees)


def with_study(measures: Iterable[Measures], studied: Studied | None) -> list[Measures]:
    """The careers as they are to somebody who has studied so much: what is left, from there."""
    if not studied or not studied.years:
        return list(measures)
    return [
        msgspec.structs.replace(career, years=_years_left(career, studied), time=career.time_after_study)
        for career in measures
    ]


def _years_left(career: Measures, studied: Studied) -> float | None:
    """The years of study that are left, counted as those of the career are."""
    if career.years is None:
        return None
    in_diplomas = career.study is not None and career.study.diploma is not None
    return max(career.years - (studied.to_diploma if in_diplomas else studied.years), 0.0)
