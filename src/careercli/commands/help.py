"""`careers help`."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from careercli.commands import completing
from careercli.commands import options as o
from careercli.commands.writing import write_report
from careercli.errors import UsageError
from careercli.usecases.help import HelpRequest, explain_topic
from careercli.world.runtime import Runtime


def run(
    ctx: typer.Context,
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="topic",
            help="keys, words, criteria, data, method, formats, config, environment, exit-codes, or a verb.",
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
    request = HelpRequest(lang=runtime.lang, country=runtime.country, topic=" ".join(topic) if topic else None)
    try:
        report = explain_topic(runtime.catalogue, request)
    except UsageError:
        _explain_verb(ctx, topic or ())
        raise
    write_report(runtime, report, form, json=json, width=width, pager=not no_pager)


def _explain_verb(ctx: typer.Context, words: Sequence[str]) -> None:
    """Show the help of a verb, as its `--help` does, and leave; nothing where there is no such verb."""
    group = ctx.find_root().command
    if isinstance(group, TyperGroup) and words and words[0] in group.list_commands(ctx):
        verb: Any = group.get_command(ctx, words[0])
        verb.invoke(verb.make_context(words[0], [*words[1:], "--help"], parent=ctx.parent))
