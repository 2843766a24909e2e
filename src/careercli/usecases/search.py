"""Which careers hold some words."""

from pathlib import Path

from msgspec.structs import replace

from careercli.core.careers.reports import SearchReport
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.usecases.preferences import hidden_ids
from careercli.usecases.request import Request


class SearchRequest(Request, frozen=True, kw_only=True):
    """Words, in any language, and how many finds to show. `folder`: where the person's file is."""

    text: str
    count: int = 10
    folder: Path | None = None


def search(library: Catalogue, request: SearchRequest) -> SearchReport:
    """Passages of guides and titles of occupations, best first. Raises UsageError where there are no words."""
    if not request.text:
        raise UsageError("there is nothing to look for", "Give a word: `careers search python`.")
    say = library.say(request.lang)
    hits, replaced = library.search(request.text, request.lang, request.count)
    notes = tuple(say("No text has `{word}`: looked for `{near}`.", word=w, near=n) for w, n in replaced.items())
    if not library.is_indexed:
        said = "The SQLite of this Python has no full-text search: words are looked for as they are written."
        notes = (say(said), *notes)
    hidden, told = hidden_ids(request.folder, say)
    return SearchReport(
        command="search",
        language=request.lang,
        notes=(*notes, *told),
        text=request.text,
        hits=tuple(replace(hit, hidden=True) if hit.id in hidden else hit for hit in hits),
    )
