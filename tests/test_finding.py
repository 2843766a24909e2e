"""Finding a career by what is not its whole name: by its beginning, and by what a wish asks of it."""

import json
import shlex

import pytest

from careercli.core.comparing.criteria import CRITERIA
from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.usecases.dialect import read_limits
from careercli.usecases.picking import list_meant
from careercli.usecases.request import Request
from tests.conftest import Run


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("ai-eng", "en", ["AI engineer"]),
        ("ai e", "en", ["AI engineer", "AI ethicist"]),
        ("regis", "en", ["Registered Nurses"]),
        ("elec", "en", ["Electricians"]),
        ("bus dri", "en", ["Bus Drivers, School"]),
        ("data sc", "en", ["Data scientist"]),
        ("ingénieur i", "fr", ["Ingénieur ou ingénieure en IA"]),
        ("boul", "fr", ["Boulanger ou boulangère"]),
        ("aide s", "fr", ["Aide-soignant ou aide-soignante"]),
    ],
)
def test_a_name_that_begins_so_comes_first(
    careers: Run, catalogue: Catalogue, text: str, lang: Lang, first: list[str]
) -> None:
    typed = list_meant(catalogue, Request(lang=lang, country="US"), text)
    assert [name for _, name in typed][: len(first)] == first
    document = careers("search", text, "--json", lang=lang).document
    assert [hit["name"] for hit in document["data"]][: len(first)] == first
    assert document["notes"] == []


@pytest.mark.parametrize(("text", "first"), [("nurse", "Registered Nurses"), ("bus", "Bus"), ("data", "Data")])
def test_a_whole_word_is_not_taken_for_the_beginning_of_another(catalogue: Catalogue, text: str, first: str) -> None:
    named = [name for _, name in list_meant(catalogue, Request(lang="en", country="US"), text)]
    assert named[0].startswith(first)


def test_what_is_a_subject_or_a_person_is_no_beginning(careers: Run) -> None:
    assert careers("search", "books", "--json").document["about"] == ["Books and reading"]
    assert careers("search", "Ethan", "--json").data == []


# words where a name, an option or a verb was expected


def test_a_word_that_is_no_verb_offers_the_career_that_is_near(careers: Run) -> None:
    done = careers("nures")
    assert done.code == 3
    assert "careers show 29-1141.00  Registered Nurses" in done.err
    assert "did you mean `search`" in careers("serch").err, "one slip is a verb"
    assert "did you mean `compare`" in careers("compair", "nurse", "plumber").err


@pytest.mark.parametrize("words", [["quiz"], ["me", "import"]])
def test_help_on_a_verb_is_the_help_of_the_verb(careers: Run, words: list[str]) -> None:
    assert careers("help", *words) == careers(*words, "--help")


def test_help_on_a_verb_that_is_a_topic_is_the_topic(careers: Run) -> None:
    assert careers("help", "config").out != careers("config", "--help").out


@pytest.mark.parametrize(
    ("arguments", "same"),
    [
        (["define", "salaire", "net"], ["define", "salaire net"]),
        (["topic", "gross", "and", "net"], ["topic", "gross and net"]),
        (["list", "pay>=60k"], ["list", "--limit", "pay>=60k"]),
        (["list", "vente"], ["list", "--all", "--family", "sales"]),
        (["list", "--family", "sales"], ["list", "--all", "--family", "sales"]),
        (["list", "no", "nights", "outdoors"], ["list", "--limit", "no nights", "--limit", "outdoors"]),
        (["list", "sales", "pay", ">=", "80k"], ["list", "--all", "--family", "sales", "--limit", "pay >= 80k"]),
        (["list", "nursing"], ["list", "--about", "nursing"]),
        (["list", "data"], ["list", "--family", "data"]),
    ],
)
def test_words_are_understood_without_quotes_and_options(careers: Run, arguments: list[str], same: list[str]) -> None:
    if arguments[0] == "list":
        ids = [[career["id"] for career in careers(*words, "--json").data] for words in (arguments, same)]
        assert ids[0] == ids[1] != []
    else:
        assert careers(*arguments, "--json").data == careers(*same, "--json").data


def test_a_word_that_a_list_does_not_know_is_named_with_the_verb_that_does(careers: Run) -> None:
    done = careers("list", "animals", "zorglub")
    assert done.code == 2
    assert "`zorglub` is no condition, no field of work" in done.err
    assert "`careers search animals zorglub`" in done.err
    assert "`--limit pay>=x` has no number" in careers("list", "pay>=x").err


def test_names_of_several_words_are_kept_and_noted_without_quotes(careers: Run) -> None:
    assert "Nurse Practitioners is on your list." in careers("keep", "nurse", "practitioner").out
    assert "Noted on Nurse Practitioners." in careers("note", "nurse", "practitioner", "ask", "Sam").out
    assert "ask Sam" in careers("notes", "nurse", "practitioner").out
    assert "Noted on Registered Nurses." in careers("note", "nurse", "I", "like", "it").out
    done = careers("note", "nurse", "practitioner")
    assert done.code == 2
    assert "careers note 'nurse practitioner'" in done.err


def test_letters_by_themselves_are_no_part_of_a_name(careers: Run) -> None:
    done = careers("compare", "nurse", "a", "b")
    assert done.code == 3
    assert "no career is called `a`; no career is called `b`" in done.err


# wishes that are conditions


@pytest.mark.parametrize(
    ("text", "lang", "command"),
    [
        ("high paying no degree", "en", "careers list --all --limit years=0 --limit 'zone<=3' --sort pay"),
        ("no nights", "en", "careers list --all --limit 'without night work' --sort openings"),
        ("well paid jobs with animals", "en", "careers list --about animals --sort pay"),
        ("quick to learn outdoors", "en", "careers list --all --limit 'zone<=2' --limit outdoors --sort openings"),
        (
            "bien payé sans bac",
            "fr",
            "careers list --all --limit 'diplôme<=CAP' --limit 'zone<=3' --sort salaire",
        ),
        (
            "pas de nuit",
            "fr",
            "careers list --all --limit 'sans travail de nuit' --sort recrutements",
        ),
    ],
)
def test_a_wish_of_conditions_is_the_list_that_keeps_to_them(careers: Run, text: str, lang: Lang, command: str) -> None:
    country = "FR" if lang == "fr" else "US"
    document = careers("search", text, "--json", "--country", country, lang=lang).document
    every = next(action for action in document["actions"] if action["id"] == "all")
    assert shlex.split(every["command"]) == shlex.split(command)
    listed = careers(*shlex.split(every["command"])[1:], "--json", "--country", country, lang=lang).document
    assert [hit["id"] for hit in document["data"]] == [career["id"] for career in listed["data"]][:10]
    assert document["total"] == len(listed["data"])
    assert document["order"] in ("pay", "openings")


def test_what_was_understood_stands_over_the_careers(careers: Run) -> None:
    said = "Understood: no study after school; preparation of at most 3 of 5; the best paid first."
    assert said in careers("search", "high", "paying", "no", "degree").out
    words = careers("list", "well", "paid", "no", "degree", "--json").data
    assert words == careers("list", "--limit", "years=0", "--limit", "zone<=3", "--all", "--sort", "pay", "--json").data


def test_conditions_beside_a_trade_keep_to_that_trade(careers: Run) -> None:
    names = [hit["name"] for hit in careers("search", "high paying nurse", "--json").data]
    assert names[:3] == ["Nurse Anesthetists", "Nurse Midwives", "Nurse Practitioners"]
    ids = [hit["id"] for hit in careers("search", "nurse no nights", "--json").data]
    assert "29-1141.00" not in ids
    assert "29-1171.00" in ids


def test_where_nothing_keeps_to_conditions_that_is_said_and_they_are_left_out(careers: Run) -> None:
    document = careers("search", "entry level accountant", "--json").document
    assert document["data"][0]["id"] == "13-2011.00"
    assert document["notes"] == [
        "No such career keeps to all of this: preparation of at most 2 of 5. They are here without it."
    ]


@pytest.mark.parametrize("text", ["working outdoors", "job working at night", "I want to be rich"])
def test_an_interest_alone_is_no_condition(careers: Run, text: str) -> None:
    document = careers("search", text, "--json").document
    assert "conditions" not in document
    assert document["about"]


def test_what_subjects_ask_is_read(catalogue: Catalogue) -> None:
    asked = [json.loads(asks) for (asks,) in catalogue.rows("SELECT asks FROM subject WHERE asks NOT NULL", ())]
    assert len(asked) >= 5
    for asks in asked:
        assert asks["sort"] in ("", *CRITERIA)
        limits = asks.get("limits", {})
        assert set(limits) in (set(), {"US", "FR"})
        assert all(read_limits(catalogue, texts, country) for country, texts in limits.items())


# what stands on the page


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("medical coding", "en", "29-2072.00"),
        ("IT support", "en", "15-1232.00"),
        ("CNA", "en", "31-1131.00"),
        ("CDL", "en", "53-3032.00"),
        ("CMA", "en", "31-9092.00"),
        ("part time", "en", "41-2031.00"),
        ("AS", "fr", "31-1131.00"),
        ("ESF", "fr", "13-2071.00"),
        ("temps partiel", "fr", "41-2031.00"),
    ],
)
def test_shortenings_and_fields_find_their_trade(careers: Run, text: str, lang: Lang, first: str) -> None:
    document = careers("search", text, "--json", lang=lang).document
    assert document["data"][0]["id"] == first
    assert document["notes"] == []


@pytest.mark.parametrize("text", ["CNA", "IT support", "nurse"])
def test_who_names_a_career_gets_no_guide_that_only_has_the_words(careers: Run, text: str) -> None:
    assert all(hit["kind"] == "occupation" for hit in careers("search", text, "-n", "50", "--json").data)


def test_no_title_of_another_language_stands_beside_a_name(careers: Run) -> None:
    assert "scientifique" not in careers("search", "cop", "-n", "30").out


def test_passages_are_of_the_reader_s_language_where_it_has_any(careers: Run) -> None:
    document = careers("search", "explainability", "--json").document
    titles = [passage["title"] for hit in document["data"] for passage in hit["passages"]]
    assert titles
    assert "Se reconvertir" not in titles
    phrases = [passage["snippet"] for hit in document["data"] for passage in hit["passages"]]
    assert all(phrase[-1] in ".!?”»" for phrase in phrases if "⟨⟩" not in phrase)


# the glossary


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_all_terms_stand_by_what_they_are_about_sorted_as_they_are_read(
    careers: Run, catalogue: Catalogue, lang: Lang
) -> None:
    terms = careers("define", "--json", lang=lang).data
    names = [fold(term["name"]) for term in terms]
    assert names == sorted(names)
    groups = catalogue.reading.term_groups(lang)
    assert {term["group"] for term in terms} == set(groups)
    assert all(groups), "each is about something"
    screen = careers("define", "--no-pager", lang=lang, terminal=True, width=80).screen
    assert "careers define" in "".join(screen.splitlines()[:6])
    heads = [screen.index(f"\n{name}\n") for name in groups]
    assert heads == sorted(heads)
