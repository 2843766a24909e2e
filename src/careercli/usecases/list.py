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
from careercli.locale import Say
from careercli.usecases.names import skipped_guides
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.request import Request

Sort = Literal["name", "stars", "entry", "family", "pay", "growth", "size"]


class ListRequest(Request, frozen=True, kw_only=True):
    """Guides, or `everything`: the atlas. Each filter is left out where it is None; `count` is that of rows.

    `about` keeps the occupations that are about what some words name, the likeliest first where no order is asked for.
    `folder` is where the person's file is, which says what is not for them.
    """

    everything: bool = False
    about: str | None = None
    family: str | None = None
    min_stars: int | None = None
    skills: tuple[str, ...] = ()
    remote: bool = False
    entry: Entry | None = None
    min_pay: float | None = None
    zone: int | None = None
    min_growth: float | None = None
    interest: str | None = None
    sort: Sort | None = None
    count: int | None = None
    folder: Path | None = None


def list_careers(library: Catalogue, request: ListRequest) -> Report:
    """The careers that meet all filters. Raises UsageError for filters of the other list, NotFoundError for names."""
    everything = request.everything or request.about is not None
    return _list_occupations(library, request) if everything else _list_guides(library, request)


def _list_occupations(library: Catalogue, request: ListRequest) -> AtlasReport:
    of_guides = {"--remote": request.remote or None, "--entry": request.entry}
    _refuse(of_guides, "`{option}` is of guides, not of the atlas", "Leave out `--all`.")
    cards = library.occupation_cards(request.lang, request.country)
    subjects: tuple[str, ...] = ()
    kept = cards
    if request.about is not None:
        subjects, ids = library.careers_about(request.about, request.lang)
        by_id = {card.id: card for card in cards}
        kept = [by_id[id_] for id_ in ids if id_ in by_id]
    fitting = filter_occupations(
        kept,
        family=library.resolve_label("family", request.family) if request.family else None,
        min_stars=request.min_stars,
        min_pay=request.min_pay,
        skills=[library.find_occupation_skills(name, request.lang) for name in request.skills],
        job_zone=request.zone,
        min_growth=request.min_growth,
        interest=_letters(request.interest),
    )
    kept_order = subjects and request.sort is None
    in_order = tuple(fitting) if kept_order else sort_occupations(fitting, request.sort or "name")
    hidden, notes = hidden_ids(request.folder, library.say(request.lang))
    return AtlasReport(
        command="list",
        language=request.lang,
        notes=(*_about_notes(library, subjects, library.say(request.lang)), *notes),
        cards=tuple(replace(card, hidden=True) if card.id in hidden else card for card in in_order[: request.count]),
        fitting=len(fitting),
        total=len(cards),
        country=library.shown_country(request.country),
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
    shown = sort_cards(fitting, request.sort or "name")[: request.count]
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
        occupations=library.count_occupations(),
        country=request.country,
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
