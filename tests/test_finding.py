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
