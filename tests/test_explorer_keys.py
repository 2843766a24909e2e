"""What the explorer asks in words, how its keys are grouped, and where one reads on."""

import re
from pathlib import Path

import pytest

from careercli.explorer import menu
from careercli.explorer.asking import ask_weights, wrong_amount
from careercli.explorer.reading import PageText
from careercli.locale import Say
from careercli.prompts.press import draw_menu
from careercli.prompts.scripted import ScriptedPrompter
from careercli.usecases.asking import Person
from careercli.usecases.quiz.limits import ask_limit, ask_limits, with_limit
from careercli.usecases.request import Request
from tests.conftest import Run, make_runtime
from tests.terminal import Screen

from careercli.library.catalogue import Catalogue  # isort: skip


def person(*answers: str, lang: str = "en") -> Person:
    return Person(ScriptedPrompter(answers), Say(lang), lambda _: None)


@pytest.mark.parametrize(("lang", "group"), [("en", "Change"), ("fr", "Changer")])
def test_keys_after_a_result_stand_in_groups_and_those_that_change_it_beside_the_page(
    env: dict[str, str], lang: str, group: str
) -> None:
    say = Say(lang)
    items = menu.of_result(say, all_kept=False, kept="2026-03-09")
    world = make_runtime(env | {"NO_COLOR": "1", "COLUMNS": "80", "CAREERS_LANG": lang}, terminal=True)
    lines = draw_menu(world, menu.Menu("Home", items, (), folded=False))
    assert lines[1].startswith(f"{group} > v ")
    assert len(lines) <= 6
    folded = draw_menu(world, menu.Menu("Home", items, (), folded=True))
    assert [line for line in folded if line.startswith(group)] == [lines[1].replace("> v", "  v")]
    assert re.findall(r" ([vixzwke]) ", " ".join(lines)) == list("vixzwke")


def test_what_matters_is_chosen_in_words_the_most_first() -> None:
    assert ask_weights(person("growth", "pay", "")) == ("growth=3", "--weight", "pay=2")
    assert ask_weights(person("pay", "entry", "openings"))[-1] == "openings=1"
    with pytest.raises(KeyboardInterrupt):
        ask_weights(person())


def test_what_is_ranked_by_choices_is_a_comparison_with_weights(careers: Run) -> None:
    done = careers(answers=["5", "registered nurses", "plumbers", "", "r", "pay", "", "q"])
    assert done.code == 0
    assert "By your weights" in done.screen


def test_a_limit_is_chosen_in_words_and_read_as_one(catalogue: Catalogue) -> None:
    asked = Request(lang="en", country="US")
    assert ask_limit(catalogue, asked, person("years", "2")) == ("years", "years<=2")
    assert ask_limit(catalogue, asked, person("pay", "40k")) == ("pay", "pay>=40k USD")
    assert ask_limit(catalogue, asked, person("conditions", "night work")) == ("conditions", "no night work")
    assert ask_limit(catalogue, asked, person("remote", "")) == ("remote", "")
    french = Request(lang="fr", country="FR")
    for about, typed, limit in (
        ("pay", "1 800 net par mois", "pay>=1 800 net par mois EUR"),
        ("pay", "2000 $ par mois", "pay>=2000 $ par mois"),
        ("conditions", "travail de nuit", "sans travail de nuit"),
    ):
        assert ask_limit(catalogue, french, person(about, typed, lang="fr")) == (about, limit)


def test_a_limit_takes_the_place_of_an_older_one_on_the_same(catalogue: Catalogue) -> None:
    had = ("quiz", "--resume", "--limit", "years<=2", "--limit", "no nights", "--have", "1 year")
    assert with_limit(catalogue, had, "years", "years<=4") == (
        *("quiz", "--resume", "--limit", "no nights", "--have", "1 year", "--limit", "years<=4"),
    )
    assert with_limit(catalogue, had, "years", "") == ("quiz", "--resume", "--limit", "no nights", "--have", "1 year")
    assert with_limit(catalogue, had, "conditions", "no lifting") == (*had, "--limit", "no lifting")


def test_pay_is_asked_in_the_money_of_the_country(catalogue: Catalogue) -> None:
    for country, sign in (("US", "$"), ("FR", "€")):
        script = ScriptedPrompter(["yes", "", "", "", ""])
        limits = ask_limits(catalogue, Request(lang="en", country=country), Person(script, Say("en"), lambda _: None))
        assert limits.limits == ()
        assert script.asked[1].endswith("\nThe least pay:")
        assert {"$", "€"} & set(script.asked[1]) == {sign}


def test_an_amount_that_is_none_is_told_what_to_type(catalogue: Catalogue) -> None:
    units = catalogue.words.units
    assert "such as 80k" in wrong_amount("much", units, Say("en"))
    assert "such as 80k" in wrong_amount("3 cows", units, Say("en"))
    assert wrong_amount("1 900 € net", units, Say("en")) == ""


def test_a_page_is_read_on_and_come_back_to_where_it_was_left() -> None:
    page = PageText()
    page.show("\n".join(map(str, range(30))))
    assert page.read_on(12, 10).split() == [str(n) for n in range(10)]
    assert page.read_on(12, 10).split() == [str(n) for n in range(10, 20)]
    left = page.written
    page.clear()
    page.show("\n".join(map(str, range(30))))
    page.resume = left
    assert page.read_on(12, 10).split() == [str(n) for n in range(10, 20)]
    assert page.read_on(12, 10).split() == [str(n) for n in range(20, 30)]
    page.show_again(page.lines, page.written, above=2)
    assert page.read_on(12, 10).split() == [str(n) for n in range(20, 30)]
    page.show("a\nb")
    assert (page.read_on(), page.unread) == ("a\nb\n", 0)


def test_a_question_has_a_clean_screen_and_what_was_above_can_be_looked_up(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=80, height=24) as screen:
        screen.read_until("3 Which careers fit me?")
        screen.type("3")
        screen.read_until("How long may it take?")
        assert screen.screen.display[0].strip() == "How long may it take?"
        assert "What a career is like" in screen.text()  # above
        screen.type("2")
        screen.read_until("1 of 12")
        assert "How much would you like" in screen.screen.display[0]
        screen.type("4")
        screen.read_until("How much would you like to do this?", now=True)
        screen.read_until("all words", now=True)
        shown = " ".join("".join(screen.screen.display).split())
        assert "2 of 12" in shown
        assert "Never mind whether you can" not in shown, "it was said once"
        screen.type("q")
        screen.read_until("1 Look up a career")
        assert "What a career is like" in "".join(screen.screen.display)
        screen.type(" ")
        screen.read_until("This is the end of the page.")
        screen.type("q")
        assert screen.read_all() == 0


def test_pages_of_the_explorer_name_keys_not_options(careers: Run) -> None:
    done = careers(answers=["3", "short", *"245142531125", "no", "w", "q"])
    page = done.screen.replace("\n", " ")
    assert "How sure, and why: `w`" in page
    assert "--explain`" not in page
