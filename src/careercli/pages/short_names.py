"""Names in the shorter forms that narrow tables take, by the conventions of the language."""

from msgspec.structs import replace

from careercli.core.text.page import Block, Grid, Range, SideBySide
from careercli.core.text.short_names import shorten_forms
from careercli.locale import NO_BREAK, Say
from careercli.locale.words import MARK


def with_short_names(blocks: tuple[Block, ...], say: Say) -> tuple[Block, ...]:
    """The same blocks, whose tables of one-line rows and comparisons have their names in short too."""
    return tuple(_with_short_names(block, say) for block in blocks)


def _with_short_names(block: Block, say: Say) -> Block:
    if isinstance(block, SideBySide):
        groups = (replace(group, ranges=tuple(_in_short(row, say) for row in group.ranges)) for group in block.groups)
        return replace(block, groups=tuple(groups), short_names=tuple(shorten(name, say) for name in block.names))
    if isinstance(block, Grid) and block.one_line:
        names = [row[block.name_at] for row in block.rows]
        leaves_out = say.convention("leaves out", ", Except ")
        stems = (name.partition(leaves_out)[0] if leaves_out in name else "" for name in names)
        return replace(block, short_names=tuple(shorten(name, say) for name in names), stems=tuple(stems))
    return block


def _in_short(row: Range, say: Say) -> Range:
    mark = f"{MARK}{NO_BREAK}" if row.label.startswith(MARK) else ""
    return replace(row, short=mark + shorten(row.label.removeprefix(mark), say))


def shorten(name: str, say: Say) -> str:
    """A name with its two forms in one, where the language has them; marks behind it stay."""
    bare, sign, marks = name.partition(f"{NO_BREAK}(")
    either = say.convention("both forms", " or ").strip()
    return shorten_forms(bare, either, say.convention("second form ends in", "ess")) + sign + marks
