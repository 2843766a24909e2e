"""Checks a value against a msgspec type and finds all that is wrong, where msgspec stops at the first."""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import NODEFAULT, inspect

from careercli.errors import Message, message
from careercli.files.strict_yaml import Document, Value, YamlPath

#: Problems of a file beyond this many are not looked for.
MAX_PROBLEMS = 200


class Problem(NamedTuple):
    """Something wrong in a file; `field` is where in it, as `pay.bands.us.p50` or empty."""

    path: Path
    line: int
    field: str
    message: Message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: " + (f"`{self.field}` " if self.field else "") + str(self.message)


def find_problems(document: Document, expected: Any, path: Path) -> list[Problem]:
    """All differences between a document and the type it should have."""
    return [
        Problem(path, document.line_of(place), ".".join(map(str, place)), message)
        for place, message in islice(_walk(document.value, _type_info(expected), ()), MAX_PROBLEMS)
    ]


@cache
def _type_info(expected: Any) -> inspect.Type:
    return inspect.type_info(expected)


_Found = Iterator[tuple[YamlPath, Message]]


def _walk(value: Value, kind: inspect.Type, place: YamlPath) -> _Found:
    if isinstance(kind, inspect.Metadata):
        yield from _walk(value, kind.type, place)
    elif isinstance(kind, inspect.UnionType):
        if value is not None or not kind.includes_none:
            several = [list(_walk(value, t, place)) for t in kind.types if not isinstance(t, inspect.NoneType)]
            yield from min(several, key=len)
    elif isinstance(kind, inspect.StructType):
        yield from _struct(value, kind, place)
    elif isinstance(kind, inspect.DictType):
        yield from _dict(value, kind, place)
    elif isinstance(kind, inspect.VarTupleType | inspect.ListType | inspect.FrozenSetType):
        yield from _list(value, kind, place)
    elif isinstance(kind, inspect.TupleType):
        if not isinstance(value, list):
            yield place, message("must be a list of {n}, not {found}", n=len(kind.item_types), found=_said(value))
        elif len(value) != len(kind.item_types):
            yield place, message("must be a list of {n}, has {found}", n=len(kind.item_types), found=len(value))
        else:
            for number, (item, item_kind) in enumerate(zip(value, kind.item_types, strict=True)):
                yield from _walk(item, item_kind, (*place, number))
    elif wrong := _scalar(value, kind):
        yield place, wrong


def _struct(value: Value, kind: inspect.StructType, place: YamlPath) -> _Found:
    if not isinstance(value, dict):
        yield place, message("must hold named fields, not {found}", found=_said(value))
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, item in value.items():
        if key in fields:
            yield from _walk(item, fields[key].type, (*place, key))
        else:
            near = difflib.get_close_matches(key, fields, 1)
            if near:
                yield (*place, key), message("is not a known field: did you mean `{near}`?", near=near[0])
            else:
                known = ", ".join(list(fields)[:40])
                yield (*place, key), message("is not a known field: known are {known}", known=known)
    for name, field in fields.items():
        if name not in value and field.default is NODEFAULT and field.default_factory is NODEFAULT:
            lacks = (
                message("lacks `{name}`", name=name) if place else message("the field `{name}` is missing", name=name)
            )
            yield place, lacks


def _dict(value: Value, kind: inspect.DictType, place: YamlPath) -> _Found:
    if not isinstance(value, dict):
        yield place, message("must hold named entries, not {found}", found=_said(value))
        return
    yield from _length(value, kind, place)
    for key, item in value.items():
        if wrong := _scalar(key, kind.key_type):
            yield (*place, key), message("its name: {wrong}", wrong=wrong)
        yield from _walk(item, kind.value_type, (*place, key))


def _list(
    value: Value, kind: inspect.VarTupleType | inspect.ListType | inspect.FrozenSetType, place: YamlPath
) -> _Found:
    if not isinstance(value, list):
        yield place, message("must be a list, not {found}", found=_said(value))
        return
    yield from _length(value, kind, place)
    for number, item in enumerate(value):
        yield from _walk(item, kind.item_type, (*place, number))


def _length(
    value: list[Any] | dict[str, Any],
    kind: inspect.VarTupleType | inspect.ListType | inspect.FrozenSetType | inspect.DictType,
    place: YamlPath,
) -> _Found:
    if kind.min_length and len(value) < kind.min_length:
        yield place, message("must have at least {least} entries, has {n}", least=kind.min_length, n=len(value))
    if kind.max_length is not None and len(value) > kind.max_length:
        yield place, message("must have at most {most} entries, has {n}", most=kind.max_length, n=len(value))


def _scalar(value: Value, kind: inspect.Type) -> Message | None:
    """What is wrong with a single value."""
    if isinstance(kind, inspect.Metadata):
        return _scalar(value, kind.type)
    if isinstance(kind, inspect.LiteralType):
        if value in kind.values:
            return None
        choices = ", ".join(str(value) for value in kind.values if value != "")
        return message("must be one of {choices}, not {found}", choices=choices, found=_said(value))
    if isinstance(kind, inspect.StrType):
        return _text(value, kind)
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        return _number(value, kind)
    if isinstance(kind, inspect.BoolType):
        wrong = message("must be true or false, not {found}", found=_said(value))
        return None if isinstance(value, bool) else wrong
    raise TypeError(f"no rule for {kind}")


def _text(value: Value, kind: inspect.StrType) -> Message | None:
    if not isinstance(value, str):
        return message("must be text, not {found}: put it in quotes", found=_said(value))
    if kind.min_length and len(value.strip()) < kind.min_length:
        return message("must not be empty")
    if kind.max_length is not None and len(value) > kind.max_length:
        return message("must have at most {most} characters, has {n}", most=kind.max_length, n=len(value))
    if kind.pattern and not re.search(kind.pattern, value):
        return message("must match {pattern}, unlike {found}", pattern=kind.pattern, found=_said(value))
    return None


def _number(value: Value, kind: inspect.IntType | inspect.FloatType) -> Message | None:
    whole = isinstance(kind, inspect.IntType)
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        found = _said(value)
        if whole:
            return message("must be a whole number, not {found}", found=found)
        return message("must be a number, not {found}", found=found)
    if kind.gt is not None and value <= kind.gt:
        return message("must be more than {least}, not {n}", least=kind.gt, n=value)
    if kind.ge is not None and value < kind.ge:
        return message("must be {least} or more, not {n}", least=kind.ge, n=value)
    if kind.le is not None and value > kind.le:
        return message("must be {most} or less, not {n}", most=f"{kind.le:.0f}", n=value)
    return None


def _said(value: Value) -> str | Message:
    if value is None:
        return message("nothing")
    if isinstance(value, dict | list):
        return message("named fields") if isinstance(value, dict) else message("a list")
    text = str(value)
    text = text.replace("\n", "\\n")  # a line break at the end would not be seen
    return f"`{text[:40]}`" if isinstance(value, str) else text
