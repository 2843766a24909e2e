"""Runs `careers quiz`: which careers fit me? By scores, a file, or what is asked.

What only asking and keeping need is imported there: scores that a script turns into JSON do neither.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from careercli.commands.quiz_options import Plan, QuizOptions
from careercli.core.careers.reports import Report
from careercli.core.quiz.interests import LENGTHS
from careercli.core.quiz.reports import MatchReport
from careercli.errors import CancelledError, NeedsAnswersError, UsageError, message
from careercli.usecases.quiz.interests import (
    ActivitiesRequest,
    MatchRequest,
    check_match,
    match_interests,
    open_interests,
)
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.usecases.asking import Person
    from careercli.usecases.quiz.keeping import Keeper, Source
    from careercli.usecases.quiz.session import Back


def answer_interests(runtime: Runtime, given: QuizOptions) -> Report:
    """The careers that fit: scores, the answers of a file, or what the person answers."""
    library, request = runtime.catalogue, _match_request(runtime, given)
    if given.scores is not None and given.quick:
        return match_interests(library, request)
    from careercli.commands.quiz_shared import make_keeper, read_answers

    keeper = make_keeper(runtime, given)
    if given.scores is not None:
        return _match(runtime, request, keeper, "file")
    if given.answers is not None:
        answers = read_answers(runtime, given.answers, [item.id for item in library.statements.interests(runtime.lang)])
        return _match(runtime, replace(request, answers=answers), keeper, "file")
    return _start(runtime, given, keeper)


def ask_interests(
    runtime: Runtime, given: QuizOptions, keeper: "Keeper", plan: Plan, person: "Person"
) -> "MatchReport | Back":
    """The careers that fit what the person answers, within their limits. Raises CancelledError where they leave."""
    from careercli.commands.quiz_menus import ask_about_limits
    from careercli.commands.quiz_shared import cancelled
    from careercli.usecases.quiz.limits import Limits
    from careercli.usecases.quiz.session import Answered, Back, Left, ask_last_again, ask_questionnaire

    length = plan.length or LENGTHS[0]
    activities = ActivitiesRequest(lang=runtime.lang, country=runtime.country, length=length, folder=runtime.person_dir)
    questionnaire = open_interests(runtime.catalogue, activities)
    outcome = ask_questionnaire(questionnaire, person, keeper, resume=plan.resume, can_go_back=plan.from_menu)
    while isinstance(outcome, Answered):
        limits = (
            Limits(given.limits) if given.limits else ask_about_limits(runtime.catalogue, activities, person, keeper)
        )
        if isinstance(limits, Left):
            raise cancelled(limits, "")
        if not isinstance(limits, Back):
            request = replace(
                _match_request(runtime, given),
                answers=outcome.answers,
                length=length,
                limits=limits.limits,
                have=given.have or limits.have,
            )
            try:
                return _match(runtime, request, keeper, "asked")
            except UsageError as error:  # of a limit that was asked for: the answers are worth more than it
                if given.limits:
                    raise
                person.tell(message(error.message, **error.values))
                continue
        outcome = ask_last_again(questionnaire, person, keeper, outcome, can_go_back=plan.from_menu)
    if isinstance(outcome, Left):
        raise cancelled(outcome, "")
    return outcome


def _start(runtime: Runtime, given: QuizOptions, keeper: "Keeper") -> Report:
    """Ask which of the two questionnaires, then ask it.

    A what-if takes the answers that are kept, if there are any, by the form that asked for them; so does `--resume`,
    with other limits or none, where nothing is left of this questionnaire.
    """
    from careercli.usecases.quiz.lookback import last_answers

    library, request = runtime.catalogue, _match_request(runtime, given)
    check_match(library, replace(request, length=given.length or LENGTHS[-1]))
    asked = given.limits or not given.length  # a longer questionnaire is asked for
    again = given.changes or (asked and given.resume and not _is_half_way(keeper))
    if again and given.resume is not False:
        answers, length = last_answers(library, keeper.saved, runtime.lang)
        if answers:
            kept = replace(request, answers=answers, length=given.length or length)
            return _match(runtime, kept, keeper, "kept")
    if not runtime.can_ask:
        raise NeedsAnswersError(
            "the questions need a terminal",
            "Give the answers in a file: `careers quiz --answers FILE`; `careers quiz --items` lists them. Or give "
            "six scores: `careers quiz --scores R=27,I=13,A=23,S=25,E=14,C=14`.",
        )
    from careercli.commands.quiz_shared import asking

    with asking(runtime) as person:
        return _ask(runtime, given, keeper, person)


def _is_half_way(keeper: "Keeper") -> bool:
    """Whether the questionnaire on interests was left half-way."""
    unfinished = keeper.saved.unfinished
    return unfinished is not None and not unfinished.career


def _ask(runtime: Runtime, given: QuizOptions, keeper: "Keeper", person: "Person") -> Report:
    """Ask what is to be asked until it is answered: from a first question one comes back to the menu."""
    from careercli.commands.quiz_career import ask_career
    from careercli.commands.quiz_menus import choose_plan
    from careercli.commands.quiz_shared import cancelled
    from careercli.usecases.quiz.lookback import find_unfinished
    from careercli.usecases.quiz.session import Back, Left

    library, request = runtime.catalogue, _match_request(runtime, given)
    while True:
        looked = keeper.wanted or given.resume
        unfinished = find_unfinished(library, keeper.saved, request) if looked else None
        plan = choose_plan(library, person, keeper, given, unfinished)
        if isinstance(plan, Left):
            if not (plan.kept or plan.earlier):
                raise CancelledError("stopped; no question was asked")
            raise cancelled(plan, "")
        if plan.career:
            report: Report | Back = ask_career(runtime, keeper, plan, person, explain=given.explain)
        else:
            report = ask_interests(runtime, given, keeper, plan, person)
        if not isinstance(report, Back):
            return report


def _match(runtime: Runtime, request: MatchRequest, keeper: "Keeper", source: "Source") -> MatchReport:
    """The careers that fit; the list is kept if it is to be."""
    from careercli.commands.quiz_shared import with_results
    from careercli.usecases.quiz.keeping import saved_match

    report = match_interests(runtime.catalogue, request)
    if not keeper.wanted:
        return report
    version = runtime.catalogue.statements.version()
    result = saved_match(report, request.answers, runtime.now(), version)
    return with_results(runtime, report) if keeper.keep_result(result, report.data.refused, source) else report


def _match_request(runtime: Runtime, given: QuizOptions) -> MatchRequest:
    return MatchRequest(
        lang=runtime.lang,
        country=runtime.country,
        scores=given.scores,
        length=given.length,
        method=given.method or ("answers" if given.scores is None else "published"),
        limits=given.limits,
        have=given.have,
        among=given.among,
        changes=given.changes,
        resumable=given.keep,
        folder=runtime.person_dir,
        explain=given.explain,
        pivots=given.explain or given.quick,
    )
