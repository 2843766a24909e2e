"""What both questionnaires need of the terminal and of the person's files."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from careercli.commands.quiz_options import QuizOptions
from careercli.core.careers.reports import Report
from careercli.core.quiz.answers import Answers
from careercli.errors import CancelledError, DataError, why_refused
from careercli.files import MAX_BYTES
from careercli.prompts.make import keys_held, make_prompter
from careercli.usecases.asking import Person
from careercli.usecases.quiz.actions import see_results
from careercli.usecases.quiz.keeping import Keeper, parse_given
from careercli.usecases.quiz.session import Left
from careercli.world.runtime import Runtime
from careercli.world.streams import system_path

AnyReport = TypeVar("AnyReport", bound=Report)


def make_keeper(runtime: Runtime, given: QuizOptions) -> Keeper:
    """What keeps answers and results, if that is wanted."""
    return Keeper(runtime.person_dir, runtime.tell, wanted=given.keep)


@contextmanager
def asking(runtime: Runtime) -> Iterator[Person]:
    """Who is asked, on a clean screen; what they type ahead is kept from it, and answers the next questions."""
    with keys_held(runtime):
        prompter = make_prompter(runtime)
        prompter.begin()
        yield Person(prompter, runtime.say, runtime.tell)


def read_answers(runtime: Runtime, name: str, ids: Iterable[str], career: str = "") -> Answers:
    """The answers of a file, or of standard input for `-`, about a career or on interests. Raises DataError.

    Those to activities that are asked no more are passed over.
    """
    from careercli.library.nearness import retired_items

    try:
        if name == "-":
            content = runtime.read_bytes(MAX_BYTES + 1)
        else:
            with Path(system_path(name)).open("rb") as file:
                content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError("{path} cannot be read: {why}", "Check the path.", path=name, why=why_refused(error)) from None
    retired = retired_items(runtime.catalogue)
    answers = parse_given(content, name, (*ids, *retired), career)
    return {id_: answer for id_, answer in answers.items() if id_ not in retired}


def with_results(runtime: Runtime, report: AnyReport) -> AnyReport:
    """A report that is kept: one may look at it again."""
    return replace(report, actions=(*report.actions, see_results(runtime.say)))


def cancelled(left: Left, career: str) -> CancelledError:
    """The person has left: what is kept of their answers, and how to go on."""
    if not left.kept:
        if left.earlier:
            return CancelledError("stopped; your earlier answers are as they were")
        return CancelledError("stopped; nothing was kept")
    hint = "Go on with `careers quiz --resume`."
    if career:
        hint = "Go on with `careers quiz {id} --resume`."
    if left.kept == 1:
        return CancelledError("stopped; one answer is kept", hint, id=career)
    return CancelledError("stopped; {count} answers are kept", hint, count=left.kept, id=career)
