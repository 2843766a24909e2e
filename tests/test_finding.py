"""Finding a career by what is not its whole name: by its beginning, and by what a wish asks of it."""

import pytest

from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
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
    document = careers(*arguments, "--json").document
    assert document["data"] == careers(*same, "--json").document["data"] != []


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
