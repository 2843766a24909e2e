"""Which one: careers side by side, ranked by one's own weights, hard limits kept apart."""

from pathlib import Path

from careercli.core.careers.reports import Action
from careercli.core.comparing.compare import pick_rows, section_of
from careercli.core.comparing.reports import ComparedCareer, CompareReport, StandIn
from careercli.core.text.citations import find_citations
from careercli.errors import UsageError
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.criteria_words import typed_name
from careercli.usecases.compare_frame import DatedSource, Frame, Judged, Subject, Wishes, everybody_growth, other_groups
from careercli.usecases.compare_rows import make_rows
from careercli.usecases.names import resolve_careers
from careercli.usecases.preferences import place_of
from careercli.usecases.request import Request

MAX_CAREERS = 8
#: Neighbours that an occupation named alone is compared with.
NEIGHBOURS = 4


class CompareRequest(Request, frozen=True, kw_only=True):
    """Careers by any of their names, the first being compared with; one alone stands for it and its neighbours.

    `weights` as CRITERION=N, `limits` as conditions, `rows` their ids with commas between; all rows where it is None.
    `have` is what one has studied. `place` is where the pay is to be, by any of its names; else where the person lives,
    by their file in the `folder`.
    """

    careers: tuple[str, ...]
    weights: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    rows: str | None = None
    only_differences: bool = False
    have: str | None = None
    place: str | None = None
    full: bool = False
    folder: Path | None = None


def compare(library: Catalogue, request: CompareRequest) -> CompareReport:
    """The comparison: rows, ranking, what the limits take out.

    Raises NotFoundError, SeveralNotFoundError, UsageError.
    """
    say = library.say(request.lang)
    resolved, notes = resolve_careers(library, request.careers, say, MAX_CAREERS)
    subjects = _with_neighbours(library, [career.id for career in resolved], request)
    here = subjects[0].id if len(resolved) == 1 else None
    frame, placing = _frame(library, request), None
    place = request.place or (place_of(library, request.folder, request.lang) if request.folder else None)
    if place:
        from careercli.usecases.compare_place import put_in_place

        subjects, frame, placing, noted = put_in_place(library, place, subjects, frame, say)
        notes = (*notes, *noted)
    rows = make_rows(subjects, library.labels("bls-skill", request.lang), say, frame)
    rows = pick_rows(rows, request.rows, only_differences=request.only_differences)
    judged = Judged()
    wishes = Wishes(request.weights, request.limits, request.have)
    if any(wishes):
        from careercli.usecases.compare_criteria import Compared, judge

        judged = judge(library, request, wishes, Compared(subjects, frame, placing))
    return CompareReport(
        command="compare",
        language=request.lang,
        notes=(*notes, *judged.notes),
        actions=_actions(request, say),
        baseline=subjects[0].id,
        here=here,
        picked=request.rows is not None,
        full=request.full,
        reader_country=request.country,
        careers=tuple(ComparedCareer(id=s.id, kind=s.kind, name=s.name) for s in subjects),
        rows=rows,
        weights=judged.weights,
        weighing=judged.weighing,
        limits=judged.limits,
        place=frame.place,
        everybody_growth=everybody_growth(subjects),
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


def _actions(request: CompareRequest, say: Say) -> tuple[Action, ...]:
    """The same ranked, and the same in full, where it is not."""
    given = (("--place", (request.place,)), ("--have", (request.have,)), ("--limit", request.limits))
    asked = tuple(word for option, values in given for value in values if value for word in (option, value))
    again = ("compare", *request.careers, *asked)
    weight = ("--weight", f"{typed_name('pay', say)}=2")  # one, so that the line has room for names
    rank = Action(id="weigh", label=say("Rank them"), command=(*again, *weight))
    weighed = tuple(word for weight in request.weights for word in ("--weight", weight))
    whole = Action(id="full", label=say("In full, with sources"), command=(*again, *weighed, "--full"))
    return (*(() if request.weights else (rank,)), *(() if request.full or request.rows else (whole,)))


def _with_neighbours(library: Catalogue, ids: list[str], request: CompareRequest) -> list[Subject]:
    """The careers of some ids; one alone with its neighbours. Raises UsageError where it has none."""
    subjects = [_load_subject(library, id_, request) for id_ in ids]
    if len(subjects) > 1:
        return subjects
    neighbours = [_load_subject(library, id_, request) for id_ in _neighbours(subjects[0])]
    if not neighbours:
        raise UsageError("`{id}` names no neighbors", "Name another: `careers compare {id} OTHER`.", id=ids[0])
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


def _neighbours(one: Subject) -> list[str]:
    if one.role:
        return [entry.id for entry in section_of(one.role, "related").related][: MAX_CAREERS - 1]
    related = one.occupation.related if one.occupation else ()
    return [neighbour.id for neighbour in related][:NEIGHBOURS]
