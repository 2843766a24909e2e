"""Is this career right for me? A guide has statements of its own; an occupation is asked about by interests."""

from collections.abc import Mapping
from typing import Protocol

from msgspec.structs import replace

from careercli.core.careers.reports import Kind
from careercli.core.quiz.interests import Length
from careercli.core.quiz.questions import Questionnaire
from careercli.core.quiz.reports import ItemsReport, QuizReport
from careercli.core.text.ids import is_code
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.usecases.names import resolve_noted
from careercli.usecases.quiz.actions import ask_again
from careercli.usecases.request import Request


class CareerRequest(Request, frozen=True, kw_only=True):
    """A career by any of its names. `length` is that of the activities which are asked about an occupation.

    `explain`: with what the verdict is made of, and what would change it.
    """

    career: str
    length: Length | None = None
    explain: bool = False


class VerdictRequest(CareerRequest, frozen=True, kw_only=True):
    """Answers on a career, and whether they are kept and so can be gone on with."""

    answers: Mapping[str, int]
    resumable: bool = True


class _About(Protocol):
    """How a kind of career is asked about.

    All raise UsageError for a length where there is none, and NeedsAnswersError where nothing can be asked.
    """

    def list_statements(self, library: Catalogue, id_: str, length: Length | None, request: Request) -> ItemsReport:
        """Its statements, in the order asked; of all lengths where none is named."""

    def open_questionnaire(
        self, library: Catalogue, id_: str, length: Length | None, request: Request
    ) -> Questionnaire:
        """What is asked; of the shortest length where none is named."""

    def judge(
        self, library: Catalogue, id_: str, length: Length | None, request: Request, answers: Mapping[str, int]
    ) -> QuizReport:
        """The verdict; of the length that the answers need where none is named."""

    def version(self, library: Catalogue, id_: str, lang: Lang) -> str:
        """A short word for the statements: another where one is asked anew or means something else."""


def list_statements(library: Catalogue, request: CareerRequest) -> ItemsReport:
    """The statements on a career, in the order asked. Raises NotFoundError, UsageError, NeedsAnswersError."""
    career, notes = resolve_noted(library, request.career, library.say(request.lang), guides_first=True)
    report = _about(career.kind).list_statements(library, career.id, request.length, request)
    return replace(report, notes=notes)


def open_career(library: Catalogue, request: CareerRequest) -> Questionnaire:
    """What is asked about a career. Raises NotFoundError, UsageError, NeedsAnswersError."""
    career, notes = resolve_noted(library, request.career, library.say(request.lang), guides_first=True)
    questionnaire = _about(career.kind).open_questionnaire(library, career.id, request.length, request)
    return questionnaire._replace(intro=(*notes, *questionnaire.intro))


def judge_career(library: Catalogue, request: VerdictRequest) -> QuizReport:
    """Whether a career fits the answers, with what to do next. Raises NotFoundError, UsageError, NeedsAnswersError."""
    say = library.say(request.lang)
    career, notes = resolve_noted(library, request.career, say, guides_first=True)
    report = _about(career.kind).judge(library, career.id, request.length, request, request.answers)
    if refused := report.data.refused:
        again = ask_again(career.id, refused, say, resumable=request.resumable)
        report = replace(report, actions=(again,))
    return replace(report, notes=(*notes, *report.notes), explain=request.explain)


def statements_version(library: Catalogue, id_: str, lang: Lang) -> str:
    """A short word for the statements on a career: another where one is asked anew or means something else."""
    return _about("occupation" if is_code(id_) else "role").version(library, id_, lang)


def _about(kind: Kind) -> _About:
    """The module of a kind of career, imported when it is asked for."""
    if kind == "occupation":
        from careercli.usecases.quiz import occupation

        return occupation
    from careercli.usecases.quiz import guide

    return guide
