"""Which careers there are: guides, or the occupations of the atlas, filtered and sorted."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from careercli.core.careers.listing import BY_FAMILY, BY_NAME, Listed, filter_cards, filter_occupations, sort_listed
from careercli.core.careers.measures import Measures
from careercli.core.careers.reports import Action, AtlasReport, ListReport, Report
from careercli.core.comparing.criteria import CONDITIONS, CRITERIA, value_of
from careercli.core.comparing.limits import Limit, unknown_of
from careercli.core.text.ids import fold, make_slug
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.dialect import (
    limit_measures,
    rank_notes,
    read_limits,
    read_order,
    study_notes,
    unknown_notes,
    with_study,
)
from careercli.usecases.names import skipped_guides
from careercli.usecases.places import Placing, place_cards, place_measures
from careercli.usecases.preferences import hidden_ids, place_of
from careercli.usecases.request import Request

#: Criteria that the lists show in columns of their own.
SHOWN = ("pay", "stars", "growth", "entry", "ease", "remote")


class ListRequest(Request, frozen=True, kw_only=True):
    """Guides, or `everything`: the atlas. Each filter is left out where it is None; `count` is that of rows.

    `about` keeps the occupations that are about what some words name, the likeliest first where no order is asked for.
    `limits` are conditions, `sort` is a criterion or `name` or `family`, in any words. `have` is what one has studied.
    `place` is where the pay is to be; else it is where the person lives, by their file in the `folder`, which also says
    what is not for them.
    """

    everything: bool = False
    about: str | None = None
    family: str | None = None
    skills: tuple[str, ...] = ()
    interest: str | None = None
    limits: tuple[str, ...] = ()
    have: str | None = None
    place: str | None = None
    sort: str | None = None
    count: int | None = None
    folder: Path | None = None


class _Asked(NamedTuple):
    """What is asked of a list, read: its limits, its orders by what they are called, and the place of its pay."""

    limits: tuple[Limit, ...]
    orders: tuple[str, ...]
    placing: Placing | None


def list_careers(library: Catalogue, request: ListRequest) -> Report:
    """The careers that meet all filters. What only occupations have asks for the atlas.

    Raises UsageError for limits and orders that are none, NotFoundError for names.
    """
    limits = read_limits(library, request.limits)
    orders = read_order(library, request.sort) if request.sort else (BY_NAME,)
    if _is_of_atlas(request, limits, orders):
        place = request.place or (request.folder and place_of(library, request.folder, request.lang))
        placing = Placing(library, place, request.lang) if place else None
        return _list_occupations(library, request, _Asked(limits, orders, placing))
    return _list_guides(library, request, _Asked(limits, orders, None))


def _is_of_atlas(request: ListRequest, limits: Sequence[Limit], orders: Sequence[str]) -> bool:
    """Whether the atlas is asked for, by name or by what only occupations have."""
    if request.everything or any(part is not None for part in (request.about, request.interest, request.place)):
        return True
    asked = [limit.criterion for limit in limits]
    return any(id_ == CONDITIONS or CRITERIA[id_].atlas for id_ in asked) or all(
        id_ in CRITERIA and CRITERIA[id_].atlas for id_ in orders
    )


def _list_occupations(library: Catalogue, request: ListRequest, asked: _Asked) -> AtlasReport:
    say = library.say(request.lang)
    cards = library.occupation_cards(request.lang, request.country)
    measures = [career for career in library.measures(request.country) if career.kind == "occupation"]
    placing = asked.placing
    if placing:
        cards, measures = place_cards(cards, placing), place_measures(measures, cards, placing)
    subjects: tuple[str, ...] = ()
    named = cards
    if request.about is not None:
        subjects, ids = library.careers_about(request.about, request.lang)
        by_id = {card.id: card for card in cards}
        named = [by_id[id_] for id_ in ids if id_ in by_id]
    filtered = filter_occupations(
        named,
        families=_families(library, request.family, ()),
        skills=[library.find_occupation_skills(name, request.lang) for name in request.skills],
        interest=_letters(request.interest),
    )
    kept, notes = _keep(library, filtered, measures, asked, request)
    order = next((id_ for id_ in asked.orders if id_ != "ease"), BY_NAME)
    in_order = tuple(kept) if subjects and request.sort is None else _sort(kept, order, measures)
    hidden, told = hidden_ids(request.folder, say)
    shown = in_order[: request.count]
    return AtlasReport(
        command="list",
        language=request.lang,
        notes=(*_about_notes(library, subjects, say), *notes, *told),
        cards=tuple(replace(card, hidden=True) if card.id in hidden else card for card in shown),
        fitting=len(kept),
        total=len(cards),
        country=library.shown_country(request.country),
        place=placing.place if placing else None,
        columns=_columns(asked.limits, order),
        classified_in=library.classified_in,
        wages=library.data_set_of("wages", request.country),
        outlook=library.data_set_of("outlook", request.country),
    )


def _about_notes(library: Catalogue, subjects: tuple[str, ...], say: Say) -> tuple[str, ...]:
    """What the words were read as, and that it is we who say which careers are about it."""
    if not subjects:
        return ()
    names = library.labels("subject", say.lang)
    called = ", ".join(names[id_] for id_ in subjects)
    return (say("Careers by what one cares for, in our judgement: {subjects}.", subjects=called),)


def _list_guides(library: Catalogue, request: ListRequest, asked: _Asked) -> ListReport:
    say = library.say(request.lang)
    cards = library.cards(request.lang)
    filtered = filter_cards(
        cards,
        families=_families(library, request.family, {card.family for card in cards if card.origin == "own"}),
        skills=[library.resolve_label("skill", name) for name in request.skills],
    )
    measures = library.measures(request.country, [card.id for card in filtered])
    kept, notes = _keep(library, filtered, measures, asked, request)
    order = next((id_ for id_ in asked.orders if id_ not in CRITERIA or not CRITERIA[id_].atlas), BY_NAME)
    shown = _sort(kept, order, measures)[: request.count]
    hidden, told = hidden_ids(request.folder, say)
    actions = [
        Action(id="show", label=say("All about {name}", name=card.name), command=("show", card.id))
        for card in shown[:1]
    ]
    if not kept and request.limits:
        wider = [word for text in request.limits for word in ("--limit", text)]
        actions.append(
            Action(id="atlas", label=say("The same among all occupations"), command=("list", "--all", *wider))
        )
    return ListReport(
        command="list",
        language=request.lang,
        notes=(*(note for _, note in skipped_guides(library, say)), *notes, *told),
        actions=tuple(actions),
        cards=tuple(replace(card, hidden=True) if card.id in hidden else card for card in shown),
        fitting=len(kept),
        total=len(cards),
        occupations=library.count_occupations(),
        columns=_columns(asked.limits, order),
        country=request.country,
    )


def _keep(
    library: Catalogue, cards: list[Listed], measures: Sequence[Measures], asked: _Asked, request: ListRequest
) -> tuple[list[Listed], list[str]]:
    """The cards within all limits, with what is not known of each and what was asked for; and what is to be said."""
    say = library.say(request.lang)
    ids = {card.id for card in cards}
    seen, notes = study_notes(library, request.have, asked.limits, say)
    limited = limit_measures(
        library, with_study([m for m in measures if m.id in ids], seen), asked.limits, request.country
    )
    unknown = unknown_of(limited.removed)
    notes += rank_notes(library, limited, request.country, say)
    notes += unknown_notes(limited.removed, say)
    within = {career.id for career in limited.kept}
    wanted = [id_ for id_ in _columns(asked.limits, asked.orders[0]) if id_ in CRITERIA]
    values = {
        career.id: {id_: value for id_ in wanted if (value := value_of(career, id_)) is not None}
        for career in measures
        if career.id in within
    }
    kept = [
        replace(card, unknown=unknown.get(card.id, ()), values=values[card.id]) if unknown or wanted else card
        for card in cards
        if card.id in within
    ]
    return kept, notes


def _columns(limits: Sequence[Limit], order: str) -> tuple[str, ...]:
    """The criteria that were asked for and that the list has no column of its own for."""
    asked = dict.fromkeys([order, *(limit.criterion for limit in limits)])
    return tuple(id_ for id_ in asked if id_ in CRITERIA and id_ not in SHOWN)


def _sort(cards: Sequence[Listed], order: str, measures: Sequence[Measures]) -> tuple[Listed, ...]:
    if order in (BY_NAME, BY_FAMILY):
        return sort_listed(cards, order, {})
    values = {career.id: value_of(career, order) for career in measures}
    return sort_listed(cards, order, values, rising=CRITERIA[order].better == "less")


def _families(library: Catalogue, name: str | None, own: Collection[str]) -> frozenset[str] | None:
    """The fields that are meant: one of the person's own guides, or one of ours, or all that have the words in common.

    Raises NotFoundError.
    """
    if not name:
        return None
    if (slug := make_slug(name)) in own:
        return frozenset((slug,))
    names, words = library.names("family"), set(fold(name).split())
    shared = {id_ for called, id_ in names.items() if words and words <= set(called.split())}
    return frozenset(shared if shared and fold(name) not in names else (library.resolve_label("family", name),))


def _letters(interest: str | None) -> str | None:
    """Letters of RIASEC, each once."""
    if interest is None:
        return None
    letters = interest.strip().upper()
    if not letters or len(letters) > 3 or set(letters) - set("RIASEC") or len(set(letters)) < len(letters):
        raise UsageError("`{letters}` are not letters of RIASEC", "Give one to three, such as `IR`.", letters=interest)
    return letters
