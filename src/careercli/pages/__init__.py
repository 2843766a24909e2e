"""Lays each report out as a page: one module a report, `lay_out` gives the page of any."""

from importlib import import_module

from careercli.core.careers.reports import Report
from careercli.core.text.page import Page
from careercli.locale import Say
from careercli.pages.short_names import with_short_names


def lay_out(report: Report, say: Say) -> Page:
    """The page of a report, in the language of `say`."""
    page: Page = import_module(f"careercli.pages.{report.page or report.command}").lay_out(report, say)
    return Page(with_short_names(page.blocks, say), say.colon, f"({say('our judgment')})")
