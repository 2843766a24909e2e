"""What `careers quiz` asks beside the statements: which questionnaire, which career, how long; then which limits."""

import math

from careercli.commands.quiz_options import Plan, QuizOptions
from careercli.core.quiz.interests import ADAPTIVE, LENGTHS, Length, asked_at
from careercli.core.quiz.questions import USUAL
from careercli.library.catalogue import Catalogue
from careercli.profile.saved import Unfinished
from careercli.usecases.asking import Person, StepBackError
from careercli.usecases.quiz.keeping import Keeper
from careercli.usecases.quiz.limits import Limits, ask_limits
from careercli.usecases.quiz.session import Back, Left, leave
from careercli.usecases.request import Request

MATCH, BY_LENGTH, CAREER, RESUME = "match", "length", "career", "resume"
OTHER = "?"
#: Seconds that it takes to rate an activity.
SECONDS_EACH = 8


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
    if options.length:
        return given
    told = ""
    if options.resume:
        told = person.say("Nothing was left half-way: here is the beginning.") + "\n"
    given = given._replace(from_menu=True)
    if not (options.limits or options.method or options.changes):
        return _choose_by_menu(library, person, given, unfinished if options.resume is None else None, told)
    return given._replace(length=_choose_length(library, person, told, is_first=True))


def _choose_by_menu(library: Catalogue, person: Person, given: Plan, unfinished: Unfinished | None, told: str) -> Plan:
    """Which questionnaire, then of which career or how long; Escape goes back to the first of these.

    `told` stands before the first question.
    """
    while True:
        chosen = _choose_questionnaire(library, person, unfinished, told)
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


def _choose_questionnaire(library: Catalogue, person: Person, unfinished: Unfinished | None, told: str) -> str:
    """Which of the two questionnaires; or to go on with the one that was left half-way.

    That on interests asks as many activities as it takes; another choice offers fixed numbers.
    """
    say, items = person.say, library.statements.interests(person.say.lang)
    counts = [say.number(len(asked_at(items, length))) for length in LENGTHS]
    choices = [
        (MATCH, say("Which careers fit me? {n} activities or so, {minutes} minutes", n=USUAL, minutes=_minutes(USUAL))),
        (BY_LENGTH, say("the same, by {counts} activities", counts=say.either(counts))),
        (CAREER, say("Is this career right for me?")),
    ]
    if unfinished and (name := _name_of(library, person, unfinished)):
        choices.insert(0, (RESUME, say("Go on where I stopped: {what}", what=name)))
    kinds = say(
        "There are two questionnaires: one looks among all careers for what you like to do, the other asks whether "
        "you would get on with a certain one."
    )
    question = f"{told}{kinds}\n{say('What would you like to find out?')}"
    return person.prompter.choose(question, choices, choices[0][0], leaves=True)


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

    name = person.prompter.write(say("The name of the career:"), wrong).strip()
    person.prompter.begin()  # a line that is typed stays on the screen
    return name


def _minutes(activities: int) -> int:
    """How long it takes to rate so many."""
    return math.ceil(activities * SECONDS_EACH / 60)


def _choose_length(library: Catalogue, person: Person, told: str = "", *, is_first: bool = False) -> Length:
    """How many activities; where this is the first question, `told` stands before it."""
    say, items = person.say, library.statements.interests(person.say.lang)
    texts: dict[Length, str] = {
        ADAPTIVE: say(
            "as many activities as it takes, {n} or so, {minutes} minutes: your answers choose the next (recommended)",
            n=USUAL,
            minutes=_minutes(USUAL),
        )
    }
    for length in LENGTHS:
        count = len(asked_at(items, length))
        values = {"n": count, "minutes": _minutes(count)}
        texts[length] = {
            "short": say("{n} activities, {minutes} minutes: a first idea", **values),
            "standard": say(
                "{n} activities, {minutes} minutes: the same for everybody, to compare with others", **values
            ),
            "full": say("{n} activities, {minutes} minutes: the steadiest list", **values),
        }[length]
    question = f"{told}{say('How long may it take?')}"
    chosen = person.prompter.choose(question, list(texts.items()), ADAPTIVE, leaves=is_first)
    return next(length for length in texts if length == chosen)


def ask_about_limits(library: Catalogue, request: Request, person: Person, keeper: Keeper) -> Limits | Left | Back:
    """What has been studied, and hard limits; each can be passed over."""
    try:
        return ask_limits(library, request, person)
    except StepBackError:
        return Back()
    except KeyboardInterrupt:
        return leave(keeper)
