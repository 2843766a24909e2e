"""Pure functions, over inputs that nobody thought of."""

import itertools
import math
import string
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from careercli.compiler import checks, load
from careercli.core.careers.listing import sort_listed
from careercli.core.careers.model import Statement
from careercli.core.comparing.compare import find_pay_direction
from careercli.core.quiz.fit import band_of, mix_directions, score_fit
from careercli.core.text.ids import find_near, fold, make_slug
from careercli.core.text.plaintext import make_harmless, make_plainer
from careercli.errors import NotFoundError
from careercli.files.strict_yaml import YamlError, dump_yaml, parse_yaml
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.pay_words import share_below
from careercli.render.wrap import wrap
from tests.conftest import ROOT

texts = st.text(max_size=200)


# names


@given(texts)
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_a_slug_is_a_slug(text: str) -> None:
    assert set(make_slug(text)) <= set(string.ascii_lowercase + string.digits + "-")


@given(st.sampled_from(["AI engineer", "Éthicien de l’IA", "Data analyst"]), st.integers(0, 3))
def test_case_and_separators_do_not_matter(name: str, how: int) -> None:
    changed = [name.upper(), name.replace(" ", "-"), f"  {name} ", name.replace(" ", "_")][how]
    assert fold(changed) == fold(name)


@given(texts)
def test_resolving_gives_an_id_or_suggestions(catalogue: Catalogue, name: str) -> None:
    known = {id_ for id_, _ in catalogue.career_names()}
    try:
        found = {catalogue.resolve(name)}
    except NotFoundError as error:
        found = set(error.near)
    assert found <= known


@given(st.data())
def test_one_wrong_letter_is_near(catalogue: Catalogue, data: st.DataObject) -> None:
    id_ = data.draw(st.sampled_from([id_ for id_, _ in catalogue.career_names()]))
    place = data.draw(st.integers(0, len(id_) - 1))
    wrong = id_[:place] + "q" + id_[place + 1 :]
    assume(fold(wrong) != fold(id_))
    assert id_ in catalogue.near("career", wrong)


def test_nothing_is_near_to_nonsense() -> None:
    assert find_near("xyzzy", {"data analyst": "data-analyst"}) == []


# text


@given(texts, st.integers(1, 120))
def test_wrapping_keeps_the_text_within_the_width(text: str, width: int) -> None:
    lines = wrap(make_harmless(text), width)
    assert lines
    assert max(map(cell_len, lines)) <= max(width, 2)  # a wide character takes two columns
    assert "".join("".join(lines).split()) == "".join(make_harmless(text).split())


def test_wrapping_never_breaks_at_a_no_break_space() -> None:
    assert wrap("about 45\u202f000\u00a0€ a year", 12) == ["about", "45\u202f000\u00a0€ a", "year"]


@given(st.text())
def test_harmless_text_has_nothing_to_obey(text: str) -> None:
    assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in make_harmless(text))


@given(st.text(), st.sampled_from(["ascii", "cp1252", "latin-1", "utf-8", "cp437"]))
def test_plainer_text_fits_its_encoding(text: str, encoding: str) -> None:
    text = "".join(c for c in text if not 0xD800 <= ord(c) < 0xE000)
    make_plainer(text, encoding).encode(encoding)


@given(st.floats(0, 1e9), st.sampled_from(["en", "fr"]))
def test_numbers_are_read_back(value: float, lang: str) -> None:
    shown = Say(lang).number(value)
    assert int(shown.replace(",", "").replace("\u202f", "")) == int(f"{value:.0f}")


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [("en", "June\u00a01, 2026", "June\u00a02, 2026"), ("fr", "1er\u00a0juin 2026", "2\u00a0juin 2026")],
)
def test_dates_are_told_as_people_say_them(lang: str, first: str, second: str) -> None:
    assert (Say(lang).date("2026-06-01"), Say(lang).date("2026-06-02")) == (first, second)


# YAML

plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=10), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(string.ascii_lowercase + "é -'", min_size=1, max_size=10), plain_values, max_size=5))
def test_what_is_dumped_is_read_back(value: dict[str, object]) -> None:
    try:
        assert parse_yaml(dump_yaml(value).encode()).value == value  # type: ignore[arg-type]
    except YamlError as error:
        assert "control character" in str(error) or "key" in str(error)  # noqa: PT017


@given(st.binary(max_size=400))
def test_any_bytes_are_a_value_or_a_problem(content: bytes) -> None:
    try:
        parse_yaml(content)
    except YamlError as error:
        assert error.line >= 1  # noqa: PT017


@given(st.text(max_size=400))
def test_where_we_agree_with_yaml_the_value_is_the_same(text: str) -> None:
    try:
        ours = parse_yaml(text.encode("utf-8", "replace")).value
    except YamlError:
        return
    theirs = yaml.load(text.encode("utf-8", "replace"), Loader=yaml.CSafeLoader)
    assert ours == theirs or repr(ours) == repr(theirs)


@pytest.fixture(scope="module")
def vocabulary() -> load.Vocabulary:
    return load.load_vocabulary(ROOT / "data")[0]


@pytest.mark.parametrize("role", ["ai-engineer"])
@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_mutated_role_never_breaks_the_loader(
    role: str, vocabulary: load.Vocabulary, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    source = ROOT / "data/roles" / role
    folder = tmp_path_factory.mktemp("fuzz") / role
    folder.mkdir()
    for path in source.iterdir():
        content = path.read_bytes()
        for _ in range(data.draw(st.integers(0, 3))):
            at = data.draw(st.integers(0, len(content)))
            length = data.draw(st.integers(0, 40))
            content = content[:at] + data.draw(st.binary(max_size=8)) + content[at + length :]
        (folder / path.name).write_bytes(content)
    loaded = load.load_role(folder)
    for problem in checks.find_role_problems(loaded, vocabulary, [role], bundled=True):
        assert problem.line >= 1
        assert problem.message


# fit

answers = st.integers(1, 5)
statement_lists = st.lists(
    st.tuples(st.sampled_from(["for", "against"]), st.sampled_from(["maths", "change", "people"])),
    min_size=4,
    max_size=20,
).map(lambda pairs: [Statement(id=f"s{n}", direction=d, trait=t, text=f"s{n}") for n, (d, t) in enumerate(pairs)])  # type: ignore[arg-type]


@given(statement_lists, st.data())
def test_the_fit_is_the_sum_of_its_parts(statements: list[Statement], data: st.DataObject) -> None:
    given_answers = {s.id: data.draw(answers) for s in statements}
    fit = score_fit(statements, given_answers)
    if fit.fit is None:
        in_a_row = max(len(list(same)) for _, same in itertools.groupby(given_answers.values()))
        assert fit.refused == ("flat" if in_a_row == len(statements) else "careless")
        assert in_a_row >= 0.75 * len(statements)
        return
    assert 0 <= fit.fit <= 1
    assert math.isclose(sum(fit.parts.values()), fit.fit, abs_tol=1e-4)
    assert fit.band == band_of(fit.fit) or abs(fit.fit - round(fit.fit, 2)) < 1e-5


@given(statement_lists, st.data())
def test_more_agreement_with_what_speaks_for_it_never_lowers_the_fit(
    statements: list[Statement], data: st.DataObject
) -> None:
    given_answers = {s.id: data.draw(answers) for s in statements}
    changed = data.draw(st.sampled_from(statements))
    assume(given_answers[changed.id] < 5)
    before = score_fit(statements, given_answers)
    after = score_fit(statements, {**given_answers, changed.id: given_answers[changed.id] + 1})
    assume(before.fit is not None and after.fit is not None)
    assert before.fit is not None
    assert after.fit is not None
    difference = after.fit - before.fit
    assert difference > 0 if changed.direction == "for" else difference < 0


@given(statement_lists, st.data())
def test_what_if_is_what_would_be(statements: list[Statement], data: st.DataObject) -> None:
    given_answers = {s.id: data.draw(answers) for s in statements}
    fit = score_fit(statements, given_answers)
    for change in fit.what_if:
        then = score_fit(statements, {**given_answers, change.id: change.answer})
        assert then.fit is None or math.isclose(then.fit, change.fit, abs_tol=1e-4)


@given(statement_lists)
def test_mixing_keeps_all_statements(statements: list[Statement]) -> None:
    mixed = mix_directions(statements)
    assert sorted(s.id for s in mixed) == sorted(s.id for s in statements)


# lists and comparisons


@given(st.sampled_from(["name", "stars", "family"]), st.randoms())
def test_the_order_of_a_list_does_not_depend_on_where_it_starts(catalogue: Catalogue, by: str, random: object) -> None:
    cards = catalogue.cards("en")
    shuffled = list(cards)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    stars = {card.id: card.stars for card in cards}
    assert sort_listed(shuffled, by, stars) == sort_listed(cards, by, stars)


def test_pay_directions_are_inverse(catalogue: Catalogue) -> None:
    roles = [catalogue.get_role(card.id, "en") for card in catalogue.cards("en")]
    for one in roles:
        for other in roles:
            there, back = find_pay_direction(one, other), find_pay_direction(other, one)
            assert (there is None) == (back is None)


def test_the_shape_of_a_file_is_what_msgspec_takes(tmp_path: Path) -> None:
    from careercli.compiler import schema
    from careercli.files.validate_shape import find_problems

    for path in (ROOT / "data/roles").glob("*/facts.yaml"):
        document = parse_yaml(path.read_bytes())
        assert find_problems(document, schema.RoleFacts, path) == []
        msgspec.convert(document.value, schema.RoleFacts)


@given(st.floats(0, 1))
def test_nobody_earns_more_than_all(share: float) -> None:
    told = float(share_below(share, Say("en")))
    assert told < 100
    assert told == pytest.approx(share * 100, abs=0.5)
