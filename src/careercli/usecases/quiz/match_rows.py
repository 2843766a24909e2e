"""What a list of careers says of each: its reasons, what a limit takes out, which answers would change it."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.careers.measures import Measures
from careercli.core.comparing.reports import ComparedCareer
from careercli.core.quiz.interests import Respondent
from careercli.core.quiz.matching import (
    DRAWS,
    Candidate,
    Matching,
    Method,
    Vector,
    as_candidates,
    direction,
    find_pivots,
    match_careers,
)
from careercli.core.quiz.reasons import strongest, weigh_answers, weigh_scores
from careercli.core.quiz.reports import LimitRow, MatchRow, PivotRow, Reason
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.words import interest_words

if TYPE_CHECKING:
    from careercli.core.comparing.limits import Limit, Removed

REASONS = 3
#: Careers with the same ratings that are named behind one.
TWINS = 3
#: Careers that are named as coming back without a limit.
RETURNING = 2


class RatedCareers(NamedTuple):
    """`everything` that has interest ratings, and of it the `candidates` that meet all limits.

    `ranks` are those of limits on pay in another currency, `removed` says what each limit takes out.
    """

    everything: list[Measures]
    candidates: list[Candidate]
    limits: "tuple[Limit, ...]" = ()
    ranks: "dict[Limit, float]" = {}
    removed: "tuple[Removed, ...]" = ()

    @property
    def unknown(self) -> dict[str, tuple[str, ...]]:
        """By career, the limits of which it is not known whether it keeps them."""
        if not self.removed:
            return {}
        from careercli.core.comparing.limits import unknown_of

        return unknown_of(self.removed)

    def match(self, given: Respondent, method: Method, draws: int = DRAWS) -> Matching | None:
        """The list for somebody whose answers are not refused; None where no career meets the limits."""
        return match_careers(given.profile, self.candidates, method, draws=draws) if self.candidates else None


def limit_careers(
    library: Catalogue, texts: Sequence[str], country: str, hidden: Collection[str] = (), have: str | None = None
) -> RatedCareers:
    """All careers with interest ratings but the hidden ones, and those that meet the limits. Raises UsageError.

    `have` is what the person has studied: so much less is left to study.
    """
    rated = [measures for measures in library.measures(country) if measures.interests]
    gone = _with_twins(rated, hidden) if hidden else hidden
    everything = [measures for measures in rated if measures.id not in gone]
    if not texts and not have:
        return RatedCareers(everything, as_candidates(everything))
    from careercli.usecases.dialect import (
        limit_measures,
        read_limits,
        read_study,
        with_study,
    )  # only where there are any

    everything = with_study(everything, read_study(library, have))
    limits = read_limits(library, texts)
    limited = limit_measures(library, everything, limits, country)
    return RatedCareers(everything, as_candidates(limited.kept), limits, limited.ranks, limited.removed)


def _with_twins(careers: Sequence[Measures], ids: Collection[str]) -> set[str]:
    """Some careers, with the occupation that a guide of them is exactly, and the guides that are one of them."""
    exact = [(career.id, career.stand_in) for career in careers if career.match == "exact" and career.stand_in]
    twins = {code for id_, code in exact if id_ in ids} | {id_ for id_, code in exact if code in ids}
    return {*ids, *twins}


def make_match_rows(
    library: Catalogue, given: Respondent, matching: Matching, careers: RatedCareers, say: Say
) -> tuple[MatchRow, ...]:
    """The careers of a list, best first, each with what speaks for it and against it."""
    ratings = {measures.id: measures.interests for measures in careers.everything}
    unknown = careers.unknown
    ids = [id_ for match in matching.matches for id_ in (match.id, *match.twins[:TWINS])]
    cards = library.entries(ids, say.lang)
    rows = []
    for match in matching.matches:
        card, twins = cards[match.id], [cards[id_] for id_ in match.twins[:TWINS]]
        reasons = _weigh(given, direction(ratings[match.id] or (), matching.method), say)
        rows.append(
            MatchRow(
                id=match.id,
                kind=match.kind,
                name=card.name,
                family=card.family,
                family_name=card.family_name,
                rank=match.rank,
                fit=match.fit,
                label=match.label,
                stability=match.stability,
                reasons_for=strongest(reasons, REASONS, 1, match.rank),
                reasons_against=strongest(reasons, 1, -1, match.rank),
                unknown=unknown.get(match.id, ()),
                twins=tuple(ComparedCareer(id=twin.id, kind=twin.kind, name=twin.name) for twin in twins),
            )
        )
    return tuple(rows)


def _weigh(given: Respondent, career: Vector, say: Say) -> list[Reason]:
    if given.items:
        return weigh_answers(given.items, given.answers, given.profile, career)
    return weigh_scores(interest_words(say), given.profile, career)


def make_limit_rows(
    library: Catalogue, given: Respondent, careers: RatedCareers, method: Method, lang: Lang
) -> tuple[LimitRow, ...]:
    """What each limit takes out, and which careers of the list without it would come back."""
    return tuple(
        LimitRow(
            id=removed.limit.text,
            by_rank=removed.limit in careers.ranks,
            country=library.currencies.get(removed.limit.unit, "") if removed.limit in careers.ranks else "",
            removed=len(removed.ids),
            unknown=len(removed.unknown),
            back=removed.back,
            returning=_find_returning(library, given, careers, removed, method, lang),
        )
        for removed in careers.removed
    )


def _find_returning(
    library: Catalogue, given: Respondent, careers: RatedCareers, removed: "Removed", method: Method, lang: Lang
) -> tuple[str, ...]:
    """The names of the best that come back without a limit; none to somebody whose answers are refused."""
    if not removed.back or given.refused:
        return ()
    from careercli.core.comparing.limits import apply_limits

    others = [limit for limit in careers.limits if limit != removed.limit]
    without, _ = apply_limits(careers.everything, others, careers.ranks)
    best = match_careers(given.profile, as_candidates(without), method, draws=0).matches
    out = set(removed.ids)
    ids = [match.id for match in best if match.id in out][:RETURNING]
    return tuple(card.name for card in library.entries(ids, lang).values())


def make_pivot_rows(
    library: Catalogue, given: Respondent, careers: RatedCareers, method: Method, lang: Lang
) -> tuple[tuple[PivotRow, ...], dict[str, str]]:
    """The single answers that would bring another top three, and the names of all careers in those."""
    texts = {item.id: item.text for item in given.items}
    pivots = find_pivots(given.items, given.answers, careers.candidates, method)
    cards = library.entries({id_ for pivot in pivots for id_ in pivot.top}, lang)
    rows = (
        PivotRow(id=pivot.item, text=texts[pivot.item], now=pivot.now, then=pivot.then, top=pivot.top)
        for pivot in pivots
    )
    return tuple(rows), {id_: card.name for id_, card in cards.items()}
