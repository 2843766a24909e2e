"""Makes text harmless and, where a stream cannot hold a character, plainer."""

import re
import unicodedata

#: Control characters and what else a terminal may obey or hide: marks that reorder text, separators of lines, tags,
#: characters without a width, and halves of characters, which stand for bytes that are no text. A line break stays.
OBEYED = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_OBEYED = f"[{OBEYED}]"
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
    "›": ">",
    "‹": "<",
    "█": "#",
    "▌": "=",
    "▏": "-",
    "▎": "-",
    "▍": "-",
    "▋": "=",
    "▊": "=",
    "▉": "#",
    "╸": "-",
    "╾": "-",
    "╼": "-",
    "▸": ">",
    "◂": "<",
    "●": "*",
    "─": "-",
    "┈": ".",
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
    "≈": "~",
    "°": " deg",
}


def make_harmless(text: str) -> str:
    r"""Text without anything that a terminal obeys: ESC becomes `\x1b`, an override `\u202e`."""
    if not re.search(_OBEYED, text):
        return text
    return re.sub(_OBEYED, lambda found: found[0].encode("unicode_escape").decode(), text.replace("\t", " "))


def measure(text: str) -> int:
    """The columns that a text takes where letters have one width: two for a wide character, none for an accent."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in text)


def capitalized(text: str) -> str:
    """A text as it begins a sentence; the rest of it stays as it is."""
    return text[:1].upper() + text[1:]


def within_sentence(text: str) -> str:
    """A text as it stands within a sentence; one that begins with an abbreviation stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


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


def wrap_told(text: str, width: int) -> str:
    """A text in lines of some width, each part as far in as its line; a command in it that fits on one stays whole."""
    import textwrap

    def hold(command: re.Match[str]) -> str:
        return command[0].replace(" ", "\x1f") if len(command[0]) <= width else command[0]

    held = re.sub(r"`[^`\n]+`", hold, text)

    def broken(line: str) -> list[str]:
        inside = " " * (len(line) - len(line.lstrip(" ")))
        return textwrap.wrap(line, width, break_on_hyphens=False, subsequent_indent=inside) or [""]

    lines = map(broken, held.split("\n"))
    return "\n".join(part for parts in lines for part in parts).replace("\x1f", " ")


def after_name(name: str, text: str, colon: str, of: str = "") -> str:
    """A name and what is said of it: after a colon, unless the name ends as a sentence does; `of`: it without marks."""
    if not (name and text):
        return name or text
    return f"{name} {text}" if (of or name).endswith(("?", "!", "…", ".")) else f"{name}{colon}{text}"
