"""What the writer of YAML writes, the reader reads as it was."""

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.files import strict_yaml
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
