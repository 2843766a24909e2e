"""A page as Markdown."""

import re

from careercli.core import page as p

_SPECIAL = re.compile(r"([\\*_<>|`\[\]])")
_MARKS = {"dot": "- ", "plus": "- ", "minus": "- ", "none": "- "}


def export_markdown(page: p.Page) -> str:
    """The page as a Markdown document."""
    blocks = ["\n".join(_block(block, page.colon)) for block in page.blocks]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Text that Markdown takes literally; commands in backquotes stay commands."""
    text = re.sub(r"^(\s*)([#+-]|[0-9]+[.)])(?=\s)", r"\1\\\2", text)
    parts = re.split(r"(`[^`\n]+`)", text)
    return "".join(part if n % 2 else _SPECIAL.sub(r"\\\1", part) for n, part in enumerate(parts))


def _block(block: p.Block, colon: str) -> list[str]:
    if isinstance(block, p.Heading):
        return [f"{'#' * block.level} {escape(block.text)}"]
    if isinstance(block, p.Prose):
        return [escape(block.text)]
    if isinstance(block, p.Bullets):
        return _bullets(block, colon)
    if isinstance(block, p.Facts):
        return [f"- **{escape(label)}** {escape(value)}" for label, value in block.rows]
    if isinstance(block, p.Pair):
        left, right = f"### {escape(block.left_title)}", f"### {escape(block.right_title)}"
        return [left, "", *_bullets(block.left, colon), "", right, "", *_bullets(block.right, colon)]
    if isinstance(block, p.Ranges):
        named = ((row, f"**{escape(row.label)}**{colon}" if row.label else "") for row in block.rows)
        return [f"- {name}{escape(f'{row.ends[0]} – {row.text} – {row.ends[1]}')}" for row, name in named]
    assert isinstance(block, p.Grid)
    lines = [block.titles, tuple("---" for _ in block.titles), *block.rows]
    return ["| " + " | ".join(cell if cell == "---" else escape(cell) for cell in row) + " |" for row in lines]


def _bullets(block: p.Bullets, colon: str) -> list[str]:
    found = []
    for number, (name, text) in enumerate(block.items, 1):
        mark = f"{number}. " if block.mark == "number" else _MARKS[block.mark]
        both = (
            f"**{escape(name)}**{colon}{escape(text)}"
            if name and text
            else f"**{escape(name)}**"
            if name
            else escape(text)
        )
        found.append(mark + both)
    return found
