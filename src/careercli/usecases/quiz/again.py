"""A result that is kept, shown again as it was: its list and its numbers, in today's names and figures."""

from careercli.core.careers.reports import Report
from careercli.core.quiz.interests import LENGTHS, OFFICIAL_ITEMS, SCALES, Profile, Respondent, asked_at, score_items
from careercli.core.quiz.matching import METHODS, RankedMatch
from careercli.core.quiz.reports import MatchData, MatchReport
from careercli.core.quiz.results import SavedResult
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.profile.saved import load_saved
from careercli.usecases.quiz import actions
from careercli.usecases.quiz.career import VerdictRequest, judge_career
from careercli.usecases.quiz.interests import by_letter
from careercli.usecases.quiz.lookback import LookbackRequest, career_of
from careercli.usecases.quiz.match_rows import limit_careers, make_field_rows, make_match_rows


def show_again(library: Catalogue, request: LookbackRequest) -> Report:
    """The result of a number, the latest being 1, of all or of those on a career.

    Raises NotFoundError, UsageError, DataError.
    """
    career = career_of(library, request)
    results = [result for result in load_saved(request.folder).results if not career or result.career == career]
    number = request.number or 0
    if not 1 <= number <= len(results):
        raise UsageError(
            "no result has the number {number}",
            "`careers quiz --history` lists what is kept, the latest with number 1.",
            number=number,
        )
    result = results[-number]
    return _verdict(library, result, request) if result.kind == "career" else _list(library, result, request)


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
    careers = limit_careers(library, (), request.country)
    known = {measures.id: measures.kind for measures in careers.everything}
    ranked = [
        RankedMatch(match.id, known[match.id], "", "", rank, match.fit, match.label, match.stability, ())
        for rank, match in enumerate(result.matches, 1)
        if match.id in known
    ]
    rule = careers.rule_for(given, method)
    matches = make_match_rows(library, given, ranked, careers, method, request, rule)
    gone = [match.name for match in result.matches if match.id not in known]
    return MatchReport(
        command="quiz",
        language=request.lang,
        notes=(say("No longer known: {names}.", names=say.joined(gone)),) if gone else (),
        actions=actions.explore(matches, say),
        data=MatchData(
            method=method,
            length=result.length or None,
            profile=by_letter(given.profile.scores),
            errors={letter: result.errors.get(letter, 0.0) for letter in SCALES},
            letters=result.letters,
            fields=make_field_rows(matches),
            matches=matches,
            chance={},
            passing={},
            candidates=len(careers.candidates),
        ),
        asked=len(given.items),
        explain=request.explain,
        kept=result.date,
        sources=library.numbered_sources([library.source_of("occupations")]),
    )


def _respondent(library: Catalogue, result: SavedResult, request: LookbackRequest) -> Respondent:
    """What the person gave then, as far as it is still asked."""
    items = tuple(
        item
        for item in asked_at(library.interest_items(request.lang), result.length or LENGTHS[-1])
        if item.id in result.answers
    )
    scores = tuple(result.scores.get(letter, 0.0) for letter in SCALES)
    counts = score_items(items, result.answers).counts if items else (OFFICIAL_ITEMS,) * len(SCALES)
    return Respondent(items, result.answers, Profile(scores, counts), result.length or None)
