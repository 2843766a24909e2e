"""Where a pay stands, and what leads further from there."""

import json

import pytest

from careercli.library.catalogue import Catalogue
from careercli.usecases.rank_pay import RankRequest, rank_pay
from tests.conftest import Run


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_place_is_used(careers: Run) -> None:
    done = careers("salary", "--pay", "52000", "--place", "Minneapolis")
    assert "In Minneapolis-St. Paul-Bloomington, MN-WI: above the pay of 41% of those employed there, ★ 3." in flat(
        done.out
    )
    local = careers("salary", "--pay", "52000", "--place", "Minneapolis", "--json").data["local"]
    assert (local["stars"], local["at_least"]) == (3, False)
    assert local["percentile"] == pytest.approx(0.41, abs=0.01)


def test_a_place_of_another_country_is_left_out_and_said(careers: Run) -> None:
    done = careers("salary", "--pay", "24000", "--place", "Minneapolis", lang="fr")
    assert "Les salaires par lieu sont ceux d’un autre pays" in done.err
    assert "Minneapolis" not in done.out


def test_the_place_of_the_person_is_used_where_it_has_figures(careers: Run) -> None:
    careers("me", "set", "place", "Ohio")
    assert "In Ohio: above" in careers("salary", "--pay", "52000").out
    assert "Ohio" not in careers("salary", "--pay", "24000", lang="fr").out


def test_a_low_gross_wage_keeps_more(careers: Run) -> None:
    out = flat(careers("salary", "--pay", "24000", lang="fr").out)
    assert "Soit environ 1 576 € net par mois" in out
    assert "du Smic il reste 79 %, du salaire moyen 76 %" in out


def test_careers_that_lead_further_pay_more_after_short_studies(catalogue: Catalogue) -> None:
    """A star more at least, no longer studies, openings first; nothing that one must have worked in before."""
    request = RankRequest(lang="en", country="US", pay=52_000, period="year", tax="gross")
    report = rank_pay(catalogue, request)
    measures = {one.id: one for one in catalogue.measures("US")}
    assert len(report.further) == 6
    assert report.next_stars
    for card in report.further:
        assert (card.median or 0) >= report.next_stars
        assert (measures[card.id].years or 0) <= 2
        assert card.study
        assert card.study.then not in ("experience", "years")
    openings = [card.values["openings"] for card in report.further]
    assert openings == sorted(openings, reverse=True)


def test_in_france_careers_lead_further_by_french_diplomas(catalogue: Catalogue) -> None:
    report = rank_pay(catalogue, RankRequest(lang="fr", country="FR", pay=24_000, period="year", tax="gross"))
    assert all(card.study and (card.study.diploma or 8) <= 5 and not card.nearest_here for card in report.further)
    limits = report.actions[0].command
    assert "étoiles>=2" in limits
    assert "années<=2" in limits


def test_what_one_has_studied_leads_further(careers: Run) -> None:
    careers("me", "set", "study", "bachelor")
    data = json.loads(careers("salary", "--pay", "52000", "--json").out)
    assert "29-1141.00" in {row["id"] for row in data["data"]["further"]}  # nurses
    assert "years<=4" in careers("salary", "--pay", "52000").err + json.dumps(data["actions"])


@pytest.mark.parametrize(
    ("pay", "taken_for"),
    [
        ("52000", "Understood as $52,000 gross a year; if it is not, say so with `--period`."),
        ("1700", "Understood as $1,700 gross a month; if it is not, say so with `--period`."),
        ("$40/h", "Understood as $40 gross an hour."),
    ],
)
def test_what_a_pay_is_taken_for_is_always_said(careers: Run, pay: str, taken_for: str) -> None:
    assert taken_for in flat(careers("salary", "--pay", pay).err)


def test_a_pay_below_the_minimum_wage_is_asked_about(careers: Run) -> None:
    """Where the minimum wage is known: by the month, the year or the hour, gross or net."""
    asked = "C’est moins que le Smic, 1 802 € brut par mois à temps plein (2024) : est-ce un net"
    for pay in ("1700", "1700 par mois", "20000 par an", "11 €/h"):
        assert asked in flat(careers("salary", "--pay", pay, lang="fr").err), pay
    net = flat(careers("salary", "--pay", "1200 € net par mois", lang="fr").err)
    assert "C’est moins que le Smic, 1 426 € net par mois à temps plein (2024) : est-ce un temps partiel ?" in net
    assert "Compris comme 1 200 € net par mois." in net
    for pay in ("1802", "1700 net", "24000"):
        assert "Smic" not in careers("salary", "--pay", pay, lang="fr").err, pay
    assert "minimum wage" not in careers("salary", "--pay", "700", "--period", "month").err
