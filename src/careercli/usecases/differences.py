"""How the occupations next to one differ from it: in pay, in preparation, in what they ask for."""

from careercli.core.careers.occupation import Difference, Occupation, OfficialPay
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue

#: Related occupations that are told of.
MOST = 7


def find_differences(library: Catalogue, occupation: Occupation, lang: Lang, country: str) -> tuple[Difference, ...]:
    """The nearest occupations, the nearest first, each beside the one."""
    ids = [related.id for related in occupation.related[:MOST]]
    measures = {known.id: known for known in library.measures(country, [occupation.id, *ids])}
    labels = list(library.labels("bls-skill", lang).values())

    def skills(id_: str) -> list[str]:
        places = measures[id_].skills if id_ in measures else ()
        return [labels[place] for place in places if place < len(labels)]

    ours = skills(occupation.id)
    found = []
    for id_ in ids:
        other = library.get_occupation(id_, lang, country)
        theirs = skills(id_)
        found.append(
            Difference(
                id=id_,
                pay_percent=_pay_percent(occupation.pay, other.pay),
                own_pay=bool(occupation.pay and other.pay and occupation.pay.of.own and other.pay.of.own),
                same_pay=bool(occupation.pay and other.pay and occupation.pay.of.code == other.pay.of.code),
                job_zone=other.job_zone,
                shared=tuple(skill for skill in theirs if skill in ours),
                missing=tuple(skill for skill in theirs if skill not in ours) if ours else (),
                opened_by=library.opened_by(id_, other.name),
            )
        )
    return tuple(found)


def _pay_percent(ours: OfficialPay | None, theirs: OfficialPay | None) -> float | None:
    """By how many percent the median of the other is higher; None where they are not of one kind."""
    if not ours or not theirs or ours.of.code == theirs.of.code:
        return None
    if (ours.period, ours.currency) != (theirs.period, theirs.currency) or not ours.p50 or theirs.p50 is None:
        return None
    return (theirs.p50 / ours.p50 - 1) * 100
