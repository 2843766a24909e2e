"""Names of trades in both genders, where there is room for one form and the ending of the other."""

from itertools import takewhile

#: Letters at the end of a word that its other form may change.
CHANGED = 4
#: How the second form ends.
FEMININE = ("e", "es", "e,")
_OR = "ou"


def shorten_doublets(name: str) -> str:
    """A French name with the endings of its second forms: « acheteur ou acheteuse d’art » gives « acheteur/se d’art ».

    What stands on both sides of another "ou" stays as it is, and so does a name without any.
    """
    words = name.split(" ")
    at = 0
    while _OR in words[at:]:
        at = words.index(_OR, at)
        count = next((n for n in range(at, 0, -1) if _joined(words, at, n)), 0)
        if count:
            words[at - count : at + count + 1] = _joined(words, at, count)
            at -= count
        at += 1
    return " ".join(words)


def _joined(words: list[str], at: int, count: int) -> list[str]:
    """So many words before the "ou" at a place, with the endings of their other forms; none if they have no such."""
    first, second = words[at - count : at], words[at + 1 : at + count + 1]
    joined = [_join(*pair) for pair in zip(first, second, strict=False)]
    return joined if len(second) == count and all(joined) and joined != first else []


def _join(first: str, second: str) -> str:
    """A word with the endings of its other form, part by part; empty where they are not two forms of one."""
    parts, others = first.split("-"), second.split("-")
    joined = [_join_part(*pair) for pair in zip(parts, others, strict=False)]
    return "-".join(joined) if len(parts) == len(others) and all(joined) else ""


def _join_part(first: str, second: str) -> str:
    if first.casefold() == second.casefold():
        return first
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first.casefold(), second.casefold(), strict=False))
    shared = len(list(alike))
    is_form = len(first) - CHANGED <= shared < len(second) and shared > CHANGED // 2 and second.endswith(FEMININE)
    return f"{first}/{second[shared:]}" if is_form else ""
