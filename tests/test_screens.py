"""What the screens show, and how one asks for a part of them."""

import re
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from careercli.core.careers.reports import OccupationReport
from careercli.core.text.page import Labelled
from careercli.library.catalogue import Catalogue
from careercli.pages.card import Fold, sheet_card
from careercli.usecases.show import ShowRequest, show
from tests.conftest import ROOT, Run

sys.path.append(str(ROOT / "tools"))
import screens

HEIGHT = 24
#: The occupations with most people whose cards are looked at, beside those of all guides.
LARGEST = 100


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_card_fits_a_screen(careers: Run, catalogue: Catalogue, lang: str) -> None:
    largest = sorted(catalogue.occupation_cards("en", "US"), key=lambda card: -(card.employment or 0))[:LARGEST]
    for id_ in [*(card.id for card in catalogue.cards("en")), *(card.id for card in largest)]:
        lines = careers("show", id_, "--brief", "--format", "table", width=80, lang=lang).out.splitlines()
        assert len(lines) <= HEIGHT, id_
        assert max(map(cell_len, lines)) <= 80, id_


def test_a_card_that_is_too_long_says_less_of_what_matters_least(catalogue: Catalogue) -> None:
    """Remarks are put together, then go the bars, who likes it, where it is done, what is hard."""
    report = show(catalogue, ShowRequest(lang="fr", country="FR", career="25-9042.00", brief=True))
    assert isinstance(report, OccupationReport)
    say = catalogue.say("fr")
    cards = [sheet_card(report, say, fold)[0] for fold in Fold]
    heights = [len(card.rows) for card in cards if isinstance(card, Labelled)]
    assert heights == sorted(heights, reverse=True)
    labels = [[label for label, _ in card.rows if label] for card in cards if isinstance(card, Labelled)]
    assert labels[0] == [
        "Salaire",
        "États-Unis",
        "Emplois",
        "Accès",
        "Au quotidien",
        "Le plus dur",
        "Pour qui",
        "Intérêts /7",
    ]
    assert labels[-1] == ["Salaire", "Emplois", "Accès", "Intérêts"]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_label_of_a_card_stands_without_its_text(careers: Run, width: int, lang: str) -> None:
    for career in ("35-2019.00", "15-1299.00", "29-1141.00", "ai-ethicist"):
        out = careers("show", career, "--brief", "--format", "plain", width=width, lang=lang).out
        assert not [line for line in out.splitlines() if line.rstrip("\u00a0 ").endswith(":")]
        assert not [line for line in out.splitlines() if line.startswith(":")]


def test_the_card_names_the_median_and_the_growth_of_all(careers: Run) -> None:
    out = careers("show", "29-1141.00", "--brief").out
    told = "1 in 10 below $68,940 – median $97,550 – 1 in 10 above $137,470"
    told += " (gross a year, US, May 2025 [1]; thick: the middle half)"
    assert told in out
    assert "this one +4.9%, all careers +3.1%" in out


def test_every_source_that_a_card_cites_is_named_on_it(careers: Run) -> None:
    out = careers("show", "software-developer", "--brief").out
    card, foot = out.rstrip().rsplit("\n\n", 1)
    cited, named = (set(re.findall(r"\[(\d+)", part)) for part in (card, foot))
    assert len(cited) > 1
    assert cited == named
    assert re.search(r"(\[\d+\] ){2}U\.S\. Bureau of Labor Statistics", foot)


@pytest.mark.parametrize("career", ["ai-engineer", "29-1141.00"])
def test_a_number_of_the_contents_is_a_section(careers: Run, career: str) -> None:
    whole = careers("show", career).out
    titles = [line for line in whole.splitlines() if line[:1].isdigit() and line.isupper()]
    assert len(titles) > 5
    for number in (1, 4, len(titles)):
        part = careers("show", career, "--section", str(number)).out
        assert [line for line in part.splitlines() if line in titles] == [titles[number - 1]]


def test_a_section_of_a_sheet_has_a_number_an_id_and_a_title_in_each_language(careers: Run) -> None:
    shown = {careers("show", "29-1141.00", "-s", name).out for name in ("2", "pay", "SALARY", "salaire")}
    assert len(shown) == 1
    assert careers("show", "29-1141.00", "-s", "2", "--json").data["kind"] == "occupation"


def test_a_section_that_is_not_there_is_told(careers: Run, catalogue: Catalogue) -> None:
    assert careers("show", "29-1141.00", "-s", "outlok").code == 3
    assert careers("show", "29-1141.00", "-s", "40").code == 3
    assert careers("show", "ai-engineer", "-s", "99").code == 3
    lacking = next(code for code in ("35-2019.00", "15-1299.00") if not catalogue.get_occupation(code, "en", "US").ai)
    done = careers("show", lacking, "-s", "ai")
    assert (done.code, "Nothing is known of it under" in done.err) == (0, True)


def test_a_section_leads_to_the_next(careers: Run) -> None:
    actions = careers("show", "ai-engineer", "-s", "4", "--json").document["actions"]
    assert [action["command"] for action in actions] == ["careers show ai-engineer --section 5"]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [80, 100, 140, 200])
@pytest.mark.parametrize("everything", [[], ["--all", "--sort", "pay", "-n", "90"]])
def test_a_row_of_a_list_is_one_line(careers: Run, lang: str, width: int, everything: list[str]) -> None:
    out = careers("list", *everything, "--format", "table", width=width, lang=lang).out
    first = out.split("\n\n")[1 if everything else 5].splitlines()
    assert len(first) == (2 + 90 if everything else 2 + 9)
    assert max(map(cell_len, first)) <= width


def test_what_is_cut_is_cut_at_a_word_and_whole_elsewhere(careers: Run) -> None:
    whole = careers("list", "--format", "plain").out
    cut = [line for line in careers("list", "--format", "table", width=80).out.splitlines() if line.endswith("…")]
    assert cut
    for line in cut:
        words = line.removesuffix("…").split("  ")[-1]
        assert words in whole


def test_a_list_begins_with_both_numbers(careers: Run) -> None:
    _, numbers, fields, _, guides, *_ = careers("list").out.split("\n\n")
    assert numbers == (
        "23 fields; one of them: `careers list --family production`. All 1,016 careers: "
        "`careers list --all`. By what you care for: `careers list --about animals`."
    )
    assert "Law: 8" in fields
    assert guides == (
        "9 careers have a long guide so far, in artificial intelligence, data, governance and ethics, project "
        "management and software."
    )


def test_money_stands_beside_stars(careers: Run) -> None:
    out = careers("list").out.replace("\u00a0", " ")
    assert re.search(r"Software developer +7 +\$135,980 ", out)
    assert re.search(r"AI ethicist +6 +≈ \$108,000 ", out)


def test_costs_rise_within_a_currency(careers: Run) -> None:
    out = careers("show", "software-developer", "-s", "costs").out
    assert (
        out.index("Languages, editors")
        < out.index("US bootcamp, a crash course: $")
        < out.index("US public university, four")
    )
    out = careers("show", "software-developer", "-s", "costs", "--country", "FR").out
    assert out.index("École 42, France: free") < out.index("French university, five years: €0 to")


def test_the_bar_of_a_cost_reaches_from_the_least_to_the_most_and_says_what_it_buys_under_it(careers: Run) -> None:
    lines = careers("show", "data-analyst", "-s", "costs", "--format", "table", width=80).out.splitlines()
    n, university = next((n, line) for n, line in enumerate(lines) if "$9,200 to $47,800" in line)
    assert re.search(r" ─+━+ \$9,200", university)
    assert lines[n + 1].startswith("  From the average after grants to the list price")
    assert re.search(r"(?<!─)━╾?─* \$165|(?<![─━])╾─+ \$165", "\n".join(lines)), "one price is a bar from nought"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("guide", ["data-analyst", "data-engineer"])
def test_a_price_without_room_for_a_bar_stands_apart_from_its_name(careers: Run, guide: str, lang: str) -> None:
    section = careers("show", guide, "-s", "costs", "--json", lang=lang).data["sections"][0]
    out = careers("show", guide, "-s", "costs", "--format", "table", width=40, lang=lang).out
    country = {"en": "US", "fr": "FR"}[lang]
    here = [cost["name"] for cost in section["costs"] if cost["country"] == country]
    assert here
    for name in here:  # broken over lines or not, then two columns further in or a line of its own
        assert re.search(r"\s".join(map(re.escape, name.split())) + r"(?:  |\n  )\S", out), name


@pytest.mark.parametrize(("width", "blocks"), [(40, True), (80, True), (100, True), (140, False)])
def test_what_the_way_in_costs_is_a_block_a_person_where_a_table_would_be_read_askew(
    careers: Run, width: int, blocks: bool
) -> None:
    out = careers("show", "data-analyst", "-s", "costs", "--format", "table", width=width).out
    role = careers("show", "data-analyst", "-s", "costs", "--json").data
    people = len(role["sections"][0]["sums"])
    assert (out.count("To pay"), people > 1) == (people if blocks else 1, True)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_guide_says_what_each_reader_reads_first(careers: Run, catalogue: Catalogue, lang: str) -> None:
    out = careers("show", "data-analyst", "--no-pager", "--format", "table", width=80, lang=lang).out
    first = out[out.index({"en": "Read first", "fr": "À lire d’abord"}[lang]) :].split("\n\n")[0]
    first = first[: first.index({"en": "The work", "fr": "Le travail"}[lang])]
    ids = careers("show", "data-analyst", "--json", lang=lang).data["sections"]
    told = [ids[int(number) - 1]["id"] for number in re.findall(r"\d+", first)]
    assert told[:5] == ["day-in-the-life", "how-to-become", "after-school", "pay", "costs"]
    assert told[5:9] == ["career-change", "pay", "costs", "how-to-become"]
    assert told[9:] == ["fit", "pros-cons", "myths"]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_whole_guide_on_a_screen_names_its_terms_and_says_how_each_is_explained(careers: Run, lang: str) -> None:
    terms = careers("show", "data-engineer", "-s", "words", "--json", lang=lang).data["sections"][0]["items"]
    whole = careers("show", "data-engineer", "--format", "table", width=80, lang=lang).out
    told = " ".join(whole.replace("\u00a0", " ").split())
    drawn = told[told.index("· " + terms[3]["name"]) :]
    assert terms[0]["text"] not in told
    assert all(term["name"].replace("\u00a0", " ") in told for term in terms)
    shown = re.findall(r"`(careers [^`]*)`", drawn)[:2]
    assert [command.split()[1] for command in shown] == ["define", "show"]
    assert all(careers(*command.split()[1:], lang=lang).code == 0 for command in shown)
    for format_ in ("plain", "markdown", "csv"):
        assert terms[0]["text"].split(".")[0] in careers("show", "data-engineer", "--format", format_, lang=lang).out


def test_a_product_is_not_broken_at_its_sign(careers: Run) -> None:
    for width in range(40, 80, 3):
        out = careers("show", "data-analyst", "-s", "costs", "--format", "table", width=width).out
        assert not re.search(r"×$|^\s*×", out, flags=re.MULTILINE)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_salary_section_begins_with_what_one_may_expect_as_bars(careers: Run, lang: str) -> None:
    out = careers("show", "data-engineer", "-s", "pay", "--format", "table", width=80, lang=lang).out
    drawn = out.split("\n\n")[2].splitlines()
    labels = {"en": "Bridge job", "fr": "Poste passerelle"}[lang]
    assert drawn[0].startswith(labels)
    assert len(drawn) == 4
    assert all("━" in line and "★" in line for line in drawn)
    whole = careers("show", "data-engineer", "--format", "table", width=80, lang=lang).out
    assert whole.count(labels + "  ") == 1, "the card has told it"


def test_the_day_is_a_line_of_moments(careers: Run) -> None:
    out = careers("show", "software-developer", "-s", "day-in-the-life", "--format", "table", width=80).out
    assert re.search(r"\d:\d\d am ● \w", out.replace("\u00a0", " "))


def test_pay_of_one_currency_is_drawn_over_one_axis(careers: Run) -> None:
    out = careers("show", "ai-specialist", "-s", "pay", "--format", "table", width=80).out
    bars = [line for line in out.splitlines() if "┃" in line]
    assert len(bars) == 3
    data, developers = bars[2], bars[1]  # from 67,240 and 82,460 dollars
    assert developers.index("├") > data.index("├")


def test_a_terminal_that_only_goes_on_gets_the_card_and_how_to_see_more(careers: Run) -> None:
    done = careers("show", "ai-engineer", terminal=True, TERM="dumb")
    assert len(done.screen.splitlines()) < 40
    assert "`careers show ai-engineer --section 4`" in done.screen.replace("\n", " ")
    assert len(careers("show", "ai-engineer", "--no-pager", terminal=True, TERM="dumb").screen.splitlines()) > 100


def test_a_command_is_never_broken_where_a_line_can_hold_it(careers: Run) -> None:
    out = careers("show", "29-1141.00", "--format", "table", width=40).out
    assert "`careers show 29-1141.00 --section 4`" in out


def test_a_command_is_set_off_by_colour_or_by_quotes(careers: Run) -> None:
    coloured = careers("list", terminal=True).out
    assert "\x1b[1;36mcareers list --all\x1b[0m" in coloured
    assert "`careers list --all`" in careers("list", "--no-color", terminal=True).out


@pytest.mark.parametrize(
    ("changes", "coloured"),
    [
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
        ({}, False),
    ],
)
def test_colour_can_be_forced_into_a_pipe(careers: Run, changes: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in careers("list", **changes).out) == coloured


def test_palettes(careers: Run, home: Path) -> None:
    def codes(*arguments: str) -> set[str]:
        written = re.findall(r"\x1b\[([0-9;]*)m", careers("list", *arguments, terminal=True).out)
        return {code for together in written for code in together.split(";")}

    assert codes("--palette", "mono") <= {"0", "1", "2", "4"}
    assert "33" in codes()
    assert "2" not in codes("--palette", "contrast")
    assert careers("list", "--palette", "pink").code == 2
    (home / "config/careers").mkdir(parents=True)
    (home / "config/careers/config.toml").write_text('palette = "mono"\n')
    assert codes() <= {"0", "1", "2", "4"}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "29-1141.00"],
        ["show", "ai-engineer"],
        ["list"],
        ["list", "--all", "-n", "20"],
        ["salary", "ai-engineer"],
    ],
)
def test_what_is_read_aloud_has_no_signs(careers: Run, arguments: list[str], lang: str) -> None:
    out = careers(*arguments, terminal=True, width=60, lang=lang, ACCESSIBLE="1").out
    assert not set("★☆█━─│◆✓✗±≈") & set(out)
    for line in out.splitlines():
        assert len(line) <= 60 or " " not in line.strip(), line


@pytest.mark.parametrize("name", screens.SCREENS)
def test_the_pictures_are_of_what_the_program_says(name: str, cache: Path, env: dict[str, str]) -> None:
    kept = (screens.FOLDER / f"{name}.svg").read_text("utf-8")
    assert screens.draw(name, cache / "careers", env) == kept, "`make screens` draws it anew"


def test_a_picture_fetches_nothing(careers: Run) -> None:
    picture = careers("list", "--format", "svg").out
    assert picture.startswith("<svg")
    assert not re.findall(r"url\(\W*https?:", picture)


@pytest.mark.parametrize("width", [149, 150, 200])
def test_a_wide_terminal_has_two_columns_of_sections(careers: Run, width: int) -> None:
    lines = careers("show", "ai-engineer", "--format", "table", width=width).out.splitlines()
    assert max(map(cell_len, lines)) <= width
    heads = [re.findall(r"(?:^| {3,})([0-9]+)  \S", line) for line in lines if "──────" in line]
    assert any(len(numbers) == 2 for numbers in heads) == (width >= 150)
    shown = sorted(int(number) for numbers in heads for number in numbers)
    whole = careers("show", "ai-engineer", "--json").data["sections"]
    assert shown == list(range(1, len(whole) + 1))
