"""Is this career right for me? A guide has statements of its own; an occupation is asked about by interests."""

import zlib
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from careercli.core.careers.model import Role, Statement
from careercli.core.quiz.fit import Fit, mix_directions, score_fit
from careercli.core.quiz.interests import Length
from careercli.core.quiz.neighbours import NeighbourGuide, choose_neighbours
from careercli.core.quiz.questions import Question, Questionnaire
from careercli.core.quiz.reports import ItemsData, ItemsReport, QuizItem, QuizReport, Verdict
from careercli.core.text.ids import is_code
from careercli.core.text.languages import Lang
from careercli.errors import NeedsAnswersError, UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.quiz_words import answer_words
from careercli.usecases.names import resolve_noted
from careercli.usecases.quiz import occupation
from careercli.usecases.quiz.actions import ask_again, read_next
from careercli.usecases.request import Request

#: Sections to read next beside those that say most about the strongest reasons.
READ_IF_GOOD, READ_IF_NOT = ("day-in-the-life", "how-to-become"), ("pros-cons", "lessons")
SECTIONS_NAMED = 3


class CareerRequest(Request, frozen=True, kw_only=True):
    """A career by any of its names. `length` is that of the activities which are asked about an occupation."""

    career: str
    length: Length | None = None


class VerdictRequest(CareerRequest, frozen=True, kw_only=True):
    """Answers on a career, and whether they are kept and so can be gone on with."""

    answers: Mapping[str, int]
    resumable: bool = True


def list_statements(library: Catalogue, request: CareerRequest) -> ItemsReport:
    """The statements on a career, in the order asked. Raises NotFoundError, UsageError, NeedsAnswersError."""
    career, notes = resolve_noted(library, request.career, library.say(request.lang))
    if career.kind == "occupation":
        report = occupation.list_statements(library, career.id, request.length or "full", request)
        return replace(report, notes=notes)
    role = _open_guide(library, career.id, request)
    items = (QuizItem(id=s.id, text=s.text, direction=s.direction, trait=s.trait) for s in asked_of(role))
    return ItemsReport(
        command="quiz", language=request.lang, career=role.id, name=role.name, data=ItemsData(items=tuple(items))
    )


def open_career(library: Catalogue, request: CareerRequest) -> Questionnaire:
    """What is asked about a career. Raises NotFoundError, UsageError, NeedsAnswersError."""
    say = library.say(request.lang)
    career, notes = resolve_noted(library, request.career, say)
    if career.kind == "occupation":
        asked = occupation.open_occupation(library, career.id, request.length or "short", request)
        return asked._replace(intro=(*notes, *asked.intro))
    role = _open_guide(library, career.id, request)
    steps = answer_words(say)
    return Questionnaire(
        role.id,
        None,
        tuple(Question(statement.id, statement.text, steps) for statement in asked_of(role)),
        (
            say("Is it right for you? {name}", name=role.name),
            say("How much is each statement like you? There are no right answers. Ctrl-C leaves at any time."),
        ),
    )


def ids_to_answer(library: Catalogue, request: CareerRequest) -> list[str]:
    """The ids of all statements on a career, of any length. Raises NotFoundError, UsageError, NeedsAnswersError."""
    career = library.resolve_career(request.career, request.lang)
    if career.kind == "occupation":
        return occupation.ids_to_answer(library, career.id, request)
    return [statement.id for statement in asked_of(_open_guide(library, career.id, request))]


def judge_career(library: Catalogue, request: VerdictRequest) -> QuizReport:
    """Whether a career fits the answers, with what to do next. Raises NotFoundError, UsageError, NeedsAnswersError."""
    career, notes = resolve_noted(library, request.career, library.say(request.lang))
    if career.kind == "occupation":
        report = occupation.judge_occupation(library, career.id, request.answers, request.length, request)
    else:
        report = _judge_guide(library, _open_guide(library, career.id, request), request)
    if report.data.refused:
        again = ask_again(career.id, report.data.refused, library.say(request.lang), resumable=request.resumable)
        report = replace(report, actions=(again,))
    return replace(report, notes=(*notes, *report.notes))


def statements_of(role: Role) -> tuple[Statement, ...]:
    """The statements of a guide, in its own order."""
    return next((section.statements for section in role.sections if section.id == "fit"), ())


def asked_of(role: Role) -> list[Statement]:
    """The statements of a guide, in the order asked."""
    return mix_directions(statements_of(role))


def statements_version(library: Catalogue, id_: str, lang: Lang) -> str:
    """A short word for the statements on a career: another where one is asked anew or means something else."""
    if is_code(id_):
        return library.questionnaire_version()
    known = sorted((s.id, s.direction, s.trait) for s in statements_of(library.get_role(id_, lang)))
    return f"{zlib.crc32(repr(known).encode()):08x}"


def _open_guide(library: Catalogue, id_: str, request: CareerRequest) -> Role:
    """A guide that has statements. Raises NeedsAnswersError where it has none, UsageError for a length."""
    if request.length:
        raise UsageError(
            "`--length` is for activities; the guide `{id}` has statements of its own", "Leave it out.", id=id_
        )
    role = library.get_role(id_, request.lang)
    if not statements_of(role):
        raise NeedsAnswersError(
            "the guide `{id}` has no statements to rate yet", "`careers show {id}` shows what there is.", id=role.id
        )
    return role


def _judge_guide(library: Catalogue, role: Role, request: VerdictRequest) -> QuizReport:
    say, statements = library.say(request.lang), asked_of(role)
    fit = score_fit(statements, request.answers)
    verdict = Verdict(id=role.id, kind="role", name=role.name, refused=fit.refused)
    if fit.refused:
        return QuizReport(command="quiz", language=request.lang, notes=(_refusal_note(fit.refused, say),), data=verdict)
    names = library.labels("trait", request.lang)
    related = next((section.related for section in role.sections if section.id == "related"), ())
    neighbours = [
        NeighbourGuide(entry.id, entry.name, statements_of(library.get_role(entry.id, request.lang)))
        for entry in related
    ]
    sections = _sections(library, role, statements, fit)
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
            related=choose_neighbours(statements, request.answers, neighbours, names),
            read_next=tuple(sections),
        ),
        part_names=_part_names(statements, names, say),
        answered=sum(statement.id in request.answers for statement in statements),
    )


def _part_names(statements: Sequence[Statement], names: Mapping[str, str], say: Say) -> dict[str, str]:
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


def _sections(library: Catalogue, role: Role, statements: Sequence[Statement], fit: Fit) -> dict[str, str]:
    """Ids and titles of the sections worth reading: first those on what speaks against it, then by the verdict."""
    titles = {section.id: section.title for section in role.sections}
    about = library.trait_sections()
    traits = {statement.id: statement.trait for statement in statements}
    wanted = [about.get(traits[reason.id], "") for reason in fit.reasons_against]
    good = fit.band in ("strong", "good")
    wanted = [*dict.fromkeys(wanted)][:2] + list(READ_IF_GOOD if good else READ_IF_NOT)
    there = [id_ for id_ in dict.fromkeys(wanted) if id_ in titles]
    return {id_: titles[id_] for id_ in there[:SECTIONS_NAMED]}
