"""What a person writes of criteria, read by all words that the program and its data know."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from careercli.core.careers.listing import BY_FAMILY, BY_NAME
from careercli.core.careers.measures import Measures
from careercli.core.comparing.criteria import CONDITIONS, CRITERIA, Studied, Words, find_orders
from careercli.core.comparing.dialect import find_study, parse_limit
from careercli.core.comparing.limits import Limit, Removed, apply_limits, find_ranks
from careercli.core.text.ids import find_near, fold
from careercli.core.text.plaintext import capitalized
from careercli.errors import UsageError, message
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages
from careercli.locale.criteria_words import family_names, order_names, rank_remark, words_of
from careercli.locale.limit_words import said_limit

#: What the orders that are no criterion are called.
_BY_NAME, _BY_FAMILY = message("name"), message("family")


class Limited(NamedTuple):
    """The careers within some limits, what each limit takes out, and the ranks of those that go by rank."""

    kept: tuple[Measures, ...]
    removed: tuple[Removed, ...]
    ranks: dict[Limit, float]


def words_for(library: Catalogue) -> Words:
    """The words of all languages."""
    labels = (label for lang in languages() for label in library.labels("condition", lang).items())
    parts = {fold(part): id_ for id_, name in labels for part in name.split(",")}  # "dirt, dust": each by itself
    return words_of([library.say(lang) for lang in languages()], parts | library.names("condition"))


def read_limits(library: Catalogue, texts: Iterable[str]) -> tuple[Limit, ...]:
    """The limits that some texts mean, each once. Raises UsageError."""
    texts = tuple(dict.fromkeys(texts))
    if not texts:
        return ()
    words = words_for(library)
    return tuple(parse_limit(text, words) for text in texts)


def is_denial(library: Catalogue, text: str) -> bool:
    """Whether a text says no to a condition of work, or is one: "no nights"."""
    try:
        return parse_limit(text, words_for(library)).criterion == CONDITIONS
    except UsageError:
        return False


def limit_sayer(library: Catalogue, country: str, say: Say) -> Callable[[Limit], str]:
    """What says a limit in words, on the figures that are shown to readers of a country."""
    shown = library.shown_country(country)
    currency = next((money for money, spent_in in library.currencies.items() if spent_in == shown), "")
    conditions = library.labels("condition", say.lang)
    return lambda limit: said_limit(limit, currency, conditions, say)


def read_order(library: Catalogue, text: str) -> tuple[str, ...]:
    """What a list is to be ordered by: its name, its field, or the criteria that are called so. Raises UsageError."""
    words, says = words_for(library), [library.say(lang) for lang in languages()]
    key = fold(text)
    for order, names in ((BY_NAME, order_names), (BY_FAMILY, family_names)):
        if any(key in names(say) for say in says):
            return (order,)
    if orders := find_orders(text, words):
        return orders
    known = {name: _BY_NAME for say in says for name in order_names(say)}
    known |= {name: _BY_FAMILY for say in says for name in family_names(say)}
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
    if studied := find_study(text, words_for(library)):
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


def unknown_notes(removed: Iterable[Removed], said: Callable[[Limit], str], say: Say) -> list[str]:
    """How many careers stay though it is not known whether they keep some limits."""
    limits: dict[tuple[str, ...], list[str]] = {}
    for gone in removed:
        if gone.unknown:
            limits.setdefault(gone.unknown, []).append(say.quoted(said(gone.limit)))
    return [
        say.count(
            "{n} career stays of which we do not know whether it keeps {limits}.",
            "{n} careers stay of which we do not know whether they keep {limits}.",
            len(ids),
            limits=say.joined(texts),
        )
        for ids, texts in limits.items()
    ]


def rank_notes(library: Catalogue, limited: Limited, country: str, said: Callable[[Limit], str], say: Say) -> list[str]:
    """How limits on pay in other terms than the figures' are held against them."""
    shown = library.shown_country(country)
    return [
        capitalized(said(limit)) + say.colon + rank_remark(rank, library.currencies.get(limit.unit, shown), shown, say)
        for limit, rank in limited.ranks.items()
    ]


def limit_measures(library: Catalogue, measures: Sequence[Measures], limits: Sequence[Limit], country: str) -> Limited:
    """The careers within the limits. Limits in other terms than the figures' go by rank. Raises UsageError."""
    shown = library.shown_country(country)
    currencies = library.currencies if any(limit.unit for limit in limits if limit.criterion == "pay") else {}
    ranks = find_ranks(limits, shown, currencies, library.all_employees)
    return Limited(*apply_limits(measures, limits, ranks), ranks)


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
