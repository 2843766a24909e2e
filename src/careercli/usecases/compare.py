"""Which one: careers side by side, ranked by one's own weights, hard limits kept apart."""

from collections.abc import Mapping, Sequence

import msgspec

from careercli.core.careers.measures import Measures
from careercli.core.comparing.compare import pick_rows, section_of
from careercli.core.comparing.criteria import make_scales
from careercli.core.comparing.limits import Limit
from careercli.core.comparing.reports import ComparedCareer, CompareReport, LimitReport, StandIn
from careercli.core.comparing.weighing import Weighing, parse_weights, weigh
from careercli.core.text.citations import find_citations
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.usecases.compare_frame import DatedSource, Frame, Subject, groups_by_criterion, other_groups
from careercli.usecases.compare_place import with_local_pay
from careercli.usecases.compare_rows import make_rows
from careercli.usecases.dialect import limit_measures, read_limits, study_notes, with_study, words_for
from careercli.usecases.names import resolve_careers
from careercli.usecases.places import Placing, place_measures
from careercli.usecases.request import Request

MAX_CAREERS = 8
#: Neighbours that an occupation named alone is compared with.
NEIGHBOURS = 4


class CompareRequest(Request, frozen=True, kw_only=True):
    """Careers by any of their names, the first being compared with; one alone stands for it and its neighbours.

    `weights` as CRITERION=N, `limits` as conditions, `rows` their ids with commas between; all rows where it is None.
    `have` is what one has studied. `place` is where the pay is to be, by any of its names.
    """

    careers: tuple[str, ...]
    weights: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    rows: str | None = None
    only_differences: bool = False
    have: str | None = None
    place: str | None = None


def check_criteria(library: Catalogue, limits: Sequence[str], weights: Sequence[str]) -> None:
    """Raises UsageError for limits and weights that are wrong."""
    read_limits(library, limits)
    if weights:
        parse_weights(weights, words_for(library))


def compare(library: Catalogue, request: CompareRequest) -> CompareReport:
    """The comparison: rows, ranking, what the limits take out.

    Raises NotFoundError, SeveralNotFoundError, UsageError.
    """
    say = library.say(request.lang)
    weights = parse_weights(request.weights, words_for(library)) if request.weights else {}
    limits = read_limits(library, request.limits)
    years, study = study_notes(library, request.have, limits, say, weights)
    resolved, notes = resolve_careers(library, request.careers, say, MAX_CAREERS)
    subjects = _with_neighbours(library, [career.id for career in resolved], request)
    frame = _frame(library, request)
    placing = Placing(library, request.place, request.lang) if request.place else None
    if placing:
        frame = frame._replace(place=placing.place)
        subjects = [with_local_pay(subject, frame, placing) for subject in subjects]
    rows = make_rows(subjects, library.labels("bls-skill", request.lang), say, frame)
    rows = pick_rows(rows, request.rows, only_differences=request.only_differences)
    measures = with_study([subject.measures for subject in subjects], years)
    kept, limited = _apply(library, measures, limits, request.country)
    weighing = weigh(kept, weights, _scales(library, request, placing, years) if weights else {})
    return CompareReport(
        command="compare",
        language=request.lang,
        notes=(*notes, *study, *_without_pay(subjects, placing, say)),
        baseline=subjects[0].id,
        careers=tuple(ComparedCareer(id=s.id, kind=s.kind, name=s.name) for s in subjects),
        rows=rows,
        weights=weights,
        weighing=_say_whom(weighing, subjects, frame),
        limits=limited,
        place=placing.place if placing else None,
        groups={subject.id: other_groups(subject, frame) for subject in subjects},
        stand_ins=tuple(
            StandIn(id=s.id, occupation=s.occupation.id, name=s.occupation.name, match=s.measures.match)
            for s in subjects
            if s.role and s.occupation and s.measures.match
        ),
        sources=library.numbered_sources(
            [id_ for row in rows for cell in row.cells for id_ in find_citations(cell.cited)]
        ),
    )


def _without_pay(subjects: Sequence[Subject], placing: Placing | None, say: Say) -> list[str]:
    """Of whom no pay is published where it is asked for."""
    lacking = [subject.name for subject in subjects if subject.local and not subject.local.bands]
    if not placing or not lacking:
        return []
    names = say.joined(lacking)
    return [say("Neither {place} nor its state publishes pay for {names}.", place=placing.place.name, names=names)]


def _scales(
    library: Catalogue, request: CompareRequest, placing: Placing | None, years: float | None
) -> Mapping[str, Sequence[float]]:
    """The values of each criterion over all occupations, as they are in a place and to somebody who has studied."""
    if not placing and not years:
        return library.scales(request.country)
    measures = library.measures(request.country)
    if placing:
        measures = place_measures(measures, library.occupation_cards(request.lang, request.country), placing)
    return make_scales(with_study(measures, years))


def _say_whom(weighing: Weighing, subjects: list[Subject], frame: Frame) -> Weighing:
    """The same with whom the figures count that careers are ranked by."""
    groups = {subject.id: groups_by_criterion(subject, frame) for subject in subjects}
    ranking = tuple(
        msgspec.structs.replace(
            ranked, of={criterion: of for criterion, of in groups[ranked.id].items() if criterion in ranked.parts}
        )
        for ranked in weighing.ranking
    )
    return msgspec.structs.replace(weighing, ranking=ranking)


def _with_neighbours(library: Catalogue, ids: list[str], request: CompareRequest) -> list[Subject]:
    """The careers of some ids; one alone with its neighbours. Raises UsageError where it has none."""
    subjects = [_load_subject(library, id_, request) for id_ in ids]
    if len(subjects) > 1:
        return subjects
    neighbours = [_load_subject(library, id_, request) for id_ in _neighbours(subjects[0])]
    if not neighbours:
        raise UsageError("`{id}` names no neighbours", "Name another: `careers compare {id} OTHER`.", id=ids[0])
    return subjects + neighbours


def _load_subject(library: Catalogue, id_: str, request: CompareRequest) -> Subject:
    """All that is known of a career."""
    lang, country = request.lang, request.country
    (measures,) = library.measures(country, [id_])
    if measures.kind == "occupation":
        occupation = library.get_occupation(id_, lang, country)
        return Subject(id_, "occupation", occupation.name, measures, None, occupation)
    role = library.get_role(id_, lang)
    stand_in = library.get_occupation(measures.stand_in, lang, country) if measures.stand_in else None
    return Subject(id_, "role", role.name, measures, role, stand_in)


def _frame(library: Catalogue, request: CompareRequest) -> Frame:
    data_sets = library.data_sets()

    def dated(kind: str) -> DatedSource:
        return DatedSource(
            *next(((id_, one.date) for id_, one in data_sets.items() if kind in one.gives), (None, None))
        )

    return Frame(
        shown=library.shown_country(request.country),
        country=request.country,
        classification=dated("occupations"),
        classified_in=library.classified_in,
        skill_ranks=dated("skill-ranks"),
        outlook=library.data_set_of("outlook", request.country),
        source_dates={source.id: source.date for source in library.sources()},
    )


def _apply(
    library: Catalogue, measures: Sequence[Measures], limits: Sequence[Limit], country: str
) -> tuple[tuple[Measures, ...], tuple[LimitReport, ...]]:
    """The careers within the limits, and what each limit does."""
    limited = limit_measures(library, measures, limits, country)
    return limited.kept, tuple(
        LimitReport(
            text=gone.limit.text,
            removed=gone.ids,
            unknown=len(gone.unknown),
            unknown_ids=gone.unknown,
            back=gone.back,
            by_rank=limited.ranks.get(gone.limit),
            country=library.currencies.get(gone.limit.unit, "") if gone.limit in limited.ranks else "",
            shown=library.shown_country(country),
        )
        for gone in limited.removed
    )


def _neighbours(one: Subject) -> list[str]:
    if one.role:
        return [entry.id for entry in section_of(one.role, "related").related][: MAX_CAREERS - 1]
    related = one.occupation.related if one.occupation else ()
    return [neighbour.id for neighbour in related][:NEIGHBOURS]
