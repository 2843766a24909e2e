"""What a guide pays where the reader is: one answer on every screen."""

import re

import msgspec
import pytest

from careercli.core.careers.pay_here import PayHere
from careercli.library.catalogue import Catalogue
from careercli.locale.pay_words import pay_here_span, pay_here_words, short_pay_here
from careercli.pages.list import money_here, starred
from tests.conftest import Run

SCORES = "R=27,I=13,A=23,S=25,E=14,C=14"


def flat(text: str) -> str:
    """A text on one line, its no-break spaces like others."""
    return " ".join(text.split())


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_screen_tells_the_same_pay_of_a_guide(careers: Run, catalogue: Catalogue, lang: str) -> None:
    say = catalogue.say(lang)
    guides = careers("list", "--json", lang=lang).data
    listed = flat(careers("list", lang=lang).out)
    for guide in guides:
        id_, pay = guide["id"], msgspec.convert(guide["pay"], PayHere)
        told = flat(pay_here_words(pay, say))
        assert guide["stars"] == pay.stars
        assert flat(f"{starred(pay.stars)} {money_here(pay, say)}") in listed
        beside = flat(pay_here_words(pay, say, alone=False))
        assert told in flat(careers("show", id_, "--brief", lang=lang).out)
        assert beside in flat(careers("salary", id_, lang=lang).out)
        assert told in flat(careers("salary", id_, "--format", "table", lang=lang).out)
        assert careers("salary", id_, "--json", lang=lang).data["here"] == guide["pay"]
        quiz = careers("quiz", "--scores", SCORES, "--no-save", "--among", f"{id_},29-1141.00", lang=lang)
        assert beside in flat(quiz.out)
        rows = careers("compare", id_, "29-1141.00", "--json", lang=lang).data["rows"]
        cell = next(row["cells"][0] for row in rows if row["id"] == "pay_here")
        assert (cell["value"], flat(cell["text"])) == (guide["pay"], told)
        compared = flat(careers("compare", id_, "29-1141.00", "--full", lang=lang).out)
        assert flat(short_pay_here(pay, say)) in compared or (
            pay.basis == "measured" and flat(pay_here_span(pay, say)) in compared
        )


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_list_of_ones_own_tells_it_too(careers: Run, catalogue: Catalogue, lang: str) -> None:
    guides = careers("list", "--json", lang=lang).data
    for guide in guides:
        assert careers("keep", guide["id"]).code == 0
    mine = flat(careers("mine", lang=lang).out)
    for guide in guides:
        assert flat(money_here(msgspec.convert(guide["pay"], PayHere), catalogue.say(lang))) in mine


def test_a_reader_elsewhere_compares_what_one_may_expect_there_and_not_records(careers: Run) -> None:
    out = careers("compare", "data-scientist", "data-analyst", "--format", "table", "--width", "80", lang="fr").out
    assert re.search("en 5e année +46\u202f000\u00a0€ +53\u202f000\u00a0€ ★\u00a06 +60\u202f000\u00a0€", out)
    assert "42\u202f000" not in out
    assert "[@" not in out
    everything = careers("compare", "data-scientist", "data-analyst", "--rows", "pay_fr", lang="fr").out
    assert "42\u202f000" in everything


@pytest.mark.parametrize("code", ["29-1141.00", "27-3043.05", "27-2031.00"])
def test_the_card_of_an_occupation_and_its_salary_tell_the_same(careers: Run, code: str) -> None:
    beside = re.split(r"  +", careers("show", code, "--brief", "--format", "table").out.splitlines()[0])[-1]
    assert careers("salary", code, "--format", "table").out.splitlines()[0].endswith(beside)
