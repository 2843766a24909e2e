"""Runs `careers quiz`: asks where that is wanted, calls the use case, and keeps what is to be kept."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from careercli.commands.quiz_options import QuizOptions
from careercli.core.careers.reports import Report
from careercli.core.quiz.answers import Answers
from careercli.core.quiz.interests import LENGTHS, Length
from careercli.core.quiz.reports import MatchReport, QuizReport
from careercli.errors import CancelledError, DataError, NeedsAnswersError
from careercli.usecases.asking import Person
from careercli.usecases.quiz import career, interests, keeping
from careercli.usecases.quiz.actions import see_results
from careercli.usecases.quiz.session import Answered, Back, Left, ask_questionnaire
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.commands.quiz_menus import Plan

AnyReport = TypeVar("AnyReport", bound=Report)


def answer_quiz(runtime: Runtime, given: QuizOptions) -> Report:
    """The report that the options ask for."""
    if given.history or given.diff:
        return _look_back(runtime, given)
    if given.items:
        return _list_items(runtime, given)
    keeper = keeping.Keeper(runtime.data_dir, runtime.tell, wanted=given.keep)
    if given.answers is not None or given.scores is not None:
        return _judge_given(runtime, given, keeper) if given.career else _match_given(runtime, given, keeper)
    if not given.career:
        return _start(runtime, given, keeper)
    from careercli.commands.quiz_menus import Plan

    report = ask_career(runtime, keeper, Plan(given.career, given.length, given.resume))
    assert not isinstance(report, Back)  # there is nothing to go back to
    return report


def ask_career(
    runtime: Runtime, keeper: keeping.Keeper, plan: "Plan", person: Person | None = None
) -> QuizReport | Back:
    """The verdict on a career by what the person answers. Raises CancelledError where they leave."""
    library = runtime.catalogue
    request = _career_request(runtime, plan.career, plan.length)
    questionnaire = career.open_career(library, request)
    if not runtime.can_ask:
        raise NeedsAnswersError(
            "the questions of `{id}` need a terminal",
            "Give the answers in a file: `careers quiz {id} --answers FILE`; `--items` lists them.",
            id=questionnaire.career,
        )
    outcome = ask_questionnaire(
        questionnaire, person or _find_person(runtime), keeper, resume=plan.resume, can_go_back=plan.from_menu
    )
    if isinstance(outcome, Back):
        return outcome
    if isinstance(outcome, Left):
        raise _cancelled(outcome, questionnaire.career)
    return _judge(runtime, keeper, replace(request, length=questionnaire.length), outcome)


def ask_interests(
    runtime: Runtime, given: QuizOptions, keeper: keeping.Keeper, plan: "Plan", person: Person
) -> MatchReport | Back:
    """The careers that fit what the person answers, within their limits. Raises CancelledError where they leave."""
    from careercli.commands.quiz_menus import ask_limits

    length = plan.length or LENGTHS[0]
    activities = interests.ActivitiesRequest(lang=runtime.lang, country=runtime.country, length=length)
    outcome = ask_questionnaire(
        interests.open_interests(runtime.catalogue, activities),
        person,
        keeper,
        resume=plan.resume,
        can_go_back=plan.from_menu,
    )
    if isinstance(outcome, Back):
        return outcome
    if isinstance(outcome, Left):
        raise _cancelled(outcome, "")
    limits = given.limits or ask_limits(runtime.catalogue, person, keeper)
    if isinstance(limits, Left):
        raise _cancelled(limits, "")
    request = replace(_match_request(runtime, given), length=length, limits=limits)
    return _match(runtime, keeper, request, outcome)


def _start(runtime: Runtime, given: QuizOptions, keeper: keeping.Keeper) -> Report:
    """Ask which of the two questionnaires, then ask it. A what-if takes the answers that are kept, if there are any."""
    library, request = runtime.catalogue, _match_request(runtime, given)
    interests.check_match(library, replace(request, length=given.length or LENGTHS[-1]))
    if given.changes and given.resume is not False:
        from careercli.usecases.quiz.lookback import last_answers

        if last := last_answers(library, keeper.saved, runtime.lang):
            return _match(runtime, keeper, request, Answered(last, "kept"))
    if not runtime.can_ask:
        raise NeedsAnswersError(
            "the questions need a terminal",
            "Give the answers in a file: `careers quiz --answers FILE`; `careers quiz --items` lists them. Or give "
            "six scores: `careers quiz --scores R=27,I=13,A=23,S=25,E=14,C=14`.",
        )
    from careercli.commands.quiz_menus import choose_plan
    from careercli.usecases.quiz.lookback import find_unfinished

    person = _find_person(runtime)
    while True:
        looked = keeper.wanted or given.resume
        unfinished = find_unfinished(library, keeper.saved, request) if looked else None
        plan = choose_plan(library, person, given, unfinished)
        if isinstance(plan, Left):
            raise _cancelled(plan, "")
        if plan.career:
            report: Report | Back = ask_career(runtime, keeper, plan, person)
        else:
            report = ask_interests(runtime, given, keeper, plan, person)
        if not isinstance(report, Back):
            return report


def _judge_given(runtime: Runtime, given: QuizOptions, keeper: keeping.Keeper) -> QuizReport:
    """The verdict on a career by the answers of a file."""
    assert given.career
    assert given.answers is not None
    request = _career_request(runtime, given.career, given.length)
    ids = career.ids_to_answer(runtime.catalogue, request)
    answers = _read_answers(runtime, given.answers, ids)
    return _judge(runtime, keeper, replace(request, length=None), Answered(answers, "file"))


def _match_given(runtime: Runtime, given: QuizOptions, keeper: keeping.Keeper) -> MatchReport:
    """The careers that fit the answers of a file, or scores."""
    request = _match_request(runtime, given)
    if given.answers is None:
        request = replace(request, method="published")
        return _match(runtime, keeper, request, Answered({}, "file"), keep=not given.quick)
    ids = [item.id for item in runtime.catalogue.interest_items(runtime.lang)]
    return _match(runtime, keeper, request, Answered(_read_answers(runtime, given.answers, ids), "file"))


def _judge(runtime: Runtime, keeper: keeping.Keeper, request: career.CareerRequest, answered: Answered) -> QuizReport:
    """The verdict on a career; it is kept if it is to be."""
    library, answers = runtime.catalogue, answered.answers
    report = career.judge_career(
        library,
        career.VerdictRequest(
            lang=request.lang,
            country=request.country,
            career=request.career,
            length=request.length,
            answers=answers,
            resumable=keeper.wanted,
        ),
    )
    if not keeper.wanted:
        return report
    result = keeping.saved_verdict(library, report, answers, runtime.now())
    kept = keeper.keep_result(result, report.data.refused, answered.source)
    return _with_results(runtime, report) if kept else report


def _match(
    runtime: Runtime,
    keeper: keeping.Keeper,
    request: interests.MatchRequest,
    answered: Answered,
    *,
    keep: bool = True,
) -> MatchReport:
    """The careers that fit; the list is kept if it is to be."""
    library = runtime.catalogue
    report = interests.match_interests(library, replace(request, answers=answered.answers))
    if not keeper.wanted or not keep:
        return report
    result = keeping.saved_match(library, report, answered.answers, runtime.now())
    kept = keeper.keep_result(result, report.data.refused, answered.source)
    return _with_results(runtime, report) if kept else report


def _with_results(runtime: Runtime, report: AnyReport) -> AnyReport:
    return replace(report, actions=(*report.actions, see_results(runtime.say)))


def _list_items(runtime: Runtime, given: QuizOptions) -> Report:
    if given.career:
        return career.list_statements(runtime.catalogue, _career_request(runtime, given.career, given.length))
    length = given.length or LENGTHS[-1]
    request = interests.ActivitiesRequest(lang=runtime.lang, country=runtime.country, length=length)
    return interests.list_activities(runtime.catalogue, request)


def _look_back(runtime: Runtime, given: QuizOptions) -> Report:
    from careercli.usecases.quiz.lookback import LookbackRequest, compare_last, list_results

    request = LookbackRequest(lang=runtime.lang, country=runtime.country, folder=runtime.data_dir, career=given.career)
    return list_results(runtime.catalogue, request) if given.history else compare_last(runtime.catalogue, request)


def _career_request(runtime: Runtime, name: str, length: Length | None) -> career.CareerRequest:
    return career.CareerRequest(lang=runtime.lang, country=runtime.country, career=name, length=length)


def _match_request(runtime: Runtime, given: QuizOptions) -> interests.MatchRequest:
    return interests.MatchRequest(
        lang=runtime.lang,
        country=runtime.country,
        scores=given.scores,
        length=given.length,
        method=given.method or "careers",
        limits=given.limits,
        changes=given.changes,
        resumable=given.keep,
    )


def _find_person(runtime: Runtime) -> Person:
    from careercli.prompts.make import make_prompter

    return Person(make_prompter(runtime), runtime.say, runtime.tell)


def _read_answers(runtime: Runtime, name: str, ids: Iterable[str]) -> Answers:
    """The answers of a file, or of standard input for `-`. Raises DataError."""
    from careercli.files.strict_yaml import MAX_BYTES  # brings PyYAML

    try:
        if name == "-":
            content = runtime.read_bytes(MAX_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(
            "{path} cannot be read: {why}", "Check the path.", path=name, why=error.strerror or error
        ) from None
    return keeping.parse_given(content, name, ids)


def _cancelled(left: Left, career_id: str) -> CancelledError:
    """The person has left: what is kept of their answers, and how to go on."""
    if not left.kept:
        if left.earlier:
            return CancelledError("stopped; your earlier answers are as they were")
        return CancelledError("stopped; nothing was kept")
    hint = "Go on with `careers quiz --resume`."
    if career_id:
        hint = "Go on with `careers quiz {id} --resume`."
    if left.kept == 1:
        return CancelledError("stopped; one answer is kept", hint, id=career_id)
    return CancelledError("stopped; {count} answers are kept", hint, count=left.kept, id=career_id)
