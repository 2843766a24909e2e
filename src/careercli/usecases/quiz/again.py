"""A result that is kept, shown again as it was: its list, its numbers and limits, in today's names and figures."""

from collections.abc import Sequence

from msgspec.structs import replace

from careercli.core.careers.reports import Report
from careercli.core.quiz.interests import LENGTHS, OFFICIAL_ITEMS, SCALES, Profile, Respondent, asked_at, score_items
from careercli.core.quiz.matching import METHODS, RankedMatch
from careercli.core.quiz.reports import MatchData, MatchReport
from careercli.core.quiz.results import SavedResult
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.profile.saved import load_saved
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.quiz import actions
from careercli.usecases.quiz.career import VerdictRequest, judge_career
from careercli.usecases.quiz.interests import by_letter
from careercli.usecases.quiz.lookback import LookbackRequest, career_of
from careercli.usecases.quiz.match_rows import (
    RatedCareers,
    group_by_field,
    limit_careers,
    make_limit_rows,
    make_match_rows,
)


def show_again(library: Catalogue, request: LookbackRequest) -> Report:
    """The result of a number, the latest being 1, or of a date, of all or of those on a career.

    Raises NotFoundError, UsageError, DataError.
    """
    career = career_of(library, request)
    results = [result for result in load_saved(request.folder).results if not career or result.career == career]
    result = _find_dated(results, request.date) if request.date else _find_numbered(results, request.number or 0)
    return _verdict(library, result, request) if result.kind == "career" else _list(library, result, request)


def _find_dated(results: Sequence[SavedResult], date: str) -> SavedResult:
    """The latest whose date and time begin so."""
    dated = [result for result in results if result.date.startswith(date)]
    if not dated:
        raise UsageError("no result is of {date}", "`careers quiz --history` lists what is kept.", date=date)
    return dated[-1]


def _find_numbered(results: Sequence[SavedResult], number: int) -> SavedResult:
    if not 1 <= number <= len(results):
        raise UsageError(
            "no result has the number {number}",
            "`careers quiz --history` lists what is kept, the latest with number 1.",
            number=number,
        )
    return results[-number]


def _verdict(library: Catalogue, result: SavedResult, request: LookbackRequest) -> Report:
    """What the answers of a verdict say; where statements have changed since, by those of today."""
    asked = VerdictRequest(
        lang=request.lang,
        country=request.country,
        career=result.career,
        length=result.length or None,
        answers=result.answers,
        explain=request.explain,
    )
    return judge_career(library, asked)


def _list(library: Catalogue, result: SavedResult, request: LookbackRequest) -> MatchReport:
    say, given, method = library.say(request.lang), _respondent(library, result, request), result.method or METHODS[0]
    careers, notes = _within_limits(library, result, request)
    everything = library.measures(request.country)
    known = {measures.id: measures.kind for measures in everything if measures.interests}
    ranked = [
        RankedMatch(match.id, known[match.id], "", "", rank, match.fit, match.label, match.stability, ())
        for rank, match in enumerate(result.matches, 1)
        if match.id in known
    ]
    rule = careers.rule_for(given, method)
    rows = make_match_rows(library, given, ranked, careers._replace(everything=everything), method, request, rule)
    open_ = {measures.id for measures in careers.everything}
    matches = tuple(replace(row, hidden=row.id not in open_) for row in rows)
    today = None if given.refused else careers.match(given, method, draws=0)
    gone = [match.name for match in result.matches if match.id not in known]
    if gone:
        notes = (*notes, say("No longer known: {names}.", names=say.joined(gone)))
    return MatchReport(
        classified_in=library.classified_in,
        command="quiz",
        language=request.lang,
        notes=notes,
        actions=actions.explore(matches, say),
        data=MatchData(
            method=method,
            length=result.length or None,
            profile=by_letter(given.profile.scores),
            errors={letter: result.errors.get(letter, 0.0) for letter in SCALES},
            letters=result.letters,
            fields=group_by_field(library, everything, matches, method, request.lang),
            matches=matches,
            chance=today.chance if today else {},
            passing=today.passing if today else {},
            candidates=len(careers.candidates),
            unsure=careers.unsure,
            limits=make_limit_rows(library, given, careers, method, request.lang, request.country),
            have=result.have,
        ),
        asked=len(given.items),
        explain=request.explain,
        kept=result.date,
        country=request.country,
        sources=library.numbered_sources([library.source_of("occupations")]),
    )


def _within_limits(
    library: Catalogue, result: SavedResult, request: LookbackRequest
) -> tuple[RatedCareers, tuple[str, ...]]:
    """The careers that meet the limits of a result, without those that are not for the person; with notes."""
    say = library.say(request.lang)
    hidden, notes = hidden_ids(library, request.folder, say)
    try:
        careers = limit_careers(library, result.limits, request.country, hidden, result.have or None)
    except UsageError:
        unknown = say("Its limits are no longer understood: {limits}.", limits=say.semicolon.join(result.limits))
        return limit_careers(library, (), request.country, hidden), (*notes, unknown)
    return careers, notes


def _respondent(library: Catalogue, result: SavedResult, request: LookbackRequest) -> Respondent:
    """What the person gave then, as far as it is still asked."""
    items = tuple(
        item
        for item in asked_at(library.statements.interests(request.lang), result.length or LENGTHS[-1])
        if item.id in result.answers
    )
    scores = tuple(result.scores.get(letter, 0.0) for letter in SCALES)
    counts = score_items(items, result.answers).counts if items else (OFFICIAL_ITEMS,) * len(SCALES)
    return Respondent(items, result.answers, Profile(scores, counts), result.length or None)
