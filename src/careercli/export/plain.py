"""A page as plain lines: no boxes, no colour, no cuts, one paragraph a line."""

from careercli.core.text import page as p
from careercli.core.text.plain_blocks import plainer, range_words, told_bar
from careercli.core.text.plaintext import after_name, measure

#: A table with a longer cell than this is written as blocks of `title: cell` lines.
WIDEST_CELL = 80
_MARKS = {"dot": "- ", "plus": "+ ", "minus": "- ", "none": ""}


def export_plain(page: p.Page, *, aligned: bool = True) -> str:
    """The page as text for a pipe. Not `aligned`, every table is read out row by row."""
    lines: list[str] = []
    for laid in plainer(page.blocks):
        # a row is a line, whatever is in it
        block = laid if isinstance(laid, p.Prose) else p.map_texts(laid, lambda text: text.replace("\n", " "))
        if isinstance(block, p.Grid) and not aligned:
            lines += [*_records(block, page.colon), ""]
        else:
            lines += _block(block, page.colon)
    return "\n".join(lines).strip("\n") + "\n"


def _block(block: p.Block, colon: str) -> list[str]:
    if isinstance(block, p.Heading):
        title = [block.text, *([block.aside] if block.aside else []), ""]
        number = f"{block.number}. " if block.number else ""
        return {1: title, 2: ["", number + block.text.upper(), ""], 3: ["", block.text]}[block.level]
    if isinstance(block, p.Prose):
        return [block.text, ""]
    if isinstance(block, p.Bullets):
        return [*bullet_lines(block, colon), ""]
    if isinstance(block, p.Bars):
        return [*(f"{row.label}{colon}{told_bar(row)}" for row in block.rows), ""]
    if isinstance(block, p.Timeline):
        return [*(f"{time}{colon}{text}" for time, text in block.moments), ""]
    if isinstance(block, p.Facts):
        return [*(f"{label}{' ' if label.startswith('[') else colon}{value}" for label, value in block.rows), ""]
    if isinstance(block, p.Pair):
        return [
            block.left_title,
            *bullet_lines(block.left, colon),
            "",
            block.right_title,
            *bullet_lines(block.right, colon),
            "",
        ]
    if isinstance(block, p.Ranges):
        lines = (f"{row.label}{colon if row.label else ''}{range_words(row)}" for row in block.rows)
        return [*lines, ""]
    assert isinstance(block, p.Grid)
    return [*_grid(block, colon), ""]


def bullet_lines(block: p.Bullets, colon: str) -> list[str]:
    """The lines of a list, `name: text` where both are there."""
    found = []
    for number, (name, text) in enumerate(block.told, 1):
        mark = f"{number}. " if block.mark == "number" else _MARKS[block.mark]
        found.append(mark + after_name(name, text, colon))
    return found


def _grid(block: p.Grid, colon: str) -> list[str]:
    if not block.one_line and any(measure(cell) > WIDEST_CELL for row in block.rows for cell in row):
        return _records(block, colon)
    table = [block.titles, *block.rows]
    widths = [max(measure(row[n]) for row in table) for n in range(len(block.titles))]
    if block.widest and sum(widths) > block.widest:
        return _records(block, colon)
    padded = ((cell + " " * (width - measure(cell)) for cell, width in zip(row, widths, strict=True)) for row in table)
    return ["  ".join(cells).rstrip() for cells in padded]


def _records(block: p.Grid, colon: str) -> list[str]:
    lines: list[str] = []
    for row in block.rows:
        lines.append(row[0])
        lines += [f"  {title}{colon}{cell}" for title, cell in zip(block.titles[1:], row[1:], strict=True)]
        lines.append("")
    return lines[:-1]
