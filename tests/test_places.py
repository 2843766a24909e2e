"""Pay by place: finding places by what people call them, and figures that are those of the official files."""

import csv
import gzip
import io
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.compiler.locate import Locations, locate
from careercli.core.careers.places import PlaceWage, share_among
from careercli.errors import NotFoundError
from careercli.library.places import Places

from .conftest import Run

ROOT = Path(__file__).parent.parent
OFFICIAL = ROOT.parent / "shared/data/oews"
#: What people write, and the place that they mean.
MEANT = {
    "ohio": "Ohio",
    "OH": "Ohio",
    "Ohio state": "Ohio",
    "texas": "Texas",
    "TX": "Texas",
    "Calif": "California",
    "california": "California",
    "DC": "District of Columbia",
    "d.c.": "District of Columbia",
    "puerto rico": "Puerto Rico",
    "PR": "Puerto Rico",
    "guam": "Guam",
    "us virgin islands": "Virgin Islands",
    "new mexico": "New Mexico",
    "north carolina": "North Carolina",
    "N Carolina": "North Carolina",
    "new york state": "New York",
    "NY": "New York",
    "new york": "New York",
    "washington": "Washington",
    "Washington State": "Washington",
    "hawaii": "Hawaii",
    "Penn": "Pennsylvania",
    "mass": "Massachusetts",
    "austin": "Austin-Round Rock-San Marcos, TX",
    "Austin, TX": "Austin-Round Rock-San Marcos, TX",
    "austin texas": "Austin-Round Rock-San Marcos, TX",
    "ATX": "Austin-Round Rock-San Marcos, TX",
    "NYC": "New York-Newark-Jersey City, NY-NJ",
    "New York City": "New York-Newark-Jersey City, NY-NJ",
    "brooklyn": "New York-Newark-Jersey City, NY-NJ",
    "Manhattan": "New York-Newark-Jersey City, NY-NJ",
    "newark": "New York-Newark-Jersey City, NY-NJ",
    "jersey city": "New York-Newark-Jersey City, NY-NJ",
    "twin cities": "Minneapolis-St. Paul-Bloomington, MN-WI",
    "St. Paul": "Minneapolis-St. Paul-Bloomington, MN-WI",
    "saint paul": "Minneapolis-St. Paul-Bloomington, MN-WI",
    "Minneapolis": "Minneapolis-St. Paul-Bloomington, MN-WI",
    "SF": "San Francisco-Oakland-Fremont, CA",
    "San Francisco": "San Francisco-Oakland-Fremont, CA",
    "bay area": "San Francisco-Oakland-Fremont, CA",
    "oakland": "San Francisco-Oakland-Fremont, CA",
    "silicon valley": "San Jose-Sunnyvale-Santa Clara, CA",
    "san jose ca": "San Jose-Sunnyvale-Santa Clara, CA",
    "LA": "Los Angeles-Long Beach-Anaheim, CA",
    "los angeles": "Los Angeles-Long Beach-Anaheim, CA",
    "Orange County": "Los Angeles-Long Beach-Anaheim, CA",
    "chicago": "Chicago-Naperville-Elgin, IL-IN",
    "Chicagoland": "Chicago-Naperville-Elgin, IL-IN",
    "boston": "Boston-Cambridge-Newton, MA-NH",
    "Greater Boston": "Boston-Cambridge-Newton, MA-NH",
    "boston metro area": "Boston-Cambridge-Newton, MA-NH",
    "washington dc": "Washington-Arlington-Alexandria, DC-VA-MD-WV",
    "Washington, D.C.": "Washington-Arlington-Alexandria, DC-VA-MD-WV",
    "Northern Virginia": "Washington-Arlington-Alexandria, DC-VA-MD-WV",
    "DFW": "Dallas-Fort Worth-Arlington, TX",
    "dallas": "Dallas-Fort Worth-Arlington, TX",
    "fort worth": "Dallas-Fort Worth-Arlington, TX",
    "philly": "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD",
    "vegas": "Las Vegas-Henderson-North Las Vegas, NV",
    "nola": "New Orleans-Metairie, LA",
    "st louis": "St. Louis, MO-IL",
    "Saint Louis": "St. Louis, MO-IL",
    "seattle": "Seattle-Tacoma-Bellevue, WA",
    "tacoma": "Seattle-Tacoma-Bellevue, WA",
    "portland": "Portland-Vancouver-Hillsboro, OR-WA",
    "portland maine": "Portland-South Portland, ME",
    "Portland, ME": "Portland-South Portland, ME",
    "kansas city": "Kansas City, MO-KS",
    "salem": "Salem, OR",
    "winston-salem": "Winston-Salem, NC",
    "columbus": "Columbus, OH",
    "columbus ga": "Columbus, GA-AL",
    "springfield ma": "Springfield, MA",
    "springfield illinois": "Springfield, IL",
    "honolulu": "Urban Honolulu, HI",
    "boise": "Boise City, ID",
    "SLC": "Salt Lake City-Murray, UT",
    "tampa bay": "Tampa-St. Petersburg-Clearwater, FL",
    "miami": "Miami-Fort Lauderdale-West Palm Beach, FL",
    "raleigh durham": "Raleigh-Cary, NC",
}


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Locations:
    folder = tmp_path_factory.mktemp("places")
    return locate(folder / "config", folder / "cache")


@pytest.fixture(scope="module")
def places(where: Locations) -> Places:
    return Places(where)


def test_a_place_is_found_by_what_people_call_it(places: Places) -> None:
    assert len(MEANT) >= 80
    found = {said: places.resolve(said, "en").name for said in MEANT}
    assert found == MEANT


def test_french_names_of_states_are_known_and_shown(places: Places) -> None:
    california = places.resolve("Californie", "fr")
    assert (california.name, california.kind) == ("Californie", "state")
    assert places.resolve("caroline du nord", "en").name == "North Carolina"


def test_a_name_of_several_places_alike_lists_them(places: Places) -> None:
    with pytest.raises(NotFoundError) as raised:
        places.resolve("Springfield", "en")
    assert raised.value.kind == "several-places"
    assert {"Springfield, MO", "Springfield, MA"} <= set(raised.value.near)


@pytest.mark.parametrize("said", ["Charleston", "Burlington", "Fayetteville", "Lafayette"])
def test_a_small_place_is_not_meant_where_a_larger_one_begins_with_its_name(places: Places, said: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        places.resolve(said, "en")
    assert raised.value.kind == "several-places"
    assert len(raised.value.near) == 2
    for name in raised.value.near:
        assert places.resolve(name, "en").name == name


#: What is typed, what it is taken for, and the others that are told; those that only seem alike are not.
ALIKE = {
    "Portland": ("Portland-Vancouver-Hillsboro, OR-WA", ["Portland-South Portland, ME"]),
    "Albany": ("Albany-Schenectady-Troy, NY", ["Albany, GA", "Albany, OR"]),
    "columbus": ("Columbus, OH", ["Columbus, GA-AL", "Columbus, IN"]),
    "Washington": ("Washington", ["Washington-Arlington-Alexandria, DC-VA-MD-WV"]),
    "Alexandria": ("Alexandria, LA", ["Washington-Arlington-Alexandria, DC-VA-MD-WV"]),
    "LA": ("Los Angeles-Long Beach-Anaheim, CA", ["Louisiana"]),
    "Kansas": ("Kansas", []),
    "Iowa": ("Iowa", []),
    "Wyoming": ("Wyoming", []),
    "Chicago": ("Chicago-Naperville-Elgin, IL-IN", []),
}


@pytest.mark.parametrize("said", ALIKE)
def test_the_others_of_a_name_are_known(places: Places, said: str) -> None:
    place = places.resolve(said, "en")
    assert (place.name, [other.name for other in places.namesakes(said, place, "en")]) == ALIKE[said]
    assert places.resolve(place.id, "en") == place


LINES = {
    "show 29-1141.00": "show",
    "salary 29-1141.00": "salary",
    "compare 29-1141.00 47-2111.00": "compare",
    "list --all -n 1": "list",
}


@pytest.mark.parametrize("line", LINES)
def test_it_is_told_which_of_several_places_was_taken_and_how_another_is_named(careers: Run, line: str) -> None:
    done = careers(*line.split(), "--place", "Portland")
    assert "`Portland`; this is Portland-Vancouver-Hillsboro, OR-WA." in done.err
    assert "`Portland-South Portland, ME`" in done.err
    assert any(
        "Portland-South Portland" in note
        for note in careers(*line.split(), "--place", "Portland", "--json").document["notes"]
    )
    assert "Portland-South" in careers(*line.split(), "--place", "Portland", lang="fr").err
    assert "Several places" not in careers(*line.split(), "--place", "Portland-South Portland, ME").err


@pytest.mark.parametrize("line", LINES)
def test_where_one_lives_is_told_once_when_it_is_set(careers: Run, line: str) -> None:
    assert "this is the state, Washington" in careers("me", "set", "place", "Washington").err
    assert "Several places" not in careers(*line.split()).err


def test_a_script_gets_the_places_of_a_name(careers: Run) -> None:
    done = careers("salary", "29-1141.00", "--place", "Springfield", "--json")
    assert done.code == 3
    error = done.document["error"]
    assert {"id": "Springfield, IL", "kind": "place", "name": "Springfield, IL"} in error["candidates"]
    assert '`--place "Springfield, IL"`' in error["hint"]


@pytest.mark.parametrize("said", ["Chicgao", "Atlantis", "Lyon", ""])
def test_what_is_no_place_names_near_ones_or_none(places: Places, said: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        places.resolve(said, "en")
    assert raised.value.kind == "place"
    if said == "Chicgao":
        assert raised.value.near[0] == "Chicago-Naperville-Elgin, IL-IN"


def test_the_file_is_made_once_and_again_where_a_table_changed(where: Locations) -> None:
    (file,) = where.cache.glob("places-*.sqlite")
    before = file.stat().st_mtime_ns
    Places(where)
    assert file.stat().st_mtime_ns == before
    assert [path.name for path in where.cache.glob("*.new")] == []


def test_where_nothing_can_be_cached_all_works(where: Locations, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert Places(where._replace(cache=blocked / "cache")).resolve("ohio", "en").name == "Ohio"


def official(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(OFFICIAL / name, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official files of wages by area are not here")
def test_sixty_drawn_figures_are_those_of_the_official_files(places: Places) -> None:
    drawn = random.Random(19)
    for name, points in (
        ("oews_state_2025-05.csv.gz", ("p10", "p25", "p50", "p75", "p90")),
        ("oews_metro_2025-05.csv.gz", ("p50",)),
    ):
        rows = [row for row in official(name) if row["annual_median"] != "-"]
        for row in drawn.sample(rows, 30):
            place = places.get(int(row["area_code"]), "en")
            wage = places.wage(place, row["soc_code"])
            assert wage is not None
            for point in points:
                cell = row[f"annual_{point.replace('p50', 'median')}"]
                assert getattr(wage, point) == (float(cell) if cell not in ("", "-") else None)
            assert wage.employment == (int(row["employment"]) if row["employment"] not in ("", "-") else None)
            thin = row["mean_wage_rse_percent"]
            assert wage.thin == (thin not in ("", "-") and float(thin) > 20)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official files of wages by area are not here")
def test_the_tables_are_derived_byte_for_byte(tmp_path: Path) -> None:
    script = (
        (ROOT / "tools/build_places.py").read_text("utf-8").replace('ROOT / "data/places"', f"Path({str(tmp_path)!r})")
    )
    (tmp_path / "build.py").write_text(script)
    subprocess.run([sys.executable, tmp_path / "build.py", OFFICIAL.parent], check=True, capture_output=True)
    for name in ("areas_us.csv", "wages_wide_us.csv", "wages_narrow_us.csv"):
        assert (tmp_path / name).read_bytes() == (ROOT / "data/places" / name).read_bytes()


def test_the_employees_of_states_add_up_to_the_country(places: Places) -> None:
    states = [row for row in csv.DictReader((ROOT / "data/places/areas_us.csv").open()) if row["kind"] == "state"]
    assert len(states) == 54
    wages = [places.wage(places.get(int(row["area"]), "en")) for row in states]
    employed = sum(wage.employment or 0 for wage in wages if wage)
    assert 150e6 < employed < 160e6


def test_places_are_ranked_by_pay_and_by_size(places: Places) -> None:
    best = places.ranked("29-1141", "p50", "en")
    medians = [rank.median or 0 for rank in best]
    assert medians == sorted(medians, reverse=True)
    most = places.ranked("29-1141", "employment", "en")
    assert most[0].place.name.startswith("New York")
    assert len(best) == len(most) == 5


def test_a_share_lies_between_published_percentiles_and_is_open_above() -> None:
    everybody = PlaceWage(employment=10, p10=20_000, p25=30_000, p50=45_000, p75=70_000, p90=110_000)
    assert share_among(everybody, 45_000) == (0.5, False)
    assert share_among(everybody, 110_000) == (0.9, True)
    assert share_among(everybody, 250_000) == (0.9, True)
    share, at_least = share_among(everybody, 10_000) or (1.0, True)
    assert (round(share, 3), at_least) == (0.05, False)
    assert share_among(PlaceWage(employment=1, p10=None, p25=None, p50=5, p75=None, p90=None), 4) is None


def test_a_sheet_says_what_it_pays_where_one_lives(careers: Run) -> None:
    document = careers("show", "29-1141.00", "--place", "ohio", "--json").document
    there = document["data"]["pay"]["place"]
    assert (there["place"]["name"], there["p50"], there["wider"]) == ("Ohio", 82510, None)
    assert there["source"] in {source["id"] for source in document["sources"]}
    assert len(document["data"]["pay"]["best_places"]) == 5
    screen = careers("show", "29-1141.00", "--place", "ohio").out
    assert "PAY IN OHIO" in screen
    assert "$82,510" in screen
    assert "SALAIRE, CALIFORNIE" in careers("show", "29-1141.00", "--place", "Californie", "--lang", "fr").out
    assert careers("show", "29-1141.00", "--json").data["pay"]["place"] is None


def test_above_its_highest_tenth_a_place_gives_stars_as_at_least(careers: Run) -> None:
    there = careers("show", "29-1141.00", "--place", "San Jose", "--json").data["pay"]["place"]
    assert there["at_least"] is (there["stars"] == 7)


def test_a_place_without_a_figure_shows_its_state_by_name_and_never_the_country(careers: Run) -> None:
    there = careers("show", "11-9081.00", "--place", "Boise", "--json").data["pay"]["place"]
    assert there["wider"]["name"] == "Idaho"
    assert "this is Idaho" in careers("show", "11-9081.00", "--place", "Boise").out
    done = careers("show", "19-1012.00", "--place", "guam", "--json")
    assert done.data["pay"]["place"] is None
    assert any("Guam" in note for note in done.document["notes"])


def test_a_place_that_is_not_known_is_told_with_near_ones(careers: Run) -> None:
    done = careers("show", "29-1141.00", "--place", "Chicgao")
    assert done.code == 3
    assert "Chicago-Naperville-Elgin, IL-IN" in done.err
    several = careers("show", "29-1141.00", "--place", "Springfield")
    assert several.code == 3
    assert "Springfield, MO" in several.err


def median(places: Places, place: str, code: str) -> float | None:
    wage = places.wage(places.resolve(place, "en"), code)
    return wage.p50 if wage else None


def test_a_list_takes_the_pay_of_a_place_and_names_the_wider_one(careers: Run, places: Places) -> None:
    asked = ["list", "--all", "--limit", "growth>=10", "--limit", "years<=2", "--sort", "pay", "--place", "Abilene"]
    cards = careers(*asked, "--json").data
    own = [card for card in cards if card["place"] and card["place"]["name"] == "Abilene, TX"]
    wider = [card for card in cards if card["place"] and card["place"]["name"] == "Texas"]
    nowhere = [card for card in cards if card["place"] is None]
    assert own
    assert wider
    assert nowhere
    for card in own:
        assert card["median"] == median(places, "Abilene", card["of"]["code"])
    for card in wider:
        assert median(places, "Abilene", card["of"]["code"]) is None
        assert card["median"] == median(places, "texas", card["of"]["code"])
    assert {(card["median"], card["stars"]) for card in nowhere} == {(None, None)}
    known = [card["median"] for card in cards if card["median"] is not None]
    assert known == sorted(known, reverse=True)
    shown = careers(*asked).out.replace("\n", " ")
    assert "Pay: the median, gross a year, Abilene, TX, May 2025." in shown
    assert "†: not published for Abilene, TX; this is that of Texas." in shown
    assert "$†" in careers(*asked, lang="fr").out
    rows = list(csv.DictReader(io.StringIO(careers(*asked, "--format", "csv").out)))
    assert {row["place"] for row in rows} == {"Abilene, TX", "Texas", ""}
    assert "(wider place)" in careers(*asked, ACCESSIBLE="1").out


def test_a_limit_on_pay_is_held_against_the_place(careers: Run, places: Places) -> None:
    there = careers("list", "--limit", "pay>=90k", "--place", "mississippi", "--json").data
    assert all(card["median"] is None or card["median"] >= 90_000 for card in there)
    assert all((card["median"] is None) == bool(card["unknown"]) for card in there)
    nurses = median(places, "mississippi", "29-1141")
    assert nurses is not None
    assert nurses < 90_000
    assert "29-1141.00" not in {card["id"] for card in there}
    assert "29-1141.00" in {card["id"] for card in careers("list", "--limit", "pay>=90k", "--json").data}


def test_compare_takes_the_pay_of_a_place(careers: Run, places: Places) -> None:
    asked = ["compare", "nurse", "graphic designer", "--place", "texas", "--weight", "pay=1"]
    data = careers(*asked, "--json").data
    rows = {row["id"]: row["cells"] for row in data["rows"]}
    assert data["place"]["name"] == "Texas"
    values = [median(places, "texas", code) for code in ("29-1141", "27-1024")]
    assert [cell["value"] for cell in rows["pay_us_p50"]] == values
    assert {cell["place"] for cell in rows["pay_us_p50"]} == {"Texas"}
    assert rows["pay_us_p50"][values.index(max(filter(None, values)))]["best"]
    assert rows["employment"][0]["value"] == careers("show", "29-1141.00", "--json").data["employment"]
    assert "gross a year, Texas, May 2025" in careers(*asked).out.casefold().replace("texas, may", "Texas, May")
    assert "Texas, mai 2025" in careers(*asked, lang="fr").out.replace("\xa0", " ")
    national = careers("compare", "nurse", "dental hygienist", "--weight", "pay=1", "--json").data
    assert national["place"] is None
    assert data["ranking"] != national["ranking"]


def test_compare_names_the_wider_place_and_calls_no_best_across_two(careers: Run, places: Places) -> None:
    code = next(
        card["id"]
        for card in careers("list", "--place", "Abilene", "--json").data
        if card["place"] and card["place"]["name"] == "Texas"
    )
    done = careers("compare", "nurse", code, "dancer", "--place", "Abilene", "--json")
    (row,) = [row for row in done.data["rows"] if row["id"] == "pay_us_p50"]
    assert [cell["place"] for cell in row["cells"]] == ["Abilene, TX", "Texas", None]
    assert row["cells"][1]["text"].endswith("(Texas)")
    assert not any(cell["best"] for cell in row["cells"])
    assert row["cells"][2]["value"] is None
    assert "Neither Abilene, TX nor its state publishes pay for Dancers." in done.document["notes"]


def test_salary_tells_the_pay_of_a_place(careers: Run, places: Places) -> None:
    data = careers("salary", "electrician", "--place", "San Francisco", "--json").data
    assert data["place"]["p50"] == median(places, "San Francisco", "47-2111")
    assert data["place"]["wider"] is None
    shown = careers("salary", "electrician", "--place", "San Francisco", lang="fr").out
    assert "San Francisco-Oakland-Fremont, CA" in shown
    assert "Salaires dans tout le pays".upper() in shown
    several = careers("salary", "electrician", "nurse", "dancer", "--place", "NYC")
    assert "Neither New York-Newark-Jersey City, NY-NJ nor its state publishes pay for Dancers." in several.err
    assert "Registered Nurses" in several.out.partition("axis")[0]
    guide = careers("salary", "ai-engineer", "--place", "wyoming", "--json").data
    assert [pay["of"]["code"] for pay in guide["places"]]
    rows = csv.DictReader(io.StringIO(careers("salary", "electrician", "--place", "ohio", "--format", "csv").out))
    assert [float(row["p50"]) for row in rows if row["place"] == "Ohio"] == [median(places, "ohio", "47-2111")]


def test_where_one_lives_is_taken_from_the_own_file(careers: Run, places: Places) -> None:
    careers("me", "set", "place", "ohio")
    nurse = median(places, "ohio", "29-1141")
    cards = {card["id"]: card for card in careers("list", "--all", "--json").data}
    assert (cards["29-1141.00"]["median"], cards["29-1141.00"]["place"]["name"]) == (nurse, "Ohio")
    assert {card["kind"] for card in careers("list", "--json").data} == {"role"}
    assert careers("salary", "nurse", "--json").data["place"]["p50"] == nurse
    rows = careers("compare", "nurse", "roofer", "--json").data["rows"]
    assert next(row for row in rows if row["id"] == "pay_us_p50")["cells"][0]["value"] == nurse


@pytest.mark.parametrize("verb", [["list", "--all"], ["compare", "nurse", "roofer"], ["salary", "nurse"]])
def test_the_places_are_opened_only_where_one_is_asked_for(
    careers: Run, verb: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(where: Locations) -> None:
        raise AssertionError(where)

    monkeypatch.setattr("careercli.library.places.open_places", refuse)
    assert careers(*verb, "--json").code == 0


@pytest.mark.parametrize("verb", [["list"], ["compare", "nurse", "roofer"], ["salary", "nurse"]])
def test_every_verb_tells_of_a_place_that_is_none(careers: Run, verb: list[str]) -> None:
    done = careers(*verb, "--place", "Chicgao")
    assert done.code == 3
    assert "Chicago-Naperville-Elgin, IL-IN" in done.err
