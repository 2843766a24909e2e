"""What a questionnaire says: the steps of an answer, and why there is no result."""

from careercli.locale import Say


def answer_words(say: Say) -> tuple[str, ...]:
    """The five steps of an answer to a statement about oneself, from 1 to 5."""
    return say("not me at all"), say("rather not me"), say("so-so"), say("rather me"), say("very much me")


def agreeing_question(say: Say) -> str:
    """What is asked of a statement about oneself."""
    return say("How much is this like you?")


def liking_question(say: Say) -> str:
    """What is asked of an activity."""
    return say("How much would you like to do this?")


def liking_words(say: Say) -> tuple[str, ...]:
    """The five steps of an answer to an activity, from 1 to 5."""
    return (
        say("I would dislike it a lot"),
        say("I would rather not"),
        say("neither"),
        say("I would like it"),
        say("I would like it a lot"),
    )


def living_words(say: Say) -> tuple[str, ...]:
    """The five steps of an answer to what is hard about a work, from 1 to 5."""
    return (
        say("I could not"),
        say("I would find it hard"),
        say("I would get used to it"),
        say("it would be fine"),
        say("I would even like it"),
    )


def condition_question(condition: str, say: Say) -> str:
    """What is asked about a condition of work."""
    return say("{condition}: could you live with that?", condition=condition)


def doing_words(say: Say) -> dict[str, str]:
    """What each of the six types likes to do."""
    return {
        "R": say("working with your hands"),
        "I": say("finding things out"),
        "A": say("creating something"),
        "S": say("helping people"),
        "E": say("leading others"),
        "C": say("keeping things in order"),
    }


def refusal_words(refused: str, say: Say, *, scores: bool = False) -> str:
    """Why answers on interests, or scores, are not ranked, and what to do."""
    if scores:
        return say("Your six scores are nearly equal: no career stands out by them, and a list would be made up.")
    return {
        "few": say(
            "Too few activities were answered for a list: at least two thirds are needed, and one of each type."
        ),
        "flat": say(
            "Your answers set no activity clearly above the others, so nothing can be ranked by them and a list would "
            "be made up. Ask of each activity: rather this than the one before?"
        ),
        "careless": say(
            "Your answers follow a pattern instead of the activities, so nothing can be ranked by them: take the "
            "activities one by one."
        ),
    }[refused]
