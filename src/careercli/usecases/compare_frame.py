"""Who is compared, by whose figures, and whom each figure counts."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careercli.core.careers.measures import Measures
from careercli.core.careers.model import DataSet, Group, PayBand, Role, Section
from careercli.core.careers.occupation import Occupation, Outlook
from careercli.core.careers.places import Place
from careercli.core.careers.reports import Kind
from careercli.core.comparing.compare import UNKNOWN, occupation_band, section_of
from careercli.core.comparing.reports import Cell, LimitReport
from careercli.core.comparing.weighing import Weighing
from careercli.core.pay.bands import official_wages
from careercli.locale import Say, words

#: What is not known.
NOTHING = Cell(text=UNKNOWN, cited=UNKNOWN)


class DatedSource(NamedTuple):
    """A data set: the id of its source, and the date of its figures. None where there is none."""

    source: str | None
    date: str | None


class Frame(NamedTuple):
    """Whose figures are compared, those of the country `shown`, and to whom: a person of `country`.

    `classification` and `skill_ranks` are the data sets of codes and of skills, `classified_in` is the country of the
    codes; `outlook` is of the country shown. `source_dates` are those of the bibliography. `place`: where the pay is to
    be, if not all over the country.
    """

    shown: str
    country: str
    classification: DatedSource
    classified_in: str
    skill_ranks: DatedSource
    outlook: DataSet | None
    source_dates: Mapping[str, str]
    place: Place | None = None


class LocalPay(NamedTuple):
    """What a career pays in a place: the bands of its own wages or its neighbours', and the stars of its median.

    `at_least`: so many stars or more, for above the highest percentile nothing finer is published. Of neighbours
    `near` has the fewest stars and the most, and `at_least` is that of the most.
    """

    bands: tuple[PayBand, ...]
    stars: int | None
    at_least: bool
    near: tuple[int, int] | None = None


class Subject(NamedTuple):
    """A career to compare. `occupation` is itself, or the one that is nearest to a guide.

    `local` is its pay where that is asked for of a place, and stands in place of that of the whole country.
    """

    id: str
    kind: Kind
    name: str
    measures: Measures
    role: Role | None
    occupation: Occupation | None
    local: LocalPay | None = None


class Wishes(NamedTuple):
    """What a person wants, as they write it: weights, limits, and what they have studied."""

    weights: tuple[str, ...]
    limits: tuple[str, ...]
    have: str | None


class Judged(NamedTuple):
    """The ranking by the person's weights, what their limits take out, and what is to be said of both."""

    weights: dict[str, float] = {}
    weighing: Weighing = Weighing()
    limits: tuple[LimitReport, ...] = ()
    notes: tuple[str, ...] = ()


def same_occupation(career: Subject) -> Occupation | None:
    """The occupation that a career is: only an exact one lends a guide stars, outlook and size."""
    return career.occupation if career.role is None or career.measures.match == "exact" else None


def outlook_of(career: Subject) -> Outlook | None:
    """The outlook of a career, where it is that of the same occupation."""
    occupation = same_occupation(career)
    return occupation.outlook if occupation else None


def everybody_growth(careers: Iterable[Subject]) -> float | None:
    """The projected growth of all occupations together, in percent, by the same data set as that of some careers."""
    outlooks = (career.occupation.outlook for career in careers if career.occupation)
    return next((one.all_growth_percent for one in outlooks if one), None)


def rated_of(career: Subject) -> Group | None:
    """Whose preparation and interests a career has: those of the nearest occupation."""
    if career.occupation is None:
        return None
    own = same_occupation(career) is not None
    return Group(code=career.occupation.id, title=career.occupation.name, own=own)


def part_of(career: Subject, id_: str) -> Section:
    """A section of a guide; an empty one of an occupation."""
    return section_of(career.role, id_) if career.role else Section(id=id_, title="")


def official_bands(career: Subject, frame: Frame) -> tuple[PayBand, ...]:
    """The official wages a year of a career, its own or of the group that it is a part of; else all its neighbours'."""
    if career.local is not None:
        return career.local.bands
    if not career.role:
        wage = career.occupation.pay if career.occupation else None
        return (occupation_band(career.id, wage),) if wage and wage.period == "year" else ()
    return official_wages(part_of(career, "pay").bands, frame.shown)


def pay_of(bands: tuple[PayBand, ...]) -> Group | None:
    """Whom official wages count; several neighbours in one."""
    groups = list(dict.fromkeys(band.of for band in bands if band.of))
    if len(groups) < 2:
        return groups[0] if groups else None
    return Group(code=", ".join(of.code for of in groups), title="; ".join(of.title for of in groups), own=False)


def groups_by_criterion(career: Subject, frame: Frame) -> dict[str, Group]:
    """Whom the figures of a career count that it is weighed by, where that is not the career itself."""
    outlook = career.occupation.outlook if career.occupation else None
    projected = outlook.of if outlook and same_occupation(career) else rated_of(career)
    here = career.occupation.median_in(frame.country) if career.occupation and not career.role else None
    paid = pay_of(official_bands(career, frame))
    groups = {"pay": here.of if here and not career.local else paid, "entry": rated_of(career)}
    projections = ("growth", "openings", "freelance", "leaving", "stopping", "changing", "degree")
    groups |= dict.fromkeys(projections, projected)
    if same_occupation(career):
        groups["employment"] = paid
    if not career.role:
        groups["years"] = projected
    return {criterion: of for criterion, of in groups.items() if of and not of.own}


def other_groups(career: Subject, frame: Frame) -> tuple[Group, ...]:
    """All whom the figures of a career count that are not that career itself, each once."""
    counts = [band.of for band in official_bands(career, frame)]
    counts += [of for criterion, of in groups_by_criterion(career, frame).items() if criterion != "pay"]
    others: dict[str, Group] = {}
    for of in counts:
        if of and not of.own:
            others.setdefault(of.title, of)
    return tuple(others.values())


def when(place: str, dated: DatedSource, say: Say) -> str:
    """Place and date of what a data set says."""
    return f"{place}, {say.date(dated.date)}" if dated.date else place


def make_cell(
    text: str,
    value: object,
    say: Say,
    *,
    source: str | None = None,
    reference: str | None = None,
    of: Group | None = None,
    brief: str = "",
    place: str | None = None,
) -> Cell:
    """A cell of one value, marked where that does not count the career itself; `place` is where it holds."""
    text, brief = words.marked(text, of), words.marked(brief, of)
    cited = text if reference is None else f"{text} ({say.date(reference)})"
    if source:
        cited += f" [@{source}]"
    return Cell(
        text=text, value=value, source=source, of=of, reference=reference, cited=cited, brief=brief, place=place
    )


def plain(cited: str, say: Say) -> str:
    """A text without its citations, our own judgement said in words."""
    return words.cite(cited, {}, say)
