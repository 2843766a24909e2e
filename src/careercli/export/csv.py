"""Reports as CSV: a row a career, a passage or a cell; of a guide a row a text."""

import csv
import io
from collections.abc import Iterable, Iterator

from careercli.core.careers.reports import Report
from careercli.core.text.page import (
    Bars,
    Bullets,
    Facts,
    Grid,
    Heading,
    Page,
    Pair,
    Prose,
    Ranges,
    Timeline,
)
from careercli.core.text.plain_blocks import plainer, range_words, told_bar

Rows = Iterable[Iterable[object]]


def export_csv(report: Report, page: Page) -> str:
    """The report as CSV with a line of titles. Cells that a spreadsheet would run as a formula get an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in _rows(report, page):
        writer.writerow([_safe(cell) for cell in row])
    return text.getvalue()


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip()[:1] in ("=", "+", "-", "@"):
        return "'" + cell
    return "" if cell is None else cell


def _rows(report: Report, page: Page) -> Rows:
    return report.table if report.table is not None else [("section", "name", "text"), *_texts(page)]


def _sides(block: Pair) -> Iterator[tuple[str, str]]:
    """The texts of two lists, each with the title of its list."""
    for title, side in ((block.left_title, block.left), (block.right_title, block.right)):
        for name, text in side.items:
            yield title, f"{name}: {text}" if name and text else name or text


def _texts(page: Page) -> Iterator[tuple[str, str, str]]:
    section, part = "", ""
    for block in plainer(page.blocks):
        if isinstance(block, Heading):
            section, part = (block.text, "") if block.level < 3 else (section, block.text)
        elif isinstance(block, Prose):
            yield section, part, block.text
        elif isinstance(block, Bullets | Facts):
            for name, text in block.told if isinstance(block, Bullets) else block.rows:
                yield section, name or part, text
        elif isinstance(block, Bars):
            yield from ((section, row.label, told_bar(row)) for row in block.rows)
        elif isinstance(block, Ranges):
            yield from ((section, row.label or part, range_words(row)) for row in block.rows)
        elif isinstance(block, Timeline):
            yield from ((section, time, text) for time, text in block.moments)
        elif isinstance(block, Pair):
            yield from ((section, title, text) for title, text in _sides(block))
        elif isinstance(block, Grid):
            for row in block.rows:
                for title, cell in zip(block.titles[1:], row[1:], strict=True):
                    yield section, f"{row[0]}, {title}", cell
