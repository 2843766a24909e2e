"""The page of the map: the world of work by the people employed."""

from careercli.core.careers.model import Source
from careercli.core.careers.reports import Report
from careercli.core.careers.worldmap import Area, MapReport
from careercli.core.text.page import Block, Grid, Heading, MapTile, Page, Prose, Treemap
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say
from careercli.locale.criteria_words import column_title
from careercli.pages.contents import bibliography
from careercli.pages.list import LEAST_NAME
from careercli.pages.short_names import shorten

MILLION, ROUNDED_FROM = 1_000_000, 10_000


def lay_out(report: Report, say: Say) -> Page:
    """Areas as large as the people employed in them, shaded by a figure; bars or words where none can be drawn."""
    assert isinstance(report, MapReport)
    title = say(
        "{what}, {country}",
        what=report.within_name or say("The world of work"),
        country=say.country_name(report.country),
    )
    if not report.areas:
        return Page((Heading(title, 1),))  # a note says why
    shaded = {
        "pay": say("median pay of full-time employees, net a month") if report.counted else say("median pay"),
        "growth": say("growth of jobs"),
        "ai": say("tasks that a language model could speed up by half"),
        "years": say("years of study that are usual"),
        "leaving": say("people who leave in a year"),
    }[report.by]
    tiles = tuple(
        MapTile(
            label=area.name,
            names=_names(area, say),
            figure=_value(area.value, report, say),
            text=_text(area, report, say),
            more=(_people(area.employment, say), *_besides(area, report, say)),
            weight=float(area.employment),
            shade=area.shade,
        )
        for area in report.areas
    )
    drawn = Treemap(
        tiles,
        _table(report, say),
        _reading(report, shaded, say),
        _legend(report, shaded, say),
        money=report.by == "pay",
        others=tuple(_others(n, report, say) for n in range(1, len(tiles))),
        most=report.numbered,
    )
    blocks: list[Block] = [Heading(title, 1)]
    if report.asked != report.country:
        blocks.append(
            Prose(
                say(
                    "Of {country} no such count is at hand. See here which fields there are and how they compare, not "
                    "what you would earn.",
                    country=say.the_country(report.asked),
                )
            )
        )
    blocks += [Prose(_about(report, shaded, say), quiet=True, short=""), drawn]
    return Page((*blocks, *bibliography(report.sources, say)))


def _names(area: Area, say: Say) -> tuple[str, ...]:
    """What a box may call its area, the shortest last: of an occupation the words that its name begins with."""
    if area.short:
        return tuple(dict.fromkeys((area.name, area.short)))
    words = shorten(area.name, say).split(" ")
    begun = (" ".join(words[:n]).rstrip(",") for n in range(len(words) - 1, 0, -1))
    return (area.name, " ".join(words), *(f"{name}…" for name in begun))


def _others(n: int, report: MapReport, say: Say) -> str:
    """What is said of so many areas together that have no room for a name."""
    if report.within:
        return say.count("{n} smaller occupation", "{n} smaller occupations", n)
    return say.count("{n} small field", "{n} small fields", n)


def _legend(report: MapReport, shaded: str, say: Say) -> tuple[str, ...]:
    """What is shaded, and the figures of each shade in words; nothing for a shade that no figure can have."""
    if not report.bounds:
        return ()
    bounds = report.bounds
    used = {area.shade for area in report.areas}
    figures = [_value(bound, report, say) for bound in bounds]
    least = say("under {figure}", figure=figures[0]) if bounds[0] < bounds[1] or 0 in used else ""
    ranges = (say("to {figure}", figure=figures[n]) if bounds[n - 1] < bounds[n] else "" for n in range(1, len(bounds)))
    return (capitalized(shaded), least, *ranges, say("more"))


def _table(report: MapReport, say: Say) -> Grid:
    """Each area that has a number in a line: its people, its pay with a bar of it, its growth, and what else shades."""
    areas = report.areas[: report.numbered]
    beside = None if report.by in ("pay", "growth") else column_title(report.by, say)
    rows = tuple(
        (
            str(number),
            area.name,
            _count(area.employment, say),
            "–" if area.pay is None else say.money(area.pay, report.currency),
            "–" if area.growth is None else say.percent(area.growth),
            *((_value(area.value, report, say),) if beside else ()),
        )
        for number, area in enumerate(areas, 1)
    )
    paid = say("Net a month") if report.period == "month" else say("Pay")
    what = say("Group of trades") if report.within and report.counted else say("Occupation")
    titles = ("", what if report.within else say("Field"), say("People"), paid, say("Growth"))
    best = max((area.pay for area in areas if area.pay), default=0)
    return Grid(
        (*titles, beside) if beside else titles,
        rows,
        right=(0, 2, 3, 4, 5),
        least=0,
        one_line=True,
        cut=((1, LEAST_NAME),),
        meter=3,
        shares=tuple(area.pay / best if area.pay else None for area in areas),
        spare=(3,),
    )


def _about(report: MapReport, shaded: str, say: Say) -> str:
    """By what the areas are told, where nothing is drawn."""
    values = {"country": say.country_name(report.country, short=True), "date": say.date(report.reference)}
    if report.counted:
        about = say("By the number of people at work ({country}, {date}) and {figure}.", figure=shaded, **values)
    else:
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
    if report.counted and report.by == "pay":
        about = f"{about.removesuffix('.')}, {say.date(report.paid)}."
    about = _cited(about, wages, *others)
    if report.counted and report.by == "pay":
        about += " " + say("Lists and pages tell what such pay may come to by now.")
    if report.counted and jobs:
        before, after = (years.replace("/", "–") for years in report.counted)
        about += " " + _cited(say("Growth of jobs: counted, {start} to {end}.", start=before, end=after), wages)
    if report.projected and jobs:
        start, end = report.projected
        told = say("Growth of jobs: projected, {start} to {end}.", start=start, end=end)
        about += " " + _cited(told, projections)
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
    if report.counted:
        people = say.count("{n} person", "{n} people", area.employment)
    else:
        people = say.count("{n} employee", "{n} employees", area.employment)
    return ", ".join([people, _value(area.value, report, say), *_besides(area, report, say)])


def _people(count: int, say: Say) -> str:
    """A number of employees, rounded, in few words."""
    if count >= MILLION:
        return say("{millions}M people", millions=say.number(count / MILLION, 1))
    return say.count("{n} person", "{n} people", _rounded(count))


def _count(count: int, say: Say) -> str:
    """The same in a column of its own."""
    if count >= MILLION:
        return say("{millions}M", millions=say.number(count / MILLION, 1))
    return say.number(_rounded(count))


def _rounded(count: int) -> int:
    return round(count, -3) if count >= ROUNDED_FROM else count


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
