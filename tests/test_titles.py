"""Occupations by any of their titles: `search`, and what a name means to `show`, `salary` and `list --all`."""

import csv
import json
import random
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from careercli.compiler.load import load_synonyms
from careercli.compiler.locate import Locations
from careercli.compiler.titles import both_forms
from careercli.core.careers.search_report import Hit
from careercli.core.text.ids import fold
from careercli.errors import NotFoundError
from careercli.library.catalogue import Catalogue
from tests.conftest import ROOT, Run

DATA = ROOT / "data/occupations"


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TITLES = rows_of("titles.csv")


def find_hits(catalogue: Catalogue, text: str, lang: str, count: int = 10) -> list[Hit]:
    finder = catalogue.search(lang)
    return finder.hits(finder.answer(text), count)


def hits(careers: Run, *arguments: str) -> list[dict[str, object]]:
    done = careers("search", "--json", *arguments)
    assert done.code == 0, done.err
    found: list[dict[str, object]] = json.loads(done.out)["data"]
    scores = [float(str(hit["score"])) for hit in found]
    assert scores == sorted(scores, reverse=True)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_any_title_finds_its_occupation(catalogue: Catalogue, seed: int) -> None:
    for row in random.Random(seed).sample(TITLES, 60):
        found = find_hits(catalogue, row["title"], "en", 100)
        best = [hit for hit in found if hit.kind == "occupation" and hit.id == row["code"]]
        assert best, row
        assert fold(best[0].snippet) == fold(row["title"]), row
        assert not catalogue.search("en").answer(row["title"]).replaced


def test_the_longest_titles_are_found_by_their_words(catalogue: Catalogue) -> None:
    for row in sorted(TITLES, key=lambda row: -len(row["title"]))[:5]:
        words = " ".join(fold(row["title"]).split()[:-1])
        assert row["code"] in [hit.id for hit in find_hits(catalogue, words, "en", 100)], row


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("registered nurse", "en", "29-1141.00"),
        ("registred nurse", "en", "29-1141.00"),
        ("truck drivr", "en", "53-3032.00"),
        ("développeuse web", "fr", "15-1254.00"),
        ("infirmiere", "fr", "29-1141.00"),
        ("infirmiere", "en", "29-1141.00"),
        ("electritian", "en", "47-2111.00"),
        ("29-1141", "en", "29-1141.00"),
        ("avocate", "fr", "23-1011.00"),
    ],
)
def test_what_people_type_finds_it_first(catalogue: Catalogue, text: str, lang: str, code: str) -> None:
    found = find_hits(catalogue, text, lang)
    assert (found[0].kind, found[0].id) == ("occupation", code)


def test_the_title_is_the_snippet_and_the_name_is_of_the_language(careers: Run) -> None:
    first = hits(careers, "infirmiere", "--lang", "fr")[0]
    assert (first["name"], first["snippet"], first["section"]) == ("Infirmier ou infirmière", "⟦infirmière⟧", "")
    assert (
        "Technicien ou technicienne de maintenance d’éoliennes" in careers("search", "wind turbine", "--lang", "fr").out
    )
    assert "(guide)" in careers("search", "data engineer").out


def test_a_typo_is_said(careers: Run) -> None:
    done = careers("search", "truck drivr")
    assert done.err.startswith("`drivr` was taken for `driver`.\n")


def test_a_guide_comes_before_an_occupation_of_the_same_name(careers: Run) -> None:
    for name, guide, code in (("data scientist", "data-scientist", "15-2051.00"), ("ML engineer", "ai-engineer", "")):
        found = hits(careers, name)
        assert found[0]["id"] == guide
        assert not code or found[1]["id"] == code


def test_a_whole_title_comes_before_a_part_and_that_before_a_passing_word(careers: Run) -> None:
    found = hits(careers, "nurse", "--limit", "50")
    order = [str(hit["snippet"]).lower() for hit in found]
    assert order[0] == "⟦nurse⟧"
    assert found[0]["id"] == "29-1141.00"
    whole = [order.index(title) for title in order if title.endswith("⟦nurse⟧")]
    passages = [n for n, hit in enumerate(found) if hit["section"]]
    assert whole
    assert not passages or max(whole) < min(passages)


def test_short_words_are_found_too(catalogue: Catalogue) -> None:
    assert any("UX" in hit.snippet for hit in find_hits(catalogue, "UX", "en") if hit.kind == "occupation")


def test_a_search_reads_on_a_narrow_screen(careers: Run) -> None:
    done = careers("search", "truck", "driver", "--no-input", terminal=True, width=40)
    assert done.code == 0
    assert "Heavy and Tractor-Trailer Truck Drivers" in done.screen
    lines = [line for line in done.screen.splitlines() if not line.startswith("careers ")]  # a command stays whole
    assert max(map(len, lines)) <= 40


# what a name means


def carriers(catalogue: Catalogue) -> dict[str, list[str]]:
    """The occupations that carry a title alike: as what most call them, or as one of their other titles."""
    rows = catalogue.connection.execute("SELECT key, code, kind FROM title WHERE kind < 5").fetchall()
    best: dict[str, int] = {}
    for key, _, kind in rows:
        best[key] = min(best.get(key, kind), kind)
    found: dict[str, list[str]] = defaultdict(list)
    for key, code, kind in rows:
        if kind == best[key] and code not in found[key]:
            found[key].append(code)
    return found


def test_shared_titles_resolve_by_the_rule(catalogue: Catalogue) -> None:
    shared = {key: sorted(codes) for key, codes in carriers(catalogue).items() if len(codes) > 1}
    guides = {key for (key,) in catalogue.connection.execute("SELECT key FROM name WHERE kind = 'career'")}
    several = {key for (key,) in catalogue.connection.execute("SELECT key FROM several")}
    keys = sorted(set(shared) - guides - several)
    together = [key for key in keys if len({code[:7] for code in shared[key]}) == 1]
    apart = [key for key in keys if len({code[:7] for code in shared[key]}) > 1]
    assert len(together) > 100
    for key in random.Random(2).sample(together, 100):
        found = catalogue.resolve_career(key, "en")
        assert found.id in shared[key], key
        assert {found.id, *found.others} >= set(shared[key])
    for key in random.Random(1).sample(apart, 100):
        with pytest.raises(NotFoundError) as raised:
            catalogue.resolve_career(key, "en")
        assert len(set(raised.value.near) & set(shared[key])) >= min(2, len(raised.value.near)), key
        assert raised.value.labels.keys() == set(raised.value.near)
        assert raised.value.exit_code == 3


def test_candidates_are_the_likeliest_first(careers: Run) -> None:
    done = careers("show", "developer")
    assert done.code == 3
    lines = [line.strip() for line in done.err.splitlines() if "careers show" in line]
    assert lines[:2] == [
        "careers show software-developer  Software developer",
        "careers show 15-1252.00  Software Developers",
    ]


@pytest.mark.parametrize("verb", ["show", "salary"])
def test_that_others_carry_a_title_too_is_said(careers: Run, verb: str) -> None:
    done = careers(verb, "3d artist")
    assert done.err == (
        "This title is also that of Fine Artists, Including Painters, Sculptors, and Illustrators;"
        " here is Special Effects Artists and Animators.\n"
    )
    french = careers(verb, "3d artist", "--lang", "fr")
    assert french.err.startswith(
        "Ce titre désigne aussi\u00a0: Artiste plasticien ou artiste plasticienne\u202f; voici"
    )


@pytest.mark.parametrize(
    "arguments",
    [["salary"], ["show"], ["quiz", "--items"], ["compare", "15-1252.00"]],
    ids=lambda arguments: arguments[0],
)
def test_json_says_that_others_carry_a_title_too(careers: Run, arguments: list[str]) -> None:
    done = careers(*arguments, "3d artist", "--json")
    assert json.loads(done.out)["notes"][0] == (
        "This title is also that of Fine Artists, Including Painters, Sculptors, and Illustrators;"
        " here is Special Effects Artists and Animators."
    )


def test_the_quiz_on_a_shared_title_says_so_with_its_result(careers: Run, tmp_path: Path) -> None:
    items = json.loads(careers("quiz", "3d artist", "--items", "--json").out)["data"]["items"]
    file = tmp_path / "a.yaml"
    answers = {item["id"]: 1 + number % 5 for number, item in enumerate(items)}
    file.write_text(json.dumps({"version": 1, "answers": answers}))
    done = careers("quiz", "3d artist", "--answers", str(file), "--no-save", "--json")
    assert "Fine Artists, Including Painters" in json.loads(done.out)["notes"][0]
    told = careers("quiz", "3d artist", "--answers", str(file), "--no-save").err
    assert told.count("Fine Artists, Including Painters") == 1


@pytest.mark.parametrize(
    ("lang", "name", "told"),
    [
        ("en", "tattoo artist", "“tattoo artist” has no figures of its own: it is counted in Artists and Related"),
        ("fr", "calligraphe", "calligraphe\u00a0» n’a pas de chiffres propres"),
        ("en", "artists and related workers, all other", ""),
        ("fr", "autre artiste des arts visuels", ""),
        ("en", "27-1019", ""),
        ("en", "27-1019.00", ""),
    ],
)
@pytest.mark.parametrize("verb", ["show", "salary"])
def test_a_trade_among_those_gathered_is_said_to_be(careers: Run, verb: str, lang: str, name: str, told: str) -> None:
    err = careers(verb, name, lang=lang).err
    assert told in err
    assert bool(told) is (("no figures of its own" in err) or ("pas de chiffres propres" in err))


def test_a_part_of_titles_suggests_what_has_it(careers: Run) -> None:
    done = careers("show", "médecin", "--lang", "fr")
    assert done.code == 3
    assert done.err.count("édecin") >= 4


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Avocat ou avocate", {"Avocat", "avocate"}),
        ("Infirmier ou infirmière anesthésiste", {"Infirmier anesthésiste", "infirmière anesthésiste"}),
        ("Agent immobilier ou agente immobilière", {"Agent immobilier", "agente immobilière"}),
        (
            "Assistant social ou assistante sociale de santé",
            {"Assistant social", "Assistant social de santé", "assistante sociale", "assistante sociale de santé"},
        ),
        ("Autre agent ou agente de sûreté", {"Autre agent de sûreté", "Autre agente de sûreté"}),
        ("Actuaire", set()),
    ],
)
def test_both_genders_are_read_from_a_label(label: str, names: set[str]) -> None:
    assert both_forms(label, "fr") == names


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_french_label_and_each_gender_is_a_name(catalogue: Catalogue, lang: str) -> None:
    for row in random.Random(5).sample(rows_of("labels_fr.csv"), 80):
        found = catalogue.resolve_career(row["label"], lang)
        if found.kind == "role":
            links = catalogue.get_role(found.id, "en").occupations
            assert (row["code"], "exact") in [(link.code, link.match) for link in links]
        else:
            assert found.id[:7] == row["code"][:7]


# list


def listed(careers: Run, *arguments: str) -> list[dict[str, object]]:
    done = careers("list", *arguments, "--json")
    assert done.code == 0, done.err
    found: list[dict[str, object]] = json.loads(done.out)["data"]
    return found


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("skill", ["programming", "Programmation"])
def test_skills_of_the_atlas_are_found_in_either_language(careers: Run, lang: str, skill: str) -> None:
    found = listed(careers, "--all", "--skill", skill, "--lang", lang)
    assert len(found) == 10
    wanted = "Programming" if lang == "en" else "Programmation"
    assert all(wanted in str(card["skills"]) for card in found)


def test_an_unknown_skill_of_the_atlas_is_not_found(careers: Run) -> None:
    done = careers("list", "--all", "--skill", "programation")
    assert done.code == 3
    assert "Programming" in done.err
    assert careers("list", "--all", "--skill", "").code == 3


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("sort", "field", "down"),
    [
        ("pay", "median", True),
        ("growth", "growth_percent", True),
        ("size", "employment", True),
        ("stars", "stars", True),
        ("entry", "job_zone", False),
    ],
)
def test_sorted_the_unknown_comes_last(careers: Run, lang: str, sort: str, field: str, down: bool) -> None:
    values = [card[field] for card in listed(careers, "--all", "--sort", sort, "--lang", lang)]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=down)  # type: ignore[type-var]
    assert all(value is None for value in values[len(known) :])
    assert len(values) == 1016


def test_a_limit_is_of_guides_too_and_says_of_how_many(careers: Run) -> None:
    assert len(listed(careers, "--limit", "2")) == 2
    assert "2 guides of 9. All 1,016 careers:" in careers("list", "--limit", "2").out
    out = careers("list", "--all", "--min-stars", "10", "--limit", "5").out
    assert "5 occupations of 40." in out
    assert (
        "40 occupations. 12 surely keep your limits; for 28 more" in careers("list", "--all", "--min-stars", "10").out
    )
    assert "(?)" not in out  # the 12 that are known to keep it come first
    assert "(?)" in careers("list", "--all", "--min-stars", "10", "--limit", "13").out
    french = ("list", "--all", "--min-stars", "10", "--limit", "5", "--lang", "fr")
    assert "5 professions sur 40" in careers(*french, "--country", "US").out
    assert ". 0 respectent vos limites à coup sûr\u202f; pour" in careers(*french).out, (
        "no French median is among the top 1%"
    )


# trades of another country


@pytest.mark.parametrize(
    ("name", "code"),
    [("notaire", "23-1011.00"), ("TISF", "21-1093.00"), ("clerc de notaire", "23-2011.00"), ("ATSEM", "25-9042.00")],
)
def test_a_trade_elsewhere_leads_to_the_nearest_and_says_so(careers: Run, name: str, code: str) -> None:
    done = careers("show", name, "--json")
    assert done.data["id"] == code
    assert done.data["nearest_to"] == name
    (note,) = done.document["notes"]
    assert note == f"“{name}”: the nearest in the US classification is {done.data['name']} ({code})."
    shown = careers("show", name, "--lang", "fr")
    said = "le métier le plus proche dans la classification officielle (États-Unis) est"
    assert shown.err.startswith(f"«\u00a0{name}\u00a0»\u00a0: {said}")
    assert f"Vous avez demandé «\u00a0{name}\u00a0»" in shown.out
    for verb in (["salary", name], ["compare", name, "electricians"], ["quiz", name, "--items"]):
        assert note in careers(*verb, "--json").document["notes"], verb


@pytest.mark.parametrize("name", ["avocat", "lawyers", "23-1011.00", "infirmière praticienne", "parajuriste"])
def test_a_name_of_the_occupation_itself_is_nothing_near(careers: Run, name: str) -> None:
    done = careers("show", name, "--lang", "fr", "--json")
    assert done.data["nearest_to"] is None
    assert not any("le plus proche" in note for note in done.document["notes"])


def test_what_bears_a_name_itself_wins_over_what_is_near(small: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(small, data)
    said = "23-1011.00: {en: [lawyer], nearest: {en: [electrician], fr: [notaire, juge]}}\n"
    (data / "synonyms.yaml").write_text(said, "utf-8")
    catalogue = Catalogue(Locations(None, data, tmp_path / "roles", tmp_path / "cache"))
    assert catalogue.problems() == []
    assert catalogue.resolve_career("notaire", "en")[::3] == ("occupation", "notaire")
    found = catalogue.resolve_career("electrician", "en")
    assert (found.id, found.nearest_to) == ("47-2111.00", "")


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ("{en: [one], nearest: [two]}", "23-1011.00.nearest"),
        ("{en: [one], nearest: {english: [two]}}", "23-1011.00.nearest.english"),
        ("{en: [one], nearest: {en: two}}", "23-1011.00.nearest.en"),
        ("{en: {one: two}}", "23-1011.00.en"),
        ("[one]", "23-1011.00"),
    ],
)
def test_a_wrong_list_of_names_is_told_with_its_line(tmp_path: Path, entry: str, field: str) -> None:
    path = tmp_path / "synonyms.yaml"
    path.write_text(f"# ours\n23-1011.00: {entry}\n", "utf-8")
    names, nearest, problems = load_synonyms(path)
    assert (names, nearest) == ({}, {})
    assert [(problem.line, problem.field) for problem in problems] == [(2, field)]
