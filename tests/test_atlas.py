"""The atlas: official figures as the files have them, and the commands that show them."""

import csv
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.compiler import figures
from careercli.core.careers.occupation import Occupation
from careercli.core.pay import distribution as pay
from careercli.core.text.ids import fold
from careercli.files.strict_yaml import load_yaml
from careercli.library.catalogue import Catalogue
from tests.conftest import ROOT, Run

DATA = ROOT / "data/occupations"
SHARED = ROOT.parent / "shared/data"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder `shared` is not beside the checkout")


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CODES = [row["code"] for row in table("occupations.csv")]


@pytest.fixture(scope="module")
def occupations(catalogue: Catalogue) -> dict[str, Occupation]:
    return {code: catalogue.get_occupation(code, "en", "US") for code in CODES}


# the tables


@needs_shared
def test_the_script_gives_the_same_bytes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import build_atlas

    monkeypatch.setattr(build_atlas, "OUT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["build_atlas.py", str(SHARED)])
    build_atlas.main()
    written = sorted(path.name for path in tmp_path.iterdir())
    assert len(written) >= 8
    for name in written:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name


@needs_shared
def test_fifty_occupations_have_the_figures_of_the_official_file(occupations: dict[str, Occupation]) -> None:
    with (SHARED / "oews/oews_national_2025-05.csv").open(encoding="utf-8") as file:
        wages = {row["soc_code"]: row for row in csv.DictReader(file)}
    with (SHARED / "bls_projections/table_1_2_2024-34.csv").open(encoding="utf-8") as file:
        outlooks = {row["soc"]: row for row in csv.DictReader(file)}
    names = {"p10": "p10", "p25": "p25", "p50": "median", "p75": "p75", "p90": "p90", "mean": "mean"}
    compared = 0
    for code in random.Random(7).sample(CODES, 50):
        one = occupations[code]
        if one.pay is not None:
            kind = "annual" if one.pay.period == "year" else "hourly"
            row = wages[one.pay.code]
            for ours, theirs in names.items():
                text = row[f"{kind}_{theirs}"]
                value = getattr(one.pay, ours)
                assert (value is None) == (text in ("-", "")), (code, ours)
                assert value is None or value == float(text)
                compared += 1
        if one.outlook is not None:
            row = outlooks[code[:7]] if code[:7] in outlooks else outlooks[one.pay.code if one.pay else ""]
            assert one.outlook.growth_percent == float(row["chg_pct"])
            assert one.outlook.openings_per_year == pytest.approx(float(row["openings_k"]) * 1000)
            compared += 1
    assert compared > 200


def test_every_occupation_with_interests_has_all_six(occupations: dict[str, Occupation]) -> None:
    rated = [one for one in occupations.values() if one.interests]
    assert len(rated) == 923
    for one in rated:
        assert one.interests
        values = [getattr(one.interests, letter) for letter in "RIASEC"]
        assert all(1 <= value <= 7 for value in values)


def test_nearly_all_occupations_have_full_pay(occupations: dict[str, Occupation]) -> None:
    rated = [one for one in occupations.values() if one.interests]
    apart = [one for one in rated if one.pay and not one.pay.group and len(one.stars) == 5]
    grouped = [one for one in rated if one.pay and one.pay.group]
    assert len(apart) >= 851
    assert 25 <= len(grouped) <= 32
    for one in occupations.values():
        assert ("pay" in one.missing) == (one.pay is None)


def test_related_codes_and_the_guides_codes_exist(occupations: dict[str, Occupation], catalogue: Catalogue) -> None:
    for row in table("related.csv"):
        assert set(row["related"].split()) <= set(CODES)
    for card in catalogue.cards("en"):
        for link in catalogue.get_role(card.id, "en").occupations:
            assert link.code in occupations


def test_every_occupation_has_a_french_label_of_its_own() -> None:
    labels = {row["code"]: row["label"] for row in table("labels_fr.csv")}
    assert set(labels) == set(CODES)
    assert len(set(labels.values())) == len(labels)
    assert not any("'" in label or "(" in label for label in labels.values())


def test_french_labels_are_clean_and_name_both_genders() -> None:
    for row in table("labels_fr.csv"):
        label = row["label"]
        assert label == " ".join(label.split()), row
        assert label[0].isupper(), row
        # A second "ou" that parts no two trades hides both forms from the search.
        assert label.count(" ou ") < 2 or "," in label, row


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("11-3071.04", "Responsable supply chain"),
        ("13-1032.00", "Expert ou experte automobile"),
        ("15-1255.00", "Designer UX/UI"),
        ("15-2051.00", "Data scientist"),
        ("15-2051.01", "Analyste décisionnel ou analyste décisionnelle BI"),
        ("17-1012.00", "Paysagiste concepteur ou paysagiste conceptrice"),
        ("19-3034.00", "Psychologue de l’Éducation nationale"),
        ("23-1012.00", "Attaché ou attachée de justice"),
        ("27-1026.00", "Étalagiste, visual merchandiser"),
        ("29-1161.00", "Sage-femme"),
        ("35-3041.00", "Agent ou agente de service de repas"),
        ("41-9022.00", "Agent immobilier ou agente immobilière"),
        ("49-9071.00", "Agent polyvalent ou agente polyvalente de maintenance"),
        ("49-9096.00", "Monteur-levageur ou monteuse-levageuse"),
        ("51-2092.00", "Agent ou agente de montage"),
        ("51-4041.00", "Opérateur-régleur ou opératrice-régleuse sur machine-outil"),
        ("51-9082.00", "Technicien ou technicienne orthoprothésiste"),
        ("53-2012.00", "Pilote professionnel ou pilote professionnelle"),
    ],
)
def test_labels_are_what_a_french_adviser_says(occupations: dict[str, Occupation], code: str, label: str) -> None:
    assert occupations[code].names["fr"] == label


def test_what_france_has_not_has_a_nearest_trade_of_another_name() -> None:
    marked = {row["label"]: row["nearest"] for row in table("labels_fr.csv") if row["nearest"]}
    assert len(marked) > 50
    for label, nearest in marked.items():
        assert nearest == " ".join(nearest.split()), nearest
        assert nearest[:2].isupper() or nearest[0].islower(), nearest
        assert not nearest.endswith("."), nearest
        assert "'" not in nearest, nearest
        assert fold(nearest) != fold(label), label


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("29-1071.00", "infirmier ou infirmière en pratique avancée (IPA)"),
        ("29-1171.00", "infirmier ou infirmière en pratique avancée (IPA)"),
        ("29-2061.00", "aide-soignant ou aide-soignante"),
        ("23-2011.00", "assistant ou assistante juridique, clerc de notaire"),
        ("11-9131.00", "directeur ou directrice de secteur à La Poste"),
        ("29-1141.00", None),
        ("29-1161.00", None),
    ],
)
def test_a_trade_that_france_has_not_is_said_in_french_alone(
    careers: Run, catalogue: Catalogue, code: str, nearest: str | None
) -> None:
    assert catalogue.get_occupation(code, "fr", "FR").nearest_here == nearest
    assert catalogue.get_occupation(code, "en", "US").nearest_here is None
    line = f"Ce métier n’existe pas sous ce nom en France\u202f; le plus proche\u00a0: {nearest}."
    shown = careers("show", code, "--lang", "fr", "--format", "markdown").out
    assert (line in shown) == bool(nearest)
    assert ("pas sous ce nom" in shown) == bool(nearest)
    assert "under this name" not in careers("show", code).out
    assert json.loads(careers("show", code, "--lang", "fr", "--json").out)["data"]["nearest_here"] == nearest


def test_synonyms_are_of_known_codes_and_each_of_one() -> None:
    synonyms: Any = load_yaml(ROOT / "data/synonyms.yaml").value
    assert set(synonyms) <= set(CODES)
    owners: dict[str, str] = {}
    for code, said in synonyms.items():
        for word in {*said.get("en", []), *said.get("fr", [])}:
            assert owners.setdefault(word.lower(), code) == code, word


def test_no_sentence_of_a_source_is_bundled() -> None:
    ours = {"conditions.csv", "descriptions_en.csv", "descriptions_fr.csv", "access_fr.csv", "licenses_en.csv"}
    for path in (path for path in DATA.glob("*.csv") if path.name not in ours):
        for row in csv.reader(path.open(encoding="utf-8")):
            assert max(len(cell.split()) for cell in row) <= (60 if path.name == "related.csv" else 25), (
                path.name,
                row,
            )


# the distribution of all employees


@pytest.fixture(scope="module")
def wages() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in table("pay_us.csv")}


def test_the_mixture_meets_the_published_percentiles(wages: dict[str, dict[str, str]]) -> None:
    mixture = pay.mixture_of(figures.wage_curves(wages))
    published = [float(wages["00-0000"][f"annual_{point}"]) for point in figures.POINTS]
    for share, amount in zip(pay.QUANTILES, published, strict=True):
        assert mixture.amount_at(share) == pytest.approx(amount, rel=0.02)
    bent = pay.bend(mixture, published)
    for share, amount in zip(pay.QUANTILES, published, strict=True):
        assert bent.amount_at(share) == pytest.approx(amount, rel=1e-9)
        assert bent.share_below(amount) == pytest.approx(share, abs=1e-12)
    assert list(bent.shares) == sorted(set(bent.shares))
    assert list(bent.amounts) == sorted(set(bent.amounts))
    assert bent.amount_at(0.95) == pytest.approx(166_000, rel=0.03)
    assert bent.amount_at(0.99) == pytest.approx(290_000, rel=0.04)


def test_all_employees_are_counted_once(wages: dict[str, dict[str, str]]) -> None:
    total = sum(curve[0] for curve in figures.wage_curves(wages))
    assert total == pytest.approx(float(wages["00-0000"]["employment"]), rel=0.01)


@given(st.floats(1, 5e6), st.floats(1, 5e6))
def test_more_pay_is_never_a_lower_share(catalogue: Catalogue, one: float, other: float) -> None:
    for country in ("US", "FR"):
        everybody = catalogue.all_employees(country)
        assert everybody
        low, high = sorted((one, other))
        below = everybody.distribution.share_below
        assert 0 <= below(low) <= below(high) <= 1


@pytest.mark.parametrize(
    ("share", "stars"),
    [
        (0, 1),
        (0.1999, 1),
        (0.20, 2),
        (0.35, 3),
        (0.5, 4),
        (0.65, 5),
        (0.8, 6),
        (0.9, 7),
        (0.95, 8),
        (0.975, 9),
        (0.99, 10),
    ],
)
def test_stars_go_by_the_share_of_employees_with_less_pay(share: float, stars: int) -> None:
    assert pay.stars_of(share) == stars


def test_equal_percentiles_are_no_division_by_zero() -> None:
    curve = (100.0, 30_000.0, 30_000.0, 40_000.0, 90_000.0, 90_000.0)
    mixture = pay.mixture_of([curve, (50.0, 20_000.0, 25_000.0, 30_000.0, 35_000.0, 40_000.0)])
    assert 0 < mixture.share_below(35_000) < 1


def test_the_french_points_are_met(catalogue: Catalogue) -> None:
    everybody = catalogue.all_employees("FR")
    assert everybody
    for amount, share in ((1492, 0.1), (1823, 0.3), (2190, 0.5), (4334, 0.9), (5593, 0.95), (10261, 0.99)):
        assert everybody.distribution.share_below(amount) == pytest.approx(share, abs=1e-9)
    assert everybody.net_of_gross == pytest.approx(2733 / 3602)


# the commands


def shown(careers: Run, *arguments: str) -> dict[str, object]:
    done = careers(*arguments, "--json")
    assert done.code == 0, done.err
    data: dict[str, object] = json.loads(done.out)["data"]
    return data


@pytest.mark.parametrize(
    "name", ["29-1141", "29-1141.00", "registered nurse", "Registered Nurses", "RN", "infirmière", "Infirmier"]
)
def test_a_nurse_is_found_by_any_name(careers: Run, name: str) -> None:
    data = shown(careers, "show", name)
    assert (data["kind"], data["id"], data["job_zone"]) == ("occupation", "29-1141.00", 4)
    assert set(data["interests"]) == set("RIASEC")  # type: ignore[call-overload]
    wage = data["pay"]
    assert isinstance(wage, dict)
    assert (wage["p50"], wage["currency"], wage["period"], wage["reference"]) == (97550, "USD", "year", "2025-05")
    outlook = data["outlook"]
    assert isinstance(outlook, dict)
    assert {"from", "to", "growth_percent", "openings_per_year"} <= set(outlook)
    assert data["stars"] == {"p10": 5, "p25": 5, "p50": 6, "p75": 6, "p90": 7}


def test_a_title_of_one_wage_code_is_its_first_and_said(careers: Run) -> None:
    done = careers("show", "television writer", "--json")
    assert json.loads(done.out)["data"]["id"] == "27-3043.00"
    assert "Poets, Lyricists and Creative Writers" in json.loads(done.out)["notes"][0]


def test_a_title_of_several_occupations_lists_them(careers: Run) -> None:
    done = careers("show", "cook")
    assert done.code == 3
    assert "careers show 35-2014.00  Cooks, Restaurant" in done.err


def test_a_misspelt_occupation_is_suggested(careers: Run) -> None:
    done = careers("show", "electritian")
    assert done.code == 3
    assert "careers show 47-2111.00" in done.err


def test_a_guide_comes_before_an_occupation(careers: Run) -> None:
    assert shown(careers, "show", "data scientist")["kind"] == "role"
    assert shown(careers, "show", "ML engineer")["id"] == "ai-engineer"


def test_what_is_not_known_is_said(careers: Run) -> None:
    assert "larger group" in careers("show", "13-1021").out
    assert "What is not known".upper() in careers("show", "55-3011.00").out
    assert shown(careers, "show", "55-3011.00")["pay"] is None


def test_a_guide_has_measured_stars_beside_our_own(careers: Run) -> None:
    data = shown(careers, "show", "software-developer", "--section", "pay")
    ratings = data["sections"][0]["ratings"]  # type: ignore[index]
    assert {(r["level"], r["stars"]) for r in ratings if r["basis"] == "editorial"} >= {("middle", 6), ("senior", 7)}
    measured = {r["level"]: r for r in ratings if r["basis"] == "measured"}
    assert set(measured) == {"junior", "middle", "senior", "top"}
    assert 0.9 < measured["middle"]["percentile"] < 0.95
    assert (measured["middle"]["stars"], measured["middle"]["of"]["code"]) == (7, "15-1252")


def test_the_list_of_the_atlas_is_filtered_and_sorted(careers: Run) -> None:
    everything = shown(careers, "list", "--all")
    assert len(everything) == 1016
    rich = json.loads(careers("list", "--all", "--min-stars", "8", "--sort", "growth", "--json").out)["data"]
    assert rich
    assert all(card["stars"] >= 8 for card in rich if not card["unknown"])
    assert {card["stars"] for card in rich if card["unknown"]} == {None}
    for unknown in (False, True):  # what may not keep the limit comes after what does
        grown = [card["growth_percent"] for card in rich if bool(card["unknown"]) is unknown]
        known = [growth for growth in grown if growth is not None]
        assert known == sorted(known, reverse=True)
    assert [bool(card["unknown"]) for card in rich] == sorted(bool(card["unknown"]) for card in rich)
    law = json.loads(careers("list", "--all", "--family", "droit", "--limit", "3", "--json").out)["data"]
    assert {card["family"] for card in law} == {"law"}
    keen = json.loads(careers("list", "--all", "--interest", "sa", "--zone", "4", "--json").out)["data"]
    assert all(set(card["interests"][:2]) == {"S", "A"} and card["job_zone"] <= 4 for card in keen)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--all", "--interest", "RX"],
        ["--all", "--remote"],
        ["--about", "animals", "--entry", "easy"],
        ["--sort", "nothing such"],
        ["--all", "--zone", "6"],
    ],
)
def test_options_that_do_not_go_together_are_a_usage_error(careers: Run, arguments: list[str]) -> None:
    assert careers("list", *arguments).code == 2


def test_salary_of_a_guide_has_measured_and_editorial_stars(careers: Run) -> None:
    data = shown(careers, "salary", "data-scientist")
    assert data["id"] == "data-scientist"
    assert {rating["basis"] for rating in data["ratings"]} == {"editorial", "measured", "records"}  # type: ignore[attr-defined]
    assert "Where sources disagree" in careers("salary", "data-scientist").out


def test_salaries_are_drawn_over_one_axis(careers: Run) -> None:
    done = careers("salary", "data-scientist", "electricians", "29-1141", "--no-pager", terminal=True, width=80)
    assert done.code == 0
    bars = [line for line in done.screen.splitlines() if "┃" in line]
    assert len(bars) == 3
    assert bars[1].index("├") < bars[0].index("├")


def test_a_pay_is_placed_by_country_period_and_net(careers: Run) -> None:
    data = shown(careers, "salary", "--pay", "85000")
    assert data["percentile"] == pytest.approx(0.77, abs=0.01)
    assert (data["stars"], data["currency"], data["country"]) == (5, "USD", "US")
    french = shown(careers, "salary", "--pay", "3000", "--country", "FR", "--period", "month")
    assert french["percentile"] == pytest.approx(0.55, abs=0.01)
    net = shown(careers, "salary", "--pay", "2190", "--country", "FR", "--period", "month", "--net")
    assert net["percentile"] == pytest.approx(0.5, abs=1e-6)
    hourly = shown(careers, "salary", "--pay", "24.51", "--period", "hour")
    assert hourly["percentile"] == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 6),
        (["--pay", "0"], 2),
        (["--pay", "-5"], 2),
        (["--pay", "nan"], 2),
        (["--pay", "1e400"], 2),
        (["--pay", "5", "--country", "DE"], 2),
        (["--pay", "5", "--net"], 2),
        (["ai-engineer", "--pay", "5"], 2),
        (["ai-engineer", "AI engineer"], 2),
        (["nobody-at-all-xyz"], 3),
    ],
)
def test_bad_salaries_exit_with_their_code(careers: Run, arguments: list[str], code: int) -> None:
    assert careers("salary", *arguments).code == code


def test_numbers_are_written_as_the_language_writes_them(careers: Run) -> None:
    assert "97\u202f550\u00a0$" in careers("show", "29-1141", "--lang", "fr").out
    assert "$97,550" in careers("show", "29-1141").out
    assert "4,9\u00a0%" in careers("show", "29-1141", "--lang", "fr").out


def test_a_figure_of_a_wider_group_names_it_on_every_sheet(careers: Run, occupations: dict[str, Occupation]) -> None:
    parts = [code for code, one in occupations.items() if one.pay and not one.pay.of.own]
    assert len(parts) >= 149
    for code in (*random.Random(5).sample(parts, 12), "27-3043.05", "13-1199.06"):
        one = occupations[code]
        assert one.pay is not None
        out = " ".join(careers("show", code).out.split())
        assert f"“{one.pay.of.title}” ({one.pay.of.code}): it is not published apart" in out
        if one.employment:
            assert f"counts a larger group, “{one.pay.of.title}”" in out
    assert "larger group" not in careers("show", "29-1141.00").out


def test_a_list_marks_figures_of_wider_groups(careers: Run) -> None:
    out = careers("list", "--all", "--format", "table", "--width", "200").out
    poets = next(line for line in out.splitlines() if line.startswith("Poets, Lyricists"))
    nurses = next(line for line in out.splitlines() if line.startswith("Registered Nurses"))
    assert poets.count("≈\u00a0") == 3  # stars, pay and growth
    assert "≈" not in nurses
    assert "≈: of a larger group, for the occupation alone has no figure" in " ".join(out.split())


# whose study and entry it is


def test_what_it_takes_names_its_country_wherever_a_french_reader_sees_it(careers: Run) -> None:
    sheet = careers("show", "electricians", "--lang", "fr").out
    for label in ("Zone de préparation 3 sur 5", "Accès habituel", "Expérience préalable", "Formation sur le tas"):
        assert f"{label} (États-Unis)" in sheet
    assert "Zone (États-Unis)" in careers("list", "--all", "--lang", "fr", "--limit", "3").out
    compared = careers("compare", "electricians", "bakers", "--lang", "fr", "--json").data
    rows = {row["id"]: row for row in compared["rows"]}
    assert rows["zone"]["title"] == "Préparation (zone), États-Unis"
    for id_ in ("education", "ready_time"):
        assert all(cell["text"].endswith("(États-Unis, 2024)") for cell in rows[id_]["cells"]), id_


def test_a_sheet_says_where_pay_is_not_in_yet(careers: Run) -> None:
    said = "this program has no official pay by occupation for the United Kingdom yet: this is for the United States"
    short = "not yet in this program for the United Kingdom"
    folded = " ".join(careers("show", "electricians", "--brief", "--country", "GB").out.split())
    assert (folded.count(said), folded.count(short)) == (0, 1)
    for arguments in (["show", "electricians"], ["show", "actors"]):
        assert careers(*arguments, "--country", "GB").out.count(said) == 1
        assert "official pay for" not in careers(*arguments).out
    rough = careers("show", "anesthesiologists", "--country", "FR").out
    assert "there is no official pay of it for France: this is for the United States" in rough
    here = careers("show", "electricians", "--country", "FR").out
    assert "no official pay" not in here
    assert "not yet in" not in here
