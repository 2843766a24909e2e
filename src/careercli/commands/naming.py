"""What careers are called on a command line: names of several words without quotes, and names of several careers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercli.core.text.plaintext import capitalized
from careercli.errors import NeedsAnswersError, NotFoundError
from careercli.usecases.names import join_names
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.usecases.asking import Person
    from careercli.usecases.request import Request

#: What is chosen where none of the careers is meant.
NONE = "none"


def read_name(runtime: Runtime, words: Sequence[str], *, asking: bool) -> str:
    """One career from all words; the person is asked where several may be meant, if there is somebody to ask."""
    name = " ".join(words)
    return _settle(runtime, name) if asking and runtime.can_ask else name


def read_names(runtime: Runtime, verb: str, words: Sequence[str], *, asking: bool) -> list[str]:
    """Several careers from words: those that together are a name are taken together."""
    names = join_names(runtime.catalogue, words, runtime.lang)
    if names != list(words):
        tell_read(runtime, verb, names)
    return [_settle(runtime, name) for name in names] if asking and runtime.can_ask else names


def pick_name(runtime: Runtime, verb: str) -> str:
    """The career that the person picks where the command line names none. Raises NeedsAnswersError."""
    if not (runtime.can_ask and runtime.is_terminal):
        raise NeedsAnswersError(
            "`careers {verb}` needs the name of a career", "Name one: `careers {verb} nurse`.", verb=verb
        )
    from careercli.usecases.picking import pick_one  # brings the search

    return pick_one(runtime.catalogue, _request(runtime), _person(runtime))


def pick_names(runtime: Runtime, most: int) -> tuple[str, ...]:
    """The careers that the person picks, one by one."""
    from careercli.usecases.picking import pick_several

    return pick_several(runtime.catalogue, _request(runtime), _person(runtime), most)


def _request(runtime: Runtime) -> "Request":
    from careercli.usecases.request import Request

    return Request(lang=runtime.lang, country=runtime.country)


def _person(runtime: Runtime) -> "Person":
    from careercli.prompts.make import make_prompter
    from careercli.usecases.asking import Person

    return Person(make_prompter(runtime), runtime.say, runtime.tell)


def tell_read(runtime: Runtime, verb: str, names: Sequence[str]) -> None:
    """Say what a command line was read as, where that is not what was typed."""
    import re
    import shlex  # both only where something is told

    shown = [name if re.fullmatch(r"[\w.-]+", name) else shlex.quote(name) for name in names]
    runtime.tell(runtime.say("Read as `{command}`.", command=" ".join(["careers", verb, *shown])))


def _settle(runtime: Runtime, name: str) -> str:
    """A name, or the career that the person chooses where it may mean several."""
    try:
        runtime.catalogue.resolve_career(name, runtime.lang)
    except NotFoundError as error:
        if not error.near:
            return name
        choices = [(id_, error.labels.get(id_, id_)) for id_ in error.near]
        say, several = runtime.say, error.kind == "title"
        called = (
            say("`{name}` may mean several careers", name=name)
            if several
            else say("no career is called `{name}`", name=name)
        )
        question = say("{said}. Which one is meant?", said=capitalized(called.replace("`", "")))
        chosen = choose_career(runtime, question, choices)
        return chosen or name
    return name


def choose_career(runtime: Runtime, question: str, choices: Sequence[tuple[str, str]]) -> str:
    """The career that the person chooses among some, each (id, name); empty where none of them is."""
    from careercli.prompts.make import make_prompter

    prompter = make_prompter(runtime)
    picked = prompter.choose(question, [*choices, (NONE, runtime.say("none of these"))])
    return "" if picked == NONE else picked
