"""`careers quiz`."""

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from careercli.commands import options as o
from careercli.commands import quiz_kept
from careercli.commands.naming import read_name
from careercli.commands.writing import write_report
from careercli.core.careers.reports import Report
from careercli.errors import NeedsAnswersError, UsageError
from careercli.usecases.names import notes_on_name
from careercli.world.runtime import Runtime


class LengthChoice(StrEnum):
    short = "short"
    standard = "standard"
    full = "full"


class MethodChoice(StrEnum):
    published = "published"
    careers = "careers"


class Wanted:
    """What a command line asks for: its options, by the names that a user knows."""

    def __init__(self, **options: object) -> None:
        self.given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value]

    def refuse(self, hint: str, *groups: tuple[str, ...]) -> None:
        """Raises UsageError where options of two groups are given that exclude each other."""
        for n, group in enumerate(groups):
            for other in groups[n + 1 :]:
                for one in group:
                    for two in other:
                        if one in self.given and two in self.given:
                            raise UsageError("`{one}` and `{two}` exclude each other", hint, one=one, two=two)


def run(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="career",
            help="The career to ask about; without one, which fit you.",
            autocompletion=o.complete_career,
        ),
    ] = None,
    length: Annotated[
        LengthChoice | None, typer.Option("--length", help="How many activities: 12, 30 or 60.", show_default=False)
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Take the answers from a file, `-` for stdin.")
    ] = None,
    scores: Annotated[
        str | None,
        typer.Option("--scores", metavar="R=..,I=..", help="Six scores of the official profiler, each 0 to 40."),
    ] = None,
    limit: Annotated[
        list[str] | None,
        typer.Option("--limit", help="What a career must keep, such as pay>=60000; may be repeated."),
    ] = None,
    method: Annotated[
        MethodChoice | None, typer.Option("--method", help="The rule that matches.", show_default=False)
    ] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option("--what-if", metavar="ITEM=ANSWER", help="The list if an answer were another; repeatable."),
    ] = None,
    items: Annotated[bool, typer.Option("--items", help="List the statements and their ids.")] = False,
    resume: Annotated[
        bool | None, typer.Option("--resume/--restart", help="Go on where you stopped, or begin anew.")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="List the results that are kept.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="What changed between the last two results.")] = False,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Find out which careers fit you, or whether one does: statements to rate, then reasons for and against.

    Examples:
      careers quiz --scores R=27,I=13,A=23,S=25,E=14,C=14 --limit "years<=3"
      careers quiz ai-specialist --items --json
    """
    runtime: Runtime = ctx.obj
    wanted = Wanted(
        scores=scores,
        answers=answers is not None,
        items=items,
        history=history,
        diff=diff,
        resume=resume,
        restart=resume is False,
        what_if=what_if,
        limit=limit,
        method=method,
        length=length,
    )
    check_options(wanted, " ".join(name) if name else None)
    career = read_name(runtime, "quiz", name, asking=form is None and not json) if name else None
    if method is MethodChoice.careers and scores:
        raise UsageError(
            "scores are matched by the published rule alone", "Leave out `--method`: it is for our own statements."
        )
    choices = Choices(
        length=length.value if length else None,
        answers=answers,
        scores=scores,
        limits=limit or [],
        method=method.value if method else None,
        what_if=what_if or [],
        items=items,
        resume=resume,
        keeper=quiz_kept.Keeper(runtime, wanted=not no_save),
        quick=json or form is o.Format.json,
    )
    if history or diff:
        report = _look_back(runtime, career, history=history)
    elif career is not None:
        report = about_career(runtime, career, choices)
    elif items or scores is not None or answers is not None:
        report = about_interests(runtime, choices)
    else:
        report = start(runtime, choices)
    write_report(runtime, report, form, json=json, width=width)
    if choices.keeper.kept:
        runtime.hint(runtime.say("Kept: `careers quiz --history` lists your results."))


class Choices(msgspec.Struct, kw_only=True):
    """The options that decide what is asked and how it is matched.

    `quick`: scores that a script turns into JSON are not kept, for keeping costs as much as matching.
    """

    length: str | None
    answers: str | None
    scores: str | None
    limits: list[str]
    method: str | None
    what_if: list[str]
    items: bool
    resume: bool | None
    keeper: quiz_kept.Keeper
    quick: bool


def check_options(wanted: Wanted, career: str | None) -> None:
    """Raises UsageError for options that exclude each other, in one sentence."""
    ways = (("--scores",), ("--answers",), ("--items",), ("--history",), ("--diff",), ("--resume", "--restart"))
    wanted.refuse("Give one of them.", *ways)
    looking = ("--items", "--history", "--diff")
    wanted.refuse("Leave one of them out.", looking, ("--what-if", "--limit", "--method"))
    wanted.refuse("Leave out `--length`.", ("--history", "--diff", "--scores"), ("--length",))
    wanted.refuse(
        "Scores come without statements: give the answers by `--answers FILE`.", ("--scores",), ("--what-if",)
    )
    if career is not None:
        for option in ("--scores", "--limit", "--method", "--what-if"):
            if option in wanted.given:
                raise UsageError(
                    "`{option}` is for finding careers, not for the one named `{career}`",
                    "Leave out the career, or the option.",
                    option=option,
                    career=career,
                )


def _look_back(runtime: Runtime, career: str | None, *, history: bool) -> Report:
    id_ = runtime.catalogue.resolve_career(career, runtime.lang, guides_first=True).id if career else ""
    from careercli.commands import quiz_lookback

    return quiz_lookback.make_history(runtime, id_) if history else quiz_lookback.make_diff(runtime, id_)


def about_career(runtime: Runtime, name: str, choices: Choices) -> Report:
    """The questionnaire on one career: its statements, or the verdict."""
    found = runtime.catalogue.resolve_career(name, runtime.lang, guides_first=True)
    if found.kind == "occupation":
        from careercli.commands import quiz_occupation as occupation

        shared = notes_on_name(runtime.catalogue, found, runtime.say)
        report: Report
        if choices.items:
            quiz = occupation.open_quiz(runtime, found.id, choices.length or "full")
            report = occupation.list_items(runtime, quiz)
        else:
            if choices.answers is None:  # before thirty questions on another occupation than the one meant
                for note in shared:
                    runtime.tell(note)
            length = choices.length or "short"
            report = occupation.take(
                runtime, found.id, length, choices.keeper, answers=choices.answers, resume=choices.resume
            )
        return msgspec.structs.replace(report, notes=(*shared, *report.notes))
    from careercli.commands import quiz_career

    if choices.length:
        raise UsageError(
            "`--length` is for activities; the guide `{id}` has statements of its own", "Leave it out.", id=found.id
        )
    if choices.items:
        return quiz_career.list_items(runtime, quiz_career.open_quiz(runtime, found.id))
    return quiz_career.take(runtime, found, choices.keeper, answers=choices.answers, resume=choices.resume)


def about_interests(runtime: Runtime, choices: Choices) -> Report:
    """The activities, or the careers that fit answers or scores from elsewhere."""
    from careercli.commands import quiz_match

    if choices.items:
        return quiz_match.list_items(runtime, choices.length or "full")
    if choices.scores is not None:
        report = quiz_match.make_report(runtime, quiz_match.give_scores(choices.scores), "published", choices.limits)
        if choices.keeper.wanted and not choices.quick:
            choices.keeper.put(quiz_kept.saved_match(runtime, report, {}), report.refused)
        return report
    assert choices.answers is not None
    given = quiz_kept.read_answers(runtime, choices.answers, quiz_match.interest_ids(runtime, "full"))
    return _matched(runtime, given, choices.length, choices, choices.limits)


def _matched(
    runtime: Runtime, answers: dict[str, int], length: str | None, choices: Choices, limits: list[str]
) -> Report:
    """The careers that fit some answers; the result is kept if it is to be."""
    from careercli.commands import quiz_match

    given = quiz_match.give_answers(runtime, answers, length)
    changes = quiz_match.parse_changes(runtime, choices.what_if, given)
    method = "published" if choices.method == "published" else "careers"
    report = quiz_match.make_report(runtime, given, method, limits, changes)  # type: ignore[arg-type]
    report = msgspec.structs.replace(report, resumable=choices.keeper.wanted)
    if choices.keeper.wanted:
        choices.keeper.put(quiz_kept.saved_match(runtime, report, answers), report.refused)
    return report


def start(runtime: Runtime, choices: Choices) -> Report:
    """Ask which of the two questionnaires, then ask it. A what-if takes the answers that are kept, if there are any."""
    _check_early(runtime, choices)
    if choices.what_if and choices.resume is not False and (kept := _kept_interests(runtime)):
        return _matched(runtime, kept, choices.length, choices, choices.limits)
    if not runtime.can_ask:
        raise NeedsAnswersError(
            "the questions need a terminal",
            "Give the answers in a file: `careers quiz --answers FILE`; `careers quiz --items` lists them. Or give "
            "six scores: `careers quiz --scores R=27,I=13,A=23,S=25,E=14,C=14`.",
        )
    from careercli.commands import quiz_start as ask
    from careercli.prompts.make import make_prompter

    prompter = make_prompter(runtime)
    left = _find_left(runtime) if choices.keeper.wanted or choices.resume else None
    career = ""
    try:
        what = _what(runtime, choices, left, prompter)
        if what == ask.CAREER:
            career = ask.choose_career(runtime, prompter)
        elif what == ask.MATCH and choices.length is None:
            choices.length = ask.choose_length(runtime, prompter)
    except KeyboardInterrupt:
        raise ask.cancelled() from None
    if what == ask.RESUME and left:
        choices.resume = True
        career = left[0]
        choices.length = choices.length or left[1] or None
    if career:
        return about_career(runtime, career, choices)
    length = choices.length or "short"
    keep, limits = choices.keeper.wanted, choices.limits or None
    answers, limits = ask.ask_interests(
        runtime, length, keep=keep, resume=choices.resume, limits=limits, prompter=prompter
    )
    return _matched(runtime, answers, length, choices, limits)


def _check_early(runtime: Runtime, choices: Choices) -> None:
    """Raises UsageError for limits and changes that are wrong, before anything is asked."""
    if choices.limits:
        from careercli.core.comparing.limits import parse_limit

        for text in choices.limits:
            parse_limit(text)
    if choices.what_if:
        from careercli.commands import quiz_match

        given = quiz_match.give_answers(runtime, {}, choices.length or "full")
        quiz_match.parse_changes(runtime, choices.what_if, given)


def _kept_interests(runtime: Runtime) -> dict[str, int]:
    """The answers on interests that are kept, to activities that are still asked."""
    from careercli.commands import quiz_match
    from careercli.profile.answers import load_saved

    known = set(quiz_match.interest_ids(runtime, "full"))
    return {id_: answer for id_, answer in load_saved(runtime.data_dir).interests.items() if id_ in known}


def _find_left(runtime: Runtime) -> tuple[str, str] | None:
    from careercli.commands.quiz_lookback import find_left

    return find_left(runtime)


def _what(runtime: Runtime, choices: Choices, left: tuple[str, str] | None, prompter: "object") -> str:
    """Which questionnaire: named by the options, or asked."""
    from careercli.commands import quiz_start as ask

    say = runtime.say
    if choices.resume and left and not (choices.length and left[0]):
        return ask.RESUME
    if choices.resume and not choices.length:
        runtime.tell(say("Nothing was left half-way: here is the beginning."))
    if choices.length or choices.limits or choices.method or choices.what_if:
        return ask.MATCH
    name = None
    if left and choices.resume is None:
        entries = runtime.catalogue.entries([left[0]], runtime.lang) if left[0] else {}
        name = entries[left[0]].name if left[0] in entries else None if left[0] else say("my interests")
    return ask.choose_questionnaire(runtime, prompter, name)  # type: ignore[arg-type]
