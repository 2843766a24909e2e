"""Collects the program's own words into the French gettext catalogue; what is translated stays.

Usage: python tools/messages.py [--check]

Words are: the first text of `say(...)` and of `message(...)`, both of `say.count(...)`, the texts of errors that are
raised, the help of options, the docstrings of verbs, the tables in `cli/`, and under their context the conventions of
a language. `--check` fails where one lacks its French.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from careercli import errors
from careercli.cli.help import HELP, PLACEHOLDERS
from careercli.cli.verbs import VERBS
from careercli.errors import CareersError, NotFoundError
from careercli.locale import MONTHS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/careercli"
PO = SOURCE / "locale/fr/LC_MESSAGES/careers.po"
#: Errors whose arguments are words of ours; those of names have an id first.
ERRORS = {"_wrong"} | {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, CareersError) and not issubclass(kind, NotFoundError)
}

Message = str | tuple[str, str]


def find_messages(tree: ast.Module) -> Iterator[Message]:
    """The words in a module."""
    constants: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    constants.setdefault(target.id, []).append(node.value.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and _is_verb(node) and (text := ast.get_docstring(node)):
            yield text
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [text for argument in node.args for text in _texts(argument, constants)]
        if name == "say" and texts:
            yield texts[0]
        elif name == "message":
            yield from texts
        elif name == "count" and len(texts) == 2:
            yield texts[0], texts[1]
        elif name in ERRORS:
            yield from texts
        for keyword in node.keywords:
            if keyword.arg == "help":
                yield from _texts(keyword.value, constants)


def find_conventions(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The conventions of a language that a module asks for: context and English."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "convention":
            context, english = (arg.value if isinstance(arg, ast.Constant) else None for arg in node.args)
            if isinstance(context, str) and isinstance(english, str):
                yield context, english


def _is_verb(node: ast.FunctionDef) -> bool:
    """A verb is a function `run`, a verb of a verb one that is registered by `app.command`."""
    calls = [one.func for one in node.decorator_list if isinstance(one, ast.Call)]
    return node.name == "run" or any(isinstance(call, ast.Attribute) and call.attr == "command" for call in calls)


def _texts(node: ast.expr, constants: dict[str, list[str]]) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.Name):
        yield from (inspect.cleandoc(text) for text in constants.get(node.id, ()) if text)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, constants)
        yield from _texts(node.orelse, constants)


def collect() -> list[Message]:
    """All words of the program, in the order of files."""
    found: list[Message] = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        found += find_messages(tree)
    found += [*VERBS.values(), HELP, *PLACEHOLDERS, *errors.MEANINGS.values()]
    return list(dict.fromkeys(found))


def collect_conventions() -> list[tuple[str, str]]:
    """All conventions of a language, months included."""
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py")))
    found = [convention for tree in trees for convention in find_conventions(tree)]
    return list(dict.fromkeys([*found, *(("month", month) for month in MONTHS)]))


def main() -> int:
    """Write the catalogue, or check it."""
    with PO.open("rb") as file:
        old = read_po(file, locale="fr")
    wanted = collect()
    lacking = []
    new = Catalog(locale="fr", project="careers", charset="utf-8")
    new.mime_headers = old.mime_headers  # the plural forms too: Babel's own rule changes with its release
    for message in wanted:
        known = old.get(message[0] if isinstance(message, tuple) else message)
        translation = known.string if known and type(known.id) is type(message) else ""
        if not translation or not all(translation):
            lacking.append(message)
        new.add(message, translation)
    conventions = collect_conventions()
    for context, english in conventions:
        kept = old.get(english, context)
        if kept is None:
            lacking.append(f"{context}: {english}")
        new.add(english, kept.string if kept else "", context=context)
    unused = [m.id for m in old if m.id and (m.context, m.id) not in conventions and (m.context or m.id not in wanted)]
    if "--check" in sys.argv:
        for message in lacking:
            print("no French:", message)
        for unsaid in unused:
            print("no longer said:", unsaid)
        return 1 if lacking or unused else 0
    with PO.open("wb") as file:
        write_po(file, new, width=110, omit_header=False, sort_output=False)
    with PO.with_suffix(".mo").open("wb") as file:
        write_mo(file, new)
    print(f"{len(wanted)} messages, {len(lacking)} without French")
    return 0


if __name__ == "__main__":
    sys.exit(main())
