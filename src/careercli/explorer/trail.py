"""A page on the way through the explorer, and what kind of page it is."""

from typing import NamedTuple

from careercli.core.careers.reports import Report
from careercli.explorer.menu import Place

#: Pages that one can go back over.
TRAIL = 100


class Page(NamedTuple):
    """A page on the way: by what command or place it came, what it is called, its report, and its text if kept.

    `result`: the date of what a questionnaire gave, where it is kept. `sheet` counts those of its choices, from 0;
    `first` is the row of a list that is shown first. `read`: so many lines had been read when it was left.
    """

    title: str
    command: tuple[str, ...] = ()
    place: Place | None = None
    report: Report | None = None
    text: str = ""
    result: str = ""
    sheet: int = 0
    first: int = 0
    read: int = 0

    @property
    def is_section(self) -> bool:
        """Whether it is a section of a guide."""
        return "--section" in self.command

    @property
    def is_retried(self) -> bool:
        """Whether it is a list by the latest answers within other limits."""
        return self.command[:2] == ("quiz", "--resume") and bool(self.result)

    @property
    def kept(self) -> str:
        """The date of the result that it shows, where it may be kept: just given, or looked at again."""
        if self.result or self.command[:2] != ("quiz", "--history"):
            return self.result or getattr(self.report, "kept", "")
        return "".join(self.command[2:3])

    @property
    def asks(self) -> bool:
        """Whether its command asks a questionnaire before it shows anything."""
        return self.command[:1] == ("quiz",) and not {"--history", "--diff", "--what-if"} & set(self.command)

    @property
    def request(self) -> object:
        """What a list of careers that fit answers; None of another page."""
        return getattr(self.report, "request", None)
