"""Which careers there are: guides, or the occupations of the atlas, filtered and sorted."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from careercli.core.careers.listing import (
    BY_FAMILY,
    BY_NAME,
    Listed,
    filter_cards,
    filter_occupations,
    fold_groups,
    paid_in,
    sort_listed,
)
from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.reports import Action, AtlasReport, Card, ListReport, Report
from careercli.core.comparing.criteria import CONDITIONS, CRITERIA, GUIDES_ONLY
from careercli.core.text.ids import fold, make_slug
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.names import skipped_guides
from careercli.usecases.preferences import hidden_ids, place_of
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.usecases.list_criteria import Asked
    from careercli.usecases.places import Placing


class ListRequest(Request, frozen=True, kw_only=True):
    """Guides, or `everything`: the atlas. Each filter is left out where it is None; `count` is that of rows.

    `about` keeps the occupations that are about what some words name, the likeliest first where no order is asked for.
    `limits` are conditions, `sort` is a criterion or `name` or `family`, in any words. `have` is what one has studied.
    `place` is where the pay is to be; else it is where the person lives, by their file in the `folder`, which also says
    what is not for them. `folding`: in the order of a figure occupations that have but those of their group stand under
    one of them. `by_field`: where nothing is asked, the fields of all careers are counted too.
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
    folding: bool = False
    by_field: bool = False


def list_careers(library: Catalogue, request: ListRequest) -> Report:
    """The careers that meet all filters. What only occupations have asks for the atlas.

    Raises UsageError for limits and orders that are none, NotFoundError for names.
    """
    asked = None
    if request.limits or request.sort or request.have:
        from careercli.usecases.list_criteria import read_asked

        asked = read_asked(library, request, request.limits, request.sort, request.have)
    if _is_of_atlas(library, request, asked):
        return _list_occupations(library, request, asked)
    return _list_guides(library, request, asked)


def _list_occupations(library: Catalogue, request: ListRequest, asked: "Asked | None") -> AtlasReport:
    say, placing = library.say(request.lang), _placing(library, request)
    cards = library.occupation_cards(request.lang, "" if placing else request.country)
    if placing:
        from careercli.usecases.places import place_cards

        cards = place_cards(cards, placing)
    subjects, named = _about(library, request, cards)
    families = find_families(library, request.family) if request.family else None
    filtered = filter_occupations(
        named,
        families=families,
        skills=[library.find_occupation_skills(name, request.lang) for name in request.skills],
        interest=_letters(request.interest),
    )
    wished = asked.order(atlas=True) if asked else ""
    by_pay = "" if wished or subjects or not asked else asked.usual_order
    order = wished or by_pay or ("" if subjects else BY_NAME)
    kept, notes, unsure = _apply(library, filtered, asked, order, placing)
    if by_pay and kept:
        unsure.append(say("The best paid come first."))
    if not wished and order == BY_NAME:
        kept.sort(key=_is_bare)
    hidden, told = hidden_ids(library, request.folder, say)
    folding = request.folding and order not in ("", BY_NAME, BY_FAMILY)
    rows = fold_groups(kept, order) if folding else tuple(kept)
    shown = rows[: request.count]
    return AtlasReport(
        command="list",
        language=request.lang,
        notes=(*_about_notes(library, subjects, say), *(placing.notes(say) if placing else ()), *notes, *told),
        footnotes=tuple(unsure),
        actions=(
            *(_open_first(shown, say) if order != BY_NAME else _best_paid(request, say)),
            *(_narrower(say) if len(kept) == len(cards) else ()),
        ),
        cards=tuple(replace(card, hidden=True) if card.id in hidden else card for card in shown),
        fitting=len(rows),
        folded=len(kept) - len(rows),
        total=len(cards),
        country=library.shown_country(request.country),
        place=placing.place if placing else None,
        columns=asked.columns(order) if asked else (),
        kept=asked.kept(order) if asked else (),
        classified_in=library.classified_in,
        wages=library.pay_data_set("" if placing else request.country),
        outlook=library.data_set_of("outlook", request.country),
        about=tuple(say.label("subject", id_) for id_ in subjects),
        asked=_conditions(library, request, families, asked, say),
        reader_country=request.country,
        levels_in=library.levels_in if asked else "",
    )


def _placing(library: Catalogue, request: ListRequest) -> "Placing | None":
    """Pay where it is asked for, or where the person lives; the file of places is opened only then."""
    place = request.place or (place_of(library, request.folder, request.lang) if request.folder else None)
    if not place:
        return None
    from careercli.usecases.places import Placing

    return Placing(library, place, request.lang)


def _about(
    library: Catalogue, request: ListRequest, cards: list[OccupationCard]
) -> tuple[tuple[str, ...], list[OccupationCard]]:
    """The subjects that are named, and the occupations that are about them; all where none is."""
    if request.about is None:
        return (), cards
    subjects, ids = library.careers_about(request.about, request.lang)
    by_id = {card.id: card for card in cards}
    return subjects, [by_id[id_] for id_ in ids if id_ in by_id]


def _apply(
    library: Catalogue,
    cards: list[Listed],
    asked: "Asked | None",
    order: str,
    placing: "Placing | None" = None,
) -> tuple[list[Listed], list[str], list[str]]:
    """The cards within the limits, in order, what is to be said of them, and of those that may not keep the limits."""
    if asked is None:
        return list(sort_listed(cards, order, {})) if order else cards, [], []
    from careercli.usecases.list_criteria import apply_asked

    return apply_asked(library, cards, asked, order, placing)


def _about_notes(library: Catalogue, subjects: tuple[str, ...], say: Say) -> tuple[str, ...]:
    """What the words were read as, and that it is we who say which careers are about it."""
    if not subjects:
        return ()
    names = library.labels("subject", say.lang)
    called = ", ".join(names[id_] for id_ in subjects)
    return (say("Careers by what one cares for, in our judgment: {subjects}.", subjects=called),)


def _list_guides(library: Catalogue, request: ListRequest, asked: "Asked | None") -> ListReport:
    say = library.say(request.lang)
    cards = [paid_in(card, request.country) for card in library.cards(request.lang)]
    families = find_families(library, request.family, _own_families(cards)) if request.family else None
    filtered = filter_cards(
        cards,
        families=families,
        skills=[library.resolve_label("skill", name) for name in request.skills],
    )
    order = (asked.order(atlas=False) if asked else "") or BY_NAME
    kept, notes, unsure = _apply(library, filtered, asked, order)
    shown = kept[: request.count]
    hidden, told = hidden_ids(library, request.folder, say)
    actions = _open_first(shown, say)
    alone = _known_of_guides_alone(asked)
    if not kept and alone:
        from careercli.locale.criteria_words import typed_name  # only with a limit

        label = say("All guides, by that")
        actions.append(Action(id="all", label=label, command=("list", "--sort", typed_name(alone[0], say))))
    elif not kept and request.limits:
        wider = [word for text in request.limits for word in ("--limit", text)]
        actions.append(
            Action(id="atlas", label=say("The same among all occupations"), command=("list", "--all", *wider))
        )
    elif len(kept) == len(cards):
        actions.append(Action(id="atlas", label=say("All occupations"), command=("list", "--all")))
    return ListReport(
        command="list",
        language=request.lang,
        notes=(*(note for _, note in skipped_guides(library, say)), *notes, *_without_atlas(asked, say), *told),
        footnotes=tuple(unsure),
        actions=tuple(actions),
        cards=tuple(replace(card, hidden=True) if card.id in hidden else card for card in shown),
        fitting=len(kept),
        total=len(cards),
        occupations=library.count_occupations(),
        fields=_fields(library, request) if request.by_field and len(shown) == len(cards) and not asked else (),
        columns=asked.columns(order) if asked else (),
        country=request.country,
        asked=_conditions(library, request, families, asked, say),
    )


def _fields(library: Catalogue, request: ListRequest) -> tuple[tuple[str, int], ...]:
    """The fields of the atlas and how many occupations each has, by name."""
    counted = library.count_by_field(request.lang, request.country)
    return tuple(sorted(counted.items(), key=lambda field: fold(field[0])))


def _open_first(shown: Sequence[Listed], say: Say) -> list[Action]:
    """To read about the first of a list."""
    return [Action(id="show", label=say("All about the first"), command=("show", card.id)) for card in shown[:1]]


def _is_bare(card: OccupationCard) -> bool:
    """Whether nothing is published of an occupation: in a list that nobody asked to be sorted it comes last."""
    return card.median is None and card.growth_percent is None


def _best_paid(request: ListRequest, say: Say) -> tuple[Action, ...]:
    """The same list with the best paid first: the first of an alphabet is nobody's wish."""
    from careercli.locale.criteria_words import typed_name  # only under a list by name

    given = (
        ("--family", (request.family,)),
        ("--skill", request.skills),
        ("--interest", (request.interest,)),
        ("--limit", request.limits),
        ("--have", (request.have,)),
        ("--place", (request.place,)),
    )
    options = (word for option, values in given for value in values if value for word in (option, value))
    command = ("list", "--all", *options, "--sort", typed_name("pay", say))
    return (Action(id="sort", label=say("The best paid first"), command=command),)


def _narrower(say: Say) -> tuple[Action, ...]:
    """How a list of everything becomes one of some."""
    animals, study = say.label("subject", "animals"), say.of(CRITERIA["years"].example)
    return (
        Action(id="about", label=say("By what one cares for"), command=("list", "--about", fold(animals))),
        Action(id="search", label=say("By any words"), command=("search", say("repair bikes"))),
        Action(id="limit", label=say("By a condition"), command=("list", "--all", "--limit", study)),
    )


def _known_of_guides_alone(asked: "Asked | None") -> list[str]:
    """What is limited that is known of guides alone."""
    return [limit.criterion for limit in asked.limits if limit.criterion in GUIDES_ONLY] if asked else []


def _without_atlas(asked: "Asked | None", say: Say) -> list[str]:
    """That limits on what is known of guides alone leave the occupations out."""
    if not _known_of_guides_alone(asked):
        return []
    return [say("That is known of guides only, so the occupations of the atlas are left out.")]


def find_families(library: Catalogue, name: str, own: Collection[str] = ()) -> frozenset[str]:
    """The fields that are meant: one of the person's `own` guides, one of ours, or all that have the words in common.

    Raises NotFoundError.
    """
    if (slug := make_slug(name)) in own:
        return frozenset((slug,))
    names, words = library.names("family"), set(fold(name).split())
    shared = {id_ for called, id_ in names.items() if words and words <= set(called.split())}
    return frozenset(shared if shared and fold(name) not in names else (library.resolve_label("family", name),))


def _is_of_atlas(library: Catalogue, request: ListRequest, asked: "Asked | None") -> bool:
    """Whether what is asked for is known of occupations only, or of a field without guides."""
    if request.everything or (asked and asked.is_of_atlas):
        return True
    if any(part is not None for part in (request.about, request.interest, request.place)):
        return True
    if not request.family or _known_of_guides_alone(asked):
        return False
    cards = library.cards(request.lang)
    families = find_families(library, request.family, _own_families(cards))
    return not any(card.family in families for card in cards)


def _own_families(cards: Iterable[Card]) -> set[str]:
    """The fields of the person's own guides."""
    return {card.family for card in cards if card.origin == "own"}


def _conditions(
    library: Catalogue, request: ListRequest, families: Collection[str] | None, asked: "Asked | None", say: Say
) -> tuple[str, ...]:
    """What the careers of a list have in common: a field by its name, numbers in words, the rest as it was written."""
    limits: tuple[str, ...] = ()
    if asked and asked.limits:
        from careercli.usecases.dialect import limit_sayer

        said = limit_sayer(library, request.country, say, request.have)
        limits = tuple(limit.text if limit.criterion == CONDITIONS else said(limit) for limit in asked.limits)
    field = say.label("family", next(iter(families))) if families and len(families) == 1 else request.family
    return tuple(filter(None, (field, *request.skills, request.interest, *limits)))


def _letters(interest: str | None) -> str | None:
    """Letters of RIASEC, each once."""
    if interest is None:
        return None
    letters = interest.strip().upper()
    if not letters or len(letters) > 3 or set(letters) - set("RIASEC") or len(set(letters)) < len(letters):
        raise UsageError("`{letters}` are not letters of RIASEC", "Give one to three, such as `IR`.", letters=interest)
    return letters
