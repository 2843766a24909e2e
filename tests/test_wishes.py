"""What a wish of several parts is read as: a place, conditions that nothing keeps to all of, what one leaves."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.text.languages import Lang
from careercli.usecases.search_wish import most_kept
from tests.conftest import Run


@pytest.mark.parametrize(
    ("text", "lang", "place", "same"),
    [
        ("work outdoors no degree ohio", "en", "Ohio", "work outdoors no degree"),
        ("nurse in california", "en", "California", "nurse"),
        ("teacher new york", "en", '"New York"', "teacher"),
        ("infirmière en floride", "fr", "Floride", "infirmière"),
    ],
)
def test_a_place_is_no_word_to_look_for(careers: Run, text: str, lang: Lang, place: str, same: str) -> None:
    document = careers("search", text, "--json", lang=lang).document
    assert f"`--place {place}`" in document["notes"][0]
    assert [hit["id"] for hit in document["data"]] == [
        hit["id"] for hit in careers("search", same, "--json", lang=lang).data
    ]


def test_a_place_alone_leads_to_the_pay_there(careers: Run) -> None:
    document = careers("search", "ohio", "--json").document
    assert document["data"] == []
    assert document["actions"][0]["command"] == "careers list --all --place Ohio"


@pytest.mark.parametrize("text", ["mobile developer", "reading teacher"])
def test_a_word_of_ours_is_no_place(careers: Run, text: str) -> None:
    assert "--place" not in str(careers("search", text, "--json").document["notes"])


def test_where_nothing_keeps_to_all_conditions_what_keeps_to_most_comes(careers: Run) -> None:
    wish = "quick to learn well paid speaking before groups no degree seasonal at night"
    document = careers("search", wish, "--json").document
    assert all(hit["kind"] == "occupation" for hit in document["data"])
    assert document["data"]


@given(st.lists(st.sets(st.integers(0, 12).map(str)), max_size=5))
def test_the_conditions_kept_are_as_many_as_one_career_keeps_to_and_most_of_those_do(keeping: list[set[str]]) -> None:
    def together(some: tuple[int, ...]) -> set[str]:
        return set.intersection(*(keeping[n] for n in some))

    kept = most_kept([sorted(ids) for ids in keeping])
    of_any = [some for size in range(1, len(keeping) + 1) for some in combinations(range(len(keeping)), size)]
    held = [some for some in of_any if together(some)]
    size = max(map(len, held), default=0)
    assert len(kept) == size
    if kept:
        assert len(together(kept)) == max(len(together(some)) for some in held if len(some) == size)


def test_a_stray_word_beside_conditions_brings_no_guide(careers: Run) -> None:
    document = careers("search", "no nights zorglub", "--json").document
    assert {hit["kind"] for hit in document["data"]} == {"occupation"}
    assert document["notes"][0] == "Left out, for it names nothing here: `zorglub`."


def test_each_no_is_heard(careers: Run) -> None:
    document = careers("search", "no degree no nights", "--json").document
    assert "night work: no" in document["conditions"]


# a name that is none


@pytest.mark.parametrize("words", [["foo"], ["wizard"]])
def test_a_word_that_nothing_is_near_to_gets_the_ways_on_and_no_list(careers: Run, words: list[str]) -> None:
    done = careers(*words)
    assert done.code == 2
    assert f"error: no career or command is called `{words[0]}`\n" in done.err
    assert f"`careers search {words[0]}`" in done.err
    assert "`careers --help`" in done.err
    assert "may be meant" not in done.err


def test_a_career_that_nothing_is_near_to_gets_no_list(careers: Run) -> None:
    for name in ("unicorn", "foo"):
        done = careers("show", name, "--json")
        assert done.code == 3
        assert done.document["error"]["candidates"] == []
        assert f"`careers search {name}`" in done.err


def test_a_career_whose_name_begins_so_is_near(careers: Run) -> None:
    candidates = careers("show", "regis", "--json").document["error"]["candidates"]
    assert [candidate["name"] for candidate in candidates] == ["Registered Nurses"]


# what one wants to leave


@pytest.mark.parametrize(
    ("text", "lang", "groups"),
    [
        ("get out of retail", "en", ("41-",)),
        ("I want to leave teaching", "en", ("25-",)),
        ("tired of nursing", "en", ("29-",)),
        ("quitter la vente", "fr", ("41-",)),
    ],
)
def test_what_one_wants_to_leave_does_not_come(careers: Run, text: str, lang: Lang, groups: tuple[str, ...]) -> None:
    document = careers("search", text, "--json", lang=lang).document
    assert document["data"]
    assert not [hit["id"] for hit in document["data"] if hit["id"].startswith(groups)]
    assert document["pages"][0]["id"] == "topic-paying-for-a-change"
    assert "quiz" in {action["id"] for action in document["actions"]}


def test_who_leaves_nothing_that_is_known_is_told_of_the_topic_and_the_quiz(careers: Run) -> None:
    document = careers("search", "get out of zorglub", "--json").document
    assert document["data"] == []
    assert [action["id"] for action in document["actions"]] == ["paying", "quiz"]
