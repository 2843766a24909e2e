"""Whom a figure counts, where that is not the career itself: its title, beside the figure or under its mark."""

from collections.abc import Mapping, Sequence

from careercli.core.careers.model import Group
from careercli.locale import Say
from careercli.locale.words import MARK


def titled(of: Group, say: Say) -> str:
    """“Writers and Authors” (27-3043)."""
    return f"{say.quoted(of.title)} ({of.code})"


def said_of(of: Group | None, say: Say) -> str:
    """A sentence, after a space, on whom what is said before it is of, where that is not the occupation itself."""
    return "" if of is None or of.own else " " + say("This is of a larger group, {group}.", group=titled(of, say))


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


def mark_legend(mark: str, say: Say) -> str:
    """What the mark means."""
    return say("{mark} marks a figure that is not of the career alone.", mark=mark)


def legend(groups: Mapping[str, Sequence[Group]], say: Say) -> str:
    """What the mark means, and whom the figures of each career count, by its name."""
    lines = [f"{name}{say.colon}{say.joined([titled(of, say) for of in counted])}" for name, counted in groups.items()]
    first = mark_legend(MARK, say)
    return f"{first} {say.semicolon.join(lines)}." if lines else first
