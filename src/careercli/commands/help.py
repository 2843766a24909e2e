"""`careers help`."""

from typing import Annotated

import typer

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.usecases.help import HelpRequest, explain_topic
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="topic",
            help="keys, words, criteria, data, method, formats, config, environment or exit-codes; none lists them.",
            autocompletion=completing.topic_of_help,
        ),
    ] = None,
    form: o.FormatOption = None,
    json: o.JsonOption = False,
    width: o.WidthOption = None,
    no_pager: o.NoPagerOption = False,
) -> None:
    """Explain a topic: variables, settings, formats, exit codes, keys, data, method, words.

    Examples:
      careers help
      careers help exit-codes
    """
    runtime: Runtime = ctx.obj
    request = HelpRequest(lang=runtime.lang, country=runtime.country, topic=topic)
    report = explain_topic(runtime.catalogue, request)
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)
