"""Options that several verbs share."""

import contextlib
import os
from enum import StrEnum
from typing import Annotated

import typer

from careercli.world.runtime import Runtime


class Format(StrEnum):
    """The forms in which a report can be had."""

    table = "table"
    plain = "plain"
    json = "json"
    markdown = "markdown"
    csv = "csv"
    svg = "svg"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", help="Form of the output; a terminal gets a table, a pipe plain lines.", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for `--format json`.")]
WidthOption = Annotated[int | None, typer.Option("--width", min=20, max=1000, help="Columns to write in.")]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="PLACE", help="Where you live: a state or a city of the country shown.")
]
NoPagerOption = Annotated[bool, typer.Option("--no-pager", help="Write at once, without the pager.")]


def complete_career(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of careers that begin so."""
    try:
        return [id_ for id_, _ in Runtime().catalogue.career_names() if id_.startswith(incomplete.lower())]
    except Exception:  # noqa: BLE001 - a TAB must never print an error
        return []


def complete_section(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of sections that begin so."""
    from careercli.core.careers.model import SECTIONS

    return [id_ for id_ in SECTIONS if id_.startswith(incomplete.lower())]


def as_typed(text: str) -> str:
    """A text of the command line; a terminal without UTF-8 may still have typed it."""
    with contextlib.suppress(UnicodeDecodeError):
        return os.fsencode(text).decode()
    return text
