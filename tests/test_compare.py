"""`careers compare`, as it is used."""

import csv
import io
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from careercli.core.comparing.compare import UNKNOWN, is_alike, known
from careercli.core.comparing.reports import Cell, CompareRow
from careercli.library.catalogue import Catalogue
from careercli.locale import Say, words
from tests.conftest import Run
from tests.terminal import Screen

SEED = {
    "data-scientist": ("similar", "hard"),
    "data-engineer": ("similar", "hard"),
    "data-analyst": ("lower", "medium"),
    "software-developer": ("lower-similar", "medium"),
}
THREE = ("data-scientist", "registered nurses", "electricians")


def compared(careers: Run, *arguments: str) -> dict[str, Any]:
    done = careers("compare", *arguments, "--json")
    assert done.code == 0, done.err
    data: dict[str, Any] = json.loads(done.out)["data"]
    return data


def row(data: dict[str, Any], id_: str) -> list[dict[str, Any]]:
    return next(row["cells"] for row in data["rows"] if row["id"] == id_)


def test_alone_in_a_pipe_it_prints_the_table_of_the_ai_specialist(careers: Run) -> None:
    data = compared(careers)
    assert data["baseline"] == "ai-specialist"
    assert [career["id"] for career in data["careers"]] == ["ai-specialist", *SEED]
    for n, (pay, entry) in enumerate(SEED.values(), 1):
        assert row(data, "pay_against")[n]["value"] == pay
        assert row(data, "entry")[n]["value"] == entry
    assert row(data, "entry")[0]["value"] == "hard"
    assert "Python" in row(data, "tools")[0]["text"]
    assert data["ranking"] == []


def test_the_baseline_turns_the_direction(careers: Run) -> None:
    cells = row(compared(careers, "data-analyst", "ai-specialist"), "pay_against")
    assert [cell["value"] for cell in cells] == ["baseline", "higher"]


def test_guides_and_occupations_by_weights(careers: Run, catalogue: Catalogue) -> None:
    data = compared(careers, *THREE, "--weight", "pay=2", "--weight", "entry=1")
    assert [c["kind"] for c in data["careers"]] == ["role", "occupation", "occupation"]
    assert [one["id"] for one in data["ranking"]] == ["data-scientist", "29-1141.00", "47-2111.00"]
    for one in data["ranking"]:
        assert one["score"] == pytest.approx(sum(one["parts"].values()))
    pay = catalogue.scales("US")["pay"]
    worse = sum(value < 97_550 for value in pay) + sum(value == 97_550 for value in pay) / 2
    assert data["ranking"][1]["parts"]["pay"] == pytest.approx(2 / 3 * worse / len(pay))
    assert {tip["criterion"] for tip in data["sensitivity"]} == {"pay", "entry"}
    assert [cell["value"] for cell in row(data, "pay_us_p50")] == [120_230, 97_550, 63_190]
    assert [cell["best"] for cell in row(data, "zone")] == [False, False, True]
    assert all(cell["source"] == "bls-oews-2025-05" for cell in row(data, "pay_us_p50"))


def test_every_figure_has_a_source_that_is_listed(careers: Run) -> None:
    done = json.loads(careers("compare", *THREE, "--json").out)
    listed = {source["id"] for source in done["sources"]}
    for id_ in ("pay_us_p10", "pay_us_p50", "outlook", "openings", "interests", "freelance", "zone"):
        for cell in row(done["data"], id_):
            assert cell["value"] is None or cell["source"] in listed


def test_limits_stand_apart_from_the_score(careers: Run) -> None:
    data = compared(careers, *THREE, "-w", "pay=1", "--limit", "years<=3", "--limit", "pay>=60000")
    assert [one["id"] for one in data["ranking"]] == ["47-2111.00"]
    years, pay = data["limits"]
    assert (years["removed"], years["back"]) == (["29-1141.00", "data-scientist"][::-1], 2)
    assert (pay["removed"], pay["back"]) == ([], 0)
    told = careers("compare", *THREE, "-w", "pay=1", "--limit", "years<=3", "--limit", "years<=3").out
    assert told.count("At most 3 years of study: takes out") == 1
    assert "Relax it and 2 careers come back." in told


def test_a_limit_in_euros_goes_by_rank_and_says_so(careers: Run) -> None:
    data = compared(careers, *THREE, "--limit", "pay>=45000EUR")
    assert data["limits"][0]["removed"] == ["47-2111.00"]
    assert 0.6 < data["limits"][0]["by_rank"] < 0.8
    assert "no figures by occupation for France" in careers("compare", *THREE, "--limit", "pay>=45000EUR").out


def test_a_criterion_without_figures_is_named_and_left_out(careers: Run) -> None:
    data = compared(careers, *THREE, "-w", "remote=5", "-w", "pay=1")
    assert data["left_out"] == [{"criterion": "remote", "lacking": ["29-1141.00", "47-2111.00"]}]
    assert list(data["ranking"][0]["parts"]) == ["pay"]
    alone = careers("compare", *THREE, "-w", "remote=5")
    assert alone.code == 0
    assert "there is no ranking" in alone.out


def test_hourly_wages_are_shown_and_not_ranked_by(careers: Run) -> None:
    data = compared(careers, "dancers", "software-developer", "-w", "pay=1", "-w", "growth=1")
    first, second = row(data, "pay_us_p50")
    assert first["value"] == {"amount": 24.8, "period": "hour"}
    assert (first["text"], first["best"], second["best"]) == ("$24.80 an hour", False, False)
    assert data["left_out"] == [{"criterion": "pay", "lacking": ["27-2031.00"]}]
    assert "no figure a year for Dancers" in careers("compare", "dancers", "software-developer", "-w", "pay=1").out


def test_the_parts_shown_add_up(careers: Run) -> None:
    out = careers("compare", *THREE, "-w", "pay=2", "-w", "entry=1").out
    for line in out.splitlines()[6:9]:
        score, *parts = (float(cell) for cell in line.split()[-3:])
        assert score == pytest.approx(sum(parts))


def test_rows_are_picked_and_ordered(careers: Run) -> None:
    data = compared(careers, *THREE, "--rows", "outlook,pay,entry")
    ids = [found["id"] for found in data["rows"]]
    assert ids[0] == "outlook"
    assert ids[1:-1] == [
        "pay_us_p10",
        "pay_us_p25",
        "pay_us_p50",
        "pay_us_p75",
        "pay_us_p90",
        "pay_here",
        "pay_against",
        "pay_fr",
    ]
    assert ids[-1] == "entry"


def test_only_differences_leaves_out_rows_that_are_all_alike(careers: Run) -> None:
    whole, differing = compared(careers), compared(careers, "--only-differences")
    gone = {r["id"] for r in whole["rows"]} - {r["id"] for r in differing["rows"]}
    assert "skills_shared" in gone
    for found in whole["rows"]:
        assert (len({cell["text"] for cell in found["cells"]}) == 1) == (found["id"] in gone)


def test_an_occupation_alone_meets_its_neighbours(careers: Run) -> None:
    data = compared(careers, "electricians")
    assert data["baseline"] == "47-2111.00"
    assert len(data["careers"]) == 5
    for id_ in ("hours", "pros", "tools"):  # no guide, nothing to say
        assert {cell["value"] for cell in row(data, id_)} == {None}
    assert "Tools" not in careers("compare", "electricians").out


def test_all_unknown_names_are_told_at_once(careers: Run) -> None:
    done = careers("compare", "data-scientist", "nurzes", "electrishan")
    assert done.code == 3
    assert not done.out
    for said in (
        "`nurzes`",
        "`electrishan`",
        "29-1141.00 Registered Nurses",
        "careers compare data-scientist 29-1141.00",
    ):
        assert said in done.err


def test_salary_tells_all_unknown_names_at_once_too(careers: Run) -> None:
    done = careers("salary", "nurzes", "electrishan")
    assert (done.code, done.out) == (3, "")
    assert "`nurzes`" in done.err
    assert "careers salary 29-1141.00 47-2111.00" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["data-analyst", "data-analyst"], 2, "twice"),
        (["RN", "registered nurse"], 2, "twice"),
        (["data-analyst", "data-analist"], 3, "careers compare data-analyst 15-2051.00  Data Scientists"),
        (["nobody-knows-this"], 3, "nobody-knows-this"),
        ([*SEED, "ai-engineer", "ai-ethicist", "prompt-engineer", "electricians", "RN"], 2, "at most 8"),
        (["ai-engineer", "-w", "pai=1"], 2, "did you mean `pay`?"),
        (["ai-engineer", "-w", "pay=-1"], 2, "negative"),
        (["ai-engineer", "-w", "pay=0"], 2, "all weights are zero"),
        (["ai-engineer", "--limit", "pay>=3CHF"], 2, "`CHF`"),
        (["ai-engineer", "--rows", "pai"], 2, "did you mean `pay`?"),
        (["ai-engineer", "--rows", ","], 2, "names no row"),
    ],
)
def test_what_cannot_be_compared_is_said(careers: Run, arguments: list[str], code: int, said: str) -> None:
    done = careers("compare", *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_one_without_neighbours_is_refused(careers: Run, own_roles: Path) -> None:
    careers("new", "alone")
    done = careers("compare", "alone")
    assert done.code == 2
    assert "names no neighbors" in done.err


@pytest.mark.parametrize("form", ["plain", "markdown", "csv", "table"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_form_says_the_same(careers: Run, form: str, lang: str) -> None:
    done = careers("compare", *THREE, "-w", "pay=1", "-w", "growth=1", "--format", form, "--lang", lang)
    assert done.code == 0
    text = " ".join(done.out.replace("\u202f", ",").split())
    for figure in ("120,230", "97,550", "63,190"):
        assert (figure.replace(",", "") if form == "csv" else figure) in text
    if form == "csv":
        rows = list(csv.reader(io.StringIO(done.out)))
        assert rows[0] == ["row", "data-scientist", "29-1141.00", "47-2111.00"]
        assert rows[-1][0] == "score"


@pytest.mark.parametrize("width", [40, 100])
def test_on_a_terminal_careers_are_found_as_one_types(env: dict[str, str], tmp_path: Path, width: int) -> None:
    with Screen(["compare", "--no-pager"], env, tmp_path, width=width) as screen:
        for question, typed, name in (
            ("Which is the first?", "électric", "Electricians"),
            ("And which other?", "data scientist", "Data scientist"),
        ):
            screen.read_until(question)
            screen.type(typed)
            screen.read_until(name)
            screen.type("\r")
        screen.read_until("these are all")
        screen.type("\r")
        screen.read_until("What it pays")
        screen.read_until("Growth")
        assert "you are here" not in screen.text()
        assert screen.read_all() == 0


def test_asked_aloud_words_come_first_and_then_a_number(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["compare", "--accessible", "--no-pager"], env, tmp_path, width=80, height=60) as screen:
        screen.read_until("Which is the first?")
        screen.type("electricians\r")
        screen.read_until("1. Electricians")
        screen.type("1\r")
        screen.read_until("And which other?")
        screen.type("nurse\r")
        screen.read_until("1. Registered Nurses")
        screen.type("1\r")
        screen.read_until("1. these are all")
        screen.type("1\r")
        screen.read_until("Electricians: 757,220")
        assert screen.read_all() == 0


def test_what_is_picked_is_compared_in_the_order_picked(careers: Run) -> None:
    done = careers("compare", answers=["29-1141.00", "data-scientist", ""], width=120)
    assert done.code == 0
    names = {line.strip() for line in done.screen.splitlines() if "Nurses  " in line and "├" not in line}
    assert {tuple(re.split("  +", name)[-2:]) for name in names} == {("Registered Nurses", "Data scientist")}
    assert "you are here" not in done.screen
    assert careers("compare", answers=[]).code == 130


@pytest.mark.parametrize(("verb", "option"), [("list", "--have"), ("list", "--sort"), ("show", "--place")])
def test_an_option_without_a_value_is_refused(careers: Run, verb: str, option: str) -> None:
    done = careers(verb, *(["nurse"] if verb == "show" else []), option, " ")
    assert (done.code, done.out) == (2, "")
    assert f"`{option}` needs a value" in done.err


def test_a_few_letters_find_what_begins_so(careers: Run) -> None:
    done = careers("show", "--brief", answers=["nur"], width=100)
    assert done.code == 0
    assert "Registered Nurses" in done.screen


@pytest.mark.parametrize("verb", ["show", "search"])
def test_a_verb_without_a_name_lets_one_pick_a_career_or_asks_for_its_name(careers: Run, verb: str) -> None:
    done = careers(verb, answers=["infirmière"], width=100)
    assert done.code == 0
    assert "Registered Nurses" in done.screen
    assert done.asked == ("Which career?",)
    assert careers(verb, answers=[]).code == 130
    refused = careers(verb)
    assert (refused.code, refused.out) == (6, "")
    assert careers(verb, "--no-input", terminal=True).code == refused.code


# the screen

TWO = ("29-1141.00", "27-1024.00")
A_SCREEN = 24
#: Lines of a comparison of two, with the hint under it.
MOST_LINES = 41


def drawn(careers: Run, *arguments: str, width: int = 80, lang: str = "en") -> str:
    return careers("compare", *arguments, "--format", "table", "--width", str(width), lang=lang).out


def flat(text: str) -> str:
    return " ".join(text.split())


def lines_of(text: str, start: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(start)]


def test_two_occupations_fit_one_and_a_half_screens(careers: Run) -> None:
    for lang in ("en", "fr"):
        lines = drawn(careers, *TWO, lang=lang).splitlines()
        way_in = 4 * (lang == "fr")  # which is never cut
        assert len(lines) <= A_SCREEN * 3 / 2 + way_in
        assert max(map(cell_len, lines)) <= 80


@pytest.mark.parametrize("width", [20, 40, 80, 100, 140, 200])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_is_wider_than_the_screen(careers: Run, width: int, lang: str) -> None:
    for chosen in (TWO, ("ai-specialist",), ("dancers", "29-1141.00", "ai-engineer")):
        assert max(map(cell_len, drawn(careers, *chosen, width=width, lang=lang).splitlines())) <= width


def test_pay_stands_over_one_axis_with_its_median_named_and_the_best_marked(careers: Run) -> None:
    out = drawn(careers, *TWO)
    nurses, graphic = (lines_of(out, f"{name}  ") for name in ("Registered Nurses", "Graphic Designers"))
    assert [line.index("├") for line in nurses] > [line.index("├") for line in graphic]
    assert "median  " in out
    assert " $97,550 ★\u00a06 ◆ " in out
    assert out.count("97,550") == 1  # one figure of pay a career
    assert "1 in 10 below" not in out
    key = "◆: the best of its row. ├: 1 in 10 earn less; ┃: half do; ┤: 1 in 10 earn more."
    assert out.count("◆:") == 1
    assert key in out
    assert "├:" not in drawn(careers, "29-1141.00", "dancers")
    for row in ("Openings a year", "Growth"):
        assert lines_of(out, row)[0].count("◆") == 1


def test_who_is_paid_by_the_hour_stands_beside_who_is_not(careers: Run) -> None:
    out = drawn(careers, "29-1141.00", "dancers")
    assert "├" not in out
    assert out.count("97,550") == 1
    assert len(lines_of(drawn(careers, "29-1141.00", "dancers", "--full"), "Registered Nurses  ├")) == 1
    assert re.search(r"Salary, median .*\$97,550.*\$24.80 an hour", out)


def test_what_is_paid_by_the_hour_is_not_said_to_be_of_a_year(careers: Run) -> None:
    out = drawn(careers, "dancers", "actors")
    assert "\nGross, US, May 2025\n" in out
    assert "a year, US" not in out.partition("How to get in")[0]
    assert lines_of(drawn(careers, "dancers", "actors", "--rows", "pay_us"), "1 in 10 below")


def test_what_is_our_judgement_is_said_to_be(careers: Run) -> None:
    out = drawn(careers, "data-scientist", "ai-engineer")
    assert re.search(r"\nWhat it is like ─+ Skills of its own, remote work: our judgment\n", out)
    assert "Data scientist: more remote work (our judgment)" in flat(out)
    assert re.search(
        r"\nHours +About 40 hours a week +Office hours\n +\(our\u00a0judgment\)",
        drawn(careers, "data-engineer", "data-analyst"),
    )
    full = drawn(careers, "data-scientist", "ai-engineer", "--full")
    assert re.search(
        r"[Ss]kills of its own, [a-z, ]*remote work: our judgment; interests: US, December 2025 \[", flat(full)
    )
    assert re.search(r"★ 7 · \$[\d,$ to]+ in year five \(our judgment\)", flat(full))


def test_rows_have_one_order_whoever_is_compared(careers: Run) -> None:
    order = [row["label"] for row in compared(careers, *TWO, "ai-engineer", "data-scientist")["rows"]]
    labels = [label for label in dict.fromkeys(order) if not label.startswith(("1 in", "Salary", "Stars"))]
    labels.sort(key=lambda label: label == "Demand")  # in words, with what the work is like
    for others in (
        TWO,
        (*TWO, "ai-engineer"),
        ("ai-engineer", "data-scientist", "29-1141.00"),
        ("dancers", "47-2111.00"),
    ):
        for more in ((), ("--full",)):
            found = re.findall(
                r"(?m)^(\S.*?)  +\S", drawn(careers, *others, *more, width=140).partition("\nKnown of")[0]
            )
            shown = [label for label in found if label in labels and label != "Demand"]
            assert shown == sorted(shown, key=labels.index), others


def test_a_row_that_most_can_fill_stands_with_a_dash_and_words_fill_one_too(careers: Run) -> None:
    time = lines_of(drawn(careers, "ai-engineer", "29-1141.00", "47-2111.00", width=140), "Time to be ready")
    assert re.search(r"5 to 8 years from school.*4 years of study +apprenticeship of 1 to 6 years", time[0])
    remote = lines_of(drawn(careers, "ai-engineer", "data-scientist", "29-1141.00", width=140), "Remote work")
    assert re.search(r"sometimes.*often +–", remote[0])


def test_who_leads_is_told_among_those_of_whom_it_is_known(careers: Run) -> None:
    told = flat(drawn(careers, "ai-engineer", "29-1141.00", "15-1252.00").split("\n\n")[1])
    assert told == (
        "AI engineer and Software Developers: the most pay, about alike (our judgment); Registered Nurses: the most "
        "openings; Software Developers: the fastest growth. Openings and growth: not known for AI engineer."
    )


def test_growth_below_that_of_all_occupations_is_no_lead(careers: Run) -> None:
    out = drawn(careers, "41-3041.00", "43-4171.00")
    assert "+2.2%" in out
    assert "growth" not in out.split("\n\n")[1]
    assert "◆" not in lines_of(out, "Growth")[0]


def test_a_mark_is_told_by_what_it_means_for_whom(careers: Run) -> None:
    out = flat(drawn(careers, "ai-engineer", "29-1141.00", "29-1141.01"))
    assert "≈: for AI engineer, of the nearest occupation; for Acute Care Nurses, of a wider group." in out
    assert "wider group" not in flat(drawn(careers, "ai-engineer", "29-1141.00"))


def test_what_a_guide_pays_in_a_place_is_what_salary_says(careers: Run) -> None:
    place = ("--place", "Minneapolis")
    out = drawn(careers, "ai-engineer", "29-1141.00", *place)
    assert lines_of(out, "Salary, median")[0].count("≈\u00a0$130,920 to $135,880  ") == 1
    assert re.search(r"\nStars +≈.★.6.to.7\+.of.10 +★.6.of.10\n", out)
    assert "judgment" not in out.partition("What it pays")[2].partition("How to get in")[0]
    salary = careers("salary", "ai-engineer", *place).out
    assert "130,920" in salary
    assert "135,880" in salary


@pytest.mark.parametrize("chosen", [("ai-specialist", "data-scientist"), ("ai-engineer", "29-1141.00"), TWO])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_only_signs_that_are_drawn_are_explained(careers: Run, chosen: tuple[str, ...], lang: str) -> None:
    for width in (40, 100):
        out = drawn(careers, *chosen, width=width, lang=lang)
        for sign in "◆≈":
            assert out.count(sign) != 1, sign  # it would stand in its explanation alone


def test_pay_of_two_places_is_told_with_both_and_leads_nothing(careers: Run) -> None:
    """Of the two occupations that are nearest to the guide Fresno publishes one; the other is California's."""
    place = ("--place", "Fresno")
    rows = careers("compare", "29-1141.00", "ai-engineer", *place, "--json").data["rows"]
    median = next(row for row in rows if row["id"] == "pay_us_p50")["cells"][1]
    assert median["place"] == "Fresno, CA; California"
    assert [figure["place"] for figure in median["figures"]] == ["Fresno, CA", "California"]
    head = flat(drawn(careers, "29-1141.00", "ai-engineer", *place)).partition("What it pays")[0]
    assert "pay" not in head
    assert "more pay (Minneapolis" in flat(drawn(careers, "29-1141.00", "ai-engineer", "--place", "Minneapolis"))


def test_commands_name_as_many_careers_as_a_line_has_room_for(careers: Run) -> None:
    def steps(*ids: str) -> str:
        return careers("compare", *ids, terminal=True, NO_COLOR="1").screen.partition("\nNext")[2]

    assert 'compare "Travel Agents" 43-4171.00 --weight' in steps("41-3041.00", "43-4171.00")
    assert 'compare "Registered Nurses" "Graphic Designers" --weight' in steps(*TWO)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_names_stand_once_over_the_columns(careers: Run, lang: str) -> None:
    out = drawn(careers, *TWO, lang=lang, width=100)
    for name in careers("compare", *TWO, "--json", lang=lang).data["careers"]:
        assert len([line for line in out.splitlines() if name["name"] in line and "├" not in line]) <= 4


def test_what_is_alike_is_one_line_and_what_is_known_of_one_stands_under_its_name(careers: Run) -> None:
    out = drawn(careers, *TWO)
    alike = re.search(r"Alike: (.*?\.)\n\n", out, re.DOTALL)
    assert alike
    assert "preparation (4 of 5)" in " ".join(alike[1].split())
    assert not lines_of(out, "Preparation")
    assert not lines_of(out, "Studies")
    assert lines_of(out, "License")
    gaps = flat(drawn(careers, "29-1141.00", "ai-engineer"))
    assert "Not known" not in gaps
    assert "Known of" not in gaps
    alone = careers("compare", "29-1141.00", "ai-engineer").out
    _, nurse, guide = re.split("Known of .* alone", alone)
    assert re.search(r"openings a year 189,100 \(projected, 2024 to 2034, US\) \[\d\]", flat(nurse))
    assert re.search(r"remote work sometimes \(our judgment\)", flat(guide))
    assert re.search(r"course fees United States: \$0 \(2025\) \[\d+\] to \$47,800 \(2025\) \[\d+\]", flat(guide))
    assert "hours Some forty hours a week; in many teams, night calls in rotation" in guide


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_any_two_guides_fit_forty_one_lines(careers: Run, catalogue: Catalogue, lang: str) -> None:
    """With the hint under them, at 80 columns."""
    for two in itertools.combinations([card.id for card in catalogue.cards("en")], 2):
        done = careers("compare", *two, "--format", "table", lang=lang)
        assert (done.out + done.err).count("\n") <= MOST_LINES, two


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_two_occupations_or_three_careers_take_about_as_much(careers: Run, lang: str) -> None:
    way_in = 4 * (lang == "fr")  # which is never cut
    for two in (TWO, ("47-2111.00", "29-1141.00"), ("dancers", "29-1141.00"), ("electricians", "plumbers")):
        done = careers("compare", *two, "--format", "table", lang=lang)
        assert (done.out + done.err).count("\n") <= MOST_LINES + way_in, two
    for three in ((*TWO, "ai-engineer"), ("data-scientist", "data-engineer", "data-analyst")):
        assert drawn(careers, *three, width=100, lang=lang).count("\n") <= MOST_LINES + 3 + way_in, three


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_cut_is_whole_in_other_forms(careers: Run, lang: str) -> None:
    """Cells end after a phrase; `--full` and every other form have them whole."""
    two = ("data-scientist", "ai-ethicist", "--lang", lang)
    cut, full = drawn(careers, *two), drawn(careers, *two, "--full")
    assert cut.count("\n") < full.count("\n")
    assert "…" not in cut
    assert not re.search(r"\[\d", cut)
    assert re.search(r" \[\d+\]", full)
    assert "…" not in full
    assert re.search(r"careers compare data-scientist .+ --full", careers("compare", *two, terminal=True).screen)
    whole = " ".join(careers("compare", *two).out.split())
    assert "…" not in whole
    for row in careers("compare", *two, "--json").data["rows"]:
        if row["id"] in ("hours", "focus"):
            texts = [re.sub(r" \([^()]*\)$", "", " ".join(cell["text"].split())) for cell in row["cells"]]
            assert all(text in whole for text in texts)  # what is our judgment is said once for all


def test_rows_that_are_named_are_drawn_whatever_they_say(careers: Run) -> None:
    out = drawn(careers, *TWO, "--rows", "zone,hours,education")
    labels = [line.split()[0] for line in out.splitlines() if line[:1].isalpha()]
    assert [label for label in labels if label in ("Preparation", "Hours", "Studies")] == [
        "Preparation",
        "Studies",
        "Hours",
    ]
    assert "Alike" not in out
    assert re.search(r"Hours +– +–", out)
    assert lines_of(drawn(careers, "ai-engineer", "data-engineer", "--rows", "pay_fr"), "Salary, France")
    for lang in ("en", "fr"):
        assert "France :" not in drawn(careers, "ai-engineer", "data-engineer", lang=lang).partition("\n\n")[0]


def test_one_is_here_only_where_one_asked_from_there(careers: Run) -> None:
    assert "Electricians (you are" in drawn(careers, "electricians", width=140)
    assert "you are here" not in drawn(careers, "electricians", "29-1141.00", width=140)
    assert compared(careers, "electricians")["here"] == "47-2111.00"
    assert compared(careers, *TWO)["here"] is None


def test_each_group_names_place_date_and_source_once(careers: Run) -> None:
    out = drawn(careers, *TWO)
    assert re.search(r"\nWhat it pays ─+ Gross a year, US, May 2025\n", out)
    assert "\nSkills of its own: US, September 2025; interests: December 2025\n" in out
    assert re.search(r"\nJobs ─+ Projected, 2024 to 2034, US\n", out)
    assert "\nSources: U.S. Bureau of Labor Statistics; others.\n" in out
    full = drawn(careers, *TWO, "--full")
    cited = {int(number) for number in re.findall(r"\[(\d+)\]", full.partition("\nSources, ")[0])}
    named = {int(number) for number in re.findall(r"\[(\d+)\]", full.partition("\nSources, ")[2])}
    assert cited == named == {1, 2, 3, 4}


def test_a_french_reader_sees_where_studies_hold(careers: Run) -> None:
    out = drawn(careers, *TWO, "--full", lang="fr")
    for label in ("préparation (États-Unis", "études (États-Unis", "temps pour être prêt (États-Unis"):
        assert label in " ".join(out.split())


def test_a_french_reader_is_told_the_french_way_in(careers: Run) -> None:
    """The American one only with `--full`; who reads English, or looks at another country, has that alone."""
    for others in ((TWO[1],), (TWO[1], "ai-engineer")):
        out = flat(drawn(careers, TWO[0], *others, lang="fr"))
        assert "Accès, France Bac+3. Diplôme" in out
        assert "américain" not in out
        assert "années d’études" not in out
    assert "Accès, France" not in drawn(careers, *TWO, "--country", "US", lang="fr")
    full = flat(careers("compare", *TWO, lang="fr").out)
    assert re.search(r"Bac\+3\. Diplôme d’État.*inscription à l’ordre obligatoire", full)
    full = flat(drawn(careers, *TWO, "--full", lang="fr"))
    assert "Notre avis Accès, France" in full
    assert "études (États-Unis : bachelor, 4 ans)" in full
    assert "Accès, France" not in drawn(careers, "ai-engineer", "data-analyst", lang="fr")
    answer = " ".join(drawn(careers, "47-2152.00", "29-1141.00", lang="fr").split("\n\n")[1].split())
    assert "chemin" not in answer
    assert {row["id"] for row in compared(careers, *TWO)["rows"]} == {
        row["id"] for row in compared(careers, *TWO, "--lang", "fr")["rows"] if row["id"] != "access"
    } | {"license"}


def test_nothing_unknown_is_the_best_where_nothing_leads(careers: Run) -> None:
    rows = compared(careers, "21-1021.00", "13-2011.00", "ai-engineer")["rows"]
    cells = next(row["cells"] for row in rows if row["id"] == "outlook")
    assert [(cell["value"] is None, cell["best"]) for cell in cells] == [(False, False), (False, False), (True, False)]


def test_the_french_way_in_is_never_cut(careers: Run) -> None:
    out = drawn(careers, "29-1141.00", "43-3051.00", "43-6013.00", lang="fr", width=100)
    told = out[out.index("Accès, France") :].split("\n\n")[0]
    assert "…" not in told
    assert len(told.splitlines()) > 4


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_list_is_cut_without_an_ellipsis(careers: Run, lang: str, width: int) -> None:
    four = ("47-2152.00", "51-3011.00", "47-2181.00", "27-1024.00")
    data = careers("compare", *four, "--json", lang=lang).data
    out = " ".join(re.sub(r"[─┈├┤━┃╾]", "", drawn(careers, *four, lang=lang, width=width)).split())
    for cell in row(data, "focus") if width == 40 else ():  # a line under the other
        text, *_ = re.split(" [0-9A-ZÀ-Þ]", out.partition(" ".join(cell["text"].split()[:3]))[2])
        whole = " ".join(cell["text"].split()[3:])
        assert whole in out or "…" in text, cell["text"]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_verdict_says_in_words_that_it_is_about(careers: Run, lang: str) -> None:
    for others in (("ai-engineer",), ("27-1024.00", "ai-engineer")):
        verdict = drawn(careers, "29-1141.00", *others, "--country", "FR", lang=lang).split("\n\n")[1]
        assert "≈" not in verdict
        assert re.search("about|probably|environ|sans doute", verdict)


def test_at_forty_columns_a_criterion_is_a_block_with_a_line_a_career(careers: Run) -> None:
    out = drawn(careers, *TWO, width=40)
    assert re.search(r"\nGrowth\n  Registered Nurses  ─+│━+╾?─* \+4.9% ◆\n  Graphic Designers  ─+│━*╾?─* \+2.1%\n", out)


def test_read_aloud_it_goes_criterion_by_criterion_in_words(careers: Run) -> None:
    out = careers("compare", *TWO, "ai-engineer", "--accessible", "--format", "plain").out
    assert "Registered Nurses: $68,940 – median $97,550 6 stars – $137,470" in out
    assert "Openings a year\n  Registered Nurses: 189,100, best\n  Graphic Designers: 20,000" in out
    assert "AI engineer: not known" in out
    assert "“about” marks a figure that is not of the career alone" in out
    assert not set("★≈◆━─├┃█`") & set(out)


def test_a_spreadsheet_gets_raw_values(careers: Run) -> None:
    out = careers("compare", "29-1141.00", "ai-engineer", "dancers", "--format", "csv").out
    rows = {cells[0]: cells[1:] for cells in csv.reader(io.StringIO(out))}
    assert rows["pay_us_p50"] == ["97550", "138140", "amount=24.8; period=hour"]
    assert rows["stars_measured"] == ["6", "", ""]
    assert rows["outlook"][0] == "4.9"
    assert rows["hours"][0] == ""
    assert rows["ready_time"] == ["48", "60..96", ""]
    assert rows["interests"][0].startswith("R=3.66; I=4.82")
    assert not [cell for cells in rows.values() for cell in cells if "★" in cell or "≈" in cell or cell == "–"]


@pytest.mark.parametrize(
    ("low", "high", "words_en", "words_fr"),
    [
        (6, 18, "6 to 18 months", "6 à 18 mois"),
        (18, 30, "1.5 to 2.5 years", "1,5 à 2,5 ans"),
        (12, 24, "12 to 24 months", "12 à 24 mois"),
        (13, 18, "13 to 18 months", "13 à 18 mois"),
        (24, 36, "2 to 3 years", "2 à 3 ans"),
        (54, 78, "4.5 to 6.5 years", "4,5 à 6,5 ans"),
        (36, 36, "3 years", "3 ans"),
        (30, 30, "2.5 years", "2,5 ans"),
        (6, 6, "6 months", "6 mois"),
    ],
)
def test_a_long_time_is_told_in_years(low: float, high: float, words_en: str, words_fr: str) -> None:
    assert words.span_words(low, high, Say("en")) == words_en
    assert words.span_words(low, high, Say("fr")).replace("\u00a0", " ") == words_fr


def test_the_time_to_be_ready_is_that_from_school_and_says_what_it_rests_on(careers: Run) -> None:
    data = compared(careers, "data-scientist", "29-1141.00")
    guide, nurses = row(data, "ready_time")
    assert (guide["text"], guide["value"]) == ("5 to 10 years from school (our judgment)", [60, 120])
    assert [figure["whom"] for figure in guide["figures"]] == ["school", "nearest", "elsewhere"]
    assert nurses["value"] == 48


# what is alike


def made(*values: object) -> CompareRow:
    return CompareRow(
        id="x", title="", cells=tuple(Cell(text=str(value) if value else UNKNOWN, value=value) for value in values)
    )


def test_which_rows_are_alike() -> None:
    assert is_alike(made(4, 4))
    assert is_alike(made(["a", "b"], ["b", "a"]))
    assert not is_alike(made([1, 2], [2, 1]))
    assert not is_alike(made(4, None))
    assert not is_alike(made(None, None))
    assert not is_alike(made([], []))
    assert not is_alike(made(4))
    assert (known(made(4, None)), known(made([], None))) == (1, 0)
    told = CompareRow(id="x", title="", cells=(Cell(text="an apprenticeship"), Cell(text="none", value=0)))
    assert known(told) == 2
    assert not is_alike(told)
