"""A search whose words are conditions: the careers of the atlas that keep to them, in the order that was asked for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

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
    all of them, where there is one, and `rest` what is no condition.
    """

    cards: Sequence[OccupationCard]
    about: tuple[str, ...]
    limits: tuple[str, ...]
    order: str
    command: tuple[str, ...]
    rest: str


def find_kept(library: Catalogue, finder: Search, wish: Wish, request: Request) -> Kept | None:
    """The careers of a wish of conditions, of which there may be none; None where its other words mean nothing."""
    say = library.say(request.lang)
    limits = limits_of(library, wish, request)
    order = next((asks.sort for asks in wish.asked.values() if asks.sort), "")
    about, ids = _narrowed(library, finder, wish.rest, request) if wish.rest else (None, None)
    if wish.rest and not (about or ids):
        return None
    sort = order or ("" if about or ids else ORDER)
    asked = ListRequest(
        lang=request.lang,
        country=request.country,
        everything=True,
        about=about,
        limits=tuple(limit.text for limit in limits),
        sort=sort or None,
    )
    report = list_careers(library, asked)
    assert isinstance(report, AtlasReport)
    cards = list(report.cards) if ids is None else [card for card in report.cards if card.id in ids]
    if ids and not sort:
        cards.sort(key=lambda card: ids.index(card.id))
    said = limit_sayer(library, request.country, say)
    command: list[str] = ["list", "--about", about] if about else ["list", "--all"]
    command += [word for limit in limits for word in ("--limit", _typed(limit, say))]
    command += ["--sort", typed_name(sort, say)] if sort else []
    return Kept(
        cards,
        tuple(wish.asked),
        tuple(dict.fromkeys(map(said, limits))),
        sort,
        tuple(command) if ids is None else (),
        wish.rest,
    )


def limits_of(library: Catalogue, wish: Wish, request: Request) -> list[Limit]:
    """The limits that a wish asks for, each once, as they are in the reader's country."""
    texts: list[str] = []
    for asks in wish.asked.values():
        texts += asks.limits.get(request.country) or next(iter(asks.limits.values()), ())
    return list(read_limits(library, (*texts, *wish.denied)))


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


def _narrowed(library: Catalogue, finder: Search, rest: str, request: Request) -> tuple[str | None, list[str] | None]:
    """What the careers are to be about, or the careers that the other words of a wish mean, best first."""
    answer = finder.answer(rest)
    named = bool(answer.careers) and answer.careers[0].is_named
    if not named:
        try:
            library.careers_about(rest, request.lang, whole=True)
        except NotFoundError:
            pass
        else:
            return rest, None
    if not answer.careers or answer.dropped or answer.replaced:
        return None, None
    least = AS_GOOD * answer.careers[0].score
    return None, [career.id for career in answer.careers if career.score >= least]
