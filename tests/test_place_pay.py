"""Where a place is known the first figure of a page is that of the place, which is named; what a figure counts."""

import pytest

from tests.conftest import Run


def flat(text: str) -> str:
    return " ".join(text.split())


def screen(careers: Run, *arguments: str, **asked: str) -> str:
    done = careers(*arguments, "--no-pager", terminal=True, NO_COLOR="1", **asked)
    assert done.code == 0, done.err
    return flat(done.out)


@pytest.mark.parametrize("verb", [["salary"], ["show", "--brief"]])
def test_the_first_figure_is_that_of_the_place(careers: Run, verb: list[str]) -> None:
    shown = screen(careers, *verb, "47-2111", "--place", "ohio")
    assert shown.startswith("Electricians pay ★ 4 of 10 · $64,700 a year (Ohio)")
    assert shown.index("median $64,700") < shown.index("median $63,190")
    assert "Whole country" in shown
    careers("me", "set", "place", "ohio")
    assert screen(careers, *verb, "47-2111").startswith("Electricians pay ★ 4 of 10 · $64,700 a year (Ohio)")


def test_a_place_without_a_figure_of_its_own_is_not_named_beside_that_of_its_state(careers: Run) -> None:
    assert "a year (Idaho)" in screen(careers, "show", "11-9081", "--brief", "--place", "Boise")
    assert "a year (US)" in screen(careers, "salary", "19-1012", "--place", "guam")


def test_pay_by_the_hour_is_that_of_the_place_with_the_nation_beside_it(careers: Run) -> None:
    shown = screen(careers, "salary", "47-2111", "--place", "ohio")
    assert "About $31.11 gross at the median in Ohio, full-time; $30.38 nationwide." in shown
    guide = screen(careers, "salary", "data-scientist", "--place", "ohio")
    assert guide.startswith("Data scientist pay ★ 6 of 10 · $102,630 a year (Ohio)")
    assert "in year five, nationwide, full-time" in screen(careers, "salary", "ai-engineer", "--place", "ohio")
    assert "in year five (US)" in screen(careers, "salary", "ai-engineer", "--place", "ohio")


def test_my_list_has_the_pay_of_where_i_live(careers: Run) -> None:
    careers("keep", "47-2111", "data-scientist", "ai-engineer", "11-9081", "27-2031")
    assert "official median; ≈" in screen(careers, "mine")
    careers("me", "set", "place", "Boise")
    rows = {row["id"]: row for row in careers("mine", "--json").data["list"]}
    there = careers("salary", "47-2111", "--json").data["place"]
    assert (rows["47-2111.00"]["pay"], rows["47-2111.00"]["pay_place"]) == (there["p50"], "Boise City, ID")
    assert rows["11-9081.00"]["pay_place"] == "Idaho"
    assert rows["data-scientist"]["pay"] == careers("salary", "15-2051", "--json").data["place"]["p50"]
    assert rows["ai-engineer"]["pay_place"] is None
    assert rows["27-2031.00"]["pay"] is None, "where neither publishes any it is not that of the country"
    shown = screen(careers, "mine")
    assert "the official median (Boise City, ID and Idaho)" in shown
    assert "(Idaho) –" in shown
    assert "(US)" in shown
    assert "Boise City, ID and Idaho" in flat(careers("me", "handout").out)


MANY = {"27-1013": 6, "27-1019": 4, "39-5012": 5, "41-9022": 5}


@pytest.mark.parametrize("code", MANY)
def test_how_many_work_for_themselves_stands_beside_the_pay_that_leaves_them_out(careers: Run, code: str) -> None:
    text = f"{MANY[code]} of 10 work for themselves and are not in it (US, 2024)"
    assert f"; {text} [2]; thick" in screen(careers, "show", code, "--brief")
    assert f"{text}." in screen(careers, "salary", code)
    assert text in flat(careers("show", code, "--section", "pay").out)
    assert careers("salary", code, "--json").data["self_employed"]["percent"] >= 25
    assert "sur 10 sont à leur compte, hors de ce chiffre" in screen(careers, "salary", code, lang="fr")


def test_few_who_work_for_themselves_are_passed_over(careers: Run) -> None:
    for verb in (["show", "--brief"], ["salary"]):
        assert "work for themselves" not in screen(careers, *verb, "47-2111")
    assert careers("salary", "47-2111", "--json").data["self_employed"] is None


def test_official_pay_says_that_it_counts_employees_alone(careers: Run) -> None:
    shown = screen(careers, "salary", "47-2111")
    assert "by a survey of US employers; the self-employed are not counted. Nobody counts by years" in shown
    for page in (shown, screen(careers, "salary", "data-scientist"), screen(careers, "salary", "47-2111", "roofer")):
        assert "All who do it" not in page
        assert "the self-employed are not counted" in page
    assert "enquête auprès" not in screen(careers, "salary", "data-scientist", lang="fr"), "no official figure is drawn"
    assert "par enquête auprès d’employeurs" in screen(careers, "salary", "47-2111", lang="fr")


def test_a_metropolitan_area_is_called_one_and_nothing_is_claimed_of_what_is_published_there(careers: Run) -> None:
    austin = "Austin-Round Rock-San Marcos, TX metropolitan area: "
    for verb in (["salary"], ["salary", "--full"], ["show", "--section", "place"]):
        shown = screen(careers, *verb, "47-2111", "--place", "austin")
        assert f"{austin}only the median is included here." in shown
        assert "no more is published" not in shown
    assert f"{austin}median $60,390" in screen(careers, "show", "47-2111", "--brief", "--place", "austin")
    rural = screen(careers, "salary", "47-2111", "--place", "Alaska nonmetropolitan area")
    assert "Alaska nonmetropolitan area: only the median is included here." in rural
    assert "only the median" not in screen(careers, "salary", "47-2111", "--place", "ohio")


def test_in_full_a_place_has_all_that_the_short_page_has(careers: Run) -> None:
    shown = screen(careers, "salary", "47-2111", "--place", "ohio", "--full")
    for figure in ("$40,750", "$50,120", "$64,700", "$80,500", "$99,280", "28,950", "$31.11", "4 of 10 among all"):
        assert figure in shown
    assert "Ohio $40,750 to $99,280 for the middle 80%, median May 2025, official" in shown
    assert "state and area estimates" in shown
    assert "the self-employed are not counted" in shown
    assert "Software Developers, Ohio" in screen(careers, "salary", "ai-engineer", "--place", "ohio", "--full")


@pytest.mark.parametrize("verb", [["salary", "nurse"], ["show", "29-1141"], ["list"], ["me", "set", "place"]])
def test_what_is_no_place_of_ours_is_told_apart(careers: Run, verb: list[str]) -> None:
    """A ZIP code, a place of a country without pay by place, and a name that is known nowhere."""

    def told(name: str, *more: str, **asked: str) -> str:
        option = [] if verb[0] == "me" else ["--place"]
        done = careers(*verb, *option, name, *more, **asked)
        assert done.code == 3
        return flat(done.err)

    for code in ("44113", "44113-1234"):
        assert f"`{code}` is a ZIP code, and those are not known here hint: Give the state or the city" in told(code)
    assert "no place known here is called `Xqzzy`" in told("Xqzzy")
    for name in ("Nantes", "Pays de la Loire", "44000"):
        for there in (told(name, "--country", "FR"), told(name, "--country=france")):
            assert "this program has no pay by place for France" in there
            assert "francetravail.fr and insee.fr" in there
            assert "is called" not in there
        french = told(name, lang="fr")
        assert "ce programme n’a pas de salaires par lieu pour la France" in french
        assert "francetravail.fr et insee.fr" in french
    german = told("Köln", "--country", "de")
    assert "no pay by place for Germany" in german
    assert "You find it" not in german


def test_what_this_program_lacks_is_not_called_unpublished(careers: Run) -> None:
    french = screen(careers, "salary", "47-2152", "--country", "gb", lang="fr")
    assert (
        "Ce programme n’a pas encore les salaires pour le Royaume-Uni ; ceux-ci valent pour les États-Unis." in french
    )
    assert "un sur dix gagne moins de 44 150 $, un sur dix plus de 108 420 $." in french
    assert "★ 4 : plus que la moitié des salariés" in french
    english = screen(careers, "salary", "47-2152", "--country", "gb")
    assert "This program has no official pay by occupation for the United Kingdom yet" in english
    here = screen(careers, "salary", "47-2152", lang="fr")
    assert "n’a pas encore" not in here
    assert "plus de 1 800 € (2017 à 2019)" in here
    alone = screen(careers, "salary", "--pay", "24000", lang="fr")
    assert "★ 1" in alone
    assert "$" not in alone, "what pays more elsewhere may not pay more there"
