"""French names of trades in the short form that a narrow table takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.text.short_names import shorten_forms
from careercli.library.catalogue import Catalogue
from tests.conftest import Run


def shorten(name: str) -> str:
    return shorten_forms(name, "ou", "e")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Infirmier ou infirmière en soins aigus", "Infirmier/ère en soins aigus"),
        ("Agent immobilier ou agente immobilière", "Agent/e immobilier/ère"),
        ("Ouvrier ou ouvrière agricole en serre", "Ouvrier/ère agricole en serre"),
        ("Autre cuisinier ou cuisinière", "Autre cuisinier/ère"),
        ("Chirurgien-dentiste ou chirurgienne-dentiste", "Chirurgien/ne-dentiste"),
        ("Auteur ou autrice, rédacteur ou rédactrice", "Auteur/rice, rédacteur/rice"),
        ("Moniteur ou monitrice de ski ou de snowboard", "Moniteur/rice de ski ou de snowboard"),
        ("Agronome ou pédologue", "Agronome ou pédologue"),
        ("Steward ou hôtesse de l’air", "Steward ou hôtesse de l’air"),
        ("Barman ou barmaid", "Barman ou barmaid"),
        ("Créateur ou créatrice, monteur ou monteuse", "Créateur/rice, monteur/se"),
        ("ou", "ou"),
        ("", ""),
    ],
)
def test_the_second_form_leaves_its_ending(name: str, short: str) -> None:
    assert shorten(name) == short
    assert shorten(short) == short


def test_of_two_careers_none_reads_as_the_other_in_short(catalogue: Catalogue) -> None:
    names = [card.name for card in catalogue.occupation_cards("fr", "FR")]
    assert len({shorten(name) for name in names}) == len(set(names))
    english = [card.name for card in catalogue.occupation_cards("en", "US")]
    assert [shorten_forms(name, "or", "ess") for name in english] == english


@given(st.text())
def test_any_name_gets_no_longer(name: str) -> None:
    assert len(shorten(name)) <= len(name)


def test_a_name_is_cut_at_its_end_and_never_says_the_opposite(careers: Run) -> None:
    screen = careers("search", "secretary", "--format", "table", "--width", "70").screen
    assert "Secretaries and Administrative Assistants…" in screen, "not “Medical, and Executive”, which it leaves out"
    wide = careers("list", "--all", "--format", "table", "--width", "120").screen
    assert wide.count("…") >= 1000, "what the work is has what names leave"
    narrow = careers("list", "--all", "--format", "table", "--width", "80").screen
    cut = [line for line in narrow.splitlines() if "…" in line]
    assert len(cut) < 250
    assert len({line[:50] for line in cut}) == len(cut), "no two read alike"


def test_one_name_that_has_no_room_shortens_all_of_a_list(careers: Run) -> None:
    narrow = careers("list", "--all", "-n", "12", "--format", "table", "--width", "80", lang="fr").screen
    assert "Acheteur/se" in narrow
    assert " ou " not in narrow.partition("12 professions")[0]
    assert "Acheteur ou acheteuse" in careers("list", "--all", "-n", "12", lang="fr").out, (
        "whole where it is read aloud"
    )
