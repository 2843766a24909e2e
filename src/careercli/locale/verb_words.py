"""What people call what the program does, beside the names of its verbs."""

from collections.abc import Iterable

from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.locale import Say


def verb_words(say: Say) -> dict[str, str]:
    """Other words for each verb, with commas between."""
    return {
        "list": say("list, fields"),
        "search": say("find, look for"),
        "quiz": say("quiz, test, questionnaire"),
        "compare": say("comparison, versus, vs"),
        "salary": say("salary, pay, wage, wages"),
        "mine": say("mine, favorites"),
        "config": say("config, settings, language, country, colors"),
        "topic": say("topics, advice"),
        "map": say("map, world, world of work, chart"),
        "notes": say("notes, my notes"),
        "define": say("glossary, definitions, terms"),
        "random": say("random, surprise me"),
        "help": say("help, keys, manual"),
    }


def names_in(words: str) -> list[str]:
    """The words of such a list, folded."""
    return [fold(name) for name in words.split(",")]


def verb_called(word: str, spoken: Iterable[Lang]) -> str:
    """The verb that is called so in one of some languages; empty where none is."""
    key = fold(word)
    tables = (verb_words(Say(lang)) for lang in spoken)
    return next((verb for words in tables for verb, named in words.items() if key in names_in(named)), "")
