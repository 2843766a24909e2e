"""What each occupation is like: our descriptions, conditions and ways in, in the files and on the sheet."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from careercli.compiler.checks import find_spacing_problems
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.study_words import study_phrase

from .conftest import Run

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "data/occupations"
OWN_WORDS = ROOT.parent / "shared/checks/own_words_atlas.py"
TEXTS = ("summary", "duties", "setting", "hard", "likes")


def rows(name: str) -> dict[str, dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert len({row["code"] for row in found}) == len(found)
    return {row["code"]: row for row in found}


def loose(code: str) -> bool:
    """Residual and military codes say what they gather: they may lack duties."""
    return code.startswith("55-") or "All Other" in rows("occupations.csv")[code]["label"]


def test_the_files_describe_the_same_occupations() -> None:
    described = [set(rows(f"{name}.csv")) for name in ("descriptions_en", "descriptions_fr", "conditions", "access_fr")]
    assert described[0]
    assert all(codes == described[0] for codes in described)
    assert described[0] <= set(rows("occupations.csv"))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_description_is_whole_and_set_well(lang: Lang) -> None:
    for code, row in rows(f"descriptions_{lang}.csv").items():
        duties = [duty for duty in row["duties"].split("|") if duty]
        assert 4 <= len(duties) <= 6 or (loose(code) and len(duties) <= 6), code
        assert all(row[text].endswith(".") for text in TEXTS if text != "duties"), code
        assert 35 <= sum(len(row[text].split()) for text in TEXTS) <= 150, code
        assert not [wrong for text in TEXTS for wrong in find_spacing_problems(row[text], lang)], code


def test_conditions_are_of_the_list_and_few() -> None:
    known = yaml.safe_load((ROOT / "data/conditions.yaml").read_text("utf-8"))
    for key in ("may_bring", "rules_out"):
        assert {other for entry in known.values() for other in entry.get(key, ())} <= set(known)
    for code, row in rows("conditions.csv").items():
        ids = [id_ for id_ in row["conditions"].split("|") if id_]
        assert len(ids) == len(set(ids)) <= 6, code
        assert set(ids) <= set(known), code


def test_ways_in_have_a_level_and_regulated_ones_are_marked() -> None:
    for code, row in rows("access_fr.csv").items():
        assert row["level"] in set("345678"), code
        assert row["years"] == "" or (row["level"] == "8" and 6 <= int(row["years"]) <= 12), code
        assert row["regulated"] in ("", "yes"), code
        assert row["source"] or not row["regulated"], code
        assert 10 <= len(row["text"]) <= 200, code


def test_a_license_says_where_it_is_needed_and_on_what_that_rests(careers: Run) -> None:
    licenses = rows("licenses_en.csv")
    assert len(licenses) > 300
    assert set(licenses) <= set(rows("occupations.csv"))
    for code, row in licenses.items():
        assert row["need"] in ("everywhere", "most", "some"), code
        assert bool(row["source"] and row["page"]) != bool(row["law"]), code
        assert 10 <= len(row["text"].split()) <= 45, code
        assert row["text"].endswith("."), code
        assert not list(find_spacing_problems(row["text"], "en")), code
    nurse = careers("show", "29-1141.00", "--json").data["license"]
    assert (nurse["need"], nurse["source"]) == ("everywhere", "bls-ooh-2024-34")
    assert "NCLEX-RN" in careers("show", "29-1141.00", "-s", "preparation").out
    assert "bachelor’s degree (US) and a license; " in careers("show", "29-1141.00", "--brief").out
    assert "permis" not in careers("show", "29-1141.00", "--brief", lang="fr").out
    assert "license" not in careers("show", "27-1024.00", "-s", "preparation").out.lower()


@pytest.mark.skipif(not OWN_WORDS.exists(), reason="the official texts to compare with are not here")
def test_descriptions_are_in_our_own_words() -> None:
    done = subprocess.run([sys.executable, OWN_WORDS, FOLDER], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_sheet_says_what_its_people_do(careers: Run) -> None:
    data = careers("show", "29-1141.00", "--json").data
    assert data["summary"] == rows("descriptions_en.csv")["29-1141.00"]["summary"]
    assert len(data["duties"]) >= 4
    assert {condition["id"] for condition in data["conditions"]} >= {"shifts", "nights"}
    screen = careers("show", "29-1141.00", width=200).out
    assert data["summary"] in screen
    assert all(duty in screen for duty in data["duties"])
    assert data["hard"] in screen


def test_a_french_sheet_says_how_one_gets_in_in_france(careers: Run) -> None:
    data = careers("show", "29-1141.00", "--json", "--lang", "fr").data
    assert data["access"]["regulated"] is True
    assert "diplôme d’état" in data["access"]["text"].lower()
    assert "profession réglementée" in careers("show", "29-1141.00", "--lang", "fr", width=200).out.lower()
    assert careers("show", "29-1141.00", "--json").data["access"] is None


def test_an_occupation_without_words_of_ours_has_no_hole(careers: Run, tmp_path: Path) -> None:
    described = rows("descriptions_en.csv")
    bare = next((code for code in rows("occupations.csv") if code not in described), None)
    if bare is None:
        pytest.skip("every occupation is described")
    screen = careers("show", bare).out
    assert "WHAT THE WORK IS" not in screen
    assert "Who likes it" not in screen


@pytest.mark.parametrize(
    ("career", "years", "start"),
    [
        ("29-1161.00", 6, "Bac+6. PASS ou L.AS"),
        ("29-1215.00", 10, "Bac+10. Études de médecine"),
        ("19-2012.00", 8, "Master de physique puis doctorat (bac+8)"),
        ("25-1042.00", 8, "Bac+8. Doctorat de biologie"),
    ],
)
def test_a_doctorate_counts_the_years_that_lead_to_it(
    careers: Run, catalogue: Catalogue, career: str, years: int, start: str
) -> None:
    french = ("--lang", "fr", "--country", "FR")
    assert f"Accès : {start}" in " ".join(careers("show", career, "--brief", *french).out.split())
    (measures,) = catalogue.measures("FR", [career])
    assert measures.years == years
    assert study_phrase(measures.study, Say("fr")) == f"doctorat (bac+{years})"
    for limit, kept in ((years, True), (years - 1, False)):
        found = careers("list", "--all", "--limit", f"years<={limit}", "--json", *french).data
        assert (career in {card["id"] for card in found}) is kept
