"""The figures that stand beside a career of a list: its pay, and how many will do it."""

from msgspec.structs import replace

from careercli.core.careers.measures import Measures
from careercli.core.careers.model import Group
from careercli.core.careers.occupation import Outlook
from careercli.core.quiz.reports import MatchPay
from careercli.library.catalogue import Catalogue
from careercli.usecases.request import Request


def find_figures(library: Catalogue, measures: Measures, request: Request) -> tuple[MatchPay | None, Outlook | None]:
    """What the occupation earns and how many it will need that a career is, or else the nearest to it."""
    code = measures.id if measures.kind == "occupation" else measures.stand_in
    occupation = library.find_occupation(code, request.lang, request.country) if code else None
    if occupation is None:
        return None, None
    wage, outlook = occupation.pay, occupation.outlook
    only_near = measures.kind == "role" and measures.match != "exact"
    near = Group(code or "", occupation.name, own=False)
    if outlook and only_near:
        outlook = replace(outlook, of=near)
    if median := occupation.median_in(request.country):
        told = MatchPay(
            median=median.today,
            currency=median.currency,
            period=median.period,
            tax=median.tax,
            country=median.country,
            reference=median.taken,
            reckoned=True,
            stars=median.stars,
            of=near if only_near else median.of,
        )
        return told, outlook
    if wage is None or wage.p50 is None or request.country in occupation.medians:
        return None, outlook
    pay = MatchPay(
        median=wage.p50,
        currency=wage.currency,
        period=wage.period,
        country=wage.country,
        reference=wage.reference,
        stars=occupation.stars.get("p50"),
        of=near if only_near else wage.of,
    )
    return pay, outlook
