"""`careers compare`."""

from typing import Annotated

import msgspec
import typer

from careercli.commands import options as o
from careercli.core.compare import official_band, pick_rows, section_of
from careercli.core.limits import Limit, apply_limits, find_ranks, parse_limit
from careercli.core.measures import Measures
from careercli.core.reports import ComparedCareer, CompareReport, LimitReport, StandIn
from careercli.core.weighing import parse_weights, weigh
from careercli.errors import UsageError
from careercli.pages.compare_rows import Subject, make_rows
from careercli.runtime import Runtime

#: What is compared where nobody can be asked.
DEFAULT = "ai-specialist"
MOST = 8
#: Neighbours that a career named alone is compared with.
NEIGHBOURS = 4


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str] | None,
        typer.Argument(
            help="Guides or occupations; the first is the one compared with.", autocompletion=o.complete_career
        ),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option(
            "--weight",
            "-w",
            metavar="CRITERION=N",
            help="Rank by pay, entry, years, growth, openings, remote, freelance; may be repeated.",
        ),
    ] = None,
    limit: Annotated[
        list[str] | None,
        typer.Option(
            "--limit",
            metavar="LIMIT",
            help="Rank only what keeps within: pay>=60000, years<=3, zone<=4, growth>=0, remote.",
        ),
    ] = None,
    rows: Annotated[
        str | None, typer.Option("--rows", metavar="ROW,…", help="Rows to show, in this order: pay,entry,outlook.")
    ] = None,
    only_differences: Annotated[
        bool, typer.Option("--only-differences", help="Leave out rows in which all are alike.")
    ] = False,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Compare careers side by side, and rank them by your own weights. With one, its neighbours; with none, you choose.

    Examples:
      careers compare ai-specialist
      careers compare data-scientist "registered nurses" electricians --weight pay=2 --weight entry=1
    """
    runtime: Runtime = ctx.obj
    weights = parse_weights(weight or [])
    limits = [parse_limit(text) for text in dict.fromkeys(limit or [])]
    names = careers or []
    if not names:
        names = _choose(runtime) if runtime.can_ask and not json and form is None else [DEFAULT]
    subjects, notes = load_subjects(runtime, names)
    report = make_report(runtime, subjects, weights, limits, rows, only_differences=only_differences)
    report = msgspec.structs.replace(report, notes=notes)
    o.put(runtime, report, form, json=json, width=width, pager=not no_pager)
    if not weights:
        runtime.hint(runtime.say("Rank them by what matters to you: add `--weight pay=2 --weight entry=1`."))


def load_subjects(runtime: Runtime, names: list[str]) -> tuple[list[Subject], tuple[str, ...]]:
    """The careers of some names, or one with its neighbours, and what is to be said of the names.

    Raises all that is wrong with the names at once.
    """
    found, notes = o.resolve_careers(runtime, names, MOST)
    ids = [one.id for one in found]
    subjects = [load_subject(runtime, id_) for id_ in ids]
    if len(subjects) == 1:
        subjects += [load_subject(runtime, id_) for id_ in _neighbours(subjects[0])]
        if len(subjects) == 1:
            raise UsageError("`{id}` names no neighbours", "Name another: `careers compare {id} OTHER`.", id=ids[0])
    return subjects, notes


def load_subject(runtime: Runtime, id_: str) -> Subject:
    """All that is known of a career."""
    catalogue, lang = runtime.catalogue, runtime.lang
    (measures,) = catalogue.measures([id_])
    if measures.kind == "occupation":
        occupation = catalogue.get_occupation(id_, lang)
        return Subject(id_, "occupation", occupation.name, measures, None, occupation, occupation)
    role = catalogue.get_role(id_, lang)
    stand_in = catalogue.get_occupation(measures.stand_in, lang) if measures.stand_in else None
    band = official_band(role, "US")
    paid = band.occupation if band else None
    wage = stand_in if paid == measures.stand_in else catalogue.find_occupation(paid or "", lang)
    return Subject(id_, "role", role.name, measures, role, stand_in, wage)


def make_report(
    runtime: Runtime,
    subjects: list[Subject],
    weights: dict[str, float],
    limits: list[Limit],
    wanted: str | None = None,
    *,
    only_differences: bool = False,
) -> CompareReport:
    """The comparison of careers: rows, ranking, what the limits take out."""
    catalogue = runtime.catalogue
    skills = catalogue.labels("bls-skill", runtime.lang)
    rows = pick_rows(make_rows(subjects, skills, runtime.say), wanted, only_differences=only_differences)
    measures = [one.measures for one in subjects]
    kept, limited = _apply(runtime, measures, limits)
    stand_ins = tuple(
        StandIn(id=one.id, occupation=one.occupation.id, name=one.occupation.name, match=one.measures.match)
        for one in subjects
        if one.role and one.occupation and one.measures.match
    )
    return CompareReport(
        command="compare",
        language=runtime.lang,
        baseline=subjects[0].id,
        careers=tuple(ComparedCareer(id=one.id, kind=one.kind, name=one.name) for one in subjects),
        rows=rows,
        weights=weights,
        weighing=weigh(kept, weights, catalogue.scales() if weights else {}),
        limits=limited,
        stand_ins=stand_ins,
        sources=catalogue.numbered_sources([cell.source for row in rows for cell in row.cells if cell.source]),
    )


def _apply(
    runtime: Runtime, measures: list[Measures], limits: list[Limit]
) -> tuple[tuple[Measures, ...], tuple[LimitReport, ...]]:
    """The careers within the limits, and what each limit does. Limits in euros go by rank."""
    ranks = find_ranks(limits, runtime.catalogue.all_employees)
    kept, removed = apply_limits(measures, limits, ranks)
    return kept, tuple(
        LimitReport(
            text=one.limit.text, removed=one.ids, unknown=one.unknown, back=one.back, by_rank=ranks.get(one.limit)
        )
        for one in removed
    )


def _neighbours(one: Subject) -> list[str]:
    if one.role:
        return [entry.id for entry in section_of(one.role, "related").related][: MOST - 1]
    related = one.occupation.related if one.occupation else ()
    return [neighbour.id for neighbour in related][:NEIGHBOURS]


def _choose(runtime: Runtime) -> list[str]:
    from careercli.prompts.base import make_prompter

    catalogue, lang = runtime.catalogue, runtime.lang
    say, prompter = runtime.say, make_prompter(runtime)
    choices = [(card.id, card.name) for card in catalogue.cards(lang)]
    question = say("Which careers? The first is the one compared with.")
    if not runtime.accessible:
        choices += [(card.id, f"{card.name} ({card.id})") for card in catalogue.occupation_cards(lang)]
        return prompter.choose_some(question, choices, most=MOST)
    other = "?"  # read aloud, a thousand lines are no choice
    picked = prompter.choose_some(question, [*choices, (other, say("others: I type their names"))], most=MOST)
    if other in picked:

        def wrong(text: str) -> str:
            return "" if text.strip(" ,") else say("Type names, such as “nurse, electricians”.")

        names = prompter.write(say("Which others? Put commas between them."), wrong).split(",")
        picked[picked.index(other) : picked.index(other) + 1] = [name.strip() for name in names if name.strip()]
    return picked
