"""careers quiz"""

import sys
from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.core.fit import mix_directions, score_fit
from careercli.core.model import Role, Statement
from careercli.core.reports import ComparedCareer, ItemsReport, QuizItem, QuizReport
from careercli.errors import CancelledError, DataError, NeedsAnswersError, UsageError
from careercli.pages.quiz import answer_words
from careercli.prompts.base import BACK, QUIT, SKIP, Prompter, make_prompter
from careercli.runtime import Runtime


def run(
    ctx: typer.Context,
    career: Annotated[
        str | None, typer.Argument(help="The career to ask about.", autocompletion=o.complete_career)
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Take the answers from a file, `-` for stdin.")
    ] = None,
    items: Annotated[bool, typer.Option("--items", help="List the statements and their ids.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where you stopped.")] = False,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing.")] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
) -> None:
    """Find out whether a career is right for you: statements to rate, then reasons for and against.

    Examples:
      careers quiz ai-specialist
      careers quiz ai-specialist --items --json
    """
    runtime: Runtime = ctx.obj
    role = _get_role(runtime, career)
    statements = mix_directions(_statements(role))
    if items:
        listed = tuple(QuizItem(id=s.id, text=s.text, direction=s.direction, trait=s.trait) for s in statements)
        report = ItemsReport(command="quiz", language=runtime.lang, career=role.id, name=role.name, items=listed)
        o.put(runtime, report, form, json=json, width=width)
        return
    if answers is not None:
        given = _read_answers(answers, statements)
    else:
        if not runtime.can_ask:
            raise NeedsAnswersError(
                "the questions of `{id}` need a terminal",
                "Give the answers in a file: `careers quiz {id} --answers FILE`; `--items` lists them.",
                id=role.id,
            )
        given = _Session(runtime, role, statements, keep=not no_save).ask(resume=resume)
    o.put(runtime, make_report(runtime, role, given), form, json=json, width=width)


def make_report(runtime: Runtime, role: Role, answers: dict[str, int]) -> QuizReport:
    """The fit of a career, with what to do next."""
    say = runtime.say
    statements = _statements(role)
    fit = score_fit(statements, answers)
    refusals = {
        "few": say("Too few statements were answered for a verdict: answer at least half of them."),
        "flat": say(
            "All answers are the same. Half of the statements speak for this work and half against it, so the same "
            "answer to all says nothing: take the statements one by one."
        ),
    }
    related = next((section.related for section in role.sections if section.id == "related"), ())
    titles = {section.id: section.title for section in role.sections}
    wanted = (
        ("pros-cons", "lessons") if fit.fit is not None and fit.fit < 0.58 else ("day-in-the-life", "how-to-become")
    )
    return QuizReport(
        command="quiz",
        language=runtime.lang,
        notes=(refusals[fit.refused],) if fit.refused else (),
        id=role.id,
        name=role.name,
        fit=fit.fit,
        band=fit.band,
        parts=fit.parts,
        part_limits=fit.limits,
        reasons_for=fit.reasons_for,
        reasons_against=fit.reasons_against,
        what_if=fit.what_if,
        related=tuple(ComparedCareer(id=entry.id, kind="role", name=entry.name) for entry in related[:2]),
        part_names=runtime.catalogue.labels("trait", runtime.lang),
        read_next=tuple((id_, titles[id_]) for id_ in wanted if id_ in titles),
    )


def _get_role(runtime: Runtime, career: str | None) -> Role:
    if career is None:
        raise UsageError(
            "the questionnaire needs a career", "Name one: `careers quiz ai-specialist`; `careers list` shows all."
        )
    role = runtime.catalogue.get_role(runtime.catalogue.resolve(career), runtime.lang)
    if not _statements(role):
        raise NeedsAnswersError(
            "the guide `{id}` has no statements to rate yet", "`careers show {id}` shows what there is.", id=role.id
        )
    return role


def _statements(role: Role) -> tuple[Statement, ...]:
    return next((section.statements for section in role.sections if section.id == "fit"), ())


def _read_answers(name: str, statements: list[Statement]) -> dict[str, int]:
    from careercli.core.ids import find_near
    from careercli.profile.answers import parse_answers

    try:
        if name == "-":
            content = sys.stdin.buffer.read(1_000_001) if sys.stdin else b""
        else:
            with open(name, "rb") as file:
                content = file.read(1_000_001)
    except OSError as error:
        raise DataError(
            "{path} cannot be read: {why}", "Check the path.", path=name, why=error.strerror or error
        ) from None
    found = parse_answers(content, name)
    known = {s.id: s.id for s in statements}
    for id_ in found:
        if id_ not in known:
            near = find_near(id_, known, 1)
            raise DataError(
                "{path}: `answers.{id}` is not a statement of this questionnaire",
                "did you mean `{near}`? `--items` lists all." if near else "`--items` lists all.",
                path=name,
                id=id_,
                near=near[0] if near else "",
            )
    return found


class _Session:
    """Asks the statements one at a time; every answer is kept before the next is asked."""

    def __init__(self, runtime: Runtime, role: Role, statements: list[Statement], *, keep: bool) -> None:
        self.runtime = runtime
        self.role = role
        self.statements = statements
        self.keep = keep
        self.answers: dict[str, int] = {}
        self.given: set[str] = set()

    def ask(self, *, resume: bool, prompter: Prompter | None = None) -> dict[str, int]:
        """The answers. Raises CancelledError where the user leaves."""
        say = self.runtime.say
        if resume or self.keep:
            from careercli.profile.answers import load_saved

            ids = {s.id for s in self.statements}
            saved = load_saved(self.runtime.data_dir).careers.get(self.role.id, {})  # a damaged file is told now
            if resume:
                self.answers = {id_: answer for id_, answer in saved.items() if id_ in ids}
        self.given = set(self.answers)
        prompter = prompter or make_prompter(self.runtime)
        self.runtime.tell(say("Is it right for you? {name}", name=self.role.name))
        self.runtime.tell(
            say("How much is each statement like you? There are no right answers. Ctrl-C leaves at any time.")
        )
        try:
            self._ask_all(prompter)
        except KeyboardInterrupt:
            raise self._left() from None
        return self.answers

    def _ask_all(self, prompter: Prompter) -> None:
        say = self.runtime.say
        steps = [(str(n), word) for n, word in enumerate(answer_words(say), 1)]
        extra = [(SKIP, say("skip")), (QUIT, say("stop here"))]
        n = next((k for k, s in enumerate(self.statements) if s.id not in self.answers), len(self.statements))
        while n < len(self.statements):
            statement = self.statements[n]
            back = [(BACK, say("back"))] if n else []
            question = f"{n + 1}/{len(self.statements)}  {statement.text}"
            earlier = self.answers.get(statement.id)
            answer = prompter.choose(question, [*steps, *back, *extra], str(earlier) if earlier else None)
            if answer == QUIT:
                raise KeyboardInterrupt
            if answer == BACK:
                n -= 1
                continue
            if answer != SKIP:
                self.answers[statement.id] = int(answer)
                self._save()
            n += 1
            while n < len(self.statements) and self.statements[n].id in self.given:
                n += 1  # answered before `--resume`

    def _save(self) -> None:
        if not self.keep:
            return
        from careercli.profile.answers import save_answers

        try:
            save_answers(self.runtime.data_dir, self.role.id, self.answers)
        except OSError as error:
            self.keep = False
            why = error.strerror or error
            self.runtime.tell(self.runtime.say("Your answers cannot be kept ({why}); the questions go on.", why=why))

    def _left(self) -> CancelledError:
        if self.keep and len(self.answers) == 1:
            return CancelledError(
                "stopped; one answer is kept", "Go on with `careers quiz {id} --resume`.", id=self.role.id
            )
        if self.keep and self.answers:
            return CancelledError(
                "stopped; {count} answers are kept",
                "Go on with `careers quiz {id} --resume`.",
                count=len(self.answers),
                id=self.role.id,
            )
        return CancelledError("stopped; nothing was kept")
