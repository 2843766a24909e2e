"""Which careers fit me? Interests or scores, hard limits kept apart, a short list with its reasons."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import UNSET, UnsetType

from careercli.core.careers.reports import Action
from careercli.core.quiz.answers import HIGHEST, LOWEST
from careercli.core.quiz.interests import (
    ADAPTIVE,
    LENGTHS,
    SCALES,
    Length,
    Respondent,
    asked_at,
    find_refusal,
    form_of,
    parse_scores,
    put_to,
    rank_letters,
    score_items,
    standard_errors,
)
from careercli.core.quiz.matching import Method
from careercli.core.quiz.questions import LEAST, Question, Questionnaire
from careercli.core.quiz.reports import (
    AnswerChange,
    ChangedList,
    ItemsData,
    ItemsReport,
    MatchData,
    MatchReport,
    PivotRow,
    QuizItem,
)
from careercli.core.quiz.results import SavedResult
from careercli.core.text.ids import find_near
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.quiz_words import liking_question, liking_words, refusal_words
from careercli.usecases.names import join_titles, resolve_careers
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.quiz import actions
from careercli.usecases.quiz.adaptive import AdaptivePlanner
from careercli.usecases.quiz.match_rows import (
    MAX_AMONG,
    RatedCareers,
    limit_careers,
    make_limit_rows,
    make_match_rows,
    make_pivot_rows,
    name_fields,
    pick_careers,
)
from careercli.usecases.request import Request

_CHANGE = re.compile(r"\s*([^=\s]+)\s*=\s*(\S+)\s*")
_ANSWERS = {str(answer): answer for answer in range(LOWEST, HIGHEST + 1)}


class ActivitiesRequest(Request, frozen=True, kw_only=True):
    """The activities of a length. `folder`: where the person's file is, which says what is not for them."""

    length: Length
    folder: Path | None = None


class MatchRequest(Request, frozen=True, kw_only=True):
    """Answers to activities, or six `scores` as `R=27,I=13,…`; `limits` as conditions, `changes` as ITEM=ANSWER.

    `have` is what the person has studied, `among` the names of the careers that are ranked alone. Without a
    `length` it is that of the form which asks so.
    `resumable`: the answers are kept, and can be gone on with. `folder`: where the person's file is, which says what is
    not for them. `explain`: with what the numbers are worth. `pivots`: with the
    single answers that would change the first three.
    """

    answers: Mapping[str, int] = {}
    scores: str | None = None
    length: Length | None = None
    method: Method = "answers"
    limits: tuple[str, ...] = ()
    have: str | None = None
    among: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    resumable: bool = True
    folder: Path | None = None
    explain: bool = False
    pivots: bool = True


def list_activities(library: Catalogue, request: ActivitiesRequest) -> ItemsReport:
    """The activities of a length, in the order of asking."""
    items = asked_at(library.statements.interests(request.lang), request.length)
    return ItemsReport(
        command="quiz",
        language=request.lang,
        career="",
        name=library.say(request.lang)("Which careers fit me?"),
        data=ItemsData(items=tuple(QuizItem(id=i.id, text=i.text, scale=i.scale, length=i.length) for i in items)),
    )


def open_interests(library: Catalogue, request: ActivitiesRequest) -> Questionnaire:
    """What is asked about interests."""
    say = library.say(request.lang)
    steps = liking_words(say)
    items = library.statements.interests(request.lang)
    begins = asked_at(items, LENGTHS[0] if request.length == ADAPTIVE else request.length)
    questions = {item.id: Question(item.id, item.text, steps, liking_question(say)) for item in items}
    return Questionnaire(
        "",
        request.length,
        tuple(questions[item.id] for item in begins),
        (say("How much would you like to do each of these? Never mind whether you can, or what it pays."),),
        AdaptivePlanner(library, items, request, tuple(questions.values()), request.folder)
        if request.length == ADAPTIVE
        else None,
    )


def check_match(library: Catalogue, request: MatchRequest) -> None:
    """Raises UsageError for limits and changes that are wrong, before anything is asked."""
    if request.limits or request.have:
        from careercli.usecases.dialect import read_limits, read_study  # only where there are any

        read_limits(library, request.limits, request.country)
        read_study(library, request.have)
    if request.among:
        resolve_careers(
            library, join_titles(library, request.among, request.lang), library.say(request.lang), MAX_AMONG
        )
    if request.changes:
        _parse_changes(request.changes, _respondent(library, request))


def match_interests(library: Catalogue, request: MatchRequest) -> MatchReport:
    """The careers that fit best, with their reasons; none where the answers cannot be ranked, with the reason.

    Raises UsageError for scores, limits and changes that are wrong.
    """
    say = library.say(request.lang)
    given = _respondent(library, request)
    changes = _parse_changes(request.changes, given)
    hidden, told = hidden_ids(library, request.folder, say)
    careers = limit_careers(library, request.limits, request.country, hidden, request.have)
    if request.among:
        careers, told = pick_careers(library, careers, join_titles(library, request.among, request.lang), say)
    refused = given.refused
    by_field = careers.fields_for(given, request.method)
    rule = by_field.rule if by_field else None
    matching = None if refused else careers.match(given, request.method, fields=by_field)
    pivots: tuple[PivotRow, ...] | UnsetType = UNSET
    names: dict[str, str] = {}
    if matching and given.items and request.pivots:
        pivots, names = make_pivot_rows(library, given, careers, request.method, request.lang, by_field)
    ranked = matching.matches if matching else ()
    matches = make_match_rows(library, given, ranked, careers, request.method, request, rule)
    fields = name_fields(library, matching.fields if matching else (), matches, request.lang)
    also = library.entries({id_ for field in fields for id_ in field.matches}, request.lang)
    data = MatchData(
        method=request.method,
        length=given.length,
        profile=by_letter(given.profile.scores),
        errors=by_letter(standard_errors(given.profile)),
        letters=() if refused else rank_letters(given.profile),
        fields=fields,
        matches=matches,
        chance=matching.chance if matching else {},
        passing=matching.passing if matching else {},
        candidates=len(careers.candidates),
        unsure=careers.unsure,
        limits=make_limit_rows(library, given, careers, request.method, request.lang, request.country),
        have=request.have or "",
        refused=refused,
        pivots=pivots,
        what_if=_change_list(library, given, careers, changes, request) if changes else UNSET,
    )
    return MatchReport(
        classified_in=library.classified_in,
        command="quiz",
        language=request.lang,
        notes=(*told, *_study_notes(library, request, careers, say), *_notes(given, careers, say)),
        actions=_actions(library, request, given, data),
        data=data,
        request=request,
        names={id_: card.name for id_, card in also.items()} | names,
        asked=len(given.items),
        explain=request.explain,
        country=request.country,
        sources=() if refused else library.numbered_sources([library.source_of("occupations")]),
    )


def rank_again(library: Catalogue, old: SavedResult, request: Request) -> tuple[str, ...] | None:
    """The list that the answers of a kept result give by the data of today; None where they do not give one."""
    items = put_to(library.statements.interests(request.lang), old.length or LENGTHS[-1], old.answers)
    answers = {item.id: old.answers[item.id] for item in items if item.id in old.answers}
    if find_refusal(items, answers):
        return None
    try:
        careers = limit_careers(library, old.limits, request.country, have=old.have)
    except UsageError:  # a limit that is no longer known
        return None
    given = Respondent(items, answers, score_items(items, answers), None)
    matching = careers.match(given, old.method or "careers", draws=0)
    return tuple(match.id for match in matching.matches) if matching else ()


def _respondent(library: Catalogue, request: MatchRequest) -> Respondent:
    if request.scores is not None:
        return Respondent((), {}, parse_scores(request.scores), None)
    all_items = library.statements.interests(request.lang)
    length = request.length or form_of(all_items, request.answers, LEAST)
    items = put_to(all_items, length, request.answers)
    return Respondent(items, request.answers, score_items(items, request.answers), length)


def _parse_changes(texts: Sequence[str], given: Respondent) -> dict[str, int]:
    """The changed answers of ITEM=ANSWER. Raises UsageError."""
    known = {item.id: item.id for item in given.items}
    changes: dict[str, int] = {}
    for text in texts:
        parts = _CHANGE.fullmatch(text)
        if not parts or parts[2] not in _ANSWERS:
            raise UsageError(
                "`--what-if {text}` is not a statement and an answer from 1 to 5",
                "Write it so: `--what-if {example}=4`; `careers quiz --items` lists the ids.",
                text=text,
                example=next(iter(known), "ITEM"),
            )
        id_, answer = parts[1], _ANSWERS[parts[2]]
        if id_ not in known:
            near = find_near(id_, known, 1)
            raise UsageError(
                "`--what-if {text}`: `{id}` is not a statement of this questionnaire",
                "did you mean `{near}`? `careers quiz --items` lists all."
                if near
                else "`careers quiz --items` lists all.",
                text=text,
                id=id_,
                near=near[0] if near else "",
            )
        if id_ in changes:
            raise UsageError("`--what-if` changes `{id}` twice", "Give each statement one answer.", id=id_)
        if given.answers.get(id_) == answer:
            raise UsageError("`--what-if {text}` is your answer already", "Give another one.", text=text)
        changes[id_] = answer
    return changes


def _study_notes(library: Catalogue, request: MatchRequest, careers: RatedCareers, say: Say) -> list[str]:
    """How what the person has studied is counted, where a limit counts it."""
    if not request.have or not careers.limits:
        return []
    from careercli.usecases.dialect import study_notes

    return study_notes(library, request.have, careers.limits, say)[1]


def _notes(given: Respondent, careers: RatedCareers, say: Say) -> tuple[str, ...]:
    """Why there is no list."""
    if refused := given.refused:
        return (refusal_words(refused, say, scores=not given.items),)
    if careers.candidates:
        return ()
    if any(removed.back for removed in careers.removed):
        return (say("No career meets all limits: relax one of them."),)
    return (say("No career meets all limits: relax several."),)


def _actions(library: Catalogue, request: MatchRequest, given: Respondent, data: MatchData) -> tuple[Action, ...]:
    say, resumable = library.say(request.lang), request.resumable
    more: tuple[Action, ...] = ()
    if not data.refused:
        more = actions.ask_more(given, library.statements.interests(request.lang), say, resumable=resumable)
    if listed := (data.what_if.matches if data.what_if else data.matches):
        look = actions.explore(listed, say)
        return (*more, *look) if data.is_by_chance else (*look, *more)
    return (*more, *actions.instead(given, data.refused, say, resumable=resumable))


def by_letter(values: Sequence[float]) -> dict[str, float]:
    """Six values by the letters of their types."""
    return {letter: round(value, 4) for letter, value in zip(SCALES, values, strict=True)}


def _change_list(
    library: Catalogue, given: Respondent, careers: RatedCareers, changes: Mapping[str, int], request: MatchRequest
) -> ChangedList:
    """The list that some other answers would give."""
    texts = {item.id: item.text for item in given.items}
    answers = {**given.answers, **changes}
    other = given._replace(answers=answers, profile=score_items(given.items, answers))
    fields = careers.fields_for(other, request.method)
    matching = None if other.refused else careers.match(other, request.method, fields=fields)
    ranked = matching.matches if matching else ()
    return ChangedList(
        changes=tuple(
            AnswerChange(id=id_, text=texts[id_], now=given.answers.get(id_), then=then)
            for id_, then in changes.items()
        ),
        profile=by_letter(other.profile.scores),
        matches=make_match_rows(
            library, other, ranked, careers, request.method, request, fields.rule if fields else None
        ),
        refused=other.refused,
    )
