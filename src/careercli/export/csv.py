"""Reports as CSV: a row a career, a passage or a cell; of a guide a row a text."""

import csv
import io
from collections.abc import Iterable, Iterator

from careercli.core import reports as r
from careercli.core.datasets import DataReport
from careercli.core.page import Bullets, Facts, Grid, Heading, Page, Pair, Prose

Rows = Iterable[Iterable[object]]


def export_csv(report: r.Report, page: Page) -> str:
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


def _rows(report: r.Report, page: Page) -> Rows:
    if report.table is not None:
        return report.table
    if isinstance(report, r.ListReport):
        titles = ("id", "kind", "name", "family", "stars", "entry", "remote", "focus")
        return [titles, *([getattr(card, title) for title in titles] for card in report.cards)]
    if isinstance(report, r.SalaryReport):
        parts = (
            "id",
            "label",
            "country",
            "currency",
            "period",
            "tax",
            "basis",
            "reference",
            "source",
            "p10",
            "p25",
            "p50",
            "p75",
            "p90",
            "mean",
            "low",
            "high",
        )
        bands = [(sheet.id, band) for sheet in report.sheets for band in sheet.bands]
        return [("career", *parts), *((id_, *(getattr(band, part) for part in parts)) for id_, band in bands)]
    if isinstance(report, r.AtlasReport):
        facts = (
            "id",
            "kind",
            "name",
            "family",
            "stars",
            "median",
            "growth_percent",
            "job_zone",
            "employment",
            "interests",
        )
        return [facts, *([getattr(card, fact) for fact in facts] for card in report.cards)]
    if isinstance(report, r.SearchReport):
        columns = ("id", "kind", "name", "score", "section", "snippet")
        return [columns, *([getattr(hit, column) for column in columns] for hit in report.hits)]
    if isinstance(report, r.CompareReport):
        head = ("row", *(career.id for career in report.careers))
        scores = {one.id: one.score for one in report.weighing.ranking}
        scored = [("score", *(scores.get(career.id) for career in report.careers))] if scores else []
        return [head, *((row.id, *(cell.text for cell in row.cells)) for row in report.rows), *scored]
    if isinstance(report, r.SourcesReport):
        return _source_rows(report)
    if isinstance(report, r.ValidateReport):
        places = ("path", "line", "field", "message")
        return [places, *([getattr(found, place) for place in places] for found in report.findings)]
    if isinstance(report, DataReport):
        known = ("name", "title", "release", "imported", "rows", "licence", "attribution", "file", "sha256")
        return [known, *([getattr(one, name) for name in known] for one in report.sets)]
    return [("section", "name", "text"), *_texts(page)]


def _source_rows(report: r.SourcesReport) -> Rows:
    """The bibliography, its notes and reasons in the language of the report."""
    stood = ("id", "title", "publisher", "date", "place", "address", "licence", "via", "attribution", "changes")
    fields = (*stood, "lang", "kind", "via_address", "via_lang", "via_date")
    said = ("note", "reason")
    yield (*fields, *said)
    for source in report.data:
        yield [*(source[field] for field in fields), *(source[field].get(report.language) for field in said)]


def _texts(page: Page) -> Iterator[tuple[str, str, str]]:
    section, part = "", ""
    for block in page.blocks:
        if isinstance(block, Heading):
            section, part = (block.text, "") if block.level < 3 else (section, block.text)
        elif isinstance(block, Prose):
            yield section, part, block.text
        elif isinstance(block, Bullets | Facts):
            for name, text in block.items if isinstance(block, Bullets) else block.rows:
                yield section, name or part, text
        elif isinstance(block, Pair):
            for title, side in ((block.left_title, block.left), (block.right_title, block.right)):
                for name, text in side.items:
                    yield section, title, f"{name}: {text}" if name and text else name or text
        elif isinstance(block, Grid):
            for row in block.rows:
                for title, cell in zip(block.titles[1:], row[1:], strict=True):
                    yield section, f"{row[0]}, {title}", cell
