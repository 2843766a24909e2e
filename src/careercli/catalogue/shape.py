"""Checks a value against a msgspec type and finds all that is wrong, where msgspec stops at the first."""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import NODEFAULT, inspect

from careercli.strict_yaml import Document, Place, Value

#: Problems of a file beyond this many are not looked for.
MOST = 200


class Problem(NamedTuple):
    """Something wrong in a file; `field` is where in it, as `pay.bands.us.p50` or empty."""

    path: Path
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: " + (f"`{self.field}` " if self.field else "") + self.message


def find_problems(document: Document, expected: Any, path: Path) -> list[Problem]:
    """All differences between a document and the type it should have."""
    return [
        Problem(path, document.line_of(place), ".".join(map(str, place)), message)
        for place, message in islice(_walk(document.value, _type_info(expected), ()), MOST)
    ]


@cache
def _type_info(expected: Any) -> inspect.Type:
    return inspect.type_info(expected)


_Found = Iterator[tuple[Place, str]]


def _walk(value: Value, kind: inspect.Type, place: Place) -> _Found:
    if isinstance(kind, inspect.Metadata):
        yield from _walk(value, kind.type, place)
    elif isinstance(kind, inspect.UnionType):
        if value is not None or not kind.includes_none:
            yield from _walk(value, next(t for t in kind.types if not isinstance(t, inspect.NoneType)), place)
    elif isinstance(kind, inspect.StructType):
        yield from _struct(value, kind, place)
    elif isinstance(kind, inspect.DictType):
        yield from _dict(value, kind, place)
    elif isinstance(kind, inspect.VarTupleType | inspect.ListType):
        yield from _list(value, kind, place)
    elif isinstance(kind, inspect.TupleType):
        if not isinstance(value, list) or len(value) != len(kind.item_types):
            yield place, f"must be a list of {len(kind.item_types)}, not {_said(value)}"
        else:
            for number, (item, item_kind) in enumerate(zip(value, kind.item_types, strict=True)):
                yield from _walk(item, item_kind, (*place, number))
    elif message := _scalar(value, kind):
        yield place, message


def _struct(value: Value, kind: inspect.StructType, place: Place) -> _Found:
    if not isinstance(value, dict):
        yield place, f"must hold named fields, not {_said(value)}"
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, item in value.items():
        if key in fields:
            yield from _walk(item, fields[key].type, (*place, key))
        else:
            near = difflib.get_close_matches(key, fields, 1)
            known = f"did you mean `{near[0]}`?" if near else "known are " + ", ".join(list(fields)[:40])
            yield (*place, key), f"is not a known field: {known}"
    for name, field in fields.items():
        if name not in value and field.default is NODEFAULT and field.default_factory is NODEFAULT:
            yield place, f"lacks `{name}`" if place else f"the field `{name}` is missing"


def _dict(value: Value, kind: inspect.DictType, place: Place) -> _Found:
    if not isinstance(value, dict):
        yield place, f"must hold named entries, not {_said(value)}"
        return
    for key, item in value.items():
        if message := _scalar(key, kind.key_type):
            yield (*place, key), f"has a name that {message}"
        yield from _walk(item, kind.value_type, (*place, key))


def _list(value: Value, kind: inspect.VarTupleType | inspect.ListType, place: Place) -> _Found:
    if not isinstance(value, list):
        yield place, f"must be a list, not {_said(value)}"
        return
    if kind.min_length and len(value) < kind.min_length:
        yield place, f"must have at least {kind.min_length} entries, has {len(value)}"
    if kind.max_length is not None and len(value) > kind.max_length:
        yield place, f"must have at most {kind.max_length} entries, has {len(value)}"
    for number, item in enumerate(value):
        yield from _walk(item, kind.item_type, (*place, number))


def _scalar(value: Value, kind: inspect.Type) -> str:
    """What is wrong with a single value, or an empty string."""
    if isinstance(kind, inspect.Metadata):
        return _scalar(value, kind.type)
    if isinstance(kind, inspect.LiteralType):
        choices = ", ".join(map(str, kind.values))
        return "" if value in kind.values else f"must be one of {choices}, not {_said(value)}"
    if isinstance(kind, inspect.StrType):
        return _text(value, kind)
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        return _number(value, kind)
    if isinstance(kind, inspect.BoolType):
        return "" if isinstance(value, bool) else f"must be true or false, not {_said(value)}"
    raise TypeError(f"no rule for {kind}")


def _text(value: Value, kind: inspect.StrType) -> str:
    if not isinstance(value, str):
        return f"must be text, not {_said(value)}: put it in quotes"
    if kind.min_length and len(value.strip()) < kind.min_length:
        return "must not be empty"
    if kind.max_length is not None and len(value) > kind.max_length:
        return f"must have at most {kind.max_length} characters, has {len(value)}"
    if kind.pattern and not re.search(kind.pattern, value):
        return f"must match {kind.pattern}, unlike {_said(value)}"
    return ""


def _number(value: Value, kind: inspect.IntType | inspect.FloatType) -> str:
    whole = isinstance(kind, inspect.IntType)
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        return f"must be a {'whole ' if whole else ''}number, not {_said(value)}"
    if kind.ge is not None and value < kind.ge:
        return f"must be {kind.ge} or more, not {value}"
    if kind.le is not None and value > kind.le:
        return f"must be {kind.le} or less, not {value}"
    return ""


def _said(value: Value) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "named fields" if isinstance(value, dict) else "a list"
    text = str(value)
    return f"`{text[:40]}`" if isinstance(value, str) else text
