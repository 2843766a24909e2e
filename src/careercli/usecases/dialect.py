"""What a person writes of criteria, read by all words that the program and its data know."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from careercli.core.careers.measures import Measures
from careercli.core.comparing.criteria import Words
from careercli.core.comparing.dialect import parse_limit, parse_study
from careercli.core.comparing.limits import Limit, Removed, apply_limits, find_ranks
from careercli.library.catalogue import Catalogue
from careercli.locale import languages
from careercli.locale.criteria_words import words_of


class Limited(NamedTuple):
    """The careers within some limits, what each limit takes out, and the ranks of those that go by rank."""

    kept: tuple[Measures, ...]
    removed: tuple[Removed, ...]
    ranks: dict[Limit, float]


def words_for(library: Catalogue) -> Words:
    """The words of all languages."""
    return words_of([library.say(lang) for lang in languages()], library.names("condition"))


def read_limits(library: Catalogue, texts: Iterable[str]) -> tuple[Limit, ...]:
    """The limits that some texts mean, each once. Raises UsageError."""
    texts = tuple(dict.fromkeys(texts))
    if not texts:
        return ()
    words = words_for(library)
    return tuple(parse_limit(text, words) for text in texts)


def read_study(library: Catalogue, text: str) -> float:
    """The years of study after school that somebody has. Raises UsageError."""
    return parse_study(text, words_for(library))


def limit_measures(library: Catalogue, measures: Sequence[Measures], limits: Sequence[Limit], country: str) -> Limited:
    """The careers within the limits. Limits in other terms than the figures' go by rank. Raises UsageError."""
    shown = library.shown_country(country)
    currencies = library.currencies if any(limit.unit for limit in limits if limit.criterion == "pay") else {}
    ranks = find_ranks(limits, shown, currencies, library.all_employees)
    return Limited(*apply_limits(measures, limits, ranks), ranks)


def with_study(measures: Iterable[Measures], years: float | None) -> list[Measures]:
    """The careers as they are to somebody who has studied so many years after school: what is left, from there."""
    if not years:
        return list(measures)
    return [
        msgspec.structs.replace(
            career,
            years=None if career.years is None else max(career.years - years, 0.0),
            time=career.time_after_study,
        )
        for career in measures
    ]
