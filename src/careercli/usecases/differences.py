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
        percent, own, same = _pay_beside(occupation, other, country)
        found.append(
            Difference(
                id=id_,
                pay_percent=percent,
                own_pay=own,
                same_pay=same,
                job_zone=other.job_zone,
                shared=tuple(skill for skill in theirs if skill in ours),
                missing=tuple(skill for skill in theirs if skill not in ours) if ours else (),
                opened_by=library.opened_by(id_, other.name),
            )
        )
    return tuple(found)


def _pay_beside(one: Occupation, other: Occupation, country: str) -> tuple[float | None, bool, bool]:
    """By how many percent the other is paid more, whether both figures are their own, whether both are one figure.

    In the reader's country where that has any, else in that of the atlas.
    """
    if country in one.medians:
        ours, theirs = one.median_in(country), other.median_in(country)
        same = bool(ours and theirs and ours.of.code == theirs.of.code)
        percent = (theirs.amount / ours.amount - 1) * 100 if ours and theirs and not same else None
        return percent, False, same
    paid, beside = one.pay, other.pay
    if not paid or not beside:
        return None, False, False
    return _pay_percent(paid, beside), paid.of.own and beside.of.own, paid.of.code == beside.of.code


def _pay_percent(ours: OfficialPay | None, theirs: OfficialPay | None) -> float | None:
    """By how many percent the median of the other is higher; None where they are not of one kind."""
    if not ours or not theirs or ours.of.code == theirs.of.code:
        return None
    if (ours.period, ours.currency) != (theirs.period, theirs.currency) or not ours.p50 or theirs.p50 is None:
        return None
    return (theirs.p50 / ours.p50 - 1) * 100
