"""What one may do on the page of a report: its careers and its actions, as items of a menu."""

from collections.abc import Iterable, Sequence
from typing import Any

from careercli.core.careers.model import MADE_SECTIONS
from careercli.core.careers.reports import Action, OccupationReport, Report, ShowReport
from careercli.explorer.menu import Ask, Item, of_career
from careercli.library.catalogue import Catalogue
from careercli.locale import Say

#: Actions that have a letter of their own; the others have digits.
LETTERS = {
    "compare": "c",
    "quiz": "f",
    "resume": "g",
    "restart": "a",
    "longer": "l",
    "history": "h",
    "diff": "d",
    "list": "o",
}
#: Where the careers of a report stand in it.
_CAREERS = ("cards", "hits", "matches", "careers", "sheets", "nearest")


def title_of(report: Report, label: str) -> str:
    """What a page is called on the way to it."""
    if isinstance(report, ShowReport):
        return report.role.sections[0].title if report.partial and report.role.sections else report.role.name
    if isinstance(report, OccupationReport):
        return report.occupation.name
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
    about = getattr(getattr(report, "data", None), "id", "")
    return about if isinstance(about, str) else ""


def careers_in(report: Report) -> list[tuple[str, str]]:
    """The careers that a page lists: ids and names, each once."""
    found: dict[str, str] = {}
    for holder in (report, getattr(report, "data", None)):
        for name in _CAREERS:
            for career in _sequence(getattr(holder, name, ())):
                if hasattr(career, "id") and hasattr(career, "name"):
                    found.setdefault(career.id, career.name)
    return list(found.items())


def _sequence(value: Any) -> Sequence[Any]:
    return value if isinstance(value, tuple | list) else ()


def items_of(report: Report, library: Catalogue, say: Say) -> list[Item]:
    """All that one may do on the page of a report, each command once."""
    about = career_of(report)
    items = [*_things(report, about, library, say), *map(_from_action, report.actions)]
    if isinstance(report, ShowReport | OccupationReport) and (report.brief or getattr(report, "partial", False)):
        items.append(Item("w", say("all of it, to read through"), ("show", about)))
    if about:
        items += of_career(about, say)
        if not isinstance(report, ShowReport | OccupationReport):
            items.insert(0, Item("", say("all about it"), show(about)))
    careers = careers_in(report)
    if len(careers) > 1 and report.command not in ("compare", "list"):
        items.append(_compare([id_ for id_, _ in careers], say))
    if report.command == "quiz" and not about:
        limited = Item("i", say("only what keeps a limit"), ("quiz", "--resume", "--limit"), ask=Ask.TEXT)
        items.append(limited._replace(question=say("What must it keep? Such as pay>=60000 or years<=3.")))
    return _once(items)


def show(id_: str) -> tuple[str, ...]:
    """The command of a career's page: one screen; the whole has a letter."""
    return ("show", id_, "--brief")


def _things(report: Report, about: str, library: Catalogue, say: Say) -> list[Item]:
    """What stands on a page: sections of a guide, neighbours of an occupation, the careers of a list."""
    if isinstance(report, ShowReport):
        sections = library.get_role(about, say.lang).sections
        shown = {section.id for section in report.role.sections} if report.partial else set()
        return [
            Item("", section.title, ("show", about, "--section", section.id))
            for section in sections
            if section.id not in shown and section.id not in MADE_SECTIONS
        ]
    if isinstance(report, OccupationReport):
        related = [(one.id, one.name) for one in report.occupation.related]
        return [Item("", say("near it: {name}", name=name), show(id_)) for id_, name in related]
    return [Item("", name, show(id_)) for id_, name in careers_in(report) if id_ != about]


def _from_action(action: Action) -> Item:
    command = action.command
    if command[0] == "show" and len(command) == 2:
        command = show(command[1])
    return Item(LETTERS.get(action.id, ""), action.label, command)


def _compare(ids: Sequence[str], say: Say) -> Item:
    first = ids[:3]
    return Item("c", say("compare the first {n}", n=len(first)), ("compare", *first))


def _once(items: Iterable[Item]) -> list[Item]:
    """Each command once, and each letter: what comes first stays."""
    kept: dict[object, Item] = {}
    letters: set[str] = set()
    for item in items:
        if item.key and item.key in letters:
            continue
        if kept.setdefault((item.command, item.ask), item) is item and item.key:
            letters.add(item.key)
    return list(kept.values())
