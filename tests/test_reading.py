"""The glossary and the topics: what is explained once for every career."""

import re
import sqlite3
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

from careercli.compiler import entries, load
from careercli.compiler.checks import find_spacing_problems
from careercli.compiler.reading import TermFinder, put_reading
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.files.strict_yaml import load_yaml

from .conftest import Run

ROOT = Path(__file__).parent.parent
GLOSSARY: Any = load_yaml(ROOT / "data/glossary.yaml").value
TOPICS = sorted((ROOT / "data/topics").glob("*/*.yaml"))


def test_every_term_is_told_in_both_languages_and_once() -> None:
    owners: dict[tuple[str, str], str] = {}
    for id_, entry in GLOSSARY.items():
        assert set(entry.get("see", [])) <= set(GLOSSARY), id_
        for lang in ("en", "fr"):
            assert 8 <= len(entry["text"][lang].split()) <= 60, id_
            for name in (entry["names"][lang], *entry.get("alt", {}).get(lang, [])):
                assert owners.setdefault((lang, fold(name)), id_) == id_, name


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_glossary_is_typeset(lang: Lang) -> None:
    texts = [
        entry[part][lang] for entry in GLOSSARY.values() for part in ("text", "example") if lang in entry.get(part, {})
    ]
    assert [(text, wrong) for text in texts for wrong in find_spacing_problems(text, lang)] == []


def test_a_term_is_found_by_any_of_its_names_and_in_either_language(careers: Run) -> None:
    for name in ("overfitting", "Overfitting", "surapprentissage"):
        assert careers("define", name, "--json").data["id"] == "overfitting"
    french = careers("define", "overfitting", "--lang", "fr")
    assert GLOSSARY["overfitting"]["text"]["fr"].split(".")[0][:30] in french.out


def test_a_misspelt_term_lists_what_may_be_meant(careers: Run) -> None:
    done = careers("define", "overfiting")
    assert done.code == 3
    assert "overfitting" in done.err


def test_all_terms_are_listed_in_the_order_of_their_names(careers: Run) -> None:
    names = [term["name"] for term in careers("define", "--json").data]
    assert len(names) == len(GLOSSARY)
    assert names == sorted(names, key=fold)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_guide_explains_the_words_it_uses(careers: Run, lang: str) -> None:
    words = careers("show", "data-analyst", "-s", "words", "--json", "--lang", lang).data["sections"][0]
    assert words["id"] == "words"
    named = {item["name"] for item in words["items"]}
    assert GLOSSARY["sql"]["names"][lang] in named
    assert all(item["text"] for item in words["items"])
    assert GLOSSARY["quantisation"]["names"][lang] not in named


@pytest.mark.parametrize(
    ("lang", "everyday", "technical"),
    [
        ("en", "A drift in the river: join the agent, label the batch.", "An AI agent met data drift and an SQL join."),
        (
            "fr",
            "Une fuite d’eau : l’agent rappelle la recette dans le cadre.",
            "Un agent d’IA et une fuite de données.",
        ),
    ],
)
def test_an_everyday_word_finds_its_term_and_marks_no_text(
    careers: Run, lang: Lang, everyday: str, technical: str
) -> None:
    finder = TermFinder(load.load_vocabulary(ROOT / "data")[0].glossary, lang)
    assert finder.find([everyday]) == {}
    assert {"agent"} < set(finder.find([technical]))
    for id_, entry in GLOSSARY.items():
        for word in entry.get("everyday", {}).get(lang, []):
            assert id_ not in finder.find([word, f"{word}s"])
            assert careers("define", word, "--json", "--lang", lang).data["id"] == id_


def test_a_term_is_explained_under_the_name_that_the_text_uses() -> None:
    finder = TermFinder(load.load_vocabulary(ROOT / "data")[0].glossary, "en")
    words = finder.section("Words", ["The ERP runs on a large language model, an LLM."])
    assert words is not None
    names = [item.name for item in words.items]
    assert names == ["ERP (enterprise resource planning)", "large language model"]


@pytest.mark.parametrize(
    ("lang", "title", "word"),
    [
        ("en", "How to read a figure of pay", "reading-pay"),
        ("fr", "Lire un chiffre de salaire", "lire-un-salaire"),
    ],
)
def test_a_section_points_to_what_is_the_same_for_every_career(careers: Run, lang: Lang, title: str, word: str) -> None:
    shown = careers("show", "data-analyst", "--section", "pay", "--lang", lang)
    assert re.search(rf"\n- {title}\s?: `careers topic {word}`\n", shown.out)
    assert title in careers("topic", word, "--lang", lang).out
    topics = careers("topic", "--json").data
    for section in careers("show", "data-analyst", "--json").data["sections"]:
        assert set(section.get("topics", [])) <= {topic["id"] for topic in topics}
    assert "reading-pay" not in careers("show", "data-analyst", "--brief").out


def test_a_section_that_points_to_no_topic_is_reported() -> None:
    vocabulary = load.load_vocabulary(ROOT / "data")[0]
    sections = vocabulary.sections | {"pay": entries.SectionName(names={"en": "Salary"}, topics=("no-such",))}
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE name (name, kind, id, lang)")
        connection.execute("CREATE TABLE label (kind, id, lang, name)")
        problems = put_reading(connection, ROOT / "data", vocabulary._replace(sections=sections))
    assert [problem.field for problem in problems] == ["pay.topics"]


def test_an_everyday_word_that_is_no_name_of_its_term_is_reported() -> None:
    vocabulary = load.load_vocabulary(ROOT / "data")[0]
    entry = entries.GlossaryEntry(names={"en": "drift"}, text={"en": "Drift is change."}, everyday={"en": ("shift",)})
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE name (name, kind, id, lang)")
        connection.execute("CREATE TABLE label (kind, id, lang, name)")
        (problem, *_) = put_reading(connection, ROOT / "data", vocabulary._replace(glossary={"drift": entry}))
    assert problem.field == "drift.everyday.en"
    assert "shift" in str(problem.message.values["name"])


def test_the_glossary_and_the_topics_are_put_in_without_a_problem() -> None:
    vocabulary, problems = load.load_vocabulary(ROOT / "data")
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE name (name, kind, id, lang)")
        connection.execute("CREATE TABLE label (kind, id, lang, name)")
        problems += put_reading(connection, ROOT / "data", vocabulary)
        assert connection.execute("SELECT count(*) FROM topic").fetchone() == (len(TOPICS),)
    assert problems == []


@pytest.mark.parametrize("path", TOPICS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_topic_is_cited_typeset_short_and_fresh(path: Path) -> None:
    text = path.read_text("utf-8")
    topic = yaml.safe_load(text)
    country, lang = path.stem.split(".")
    assert country.isupper()
    assert 180 <= len(text.split()) <= 700
    assert "[@" in text
    assert date.fromisoformat(topic["look_again"])
    strings = [s for part in ("text", "points", "closing") for s in topic.get(part, [])]
    strings += [item["text"] for part in ("items", "steps") for item in topic.get(part, [])]
    assert [wrong for s in strings for wrong in find_spacing_problems(s, lang)] == []


@pytest.mark.parametrize(("lang", "country"), [("en", "US"), ("fr", "FR")])
def test_topics_come_for_the_country_of_the_reader(careers: Run, lang: str, country: str) -> None:
    listed = careers("topic", "--json", "--lang", lang).data
    assert {topic["id"] for topic in listed} == {path.parent.name for path in TOPICS}
    for topic in listed:
        done = careers("topic", topic["id"], "--json", "--lang", lang)
        assert (done.data["country"], done.data["lang"]) == (country, lang)
        assert done.document["sources"]


@pytest.mark.parametrize("path", TOPICS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_sources_of_a_topic_are_numbered_as_they_are_read(careers: Run, path: Path) -> None:
    country, lang = path.stem.split(".")
    prose = careers("topic", path.parent.name, "--country", country, "--lang", lang).out
    numbers = [int(number) for number in re.findall(r"(?<=\[)\d+(?=[\],\s])", prose)]
    assert sorted(set(numbers)) == list(dict.fromkeys(numbers))
    assert numbers[0] == 1


def test_a_country_without_a_page_in_the_language_is_told_and_led_to(careers: Run) -> None:
    done = careers("topic", "gross-and-net", "--country", "FR", "--json")
    assert done.data["country"] == "US", "that of the language"
    assert done.document["notes"] == ["There is no page on France in your language: this is on the United States."]
    commands = [action["command"] for action in done.document["actions"]]
    assert "careers topic gross-and-net --country FR --lang fr" in commands
    assert careers("topic", "gross-and-net", "--country", "US", "--json").document["notes"] == []


def test_the_same_topic_in_another_country_is_an_action(careers: Run) -> None:
    actions = careers("topic", "apprenticeship", "--json").document["actions"]
    assert [action["command"] for action in actions] == ["careers topic apprenticeship --country GB"]
    assert careers("topic", "apprenticeship", "--country", "GB", "--json").data["country"] == "GB"


@pytest.mark.parametrize(("lang", "word", "named"), [("fr", "licenciement", "reconversion")])
def test_a_topic_opens_those_that_its_text_names(careers: Run, lang: str, word: str, named: str) -> None:
    shown = careers("topic", word, "--json", lang=lang)
    assert f"`careers topic {named}`" in careers("topic", word, lang=lang).out
    (action,) = [action for action in shown.document["actions"] if action["id"].startswith("read-")]
    assert action["command"] == f"careers topic {named}"
    assert action["label"] in careers("topic", lang=lang).out


def test_topics_are_listed_by_what_one_asks_about(careers: Run) -> None:
    groups = [list(rows) for _, rows in groupby(careers("topic", "--json").data, key=lambda topic: topic["group"])]
    assert len(groups) == len({rows[0]["group"] for rows in groups}) > 1
    assert groups[0][0]["group"] == "After high school"
    assert re.search(r"^### Après le bac$", careers("topic", "--lang", "fr", "--format", "markdown").out, re.MULTILINE)


def test_a_topic_of_no_group_is_reported_and_so_is_a_group_of_unknown_topics() -> None:
    vocabulary = load.load_vocabulary(ROOT / "data")[0]
    group = entries.TopicGroup(names={"en": "Pay"}, topics=("no-such", *sorted({p.parent.name for p in TOPICS})[1:]))
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE name (name, kind, id, lang)")
        connection.execute("CREATE TABLE label (kind, id, lang, name)")
        problems = put_reading(connection, ROOT / "data", vocabulary._replace(topic_groups={"pay": group}))
    assert {(problem.path.name, problem.field) for problem in problems} == {
        *((path.name, "") for path in TOPICS if path.parent.name == "after-a-layoff"),
        ("topics.yaml", "pay.topics"),
    }
