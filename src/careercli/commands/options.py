"""Options that several verbs share."""

from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands import completing


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
    str | None,
    typer.Option(
        "--place",
        metavar="PLACE",
        help="Where you live: a state or a city of the country shown.",
        autocompletion=completing.place,
    ),
]
NoPagerOption = Annotated[bool, typer.Option("--no-pager", help="Write at once, without the pager.")]


LimitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="LIMIT",
        help='What a career must keep: "pay>=60k", "years<=3", remote, "no nights"; may be repeated.',
        autocompletion=completing.limit,
    ),
]
AmongOption = Annotated[
    list[str] | None,
    typer.Option(
        "--among",
        metavar="CAREER,...",
        help='Rank these careers alone, with commas between, "a name, with commas" in quotes; may be repeated.',
        autocompletion=completing.career,
    ),
]
HaveOption = Annotated[
    str | None,
    typer.Option(
        "--have",
        metavar="STUDY",
        help="What you have studied: bachelor, bac+2, 3 years; it counts as done.",
        autocompletion=completing.study,
    ),
]
