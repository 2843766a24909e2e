"""`careers quiz`."""

from typing import Annotated

import typer
from msgspec.structs import replace

from careercli.commands import completing, options
from careercli.commands.naming import read_name, tell_read
from careercli.commands.quiz_options import NamedResult, QuizOptions, check_options, split_names, split_result
from careercli.commands.writing import write_report
from careercli.core.careers.reports import Report
from careercli.core.quiz.interests import LENGTHS, Length
from careercli.core.quiz.matching import Method
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="career",
            help="The career to ask about; without one, which fit you.",
            autocompletion=completing.career,
        ),
    ] = None,
    length: Annotated[
        Length | None,
        typer.Option(
            "--length",
            help="How many activities: 12, 30 or 60; `adaptive`, as without it: as many as it takes.",
            show_default=False,
        ),
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Take the answers from a file, `-` for stdin.")
    ] = None,
    scores: Annotated[
        str | None,
        typer.Option("--scores", metavar="R=..,I=..", help="Six scores of the official profiler, each 0 to 40."),
    ] = None,
    limit: options.LimitOption = None,
    have: options.HaveOption = None,
    among: options.AmongOption = None,
    method: Annotated[
        Method | None, typer.Option("--method", help="The rule that matches.", show_default=False)
    ] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option("--what-if", metavar="ITEM=ANSWER", help="The list if an answer were another; repeatable."),
    ] = None,
    items: Annotated[bool, typer.Option("--items", help="List the statements and their ids.")] = False,
    resume: Annotated[
        bool | None, typer.Option("--resume/--restart", help="Go on where you stopped, or begin anew.")
    ] = None,
    history: Annotated[
        bool,
        typer.Option(
            "--history", help="List the results that are kept; with a number or a date, show one of them again."
        ),
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="What changed between the last two results.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="All reasons, and what the numbers are made of and worth.")
    ] = False,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing.")] = False,
    form: options.FormatOption = None,
    json: options.JsonOption = False,
    no_pager: options.NoPagerOption = False,
    width: options.WidthOption = None,
) -> None:
    """Find out which careers fit you, or whether one does: statements to rate, then reasons for and against.

    Examples:
      careers quiz --scores R=27,I=13,A=23,S=25,E=14,C=14 --limit "years<=3"
      careers quiz --among nurse,"graphic designer",ai-engineer --scores R=5,I=20,A=30,S=25,E=9,C=4
    """
    runtime: Runtime = ctx.obj
    name, named = split_result(name or []) if history else (name or [], NamedResult())
    given = QuizOptions(
        career=" ".join(name) if name else None,
        length=length,
        answers=answers,
        scores=scores,
        limits=tuple(limit or ()),
        have=have,
        among=tuple(name for text in among or () for name in split_names(text)),
        method=method,
        changes=tuple(what_if or ()),
        items=items,
        resume=resume,
        history=history,
        number=named.number,
        date=named.date,
        diff=diff,
        explain=explain,
        keep=not no_save,
        quick=json or form is options.Format.json,
    )
    check_options(given)
    if name:
        given = replace(given, career=read_name(runtime, name, asking=form is None and not json))
        if len(name) > 1:
            tell_read(runtime, "quiz", [" ".join(name)])
    write_report(runtime, _answer(runtime, given), form, json=json, width=width, pager=not no_pager)


def _answer(runtime: Runtime, given: QuizOptions) -> Report:
    """The report that the options ask for; what makes it is imported when it is known."""
    if given.history or given.diff:
        return _look_back(runtime, given)
    if given.items:
        return _list_items(runtime, given)
    if given.career is not None:
        from careercli.commands.quiz_career import answer_career

        return answer_career(runtime, given, given.career)
    from careercli.commands.quiz_interests import answer_interests

    return answer_interests(runtime, given)


def _list_items(runtime: Runtime, given: QuizOptions) -> Report:
    lang, country, length = runtime.lang, runtime.country, given.length
    if given.career is not None:
        from careercli.usecases.quiz.career import CareerRequest, list_statements

        request = CareerRequest(lang=lang, country=country, career=given.career, length=length)
        return list_statements(runtime.catalogue, request)
    from careercli.usecases.quiz.interests import ActivitiesRequest, list_activities

    activities = ActivitiesRequest(lang=lang, country=country, length=length or LENGTHS[-1])
    return list_activities(runtime.catalogue, activities)


def _look_back(runtime: Runtime, given: QuizOptions) -> Report:
    from careercli.usecases.quiz.lookback import LookbackRequest, compare_last, list_results

    request = LookbackRequest(
        lang=runtime.lang,
        country=runtime.country,
        folder=runtime.person_dir,
        career=given.career,
        number=given.number,
        date=given.date,
        explain=given.explain,
    )
    if given.number is not None or given.date:
        from careercli.usecases.quiz.again import show_again

        return show_again(runtime.catalogue, request)
    return list_results(runtime.catalogue, request) if given.history else compare_last(runtime.catalogue, request)
