"""The phrase of a text that says most of what was looked for."""

import re

#: What stands around a word that was looked for, and where something is cut off.
MARKS, CUT = ("⟦", "⟧"), "⟨⟩"
#: Letters of a phrase beyond which it is cut at words; letters before the first word that was looked for, then; words
#: of a phrase that is more than a title.
MOST, BEFORE, FEW = 180, 40, 5
_MARKED = re.compile("⟦([^⟧]*)⟧")
_END = re.compile(r"([.!?…](?:[”»)]|\s»)?)\s+(?=[\w“«(⟦])")


def find_phrase(marked: str) -> str:
    """The whole phrase with most of the marked words, the first of those; of a long one the part around them."""
    lines = marked.splitlines()
    lines = [line for line in lines if MARKS[0] in line] or lines  # no other can be the one
    phrases = [part.strip() for line in lines for part in _END.sub(r"\1\n", line).split("\n") if part.strip()]

    def worth(phrase: str) -> tuple[int, bool, bool]:
        words = {word.casefold() for word in _MARKED.findall(phrase)}
        return len(words), len(phrase.split()) >= FEW, len(phrase) <= MOST

    best = max(phrases, key=worth, default="")
    return best if len(best) <= MOST else _cut(best)


def _cut(phrase: str) -> str:
    """A long phrase from a few words before the first marked one on, cut at words."""
    first = max(phrase.find(MARKS[0]) - BEFORE, 0)
    start = phrase.rfind(" ", 0, first + 1) + 1 if first else 0
    end = phrase.rfind(" ", 0, start + MOST) if start + MOST < len(phrase) else len(phrase)
    return (CUT if start else "") + phrase[start:end] + (CUT if end < len(phrase) else "")
