"""Runs `careers quiz CAREER`: is this career right for me? By a file, or what is asked."""

from collections.abc import Mapping

from msgspec.structs import asdict, replace

from careercli.commands.quiz_options import Plan, QuizOptions
from careercli.commands.quiz_shared import asking, cancelled, make_keeper, read_answers, with_results
from careercli.core.careers.reports import Report
from careercli.core.quiz.interests import Length
from careercli.core.quiz.reports import QuizReport
from careercli.errors import NeedsAnswersError
from careercli.usecases.asking import Person
from careercli.usecases.quiz.career import (
    CareerRequest,
    VerdictRequest,
    judge_career,
    list_statements,
    open_career,
    statements_version,
)
from careercli.usecases.quiz.keeping import Keeper, Source, saved_verdict
from careercli.usecases.quiz.session import Back, Left, ask_questionnaire
from careercli.world.runtime import Runtime


def answer_career(runtime: Runtime, given: QuizOptions, name: str) -> Report:
    """The verdict on a career: by the answers of a file, or by what the person answers."""
    request = _request(runtime, name, given.length, explain=given.explain)
    keeper = make_keeper(runtime, given)
    if given.answers is not None:
        career = open_career(runtime.catalogue, request).career  # raises what is wrong, whatever the file holds
        request = replace(request, length=None)
        ids = [item.id for item in list_statements(runtime.catalogue, request).data.items]
        answers = read_answers(runtime, given.answers, ids, career)
        return _judge(runtime, request, answers, keeper, "file")
    if not runtime.can_ask:
        raise NeedsAnswersError(
            "the questions of `{id}` need a terminal",
            "Give the answers in a file: `careers quiz {id} --answers FILE`; `--items` lists them.",
            id=open_career(runtime.catalogue, request).career,
        )
    with asking(runtime) as person:
        plan = Plan(name, given.length, given.resume)
        report = ask_career(runtime, keeper, plan, person, explain=given.explain)
    assert isinstance(report, QuizReport)  # there is nothing to go back to
    return report


def ask_career(
    runtime: Runtime, keeper: Keeper, plan: Plan, person: Person, *, explain: bool = False
) -> QuizReport | Back:
    """The verdict on a career by what the person answers. Raises CancelledError where they leave."""
    request = _request(runtime, plan.career, plan.length, explain=explain)
    questionnaire = open_career(runtime.catalogue, request)
    outcome = ask_questionnaire(questionnaire, person, keeper, resume=plan.resume, can_go_back=plan.from_menu)
    if isinstance(outcome, Back):
        return outcome
    if isinstance(outcome, Left):
        raise cancelled(outcome, questionnaire.career)
    return _judge(runtime, replace(request, length=questionnaire.length), outcome.answers, keeper, "asked")


def _judge(
    runtime: Runtime, request: CareerRequest, answers: Mapping[str, int], keeper: Keeper, source: Source
) -> QuizReport:
    """The verdict on a career; it is kept if it is to be."""
    library = runtime.catalogue
    report = judge_career(library, VerdictRequest(**asdict(request), answers=answers, resumable=keeper.wanted))
    if not keeper.wanted:
        return report
    version = statements_version(library, report.data.id, runtime.lang)
    result = saved_verdict(report, answers, runtime.now(), version)
    return with_results(runtime, report) if keeper.keep_result(result, report.data.refused, source) else report


def _request(runtime: Runtime, name: str, length: Length | None, *, explain: bool) -> CareerRequest:
    return CareerRequest(lang=runtime.lang, country=runtime.country, career=name, length=length, explain=explain)
