"""What one may do on the page of a report: its sections, its careers and its actions, as items of a menu."""

from collections.abc import Iterable, Sequence
from typing import Any

from careercli.core.careers.reports import Action, OccupationReport, Report, ShowReport
from careercli.core.careers.worldmap import MapReport
from careercli.core.program.reports import ConfigReport
from careercli.core.quiz.reports import HistoryReport
from careercli.core.text.plaintext import within_sentence
from careercli.explorer.menu import (
    DIGITS,
    NOTHING,
    Ask,
    Item,
    Own,
    of_career,
    of_comparison,
    of_list,
    of_result,
    of_settings,
)
from careercli.explorer.sheets import matches_of, rows_of
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.sheet_words import sheet_titles

#: Actions that have a letter of their own; the others have digits.
LETTERS = {
    "compare": "c",
    "quiz": "f",
    "resume": "g",
    "restart": "a",
    "longer": "l",
    "history": "j",
    "diff": "d",
    "list": "o",
    "atlas": "o",
    "all": "a",
    "whole": "w",
    "full": "w",
    "next-section": "+",
    "mine": "y",
    "keep": "k",
    "rank": "r",
}
#: Actions that menus have with a question.
ASKED = ("hide", "weigh")
#: Verbs beside `show` whose page may be about one career, which its data name.
_ABOUT_ONE = ("quiz", "salary", "random")
#: Where the careers of a report stand in it.
_CAREERS = ("cards", "hits", "matches", "list", "careers", "sheets", "further")


def title_of(report: Report, label: str, say: Say) -> str:
    """What a page is called on the way to it."""
    if isinstance(report, ShowReport):
        if report.partial and report.role.sections:
            return report.role.sections[0].title
        return report.role.name if report.brief else say("All of it")
    if isinstance(report, OccupationReport):
        if report.sections:
            return sheet_titles(say)[report.sections[0]]
        return report.occupation.name if report.brief else say("All of it")
    return label


def career_of(report: Report) -> str:
    """The id of the career that a page is about; empty where it is about several, or none."""
    if isinstance(report, ShowReport):
        return report.role.id
    if isinstance(report, OccupationReport):
        return report.occupation.id
    careers = careers_in(report)
    if len(careers) == 1 and report.command == "salary":
        return careers[0][0]
    if report.command not in _ABOUT_ONE:
        return ""
    about = getattr(getattr(report, "data", None), "id", "")
    return about if isinstance(about, str) else ""


def careers_in(report: Report) -> list[tuple[str, str]]:
    """The careers that a page lists: ids and names, each once."""
    listed: dict[str, str] = {}
    for holder in (report, getattr(report, "data", None)):
        for name in _CAREERS:
            listed_there = matches_of(report) if name == "matches" else getattr(holder, name, ())
            for career in _sequence(listed_there):
                if hasattr(career, "id") and hasattr(career, "name") and not getattr(career, "gone", False):
                    listed.setdefault(career.id, career.name)
    return list(listed.items())


def fields_in(report: Report) -> list[tuple[str, str]]:
    """The fields that a page lists: ids and names."""
    return [(field.id, field.name) for field in _sequence(getattr(getattr(report, "data", None), "fields", ()))]


def _sequence(value: Any) -> Sequence[Any]:
    return value if isinstance(value, tuple | list) else ()


def has_sections(report: Report | None) -> bool:
    """Whether digits open sections."""
    return isinstance(report, ShowReport | OccupationReport)


def is_kept(report: Report) -> bool:
    """Whether a report is a result that was kept: one may look at it again."""
    return report.command == "quiz" and any(action.id == "history" for action in report.actions)


def items_of(report: Report, library: Catalogue, say: Say, own: Own = NOTHING, kept_on: str = "") -> list[Item]:
    """All that one may do on the page of a report, each command once; what is on the list is not put there again.

    `kept_on` is the date of a result of a questionnaire that is kept; empty where it is not.
    """
    about, careers = career_of(report), careers_in(report)
    actions = (action for action in report.actions if action.id not in ASKED)
    if isinstance(report, MapReport):
        return _on_map(report)
    if isinstance(report, HistoryReport):
        actions = (action for action in actions if action.id != "again")  # it is the first of them
    items = [*_things(report, about, library, say), *map(_from_action, actions)]
    if isinstance(report, ShowReport | OccupationReport):
        items.append(Item("w", say("all of it, to read through"), ("show", about)))
    elif about:
        items.insert(0, Item("", say("all about it"), show(about)))
    if about:
        items += [_reasons(kept_on, say)] if kept_on and not getattr(report, "explain", False) else []
        items += of_career(about, say, own)
    elif report.command == "mine":
        items += of_list(say) if careers else ()
    elif report.command == "quiz" and careers:
        all_kept = {id_ for id_, _ in careers} <= set(own.kept)
        numbered, lettered = ([item for item in items if bool(item.key) == lettered] for lettered in (False, True))
        shown_on, within = "" if _tells_all(report) else kept_on, _within(report, own)
        of_all = of_result(say, all_kept=all_kept, kept=shown_on, hidden_last=own.hidden_last, within=within)
        items = [*numbered, *of_all, *_in_group(lettered, say("More"))]
    elif isinstance(report, ConfigReport):
        items = [*of_settings(report.data.settings, say, own), *items]
    elif report.command == "compare":
        items += of_comparison([id_ for id_, _ in careers], say)
    if len(careers) > 1 and report.command not in ("compare", "list"):
        items.append(_compare([id_ for id_, _ in careers], say))
    kept = {("keep", id_) for id_ in own.kept}
    return _once(item for item in items if item.command not in kept)


def show(id_: str) -> tuple[str, ...]:
    """The command of a career's page: one screen; the whole has a letter."""
    return ("show", id_, "--brief")


def _tells_all(report: Report) -> bool:
    """Whether a list has all reasons already, or is what another answer makes of one."""
    return bool(getattr(report, "explain", False) or getattr(getattr(report, "data", None), "what_if", None))


def _within(report: Report, own: Own) -> tuple[str, ...] | None:
    """The limits of the latest list, and what is counted as studied, as options of its command; None of an older one.

    Other answers and limits are those to the latest answers.
    """
    if (kept := getattr(report, "kept", "")) and kept not in own.latest:
        return None
    data = getattr(report, "data", None)
    limits = [word for limit in getattr(data, "limits", ()) for word in ("--limit", limit.id)]
    have = getattr(data, "have", "")
    return (*limits, *(("--have", have) if have else ()))


def _things(report: Report, about: str, library: Catalogue, say: Say) -> list[Item]:
    """What stands on a page: sections of a career, neighbours of an occupation, the careers of a list."""
    if isinstance(report, HistoryReport):
        from careercli.pages.quiz_history import when  # a page has brought it already

        dates = [result.date for result in report.data.results]
        return [Item("", say("that of {date}", date=when(date, say)), ("quiz", "--history", date)) for date in dates]
    if isinstance(report, ShowReport):
        names = {section.id: section.title for section in library.get_role(about, say.lang).sections}
        return _sections(about, names)
    if isinstance(report, OccupationReport):
        titles = sheet_titles(say)
        names = {id_: titles[id_] for id_ in report.contents}
        related = [(career.id, career.name) for career in report.occupation.related]
        near = [Item("", say("near it: {name}", name=name), show(id_)) for id_, name in related]
        return [*_sections(about, names), *near]
    said = {row.id: getattr(row, "summary", "") or getattr(row, "focus", "") for row in rows_of(report)}
    return [Item("", name, show(id_), about=said.get(id_, "")) for id_, name in careers_in(report) if id_ != about]


def _sections(about: str, names: dict[str, str]) -> list[Item]:
    """Each by its number: the first ones by the digit that their titles have."""
    return [
        Item("", title if number <= DIGITS else f"{title} ({number})", ("show", about, "--section", id_))
        for number, (id_, title) in enumerate(names.items(), 1)
    ]


def _on_map(report: MapReport) -> list[Item]:
    """The areas by the numbers of their boxes, and the list of all."""
    areas = {area.id for area in report.areas}
    opened = [action for action in report.actions if action.id.partition("-")[2] in areas]
    boxes = [_from_action(action)._replace(key=str(n)) for n, action in enumerate(opened[: report.numbered], 1)]
    return [*boxes, *(_from_action(action) for action in report.actions if action not in opened)]


def _from_action(action: Action) -> Item:
    command = action.command
    if command[0] == "show" and len(command) == 2 and action.id != "whole":
        command = show(command[1])
    return Item(LETTERS.get(action.id, ""), action.label, command, stays=command[0] == "keep")


def _in_group(items: Sequence[Item], group: str) -> list[Item]:
    """Items in a group of keys, called there as within a sentence."""
    return [item._replace(group=group, short=_short(item.label)) for item in items]


def _short(label: str) -> str:
    """A label up to its first comma, as within a sentence."""
    return within_sentence(label).partition(",")[0]


def _reasons(kept_on: str, say: Say) -> Item:
    """How a verdict comes about."""
    return Item("w", say("how it comes about"), ("quiz", "--history", kept_on, "--explain"))


def _compare(ids: Sequence[str], say: Say) -> Item:
    first = ids[:3]
    return Item("c", say("compare the first {n}", n=len(first)), ("compare", *first))


def _once(items: Iterable[Item]) -> list[Item]:
    """Each command once, and each letter: what comes first stays."""
    kept: dict[tuple[tuple[str, ...], tuple[Ask, ...]], Item] = {}
    letters: set[str] = set()
    for item in items:
        if item.key in letters:
            continue
        if kept.setdefault((item.command, item.asks), item) is item and item.key:
            letters.add(item.key)
    return list(kept.values())
