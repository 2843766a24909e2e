"""Names of trades in both genders, where there is room for one form and the ending of the other."""

from itertools import takewhile

#: Letters at the end of a word that its other form may change.
CHANGED = 4


def shorten_forms(name: str, either: str, ending: str) -> str:
    """A name with the endings of its second forms: « acheteur ou acheteuse d’art » gives « acheteur/se d’art ».

    `either` is the word between two forms, `ending` how a second one ends. What stands on both sides of another such
    word stays as it is, and so does a name without any.
    """
    words = name.split(" ")
    at = 0
    while either in words[at:]:
        at = words.index(either, at)
        count = next((n for n in range(at, 0, -1) if _joined(words, at, n, ending)), 0)
        if count:
            words[at - count : at + count + 1] = _joined(words, at, count, ending)
            at -= count
        at += 1
    return " ".join(words)


def _joined(words: list[str], at: int, count: int, ending: str) -> list[str]:
    """So many words before that at a place, with the endings of their other forms; none if they have no such."""
    first, second = words[at - count : at], words[at + 1 : at + count + 1]
    joined = [_join(*pair, ending) for pair in zip(first, second, strict=False)]
    return joined if len(second) == count and all(joined) and joined != first else []


def _join(first: str, second: str, ending: str) -> str:
    """A word with the endings of its other form, part by part; empty where they are not two forms of one."""
    parts, others = first.split("-"), second.split("-")
    joined = [_join_part(*pair, ending) for pair in zip(parts, others, strict=False)]
    return "-".join(joined) if len(parts) == len(others) and all(joined) else ""


def _join_part(first: str, second: str, ending: str) -> str:
    if first.casefold() == second.casefold():
        return first
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first.casefold(), second.casefold(), strict=False))
    shared = len(list(alike))
    is_second = second.rstrip(",").endswith((ending, f"{ending}s"))
    is_form = len(first) - CHANGED <= shared < len(second) and shared > CHANGED // 2 and is_second
    return f"{first}/{second[shared:]}" if is_form else ""
