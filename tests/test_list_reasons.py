"""Which reasons the cards of a list tell: each another one, and against it only what is clear of a kind of work."""

from typing import Any

import pytest
import yaml

from careercli.core.quiz.interests import SCALES, find_clear
from careercli.core.quiz.list_reasons import choose_for, find_objection, is_firm, is_objection, said_as
from careercli.core.quiz.reasons import rating_share
from careercli.core.quiz.reports import MatchReport, Reason
from careercli.core.text.page import Cards
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.pages.quiz_match import lay_out
from careercli.pages.quiz_reasons import list_reason
from careercli.usecases.quiz.interests import MatchRequest, match_interests
from tests.conftest import ROOT

SHEETS: dict[str, Any] = yaml.safe_load((ROOT / "tests/sheets.yaml").read_text("utf-8"))
SCORES = {"R": 0.9, "I": 0.5, "A": 0.4, "S": 0.1, "E": 0.7, "C": 0.4}
ERRORS = dict.fromkeys(SCALES, 0.1)


def answered(id_: str, answer: int, *, weight: float = 0.1, nearer: float = 0.96, rating: float = 6.0) -> Reason:
    return Reason(id=id_, text=id_, answer=answer, weight=weight, nearer=nearer, rating=rating)


def first_of(reasons: list[Reason], told: tuple[str, ...] = ()) -> str:
    return choose_for(reasons[:1], reasons, SCORES, told)[0].id


def test_what_is_liked_and_close_is_told_first_and_once_where_another_tells_nearly_as_much() -> None:
    reasons = [
        answered("r-machine", 5, weight=0.3),
        answered("r-hut", 4, weight=0.1),
        answered("r-goats", 4, weight=0.01),
        answered("r-fish", 5, weight=0.2, nearer=0.87),
    ]
    assert first_of(reasons) == "r-machine"
    assert first_of(reasons, ("r-machine",)) == "r-hut"
    assert first_of(reasons, ("r-machine", "r-hut")) == "r-fish", "an example of a kind there is much of"
    assert first_of(reasons, ("r-machine", "r-hut", "r-fish")) == "r-machine", "goats tell too little"


def test_what_is_near_is_no_reason_where_the_work_has_little_of_its_kind() -> None:
    animals, children = answered("i-animals", 5, weight=0.3, rating=2.0), answered("e-team", 4, weight=0.2)
    assert first_of([animals, children]) == "e-team", "childcare is no place for whom wild animals draw"


def test_a_kind_without_an_example_is_one_reason_whatever_was_answered() -> None:
    vague = [answered("r-hut", 5, nearer=0.6), answered("r-fish", 5, nearer=0.5)]
    assert {said_as(reason) for reason in vague} == {"R"}
    assert said_as(answered("r-hut", 5)) == "r-hut"
    unliked = answered("s-child", 5, nearer=0.7)
    assert choose_for((), [unliked], SCORES, ()) == (), "people, whom one does not like to help on the whole"


@pytest.mark.parametrize(
    ("reason", "firm"),
    [
        (answered("s-child", 2, weight=-0.1), True),
        (answered("s-child", 5, weight=-0.1), False),
        (answered("s-child", 2, weight=-0.1, rating=4.0), False),
        (answered("r-hut", 5, weight=-0.1, rating=1.5), True),
        (answered("r-hut", 2, weight=-0.1, rating=1.5), False),
        (answered("e-run", 5, weight=-0.1, rating=1.5), False),
        (answered("i-test", 1, weight=-0.1, rating=7.0), False),
        (answered("i-test", 2, weight=-0.1, nearer=0.99, rating=7.0), True),
        (answered("i-test", 2, weight=-0.1, nearer=0.99, rating=4.0), False),
    ],
)
def test_an_objection_is_a_kind_that_is_clearly_liked_less_or_more_and_an_answer_that_says_so(
    reason: Reason, firm: bool
) -> None:
    assert is_firm(reason, SCORES, ERRORS) is firm
    assert (find_objection([reason], SCORES, ERRORS, ()) is not None) is firm


def report_of(catalogue: Catalogue, name: str) -> MatchReport:
    return match_interests(catalogue, MatchRequest(lang="en", country="US", answers=SHEETS[name]["answers"]))


def rows_of(report: MatchReport, catalogue: Catalogue) -> list[dict[str, str]]:
    (cards,) = (block for block in lay_out(report, catalogue.say("en")).blocks if isinstance(block, Cards))
    return [dict(card.rows) for card in cards.cards]


@pytest.mark.parametrize("name", SHEETS)
def test_each_card_has_a_reason_and_what_speaks_against_it_is_of_a_kind(catalogue: Catalogue, name: str) -> None:
    report = report_of(catalogue, name)
    rows = rows_of(report, catalogue)
    assert all("Why" in row for row in rows)
    clear = find_clear(report.data.profile, report.data.errors)
    for row, match in zip(rows, report.data.matches, strict=True):
        if "But" in row:
            (reason,) = match.reasons_against
            if is_objection(reason):
                assert row["But"].startswith("you would ")
                continue
            assert row["But"].startswith(("a lot of ", "little "))
            letter = reason.id[0].upper()
            assert (clear[letter] < 0) == (rating_share(reason.rating or 1) > 1 / 2)


def test_few_cards_of_a_list_share_a_reason_and_few_have_one_against(catalogue: Catalogue) -> None:
    lists = [rows_of(report_of(catalogue, name), catalogue) for name in SHEETS]
    told = [[row["Why"] for row in rows] for rows in lists]
    assert sum(len(reasons) - len(set(reasons)) for reasons in told) <= sum(map(len, told)) / 8
    assert sum("But" in row for rows in lists for row in rows) <= sum(map(len, lists)) / 4


@pytest.mark.parametrize(("score", "liked"), [(0.75, True), (0.51, True), (0.5, False)])
def test_a_kind_of_work_is_liked_only_above_the_middle(score: float, liked: bool) -> None:
    reason = Reason(id="r-bake-bread", text="Bake bread", answer=4, weight=0.1, rating=6.5, nearer=0.3)
    told = list_reason(reason, {"R": score}, Say("en"))
    assert told.startswith("a lot of working with your hands")
    assert ("which you like" in told) == liked
