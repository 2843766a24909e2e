"""What `careers quiz` asks beside the statements: which questionnaire, which career, how long, which limits."""

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from careercli.commands.quiz_options import Plan, QuizOptions
from careercli.core.quiz.interests import ADAPTIVE, LENGTHS, Length, asked_at
from careercli.core.quiz.questions import MOST, USUAL
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.profile.saved import Unfinished
from careercli.usecases.asking import Person, StepBackError
from careercli.usecases.quiz.keeping import Keeper
from careercli.usecases.quiz.session import Back, Left, leave

MATCH, BY_LENGTH, CAREER, RESUME = "match", "length", "career", "resume"
ANY, OTHER = "", "?"
#: Seconds that it takes to rate an activity.
SECONDS_EACH = 8
#: Years of study that are offered as a limit.
YEARS = (1, 2, 3, 4, 5, 6, 8)


def choose_plan(
    library: Catalogue, person: Person, keeper: Keeper, options: QuizOptions, unfinished: Unfinished | None
) -> Plan | Left:
    """What is to be asked: as far as the options do not say it, the person does."""
    try:
        return _choose_plan(library, person, options, unfinished)
    except KeyboardInterrupt:  # after some answers, where the person has come back
        return leave(keeper)


def _choose_plan(library: Catalogue, person: Person, options: QuizOptions, unfinished: Unfinished | None) -> Plan:
    given = Plan(length=options.length, resume=options.resume)
    if options.resume and unfinished and not (options.length and unfinished.career):
        return _go_on_with(unfinished, given)
    if options.resume and not options.length:
        person.tell(person.say("Nothing was left half-way: here is the beginning."))
    if options.length:
        return given
    given = given._replace(from_menu=True)
    if not (options.limits or options.method or options.changes):
        person.tell(
            person.say(
                "One looks for what you like to do among all careers, the other at the good and hard sides of one."
            )
        )
        return _choose_by_menu(library, person, given, unfinished if options.resume is None else None)
    return given._replace(length=_choose_length(library, person))


def _choose_by_menu(library: Catalogue, person: Person, given: Plan, unfinished: Unfinished | None) -> Plan:
    """Which questionnaire, then of which career or how long; Escape goes back to the first of these."""
    while True:
        chosen = _choose_questionnaire(library, person, unfinished)
        if chosen == RESUME and unfinished:
            return _go_on_with(unfinished, given)
        try:
            if chosen == CAREER:
                return given._replace(career=_choose_career(library, person))
            return given._replace(length=_choose_length(library, person) if chosen == BY_LENGTH else ADAPTIVE)
        except StepBackError:
            continue


def _go_on_with(unfinished: Unfinished, given: Plan) -> Plan:
    length = given.length or unfinished.length or None
    return given._replace(career=unfinished.career, length=length, resume=True)


def _choose_questionnaire(library: Catalogue, person: Person, unfinished: Unfinished | None) -> str:
    """Which of the two questionnaires; or to go on with the one that was left half-way.

    That on interests asks as many activities as it takes; another choice offers fixed numbers.
    """
    say, items = person.say, library.interest_items(person.say.lang)
    counts = [say.number(len(asked_at(items, length))) for length in LENGTHS]
    choices = [
        (MATCH, say("Which careers fit me? {n} activities or so, {minutes} minutes", n=USUAL, minutes=_minutes(USUAL))),
        (BY_LENGTH, say("the same, by {counts} activities", counts=say.either(counts))),
        (CAREER, say("Is this career right for me?")),
    ]
    if unfinished and (name := _name_of(library, person, unfinished)):
        choices.insert(0, (RESUME, say("Go on where I stopped: {what}", what=name)))
    return person.prompter.choose(say("What would you like to find out?"), choices, choices[0][0])


def _name_of(library: Catalogue, person: Person, unfinished: Unfinished) -> str:
    """What an unfinished questionnaire is about; empty where its career is no longer there."""
    if not unfinished.career:
        return person.say("my interests")
    cards = library.entries([unfinished.career], person.say.lang)
    return cards[unfinished.career].name if unfinished.career in cards else ""


def _choose_career(library: Catalogue, person: Person) -> str:
    """A career: a guide of the list, or the name of any."""
    say = person.say
    choices = [
        *((card.id, card.name) for card in library.cards(say.lang)),
        (OTHER, say("another career: I type its name")),
    ]
    chosen = person.prompter.choose(say("Which career?"), choices)
    if chosen != OTHER:
        return chosen

    def wrong(text: str) -> str:
        return "" if text.strip() else say("Type a name, such as “nurse”.")

    return person.prompter.write(say("Which career?"), wrong).strip()


def _minutes(activities: int) -> int:
    """How long it takes to rate so many."""
    return math.ceil(activities * SECONDS_EACH / 60)


def _choose_length(library: Catalogue, person: Person) -> Length:
    """How many activities."""
    say, items = person.say, library.interest_items(person.say.lang)
    texts: dict[Length, str] = {
        ADAPTIVE: say(
            "as many as it takes: {usual} or so, at most {most}, {minutes} minutes",
            usual=USUAL,
            most=MOST,
            minutes=_minutes(USUAL),
        )
    }
    for length in LENGTHS:
        count = len(asked_at(items, length))
        values = {"n": count, "minutes": _minutes(count)}
        texts[length] = {
            "short": say("short: {n} activities, {minutes} minutes, a first idea", **values),
            "standard": say("standard: {n} activities, {minutes} minutes", **values),
            "full": say("full: {n} activities, {minutes} minutes, the steadiest list", **values),
        }[length]
    chosen = person.prompter.choose(say("How long may it take?"), list(texts.items()), ADAPTIVE)
    return next(length for length in texts if length == chosen)


class Limits(NamedTuple):
    """Hard limits, as `--limit` takes them, and what has been studied, as `--have` takes it."""

    limits: tuple[str, ...] = ()
    have: str | None = None


def ask_limits(library: Catalogue, person: Person, keeper: Keeper) -> Limits | Left | Back:
    """What has been studied, and hard limits; each can be passed over."""
    try:
        return _ask_limits(library, person)
    except StepBackError:
        return Back()
    except KeyboardInterrupt:
        return leave(keeper)


def _ask_limits(library: Catalogue, person: Person) -> Limits:
    say = person.say
    choices = [("no", say("no, show me all that fits")), ("yes", say("yes, ask me"))]
    question = say("Are there limits, such as pay or years of study?")
    years = [
        ("0", say("none: I start after school")),
        *((str(n), say.count("{n} year", "{n} years", n)) for n in YEARS),
    ]
    zones = [
        ("1", say("some days to a few months")),
        ("2", say("up to a year on the job")),
        ("3", say("up to vocational training or a short degree")),
        ("4", say("up to a bachelor’s degree and some years of work")),
    ]
    studies = [
        ("1 year", say.count("{n} year", "{n} years", 1)),
        ("2 years", say.count("{n} year", "{n} years", 2)),
        ("bachelor", say("a bachelor’s degree")),
        ("master", say("a master’s degree")),
    ]
    often = [("often", say("yes, often")), ("sometimes", say("yes, at least sometimes"))]
    steps = (
        lambda: _ask_pay(library, person),
        lambda: person.prompter.choose(
            say("What have you studied after school already? It counts as done."), [(ANY, say("nothing yet")), *studies]
        ),
        lambda: _choose_limit(person, say("At most how many years of study after school?"), "years<={}", years),
        lambda: _choose_limit(person, say("At most how much preparation?"), "zone<={}", zones),
        lambda: _choose_limit(
            person,
            say("Must it be possible from home? Only our guides know that: of all others it stays open."),
            "remote={}",
            often,
        ),
    )
    while person.prompter.choose(question, choices) == "yes":
        with suppress(StepBackError):
            pay, have, *others = _in_turn(steps)
            return Limits(tuple(limit for limit in (pay, *others) if limit), have or None)
    return Limits()


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


def _choose_limit(person: Person, question: str, limit: str, choices: list[tuple[str, str]]) -> str:
    chosen = person.prompter.choose(question, [(ANY, person.say("no limit")), *choices])
    return limit.format(chosen) if chosen else ""


def _ask_pay(library: Catalogue, person: Person) -> str:
    say = person.say
    countries = [(ANY, say("no limit"))]
    countries += [
        (currency, say("yes, in {currency} ({country})", currency=currency, country=say.country_name(country)))
        for currency, country in library.currencies.items()
    ]
    unit = person.prompter.choose(say("Is there a pay below which you cannot go?"), countries)
    if not unit:
        return ""

    from careercli.usecases.dialect import read_limits  # only here

    def wrong(text: str) -> str:
        if not text.strip():
            return ""
        try:
            read_limits(library, [f"pay>={text.strip()}{unit}"])
        except UsageError:
            return say("Type an amount, such as 30000, or nothing.")
        return ""

    question = say("At least how much, gross a year? Enter alone leaves it out.")
    amount = person.prompter.write(question, wrong).strip()
    return f"pay>={amount}{unit}" if amount else ""
