"""The page of the map: the world of work by the people employed."""

from itertools import pairwise

from careercli.core.careers.reports import Report
from careercli.core.careers.worldmap import Area, MapReport
from careercli.core.text.page import Block, Heading, MapTile, Page, Prose, Treemap
from careercli.locale import Say
from careercli.pages.contents import bibliography


def lay_out(report: Report, say: Say) -> Page:
    """Areas as large as the people employed in them, shaded by a figure; the same in words where none can be drawn."""
    assert isinstance(report, MapReport)
    title = report.within_name or say("The world of work")
    shaded = {
        "pay": say("median pay"),
        "growth": say("growth that is projected"),
        "ai": say("tasks that a language model could speed up by half"),
        "years": say("years of study that are usual"),
        "leaving": say("people who leave in a year"),
    }[report.by]
    about = say(
        "As large as the number of employees ({date}), shaded by {figure}.",
        date=say.date(report.reference),
        figure=shaded,
    )
    tiles = tuple(
        MapTile(
            label=area.name,
            short=_value(area.value, report, say),
            text=_text(area, report, say),
            weight=float(area.employment),
            shade=area.shade,
        )
        for area in report.areas
    )
    blocks: list[Block] = [Heading(title, 1), Prose(about, quiet=True), Treemap(tiles, _legend(report, say))]
    return Page((*blocks, *bibliography(report.sources, say)))


def _value(value: float | None, report: MapReport, say: Say) -> str:
    """The figure of an area, short."""
    if value is None:
        return "–"
    if report.by == "pay":
        return say.money(round(value, -2), report.currency)
    if report.by == "growth":
        return say.percent(value)
    if report.by == "ai":
        return say.share(value)
    if report.by == "leaving":
        return say.share(value / 100, 1)
    return say.number(value, 1)


def _text(area: Area, report: MapReport, say: Say) -> str:
    people = say.count("{n} employee", "{n} employees", area.employment)
    return f"{people}, {_value(area.value, report, say)}"


def _legend(report: MapReport, say: Say) -> tuple[tuple[int, str], ...]:
    """The shades and the figures between which each stands."""
    bounds = [_value(bound, report, say) for bound in report.bounds]
    if not bounds:
        return ()
    between = [say("{low} to {high}", low=low, high=high) for low, high in pairwise(bounds)]
    names = [say("under {amount}", amount=bounds[0]), *between, say("from {amount}", amount=bounds[-1])]
    return tuple(enumerate(names))
