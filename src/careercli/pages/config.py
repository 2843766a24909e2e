"""The page of the settings."""

from careercli.core.careers.reports import Report
from careercli.core.program.reports import ConfigReport, ConfigRow
from careercli.core.text.page import Grid, Heading, Page, Prose
from careercli.locale import Say
from careercli.locale.setting_words import setting_names, setting_value
from careercli.pages.actions import command

#: What says where one lives: that is kept elsewhere than the settings.
SET_PLACE = ("me", "set", "place")


def lay_out(report: Report, say: Say) -> Page:
    """A row a setting: its value, and where that comes from."""
    assert isinstance(report, ConfigReport)
    data = report.data
    titles = (say("Setting"), say("Value"), say("Where from"))
    names = setting_names(say)
    rows = tuple(
        (f"{names[row.key]} ({row.key})", setting_value(row.key, row.value, say), _origin(row, say))
        for row in data.settings
    )
    if data.place is not None:
        rows = (*rows, (f"{say('Where you live')} (place)", data.place or say("not said"), command(*SET_PLACE)))
    where = say("They are kept in {file}.", file=data.file)
    if not data.exists:
        where = say("{file} is not there yet: `careers config set KEY VALUE` makes it.", file=data.file)
    return Page((Heading(say("Settings"), 1), Grid(titles, rows, least=40), Prose(where, quiet=True)))


def _origin(row: ConfigRow, say: Say) -> str:
    words = {
        "option": say("the option {name}", name=row.name),
        "environment": say("the environment ({name})", name=row.name),
        "file": say("your settings"),
        "locale": say("the locale ({name})", name=row.name),
        "default": say("by itself"),
    }
    return words[row.origin]
