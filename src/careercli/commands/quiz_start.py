"""What is asked before and after the statements: which questionnaire, which career, how long, which limits."""

from careercli.commands.quiz_ask import Asked, Session
from careercli.core.comparing.limits import parse_limit
from careercli.errors import CancelledError, UsageError
from careercli.locale import Say
from careercli.locale.quiz_words import liking_words
from careercli.world.runtime import Prompter, Runtime

MATCH, CAREER, RESUME = "match", "career", "resume"
ANY = ""


def choose_questionnaire(runtime: Runtime, prompter: Prompter, left: str | None) -> str:
    """Which of the two questionnaires; or to go on with the one that was left half-way, which `left` names."""
    say = runtime.say
    choices = [
        (MATCH, say("Which careers fit me?")),
        (CAREER, say("Is this career right for me?")),
    ]
    if left is not None:
        choices.insert(0, (RESUME, say("Go on where I stopped: {what}", what=left)))
    runtime.tell(
        say("One looks for what you like to do among 900 careers, the other at the good and hard sides of one.")
    )
    return prompter.choose(say("What would you like to find out?"), choices)


def choose_career(runtime: Runtime, prompter: Prompter) -> str:
    """A career: a guide of the list, or the name of any."""
    say = runtime.say
    other = "?"
    cards = runtime.catalogue.cards(runtime.lang)
    choices = [*((card.id, card.name) for card in cards), (other, say("another career: I type its name"))]
    chosen = prompter.choose(say("Which career?"), choices)
    if chosen != other:
        return chosen

    def wrong(text: str) -> str:
        return "" if text.strip() else say("Type a name, such as “nurse”.")

    return prompter.write(say("Which career?"), wrong).strip()


def choose_length(runtime: Runtime, prompter: Prompter) -> str:
    """How many activities."""
    say = runtime.say
    choices = [
        ("short", say("short: 12 activities, 2 minutes, a first idea")),
        ("standard", say("standard: 30 activities, 4 minutes")),
        ("full", say("full: 60 activities, 8 minutes, the steadiest list")),
    ]
    return prompter.choose(say("How long may it take?"), choices)


def ask_limits(runtime: Runtime, prompter: Prompter) -> list[str]:
    """Hard limits, as `--limit` takes them; each can be passed over."""
    say = runtime.say
    choices = [("no", say("no, show me all that fits")), ("yes", say("yes, ask me"))]
    question = say("Are there limits, such as pay or years of study?")
    if prompter.choose(question, choices) == "no":
        return []
    years = [
        ("0", say("none: I start after school")),
        *((str(n), say.count("{n} year", "{n} years", n)) for n in _YEARS),
    ]
    zones = [
        ("1", say("some days to a few months")),
        ("2", say("up to a year on the job")),
        ("3", say("up to vocational training or a short degree")),
        ("4", say("up to a bachelor’s degree and some years of work")),
    ]
    found = [
        _ask_pay(runtime, prompter),
        _choose(say, prompter, say("At most how many years of study after school?"), "years<={}", years),
        _choose(say, prompter, say("At most how much preparation?"), "zone<={}", zones),
        _choose(
            say,
            prompter,
            say("Must it be possible from home? Only our guides know that: it leaves out all others."),
            "remote={}",
            [("often", say("yes, often")), ("sometimes", say("yes, at least sometimes"))],
        ),
    ]
    return [text for text in found if text]


_YEARS = (1, 2, 3, 4, 6)


def _choose(say: Say, prompter: Prompter, question: str, limit: str, choices: list[tuple[str, str]]) -> str:
    chosen = prompter.choose(question, [(ANY, say("no limit")), *choices])
    return limit.format(chosen) if chosen else ""


def _ask_pay(runtime: Runtime, prompter: Prompter) -> str:
    say = runtime.say
    countries = [(ANY, say("no limit"))]
    countries += [
        (currency, say("yes, in {currency} ({country})", currency=currency, country=say.country_name(country)))
        for currency, country in runtime.catalogue.currencies.items()
    ]
    unit = prompter.choose(say("Is there a pay below which you cannot go?"), countries)
    if not unit:
        return ""

    def wrong(text: str) -> str:
        if not text.strip():
            return ""
        try:
            parse_limit(f"pay>={text.strip()}{unit}")
        except UsageError:
            return say("Type an amount, such as 30000, or nothing.")
        return ""

    amount = prompter.write(say("At least how much, gross a year? Enter alone leaves it out."), wrong).strip()
    return f"pay>={amount}{unit}" if amount else ""


def ask_interests(
    runtime: Runtime, length: str, *, keep: bool, resume: bool | None, limits: list[str] | None, prompter: Prompter
) -> tuple[dict[str, int], list[str]]:
    """The answers on interests, and the limits; those are not asked where some are given."""
    from careercli.commands.quiz_match import items_of

    say = runtime.say
    steps = liking_words(say)
    asked = [Asked(item.id, item.text, steps) for item in items_of(runtime, length)]
    found = list(limits or [])

    def then(prompter: Prompter) -> None:
        if limits is None:
            found.extend(ask_limits(runtime, prompter))

    session = Session(runtime, "", asked, keep=keep, resume=resume, length=length, prompter=prompter)
    intro = [
        say("How much would you like to do each of these? Never mind whether you can, or what it pays."),
        say("Ctrl-C leaves at any time."),
    ]
    return session.ask(intro, then), found


def cancelled() -> CancelledError:
    """The user left before the first statement."""
    return CancelledError("stopped; nothing was kept")
