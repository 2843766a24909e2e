"""What words without an option ask of a list: conditions, a field of work, what one cares for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from careercli.core.text.languages import Lang
from careercli.errors import NotFoundError, UsageError
from careercli.library.catalogue import Catalogue
from careercli.usecases.dialect import is_denial, read_limits
from careercli.usecases.list import find_families
from careercli.usecases.request import Request
from careercli.usecases.search_wish import limits_of

#: A word that compares, such as a limit.
_COMPARED = re.compile(r"\S+[<>=≤≥]\S+")
#: A sign with the spaces around it.
_SPACED = re.compile(r"\s*([<>=≤≥]+)\s*")
#: Words that go together at most.
LONGEST = 6


class Worded(NamedTuple):
    """The parts of a request for a list, as they are written."""

    limits: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()


def read_words(library: Catalogue, words: Sequence[str], request: Request) -> Worded:
    """What some words ask for, the longest that go together first. Raises UsageError for one that asks for nothing."""
    lang, text, at = request.lang, _SPACED.sub(r"\1", " ".join(words)), 0
    split, parts = text.split(), []
    wish = library.search(lang).wish(text, lambda name: is_denial(library, name))
    if wish.is_condition and not _COMPARED.search(text):
        split = wish.rest.split()
        limits = tuple(limit.text for limit in limits_of(library, wish, request))
        parts = [Worded(limits, sorts=tuple(asks.sort for asks in wish.asked.values() if asks.sort))]
    while at < len(split):
        ends = range(min(len(split), at + LONGEST), at, -1)
        read = ((end, _read(library, " ".join(split[at:end]), request)) for end in ends)
        end, part = next(((end, part) for end, part in read if part), (at, Worded()))
        if end == at:
            raise UsageError(
                "`{text}` is no condition, no field of work, and nothing that one cares for",
                "`careers search {words}` looks for careers by words, and `careers map` shows the fields.",
                text=split[at],
                words=" ".join(words),
            )
        parts.append(part)
        at = end
    return Worded(*(sum(same, ()) for same in zip(*parts, strict=True)))


def _read(library: Catalogue, text: str, request: Request) -> Worded | None:
    return _limit(library, text, request.country) or _field(library, text) or _subject(library, text, request.lang)


def _limit(library: Catalogue, text: str, country: str) -> Worded | None:
    """A condition. Raises UsageError for a word that compares and is not understood."""
    try:
        read_limits(library, [text], country)
    except UsageError:
        if _COMPARED.fullmatch(text):
            raise
        return None
    return Worded(limits=(text,))


def _field(library: Catalogue, text: str) -> Worded | None:
    try:
        return Worded(families=(text,)) if find_families(library, text) else None
    except NotFoundError:
        return None


def _subject(library: Catalogue, text: str, lang: Lang) -> Worded | None:
    """What one cares for, if all of the words name it, and nothing else."""
    try:
        named, _ = library.careers_about(text, lang, whole=True)
    except NotFoundError:
        return None
    return Worded(about=(text,)) if len(named) == 1 or " " not in text else None
