"""How many activities it takes: fixed questionnaires and the adaptive one, replayed on real people.

The list of all their 48 answers is what the lists of fewer are held against. `matching.py` prints it.
"""

import statistics
from collections.abc import Sequence
from unittest import mock

import msgspec
from matching_answers import AnswerRule, Questionnaire, answers_of
from matching_people import Person

from careercli.core.quiz import adaptive
from careercli.core.quiz.adaptive import Adaptive
from careercli.core.quiz.field_list import rank_fields
from careercli.core.quiz.matching import SIZE, Candidate

FIXED = (12, 24, 30)
#: Over how many answers the first fields must hold; the last is never reached.
HOLD = (3, 4, 5, 99)
#: The questionnaire begins with so many of each type.
FIRST = 2


def list_fields(
    form: Questionnaire, careers: Sequence[Candidate], person: Person, asked: Sequence[str] | None = None
) -> list[str]:
    """The leading fields of somebody by the answers to some activities, or to all."""
    kept = [item for item in form.items if asked is None or item.id in asked]
    rule = AnswerRule(kept, answers_of(person, kept), form.atlas)
    return [field for field, _ in rank_fields(rule, careers, SIZE, 1)]


def replay(form: Questionnaire, careers: Sequence[Candidate], person: Person, hold: int) -> list[str]:
    """The activities that the adaptive questionnaire would have asked somebody."""
    items = [
        msgspec.structs.replace(item, length="short") if int(item.id[1:]) <= FIRST else item for item in form.items
    ]
    answers, asked = answers_of(person, items), list[str]()
    asking = Adaptive(items, form.atlas, careers)
    with mock.patch.object(adaptive, "STEADY", hold):
        while item := asking.next_item(asked, answers):
            asked.append(item.id)
    return asked


def report_lengths(form: Questionnaire, careers: Sequence[Candidate], people: Sequence[Person]) -> None:
    """Of the fields by all answers, how many come by some; and how often the first one is among the first three."""
    people = [person for person in people if all(all(scale) for scale in person.answers)]
    whole = [list_fields(form, careers, person) for person in people]
    print(f"\nfields by some of the answers, {len(people)} people: activities, of the seven the same, first in three")
    ways = {f"fixed, {number}": [[item.id for item in form.items[:number]]] * len(people) for number in FIXED}
    for hold in HOLD:
        ways[f"adaptive, the fields hold over {hold}"] = [replay(form, careers, person, hold) for person in people]
    for name, asked in ways.items():
        found = [list_fields(form, careers, person, ids) for person, ids in zip(people, asked, strict=True)]
        same = [len(set(one) & set(all_)) / len(all_) for one, all_ in zip(found, whole, strict=True)]
        first = [float(one[0] in all_[:3]) for one, all_ in zip(found, whole, strict=True)]
        count = statistics.fmean(map(len, asked))
        print(f"  {name:36s}{count:5.1f}  {statistics.fmean(same):.2f}  {statistics.fmean(first):.2f}", flush=True)
