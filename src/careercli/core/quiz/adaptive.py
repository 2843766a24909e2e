"""Which activity to ask next of somebody who has answered some, and when it is enough.

The first twelve are always the same, two a type. After each answer the fields are ranked; asked is what parts the
leading careers most, and no type runs far ahead of another. It is enough when the first fields have stayed the same
for some answers. `docs/method.md` has how well the lists agree with those of all answers.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from careercli.core.quiz.by_answers import AnswerRule, Atlas
from careercli.core.quiz.field_list import rank_fields
from careercli.core.quiz.interests import InterestItem, asked_at, find_flat, score_items
from careercli.core.quiz.matching import Candidate
from careercli.core.quiz.questions import LEAST, MOST, USUAL

#: It is enough when the first `LEADING` fields are the same over so many answers.
STEADY, LEADING = 5, 3
#: Items are chosen by how they part the best careers of so many fields.
FIELDS, DEEP = 10, 3
#: How many more of one type may be asked than of another.
AHEAD = 2


class Adaptive:
    """The activities to choose from, and the careers that they are to tell apart."""

    def __init__(self, items: Sequence[InterestItem], atlas: Atlas, candidates: Sequence[Candidate]) -> None:
        self.items = items
        self._atlas, self._candidates = atlas, candidates
        self._steps = {one.code: one.nearness for one in atlas.occupations if one.nearness}
        self._places = {id_: place for place, id_ in enumerate(atlas.activities)}
        self._leads: dict[tuple[tuple[str, int], ...], list[tuple[str, list[str]]]] = {}

    def next_item(self, asked: Sequence[str], answers: Mapping[str, int]) -> InterestItem | None:
        """The activity to ask after those `asked`, in that order; None where it is enough."""
        for item in asked_at(self.items, "short"):
            if item.id not in asked:
                return item
        if len(asked) >= MOST or (len(asked) >= LEAST and self._steady(asked, answers) >= STEADY):
            return None
        open_ = list(self._open(asked))
        codes = [code for _, careers in self.leading(asked, answers) for code in careers if code in self._steps]
        if not codes:
            return next(iter(open_), None)
        return max(open_, key=lambda item: self._parts(item, codes), default=None)

    def left(self, asked: Sequence[str], answers: Mapping[str, int]) -> int:
        """About how many will still be asked, that after `asked` included; at least one.

        Midway between the fewest that can still come and what is usual.
        """
        usual = USUAL - len(asked)
        if len(asked) < LEAST:
            return usual
        fewest = STEADY - self._steady(asked, answers)
        return max(1, min(MOST - len(asked), (fewest + max(usual, fewest)) // 2))

    def _open(self, asked: Sequence[str]) -> Iterator[InterestItem]:
        """What can be asked: no type is far ahead of another."""
        known = {item.id: item.scale for item in self.items}
        counts = Counter(dict.fromkeys(known.values(), 0))
        counts.update(known[id_] for id_ in asked if id_ in known)
        least = min(counts.values())
        return (item for item in self.items if item.id not in asked and counts[item.scale] <= least + AHEAD)

    def _parts(self, item: InterestItem, codes: Sequence[str]) -> float:
        """How far apart an activity sets some careers: the variance of its nearness to them."""
        place = self._places.get(item.id)
        if place is None:
            return 0.0
        near = [self._steps[code][place] for code in codes]
        mean = sum(near) / len(near)
        return sum((value - mean) ** 2 for value in near)

    def _steady(self, asked: Sequence[str], answers: Mapping[str, int]) -> int:
        """Over how many of the last answers the first fields have been the same, at most `STEADY`."""
        now = self._first_fields(asked, answers)
        for back in range(1, STEADY + 1):
            if not now or self._first_fields(asked[:-back], answers) != now:
                return back - 1
        return STEADY

    def _first_fields(self, asked: Sequence[str], answers: Mapping[str, int]) -> set[str]:
        return {field for field, _ in self.leading(asked, answers)[:LEADING]}

    def leading(self, asked: Sequence[str], answers: Mapping[str, int]) -> list[tuple[str, list[str]]]:
        """The leading fields by the answers to some activities, with the codes of their best careers."""
        given = {id_: answers[id_] for id_ in asked if id_ in answers}
        key = tuple(given.items())
        if key not in self._leads:
            items = [item for item in self.items if item.id in given]
            flat = not items or find_flat(score_items(items, given))
            rule = None if flat else AnswerRule(items, given, self._atlas)
            self._leads[key] = rank_fields(rule, self._candidates, FIELDS, DEEP) if rule else []
        return self._leads[key]
