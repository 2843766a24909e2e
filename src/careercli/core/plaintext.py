"""Makes text harmless and, where a stream cannot hold a character, plainer."""

import re
import unicodedata

#: Control characters, and those that reorder text, which a terminal would obey. A line break stays.
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_PLAINER = {
    "★": "*",
    "☆": ".",
    "€": "EUR",
    "£": "GBP",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "–": "-",
    "—": "-",
    "−": "-",
    "•": "-",
    "·": "-",
    "→": "->",
    "×": "x",
    "≥": ">=",
    "≤": "<=",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ß": "ss",
    "✓": "+",
    "✗": "-",
    "…": "...",
    "█": "#",
    "▌": "=",
    "─": "-",
    "━": "=",
    "│": "|",
    "┃": "|",
    "├": "|",
    "┤": "|",
    "⟨": "<",
    "⟩": ">",
    "⟦": "[",
    "⟧": "]",
    "◆": "+",
    "±": "+/-",
    "°": " deg",
}


def make_harmless(text: str) -> str:
    r"""Text without anything that a terminal obeys: ESC becomes `\x1b`, an override `\u202e`."""
    if not _OBEYED.search(text):
        return text
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode(), text.replace("\t", " "))


def fits(text: str, encoding: str) -> bool:
    """Whether an encoding holds all characters of a text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def make_plainer(text: str, encoding: str) -> str:
    """Text that an encoding can hold: é stays or becomes e, € EUR, a star `*`; what has no like becomes `?`."""
    if fits(text, encoding):
        return text
    found = []
    for character in text:
        if fits(character, encoding):
            found.append(character)
        elif character in _PLAINER:
            found.append(_PLAINER[character])
        else:
            base = "".join(c for c in unicodedata.normalize("NFKD", character) if fits(c, encoding))
            found.append(base or "?")
    return "".join(found)
