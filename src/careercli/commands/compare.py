"""careers compare"""

from typing import Annotated

import typer

from careercli.commands import options as o
from careercli.core.compare import section_of
from careercli.core.reports import Card, ComparedCareer, CompareReport
from careercli.errors import UsageError
from careercli.pages.compare import make_rows
from careercli.runtime import Runtime

#: What is compared where nobody can be asked.
DEFAULT = "ai-specialist"
MOST = 8


def run(
    ctx: typer.Context,
    careers: Annotated[
        list[str] | None,
        typer.Argument(help="Careers; the first is the one compared with.", autocompletion=o.complete_career),
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Compare careers side by side. With one, its neighbours; with none, you choose.

    Examples:
      careers compare ai-specialist
      careers compare data-scientist data-analyst data-engineer
    """
    runtime: Runtime = ctx.obj
    ids = [runtime.catalogue.resolve(name) for name in careers or []]
    if not ids:
        ids = _choose(runtime) if runtime.can_ask and not json and form is None else [DEFAULT]
    o.put(runtime, make_report(runtime, ids), form, json=json, width=width, pager=not no_pager)


def make_report(runtime: Runtime, ids: list[str]) -> CompareReport:
    """The comparison of careers, or of one with its neighbours."""
    catalogue = runtime.catalogue
    if len(set(ids)) < len(ids):
        twice = next(id_ for id_ in ids if ids.count(id_) > 1)
        raise UsageError("`{id}` is named twice", "Name each career once.", id=twice)
    if len(ids) > MOST:
        raise UsageError("{count} careers are too many", "Compare at most {most}.", count=len(ids), most=MOST)
    if len(ids) == 1:
        ids += [entry.id for entry in section_of(catalogue.get_role(ids[0], runtime.lang), "related").related]
        if len(ids) == 1:
            raise UsageError("`{id}` names no neighbours", "Name another: `careers compare {id} OTHER`.", id=ids[0])
    roles = [catalogue.get_role(id_, runtime.lang) for id_ in ids]
    rows = make_rows(roles, runtime.say)
    return CompareReport(
        command="compare",
        language=runtime.lang,
        baseline=ids[0],
        careers=tuple(ComparedCareer(id=role.id, kind="role", name=role.name) for role in roles),
        rows=rows,
        sources=runtime.catalogue.numbered_sources([cell.source for row in rows for cell in row.cells if cell.source]),
    )


def _choose(runtime: Runtime) -> list[str]:
    from careercli.prompts.base import make_prompter

    cards: list[Card] = runtime.catalogue.cards(runtime.lang)
    return make_prompter(runtime).choose_some(
        runtime.say("Which careers? The first is the one compared with."), [(card.id, card.name) for card in cards]
    )
