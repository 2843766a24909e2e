"""Where every figure comes from, and whose data we carry."""

from careercli.catalogue.repository import Catalogue
from careercli.core.model import Credit
from careercli.core.reports import SourcesReport
from careercli.locale import Say
from careercli.usecases.request import Request


class SourcesRequest(Request, frozen=True, kw_only=True):
    """The whole bibliography."""


def list_sources(library: Catalogue, request: SourcesRequest) -> SourcesReport:
    """The bibliography, with the credits that the licences of its data sets ask for."""
    sources = tuple(library.sources())
    known = {source.id for source in sources}
    credits_ = tuple(credit for credit in find_credits(Say(request.lang)) if credit.id in known)
    return SourcesReport(command="sources", language=request.lang, sources=sources, credits=credits_)


def find_credits(say: Say) -> tuple[Credit, ...]:
    """The data sets that the atlas is made of: what their licences ask us to say, and what we have changed."""
    bls = say("U.S. Bureau of Labor Statistics. A work of the US government.")
    said = {
        "onet-30-1": (
            _onet("30.1", say),
            say(
                "We took codes, labels, job zones, six interest ratings, related occupations and titles, and no"
                " sentence. Tables and columns are our own; titles that repeat the label are left out; related codes"
                " stand in the order of their index; French labels are our translations."
            ),
        ),
        "onet-29-3": (
            _onet("29.3", say),
            say("We took the importance of 35 skills, in a table of our own; their French names are our translations."),
        ),
        "bls-oews-2025-05": (
            bls,
            say(
                "We took national wages and employment; what is not published is left empty. The distribution of all"
                " employees and the stars are computed by us."
            ),
        ),
        "bls-projections-2024-34": (
            bls,
            say(
                "We took employment, growth, openings, usual entry and the share of self-employed of single"
                " occupations."
            ),
        ),
        "bls-skills-2024": (
            bls,
            say("We took the ranks of 17 skills, for the occupations whose skills O*NET does not rate."),
        ),
        "insee-2024-10": (
            say("Insee. Cited figures; the 99th percentile by way of the press."),
            say(
                "Between the published figures the distribution of pay is computed by us; gross pay is taken to net by"
                " the ratio of its two means."
            ),
        ),
    }
    return tuple(Credit(id=id_, attribution=named, changes=changed) for id_, (named, changed) in said.items())


def _onet(release: str, say: Say) -> str:
    return say(
        "O*NET {release} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA),"
        " used under the CC BY 4.0 license (https://creativecommons.org/licenses/by/4.0/). O*NET® is a trademark of"
        " USDOL/ETA. We have modified some of this information; USDOL/ETA has not approved, endorsed, or tested these"
        " modifications.",
        release=release,
    )
