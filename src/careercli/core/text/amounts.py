"""Numbers and amounts as people type them: 80k, 1 900, 2500,50, $83,000, 40/h, 1 900 € net par mois."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from careercli.core.text.ids import fold

#: Signs that stand for a unit in every language.
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "%": "%"}
PERIODS = ("hour", "month", "year")
#: Characters of a text that may be an amount.
MAX_LENGTH = 100
_NUMBER = re.compile(r"[-−]?\s?[0-9][0-9.,\s_'’]*")
_PLAIN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
#: Groups of three after a sign or a space are thousands in all languages: 60,000, 60.000 and 60 000.
_THOUSANDS = re.compile(r"(?<=\d)[.,\s_'’](?=\d{3}(?!\d))")
_WORD = re.compile(r"[$€£%]|[^\W\d_]+|[^\s/.'’]")
_CURRENCY = re.compile("[a-z]{3}", re.IGNORECASE)


class Amount(NamedTuple):
    """A number and what is written beside it: the units that are known, and the words that are not."""

    number: float
    units: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is a number alone."""
        return not self.units and not self.unknown

    @property
    def currencies(self) -> tuple[str, ...]:
        """The codes of currencies among the units, each once."""
        return tuple(dict.fromkeys(unit for unit in self.units if is_currency(unit)))

    @property
    def period(self) -> str:
        """Hour, month or year, the shortest that is named; empty where none is."""
        return next((period for period in PERIODS if period in self.units), "")

    @property
    def tax(self) -> str:
        """Net or gross; empty where neither is named."""
        return next((tax for tax in ("net", "gross") if tax in self.units), "")


def is_currency(unit: str) -> bool:
    """Whether a unit is the code of a currency."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def read_amount(text: str, units: Mapping[str, str]) -> Amount | None:
    """The amount that a text is; None where it holds no number. `units` are those of folded words, empty for fillers.

    Three letters that are no word of ours are taken for the code of a currency.
    """
    found = _NUMBER.search(text) if len(text) <= MAX_LENGTH else None
    if not found:
        return None
    number = _THOUSANDS.sub("", found[0].replace("−", "-").replace("- ", "-").strip())
    if not _PLAIN.fullmatch(number):
        return None
    before, after = text[: found.start()], text[found.end() :]
    thousands, after = _take_thousands(after)
    known, unknown = [], []
    for word in (*_WORD.findall(before), *_WORD.findall(after)):
        unit = SIGNS.get(word) or units.get(fold(word))
        if unit is None and _CURRENCY.fullmatch(word):
            unit = word.upper()
        if unit is None:
            unknown.append(word)
        elif unit:
            known.append(unit)
    spoken = [unit for unit in known if unit in PERIODS]
    if len(spoken) > len(set(spoken)) or {"hour", "month"} <= set(spoken):  # “an” is a year too, and goes with any
        unknown += spoken[1:]
    value = float(number.replace(",", ".")) * thousands
    return Amount(value, tuple(known), tuple(unknown))


def _take_thousands(after: str) -> tuple[int, str]:
    """A thousand where `k` follows a number, and the rest; what begins the code of a currency, as in 3KRW, is none."""
    run = re.match(r"[^\W\d_]*", after)
    letters = run[0] if run else ""
    if letters[:1].casefold() == "k" and len(letters) != 3:
        return 1000, after[1:]
    return 1, after
