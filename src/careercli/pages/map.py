"""The page of the map: the world of work by the people employed."""

from careercli.core.careers.model import Source
from careercli.core.careers.reports import Report
from careercli.core.careers.worldmap import Area, MapReport
from careercli.core.text.page import Block, Heading, MapTile, Page, Prose, Treemap
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say
from careercli.pages.contents import bibliography

MILLION, ROUNDED_FROM = 1_000_000, 10_000


def lay_out(report: Report, say: Say) -> Page:
    """Areas as large as the people employed in them, shaded by a figure; bars or words where none can be drawn."""
    assert isinstance(report, MapReport)
    title = report.within_name or say("The world of work")
    if not report.areas:
        return Page((Heading(title, 1),))  # a note says why
    shaded = {
        "pay": say("median pay"),
        "growth": say("growth of jobs"),
        "ai": say("tasks that a language model could speed up by half"),
        "years": say("years of study that are usual"),
        "leaving": say("people who leave in a year"),
    }[report.by]
    tiles = tuple(
        MapTile(
            label=area.name,
            short=_value(area.value, report, say),
            text=_text(area, report, say),
            more=(_people(area.employment, say), *_besides(area, report, say)),
            weight=float(area.employment),
            shade=area.shade,
        )
        for area in report.areas
    )
    others = say("other occupations") if report.within else say("other fields")
    drawn = Treemap(
        tiles,
        _reading(report, shaded, say),
        tuple(_value(bound, report, say) for bound in report.bounds),
        capitalized(shaded),
        money=report.by == "pay",
        others=others,
        most=report.numbered,
    )
    blocks: list[Block] = [Heading(title, 1), Prose(_about(report, shaded, say), quiet=True, short=""), drawn]
    return Page((*blocks, *bibliography(report.sources, say)))


def _about(report: MapReport, shaded: str, say: Say) -> str:
    """By what the areas are told, where nothing is drawn."""
    values = {"country": say.country_name(report.country, short=True), "date": say.date(report.reference)}
    about = say("By the number of employees ({country}, {date}) and {figure}.", figure=shaded, **values)
    return _with_sources(about, report, say)


def _reading(report: MapReport, shaded: str, say: Say) -> tuple[str, str]:
    """How the boxes are read, and how the bars of a narrow screen."""
    values = {"country": say.country_name(report.country, short=True), "date": say.date(report.reference)}
    boxes = say("A larger box: more people ({country}, {date}). Its shade: {figure}.", figure=shaded, **values)
    bars = say("A longer bar: more people ({country}, {date}). Beside it: {figure}.", figure=shaded, **values)
    return _with_sources(boxes, report, say), _with_sources(bars, report, say, jobs=False)


def _with_sources(about: str, report: MapReport, say: Say, *, jobs: bool = True) -> str:
    """A sentence on the figures with its sources, and what else must be known; bars tell no growth of `jobs`."""
    wages, projections, *others = [*report.sources, None, None]
    about = _cited(about, wages, *others)
    if report.projected and jobs:
        start, end = report.projected
        about += " " + _cited(say("Jobs: projected, {start} to {end}.", start=start, end=end), projections)
    return about


def _cited(sentence: str, *sources: Source | None) -> str:
    """A sentence with the numbers of its sources."""
    numbers = ", ".join(str(source.number) for source in sources if source)
    return f"{sentence.removesuffix('.')} [{numbers}]." if numbers else sentence


def _value(value: float | None, report: MapReport, say: Say) -> str:
    """The figure of an area, short."""
    if value is None:
        return "–"
    if report.by == "pay":
        return say.money(value, report.currency)
    if report.by == "growth":
        return say.percent(value)
    if report.by == "ai":
        return say.share(value)
    if report.by == "leaving":
        return say.share(value / 100, 1)
    return say.number(value, 1)


def _text(area: Area, report: MapReport, say: Say) -> str:
    people = say.count("{n} employee", "{n} employees", area.employment)
    return ", ".join([people, _value(area.value, report, say), *_besides(area, report, say)])


def _people(count: int, say: Say) -> str:
    """A number of employees, rounded."""
    if count >= MILLION:
        millions = count / MILLION
        return say.count(
            "{millions} million people", "{millions} million people", int(millions), millions=say.number(millions, 1)
        )
    rounded = round(count, -3) if count >= ROUNDED_FROM else count
    return say.count("{n} person", "{n} people", rounded)


def _besides(area: Area, report: MapReport, say: Say) -> list[str]:
    """The other figures of an area, and its largest occupation."""
    told = []
    if area.pay is not None and report.by != "pay":
        told.append(say.money(area.pay, report.currency))
    if area.growth is not None and report.by != "growth":
        told.append(say("jobs {percent}", percent=say.percent(area.growth)))
    if area.largest:
        told.append(say("largest: {name}", name=area.largest))
    return told
