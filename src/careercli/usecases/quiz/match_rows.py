"""What a list of careers says of each: its reasons, what a limit takes out, which answers would change it."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.careers.listing import paid_in
from careercli.core.careers.measures import Measures
from careercli.core.careers.reports import Card
from careercli.core.comparing.reports import ComparedCareer
from careercli.core.quiz.by_answers import AnswerRule, Atlas
from careercli.core.quiz.field_list import REDRAWS, FieldList, find_answer_pivots, match_answers, match_fields
from careercli.core.quiz.interests import SCALES, Respondent, standard_errors
from careercli.core.quiz.list_reasons import choose_for, find_objection, said_as
from careercli.core.quiz.matching import (
    A_FIELD,
    DRAWS,
    SIZE,
    Candidate,
    Matching,
    Method,
    RankedField,
    RankedMatch,
    as_candidates,
    direction,
    find_pivots,
    match_careers,
)
from careercli.core.quiz.reasons import find_against, find_for, weigh_answers, weigh_by_rule, weigh_scores, with_ratings
from careercli.core.quiz.reports import FieldMatch, LimitRow, MatchRow, PivotRow, Reason
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.library.nearness import read_atlas
from careercli.locale import Say
from careercli.locale.words import interest_words
from careercli.usecases.names import resolve_careers
from careercli.usecases.quiz.match_figures import find_figures
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.core.comparing.limits import Limit, Removed

REASONS = 3
#: Careers of the person's own that are ranked, at most.
MAX_AMONG = 20
#: Careers with the same ratings that are named behind one.
TWINS = 3
#: Careers that are named as coming back without a limit.
RETURNING = 2


class RatedCareers(NamedTuple):
    """`everything` that has interest ratings, and of it the `candidates` that meet all limits.

    `ranks` are those of limits on pay in another currency, `removed` says what each limit takes out. `seen` is
    everything as it is to somebody who has studied what they `have`.
    """

    everything: list[Measures]
    candidates: list[Candidate]
    limits: "tuple[Limit, ...]" = ()
    ranks: "dict[Limit, float]" = {}
    removed: "tuple[Removed, ...]" = ()
    seen: Sequence[Measures] = ()
    atlas: Atlas = Atlas((), ())
    picked: bool = False
    have: str | None = None

    @property
    def unknown(self) -> dict[str, tuple[str, ...]]:
        """By career, the limits of which it is not known whether it keeps them."""
        if not self.removed:
            return {}
        from careercli.core.comparing.limits import unknown_of

        return unknown_of(self.removed)

    @property
    def unsure(self) -> int:
        """How many of the candidates may not keep the limits."""
        unknown = self.unknown
        return sum(candidate.id in unknown for candidate in self.candidates)

    def match(
        self, given: Respondent, method: Method, draws: int = DRAWS, fields: FieldList | None = None
    ) -> Matching | None:
        """The list for somebody whose answers are not refused; None where no career meets the limits.

        `fields` are these for them, if that was made already.
        """
        if not self.candidates:
            return None
        if self.picked:
            size = len(self.candidates)
            ranked = rank_careers(given, self.candidates, method, self.atlas, 0, size=size, a_field=0)
            by_fit = sorted(ranked.matches, key=lambda match: (-match.fit, match.id))
            numbered = tuple(match._replace(rank=n) for n, match in enumerate(by_fit, 1))
            return ranked._replace(matches=numbered, fields=())
        if fields:
            return match_fields(fields, draws=min(draws, REDRAWS))
        return rank_careers(given, self.candidates, method, self.atlas, draws)

    def fields_for(self, given: Respondent, method: Method) -> FieldList | None:
        """The careers by field for somebody's answers, where these are ranked by each of them."""
        rule = self.rule_for(given, method)
        return FieldList(rule, self.candidates) if rule else None

    def rule_for(self, given: Respondent, method: Method) -> AnswerRule | None:
        """The rule by somebody's answers, where that is the method and nothing is refused."""
        return AnswerRule(given.items, given.answers, self.atlas) if method == "answers" and not given.refused else None


def rank_careers(
    given: Respondent,
    candidates: Sequence[Candidate],
    method: Method,
    atlas: Atlas,
    draws: int = DRAWS,
    *,
    size: int = SIZE,
    a_field: int = A_FIELD,
) -> Matching:
    """The list of some careers by a rule, for somebody whose answers are not refused; `draws` at most."""
    if method == "answers":
        return match_answers(AnswerRule(given.items, given.answers, atlas), candidates, size, min(draws, REDRAWS))
    return match_careers(given.profile, candidates, method, size, draws, a_field)


def pick_careers(
    library: Catalogue, careers: RatedCareers, names: Sequence[str], say: Say
) -> tuple[RatedCareers, tuple[str, ...]]:
    """The careers of some names alone, and what is to be told of them. Raises NotFoundError, UsageError."""
    resolved, notes = resolve_careers(library, names, say, MAX_AMONG)
    ids = {career.id for career in resolved}
    picked = [candidate for candidate in careers.candidates if candidate.id in ids]
    lacking = ids - {candidate.id for candidate in picked}
    if lacking:
        cards = library.entries(sorted(lacking), say.lang)
        known = say.joined([card.name for card in cards.values()])
        notes = (
            *notes,
            say("Not ranked, for their interests are not known or a limit takes them out: {names}.", names=known),
        )
    return careers._replace(candidates=picked, picked=True), notes


def limit_careers(
    library: Catalogue, texts: Sequence[str], country: str, hidden: Collection[str] = (), have: str | None = None
) -> RatedCareers:
    """All careers with interest ratings but the hidden ones, and those that meet the limits. Raises UsageError.

    `have` is what the person has studied: so much less is left to study. A trade that the reader's country does not
    have is no candidate.
    """
    rated = [measures for measures in library.measures(country) if measures.interests]
    gone = _with_twins(rated, hidden) if hidden else hidden
    everything = [measures for measures in rated if measures.id not in gone]
    atlas = read_atlas(library, rated)
    if not texts and not have:
        return RatedCareers(everything, _candidates(everything, country), atlas=atlas)
    from careercli.usecases.dialect import (
        limit_measures,
        read_limits,
        read_study,
        with_study,
    )  # only where there are any

    seen = with_study(everything, read_study(library, have))
    limits = read_limits(library, texts, country)
    limited = limit_measures(library, seen, limits, country)
    return RatedCareers(
        everything,
        _candidates(limited.kept, country),
        limits,
        limited.ranks,
        limited.removed,
        seen,
        atlas,
        have=have,
    )


def _candidates(careers: Iterable[Measures], country: str) -> list[Candidate]:
    """Those of some careers that there are in a country."""
    return as_candidates(one for one in careers if not (one.elsewhere and one.level_in == country))


def _with_twins(careers: Sequence[Measures], ids: Collection[str]) -> set[str]:
    """Some careers, with the occupation that a guide of them is exactly, and the guides that are one of them."""
    exact = [(career.id, career.stand_in) for career in careers if career.match == "exact" and career.stand_in]
    twins = {code for id_, code in exact if id_ in ids} | {id_ for id_, code in exact if code in ids}
    return {*ids, *twins}


def make_match_rows(
    library: Catalogue,
    given: Respondent,
    ranked: Sequence[RankedMatch],
    careers: RatedCareers,
    method: Method,
    request: Request,
    rule: AnswerRule | None,
) -> tuple[MatchRow, ...]:
    """The careers of a list, best first, each with its figures, what speaks for it and against it."""
    say, unknown = library.say(request.lang), careers.unknown
    known = {measures.id: measures for measures in careers.everything}
    ids = [id_ for match in ranked for id_ in (match.id, *match.twins[:TWINS])]
    cards = library.entries(ids, say.lang)
    in_levels = say.country == request.country and say.tells_levels
    scores = dict(zip(SCALES, given.profile.scores, strict=True))
    errors = dict(zip(SCALES, standard_errors(given.profile), strict=True))
    rows: list[MatchRow] = []
    told: list[str] = []
    for match in ranked:
        card, twins, measures = cards[match.id], [cards[id_] for id_ in match.twins[:TWINS]], known[match.id]
        reasons = _weigh(given, measures, method, rule, say)
        pay, outlook = find_figures(library, measures, request)
        ranked_for = find_for(reasons, given.profile, REASONS, told)
        reasons_for = choose_for(ranked_for, reasons, scores, told)
        objection = find_objection(reasons, scores, errors, told)
        reasons_against = (objection,) if objection else find_against(reasons, given.profile, 1, told)
        told += [said_as(reason) for reason in (*reasons_for[:1], *reasons_against)]
        rows.append(
            MatchRow(
                id=match.id,
                kind=match.kind,
                name=card.name,
                summary=card.summary,
                family=card.family,
                family_name=card.family_name,
                rank=match.rank,
                fit=match.fit,
                label=match.label,
                stability=match.stability,
                pay=pay,
                pay_here=paid_in(card, request.country).pay if isinstance(card, Card) else None,
                study_years=measures.years,
                study=measures.study,
                level=measures.level if in_levels else None,
                openings=outlook.openings_per_year if outlook else None,
                openings_of=outlook.of if outlook else None,
                outlook=outlook,
                reasons_for=reasons_for,
                reasons_against=reasons_against,
                unknown=unknown.get(match.id, ()),
                twins=tuple(ComparedCareer(id=twin.id, kind=twin.kind, name=twin.name) for twin in twins),
            )
        )
    return tuple(rows)


def name_fields(
    library: Catalogue, ranked: Sequence[RankedField], matches: Iterable[MatchRow], lang: Lang
) -> tuple[FieldMatch, ...]:
    """The fields of a list in words, as its rule ranked them; by major group for a rule that ranks none."""
    if not ranked:
        return make_field_rows(matches)
    names = library.labels("field", lang)
    families = {match.id: match.family_name for match in matches}
    return tuple(
        FieldMatch(
            id=field.id,
            name=names.get(field.id) or families.get(field.matches[0], field.id),
            fit=field.fit,
            stability=field.stability,
            matches=field.matches,
        )
        for field in ranked
    )


def group_by_field(
    library: Catalogue, careers: Sequence[Measures], matches: Sequence[MatchRow], method: Method, lang: Lang
) -> tuple[FieldMatch, ...]:
    """The fields of a list that is kept, as its rule ranks them; how steady they were is not kept."""
    if method != "answers":
        return make_field_rows(matches)
    listed = {match.id for match in matches}
    homes = {one.id: one.field for one in as_candidates(one for one in careers if one.id in listed)}
    fields: dict[str, list[MatchRow]] = {}
    for match in matches:
        fields.setdefault(homes[match.id], []).append(match)
    ranked = [
        RankedField(id_, max(row.fit for row in rows), None, tuple(row.id for row in rows))
        for id_, rows in fields.items()
    ]
    return name_fields(library, ranked, matches, lang)


def make_field_rows(matches: Iterable[MatchRow]) -> tuple[FieldMatch, ...]:
    """The major groups of a list, in the order of their best careers."""
    fields: dict[str, list[MatchRow]] = {}
    for match in matches:
        fields.setdefault(match.family, []).append(match)
    return tuple(
        FieldMatch(id=id_, name=rows[0].family_name, fit=rows[0].fit, matches=tuple(row.id for row in rows))
        for id_, rows in fields.items()
    )


def _weigh(given: Respondent, measures: Measures, method: Method, rule: AnswerRule | None, say: Say) -> list[Reason]:
    ratings = measures.interests or ()
    if rule:
        return with_ratings(weigh_by_rule(rule, measures.stand_in or measures.id, ratings), ratings)
    career = direction(ratings, method)
    if given.items:
        reasons = weigh_answers(given.items, given.answers, given.profile, career)
    else:
        reasons = weigh_scores(interest_words(say), given.profile, career)
    return with_ratings(reasons, ratings)


def make_limit_rows(
    library: Catalogue, given: Respondent, careers: RatedCareers, method: Method, lang: Lang, country: str
) -> tuple[LimitRow, ...]:
    """What each limit takes out, and which careers of the list without it would come back."""
    if not careers.removed:
        return ()
    from careercli.usecases.dialect import limit_sayer

    said = limit_sayer(library, country, library.say(lang), careers.have)
    return tuple(
        LimitRow(
            id=removed.limit.text,
            said=said(removed.limit),
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
    without, _ = apply_limits(careers.seen, others, careers.ranks)
    best = rank_careers(given, as_candidates(without), method, careers.atlas, draws=0).matches
    out = set(removed.ids)
    ids = [match.id for match in best if match.id in out][:RETURNING]
    return tuple(card.name for card in library.entries(ids, lang).values())


def make_pivot_rows(
    library: Catalogue,
    given: Respondent,
    careers: RatedCareers,
    method: Method,
    lang: Lang,
    fields: FieldList | None,
) -> tuple[tuple[PivotRow, ...], dict[str, str]]:
    """The single answers that would bring another top three, and the names of all careers in those."""
    texts = {item.id: item.text for item in given.items}
    if fields:
        pivots = find_answer_pivots(fields)
    else:
        pivots = find_pivots(given.items, given.answers, careers.candidates, method, a_field=A_FIELD)
    cards = library.entries({id_ for pivot in pivots for id_ in pivot.top}, lang)
    rows = (
        PivotRow(id=pivot.item, text=texts[pivot.item], now=pivot.now, then=pivot.then, top=pivot.top)
        for pivot in pivots
    )
    return tuple(rows), {id_: card.name for id_, card in cards.items()}
