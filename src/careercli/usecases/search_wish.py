"""A search whose words are conditions: the careers of the atlas that keep to them, in the order that was asked for."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from careercli.core.careers.names import Meant
from careercli.core.careers.occupation import OccupationCard
from careercli.core.careers.reports import AtlasReport
from careercli.core.comparing.criteria import CONDITIONS, CRITERIA
from careercli.core.comparing.limits import Limit
from careercli.errors import NotFoundError
from careercli.library.catalogue import Catalogue
from careercli.library.search import Search
from careercli.library.wishes import Wish
from careercli.locale import Say
from careercli.locale.criteria_words import typed_name
from careercli.locale.limit_words import checked_words
from careercli.usecases.dialect import limit_sayer, read_limits
from careercli.usecases.list import ListRequest, list_careers
from careercli.usecases.request import Request

#: In what order careers come where none is asked for.
ORDER = "openings"
#: How good an answer by words must be against the first for its career to be meant.
AS_GOOD = 0.2


class Kept(NamedTuple):
    """The careers that keep to what was asked for, in order, and how that is said.

    `about` are the subjects that the words name, `limits` and `order` what was read, in words; `command` is the list of
    all of them, where there is one, and `rest` what is no condition. `unmet` limits are not kept, for nothing keeps to
    all; `left_out` words mean nothing. `checked` says how many surely keep to it.
    """

    cards: Sequence[OccupationCard]
    about: tuple[str, ...]
    limits: tuple[str, ...]
    order: str
    command: tuple[str, ...]
    rest: str
    unmet: tuple[str, ...] = ()
    left_out: str = ""
    checked: tuple[str, ...] = ()


class _Narrowed(NamedTuple):
    """What careers are to be about, or the careers that are meant, best first; `nothing`: no career has the words."""

    about: str | None = None
    ids: list[str] | None = None
    nothing: bool = False


def find_kept(library: Catalogue, finder: Search, wish: Wish, request: Request) -> Kept | None:
    """The careers of a wish of conditions, of which there may be none; None where its other words mean others.

    Where nothing keeps to all conditions, those come that keep to most of them.
    """
    say = library.say(request.lang)
    limits = limits_of(library, wish, request)
    order = next((asks.sort for asks in wish.asked.values() if asks.sort), "")
    about, ids, nothing = _narrowed(library, finder, wish.rest, request) if wish.rest else _Narrowed()
    if wish.rest and not (about or ids or nothing):
        return None
    sort = order or ("" if about or ids else ORDER)
    said = limit_sayer(library, request.country, say)

    def keeping(kept: Sequence[Limit]) -> list[OccupationCard]:
        asked = ListRequest(
            lang=request.lang,
            country=request.country,
            everything=True,
            about=about,
            limits=tuple(limit.text for limit in kept),
            sort=sort or None,
        )
        report = list_careers(library, asked)
        assert isinstance(report, AtlasReport)
        return [card for card in report.cards if ids is None or card.id in ids]

    kept, cards = limits, keeping(limits)
    if not cards and len(limits) > 1:
        most = most_kept([[card.id for card in keeping([limit])] for limit in limits])
        kept = [limits[n] for n in most] or limits
        cards = keeping(kept) if most else []
    if ids and not sort:
        cards.sort(key=lambda card: ids.index(card.id))
    command: list[str] = ["list", "--about", about] if about else ["list", "--all"]
    command += [word for limit in kept for word in ("--limit", _typed(limit, say))]
    command += ["--sort", typed_name(sort, say)] if sort else []
    return Kept(
        cards,
        tuple(wish.asked),
        tuple(dict.fromkeys(map(said, kept))),
        sort,
        tuple(command) if ids is None else (),
        wish.rest,
        tuple(dict.fromkeys(said(limit) for limit in limits if limit not in kept)),
        wish.rest if nothing else "",
        _checked(cards, kept, said, say),
    )


def most_kept(keeping: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Of the careers that keep to each limit, the most limits that one keeps to: of as many those that most keep to."""
    kept: dict[str, tuple[int, ...]] = {}
    for n, ids in enumerate(keeping):
        for id_ in ids:
            kept[id_] = (*kept.get(id_, ()), n)
    together = Counter(kept.values())
    return max(together, key=lambda some: (len(some), together[some]), default=())


def _checked(
    cards: Sequence[OccupationCard], limits: Sequence[Limit], said: Callable[[Limit], str], say: Say
) -> tuple[str, ...]:
    """How many surely keep to all limits, where some may not."""
    open_ = {text for card in cards for text in card.unknown}
    unsure = sum(bool(card.unknown) for card in cards)
    named = [said(limit) for limit in limits if limit.text in open_]
    return (checked_words(len(cards) - unsure, unsure, named, say),) if unsure else ()


def limits_of(library: Catalogue, wish: Wish, request: Request) -> list[Limit]:
    """The limits that a wish asks for, each once, as they are in the reader's country."""
    texts: list[str] = []
    for asks in wish.asked.values():
        texts += asks.limits.get(request.country) or next(iter(asks.limits.values()), ())
    return list(read_limits(library, (*texts, *wish.denied), request.country))


def _typed(limit: Limit, say: Say) -> str:
    """A limit as a reader types it."""
    if limit.criterion == CONDITIONS:
        name = say.label("condition", limit.unit).partition(",")[0]
        return name if limit.operator == ">=" else say("without {condition}", condition=name)
    if CRITERIA[limit.criterion].bare is not None and limit.operator == ">=":
        return typed_name(limit.criterion, say)
    called, _, value = re.split("([<>=]+)", limit.text)
    called = re.split("[<>=]", say.of(CRITERIA[limit.criterion].example))[0]
    return f"{called}{limit.operator}{value}"


def _narrowed(library: Catalogue, finder: Search, rest: str, request: Request) -> _Narrowed:
    """What the other words of a wish ask for. A guide that only has them somewhere in its text is not meant."""
    answer = finder.answer(rest)
    named = bool(answer.careers) and answer.careers[0].is_named
    if not named:
        try:
            library.careers_about(rest, request.lang, whole=True)
        except NotFoundError:
            pass
        else:
            return _Narrowed(about=rest)
    if not answer.careers or (answer.careers[0].meant is Meant.PASSAGE and not any(g.named for g in answer.guides)):
        return _Narrowed(nothing=True)
    if answer.dropped or answer.replaced:
        return _Narrowed()
    least = AS_GOOD * answer.careers[0].score
    return _Narrowed(ids=[career.id for career in answer.careers if career.score >= least])
