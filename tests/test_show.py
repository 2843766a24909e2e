"""`careers show`, as it is used."""

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from careercli.core.careers.guide_sections import LATER_SECTIONS, SECTIONS
from careercli.library.catalogue import Catalogue
from tests.conftest import Run
from tests.terminal import Screen

WHOLE = (
    "ai-specialist",
    "ai-engineer",
    "prompt-engineer",
    "ai-ethicist",
    "chatbot-project-manager",
    "data-scientist",
    "data-analyst",
    "data-engineer",
    "software-developer",
)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("role", WHOLE)
def test_a_guide_has_all_sections_in_order(careers: Run, role: str, lang: str) -> None:
    shown = json.loads(careers("show", role, "--json", "--lang", lang).out)
    assert shown["schema_version"] == 1
    assert (shown["command"], shown["language"]) == ("show", lang)
    data = shown["data"]
    assert (data["kind"], data["id"]) == ("role", role)
    found = [section["id"] for section in data["sections"]]
    assert set(SECTIONS) - set(found) <= {"words", *LATER_SECTIONS}
    assert found == sorted(found, key=SECTIONS.index)
    pay = next(section for section in data["sections"] if section["id"] == "pay")
    assert {"country", "currency", "period", "tax", "reference", "basis"} <= set(pay["bands"][0])
    assert {rating["level"] for rating in pay["ratings"]} >= {"junior", "middle", "senior"}
    assert {band["country"] for band in pay["bands"]} >= {"US", "FR"}
    assert len({band["country"] for band in pay["bands"]}) >= 3


@pytest.mark.parametrize(
    "name",
    ["ai-specialist", "AI Specialist", "  ai   specialist ", "AISPECIALIST", "spécialiste en IA", "Specialiste en ia"],
)
def test_names_are_forgiven(careers: Run, name: str) -> None:
    assert json.loads(careers("show", name, "--json").out)["data"]["id"] == "ai-specialist"


@pytest.mark.parametrize("code", ["15-1252.00", "15-1252", " 15-1252.00 "])
def test_a_code_opens_its_sheet_which_points_at_the_guide(careers: Run, code: str) -> None:
    document = careers("show", code, "--json").document
    data = document["data"]
    assert (data["kind"], data["id"], data["role"]) == ("occupation", "15-1252.00", "software-developer")
    assert document["actions"][0] == {
        "id": "guide-software-developer",
        "label": "The guide: Software developer",
        "command": "careers show software-developer",
    }
    out = careers("show", code).out
    assert "Described in full in our guide: Software developer (`careers show software-developer`)." in out
    assert "our guide: AI engineer" not in out  # it is near, and not the same


def test_a_guide_points_at_the_sheets_of_its_occupations(careers: Run, catalogue: Catalogue) -> None:
    for card in catalogue.cards("en"):
        actions = careers("show", card.id, "--json").document["actions"]
        commands = [action["command"] for action in actions if action["id"].startswith("occupation-")]
        links = catalogue.get_role(card.id, "en").occupations
        assert commands == [f"careers show {link.code}" for link in links]
        for link in links:
            assert careers("show", link.code, "--json").data["id"] == link.code


@pytest.mark.parametrize("name", ["software developer", "Développeur logiciel", "data scientist"])
def test_a_name_that_both_bear_opens_the_guide(careers: Run, name: str) -> None:
    assert careers("show", name, "--json").data["kind"] == "role"


def test_a_code_is_its_occupation_wherever_figures_are_asked_for(careers: Run) -> None:
    assert careers("salary", "15-1252.00", "--json").data["kind"] == "occupation"
    careers_compared = careers("compare", "15-1252.00", "software-developer", "--json").data["careers"]
    assert [career["kind"] for career in careers_compared] == ["occupation", "role"]
    items = careers("quiz", "15-1252.00", "--items", "--json").data["items"]
    assert "direction" in items[0]  # statements of the guide: there is one


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_near_miss_suggests_the_command_and_exits_3(careers: Run, lang: str) -> None:
    done = careers("show", "ai-enginer", "--lang", lang)
    assert done.code == 3
    assert done.out == ""
    assert "ai-enginer" in done.err
    assert "\n  careers show ai-engineer  " in done.err


def test_sections_come_in_the_order_asked_for_in_either_language(careers: Run) -> None:
    done = careers("show", "ai-engineer", "-s", "idées reçues", "-s", "SALARY", "--json")
    assert [section["id"] for section in json.loads(done.out)["data"]["sections"]] == ["myths", "pay"]


def test_an_unknown_section_exits_3_with_a_suggestion(careers: Run) -> None:
    done = careers("show", "ai-engineer", "--section", "mythes-et")
    assert done.code == 3
    assert "careers show ai-engineer --section 28  Myths" in done.err
    french = careers("show", "ai-engineer", "--section=mythes-et", lang="fr").err
    assert "careers show ai-engineer --section=28  Idées reçues" in french


def test_what_a_sheet_has_no_section_for_is_told_with_those_that_it_has(careers: Run) -> None:
    told = careers("show", "nurse", "--section", "costs")
    assert told.code == 3
    assert "only guides have a section `costs`" in told.err
    assert "by number or name: 1 What the work is; 2 Pay; 3 Whom it interests" in told.err
    guide = careers("show", "data-analyst", "--section", "xqzzy", lang="fr").err.replace("\u202f", " ")
    assert "1 En bref ; 2 Introduction" in guide


def test_sections_carry_only_the_sources_they_cite(careers: Run) -> None:
    whole = json.loads(careers("show", "ai-engineer", "--json").out)["sources"]
    part = json.loads(careers("show", "ai-engineer", "-s", "practices", "--json").out)["sources"]
    assert 0 < len(part) < len(whole)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_citation_is_a_number_with_a_source(careers: Run, lang: str) -> None:
    text = careers("show", "ai-specialist", "--lang", lang).out
    assert "[@" not in text
    assert "[1]" in text


def test_a_draft_says_that_it_is_being_written(careers: Run, own_roles: Path) -> None:
    careers("new", "Bee keeper")
    assert "is being written" in careers("show", "bee keeper").out


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv"])
def test_every_format_holds_the_facts(careers: Run, form: str) -> None:
    out = careers("show", "ai-engineer", "--format", form, "--width", "400").out
    for fact in ("135,980", "LIME and SHAP", "84.8%", "€50,000"):
        assert fact in out, fact
    assert "\x1b" not in out


def test_json_excludes_another_format(careers: Run) -> None:
    done = careers("show", "ai-engineer", "--json", "--format", "csv")
    assert done.code == 2
    assert "exclude" in done.err


def test_brief_fits_a_screen(careers: Run) -> None:
    out = careers("show", "ai-specialist", "--brief", "--format", "table", "--width", "80").out
    assert len(out.splitlines()) <= 40
    assert "$140,300" in out


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_line_is_wider_than_the_terminal(careers: Run, width: int, lang: str) -> None:
    done = careers("show", "ai-specialist", "--no-pager", terminal=True, width=width, lang=lang)
    assert done.code == 0
    lines = [line for line in done.screen.split("\n") if not line.startswith("careers ")]  # a command stays whole
    assert max(map(cell_len, lines)) <= width
    assert "…" not in done.screen


def test_the_width_is_that_of_the_terminal(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["show", "ai-specialist", "--no-pager"], env | {"NO_COLOR": "1"}, tmp_path, width=61) as screen:
        assert screen.read_all() == 0
        assert 55 < max(map(cell_len, screen.raw.decode().replace("\r", "").split("\n"))) <= 61


def test_a_terminal_gets_colour(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["show", "ai-engineer", "-s", "pay", "--no-pager"], env, tmp_path) as screen:
        screen.read_all()
        assert b"\x1b[1;36m" in screen.raw


@pytest.mark.parametrize(
    ("changes", "arguments"), [({"NO_COLOR": "1"}, []), ({"TERM": "dumb"}, []), ({}, ["--no-color"])]
)
def test_who_wants_no_colour_gets_none(careers: Run, changes: dict[str, str], arguments: list[str]) -> None:
    show = ["show", "ai-engineer", "-s", "pay", "--no-pager"]
    assert "\x1b[1;36m" in careers(*show, terminal=True).out
    assert "\x1b" not in careers(*show, *arguments, terminal=True, **changes).out


@pytest.mark.parametrize("line", [("show", "55-1011"), ("show", "55-1011", "--brief"), ("salary", "55-1011")])
@pytest.mark.parametrize(("lang", "said"), [("en", "The armed forces pay by rank"), ("fr", "Les armées paient selon")])
def test_the_armed_forces_say_how_they_pay(careers: Run, line: tuple[str, ...], lang: str, said: str) -> None:
    page = careers(*line, lang=lang).out
    assert said in page
    assert "États-Unis" not in page.partition("Sources")[0], "no figures, so none of another country"


def test_our_judgment_is_told_in_words_once_a_section_and_then_by_a_sign(careers: Run) -> None:
    section = careers("show", "data-analyst", "-s", "costs").out
    assert section.count("(our judgment, from here on [*])") == 1
    assert section.index("(our judgment, from here on [*])") < section.index(
        " [*]", section.index("(our judgment, from here on [*])") + 20
    )
    assert "(our judgment)" not in section
    aloud = careers("show", "data-analyst", "-s", "costs", "--accessible", terminal=True).out
    assert "[*" not in aloud
    assert "(our judgment)" in " ".join(aloud.split())
    assert "[*" not in careers("show", "data-analyst", "--brief").out, "a card has few of them"


def test_the_pager_gets_the_guide(env: dict[str, str], tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\nsed 's/^/PAGED /'\n")
    pager.chmod(0o755)
    with Screen(["show", "ai-engineer"], env | {"PAGER": str(pager)}, tmp_path) as screen:
        assert screen.read_all() == 0
        assert b"PAGED " in screen.raw
    with Screen(["show", "ai-engineer"], env | {"PAGER": "/nowhere/pager"}, tmp_path) as screen:
        assert screen.read_all() == 0
        assert b"Takes a model" in screen.raw


def test_two_columns_where_there_is_room_and_one_where_not(careers: Run) -> None:
    wide = careers("show", "ai-engineer", "-s", "pros-cons", "--format", "table", "--width", "100").out
    narrow = careers("show", "ai-engineer", "-s", "pros-cons", "--format", "table", "--width", "40").out
    assert any("For" in line and "Against" in line for line in wide.splitlines())
    assert not any("For" in line and "Against" in line for line in narrow.splitlines())


def test_accessible_output_has_no_boxes(careers: Run) -> None:
    done = careers("show", "ai-engineer", "--accessible", "-s", "pay", terminal=True)
    assert not set("─━│┃") & set(done.out)
    assert "First job: $82,000 to $105,000 (6 stars)" in done.out.replace("\u00a0", " ")


def test_a_card_ends_its_sentences_and_quotes_what_one_might_say(careers: Run) -> None:
    card = " ".join(careers("show", "data-scientist", "--brief").out.split())
    assert re.search(r"8% of US tech ads .* sought beginners \[\d\]\. Bachelor’s", card)
    assert "Not for you if: you say “I would rather make a thing that runs than give advice.”" in card
    french = " ".join(careers("show", "data-scientist", "--brief", lang="fr").out.split())
    assert "vous dites « J’aime mieux fabriquer une chose qui marche que donner des conseils. »" in french
    assert french.count(".. ") == 0
    assert "Salaire :" in french
    assert "Rémunération" not in french


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("guide", WHOLE)
def test_a_card_tells_how_long_it_takes_before_what_else_it_has(careers: Run, guide: str, lang: str) -> None:
    """From school always; then from a related job and from any other, before bars of interests and a third stage."""
    card = " ".join(careers("show", guide, "--brief", lang=lang).out.split())
    school, nearest, other = {
        "en": ("from school", "from a related job", "from any other job"),
        "fr": ("après le bac", "depuis un métier proche", "depuis un tout autre métier"),
    }[lang]
    assert school in card
    if other not in card:
        third, interests = {"en": ("after ten", "Interests"), "fr": ("dix ans", "Intérêts")}[lang]
        assert third not in card
        assert interests not in card
    assert nearest in card or re.search("1 in 10 below|1 sur 10 sous", card)  # a bar whose ends are named


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("guide", WHOLE)
def test_what_a_card_says_of_times_does_not_make_it_longer_than_a_screen(careers: Run, guide: str, lang: str) -> None:
    def lines(form: str) -> list[str]:
        return careers("show", guide, "--brief", "--format", form, width=80, lang=lang).out.splitlines()

    if any(start in line for line in lines("plain") for start in ("related job", "métier proche")):
        assert len(lines("table")) <= 24


def test_the_nearest_occupations_say_what_they_share_and_what_they_pay_beside_it(careers: Run) -> None:
    out = " ".join(careers("show", "29-1141.00", "-s", "related").out.split())
    for said in (
        "Acute Care Nurses: counted with this one in pay; shares Interpersonal, Adaptability `careers show 29-1141.01`",
        "Nurse Practitioners: +36% in pay; preparation 5 of 5; shares Adaptability,",
        "also asks for Physical strength and stamina, Science",
        "Pay is compared by medians (US, May 2025) [1].",
    ):
        assert said in out
    assert "≈" not in out
    related = {other["id"]: other for other in careers("show", "29-1141.00", "--json").data["related"]}
    practitioner, acute = related["29-1171.00"], related["29-1141.01"]
    assert practitioner["pay_percent"] == pytest.approx(100 * (132_300 / 97_550 - 1), abs=0.01)
    assert (acute["pay_percent"], acute["same_pay"], acute["missing"]) == (None, True, [])
    analysts = careers("show", "15-2051.01", "-s", "related").out
    assert "≈\u00a0−12% in pay" in analysts
    assert "≈ marks a figure that is not of the career alone." in analysts


def test_a_french_reader_finds_french_pay_beside_the_nearest_occupations(careers: Run) -> None:
    done = careers("show", "43-3051.00", "-s", "related", "--country", "FR")
    out = " ".join(done.out.split())
    assert "Bookkeeping, Accounting, and Auditing Clerks: ≈ −15% in pay" in out
    assert "Pay is compared by medians (France, 2017 to 2019)" in out
    shown = careers("show", "43-3051.00", "--json", "--country", "FR").data
    related = {other["id"]: other for other in shown["related"]}
    clerk = careers("show", "43-3031.00", "--json", "--country", "FR").data
    ratio = clerk["medians"]["FR"]["amount"] / shown["medians"]["FR"]["amount"]
    assert related["43-3031.00"]["pay_percent"] == pytest.approx(100 * (ratio - 1))
    assert not any(other.get("own_pay") for other in related.values())


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["applying", "apprenticeship", "paying-for-a-change"]),
        ("fr", ["candidater", "alternance", "reconversion"]),
    ],
)
def test_what_it_takes_leads_to_what_is_the_same_for_every_way_in(careers: Run, lang: str, words: list[str]) -> None:
    shown = careers("show", "29-1141.00", "-s", "preparation", lang=lang)
    assert re.findall(r"`careers topic ([\w-]+)`", shown.out) == words
    assert "careers topic" not in careers("show", "29-1141.00", "-s", "pay", lang=lang).out
    assert "careers topic" not in careers("show", "29-1141.00", "--brief", lang=lang).out


def test_a_guide_tells_the_costs_of_the_readers_country_and_how_to_see_the_others(careers: Run) -> None:
    here = careers("show", "software-developer", "-s", "costs").out
    assert "US community college" in here
    assert "BUT" not in here
    asked = "careers show software-developer --section costs --country FR"
    assert f"France: `{asked}`" in here
    there = careers(*asked.split()[1:]).out
    assert "French BUT" in there
    assert "US community college, two years" not in there
    everywhere = careers(*asked.split()[1:], "--country", "DE").out  # no cost of this country is known
    assert "French BUT" in everywhere
    assert "US community college, two years" in everywhere


def test_a_guide_tells_one_figure_of_each_other_country_and_salary_all(careers: Run) -> None:
    role = careers("show", "software-developer", "--json").data
    labels = {b["id"]: b["label"] for s in role["sections"] if s["id"] == "pay" for b in s["bands"]}
    told = careers("show", "software-developer", "-s", "pay").out
    shown = {id_ for id_, label in labels.items() if label in told}
    assert shown >= {id_ for id_ in labels if id_.startswith("us-")} - {"us-austin"} | {"gb-official", "de-official"}
    assert "us-austin" not in shown, "the whole country has official pay"
    assert len([id_ for id_ in shown if id_.startswith("fr-")]) == 1
    everything = careers("salary", "software-developer").out
    assert all(label in everything for label in labels.values())


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_whole_guide_tells_nothing_of_its_card_twice_and_lists_no_source_that_it_does_not_cite(
    careers: Run, lang: str
) -> None:
    whole = careers("show", "data-engineer", lang=lang).out
    label = {"en": "Getting in: ", "fr": "Accès\u00a0: "}[lang]
    assert whole.count(f"\n{label}") == 1
    assert careers("show", "data-engineer", "-s", "at-a-glance", lang=lang).out.count(f"\n{label}") == 1
    told, _, sources = whole.rpartition("\n32. SOURCES\n")
    listed = set(re.findall(r"^\[(\d+)\]", sources, flags=re.MULTILINE))
    cited = {
        number for found in re.findall(r"\[(\d+[^\]]*)\]", told) for number in re.findall(r"(?<!\()\b\d+\b", found)
    }
    assert listed
    assert listed <= cited


@pytest.mark.parametrize(
    "arguments",
    [
        ["data-engineer"],
        ["data-engineer", "--brief"],
        ["data-engineer", "-s", "pay", "-s", "costs"],
        ["29-1141.00"],
        ["29-1141.00", "-s", "outlook"],
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_sources_are_numbered_as_a_reader_meets_them(careers: Run, arguments: list[str], lang: str) -> None:
    out = careers("show", *arguments, lang=lang).out
    listed = [int(number) for number in re.findall(r"(?:^|; |\. )\[(\d+)\](?: |$)", out, flags=re.MULTILINE)]
    told = re.split(r"\n(?:\d+\. )?SOURCES\n|\n\[1\] ", out)[0]
    met: list[int] = []
    for group in re.findall(r"\[((?:\*, )?\d[^\]]*)\]", told):
        met += [int(number) for number in re.findall(r"(?<!\()\b\d+\b", group)]
    first = list(dict.fromkeys(met))
    assert first == list(range(1, len(first) + 1))
    if arguments[0] == "data-engineer" and "--brief" not in arguments:
        assert sorted(set(listed)) == first


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("money", "pay"),
        ("hired", "how-to-become"),
        ("Monday", "how-to-become"),
        ("meetings", "collaboration"),
        ("quit", "pros-cons"),
        ("too old", "career-change"),
        ("frais", "costs"),
        ("lycee", "after-school"),
        ("reunions", "collaboration"),
        ("lundi", "how-to-become"),
    ],
)
def test_a_section_is_found_by_what_one_asks(careers: Run, name: str, id_: str) -> None:
    assert [section["id"] for section in careers("show", "data-analyst", "-s", name, "--json").data["sections"]] == [
        id_
    ]


def test_words_of_other_countries_costs_are_not_explained(careers: Run) -> None:
    """What a course in France costs is not told to American readers, so what its names mean is not either."""
    words = careers("show", "data-engineer", "-s", "words").out
    assert "CPF" not in words
    assert "pipeline" in words.lower()


def test_a_neighbour_stands_beside_its_pay_in_year_five(careers: Run) -> None:
    fifth = next(
        pay for pay in careers("show", "ai-engineer", "--json").data["expected_pay"] if pay["stage"] == "fifth"
    )
    assert f"${fifth['high']:,.0f} in year five" in careers("show", "software-developer", "-s", "related").out
