"""Which official figures a guide may show: its own where its occupation is the same, else its neighbours' as such."""

import re
from pathlib import Path

import pytest

from careercli.core.careers.model import NeighbourPay, PayBand, Role, Section
from careercli.core.comparing.compare import official_band, section_of
from careercli.core.pay import bands as pay_bands
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, languages
from tests.conftest import Run
from tests.test_data import ROLES

#: The official occupations beside each guide that the US statistics do not count: their wage codes and medians.
NEIGHBOURS = {
    "ai-engineer": {"15-1252": 135_980, "15-1221": 140_300},
    "ai-ethicist": {"13-1041": 80_730, "11-9199": 141_900},
    "ai-specialist": {"15-2051": 120_230, "15-1252": 135_980, "15-1221": 140_300},
    "chatbot-project-manager": {"13-1082": 102_320},
    "data-analyst": {"13-1161": 78_760, "15-2031": 88_940, "13-1111": 101_860},
    "data-engineer": {"15-1243": 139_500},
    "prompt-engineer": {"27-3042": 90_390, "15-1253": 104_300, "15-1252": 135_980},
}
EXACT = sorted(set(ROLES) - set(NEIGHBOURS))


def pay_of(catalogue: Catalogue, role: str, lang: str = "en") -> Section:
    return section_of(catalogue.get_role(role, lang), "pay")


def us_neighbours(section: Section) -> NeighbourPay | None:
    return next((pay for pay in section.neighbours if pay.country == "US"), None)


def test_two_guides_are_counted_by_the_statistics() -> None:
    assert EXACT == ["data-scientist", "software-developer"]


@pytest.mark.parametrize("role", ROLES)
def test_only_an_exact_occupation_lends_measured_stars(catalogue: Catalogue, role: str) -> None:
    ratings = pay_of(catalogue, role).ratings
    measured = {rating.level: rating.of for rating in ratings if rating.basis == "measured"}
    exact = {link.code[:7] for link in catalogue.get_role(role, "en").occupations if link.match == "exact"}
    assert {of.code for of in measured.values() if of and of.own} == exact
    assert len(measured) == (4 if role in EXACT else 0)


@pytest.mark.parametrize("role", ROLES)
def test_only_an_exact_occupation_lends_outlook_and_size(catalogue: Catalogue, role: str) -> None:
    (measures,) = catalogue.measures("US", [role])
    lent = (measures.growth, measures.openings, measures.freelance)
    assert all(value is not None for value in lent) if role in EXACT else lent == (None, None, None)
    assert measures.interests is not None
    assert measures.zone is not None


@pytest.mark.parametrize("role", NEIGHBOURS)
def test_the_neighbours_of_a_guide_are_named_and_their_middle_stands_in(catalogue: Catalogue, role: str) -> None:
    section = pay_of(catalogue, role)
    pay = us_neighbours(section)
    assert pay is not None
    assert {wage.of.code: wage.p50 for wage in pay.occupations} == NEIGHBOURS[role]
    assert (pay.low, pay.high) == (min(NEIGHBOURS[role].values()), max(NEIGHBOURS[role].values()))
    assert all(wage.of.title and not wage.of.own for wage in pay.occupations)
    assert official_band(catalogue.get_role(role, "en"), "US") is None
    (measures,) = catalogue.measures("US", [role])
    assert measures.pay == pay.middle == (pay.low + pay.high) / 2


@pytest.mark.parametrize("role", EXACT)
def test_a_guide_with_its_own_occupation_has_no_neighbours(catalogue: Catalogue, role: str) -> None:
    assert us_neighbours(pay_of(catalogue, role)) is None
    assert {band.counts for band in pay_of(catalogue, role).bands if band.occupation} == {"title"}


def test_the_data_analyst_shows_no_figure_of_data_scientists(careers: Run) -> None:
    data = careers("show", "data-analyst", "-s", "pay", "--json").data
    (section,) = data["sections"]
    assert {band["p50"] for band in section["bands"] if band["country"] == "US"} == {
        *(78_760, 88_940, 101_860),
        *(100_956, 101_000),
        *(86_000, 95_000, 125_000),
    }
    assert {rating["basis"] for rating in section["ratings"]} == {"editorial", "records"}


def test_beginners_records_and_no_experienced_architects_rate_a_junior_data_engineer(catalogue: Catalogue) -> None:
    junior = {
        r.basis: r for r in pay_of(catalogue, "data-engineer").ratings if (r.level, r.country) == ("junior", "US")
    }
    assert set(junior) == {"editorial", "records"}
    assert (junior["records"].amount, junior["records"].stars, junior["records"].respondents) == (91_200, 5, 206)


def test_the_page_says_whose_pay_it_is(careers: Run) -> None:
    out = " ".join(careers("salary", "chatbot-project-manager").out.split())
    assert "do not count this career itself" in out
    assert "The occupation beside it, “Project Management Specialists”, has a median of $102,320" in out
    assert "Chatbot project manager ≈ Project Management Specialists" in out
    assert "116,580" not in out
    ethicist = careers("salary", "ai-ethicist").out
    assert "Managers, All Other (11-9199): $141,900" in ethicist
    french = " ".join(careers("salary", "data-engineer", lang="fr").out.split())
    assert "La profession voisine, « Architecte de bases de données »" in french.replace("\u00a0", " ")


@pytest.mark.parametrize("lang", languages())
def test_the_first_screen_says_what_is_known_in_the_country_of_the_reader(careers: Run, lang: str) -> None:
    first = {
        "en": ("$86,000", "$145,000", "our judgment", "≈ $78,760 to $101,860"),
        "fr": ("29 000", "72 000", "selon nous"),
    }
    out = careers("show", "data-analyst", "--brief", lang=lang).out.replace("\u202f", " ").replace("\u00a0", " ")
    for text in first[lang]:
        assert text in out, text


def test_stars_are_of_ten_everywhere(careers: Run) -> None:
    for role in ROLES:
        glance = careers("show", role, "-s", "at-a-glance", "--json").data["sections"][0]
        out = careers("show", role, "-s", "at-a-glance").out
        assert not re.search(r"of 5(?![\d,])", out.replace("\u00a0", " "))
        assert "of\u00a010" in out
        assert glance["stars"] == next(
            r["stars"] for r in glance["ratings"] if (r["basis"], r["level"]) == ("editorial", "senior")
        )


def test_the_pay_that_our_stars_stand_for_stands_beside_them(catalogue: Catalogue) -> None:
    for role in ROLES:
        judged = [rating for rating in pay_of(catalogue, role).ratings if rating.basis == "editorial"]
        assert all(rating.country == "US" and rating.low for rating in judged)
        ends = {rating.stars: (rating.low, rating.high) for rating in judged}
        assert all((high is None) == (stars == 10) for stars, (_, high) in ends.items())


def test_few_cases_and_old_figures_say_so(careers: Run) -> None:
    out = careers("salary", "ai-engineer").out.replace("\u00a0", " ")
    assert "★ 6 of 10, $109,900 (2024, 10 cases)" in out
    table = careers("salary", "software-developer", lang="fr").out
    assert "2019, chiffre vieux de plus de 3 ans" in table
    assert "2025, chiffre vieux" not in table


def test_what_pay_can_exceed_is_no_upper_mark(careers: Run) -> None:
    assert "can exceed $300,000" in careers("salary", "prompt-engineer").out
    assert "€50,000 to more than €108,000" in careers("salary", "ai-engineer").out
    bands = {band["id"]: band for band in careers("salary", "prompt-engineer", "--json").data["bands"]}
    assert (bands["eu-upper-mark"]["can_pass"], bands["eu-upper-mark"].get("high")) == (100_000, None)


def band(**facts: object) -> PayBand:
    told = {"id": "a", "country": "US", "currency": "USD", "period": "year", "tax": "gross", "reference": "2025"}
    return PayBand(**({"basis": "official", "p50": 50_000.0} | told | facts))  # type: ignore[arg-type]


def test_a_place_or_a_month_stands_for_no_country() -> None:
    assert pay_bands.first_official([band(place="Austin")], "US") is None
    assert pay_bands.first_official([band(period="month")], "US") is None
    assert pay_bands.first_official([band(counts="neighbour", occupation="11-1011.00")], "US") is None
    near = pay_bands.find_neighbour_pay([band(counts="neighbour", occupation="11-1011.00")], "US")
    assert near is not None
    assert near.occupations[0].of.title == "11-1011.00"
    assert pay_bands.find_neighbour_pay([band()], "US") is None


def test_a_level_is_told_of_the_country_before_a_place_in_it() -> None:
    told = [
        band(id="place", basis="market", level="junior", place="Lyon", p50=None, low=1.0, high=3.0),
        band(id="country", basis="survey", level="junior", p50=4.0),
        band(id="other", basis="survey", level="middle", counts="neighbour"),
        band(id="ours", basis="editorial", level="senior"),
    ]
    found = pay_bands.find_level_band(told, "US", "junior")
    assert found is not None
    assert found.id == "country"
    assert pay_bands.find_level_band(told[:1], "US", "junior") == told[0]
    assert pay_bands.middle_of(told[0]) == 2.0
    assert pay_bands.find_level_band(told, "US", "middle") is None
    assert pay_bands.find_level_band(told, "US", "senior") is None


def test_every_guide_of_ours_says_when_it_was_reviewed_where_it_was(careers: Run, catalogue: Catalogue) -> None:
    reviewed = {role: catalogue.get_role(role, "en").reviewed for role in ROLES}
    assert sum(date is not None for date in reviewed.values()) >= 8
    date = reviewed["ai-engineer"]
    assert f"Sources last checked: {Say('en').date(date or '')}." in careers("show", "ai-engineer").out
    assert "Data scientist" in careers("sources").out.partition("When the sources of each guide".upper())[2][:600]
    assert careers("show", "ai-engineer", "--json").data["reviewed"] == date


def guides(catalogue: Catalogue) -> list[Role]:
    return [catalogue.get_role(role, lang) for role in ROLES for lang in languages()]


def test_pages_of_several_salaries_name_the_neighbours(careers: Run, catalogue: Catalogue) -> None:
    out = careers("salary", "data-analyst", "data-scientist").out
    assert "Data analyst ≈ Management Analysts: $60,640 – median $101,860 – $171,640" in out
    assert "Data scientist: $67,240 – median $120,230 – $199,130" in out
    assert "≈ marks a figure that is not of the career alone. Data analyst: “Market" in out
    assert all(link.title for guide in guides(catalogue) for link in guide.occupations)


def test_a_wrong_mapping_is_refused(careers: Run, own_roles: Path) -> None:
    careers("new", "Bee keeper")
    facts = own_roles / "bee-keeper/facts.yaml"
    text = facts.read_text("utf-8").replace("basis: editorial, reference", "basis: editorial, counts: title, reference")
    facts.write_text(text.replace("low: 51000", "occupation: 15-1252.00, low: 51000"), "utf-8")
    done = careers("validate", str(facts.parent))
    assert done.code == 4
    assert "follows from how closely `15-1252.00` matches" in done.out
