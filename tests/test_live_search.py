"""What the search of the explorer finds while one types: careers, pages to read, and things to do."""

import pytest

from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang
from careercli.explorer import menu
from careercli.explorer.finding import find_things
from careercli.library.catalogue import Catalogue
from careercli.prompts.as_you_type import cut
from careercli.usecases.asking import Find
from careercli.usecases.request import Request
from tests.conftest import Run


def live(catalogue: Catalogue, lang: Lang) -> Find:
    """The search of the explorer on its home page."""
    return find_things(
        catalogue, Request(lang=lang, country="FR" if lang == "fr" else "US"), menu.anywhere(catalogue.say(lang))
    )


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("en", "career change", "Who pays for a change of career"),
        ("en", "laid off", "What to do after losing a job"),
        ("en", "unemployment", "What to do after losing a job"),
        ("en", "apprenticeship", "Apprenticeship in the United States and what it pays"),
        ("en", "gross pay", "From gross pay to take-home pay in the United States"),
        ("en", "rncp", "RNCP (definition)"),
        ("en", "quiz", "Which careers fit me?"),
        ("en", "map", "The world of work as a map"),
        ("en", "compare", "Compare careers"),
        ("en", "Settings", "Settings"),
        ("en", "my list", "My list"),
        ("en", "nurse", "Registered Nurses"),
        ("en", "idk", "Find out which careers fit you"),
        ("fr", "mairie", "Agent ou agente de greffe, de mairie et de délivrance de permis"),
        ("fr", "secrétaire de mairie", "Agent ou agente de greffe, de mairie et de délivrance de permis"),
        ("fr", "reconversion", "Qui paie une reconversion"),
        ("fr", "licenciement", "Que faire après la perte d’un emploi"),
        ("fr", "chomage", "Que faire après la perte d’un emploi"),
        ("fr", "cpf", "Qui paie une reconversion"),
        ("fr", "alternance", "L’alternance et son salaire selon l’âge"),
        ("fr", "carte", "Le monde du travail en carte"),
        ("fr", "réglages", "Réglages"),
        ("fr", "ma liste", "Ma liste"),
    ],
)
def test_topics_terms_and_verbs_are_found_beside_careers(
    catalogue: Catalogue, lang: Lang, text: str, first: str
) -> None:
    assert [name for _, name in live(catalogue, lang)(text)][:1] == [first]


@pytest.mark.parametrize("text", ["apprent", "gross", "sett", "quiz", "a", "data", "map"])
def test_no_row_stands_twice_and_careers_keep_their_room(catalogue: Catalogue, text: str) -> None:
    names = [fold(name) for _, name in live(catalogue, "en")(text)]
    assert len(set(names)) == len(names) <= 8


def test_a_page_that_was_found_is_opened(careers: Run) -> None:
    done = careers("--lang", "fr", answers=["/", "reconversion", "b", "/", "rncp", "q"])
    assert done.code == 0
    assert "Qui paie une reconversion" in done.screen
    assert "RNCP" in done.screen


def test_advice_that_was_found_opens_the_questionnaire(catalogue: Catalogue) -> None:
    assert ("page:quiz", "Find out which careers fit you") in list(live(catalogue, "en")("career change"))


def test_the_command_names_what_there_is_to_read_first(careers: Run) -> None:
    document = careers("search", "gross pay", "--json").document
    assert document["pages"][0]["command"] == "careers topic gross-and-net"
    assert "- `careers define RNCP`: RNCP (definition)\n" in careers("search", "RNCP").out


def test_a_name_that_is_cut_says_so() -> None:
    assert cut("Registered Nurses", 17, "…") == "Registered Nurses"
    assert cut("Registered Nurses", 12, "…") == "Registered…"


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [
        ("draw", "Bridge and Lock Tenders", "Fine Artists, Including Painters, Sculptors, and Illustrators"),
        ("photo", "Solar Photovoltaic Installers", "Photographers"),
    ],
)
def test_a_word_that_only_begins_so_comes_behind_names_and_meanings(
    catalogue: Catalogue, text: str, last: str, first: str
) -> None:
    names = [name for _, name in live(catalogue, "en")(text)]
    assert names[0] == first
    assert last not in names[:4]
