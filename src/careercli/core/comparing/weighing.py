"""Ranks careers by one's own weights: a score in parts that add up, and how far each weight may move."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from careercli.core.careers.measures import Measures
from careercli.core.careers.model import Group, Model
from careercli.core.comparing.criteria import CRITERIA, WEIGHED, Words, find_weighed, worth
from careercli.core.text.amounts import read_amount
from careercli.core.text.ids import find_near, fold
from careercli.errors import Message, UsageError

#: Scores that differ by less are the same: no rounding of the machine decides an order.
_SAME = 9


class Ranked(Model, frozen=True, kw_only=True):
    """A career with its score, 0 to 1, the sum of `parts` by criterion; equal scores share a `rank`.

    `of` is whom the figure of a criterion counts, where that is not the career itself.
    """

    id: str
    rank: int
    score: float
    parts: dict[str, float]
    of: dict[str, Group] = {}


class Tipping(Model, frozen=True, kw_only=True):
    """`riser` passes `faller` once `criterion` counts for more (`up`) or less than `share` of all weights.

    The other weights keep their proportions. `now` is the present share, `weight` the weight that makes `share`.
    """

    criterion: str
    riser: str
    faller: str
    up: bool
    share: float
    now: float
    weight: float


class LeftOut(Model, frozen=True, kw_only=True):
    """A criterion that cannot be weighed, for these careers have no value of it."""

    criterion: str
    lacking: tuple[str, ...]


class Weighing(Model, frozen=True, kw_only=True):
    """The ranking, best first; what would tip it; what is left out; the shares of the weights that count."""

    ranking: tuple[Ranked, ...] = ()
    tippings: tuple[Tipping, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    shares: dict[str, float] = {}


def parse_weights(texts: Iterable[str], words: Words) -> dict[str, float]:
    """Weights by criterion or condition, from `pay=3`, `salaire=2,5` or `no nights=1`.

    Raises UsageError for what is unknown, doubled, negative or all zero.
    """
    weights: dict[str, float] = {}
    for text in texts:
        name, _, number = (part.strip() for part in text.partition("="))
        weighed = find_weighed(name, words)
        if not weighed:
            raise _unknown(text, name, words)
        value = _parse_weight(text, weighed, number)
        if weighed in weights:
            raise UsageError("`{name}` is weighed twice", "Give each criterion one weight.", name=weighed)
        weights[weighed] = value
    if weights and not any(weights.values()):
        raise UsageError("all weights are zero", "Give at least one criterion a weight above zero.")
    return weights


def _unknown(text: str, name: str, words: Words) -> UsageError:
    if taste := next(iter(words.names.get(fold(name), ())), ""):
        return UsageError(
            "`--weight {text}`: `{name}` cannot be weighed, for neither end of it is better for everybody",
            'Limit it instead: `--limit "{example}"`.',
            text=text,
            name=name,
            example=CRITERIA[taste].example,
        )
    known: dict[str, str | Message] = {condition: condition for condition in words.conditions}
    known |= {name: CRITERIA[id_].called for name, ids in words.names.items() for id_ in ids if id_ in WEIGHED}
    near = find_near(name, known, 1)
    return UsageError(
        "`--weight {text}`: there is no criterion `{name}`",
        "did you mean `{near}`? Criteria: {known}." if near else "Criteria: {known}.",
        text=text,
        name=name,
        near=near[0] if near else "",
        known=tuple(CRITERIA[id_].called for id_ in WEIGHED),
    )


def _parse_weight(text: str, weighed: str, number: str) -> float:
    amount = read_amount(number, {})
    if amount is None or not amount.is_number or not math.isfinite(amount.number):
        raise UsageError(
            "`--weight {text}`: `{number}` is not a number",
            "Write it so: `--weight {name}=2`.",
            text=text,
            number=number,
            name=weighed,
        )
    if amount.number < 0:
        raise UsageError(
            "`--weight {text}` is negative", "Give 0 for what does not count, more for what does.", text=text
        )
    return amount.number


def weigh(careers: Sequence[Measures], weights: Mapping[str, float], scales: Mapping[str, Sequence[float]]) -> Weighing:
    """The careers ranked by weights. A criterion that some career has no value of counts for none of them."""
    worths = {career.id: {c: worth(career, c, scales) for c in sorted(weights)} for career in careers}
    lacking = {c: tuple(sorted(id_ for id_, of in worths.items() if of[c] is None)) for c in sorted(weights)}
    left_out = tuple(LeftOut(criterion=c, lacking=ids) for c, ids in lacking.items() if ids)
    counted = [c for c, ids in lacking.items() if not ids]
    largest = max((weights[c] for c in counted), default=0.0)
    if not careers or largest <= 0:
        return Weighing(left_out=left_out)
    relative = {c: weights[c] / largest for c in counted}
    total = math.fsum(relative.values())
    shares = {c: value / total for c, value in relative.items()}
    values = {id_: {c: of[c] or 0.0 for c in counted} for id_, of in worths.items()}
    parts = {id_: {c: shares[c] * of[c] for c in counted} for id_, of in values.items()}
    scores = {id_: sum(of.values()) for id_, of in parts.items()}
    order = sorted(scores, key=lambda id_: (-round(scores[id_], _SAME), id_))
    ranking: list[Ranked] = []
    for n, id_ in enumerate(order):
        level = n > 0 and round(scores[id_], _SAME) == round(scores[order[n - 1]], _SAME)
        rank = ranking[-1].rank if level else n + 1
        ranking.append(Ranked(id=id_, rank=rank, score=scores[id_], parts=parts[id_]))
    tippings = [one for c in counted for one in _tippings(c, order, values, shares, weights)]
    first = order[0]
    tippings.sort(key=lambda one: one.faller != first)
    return Weighing(ranking=tuple(ranking), tippings=tuple(tippings), left_out=left_out, shares=shares)


def _tippings(
    criterion: str,
    order: Sequence[str],
    values: Mapping[str, Mapping[str, float]],
    shares: Mapping[str, float],
    weights: Mapping[str, float],
) -> list[Tipping]:
    """What would tip the order: the nearest change above and below, and the nearest that changes the first place.

    With the share t of the criterion a score is t·x + (1 − t)·r, where r is the score by the other criteria alone.
    Two such lines meet where t = d / (d − e), with d the difference of the r and e that of the x. The order changes
    first where two neighbours meet, the first place where its holder meets any other.
    """
    now = shares[criterion]
    if now >= 1:
        return []
    rest = math.fsum(weight for c, weight in weights.items() if c in shares and c != criterion)
    others = {
        id_: sum(share * of[c] for c, share in shares.items() if c != criterion) / (1 - now)
        for id_, of in values.items()
    }
    found: list[Tipping] = []
    for pairs in ([(order[0], other) for other in order[1:]], list(pairwise(order))):
        nearest: dict[bool, Tipping] = {}
        for ahead, behind in pairs:
            d = others[ahead] - others[behind]
            e = values[ahead][criterion] - values[behind][criterion]
            level = round(now * e + (1 - now) * d, _SAME) == 0
            share = 0.0 if level or abs(d - e) < 1e-12 else d / (d - e)
            up = share > now
            if not 0 < share < 1 or (up in nearest and abs(nearest[up].share - now) <= abs(share - now)):
                continue
            nearest[up] = Tipping(
                criterion=criterion,
                riser=behind,
                faller=ahead,
                up=up,
                share=share,
                now=now,
                weight=rest * share / (1 - share),
            )
        found += [one for one in nearest.values() if one not in found]
    return found
