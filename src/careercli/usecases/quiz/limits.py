"""Hard limits, asked in words with choices: all in turn, or one."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from careercli.core.comparing.criteria import CONDITIONS
from careercli.core.text.amounts import Amount, read_amount
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.asking import BACK_KEY, Person, StepBackError
from careercli.usecases.request import Request

ANY = ""
#: Years of study that are offered as a limit.
YEARS = (1, 2, 3, 4, 5, 6, 8)
#: Pay as one may type it: gross a year, gross an hour, net a month.
EXAMPLES = (24_000, 15, 1_800)
Choices = list[tuple[str, str]]
#: What asks, of what was given before.
Steps = Sequence[Callable[[Sequence[str]], str]]


class Limits(NamedTuple):
    """Hard limits, as `--limit` takes them, and what has been studied, as `--have` takes it."""

    limits: tuple[str, ...] = ()
    have: str | None = None


def ask_limits(library: Catalogue, request: Request, person: Person) -> Limits:
    """What has been studied, and hard limits; each can be passed over. Raises StepBackError before the first."""
    say = person.say
    choices = [("no", say("no, show me all that fits")), ("yes", say("yes, ask me"))]
    steps: Steps = (
        lambda _: _ask_pay(library, request, person),
        lambda _: _ask_study(person),
        lambda given: _ask_years(person, more=bool(given[-1])),
        lambda _: _ask_home(person),
    )
    while person.prompter.choose(say("Are there limits, such as pay or years of study?"), choices) == "yes":
        with suppress(StepBackError):
            pay, have, *others = _in_turn(steps)
            return Limits(tuple(limit for limit in (pay, *others) if limit), have or None)
    return Limits()


def ask_limit(library: Catalogue, request: Request, person: Person, *, studied: bool = False) -> tuple[str, str]:
    """What a limit is about, and the limit; empty where there is to be none on that.

    `studied`: years of study are counted beyond what was studied.
    """
    say = person.say
    kinds: dict[str, tuple[str, Callable[[], str]]] = {
        "pay": (say("what it pays"), lambda: _ask_pay(library, request, person)),
        "years": (say("how long one studies for it"), lambda: _ask_years(person, more=studied)),
        "remote": (say("that it can be done from home"), lambda: _ask_home(person)),
        CONDITIONS: (
            say("what must not be part of it: nights, lifting, a screen and so on"),
            _without(library, person),
        ),
    }
    chosen = person.prompter.choose(say("What is the limit about?"), [(id_, kind[0]) for id_, kind in kinds.items()])
    return chosen, kinds[chosen][1]()


def with_limit(library: Catalogue, options: Sequence[str], criterion: str, limit: str) -> tuple[str, ...]:
    """Options of a command with a limit in place of those on the same; without these where it is empty.

    Conditions of work stand beside each other.
    """
    from careercli.core.comparing.dialect import parse_limit

    words, kept, rest = library.words, [], list(options)
    while rest:
        option = rest.pop(0)
        if option == "--limit" and rest:
            text = rest.pop(0)
            if criterion == CONDITIONS or parse_limit(text, words).criterion != criterion:
                kept += [option, text]
        else:
            kept.append(option)
    return (*kept, *(("--limit", limit) if limit else ()))


def _in_turn(steps: Steps) -> list[str]:
    """What each step gives; Escape leads back to the one before. Raises StepBackError before the first."""
    given: list[str] = []
    while len(given) < len(steps):
        try:
            given.append(steps[len(given)](given))
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
        (ANY, say("nothing after school")),
        ("1 year", say.count("{n} year", "{n} years", 1)),
        ("2 years", say("2 years, such as an associate’s degree")),
        ("bachelor", say("a bachelor’s degree, 4 years")),
        ("master", say("a master’s degree, 6 years")),
    ]
    return person.prompter.choose(say("What have you studied after school already? It counts as done."), studies)


def _ask_years(person: Person, *, more: bool = False) -> str:
    """The digit of a choice is its years; `more` than what was studied."""
    say = person.say
    years = [
        ("0", say("none: I want to work right away")),
        *((str(n), say.count("{n} year", "{n} years", n)) for n in YEARS),
    ]
    asked = say("At most how many years of study after school?")
    if more:
        asked = say("At most how many more years would you study?")
    return _choose(person, asked, "years<={}", years)


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
    """An amount in the currency of the person's country, unless they type another; what it is taken for is said."""
    from careercli.usecases.dialect import currency_of  # only here

    say, currency = person.say, currency_of(library, request.country)
    try:
        text = person.prompter.write(
            _pay_question(library, currency, say), lambda text: _wrong_pay(library, request, text.strip(), say)
        ).strip()
    finally:
        person.prompter.begin()  # what was typed would stay on the screen
    if text.casefold() == BACK_KEY:
        raise StepBackError
    if not text:
        return ANY
    person.tell(_understood(library, request, text, say))
    return _as_limit(library, request, text)


def _pay_question(library: Catalogue, currency: str, say: Say) -> str:
    """What may be typed, in such terms as pay has figures in, then what is asked."""
    everybody = library.all_employees(library.currencies[currency])
    year, hour, month = (say.money(value, currency) for value in EXAMPLES)
    if everybody and everybody.tax == "net":
        told = say(
            "Below what pay can you not go? Gross, such as {year} a year or {hour} an hour; or {month} net a month.",
            year=year,
            hour=hour,
            month=month,
        )
    else:
        told = say(
            "Below what pay can you not go? Gross, such as {year} a year or {hour} an hour.", year=year, hour=hour
        )
    keys = say("Enter alone: no limit. Escape, or b and Enter: back.")
    return f"{told} {keys}\n{say('The least pay:')}"


def _as_limit(library: Catalogue, request: Request, text: str) -> str:
    """What is typed as a limit; it names its currency, for another country may be asked for later."""
    from careercli.usecases.dialect import currency_of

    amount = read_amount(text, library.words.units)
    if amount and not amount.tax and _is_below_least(library, request, amount):
        text = f"{text} net"  # nobody is paid so little before tax, and what one has in hand is net
    currencies = amount.currencies if amount else ()
    return f"pay>={text}" if currencies else f"pay>={text} {currency_of(library, request.country)}"


def _is_below_least(library: Catalogue, request: Request, amount: Amount) -> bool:
    """Whether an amount in the money of the reader's country would be, gross, below what its law lets pay full-time."""
    from careercli.core.comparing.limits import TIMES_A_YEAR, likely_period
    from careercli.usecases.dialect import currency_of

    money = currency_of(library, request.country)
    everybody = library.all_employees(library.currencies[money])
    if everybody is None or everybody.least is None or set(amount.currencies) - {money}:
        return False
    period = amount.period or likely_period(amount.number)
    return period != "hour" and amount.number * TIMES_A_YEAR[period] < everybody.least.gross * TIMES_A_YEAR["month"]


def _wrong_pay(library: Catalogue, request: Request, text: str, say: Say) -> str:
    """Why what is typed cannot be a limit on pay; empty where it can."""
    from careercli.core.comparing.dialect import parse_limit
    from careercli.usecases.dialect import read_limits

    if not text or text.casefold() == BACK_KEY:
        return ""
    limit = _as_limit(library, request, text)
    try:
        parsed = parse_limit(limit, library.words)
    except UsageError:
        return say("Type an amount, such as 30000, or nothing.")
    try:
        read_limits(library, [limit], request.country)
    except UsageError:
        if parsed.unit in library.currencies:
            return say("Pay in {currency} is known before tax only: type it gross.", currency=parsed.unit)
        known = say.either(list(library.currencies))
        return say("There are no figures in {currency}: type it in {known}.", currency=parsed.unit, known=known)
    return ""


def _understood(library: Catalogue, request: Request, text: str, say: Say) -> str:
    """What an amount is taken for."""
    from careercli.usecases.dialect import limit_sayer, read_limits

    (limit,) = read_limits(library, [_as_limit(library, request, text)], request.country)
    return say("Understood: {limit}.", limit=limit_sayer(library, request.country, say)(limit))
