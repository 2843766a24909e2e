"""A third language and a third country are data: the folder `third` adds both, and no line of `src` names them."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from careercli import locale
from careercli.compiler.locate import Locations
from tests.conftest import ROOT, Run

THIRD = ROOT / "tests/third"


@pytest.fixture(scope="module")
def third(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's words and data, with a language and a country more."""
    folder = tmp_path_factory.mktemp("third")
    shutil.copytree(small, folder / "data")
    shutil.copytree(ROOT / "src/careercli/locale", folder / "locale")
    shutil.copytree(THIRD / "locale", folder / "locale", dirs_exist_ok=True)
    for path in (THIRD / "data").rglob("*"):
        there = folder / path.relative_to(THIRD)
        if path.is_file():
            before = there.read_text("utf-8") if there.exists() else ""
            there.write_text(before + path.read_text("utf-8"), "utf-8")
    for po in (folder / "locale").glob("*/LC_MESSAGES/*.po"):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source))
    return folder


@pytest.fixture(autouse=True)
def installed(third: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = third / "data"
    monkeypatch.setattr(locale, "FOLDER", third / "locale")
    monkeypatch.setattr(
        "careercli.compiler.locate.locate", lambda own, cached: Locations(None, data, own / "roles", third / "cache")
    )
    locale.languages.cache_clear()
    locale._translations.cache_clear()


@pytest.fixture(autouse=True, scope="module")
def forgotten() -> object:
    yield
    locale.languages.cache_clear()
    locale._translations.cache_clear()


def test_the_program_speaks_the_language_and_shows_its_country_first(careers: Run) -> None:
    done = careers("show", "29-1141.00", lang="de")
    assert done.code == 0, done.err
    assert "Krankenpfleger oder Krankenpflegerin" in done.out
    assert "GEHALT" in done.out
    assert re.search(r"[0-9]{2}\.[0-9]{3}\u00a0PLN", done.out)
    assert "(Polen, Mai 2025)" in done.out
    assert careers("show", "krankenpflegerin", lang="de").out == done.out
    assert careers("show", "nobody at all", lang="de").err.startswith("Fehler: ")


def test_the_figures_of_the_country_are_had_in_any_language(careers: Run) -> None:
    data = careers("show", "29-1141.00", "--country", "PL", "--json").data
    assert (data["pay"]["country"], data["pay"]["currency"], data["pay"]["p50"]) == ("PL", "PLN", 72_900)
    assert data["stars"]["p50"] == 3
    assert data["name_de"] == "Krankenpfleger oder Krankenpflegerin"
    assert data["outlook"] is None
    assert careers("show", "29-1141.00", "--country", "US", "--json").data["pay"]["currency"] == "USD"


def test_a_guide_is_shown_as_far_as_it_is_written(careers: Run) -> None:
    data = careers("show", "KI-Ingenieur", "--json", lang="de").data
    assert (data["id"], data["name"], data["lang"]) == ("ai-engineer", "KI-Ingenieur", "de")
    assert [section["id"] for section in data["sections"]] == ["introduction"]
    assert careers("show", "data-analyst", "--json", lang="de").data["lang"] == "en"


def test_a_guide_of_ones_own_begins_in_english_words_where_there_are_no_others(careers: Run) -> None:
    done = careers("new", "Imker", lang="de")
    assert done.code == 0
    assert "imker/de.yaml" in done.out
    assert careers("show", "imker", lang="de").code == 0


def test_salaries_are_those_of_the_country(careers: Run) -> None:
    data = careers("salary", "29-1141.00", "--json", lang="de").data
    assert [band["currency"] for band in data["bands"]] == ["PLN"]
    ranked = careers("salary", "--pay", "81000", "--country", "pl", "--json").data
    assert (ranked["currency"], ranked["stars"], round(ranked["percentile"], 2)) == ("PLN", 4, 0.5)
    assert ranked["nearest"]


def test_a_list_and_a_comparison_use_its_figures(careers: Run) -> None:
    cards = {card["id"]: card for card in careers("list", "--all", "--sort", "pay", "--country", "PL", "--json").data}
    assert cards["29-1141.00"]["median"] == 72_900
    assert sum(card["median"] is not None for card in cards.values()) >= 5
    data = careers("compare", "29-1141.00", "47-2111.00", "-w", "pay=1", "--country", "PL", "--json").data
    rows = {row["id"]: row for row in data["rows"]}
    assert [cell["value"] for cell in rows["pay_pl_p50"]["cells"]] == [72_900, 81_000]
    assert [career["id"] for career in data["ranking"]] == ["47-2111.00", "29-1141.00"]


def test_a_limit_of_the_quiz_is_in_its_currency(careers: Run) -> None:
    scores = ["quiz", "--scores", "R=27,I=13,A=23,S=25,E=14,C=14", "--no-save", "--country", "PL"]
    least = careers(*scores, "--limit", "pay>=70000PLN", "--json").data
    unknown = least["limits"][0]["unknown"]  # they stay, marked
    assert 0 < least["candidates"] - unknown <= 10
    assert careers(*scores, "--limit", "pay>=70000", "--json").data["candidates"] == least["candidates"]
    ranked = careers(*scores, "--limit", "pay>=30000USD", "--json").data
    assert ranked["candidates"] > 0


def test_no_line_of_the_program_names_either() -> None:
    names = re.compile(r'"de"|"PL"|"PLN"|\bGerman|\bPoland|\bPolish|zł')
    found = [
        f"{path.name}: {line.strip()}"
        for path in (ROOT / "src").rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if names.search(line)
    ]
    assert found == ['words.py: "de": say("in German"),']  # in which language a source is written
