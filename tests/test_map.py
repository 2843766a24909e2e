"""The map of the world of work: `careers map`."""

import csv
import re
import shlex
import sqlite3
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from rich.color_triplet import ColorTriplet

from careercli.compiler.trades import TABLE, put_trades
from careercli.core.careers.worldmap import Piece, Trade, find_bounds, mean_of, shade_of
from careercli.render.treemap import shades_of

from .conftest import ROOT, Run


def test_fields_are_as_large_as_their_employees_together(careers: Run) -> None:
    data = careers("map", "--json").data
    assert data["by"] == "pay"
    assert len(data["areas"]) == 22
    people = [area["employment"] for area in data["areas"]]
    assert people == sorted(people, reverse=True)
    assert 0.95 * 155_495_730 < sum(people) < 155_495_730
    health = careers("map", "--in", "health-practice", "--json").data["areas"]
    (field,) = (area for area in data["areas"] if area["id"] == "health-practice")
    assert sum(area["employment"] for area in health) == field["employment"]


def test_a_wage_code_is_one_area_however_many_occupations_share_it(careers: Run) -> None:
    areas = careers("map", "--in", "arts-media-sport", "--json").data["areas"]
    assert len({area["name"] for area in areas}) == len(areas)
    assert [area["name"] for area in areas].count("Writers and Authors") == 1


@pytest.mark.parametrize("by", ["pay", "growth", "ai", "years", "leaving"])
def test_every_figure_shades_and_is_credited(careers: Run, by: str) -> None:
    document = careers("map", "--by", by, "--json").document
    data = document["data"]
    assert len(data["bounds"]) == 4
    assert list(data["bounds"]) == sorted(data["bounds"])
    assert len({area["shade"] for area in data["areas"]}) >= 3
    assert document["sources"]
    by_it = "" if by == "pay" else f" --by {by}"
    assert document["actions"][0]["command"].startswith(f"careers map{by_it} --in ")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_a_terminal_gets_a_drawing_that_fits(careers: Run, width: int) -> None:
    screen = careers("map", "--by", "growth", terminal=True, width=width).out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", screen)
    assert max(len(line) for line in plain.splitlines() if not line.startswith("careers ")) <= width
    assert "Office" in plain
    assert "\x1b[" in screen


def test_without_colour_areas_are_framed_and_on_a_small_screen_they_are_told(careers: Run) -> None:
    framed = careers("map", "--no-color", terminal=True, width=80).out
    assert "\x1b" not in framed
    assert "|" in framed
    assert "|" not in careers("map", terminal=True, width=60).screen
    assert "employees" in careers("map", terminal=True, width=80, ACCESSIBLE="1").out


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [20, 30, 40, 60])
def test_a_narrow_screen_has_a_bar_a_field_with_its_name_and_figure(careers: Run, lang: str, width: int) -> None:
    out = careers("map", "--format", "table", width=width, lang=lang).out
    assert max(map(len, out.splitlines())) <= width
    flat = " ".join(re.sub("[━╾─]", "", out).split())
    for area in careers("map", "--json", lang=lang).data["areas"]:
        assert area["name"] in flat
    assert not re.search(r"(?m)^[a-z] [A-Z]", out)
    assert out.partition("\n\n")[2].count("\u2501") > 22


def test_at_eighty_columns_a_map_and_its_shades_fit_the_first_screen(careers: Run) -> None:
    lines = careers("map", "--format", "table", width=80).out.splitlines()
    assert next(n for n, line in enumerate(lines, 1) if line.startswith("Median pay")) <= 23
    assert any("administration       |" in line for line in lines)
    assert "one screen" not in careers("map", "--help").out + careers("--help").out


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_field_is_opened_by_the_number_of_its_box(careers: Run, lang: str) -> None:
    areas = careers("map", "--json", lang=lang).data["areas"]
    for number, area in enumerate(areas, 1):
        assert careers("map", "--in", str(number), "--json", lang=lang).data["in"] == area["id"]
    assert careers("map", "--in", str(len(areas) + 1)).code == 3
    assert careers("map", "--in", "0").code == 3
    for beyond in ("0", str(len(areas) + 1), "0001999", "9" * 5_000):
        assert careers("map", "--in", beyond, lang=lang).code == 3


def test_a_field_that_is_not_known_is_told_with_commands_that_work(careers: Run) -> None:
    done = careers("map", "--in", "helth")
    assert done.code == 3
    assert "helth" in done.err
    for given in (("--in", "Health"), ("--in=Health",), ("--in", "santé", "--lang", "fr", "--country", "US")):
        lines = re.findall(r"^  careers (.+)$", careers("map", *given, "--by", "growth").err, re.MULTILINE)
        assert lines
        for line in lines:
            assert "health-" not in line
            assert careers(*shlex.split(line)).code == 0
    for name in ("health-support", "Health support", "aide aux soins"):
        for lang in ("en", "fr"):
            assert careers("map", "--in", name, "--json", lang=lang).data["in"] == "health-support"


def test_shades_hold_as_many_people_each() -> None:
    pieces = [Piece(str(n), "f", str(n), 10, float(n)) for n in range(10)]
    bounds = find_bounds(pieces)
    assert bounds == (1.0, 3.0, 5.0, 7.0)
    assert [shade_of(value, bounds) for value in (0.0, 1.0, 6.9, 9.0)] == [0, 1, 3, 4]
    assert shade_of(None, bounds) is None
    assert mean_of([Piece("a", "f", "a", 30, 1.0), Piece("b", "f", "b", 10, 5.0), Piece("c", "f", "c", 9, None)]) == 2.0


def test_the_pay_and_growth_of_a_field_are_what_is_published_of_the_whole(careers: Run) -> None:
    with (ROOT / "data/occupations/fields_us.csv").open(encoding="utf-8") as file:
        published = [(float(row["annual_p50"]), float(row["growth_percent"])) for row in csv.DictReader(file)]
    areas = careers("map", "--json").data["areas"]
    assert sorted((area["pay"], area["growth"]) for area in areas) == sorted(published)
    law = next(area for area in areas if area["id"] == "law")
    assert (law["pay"], law["value"]) == (102_500, 102_500)  # not that of the lawyers, who are most of it
    by_growth = careers("map", "--by", "growth", "--json").data["areas"]
    assert all(area["value"] == area["growth"] for area in by_growth)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [70, 80, 100, 160])
@pytest.mark.parametrize("within", ["", "health-practice", "law", "office"])
def test_every_box_is_named_and_the_table_has_every_line(careers: Run, lang: str, width: int, within: str) -> None:
    field = ("--in", within) if within else ()
    out = careers("map", *field, "--format", "table", width=width, lang=lang).out
    drawn = out.split("\n\n")[2].rpartition("|\n")[0]
    areas = careers("map", *field, "--json", lang=lang).data["areas"]
    lines = drawn.splitlines()
    for line, below in pairwise(lines):
        for bare in re.finditer(r"(?:^|\|) ?\d+ *(?=\||$)", line):  # the name begins on the next line of the box
            begun = below[bare.start() + len("|" * bare[0].startswith("|")) :]
            assert re.match(r" ?[^\W\d]", begun), (line, below)
    assert not re.search(r"(?:^|\|) ?…", drawn, re.MULTILINE)
    numbered = areas if not within else areas[:12]
    rows = re.findall(r"(?m)^ *(\d+)  (\S.*)$", out)
    assert [int(number) for number, _ in rows] == list(range(1, len(numbered) + 1))
    if not within:
        assert all(row.startswith(area["name"]) for (_, row), area in zip(rows, numbered, strict=True))
    many = len(areas) - len(numbered)
    assert (f"+ {many} " in out) == bool(many)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_small_fields_share_a_box_that_counts_them(careers: Run, lang: str) -> None:
    page = careers("map", "--no-color", lang=lang, terminal=True, width=80).screen
    box = " ".join(re.sub(r"[|_.:+#]", " ", page).split())
    told = {"en": r"(\d+) small fields", "fr": r"(\d+) petits"}[lang]
    shared = re.search(told, box)
    assert shared
    assert 2 <= int(shared[1]) <= 8
    drawn = page.partition("━\n")[2].partition("Field" if lang == "en" else "Domaine")[0]
    assert max(int(n) for n in re.findall(r"(?:^|\|) ?(\d+)[ \xa0]", drawn, re.MULTILINE) if int(n) < 23) == 22 - int(
        shared[1]
    )


def test_the_legend_has_no_shade_that_no_figure_can_have(careers: Run) -> None:
    legend = re.search(r"(?m)usual  (.*) more$", careers("map", "--by", "years", "--format", "table", width=80).out)
    assert legend
    assert legend[1].startswith("[::] to 1.0")


def test_a_line_of_the_table_has_people_pay_and_growth(careers: Run) -> None:
    rows = careers("map", "--format", "table", width=80).out
    assert re.search(r"(?m)^ 5  Management +11\.1M  ━+ \$126,520 +\+6\.1%$", rows)
    assert re.search(r"(?m)^21  Law +1\.3M  [━╾─]+ \$102,500 +\+2\.7%$", rows)
    french = careers("map", "--country", "US", "--format", "table", width=80, lang="fr").out
    assert re.search(r"(?m)^ 5  Direction et encadrement +11,1\xa0M  ━+ ", french)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_field_of_many_occupations_has_twelve_numbers_and_a_list(careers: Run, lang: str) -> None:
    document = careers("map", "--country", "US", "--in", "health-practice", "--json", lang=lang).document
    assert document["actions"][1]["command"].startswith("careers list --all --family health-practice --sort ")
    assert careers(*shlex.split(document["actions"][1]["command"])[1:], lang=lang).code == 0
    assert "list --all" not in careers("map", "--in", "farming", terminal=True).screen


def test_pay_is_said_as_everywhere(careers: Run) -> None:
    out = careers("map", "--in", "health-practice", "--format", "table").out
    assert "$97,550" in out
    assert "$97,600" not in out


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_box_with_room_tells_people_growth_and_the_largest_career(careers: Run, lang: str) -> None:
    here = ("map", "--country", "US")
    out = " ".join(careers(*here, "--format", "table", width=160, lang=lang).out.replace("|", " ").split())
    told = {"en": ("13.4M people", "jobs −2.0%", "largest:"), "fr": ("13,4 M de personnes", "emploi −2,0", "tête")}
    assert all(text in out for text in told[lang])
    plain = careers(*here, lang=lang).out
    assert {"en": "largest: Retail Salespersons", "fr": "en tête\u00a0: Vendeur ou vendeuse en magasin"}[lang] in plain


def luminance(rgb: ColorTriplet) -> float:
    """How bright a colour is, by the Web Content Accessibility Guidelines."""
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("colours", ["truecolor", "256"])
@pytest.mark.parametrize("money", [True, False])
def test_text_on_each_shade_can_be_read_and_shades_rise(*, money: bool, colours: str) -> None:
    shades = shades_of(money=money, colours=colours)
    bright = []
    for style in (*shades.known, shades.unknown):
        assert style.color is not None
        assert style.bgcolor is not None
        ink, ground = (luminance(colour.get_truecolor()) + 0.05 for colour in (style.color, style.bgcolor))
        assert max(ink, ground) / min(ink, ground) >= 4.5, style
        bright.append(ground)
    assert min(after / before for before, after in pairwise(bright[:-1])) > 1.25


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"COLORTERM": "truecolor"}, "48;2;"),
        ({"TERM": "xterm-256color"}, "48;5;"),
        ({"TERM": "linux"}, "44m"),
        ({"TERM": "linux", "NO_COLOR": "1"}, ""),
    ],
)
def test_shades_are_those_that_the_terminal_has(careers: Run, variables: dict[str, str], code: str) -> None:
    screen = careers("map", terminal=True, width=80, **variables).out
    assert code in screen
    assert ("48;2;" in screen) == (code == "48;2;")
    framed = careers("map", "--palette", "mono", terminal=True, width=80, **variables).out
    assert "|" in framed
    assert "[##]" in framed


def test_how_a_box_is_opened_is_told_by_its_name(careers: Run) -> None:
    told = re.search("\nNext  .*`careers (.*)`\n", careers("map", terminal=True, NO_COLOR="1").screen)
    assert told
    assert told[1] == 'map --in "Office and administration"'
    assert careers(*shlex.split(told[1])).out.startswith("Office and administration, United States\n")


@pytest.mark.parametrize(("lang", "said"), [("en", ""), ("fr", "Nous n’avons pas de tel compte pour la France.")])
def test_whose_country_it_is_stands_first(careers: Run, lang: str, said: str) -> None:
    """Also for those who live elsewhere, and who hear that it is not theirs."""
    title, *rest = careers("map", "--by", "ai", lang=lang).out.splitlines()
    assert title.endswith(", United States" if lang == "en" else ", États-Unis")
    assert rest[1].startswith(said) if said else "no such count" not in "".join(rest)


def test_every_area_can_be_opened_and_is_told_in_a_pipe(careers: Run) -> None:
    for field in careers("map", "--json").data["areas"]:
        document = careers("map", "--in", field["id"], "--json").document
        commands = [action["command"] for action in document["actions"] if action["id"] != "all"]
        assert commands == [f"careers show {area['id']}" for area in document["data"]["areas"]]
    told = careers("map", "--in", "production").out
    for area in careers("map", "--in", "production", "--json").data["areas"]:
        assert f"{area['name']}: " in told


def test_the_french_map_counts_everybody_at_work_once(careers: Run) -> None:
    fields = careers("map", "--json", lang="fr").data["areas"]
    assert len(fields) == 22
    assert 26_000_000 < sum(area["employment"] for area in fields) < 26_438_000  # all at work, but for the unknown
    for field in fields:
        groups = careers("map", "--in", field["id"], "--json", lang="fr").data["areas"]
        assert abs(sum(group["employment"] for group in groups) - field["employment"]) < 20
        assert field["largest"] == max(groups, key=lambda group: int(group["employment"]))["name"]


def test_the_french_map_has_the_figures_that_are_published(careers: Run) -> None:
    out = careers("map", "--format", "table", width=80, lang="fr").out
    assert out.startswith("Le monde du travail, France\n")
    assert "par mois, 2016 à 2018 [1]" in out
    assert "comptée, de 2007–2009 à 2017–2019 [1]" in out
    assert re.search(r"(?m)^15  Informatique et télécoms +655\u202f000 +[━╾─]+ 2\u202f650\u00a0€ +\+27,9\u00a0%$", out)
    within = careers("map", "--in", "Santé", "--format", "table", width=80, lang="fr").out
    assert "par mois, 2017 à 2019 [1]" in within
    assert re.search(r"(?m)^ 2  Infirmiers +619\u202f000 +[━╾─]+ 2\u202f025\u00a0€ +\+25,7\u00a0%$", within)
    politics = next(area for area in careers("map", "--json", lang="fr").data["areas"] if area["id"] == "X")
    assert (politics["pay"], politics["shade"]) == (None, None)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_box_of_the_french_map_opens_something(careers: Run, lang: str) -> None:
    document = careers("map", "--country", "FR", "--json", lang=lang).document
    for number, action in enumerate(document["actions"], 1):
        by_number = careers("map", "--country", "FR", "--in", str(number), "--json", lang=lang).document
        assert (
            careers(*shlex.split(action["command"])[1:], "--country", "FR", "--json", lang=lang).data
            == by_number["data"]
        )
        for opened in by_number["actions"][:2]:
            assert careers(*shlex.split(opened["command"])[1:], "--country", "FR", lang=lang).code == 0


def test_a_nurse_is_what_the_group_of_nurses_opens(careers: Run) -> None:
    actions = careers("map", "--in", "Santé", "--json", lang="fr").document["actions"]
    assert next(action["command"] for action in actions if action["label"] == "Infirmiers") == "careers show 29-1141.00"


def test_what_france_does_not_count_is_shaded_by_the_figures_of_another_country(careers: Run) -> None:
    for argv in (("--by", "years"), ("--in", "health-practice"), ("--in", "Law")):
        report = careers("map", *argv, "--country", "FR", "--format", "plain").out
        assert ", United States\n" in report
        assert "no such count" in report


def test_the_french_map_goes_on_as_it_was_shaded(careers: Run) -> None:
    by_growth = careers("map", "--by", "growth", "--json", lang="fr").document
    assert by_growth["command"] == "map"
    assert by_growth["actions"][0]["command"].startswith("careers map --by growth --in ")
    assert careers("map", "--json", lang="fr").document["actions"][0]["command"] == "careers map --in Services"
    computing = next(area for area in by_growth["data"]["areas"] if area["id"] == "M")
    assert (computing["value"], computing["pay"]) == (27.9, 2650)
    page = careers("map", "--by", "growth", "--format", "table", width=80, lang="fr").out
    assert re.search(r"de\smonde\s\(France,\s2017\sà\s2019\)", page)
    assert "Net/mois" in page


def test_a_group_opens_the_occupation_that_it_says_most_of(tmp_path: Path) -> None:
    tables = {
        "trades_fr.csv": "code,title,before,counted,people,change,p50,paid\nA,,2001,2002,90,1.5,,2016/2018\n"
        "A0Z01,Cooks,2001,2002,60,-2,1500,2017/2019\nA0Z02,Bakers,2001,2002,30,,,2017/2019\n",
        "trade_fields_fr.csv": "code,en,fr,short_en,short_fr\nA,Kitchens,Cuisines,Kitchens,Cuisines\n",
        "groups_fr.csv": "code,group,match\nrough,A0Z01,rough\nsmall,A0Z01,part\nlarge,A0Z01,part\nnone,A0Z01,part\n",
    }
    for name, text in tables.items():
        (tmp_path / name).write_text(text, "utf-8")
    connection = sqlite3.connect(":memory:")
    connection.execute(TABLE)
    put_trades(connection, tmp_path, ("DE", "FR"), {"rough": 1000.0, "small": 5.0, "large": 9.0})
    rows = connection.execute("SELECT lang, field, body FROM trade WHERE country = 'FR' ORDER BY field, code, lang")
    trades = [(lang, field, msgspec.json.decode(body, type=Trade)) for lang, field, body in rows]
    assert [(lang, field, one.code, one.name, one.short, one.page) for lang, field, one in trades] == [
        ("en", "", "A", "Kitchens", "Kitchens", ""),
        ("fr", "", "A", "Cuisines", "Cuisines", ""),
        ("en", "A", "A0Z01", "Cooks", "", "large"),
        ("fr", "A", "A0Z01", "Cooks", "", "large"),
        ("en", "A", "A0Z02", "Bakers", "", ""),
        ("fr", "A", "A0Z02", "Bakers", "", ""),
    ]
    cooks = trades[2][2]
    assert (cooks.people, cooks.change, cooks.pay, cooks.paid) == (60, -2.0, 1500.0, "2017/2019")
    assert cooks.counted == ("2001", "2002")
    assert (trades[4][2].change, trades[4][2].pay) == (None, None)


@pytest.mark.parametrize(
    ("lang", "typed", "meant"), [("fr", "informatik", "Informatique"), ("en", "comptuing", "Computing")]
)
def test_a_field_of_the_french_map_that_is_misspelt_is_told(careers: Run, lang: str, typed: str, meant: str) -> None:
    done = careers("map", "--in", typed, "--country", "FR", lang=lang)
    assert done.code == 3
    assert f"  careers map --in {meant} --country FR\n" in done.err + "\n"
