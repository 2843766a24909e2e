"""The pay of careers that are compared, in a place."""

from collections.abc import Sequence

from msgspec.structs import replace

from careercli.core.careers.model import PayBand
from careercli.core.comparing.compare import occupation_band, official_middle
from careercli.core.pay.bands import official_wages
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.compare_frame import Frame, LocalPay, Subject, part_of, same_occupation
from careercli.usecases.places import Placed, Placing

_POINTS = ("p10", "p25", "p50", "p75", "p90")


def put_in_place(
    library: Catalogue, place: str, subjects: Sequence[Subject], frame: Frame, say: Say
) -> tuple[list[Subject], Frame, Placing, list[str]]:
    """Careers and whose figures are compared, with the pay of a place, and notes on the place.

    Raises NotFoundError.
    """
    placing = Placing(library, place, say.lang)
    frame = frame._replace(place=placing.place)
    placed = [_with_local_pay(subject, frame, placing) for subject in subjects]
    lacking = [subject.name for subject in placed if subject.local and not subject.local.bands]
    if not lacking:
        return placed, frame, placing, [*placing.notes(say)]
    names = say.joined(lacking)
    note = say("Neither {place} nor its state publishes pay for {names}.", place=placing.place.name, names=names)
    return placed, frame, placing, [*placing.notes(say), note]


def _with_local_pay(career: Subject, frame: Frame, placing: Placing) -> Subject:
    """A career with its pay in a place, in its rows and in its numbers; without any where nothing is published."""
    found = [(band, placed) for band in _national(career, frame) if (placed := _find(band, placing))]
    bands = tuple(_local_band(band, placed, placing) for band, placed in found)
    single = found[0][1] if len(found) == 1 else None
    measures = replace(career.measures, pay=official_middle(bands), pay_rank=single.share if single else None)
    stars = single.stars if single and same_occupation(career) else None
    if career.role is None:
        measures = replace(measures, stars=stars)
    rated = [(placed.stars, placed.at_least) for _, placed in found if placed.stars]
    near = (min(rated)[0], max(rated)[0]) if rated and not same_occupation(career) else None
    return career._replace(measures=measures, local=LocalPay(bands, stars, any(rated) and max(rated)[1], near))


def _national(career: Subject, frame: Frame) -> tuple[PayBand, ...]:
    """The official wages of the whole country, by the year or by the hour."""
    if career.role:
        return official_wages(part_of(career, "pay").bands, frame.shown)
    wage = career.occupation.pay if career.occupation else None
    return (occupation_band(career.id, wage),) if wage else ()


def _find(band: PayBand, placing: Placing) -> Placed | None:
    return placing.find(band.of.code) if band.of else None


def _local_band(band: PayBand, placed: Placed, placing: Placing) -> PayBand:
    points = {point: getattr(placed.wage, point) for point in _POINTS}
    source = placing.source or band.source
    return replace(band, **points, mean=None, period="year", place=placed.place.name, source=source)
