"""What came out of the questionnaires before: the list of results, what was left half-way, what changed."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from careercli.core.careers.reports import Action
from careercli.core.quiz.answers import Answers
from careercli.core.quiz.interests import ADAPTIVE, LENGTHS, Length, asked_at
from careercli.core.quiz.questions import MOST
from careercli.core.quiz.reports import DiffReport, HalfWay, HistoryData, HistoryReport
from careercli.core.quiz.results import SavedResult, compare_results, find_pair
from careercli.core.text.languages import Lang
from careercli.errors import CareersError, NotFoundError, UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.profile.saved import Saved, Unfinished, answers_to, last_list, load_saved
from careercli.profile.where import find_file
from careercli.usecases.quiz.actions import quiz_command
from careercli.usecases.quiz.career import CareerRequest, open_career
from careercli.usecases.quiz.guide import statements_of
from careercli.usecases.quiz.interests import rank_again
from careercli.usecases.request import Request


class LookbackRequest(Request, frozen=True, kw_only=True):
    """The results in the person's own `folder`, all of them or those on a career by any of its names.

    `number` is that of one result, the latest being 1, and `date` how its date begins, which it keeps; `explain`: with
    what its numbers are worth.
    """

    folder: Path
    career: str | None = None
    number: int | None = None
    date: str = ""
    explain: bool = False


def list_results(library: Catalogue, request: LookbackRequest) -> HistoryReport:
    """The results that are kept, the latest first. Raises NotFoundError, DataError."""
    say, career = library.say(request.lang), career_of(library, request)
    saved = load_saved(request.folder)
    results = [result for result in reversed(saved.results) if not career or result.career == career]
    open_ = _half_way(library, saved, career, request)
    actions = [_go_on(half_way, say) for half_way in open_]
    if results:
        again = Action(id="again", label=say("The latest again"), command=quiz_command(career, "--history", "1"))
        actions.append(again)
    if find_pair(saved.results, "career" if career else None, career or None):
        label = say("What changed between the last two of a kind")
        actions.append(Action(id="diff", label=label, command=quiz_command(career, "--diff")))
    if not results:
        actions.append(Action(id="quiz", label=say("Answer a questionnaire"), command=quiz_command(career)))
    return HistoryReport(
        command="quiz",
        language=request.lang,
        notes=() if results else (say("No result is kept yet."),),
        actions=tuple(actions),
        data=HistoryData(
            file=str(find_file(request.folder)), results=_name_anew(library, results, request), open=open_
        ),
    )


def compare_last(library: Catalogue, request: LookbackRequest) -> DiffReport:
    """What changed between the last two results of a kind. Raises NotFoundError, UsageError, DataError."""
    career = career_of(library, request)
    pair = find_pair(load_saved(request.folder).results, "career" if career else None, career or None)
    if pair is None:
        raise UsageError(
            "there are no two results of a kind to compare yet",
            "Answer the same questionnaire twice; `careers quiz --history` lists what is kept.",
        )
    old, new = _name_anew(library, pair, request)
    brought = None
    if old.kind == "interests" and new.answers and old.answers:
        today = rank_again(library, old, request)
        then = {match.id for match in old.matches}
        brought = None if today is None else tuple(id_ for id_ in today if id_ not in then)
    return DiffReport(
        command="quiz",
        language=request.lang,
        data=compare_results(old, new, brought),
        texts=_texts(library, new, request),
        activities=frozenset(item.id for item in library.statements.interests(request.lang)),
        conditions=frozenset(item.id for item in library.statements.conditions(request.lang)),
    )


def find_unfinished(library: Catalogue, saved: Saved, request: Request) -> Unfinished | None:
    """The questionnaire to go on with: that left last, or in a file of the first version one half done."""
    if saved.unfinished or saved.version > 1:
        return saved.unfinished
    for career in reversed(saved.careers):
        try:
            if any(id_ not in saved.careers[career] for id_ in _statement_ids(library, Unfinished(career), request)):
                return Unfinished(career)
        except CareersError:  # a guide of the person's own that is no longer there, or whole
            continue
    return None


def last_answers(library: Catalogue, saved: Saved, lang: Lang) -> tuple[Answers, Length | None]:
    """The answers of the last list, and the form that asked for them; else those on interests as far as they go.

    Those to activities that are asked no more are left out.
    """
    known = {item.id for item in library.statements.interests(lang)}
    last = last_list(saved)
    answers, length = (last.answers, last.length or None) if last else (saved.interests, None)
    return {id_: answer for id_, answer in answers.items() if id_ in known}, length


def career_of(library: Catalogue, request: LookbackRequest) -> str:
    """The career that is asked for; empty for all. Raises NotFoundError."""
    return library.resolve_career(request.career, request.lang, guides_first=True).id if request.career else ""


def _name_anew(library: Catalogue, results: Sequence[SavedResult], request: Request) -> tuple[SavedResult, ...]:
    """Results with the names that careers have today, in the present language; as kept where one is gone."""
    ids = {result.career for result in results} | {match.id for result in results for match in result.matches}
    cards = library.entries(sorted(ids - {""}), request.lang)
    names = {id_: card.name for id_, card in cards.items()}
    return tuple(
        replace(
            result,
            name=names.get(result.career, result.name),
            matches=tuple(replace(match, name=names.get(match.id, match.name)) for match in result.matches),
        )
        for result in results
    )


def _half_way(library: Catalogue, saved: Saved, career: str, request: Request) -> tuple[HalfWay, ...]:
    """The questionnaire that was left half-way last, if it is on the career that is asked for, or on any."""
    unfinished = saved.unfinished
    if unfinished is None or (career and unfinished.career != career):
        return ()
    try:
        ids = _statement_ids(library, unfinished, request)
    except CareersError:  # a guide of the person's own that is no longer there, or whole
        return ()
    answers = answers_to(saved, unfinished.career)
    given = sum(id_ in answers and id_ not in unfinished.again for id_ in ids)
    asked = MOST if unfinished.length == ADAPTIVE else len(ids)
    half_way = HalfWay(career=unfinished.career or None, given=given, asked=asked)
    return (half_way,) if 0 < given < asked else ()


def _statement_ids(library: Catalogue, unfinished: Unfinished, request: Request) -> list[str]:
    """The ids that a questionnaire asks. Raises CareersError where it can no longer be asked."""
    if not unfinished.career:
        items = library.statements.interests(request.lang)
        return [item.id for item in asked_at(items, unfinished.length or LENGTHS[0])]
    length = unfinished.length or None
    asked = CareerRequest(lang=request.lang, country=request.country, career=unfinished.career, length=length)
    return [question.id for question in open_career(library, asked).questions]


def _go_on(half_way: HalfWay, say: Say) -> Action:
    command = quiz_command(half_way.career or "", "--resume")
    return Action(id="resume", label=say("Go on where you stopped"), command=command)


def _texts(library: Catalogue, result: SavedResult, request: Request) -> dict[str, str]:
    """The statements and traits of a questionnaire in words, by id."""
    texts = library.statements.texts(request.lang) | library.labels("trait", request.lang)
    if result.career:
        try:
            role = library.get_role(result.career, request.lang)
        except NotFoundError:
            return texts
        texts |= {statement.id: statement.text for statement in statements_of(role)}
    return texts
