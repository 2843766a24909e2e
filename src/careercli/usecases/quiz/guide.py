"""Is it right for me, of a guide: by statements that speak for it and against it."""

import zlib
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from careercli.core.careers.listing import paid_in
from careercli.core.careers.model import Role, Statement
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.reports import Card
from careercli.core.quiz.fit import Fit, mix_directions, score_fit
from careercli.core.quiz.interests import Length
from careercli.core.quiz.neighbours import NeighbourGuide, choose_neighbours
from careercli.core.quiz.questions import Question, Questionnaire
from careercli.core.quiz.reports import ItemsData, ItemsReport, QuizItem, QuizReport, Verdict
from careercli.core.text.languages import Lang
from careercli.errors import NeedsAnswersError, UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.quiz_words import agreeing_question, answer_words
from careercli.usecases.quiz.actions import read_next
from careercli.usecases.request import Request

#: Sections to read next beside those that say most about the strongest reasons.
READ_IF_GOOD, READ_IF_NOT = ("day-in-the-life", "how-to-become"), ("pros-cons", "lessons")
SECTIONS_NAMED = 3


def list_statements(library: Catalogue, id_: str, length: Length | None, request: Request) -> ItemsReport:
    """The statements of a guide, in the order asked. Raises UsageError, NeedsAnswersError."""
    role = _open(library, id_, length, request)
    items = (
        QuizItem(id=statement.id, text=statement.text, direction=statement.direction, trait=statement.trait)
        for statement in _asked_of(role)
    )
    return ItemsReport(
        command="quiz", language=request.lang, career=role.id, name=role.name, data=ItemsData(items=tuple(items))
    )


def open_questionnaire(library: Catalogue, id_: str, length: Length | None, request: Request) -> Questionnaire:
    """What is asked about a guide. Raises UsageError, NeedsAnswersError."""
    say, role = library.say(request.lang), _open(library, id_, length, request)
    steps = answer_words(say)
    return Questionnaire(
        role.id,
        None,
        tuple(Question(statement.id, statement.text, steps, agreeing_question(say)) for statement in _asked_of(role)),
        (
            say("Is it right for you? {name}", name=role.name),
            say("How much is each statement like you? There are no right answers."),
        ),
        name=role.name,
    )


def judge(
    library: Catalogue, id_: str, length: Length | None, request: Request, answers: Mapping[str, int]
) -> QuizReport:
    """The fit of a guide's career, with what to read next. Raises UsageError, NeedsAnswersError."""
    say, role = library.say(request.lang), _open(library, id_, length, request)
    statements = _asked_of(role)
    fit = score_fit(statements, answers)
    verdict = Verdict(id=role.id, kind="role", name=role.name, refused=fit.refused)
    if fit.refused:
        notes = (_refusal_note(fit.refused, say),)
        return QuizReport(command="quiz", language=request.lang, notes=notes, data=verdict)
    names = library.labels("trait", request.lang)
    sections = _find_sections(library, role, statements, fit)
    return QuizReport(
        command="quiz",
        language=request.lang,
        actions=read_next(role.id, sections),
        data=replace(
            verdict,
            fit=fit.fit,
            band=fit.band,
            parts=fit.parts,
            part_limits=fit.limits,
            reasons_for=fit.reasons_for,
            reasons_against=fit.reasons_against,
            what_if=fit.what_if,
            turn=fit.turn,
            related=choose_neighbours(statements, answers, _find_neighbours(library, role, request.lang), names),
            read_next=tuple(sections),
        ),
        part_names=_name_parts(statements, names, say),
        answered=sum(statement.id in answers for statement in statements),
        guide=role,
        pay_here=_pay_here(library, id_, request),
    )


def version(library: Catalogue, id_: str, lang: Lang) -> str:
    """A short word for the statements of a guide: another where one is asked anew or means something else."""
    known = sorted((s.id, s.direction, s.trait) for s in statements_of(library.get_role(id_, lang)))
    return f"{zlib.crc32(repr(known).encode()):08x}"


def statements_of(role: Role) -> tuple[Statement, ...]:
    """The statements of a guide, in its own order."""
    return next((section.statements for section in role.sections if section.id == "fit"), ())


def _asked_of(role: Role) -> list[Statement]:
    return mix_directions(statements_of(role))


def _open(library: Catalogue, id_: str, length: Length | None, request: Request) -> Role:
    """A guide that has statements. Raises NeedsAnswersError where it has none, UsageError for a length."""
    if length:
        raise UsageError(
            "`--length` is for activities; the guide `{id}` has statements of its own", "Leave it out.", id=id_
        )
    role = library.get_role(id_, request.lang)
    if not statements_of(role):
        raise NeedsAnswersError(
            "the guide `{id}` has no statements to rate yet", "`careers show {id}` shows what there is.", id=role.id
        )
    return role


def _pay_here(library: Catalogue, id_: str, request: Request) -> PayHere | None:
    card = library.entries([id_], request.lang)[id_]
    return paid_in(card, request.country).pay if isinstance(card, Card) else None


def _find_neighbours(library: Catalogue, role: Role, lang: Lang) -> list[NeighbourGuide]:
    related = next((section.related for section in role.sections if section.id == "related"), ())
    return [NeighbourGuide(entry.id, entry.name, statements_of(library.get_role(entry.id, lang))) for entry in related]


def _name_parts(statements: Sequence[Statement], names: Mapping[str, str], say: Say) -> dict[str, str]:
    """The names of traits, marked where liking them speaks against the career: full points are then for a no."""
    liked = {statement.trait for statement in statements if statement.direction == "for"}
    against = {statement.trait for statement in statements} - liked
    return {id_: say("not: {trait}", trait=name) if id_ in against else name for id_, name in names.items()}


def _refusal_note(refused: str, say: Say) -> str:
    """Why there is no verdict, and what to do."""
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


def _find_sections(library: Catalogue, role: Role, statements: Sequence[Statement], fit: Fit) -> dict[str, str]:
    """Ids and titles of the sections worth reading: first those on what speaks against it, then by the verdict."""
    titles = {section.id: section.title for section in role.sections}
    about = library.trait_sections()
    traits = {statement.id: statement.trait for statement in statements}
    wanted = [about.get(traits[reason.id], "") for reason in fit.reasons_against]
    good = fit.band in ("strong", "good")
    wanted = [*dict.fromkeys(wanted)][:2] + list(READ_IF_GOOD if good else READ_IF_NOT)
    there = [id_ for id_ in dict.fromkeys(wanted) if id_ in titles]
    return {id_: titles[id_] for id_ in there[:SECTIONS_NAMED]}
