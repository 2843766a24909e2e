"""Which careers some words mean."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from careercli.core.careers.listing import card_pay, paid_in
from careercli.core.careers.reports import Action, Card, Kind, command_line
from careercli.core.careers.search_report import Hit, SearchReport
from careercli.core.text.ids import fold
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.library.search import Answer, Search
from careercli.locale import Say
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.core.careers.places import Place
    from careercli.usecases.search_place import Placed
    from careercli.usecases.search_wish import Kept


class SearchRequest(Request, frozen=True, kw_only=True):
    """Words, in any language, how many finds to show, and of which kind. `folder`: where the person's file is.

    `typing`: the last word may not be all there.
    """

    text: str
    count: int = 10
    kind: Kind | None = None
    folder: Path | None = None
    typing: bool = False


def search(library: Catalogue, request: SearchRequest) -> SearchReport:
    """Careers by their names, their subjects and what guides say, best first. UsageError where there are no words."""
    if not request.text:
        raise UsageError("there is nothing to look for", "Give a word: `careers search python`.")
    say = library.say(request.lang)
    finder = library.search(request.lang)
    if left := finder.left(request.text):
        return _report_left(library, finder, left, request)
    placed = _split_place(library, finder, request)
    wishes = bool(placed.rest) and not finder.asks_advice(placed.rest)  # "who pays for training" is no wish for pay
    kept = _find_kept(library, finder, replace(request, text=placed.rest)) if wishes else None
    if kept and kept.cards:
        return _report_kept(library, finder, kept, placed.place, request)
    answer = finder.answer(kept.rest if kept else placed.rest, typing=request.typing)
    hits = finder.hits(answer, request.count, request.kind)
    hidden, told = hidden_ids(library, request.folder, say)
    hits = [replace(hit, hidden=hit.id in hidden, opens=library.opened_by(hit.id, hit.name)) for hit in hits]
    subjects = library.labels("subject", request.lang) if answer.about else {}
    pages, begun = _find_pages(library, finder, answer, request)
    total = sum(career.kind == request.kind for career in answer.careers) if request.kind else answer.total
    return SearchReport(
        command="search",
        language=request.lang,
        notes=(
            *_place_note(placed.place, say),
            *_nothing_kept(kept, say),
            *_notes(answer, say),
            *_unindexed(library, say),
            *told,
        ),
        actions=(*_pay_in(placed, say), *_advice(answer, say))
        if answer.undecided or not hits
        else _actions(request, hits, total, say),
        text=request.text,
        hits=_with_pay(library, hits, request),
        total=total,
        about=tuple(subjects.get(id_, id_) for id_ in answer.about),
        of_subject=answer.of_subject if request.kind is None else 0,
        undecided=answer.undecided,
        changing=answer.changing,
        lost=answer.lost,
        refused=answer.refused,
        classified_in=library.classified_in,
        pages=pages,
        begun=begun,
    )


def _find_pages(
    library: Catalogue, finder: Search, answer: Answer | None, request: SearchRequest
) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """What opens the topics and terms that the words name, and those that they begin to name.

    Who names a career means no term, and who asks for advice is given it already.
    """
    if request.kind or (answer and answer.undecided):
        return (), ()
    named = bool(answer and answer.careers) and answer is not None and answer.careers[0].is_named
    pages = [
        page
        for page in finder.pages(request.text, typing=request.typing)
        if page.kind == "topic" or not (page.whole and named)
    ]
    if not pages:
        return (), ()
    from careercli.usecases.search_pages import open_pages  # only where a page is named

    return (
        open_pages(library, (page for page in pages if page.whole), request),
        open_pages(library, (page for page in pages if not page.whole), request),
    )


def _split_place(library: Catalogue, finder: Search, request: SearchRequest) -> "Placed":
    """A wish without the place in it; while somebody types a word may still go on."""
    from careercli.usecases.search_place import Placed, split_place  # opens pay by place

    return Placed(request.text) if request.typing else split_place(library, finder, request.text, request)


def _place_note(place: "Place | None", say: Say) -> tuple[str, ...]:
    """That a place was read as one, and what gives the pay there."""
    if place is None:
        return ()
    option = command_line("--place", place.name).partition(" ")[2]
    return (say("{place} is read as a place. Pay there: `{option}`.", place=place.name, option=option),)


def _nothing_kept(kept: "Kept | None", say: Say) -> tuple[str, ...]:
    """That no career keeps to the conditions that were read."""
    if kept is None:
        return ()
    limits = say.semicolon.join(kept.limits)
    return (say("No such career keeps to all of this: {limits}. They are here without it.", limits=limits),)


def _find_kept(library: Catalogue, finder: Search, request: SearchRequest) -> "Kept | None":
    """The careers that keep to the conditions that the words are; None where they are none. Guides have too few."""
    if request.kind == "role":
        return None
    wish = finder.wish(request.text, lambda name: _is_denial(library, name))
    if not wish.is_condition or finder.is_name(request.text):
        return None
    from careercli.usecases.search_wish import find_kept  # brings limits and lists

    return find_kept(library, finder, wish, request)


def _is_denial(library: Catalogue, text: str) -> bool:
    from careercli.usecases.dialect import is_denial  # only where something is said no to

    return is_denial(library, text)


def _report_kept(
    library: Catalogue, finder: Search, kept: "Kept", place: "Place | None", request: SearchRequest
) -> SearchReport:
    """What keeps to some conditions, with the command that gives all of it."""
    say = library.say(request.lang)
    hidden, told = hidden_ids(library, request.folder, say)
    hits = [
        Hit(
            id=card.id,
            kind="occupation",
            name=card.name,
            opens=library.opened_by(card.id, card.name),
            score=1.0,
            hidden=card.id in hidden,
        )
        for card in kept.cards[: request.count]
    ]
    subjects = library.labels("subject", request.lang)
    return SearchReport(
        command="search",
        language=request.lang,
        notes=(*_place_note(place, say), *_kept_notes(kept, say), *told),
        actions=_actions(request, hits, len(kept.cards), say, _in_place(kept.command, place)),
        text=request.text,
        hits=_with_pay(library, hits, request),
        total=len(kept.cards),
        about=tuple(subjects[id_] for id_ in kept.about),
        kept=kept.limits,
        order=kept.order,
        footnotes=kept.checked,
        classified_in=library.classified_in,
        pages=_find_pages(library, finder, None, request)[0],
    )


def _report_left(library: Catalogue, finder: Search, left: str, request: SearchRequest) -> SearchReport:
    """What is near to that which somebody wants to leave, under the topic on changing careers."""
    from careercli.library.pages import NamedPage
    from careercli.usecases.search_leaving import find_elsewhere
    from careercli.usecases.search_pages import open_pages

    say = library.say(request.lang)
    ids = [] if request.kind == "role" else find_elsewhere(library, finder, left, request)
    names = library.entries(ids[: request.count], request.lang)
    hidden, told = hidden_ids(library, request.folder, say)
    hits = [
        Hit(
            id=id_,
            kind="occupation",
            name=card.name,
            opens=library.opened_by(id_, card.name),
            score=1.0,
            hidden=id_ in hidden,
        )
        for id_, card in names.items()
    ]
    advice = Answer(changing=True)
    return SearchReport(
        command="search",
        language=request.lang,
        notes=told,
        actions=(*(_actions(request, hits, len(ids), say) if hits else ()), *_advice(advice, say)),
        text=request.text,
        hits=_with_pay(library, hits, request),
        total=len(ids),
        undecided=not hits,
        changing=True,
        classified_in=library.classified_in,
        pages=open_pages(library, [NamedPage("topic", "paying-for-a-change", whole=True)], request) if hits else (),
        left=_as_typed(request.text, left),
    )


def _as_typed(text: str, end: str) -> str:
    """The folded end of a text as it was typed."""
    words = text.split()
    ends = (" ".join(words[n:]) for n in range(len(words)))
    return next((typed for typed in ends if fold(typed) == end), end)


def _in_place(command: tuple[str, ...], place: "Place | None") -> tuple[str, ...]:
    """A list with the pay of a place."""
    return (*command, "--place", place.name) if command and place else command


def _pay_in(placed: "Placed", say: Say) -> tuple[Action, ...]:
    """All careers in a place, for who names nothing else."""
    if placed.place is None or placed.rest:
        return ()
    label = say("All careers, with their pay in {place}", place=placed.place.name)
    return (Action(id="place", label=label, command=("list", "--all", "--place", placed.place.name)),)


def _kept_notes(kept: "Kept", say: Say) -> tuple[str, ...]:
    """What was left out of a wish, so that something keeps to the rest."""
    notes = []
    if kept.unmet:
        limits = say.semicolon.join(kept.unmet)
        notes.append(say("No career keeps to all of it. These keep to the rest, not to this: {limits}.", limits=limits))
    if kept.left_out:
        words = say.joined([f"`{word}`" for word in kept.left_out.split()])
        notes.append(say("Left out, for it names nothing here: {words}.", words=words))
    return tuple(notes)


def _with_pay(library: Catalogue, hits: list[Hit], request: SearchRequest) -> tuple[Hit, ...]:
    """The hits with the stars and the pay of each, as the lists have them."""
    cards = library.entries([hit.id for hit in hits], request.lang, request.country)

    def paid(hit: Hit) -> Hit:
        card = cards.get(hit.id)
        if isinstance(card, Card):
            here = paid_in(card, request.country)
            return replace(hit, focus=card.focus, stars=here.stars, pay=here.pay)
        if card is None:
            return hit
        hit = replace(hit, focus=card.summary)
        if card.median is None:
            return hit
        pay = card_pay(card)
        return replace(hit, stars=card.stars, pay=pay, of=card.of)

    return tuple(map(paid, hits))


def _notes(answer: Answer, say: Say) -> tuple[str, ...]:
    notes = [say("`{word}` was taken for `{near}`.", word=word, near=near) for word, near in answer.replaced.items()]
    if answer.dropped and answer.careers:
        words = say.joined([f"`{word}`" for word in answer.dropped])
        notes.append(say("Left out, for it names nothing here: {words}.", words=words))
    if answer.careers and answer.refused:
        notes.append(
            say(
                "A search cannot leave out what one says no to; conditions can: "
                '`careers list --all --limit "no nights"`.'
            )
        )
    return tuple(notes)


def _unindexed(library: Catalogue, say: Say) -> tuple[str, ...]:
    if library.is_indexed:
        return ()
    said = "The SQLite of this Python has no full-text search: words are looked for as they are written."
    return (say(said),)


def _advice(answer: Answer, say: Say) -> tuple[Action, ...]:
    """What else helps who knows no career yet; first who pays for it, where somebody wants another one.

    Before that comes what to do at once, where a job was lost. Who only said what is out of the question is told how a
    condition is put.
    """
    if answer.refused:
        label = say("For example, all careers without nights")
        return (Action(id="without", label=label, command=("list", "--all", "--limit", say("no nights"))),)
    quiz = Action(id="quiz", label=say("Find out which careers fit you"), command=("quiz",))
    if not answer.changing and not answer.lost:
        return (quiz,)
    word = say.label("topic", "paying-for-a-change")
    paying = Action(id="paying", label=say("Who pays for a change of career"), command=("topic", word))
    if not answer.lost:
        return (paying, quiz)
    word = say.label("topic", "after-a-layoff")
    first = Action(id="after-a-layoff", label=say("What to do after losing a job"), command=("topic", word))
    return (first, paying, quiz)


def _actions(
    request: SearchRequest, hits: Sequence[Hit], total: int, say: Say, listed: tuple[str, ...] = ()
) -> tuple[Action, ...]:
    """What comes after the finds: to read the first, and to see all of them, by a list that may have been `listed`."""
    show = Action(id="show", label=say("All about the first"), command=("show", hits[0].id))
    every = Action(id="all", label=say("All {n} of them", n=say.number(total)), command=listed)
    if listed:
        return (show, every)
    if len(hits) >= total:
        return (show,)
    kind = ("--kind", "guide" if request.kind == "role" else request.kind) if request.kind else ()
    count = (*kind, "-n", str(total))
    option = request.text.startswith("-")
    again = ("search", *count, "--", request.text) if option else ("search", request.text, *count)
    return (show, replace(every, command=again))
