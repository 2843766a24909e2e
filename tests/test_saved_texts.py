"""What is said of the person's own file and of a file of answers, word for word, and what is read of them."""

from pathlib import Path

import pytest

from careercli.core.quiz.results import SavedResult
from careercli.errors import DataError, message
from careercli.profile.answers import parse_answers
from careercli.profile.saved import (
    Saved,
    Unfinished,
    add_answers,
    add_result,
    answers_to,
    finish,
    load_saved,
    load_with_text,
    mend,
    mend_first,
    mend_or_leave,
    parse_saved,
    shorten,
)
from careercli.profile.where import FILE, PEOPLE

HINT = message("Do {what}.", what="this")


def said_of(error: DataError) -> tuple[str, str]:
    """The sentence and the hint, filled."""
    return str(error), error.hint.format(**error.values)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"version: 3\nlist: [\n", "own:3: is not YAML"),
        (b"version: 3\nplce: Ohio\n", "own:2: `plce` is not a known field"),
        (b"place: Ohio\nversion: 4\n", "own:2: version 4 is not known"),
        (b"version: 0\n", "own:1: version 0 is not known"),
        (b"place: 3\n", "own:1: `place` must be text, not 3"),
    ],
)
def test_a_damaged_file_is_told_with_its_line_and_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(DataError) as error:
        parse_saved(content, Path("own"), HINT)
    told, hint = said_of(error.value)
    assert told.split(":")[:2] == said.split(":")[:2]
    assert said in told
    assert hint == "Do this."


@pytest.mark.parametrize("version", [1, 2, 3])
def test_files_of_earlier_editions_are_read(version: int) -> None:
    found, text = parse_saved(b"version: %d\ncareers: {a: {x: 1}}\n" % version, Path("own"), HINT)
    assert (found.careers, found.version, text) == ({"a": {"x": 1}}, version, "")


def test_what_to_do_names_the_person_whose_file_it_is(tmp_path: Path) -> None:
    other = tmp_path / PEOPLE / "ana"
    assert str(mend(tmp_path)) == "Mend it, or set it aside with `careers me repair`."
    assert str(mend(other)) == "Mend it, or set it aside with `careers --person ana me repair`."
    assert str(mend_first(other)).startswith("Nothing was written. Mend it, or set it aside with `careers --person ana")
    assert "`careers quiz` with `--no-save`, and without `--resume`, does without it." in str(mend_or_leave(other))


def test_nothing_is_read_where_there_is_no_file_and_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    assert load_with_text(tmp_path) == (Saved(), "")
    (tmp_path / FILE).mkdir()
    with pytest.raises(DataError, match="is not a regular file") as error:
        load_saved(tmp_path)
    assert said_of(error.value)[1] == "Mend it, or set it aside with `careers me repair`."
    with pytest.raises(DataError) as error:
        load_with_text(tmp_path, HINT)
    assert said_of(error.value)[1] == "Do this."


RESULT = """\
- kind: career
  date: 2026-01-02T03:04:05
  language: en
  program: "0"
  data: x
  career: nurse
""".replace("2026-01-02T03:04:05", '"2026-01-02T03:04:05"')


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("version: 3\nplace: Ohio\nresults:\n{}", True),
        ("version: 3\nresults:\n{}place: Ohio\n", False),
        ("version: 3\r\nresults:\r\n{}", False),
    ],
)
def test_the_text_of_results_is_kept_where_it_ends_the_file(content: str, kept: bool) -> None:
    found, text = parse_saved(content.format(RESULT).encode(), Path("own"), HINT)
    assert bool(text) is kept
    assert len(found.results) == 1


def test_answers_of_one_questionnaire_stand_beside_those_of_others() -> None:
    empty = Saved()
    assert answers_to(empty, "") == answers_to(empty, "nurse") == {}
    saved = add_answers(empty, "", "short", {"a": 1, "b": 2}, ("b",))
    assert saved.unfinished == Unfinished(career="", length="short", again=("b",))
    saved = add_answers(saved, "nurse", "", {"x": 3}, ())
    assert saved.unfinished == Unfinished(career="nurse")
    saved = add_answers(saved, "baker", "", {"y": 4}, ())
    saved = add_answers(saved, "nurse", "", {"z": 5}, ())
    assert answers_to(saved, "") == {"a": 1, "b": 2}
    assert list(saved.careers.items()) == [("baker", {"y": 4}), ("nurse", {"x": 3, "z": 5})]
    assert finish(saved, "baker").unfinished == saved.unfinished
    left = finish(saved, "nurse")
    assert left.unfinished == Unfinished(career="baker"), "it was left before, and is to be gone on with"
    assert finish(left, "baker").unfinished is None
    assert finish(Saved(), "") == Saved()


def test_the_last_careers_stay_of_too_many() -> None:
    many = Saved(careers={str(n): {"a": n % 5 + 1} for n in range(103)})
    assert list(shorten(many).careers) == [str(n) for n in range(3, 103)]
    assert shorten(Saved()) == Saved()
    assert list(shorten(Saved(careers={"a": {"x": 1}})).careers) == ["a"]


def given(content: str, career: str = "") -> tuple[object, bool]:
    return parse_answers(content.encode(), "given", career)


@pytest.mark.parametrize(
    ("content", "career", "answers", "own"),
    [
        ('{"version": 1, "answers": {"a": 4}}', "", {"a": 4}, False),
        ('{"answers": {"a": 4, "b": 1}}', "", {"a": 4, "b": 1}, False),
        ("version: 1\nanswers: {a: 4}\n", "", {"a": 4}, False),
        ("answers:\n  a: 2\n", "nurse", {"a": 2}, False),
        ("version: 3\ninterests: {a: 3}\ncareers: {nurse: {x: 5}}\n", "nurse", {"x": 5}, True),
        ("version: 3\ninterests: {a: 3}\ncareers: {nurse: {x: 5}}\n", "baker", {"a": 3}, True),
        ("version: 3\ninterests: {a: 3}\ncareers: {nurse: {x: 5}}\n", "", {"a": 3}, True),
    ],
)
def test_answers_are_taken_from_either_kind_of_file(
    content: str, career: str, answers: dict[str, int], own: bool
) -> None:
    assert given(content, career) == (answers, own)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("version: 2\nanswers: {a: 1}\n", 1, "version 2 is not known"),
        ('{"version": 2, "answers": {"a": 1}}', 1, "version 2 is not known"),
        ("answers: {a: 9}\n", 1, "answers"),
        ('{"answers": {"a": 1, "a": 2}}', 1, "has the key `a` twice"),
        ("answers: {a: 1}\nb: *x\n", 2, "uses the alias `*x`: write the value out"),
        ("a: 1\n", 1, "a"),
    ],
)
def test_answers_that_cannot_be_taken_are_told_with_their_line_and_form(content: str, line: int, said: str) -> None:
    with pytest.raises(DataError) as error:
        given(content)
    told = str(error.value)
    assert told.startswith(f"given:{line}: ")
    assert said in told
    assert "`version: 1` and `answers: {{ID: 4}}`" in error.value.hint


def test_a_long_file_of_answers_is_read_too() -> None:
    many = "{" + ", ".join(f'"{n:04}": {n % 5 + 1}' for n in range(3000)) + "}"
    assert len(many) > 20_000
    found, own = given('{"answers": ' + many + "}")
    assert (len(found), own) == (3000, False)  # type: ignore[arg-type]


def test_a_result_takes_its_answers_along_and_is_not_repeated() -> None:
    first = SavedResult(
        kind="career",
        date="2026-01-02T03:04:05",
        language="en",
        program="0",
        data="x",
        career="nurse",
        answers={"x": 4},
    )
    saved = add_result(add_answers(Saved(), "nurse", "", {"x": 1, "y": 2}, ()), first)
    assert saved.unfinished is None
    assert answers_to(saved, "nurse") == {"x": 4, "y": 2}
    assert add_result(saved, first).results == saved.results == (first,)
    left = add_answers(saved, "nurse", "", {"z": 1}, ())
    kept = add_result(left, first, finished=False)
    assert kept.unfinished == left.unfinished
    assert answers_to(kept, "nurse") == answers_to(left, "nurse")
