"""Limits said to a person: what they must keep, in words and figures instead of the signs that are typed."""

from collections.abc import Callable, Mapping, Sequence

from careercli.core.comparing.criteria import CONDITIONS
from careercli.core.comparing.limits import Limit
from careercli.locale import Say
from careercli.locale.criteria_words import criterion_name, said_value
from careercli.locale.diploma_words import level_word


def said_limit(
    limit: Limit,
    currency: str,
    conditions: Mapping[str, str],
    say: Say,
    yearly: Callable[[], float] | None = None,
    *,
    more: bool = False,
) -> str:
    """A limit in words: “pay of at least $30,000”, “at most 3 years of study”, “night work: no”.

    `currency` is that of the figures, where the limit names none; `conditions` are the names of those of work by id.
    `yearly` gives pay in other terms as gross pay a year, which is said beside it. `more`: years of study are counted
    beyond what the person has studied.
    """
    least, value = limit.operator == ">=", limit.bound
    if limit.criterion == CONDITIONS:
        name = conditions.get(limit.unit, limit.unit)
        return say("{condition}: yes", condition=name) if least else say("{condition}: no", condition=name)
    if limit.criterion in ("ease", "remote", "apprenticeship"):
        return _chosen(limit, say)
    if quantity := _quantities(value, say, more=more).get(limit.criterion):
        amount = quantity()
        if limit.criterion == "years" and not value and not (least and limit.operator != "="):
            return say("no higher level of study than yours") if more else say("no study after school")
        if limit.operator == "=":
            return say("exactly {amount}", amount=amount)
        return say("at least {amount}", amount=amount) if least else say("at most {amount}", amount=amount)
    if limit.criterion == "pay":
        name, amount = say("pay"), _money(limit, currency, say, yearly)
    else:
        name, amount = criterion_name(limit.criterion, say), said_value(limit.criterion, value, say)
    if limit.operator == "=":
        return say("{name} of exactly {amount}", name=name, amount=amount)
    if least:
        return say("{name} of at least {amount}", name=name, amount=amount)
    return say("{name} of at most {amount}", name=name, amount=amount)


def checked_words(sure: int, unsure: int, limits: Sequence[str], say: Say) -> str:
    """How many careers surely keep some limits, and how many more may not keep those that are named in words."""
    return say(
        "{sure} surely keep your limits; for {unsure} more we could not check {limits}.",
        sure=say.number(sure),
        unsure=say.number(unsure),
        limits=say.joined([say.quoted(limit) for limit in limits]),
    )


def _money(limit: Limit, currency: str, say: Say, yearly: Callable[[], float] | None) -> str:
    """An amount of pay; for what and of which kind, and what that is a year, where it is not gross a year."""
    money = say.money(limit.bound, limit.unit or currency)
    period = {"month": say("a month"), "hour": say("an hour")}.get(limit.period, "")
    typed = " ".join(part for part in (money, say("net") if limit.tax == "net" else "", period) if part)
    if yearly is None or (limit.period, limit.tax) == ("year", "gross"):
        return typed
    gross = round(yearly(), -1 if limit.tax == "gross" else -2)
    return say("{typed} (about {amount} gross a year)", typed=typed, amount=say.money(gross, limit.unit or currency))


def _chosen(limit: Limit, say: Say) -> str:
    """A limit on what has words in place of numbers."""
    least, step = limit.operator == ">=", limit.bound
    if limit.criterion == "apprenticeship":
        return say("learned as an apprentice") if least else say("not learned as an apprentice")
    if limit.criterion == "remote":
        if not least:
            return say("work from afar: rarely") if step < 0.5 else say("work from afar: sometimes at most")
        return say("work from afar: often") if step > 0.5 else say("work from afar: at least sometimes")
    words = {1: say("getting in: easy"), 2: say("getting in: medium at most"), 3: say("getting in: hard at most")}
    if least:
        words = {1: say("getting in: easy or harder"), 2: say("getting in: medium or hard"), 3: say("getting in: hard")}
    return words[min(max(round(step), 1), 3)]


def _quantities(value: float, say: Say, *, more: bool) -> dict[str, Callable[[], str]]:
    """So much of something, by the criteria that count it; `more` years than were studied."""
    whole = round(value)
    decimals = 0 if whole == value else 1
    number, share = say.number(value, decimals), say.share(value / 100, decimals)
    return {
        "stars": lambda: say.count("{n} star", "{n} stars", whole),
        "years": lambda: (
            say.count("{n} more year of study", "{n} more years of study", whole)
            if more
            else say.count("{n} year of study", "{n} years of study", whole)
        ),
        "level": lambda: level_word(whole, say),
        "time": lambda: say.count("{n} month until one is hired", "{n} months until one is hired", whole),
        "openings": lambda: say("{number} openings a year", number=number),
        "employment": lambda: say("{number} people employed", number=number),
        "leaving": lambda: say("{share} who leave in a year", share=share),
        "stopping": lambda: say("{share} who stop working in a year", share=share),
        "changing": lambda: say("{share} who change occupation in a year", share=share),
        "degree": lambda: say("{share} with a bachelor’s degree or more", share=share),
        "freelance": lambda: say("{share} who work for themselves", share=share),
    }
