"""`careers quiz CAREER`: is this career right for me? A guide has statements; an occupation interests and a zone."""

import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from careercli.commands import quiz_kept
from careercli.commands.quiz_ask import Asked, Session, need_terminal
from careercli.core.careers.model import Role, Statement
from careercli.core.careers.names import Resolved
from careercli.core.quiz.fit import Fit, mix_directions, score_fit
from careercli.core.quiz.neighbours import Neighbour, choose_neighbours
from careercli.core.quiz.reports import ItemsReport, QuizItem, QuizReport
from careercli.errors import NeedsAnswersError
from careercli.locale.quiz_words import answer_words
from careercli.world.runtime import Runtime

#: Sections to read next beside those that say most about the strongest reasons.
READ_IF_GOOD, READ_IF_NOT = ("day-in-the-life", "how-to-become"), ("pros-cons", "lessons")
GOOD = 0.58
SECTIONS_NAMED = 3
#: An occupation's code; the id of a guide may begin with a digit too.


class CareerQuiz(NamedTuple):
    """The questionnaire on a guide."""

    role: Role
    statements: list[Statement]


def open_quiz(runtime: Runtime, id_: str) -> CareerQuiz:
    """The questionnaire on a guide. Raises NeedsAnswersError where it has no statements."""
    role = runtime.catalogue.get_role(id_, runtime.lang)
    statements = mix_directions(statements_of(role))
    if not statements:
        raise NeedsAnswersError(
            "the guide `{id}` has no statements to rate yet", "`careers show {id}` shows what there is.", id=role.id
        )
    return CareerQuiz(role, statements)


def statements_of(role: Role) -> tuple[Statement, ...]:
    """The statements of a guide, in its own order."""
    return next((section.statements for section in role.sections if section.id == "fit"), ())


def list_items(runtime: Runtime, quiz: CareerQuiz) -> ItemsReport:
    """The statements of a guide, in the order asked."""
    items = tuple(QuizItem(id=s.id, text=s.text, direction=s.direction, trait=s.trait) for s in quiz.statements)
    return ItemsReport(command="quiz", language=runtime.lang, career=quiz.role.id, name=quiz.role.name, items=items)


def ask(runtime: Runtime, quiz: CareerQuiz, *, keep: bool, resume: bool | None) -> dict[str, int]:
    """The answers of the user at the terminal."""
    say = runtime.say
    steps = answer_words(say)
    asked = [Asked(s.id, s.text, steps) for s in quiz.statements]
    session = Session(runtime, quiz.role.id, asked, keep=keep, resume=resume)
    return session.ask(
        [
            say("Is it right for you? {name}", name=quiz.role.name),
            say("How much is each statement like you? There are no right answers. Ctrl-C leaves at any time."),
        ]
    )


def make_report(runtime: Runtime, quiz: CareerQuiz, answers: dict[str, int]) -> QuizReport:
    """The fit of a guide's career, with what to do next."""
    role, catalogue = quiz.role, runtime.catalogue
    fit = score_fit(quiz.statements, answers)
    names = catalogue.labels("trait", runtime.lang)
    related = next((section.related for section in role.sections if section.id == "related"), ())
    neighbours = [
        Neighbour(entry.id, entry.name, statements_of(catalogue.get_role(entry.id, runtime.lang))) for entry in related
    ]
    return QuizReport(
        command="quiz",
        language=runtime.lang,
        notes=(refusal_note(runtime, fit.refused),) if fit.refused else (),
        id=role.id,
        name=role.name,
        fit=fit.fit,
        band=fit.band,
        parts=fit.parts,
        part_limits=fit.limits,
        reasons_for=fit.reasons_for,
        reasons_against=fit.reasons_against,
        what_if=fit.what_if,
        turn=fit.turn,
        refused=fit.refused,
        answered=sum(statement.id in answers for statement in quiz.statements),
        related=() if fit.refused else choose_neighbours(quiz.statements, answers, neighbours, names),
        part_names=_part_names(runtime, quiz.statements, names),
        read_next=_sections(runtime, quiz, fit),
    )


def _part_names(runtime: Runtime, statements: Sequence[Statement], names: Mapping[str, str]) -> dict[str, str]:
    """The names of traits, marked where liking them speaks against the career: full points are then for a no."""
    liked = {statement.trait for statement in statements if statement.direction == "for"}
    against = {statement.trait for statement in statements} - liked
    return {id_: runtime.say("not: {trait}", trait=name) if id_ in against else name for id_, name in names.items()}


def refusal_note(runtime: Runtime, refused: str) -> str:
    """Why there is no verdict, and what to do."""
    say = runtime.say
    return {
        "few": say("Too few statements were answered for a verdict: answer at least half of them."),
        "flat": say(
            "All answers are the same. Half of the statements speak for this work and half against it, so the same "
            "answer to all says nothing: take the statements one by one."
        ),
        "careless": say(
            "Nearly all answers are the same. Half of the statements speak for this work and half against it, so they "
            "contradict each other: take the statements one by one."
        ),
    }[refused]


def _sections(runtime: Runtime, quiz: CareerQuiz, fit: Fit) -> tuple[tuple[str, str], ...]:
    """The sections worth reading: first those on what speaks against it, then by the verdict."""
    if fit.fit is None:
        return ()
    titles = {section.id: section.title for section in quiz.role.sections}
    about = runtime.catalogue.trait_sections()
    traits = {statement.id: statement.trait for statement in quiz.statements}
    wanted = [about.get(traits[reason.id], "") for reason in fit.reasons_against]
    wanted = [*dict.fromkeys(wanted)][:2] + list(READ_IF_NOT if fit.fit < GOOD else READ_IF_GOOD)
    return tuple((id_, titles[id_]) for id_ in dict.fromkeys(wanted) if id_ in titles)[:SECTIONS_NAMED]


def version_of(statements: Sequence[Statement]) -> str:
    """A short word for the statements of a guide: another where one is asked anew or means something else."""
    known = sorted((s.id, s.direction, s.trait) for s in statements)
    return f"{zlib.crc32(repr(known).encode()):08x}"


def take(
    runtime: Runtime, found: Resolved, keeper: quiz_kept.Keeper, *, answers: str | None, resume: bool | None
) -> QuizReport:
    """The verdict on a guide, from a file of answers or from the user at the terminal, kept if it is to be."""
    quiz = open_quiz(runtime, found.id)
    if answers is not None:
        given = quiz_kept.read_answers(runtime, answers, [s.id for s in quiz.statements])
    else:
        need_terminal(runtime, found.id)
        given = ask(runtime, quiz, keep=keeper.wanted, resume=resume)
    report = msgspec.structs.replace(make_report(runtime, quiz, given), resumable=keeper.wanted)
    result = quiz_kept.saved_verdict(runtime, report, given, version_of(quiz.statements))
    keeper.put(result, report.refused)
    return report
