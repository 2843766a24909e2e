"""The places of a source file where a mutant differs: operators, constants, statements, results, arguments."""

import ast
import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


class Mutant(NamedTuple):
    """Bytes of a source file, from `start` to `end`, with something else in their place."""

    path: Path
    line: int
    #: The lines whose tests try it: its own, and the first of its statement. None: it runs at import.
    lines: tuple[int, int] | None
    start: int
    end: int
    text: str

    def source(self) -> str:
        """The whole file with the change."""
        old = self.path.read_bytes()
        return (old[: self.start] + self.text.encode() + old[self.end :]).decode()

    def told(self) -> str:
        """Where it is and what it changes."""
        old, new = self.path.read_text("utf-8").splitlines(), self.source().splitlines()
        changed = [line for line in difflib.unified_diff(old, new, n=0, lineterm="") if line[:3] not in ("---", "+++")]
        return "\n".join([f"{self.path.relative_to(ROOT)}:{self.line}", *changed[1:], ""])


def find_mutants(path: Path) -> list[Mutant]:
    """All mutants of a file, from its first line to its last."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, statement, inside in _walk(ast.parse(source), 0, inside=False):
        for text in _replacements(node):
            lines = (node.lineno, statement) if inside else None
            start, end = (starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset)
            found.append(Mutant(path, node.lineno, lines, start, end, text))
    return sorted(set(found), key=lambda mutant: (mutant.start, mutant.end, mutant.text))


def _walk(node: ast.AST, statement: int, *, inside: bool) -> Iterator[tuple[Any, int, bool]]:
    """The nodes that matter when the program runs, each with the line of its statement and whether in a function."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_idle(child):
                continue
            first = child.lineno if isinstance(child, ast.stmt) else statement
            within = inside or (name == "body" and isinstance(node, ast.FunctionDef | ast.Lambda))
            if hasattr(child, "lineno"):
                yield child, first, within
            yield from _walk(child, first, inside=within)


def _is_idle(node: ast.AST) -> bool:
    """Whether a node says something to readers or type checkers alone, or has no place of its own in Python 3.11."""
    match node:
        case ast.Assert() | ast.JoinedStr() | ast.Expr(ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign([ast.Name("__all__")]) | ast.If(ast.Name("TYPE_CHECKING")):
            return True
        case ast.Subscript(ast.Name("Literal" | "Annotated")) | ast.Call(ast.Name("cast")):
            return True
    return False


def _replacements(node: ast.AST) -> Iterator[str]:
    """What may stand in the place of a node."""
    match node:
        case ast.Return(ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "return None"
        case ast.Raise() | ast.Expr(ast.Call()) | ast.AugAssign() | ast.Delete() | ast.If(orelse=[]):
            yield "pass"
        case ast.Assign([ast.Attribute() | ast.Subscript()]):
            yield "pass"
        case ast.Continue():
            yield "break"
        case ast.Break():
            yield "continue"
        case ast.expr():
            for changed in _expressions(node):
                yield ast.unparse(changed) if isinstance(changed, ast.Constant) else f"({ast.unparse(changed)})"


def _expressions(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left, [operator], right) if type(operator) in COMPARISONS:
            yield ast.Compare(left, [COMPARISONS[type(operator)]()], right)
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, operator, right) if type(operator) in ARITHMETIC:
            yield ast.BinOp(left, ARITHMETIC[type(operator)](), right)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Call(function, [first, second, *rest], keywords) if not isinstance(second, ast.Starred):
            yield ast.Call(function, [second, first, *rest], keywords)
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(str() as value) if re.fullmatch(r"[a-z_]+", value):
            yield ast.Constant(value + "x")
