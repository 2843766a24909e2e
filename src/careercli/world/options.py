"""What any command line may ask for, as values; where the user's folders are; who may listen."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from careercli.core.text.languages import Lang
from careercli.errors import UsageError
from careercli.locale import languages

if TYPE_CHECKING:
    from careercli.core.careers.reports import Report
    from careercli.library.catalogue import Catalogue

#: What a command line keeps that names a career without a verb.
BARE = "careercli.bare"
#: How colours are used: those of the terminal's theme, stronger ones, or none but bold and dim.
PALETTES = ("auto", "contrast", "mono")


class Folders(NamedTuple):
    """Where the user's own files are: settings and guides, answers and imported data sets, what can be made again."""

    config: Path
    data: Path
    cache: Path


class Options(NamedTuple):
    """What any command line may ask for."""

    lang: str | None = None
    country: str | None = None
    person: str | None = None
    no_color: bool = False
    palette: str | None = None
    no_input: bool = False
    accessible: bool = False
    debug: bool = False


class Listener(Protocol):
    """Somebody who leads a person from answer to answer: no pager and no hint is wanted then."""

    def hear(self, report: "Report") -> "tuple[Report, bool]":
        """What is about to be shown, with what may be done next; the part that is, and whether rows have digits."""

    def in_keys(self, text: str) -> str:
        """A text of a page, with keys in place of the options that it names."""

    def show(self, text: str) -> None:
        """Show the page of it."""


def parse_palette(name: str) -> str:
    """A palette by its name. Raises UsageError."""
    if name in PALETTES:
        return name
    known = ", ".join(f"`{palette}`" for palette in PALETTES)
    raise UsageError("`{name}` is not a palette", "Use {known}.", name=name, known=known)


def parse_lang(name: str, where: str) -> Lang:
    """The language that a user names: en, fr, fr_CA, FR. Raises UsageError for another."""
    short = name.strip().lower().replace("_", "-").partition(".")[0].partition("-")[0]
    for lang in languages():
        if short == lang:
            return lang
    known = ", ".join(f"`{lang}`" for lang in languages())
    raise UsageError(
        "`{name}` in {where} is not a language of this program", "Use {known}.", name=name, where=where, known=known
    )


def parse_country(catalogue: "Catalogue", lang: Lang, given: str, file: str = "") -> str:
    """The code of a country by its code or its name. Raises UsageError for another, with the `file` that names it."""
    named, known = given.strip(), catalogue.labels("country", lang)
    code = named.upper() if named.upper() in known else catalogue.find_country(named)
    if code:
        return code
    listed = ", ".join(f"`{id_}` ({name})" for id_, name in known.items())
    if file:
        raise UsageError(
            "there is no country `{name}`: see {file}", "Use {known}.", name=named, known=listed, file=file
        )
    raise UsageError("there is no country `{name}`", "Use {known}.", name=named, known=listed)
