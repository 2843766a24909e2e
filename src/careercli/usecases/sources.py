"""Where every figure comes from, and whose data we carry."""

from careercli.core.careers.model import Credit
from careercli.core.careers.reports import Review, SourcesReport
from careercli.core.text.languages import text_in
from careercli.library.catalogue import Catalogue
from careercli.usecases.request import Request


class SourcesRequest(Request, frozen=True, kw_only=True):
    """The whole bibliography; if `weak`, the claims of law, statistics and studies that were read second-hand."""

    weak: bool = False


def list_sources(library: Catalogue, request: SourcesRequest) -> SourcesReport:
    """The bibliography, with the credits that the licences of its data sets ask for; or its weak sources."""
    sources = tuple(library.sources())
    if request.weak:
        weak = tuple(source for source in sources if source.weak)
        return SourcesReport(command="sources", language=request.lang, sources=weak, weak=True)
    return SourcesReport(
        command="sources",
        language=request.lang,
        sources=sources,
        credits=tuple(
            Credit(
                id=id_,
                counts=text_in(entry.counts, request.lang),
                attribution=text_in(entry.attribution, request.lang),
                changes=text_in(entry.changes, request.lang),
            )
            for id_, entry in library.data_sets().items()
        ),
        reviews=tuple(
            Review(id=card.id, name=card.name, reviewed=card.reviewed)
            for card in library.cards(request.lang)
            if card.reviewed
        ),
    )
