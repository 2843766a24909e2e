"""Which careers there are: guides, or the occupations of the atlas, filtered and sorted."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from careercli.core.careers.listing import filter_cards, filter_occupations, sort_cards, sort_occupations
from careercli.core.careers.model import Entry
from careercli.core.careers.reports import Action, AtlasReport, ListReport, Report
from careercli.core.text.ids import make_slug
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.usecases.names import skipped_guides
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.request import Request

Sort = Literal["name", "stars", "entry", "family", "pay", "growth", "size"]


class ListRequest(Request, frozen=True, kw_only=True):
    """Guides, or `everything`: the atlas. Each filter is left out where it is None; `count` is that of rows.

    `folder` is where the person's file is, which says what is not for them.
    """

    everything: bool = False
    family: str | None = None
    min_stars: int | None = None
    skills: tuple[str, ...] = ()
    remote: bool = False
    entry: Entry | None = None
    min_pay: float | None = None
    zone: int | None = None
    min_growth: float | None = None
    interest: str | None = None
    sort: Sort = "name"
    count: int | None = None
    folder: Path | None = None


def list_careers(library: Catalogue, request: ListRequest) -> Report:
    """The careers that meet all filters. Raises UsageError for filters of the other list, NotFoundError for names."""
    return _list_occupations(library, request) if request.everything else _list_guides(library, request)


def _list_occupations(library: Catalogue, request: ListRequest) -> AtlasReport:
    of_guides = {"--remote": request.remote or None, "--entry": request.entry}
    _refuse(of_guides, "`{option}` is of guides, not of the atlas", "Leave out `--all`.")
    cards = library.occupation_cards(request.lang, request.country)
    fitting = filter_occupations(
        cards,
        family=library.resolve_label("family", request.family) if request.family else None,
        min_stars=request.min_stars,
        min_pay=request.min_pay,
        skills=[library.find_occupation_skills(name, request.lang) for name in request.skills],
        job_zone=request.zone,
        min_growth=request.min_growth,
        interest=_letters(request.interest),
    )
    hidden, notes = hidden_ids(request.folder, library.say(request.lang))
    shown = sort_occupations(fitting, request.sort)[: request.count]
    return AtlasReport(
        command="list",
        language=request.lang,
        notes=notes,
        cards=tuple(replace(card, hidden=True) if card.id in hidden else card for card in shown),
        fitting=len(fitting),
        total=len(cards),
        country=library.shown_country(request.country),
        classified_in=library.classified_in,
        wages=library.data_set_of("wages", request.country),
        outlook=library.data_set_of("outlook", request.country),
    )


def _list_guides(library: Catalogue, request: ListRequest) -> ListReport:
    of_atlas = {
        "--min-pay": request.min_pay,
        "--zone": request.zone,
        "--min-growth": request.min_growth,
        "--interest": request.interest,
    }
    _refuse(of_atlas, "`{option}` is of the atlas", "Add `--all`.")
    if request.sort in ("pay", "growth", "size"):
        raise UsageError("`--sort {sort}` is of the atlas", "Add `--all`.", sort=request.sort)
    say = library.say(request.lang)
    cards = library.cards(request.lang)
    fitting = filter_cards(
        cards,
        family=_family(library, request.family, {card.family for card in cards if card.origin == "own"}),
        min_stars=request.min_stars,
        skills=[library.resolve_label("skill", name) for name in request.skills],
        remote=request.remote,
        entry=request.entry,
    )
    shown = sort_cards(fitting, request.sort)[: request.count]
    hidden, told = hidden_ids(request.folder, say)
    actions = [
        Action(id="show", label=say("All about {name}", name=card.name), command=("show", card.id))
        for card in shown[:1]
    ]
    return ListReport(
        command="list",
        language=request.lang,
        notes=(*(note for _, note in skipped_guides(library, say)), *told),
        actions=tuple(actions),
        cards=tuple(replace(card, hidden=True) if card.id in hidden else card for card in shown),
        fitting=len(fitting),
        total=len(cards),
    )


def _family(library: Catalogue, name: str | None, own: set[str]) -> str | None:
    """The field that is meant: one of the person's own guides, or one of ours."""
    if not name:
        return None
    slug = make_slug(name)
    return slug if slug in own else library.resolve_label("family", name)


def _refuse(options: Mapping[str, object], message: str, hint: str) -> None:
    for option, value in options.items():
        if value is not None:
            raise UsageError(message, hint, option=option)


def _letters(interest: str | None) -> str | None:
    """Letters of RIASEC, each once."""
    if interest is None:
        return None
    letters = interest.strip().upper()
    if not letters or len(letters) > 3 or set(letters) - set("RIASEC") or len(set(letters)) < len(letters):
        raise UsageError("`{letters}` are not letters of RIASEC", "Give one to three, such as `IR`.", letters=interest)
    return letters
