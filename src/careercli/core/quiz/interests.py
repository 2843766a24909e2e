"""A person's six interest scores: from answers or from another questionnaire, how sure they are, and refusals."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol, TypeVar, get_args

from careercli.core.careers.model import Model
from careercli.core.quiz.answers import HIGHEST, LOWEST
from careercli.errors import UsageError

#: Realistic, Investigative, Artistic, Social, Enterprising, Conventional: always in this order.
SCALES = ("R", "I", "A", "S", "E", "C")
#: The scores of the official profiler run from 0 to 40: ten items a scale, 0 to 4 each.
OFFICIAL_HIGHEST, OFFICIAL_ITEMS = 40, 10
#: Fewer answers than this share of the items asked are too few. Our judgement.
LEAST_SHARE = 2 / 3
#: Scores whose highest and lowest are closer than this cannot be ranked: two of the forty points of a scale.
LEAST_RANGE = 0.05
#: One same answer over this share of the items in a row is careless: it spans all six types, for they take turns.
LONGEST_RUN = 0.75
#: Lengths of a repeating pattern. Six is left out: types take turns, so a steady person repeats every six.
PATTERNS = (2, 3, 4, 5, 7, 8)
#: How often a pattern must have been gone through before it is one.
PATTERN_ROUNDS = 2.4
#: Published alphas of ten items a scale (O*NET Interest Profiler, short form, N 1,061).
ALPHAS = (0.78, 0.82, 0.78, 0.78, 0.87, 0.83)
#: Mean and standard deviation of a scale score, 0 to 1, over people: 9,089 answerers of another questionnaire.
MEAN, SPREAD = 0.42, 0.235

#: Types that are named at either end, at most.
NAMED = 2

ItemLength = Literal["short", "standard", "full"]
Length = Literal[ItemLength, "adaptive"]
#: The questionnaires of a fixed length from the shortest on; each asks all that a shorter one does.
LENGTHS: tuple[ItemLength, ...] = get_args(ItemLength)
#: The one that chooses among all activities, and stops when it is sure.
ADAPTIVE: Length = "adaptive"


class InterestItem(Model, frozen=True, kw_only=True):
    """An activity to rate, the type that it taps, and the shortest questionnaire that asks it."""

    id: str
    scale: str
    length: ItemLength
    text: str


class HasLength(Protocol):
    """A statement that questionnaires from some length on ask."""

    @property
    def length(self) -> ItemLength:
        """Of the shortest that asks it."""


Item = TypeVar("Item", bound=HasLength)


def asked_at(items: Iterable[Item], length: Length) -> tuple[Item, ...]:
    """The items that a questionnaire of a length asks, in their order; all from which an adaptive one chooses."""
    allowed = LENGTHS if length == "adaptive" else LENGTHS[: LENGTHS.index(length) + 1]
    return tuple(item for item in items if item.length in allowed)


def put_to(items: Iterable[InterestItem], length: Length, answers: Mapping[str, int]) -> tuple[InterestItem, ...]:
    """The items that somebody was asked who answered so: of an adaptive questionnaire those that they answered."""
    asked = asked_at(items, length)
    return tuple(item for item in asked if item.id in answers) if length == "adaptive" else asked


def length_of(items: Iterable[InterestItem], answers: Mapping[str, int]) -> Length:
    """The shortest questionnaire that asks all that was answered."""
    used = [LENGTHS.index(item.length) for item in items if item.id in answers]
    return LENGTHS[max(used, default=0)]


def form_of(items: Sequence[InterestItem], answers: Mapping[str, int], least: int) -> Length:
    """The questionnaire that somebody was asked who answered so: the shortest that asks all of it.

    Where most of that was left open it is the adaptive one, which asks all that the shortest does, and `least` or more.
    """
    length = length_of(items, answers)
    given = sum(item.id in answers for item in items)
    first = asked_at(items, LENGTHS[0])
    was_chosen = given >= least and sum(item.id in answers for item in first) >= LEAST_SHARE * len(first)
    return ADAPTIVE if was_chosen and given < LEAST_SHARE * len(asked_at(items, length)) else length


def longer_than(length: Length) -> Length | None:
    """The next longer questionnaire; None where there is none. After an adaptive one it is the longest."""
    if length == "adaptive":
        return LENGTHS[-1]
    return next(iter(LENGTHS[LENGTHS.index(length) + 1 :]), None)


class Profile(NamedTuple):
    """Six scores, 0 to 1, and the number of items that each is the mean of."""

    scores: tuple[float, ...]
    counts: tuple[int, ...]


class Respondent(NamedTuple):
    """What a person gave: answers to the items of a questionnaire, or six scores and neither."""

    items: tuple[InterestItem, ...]
    answers: Mapping[str, int]
    profile: Profile
    length: Length | None

    @property
    def refused(self) -> str | None:
        """Why nothing can be ranked by it; None where it can."""
        return find_refusal(self.items, self.answers) if self.items else find_flat(self.profile)


def score_items(items: Sequence[InterestItem], answers: Mapping[str, int]) -> Profile:
    """The profile of a person who answered (item id: 1 to 5): a scale's mean of (answer - 1) / 4.

    A scale without an answer is put in the middle, with a count of 0. Raises UsageError for an answer out of range.
    """
    sums, counts = dict.fromkeys(SCALES, 0), dict.fromkeys(SCALES, 0)
    for item in items:
        answer = answers.get(item.id)
        if answer is None:
            continue
        if not LOWEST <= answer <= HIGHEST:
            raise UsageError(
                "the answer to `{item}` is {answer}, which is not from 1 to 5",
                "Rate each item from 1 to 5.",
                item=item.id,
                answer=answer,
            )
        sums[item.scale] += answer - LOWEST
        counts[item.scale] += 1
    width = HIGHEST - LOWEST
    scores = (sums[scale] / (width * counts[scale]) if counts[scale] else 0.5 for scale in SCALES)
    return Profile(tuple(scores), tuple(counts[scale] for scale in SCALES))


def parse_scores(text: str) -> Profile:
    """The profile that somebody brings along: `R=27,I=13,A=23,S=25,E=14,C=14`, each 0 to 40, in any order.

    Raises UsageError for letters that are unknown, missing or doubled, and for what is not a number from 0 to 40.
    """
    hint = "Write all six, each from 0 to 40: `R=27,I=13,A=23,S=25,E=14,C=14`."
    scores: dict[str, float] = {}
    for part in (part.strip() for part in text.replace(";", ",").split(",")):
        letter, equals, number = (piece.strip() for piece in part.partition("="))
        letter = letter.upper()
        if not equals or letter not in SCALES:
            raise UsageError("`{part}` is not a letter of R, I, A, S, E, C and its score", hint, part=part)
        if letter in scores:
            raise UsageError("{letter} is given twice", hint, letter=letter)
        value = _parse_number(number)
        if value is None or not 0 <= value <= OFFICIAL_HIGHEST:
            raise UsageError(
                "the score of {letter}, `{number}`, is not from 0 to 40", hint, letter=letter, number=number
            )
        scores[letter] = value
    missing = [letter for letter in SCALES if letter not in scores]
    if missing:
        raise UsageError("there is no score for {letters}", hint, letters=", ".join(missing))
    return Profile(tuple(scores[letter] / OFFICIAL_HIGHEST for letter in SCALES), (OFFICIAL_ITEMS,) * len(SCALES))


def find_refusal(items: Sequence[InterestItem], answers: Mapping[str, int]) -> str | None:
    """Why these answers cannot be ranked, `items` being those asked, in their order; None where they can.

    `few`: less than two thirds of the items, or a type without any. `flat`: all the same, or six scores that are
    nearly equal. `careless`: one same answer over three quarters of the questions in a row, or a pattern that
    repeats from the first to the last. Types must take turns in `items`, so that a run spans all of them.
    """
    given = [answers[item.id] for item in items if item.id in answers]
    profile = score_items(items, answers)
    if len(given) < LEAST_SHARE * len(items) - 1e-9 or min(profile.counts) == 0:
        return "few"
    if len(set(given)) == 1:
        return "flat"
    if longest_run(given) >= LONGEST_RUN * len(given) or _repeats(given):
        return "careless"
    return find_flat(profile)


def find_flat(profile: Profile) -> str | None:
    """`flat` where the six scores are too nearly equal to be ranked, else None."""
    return "flat" if max(profile.scores) - min(profile.scores) < LEAST_RANGE - 1e-9 else None


def standard_errors(profile: Profile) -> tuple[float, ...]:
    """The standard error of each score, in units of the score (0 to 1).

    Spearman-Brown takes the published alphas of ten items to the error of one; more items share it out. An answer
    at the end of the scale can only err inwards, so that the error goes with the root of m (1 - m), m the score:
    over the respondents it does so within a few per cent. The ends themselves are taken half an item inwards.
    """
    errors = []
    for score, count, error in zip(profile.scores, profile.counts, ITEM_ERRORS, strict=True):
        n = max(count, 1)
        inner = min(max(score, 0.5 / (n + 1)), 1 - 0.5 / (n + 1))
        errors.append(error * math.sqrt(inner * (1 - inner) / n))
    return tuple(errors)


def rank_letters(profile: Profile) -> tuple[str, ...]:
    """The letters, highest first, those that are not clearly apart in one string: `("I", "AC", "RS", "E")`.

    A group holds the letters that are not clearly below its first; clearly is by more than one standard error of
    the difference, the rule that is used for self-directed searches (8 of 50 points). So the first of a group is
    clearly above all letters of later groups. Letters of a group stand in order of score, then in RIASEC order.
    """
    errors = standard_errors(profile)
    order = sorted(range(len(SCALES)), key=lambda k: (-profile.scores[k], k))
    groups: list[list[int]] = []
    for k in order:
        if groups:
            first = groups[-1][0]
            apart = math.sqrt(errors[k] * errors[k] + errors[first] * errors[first])
            if profile.scores[first] - profile.scores[k] <= apart + 1e-9:
                groups[-1].append(k)
                continue
        groups.append([k])
    return tuple("".join(SCALES[k] for k in group) for group in groups)


class Leanings(NamedTuple):
    """The types that somebody likes clearly more, and clearly less, than the six on the average, the furthest first."""

    most: tuple[str, ...]
    least: tuple[str, ...]


def find_leanings(scores: Mapping[str, float], errors: Mapping[str, float]) -> Leanings:
    """The leanings of six scores, 0 to 1, by letter, at most two either way; `errors` are their standard errors.

    Clearly is by more than the error. Where more types than are named are equally far, none of these is.
    """
    clear = find_clear(scores, errors)
    return Leanings(*(_furthest({letter: sign * by for letter, by in clear.items()}) for sign in (1, -1)))


def find_clear(scores: Mapping[str, float], errors: Mapping[str, float]) -> dict[str, float]:
    """By letter, how far the scores lie from their mean that do so by more than their error."""
    mean = sum(scores.values()) / max(len(scores), 1)
    far = {letter: score - mean for letter, score in scores.items()}
    return {letter: by for letter, by in far.items() if abs(by) > max(errors.get(letter, 0.0), LEAST_RANGE)}


def _furthest(far: Mapping[str, float]) -> tuple[str, ...]:
    """The letters that are furthest above 0, at most two, and none that is as far as one that is not named."""
    ranked = sorted((letter for letter, by in far.items() if by > 0), key=lambda letter: -far[letter])
    rest = {round(far[letter], 4) for letter in ranked[NAMED:]}
    return tuple(letter for letter in ranked[:NAMED] if round(far[letter], 4) not in rest)


def _item_error(alpha: float) -> float:
    """The error of one item, as a share of the root of m (1 - m), from the alpha of ten items."""
    return math.sqrt(OFFICIAL_ITEMS * (1 - alpha) * SPREAD * SPREAD / (MEAN * (1 - MEAN) - SPREAD * SPREAD))


#: For R I A S E C.
ITEM_ERRORS = tuple(_item_error(alpha) for alpha in ALPHAS)


def _parse_number(text: str) -> float | None:
    try:
        value = float(text) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def longest_run(given: Sequence[int]) -> int:
    """How many answers in a row are the same, at most."""
    longest = run = 0
    last: int | None = None
    for answer in given:
        run = run + 1 if answer == last else 1
        longest, last = max(longest, run), answer
    return longest


def _repeats(given: Sequence[int]) -> bool:
    return any(
        len(given) >= PATTERN_ROUNDS * length
        and all(answer == before for answer, before in zip(given[length:], given, strict=False))
        for length in PATTERNS
    )
