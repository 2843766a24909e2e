"""What the writer of YAML writes, the reader reads as it was."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.files import MAX_BYTES, strict_yaml
from careercli.files.strict_yaml import MAX_DEPTH, YamlError, dump_yaml, parse_yaml

special = (
    "\n\t \r\x00\x1b\x7f\x85\u2028\u2029\ufeff\ufffe\U0001f600\U000e0041\u00a0\u202f'\"\\#:-?,[]{}&*!|>%@`~=<ab01.é"
)
texts = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
    | st.text(st.sampled_from(special), max_size=300)
    | st.sampled_from(["---", "...", "--- a", "null", "~", "=", "<<", "1e3", "6.9e-05", "0x1f", "0110", "12:30", "no"])
    | st.sampled_from(["- a", "? a", "a: b", "a #b", "%TAG a", "x" * 2000, "é " * 900, "{}", "2026-03-09"])
)
numbers = st.integers(-(10**17) + 1, 10**18 - 1) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=15,
)


@pytest.fixture(params=["libyaml", "Python"])
def emitter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's writers."""
    if request.param == "Python":

        class Dumper(yaml.SafeDumper):
            ignore_aliases = strict_yaml._Dumper.ignore_aliases
            yaml_representers = strict_yaml._Dumper.yaml_representers

        monkeypatch.setattr(strict_yaml, "_Dumper", Dumper)


@pytest.mark.usefixtures("emitter")
@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(values, st.booleans())
def test_every_value_is_read_back_as_it_was(value: Any, compact: bool) -> None:
    assert repr(parse_yaml(dump_yaml(value, compact=compact).encode()).value) == repr(value)


@pytest.mark.usefixtures("emitter")
@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize(
    "value",
    [0.000069, -6.9e-05, 1e-320, 1.7976931348623157e308, 1e16, 1e22, -0.0, "a\u2028b", "a\u2029b", "a\x85b", "\u2028"],
)
def test_small_numbers_and_line_separators_are_read_back(value: Any, compact: bool) -> None:
    held: Any
    for held in (value, [value, [value]], {"a": {"b": value}}, {"name": value, str(value): 1}):
        assert repr(parse_yaml(dump_yaml(held, compact=compact).encode()).value) == repr(held)


def test_a_list_that_stands_in_two_places_is_written_twice() -> None:
    shared: Any = {"a": [1, [2, 3]]}
    assert parse_yaml(dump_yaml({"x": shared, "y": shared}).encode()).value == {"x": shared, "y": shared}


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), -float("inf"), 10**18, -(10**17), "\ud800", {"\ud800": 1}]
)
def test_what_could_not_be_read_back_is_not_written(value: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        dump_yaml([value])


def test_a_value_is_written_as_deep_as_it_is_read_and_no_deeper() -> None:
    value: Any = 1
    for _ in range(MAX_DEPTH):
        value = [value]
    assert parse_yaml(dump_yaml(value).encode()).value == value
    with pytest.raises(ValueError, match="deep"):
        dump_yaml([value])
    with pytest.raises(YamlError, match="deep"):
        parse_yaml(b"[" * (MAX_DEPTH + 1) + b"1" + b"]" * (MAX_DEPTH + 1))


@pytest.mark.parametrize("text", ["9" * 400 + ".0", "-" + "9" * 400 + ".5", "1.0e+400"])
def test_a_number_beyond_all_numbers_is_refused(text: str) -> None:
    with pytest.raises(YamlError, match="too long"):
        parse_yaml(f"cost: {text}\n".encode())


def test_small_numbers_as_they_were_once_written_are_still_read() -> None:
    assert parse_yaml(b"a: 6.9e-05\nb: -1.5e+20\n").value == {"a": 6.9e-05, "b": -1.5e20}
    for misread in ("1e3", "1.5e3", "1.5E-3", "+1.5e-3"):
        with pytest.raises(YamlError):
            parse_yaml(f"a: {misread}\n".encode())


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"", 1, "is empty"),
        (b"# only a remark\n", 1, "is empty"),
        (b"a: 1\nb: \xff\n", 2, "is not UTF-8 text"),
        (b"a: 1\n\nb: x\x07\n", 3, "has the control character U+0007"),
        ("a: 1\nb: x\u2028y\n".encode(), 2, "has the control character U+2028"),
        (b"a: 1\nb: 2\na: 3\n", 3, "has the key `a` twice"),
        (b"a: &x 1\nb: *x\n", 2, "uses the alias `*x`: write the value out"),
        (b"a: 1\nb: !!int 2\n", 2, "uses the tag `tag:yaml.org,2002:int`: leave it out"),
        (b"a: 1\n---\nb: 2\n", 2, "holds more than one document"),
        (b"a: 1\n? [b]\n: 2\n", 2, "has a key that is not text"),
        (b"a: 1\nno: 2\n", 2, "has the key `no`, which YAML misreads: put it in quotes"),
        (b"a: 1\n12: 2\n", 2, "has the key `12`, which YAML misreads: put it in quotes"),
        (b"a: 1\n~: 2\n", 2, "has the key `~`, which YAML misreads: put it in quotes"),
        (b"a: 1\nb: NO\n", 2, "has the plain word `NO`, which YAML misreads: put it in quotes"),
        (b"- 1\n- 0110\n", 2, "has the plain word `0110`, which YAML misreads: put it in quotes"),
        (b"- 2023-04-01\n", 1, "has the plain word `2023-04-01`, which YAML misreads: put it in quotes"),
        (b"- a\n- 12:30\n", 2, "has the plain word `12:30`, which YAML misreads: put it in quotes"),
        (b"- 0x1f\n", 1, "has the plain word `0x1f`, which YAML misreads: put it in quotes"),
        (b"- .inf\n", 1, "has the plain word `.inf`, which YAML misreads: put it in quotes"),
        (b"- <<\n", 1, "has the plain word `<<`, which YAML misreads: put it in quotes"),
        (b"- 1_000\n", 1, "has the plain word `1_000`, which YAML misreads: put it in quotes"),
        (b"- 1e3\n", 1, "has the plain word `1e3`, which YAML misreads: put it in quotes"),
        (b"- a\n- 1234567890123456789\n", 2, "has the number `123456789012345678`, which is too long"),
        (b"a: 1\n\tb: 2\n", 2, "is indented by a tab: use spaces"),
        (b"a: 1\nb: [1, 2\n", 3, "is not YAML: see to what `[` opens on line 2"),
        (b"a: 1\nb: @x\n", 2, "has `@` where YAML misreads it: put the text in quotes, or see to the line above"),
        (b"a: x: y\n", 1, "has `:` where YAML misreads it: put the text in quotes, or see to the line above"),
    ],
)
def test_what_is_refused_is_told_with_its_line(content: bytes, line: int, said: str) -> None:
    with pytest.raises(YamlError) as refused:
        parse_yaml(content)
    assert (str(refused.value.message), refused.value.line) == (said, line)


def test_a_file_is_at_most_a_megabyte_and_holds_so_many_values_and_levels() -> None:
    largest = b"a: " + b"x" * (MAX_BYTES - 3)
    assert parse_yaml(largest).value == {"a": "x" * (MAX_BYTES - 3)}
    with pytest.raises(YamlError, match="larger than a megabyte") as refused:
        parse_yaml(largest + b"x")
    assert refused.value.line == 1
    few = b"- \n" * (strict_yaml.MAX_EVENTS - 6)
    assert len(parse_yaml(few).value) == strict_yaml.MAX_EVENTS - 6  # type: ignore[arg-type]
    with pytest.raises(YamlError, match="too many values") as refused:
        parse_yaml(few + b"- \n" * 4)
    assert refused.value.line == strict_yaml.MAX_EVENTS - 2
    deep = b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)
    parse_yaml(deep)
    with pytest.raises(YamlError, match=f"nested more than {MAX_DEPTH} levels deep") as refused:
        parse_yaml(b"\n[" + deep + b"]")
    assert refused.value.line == 2


def test_each_place_has_its_line_and_what_is_not_there_that_of_what_holds_it() -> None:
    found = parse_yaml(b"a: 1\nb:\n  - x\n  - c: 2\n    d: |\n      e\n")
    assert found.value == {"a": 1, "b": ["x", {"c": 2, "d": "e\n"}]}
    assert found.lines == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, "c"): 4,
        ("b", 1, "d"): 5,
    }
    assert found.line_of(("b", 1, "x", "y")) == 4
    assert found.line_of(("b", 7)) == 2
    assert found.line_of(("z",)) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("-0", 0),
        ("-12", -12),
        ("123456789012345678", 123456789012345678),
        ("0.5", 0.5),
        ("-3.25", -3.25),
        ("1.0e-07", 1e-07),
        ('"NO"', "NO"),
        ("'12'", "12"),
        ("nope", "nope"),
        ("a b", "a b"),
        ("1.2.3", "1.2.3"),
        ("é", "é"),
    ],
)
def test_plain_words_are_what_a_person_takes_them_for(text: str, value: object) -> None:
    assert parse_yaml(f"a: {text}\n".encode()).value == {"a": value}
    assert parse_yaml(f"\ufeffa: {text}\r\n".encode()).value == {"a": value}


@pytest.mark.parametrize(
    ("value", "compact", "text"),
    [
        ({"b": [1, {"c": "NO"}], "a": None}, False, 'b:\n- 1\n- c: "NO"\na: null\n'),
        ({"b": [1, 2], "a": {"c": True}}, True, "b: [1, 2]\na: {c: true}\n"),
        ([0.5, 1e-7, 1e22, -2], False, "- 0.5\n- 0.0000001\n- 10000000000000000000000.0\n- -2\n"),
        ("é\u2028", False, '"é\\L"\n'),
    ],
)
def test_a_value_is_written_as_a_person_would(value: Any, compact: bool, text: str) -> None:
    assert dump_yaml(value, compact=compact) == text


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(YamlError, match="is not a regular file") as refused:
        strict_yaml.load_bytes(tmp_path)
    assert refused.value.line == 1
    large = tmp_path / "large"
    large.write_bytes(b"x" * (MAX_BYTES + 9))
    assert len(strict_yaml.load_bytes(large)) == MAX_BYTES + 1
    with pytest.raises(YamlError, match="larger"):
        strict_yaml.load_yaml(large)
    with pytest.raises(OSError, match="No such"):
        strict_yaml.load_bytes(tmp_path / "none")
