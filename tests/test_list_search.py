"""`careers list`, `careers search`, `careers sources`, as they are used."""

import contextlib
import csv
import io
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from careercli.core.text.languages import Lang
from careercli.errors import NotFoundError
from careercli.library.catalogue import Catalogue
from careercli.render.tables import cut_in_middle
from careercli.usecases.search import SearchRequest, search
from tests.conftest import Run
from tests.terminal import Screen

NINE = {
    "ai-specialist",
    "ai-engineer",
    "prompt-engineer",
    "ai-ethicist",
    "chatbot-project-manager",
    "data-scientist",
    "data-analyst",
    "data-engineer",
    "software-developer",
}


def cards(careers: Run, *arguments: str) -> list[dict[str, Any]]:
    done = careers("list", "--json", *arguments)
    assert done.code == 0, done.err
    data: list[dict[str, Any]] = json.loads(done.out)["data"]
    return data


def test_the_nine_careers_are_listed(careers: Run) -> None:
    found = cards(careers)
    assert {card["id"] for card in found} == NINE
    assert all({"id", "kind", "name", "family", "stars"} <= set(card) for card in found)


def test_people_who_are_counted_with_a_larger_group_are_marked(careers: Run) -> None:
    rows = careers("list", "--all", "--sort", "size", "-n", "6").out.splitlines()
    baristas, counter = (next(row for row in rows if row.startswith(name)) for name in ("Baristas", "Fast Food"))
    assert "≈\u00a03,854,050" in baristas
    assert "≈" not in counter


def test_sorted_by_stars_the_best_come_first(careers: Run) -> None:
    stars = [card["stars"] for card in cards(careers, "--sort", "stars")]
    assert stars == sorted(stars, reverse=True)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_list_tells_the_pay_that_the_card_tells(careers: Run, lang: str) -> None:
    for card in cards(careers, "--lang", lang):
        top = careers("show", card["id"], "--brief", "--lang", lang).out.split("\n\n")[0]
        amounts = {int("".join(filter(str.isdigit, found))) for found in re.findall(r"[\d,\u202f\u00a0]{5,}", top)}
        assert {card["pay"]["low"], card["pay"]["high"]} == amounts
        assert f"★\u00a0{card['stars']}\u00a0" in top
        assert (card["pay"]["country"], card["pay"]["stars"]) == ({"en": "US", "fr": "FR"}[lang], card["stars"])
        judged = {rating["stars"] for rating in card["ratings"] if rating["basis"] == "editorial"}
        assert judged == {card["judged_stars"]}


def test_stars_are_sorted_and_limited_where_the_reader_is(careers: Run) -> None:
    stars = [card["stars"] for card in cards(careers, "--sort", "stars", "--lang", "fr")]
    assert stars == sorted(stars, reverse=True)
    most = max(stars)
    kept = cards(careers, "--limit", f"stars>={most}", "--lang", "fr")
    assert len(kept) == stars.count(most)
    assert {card["stars"] for card in kept} == {most}


def test_money_of_a_list_is_of_one_currency_and_the_foot_says_what_it_is(careers: Run) -> None:
    out = careers("list", "--lang", "fr").out
    assert "$" not in out
    assert out.count("€") == len(NINE)
    assert "Salaire, brut par an, France\u00a0: ≈ la cinquième année, selon nous." in out


def test_filters_keep_what_they_say(careers: Run) -> None:
    assert {card["family"] for card in cards(careers, "--family", "données")} == {"data"}
    assert min(card["stars"] for card in cards(careers, "--min-stars", "7")) == 7
    assert {card["remote"] for card in cards(careers, "--remote")} == {"often"}
    assert {card["entry"] for card in cards(careers, "--entry", "medium")} == {"medium"}
    skilled = {card["id"] for card in cards(careers, "--skill", "PyTorch")}
    assert {"ai-specialist", "ai-engineer"} <= skilled < NINE


@pytest.mark.parametrize(("option", "value"), [("--skill", "pythn"), ("--family", "dta")])
def test_an_unknown_skill_or_field_is_not_found(careers: Run, option: str, value: str) -> None:
    done = careers("list", option, value)
    assert done.code == 3
    assert value in done.err


def test_nothing_left_is_said_and_is_no_error(careers: Run) -> None:
    done = careers("list", "--min-stars", "10", "--entry", "easy")
    assert done.code == 0
    assert "No guide fits." in done.out


def test_csv_is_read_back(careers: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(careers("list", "--format", "csv").out)))
    assert {row["id"] for row in rows} == NINE


def hits(careers: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(careers("search", "--json", *arguments).out)["data"]
    return found


def test_a_search_finds_passages_best_first(careers: Run) -> None:
    found = hits(careers, "fine-tuning")
    assert found
    scores = [hit["score"] for hit in found]
    assert scores == sorted(scores, reverse=True)
    assert all({"id", "kind", "name", "score", "section", "snippet"} <= set(hit) for hit in found)


def test_accents_case_and_language_do_not_matter(careers: Run) -> None:
    with_accent, without = hits(careers, "Éthique", "--lang", "fr"), hits(careers, "ethique", "--lang", "fr")
    assert with_accent == without != []
    assert hits(careers, "éthique")  # French words are found from English too


def test_typos_are_forgiven_and_said(careers: Run) -> None:
    done = careers("search", "kubenretes")
    assert done.code == 0
    assert "Kubernetes" in done.out
    assert "kubenretes" in done.err


def test_a_search_suggests_the_command_that_opens_it(careers: Run) -> None:
    out = careers("search", "explainability").out
    assert '`careers show "AI engineer" --section responsibility`' in out


def test_a_list_and_a_search_say_what_opens_a_row_by_its_name(careers: Run) -> None:
    seen = careers("list", "--no-pager", terminal=True, width=80, NO_COLOR="1").screen
    assert "\nNext  All about the first  `careers show ai-engineer`\n" in seen
    assert "\n      All occupations      `careers list --all`\n" in seen
    done = careers("search", "nurse", "--format", "table")
    assert done.out.startswith("33 careers for “nurse”\n")
    assert "29-1141" not in done.out
    actions = careers("search", "nurse", "--json").document["actions"]
    assert [action["command"] for action in actions] == ["careers show 29-1141.00", "careers search nurse -n 33"]
    seen = careers("search", "nurse", "--no-pager", "--no-input", terminal=True, width=80, NO_COLOR="1").screen
    assert 'Next  All about the first  `careers show "Registered Nurses"`' in seen
    assert json.loads(careers("show", "Registered Nurses", "--json").out)["data"]["id"] == "29-1141.00"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_a_search_offers_opens_that_very_career(catalogue: Catalogue, lang: Lang) -> None:
    codes = []
    for text in ("nurse", "designer", "ai", "managers all other", "teacher"):
        report = search(catalogue, SearchRequest(lang=lang, country="US", text=text, count=20))
        for hit in report.hits:
            assert hit.opens in (hit.name, hit.id)
            assert catalogue.resolve_career(hit.opens, lang).id == hit.id
            codes += [hit.id] if hit.opens != hit.name else []
    assert len(codes) < 5


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("arguments", [("list",), ("search", "nurse"), ("list", "--all", "-n", "30")])
def test_digits_of_pay_stand_under_each_other(careers: Run, lang: str, arguments: tuple[str, ...]) -> None:
    out = careers(*arguments, "--format", "table", lang=lang).out
    money = re.compile(r"([≈ ])\u00a0? *(\$?\d[\d,\u202f]{4,}(?:\u00a0[€$](?:/mois)?)?)(?=  |$)")
    rows = out[out.index("──────") :].split("\n\n")[0].splitlines()
    found = [match for line in rows if (match := money.search(line))]
    assert found
    assert len({match.end() for match in found}) == 1
    assert len({match.start(1) for match in found if match[1] == "≈"}) == 1


def test_the_core_focus_has_room_at_eighty_columns(careers: Run) -> None:
    for lang in ("en", "fr"):
        out = careers("list", "--format", "table", lang=lang).out.splitlines()
        start = next(line for line in out if line.startswith(("Career ", "Métier "))).index(
            "The work" if lang == "en" else "Le travail"
        )
        cells = [line[start:] for line in out if line[start - 2 : start] == "  " and line[start : start + 1].isalpha()]
        assert len(cells) == len(NINE) + 1
        assert min(map(len, cells[1:])) > 20


def test_nothing_found_is_no_error(careers: Run) -> None:
    done = careers("search", "xyzzyplugh")
    assert done.code == 0
    assert "Nothing is found" in done.out


@pytest.mark.parametrize(
    "text",
    ['"', "*", "AND OR NOT", "NEAR(", "a" * 5000, "c++", "--", "'; DROP TABLE role", "^:", "_", "日本語", "a\x01b"],
)
def test_no_text_breaks_the_search(careers: Run, text: str) -> None:
    assert careers("search", "--json", "--", text).code == 0


def test_an_empty_text_is_a_usage_error(careers: Run) -> None:
    assert careers("search", "  ").code == 2


def test_a_name_leads_to_its_career_first(careers: Run) -> None:
    assert hits(careers, "data engineer")[0]["id"] == "data-engineer"


def test_the_bibliography_has_date_and_licence(careers: Run) -> None:
    sources = json.loads(careers("sources", "--json").out)["data"]
    assert len(sources) > 50
    assert all(source["licence"] and source["date"] and source["address"] for source in sources)


def test_own_roles_join_the_list_and_the_search(careers: Run, own_roles: Path) -> None:
    careers("new", "Bee keeper")
    assert "bee-keeper" in {card["id"] for card in cards(careers)}
    assert hits(careers, "bee keeper")[0]["id"] == "bee-keeper"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_data_sets_of_the_atlas_are_credited(careers: Run, lang: str) -> None:
    sources = json.loads(careers("sources", "--json", "--lang", lang).out)["data"]
    credited = {source["id"]: source for source in sources if source["attribution"]}
    assert set(credited) == {
        "onet-30-1",
        "onet-29-3",
        "bls-oews-2025-05",
        "bls-projections-2024-34",
        "bls-skills-2024",
        "insee-premiere-2079",
        "dares-metiers-2017-19",
        "bls-oews-areas-2025-05",
        "bls-separations-2024-34",
        "bls-attainment-2022-23",
        "eloundou-2023",
        "tomlinson-2025",
        "anthropic-index-2025-02",
    }
    out = " ".join(careers("sources", "--lang", lang).out.split())
    for source in credited.values():
        assert source["changes"]
        assert " ".join(source["attribution"].split()) in out
        assert " ".join(source["changes"].split()) in out
    for id_ in ("onet-30-1", "onet-29-3"):
        assert credited[id_]["licence"] == "CC BY 4.0"
        for word in ("USDOL/ETA", "creativecommons.org/licenses/by/4.0", "O*NET®"):
            assert word in credited[id_]["attribution"]
    assert not any(source["changes"] for source in sources if source["id"] not in credited)


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "good pay without a degree"), ("fr", "Bon salaire sans longues études")]
)
def test_a_subject_by_its_whole_name_is_that_one(careers: Run, lang: str, name: str) -> None:
    assert (
        careers("list", "--about", name, "--json", lang=lang).data
        == careers("list", "--about", "good-pay-no-degree", "--json", lang=lang).data
    )


def test_a_limit_that_no_guide_keeps_leads_to_what_is_known_of_it(careers: Run) -> None:
    document = careers("list", "--entry", "easy", "--json").document
    assert document["data"] == []
    (action,) = document["actions"]
    assert action["command"] == "careers list --sort ease", "of occupations it is not known"
    assert careers("list", "--sort", "ease", "--json").data[0]["entry"] == "medium"


@pytest.mark.parametrize("part", ["_", "_a", "a_", "a1_", "½ ", "ab ", "ﷺ", '"', "*", "é", "e\u0301 ", "+", "x", "😀"])
def test_a_search_text_of_any_length_is_looked_for(catalogue: Catalogue, part: str) -> None:
    catalogue.search("en").answer(part * 1_000)
    with contextlib.suppress(NotFoundError):
        catalogue.resolve_career(part * 1_000, "en")


def test_accents_that_are_characters_of_their_own_are_accents(catalogue: Catalogue) -> None:
    finder = catalogue.search("fr")
    assert finder.answer("inge\u0301nieur") == finder.answer("ingénieur")


@pytest.mark.parametrize("columns", ["9" * 5_000, "9" * 6, "0", "٣", "-1", ""])
def test_odd_columns_are_not_believed(careers: Run, columns: str) -> None:
    assert careers("list", COLUMNS=columns) == careers("list")


@pytest.mark.usefixtures("small_data")  # a catalogue that nothing keeps is compiled
def test_a_path_that_is_too_long_is_told(careers: Run) -> None:
    done = careers("validate", "x" * 5_000)
    assert done.code == 4
    assert "cannot be read" in done.err
    assert careers("list", XDG_CACHE_HOME="/tmp/" + "x" * 5_000).code == 0


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('list --about animals --limit "no nights"', "Animals, no nights"),
        ('list --about animaux --limit "pas de nuit" --lang fr', "Animaux, pas de nuit"),
        ("list --all --min-pay 60k --family law", "Occupations: Law, pay of at least $60,000"),
        ("list --limit stars>=6", "Careers with a full guide: at least 6 stars"),
        ("list --sort name", "Careers with a full guide"),
        ("list", "All careers, by field"),
    ],
)
def test_a_list_is_headed_by_what_was_asked(careers: Run, line: str, title: str) -> None:
    out = careers(*shlex.split(line)).out
    assert out.replace("\u00a0", " ").startswith(f"{title}\n")


def test_the_foot_explains_what_is_on_the_screen(careers: Run) -> None:
    """Columns and signs that are drawn, and the scale of stars; all in a pipe."""
    for width in (60, 80, 100, 140):
        for line in ("list --all -n 30", "list --all --sort pay -n 30", "list --all --sort growth -n 5 --place ohio"):
            table, foot = careers(*line.split(), "--format", "table", width=width).out.rsplit("\n\n", 1)
            foot, drawn = " ".join(foot.split()), table.split("─\n")[-1] if "─\n" in table else table
            assert ("Growth:" in foot) == ("Growth" in table), (width, line)
            assert ("A dash:" in foot) == bool(re.search(r"(^|\s)–(\s|$)", drawn)), (width, line)
            assert ("≈:" in foot) == ("≈" in drawn), (width, line)
            assert "ten is the top 1%" in foot
            assert "(?)" not in foot
    assert "Growth: projected, US, 2024 to 2034." in careers("list", "--all", "-n", "3").out


def test_a_mark_is_not_cut_off_with_a_name(careers: Run) -> None:
    line = ("list", "--about", "cuisine", "--limit", "pas de nuit", "--format", "table")
    for width in (76, 80, 200):
        assert re.search(
            r"(?m)^Diététicien(/ne)?-nutritionniste.*…?\u00a0\(\?\) ", careers(*line, lang="fr", width=width).out
        )


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "nothing with computers"), ("en", "no computers"), ("en", "without animals"), ("fr", "pas d’ordinateurs")],
)
def test_a_search_that_only_refuses_shows_nothing_of_it_and_says_what_to_try(
    careers: Run, lang: str, text: str
) -> None:
    done = careers("search", text, terminal=True, lang=lang, answers=())
    assert {"en": "Nothing is left to look for", "fr": "Rien n’est à chercher"}[lang] in done.screen
    (action,) = careers("search", text, "--json", lang=lang).document["actions"]
    assert action["command"].startswith("careers list --all --limit ")
    assert careers(*shlex.split(action["command"])[1:], lang=lang).code == 0
    assert careers("search", text, "--json", lang=lang).data == []
    assert careers("search", f"animals, {text}", "--json", lang="en").data
    assert careers("search", "no degree", "--json").data


@pytest.mark.parametrize(("lang", "word"), [("en", "animals"), ("fr", "animaux")])
def test_a_search_says_how_many_are_about_it_as_a_list_does(careers: Run, lang: str, word: str) -> None:
    about = len(careers("list", "--about", word, "--json", lang=lang).data)
    found = careers("search", word, lang=lang).out.replace("\u202f", " ").replace("\u00a0", " ")
    total = careers("search", word, "--json", lang=lang).document["total"]
    assert re.search(rf"\n{about} (by|autour) [^\n]+ {total - about} ", found)


def test_a_name_that_is_cut_keeps_its_end() -> None:
    names = [f"Enseignant ou enseignante du supérieur en {what}" for what in ("droit", "physique", "histoire")]
    cut = [cut_in_middle(name, 34) for name in names]
    assert len(set(cut)) == 3
    assert all(cell_len(name) <= 34 and "…" in name for name in cut)
    assert cut_in_middle("Actors", 6) == "Actors"
    assert cell_len(cut_in_middle("Supercalifragilistic", 9)) <= 9


def test_a_search_shows_the_rest_when_asked_and_opens_its_tenth_row_by_0(
    careers: Run, env: dict[str, str], tmp_path: Path
) -> None:
    done = careers("search", "work outdoors", answers=["m", ""])
    assert done.code == 0
    assert "The first 10." in done.screen
    every = careers("search", "work outdoors", "-n", "99", "--json").data
    assert len(every) > 10
    assert all(hit["name"][:20] in done.screen.split("careers for")[-1] for hit in every)
    tenth, env = every[9]["name"], env | {"PAGER": "cat"}
    with Screen(["search", "work outdoors", "--no-pager"], env, tmp_path, width=100, height=40) as screen:
        screen.read_until("0 opens")
        screen.type("0")
        screen.read_until(tenth)
        assert screen.read_all() == 0
    with Screen(["search", "work outdoors", "--no-pager"], env, tmp_path, width=100, height=40) as screen:
        screen.read_until("0 opens")
        screen.type("q")
        assert screen.read_all() == 0
