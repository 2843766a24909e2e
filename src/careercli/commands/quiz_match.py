"""`careers quiz`: which careers fit me? Interests or scores, hard limits kept apart, a short list with its reasons."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.careers.measures import Measures
from careercli.core.comparing.reports import ComparedCareer
from careercli.core.quiz.interests import (
    SCALES,
    InterestItem,
    Profile,
    find_flat,
    find_refusal,
    parse_scores,
    rank_letters,
    score_items,
    standard_errors,
)
from careercli.core.quiz.matching import (
    SIZE,
    Candidate,
    Match,
    Matching,
    Method,
    Vector,
    direction,
    find_pivots,
    match_careers,
)
from careercli.core.quiz.reasons import strongest, weigh_answers, weigh_scores
from careercli.core.quiz.reports import (
    Changed,
    ItemsReport,
    Limit,
    MatchReport,
    Pivot,
    QuizItem,
    QuizMatch,
    Reason,
)
from careercli.core.quiz.results import SavedResult
from careercli.core.text.ids import find_near
from careercli.errors import UsageError
from careercli.locale.quiz_words import refusal_words
from careercli.locale.words import interest_words
from careercli.world.runtime import Runtime

if TYPE_CHECKING:
    from careercli.core.comparing import limits as hard

LENGTHS = ("short", "standard", "full")
REASONS = 3
#: Careers with the same ratings that are named behind one.
TWINS = 3
RETURNING = 2
_CHANGE = re.compile(r"\s*([^=\s]+)\s*=\s*(\S+)\s*")


class Given(NamedTuple):
    """What a person gave: the items asked and the answers, or six scores and neither."""

    items: tuple[InterestItem, ...]
    answers: dict[str, int]
    profile: Profile
    length: str | None


def items_of(runtime: Runtime, length: str) -> tuple[InterestItem, ...]:
    """The activities that a questionnaire of a length asks, in order."""
    allowed = LENGTHS[: LENGTHS.index(length) + 1]
    return tuple(item for item in runtime.catalogue.interest_items(runtime.lang) if item.length in allowed)


def interest_ids(runtime: Runtime, length: str) -> list[str]:
    """Their ids."""
    return [item.id for item in items_of(runtime, length)]


def length_of(items: Sequence[InterestItem], answers: Mapping[str, int]) -> str:
    """The shortest questionnaire that asks all that was answered."""
    used = [LENGTHS.index(item.length) for item in items if item.id in answers]
    return LENGTHS[max(used, default=0)]


def list_items(runtime: Runtime, length: str) -> ItemsReport:
    """The activities of a length, in the order of asking."""
    items = tuple(QuizItem(id=i.id, text=i.text, scale=i.scale, length=i.length) for i in items_of(runtime, length))
    name = runtime.say("Which careers fit me?")
    return ItemsReport(command="quiz", language=runtime.lang, career="", name=name, items=items)


def give_answers(runtime: Runtime, answers: dict[str, int], length: str | None) -> Given:
    """Answers to activities, of the length that they need where none is named."""
    named = length or length_of(runtime.catalogue.interest_items(runtime.lang), answers)
    items = items_of(runtime, named)
    return Given(items, answers, score_items(items, answers), named)


def give_scores(text: str) -> Given:
    """Six scores that somebody brings along."""
    return Given((), {}, parse_scores(text), None)


def parse_changes(runtime: Runtime, texts: Sequence[str], given: Given) -> dict[str, int]:
    """The changed answers of `--what-if ITEM=ANSWER`. Raises UsageError."""
    known = {item.id: item.id for item in given.items}
    found: dict[str, int] = {}
    for text in texts:
        parts = _CHANGE.fullmatch(text)
        if not parts or parts[2] not in ("1", "2", "3", "4", "5"):
            raise UsageError(
                "`--what-if {text}` is not a statement and an answer from 1 to 5",
                "Write it so: `--what-if {example}=4`; `careers quiz --items` lists the ids.",
                text=text,
                example=next(iter(known), "ITEM"),
            )
        if parts[1] not in known:
            near = find_near(parts[1], known, 1)
            raise UsageError(
                "`--what-if {text}`: `{id}` is not a statement of this questionnaire",
                "did you mean `{near}`? `careers quiz --items` lists all."
                if near
                else "`careers quiz --items` lists all.",
                text=text,
                id=parts[1],
                near=near[0] if near else "",
            )
        if parts[1] in found:
            raise UsageError("`--what-if` changes `{id}` twice", "Give each statement one answer.", id=parts[1])
        if given.answers.get(parts[1]) == int(parts[2]):
            raise UsageError("`--what-if {text}` is your answer already", "Give another one.", text=text)
        found[parts[1]] = int(parts[2])
    return found


class Limited(NamedTuple):
    """The careers that meet all limits, ready to be matched, and what each limit took out."""

    candidates: list[Candidate]
    everything: list[Measures]
    limits: "tuple[hard.Limit, ...]" = ()
    ranks: "dict[hard.Limit, float]" = {}
    removed: "tuple[hard.Removed, ...]" = ()


def limit_careers(runtime: Runtime, texts: Sequence[str]) -> Limited:
    """All careers with interest ratings, and those that meet the limits. Raises UsageError."""
    catalogue = runtime.catalogue
    everything = [one for one in catalogue.measures(runtime.country) if one.interests]
    if not texts:
        return Limited(catalogue.candidates(everything), everything)
    from careercli.core.comparing import limits as hard

    limits = tuple(hard.parse_limit(text) for text in dict.fromkeys(texts))
    shown = catalogue.shown_country(runtime.country)
    currencies = catalogue.currencies if any(limit.unit for limit in limits) else {}
    ranks = hard.find_ranks(limits, shown, currencies, catalogue.all_employees)
    kept, removed = hard.apply_limits(everything, limits, ranks)
    return Limited(catalogue.candidates(kept), everything, limits, ranks, removed)


def make_report(
    runtime: Runtime,
    given: Given,
    method: Method,
    limits: Sequence[str] = (),
    changes: Mapping[str, int] | None = None,
) -> MatchReport:
    """The careers that fit best, with their reasons; none where the answers cannot be ranked, with the reason."""
    field = limit_careers(runtime, limits)
    refused = find_refusal(given.items, given.answers) if given.items else find_flat(given.profile)
    notes = [refusal_words(refused, runtime.say, scores=not given.items)] if refused else []
    matching: Matching | None = None
    matches: tuple[QuizMatch, ...] = ()
    pivots: tuple[Pivot, ...] | None = None
    if not refused and not field.candidates:
        relax = any(removed.back for removed in field.removed)
        say = runtime.say
        only_one = say("No career meets all limits: relax one of them.")
        notes.append(only_one if relax else say("No career meets all limits: relax several."))
    elif not refused:
        matching = match_careers(given.profile, field.candidates, method)
        matches = _matches(runtime, given, matching, field)
        pivots = _pivots(runtime, given, field, method)
    return MatchReport(
        command="quiz",
        language=runtime.lang,
        notes=tuple(notes),
        method=method,
        length=given.length,
        profile=_by_letter(given.profile.scores),
        errors=_by_letter(standard_errors(given.profile)),
        letters=() if refused else rank_letters(given.profile),
        matches=matches,
        chance=matching.chance if matching else {},
        passing=matching.passing if matching else {},
        candidates=len(field.candidates),
        limits=_limits(runtime, given, field, method, refused=bool(refused)),
        pivots=pivots,
        what_if=_changed(runtime, given, method, field, changes) if changes else None,
        refused=refused,
        given=len(given.answers),
        asked=len(given.items),
        sources=() if refused else runtime.catalogue.numbered_sources([runtime.catalogue.source_of("occupations")]),
    )


def _by_letter(values: Sequence[float]) -> dict[str, float]:
    return {letter: round(value, 4) for letter, value in zip(SCALES, values, strict=True)}


def _matches(runtime: Runtime, given: Given, matching: Matching, field: Limited) -> tuple[QuizMatch, ...]:
    ratings = {one.id: one.interests for one in field.everything}
    ids = [id_ for match in matching.matches for id_ in (match.id, *match.twins[:TWINS])]
    cards = runtime.catalogue.entries(ids, runtime.lang)
    found = []
    for match in matching.matches:
        card, career = cards[match.id], direction(ratings[match.id] or (), matching.method)
        reasons = _reasons(runtime, given, career)
        twins = tuple(ComparedCareer(id=id_, kind=cards[id_].kind, name=cards[id_].name) for id_ in match.twins[:TWINS])
        found.append(
            QuizMatch(
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
                twins=twins,
            )
        )
    return tuple(found)


def _reasons(runtime: Runtime, given: Given, career: Vector) -> list[Reason]:
    if given.items:
        return weigh_answers(given.items, given.answers, given.profile, career)
    return weigh_scores(interest_words(runtime.say), given.profile, career)


def _limits(runtime: Runtime, given: Given, field: Limited, method: Method, *, refused: bool) -> tuple[Limit, ...]:
    """What each limit takes out, and which careers of the list without it would come back."""
    if not field.limits:
        return ()
    from careercli.core.comparing import limits as hard

    found = []
    for removed in field.removed:
        returning: tuple[str, ...] = ()
        if removed.back and not refused:
            others = [limit for limit in field.limits if limit != removed.limit]
            without, _ = hard.apply_limits(field.everything, others, field.ranks)
            best = match_careers(given.profile, runtime.catalogue.candidates(without), method, draws=0).matches
            ids = [match.id for match in best if match.id in set(removed.ids)][:RETURNING]
            returning = tuple(card.name for card in runtime.catalogue.entries(ids, runtime.lang).values())
        found.append(
            Limit(
                id=removed.limit.text,
                euros=removed.limit in field.ranks,
                country=runtime.catalogue.currencies.get(removed.limit.unit, "")
                if removed.limit in field.ranks
                else "",
                removed=len(removed.ids),
                unknown=removed.unknown,
                back=removed.back,
                returning=returning,
            )
        )
    return tuple(found)


def _pivots(runtime: Runtime, given: Given, field: Limited, method: Method) -> tuple[Pivot, ...] | None:
    if not given.items:
        return None
    texts = {item.id: item.text for item in given.items}
    pivots = find_pivots(given.items, given.answers, field.candidates, method)
    cards = runtime.catalogue.entries({id_ for pivot in pivots for id_ in pivot.top}, runtime.lang)
    return tuple(
        Pivot(id=p.item, text=texts[p.item], now=p.now, then=p.then, top=tuple((id_, cards[id_].name) for id_ in p.top))
        for p in pivots
    )


def _changed(runtime: Runtime, given: Given, method: Method, field: Limited, changes: Mapping[str, int]) -> Changed:
    """The list that some other answers would give."""
    texts = {item.id: item.text for item in given.items}
    answers = {**given.answers, **changes}
    other = given._replace(answers=answers, profile=score_items(given.items, answers))
    refused = find_refusal(given.items, answers)
    matches: tuple[QuizMatch, ...] = ()
    if not refused and field.candidates:
        matches = _matches(runtime, other, match_careers(other.profile, field.candidates, method), field)
    return Changed(
        changes=tuple((id_, texts[id_], given.answers.get(id_), then) for id_, then in changes.items()),
        matches=matches,
        profile=_by_letter(other.profile.scores),
        refused=refused,
    )


def match_again(runtime: Runtime, old: SavedResult) -> tuple[str, ...] | None:
    """The list that answers of then give by the data of today; None where they do not give one."""
    items = items_of(runtime, old.length or "full")
    answers = {item.id: old.answers[item.id] for item in items if item.id in old.answers}
    if find_refusal(items, answers):
        return None
    try:
        field = limit_careers(runtime, old.limits)
    except UsageError:  # a limit that is no longer known
        return None
    method: Method = "published" if old.method == "published" else "careers"
    matches: tuple[Match, ...] = ()
    if field.candidates:
        matches = match_careers(score_items(items, answers), field.candidates, method, SIZE, 0).matches
    return tuple(match.id for match in matches)
