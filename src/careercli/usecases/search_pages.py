"""The topics and terms beside the careers that a search finds."""

from collections.abc import Iterable

from careercli.core.careers.reports import Action
from careercli.core.careers.search_report import SearchReport
from careercli.library.catalogue import Catalogue
from careercli.library.pages import NamedPage
from careercli.usecases.request import Request

#: Pages that are offered at most, of those that are named and of those that are begun.
MOST = 3


def open_pages(library: Catalogue, pages: Iterable[NamedPage], request: Request) -> tuple[Action, ...]:
    """What opens some topics and terms."""
    return tuple(_open(library, page, request) for page in list(pages)[:MOST])


def _open(library: Catalogue, page: NamedPage, request: Request) -> Action:
    say = library.say(request.lang)
    name = say.label(page.kind, page.id)
    if page.kind == "topic":
        from careercli.usecases.reading import find_title  # only where a topic is named

        return Action(id=f"topic-{page.id}", label=find_title(library, page.id, request), command=("topic", name))
    return Action(id=f"term-{page.id}", label=say("{term} (definition)", term=name), command=("define", name))


def listed_pages(report: SearchReport) -> tuple[Action, ...]:
    """All that a search offers beside careers, that which is named first: the advice to who asked for it among it."""
    advice = report.actions if report.undecided else ()
    return (*advice, *report.pages)
