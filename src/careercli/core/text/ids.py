"""Names and ids: folding, so that spelling is forgiven, and near misses."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"(?:[^\w+#]|_)+")
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})

#: Names that Windows keeps for devices, with any ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")


def is_reserved(id_: str) -> bool:
    """Whether a folder cannot be called so on some system."""
    return bool(_DEVICES.match(id_))


def fold(text: str) -> str:
    """A name without case, accents, hyphens or double spaces: "Ingénieur-IA" gives "ingenieur ia".

    `+` and `#` stay, for C++ and C#.
    """
    plain = text.casefold()
    if plain.isascii():
        if plain.replace(" ", "").isalnum():  # most names: twice as fast as the pattern
            return " ".join(plain.split())
    else:
        plain = unicodedata.normalize("NFKD", plain.translate(_LIGATURES))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return _NOT_WORD.sub(" ", plain).strip()


def is_code(text: str) -> bool:
    """Whether a text is the code of an occupation, such as 15-2051.00."""
    return _CODE.fullmatch(text) is not None


def make_slug(text: str) -> str:
    """The id that a name gives: "Ingénieur IA" gives "ingenieur-ia". Empty where nothing can be used."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def find_near(name: str, known: dict[str, str], limit: int = 3) -> list[str]:
    """The values of `known` (folded name: value) whose names are nearest to `name`, best first, each once."""
    return list(dict.fromkeys(known[key] for _, key in score_near(name, known)))[:limit]


def score_near(name: str, known: Iterable[str]) -> list[tuple[float, str]]:
    """The folded names that are like `name`, best first, and how like they are: 0.6 to 1."""
    from difflib import SequenceMatcher  # 3 ms, and only where a name was missed

    wanted = fold(name)
    words = set(wanted.split())
    scored: list[tuple[float, str]] = []
    matcher = SequenceMatcher(b=wanted)
    for key in known:
        matcher.set_seq1(key)
        score = matcher.ratio() if matcher.quick_ratio() > 0.5 else 0.0
        if words and words <= set(key.split()):
            score = max(score, 0.75)
        if score >= 0.6:
            scored.append((score, key))
    return sorted(scored, key=lambda found: (-found[0], found[1]))
