"""What one studies for a career: one rule for the card, the list, the quiz and limits."""

import json
import re

import pytest

from careercli.core.careers.measures import Measures
from careercli.core.careers.study import Study
from careercli.core.comparing.dialect import find_study
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.study_words import brief_study, study_phrase
from careercli.usecases.dialect import with_study
from tests.conftest import Run


@pytest.mark.parametrize(
    ("career", "years", "phrase", "brief"),
    [
        ("47-2152.00", 0, "high school + apprenticeship", "high school\u00a0+"),  # plumbers
        ("51-8013.00", 0, "high school + year of training", "high school\u00a0+"),  # power plant operators
        ("11-3071.04", 4, "mostly bachelor’s, 4 years", "mostly 4 years"),  # supply chain managers: of a group
        ("11-9179.01", 4, "mostly bachelor’s, 4 years", "mostly 4 years"),  # fitness and wellness coordinators
        ("17-2112.01", 6, "mostly master’s, 6 years", "mostly 6 years"),  # human factors engineers
        ("41-9021.00", 4, "mostly bachelor’s, 4 years", "mostly 4 years"),  # real estate brokers: zone and workers
        ("41-3021.00", 2, "mostly 2 years", "mostly 2 years"),  # insurance sales agents
        ("11-3071.00", 0, "high school + 5 years’ work", "high school\u00a0+"),  # their workers have no degrees
        ("33-9092.00", 0, "no diploma", "no diploma"),  # lifeguards, whose zone asks for none
        ("25-2031.00", 4, "bachelor’s, 4 years", "4 years"),  # teachers, many of whom take a master's later
        ("29-2012.00", 4, "up to 4 years", "up to 4 years"),  # laboratory technicians: their group asks for more
        ("15-1299.08", 4, "up to 4 years", "up to 4 years"),  # systems architects: a lower zone gives no false hope
        ("29-1215.00", 8, "doctorate + residency", "8 years\u00a0+"),  # family doctors
        ("software-developer", 4, "2 years, mostly 4", "mostly 4 years"),
        ("ai-specialist", 6, "3 years, mostly 6", "mostly 6 years"),
        ("data-scientist", 4, "4 years", "4 years"),
    ],
)
def test_studies_are_what_most_need(catalogue: Catalogue, career: str, years: float, phrase: str, brief: str) -> None:
    (measures,) = catalogue.measures("US", [career])
    say = Say("en")
    assert measures.years == years
    assert (study_phrase(measures.study, say), brief_study(measures.study, say)) == (phrase, brief)


@pytest.mark.parametrize(
    ("career", "years", "phrase"),
    [
        ("29-2092.00", 3, "bac+3"),  # audioprothésiste
        ("29-1141.00", 3, "bac+3"),  # infirmier
        ("29-1041.00", 8, "doctorat, 8 ans"),  # optometrists: France has none, the nearest trade asks for bac+2
        ("47-2152.00", 0, "CAP ou sans diplôme"),
        ("software-developer", 5, "bac+2, souvent bac+5"),
    ],
)
def test_a_country_that_tells_its_ways_in_counts_them(
    catalogue: Catalogue, career: str, years: float, phrase: str
) -> None:
    (measures,) = catalogue.measures("FR", [career])
    assert measures.years == years
    assert study_phrase(measures.study, Say("fr")) == phrase


def test_what_is_left_is_counted_as_the_career_counts_it(catalogue: Catalogue) -> None:
    studied = find_study("bac+3", catalogue.words)
    american = Measures(id="one", kind="occupation", years=6.0, study=Study(level="master"))
    french = Measures(id="two", kind="occupation", years=5.0, study=Study(level="master", diploma=7))
    assert [career.years for career in with_study([american, french], studied)] == [2, 2]


def test_no_limit_lets_in_what_a_card_denies(careers: Run) -> None:
    """The card says that most have a bachelor's degree, so a limit of two years leaves it out."""
    card = " ".join(careers("show", "real estate brokers", "--brief").out.split())
    assert "high school diploma (US) and a license; 52% of those who do it have a bachelor’s degree or more" in card
    listed = json.loads(careers("list", "--all", "--limit", "years<=2", "--json").out)["data"]
    ids = {row["id"] for row in listed}
    assert "47-2152.00" in ids
    assert not ids & {"41-9021.00", "11-3071.04", "17-2112.01"}
    plumbers = next(row for row in listed if row["id"] == "47-2152.00")
    assert plumbers["study"] == {"level": "school", "then": "apprenticeship"}


def test_the_years_of_an_apprenticeship_stand_with_their_source(careers: Run) -> None:
    document = careers("show", "47-2152.00", "--json").document
    years = document["data"]["apprenticeship"]
    publisher = next(source["publisher"] for source in document["sources"] if source["id"] == years["source"])
    card = " ".join(careers("show", "47-2152.00", "--brief").out.split())
    told = f"apprenticeship of {years['low']} to {years['high']} years, mostly {years['usual']}: paid work with classes"
    (number,) = re.findall(rf"{told} \[([0-9]+)\]", card)
    assert f"[{number}] {publisher}" in card
    assert careers("show", "29-1141.00", "--json").data["apprenticeship"] is None
    full = " ".join(careers("compare", "47-2152.00", "29-1141.00", "--full").out.split())
    (number,) = re.findall(rf"{told} \[([0-9]+)\]", full)
    assert f"[{number}] {publisher}" in full


def test_a_list_tells_studies_in_words(careers: Run) -> None:
    out = careers("list", "--all", "--family", "construction", "--sort", "years").out
    assert "high school + apprenticeship" in out
    out = careers("list", "--all", "--limit", "level<=bac+2", "-n", "20").out
    assert "associate’s (bac+2)" in out
