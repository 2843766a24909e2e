"""How good the search is, by the judged lists: what was measured holds, with a little slack."""

import pytest

from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.locale import languages
from tests.conftest import ROOT
from tests.judging import ALL, NONSENSE, Figures, figures_of, judge, read_list

pytestmark = pytest.mark.long

JUDGED = ROOT / "tests/judged"
#: What a change may cost without being looked at.
SLACK = 0.01


def figures(catalogue: Catalogue, name: str, lang: Lang) -> dict[str, Figures]:
    return figures_of(list(judge(catalogue, read_list(JUDGED / f"{name}.csv"), lang)))


@pytest.mark.parametrize(("lang", "first", "three"), [("en", 0.979, 0.989), ("fr", 0.980, 0.995)])
def test_our_own_list_is_answered(catalogue: Catalogue, lang: Lang, first: float, three: float) -> None:
    measured = figures(catalogue, lang, lang)
    assert measured[ALL].queries >= 400
    assert measured[ALL].first >= first - SLACK
    assert measured[ALL].three >= three - SLACK
    assert measured[NONSENSE].first == 1


@pytest.mark.parametrize(
    ("lang", "first", "three", "nonsense"), [("en", 0.950, 0.964, 0.933), ("fr", 0.950, 0.977, 0.933)]
)
def test_the_list_kept_aside_is_answered(
    catalogue: Catalogue, lang: Lang, first: float, three: float, nonsense: float
) -> None:
    """It was written by others; nothing should be changed for the sake of one query of it."""
    measured = figures(catalogue, f"heldout_{lang}", lang)
    assert measured[ALL].first >= first - SLACK
    assert measured[ALL].three >= three - SLACK
    assert measured[NONSENSE].first >= nonsense - SLACK


@pytest.mark.parametrize(
    ("name", "lang", "mended", "nonsense"),
    [
        ("spelling", "en", 1.0, 1.0),
        ("spelling", "fr", 0.973, 0.973),
        ("heldout_spelling", "en", 0.947, 0.947),
        ("heldout_spelling", "fr", 0.987, 1.0),
    ],
)
def test_misspelt_trades_are_mended_and_nonsense_is_not(
    catalogue: Catalogue, name: str, lang: Lang, mended: float, nonsense: float
) -> None:
    measured = figures(catalogue, f"{name}_{lang}", lang)
    assert measured[ALL].queries == measured[NONSENSE].queries == 75
    assert measured[ALL].first >= mended - SLACK
    assert measured[NONSENSE].first >= nonsense - SLACK


@pytest.mark.parametrize("lang", languages())
def test_a_list_can_be_extended(lang: Lang) -> None:
    queries = [judged.query for judged in read_list(JUDGED / f"{lang}.csv")]
    assert len(queries) == len(set(queries))
