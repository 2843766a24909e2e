"""Whom a figure counts, where that is not the career itself: a mark where there is no room, and its title in words."""

from collections.abc import Iterable, Sequence

from careercli.core.careers.model import Group
from careercli.locale import NO_BREAK, Say

MARK = "≈"
_NOTHING = ("", "–")


def marked(figure: str, of: Group | None) -> str:
    """A figure, marked where it counts another group than the career."""
    return figure if of is None or of.own or figure in _NOTHING else f"{MARK}{NO_BREAK}{figure}"


def titled(of: Group, say: Say) -> str:
    """“Writers and Authors” (27-3043)."""
    return f"{say.quoted(of.title)} ({of.code})"


def counted(figures: Sequence[tuple[str, Group | None]], say: Say) -> list[str]:
    """Sentences with figures, and whom those count where that is not the occupation itself: once where it is all."""
    groups = [None if of is None or of.own else of for _, of in figures]
    if groups and groups[0] and groups.count(groups[0]) == len(groups):
        first = say(
            "All of this counts a larger group, {group}, of which this is a part.", group=titled(groups[0], say)
        )
        return [first, *(text for text, _ in figures)]
    said = "That counts a larger group, {group}, of which this is a part."
    return [
        f"{text} {say(said, group=titled(of, say))}" if of else text
        for (text, _), of in zip(figures, groups, strict=True)
    ]


def legend(counts: Iterable[tuple[str, Group]], say: Say) -> str:
    """What the mark means, career by career; empty where no figure is marked."""
    groups: dict[str, dict[str, Group]] = {}
    for name, of in counts:
        if not of.own:
            groups.setdefault(name, {})[of.code] = of
    if not groups:
        return ""
    lines = [
        f"{name}{say.colon}{say.joined([titled(of, say) for of in of_career.values()])}"
        for name, of_career in groups.items()
    ]
    first = say("{mark} marks a figure that is not of the career alone.", mark=MARK)
    return f"{first} {say.semicolon.join(lines)}."
