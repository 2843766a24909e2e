"""Hard limits, asked in words with choices: all in turn, or one."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from careercli.core.text.amounts import read_amount
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.usecases.asking import Person, StepBackError
from careercli.usecases.request import Request

ANY = ""
#: Years of study that are offered as a limit.
YEARS = (1, 2, 3, 4, 5, 6, 8)
#: Pay as one may type it: gross a year, gross an hour, net a month.
EXAMPLES = (24_000, 15, 1_800)
Choices = list[tuple[str, str]]


class Limits(NamedTuple):
    """Hard limits, as `--limit` takes them, and what has been studied, as `--have` takes it."""

    limits: tuple[str, ...] = ()
    have: str | None = None


def ask_limits(library: Catalogue, request: Request, person: Person) -> Limits:
    """What has been studied, and hard limits; each can be passed over. Raises StepBackError before the first."""
    say = person.say
    choices = [("no", say("no, show me all that fits")), ("yes", say("yes, ask me"))]
    steps = (
        lambda: _ask_pay(library, request, person),
        lambda: _ask_study(person),
        lambda: _ask_years(person),
        lambda: _ask_home(person),
    )
    while person.prompter.choose(say("Are there limits, such as pay or years of study?"), choices) == "yes":
        with suppress(StepBackError):
            pay, have, *others = _in_turn(steps)
            return Limits(tuple(limit for limit in (pay, *others) if limit), have or None)
    return Limits()


def ask_limit(library: Catalogue, request: Request, person: Person) -> str:
    """One limit. Raises StepBackError where none is given."""
    say = person.say
    kinds: dict[str, tuple[str, Callable[[], str]]] = {
        "pay": (say("what it pays"), lambda: _ask_pay(library, request, person)),
        "years": (say("how long one studies for it"), lambda: _ask_years(person)),
        "home": (say("that it can be done from home"), lambda: _ask_home(person)),
        "without": (say("what must not be part of it: nights, lifting, a screen and so on"), _without(library, person)),
    }
    chosen = person.prompter.choose(say("What is the limit about?"), [(id_, kind[0]) for id_, kind in kinds.items()])
    if limit := kinds[chosen][1]():
        return limit
    raise StepBackError


def _in_turn(steps: Sequence[Callable[[], str]]) -> list[str]:
    """What each step gives; Escape leads back to the one before. Raises StepBackError before the first."""
    given: list[str] = []
    while len(given) < len(steps):
        try:
            given.append(steps[len(given)]())
        except StepBackError:
            if not given:
                raise
            given.pop()
    return given


def _choose(person: Person, question: str, limit: str, choices: Choices) -> str:
    chosen = person.prompter.choose(question, [(ANY, person.say("no limit")), *choices], ANY)
    return limit.format(chosen) if chosen else ""


def _ask_study(person: Person) -> str:
    say = person.say
    studies = [
        (ANY, say("nothing yet")),
        ("1 year", say.count("{n} year", "{n} years", 1)),
        ("2 years", say.count("{n} year", "{n} years", 2)),
        ("bachelor", say("a bachelor’s degree")),
        ("master", say("a master’s degree")),
    ]
    return person.prompter.choose(say("What have you studied after school already? It counts as done."), studies)


def _ask_years(person: Person) -> str:
    """The digit of a choice is its years."""
    say = person.say
    years = [
        ("0", say("none: I start after school")),
        *((str(n), say.count("{n} year", "{n} years", n)) for n in YEARS),
    ]
    return _choose(person, say("At most how many years of study after school?"), "years<={}", years)


def _ask_home(person: Person) -> str:
    say = person.say
    often = [("often", say("yes, often")), ("sometimes", say("yes, at least sometimes"))]
    question = say("Must it be possible from home? Only our guides know that: of all others it stays open.")
    return _choose(person, question, "remote={}", often)


def _without(library: Catalogue, person: Person) -> Callable[[], str]:
    """A condition of work that it must not have."""

    def ask() -> str:
        say = person.say
        names = [name for _, name in sorted(library.labels("condition", say.lang).items(), key=lambda label: label[1])]
        chosen = person.prompter.choose(say("What must not be part of it?"), [(name, name) for name in names])
        return say("no {condition}", condition=chosen.partition(",")[0])

    return ask


def _ask_pay(library: Catalogue, request: Request, person: Person) -> str:
    """An amount in the currency of the person's country, unless they type another."""
    from careercli.usecases.dialect import read_limits, words_for  # only here

    say = person.say
    spent_in = {country: currency for currency, country in library.currencies.items()}
    currency = spent_in.get(request.country) or spent_in[library.shown_country(request.country)]

    def as_limit(text: str) -> str:
        amount = read_amount(text, words_for(library).units)
        return f"pay>={text}" if amount and amount.currencies else f"pay>={text} {currency}"

    def wrong(text: str) -> str:
        if not text.strip():
            return ""
        try:
            read_limits(library, [as_limit(text.strip())])
        except UsageError:
            return say("Type an amount, such as 30000, or nothing.")
        return ""

    year, hour, month = (say.money(value, currency) for value in EXAMPLES)
    told = say(
        "Below what pay can you not go? Gross, such as {year} a year or {hour} an hour; or {month} net a month. "
        "Enter alone: no limit.",
        year=year,
        hour=hour,
        month=month,
    )
    try:
        text = person.prompter.write(f"{told}\n{say.sign(currency)}", wrong).strip()
    finally:
        person.prompter.begin()  # what was typed would stay on the screen
    return as_limit(text) if text else ""
