"""What a person's weights, limits and studies make of careers that are compared; only where there are any."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from careercli.core.careers.measures import Measures
from careercli.core.comparing.criteria import make_scales
from careercli.core.comparing.limits import Limit
from careercli.core.comparing.reports import LimitReport
from careercli.core.comparing.weighing import Weighing, parse_weights, weigh
from careercli.library.catalogue import Catalogue
from careercli.usecases.compare_frame import Frame, Judged, Subject, Wishes, groups_by_criterion
from careercli.usecases.dialect import (
    limit_measures,
    limit_sayer,
    read_limits,
    study_notes,
    with_study,
)
from careercli.usecases.request import Request

if TYPE_CHECKING:
    from careercli.core.comparing.criteria import Studied
    from careercli.usecases.places import Placing


def check_criteria(library: Catalogue, limits: Sequence[str], weights: Sequence[str], country: str) -> None:
    """Raises UsageError for limits and weights that are wrong."""
    read_limits(library, limits, country)
    if weights:
        parse_weights(weights, library.words)


class Compared(NamedTuple):
    """The careers that are compared, by whose figures, and where the pay is asked for."""

    subjects: Sequence[Subject]
    frame: Frame
    placing: "Placing | None"


def judge(library: Catalogue, request: Request, wishes: Wishes, compared: Compared) -> Judged:
    """The ranking and what the limits take out. Raises UsageError."""
    weights = parse_weights(wishes.weights, library.words) if wishes.weights else {}
    limits = read_limits(library, wishes.limits, request.country)
    studied, notes = study_notes(library, wishes.have, limits, library.say(request.lang), weights)
    measures = with_study([subject.measures for subject in compared.subjects], studied)
    kept, limited = _apply(library, measures, limits, request, wishes.have)
    weighing = weigh(kept, weights, _scales(library, request, compared.placing, studied) if weights else {})
    return Judged(weights, _say_whom(weighing, compared.subjects, compared.frame), limited, tuple(notes))


def _scales(
    library: Catalogue, request: Request, placing: "Placing | None", studied: "Studied | None"
) -> Mapping[str, Sequence[float]]:
    """The values of each criterion over all occupations, as they are in a place and to somebody who has studied."""
    if not placing and not studied:
        return library.scales(request.country)
    measures = library.measures(request.country)
    if placing:
        from careercli.usecases.places import place_measures  # only where a place is asked for

        measures = place_measures(measures, library.occupation_cards(request.lang, ""), placing)
    return make_scales(with_study(measures, studied))


def _say_whom(weighing: Weighing, subjects: Sequence[Subject], frame: Frame) -> Weighing:
    """The same with whom the figures count that careers are ranked by."""
    groups = {subject.id: groups_by_criterion(subject, frame) for subject in subjects}
    ranking = tuple(
        msgspec.structs.replace(
            ranked, of={criterion: of for criterion, of in groups[ranked.id].items() if criterion in ranked.parts}
        )
        for ranked in weighing.ranking
    )
    return msgspec.structs.replace(weighing, ranking=ranking)


def _apply(
    library: Catalogue, measures: Sequence[Measures], limits: Sequence[Limit], request: Request, have: str | None
) -> tuple[tuple[Measures, ...], tuple[LimitReport, ...]]:
    """The careers within the limits, and what each limit does."""
    country, say = request.country, library.say(request.lang)
    limited = limit_measures(library, measures, limits, country)
    said = limit_sayer(library, country, say, have)
    return limited.kept, tuple(
        LimitReport(
            text=gone.limit.text,
            said=said(gone.limit),
            removed=gone.ids,
            unknown=len(gone.unknown),
            unknown_ids=gone.unknown,
            back=gone.back,
            by_rank=limited.ranks.get(gone.limit),
            country=library.currencies.get(gone.limit.unit, "") if gone.limit in limited.ranks else "",
            shown=library.pay_country(country),
        )
        for gone in limited.removed
    )
