"""Names and ids: folding, so that spelling is forgiven, and near misses."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})

#: Names that Windows keeps for devices, with any ending.
_DEVICES = r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z"


def is_reserved(id_: str) -> bool:
    """Whether a folder cannot be called so on some system."""
    return bool(re.match(_DEVICES, id_))


class _Folded(dict[int, str]):
    """What each character becomes, found where it is first seen: a letter or digit, `+`, `#`, or a space."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code).casefold().translate(_LIGATURES))
        plain = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
        self[code] = "".join(letter if letter.isalnum() or letter in "+#" else " " for letter in plain)
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """A name without case, accents, hyphens or double spaces: "Ingénieur-IA" gives "ingenieur ia".

    `+` and `#` stay, for C++ and C#.
    """
    plain = text.casefold() if text.isascii() else ""
    if plain.replace(" ", "").isalnum():  # most names: a little faster than the table
        return " ".join(plain.split())
    return " ".join(text.translate(_FOLDED).split())


def is_code(text: str) -> bool:
    """Whether a text is the code of an occupation, such as 15-2051.00."""
    return _CODE.fullmatch(text) is not None


def make_slug(text: str) -> str:
    """The id that a name gives: "Ingénieur IA" gives "ingenieur-ia". Empty where nothing can be used."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


#: How like a name must be to be thought of, from 0 to 1; and one that begins otherwise.
LIKE, LIKE_OTHERWISE = 0.66, 0.8


def find_near(name: str, known: Mapping[str, T], limit: int = 3) -> list[T]:
    """The values of `known` (folded name: value) whose names are nearest to `name`, best first, each once."""
    near = [known[key] for _, key in score_near(name, known)]
    return [value for place, value in enumerate(near) if value not in near[:place]][:limit]


def score_near(name: str, known: Iterable[str]) -> list[tuple[float, str]]:
    """The folded names that are like `name`, best first, and how like they are: from LIKE to 1."""
    from difflib import SequenceMatcher  # 3 ms, and only where a name was missed

    wanted = fold(name)
    words = set(wanted.split())
    scored: list[tuple[float, str]] = []
    matcher = SequenceMatcher(b=wanted)
    for key in known:
        matcher.set_seq1(key)
        least = LIKE if key[:1] == wanted[:1] else LIKE_OTHERWISE
        likely = matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least
        score = matcher.ratio() if likely else 0.0
        if words and words <= set(key.split()):
            score = max(score, least)
        if score >= least:
            scored.append((score, key))
    return sorted(scored, key=lambda found: (-found[0], found[1]))
