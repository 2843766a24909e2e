"""Matching by every answer: the rule, its list of fields, how near the activities lie, and what the command shows."""

import csv
import importlib.util
import json
import math
import random
import shutil
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.compiler.nearness import NEARNESS, load_nearness
from careercli.compiler.questionnaires import INTERESTS, load_questionnaires
from careercli.core.quiz.by_answers import LABELS, AnswerRule, Atlas, RatedOccupation, field_of
from careercli.core.quiz.field_list import FEW, NEARLY, OF_MAJOR, FieldList, find_answer_pivots, match_answers
from careercli.core.quiz.interests import LENGTHS, SCALES, InterestItem, asked_at, find_flat, score_items
from careercli.core.quiz.matching import SIZE, TOP, Candidate, group_careers, in_order
from careercli.core.quiz.packed import OFFSET, ONE, PackedRows
from careercli.library.catalogue import Catalogue
from careercli.locale import languages
from careercli.usecases.quiz.match_rows import RatedCareers, limit_careers
from tests.conftest import ROOT, Run

SHARED = ROOT.parent / "shared/data"
RELEASE = SHARED / "onet/db_30_1_text_partial.zip"
SHEETS: dict[str, Any] = yaml.safe_load((ROOT / "tests/sheets.yaml").read_text("utf-8"))
EACH = 3
ITEMS = tuple(InterestItem(id=f"{s.lower()}-{n}", scale=s, length="full", text="") for n in range(EACH) for s in SCALES)

Answers = Mapping[str, int]
ratings = st.tuples(*[st.integers(100, 700).map(lambda n: n / 100)] * 6).filter(lambda six: len(set(six)) > 1)
steps = st.binary(min_size=len(ITEMS), max_size=len(ITEMS))
sheets = (
    st.lists(st.integers(1, 5), min_size=len(ITEMS), max_size=len(ITEMS))
    .map(lambda given_: {item.id: answer for item, answer in zip(ITEMS, given_, strict=True)})
    .filter(lambda answers: find_flat(score_items(ITEMS, answers)) is None)
)


@st.composite
def atlases(draw: st.DrawFn, least: int = 12) -> Atlas:
    """Small atlases of several fields and major groups; of some occupations no nearness is known."""
    rows = draw(st.lists(st.tuples(ratings, st.none() | steps), min_size=least, max_size=40))
    codes = [f"{11 + 2 * (n % 5)}-{1 + n % 3}{n:03d}.00" for n in range(len(rows))]
    occupations = (RatedOccupation(code, *row) for code, row in zip(codes, rows, strict=True))
    return Atlas(tuple(sorted(occupations)), tuple(item.id for item in ITEMS))


def candidates_of(atlas: Atlas) -> list[Candidate]:
    return [
        Candidate(one.code, "occupation", one.code, one.code[:2], one.ratings, code=one.code)
        for one in atlas.occupations
    ]


@pytest.fixture(scope="module")
def careers_rated(catalogue: Catalogue) -> RatedCareers:
    return limit_careers(catalogue, (), "US")


@pytest.fixture(scope="module")
def items(catalogue: Catalogue) -> tuple[InterestItem, ...]:
    return tuple(catalogue.statements.interests("en"))


def random_sheet(items: Sequence[InterestItem], dealer: random.Random) -> dict[str, int]:
    """Somebody like one of those of the sheets: every answer may be a step off."""
    like = dealer.choice(list(SHEETS.values()))["answers"]
    return {item.id: min(5, max(1, like[item.id] + dealer.choice((-1, 0, 0, 1)))) for item in items}


# The rule


@given(sheets, atlases())
def test_parts_add_up_to_the_fit_which_is_in_range(answers: Answers, atlas: Atlas) -> None:
    rule = AnswerRule(ITEMS, answers, atlas)
    for one in atlas.occupations:
        parts = rule.parts(one.code, one.ratings)
        fit = rule.fit(one.code, one.ratings)
        assert len(parts.answers) == len(ITEMS)
        assert math.fsum((*parts.answers, parts.field)) == pytest.approx(fit, abs=1e-12)
        assert -1 - 1e-9 <= fit <= 1 + 1e-9
        assert all(0 <= share < 1 for share in rule.nearer(one.code).values())


@given(sheets, atlases())
def test_the_field_gives_what_its_mean_says(answers: Answers, atlas: Atlas) -> None:
    """What is not by the answers is a third of the mean of the field, for each of it whose nearness is known."""
    rule = AnswerRule(ITEMS, answers, atlas)
    shares: dict[str, list[float]] = {}
    for one in atlas.occupations:
        if one.nearness and len(set(one.nearness)) > 1:
            shares.setdefault(field_of(one.code), []).append(rule.parts(one.code, one.ratings).field)
    for field, given_ in shares.items():
        assert given_ == pytest.approx([rule.fields[field] / 3] * len(given_), abs=1e-9)


@given(sheets, atlases(), st.data())
def test_a_fit_does_not_hang_on_the_other_candidates(answers: Answers, atlas: Atlas, data: st.DataObject) -> None:
    everyone = candidates_of(atlas)
    some = data.draw(st.lists(st.sampled_from(everyone), min_size=1, unique=True))
    rule = AnswerRule(ITEMS, answers, atlas)
    fits = {match.id: match.fit for match in match_answers(rule, everyone, len(everyone), 0).matches}
    for match in match_answers(rule, some, len(everyone), 0).matches:
        assert match.fit == fits[match.id]


@given(sheets, ratings, atlases())
def test_ratings_of_its_own_fit_as_well_as_they_would_by_type(
    answers: Answers, six: tuple[float, ...], atlas: Atlas
) -> None:
    """A career without nearness stands among the others where its types put it."""
    rule = AnswerRule(ITEMS, answers, atlas)
    person = score_items(ITEMS, answers).scores
    by_type = {one.ratings: statistics.correlation(person, one.ratings) for one in atlas.occupations}
    by_type[six] = statistics.correlation(person, six)
    fits = {own: rule.fit("", own) for own in by_type}
    ranked = sorted(by_type, key=by_type.__getitem__)
    for lower, higher in pairwise(ranked):
        assert fits[lower] <= fits[higher] + 1e-9


@given(sheets, ratings, atlases())
def test_a_career_in_no_field_of_the_atlas_is_not_drawn_to_the_mean(
    answers: Answers, six: tuple[float, ...], atlas: Atlas
) -> None:
    """It is a field of its own: where only types are known, its fit is what they give."""
    rule = AnswerRule(ITEMS, answers, atlas._replace(occupations=tuple(o._replace(nearness=None) for o in atlas[0])))
    assert rule.fit("own", six) == pytest.approx(statistics.correlation(rule.profile.scores, six), abs=1e-9)
    assert rule.ready_field("own") is None


@given(sheets, atlases())
def test_the_types_alone_rank_where_no_nearness_is_known(answers: Answers, atlas: Atlas) -> None:
    bare = Atlas(tuple(one._replace(nearness=None) for one in atlas.occupations), atlas.activities)
    rule = AnswerRule(ITEMS, answers, bare)
    assert rule.types == 1
    assert all(rule.nearer(one.code) == {} for one in bare.occupations)
    found = match_answers(rule, candidates_of(bare), draws=3)
    assert len(found.matches) == min(SIZE, len(bare.occupations))


@given(sheets, atlases())
def test_the_fit_is_what_is_said_of_it(answers: Answers, atlas: Atlas) -> None:
    """A mean of two correlations, weighed by `types`, and a third of the whole is the mean of the field."""
    rule = AnswerRule(ITEMS, answers, atlas)
    person, given_ = score_items(ITEMS, answers).scores, [answers[item.id] for item in ITEMS]
    own = {}
    for one in atlas.occupations:
        if one.nearness and len(set(one.nearness)) > 1:
            by_type = statistics.correlation(person, one.ratings)
            by_answers = statistics.correlation(given_, list(one.nearness))
            own[one.code] = rule.types * by_type + (1 - rule.types) * by_answers
    for one in atlas.occupations:
        if one.code in own:
            expected = (own[one.code] + 0.5 * rule.fields[field_of(one.code)]) / 1.5
            assert rule.fit(one.code, one.ratings) == pytest.approx(expected, abs=1e-9)


# The list


@given(sheets, atlases(), st.integers(1, 9))
def test_a_list_keeps_its_rules(answers: Answers, atlas: Atlas, size: int) -> None:
    rule, everyone = AnswerRule(ITEMS, answers, atlas), candidates_of(atlas)
    found = match_answers(rule, everyone, size, draws=8)
    groups = group_careers(in_order(everyone))
    assert len(found.matches) == min(size, len(set(groups)))
    assert len({match.id[:7] for match in found.matches}) == len(found.matches)
    assert [match.rank for match in found.matches] == list(range(1, len(found.matches) + 1))
    assert all(0 <= match.stability <= 1 for match in found.matches)
    assert all(field.stability is not None and 0 <= field.stability <= 1 for field in found.fields)
    assert [field.fit for field in found.fields] == sorted((field.fit for field in found.fields), reverse=True)
    assert {field_of(match.id) for match in found.matches} <= {field.id for field in found.fields}
    for field in found.fields:
        assert {field_of(id_) for id_ in field.matches} == {field.id}
        assert field.fit == max(rule.fit(c.code, c.interests) for c in everyone if c.field == field.id)
    for field in found.fields[: len(found.matches)]:
        assert found.matches[found.fields.index(field)].id == field.matches[0], "led by the same, in the same order"
    assert found.passing["best"] <= found.passing["great"]
    assert match_answers(rule, everyone[::-1], size, draws=8) == found
    assert match_answers(AnswerRule(ITEMS, answers, atlas), everyone, size, draws=8) == found


@given(sheets, atlases(), st.data())
def test_a_field_is_led_by_many_openings_among_those_that_fit_nearly_as_well(
    answers: Answers, atlas: Atlas, data: st.DataObject
) -> None:
    numbers = st.none() | st.sampled_from([0.0, 400.0, 900.0, 1000.0, 1900.0, 2000.0, 5000.0])
    everyone = [career._replace(openings=data.draw(numbers)) for career in candidates_of(atlas)]
    rule, known = AnswerRule(ITEMS, answers, atlas), {career.id: career for career in everyone}
    fits = {career.id: rule.fit(career.code, career.interests) for career in everyone}
    for field in match_answers(rule, everyone, draws=0).fields:
        leading, *others = field.matches
        inside = [id_ for id_, career in known.items() if career.field == field.id]
        best = max(inside, key=lambda id_: (fits[id_], id_))
        near = [id_ for id_ in inside if fits[id_] >= fits[best] - NEARLY * rule.by_chance]
        assert leading in near
        if fits[leading] < fits[best]:
            most, least = known[leading].openings, known[best].openings
            assert most == max(known[id_].openings or 0 for id_ in near)
            assert least is not None, "a best one whose openings are not known leads"
            assert least < FEW <= most
            assert fits[others[0]] == fits[best], "which is named behind it"


rows = st.integers(1, 30).flatmap(
    lambda width: st.lists(st.lists(st.floats(-1, 1), min_size=width, max_size=width), min_size=2, max_size=40)
)


@given(rows)
def test_packed_rows_give_the_products_of_plain_ones(given_: list[list[float]]) -> None:
    weights, *plain = [[value / len(row) ** 0.5 for value in row] for row in given_]
    products = [(product - OFFSET) / ONE for product in PackedRows(plain).products(weights)]
    expected = [math.fsum(a * b for a, b in zip(weights, row, strict=True)) for row in plain]
    assert products == pytest.approx(expected, abs=5e-4)


@given(sheets, atlases())
@settings(max_examples=settings().max_examples // 2)
def test_single_answers_that_change_the_first_three_do_so(answers: Answers, atlas: Atlas) -> None:
    rule, everyone = AnswerRule(ITEMS, answers, atlas), candidates_of(atlas)
    pivots = find_answer_pivots(FieldList(rule, everyone))
    sizes = [abs(pivot.then - pivot.now) for pivot in pivots]
    assert sizes == sorted(sizes)
    now = [match.id for match in match_answers(rule, everyone, draws=0).matches][:TOP]
    for pivot in pivots:
        assert answers[pivot.item] == pivot.now != pivot.then
        assert {id_[:7] for id_ in pivot.top} != {id_[:7] for id_ in now}
        other = AnswerRule(ITEMS, {**answers, pivot.item: pivot.then}, atlas)
        assert tuple(match.id for match in match_answers(other, everyone, draws=0).matches)[:TOP] == pivot.top


def test_random_sheets_have_whole_lists_that_one_answer_cannot_overturn(
    careers_rated: RatedCareers, items: tuple[InterestItem, ...]
) -> None:
    """Sixty answers, one of them turned to the other end of the scale; 40 people, two such turns each."""
    dealer = random.Random(20)
    kept = []
    for _ in range(40):
        answers = random_sheet(items, dealer)
        fields = list_of(careers_rated, items, answers)
        for item in dealer.sample(items, 2):
            other = {**answers, item.id: 1 if answers[item.id] > 3 else 5}
            kept.append(len(fields & list_of(careers_rated, items, other)))
    assert min(kept) >= 4
    assert statistics.fmean(kept) > 6


def list_of(careers_rated: RatedCareers, items: Sequence[InterestItem], answers: Answers) -> set[str]:
    """The fields of a list, once it is seen to be whole and spread."""
    found = match_answers(AnswerRule(items, answers, careers_rated.atlas), careers_rated.candidates, draws=0)
    assert len(found.matches) == len(found.fields) == SIZE
    majors = [field.id[:2] for field in found.fields]
    assert max(map(majors.count, majors)) <= OF_MAJOR
    return {field.id for field in found.fields}


@pytest.mark.parametrize("fields", [{"29-1"}, {"29-1", "29-2"}, {"29-1", "15-1", "27-1", "11-9"}])
def test_where_limits_leave_few_fields_the_list_is_whole(
    careers_rated: RatedCareers, items: tuple[InterestItem, ...], fields: set[str]
) -> None:
    left = [career for career in careers_rated.candidates if career.field in fields]
    rule = AnswerRule(items, SHEETS["nurse"]["answers"], careers_rated.atlas)
    found = match_answers(rule, left, draws=20)
    assert len(found.matches) == SIZE
    assert {field.id for field in found.fields} == fields
    assert all(field.stability == 1 for field in found.fields)


def test_a_guide_with_ratings_of_its_own_is_ranked_by_its_types(
    careers_rated: RatedCareers, items: tuple[InterestItem, ...]
) -> None:
    atlas, answers = careers_rated.atlas, SHEETS["sociologist"]["answers"]
    rule = AnswerRule(items, answers, atlas)
    like = [six / 4 + 3 * score for six, score in zip((1,) * 6, rule.profile.scores, strict=True)]
    guide = Candidate("own", "role", "", "own", tuple(like))
    found = match_answers(rule, [*careers_rated.candidates, guide], draws=5)
    assert "own" in {match.id for match in found.matches}
    best = max(rule.fit("", one.ratings) for one in atlas.occupations)
    assert rule.fit("", guide.interests) > best, "nothing is nearer to the person by type"
    assert rule.nearer("own") == {}


def test_labels_are_as_rare_by_chance_as_is_said(careers_rated: RatedCareers, items: tuple[InterestItem, ...]) -> None:
    """Answers of the sheets dealt to the activities at random, 70 deals at every length."""
    dealer = random.Random(60)
    sample = careers_rated.atlas.occupations[::3]
    fits = []
    for asked in (asked_at(items, length) for length in LENGTHS):
        for _ in range(70):
            pool = list(dealer.choice(list(SHEETS.values()))["answers"].values())
            rule = AnswerRule(asked, {item.id: dealer.choice(pool) for item in asked}, careers_rated.atlas)
            fits += [rule.fit(one.code, one.ratings) / rule.by_chance for one in sample]
    for bound, label, share in LABELS:
        assert sum(fit >= bound for fit in fits) / len(fits) == pytest.approx(share, abs=0.015), label


# The ten sheets, written before anybody looked


def in_codes(code: str, sheet: Mapping[str, Any]) -> bool:
    return any(code.startswith(str(known)) for known in sheet["codes"])


@pytest.mark.parametrize("name", SHEETS)
def test_the_field_of_a_sheet_stands_first_or_second(
    careers_rated: RatedCareers, items: tuple[InterestItem, ...], name: str
) -> None:
    sheet = SHEETS[name]
    assert set(sheet["answers"]) == {item.id for item in items}
    rule = AnswerRule(items, sheet["answers"], careers_rated.atlas)
    first = [field.id for field in match_answers(rule, careers_rated.candidates, draws=0).fields[:2]]
    assert {field_of(str(code)) for code in sheet["codes"]} & set(first), first


def test_the_occupation_of_a_sheet_or_a_sibling_is_in_the_list(
    careers_rated: RatedCareers, items: tuple[InterestItem, ...]
) -> None:
    codes = {career.id: career.code for career in careers_rated.candidates}
    listed = [
        name
        for name, sheet in SHEETS.items()
        for found in [match_answers(AnswerRule(items, sheet["answers"], careers_rated.atlas), careers_rated.candidates)]
        if any(in_codes(codes[match.id], sheet) for match in found.matches)
    ]
    assert len(listed) >= 8, listed


# How near the activities lie


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, int]]:
    with (ROOT / "data" / NEARNESS).open(encoding="utf-8", newline="") as file:
        return {row.pop("code"): {id_: int(step) for id_, step in row.items()} for row in csv.DictReader(file)}


def test_every_activity_and_every_rated_occupation_has_its_nearness(
    table: dict[str, dict[str, int]], careers_rated: RatedCareers, items: tuple[InterestItem, ...]
) -> None:
    assert set(table) == {one.code for one in careers_rated.atlas.occupations}
    assert all(list(row) == [item.id for item in items] for row in table.values())
    assert all(one.nearness == bytes(table[one.code].values()) for one in careers_rated.atlas.occupations)
    for item in items:
        column = [row[item.id] for row in table.values()]
        assert statistics.fmean(column) == pytest.approx(128, abs=1)
        assert 27 < statistics.pstdev(column) < 32.1, "in steps of a 32nd of it, the farthest few cut off at 255"


NEIGHBOURS = {
    "e-plead-case": "23-1011.00",
    "s-change-bandage": "29-1141.00",
    "r-bake-bread": "51-3011.00",
    "r-grow-vegetables": "45-2092.00",
    "r-put-out-fire": "33-2011.00",
    "c-accounts-to-the-cent": "43-3031.00",
    "i-find-illness": "29-1216.00",
    "i-watch-wild-animals": "19-1023.00",
    "a-improvise-tune": "27-2042.00",
    "a-act-out-voices": "27-2011.00",
    "r-drive-train": "53-4011.00",
    "e-run-restaurant": "35-1012.00",
    "c-keep-computers-running": "15-1232.00",
    "i-causes-of-revolution": "19-3093.00",
    "a-transform-room": "27-1025.00",
}


@pytest.mark.parametrize(("activity", "code"), NEIGHBOURS.items())
def test_an_activity_lies_near_those_whose_work_it_is(
    table: dict[str, dict[str, int]], activity: str, code: str
) -> None:
    nearer = sum(row[activity] > table[code][activity] for row in table.values())
    assert nearer < len(table) / 20, nearer


def load_tool() -> Any:
    path = ROOT / "tools/nearness.py"
    spec = importlib.util.spec_from_file_location("nearness_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not RELEASE.is_file(), reason="the official release, ../shared/data, is not beside this checkout")
def test_the_tables_are_what_the_tool_derives() -> None:
    pytest.importorskip("numpy", reason="numpy (the extra `derive`) is not installed")
    for path, text in load_tool().derive(SHARED).items():
        derived, kept = ([row.split(",") for row in said.splitlines()] for said in (text, path.read_text("utf-8")))
        assert [row[0] for row in derived] == [row[0] for row in kept]
        assert derived[0] == kept[0]
        apart = [
            abs(int(a) - int(b))
            for one, other in zip(derived[1:], kept[1:], strict=True)
            for a, b in zip(one[1:], other[1:], strict=True)
        ]
        assert max(apart) <= 1, "one step may differ on another linear algebra"


def test_every_activity_is_linked_to_work_that_there_is() -> None:
    listed = yaml.safe_load((ROOT / "data/quiz/interests.yaml").read_text("utf-8"))
    links = yaml.safe_load((ROOT / "tools/item_links.yaml").read_text("utf-8"))
    assert set(links) == {item["id"] for item in listed["items"]}
    assert all(len(set(linked)) == len(linked) >= 2 for linked in links.values())


# Bad files


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data/quiz", tmp_path / "data/quiz")
    (tmp_path / "data/occupations").mkdir()
    shutil.copy(ROOT / "data" / NEARNESS, tmp_path / "data" / NEARNESS)
    return tmp_path / "data"


Rows = list[list[str]]


def cut_column(rows: Rows) -> None:
    for row in rows:
        row.pop()


def put(line: int, column: int, text: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[line][column] = text

    return change


@pytest.mark.parametrize(
    ("how", "line", "said"),
    [
        (cut_column, 1, "is asked and has no column"),
        (put(0, 1, "x-other"), 1, "`x-other` is not an activity of the questionnaire"),
        (put(0, 2, "r-fix-broken-object"), 1, "has a column twice"),
        (put(0, 0, "id"), 1, "must begin with the column `code`"),
        (put(3, 5, "256"), 4, "`256` is not a whole number from 0 to 255"),
        (put(3, 5, "-1"), 4, "`-1` is not a whole number"),
        (put(3, 5, "1.5"), 4, "`1.5` is not a whole number"),
        (put(3, 5, "٣"), 4, "`٣` is not a whole number"),
        (put(3, 5, ""), 4, "`` is not a whole number"),
        (lambda rows: rows[7].pop(), 8, "has 60 values, not 61"),
        (lambda rows: rows.insert(2, rows[1]), 3, "has `11-1011.00` twice"),
        (lambda rows: rows.clear(), 1, "must begin with the column `code`"),
    ],
)
def test_a_bad_table_is_told_of_with_its_line(data: Path, how: Callable[[Rows], None], line: int, said: str) -> None:
    path = data / NEARNESS
    rows = [row.split(",") for row in path.read_text("utf-8").splitlines()]
    how(rows)
    path.write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
    found = load_questionnaires(data)
    assert any(f"{path}:{line}:" in str(problem) and said in str(problem) for problem in found.problems), found.problems
    assert found.nearness.steps == {}


def test_without_the_table_nothing_is_wrong_and_the_types_count_alone(data: Path) -> None:
    (data / NEARNESS).unlink()
    assert load_questionnaires(data).problems == []
    assert load_nearness(data / NEARNESS, ()) == (((), {}), [])


@pytest.mark.parametrize(
    ("retired", "said"),
    [
        (["r-fix-broken-object"], "names `r-fix-broken-object`, which is asked"),
        (["Not an id"], "retired.0"),
        ("i-gone", "retired"),
    ],
)
def test_bad_retired_activities_are_told_of(data: Path, retired: object, said: str) -> None:
    content = yaml.safe_load((data / INTERESTS).read_text("utf-8"))
    content["retired"] = retired
    (data / INTERESTS).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    problems = [str(problem) for problem in load_questionnaires(data).problems]
    assert len(problems) == 1
    assert said in problems[0]


# As it is used


def answer_file(folder: Path, answers: Answers, name: str = "answers.json") -> str:
    path = folder / name
    path.write_text(json.dumps({"version": 1, "answers": dict(answers)}))
    return str(path)


def retired_ids() -> list[str]:
    listed = yaml.safe_load((ROOT / "data/quiz/interests.yaml").read_text("utf-8"))["retired"]
    return [str(id_) for id_ in listed]


def test_answers_to_what_is_asked_no_more_are_passed_over(careers: Run, tmp_path: Path) -> None:
    answers = SHEETS["actuary"]["answers"]
    old = {**answers, **dict.fromkeys(retired_ids(), 5)}
    plain = careers("quiz", "--answers", answer_file(tmp_path, answers), "--no-save", "--json")
    mixed = careers("quiz", "--answers", answer_file(tmp_path, old, "old.json"), "--no-save", "--json")
    assert mixed.data == plain.data
    wrong = careers("quiz", "--answers", answer_file(tmp_path, {**answers, "i-never-was": 5}), "--json")
    assert (wrong.code, "i-never-was" in wrong.out) == (4, True)


def test_fields_come_first_in_the_data_with_names_in_both_languages(careers: Run, tmp_path: Path) -> None:
    named = yaml.safe_load((ROOT / "data/quiz/fields.yaml").read_text("utf-8"))
    file = answer_file(tmp_path, SHEETS["primary-teacher"]["answers"])
    for lang in languages():
        data = careers("quiz", "--answers", file, "--no-save", "--json", lang=lang).data
        assert list(data).index("fields") < list(data).index("matches")
        assert (data["method"], len(data["fields"]), len(data["matches"])) == ("answers", SIZE, SIZE)
        listed = {match["id"] for match in data["matches"]}
        for field in data["fields"]:
            assert list(field) == ["id", "name", "fit", "stability", "matches"]
            assert field["name"] == named[field["id"]]["names"][lang]
            assert -1 <= field["fit"] <= 1
            assert 0 <= field["stability"] <= 1
            assert 1 <= len(field["matches"]) <= 2
            assert listed & set(field["matches"])


def test_every_field_that_can_be_listed_has_a_name(careers_rated: RatedCareers) -> None:
    named = yaml.safe_load((ROOT / "data/quiz/fields.yaml").read_text("utf-8"))
    assert {field_of(one.code) for one in careers_rated.atlas.occupations} <= set(named)
    assert all(set(entry["names"]) >= set(languages()) for entry in named.values())


def test_answers_kept_from_the_first_version_go_on_counting(careers: Run, home: Path, catalogue: Catalogue) -> None:
    """Of activities that are asked no more too: what is still asked counts, and only the rest is asked."""
    listed = catalogue.statements.interests("en")
    answers = {item.id: SHEETS["nurse"]["answers"][item.id] for item in listed[:48]}
    file = home / "data" / "careers" / "me.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        yaml.safe_dump({"version": 3, "interests": {**answers, **dict.fromkeys(retired_ids(), 4)}}), "utf-8"
    )
    rest = [item.id for item in listed[48:]]
    given_ = [str(SHEETS["nurse"]["answers"][id_]) for id_ in rest]
    done = careers("quiz", "--length", "full", "--resume", answers=[*given_, "no"])
    assert done.code == 0, done.err
    texts = [item.text for item in listed[48:]]
    assert [text for text in texts if any(text in asked for asked in done.asked)] == texts
    assert len(done.asked) == len(rest) + 1, "and whether there are limits"
    kept = yaml.safe_load(file.read_text("utf-8"))
    assert kept["interests"] == {**SHEETS["nurse"]["answers"], **dict.fromkeys(retired_ids(), 4)}
    assert kept["results"][-1]["method"] == "answers"
