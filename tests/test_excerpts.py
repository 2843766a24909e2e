"""What is shown of a text that was found: whole phrases."""

import pytest

from careercli.core.text.excerpts import CUT, MOST, find_phrase


@pytest.mark.parametrize(
    ("marked", "phrase"),
    [
        ("Costs\nYou lose a wage. A year in ⟦support⟧ pays less. Then it rises.", "A year in ⟦support⟧ pays less."),
        (
            "⟦Exams⟧ and models\nTwo ⟦exams⟧ for ⟦support⟧, two for testers.",
            "Two ⟦exams⟧ for ⟦support⟧, two for testers.",
        ),
        ("⟦Support⟧\nIn ⟦support⟧ you answer people all day.", "In ⟦support⟧ you answer people all day."),
        ("On demande : « Qui paie\u202f? » La ⟦région⟧ paie.", "La ⟦région⟧ paie."),
        ("", ""),
    ],
)
def test_the_phrase_with_most_of_the_words_is_shown_whole(marked: str, phrase: str) -> None:
    assert find_phrase(marked) == phrase


def test_a_long_phrase_is_cut_at_words_around_what_was_found() -> None:
    found = find_phrase(f"{'a long way before it ' * 20}⟦support⟧{' and a long way after it' * 20}.")
    assert found.startswith(CUT)
    assert found.endswith(CUT)
    assert "⟦support⟧" in found
    assert len(found) <= MOST + 2 * len(CUT)
    assert set(found.replace(CUT, "").split()) <= {"a", "long", "way", "before", "it", "⟦support⟧", "and", "after"}
