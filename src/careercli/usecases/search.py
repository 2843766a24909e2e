"""Which careers some words mean."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from careercli.core.careers.listing import paid_in
from careercli.core.careers.pay_here import PayHere
from careercli.core.careers.reports import Action, Card, Kind
from careercli.core.careers.search_report import Hit, SearchReport
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.library.search import Answer
from careercli.locale import Say
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.request import Request


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
    answer = finder.answer(request.text, typing=request.typing)
    hits = finder.hits(answer, request.count, request.kind)
    hidden, told = hidden_ids(library, request.folder, say)
    hits = [replace(hit, hidden=hit.id in hidden, opens=library.opened_by(hit.id, hit.name)) for hit in hits]
    subjects = library.labels("subject", request.lang) if answer.about else {}
    total = sum(career.kind == request.kind for career in answer.careers) if request.kind else answer.total
    return SearchReport(
        command="search",
        language=request.lang,
        notes=(*_notes(answer, say), *_unindexed(library, say), *told),
        actions=_advice(answer, say) if answer.undecided or not hits else _actions(request, hits, total, say),
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
    )


def _with_pay(library: Catalogue, hits: list[Hit], request: SearchRequest) -> tuple[Hit, ...]:
    """The hits with the stars and the pay of each, as the lists have them."""
    cards = library.entries([hit.id for hit in hits], request.lang)
    counted = library.shown_country(request.country)

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
        median = card.median
        pay = PayHere(basis="measured", low=median, high=median, currency=card.currency, country=counted)
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


def _actions(request: SearchRequest, hits: Sequence[Hit], total: int, say: Say) -> tuple[Action, ...]:
    show = Action(id="show", label=say("All about the first"), command=("show", hits[0].id))
    if len(hits) >= total:
        return (show,)
    kind = ("--kind", "guide" if request.kind == "role" else request.kind) if request.kind else ()
    count = (*kind, "-n", str(total))
    option = request.text.startswith("-")
    every = ("search", *count, "--", request.text) if option else ("search", request.text, *count)
    return (show, Action(id="all", label=say("All {n} of them", n=say.number(total)), command=every))
