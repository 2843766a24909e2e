"""Reads what people write of criteria: limits, an order, what they have studied, in any language and spelling."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from careercli.core.comparing.criteria import CONDITIONS, CRITERIA, YEARS_OF_STUDY, Criterion, Operator, Studied, Words
from careercli.core.comparing.limits import Limit, likely_period
from careercli.core.text.amounts import Amount, read_amount
from careercli.core.text.ids import find_near, fold
from careercli.errors import Message, UsageError, message

#: Characters of a limit: it is kept with each result.
MAX_LENGTH = 100
#: What is named where a limit is not understood.
KNOWN = message("pay>=60k, years<=3, zone<=4, growth>=0, remote, no nights")
_HINT = "Limits: {known}; `careers help criteria` lists all."
_NEAR_HINT = "did you mean `{near}`? Limits: {known}; `careers help criteria` lists all."
_EACH = 'Give each its own: `--limit "pay>=60k" --limit "years<=3"`.'
_ELISION = re.compile(r"(?<=[^\W\d])([’'])")
_SIGN = re.compile("<=|>=|<|>|=")
_SIGNED = re.compile(rf"(.*?)\s*({_SIGN.pattern})\s*(.*)")
_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "＝": "="})
_PLUS = re.compile(r"\s*\+\s*")
_MONTHS = {"year": 12.0, "month": 1.0}


class _Parts(NamedTuple):
    """A limit taken apart: what is limited, the sign (empty where none is written), and the value."""

    name: str
    sign: str
    value: str


def parse_limit(text: str, words: Words) -> Limit:
    """The limit that a text means: `pay>=60k`, `salaire >= 1 900 € net par mois`, `years<=3`, `remote`, `no nights`.

    Raises UsageError, naming what can be limited and how.
    """
    text = " ".join(text.split())
    if len(text) > MAX_LENGTH:
        raise UsageError("a limit is longer than {most} characters", _HINT, most=MAX_LENGTH, known=KNOWN)
    if limit := _bare(text, words):
        return limit
    if len(_SIGN.findall(text.translate(_SIGNS))) > 1:
        raise UsageError("`--limit {text}` is more than one limit", _EACH, text=text)
    parts = _take_apart(text.translate(_SIGNS), words)
    name = _without_fillers(fold(parts.name), words)
    if name in words.names:
        return _of_criteria(text, parts, [CRITERIA[id_] for id_ in words.names[name]], words)
    if name == fold(CONDITIONS) and (limit := _condition(text, fold(parts.value), words)):
        return limit
    known: dict[str, str | Message] = {condition: condition for condition in words.conditions}
    known |= {called: CRITERIA[ids[0]].called for called, ids in words.names.items()}
    near = find_near(name, known, 1)
    raise UsageError(
        "`--limit {text}` names nothing that can be limited",
        _NEAR_HINT if near else _HINT,
        text=text,
        near=near[0] if near else "",
        known=KNOWN,
    )


def _bare(text: str, words: Words) -> Limit | None:
    """The limit that words without a sign mean: a condition of work, work from afar or none of it, easy to get in."""
    key = fold(text)
    if limit := _condition(text, key, words):
        return limit
    for id_ in words.names.get(key, ()):
        if (bare := CRITERIA[id_].bare) is not None:
            return Limit(text, id_, CRITERIA[id_].operator, bare)
    for id_, choices in words.choices.items():
        if key in choices:
            return Limit(text, id_, CRITERIA[id_].operator, choices[key])
    for denial in words.denied:
        for id_ in words.names.get(key.removeprefix(f"{denial} "), ()) if key.startswith(f"{denial} ") else ():
            if CRITERIA[id_].bare is not None:
                return Limit(text, id_, "<=", 0.0)
    return None


def _condition(text: str, key: str, words: Words) -> Limit | None:
    """The limit that a condition of work is there, or is not."""
    if key in words.conditions:
        return Limit(text, CONDITIONS, ">=", 1.0, words.conditions[key])
    for denial in words.denied:
        if key.startswith(f"{denial} ") and (id_ := words.conditions.get(key.removeprefix(f"{denial} "))):
            return Limit(text, CONDITIONS, "<=", 0.0, id_)
    return None


def _take_apart(text: str, words: Words) -> _Parts:
    """Around a sign; else around words that compare; else after the longest name that it begins with."""
    if found := _SIGNED.fullmatch(text):
        return _Parts(found[1], found[2], found[3])
    split = _ELISION.sub(r"\1 ", text).split(" ")
    for start in range(1, len(split)):
        for end in range(len(split), start, -1):
            if sign := words.compared.get(fold(" ".join(split[start:end]))):
                return _Parts(" ".join(split[:start]), sign, " ".join(split[end:]))
    for end in range(len(split), 0, -1):
        if fold(" ".join(split[:end])) in words.names:
            return _Parts(" ".join(split[:end]), "", " ".join(split[end:]))
    return _Parts(text, "", "")


def _without_fillers(name: str, words: Words) -> str:
    """A name without words after it that only join, as in `croissance d’au moins`."""
    while name not in words.names and " " in name and words.units.get(name.rpartition(" ")[2]) == "":
        name = name.rpartition(" ")[0]
    return name


def _of_criteria(text: str, parts: _Parts, criteria: list[Criterion], words: Words) -> Limit:
    """A limit on the first of some criteria of one name that has such a value. Raises UsageError where none has."""
    value = fold(parts.value)
    for criterion in criteria:
        if value in words.choices.get(criterion.id, ()):
            bound = words.choices[criterion.id][value]
            return Limit(text, criterion.id, _operator(text, parts, criterion, named=True), bound)
    return _of_number(text, parts, criteria[0], words)


def _of_number(text: str, parts: _Parts, criterion: Criterion, words: Words) -> Limit:
    amount = read_amount(parts.value, words.units)
    if criterion.bare is not None and (amount is None or not amount.is_number):
        raise UsageError("`--limit {text}` is not understood", "Write it so: `{example}`.", **_said(text, criterion))
    if amount is None:
        raise UsageError("`--limit {text}` has no number", "Write it so: `{example}`.", **_said(text, criterion))
    operator = _operator(text, parts, criterion, named=False)
    limit = Limit(text, criterion.id, operator, _in_unit(text, amount, criterion))
    if criterion.unit == "money":
        limit = limit._replace(
            unit=next(iter(amount.currencies), ""),
            period=amount.period or likely_period(amount.number),
            tax=amount.tax or "gross",
        )
    if not criterion.low <= limit.bound <= criterion.high:
        raise UsageError(
            "`--limit {text}`: {name} runs from {low} to {high}",
            "Write it so: `{example}`.",
            **_said(text, criterion),
            name=parts.name,
            low=f"{criterion.low:.0f}",
            high=f"{criterion.high:.0f}",
        )
    return limit


def _operator(text: str, parts: _Parts, criterion: Criterion, *, named: bool) -> Operator:
    """The direction of a limit. Raises UsageError for `=` before a number that hardly any career has."""
    if not parts.sign or (named and parts.sign == "="):
        return criterion.operator
    if parts.sign != "=":
        return ">=" if parts.sign[0] == ">" else "<="
    if criterion.steps:
        return "="
    raise UsageError(
        "`--limit {text}`: {name} takes `>=` or `<=`, not `=`",
        "Write it so: `{example}`.",
        **_said(text, criterion),
        name=parts.name,
    )


def _in_unit(text: str, amount: Amount, criterion: Criterion) -> float:
    """The number in the unit of the criterion. Raises UsageError for units that it has not."""
    wrong = list(amount.unknown)
    if criterion.unit == "money":
        wrong += [unit for unit in amount.units if unit == "%"]
        wrong += amount.currencies if len(amount.currencies) > 1 else []
    elif criterion.unit in _MONTHS:
        wrong += [unit for unit in amount.units if unit not in _MONTHS]
        if not wrong and amount.period:
            return amount.number * _MONTHS[amount.period] / _MONTHS[criterion.unit]
    else:
        wrong += [unit for unit in amount.units if unit != criterion.unit]
    if wrong:
        unit = " ".join(dict.fromkeys(wrong))
        raise UsageError(
            "`--limit {text}`: the unit `{unit}` is not known",
            "Write it so: `{example}`.",
            **_said(text, criterion),
            unit=unit,
        )
    return amount.number


def _said(text: str, criterion: Criterion) -> dict[str, str | Message]:
    return {"text": text, "example": criterion.example}


def _is_undone(about: Sequence[str], words: Words) -> bool:
    """Whether what follows the name of a diploma says that it is not held, or names another one."""
    return any(word in words.undone or word in words.study or word.isdigit() for word in about)


def find_study(text: str, words: Words) -> Studied | None:
    """What somebody has studied to, from `bachelor of arts`, `bac+3`, `un BTS` or `2 years`; None where it is none."""
    key = _PLUS.sub("+", fold(text[:MAX_LENGTH]))
    while key not in words.study and words.units.get(key.partition(" ")[0]) == "":
        key = key.partition(" ")[2]
    parts = key.split(" ")
    for end in range(len(parts), 0, -1):  # what it was in may follow
        if found := words.study.get(" ".join(parts[:end])):
            return None if _is_undone(parts[end:], words) else found
    amount = read_amount(text, words.units)
    most = CRITERIA["years"].high
    if amount is None or amount.unknown or set(amount.units) - {"year"} or not 0 <= amount.number <= most:
        return None
    study = [study for study, years in YEARS_OF_STUDY.items() if years <= amount.number][-1]
    return Studied(study, amount.number, amount.number)
