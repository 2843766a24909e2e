"""Hard limits: what a person cannot do without. They take careers out, and are no part of any score."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from careercli.core.careers.measures import Measures
from careercli.core.text.ids import find_near
from careercli.errors import UsageError

if TYPE_CHECKING:
    from careercli.core.pay.distribution import AllEmployees

Operator = Literal[">=", "<="]
#: What can be limited, in which direction, in which units (the first is meant where none is written). Pay is in any
#: currency, without one in that of the figures that are shown.
LIMITS: dict[str, tuple[Operator, tuple[str, ...]]] = {
    "pay": (">=", ("",)),
    "years": ("<=", ("years",)),
    "zone": ("<=", ("",)),
    "growth": (">=", ("%",)),
    "remote": (">=", ("",)),
}
_UNITS = {
    "": "",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "%": "%",
    "year": "years",
    "years": "years",
    "an": "years",
    "ans": "years",
}
_REMOTE = {"": 1.0, "often": 1.0, "sometimes": 0.5}
_LIMIT = re.compile(r"([^\s<>=]*)\s*(<=|>=|<|>|=|)\s*(.*)")
_AMOUNT = re.compile(r"([$€£]?)\s*(-?[0-9][0-9.,\s_']*)(k?)\s*([^\d\s.,]*)")
#: Groups of three after a sign or a space are thousands in both languages: 60,000, 60.000 and 60 000.
_THOUSANDS = re.compile(r"(?<=\d)[.,\s_'](?=\d{3}(?!\d))")
_CURRENCY = re.compile("[a-z]{3}", re.IGNORECASE)
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_RANGES = {"pay": (0.0, 1e9), "years": (0.0, 40.0), "zone": (1.0, 5.0), "growth": (-100.0, 1000.0)}
#: Characters of a limit: it is kept with each result.
MAX_LENGTH = 100
_KNOWN = "pay>=60000, pay>=45000EUR, years<=3, zone<=4, growth>=0, remote"


class Limit(NamedTuple):
    """A bound on a measure of careers; `text` is how the user wrote it."""

    text: str
    criterion: str
    bound: float
    unit: str


class Removed(NamedTuple):
    """What a limit takes out: how many careers, of which `unknown` have no figure; `back` come back without it."""

    limit: Limit
    ids: tuple[str, ...]
    unknown: int
    back: int


def parse_limit(text: str) -> Limit:
    """The limit that a text means: `pay>=60000`, `pay>=45kEUR`, `years<=3`, `zone<=4`, `growth>=0`, `remote`.

    Raises UsageError, naming what can be limited and how.
    """
    text = " ".join(text.split())
    if len(text) > MAX_LENGTH:
        raise UsageError("a limit is longer than {most} characters", "Limits: {known}.", most=MAX_LENGTH, known=_KNOWN)
    found = _LIMIT.fullmatch(text.replace("≥", ">=").replace("≤", "<="))
    name = found[1].casefold() if found else ""
    if not found or name not in LIMITS:
        near = find_near(name, {id_: id_ for id_ in LIMITS}, 1)
        raise UsageError(
            "`--limit {text}` names nothing that can be limited",
            "did you mean `{near}`? Limits: {known}." if near else "Limits: {known}.",
            text=text,
            near=near[0] if near else "",
            known=_KNOWN,
        )
    operator, units = LIMITS[name]
    if name == "remote":
        word = found[3].casefold()
        if found[2] not in ("", "=") or word not in _REMOTE:
            raise UsageError("`--limit {text}` is not understood", "Write `remote` or `remote=sometimes`.", text=text)
        return Limit(text, name, _REMOTE[word], "")
    example = next(part for part in _KNOWN.split(", ") if part.startswith(name))
    amount = _AMOUNT.fullmatch(found[3])
    number = _THOUSANDS.sub("", amount[2].strip()) if amount else ""
    if not amount or not _NUMBER.fullmatch(number):
        raise UsageError("`--limit {text}` has no number", "Write it so: `{example}`.", text=text, example=example)
    if found[2] != operator:
        raise UsageError(
            "`--limit {text}`: {name} can only be {operator} a number",
            "Write it so: `{example}`.",
            text=text,
            name=name,
            operator=operator,
            example=example,
        )
    written = (amount[1] or amount[4]).casefold()
    unit = _UNITS.get(written, "?") or units[0]
    if name == "pay" and _CURRENCY.fullmatch(written):
        unit = written.upper()
    if not (unit in units or (name == "pay" and _CURRENCY.fullmatch(unit))) or (amount[1] and amount[4]):
        raise UsageError(
            "`--limit {text}`: the unit `{unit}` is not known",
            "Write it so: `{example}`.",
            text=text,
            unit=amount[1] + amount[4],
            example=example,
        )
    bound = float(number.replace(",", ".")) * (1000 if amount[3] else 1)
    low, high = _RANGES[name]
    if not low <= bound <= high:
        raise UsageError(
            "`--limit {text}`: {name} runs from {low} to {high}",
            "Write it so: `{example}`.",
            text=text,
            name=name,
            low=f"{low:.0f}",
            high=f"{high:.0f}",
            example=example,
        )
    return Limit(text, name, bound, unit)


def find_ranks(
    limits: Iterable[Limit],
    shown: str,
    countries: Mapping[str, str],
    everybody: "Callable[[str], AllEmployees | None]",
) -> dict[Limit, float]:
    """For each limit on pay in another currency than that of the country `shown`, its place among all employees.

    That is the share of the employees of the currency's own country who earn less, gross a year.
    `countries` are those of the currencies; `everybody` gives the pay of all employees of a country. Both are asked
    only where a limit names a currency. Raises UsageError for a currency that is not known.
    """
    named = [limit for limit in limits if limit.criterion == "pay" and limit.unit]
    if not named:
        return {}
    from careercli.core.pay.distribution import share_below  # brings statistics, 8 ms

    ranks: dict[Limit, float] = {}
    for limit in named:
        country = countries.get(limit.unit)
        employees = everybody(country) if country else None
        if employees is None:
            raise UsageError(
                "`--limit {text}`: the unit `{unit}` is not known",
                "Write it so: `{example}`.",
                text=limit.text,
                unit=limit.unit,
                example=_KNOWN.partition(",")[0],
            )
        if country != shown:
            ranks[limit] = share_below(employees, limit.bound, "year", "gross")
    return ranks


def apply_limits(
    careers: Sequence[Measures], limits: Iterable[Limit], pay_ranks: Mapping[Limit, float] | None = None
) -> tuple[tuple[Measures, ...], tuple[Removed, ...]]:
    """The careers that meet all limits, and what each limit takes out. What is not known meets no limit.

    A limit on pay in another currency than the figures' is compared by rank: `pay_ranks` holds the share of all
    employees of its country who earn less.
    """
    ranks = pay_ranks or {}
    tests = [(limit, _test(limit, ranks.get(limit))) for limit in limits]
    broken = {one.id: [limit for limit, meets in tests if not meets(one)] for one in careers}
    kept = tuple(one for one in careers if not broken[one.id])
    removed = []
    for limit, _ in tests:
        out = [one for one in careers if limit in broken[one.id]]
        unknown = sum(_measure(one, limit, ranked=limit in ranks) is None for one in out)
        back = sum(broken[one.id] == [limit] for one in out)
        removed.append(Removed(limit, tuple(one.id for one in out), unknown, back))
    return kept, tuple(removed)


def _measure(one: Measures, limit: Limit, *, ranked: bool) -> float | None:
    value: float | None = getattr(one, "pay_rank" if ranked else limit.criterion)
    return value


def _test(limit: Limit, rank: float | None) -> Callable[[Measures], bool]:
    bound = limit.bound if rank is None else rank
    at_least = LIMITS[limit.criterion][0] == ">="

    def meets(one: Measures) -> bool:
        value = _measure(one, limit, ranked=rank is not None)
        return value is not None and (value >= bound if at_least else value <= bound)

    return meets
