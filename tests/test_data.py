"""The bundled files: what they hold is whole, meets, and is written in our own words."""

import csv
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from babel.messages.pofile import read_po

from careercli.compiler import checks, load
from careercli.core.careers.guide_sections import SECTIONS
from careercli.core.careers.model import Level, RelatedRole, Stage
from careercli.core.comparing.compare import section_of
from careercli.core.text.citations import drop_citations
from careercli.core.text.languages import Lang
from careercli.files.strict_yaml import load_yaml
from careercli.library.catalogue import Catalogue
from careercli.locale import languages
from tests.conftest import ROOT

ROLES = sorted(path.name for path in (ROOT / "data/roles").iterdir())
WHOLE = [role for role in ROLES if "status: draft" not in (ROOT / f"data/roles/{role}/facts.yaml").read_text("utf-8")]
SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder `shared` is not beside the checkout")


def words(role: str, lang: Lang) -> int:
    document = load_yaml(ROOT / f"data/roles/{role}/{lang}.yaml")
    return sum(len(re.findall(r"\w+", drop_citations(text))) for _, text in checks._strings(document.value, ()))


def test_all_nine_guides_are_whole() -> None:
    assert WHOLE == ROLES
    assert len(ROLES) >= 9


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("role", WHOLE)
def test_a_guide_has_its_length(role: str, lang: Lang) -> None:
    assert 5_500 <= words(role, lang) <= 7_300
    file = ROOT / f"data/roles/{role}/{lang}.yaml"
    assert len(file.read_text("utf-8").split()) <= {"en": 7_000, "fr": 7_300}[lang]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_no_problem(role: str) -> None:
    vocabulary, wrong = load.load_vocabulary(ROOT / "data")
    assert wrong == []
    found = checks.find_role_problems(load.load_role(ROOT / "data/roles" / role), vocabulary, ROLES, bundled=True)
    assert [str(problem) for problem in found] == []


def test_what_a_country_says_has_a_source_that_is_known() -> None:
    vocabulary, _ = load.load_vocabulary(ROOT / "data")
    told = [told for entry in vocabulary.countries.values() for told in (entry.least_pay, entry.apprenticeship) if told]
    assert told
    assert [one.source for one in told if one.source not in vocabulary.sources] == []


def test_the_vocabularies_are_used_and_whole() -> None:
    vocabulary, _ = load.load_vocabulary(ROOT / "data")
    assert tuple(vocabulary.sections) == SECTIONS
    users = [path for folder in ("roles", "topics") for path in (ROOT / "data" / folder).rglob("*.yaml")]
    users += [ROOT / "data" / name for name in ("data_sets.yaml", "countries.yaml", "occupations/licenses_en.csv")]
    text = "\n".join(path.read_text("utf-8") for path in users)
    assert [id_ for id_ in vocabulary.sources if id_ not in text] == []
    assert [id_ for id_ in vocabulary.skills if id_ not in text] == []


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("role", WHOLE)
def test_no_filler_words(role: str, lang: Lang) -> None:
    text = (ROOT / f"data/roles/{role}/{lang}.yaml").read_text("utf-8").lower()
    fillers = {
        "en": r"\b(exciting|passionate|cutting-edge|dynamic|landscape|leverag\w+|unlock\w*|fast-paced|thrilling)\b|!",
        "fr": r"\b(passionnant\w*|dynamique|incontournable\w*|révolutionn\w+|à la pointe|en pleine expansion)\b|!",
    }
    found = re.findall(fillers[lang], text)
    assert found == []
    assert text.count("—") <= 2


def test_the_two_languages_differ_where_they_must() -> None:
    ours = (ROOT / "data/roles/ai-engineer/fr.yaml").read_text("utf-8")
    assert "’" in ours
    assert "'" not in re.sub(r"^#.*", "", ours, flags=re.MULTILINE).replace("' ", "")


def test_stars_of_the_seed(catalogue: Catalogue) -> None:
    role = catalogue.get_role("ai-specialist", "en")
    ratings = next(section for section in role.sections if section.id == "pay").ratings
    assert [(rating.level, rating.stars) for rating in ratings if rating.basis == "editorial"] == [
        ("junior", 6),
        ("middle", 8),
        ("senior", 9),
        ("top", 10),
    ]
    assert (role.stars, role.headline_stars) == (8, 5)


def test_our_stars_are_those_of_what_one_may_expect(catalogue: Catalogue) -> None:
    """But for the stars of the seed, which are the best of a level."""
    levels: dict[Stage, Level] = {"first": "junior", "fifth": "middle", "tenth": "senior"}
    for id_ in ROLES:
        role = catalogue.get_role(id_, "en")
        pay = next(section for section in role.sections if section.id == "pay")
        judged = {rating.level: rating.stars for rating in pay.ratings if rating.basis == "editorial"}
        here = [pay for pay in role.expected_pay if pay.country == "US" and pay.stage in levels]
        expected = {levels[pay.stage]: pay.stars for pay in here}
        assert len(expected) == 3, id_
        for level, stars in expected.items():
            assert stars is not None
            assert judged[level] == stars or (id_ == "ai-specialist" and judged[level] > stars), (id_, level)
        assert judged["top"] >= judged["senior"]


@needs_shared
def test_our_own_words() -> None:
    check = [sys.executable, str(SHARED / "checks/own_words.py"), str(ROOT / "data/roles")]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@needs_shared
def test_official_wages_equal_the_file() -> None:
    with (SHARED / "data/oews/oews_national_2025-05.csv").open(encoding="utf-8") as file:
        official = {row["soc_code"]: row for row in csv.DictReader(file)}
    columns = {
        "p10": "annual_p10",
        "p25": "annual_p25",
        "p50": "annual_median",
        "p75": "annual_p75",
        "p90": "annual_p90",
        "mean": "annual_mean",
    }
    compared = 0
    for role in ROLES:
        facts = load.load_role(ROOT / "data/roles" / role).facts
        assert facts
        for band in facts.bands:
            if band.source != "bls-oews-2025-05" or not band.occupation:
                continue
            row = official[band.occupation.partition(".")[0]]
            for ours, theirs in columns.items():
                if (value := getattr(band, ours)) is not None:
                    assert value == float(row[theirs]), (role, band.id, ours)
                    compared += 1
    assert compared >= 50


def neighbours(catalogue: Catalogue, role: str) -> tuple[RelatedRole, ...]:
    return section_of(catalogue.get_role(role, "en"), "related").related


def test_every_pay_direction_agrees_with_its_inverse(catalogue: Catalogue) -> None:
    inverse = {"lower": "higher", "lower-similar": "similar-higher", "similar": "similar"}
    inverse |= {value: key for key, value in inverse.items()}
    cards = {role: {entry.id: entry.pay for entry in neighbours(catalogue, role)} for role in ROLES}
    for ours, related in cards.items():
        for theirs, direction in related.items():
            if ours in cards[theirs]:
                assert cards[theirs][ours] == inverse[direction], (ours, theirs)


def test_every_career_is_reached_from_every_other_in_two_steps(catalogue: Catalogue) -> None:
    cards = {role: {entry.id for entry in neighbours(catalogue, role)} for role in ROLES}
    for ours, first in cards.items():
        reached = first | {id_ for step in first for id_ in cards[step]}
        assert reached | {ours} == set(cards), ours


def test_fit_statements_are_answerable(catalogue: Catalogue) -> None:
    for role in WHOLE:
        for lang in languages():
            guide = catalogue.get_role(role, lang)
            statements = next(section for section in guide.sections if section.id == "fit").statements
            texts = [statement.text for statement in statements]
            assert len(set(texts)) == len(texts)
            assert max(map(len, texts)) <= 90, max(texts, key=len)


def test_pages_survive_a_round_trip(catalogue: Catalogue) -> None:
    from careercli.core.careers.model import Role

    for role in ROLES:
        guide = catalogue.get_role(role, "fr")
        assert msgspec.json.decode(msgspec.json.encode(guide), type=Role) == guide


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_one_may_expect_to_earn_is_what_the_guide_says(catalogue: Catalogue, role: str, lang: Lang) -> None:
    guide, say = catalogue.get_role(role, lang), catalogue.say(lang)
    section = section_of(guide, "pay")
    told = re.sub(r"(?<=\d)[\s,](?=\d{3})", "", " ".join(section.text))
    known = [pay for pay in guide.expected_pay if pay.country == say.country]
    expected = [pay for pay in known if pay.stage != "bridge"]
    assert [pay.stage for pay in expected][:2] == ["first", "fifth"]
    everywhere = re.sub(r"(?<=\d)[\s,](?=\d{3})", "", msgspec.json.encode(guide.sections).decode())
    for bridge in known[: len(known) - len(expected)]:
        assert bridge.stage == "bridge", "it comes first"
        assert {f"{bridge.low:.0f}", f"{bridge.high:.0f}"} <= set(re.findall(r"\d+", everywhere))
        assert bridge.high < expected[1].high
    for pay in expected:
        assert {f"{pay.low:.0f}", f"{pay.high:.0f}"} <= set(re.findall(r"\d+", told))
    for earlier, later in pairwise(expected):
        assert earlier.low <= later.low
        assert earlier.high <= later.high


def test_french_words_of_the_program_are_whole() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools/messages.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_program_says_salaire_as_people_do() -> None:
    french = (ROOT / "src/careercli/locale/fr/LC_MESSAGES/careers.po").read_text("utf-8")
    assert re.findall(r"(?i)\b(?:la|une|sa|cette) payes?\b|\bpaye (?:nette|brute)", french) == []


def test_the_program_is_typeset_in_french() -> None:
    with (ROOT / "src/careercli/locale/fr/LC_MESSAGES/careers.po").open("rb") as file:
        french = [str(entry.string) for entry in read_po(file, locale="fr") if entry.id and not entry.context]
    assert [text for text in french if re.search(r"\w [:;!?](?=\s|$)|« \S|\S »", text)] == []


#: Names that begin what is said after a colon in French guides and keep their capital.
NAMES = ["France", "Git", "Kaggle", "Kubernetes", "Linux", "MLflow", "Python", "Snowflake", "Docker", "Airflow", "Jira"]
NAMES += ["Google", "Or", "Strasbourg", "Amsterdam", "Montréal"]


def test_what_follows_a_colon_begins_small_in_french(catalogue: Catalogue) -> None:
    """Acronyms and names aside, whatever stands after the name of an item."""
    capitals = []
    for id_ in ROLES:
        for section in catalogue.get_role(id_, "fr").sections:
            if section.id == "words":  # its sentences are the glossary's, whole
                continue
            named = [(item.name, item.text) for item in (*section.items, *section.steps, *section.pros, *section.cons)]
            named += [(note.name, note.text) for note in section.skills]
            told = [text for name, text in named if name and not name.endswith("?")]
            for text in (*told, *(myth.text for myth in section.myths)):
                word = re.split(r"[^\w]", text, maxsplit=1)[0]
                if word[:1].isupper() and word not in NAMES and not (len(word) > 1 and word.isupper()):
                    capitals.append((id_, section.id, text[:40]))
    assert capitals == []


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not listed:
        pytest.skip("not a git checkout")
    for name in listed:
        path = Path(ROOT / name)
        if path.suffix in (".py", ".md", ".toml", ".yaml", ".po") and path.exists():
            assert "/" + "work/" not in path.read_text("utf-8"), name


@pytest.mark.parametrize("lang", languages())
def test_the_costs_of_each_guide_are_summed_up_for_several_people(catalogue: Catalogue, lang: Lang) -> None:
    for id_ in ROLES:
        costs = next(section for section in catalogue.get_role(id_, lang).sections if section.id == "costs")
        assert len(costs.sums) >= 3, id_
        assert len({entry.who for entry in costs.sums}) == len(costs.sums), id_
