"""What an imported O*NET release adds to the sheet of an occupation, in its own words."""

from collections.abc import Sequence
from typing import TypeVar

from careercli.core.careers.occupation import Extra, ExtraTask, ExtraTechnology
from careercli.core.careers.reports import OccupationReport
from careercli.core.text.page import Block, Bullets, Facts, Heading, Prose
from careercli.locale import Say

#: Rows of a list, unless all are asked for.
MAX_SHOWN = 10
T = TypeVar("T")


def lay_out_extra(report: OccupationReport, say: Say) -> list[Block]:
    """Tasks, technology and work styles with their attribution; nothing without an import."""
    extra = report.extra
    if extra is None:
        return []
    own = say("From {title} {release}, which you have imported", title=extra.title, release=extra.release)
    blocks: list[Block] = [Heading(own, 2)]
    blocks.append(Prose(say("What follows is in the words of {title}, in English.", title=extra.title), quiet=True))
    blocks += [*_tasks(extra, report, say), *_technology(extra, report, say), *_styles(extra, report, say)]
    return [*blocks, Prose(extra.attribution, quiet=True)]


def _cut(rows: Sequence[T], report: OccupationReport) -> Sequence[T]:
    return rows if report.whole else rows[:MAX_SHOWN]


def _rest(rows: Sequence[object], report: OccupationReport, say: Say) -> list[Block]:
    """How many rows are not shown, and the command that shows them."""
    left = len(rows) - len(_cut(rows, report))
    if not left:
        return []
    command = f"careers show {report.occupation.id} --all"
    return [Prose(say.count("{n} more: `{command}`", "{n} more: `{command}`", left, command=command), quiet=True)]


def _tasks(extra: Extra, report: OccupationReport, say: Say) -> list[Block]:
    titles = {"core": say("Core tasks"), "supplemental": say("Supplemental tasks"), "": say("Tasks of no named kind")}
    shown: dict[str, list[ExtraTask]] = {}
    for task in _cut(extra.tasks, report):
        shown.setdefault(task.kind, []).append(task)
    blocks: list[Block] = []
    for kind, tasks in shown.items():
        blocks += [Heading(titles[kind], 3), Bullets(tuple(("", task.text) for task in tasks))]
    return [*blocks, *_rest(extra.tasks, report, say)]


def _technology(extra: Extra, report: OccupationReport, say: Say) -> list[Block]:
    if not extra.technology:
        return []
    rows = tuple((one.name, _technology_text(one, say)) for one in _cut(extra.technology, report))
    meaning = say(
        "Hot: often asked for in the postings of employers, whatever the occupation. In demand: often asked for in"
        " those for this one."
    )
    return [
        Heading(say("Technology"), 3),
        Prose(meaning, quiet=True),
        Facts(rows),
        *_rest(extra.technology, report, say),
    ]


def _technology_text(one: ExtraTechnology, say: Say) -> str:
    marks = [say("hot")] if one.hot else []
    marks += [say("in demand")] if one.in_demand else []
    return one.category + (f" ({', '.join(marks)})" if marks else "")


def _styles(extra: Extra, report: OccupationReport, say: Say) -> list[Block]:
    if not extra.styles:
        return []
    if extra.style_scale == "WI":
        scale = say(
            "How much a trait helps in this work: from −3, it hinders, to +3. These are 21 styles, not to be compared"
            " with the 16 of earlier releases."
        )
        values = [_signed(style.score, say) for style in extra.styles]
    else:
        scale = say(
            "How important a trait is in this work: from 1 to 5. These are 16 styles, not to be compared with the 21 of"
            " later releases."
        )
        values = [say("{value} of 5", value=say.number(style.score, 1)) for style in extra.styles]
    rows = tuple((style.name, value) for style, value in zip(extra.styles, values, strict=True))
    return [
        Heading(say("Work styles"), 3),
        Prose(scale, quiet=True),
        Facts(tuple(_cut(rows, report))),
        *_rest(rows, report, say),
    ]


def _signed(score: float, say: Say) -> str:
    sign = "+" if score > 0 else "−" if score < 0 else ""
    return sign + say.number(abs(score), 1)
