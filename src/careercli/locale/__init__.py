"""The program's own words in each language, and how each writes numbers, money and dates.

English words stand in the code. Another language is a folder beside this file with a gettext catalogue: its words, and
under a context (`msgctxt`) its conventions, such as the decimal point.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from careercli.core.text.dates import is_old
from careercli.core.text.languages import SOURCE, Lang
from careercli.errors import Message

NARROW = "\u202f"
NO_BREAK = "\u00a0"
#: Where the folders of languages are.
FOLDER = Path(__file__).parent
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}


@cache
def languages() -> tuple[Lang, ...]:
    """The languages that the program speaks, English first."""
    return (SOURCE, *sorted(path.parent.name for path in FOLDER.glob("*/LC_MESSAGES")))


class _Translations(Protocol):
    def gettext(self, message: str) -> str: ...
    def pgettext(self, context: str, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...


@cache
def _translations(lang: Lang) -> _Translations:
    import gettext  # 7 ms, and English needs none

    return gettext.translation("careers", FOLDER, [lang], fallback=True)


MONTHS = (
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
)


class Say:
    """Says things in one language. `say("Pay")` translates; `say("{n} careers", n=9)` also fills in.

    `labels` are names that the data has in each language; `today` is the date, `2025-05-15`, that ages are told by.
    """

    def __init__(
        self, lang: Lang, labels: "Callable[[str, Lang], dict[str, str]] | None" = None, today: str = ""
    ) -> None:
        self.lang: Lang = lang
        self.today = today
        self._labels = labels
        self._names: dict[str, dict[str, str]] = {}

    def label(self, kind: str, id_: str) -> str:
        """The name that the data has for a thing of a kind in this language; its id where it has none."""
        if kind not in self._names:
            self._names[kind] = self._labels(kind, self.lang) if self._labels else {}
        return self._names[kind].get(id_, id_)

    def country_name(self, code: str, *, short: bool = False) -> str:
        """A country in this language, as the data names it; the code where it has no name."""
        return self.label("country-short" if short else "country", code)

    def convention(self, context: str, english: str) -> str:
        """How the language writes something that English writes so."""
        return english if self.lang == SOURCE else _translations(self.lang).pgettext(context, english)

    def the_country(self, code: str) -> str:
        """A country within a sentence, with its article: the United States, la France."""
        return self.label("country-the", code)

    @property
    def language(self) -> str:
        """The language's own name."""
        return self.convention("language", "English")

    @property
    def country(self) -> str:
        """The country whose figures its readers want first."""
        return self.convention("country", "US")

    @property
    def tells_levels(self) -> bool:
        """Whether its readers call their studies by the level of the diploma, and not by the years."""
        return self.convention("studies", "years") == "levels"

    @property
    def colon(self) -> str:
        """What stands between a label and its text."""
        return self.convention("colon", ": ")

    @property
    def semicolon(self) -> str:
        """What stands between half-sentences."""
        return self.convention("semicolon", "; ")

    def __call__(self, message: str, /, **values: Any) -> str:
        if self.lang != SOURCE and message:
            message = _translations(self.lang).gettext(message)
        return message.format(**self._filled(values)) if values else message

    def _filled(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: self._worded(value) for name, value in values.items()}

    def _worded(self, value: Any) -> Any:
        """A message in this language, several with commas between; another value as it is."""
        if isinstance(value, Message):
            return self.of(value)
        if isinstance(value, tuple):
            return ", ".join(map(self.of, value))
        return value

    def of(self, message: Message) -> str:
        """A message in this language."""
        return self(message.text, **message.values)

    def count(self, one: str, many: str, n: int, /, **values: Any) -> str:
        """A sentence with a count, in the singular or the plural that the language asks for."""
        if self.lang != SOURCE:
            return _translations(self.lang).ngettext(one, many, n).format(n=self.number(n), **self._filled(values))
        return (one if n == 1 else many).format(n=self.number(n), **self._filled(values))

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as the language writes it: 140,300.5 or 140 300,5."""
        shown = round(value, decimals) or 0  # no minus before a zero
        whole, _, fraction = f"{shown:,.{decimals}f}".partition(".")
        whole = whole.replace(",", self.convention("thousands separator", ",")).replace("-", "−")
        return whole + self.convention("decimal point", ".") + fraction if fraction else whole

    def money(self, value: float, currency: str) -> str:
        """An amount: $140,300 or 140 300 $; currencies without a sign of their own by their code."""
        decimals = 0 if value == int(value) or value >= 1000 else 2
        number = self.number(value, decimals)
        if currency in _SYMBOLS:
            return self.convention("money", "{sign}{number}").format(sign=_SYMBOLS[currency], number=number)
        return self.convention("money by code", "{code}\u00a0{number}").format(code=currency, number=number)

    def sign(self, currency: str) -> str:
        """The sign of a currency, or its code where it has none of its own."""
        return _SYMBOLS.get(currency, currency)

    def percent(self, value: float, decimals: int = 1) -> str:
        """A change in percent with its sign: +4.9% or +4,9 %."""
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return sign + self.convention("percent", "{number}%").format(number=self.number(abs(value), decimals))

    def share(self, value: float, decimals: int = 0) -> str:
        """A share from 0 to 1 as a percentage: 42% or 42 %."""
        return self.convention("percent", "{number}%").format(number=self.number(value * 100, decimals))

    def date(self, value: str) -> str:
        """A date of year, year-month or full: `2025-05` gives May 2025 or mai 2025; `2017/2019` from when to when."""
        if "/" in value:
            say, (start, end) = self, map(self.date, value.split("/"))
            return say("{start} to {end}", start=start, end=end)
        year, month, day = [*value.split("-"), "", ""][:3]
        if not month:
            return year
        name = self.convention("month", MONTHS[int(month) - 1])
        if not day:
            return f"{name} {year}"
        form = self.convention("date", "{month}\u00a0{day}, {year}")
        if int(day) == 1:
            form = self.convention("first of the month", "{month}\u00a0{day}, {year}")
        return form.format(day=int(day), month=name, year=year)

    def is_old(self, value: str) -> bool:
        """Whether a date of year, year-month or full is long ago; nothing is where it is not said what day it is."""
        return is_old(value, self.today)

    def clock(self, value: str) -> str:
        """A time of day, `HH:MM`: 9:00 am or 9 h 00."""
        hours, minutes = int(value[:2]), value[3:]
        half = "am" if hours < 12 else "pm"
        form = self.convention("time of day", "{hour}:{minutes}\u00a0{half}")
        return form.format(hour=(hours - 1) % 12 + 1, hours=hours, minutes=minutes, half=half)

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
        return self.convention("quotation", "“{text}”").format(text=text)
