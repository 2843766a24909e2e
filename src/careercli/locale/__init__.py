"""The program's own words in two languages, and how each writes numbers, money and dates."""

from functools import cache
from pathlib import Path
from typing import Any, Protocol

from careercli.core.languages import Lang
from careercli.errors import Message

NARROW = "\u202f"
NO_BREAK = "\u00a0"
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}


class _Translations(Protocol):
    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...


@cache
def _translations(lang: Lang) -> _Translations:
    import gettext  # 7 ms, and English needs none

    return gettext.translation("careers", Path(__file__).parent, [lang], fallback=True)


class Say:
    """Says things in one language. `say("Pay")` translates; `say("{n} careers", n=9)` also fills in."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    @property
    def colon(self) -> str:
        """What stands between a label and its text."""
        return f"{NO_BREAK}: " if self.lang == "fr" else ": "

    @property
    def semicolon(self) -> str:
        """What stands between half-sentences."""
        return f"{NARROW}; " if self.lang == "fr" else "; "

    def __call__(self, message: str, /, **values: Any) -> str:
        if self.lang != "en" and message:
            message = _translations(self.lang).gettext(message)
        return message.format(**self._filled(values)) if values else message

    def _filled(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: self.of(value) if isinstance(value, Message) else value for name, value in values.items()}

    def of(self, message: Message) -> str:
        """A message in this language."""
        return self(message.text, **message.values)

    def count(self, one: str, many: str, n: int, /, **values: Any) -> str:
        """A sentence with a count, in the singular or the plural that the language asks for."""
        if self.lang != "en":
            return _translations(self.lang).ngettext(one, many, n).format(n=self.number(n), **self._filled(values))
        return (one if n == 1 else many).format(n=self.number(n), **self._filled(values))

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as the language writes it: 140,300.5 or 140 300,5."""
        text = f"{value:,.{decimals}f}"
        if self.lang == "fr":
            text = text.replace(",", NARROW).replace(".", ",")
        return text

    def money(self, value: float, currency: str) -> str:
        """An amount: $140,300 or 140 300 $; currencies without a sign of their own by their code."""
        decimals = 0 if value == int(value) or value >= 1000 else 2
        number = self.number(value, decimals)
        sign = _SYMBOLS.get(currency, currency)
        if self.lang == "fr":
            return f"{number}{NO_BREAK}{sign}"
        return f"{sign}{number}" if sign in _SYMBOLS.values() else f"{sign}{NO_BREAK}{number}"

    def percent(self, value: float) -> str:
        """A change in percent with its sign: +4.9% or +4,9 %."""
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return f"{sign}{self.number(abs(value), 1)}{NO_BREAK if self.lang == 'fr' else ''}%"

    def date(self, value: str) -> str:
        """A date of year, year-month or full: `2025-05` gives May 2025 or mai 2025."""
        year, month, day = [*value.split("-"), "", ""][:3]
        if not month:
            return year
        name = _MONTHS[self.lang][int(month) - 1]
        if not day:
            return f"{name} {year}"
        return f"{int(day)}{NO_BREAK}{name} {year}"

    def clock(self, value: str) -> str:
        """A time of day, `HH:MM`: 9:00 am or 9 h 00."""
        hours, minutes = int(value[:2]), value[3:]
        if self.lang == "fr":
            return f"{hours}{NO_BREAK}h{NO_BREAK}{minutes}"
        return f"{(hours - 1) % 12 + 1}:{minutes}{NO_BREAK}{'am' if hours < 12 else 'pm'}"

    def joined(self, items: list[str]) -> str:
        """A, B and C."""
        if len(items) < 2:
            return "".join(items)
        say = self  # by this name its words are collected for translation
        return say("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])

    def either(self, items: list[str]) -> str:
        """A, B or C."""
        if len(items) < 2:
            return "".join(items)
        say = self  # so that the text is collected
        return say("{first} or {last}", first=", ".join(items[:-1]), last=items[-1])

    def quoted(self, text: str) -> str:
        """Text in the quotation marks of the language."""
        return f"«{NO_BREAK}{text}{NO_BREAK}»" if self.lang == "fr" else f"“{text}”"
