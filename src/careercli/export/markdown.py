"""A page as Markdown."""

import re

from careercli.core.text import page as p
from careercli.core.text.plain_blocks import plainer, range_words, told_bar
from careercli.core.text.plaintext import after_name

_SPECIAL = re.compile(r"[\\*_<>|`~\[\]]|&(?=#?\w+;)")
_CODE = re.compile(r"(`[^`]+`)")
#: What makes a line a heading, an entry of a list, a rule or the underline of a heading.
_STARTS = re.compile(r"#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=-+\s*$)|=(?==*\s*$)")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")
#: Number signs at the end of a heading would be taken for its frame.
_ENDS = re.compile(r"(?<=\s)(?=#+$)")
_MARKS = {"dot": "- ", "plus": "- ", "minus": "- ", "none": "- "}


def export_markdown(page: p.Page) -> str:
    """The page as a Markdown document."""
    blocks = ["\n".join(_block(block, page.colon)) for block in plainer(page.blocks)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Text that Markdown takes literally, line by line; commands in backquotes stay commands."""
    return "\n".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    parts = _CODE.split(text.strip(" "))
    line = "".join(part if n % 2 else _SPECIAL.sub(r"\\\g<0>", part) for n, part in enumerate(parts))
    line = _NUMBERED.sub(r"\1\\\2", line) if _NUMBERED.match(line) else line
    return "\\" + line if _STARTS.match(line) else line


def _joined(text: str) -> str:
    """The same for a place that is one line."""
    return escape(" ".join(text.split("\n")))


def _cell(text: str) -> str:
    """The same for a cell of a table, which even in a command ends at a bar."""
    return re.sub(r"(?<!\\)\|", r"\\|", _joined(text))


def _block(block: p.Block, colon: str) -> list[str]:
    if isinstance(block, p.Heading):
        aside = ["", f"**{_joined(block.aside)}**"] if block.aside else []
        number = f"{block.number}. " if block.number else ""
        return ["#" * block.level + f" {number}" + _ENDS.sub(r"\\", _joined(block.text)), *aside]
    if isinstance(block, p.Prose):
        return [escape(block.text)]
    if isinstance(block, p.Bullets):
        return _bullets(block, colon)
    if isinstance(block, p.Bars):
        return [f"- **{_joined(row.label)}** {_joined(told_bar(row))}" for row in block.rows]
    if isinstance(block, p.Timeline):
        return [f"- **{_joined(time)}** {_joined(text)}" for time, text in block.moments]
    if isinstance(block, p.Facts):
        return [f"- **{_joined(label)}** {_joined(value)}" for label, value in block.rows]
    if isinstance(block, p.Pair):
        left, right = f"### {_joined(block.left_title)}", f"### {_joined(block.right_title)}"
        return [left, "", *_bullets(block.left, colon), "", right, "", *_bullets(block.right, colon)]
    if isinstance(block, p.Ranges):
        named = ((row, f"**{_joined(row.label)}**{colon}" if row.label else "") for row in block.rows)
        return [f"- {name}{_joined(range_words(row))}" for row, name in named]
    assert isinstance(block, p.Grid)
    lines = [map(_cell, block.titles), ["---"] * len(block.titles), *(map(_cell, row) for row in block.rows)]
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def _bullets(block: p.Bullets, colon: str) -> list[str]:
    found = []
    for number, (name, text) in enumerate(block.told, 1):
        mark = f"{number}. " if block.mark == "number" else _MARKS[block.mark]
        strong = f"**{_joined(name)}**" if name else ""
        found.append(mark + after_name(strong, _joined(text), colon, of=name))
    return found
